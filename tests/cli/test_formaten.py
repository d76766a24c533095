"""Dezelfde bevindingen voor GitHub, GitLab en SARIF."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from veiligheidsplan.bevinding import Bevinding, Ernst, Plaats, Verwant
from veiligheidsplan.cli.formaten import for_machine

FOUT = Bevinding(
    "VP103",
    "dit bestaat niet: a, b\n::error::nep",
    pad=("vragen", "x"),
    plaats=Plaats("./map/een, twee:drie.yaml", 4, 7, 4, 9, "tekst"),
    suggestie="100% anders",
    verwant=(Verwant(Plaats("map/ander.yaml", 1, 1), "hier staat het wel"),),
)
LOS = Bevinding("VP900", "zonder plaats", Ernst.WAARSCHUWING)


def test_github_krijgt_een_regel_per_bevinding_en_niets_breekt_eruit() -> None:
    """Regeleinden, procenten, dubbele punten en komma's in een tekst beginnen geen eigen opdracht."""
    assert for_machine("github")([FOUT, LOS]) == (
        "::error file=map/een%2C twee%3Adrie.yaml,line=4,col=7,title=VP103::"
        "dit bestaat niet: a, b%0A::error::nep 100%25 anders\n"
        "::warning title=VP900::zonder plaats\n"
    )


def test_gitlab_krijgt_per_bevinding_een_eigen_blijvend_kenmerk() -> None:
    """Een regel hoger of lager verandert het kenmerk niet; twee gelijke bevindingen hebben er twee."""
    lager = replace(FOUT, plaats=Plaats("./map/een, twee:drie.yaml", 99, 7))
    eerste, tweede, los = json.loads(for_machine("gitlab")([FOUT, lager, LOS]))
    assert eerste["location"] == {"path": "map/een, twee:drie.yaml", "lines": {"begin": 4}}
    assert (eerste["severity"], los["severity"]) == ("major", "minor")
    assert len({eerste["fingerprint"], tweede["fingerprint"], los["fingerprint"]}) == 3
    assert json.loads(for_machine("gitlab")([lager]))[0]["fingerprint"] == eerste["fingerprint"]


def test_sarif_noemt_regel_kolom_en_verwante_plek() -> None:
    """Elke uitkomst heeft een vaste regelnaam, een plaats en een kenmerk."""
    inhoud = json.loads(for_machine("sarif")([FOUT, LOS]))
    (ronde,) = inhoud["runs"]
    assert inhoud["version"] == "2.1.0"
    assert [r["id"] for r in ronde["tool"]["driver"]["rules"]] == ["VP103", "VP900"]
    eerste = ronde["results"][0]
    assert eerste["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "map/een%2C%20twee%3Adrie.yaml"},
        "region": {"startLine": 4, "startColumn": 7, "endLine": 4, "endColumn": 9},
    }
    assert eerste["relatedLocations"][0]["message"]["text"] == "hier staat het wel"
    assert ronde["results"][1]["locations"] == []


@pytest.mark.parametrize("naam", ["json", "github", "gitlab", "sarif"])
def test_zonder_bevindingen_blijft_de_vorm_geldig(naam: str) -> None:
    """Geen bevindingen: lege GitHub-uitvoer, en verder geldige JSON."""
    tekst = for_machine(naam)([])
    assert tekst == "" if naam == "github" else json.loads(tekst) is not None
    assert for_machine(naam)([FOUT]).isascii()
