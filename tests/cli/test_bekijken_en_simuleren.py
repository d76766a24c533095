"""De bladzijde over beginnen, bekijken en simuleren wordt gedaan zoals zij er staat.

``WERK_HANDLEIDING_BIJ=1 pytest tests/cli/test_bekijken_en_simuleren.py`` schrijft de uitvoer in de bladzijde opnieuw.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from veiligheidsplan.cli.start import main

BLADZIJDE = Path(__file__).parents[2] / "docs" / "voor-trainers" / "bekijken-en-simuleren.md"
BLOK = re.compile(
    r"^`(?P<pad>[\w./-]+)`\n\n```yaml\n(?P<inhoud>.*?)^```$"
    r"|^```console\n\$ veiligheidsplan (?P<opdracht>[^\n]+)\n(?P<uitvoer>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)

#: een jaar na vandaag; op de bladzijde staat altijd deze dag
DAG = re.compile(r"(?<=Opnieuw bekijken voor: ).*")
VASTE_DAG = "woensdag 24 november 2027"


def test_wie_de_bladzijde_volgt_ziet_wat_er_staat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    tekst = BLADZIJDE.read_text(encoding="utf-8")

    def follow(blok: re.Match[str]) -> str:
        if blok["pad"]:
            Path(blok["pad"]).write_text(blok["inhoud"], encoding="utf-8")
            return blok[0]
        assert main(shlex.split(blok["opdracht"])) == 0
        uit = DAG.sub(VASTE_DAG, "".join(capsys.readouterr()))
        return f"```console\n$ veiligheidsplan {blok['opdracht']}\n{uit}```"

    gedaan = BLOK.sub(follow, tekst)
    if os.environ.get("WERK_HANDLEIDING_BIJ"):
        BLADZIJDE.write_text(gedaan, encoding="utf-8")
    assert gedaan == BLADZIJDE.read_text(encoding="utf-8")


def test_elk_stuk_yaml_en_elke_opdracht_op_de_bladzijde_wordt_gedaan() -> None:
    tekst = BLADZIJDE.read_text(encoding="utf-8")
    blokken = list(BLOK.finditer(tekst))
    assert tekst.count("```yaml") == sum(blok["pad"] is not None for blok in blokken) == 1
    assert tekst.count("```console") == sum(blok["opdracht"] is not None for blok in blokken) == 4
