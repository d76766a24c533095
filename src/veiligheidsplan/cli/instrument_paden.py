"""Which instrument a path belongs to: a test or a translation stands for the instrument that it is of."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from veiligheidsplan.loading.naast import yaml_files

#: the folders of an instrument whose files are not instruments themselves
ONDERDELEN = ("tests", "vertalingen")
_BESTAND = "instrument.yaml"


def instrument_of(plek: Path) -> Path:
    """The folder of the instrument that the file *plek* is a part of; *plek* itself where it is no part."""
    map_ = plek.absolute().parent.parent
    if plek.is_file() and plek.parent.name in ONDERDELEN and (holds_one(map_) or is_left_over(map_)):
        return plek.parent.parent
    return plek


def holds_one(map_: Path) -> bool:
    """Whether the folder holds an instrument."""
    return (map_ / _BESTAND).is_file()


def is_left_over(map_: Path) -> bool:
    """Whether the folder has tests or translations, stands among instruments, and its instrument is gone."""
    if holds_one(map_) or not any(yaml_files(map_ / deel) for deel in ONDERDELEN):
        return False
    map_ = map_.absolute()
    return map_.parent.name == "instrumenten" or any(holds_one(p) for p in map_.parent.iterdir())


def is_broken(plek: Path) -> bool:
    """Whether *plek*, or the instrument in it, is a link to what is not there: never passed over in silence."""
    return any(pad.is_symlink() and not pad.exists() for pad in (plek, plek / _BESTAND))


def file_of(pad: Path) -> Path:
    """The file itself of an instrument that was named by its folder or by its file."""
    return pad / _BESTAND if pad.is_dir() else pad


def unique(paden: Iterable[Path]) -> list[Path]:
    """*paden* in order, each instrument once, however it was named."""
    eerste: dict[str, Path] = {}
    for pad in paden:
        eerste.setdefault(os.path.realpath(file_of(pad)), pad)
    return list(eerste.values())
