"""Reading a pipe (*pijp*), as a shell makes it for ``<(opdracht)``, without waiting for ever for what never comes."""

from __future__ import annotations

import os
import select
import time
from pathlib import Path
from typing import Final

#: seconds that nobody has the pipe open for writing
WACHT_OP_SCHRIJVER: Final = 3.0
#: seconds that a program at the other end may think, or ask a person for a passphrase
WACHT_OP_INHOUD: Final = 120.0


def read_pipe(pad: Path, hoogstens: int) -> bytes:
    """At most *hoogstens* bytes; raises ``TimeoutError`` where nothing comes, and ``OSError`` as ``open`` does."""
    fd = os.open(pad, os.O_RDONLY | os.O_NONBLOCK)
    try:
        return _read(fd, hoogstens)
    finally:
        os.close(fd)


def _read(fd: int, hoogstens: int) -> bytes:
    stukken: list[bytes] = []
    over, begin = hoogstens, time.monotonic()
    while over > 0:
        try:
            stuk = os.read(fd, min(over, 1 << 16))
        except BlockingIOError:  # somebody holds the other end, and has nothing to say yet
            if not select.select([fd], [], [], WACHT_OP_INHOUD)[0]:
                raise TimeoutError from None
            begin = float("-inf")
            continue
        if not stuk and not stukken and time.monotonic() - begin < WACHT_OP_SCHRIJVER:
            time.sleep(0.02)
            continue
        if not stuk:
            break
        stukken.append(stuk)
        over -= len(stuk)
    if not stukken and begin != float("-inf"):
        raise TimeoutError
    return b"".join(stukken)
