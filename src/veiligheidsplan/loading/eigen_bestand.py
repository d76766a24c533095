"""A file that a template names (*eigen bestand*): only a plain one in the template's own folder, up to a size."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

Bezwaar = Literal["buiten", "niet_gewoon", "weg", "te_groot"]


def read_own_file(map_: Path, pad: Path, meest: int) -> bytes | Bezwaar:
    """At most *meest* bytes of a file that lies in *map_*, also after every link was followed. Never raises."""
    try:
        if not pad.resolve().is_relative_to(map_.resolve()):
            return "buiten"
        if not stat.S_ISREG(os.stat(pad).st_mode):
            return "niet_gewoon"
        with open(pad, "rb") as f:
            inhoud = f.read(meest + 1)
    except (OSError, ValueError, RuntimeError):
        return "weg"
    return "te_groot" if len(inhoud) > meest else inhoud
