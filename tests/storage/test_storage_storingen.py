"""Breakdowns: each gives one Dutch sentence with a remedy, and nothing that was saved is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opslag_contract import expect

from conftest import GOEDKOOP, NU, WACHTZIN
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.storage.kluis import Kluis
from veiligheidsplan.storage.storingen import TEKSTEN, finding


@pytest.mark.parametrize("code", TEKSTEN)
def test_elke_storing_is_een_zin_met_een_raad_zonder_verwijt(code: str) -> None:
    waarden = dict.fromkeys(
        ("pad", "dossier", "volgnummer", "aantal", "minimum", "waar", "houder", "sinds"), "7"
    )
    bevinding = finding(code, **waarden)
    assert bevinding.suggestie is not None
    for zin in (bevinding.uitleg, bevinding.suggestie):
        assert zin.endswith(".")
        assert not {"error", "database", "disk", "file", "ongeldig"} & set(zin.lower().split())
        assert " u moet " not in zin


def test_een_pad_stuurt_geen_tekens_naar_de_terminal() -> None:
    assert "\x1b" not in finding("VP711", pad="/tmp/\x1b[2Jweg{dossier}").uitleg  # noqa: S108


def test_een_kluis_die_er_niet_is(pad: Path) -> None:
    with expect("VP711"):
        Kluis.open(pad, WACHTZIN)
    assert not pad.parent.exists()


def test_een_map_in_een_bestand_kan_niet(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    with expect("VP716"):
        Kluis.met_willekeurige_sleutel(tmp_path / "bestand" / "kluis.db")
    with expect("VP716"):
        Kluis.maak(tmp_path / "bestand" / "diep" / "kluis.db", WACHTZIN, NU, kosten=GOEDKOOP)


@pytest.mark.parametrize("inhoud", [b"", b"geen database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_een_bestand_dat_geen_kluis_is_blijft_zoals_het_is(pad: Path, inhoud: bytes) -> None:
    pad.parent.mkdir()
    pad.write_bytes(inhoud)
    with expect("VP713"):
        Kluis.open(pad, WACHTZIN)
    with expect("VP712"):
        Kluis.maak(pad, WACHTZIN, NU, kosten=GOEDKOOP)
    assert pad.read_bytes() == inhoud


def test_de_database_van_een_ander_programma_blijft_zoals_zij_is(pad: Path) -> None:
    pad.parent.mkdir()
    with closing(sqlite3.connect(pad)) as db, db:
        db.execute("CREATE TABLE recept (naam TEXT)")
    voor = pad.read_bytes()
    with expect("VP713"):
        Kluis.open(pad, WACHTZIN)
    assert pad.read_bytes() == voor


def test_een_kluis_van_een_nieuwere_versie_wordt_niet_aangeraakt(pad: Path) -> None:
    Kluis.maak(pad, WACHTZIN, NU, kosten=GOEDKOOP)[0].sluit()
    with closing(sqlite3.connect(pad)) as db:
        db.execute("PRAGMA user_version = 99")
    voor = pad.read_bytes()
    with expect("VP714"):
        Kluis.open(pad, WACHTZIN)
    assert pad.read_bytes() == voor


@given(data=st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_waar_het_bestand_ook_beschadigd_raakt_er_komt_nooit_iets_verkeerds_uit(
    tmp_path: Path, data: st.DataObject
) -> None:
    """Either every event as it was written, or findings; never another text and never another exception."""
    pad, voorbeeld = tmp_path / "kluis.db", tmp_path / "heel.db"
    inhoud = [b"antwoord %d" % n for n in range(30)]
    if not voorbeeld.exists():
        with Kluis.met_willekeurige_sleutel(pad) as kluis:
            (tmp_path / "id").write_text(kluis.nieuw_dossier(inhoud, b"kop"))
        shutil.copy(pad, voorbeeld)
    heel = bytearray(voorbeeld.read_bytes())
    for plek in data.draw(st.lists(st.integers(0, len(heel) - 1), min_size=1, max_size=4)):
        heel[plek] ^= data.draw(st.integers(1, 255))
    for rest in tmp_path.glob("kluis.db-*"):
        rest.unlink()
    pad.write_bytes(heel)
    dossier = (tmp_path / "id").read_text()
    bekend: set[str] = set()
    try:
        with Kluis.met_willekeurige_sleutel(pad) as kluis:
            gered, _ = kluis.red(dossier)
            assert {g.inhoud for g in gered} <= {*inhoud, None}
            assert [g.inhoud for g in kluis.lees(dossier)] == inhoud
            assert dict(kluis.kopbladen()) == {dossier: b"kop"}
    except BevindingenFout as fout:
        bekend = {b.code for b in fout.bevindingen}
    assert bekend <= set(TEKSTEN)


def test_een_beschadigde_sleutel_in_het_bestand_is_geen_verkeerde_wachtzin(pad: Path) -> None:
    Kluis.maak(pad, WACHTZIN, NU, kosten=GOEDKOOP)[0].sluit()
    with closing(sqlite3.connect(pad)) as db, db:
        db.execute("UPDATE sleutelhouder SET gesloten = zeroblob(length(gesloten)) WHERE soort = 'wachtzin'")
    with expect("VP713"):
        Kluis.open(pad, WACHTZIN)


def test_een_schijf_die_vol_loopt_verliest_niets_van_wat_is_bewaard(kluis: Kluis) -> None:
    dossier = kluis.nieuw_dossier([b"een"], b"k")
    vol = kluis._opslag._db.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
    kluis._opslag._db.execute(f"PRAGMA max_page_count = {vol + 8}")  # type: ignore[attr-defined]
    na = 1
    with expect("VP715"):
        for _ in range(1000):
            na = kluis.voeg_toe(dossier, [b"antwoord"], b"k", na)
    assert na > 3
    assert len(kluis.lees(dossier)) == na
    kluis._opslag._db.execute("PRAGMA max_page_count = 100000")  # type: ignore[attr-defined]
    assert kluis.voeg_toe(dossier, [b"er is weer ruimte"], b"k", na) == na + 1


@pytest.fixture
def kleine_schijf(tmp_path: Path) -> Iterator[Path]:
    """A real file system of one megabyte."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("een kleine schijf aankoppelen kan hier alleen als root op Linux")
    plek = tmp_path / "schijf"
    plek.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", plek], capture_output=True
    ).returncode:
        pytest.skip("een kleine schijf aankoppelen mag hier niet")
    yield plek
    subprocess.run(["umount", "-l", plek], check=True)


def test_een_echte_volle_schijf_verliest_niets(kleine_schijf: Path) -> None:
    with Kluis.met_willekeurige_sleutel(kleine_schijf / "kluis.db") as kluis:
        dossier = kluis.nieuw_dossier([b"een"], b"k")
        (kleine_schijf / "vulling").write_bytes(b"x" * 700_000)
        na = 1
        with expect("VP715"):
            for _ in range(1000):
                na = kluis.voeg_toe(dossier, [b"antwoord"], b"k", na)
        with expect("VP715"):
            kluis.back_up(kleine_schijf / "kopie.db")
        assert not (kleine_schijf / "kopie.db").exists()
        (kleine_schijf / "vulling").unlink()
        assert kluis.voeg_toe(dossier, [b"er is weer ruimte"], b"k", na) == na + 1
    with Kluis.met_willekeurige_sleutel(kleine_schijf / "kluis.db") as kluis:
        assert len(kluis.lees(dossier)) == na + 1


def test_een_schijf_die_alleen_lezen_toestaat(kleine_schijf: Path) -> None:
    pad = kleine_schijf / "kluis.db"
    Kluis.maak(pad, WACHTZIN, NU, kosten=GOEDKOOP)[0].sluit()
    voor = pad.read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", kleine_schijf], check=True)
    with expect("VP716"):
        Kluis.open(pad, WACHTZIN)
    with expect("VP716"):
        Kluis.maak(kleine_schijf / "nieuw" / "kluis.db", WACHTZIN, NU, kosten=GOEDKOOP)
    assert pad.read_bytes() == voor


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="root mag alles, en Windows kent dit niet"
)
def test_een_map_zonder_schrijfrecht(tmp_path: Path) -> None:
    (tmp_path / "dicht").mkdir(mode=0o500)
    with expect("VP716"):
        Kluis.maak(tmp_path / "dicht" / "kluis.db", WACHTZIN, NU, kosten=GOEDKOOP)


def test_een_kluis_die_een_ander_bezet_houdt_wordt_gemeld(kluis: Kluis, pad: Path) -> None:
    dossier = kluis.nieuw_dossier([b"een"], b"k")
    kluis._opslag._db.execute("PRAGMA busy_timeout = 50")  # type: ignore[attr-defined]
    with closing(sqlite3.connect(pad, isolation_level=None)) as ander:
        ander.execute("BEGIN IMMEDIATE")
        with expect("VP717"):
            kluis.voeg_toe(dossier, [b"twee"], b"k", 1)
        assert kluis.lees(dossier) == ((1, b"een"),), "lezen kan dan nog"
    assert kluis.voeg_toe(dossier, [b"twee"], b"k", 1) == 2
