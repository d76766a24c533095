"""Who answers (*gesprekspartner*): a file or a test gives values, a person at a screen may also move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.plan.overzicht import Overzichtsregel
from veiligheidsplan.plan.stap import Reactie, Stap, Waarde, Zichtkant

Controle = Callable[[Waarde], Bevinding | None]


class Antwoordbron(Protocol):
    """Who answers. ``KeyboardInterrupt`` and ``EOFError`` pass through: everything before is saved."""

    def answer(self, stap: Stap, controle: Controle) -> Reactie:
        """The answer to this step; ``controle`` says what is wrong with it, or warns. Files give values alone."""


@runtime_checkable
class Gesprekspartner(Antwoordbron, Protocol):
    """A person at a screen: may also move (``Beweging``), and is told what happens between two questions.

    Whoever has these methods starts in the view that belongs to the session; a plain ``Antwoordbron`` (a file, a
    test) is always on the werkscherm.
    """

    def choose(self, regels: tuple[Overzichtsregel, ...], nu: str | None) -> str | None:
        """The step to jump to from the overview; ``None`` goes back to where we were. ``nu``: the present step."""

    def switched(self, kant: Zichtkant) -> None:
        """The other view comes now: wipe the screen (and what can be scrolled back), show its header."""

    def tell(self, zin: str) -> None:
        """One line between two questions, safe for the view that is on the screen."""

    def danger(self) -> None:
        """*Nu gevaar*: everything is saved already; 112 and three lines, nothing to type but Enter."""

    def joined(self) -> None:
        """*Iemand erbij*: at once a neutral page that anyone may see. Called before anything else is done."""

    def lock(self) -> None:
        """*Slot*: returns when unlocked."""
