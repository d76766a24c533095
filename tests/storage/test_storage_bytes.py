"""What somebody finds who has the files: no word in clear, and nothing of what was destroyed."""

from __future__ import annotations

import os
import random
import tempfile
from pathlib import Path

import pytest

from conftest import GOEDKOOP, NU, WACHTZIN
from veiligheidsplan.storage.kluis import Kluis

WOORDEN = (b"Noor Voorbeeld", b"wapen_in_huis", b"wil niet zeggen", b"alias-blauwe-vaas", b"2026-12-07")


def all_bytes(map_: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(map_.rglob("*")) if p.is_file())


def test_geen_woord_of_tijd_staat_leesbaar_in_de_map_en_niets_in_de_tijdelijke_map(
    pad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tijdelijk = tmp_path / "tijdelijk"
    tijdelijk.mkdir()
    for naam in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(naam, str(tijdelijk))
    monkeypatch.setattr(tempfile, "tempdir", None)
    kluis, herstelsleutel = Kluis.maak(pad, WACHTZIN, NU, kosten=GOEDKOOP)
    dossier = kluis.nieuw_dossier([b" ".join(WOORDEN)], WOORDEN[3])
    for na in range(1, 40):
        kluis.voeg_toe(dossier, [WOORDEN[na % 5] * na], WOORDEN[3], na)
    kluis.vernietig(dossier, 3, WOORDEN[0], WOORDEN[3])
    kluis.voeg_toe(dossier, [WOORDEN[1]], WOORDEN[3], 41)
    kluis.back_up(pad.parent / "kopie.db")
    assert {"kluis.db", "kluis.db-wal", "kluis.db-shm"} <= {p.name for p in pad.parent.iterdir()}
    bytes_ = all_bytes(pad.parent)
    geheimen = (
        *WOORDEN,
        WACHTZIN.encode(),
        herstelsleutel.encode(),
        herstelsleutel.replace("-", "").encode(),
    )
    assert [geheim for geheim in geheimen if geheim in bytes_] == []
    assert dossier.encode() in bytes_, "anders keek deze test niet in het goede bestand"
    assert list(tijdelijk.iterdir()) == []
    kluis.sluit()
    assert sorted(p.name for p in pad.parent.iterdir()) == ["kluis.db", "kopie.db"]


@pytest.mark.parametrize("zaad", range(3))
def test_van_vernietigde_inhoud_staat_geen_stukje_meer_in_de_bestanden(
    kluis: Kluis, pad: Path, zaad: int
) -> None:
    kans = random.Random(zaad)  # noqa: S311 – geen geheim, een herhaalbare volgorde
    standen = {kluis.nieuw_dossier([b"begin"], b"k"): 1 for _ in range(4)}
    for _ in range(120):  # dooreen, zodat bladzijden van het bestand worden gesplitst
        dossier = kans.choice(list(standen))
        inhoud = os.urandom(kans.choice([20, 300, 900, 3000]))
        standen[dossier] = kluis.voeg_toe(dossier, [inhoud], b"k", standen[dossier])
    for _ in range(30):
        dossier = kans.choice(list(standen))
        nummer = kans.randint(1, standen[dossier])
        verzegeld = kluis._opslag.read(dossier)[1][nummer - 1].verzegeld
        if verzegeld is None:
            continue
        assert verzegeld[:64] in all_bytes(pad.parent)
        assert kluis.vernietig(dossier, nummer, b"gewist", b"k") == ()
        standen[dossier] += 1
        over = all_bytes(pad.parent)
        assert not any(verzegeld[plek : plek + 16] in over for plek in range(0, len(verzegeld) - 16, 8))
    assert all(kluis.controleer(dossier) == () for dossier in standen)


def test_van_een_verwijderd_dossier_en_zijn_sleutels_blijft_niets_over(kluis: Kluis, pad: Path) -> None:
    dossier = kluis.nieuw_dossier([b"een"], b"k")
    verpakt = next(iter(kluis._opslag.sleutels(dossier).values()))
    assert verpakt[64:] in all_bytes(pad.parent)
    kluis.verwijder(dossier)
    over = all_bytes(pad.parent)
    assert verpakt[64:] not in over
    assert dossier.encode() not in over


def test_wie_meeleest_houdt_het_opruimen_tegen_en_dat_wordt_gezegd_en_later_ingehaald(pad: Path) -> None:
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        dossier = kluis.nieuw_dossier([b"een", b"twee"], b"k")
        verzegeld = kluis._opslag.read(dossier)[1][0].verzegeld or b""
        with Kluis.met_willekeurige_sleutel(pad) as lezer:
            lezer._opslag._db.execute("BEGIN")  # type: ignore[attr-defined]
            lezer._opslag.kopblad(dossier)
            kluis._opslag._db.execute("PRAGMA busy_timeout = 50")  # type: ignore[attr-defined]
            (bevinding,) = kluis.vernietig(dossier, 1, b"gewist", b"k2")
            assert (bevinding.code, bevinding.ernst) == ("VP735", "waarschuwing")
            lezer._opslag._db.execute("ROLLBACK")  # type: ignore[attr-defined]
        assert kluis.lees(dossier)[0] == (1, None)
    Kluis.met_willekeurige_sleutel(pad).sluit()
    assert verzegeld[100:116] not in all_bytes(pad.parent)
