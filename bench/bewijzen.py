"""Loading and every proof (all checks but those of language), against the bare loader; see ``laden``.

``python -m bench.bewijzen [AANTAL]``
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from bench.laden import against_bare

from veiligheidsplan.app.valideer import place_content
from veiligheidsplan.instrument.controle_bereik import check_reach
from veiligheidsplan.instrument.controle_lijsten import check_lists
from veiligheidsplan.instrument.controle_vorm import check_form
from veiligheidsplan.loading.models import inspect_instrument
from veiligheidsplan.loading.yaml_source import collecting_paused

DOEL = 1.5
_DAG = date(2026, 11, 24)


def prove(map_: Path) -> None:
    """Load one instrument, and all checks of its content without language, each finding at its place."""
    with collecting_paused():  # as ``validate`` does: what is made for one file is gone again before its end
        _prove(map_)


def _prove(map_: Path) -> None:
    instrument, _, kaart = inspect_instrument(map_)
    if instrument is None:
        raise AssertionError(map_)
    place_content((*check_lists(instrument), *check_reach(instrument), *check_form(instrument, _DAG)), kaart)


def meet(aantal: int = 1000) -> dict[str, Any]:
    """Loaded and proven."""
    return against_bare(prove, "bewijzen", DOEL, aantal)


if __name__ == "__main__":
    print(json.dumps(meet(*(int(a) for a in sys.argv[1:2])), indent=2))
