"""Het museum van vergissingen, derde vleugel: een instrument naast zijn oudere versie, en een versie die niet past.

``WERK_MUSEUM_BIJ=1 pytest tests/cli/test_museum_versies.py`` schrijft de woorden opnieuw; lees eerst het verschil.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from veiligheidsplan.cli.instrument_uitleg import codes
from veiligheidsplan.cli.start import main

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git staat niet op deze computer")
MUSEUM = Path(__file__).parents[1] / "fouten"
ZALEN = sorted(map_ for map_ in MUSEUM.glob("VP4[12]*") if map_.is_dir())
#: codes zonder zaal, en waarom
ELDERS = {
    "VP416": "daarvoor is een heel groot instrument nodig; zie tests/instrument/test_vergelijking.py",
    "VP421": "gaat over een computer of map zonder git; zie test_revisie.py",
    "VP422": "gaat over een naam op de opdrachtregel; zie test_revisie.py",
}


def git(map_: Path, *opdracht: str) -> None:
    naam = ("-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.invalid")
    subprocess.run(["git", *naam, *opdracht], cwd=map_, check=True, capture_output=True)


def put(zaal: Path, bestand: str, map_: Path) -> None:
    (map_ / "tests").mkdir(parents=True, exist_ok=True)
    shutil.copy(zaal / bestand, map_ / "instrument.yaml")
    shutil.copy(zaal / "gevallen.yaml", map_ / "tests" / "gevallen.yaml")


@pytest.mark.parametrize("zaal", ZALEN, ids=lambda zaal: zaal.name)
def test_een_nieuwe_versie_naast_een_oude_krijgt_precies_deze_woorden(
    zaal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    if (zaal / "oud.yaml").exists():
        put(zaal, "oud.yaml", tmp_path / "voorbeeld")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "een")
    put(zaal, "instrument.yaml", tmp_path / "voorbeeld")
    monkeypatch.chdir(tmp_path)
    code = main(["instrument", "test", "voorbeeld", "--vergelijk", "main"])
    gezegd = capsys.readouterr().out
    if os.environ.get("WERK_MUSEUM_BIJ"):
        (zaal / "verwacht.txt").write_text(gezegd, encoding="utf-8")
    assert gezegd == (zaal / "verwacht.txt").read_text(encoding="utf-8")
    assert f"[{zaal.name[:5]}]" in gezegd, "de map heet naar de code die zij laat zien"
    assert code == int("fout[" in gezegd)


def test_iedere_code_van_het_vergelijken_heeft_een_zaal() -> None:
    assert {zaal.name[:5] for zaal in ZALEN} | ELDERS.keys() == {
        c for c in codes() if c[:4] in ("VP41", "VP42")
    }
