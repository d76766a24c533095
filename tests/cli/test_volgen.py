"""De opdrachten lijst, agenda en dossier logboek zoals een medewerker ze gebruikt, met echte bestanden."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.cli.start import main
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis

Uit = pytest.CaptureFixture[str]
GISTEREN = (date.today() - timedelta(days=1)).isoformat()  # noqa: DTZ011 - de dag van wie de opdracht geeft
OVER_WEEK = (date.today() + timedelta(days=6)).isoformat()  # noqa: DTZ011


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Drie dossiers: kievit is te laat, merel komt deze week, spreeuw heeft niets afgesproken."""
    with Kluis.met_willekeurige_sleutel(tmp_path / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        for alias, dag in (("merel", OVER_WEEK), ("kievit", GISTEREN), ("spreeuw", None)):
            id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
            feiten = [value_given("dossier", "alias", alias), value_given("persoon:1", "naam", "Noortje")]
            if dag:
                feiten.append(value_given("vervolg", "contact_datum", dag))
            kast.write(id_, d, feiten)
    monkeypatch.setenv("VEILIGHEIDSPLAN_MAP", str(tmp_path))
    return tmp_path


def doe(uit: Uit, *woorden: str, code: int = 0) -> tuple[str, str]:
    assert main(list(woorden)) == code, uit.readouterr()
    gelezen = uit.readouterr()
    return gelezen.out, gelezen.err


def in_kluis(map_: Path, *opdrachten: tuple[str, str]) -> None:
    """Een aanvaller met het bestand: SQL met de id van een dossier."""
    with sqlite3.connect(map_ / BESTANDSNAAM) as db:
        for sql, id_ in opdrachten:
            db.execute(sql, (id_,))


def ids(uit: Uit) -> dict[str, str]:
    return {d["alias"]: d["id"] for d in json.loads(doe(uit, "lijst", "--json")[0])}


def test_de_lijst_zegt_in_gewone_woorden_wat_er_wacht_en_noemt_niemand(map_: Path, capsys: Uit) -> None:
    uit, _ = doe(capsys, "lijst")
    namen = [regel.split("  ")[1].split(":")[0] for regel in uit.splitlines() if regel[0] != " "]
    assert namen == ["kievit", "spreeuw", "merel"]
    assert "Volgend contact: 1 dag te laat (" in uit
    assert "Er is geen volgend contact afgesproken." in uit
    assert "Volgend contact: over 6 dagen (" in uit
    assert "Noortje" not in uit


def test_de_filters_en_de_code_van_streng(map_: Path, capsys: Uit) -> None:
    laat, _ = doe(capsys, "lijst", "--achterstallig")
    assert ("kievit" in laat, "spreeuw" in laat, "merel" in laat) == (True, True, False)
    assert "merel" in doe(capsys, "lijst", "--binnen", "6")[0]
    assert "merel" not in doe(capsys, "lijst", "--binnen", "5")[0]
    doe(capsys, "lijst", "--streng", code=1)
    doe(capsys, "lijst", "--binnen", "-1", code=2)


def test_de_json_van_de_lijst_heeft_dezelfde_volgorde_en_de_zin_erbij(map_: Path, capsys: Uit) -> None:
    lijst = json.loads(doe(capsys, "lijst", "--json")[0])
    assert [d["urgentie"] for d in lijst] == ["te_laat", "zonder_dag", "komt"]
    assert lijst[0]["termijnen"][0] | {"tekst": ""} == {
        "soort": "contact", "dag": GISTEREN, "tijd": None, "aantal": 1, "urgentie": "te_laat", "dagen": -1,
        "tekst": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sql", "woord"),
    [
        ("UPDATE dossier SET kopblad = x'01' || zeroblob(600) WHERE id = ?", "beschadigd of veranderd"),
        ("DELETE FROM sleutel WHERE dossier = ?", "geeft geen toegang"),
    ],
)
def test_een_dossier_dat_stuk_is_verbergt_de_andere_niet_en_wordt_zelf_niet_verzwegen(
    map_: Path, capsys: Uit, sql: str, woord: str
) -> None:
    id_ = ids(capsys)["kievit"]
    in_kluis(map_, (sql, id_))
    uit, fout = doe(capsys, "lijst", code=1)
    assert "merel" in uit
    assert "spreeuw" in uit
    assert f"{id_}" in fout.replace("\n", "")
    assert woord in fout.replace("\n", " ")


def test_de_agenda_komt_er_alleen_als_men_haar_vraagt_en_overschrijft_niets(
    map_: Path, capsys: Uit, tmp_path: Path
) -> None:
    doe(capsys, "agenda", code=2)
    naar = tmp_path / "momenten.ics"
    uit, _ = doe(capsys, "agenda", "--naar", str(naar))
    assert uit == f"{naar}\n"
    assert naar.stat().st_mode & 0o077 == 0
    kalender = icalendar.Calendar.from_ical(naar.read_bytes())
    code = str(kalender.walk("VEVENT")[0]["SUMMARY"]).removeprefix("Moment ")
    assert f"in uw agenda {code}" in doe(capsys, "lijst")[0]
    doe(capsys, "agenda", "--naar", str(naar), code=1)
    in_map, _ = doe(capsys, "agenda", "--naar", str(tmp_path))
    assert len(Path(in_map.strip()).name) == len("01234567.ics")


def test_zonder_een_enkel_moment_komt_er_geen_bestand(map_: Path, capsys: Uit, tmp_path: Path) -> None:
    with Kluis.met_willekeurige_sleutel(map_ / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        for kop in kast.list():
            kast.write(kop.id, kast.read(kop.id), [value_given("vervolg", "contact_datum", None)])
    doe(capsys, "agenda", "--naar", str(tmp_path / "leeg.ics"), code=1)
    assert not (tmp_path / "leeg.ics").exists()


def test_wie_een_dossier_bekijkt_of_kopieert_staat_in_het_logboek(
    map_: Path, capsys: Uit, tmp_path: Path
) -> None:
    doe(capsys, "toon", "merel")
    doe(
        capsys,
        "exporteer",
        "merel",
        "--voor",
        "professional",
        "--formaat",
        "json",
        "--naar",
        str(tmp_path / "k.json"),
    )
    log = json.loads(doe(capsys, "dossier", "logboek", "merel", "--json")[0])
    wat = [r["wat"] for r in log["regels"]]
    assert "bekeek het dossier, met «toon»." in wat
    assert [w for w in wat if w.startswith("maakte een kopie voor professionals (json, kenmerk ")]
    assert wat[-1] == "bekeek het dossier, met «dossier logboek»."
    assert not [w for w in wat if "Noortje" in w]
    uit, _ = doe(capsys, "dossier", "logboek", "merel")
    assert "Noortje" not in uit


def test_bekijken_gaat_door_als_het_niet_kan_worden_opgeschreven_en_dat_wordt_gezegd(
    map_: Path, capsys: Uit
) -> None:
    """Het dossier is open in een ander venster: schrijven kan niet, lezen wel."""
    id_ = ids(capsys)["merel"]
    with Kluis.met_willekeurige_sleutel(map_ / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        kast.hold(id_)
        uit, fout = doe(capsys, "toon", "merel")
        kast.let_go(id_)
    assert "Noortje" in uit
    assert "staat niet in het logboek" in fout.replace("\n", " ")


def test_controleren_noemt_wat_weg_is_en_wat_eromheen_gebeurde(map_: Path, capsys: Uit) -> None:
    id_ = ids(capsys)["kievit"]
    assert "3 dossiers zijn nagekeken" in doe(capsys, "dossier", "logboek", "--controleer")[0]
    in_kluis(map_, ("DELETE FROM gebeurtenis WHERE dossier = ? AND volgnummer = 3", id_))
    for woorden in (("kievit",), ()):
        uit, _ = doe(capsys, "dossier", "logboek", *woorden, "--controleer", code=1)
        assert f"Fout: In dossier {id_} ontbreekt gebeurtenis 3. Ervóór: 2: " in uit
        assert "Erna: 4: " in uit
    uit, _ = doe(capsys, "dossier", "logboek", "kievit", code=1)  # ook zonder erom te vragen
    assert "ontbreekt gebeurtenis 3" in uit
    assert "begon dit dossier" in uit


def test_ook_van_een_dossier_zonder_leesbaar_kopblad_is_het_logboek_te_lezen(map_: Path, capsys: Uit) -> None:
    id_ = ids(capsys)["kievit"]
    in_kluis(map_, ("UPDATE dossier SET kopblad = x'01' || zeroblob(600) WHERE id = ?", id_))
    uit, _ = doe(capsys, "dossier", "logboek", id_, code=1)
    assert "begon dit dossier" in uit
    assert "Het kopblad van dossier" in uit


def test_een_teruggezette_kluis_naast_een_back_up(map_: Path, capsys: Uit, tmp_path: Path) -> None:
    oud = (map_ / BESTANDSNAAM).read_bytes()
    doe(capsys, "toon", "merel")
    back_up = tmp_path / "b.kluis"
    doe(capsys, "dossier", "back-up", "--naar", str(back_up))
    assert doe(capsys, "dossier", "logboek", "--controleer", "--naast", str(back_up))[0]
    for rest in ("-wal", "-shm"):
        (map_ / f"{BESTANDSNAAM}{rest}").unlink(missing_ok=True)
    (map_ / BESTANDSNAAM).write_bytes(oud)
    uit, _ = doe(capsys, "dossier", "logboek", "--controleer", "--naast", str(back_up), code=1)
    assert "is teruggezet naar eerder" in uit


def test_zonder_dossier_en_zonder_controleren_is_het_verkeerd_gebruik(map_: Path, capsys: Uit) -> None:
    doe(capsys, "dossier", "logboek", code=2)
    doe(capsys, "dossier", "logboek", "--kenmerk", "42-0123456789abcdef", code=2)
    doe(capsys, "dossier", "logboek", "merel", "--kenmerk", "onzin", code=1)
