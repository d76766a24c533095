"""Questions outside the conversation (*stappen*), with the keys that always work: danger, lock, stop, back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from veiligheidsplan.app.gesprekspartner import Controle
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.pauze import wipe
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.plan.gesprek import somebody_joined
from veiligheidsplan.plan.stap import Beweging, Keuze, MetToelichting, Stap, Waarde

TERUG = Beweging("terug")
#: asked where anyone may read it: what stood on the screen before is for the professional alone
ALLEEN = Stap(
    "stappen/alleen",
    "keuze",
    "Bent u weer alleen achter dit scherm?",
    "",
    hulp="Kies nee als er iemand bij u is. Het programma stopt dan. Alles is bewaard.",
    keuzes=(Keuze("ja", "Ja"), Keuze("nee", "Nee, stoppen")),
    tafel=True,
)


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
                until_alone(t)
            case "terug":
                return TERUG
            case "wissel":
                t.tell("Dit deel staat alleen op uw eigen scherm.")
            case _:
                t.tell("Hier is geen overzicht.")


def until_alone(t: Tafel) -> None:
    """*Iemand erbij* where all is for the professional: a neutral page, and back only for who says to be alone.

    Otherwise the dossier goes on as a joint session, and the command stops as it always does.
    """
    kant = t.beeld.kant
    t.joined()
    t.beeld.switched("aan_tafel")
    while (uit := t.answer(ALLEEN)) != "ja":
        match uit.soort if isinstance(uit, Beweging) else uit:
            case "nu_gevaar":
                t.danger()
            case "slot":
                t.lock()
            case "iemand_erbij":
                t.joined()
            case "nee" | "stoppen":
                _leave(t)
    wipe(t.beeld)
    t.beeld.switched(kant)


def _leave(t: Tafel) -> None:
    """Anyone may be there from now on: that is what the next session begins with."""
    with suppress(BevindingenFout):  # a dossier that is elsewhere now is not written in
        d = t.kast.read(t.id)
        t.kast.write(t.id, d, somebody_joined(d))
    t.beeld.opdracht = "hervat"  # the last line must not say what was being done
    raise KeyboardInterrupt


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
