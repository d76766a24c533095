"""Loading 1,000 instruments, with places and references checked, against ``yaml.CSafeLoader`` merely loading.

One core, one run, the sides in turns; no two instruments alike. ``bewijzen`` and ``taal`` go on from here.
``python -m bench.laden [AANTAL]``
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from bench.verzonnen import write_instruments

from veiligheidsplan.loading import laad_instrument

DOEL = 1.0
RONDEN = 3


def load_bare(map_: Path) -> None:
    """What we compare with."""
    yaml.load((map_ / "instrument.yaml").read_bytes(), Loader=yaml.CSafeLoader)


def seconds(werk: Callable[[Path], object], mappen: list[Path]) -> float:
    """CPU seconds of this process for all files."""
    begin = time.process_time()
    for map_ in mappen:
        werk(map_)
    return time.process_time() - begin


def against_bare(
    werk: Callable[[Path], object], naam: str, doel: float, aantal: int = 1000, ronden: int = RONDEN
) -> dict[str, Any]:
    """The median ratio of *werk* for *aantal* instruments to loading these with the bare loader."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        mappen = write_instruments(Path(tijdelijk), aantal)
        grootte = statistics.mean((map_ / "instrument.yaml").stat().st_size for map_ in mappen)
        load_bare(mappen[0]), werk(mappen[0])
        kaal, ons = [], []
        for _ in range(ronden):
            kaal.append(seconds(load_bare, mappen))
            ons.append(seconds(werk, mappen))
    return {
        "naam": f"{naam}: {aantal} instrumenten tegen kaal CSafeLoader",
        "verhouding": statistics.median(o / k for o, k in zip(ons, kaal, strict=True)),
        "doel": doel,
        "onderdelen": {"bytes_per_stuk": round(grootte), "kaal_s": kaal, "ons_s": ons},
    }


def meet(aantal: int = 1000) -> dict[str, Any]:
    """Loaded with places and references."""
    return against_bare(laad_instrument, "laden", DOEL, aantal)


if __name__ == "__main__":
    print(json.dumps(meet(*(int(a) for a in sys.argv[1:2])), indent=2))
