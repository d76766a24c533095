"""Whether the process that holds a dossier open still lives (*levend*).

A slot with a time alone keeps a dossier shut for a while after a crash, and lets go of it while its owner
thinks. So an owner also holds a lock of the system on an empty file beside the store: that lock is gone the
moment the process is, also after ``kill -9``. The name of the file is a digest of the random token.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path


class Levensteken:
    """The locks that this process holds for one store. A system without such locks loses the sign only."""

    def __init__(self, pad: Path) -> None:
        self._pad = pad
        self._vast: dict[str, int] = {}

    def show(self, door: str) -> None:
        """Say that *door* lives, until :meth:`stop`, :meth:`close` or the end of the process."""
        if door in self._vast:
            return
        try:
            nummer = os.open(self._file(door), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return
        if _lock(nummer):
            self._vast[door] = nummer
        else:
            os.close(nummer)

    def lives(self, door: str) -> bool:
        """Whether *door* is held by a living process; what a dead one left is taken away."""
        if door in self._vast:
            return True
        pad = self._file(door)
        try:
            nummer = os.open(pad, os.O_RDWR)
        except OSError:
            return False
        try:
            dood = _lock(nummer)
        finally:
            os.close(nummer)
        if dood:
            _remove(pad)
        return not dood

    def stop(self, door: str) -> None:
        """*door* has nothing open any more."""
        nummer = self._vast.pop(door, None)
        if nummer is not None:
            os.close(nummer)
            _remove(self._file(door))

    def close(self) -> None:
        """Let go of everything."""
        for door in list(self._vast):
            self.stop(door)

    def _file(self, door: str) -> Path:
        afdruk = hashlib.sha256(door.encode()).hexdigest()[:16]
        return self._pad.with_name(f"{self._pad.name}-open-{afdruk}")


def _remove(pad: Path) -> None:
    try:
        pad.unlink(missing_ok=True)
    except OSError:
        return  # een leeg bestand dat blijft staan, zegt niets en houdt niets tegen


if sys.platform == "win32":
    import msvcrt

    def _lock(nummer: int) -> bool:
        """Whether the lock could be had."""
        try:
            msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(nummer: int) -> bool:
        """Whether the lock could be had."""
        try:
            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
