"""Stelt elke soort vraag; elke beweging komt als een regel JSON in het bestand dat is genoemd, en de vraag komt terug.

Zo probeert een test elke toets bij elke soort vraag in één programma.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import get_args

from vraag_alles import VRAGEN

from veiligheidsplan.cli import faults, streams, volscherm
from veiligheidsplan.cli.ask import ask
from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.plan.stap import Beweging, MetToelichting, Zichtkant


def main() -> int:
    """Arguments: the file, the view, and «eenvoudig» for the plain mode."""
    uit, kant = Path(sys.argv[1]), sys.argv[2]
    b = Beeld(eenvoudig="eenvoudig" in sys.argv)
    b.kant = next(k for k in get_args(Zichtkant) if k == kant)
    if b.eenvoudig:
        _ask_all(b, uit)
        return 0
    with volscherm.full_screen(b):
        _ask_all(b, uit)
    return 0


def _ask_all(b: Beeld, uit: Path) -> None:
    with uit.open("a", encoding="utf-8") as stroom:
        for vraag in VRAGEN:
            while True:
                kwam = ask(vraag, vandaag=date(2026, 11, 24), beeld=b)
                waarde = asdict(kwam) if isinstance(kwam, Beweging | MetToelichting) else kwam
                print(json.dumps(waarde, default=str), file=stroom, flush=True)
                if not isinstance(kwam, Beweging):
                    break


if __name__ == "__main__":
    streams.prepare()
    sys.exit(faults.guard(main))
