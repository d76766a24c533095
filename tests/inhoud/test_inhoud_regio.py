"""What the region knows: numbers with source and day, fifteen municipalities, nothing unsure as a fact."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from inhoud_leveringen import REGIO, read_values, texts

from veiligheidsplan.plan.regio import Gemeenten, Nummers

VIJFTIEN = {
    "Berg en Dal", "Beuningen", "Buren", "Culemborg", "Druten", "Heumen", "Maasdriel", "Mook en Middelaar",
    "Neder-Betuwe", "Nijmegen", "Tiel", "West Betuwe", "West Maas en Waal", "Wijchen", "Zaltbommel",
}  # fmt: skip


def read(naam: str) -> dict[str, Any]:
    waarde = read_values(REGIO / f"{naam}.yaml")
    assert isinstance(waarde, dict)
    return waarde


@pytest.mark.parametrize("naam", ["nummers", "gemeenten", "contacten", "bewaartermijnen", "leeftijdsregels"])
def test_elk_regionaal_bestand_heeft_een_versie_een_herzieningsdag_en_legt_zijn_sleutels_uit(
    naam: str,
) -> None:
    waarde = read(naam)
    assert waarde["formaat"] == 1
    assert isinstance(waarde["herzien_voor"], date)
    kop = (REGIO / f"{naam}.yaml").read_text(encoding="utf-8").split("\nformaat:")[0]
    assert all(f"# {sleutel} " in kop for sleutel in waarde)


def test_elk_nummer_heeft_een_bron_en_een_dag_waarop_het_is_nagekeken() -> None:
    for id_, nummer in read("nummers")["nummers"].items():
        assert nummer["bron"].startswith("https://"), id_
        assert date(2026, 1, 1) <= nummer["gecontroleerd_op"] <= date.today(), id_  # noqa: DTZ011 (a day, in the office)


def test_de_nummers_zijn_die_van_de_feitenlijst_en_112_en_veilig_thuis_staan_vooraan() -> None:
    nummers = {id_: n.nummer for id_, n in Nummers.model_validate(read("nummers")).nummers.items()}
    assert list(nummers.values())[:2] == ["112", "0800-2000"]
    assert nummers == {
        "noodnummer": "112",
        "veilig_thuis": "0800-2000",
        "politie": "0900-8844",
        "zelfmoordpreventie": "113",
        "kindertelefoon": "0800-0432",
        "centrum_seksueel_geweld": "0800-0188",
        "slachtofferhulp": "0900-0101",
    }


def test_wat_op_een_gezamenlijk_plan_komt_noemt_geen_dienst_voor_een_rol() -> None:
    """A number on a joint copy is for everyone: no name or sentence may tell who was hurt."""
    for nummer in Nummers.model_validate(read("nummers")).for_household():
        assert "slachtoffer" not in f"{nummer.naam} {nummer.wanneer}".lower()
        assert "seksueel" not in f"{nummer.naam} {nummer.wanneer}".lower()


def test_er_is_ook_een_nummer_voor_wie_zelf_geweld_gebruikt() -> None:
    voor = {id_ for id_, n in read("nummers")["nummers"].items() if "wie_geweld_gebruikt" in n["voor"]}
    assert "veilig_thuis" in voor


def test_wanneer_belt_u_dit_nummer_is_een_korte_zin() -> None:
    for id_, nummer in read("nummers")["nummers"].items():
        assert nummer["wanneer"].startswith("Bel "), id_
        assert nummer["wanneer"].endswith("."), id_
        assert nummer["wanneer"].count(".") == 1, id_
        assert len(nummer["wanneer"].split()) <= 20, id_


def test_de_vijftien_gemeenten_staan_erin_en_gennep_hoort_er_niet_bij() -> None:
    ruw = read("gemeenten")
    assert {g.naam for g in Gemeenten.model_validate(ruw).gemeenten.values()} == VIJFTIEN
    assert "gennep" not in ruw["gemeenten"]
    assert "gennep" in ruw["niet_in_deze_regio"]


def test_elke_dienst_en_elk_onderwerp_bij_een_gemeente_bestaat() -> None:
    ruw = read("gemeenten")
    diensten, onderwerpen = set(ruw["diensten"]), set(ruw["onderwerpen"])
    assert set(ruw["standaard"]) == onderwerpen, "elk onderwerp heeft een antwoord, ook als dat «onbekend» is"
    assert {s["dienst"] for s in ruw["standaard"].values()} <= diensten - {"geen"}
    for id_, gemeente in ruw["gemeenten"].items():
        assert set(gemeente) <= {"naam", "afwijkingen", "bijzonder"}, id_
        for onderwerp, afwijking in gemeente.get("afwijkingen", {}).items():
            assert onderwerp in onderwerpen, id_
            assert set(afwijking) == {"dienst", "uitleg"}, id_
            assert afwijking["dienst"] in diensten, id_


def serves(ruw: dict[str, Any], gemeente: str, onderwerp: str) -> str:
    eigen = ruw["gemeenten"][gemeente].get("afwijkingen", {}).get(onderwerp)
    return (eigen or ruw["standaard"][onderwerp])["dienst"]


@pytest.mark.parametrize(
    ("gemeente", "onderwerp", "dienst"),
    [
        ("nijmegen", "ambulante_hulp", "moviera"),
        ("maasdriel", "ambulante_hulp", "geen"),
        ("maasdriel", "aware", "moviera"),
        ("zaltbommel", "mensenhandel", "den_bosch"),
        ("zaltbommel", "opvang", "den_bosch"),
        ("zaltbommel", "ggd", "ggd_gz"),
        ("mook-en-middelaar", "veilig_thuis", "vt_gz"),
        ("mook-en-middelaar", "ggd", "geen"),
        ("mook-en-middelaar", "scheiding", "geen"),
        ("nijmegen", "opvang", "onbekend"),
    ],
)
def test_wie_voor_een_onderwerp_werkt_verschilt_per_gemeente(
    gemeente: str, onderwerp: str, dienst: str
) -> None:
    assert serves(read("gemeenten"), gemeente, onderwerp) == dienst


def test_wat_niet_zeker_is_heeft_een_eigenaar_en_een_dag_en_staat_niet_als_feit() -> None:
    ruw = read("gemeenten")
    assert all(
        {"wat", "eigenaar", "sinds", "gemeenten"} == set(open_) - {"onderwerpen"}
        for open_ in ruw["onbevestigd"].values()
    )
    feiten = " ".join(t for _, t in texts(ruw["gemeenten"], frozenset({"naam", "uitleg"})))
    assert "Rivierenland" not in feiten
    assert "Rijk van Nijmegen" not in feiten
    for termijn in read("bewaartermijnen")["termijnen"].values():
        assert "bron" in termijn
        if "onbevestigd" in termijn:
            assert set(termijn["onbevestigd"]) == {"wat", "eigenaar", "sinds"}


def test_elke_gemeente_heeft_een_lijst_contacten_met_een_eigenaar_en_nog_geen_verzonnen_mensen() -> None:
    ruw = read("contacten")
    gemeenten = read("gemeenten")["gemeenten"]
    assert list(ruw["contacten"]) == list(gemeenten)
    for id_, lijst in ruw["contacten"].items():
        assert lijst["eigenaar"] == f"Gemeente {gemeenten[id_]['naam']}"
        assert not lijst["personen"], id_


def test_een_termijn_heeft_een_eenheid_en_wissen_vraagt_altijd_een_mens() -> None:
    ruw = read("bewaartermijnen")
    assert ruw["wissen"] == "bevestigen"
    for id_, termijn in {**ruw["termijnen"], **ruw["rechten"]}.items():
        assert termijn["soort"] in {"minstens", "precies", "hoogstens"}, id_
        [(eenheid, aantal)] = termijn["termijn"].items()
        assert eenheid in {"jaren", "maanden", "weken"}, id_
        assert aantal > 0, id_
    assert ruw["termijnen"]["jeugdhulp"]["termijn"] == {"jaren": 20}
    assert ruw["termijnen"]["wmo_afgebroken_aanvraag"]["termijn"] == {"weken": 6}


def test_een_leeftijdsregel_volgt_uit_een_bron_of_is_een_keuze_met_een_reden() -> None:
    regels = read("leeftijdsregels")["regels"]
    for id_, regel in regels.items():
        assert ("reden" if regel["soort"] == "keuze" else "bron") in regel, id_
        assert regel.get("minstens", 0) <= regel.get("hoogstens", 150), id_
    assert regels["inzage_kind"]["minstens"] == 12
    assert regels["inzage_ouder"]["hoogstens"] == 15
