"""The terminal during a sitting (*volscherm*): its second screen, entered once, and wiped when others may look.

The second (alternate) screen has no scrollback in xterm, tmux, Windows Terminal and conhost, so what was asked
cannot be scrolled back to. A terminal may be set otherwise, and a terminal that logs to a file keeps its log:
no program can wipe that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from prompt_toolkit.input import Input, create_input
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output

from veiligheidsplan.cli.beeld import Beeld


class Blijvend:
    """An output that stays on the screen it is on: pages come and go without leaving the second screen."""

    def __init__(self, echt: Output) -> None:
        self.echt = echt

    def __getattr__(self, naam: str) -> Any:
        return getattr(self.echt, naam)

    def enter_alternate_screen(self) -> None:
        """Done once, by ``full_screen``."""

    def quit_alternate_screen(self) -> None:
        """Done once, by ``full_screen``."""


Output.register(Blijvend)


def io_of(b: Beeld) -> tuple[Input, Output]:
    """The keyboard, and stderr: stdout is for results."""
    return b.io if b.io is not None else (create_input(sys.stdin), _output())


def _output() -> Output:
    uitvoer = create_output(sys.stderr)
    if isinstance(uitvoer, Vt100_Output):
        # a terminal that does not say where its cursor is gets an English warning after two seconds, in the
        # middle of a question; what we draw does not need to know it
        uitvoer.enable_cpr = False
    return uitvoer


@contextmanager
def full_screen(b: Beeld) -> Iterator[None]:
    """Inside it all pages are on the second screen. Keys typed between two pages are not echoed."""
    invoer, uitvoer = create_input(sys.stdin), _output()
    b.io = (invoer, Blijvend(uitvoer))  # type: ignore[assignment]  # registered as an Output
    uitvoer.enter_alternate_screen()
    uitvoer.flush()
    try:
        with invoer.raw_mode():
            yield
    finally:
        b.io = None
        uitvoer.erase_screen()
        uitvoer.quit_alternate_screen()
        uitvoer.show_cursor()
        uitvoer.flush()


def wipe(b: Beeld) -> None:
    """Nothing that stood on the screen can be read or, where the terminal obeys, scrolled back to."""
    if b.io is None:
        return
    uitvoer = b.io[1]
    uitvoer.erase_screen()
    if isinstance(getattr(uitvoer, "echt", uitvoer), Vt100_Output) or _is_windows10(uitvoer):
        uitvoer.write_raw("\x1b[3J")  # the scrollback; a terminal that does not know it does nothing
    uitvoer.cursor_goto(0, 0)
    uitvoer.flush()


def _is_windows10(uitvoer: Any) -> bool:
    """A console of Windows that understands escape sequences; the older one shows them as text."""
    return type(getattr(uitvoer, "echt", uitvoer)).__name__ == "Windows10_Output"
