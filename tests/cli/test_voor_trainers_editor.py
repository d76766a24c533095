"""De bladzijde over de editor wordt gedaan zoals zij er staat: de schema's, de bestanden en de instellingen."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from veiligheidsplan.cli.start import main

BLADZIJDE = Path(__file__).parents[2] / "docs" / "voor-trainers" / "editor.md"
STUK = re.compile(
    r"^`(?P<pad>[\w./-]+)`\n\n```(?:yaml|json)\n(?P<inhoud>.*?)^```$|^```console\n(?P<gesprek>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
OPDRACHT = re.compile(
    r"^\$ veiligheidsplan (?P<opdracht>[^\n]+)\n(?P<uitvoer>(?:[^$][^\n]*\n)*)", re.MULTILINE
)


def test_wie_de_bladzijde_volgt_krijgt_wat_zij_belooft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    opdrachten = 0
    for stuk in STUK.finditer(BLADZIJDE.read_text(encoding="utf-8")):
        if stuk["pad"]:
            Path(stuk["pad"]).parent.mkdir(parents=True, exist_ok=True)
            Path(stuk["pad"]).write_text(stuk["inhoud"], encoding="utf-8")
            continue
        for beurt in OPDRACHT.finditer(stuk["gesprek"]):
            assert main(shlex.split(beurt["opdracht"])) == 0
            uit = capsys.readouterr()
            assert uit.out + uit.err == beurt["uitvoer"]
            opdrachten += 1
    assert opdrachten == 4
    assert main(["instrument", "test", "instrumenten/rust-thuis"]) == 0
    _check_paths(tmp_path)


def _check_paths(map_: Path) -> None:
    """Elke verwijzing, in een regel bovenaan of in een instelling, wijst naar een schema dat er is."""
    instellingen = json.loads((map_ / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, patroon in instellingen["yaml.schemas"].items():
        assert (map_ / schema).is_file()
        assert "vertaling" in schema or list(map_.glob(patroon))
    regels = 0
    for bestand in map_.glob("instrumenten/**/*.yaml"):
        verwijzing = bestand.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
        assert (bestand.parent / verwijzing).resolve() in set((map_ / "schema").iterdir())
        regels += 1
    assert regels == 2


def test_elk_stuk_op_de_bladzijde_wordt_gebruikt() -> None:
    tekst = BLADZIJDE.read_text(encoding="utf-8")
    assert len(re.findall(r"^```\w", tekst, re.MULTILINE)) == len(list(STUK.finditer(tekst))) == 5
