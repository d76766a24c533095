"""Keys typed too early, before the passphrase is asked, are not shown: they may be the passphrase."""

from __future__ import annotations

import atexit
import contextlib
import sys
from typing import Any

_voorheen: list[tuple[int, Any]] = []


def hide_typing() -> None:
    """From here a terminal shows no key, until ``show_typing``. Elsewhere, and on Windows, nothing happens."""
    if sys.platform == "win32" or sys.stdin is None or not sys.stdin.isatty():
        return
    import termios

    with contextlib.suppress(termios.error, OSError, ValueError):
        kanaal = sys.stdin.fileno()
        stand = termios.tcgetattr(kanaal)
        stil = [*stand[:3], stand[3] & ~termios.ECHO, *stand[4:]]
        termios.tcsetattr(kanaal, termios.TCSANOW, stil)
        _voorheen.append((kanaal, stand))
        atexit.register(show_typing)


def show_typing() -> None:
    """The terminal as it was before ``hide_typing``."""
    if sys.platform == "win32":
        return
    import termios

    while _voorheen:
        kanaal, stand = _voorheen.pop()
        with contextlib.suppress(termios.error, OSError, ValueError):
            termios.tcsetattr(kanaal, termios.TCSANOW, stand)
