"""How the worker meets an instrument (*weergave*): its questions in order, in words, per company.

Pure: frozen values that a terminal or JSON shows. Nothing is cleaned here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.voorwaarde import Vraagtoets, leaves
from veiligheidsplan.instrument.vraag import Getalvraag, Keuzevraag, Meerkeuzevraag, Schaalvraag, Vraag
from veiligheidsplan.instrument.zinnen import condition_lines, number_words

#: who else is there (*wie luistert mee*), as a trainer names it
Bijzijnnaam = Literal["alleen", "mogelijke_pleger", "kind", "iedereen"]
#: what each company is for ``niet_in_bijzijn``; somebody who is there is always one of *iedereen*
GEZELSCHAPPEN: dict[Bijzijnnaam, frozenset[str]] = {
    "alleen": frozenset(),
    "mogelijke_pleger": frozenset({"mogelijke_pleger", "iedereen"}),
    "kind": frozenset({"kind", "iedereen"}),
    "iedereen": frozenset({"iedereen"}),
}
#: the two special answers, in the words of the regional template
BIJZONDER = {"weet_niet": "Weet niet", "wil_niet_zeggen": "Wil niet zeggen"}


@dataclass(frozen=True, slots=True)
class Antwoordweergave:
    """One answer as it is read aloud; ``punten`` before ``gewicht``, ``None`` where it has none."""

    code: str
    tekst: str
    punten: str | None = None


@dataclass(frozen=True, slots=True)
class Vraagweergave:
    """One question. ``gesteld`` says per company whether it is asked (*alleen* …) or waits for a moment alone.

    ``onzeker``: the companies in which a question that its condition names waits, so that the condition stays
    unknown and this question is asked there.
    """

    id: str
    nummer: int
    onderdeel: str
    tekst: str
    tekst_voor: dict[str, str]
    soort: str
    hulp: str | None
    antwoorden: tuple[Antwoordweergave, ...]
    bijzonder: tuple[str, ...]
    invoer: str | None
    punten: str | None
    uitersten: tuple[tuple[int, str], ...]
    gewicht: str | None
    periode: str | None
    overslaan: bool
    kort: bool
    voorinvullen: bool
    alleen_als: tuple[str, ...]
    gesteld: dict[Bijzijnnaam, bool]
    onzeker: tuple[Bijzijnnaam, ...]
    bronnen: tuple[str, ...]
    reden: str | None


def show_questions(instrument: Instrument) -> tuple[Vraagweergave, ...]:
    """Every question in file order, numbered from 1."""
    gesteld = {id_: asked_in(instrument, id_) for id_ in instrument.vragen}
    return tuple(
        _question(instrument, id_, nummer, gesteld) for nummer, id_ in enumerate(instrument.vragen, 1)
    )


def asked_in(instrument: Instrument, vraag_id: str) -> dict[Bijzijnnaam, bool]:
    """Per company whether the question may be asked there."""
    niet = frozenset(instrument.bijzijn_van(vraag_id))
    return {naam: not (niet & wie) for naam, wie in GEZELSCHAPPEN.items()}


def _question(
    instrument: Instrument, id_: str, nummer: int, gesteld: dict[str, dict[Bijzijnnaam, bool]]
) -> Vraagweergave:
    vraag, voorwaarde = instrument.vragen[id_], instrument.toon_als[id_]
    genoemd = {toets.vraag for toets in leaves(voorwaarde) if isinstance(toets, Vraagtoets)}
    gewicht = getattr(vraag, "gewicht", None)
    return Vraagweergave(
        id=id_,
        nummer=nummer,
        onderdeel=instrument.onderdeel_van[id_],
        tekst=vraag.tekst,
        tekst_voor={str(wie): tekst for wie, tekst in vraag.tekst_voor.items()},
        soort=vraag.type,
        hulp=vraag.hulp,
        antwoorden=_answers(instrument, id_),
        bijzonder=tuple(tekst for code, tekst in BIJZONDER.items() if getattr(vraag, code)),
        invoer=_input(vraag),
        punten=_scoring(vraag),
        uitersten=tuple(vraag.uitersten.items()) if isinstance(vraag, Schaalvraag) else (),
        gewicht=None if gewicht is None else number_words(gewicht),
        periode=vraag.periode,
        overslaan=not vraag.verplicht,
        kort=vraag.kort,
        voorinvullen=vraag.voorinvullen,
        alleen_als=() if voorwaarde is None else tuple(condition_lines(instrument, voorwaarde)),
        gesteld=gesteld[id_],
        onzeker=tuple(
            naam
            for naam, ja in gesteld[id_].items()
            if ja and any(not gesteld[ander][naam] for ander in genoemd)
        ),
        bronnen=vraag.bronnen,
        reden=vraag.reden,
    )


def _answers(instrument: Instrument, id_: str) -> tuple[Antwoordweergave, ...]:
    vraag = instrument.vragen[id_]
    keuzes = [
        Antwoordweergave(
            code, antwoord.tekst or code, None if antwoord.punten is None else number_words(antwoord.punten)
        )
        for code, antwoord in instrument.antwoorden_van(id_).items()
    ]
    if isinstance(vraag, Meerkeuzevraag) and vraag.geen_van_deze:
        keuzes.append(Antwoordweergave("geen_van_deze", "Geen van deze"))
    return tuple(keuzes)


def _input(vraag: Vraag) -> str | None:
    """How an answer is given where there is no list, in words."""
    match vraag:
        case Keuzevraag():
            return None
        case Meerkeuzevraag():
            return "Er kunnen meer antwoorden zijn."
        case Schaalvraag():
            return f"Een heel getal van {vraag.van} tot en met {vraag.tot}."
        case Getalvraag():
            einde = f" tot en met {vraag.tot}" if vraag.tot is not None else ""
            return f"Een heel getal vanaf {vraag.van}{einde}."
    return "Een datum." if vraag.type == "datum" else "Een tekst, in eigen woorden."


def _scoring(vraag: Vraag) -> str | None:
    """What an answer that is a number counts, in words; of a list each answer says so itself."""
    match vraag:
        case Schaalvraag(omgekeerd=True):
            return "Een laag cijfer geeft veel punten."
        case Schaalvraag():
            return "Het cijfer is het aantal punten."
        case Getalvraag(punten_vanaf=dict() as stappen):
            delen = [f"vanaf {vanaf}: {number_words(punten)}" for vanaf, punten in stappen.items()]
            return f"Punten {', '.join(delen)}."
    return None
