"""What the screen (*beeld*) remembers during one sitting. It lives in memory alone and is never written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from veiligheidsplan.plan.stap import Beweging, Stap, Waarde, Zichtkant

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output


@dataclass(slots=True)
class Concept:
    """An answer that was begun and not given (*concept*).

    ``invoer`` is what was typed or marked (lines in the plain mode); ``voorstel`` an answer that was given and
    must be confirmed; ``notitie`` a note at it.
    """

    stap: Stap
    invoer: Any = None
    voorstel: Waarde = None
    notitie: str | None = None


@dataclass(slots=True)
class Beeld:
    """Which view is shown, what must still be told, what was half typed, and a movement that was made elsewhere.

    ``wacht`` is a movement that a person made outside a question (in the overview); the next question hands it
    over at once. ``sprong`` is the line of the overview that was asked for by number.
    """

    eenvoudig: bool = True
    kant: Zichtkant = "werkscherm"
    bewaard: bool = False
    meldingen: list[str] = field(default_factory=list)
    concepten: dict[tuple[Zichtkant, str], Concept] = field(default_factory=dict)
    wacht: Beweging | None = None
    sprong: int | None = None
    woorden_gezegd: bool = False
    io: tuple[Input, Output] | None = None
    #: results (paths of copies) that must still stand in the terminal when the sitting is over
    daarna: list[str] = field(default_factory=list)
    klaar: bool = False
    #: the command that goes on with this sitting when it was stopped
    opdracht: str = "hervat"

    def draft(self, stap: Stap) -> Concept:
        """What was begun at this step, or a new one; one of another form of the step is let go."""
        oud = self.concepten.get((self.kant, stap.id))
        if oud is not None and _form(oud.stap) == _form(stap):
            return oud
        return Concept(stap)

    def keep(self, concept: Concept) -> None:
        """Keep what was begun, for when the person comes back to it."""
        self.concepten[self.kant, concept.stap.id] = concept

    def drop(self, stap: Stap) -> None:
        """The answer is given."""
        self.concepten.pop((self.kant, stap.id), None)

    def take_messages(self) -> list[str]:
        """What must be told now; it is told once."""
        meldingen, self.meldingen = self.meldingen, []
        return meldingen

    def switched(self, kant: Zichtkant) -> None:
        """Another view: what was told on the one is not told on the other."""
        if kant != self.kant:
            self.meldingen.clear()
        self.kant = kant

    def company(self) -> None:
        """Somebody joined: what was begun before may be read on the werkscherm alone."""
        self.meldingen.clear()
        self.concepten = {("werkscherm", id_): c for (_, id_), c in self.concepten.items()}


def _form(stap: Stap) -> tuple[object, ...]:
    return (stap.soort, stap.tekst, stap.keuzes, stap.bijzonder, stap.standaard, stap.meer_regels)
