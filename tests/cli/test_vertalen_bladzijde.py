"""De bladzijde over vertalen wordt gedaan zoals zij er staat: elk bestand gemaakt, elke opdracht uitgevoerd.

``WERK_HANDLEIDING_BIJ=1 pytest tests/cli/test_vertalen_bladzijde.py`` schrijft de uitvoer in de bladzijde opnieuw.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from veiligheidsplan.cli.start import main
from veiligheidsplan.loading.vertalingen import load_translation, read_translation_text

BLADZIJDE = Path(__file__).parents[2] / "docs" / "voor-trainers" / "vertalen.md"
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
            assert blok["oud"] in oud
            Path(blok["waar"]).write_text(oud.replace(blok["oud"], blok["nieuw"]), encoding="utf-8")
        else:
            main(shlex.split(blok["opdracht"]))
            uit = capsys.readouterr()
            return f"```console\n$ veiligheidsplan {blok['opdracht']}\n{uit.out}{uit.err}```"
        return blok[0]

    gedaan = BLOK.sub(follow, tekst)
    if os.environ.get("WERK_HANDLEIDING_BIJ"):
        BLADZIJDE.write_text(gedaan, encoding="utf-8")
    assert gedaan == BLADZIJDE.read_text(encoding="utf-8")
    vertaling = load_translation(Path("instrumenten/rust-thuis"), "en")
    assert [stuk.was for stuk in vertaling.teksten.values() if stuk.was] == ["Is er vaak ruzie?"]


def test_elk_stuk_yaml_in_de_bladzijde_wordt_gelezen_zonder_fout() -> None:
    tekst = BLADZIJDE.read_text(encoding="utf-8")
    blokken = list(BLOK.finditer(tekst))
    assert tekst.count("```yaml") == sum(blok["pad"] is not None for blok in blokken) == 3
    (kop,) = [blok["inhoud"] for blok in blokken if blok["pad"] == "kop.yaml"]
    gelezen = read_translation_text(kop, "kop.yaml")
    assert gelezen.bevindingen == ()
    assert gelezen.vertaling is not None
    assert gelezen.vertaling.status == "gecontroleerd"


def test_de_handleiding_wijst_naar_deze_bladzijde() -> None:
    assert "(vertalen.md)" in (BLADZIJDE.parent / "index.md").read_text(encoding="utf-8")
