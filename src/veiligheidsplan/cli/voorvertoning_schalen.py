"""The scales, bounds, levels and signs of an instrument, as lines for ``instrument toon``."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.instrument.instrument import Instrument, Schaal, Signaal
from veiligheidsplan.instrument.zinnen import condition_lines, join_words, number_words

_METHODE = {
    "som": "de punten opgeteld",
    "gemiddelde": "het gemiddelde van de punten",
    "hoogste": "het hoogste aantal punten",
    "aantal": "hoeveel antwoorden meer dan 0 punten hebben",
}
_ONTBREKEND = {
    "bandbreedte": "de score wordt een ruimte, van de laagste tot de hoogste die nog kan",
    "naar_rato": "de score wordt naar verhouding aangevuld",
    "ongeldig": "er is dan geen score",
    "nul": "dat antwoord telt dan als 0 punten",
}
_AFRONDEN = {"heel": "op hele getallen", "0.1": "op tienden"}


def scale_lines(instrument: Instrument) -> Iterator[str | tuple[str, str]]:
    """Each scale, with its bounds as a table; then each level with its advice."""
    for id_, schaal in instrument.schalen.items():
        slot = ", beslist het eindniveau" if id_ == instrument.eindniveau else ""
        yield from ("", f"Schaal: {schaal.titel or id_} [{id_}]{slot}")
        yield f"  Telt: {_counts(instrument, schaal)}."
        yield f"  Rekent: {_method(schaal)}."
        yield f"  Ontbreekt er een antwoord: {_missing(schaal)}."
        if schaal.vereist:
            namen = join_words(f"«{instrument.vragen[v].tekst}»" for v in schaal.vereist)
            yield f"  Zonder antwoord op {namen} is er geen score."
        yield from _bounds(instrument, schaal)
    if instrument.niveaus:
        yield from ("", "Niveaus, van minst naar meest ernstig")
        for id_, niveau in instrument.niveaus.items():
            yield f"  {niveau.titel or id_} [{id_}]"
            if niveau.advies:
                yield f"    Advies: {' '.join(niveau.advies.split())}"


def _counts(instrument: Instrument, schaal: Schaal) -> str:
    if schaal.telt is None:
        return "elke vraag met punten"
    namen = []
    for id_ in schaal.telt:
        if id_ in instrument.onderdelen:
            namen.append(f"deel «{instrument.onderdelen[id_].titel or id_}»")
        elif id_ in instrument.schalen:
            namen.append(f"schaal «{instrument.schalen[id_].titel or id_}»")
        else:
            namen.append(f"vraag {list(instrument.vragen).index(id_) + 1} [{id_}]")
    return join_words(namen)


def _method(schaal: Schaal) -> str:
    delen = [_METHODE[schaal.methode]]
    if schaal.vermenigvuldig is not None:
        delen.append(f"keer {number_words(schaal.vermenigvuldig)}")
    if schaal.deel_door is not None:
        delen.append(f"gedeeld door {schaal.deel_door}")
    if schaal.afronden is not None:
        delen.append(f"afgerond {_AFRONDEN[schaal.afronden]}")
    return ", ".join(delen)


def _missing(schaal: Schaal) -> str:
    uit = _ONTBREKEND[schaal.ontbrekend]
    if schaal.ontbrekend != "naar_rato":
        return uit
    meer = "de vragen" if schaal.hoogstens_ontbrekend != 1 else "vraag"
    return f"{uit}, als er hoogstens {schaal.hoogstens_ontbrekend} van {meer} ontbreekt"


def _bounds(instrument: Instrument, schaal: Schaal) -> Iterator[str | tuple[str, str]]:
    """A table in words: from which score, to below which, and the level; one row reads as one sentence."""
    grenzen = list(schaal.grenzen.items())
    if not grenzen:
        yield "  Er horen geen niveaus bij deze schaal."
        return
    rijen = []
    for plek, (niveau, grens) in enumerate(grenzen):
        tot = f"tot {number_words(grenzen[plek + 1][1])}" if plek + 1 < len(grenzen) else "en hoger"
        rijen.append((f"Score vanaf {number_words(grens)}", tot, niveau))
    links = max(len(rij[0]) for rij in rijen)
    midden = max(len(rij[1]) for rij in rijen)
    for vanaf, tot, niveau in rijen:
        yield f"  {vanaf:<{links}}  {tot:<{midden}}  ", instrument.niveaus[niveau].titel or niveau


def sign_lines(instrument: Instrument) -> Iterator[str]:
    """Each sign: when, what it says, what to do, and what it does to the level and to a joint conversation."""
    if instrument.signalen:
        yield from ("", "Signalen, alleen voor de professional")
    for id_, signaal in instrument.signalen.items():
        yield from ("", f"  {signaal.melding or id_} [{id_}]")
        yield from (f"    {r}" for r in condition_lines(instrument, signaal.als, "Gaat af als"))
        yield from _effects(instrument, signaal)


def _effects(instrument: Instrument, signaal: Signaal) -> Iterator[str]:
    if signaal.niveau:
        titel = instrument.niveaus[signaal.niveau].titel or signaal.niveau
        yield f"    Het eindniveau is dan minstens: {titel}."
    if signaal.handeling:
        yield f"    Nu doen: {' '.join(signaal.handeling.split())}"
    if signaal.stopt_gezamenlijk:
        yield "    Een gesprek met anderen erbij stopt, tot er met een deskundige is overlegd."
