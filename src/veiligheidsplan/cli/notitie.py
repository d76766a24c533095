"""A note (*notitie*) of the professional at an answer: typed and shown on the werkscherm alone."""

from __future__ import annotations

from typing import Final

from veiligheidsplan.cli.beeld import Beeld, Concept
from veiligheidsplan.plan.stap import Beweging, MetToelichting, Reactie, Stap, Waarde

#: at the table everyone reads along, and a note is for professionals
NIET_HIER: Final = "Een notitie maakt u op uw eigen scherm. Druk op F5."
NIET_HIER_WOORD: Final = "Een notitie maakt u op uw eigen scherm. Typ eerst: scherm."
BIJ_MEDEDELING: Final = "Bij een mededeling hoort geen notitie."
#: behind the id of the step that a note belongs to
STAART: Final = "/notitie"
VRAAG: Final = "Notitie bij dit antwoord. Alleen professionals lezen die."


def note_step(concept: Concept) -> Stap:
    """The note as a step of its own, with what stands there now."""
    nu = concept.stap.toelichting if concept.notitie is None else concept.notitie
    return Stap(
        concept.stap.id + STAART,
        "tekst",
        f"{VRAAG}\n{concept.stap.tekst}",
        concept.stap.sectie,
        verplicht=False,
        meer_regels=True,
        standaard=nu or None,
    )


def no_note(b: Beeld, stap: Stap, niet_hier: str) -> str | None:
    """Why no note can be made here, if so."""
    if b.kant == "aan_tafel":
        return niet_hier
    if stap.soort == "mededeling":
        return BIJ_MEDEDELING
    return "U schrijft al een notitie." if stap.id.endswith(STAART) else None


def note_of(b: Beeld, concept: Concept) -> str:
    """The note at this answer; for professionals only, so never at the table."""
    if b.kant == "aan_tafel":
        return ""
    return concept.stap.toelichting or "" if concept.notitie is None else concept.notitie


def with_note(concept: Concept, waarde: Waarde) -> Reactie:
    """The answer, with its note when that is another than the one that stands there."""
    if concept.notitie is None or concept.notitie == (concept.stap.toelichting or ""):
        return waarde
    return MetToelichting(waarde, concept.notitie)


def write_note(b: Beeld, concept: Concept) -> Beweging | None:
    """Ask the note in a full terminal; a movement made there leaves the question, with both kept as drafts."""
    from veiligheidsplan.cli import prompts

    bezwaar = no_note(b, concept.stap, NIET_HIER)
    if bezwaar:
        concept.invoer.melding = bezwaar
        return None
    uit = prompts.answer(b, note_step(concept), None, lambda _: None)
    if isinstance(uit, Beweging):
        return None if uit.soort == "terug" else uit
    b.drop(note_step(concept))
    concept.notitie = "" if uit is None else str(uit)
    return None
