"""«veiligheidsplan instrument test»: gevallen uitvoeren, het verschil laten zien, en zeggen wat niets bereikt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from veiligheidsplan.cli.start import main

BASIS = (Path(__file__).parents[1] / "loading" / "basis.yaml").read_text(encoding="utf-8")
ALLES = """\
- naam: Alles rustig
  antwoorden: {ruzie: nee, gevoel: 0}
  verwacht: {schalen: {ernst: {score: 0, niveau: gewoon}}, signalen: [], eindniveau: gewoon}
- naam: Er wordt geslagen
  antwoorden: {ruzie: ja, slaan: ja, gevoel: 10, sinds: 2024-05-01}
  verwacht: {schalen: {ernst: {score: 2}}, signalen: [teken], eindniveau: verhoogd, eindniveau_hoogst: verhoogd}
- naam: Ruzie zonder slaan
  antwoorden: {ruzie: ja, slaan: nee}
  verwacht: {schalen: {ernst: {score: 1, ontbrekend: []}, welzijn: {score: null, ontbrekend: [gevoel]}}}
- naam: Niets bekend
  verwacht: {schalen: {ernst: {laagst: 0, hoogst: 2, ontbrekend: [slaan, ruzie]}}, signalen_mogelijk: [teken]}
"""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Een klein instrument met vier gevallen die samen alles bereiken."""
    doel = tmp_path / "voorbeeld"
    (doel / "tests").mkdir(parents=True)
    (doel / "instrument.yaml").write_text(BASIS, encoding="utf-8")
    write(doel, ALLES)
    return doel


def write(map_: Path, gevallen: str) -> None:
    (map_ / "tests" / "gevallen.yaml").write_text(gevallen, encoding="utf-8")


def run(map_: Path, capsys: pytest.CaptureFixture[str], *meer: str) -> tuple[int, str]:
    code = main(["instrument", "test", str(map_), *meer])
    return code, capsys.readouterr().out


def test_als_alles_klopt_en_alles_is_bereikt_is_de_uitkomst_nul(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, tekst = run(map_, capsys, "--minimaal", "100")
    assert tekst == (
        "voorbeeld: 4 gevallen, alles als verwacht\n\n"
        "De tests bereiken 100%.\n"
        "  vragen 4 van 4, antwoorden 6 van 6, voorwaarden 2 van 2, niveaus 2 van 2,"
        " signalen 1 van 1, schalen 2 van 2\n"
    )
    assert code == 0


def test_een_ander_uitkomst_wordt_per_veld_gezegd_met_zijn_regel(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(map_, ALLES.replace("{score: 2}}, signalen: [teken]", "{score: 3}}, signalen: [ander]"))
    code, tekst = run(map_, capsys)
    assert code == 1
    assert "voorbeeld: 4 gevallen, 1 anders dan verwacht\n\nANDERS  Er wordt geslagen\n" in tekst
    assert "gevallen.yaml:4:9\n" in tekst
    assert (
        "  schalen › ernst › score (regel 6)\n    verwacht: 3\n    gekregen: 2\n"
        "  signalen (regel 6)\n    verwacht: ander\n    gekregen: teken (ontbreekt: ander; te veel: teken)\n"
    ) in tekst


def test_wie_een_vraag_vergeet_hoort_welke_en_wat_de_score_dan_nog_kan_zijn(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Een verhaal zonder antwoord op een vraag die telt: «gekregen: niets» alleen zegt niet wat er schort."""
    write(map_, "- naam: Vergeten\n  antwoorden: {ruzie: ja}\n  verwacht: {schalen: {ernst: {score: 1}}}\n")
    assert (
        "    verwacht: 1\n    gekregen: niets\n"
        "    in dit geval ontbreekt een antwoord op: slaan; nu kan de score van 1 tot en met 2 zijn\n"
    ) in run(map_, capsys)[1]


def test_een_onmogelijk_antwoord_is_een_geval_dat_niet_klopt(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(map_, ALLES.replace("gevoel: 10", "gevoel: 11"))
    code, tekst = run(map_, capsys)
    assert code == 1
    assert "ANDERS  Er wordt geslagen" in tekst
    assert "(regel 5)" in tekst


OPEN: list[tuple[str, str, str]] = [
    ("gevoel: 0", "gevoel: 5", "Het antwoord «0» op «gevoel» kwam niet voor."),
    (", sinds: 2024-05-01", "", "De vraag «sinds» kreeg in geen geval een antwoord: Sinds wanneer?"),
]


@pytest.mark.parametrize(("oud", "nieuw", "zin"), OPEN)
def test_wat_geen_geval_bereikt_heeft_een_zin(
    map_: Path, capsys: pytest.CaptureFixture[str], oud: str, nieuw: str, zin: str
) -> None:
    write(map_, ALLES.replace(oud, nieuw))
    code, tekst = run(map_, capsys, "--minimaal", "100")
    assert code == 1
    assert "De tests bereiken 94%, minder dan de 100% die moet." in tekst
    assert f"Nog niet bereikt:\n  - {zin}\n" in tekst
    assert run(map_, capsys, "--minimaal", "94")[0] == 0


def test_een_enkel_geval_laat_voorwaarden_niveaus_signalen_en_schalen_open(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(map_, ALLES.split("- naam: Er wordt")[0])
    code, tekst = run(map_, capsys)
    assert code == 0
    for zin in (
        "De vraag «slaan» kreeg in geen geval een antwoord: Wordt er geslagen?",
        "Het antwoord «Ja» op «ruzie» kwam niet voor.",
        "De voorwaarde bij «slaan» was in geen geval waar.",
        "De schaal «ernst» kwam in geen geval op niveau «verhoogd».",
        "Het signaal «teken» ging in geen geval af.",
        "In geen geval ontbrak er een antwoord voor de schaal «ernst».",
    ):
        assert f"  - {zin}\n" in tekst


def test_een_slapend_antwoord_bereikt_niets(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Een antwoord op een vraag die niet te zien is, telt niet als bereikt."""
    write(map_, "- naam: Slapend\n  antwoorden: {ruzie: nee, slaan: ja}\n  verwacht: {eindniveau: gewoon}\n")
    assert "De vraag «slaan» kreeg in geen geval" in run(map_, capsys)[1]


def test_zonder_tests_of_met_een_fout_erin_is_het_antwoord_nee(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (map_ / "tests" / "gevallen.yaml").unlink()
    code, tekst = run(map_, capsys)
    assert (code, "geen tests gevonden" in tekst) == (1, True)
    write(map_, ALLES.replace("eindniveau: gewoon", "eindnivo: gewoon"))
    code, tekst = run(map_, capsys)
    assert (code, "fout[VP181]" in tekst) == (1, True)


def test_een_score_zonder_einde_mag_afgerond_worden_opgeschreven(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """10/3 is 3.33; 3.3 is te grof, en 3.34 is iets anders."""
    schaal = "telt: [gevoel]\n    deel_door: 3\n"
    (map_ / "instrument.yaml").write_text(BASIS.replace("telt: [gevoel]\n", schaal), encoding="utf-8")
    for getal, goed in (("3.33", True), ("3.3333", True), ("3.3", False), ("3.34", False)):
        write(
            map_,
            f"- {{naam: Een, antwoorden: {{gevoel: 10}}, verwacht: {{schalen: {{welzijn: {{score: {getal}}}}}}}}}\n",
        )
        assert (run(map_, capsys)[0] == 0) is goed, getal


def test_json_heeft_alles_wat_de_tekst_zegt(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(map_, ALLES.replace("{score: 2}}", "{score: 3}}"))
    code, tekst = run(map_, capsys, "--formaat", "json")
    inhoud: dict[str, Any] = json.loads(tekst)
    assert (code, inhoud["gevallen"], inhoud["mislukt"]) == (1, 4, 1)
    (instrument,) = inhoud["instrumenten"]
    assert instrument["dekking"]["procent"] == 100
    (verschil,) = instrument["gevallen"][1]["verschillen"]
    assert (verschil["pad"], verschil["verwacht"], verschil["gekregen"]) == (
        ["schalen", "ernst", "score"],
        3,
        2,
    )
    assert verschil["plaats"]["regel"] == 6


def test_junit_telt_dezelfde_gevallen(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(
        map_,
        ALLES.replace("Er wordt geslagen", "Er wordt <geslagen> & gebeld").replace(
            "{score: 2}}", "{score: 3}}"
        ),
    )
    code, tekst = run(map_, capsys, "--formaat", "junit", "--minimaal", "50")
    wortel = ElementTree.fromstring(tekst)  # noqa: S314 - eigen uitvoer
    (suite,) = wortel
    assert code == 1
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("5", "1", "0")
    assert [geval.get("name") for geval in suite][1] == "Er wordt <geslagen> & gebeld"
    assert "verwacht: 3" in (suite[1].findtext("failure") or "")


def test_de_meegeleverde_instrumenten_bereiken_bijna_alles(capsys: pytest.CaptureFixture[str]) -> None:
    map_ = Path(__file__).parents[2] / "instrumenten"
    assert run(map_, capsys, "--minimaal", "98")[0] == 0
