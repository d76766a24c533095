"""Answers (*antwoorden*) as they come in, checked against the questions: one by one, or all at once.

A real answer becomes a code (keuze), a tuple of codes in file order (meerkeuze), a whole number (schaal, getal),
an ISO date or a text. *Weet niet*, *wil niet zeggen*, *niet gevraagd* and no answer are kept apart as
``Ontbreekt``; for scoring all four are missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, nearest
from veiligheidsplan.instrument.gegevens import (
    Gegevenwaarde,
    no_mapping,
    read_gegevens,
    short_text,
    whole_number,
)
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vraag import (
    Datumvraag,
    Getalvraag,
    Keuzevraag,
    Meerkeuzevraag,
    Schaalvraag,
    Tekstvraag,
    Vraag,
)


class Ontbreekt(StrEnum):
    """Why there is no real answer. Four different things for people, one (missing) for a score."""

    WEET_NIET = "weet_niet"
    WIL_NIET_ZEGGEN = "wil_niet_zeggen"
    NIET_GEVRAAGD = "niet_gevraagd"
    GEEN_ANTWOORD = "geen_antwoord"


#: a real answer, or why there is none
Antwoordwaarde = str | int | tuple[str, ...] | Ontbreekt

GEEN_VAN_DEZE = "geen_van_deze"
_ISO_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_GEHEEL_GETAL = re.compile(r"[+-]?\d{1,18}\Z", re.ASCII)


def read_answer(
    instrument: Instrument, vraag_id: str, ruw: object, *, getypt: bool = False
) -> Antwoordwaarde | Bevinding:
    """Check one raw answer against its question.

    Returns the normalised value or a ``Bevinding`` (VP401 unknown question, VP402 impossible answer). With
    *getypt* (typed at a prompt) digits in a text count as a number. Never raises for any *ruw*.
    """
    vraag = instrument.vragen.get(vraag_id) if isinstance(vraag_id, str) else None
    if vraag is None:
        return _unknown_question(instrument, vraag_id)
    if ruw is None:
        return Ontbreekt.GEEN_ANTWOORD
    if isinstance(ruw, str) and ruw in (
        Ontbreekt.WEET_NIET,
        Ontbreekt.WIL_NIET_ZEGGEN,
        Ontbreekt.NIET_GEVRAAGD,
    ):
        if getattr(vraag, ruw, True):
            return Ontbreekt(ruw)
        return _impossible(vraag_id, f"«{ruw}» kan bij deze vraag niet", _remedy(instrument, vraag_id))
    if (
        getypt
        and isinstance(ruw, str)
        and isinstance(vraag, Schaalvraag | Getalvraag)
        and _GEHEEL_GETAL.match(ruw)
    ):
        ruw = int(ruw)
    waarde = _LEZERS[vraag.type](instrument, vraag_id, vraag, ruw)
    if isinstance(waarde, _Onmogelijk):
        return _impossible(vraag_id, waarde.uitleg, waarde.suggestie or _remedy(instrument, vraag_id))
    return waarde


def read_answers(
    instrument: Instrument, antwoorden: Mapping[str, object]
) -> tuple[dict[str, Antwoordwaarde], tuple[Bevinding, ...]]:
    """All answers by question id (renamed ids find their place through ``vervangt``), and every fault in them."""
    if not isinstance(antwoorden, Mapping):
        return {}, (no_mapping("antwoorden", antwoorden),)
    goed: dict[str, Antwoordwaarde] = {}
    fout: list[Bevinding] = []
    for naam, ruw in antwoorden.items():
        vraag_id = _current_id(instrument, naam, antwoorden)
        uitkomst = read_answer(instrument, vraag_id, ruw)
        if isinstance(uitkomst, Bevinding):
            fout.append(uitkomst)
        else:
            goed[vraag_id] = uitkomst
    return goed, tuple(fout)


def read_all(
    instrument: Instrument, antwoorden: Mapping[str, object], gegevens: Mapping[str, object] | None = None
) -> tuple[dict[str, Antwoordwaarde], dict[str, Gegevenwaarde]]:
    """Answers and facts, normalised; raises ``BevindingenFout`` with every fault of both at once."""
    waarden, fouten = read_answers(instrument, antwoorden)
    feiten, meer = read_gegevens({} if gegevens is None else gegevens)
    if fouten or meer:
        raise BevindingenFout((*fouten, *meer))
    return waarden, feiten


class _Onmogelijk:
    """An answer that cannot be: why, and what can be done."""

    def __init__(self, uitleg: str, suggestie: str | None = None) -> None:
        self.uitleg, self.suggestie = uitleg, suggestie


def _read_keuze(instrument: Instrument, id_: str, vraag: Vraag, ruw: object) -> Antwoordwaarde | _Onmogelijk:
    codes = instrument.antwoorden_van(id_)
    if isinstance(ruw, str) and ruw in codes:
        return ruw
    return _no_code(ruw, codes)


def _read_meerkeuze(
    instrument: Instrument, id_: str, vraag: Vraag, ruw: object
) -> Antwoordwaarde | _Onmogelijk:
    if isinstance(ruw, str) and ruw == GEEN_VAN_DEZE:
        ruw = ()
    if not isinstance(ruw, list | tuple):
        return _Onmogelijk(
            f"«{short_text(ruw)}» is geen lijst van antwoorden; bij deze vraag kunnen er meer zijn"
        )
    codes = instrument.antwoorden_van(id_)
    vreemd = [code for code in ruw if not (isinstance(code, str) and code in codes)]
    if vreemd:
        return _no_code(vreemd[0], codes)
    if len(set(ruw)) < len(ruw):
        return _Onmogelijk("een antwoord staat er twee keer in", "noem elk antwoord één keer")
    if not ruw and not getattr(vraag, "geen_van_deze", False):
        return _Onmogelijk("«geen van deze» is bij deze vraag geen antwoord")
    return tuple(code for code in codes if code in ruw)


def _read_number(instrument: Instrument, id_: str, vraag: Vraag, ruw: object) -> Antwoordwaarde | _Onmogelijk:
    waarde = whole_number(ruw)
    if waarde is None:
        return _Onmogelijk(f"«{short_text(ruw)}» is geen geheel getal")
    van, tot = getattr(vraag, "van", 0), getattr(vraag, "tot", None)
    if waarde < van or (tot is not None and waarde > tot):
        return _Onmogelijk(f"{short_text(waarde)} ligt buiten de grenzen van deze vraag")
    return waarde


def _read_datum(instrument: Instrument, id_: str, vraag: Vraag, ruw: object) -> Antwoordwaarde | _Onmogelijk:
    if isinstance(ruw, date) and not isinstance(ruw, datetime):
        return ruw.isoformat()
    if isinstance(ruw, str) and _ISO_DATUM.match(ruw):
        try:
            return date.fromisoformat(ruw).isoformat()
        except ValueError:
            pass  # a day that is not on the calendar gets the same words as any other
    return _Onmogelijk(
        f"«{short_text(ruw)}» is geen datum", "schrijf jaar-maand-dag, bijvoorbeeld 2026-12-07"
    )


def _read_tekst(instrument: Instrument, id_: str, vraag: Vraag, ruw: object) -> Antwoordwaarde | _Onmogelijk:
    if not isinstance(ruw, str):
        return _Onmogelijk(f"«{short_text(ruw)}» is geen tekst")
    return ruw if ruw.strip() else Ontbreekt.GEEN_ANTWOORD


_LEZERS: dict[str, Callable[[Instrument, str, Vraag, object], Antwoordwaarde | _Onmogelijk]] = {
    "keuze": _read_keuze,
    "meerkeuze": _read_meerkeuze,
    "schaal": _read_number,
    "getal": _read_number,
    "datum": _read_datum,
    "tekst": _read_tekst,
}


def _current_id(instrument: Instrument, naam: str, antwoorden: Mapping[str, object]) -> str:
    """The id that a renamed question has now; its old id stays a fault where the new one is answered too."""
    nu = naam
    for _ in instrument.vervangt:
        if not isinstance(nu, str) or nu in instrument.vragen:
            break
        nu = instrument.vervangt.get(nu, nu)
    return naam if nu != naam and (nu not in instrument.vragen or nu in antwoorden) else nu


def _unknown_question(instrument: Instrument, naam: object) -> Bevinding:
    nieuw = instrument.vervangt.get(naam) if isinstance(naam, str) else None
    dichtbij = nieuw or nearest(short_text(naam), instrument.vragen)
    return Bevinding(
        "VP401",
        f"«{short_text(naam)}» is geen vraag van het instrument «{instrument.id}»",
        pad=("antwoorden", short_text(naam)),
        suggestie=f"bedoelde u «{dichtbij}»?" if dichtbij else None,
    )


def _impossible(id_: str, uitleg: str, suggestie: str | None) -> Bevinding:
    return Bevinding("VP402", uitleg, pad=("antwoorden", id_), suggestie=suggestie)


def _no_code(ruw: object, codes: Mapping[str, object]) -> _Onmogelijk:
    dichtbij = nearest(ruw, codes) if isinstance(ruw, str) else None
    return _Onmogelijk(
        f"«{short_text(ruw)}» is geen antwoord op deze vraag",
        f"bedoelde u «{dichtbij}»?" if dichtbij else None,
    )


def _remedy(instrument: Instrument, id_: str) -> str | None:
    """What can be answered, in one sentence."""
    vraag = instrument.vragen[id_]
    match vraag:
        case Keuzevraag() | Meerkeuzevraag():
            return f"kies uit: {', '.join(list(instrument.antwoorden_van(id_))[:20])}"
        case Schaalvraag():
            return f"geef een geheel getal van {vraag.van} tot en met {vraag.tot}"
        case Getalvraag():
            einde = f" tot en met {vraag.tot}" if vraag.tot is not None else " of meer"
            return f"geef een geheel getal, {vraag.van}{einde}"
        case Datumvraag():
            return "schrijf jaar-maand-dag, bijvoorbeeld 2026-12-07"
        case Tekstvraag():
            return "schrijf een tekst"
