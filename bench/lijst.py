"""What ``lijst`` costs over 10,000 dossiers against the bare decryption of their kopbladen, in one run.

    python -m bench.lijst [DOSSIERS]

Both sides begin with a vault that was just opened, in turns (A B A B …). The list side reads every kopblad, weighs
every term, sorts, and writes every sentence; the bare side opens the seals and looks at nothing. Beside the ratio
stands how long the command takes as a process of its own, start-up and printing included.
"""

from __future__ import annotations

import io
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import redirect_stdout
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from veiligheidsplan.app import kopblad
from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.lijst import make_list
from veiligheidsplan.cli.lijst import show_list
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.storage.kluis import Kluis

DOEL = 2.0
_NU = datetime(2026, 12, 7, 10, tzinfo=UTC)
_SOORTEN = ("actie_direct", "voorwaarde_vt", "contact", "actie", "actie", "evaluatie", "afspraak")


def meet(dossiers: int = 10_000, ronden: int = 3) -> dict[str, Any]:
    """The ratio, both medians in seconds, and the whole command."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "kluis.db"
        _fill(pad, dossiers)
        tijden: dict[str, list[float]] = {"kaal": [], "lijst": []}
        for _ in range(ronden):
            for naam, werk in (("kaal", _bare), ("lijst", _list)):
                with Kluis.met_willekeurige_sleutel(pad) as kluis:
                    begin = time.process_time()  # wat anderen op deze machine doen, telt niet mee
                    aantal = werk(kluis)
                    tijden[naam].append(time.process_time() - begin)
                if aantal != dossiers:
                    raise AssertionError(aantal)
        opdracht = _command(Path(map_))
    kaal, lijst = (statistics.median(tijden[naam]) for naam in ("kaal", "lijst"))
    return {
        "naam": "lijst: alle dossiers met wat wacht, tegen kaal ontsleutelen",
        "verhouding": round(lijst / kaal, 3),
        "doel": DOEL,
        "onderdelen": {"dossiers": dossiers, "kaal_s": round(kaal, 3), "lijst_s": round(lijst, 3),
                       "opdracht_s": round(opdracht, 3)},
    }  # fmt: skip


def _fill(pad: Path, dossiers: int) -> None:
    toeval = random.Random(7)  # noqa: S311 - elke meting dezelfde dagen
    begin = stamp(Feit("dossier_begonnen", {"sjabloon": "regio/veiligheidsplan@1.0.0"}), door="Kim", tijd=_NU)
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        for n in range(dossiers):
            dagen = [(_NU + timedelta(days=toeval.randint(-30, 200))).date().isoformat() for _ in _SOORTEN]
            velden = {
                "versie": kopblad.VERSIE, "alias": f"dossier {n}", "status": "vastgesteld, ronde 2",
                "laatst": _NU.isoformat(), "vervolg": dagen[2], "evaluatie": dagen[5],
                "termijnen": [[s, d, None, 1] for s, d in zip(_SOORTEN, dagen, strict=True)],
                "agenda": {"code": "K7QXR", "momenten": [["contact", "9f1c2b7a" * 4, 0, dagen[2], None, False]]},
            }  # fmt: skip
            kluis.nieuw_dossier([begin.to_bytes()], json.dumps(velden).encode())


def _bare(kluis: Kluis) -> int:
    return sum(1 for _ in kluis.kopbladen())


def _list(kluis: Kluis) -> int:
    lijst = make_list(Dossierkast(kluis).list(), _NU)
    with redirect_stdout(io.StringIO()):
        show_list(lijst)
    return len(lijst.regels)


def _command(map_: Path) -> float:
    begin = time.perf_counter()
    opdracht = [sys.executable, "-m", "veiligheidsplan.cli.start", "lijst", "--map", str(map_)]
    subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


if __name__ == "__main__":
    print(json.dumps(meet(*(int(a) for a in sys.argv[1:2])), indent=2, ensure_ascii=False))
