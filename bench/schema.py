"""``instrument valideer`` against check-jsonschema with our own schema, over the same files.

Both are whole commands in a process of their own, starting included, on one core; what counts is processor time.
Ours says more: line and column, every id, the proofs over all answers, the language, the tests beside a file.
check-jsonschema says whether a file fits the schema. *laden* is our loading alone (places and references), in a
process of its own too. Target: at most 1/15. ``python -m bench.schema [AANTAL]``
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.laden import write_instruments

from veiligheidsplan.loading.schemas import schema_text

DOEL = 0.067
AANTAL = 200
_LADEN = "import sys; from veiligheidsplan.loading import laad_instrument; [laad_instrument(p) for p in sys.argv[1:]]"


def meet(aantal: int = AANTAL) -> dict[str, Any]:
    """The ratio, and the seconds of both sides."""
    with tempfile.TemporaryDirectory() as werk:
        map_ = Path(werk) / "instrumenten"
        map_.mkdir()
        mappen = write_instruments(map_, aantal)
        schema = Path(werk) / "schema.json"
        schema.write_text(schema_text("instrument"), encoding="utf-8")
        bestanden = [str(m / "instrument.yaml") for m in mappen]
        wij = [sys.executable, "-m", "veiligheidsplan.cli.start", "instrument", "valideer", str(map_)]
        zij = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *bestanden]
        laden = [sys.executable, "-c", _LADEN, *bestanden]
        ons, hun, alleen = (_seconds(opdracht, werk) for opdracht in (wij, zij, laden))
    return {
        "naam": f"{aantal} instrumenten keuren tegenover check-jsonschema met ons schema",
        "verhouding": ons / hun,
        "doel": DOEL,
        "seconden": {"instrument valideer": ons, "check-jsonschema": hun, "laden": alleen},
        "verhouding van laden alleen": alleen / hun,
    }


def _seconds(opdracht: list[str], map_: str) -> float:
    """The processor time of a command on one core; it must find the files good."""
    begin = _used()
    klaar = subprocess.run(
        opdracht, capture_output=True, text=True, cwd=map_, preexec_fn=_one_core, check=False
    )
    duur = _used() - begin
    if klaar.returncode:
        raise SystemExit(
            f"{opdracht[2]} gaf {klaar.returncode}:\n{klaar.stdout[-2000:]}\n{klaar.stderr[-2000:]}"
        )
    return duur


def _used() -> float:
    """Seconds of processor time of all commands so far: another program beside them changes little in it."""
    gebruikt = resource.getrusage(resource.RUSAGE_CHILDREN)
    return gebruikt.ru_utime + gebruikt.ru_stime


def _one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    uitkomst = meet(*(int(a) for a in sys.argv[1:2]))
    print(uitkomst["naam"])
    print(json.dumps(uitkomst))
