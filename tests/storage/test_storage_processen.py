"""Real processes: killed in the middle of writing, and two at once on the same vault."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from veiligheidsplan.storage.kluis import Kluis

SCHRIJVER = """
import sys
from pathlib import Path
from veiligheidsplan.storage.kluis import Kluis
kluis, na = Kluis.met_willekeurige_sleutel(Path(sys.argv[1])), int(sys.argv[3])
while True:
    na = kluis.voeg_toe(sys.argv[2], [b"antwoord %d" % (na + 1)], b"kop %d" % (na + 1), na)
    print(na, flush=True)
"""

TELLER = """
import sys
from pathlib import Path
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.storage.kluis import Kluis
kluis, gelukt = Kluis.met_willekeurige_sleutel(Path(sys.argv[1])), 0
while gelukt < int(sys.argv[3]):
    na = kluis.lees(sys.argv[2])[-1].volgnummer
    try:
        kluis.voeg_toe(sys.argv[2], [sys.argv[4].encode()], b"kop", na)
        gelukt += 1
    except BevindingenFout as fout:
        assert [b.code for b in fout.bevindingen] == ["VP732"], fout
"""


def start(programma: str, *argumenten: object) -> subprocess.Popen[str]:
    opdracht = [sys.executable, "-c", programma, *map(str, argumenten)]
    return subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent geen kill -9")
def test_na_kill_9_midden_in_het_schrijven_staat_elk_bevestigd_antwoord_er_nog(pad: Path) -> None:
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        dossier = kluis.nieuw_dossier([b"antwoord 1"], b"kop 1")
    na = 1
    for ronde in range(6):
        proces = start(SCHRIJVER, pad, dossier, na)
        assert proces.stdout is not None
        bevestigd = proces.stdout.readline()
        time.sleep(0.01 * ronde)
        proces.kill()
        rest, fouten = proces.communicate()
        regels = (bevestigd + rest).splitlines(keepends=True)
        laatste = max(int(regel) for regel in regels if regel.endswith("\n"))
        with Kluis.met_willekeurige_sleutel(pad) as kluis:
            gelezen = kluis.lees(dossier)
            assert kluis.kopblad(dossier) == b"kop %d" % len(gelezen), "kopblad en log gaan altijd samen"
        assert laatste > na, fouten
        assert laatste <= len(gelezen) <= laatste + 1, "hoogstens het antwoord dat nog niet bevestigd was"
        assert [g.inhoud for g in gelezen] == [b"antwoord %d" % n for n in range(1, len(gelezen) + 1)]
        na = len(gelezen)


def test_twee_processen_tegelijk_verliezen_niets_van_elkaar(pad: Path) -> None:
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        dossier = kluis.nieuw_dossier([b"begin"], b"kop")
    processen = [start(TELLER, pad, dossier, 60, naam) for naam in ("keuken", "kantoor")]
    for proces in processen:
        _, fouten = proces.communicate(timeout=60)
        assert proces.returncode == 0, fouten
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        inhoud = [g.inhoud for g in kluis.lees(dossier)]
    assert (inhoud.count(b"keuken"), inhoud.count(b"kantoor")) == (60, 60)


def test_wie_leest_terwijl_een_ander_schrijft_ziet_steeds_een_heel_dossier(pad: Path) -> None:
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        dossier = kluis.nieuw_dossier([b"antwoord 1"], b"kop 1")
        proces = start(SCHRIJVER, pad, dossier, 1)
        try:
            assert proces.stdout is not None
            proces.stdout.readline()
            assert [kluis.controleer(dossier) for _ in range(60)] == [()] * 60
            assert len(kluis.lees(dossier)) > 1
        finally:
            proces.kill()
            proces.communicate()
