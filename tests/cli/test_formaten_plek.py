"""Waar een bevinding staat: altijd vanaf de bovenkant van de repository, van welke map u ook begint."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from veiligheidsplan.bevinding import Bevinding, Plaats
from veiligheidsplan.cli.formaten import for_machine
from veiligheidsplan.cli.formaten.plek import in_repository
from veiligheidsplan.cli.start import main


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Een repository met een map erin."""
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "instrumenten" / "x").mkdir(parents=True)
    return tmp_path / "repo"


@pytest.mark.parametrize(
    ("vanuit", "bestand"),
    [
        (".", "instrumenten/x/instrument.yaml"),
        (".", "./instrumenten/x/instrument.yaml"),
        (".", "instrumenten\\x\\instrument.yaml"),
        (".", ".\\instrumenten\\x\\instrument.yaml"),
        ("instrumenten", "x/instrument.yaml"),
        ("instrumenten/x", "instrument.yaml"),
        ("instrumenten/x", "../x/./instrument.yaml"),
    ],
)
def test_een_pad_begint_bij_de_repository(
    repo: Path, monkeypatch: pytest.MonkeyPatch, vanuit: str, bestand: str
) -> None:
    """Met «./» ervoor, met de schuine strepen van Windows of vanuit een map erin: steeds hetzelfde pad."""
    monkeypatch.chdir(repo / vanuit)
    assert in_repository(bestand) == "instrumenten/x/instrument.yaml"


def test_een_volledig_pad_wordt_ook_korter(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Een pad vanaf de schijf, en een pad door een koppeling naar de repository."""
    monkeypatch.chdir(repo)
    assert in_repository(str(repo / "a.yaml")) == "a.yaml"
    (repo.parent / "koppeling").symlink_to(repo)
    assert in_repository(str(repo.parent / "koppeling" / "a.yaml")) == "a.yaml"


def test_een_werkboom_van_git_heeft_een_bestand_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In een «git worktree» is .git een bestand en geen map."""
    (tmp_path / "boom" / "diep").mkdir(parents=True)
    (tmp_path / "boom" / ".git").write_text("gitdir: elders\n")
    monkeypatch.chdir(tmp_path / "boom" / "diep")
    assert in_repository("a.yaml") == "diep/a.yaml"


def test_buiten_een_repository_is_de_werkmap_de_bovenkant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Zonder git telt de map waar u staat; wat daarbuiten ligt, houdt zijn hele pad."""
    (tmp_path / "map").mkdir()
    monkeypatch.chdir(tmp_path / "map")
    assert in_repository("./a.yaml") == "a.yaml"
    assert in_repository("../b.yaml") == (tmp_path / "b.yaml").as_posix()


def test_sarif_geeft_een_bestand_buiten_de_repository_een_heel_adres(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Zo'n bestand krijgt een adres met «file:», en zegt niet dat het in de repository staat."""
    monkeypatch.chdir(repo)
    buiten = Bevinding("VP141", "x", plaats=Plaats("../een twee.yaml", 1, 1))
    (uitkomst,) = json.loads(for_machine("sarif")([buiten]))["runs"][0]["results"]
    adres = uitkomst["locations"][0]["physicalLocation"]["artifactLocation"]
    assert adres == {"uri": (repo.parent / "een twee.yaml").as_uri()}


@pytest.mark.parametrize("vorm", ["gitlab", "sarif", "github"])
def test_vanuit_elke_map_krijgt_een_bevinding_hetzelfde_kenmerk_en_hetzelfde_pad(
    repo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], vorm: str
) -> None:
    """De hele uitvoer is gelijk, vanaf de bovenkant en vanuit de map van het instrument."""
    (repo / "instrumenten" / "x" / "instrument.yaml").write_text("formaat: 1\nfout: ja\n", encoding="utf-8")
    uit = []
    for vanuit, pad in ((".", "instrumenten/x"), (".", "./instrumenten"), ("instrumenten/x", ".")):
        monkeypatch.chdir(repo / vanuit)
        assert main(["instrument", "valideer", pad, "--formaat", vorm]) == 1
        uit.append(capsys.readouterr().out)
    assert uit[0] == uit[1] == uit[2]
    assert "instrumenten/x/instrument.yaml" in uit[0]
