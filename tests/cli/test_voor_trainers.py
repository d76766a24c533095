"""De handleiding voor trainers wordt gedaan zoals zij er staat: elk bestand gemaakt, elke opdracht uitgevoerd, ook git.

``WERK_HANDLEIDING_BIJ=1 pytest tests/cli/test_voor_trainers.py`` schrijft de uitvoer in de bladzijde opnieuw.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from veiligheidsplan.cli.start import main

BLADZIJDE = Path(__file__).parents[2] / "docs" / "voor-trainers" / "index.md"
BLOK = re.compile(
    r"^`(?P<pad>[\w./-]+)`\n\n```yaml\n(?P<inhoud>.*?)^```$"
    r"|^`(?P<waar>[\w./-]+)`: maak van `(?P<oud>[^`]+)` nu `(?P<nieuw>[^`]+)`$"
    r"|^`(?P<daar>[\w./-]+)`: zet boven `(?P<regel>[^`]+)` dit:\n\n```yaml\n(?P<erbij>.*?)^```$"
    r"|^```sh\n(?P<git>.*?)^```$"
    r"|^```console\n\$ veiligheidsplan (?P<opdracht>[^\n]+)\n(?P<uitvoer>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is er niet")
def test_wie_de_bladzijde_volgt_krijgt_wat_zij_belooft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for naam in [naam for naam in os.environ if naam.startswith(("GIT_", "GITHUB_"))]:
        monkeypatch.delenv(naam)
    for rol in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{rol}_NAME", "Sanne")
        monkeypatch.setenv(f"GIT_{rol}_EMAIL", "sanne@voorbeeld.nl")
    tekst = BLADZIJDE.read_text(encoding="utf-8")

    def follow(blok: re.Match[str]) -> str:
        if not blok["opdracht"]:
            do(blok)
            return blok[0]
        main(shlex.split(blok["opdracht"]))
        uit = capsys.readouterr()
        return f"```console\n$ veiligheidsplan {blok['opdracht']}\n{uit.out}{uit.err}```"

    gedaan = BLOK.sub(follow, tekst)
    if os.environ.get("WERK_HANDLEIDING_BIJ"):
        BLADZIJDE.write_text(gedaan, encoding="utf-8")
    assert gedaan == BLADZIJDE.read_text(encoding="utf-8")


def do(blok: re.Match[str]) -> None:
    """Maak een bestand, verander er een, of doe een opdracht van git; een wijziging die niet kan, faalt."""
    if blok["pad"]:
        Path(blok["pad"]).parent.mkdir(parents=True, exist_ok=True)
        Path(blok["pad"]).write_text(blok["inhoud"], encoding="utf-8")
    elif blok["waar"]:
        replace_once(Path(blok["waar"]), blok["oud"], blok["nieuw"])
    elif blok["daar"]:
        replace_once(Path(blok["daar"]), blok["regel"] + "\n", blok["erbij"] + blok["regel"] + "\n")
    else:
        for regel in blok["git"].splitlines():
            woorden = shlex.split(regel)
            assert woorden[0] == "git", (
                "in een blok sh staat alleen git; wat wij zelf doen, staat in een blok console"
            )
            subprocess.run(woorden, check=True, capture_output=True)


def replace_once(pad: Path, oud: str, nieuw: str) -> None:
    """De woorden die de bladzijde noemt, staan er één keer: een lezer weet dan welke hij moet veranderen."""
    tekst = pad.read_text(encoding="utf-8")
    assert tekst.count(oud) == 1, oud
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


def test_elk_blok_in_de_handleiding_wordt_gedaan() -> None:
    """Er staat geen YAML en geen opdracht die niemand uitvoert; dat zou niet worden nagekeken."""
    tekst = BLADZIJDE.read_text(encoding="utf-8")
    blokken = list(BLOK.finditer(tekst))
    yaml = sum(blok["pad"] is not None or blok["daar"] is not None for blok in blokken)
    assert tekst.count("```yaml") == yaml >= 4
    assert tekst.count("```console") == sum(blok["opdracht"] is not None for blok in blokken) > 4
    assert tekst.count("```sh") == sum(blok["git"] is not None for blok in blokken) > 2
    assert tekst.count("```") == 2 * (yaml + tekst.count("```console") + tekst.count("```sh"))
    assert tekst.count("`: maak van `") == sum(blok["waar"] is not None for blok in blokken)


def test_wat_de_bladzijde_als_eindpunt_laat_zien_is_zonder_fouten() -> None:
    """Na de laatste wijziging is alles goed, bereiken de verhalen alles, en heeft de server niets te melden."""
    tekst = BLADZIJDE.read_text(encoding="utf-8")
    assert "4 gevallen, alles als verwacht\n\nDe tests bereiken 100%." in tekst
    assert "geen fouten" in tekst[tekst.index("nu `versie: 1.0.0`") :]
    assert "--vergelijk main --formaat github\n```" in tekst
    assert tekst.endswith("in [de naslag](../naslag/opdrachtregel.md).\n")
