"""Every store passes the same contract; here the SQLite one, and what only a file can promise."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from opslag_contract import EEN, OpslagContract, record

from veiligheidsplan.storage.sqlite import SqliteOpslag


class TestSqlite(OpslagContract):
    @pytest.fixture
    def opslag(self, pad: Path) -> Iterator[SqliteOpslag]:
        opslag = SqliteOpslag.create(pad)
        yield opslag
        opslag.close()


def test_een_andere_opening_van_hetzelfde_bestand_ziet_meteen_wat_is_bewaard(pad: Path) -> None:
    een, twee = SqliteOpslag.create(pad), SqliteOpslag.open(pad)
    een.create_dossier(EEN, {}, (eerste := record(1),), b"k")
    assert twee.read(EEN) == (b"k", (eerste,))
    een.close()
    twee.close()


def test_een_back_up_is_het_hele_dossier_in_een_enkel_bestand_zonder_slot(pad: Path, tmp_path: Path) -> None:
    opslag = SqliteOpslag.create(pad)
    opslag.create_dossier(EEN, {"ik": b"s"}, (eerste := record(1),), b"k")
    opslag.claim(EEN, "keukentafel", 1000.0, 60.0)
    opslag.back_up(tmp_path / "weg" / "kopie.db")
    opslag.close()
    assert [p.name for p in (tmp_path / "weg").iterdir()] == ["kopie.db"]
    kopie = SqliteOpslag.open(tmp_path / "weg" / "kopie.db")
    assert kopie.read(EEN) == (b"k", (eerste,))
    assert kopie.sleutels(EEN) == {"ik": b"s"}
    kopie.claim(EEN, "kantoor", 1001.0, 60.0)
    kopie.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows kent deze rechten niet")
def test_alleen_de_eigenaar_mag_bij_de_map_en_bij_elk_bestand_erin(pad: Path, tmp_path: Path) -> None:
    oud = os.umask(0)
    try:
        opslag = SqliteOpslag.create(pad)
        opslag.create_dossier(EEN, {}, (record(1),), b"k")
        opslag.back_up(pad.parent / "kopie.db")
        namen = {p.name: stat.S_IMODE(p.stat().st_mode) for p in pad.parent.iterdir()}
        opslag.close()
    finally:
        os.umask(oud)
    assert stat.S_IMODE(pad.parent.stat().st_mode) == 0o700
    assert namen == dict.fromkeys(("kluis.db", "kluis.db-wal", "kluis.db-shm", "kopie.db"), 0o600)
