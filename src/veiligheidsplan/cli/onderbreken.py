"""Stopping: Ctrl-C, a closed window and a request of the system all end the conversation in the same way."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

#: SIGHUP is a closed window; Windows has SIGBREAK; SIGQUIT would write the memory, with keys and answers, to a file
_NAMEN = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK", "SIGQUIT")
STOPSIGNALEN = tuple(getattr(signal, naam) for naam in _NAMEN if hasattr(signal, naam))


@contextmanager
def stops_as_ctrl_c() -> Iterator[None]:
    """Inside it every request to stop raises ``KeyboardInterrupt``, once: a key held down spoils nothing."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    oud = {nummer: signal.signal(nummer, _stop) for nummer in STOPSIGNALEN}
    try:
        yield
    finally:
        for nummer, was in oud.items():
            signal.signal(nummer, was)


def ignore_stops() -> None:
    """From here on the program is ending already."""
    if threading.current_thread() is threading.main_thread():
        for nummer in STOPSIGNALEN:
            signal.signal(nummer, signal.SIG_IGN)


def _stop(_nummer: int, _plek: FrameType | None) -> NoReturn:
    ignore_stops()
    raise KeyboardInterrupt
