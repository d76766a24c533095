"""Asking (*vraag af*): the one loop that drives the conversation, whoever answers: a terminal, a file, a test.

An answer is durable before the next step is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol, runtime_checkable

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.plan import gesprek, twijfel
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.overzicht import Overzichtsregel
from veiligheidsplan.plan.stap import Beweging, MetToelichting, Reactie, Stap, Waarde, Zichtkant

NIEUWE_ZITTING_NA = timedelta(hours=4)  # after that the company may well be another

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


Schrijver = Callable[[Dossier, tuple[Feit, ...]], Dossier]


def run(d: Dossier, o: Omgeving, bron: Antwoordbron, schrijf: Schrijver) -> Dossier:
    """Ask every open step; each answer goes through ``schrijf`` before the next. Returns the last state."""
    while (stap := gesprek.next_step(d, o)) is not None:
        d = schrijf(d, one(d, o, stap, bron))
    return d


def one(d: Dossier, o: Omgeving, stap: Stap, bron: Antwoordbron) -> tuple[Feit, ...]:
    """Ask one step; the facts that its answer makes."""

    def controle(waarde: Waarde) -> Bevinding | None:
        return gesprek.check(d, o, stap, waarde) or twijfel.looks_like_address(stap, waarde)

    reactie = bron.answer(stap, controle)
    if isinstance(reactie, Beweging):
        raise KeyboardInterrupt
    return gesprek.process(d, o, stap, reactie.waarde if isinstance(reactie, MetToelichting) else reactie)


def into(kast: Dossierkast, id_: str) -> Schrijver:
    """A writer that seals each answer in the vault."""
    return lambda d, feiten: kast.write(id_, d, feiten)


def fresh_session(d: Dossier, o: Omgeving, kast: Dossierkast, id_: str, *, nieuw: bool = False) -> Dossier:
    """A new session when the last one was long ago, or when the worker says that the company changed."""
    lang_geleden = d.laatst is not None and kast.klok() - d.laatst > NIEUWE_ZITTING_NA
    if not (nieuw or lang_geleden) or not d.onderwerpen("zitting"):
        return d
    volgende = len(d.onderwerpen("zitting")) + 1
    return kast.write(id_, d, [gesprek.value_given("gesprek", "zitting", volgende)])
