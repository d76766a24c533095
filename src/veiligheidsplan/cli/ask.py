"""Asks one step: in a full terminal or in the plain mode. The engine saves, and decides what comes next.

Ctrl-C raises ``KeyboardInterrupt`` and Ctrl-D or the end of the input ``EOFError``, in every kind. What is half
typed is then lost; after any other movement it comes back with the question. A bare Enter never chooses an
answer: it goes on where nothing is required, or keeps what stood there to be read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.cli.antwoord import confirm_question, must_confirm
from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.notitie import with_note
from veiligheidsplan.cli.screens import is_plain
from veiligheidsplan.plan.stap import Beweging, Reactie, Stap, Waarde

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

Controle = Callable[[Waarde], Bevinding | None]


def ask(
    stap: Stap,
    *,
    controle: Controle | None = None,
    eenvoudig: bool = False,
    vandaag: date | None = None,
    beeld: Beeld | None = None,
    io: tuple[Input, Output] | None = None,
) -> Reactie:
    """The answer to *stap*, of its kind and within its bounds; or a movement that was made instead.

    *controle* may refuse an answer (a fault: asked again) or warn (accepted when given once more). *vandaag*
    lets a date be «vandaag» or «vrijdag». *beeld* is what the screen remembers during a sitting. *io* replaces
    the terminal in tests.
    """
    b = beeld if beeld is not None else Beeld(eenvoudig=eenvoudig or (io is None and not can_draw()))
    if io is not None:
        b.io, b.eenvoudig = io, False
    if b.wacht is not None:
        wacht, b.wacht = b.wacht, None
        return wacht
    keuring = _judge(stap, controle)
    if b.eenvoudig:
        from veiligheidsplan.cli import plain

        uit = plain.answer(b, stap, vandaag, keuring)
    else:
        from veiligheidsplan.cli import prompts

        uit = prompts.answer(b, stap, vandaag, keuring)
    if isinstance(uit, Beweging):
        return uit
    concept = b.draft(stap)
    b.drop(stap)
    return with_note(concept, uit)


def can_draw() -> bool:
    """Whether there is a person at a terminal that can move a cursor."""
    return sys.stdin is not None and sys.stdin.isatty() and not is_plain(sys.stderr)


def _judge(stap: Stap, controle: Controle | None) -> Callable[[Waarde], str | None]:
    """What stands in the way of an answer: to confirm an old one, a fault, or a warning given once."""
    gezien: list[tuple[str, Waarde]] = []

    def once(soort: str, waarde: Waarde) -> bool:
        nieuw = (soort, waarde) not in gezien
        gezien[:] = [g for g in gezien if g[1] == waarde] + [(soort, waarde)]
        return nieuw

    def judge(waarde: Waarde) -> str | None:
        if must_confirm(stap, waarde) and once("ronde", waarde):
            return confirm_question(stap)
        bevinding = controle(waarde) if controle else None
        if bevinding is None or (bevinding.ernst is Ernst.WAARSCHUWING and not once("let_op", waarde)):
            return None
        return refusal(bevinding, stap)

    return judge


def refusal(bevinding: Bevinding, stap: Stap) -> str:
    """Why an answer is not taken, or what to look at again. The question stands above it already."""
    zin = f"Let op: {bevinding.uitleg.removeprefix(f'«{stap.tekst}»: ')}"
    zin += "" if zin.endswith((".", "!", "?")) else "."
    if bevinding.ernst is not Ernst.FOUT:
        zin += " Klopt het toch? Geef dan hetzelfde antwoord nog eens."
    return f"{zin} {bevinding.suggestie or ''}".strip()
