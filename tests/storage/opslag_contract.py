"""The contract that every store must pass. A new store adds a class with its own ``opslag`` fixture."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.storage.opslag import Houderregel, Kopbladregel, Opslag, Record, Sleutelregel

EEN = "dossier-een"
TWEE = "dossier-twee"


def record(volgnummer: int) -> Record:
    """A record as a store sees it: a number and bytes without meaning."""
    return Record(volgnummer, os.urandom(32), os.urandom(32), os.urandom(600))


def expect(code: str) -> pytest.RaisesExc[BevindingenFout]:
    """The block must end in exactly one finding with *code*."""
    return pytest.RaisesExc(BevindingenFout, check=lambda fout: [b.code for b in fout.bevindingen] == [code])


class OpslagContract:
    """What app may count on, whichever store is behind it."""

    def test_wat_is_toegevoegd_komt_er_in_volgorde_en_ongewijzigd_uit(self, opslag: Opslag) -> None:
        records = tuple(record(n) for n in range(1, 8))
        opslag.create_dossier(EEN, {"h": b"sleutel"}, records[:2], b"k1")
        opslag.append(EEN, 2, records[2:3], b"k2")
        opslag.append(EEN, 3, records[3:], b"k3")
        assert opslag.read(EEN) == (b"k3", records)
        assert opslag.read(EEN, vanaf=6) == (b"k3", records[5:])
        assert opslag.kopblad(EEN) == b"k3"

    def test_wie_van_een_oude_stand_uitgaat_verandert_niets_en_hoort_vp732(self, opslag: Opslag) -> None:
        eerste, ander = record(1), record(2)
        opslag.create_dossier(EEN, {}, (eerste,), b"k1")
        opslag.append(EEN, 1, (ander,), b"k2")
        for na in (0, 1, 3):
            with expect("VP732"):
                opslag.append(EEN, na, (record(na + 1),), b"te laat")
        assert opslag.read(EEN) == (b"k2", (eerste, ander))

    def test_een_gat_in_de_nummers_is_een_fout_van_de_bouwer_en_laat_niets_achter(
        self, opslag: Opslag
    ) -> None:
        opslag.create_dossier(EEN, {}, (), b"k")
        with pytest.raises(ValueError, match="gap"):
            opslag.append(EEN, 0, (record(1), record(3)), b"anders")
        assert opslag.read(EEN) == (b"k", ())

    def test_een_onbekend_dossier_geeft_overal_vp731(self, opslag: Opslag, tmp_path: Path) -> None:
        with expect("VP731"):
            opslag.read(EEN)
        with expect("VP731"):
            opslag.kopblad(EEN)
        with expect("VP731"):
            opslag.sleutels(EEN)
        with expect("VP731"):
            opslag.append(EEN, 0, (record(1),), b"k")
        with expect("VP731"):
            opslag.destroy(EEN, 1, 1, record(2), b"k")
        with expect("VP731"):
            opslag.remove_dossier(EEN)
        with expect("VP731"):
            opslag.write_sleutel(Sleutelregel(EEN, "h", b"s"))
        with expect("VP731"):
            opslag.claim(EEN, "ik", 0.0, 60.0)

    def test_een_vernietigde_inhoud_is_weg_en_zijn_afdruk_blijft(self, opslag: Opslag) -> None:
        een, twee, gewist = record(1), record(2), record(3)
        opslag.create_dossier(EEN, {}, (een, twee), b"k1")
        assert opslag.destroy(EEN, 1, 2, gewist, b"k2")
        leeg = Record(1, een.vorige, een.afdruk, None)
        assert opslag.read(EEN) == (b"k2", (leeg, twee, gewist))

    def test_bijwerken_uit_een_andere_kopie_is_toevoegen_en_vernietigen_in_een_keer(
        self, opslag: Opslag
    ) -> None:
        een, twee, drie = record(1), record(2), record(3)
        opslag.create_dossier(EEN, {}, (een, twee), b"k1")
        assert opslag.catch_up(EEN, 2, (drie,), b"k2", (1,))
        leeg = Record(1, een.vorige, een.afdruk, None)
        assert opslag.read(EEN) == (b"k2", (leeg, twee, drie))
        assert opslag.catch_up(EEN, 3, (), b"k3", (1,))  # wat al weg is, mag worden genoemd
        with expect("VP732"):
            opslag.catch_up(EEN, 2, (record(3),), b"te laat", (2,))
        with expect("VP731"):
            opslag.catch_up(TWEE, 0, (), b"k", ())
        assert opslag.read(EEN) == (b"k3", (leeg, twee, drie))

    def test_kijken_of_een_dossier_vrij_is_neemt_het_niet_in(self, opslag: Opslag) -> None:
        opslag.create_dossier(EEN, {}, (), b"k")
        opslag.check_slot(EEN, "kantoor", 1000.0, 60.0)
        opslag.claim(EEN, "keukentafel", 1000.0, 60.0)
        with expect("VP733"):
            opslag.check_slot(EEN, "kantoor", 1001.0, 60.0)
        opslag.check_slot(EEN, "keukentafel", 1001.0, 60.0)
        opslag.check_slot(EEN, "kantoor", 1061.0, 60.0)

    def test_wat_er_niet_is_of_al_weg_is_kan_niet_worden_vernietigd(self, opslag: Opslag) -> None:
        opslag.create_dossier(EEN, {}, (record(1),), b"k1")
        opslag.destroy(EEN, 1, 1, record(2), b"k2")
        voor = opslag.read(EEN)
        for nummer in (1, 3, 9):  # al weg; de gebeurtenis die wissen zelf zou zijn; nooit geweest
            with expect("VP734"):
                opslag.destroy(EEN, nummer, 2, record(3), b"k3")
        with expect("VP732"):
            opslag.destroy(EEN, 2, 1, record(2), b"k3")
        assert opslag.read(EEN) == voor

    def test_alle_kopbladen_komen_in_een_keer_met_de_sleutel_van_wie_vraagt(self, opslag: Opslag) -> None:
        opslag.create_dossier(TWEE, {"ander": b"s2"}, (), b"k2")
        opslag.create_dossier(EEN, {"ik": b"s1", "ander": b"s3"}, (), b"k1")
        assert list(opslag.kopbladen("ik")) == [
            Kopbladregel(EEN, b"s1", b"k1"),
            Kopbladregel(TWEE, None, b"k2"),
        ]

    def test_een_sleutel_kan_worden_overgedragen_maar_de_laatste_blijft(self, opslag: Opslag) -> None:
        opslag.create_dossier(EEN, {"ik": b"s1"}, (), b"k")
        with expect("VP707"):
            opslag.remove_sleutel(EEN, "ik")
        opslag.write_sleutel(Sleutelregel(EEN, "collega", b"s2"))
        assert opslag.sleutels(EEN) == {"ik": b"s1", "collega": b"s2"}
        assert opslag.remove_sleutel(EEN, "ik")
        with expect("VP709"):
            opslag.remove_sleutel(EEN, "ik")
        assert opslag.sleutels(EEN) == {"collega": b"s2"}

    def test_houders_worden_met_hun_sleutels_in_een_keer_vervangen(self, opslag: Opslag) -> None:
        oud = Houderregel("oud", "wachtzin", b"o" * 32, b"dicht", b"lijst")
        collega = Houderregel("collega", "collega", b"c" * 32)
        nieuw = Houderregel("nieuw", "wachtzin", b"n" * 32, b"dicht2", b"lijst2")
        opslag.replace_houders((), (oud, collega))
        opslag.create_dossier(EEN, {"oud": b"s1", "collega": b"s2"}, (), b"k")
        opslag.create_dossier(TWEE, {"oud": b"s3"}, (), b"k")
        opslag.replace_houders(("oud",), (nieuw,), (Sleutelregel(EEN, "nieuw", b"s4"),))
        assert opslag.houders() == (collega, nieuw)
        assert opslag.sleutels(EEN) == {"collega": b"s2", "nieuw": b"s4"}
        assert opslag.sleutels(TWEE) == {"oud": b"s3"}, (
            "een dossier dat niet meeging, houdt zijn oude sleutel"
        )

    def test_een_verwijderd_dossier_is_helemaal_weg_en_de_rest_staat_er_nog(self, opslag: Opslag) -> None:
        opslag.create_dossier(EEN, {"ik": b"s1"}, (record(1),), b"k1")
        opslag.create_dossier(TWEE, {"ik": b"s2"}, (record(1),), b"k2")
        assert opslag.remove_dossier(EEN)
        assert list(opslag.kopbladen("ik")) == [Kopbladregel(TWEE, b"s2", b"k2")]
        with expect("VP731"):
            opslag.sleutels(EEN)

    def test_een_dossier_is_van_een_tegelijk_tot_de_ander_lang_niets_laat_horen(self, opslag: Opslag) -> None:
        opslag.create_dossier(EEN, {}, (), b"k")
        opslag.claim(EEN, "keukentafel", 1000.0, 60.0)
        opslag.claim(EEN, "keukentafel", 1030.0, 60.0)
        with expect("VP733"):
            opslag.claim(EEN, "kantoor", 1089.0, 60.0)
        opslag.claim(EEN, "kantoor", 1090.0, 60.0)
        with expect("VP733"):
            opslag.claim(EEN, "keukentafel", 1091.0, 60.0)

    def test_loslaten_kan_alleen_wie_vasthoudt(self, opslag: Opslag) -> None:
        opslag.create_dossier(EEN, {}, (), b"k")
        opslag.claim(EEN, "keukentafel", 1000.0, 60.0)
        opslag.release(EEN, "kantoor")
        with expect("VP733"):
            opslag.claim(EEN, "kantoor", 1001.0, 60.0)
        opslag.release(EEN, "keukentafel")
        opslag.claim(EEN, "kantoor", 1002.0, 60.0)

    def test_een_klok_die_is_teruggezet_houdt_een_dossier_niet_voor_altijd_dicht(
        self, opslag: Opslag
    ) -> None:
        opslag.create_dossier(EEN, {}, (), b"k")
        opslag.claim(EEN, "keukentafel", 90_000.0, 60.0)
        opslag.claim(EEN, "kantoor", 1000.0, 60.0)

    def test_een_back_up_gaat_nooit_over_een_bestand_heen(self, opslag: Opslag, tmp_path: Path) -> None:
        doel = tmp_path / "bestaat.db"
        doel.write_bytes(b"van iemand anders")
        with expect("VP712"):
            opslag.back_up(doel)
        assert doel.read_bytes() == b"van iemand anders"
