"""Start of ``veiligheidsplan --help`` beside a hello-world Typer app's ``--help``: wall time, interleaved, medians."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HALLO = '''
import typer

app = typer.Typer()


@app.command()
def main(name: str = "world") -> None:
    """Say hello."""
    print("Hello", name)


app()
'''
ONS = "import sys; from veiligheidsplan.cli.start import main; sys.exit(main())"
RONDES = 25


def meet() -> dict[str, Any]:
    """The ratio of the medians. Both run through the same interpreter, so the launcher script counts for neither."""
    with tempfile.TemporaryDirectory() as map_:
        hallo = Path(map_) / "hallo.py"
        hallo.write_text(HALLO)
        ons = Path(map_) / "ons.py"
        ons.write_text(ONS)
        tijden: dict[Path, list[float]] = {hallo: [], ons: []}
        for ronde in range(RONDES + 2):
            for script in tijden:
                duur = _once(script)
                if ronde >= 2:  # the first rounds fill the caches
                    tijden[script].append(duur)
    hallo_ms, ons_ms = (statistics.median(t) * 1000 for t in (tijden[hallo], tijden[ons]))
    return {
        "naam": "start: --help tegen hallo-Typer",
        "verhouding": ons_ms / hallo_ms,
        "doel": 0.6,
        "onderdelen": {"veiligheidsplan_ms": round(ons_ms, 1), "hallo_typer_ms": round(hallo_ms, 1)},
    }


def _once(script: Path) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, str(script), "--help"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin
