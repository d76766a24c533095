"""Questions outside the conversation (*stappen*), with the keys that always work: danger, lock, stop, back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from veiligheidsplan.app.gesprekspartner import Controle
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.plan.stap import Beweging, Keuze, MetToelichting, Stap, Waarde

TERUG = Beweging("terug")


def ask_step(t: Tafel, stap: Stap, controle: Controle | None = None) -> Waarde | MetToelichting | Beweging:
    """The answer, or ``TERUG``. Stopping raises ``KeyboardInterrupt``; danger and lock come back to the question."""
    while True:
        uit = t.answer(stap, controle)
        if not isinstance(uit, Beweging):
            return uit
        match uit.soort:
            case "stoppen":
                raise KeyboardInterrupt
            case "nu_gevaar":
                t.danger()
            case "slot":
                t.lock()
            case "iemand_erbij":
                t.joined()
            case "terug":
                return TERUG
            case _:
                pass


def ask_choice(
    t: Tafel, id_: str, tekst: str, sectie: str, keuzes: Sequence[Keuze], **meer: str
) -> str | None:
    """The code that was chosen; ``None`` for *terug*."""
    uit = ask_step(t, Stap(id_, "keuze", tekst, sectie, keuzes=tuple(keuzes), hulp=meer.get("hulp")))
    uit = uit.waarde if isinstance(uit, MetToelichting) else uit
    return None if isinstance(uit, Beweging) else str(uit)


def ask_text(
    t: Tafel, id_: str, tekst: str, sectie: str, *, verplicht: bool = True, hulp: str | None = None
) -> str | None:
    """What was typed; ``None`` for *terug*, and an empty text where nothing is required."""
    stap = Stap(id_, "tekst", tekst, sectie, verplicht=verplicht, hulp=hulp)
    uit = ask_step(t, stap)
    uit = uit.waarde if isinstance(uit, MetToelichting) else uit
    return None if isinstance(uit, Beweging) else str(uit or "")


@contextmanager
def on_screen(t: Tafel) -> Iterator[None]:
    """The second screen of a full terminal for a few questions."""
    if t.beeld.eenvoudig:
        yield
        return
    from veiligheidsplan.cli.volscherm import full_screen

    with full_screen(t.beeld):
        yield
