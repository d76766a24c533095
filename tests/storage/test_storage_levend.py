"""Whose dossier is open: a process that was killed lets go at once, and a vault that vanished saves nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from opslag_contract import expect

from veiligheidsplan.storage.sqlite import SqliteOpslag


def test_een_dossier_van_een_gedood_proces_is_meteen_weer_te_openen(pad: Path) -> None:
    """Na kill -9 hoeft niemand te wachten; zolang het andere proces leeft, blijft het dossier van dat proces."""
    opslag = SqliteOpslag.create(pad)
    opslag.create_dossier("d", {}, (), b"k")
    code = (
        "import sys, time; from pathlib import Path\n"
        "from veiligheidsplan.storage.sqlite import SqliteOpslag\n"
        "opslag = SqliteOpslag.open(Path(sys.argv[1])); opslag.claim('d', 'keukentafel', 1000.0, 9e9)\n"
        "print('vast', flush=True); time.sleep(60)\n"
    )
    ander = subprocess.Popen([sys.executable, "-c", code, str(pad)], stdout=subprocess.PIPE, text=True)
    assert ander.stdout is not None
    try:
        assert ander.stdout.readline() == "vast\n"
        with expect("VP733"):
            opslag.claim("d", "kantoor", 1001.0, 9e9)
    finally:
        ander.kill()
        ander.wait()
        ander.stdout.close()
    opslag.claim("d", "kantoor", 1001.0, 9e9)
    opslag.close()
    assert {p.name for p in pad.parent.iterdir()} == {pad.name}


def test_in_een_kluis_die_is_verdwenen_telt_niets_als_bewaard(pad: Path) -> None:
    """SQLite schrijft door in een weggehaald bestand; wie dat «bewaard» noemt, verliest een antwoord."""
    opslag = SqliteOpslag.create(pad)
    shutil.rmtree(pad.parent)
    with expect("VP718"):
        opslag.create_dossier("d", {}, (), b"k")
    opslag.close()
