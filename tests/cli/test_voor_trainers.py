"""De handleiding voor trainers wordt gedaan zoals zij er staat: elk bestand gemaakt, elke opdracht uitgevoerd.

``WERK_HANDLEIDING_BIJ=1 pytest tests/cli/test_voor_trainers.py`` schrijft de uitvoer in de bladzijde opnieuw.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from veiligheidsplan.cli.start import main

BLADZIJDE = Path(__file__).parents[2] / "docs" / "voor-trainers" / "index.md"
BLOK = re.compile(
    r"^`(?P<pad>[\w./-]+)`\n\n```yaml\n(?P<inhoud>.*?)^```$"
    r"|^`(?P<waar>[\w./-]+)`: maak van `(?P<oud>[^`]+)` nu `(?P<nieuw>[^`]+)`$"
    r"|^```console\n\$ veiligheidsplan (?P<opdracht>[^\n]+)\n(?P<uitvoer>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def test_wie_de_bladzijde_volgt_krijgt_wat_zij_belooft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    tekst = BLADZIJDE.read_text(encoding="utf-8")

    def follow(blok: re.Match[str]) -> str:
        if blok["pad"]:
            Path(blok["pad"]).parent.mkdir(parents=True, exist_ok=True)
            Path(blok["pad"]).write_text(blok["inhoud"], encoding="utf-8")
        elif blok["waar"]:
            oud = Path(blok["waar"]).read_text(encoding="utf-8")
            Path(blok["waar"]).write_text(
                oud.replace(blok["oud"] + "\n", blok["nieuw"] + "\n"), encoding="utf-8"
            )
        else:
            main(shlex.split(blok["opdracht"]))
            uit = capsys.readouterr()
            return f"```console\n$ veiligheidsplan {blok['opdracht']}\n{uit.out}{uit.err}```"
        return blok[0]

    gedaan = BLOK.sub(follow, tekst)
    if os.environ.get("WERK_HANDLEIDING_BIJ"):
        BLADZIJDE.write_text(gedaan, encoding="utf-8")
    assert gedaan == BLADZIJDE.read_text(encoding="utf-8")


def test_elk_stuk_yaml_in_de_handleiding_wordt_gebruikt() -> None:
    """Er staat geen stuk YAML zonder naam van een bestand erboven; dat zou niet worden nagekeken."""
    tekst = BLADZIJDE.read_text(encoding="utf-8")
    blokken = list(BLOK.finditer(tekst))
    assert tekst.count("```yaml") == sum(blok["pad"] is not None for blok in blokken) > 4
    assert tekst.count("```console") == sum(blok["opdracht"] is not None for blok in blokken) > 4


def test_wat_de_bladzijde_als_eindpunt_laat_zien_is_zonder_fouten() -> None:
    """De laatste keuring en de laatste test in de bladzijde zijn goed."""
    tekst = BLADZIJDE.read_text(encoding="utf-8")
    assert tekst.count("1 instrument bekeken: geen fouten.") == 2
    assert "5 gevallen, alles als verwacht" in tekst
    assert "De tests bereiken 100%." in tekst
