"""Dezelfde bevindingen voor GitHub, GitLab en SARIF: wat er per bevinding staat."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from veiligheidsplan.bevinding import Bevinding, Ernst, Plaats, Verwant
from veiligheidsplan.cli.formaten import for_machine
from veiligheidsplan.cli.instrument_uitleg import codes, explanation

FOUT = Bevinding(
    "VP141",
    "dit bestaat niet: a, b\n::error::nep",
    pad=("vragen", 3, "x"),
    plaats=Plaats("./map/een, twee:drie.yaml", 4, 7, 4, 9, "tekst"),
    suggestie="100% anders",
    verwant=(Verwant(Plaats("map/ander.yaml", 1, 1), "hier staat het wel"),),
)
LOS = Bevinding("VP900", "zonder plaats", Ernst.WAARSCHUWING)


def test_github_krijgt_een_regel_per_bevinding_en_niets_breekt_eruit() -> None:
    """Regeleinden, procenten, dubbele punten en komma's in een tekst beginnen geen eigen opdracht."""
    assert for_machine("github")([FOUT, LOS]) == (
        "::error file=map/een%2C twee%3Adrie.yaml,line=4,col=7,title=VP141 Deze verwijzing leidt nergens heen::"
        "dit bestaat niet: a, b%0A::error::nep 100%25 anders\n"
        "::warning title=VP900::zonder plaats\n"
    )


def test_gitlab_krijgt_per_bevinding_een_eigen_kenmerk() -> None:
    """Twee gelijke bevindingen hebben elk een kenmerk; een fout is «major», een waarschuwing «minor»."""
    lager = replace(FOUT, plaats=Plaats("./map/een, twee:drie.yaml", 99, 7))
    eerste, tweede, los = json.loads(for_machine("gitlab")([FOUT, lager, LOS]))
    assert eerste["location"] == {"path": "map/een, twee:drie.yaml", "lines": {"begin": 4}}
    assert (eerste["severity"], los["severity"]) == ("major", "minor")
    assert los["location"] == {"path": ".", "lines": {"begin": 1}}
    assert len({eerste["fingerprint"], tweede["fingerprint"], los["fingerprint"]}) == 3


@pytest.mark.parametrize(
    "anders",
    [
        replace(FOUT, plaats=Plaats("./map/een, twee:drie.yaml", 99, 7)),
        replace(FOUT, pad=("vragen", 4, "x")),
    ],
    ids=["een regel erboven erbij", "een geval erboven erbij"],
)
def test_een_kenmerk_blijft_als_er_iets_boven_bij_komt(anders: Bevinding) -> None:
    """Een regel of een geval erboven verandert geen kenmerk, ook niet als de uitleg een regel noemt."""
    assert mark(anders) == mark(FOUT)
    assert mark(replace(FOUT, uitleg="staat al op regel 4")) == mark(
        replace(anders, uitleg="staat al op regel 5")
    )


@pytest.mark.parametrize(
    "anders",
    [
        replace(FOUT, uitleg="dit ook niet"),
        replace(FOUT, code="VP142"),
        replace(FOUT, pad=("vragen", 3, "y")),
        replace(FOUT, plaats=Plaats("map/ander.yaml", 4, 7)),
    ],
    ids=["uitleg", "code", "sleutel", "bestand"],
)
def test_een_andere_bevinding_heeft_een_ander_kenmerk(anders: Bevinding) -> None:
    """Een andere uitleg, code, sleutel of een ander bestand is iets anders."""
    assert mark(anders) != mark(FOUT)


def mark(bevinding: Bevinding) -> str:
    """Het kenmerk in GitLab, en in SARIF hetzelfde."""
    (gitlab,) = json.loads(for_machine("gitlab")([bevinding]))
    (uitkomst,) = json.loads(for_machine("sarif")([bevinding]))["runs"][0]["results"]
    assert uitkomst["partialFingerprints"] == {"veiligheidsplan/v1": gitlab["fingerprint"]}
    return str(gitlab["fingerprint"])


def test_sarif_noemt_regel_kolom_en_verwante_plek() -> None:
    """Elke uitkomst wijst naar haar regel, en heeft een plaats: zonder plaats weigert GitHub het hele bestand."""
    (ronde,) = json.loads(for_machine("sarif")([FOUT, LOS]))["runs"]
    assert ronde["columnKind"] == "unicodeCodePoints"  # zo tellen onze kolommen
    eerste, los = ronde["results"]
    assert ronde["tool"]["driver"]["rules"][eerste["ruleIndex"]]["id"] == eerste["ruleId"] == "VP141"
    assert eerste["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "map/een%2C%20twee%3Adrie.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 4, "startColumn": 7, "endLine": 4, "endColumn": 9},
    }
    assert eerste["relatedLocations"][0]["message"]["text"] == "hier staat het wel"
    assert los["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "."
    assert (eerste["level"], los["level"]) == ("error", "warning")


@pytest.mark.parametrize("code", sorted(codes()))
def test_sarif_legt_elke_code_uit_met_de_woorden_van_instrument_uitleg(code: str) -> None:
    """De titel, de eerste alinea en de hele uitleg met voorbeelden staan bij de regel."""
    (regel,) = json.loads(for_machine("sarif")([replace(FOUT, code=code)]))["runs"][0]["tool"]["driver"][
        "rules"
    ]
    titel, _, rest = explanation(code).partition("\n")
    assert regel["shortDescription"]["text"] == titel
    assert regel["help"]["text"] == rest.strip()
    assert rest.strip().replace("\n", " ").startswith(regel["fullDescription"]["text"])


def test_in_sarif_is_een_tekst_geen_koppeling_en_geen_invulplek() -> None:
    """«[hier](adres)» en «{0}» betekenen iets in SARIF; in de tekst van een instrument zijn het gewone tekens."""
    hostiel = replace(
        FOUT, uitleg="Klik [hier](https://voorbeeld.nl) voor {0} en {vraag: x}.", suggestie=None
    )
    (uitkomst,) = json.loads(for_machine("sarif")([hostiel]))["runs"][0]["results"]
    assert uitkomst["message"]["text"] == "Klik [hier] (https://voorbeeld.nl) voor { 0} en {vraag: x}."


@pytest.mark.parametrize("naam", ["json", "github", "gitlab", "sarif"])
def test_zonder_bevindingen_blijft_de_vorm_geldig(naam: str) -> None:
    """Geen bevindingen: lege GitHub-uitvoer, en verder geldige JSON."""
    tekst = for_machine(naam)([])
    assert tekst == "" if naam == "github" else json.loads(tekst) is not None
    assert for_machine(naam)([FOUT]).isascii()
