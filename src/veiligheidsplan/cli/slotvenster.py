"""The locked page of a full terminal: a field that shows nothing of what is typed in it."""

from __future__ import annotations

from collections.abc import Sequence

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, Window
from prompt_toolkit.layout.processors import BeforeInput, PasswordProcessor

from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.toetsen import BEDIENING
from veiligheidsplan.cli.venster import Vel, run


def ask_locked(b: Beeld, regels: Sequence[str], melding: str) -> str | None:
    """What was typed; ``None`` when the numbers were asked for."""
    buffer, toetsen = Buffer(), KeyBindings()
    for enter in (Keys.ControlM, Keys.ControlJ):
        toetsen.add(enter)(lambda event: event.app.exit(result=buffer.text))
    gevaar = next(x for x in BEDIENING if x.daad == "nu_gevaar")
    for toets in (gevaar.f, gevaar.ctrl):
        toetsen.add(toets, eager=True)(lambda event: event.app.exit(result=None))
    veld = Window(
        BufferControl(buffer, input_processors=[PasswordProcessor(char=""), BeforeInput("Uw wachtzin: ")]),
        height=1,
    )
    vel = Vel(
        "",
        lambda: [("vraag", regels[0]), *(("", r) for r in regels[1:-1])],
        lambda: [*([("let_op", melding)] if melding else []), ("", regels[-1])],
        veld,
        toetsen,
        daden=False,
    )
    uit: str | None = run(b, vel)
    return uit
