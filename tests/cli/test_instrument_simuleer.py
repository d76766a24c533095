"""«veiligheidsplan instrument simuleer»: herhaalbaar, in woorden en getallen, en nooit als kans."""

from __future__ import annotations

import json
import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from veiligheidsplan.app.nieuw_map import make_folder, texts_of
from veiligheidsplan.cli.clean import width
from veiligheidsplan.cli.simulatieverslag import percent
from veiligheidsplan.cli.start import main

PROFIEL = "profielen: {rustig: {uitleg: Weinig zorgen., antwoorden: {overige: {nee: 9, ja: 1}}}}"


@pytest.fixture(autouse=True)
def _new_instrument(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Een klein instrument met een voorwaarde, drie niveaus en een signaal: dat van «instrument nieuw»."""
    monkeypatch.chdir(tmp_path)
    teksten = texts_of("proef", "Een proef", "Een regio", date(2999, 1, 1))
    make_folder(tmp_path / "instrumenten" / "proef", teksten)


def _run(capsys: pytest.CaptureFixture[str], *woorden: str) -> str:
    assert main(["instrument", "simuleer", "proef", "--aantal", "20", *woorden]) == 0
    uit = capsys.readouterr()
    assert not uit.err
    return uit.out


def test_twee_keer_hetzelfde_zaad_drukt_precies_hetzelfde_af(capsys: pytest.CaptureFixture[str]) -> None:
    een, twee = (_run(capsys, "--onbekend", "0.2") for _ in range(2))
    assert een == twee
    assert een != _run(capsys, "--onbekend", "0.2", "--zaad", "2")


def test_er_staat_bij_dat_het_om_gelote_antwoorden_gaat_en_niets_zegt_over_mensen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tekst = " ".join(_run(capsys).split())
    assert "Het zegt niets over mensen, en geen enkel deel hieronder is een kans op geweld." in tekst
    assert "Precies uitgerekend over alle antwoorden; hiervoor is niet geloot." in tekst
    assert tekst.lower().count("kans") == 1


def test_bij_onbekende_antwoorden_staat_er_dat_er_is_geloot(capsys: pytest.CaptureFixture[str]) -> None:
    tekst = _run(capsys, "--onbekend", "0.1")
    assert "Geloot: 20 keer alle antwoorden, met zaad 1." in tekst
    assert "Onbekend: 10% van de vragen krijgt «weet niet»." in tekst


def test_een_bestand_met_profielen_komt_erbij_en_fouten_daarin_krijgen_hun_plek(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = tmp_path / "profielen.yaml"
    bestand.write_text(PROFIEL, encoding="utf-8")
    tekst = _run(capsys, "--profiel", str(bestand))
    assert "Profiel: elk antwoord even vaak" in tekst
    assert "Profiel: rustig\n  Weinig zorgen." in tekst
    bestand.write_text("profielen: {rustig: {antwoorden: {bestaat_niet: ja}}}", encoding="utf-8")
    assert main(["instrument", "simuleer", "proef", "--profiel", str(bestand)]) == 1
    assert "profielen.yaml:1:35" in capsys.readouterr().err


def test_een_profiel_meer_verandert_niets_aan_de_andere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = tmp_path / "profielen.yaml"
    bestand.write_text(PROFIEL, encoding="utf-8")
    zonder = json.loads(_run(capsys, "--json", "--onbekend", "0.1"))
    met = json.loads(_run(capsys, "--json", "--onbekend", "0.1", "--profiel", str(bestand)))
    assert met["profielen"][0] == zonder["profielen"][0]
    assert met["profielen"][1]["naam"] == "rustig"


def test_als_json_zijn_de_delen_samen_een(capsys: pytest.CaptureFixture[str]) -> None:
    gegeven = json.loads(_run(capsys, "--formaat", "json"))
    (beeld,) = gegeven["profielen"]
    assert beeld["eindniveau"]["exact"]
    assert sum(n["aandeel"] for n in beeld["eindniveau"]["niveaus"]) == pytest.approx(1)
    for schaal in beeld["schalen"].values():
        assert sum(s["aandeel"] for s in schaal["scores"]) == pytest.approx(1)
    assert set(gegeven["invloed"].values()) <= {"telt", "nooit", "niet_vastgesteld"}


def test_elke_balk_staat_tussen_een_getal_en_woorden_en_past_op_het_scherm(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for breedte in ("40", "80"):
        monkeypatch.setenv("COLUMNS", breedte)
        regels = _run(capsys).split("\n")
        assert max(map(width, regels)) < int(breedte)
    met_balk = [regel for regel in regels if "#" in regel]
    assert met_balk
    assert all(re.fullmatch(r" *(bijna )?[\d,]+%  #+ +\S.*", regel) for regel in met_balk)


def test_op_een_eenvoudige_terminal_zijn_er_geen_balken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "#" not in _run(capsys)


@pytest.mark.parametrize(
    ("deel", "tekst"),
    [
        (Fraction(0), "0%"),
        (Fraction(1, 10**9), "bijna 0%"),
        (Fraction(1, 3), "33,3%"),
        (Fraction(1, 2), "50%"),
        (1 - Fraction(1, 10**9), "bijna 100%"),
        (Fraction(1), "100%"),
    ],
)
def test_een_deel_heet_nooit_niets_of_alles_als_dat_niet_zo_is(deel: Fraction, tekst: str) -> None:
    assert percent(deel) == tekst


def test_een_vergissing_in_een_optie_krijgt_een_zin(capsys: pytest.CaptureFixture[str]) -> None:
    for woorden in (["--onbekend", "2"], ["--aantal", "0"], ["--zaad", "x"]):
        assert main(["instrument", "simuleer", "proef", *woorden]) == 2
        assert "De waarde bij" in capsys.readouterr().err
