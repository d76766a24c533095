"""«evalueer» and «toon» as real commands: from a file, with faults at their place, per round, and in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from veiligheidsplan.app.omgeving import example_path
from veiligheidsplan.cli.start import main
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis

BLADZIJDE = Path(__file__).parents[2] / "docs" / "voor-professionals" / "evalueren.md"


class Bureau:
    """One worker with a vault, and the commands that this worker types."""

    def __init__(self, map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.map_, self.capsys = map_ / "kluis", capsys
        self.map_.mkdir()
        with Kluis.met_willekeurige_sleutel(self.map_ / BESTANDSNAAM):
            pass

    def doe(self, *woorden: str) -> tuple[int, str]:
        self.capsys.readouterr()
        code = main([*woorden, "--map", str(self.map_)])
        uit = self.capsys.readouterr()
        tekst = " ".join((uit.out + uit.err).split())
        assert "Traceback" not in tekst
        return code, tekst


def page_example() -> str:
    """The answers file that the manual shows."""
    return re.findall(r"```yaml\n(.*?)```", BLADZIJDE.read_text("utf-8"), re.DOTALL)[0]


@pytest.fixture
def kim(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """Kim, with the example household as an established plan."""
    monkeypatch.chdir(tmp_path)
    bureau = Bureau(tmp_path, capsys)
    code, tekst = bureau.doe("nieuw", "--antwoorden", str(example_path("gezin")), "--naar", "kopieen")
    assert code == 0, tekst
    return bureau


def test_het_voorbeeld_van_de_bladzijde_is_een_hele_evaluatie(kim: Bureau, tmp_path: Path) -> None:
    bestand = tmp_path / "evaluatie.yaml"
    bestand.write_text(page_example(), "utf-8")
    code, tekst = kim.doe("evalueer", "--antwoorden", str(bestand), "--naar", "kopieen")
    assert code == 0, tekst
    assert len(list((tmp_path / "kopieen").glob("*.pdf"))) == 4
    code, tekst = kim.doe("toon")
    assert "Ronde 2, vastgesteld op" in tekst
    assert "Noor, alleen: Het geweld is minder. Het is niet gestopt. Hij schreeuwt nog." in tekst
    assert "Het gaat uit het plan. Dit is niet meer nodig." in tekst
    code, tekst = kim.doe("toon", "--ronde", "1")
    assert "Dit is het plan zoals het op" in tekst
    assert "Actie 3" in tekst
    code, tekst = kim.doe("toon", "--verschil", "1", "2")
    assert "Niet meer in het plan. Actie: Ik bel elke avond om acht uur" in tekst
    assert "Geweld sinds de vorige keer. Noor, alleen: Het geweld is minder." in tekst
    code, tekst = kim.doe("toon", "--verschil", "1", "2", "--voor", "gezamenlijk")
    assert "Wat er anders is in het plan" in tekst
    assert "geweld is minder" not in tekst
    code, tekst = kim.doe("toon", "--onderbouwing", "--ronde", "1")
    assert "Bent u bang voor wat er vandaag of morgen kan gebeuren? Ja. Punten: 2." in tekst


def test_een_fout_in_het_bestand_staat_op_haar_plaats_en_er_wordt_niets_bewaard(
    kim: Bureau, tmp_path: Path
) -> None:
    bestand = tmp_path / "evaluatie.yaml"
    tekst = (
        page_example()
        .replace("sinds: minder, waarom", "sinds: mider, waarom")
        .replace("verder: klaar", "verder: klar", 1)
    )
    bestand.write_text(tekst.replace("    noor: {sinds", "    nor: {sinds", 1), "utf-8")
    code, uit = kim.doe("evalueer", "--antwoorden", str(bestand))
    assert code == 1
    assert "evaluatie.yaml:7:" in uit
    assert "evaluatie.yaml:10:" in uit
    assert "Bedoelt u «klaar»?" in uit
    assert "Ronde 1, vastgesteld" in kim.doe("toon")[1]


@pytest.mark.parametrize(
    ("opties", "code", "zin"),
    [
        (("--ronde", "4"), 1, "Ronde 4 is er niet. Kies uit: 1."),
        (("--verschil", "1", "3"), 1, "Ronde 3 is er niet."),
        (("--verschil", "1", "1"), 0, "Er is niets anders"),
        (("--ronde", "0"), 2, "--ronde"),
        (("--onderbouwing", "--voor", "gezamenlijk"), 2, "alleen voor professionals"),
        (("--verschil", "1", "1", "--ronde", "1"), 2, "Kies --verschil zonder --ronde"),
    ],
)
def test_wat_toon_niet_kan_zegt_zij_met_wat_wel_kan(
    kim: Bureau, opties: tuple[str, ...], code: int, zin: str
) -> None:
    uit = kim.doe("toon", *opties)
    assert uit[0] == code, uit
    assert zin in uit[1]
