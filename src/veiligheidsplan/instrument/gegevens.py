"""Facts of the case (*gegevens*) that conditions may test: leeftijd (whole years), thuiswonend, zwanger (ja/nee)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from veiligheidsplan.bevinding import Bevinding, nearest

#: a fact of the case
Gegevenwaarde = str | int
GEGEVENS = ("leeftijd", "thuiswonend", "zwanger")
_JA_NEE = ("ja", "nee")


def read_gegevens(gegevens: Mapping[str, object]) -> tuple[dict[str, Gegevenwaarde], tuple[Bevinding, ...]]:
    """The facts of the case that are known, and every fault in them; a fact that is absent or ``None`` is unknown."""
    if not isinstance(gegevens, Mapping):
        return {}, (no_mapping("gegevens", gegevens),)
    goed: dict[str, Gegevenwaarde] = {}
    fout: list[Bevinding] = []
    for naam, ruw in gegevens.items():
        if naam not in GEGEVENS:
            dichtbij = nearest(short_text(naam), GEGEVENS)
            suggestie = f"bedoelde u «{dichtbij}»?" if dichtbij else f"kies uit: {', '.join(GEGEVENS)}"
            fout.append(
                Bevinding(
                    "VP403",
                    f"«{short_text(naam)}» is geen gegeven",
                    pad=("gegevens", short_text(naam)),
                    suggestie=suggestie,
                )
            )
        elif ruw is not None:
            waarde = _read_gegeven(naam, ruw)
            if isinstance(waarde, Bevinding):
                fout.append(waarde)
            else:
                goed[naam] = waarde
    return goed, tuple(fout)


def _read_gegeven(naam: str, ruw: object) -> Gegevenwaarde | Bevinding:
    pad = ("gegevens", naam)
    if naam == "leeftijd":
        jaren = whole_number(ruw)
        if jaren is not None and jaren >= 0:
            return jaren
        uitleg, suggestie = (
            f"«{short_text(ruw)}» is geen leeftijd",
            "geef de leeftijd in hele jaren, 0 of meer",
        )
    else:
        if isinstance(ruw, str) and ruw in _JA_NEE:
            return ruw
        uitleg, suggestie = f"«{short_text(ruw)}» kan niet bij «{naam}»", "kies «ja» of «nee»"
    return Bevinding("VP404", uitleg, pad=pad, suggestie=suggestie)


def whole_number(ruw: object) -> int | None:
    """A whole number, or ``None``: a bool is no number, and 1.5 is not whole."""
    if isinstance(ruw, bool):
        return None
    if isinstance(ruw, Decimal):
        geheel = ruw.is_finite() and abs(ruw.adjusted()) < 1000 and ruw == ruw.to_integral_value()
        return int(ruw) if geheel else None
    return ruw if isinstance(ruw, int) else None


def short_text(ruw: object) -> str:
    """What was given, short and on one line; a huge number or list is not written out."""
    if isinstance(ruw, int) and not isinstance(ruw, bool) and abs(ruw) >= 10**18:
        return "een heel groot getal"
    if isinstance(ruw, bool):
        return "waar" if ruw else "onwaar"
    if isinstance(ruw, list | tuple | dict | set | frozenset):
        return "een lijst"
    tekst = "".join(teken if teken.isprintable() else " " for teken in str(ruw)[:41])
    return tekst if len(tekst) <= 40 else tekst[:39] + "…"


def no_mapping(wat: str, ruw: object) -> Bevinding:
    """The finding for something that should have been names with values."""
    return Bevinding("VP405", f"«{short_text(ruw)}» is geen reeks van namen met waarden", pad=(wat,))
