"""Een voorval, verbeteren en vaststellen op een echt scherm, in beeld zoals iemand het ziet."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="pexpect is er niet")
if sys.platform == "win32" or shutil.which("tmux") is None:
    pytest.skip("tmux is er niet", allow_module_level=True)

from bestuurder import PROGRAMMA, WACHTZIN
from vol_scherm import Scherm


@pytest.fixture(scope="module")
def gezin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from veiligheidsplan.app.omgeving import example_path

    map_ = tmp_path_factory.mktemp("gezin")
    (map_ / "zin").write_text(WACHTZIN + "\n", "utf-8")
    opdracht = [
        PROGRAMMA,
        "nieuw",
        "--antwoorden",
        str(example_path("gezin")),
        "--naar",
        str(map_ / "kopieen"),
    ]
    subprocess.run([*opdracht, *opties(map_)], check=True, capture_output=True, timeout=120)
    return map_


def opties(map_: Path) -> tuple[str, ...]:
    return ("--map", str(map_ / "kluis"), "--wachtzin-bestand", str(map_ / "zin"))


@pytest.fixture(params=[(80, 24), (200, 60)], ids=["80x24", "200x60"])
def begin(request: pytest.FixtureRequest, gezin: Path, tmp_path: Path) -> Iterator[object]:
    """Starts a command on a screen of this size, on a copy of the dossier."""
    map_ = tmp_path / "g"
    shutil.copytree(gezin, map_)
    schermen: list[Scherm] = []

    def start(*opdracht: str) -> Scherm:
        kolommen, rijen = request.param
        schermen.append(Scherm(tmp_path, *opdracht, *opties(map_), kolommen=kolommen, rijen=rijen))
        return schermen[-1]

    yield start
    for scherm in schermen:
        scherm.sluit()


def zie(s: Scherm, tekst: str) -> str:
    return str(s.wacht(lambda beeld: tekst in " ".join(beeld.split()), tekst))


def test_een_voorval_met_toetsen_en_de_nummers_in_beeld(begin) -> None:  # type: ignore[no-untyped-def]
    """112 staat bij de eerste vraag; F7 laat wie u belt zien en komt terug; F2 gaat een vraag terug; F9 bewaart."""
    s = begin("incident")
    assert "112" in zie(s, "Op welke dag was het?")
    s.toets("F7")
    zie(s, "Veilig Thuis: 0800-2000")
    s.toets("Enter")
    zie(s, "Op welke dag was het?")
    s.typ("vandaag")
    s.toets("Enter")
    zie(s, "Hoe laat was het?")
    s.toets("F2")
    zie(s, "Op welke dag was het?")
    s.toets("Enter")
    zie(s, "Hoe laat was het?")
    s.toets("F9")
    assert s.einde() == 130
    zie(s, "veiligheidsplan incident")


def test_verbeteren_vanuit_het_overzicht(begin) -> None:  # type: ignore[no-untyped-def]
    s = begin("corrigeer")
    zie(s, "Bent u alleen achter dit scherm?")
    s.toets("1", "Enter")
    assert "hoort bij ronde 2" in " ".join(zie(s, "Wat wilt u doen?").split())
    s.toets("1", "Enter")
    s.typ("casusregisseur")
    zie(s, "Wie is de casusregisseur?")
    s.toets("Enter")
    zie(s, "Uw antwoord:")
    s.typ(" senior")
    s.toets("Enter")
    zie(s, "Waarom verandert u dit?")
    s.typ("Verkeerde naam.")
    s.toets("Enter")
    zie(s, "Verbeterd. Wat er stond, blijft in het logboek.")
    s.toets("3", "Enter")
    assert s.einde() == 0
    zie(s, "Stel het opnieuw vast")
