"""Een dossier onthoudt met welk sjabloon het begon: wat een gemeente koos, komt terug bij elk volgend gebruik."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from veiligheidsplan.app.omgeving import example_path

PROGRAMMA = [sys.executable, "-m", "veiligheidsplan.cli.start"]
TITEL = "Veiligheidsplan van Elders"
SJABLOON = f"""\
formaat: 1
id: veiligheidsplan
eigenaar: Gemeente Tiel
gemeente: tiel
versie: 1.0.0
gebaseerd_op: regio/veiligheidsplan@1.0.0
titel: {TITEL}
"""


@pytest.fixture
def gemeente(tmp_path: Path) -> Path:
    """Een map met een eigen sjabloon, en daarin een dossier dat ermee begon."""
    sjabloon = tmp_path / "sjablonen" / "tiel" / "veiligheidsplan"
    sjabloon.mkdir(parents=True)
    (sjabloon / "sjabloon.yaml").write_text(SJABLOON, "utf-8")
    (tmp_path / "antwoorden.yaml").write_text(example_path("gezin").read_text("utf-8"), "utf-8")
    (tmp_path / "wachtzin.txt").write_text("vier fietsen bij de sloot\n")
    run(
        tmp_path,
        "nieuw",
        "--antwoorden",
        "antwoorden.yaml",
        "--naar",
        "kopie",
        "--sjabloon",
        "tiel/veiligheidsplan",
    )
    return tmp_path


def run(map_: Path, *woorden: str) -> subprocess.CompletedProcess[str]:
    """The real command in this folder, with its vault; it must succeed."""
    opdracht = [*PROGRAMMA, *woorden, "--map", "kluis", "--wachtzin-bestand", "wachtzin.txt"]
    return subprocess.run(
        opdracht, cwd=map_, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    )


def test_exporteer_gebruikt_het_sjabloon_waarmee_het_dossier_begon(gemeente: Path) -> None:
    klaar = run(
        gemeente,
        "exporteer",
        "waterlelie",
        "--voor",
        "gezamenlijk",
        "--naar",
        "plan.md",
        "--formaat",
        "markdown",
    )
    assert TITEL in (gemeente / "plan.md").read_text("utf-8")
    assert "Let op" not in klaar.stderr


def test_toon_zegt_dat_het_sjabloon_veranderd_is(gemeente: Path) -> None:
    pad = gemeente / "sjablonen/tiel/veiligheidsplan/sjabloon.yaml"
    pad.write_text(pad.read_text("utf-8").replace("versie: ", "versie: 9", 1), "utf-8")
    klaar = run(gemeente, "toon", "waterlelie")
    assert "is veranderd sinds dit dossier begon" in " ".join(klaar.stderr.split())
    assert TITEL.upper() in klaar.stdout


def test_is_het_sjabloon_weg_dan_komt_het_plan_toch_en_wordt_dat_gezegd(gemeente: Path) -> None:
    shutil.rmtree(gemeente / "sjablonen")
    klaar = run(gemeente, "vaststellen", "waterlelie")
    assert "Dit dossier begon met het sjabloon «tiel/veiligheidsplan»" in " ".join(klaar.stderr.split())
    assert "vastgesteld" in klaar.stdout
