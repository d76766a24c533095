"""Which templates the words on the command line stand for: a folder, a file, a name, or a folder with more of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.loading import finder
from veiligheidsplan.loading.sjabloon import BESTAND

_NAAM = re.compile(r"[a-z][a-z0-9_-]*/[a-z][a-z0-9_-]*\Z")


def chosen(paden: list[str] | None) -> list[Path]:
    """The ``sjabloon.yaml`` of each, once; without words those of the working folder and of the program."""
    from veiligheidsplan.app.sjabloon import list_sjablonen

    gevonden = list(list_sjablonen().values()) if not paden else [b for pad in paden for b in _templates(pad)]
    eerste: dict[str, Path] = {}
    for pad in gevonden:
        eerste.setdefault(os.path.realpath(pad), pad)
    return list(eerste.values())


def one(naam: str) -> Path:
    """The one template that a person named, by its folder, its file, or ``eigenaar/naam``."""
    gevonden = list(_templates(naam))
    if len(gevonden) != 1:
        raise Mislukt(f"In «{naam}» staan {len(gevonden)} sjablonen. Noem er één.")
    return gevonden[0]


def name_of(bestand: Path) -> str:
    """``eigenaar/naam`` as its folders say it; a file that stands elsewhere belongs to nobody yet."""
    delen = bestand.absolute().parts
    naam = "/".join(delen[-3:-1])
    return naam if _NAAM.match(naam) else "los/sjabloon"


def _templates(pad: str) -> Iterator[Path]:
    plek = Path(pad)
    try:
        bestaat, map_ = plek.exists(), plek.is_dir()
    except (OSError, ValueError):
        bestaat = map_ = False
    if not bestaat:
        yield finder.find_sjabloon(pad) if _NAAM.match(pad) else plek
    elif not map_ or (plek / BESTAND).is_file():
        yield plek / BESTAND if map_ else plek
    else:
        onder = sorted({*plek.glob(f"*/{BESTAND}"), *plek.glob(f"*/*/{BESTAND}")})
        if not onder:
            raise Mislukt(f"In de map «{plek}» staat geen sjabloon (een map met {BESTAND}).")
        yield from onder
