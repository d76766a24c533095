"""The YAML files in a folder beside an instrument: its tests, its translations."""

from __future__ import annotations

import os
from pathlib import Path


def yaml_files(map_: Path) -> list[Path]:
    """The ``*.yaml`` files in *map_*, by name; nothing where there is no such folder.

    A folder that is there but may not be looked into is returned itself: whoever reads it gets the fault
    (``VP101``). ``Path.glob`` would call such a folder empty, and tests that nobody ran would seem to pass.
    """
    try:
        namen = os.listdir(map_)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, ValueError):
        return [map_]
    return sorted(map_ / naam for naam in namen if naam.endswith(".yaml"))
