"""The prompts of a full terminal: a list to choose from (our own) and a line to type on (questionary)."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from veiligheidsplan.cli.ask import chosen_value, earlier, exclusive_of, options_of, typed_default
from veiligheidsplan.cli.screens import say
from veiligheidsplan.cli.typed import Weigering, bounds, read_typed
from veiligheidsplan.plan.stap import Stap, Waarde

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.output import Output

#: questionary's own look is bold and orange; without colour nothing may be bold either
_PLAIN_STYLE = [("qmark", "nobold"), ("question", "nobold"), ("answer", "fg:default nobold")]


def answer(stap: Stap, vandaag: date | None, io: tuple[Input, Output] | None) -> Waarde:
    """Ask until there is an answer."""
    if stap.soort == "mededeling":
        _line("Druk op Enter om verder te gaan.", "", multiline=False, io=io)
        return None
    if stap.soort in ("keuze", "meerkeuze"):
        return _choose(stap, io)
    return _type(stap, vandaag, io)


def _choose(stap: Stap, io: tuple[Input, Output] | None) -> Waarde:
    from veiligheidsplan.cli.pick import pick

    codes = pick(
        options_of(stap),
        meer=stap.soort == "meerkeuze",
        alleen=exclusive_of(stap) if stap.soort == "meerkeuze" else frozenset(),
        eerder=earlier(stap),
        mag_leeg=not stap.verplicht,
        hulp=stap.hulp,
        io=io or _terminal(),
    )
    return chosen_value(stap, codes)


def _type(stap: Stap, vandaag: date | None, io: tuple[Input, Output] | None) -> Waarde:
    for regel in _explain(stap):
        say("  " + regel, stijl="stil")
    standaard = typed_default(stap)
    while True:
        tekst = _line("Uw antwoord:", standaard, multiline=stap.meer_regels, io=io)
        if tekst.strip() == "?" and stap.hulp:
            say(stap.hulp)
            continue
        waarde = read_typed(stap, tekst, vandaag)
        if not isinstance(waarde, Weigering):
            return waarde
        say(waarde.uitleg, stijl="let_op")
        standaard = tekst


def _line(vraag: str, standaard: str, *, multiline: bool, io: tuple[Input, Output] | None) -> str:
    import questionary

    invoer, uitvoer = io or _terminal()
    stijl: dict[str, Any] = {"style": questionary.Style(_PLAIN_STYLE)} if os.environ.get("NO_COLOR") else {}
    tekst = questionary.text(
        vraag,
        default=standaard,
        qmark="",
        instruction="",
        multiline=multiline,
        key_bindings=_finish_keys() if multiline else None,
        input=invoer,
        output=uitvoer,
        **stijl,
    ).unsafe_ask()
    return str(tekst)


def _finish_keys() -> KeyBindings:
    """Esc and Enter finish, also when that Enter was typed ahead, before the terminal was ours."""
    from prompt_toolkit.key_binding import KeyBindings

    toetsen = KeyBindings()
    toetsen.add("escape", "c-j")(lambda event: event.current_buffer.validate_and_handle())
    return toetsen


def _terminal() -> tuple[Input, Output]:
    """The keyboard, and stderr: stdout is for results."""
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output import create_output
    from prompt_toolkit.output.vt100 import Vt100_Output

    uitvoer = create_output(sys.stderr)
    if isinstance(uitvoer, Vt100_Output):
        # a terminal that does not say where its cursor is gets an English warning after two seconds, in the
        # middle of a question; what we draw does not need to know it
        uitvoer.enable_cpr = False
    return create_input(sys.stdin), uitvoer


def _explain(stap: Stap) -> list[str]:
    regels = []
    if stap.uitersten:
        regels.append(", ".join(f"{waarde} = {tekst}" for waarde, tekst in stap.uitersten))
    if stap.soort in ("getal", "schaal"):
        regels.append(f"Typ een heel getal{bounds(stap)}.")
    elif stap.soort == "datum":
        regels.append("Bijvoorbeeld: 7 december 2026, 7-12-2026, vandaag, morgen of vrijdag.")
    elif stap.soort == "tijd":
        regels.append("Bijvoorbeeld: 14.30")
    if stap.bijzonder:
        regels.append("Of typ: " + ", of: ".join(k.tekst.lower() for k in stap.bijzonder))
    if stap.meer_regels:
        regels.append("Enter geeft een nieuwe regel. Klaar? Druk op Esc en daarna op Enter.")
    if not stap.verplicht:
        regels.append("U mag dit leeg laten.")
    if stap.hulp:
        regels.append("Typ ? voor uitleg.")
    return regels
