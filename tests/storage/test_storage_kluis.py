"""The vault: who gets in and who does not, handing over, and nobody slipping in a key."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from opslag_contract import expect

from conftest import GOEDKOOP, NU, WACHTZIN
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis
from veiligheidsplan.storage.opslag import Houderregel, Sleutelregel
from veiligheidsplan.storage.seal import Dossierzegel
from veiligheidsplan.storage.seal_sleutelhouder import Sleutelpaar, wrap


def make(pad: Path) -> tuple[str, str]:
    """A vault with one dossier; returns the recovery key and the dossier's id."""
    kluis, herstelsleutel = Kluis.maak(pad, WACHTZIN, NU, kosten=GOEDKOOP)
    with kluis:
        return herstelsleutel, kluis.nieuw_dossier([b"een"], b"kop")


def test_een_kluis_gaat_open_met_de_wachtzin_en_anders_niet(pad: Path) -> None:
    _, dossier = make(pad)
    with Kluis.open(pad, WACHTZIN) as kluis:
        assert kluis.lees(dossier) == ((1, b"een"),)
        assert kluis.gemaakt_op == NU
    for fout in (WACHTZIN.upper(), "", WACHTZIN + " "):
        with expect("VP701"):
            Kluis.open(pad, fout)


def test_een_letter_met_streepje_is_dezelfde_letter_op_elk_toetsenbord(pad: Path) -> None:
    Kluis.maak(pad, "caf\u00e9 om de hoek", NU, kosten=GOEDKOOP)[0].sluit()
    Kluis.open(pad, "cafe\u0301 om de hoek").sluit()


def test_een_te_korte_wachtzin_wordt_geweigerd_en_laat_geen_bestand_achter(pad: Path) -> None:
    with expect("VP702"):
        Kluis.maak(pad, "kort", NU, kosten=GOEDKOOP)
    assert not pad.exists()


def test_een_map_mag_ook_dan_heet_het_bestand_zoals_altijd(tmp_path: Path) -> None:
    Kluis.maak(tmp_path, WACHTZIN, NU, kosten=GOEDKOOP)[0].sluit()
    assert (tmp_path / BESTANDSNAAM).is_file()
    Kluis.open(tmp_path, WACHTZIN).sluit()


def test_na_een_nieuwe_wachtzin_past_alleen_die(pad: Path) -> None:
    herstelsleutel, dossier = make(pad)
    with Kluis.open(pad, WACHTZIN) as kluis:
        kluis.wijzig_wachtzin("drie eenden op het dak", kosten=GOEDKOOP)
    with expect("VP701"):
        Kluis.open(pad, WACHTZIN)
    with Kluis.open(pad, "drie eenden op het dak") as kluis:
        assert kluis.lees(dossier)
    with Kluis.open_met_herstelsleutel(pad, herstelsleutel) as kluis:
        assert kluis.lees(dossier)


def test_met_de_herstelsleutel_komt_er_een_nieuwe_wachtzin_en_de_oude_past_niet_meer(pad: Path) -> None:
    herstelsleutel, dossier = make(pad)
    slordig = herstelsleutel.lower().replace("-", " ")
    with Kluis.open_met_herstelsleutel(pad, slordig, "drie eenden op het dak", kosten=GOEDKOOP) as kluis:
        kluis.voeg_toe(dossier, [b"twee"], b"kop2", 1)
        nieuw = kluis.nieuw_dossier([b"eerste"], b"k")
    with expect("VP701"):
        Kluis.open(pad, WACHTZIN)
    with Kluis.open(pad, "drie eenden op het dak") as kluis:
        assert kluis.lees(dossier) == ((1, b"een"), (2, b"twee"))
        assert kluis.lees(nieuw) == ((1, b"eerste"),)
        assert kluis.gemaakt_op == NU
    with Kluis.open_met_herstelsleutel(pad, herstelsleutel) as kluis:
        assert len(tuple(kluis.kopbladen())) == 2


def test_een_herstelsleutel_van_een_andere_kluis_is_geen_typfout(pad: Path, tmp_path: Path) -> None:
    eigen, _ = make(pad)
    andere, _ = make(tmp_path / "anders.db")
    with expect("VP704"):
        Kluis.open_met_herstelsleutel(pad, andere)
    with expect("VP703"):
        Kluis.open_met_herstelsleutel(pad, eigen[:-1] + ("0" if eigen[-1] != "0" else "1"))


def test_een_vernieuwde_herstelsleutel_maakt_de_oude_waardeloos(pad: Path) -> None:
    oud, dossier = make(pad)
    with Kluis.open(pad, WACHTZIN) as kluis:
        nieuw = kluis.vernieuw_herstelsleutel()
        erna = kluis.nieuw_dossier([b"erna"], b"k")
    with expect("VP704"):
        Kluis.open_met_herstelsleutel(pad, oud)
    with Kluis.open_met_herstelsleutel(pad, nieuw) as kluis:
        assert kluis.lees(dossier)
        assert kluis.lees(erna)
        with expect("VP710"):
            kluis.vernieuw_herstelsleutel()


def test_een_collega_leest_alleen_het_dossier_dat_is_overgedragen(pad: Path, tmp_path: Path) -> None:
    _, dossier = make(pad)
    collega, _ = Kluis.maak(tmp_path / "collega.db", WACHTZIN, NU, kosten=GOEDKOOP)
    with Kluis.open(pad, WACHTZIN) as kluis:
        ander = kluis.nieuw_dossier([b"blijft hier"], b"k")
        houder = kluis.geef_sleutel(dossier, collega.openbare_sleutel)
        assert [(h.soort, h.ik) for h in kluis.sleutelhouders(dossier) if h.id == houder.id] == [
            ("collega", False)
        ]
        van = kluis.openbare_sleutel
    with collega, Kluis.open_van_collega(pad, collega, van) as gedeeld:
        assert gedeeld.lees(dossier) == ((1, b"een"),)
        assert [id_ for id_, _ in gedeeld.kopbladen()] == [dossier]
        with expect("VP706"):
            gedeeld.lees(ander)
    with Kluis.open(pad, WACHTZIN) as kluis:
        assert kluis.neem_sleutel(dossier, houder.id) == ()
        with expect("VP709"):
            kluis.neem_sleutel(dossier, houder.id)


def test_een_overgedragen_sleutel_van_een_onbekende_wordt_niet_geloofd(pad: Path, tmp_path: Path) -> None:
    _, dossier = make(pad)
    collega, _ = Kluis.maak(tmp_path / "collega.db", WACHTZIN, NU, kosten=GOEDKOOP)
    with Kluis.open(pad, WACHTZIN) as kluis:
        kluis.geef_sleutel(dossier, collega.openbare_sleutel)
    with collega, Kluis.met_willekeurige_sleutel(tmp_path / "x.db") as onbekend:
        van = onbekend.openbare_sleutel
        with Kluis.open_van_collega(pad, collega, van) as gedeeld, expect("VP728"):
            gedeeld.lees(dossier)


def test_wie_een_rij_in_het_bestand_zet_krijgt_geen_sleutel_van_nieuwe_dossiers(pad: Path) -> None:
    make(pad)
    dief = Sleutelpaar.new()
    with Kluis.open(pad, WACHTZIN) as kluis:
        kluis._opslag.replace_houders((), (Houderregel(dief.id, "wachtzin", dief.openbaar),))
        assert dief.id not in {h.id for h in kluis.sleutelhouders(kluis.nieuw_dossier([b"een"], b"k"))}


def test_een_heel_dossier_onderschuiven_met_een_eigen_sleutel_wordt_gevonden(pad: Path) -> None:
    _, dossier = make(pad)
    dief = Sleutelpaar.new()
    with Kluis.open(pad, WACHTZIN) as kluis:
        ik = kluis._ring.paar
        vals = wrap(Dossierzegel.new(dossier).sleutel, dossier, dief, ik.openbaar)
        # De dief noemt ons als afzender, maar heeft ons geheim niet.
        namens_ons = wrap(os.urandom(32), dossier, Sleutelpaar(dief.geheim, ik.openbaar), ik.openbaar)
        for verpakt in (vals, namens_ons, ik.openbaar + vals[32:], vals[:20], b""):
            kluis._opslag.write_sleutel(Sleutelregel(dossier, ik.id, verpakt))
            with Kluis.open(pad, WACHTZIN) as opnieuw, expect("VP728"):
                opnieuw.lees(dossier)


def test_een_beschadigd_dossier_verbergt_de_andere_niet(pad: Path) -> None:
    _, heel = make(pad)
    with Kluis.open(pad, WACHTZIN) as kluis:
        stuk = kluis.nieuw_dossier([b"leesbaar"], b"weg")
    with closing(sqlite3.connect(pad)) as db, db:
        db.execute("UPDATE dossier SET kopblad = zeroblob(541) WHERE id = ?", (stuk,))
    with Kluis.open(pad, WACHTZIN) as kluis:
        gebreken: list[Bevinding] = []
        assert list(kluis.kopbladen(gebreken)) == [(heel, b"kop")]
        assert [b.code for b in gebreken] == ["VP723"]
        with expect("VP723"):
            list(kluis.kopbladen())
        assert kluis.red(stuk)[0] == ((1, b"leesbaar"),)
        assert [b.code for b in kluis.controleer(stuk)] == ["VP723"]
        with expect("VP723"):
            kluis.lees(stuk)


def test_wissen_haalt_de_inhoud_weg_en_zegt_door_wie_en_daarna_gaat_het_werk_door(kluis: Kluis) -> None:
    dossier = kluis.nieuw_dossier([b"een", b"te veel getypt"], b"k1")
    assert kluis.vernietig(dossier, 2, b"gewist door medewerker", b"k2") == ()
    assert kluis.lees(dossier) == ((1, b"een"), (2, None), (3, b"gewist door medewerker"))
    assert kluis.voeg_toe(dossier, [b"vier"], b"k3", 3) == 4
    assert kluis.controleer(dossier) == ()
    with expect("VP734"):
        kluis.vernietig(dossier, 2, b"nog eens", b"k4")
    assert kluis.kopblad(dossier) == b"k3"


def test_het_tweede_venster_overschrijft_niets(kluis: Kluis, pad: Path) -> None:
    dossier = kluis.nieuw_dossier([b"een"], b"k1")
    with Kluis.met_willekeurige_sleutel(pad) as tweede:
        assert tweede.voeg_toe(dossier, [b"twee"], b"k2", 1) == 2
        with expect("VP732"):
            kluis.voeg_toe(dossier, [b"ook twee"], b"k2b", 1)
        assert kluis.voeg_toe(dossier, [b"drie"], b"k3", 2) == 3
        tweede.vernietig(dossier, 1, b"gewist", b"k4")
        assert kluis.voeg_toe(dossier, [b"vijf"], b"k5", 4) == 5
    assert [inhoud for _, inhoud in kluis.lees(dossier)] == [None, b"twee", b"drie", b"gewist", b"vijf"]


def test_een_dossier_dat_elders_open_is_wordt_gemeld_tot_het_is_losgelaten(kluis: Kluis, pad: Path) -> None:
    dossier = kluis.nieuw_dossier([b"een"], b"k")
    kwartier = timedelta(minutes=15)
    with Kluis.met_willekeurige_sleutel(pad) as tweede:
        kluis.houd_vast(dossier, NU, kwartier)
        with expect("VP733"):
            tweede.houd_vast(dossier, NU + timedelta(minutes=14), kwartier)
        kluis.laat_los(dossier)
        tweede.houd_vast(dossier, NU + timedelta(minutes=14), kwartier)


def test_een_back_up_is_terug_te_zetten_en_opent_met_de_wachtzin(pad: Path, tmp_path: Path) -> None:
    _, dossier = make(pad)
    with Kluis.open(pad, WACHTZIN) as kluis:
        kluis.back_up(tmp_path / "kopie.db")
        kluis.voeg_toe(dossier, [b"na de kopie"], b"k", 1)
    with expect("VP712"):
        Kluis.zet_terug(tmp_path / "kopie.db", pad)
    Kluis.zet_terug(tmp_path / "kopie.db", tmp_path / "terug" / "kluis.db")
    with Kluis.open(tmp_path / "terug" / "kluis.db", WACHTZIN) as kluis:
        assert kluis.lees(dossier) == ((1, b"een"),)
    (tmp_path / "stuk.db").write_bytes((tmp_path / "kopie.db").read_bytes()[:9000])
    with expect("VP713"):
        Kluis.zet_terug(tmp_path / "stuk.db", tmp_path / "nergens.db")
    assert not (tmp_path / "nergens.db").exists()


def test_de_voorbeeldkluis_opent_zonder_te_vragen_en_nooit_met_een_vreemde_sleutel(pad: Path) -> None:
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        dossier = kluis.nieuw_dossier([b"een"], b"k")
    with Kluis.met_willekeurige_sleutel(pad) as kluis:
        assert kluis.lees(dossier)
    sleutel = pad.with_name("kluis.db.sleutel")
    sleutel.write_bytes(b"x" * 32)
    with expect("VP708"):
        Kluis.met_willekeurige_sleutel(pad)
    sleutel.unlink()
    with expect("VP708"):
        Kluis.met_willekeurige_sleutel(pad)


def test_een_verwijderd_dossier_is_weg(kluis: Kluis) -> None:
    dossier = kluis.nieuw_dossier([b"een"], b"k")
    assert kluis.verwijder(dossier) == ()
    with pytest.raises(BevindingenFout) as fout:
        kluis.lees(dossier)
    assert str(fout.value) == f"VP731 Dossier {dossier} staat niet in deze kluis."
