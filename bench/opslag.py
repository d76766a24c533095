"""What one durable, sealed answer costs against a bare SQLite insert that is just as durable, in one run.

    python bench/opslag.py [--map MAP] [--aantal N] [--dossiers N]

Both sides: own transaction, WAL, synchronous=FULL, on the same disk, in turns (A B A B …), so that a busy
moment hits both. The answer goes through ``Kluis.voeg_toe`` as in the interview: a ~300-byte event and a
~400-byte kopblad. The bare side inserts the same ~300 bytes. Prints the ratio, and all as JSON on the last
line.
"""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from veiligheidsplan.storage.kluis import Kluis

DOEL = 2.0
GEBEURTENIS = 300
KOPBLAD = 400


def meet(aantal: int = 1500, dossiers: int = 10_000) -> dict[str, Any]:
    """The ratio of one sealed, durable answer to a bare insert that is as durable; and ``lijst`` of many dossiers."""
    with tempfile.TemporaryDirectory() as map_:
        uitkomst = measure_answer(Path(map_), aantal)
        lijst = measure_list(Path(map_), dossiers)
    return {
        "naam": "opslag: verzegeld antwoord tegen kale insert",
        "verhouding": uitkomst["verhouding"],
        "doel": DOEL,
        "onderdelen": {**uitkomst, **lijst},
    }


def measure_answer(map_: Path, aantal: int) -> dict[str, float]:
    """Medians in milliseconds of *aantal* turns each, after a warm-up."""
    kaal = _bare(map_ / "kaal.db")
    gebeurtenis, kopblad = os.urandom(GEBEURTENIS), os.urandom(KOPBLAD)
    with Kluis.met_willekeurige_sleutel(map_ / "kluis.db") as kluis:
        dossier = kluis.nieuw_dossier([gebeurtenis], kopblad)
        stand = 1

        def answer() -> None:
            nonlocal stand
            stand = kluis.voeg_toe(dossier, [gebeurtenis], kopblad, stand)

        def insert() -> None:
            kaal.execute("BEGIN IMMEDIATE")
            kaal.execute("INSERT INTO rij (inhoud) VALUES (?)", (gebeurtenis,))
            kaal.execute("COMMIT")

        tijden: dict[Callable[[], None], list[float]] = {answer: [], insert: []}
        for beurt in range(aantal + 100):
            for werk, gemeten in tijden.items():
                begin = time.perf_counter()
                werk()
                if beurt >= 100:
                    gemeten.append((time.perf_counter() - begin) * 1000)
    kaal.close()
    mediaan = {werk: statistics.median(gemeten) for werk, gemeten in tijden.items()}
    return {
        "antwoord_ms": round(mediaan[answer], 4),
        "kaal_ms": round(mediaan[insert], 4),
        "verhouding": round(mediaan[answer] / mediaan[insert], 3),
        "aantal": aantal,
    }


def measure_list(map_: Path, dossiers: int) -> dict[str, float]:
    """Seconds for every kopblad of a vault that was just opened, so with no key at hand yet."""
    pad = map_ / "veel.db"
    kopblad = os.urandom(KOPBLAD)
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        for _ in range(dossiers):
            kluis.nieuw_dossier([b"eerste"], kopblad)
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        begin = time.perf_counter()
        aantal = sum(1 for _ in kluis.kopbladen())
        duur = time.perf_counter() - begin
    return {"dossiers": aantal, "lijst_s": round(duur, 3)}


def _bare(pad: Path) -> sqlite3.Connection:
    db = sqlite3.connect(pad, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE rij (id INTEGER PRIMARY KEY, inhoud BLOB NOT NULL)")
    return db


if __name__ == "__main__":
    print(json.dumps(meet(), indent=2))
