"""Loading instruments, and ``instrument valideer``, against check-jsonschema with our own schema, over 1,000 files.

All are whole commands in a process of their own, starting included, on one core; what counts is processor time.

- *check-jsonschema* says whether a file fits the schema: its form.
- *laden* is the fair counterpart, and the one with the target (at most 1/15): our loading finds every fault of form,
  with line and column, and also every reference to what does not exist, double keys, and what YAML 1.1 makes of a word.
- *alles* is ``instrument valideer``: also the proofs over all answers, the language, the tests and translations beside
  a file, and a look for real people. No schema can say those things; it is shown, and has no target of its own.

*starten* is what each takes for one file: the rest grows with the files. ``python -m bench.schema [AANTAL]``
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

DOEL = 1 / 15
AANTAL = 1000
_LADEN = """\
import sys
from veiligheidsplan.loading import laad_instrument
for pad in sys.argv[1:]:
    laad_instrument(pad)
"""


def meet(aantal: int = AANTAL) -> dict[str, Any]:
    """The ratio of loading, that of everything, and the seconds of all, also for one file."""
    with tempfile.TemporaryDirectory() as werk:
        map_ = Path(werk) / "instrumenten"
        map_.mkdir()
        mappen = write_instruments(map_, aantal)
        schema = Path(werk) / "schema.json"
        schema.write_text(schema_text("instrument"), encoding="utf-8")
        starten, tijden = (  # the first also fills the caches of Python
            {naam: _seconds(opdracht, werk) for naam, opdracht in _commands(schema, deel).items()}
            for deel in (mappen[:1], mappen)
        )
    return {
        "naam": f"{aantal} instrumenten laden (vorm en verwijzingen) tegenover check-jsonschema met ons schema",
        "verhouding": tijden["laden"] / tijden["check-jsonschema"],
        "doel": DOEL,
        "keer zo snel": {
            naam: round(tijden["check-jsonschema"] / tijden[naam], 1) for naam in ("laden", "alles")
        },
        "seconden": tijden,
        "seconden om te starten": starten,
    }


def _commands(schema: Path, mappen: list[Path]) -> dict[str, list[str]]:
    bestanden = [str(m / "instrument.yaml") for m in mappen]
    return {
        "check-jsonschema": [
            sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *bestanden,
        ],
        "laden": [sys.executable, "-c", _LADEN, *bestanden],
        "alles": [sys.executable, "-m", "veiligheidsplan.cli.start", "instrument", "valideer", *bestanden],
    }  # fmt: skip


def _seconds(opdracht: list[str], map_: str) -> float:
    """The processor time of a command on one core. A few of the invented files have a fault that only proofs show."""
    begin = _used()
    klaar = subprocess.run(
        opdracht, capture_output=True, text=True, cwd=map_, preexec_fn=_one_core, check=False
    )
    duur = _used() - begin
    if klaar.returncode and "bekeken." not in klaar.stdout:
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
