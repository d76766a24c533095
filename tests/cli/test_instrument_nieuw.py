"""«veiligheidsplan instrument nieuw»: van niets naar een instrument dat werkt."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from veiligheidsplan.cli.instrument_nieuw import _next_year
from veiligheidsplan.cli.start import main


def test_de_opdrachten_die_erbij_staan_zijn_meteen_goed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wie precies overtypt wat er staat, krijgt drie keer een goede uitkomst."""
    monkeypatch.chdir(tmp_path)
    assert main(["instrument", "nieuw", "rust-thuis", "--titel", "Rust: 'thuis'"]) == 0
    regels = capsys.readouterr().out.splitlines()
    opdrachten = [r.split() for r in regels if r.startswith("  veiligheidsplan ")]
    assert [o[2] for o in opdrachten] == ["valideer", "test", "toon", "schema", "schema"]
    for woorden in opdrachten:
        assert main(woorden[1:]) == 0
    assert "Rust: 'thuis'" in capsys.readouterr().out
    for bestand in (tmp_path / "instrumenten" / "rust-thuis").rglob("*.yaml"):
        eerste = bestand.read_text(encoding="utf-8").split("\n", 1)[0]
        assert (bestand.parent / eerste.removeprefix("# yaml-language-server: $schema=")).is_file()
    assert main(["instrument", "nieuw", "nog-een", "--titel", "x"]) == 0
    assert "editor" not in capsys.readouterr().out


def test_wat_er_al_is_blijft_zoals_het_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "instrumenten" / "proef").mkdir(parents=True)
    assert main(["instrument", "nieuw", "proef", "--titel", "x"]) == 1
    assert "bestaat al; er is niets veranderd" in capsys.readouterr().err
    assert list((tmp_path / "instrumenten" / "proef").iterdir()) == []


def test_een_id_met_hoofdletters_en_spaties_krijgt_een_voorstel(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instrument", "nieuw", "Rust Thuis", "--titel", "x"]) == 2
    assert "Schrijf bijvoorbeeld «rust-thuis»." in capsys.readouterr().err


def test_met_naar_komt_de_map_ergens_anders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instrument", "nieuw", "proef", "--titel", "x", "--naar", str(tmp_path / "mijn map")]) == 0
    assert (tmp_path / "mijn map" / "proef" / "tests" / "verhalen.yaml").is_file()
    assert f"'{tmp_path}/mijn map/proef'" in capsys.readouterr().out


def test_in_de_map_instrumenten_zelf_komt_er_geen_tweede_laag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "instrumenten").mkdir()
    monkeypatch.chdir(tmp_path / "instrumenten")
    assert main(["instrument", "nieuw", "proef", "--titel", "x"]) == 0
    assert (tmp_path / "instrumenten" / "proef" / "instrument.yaml").is_file()


def test_een_script_krijgt_geen_vraag_en_de_titel_volgt_uit_de_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO("dit wordt niet gelezen\n"))
    assert main(["instrument", "nieuw", "rust-thuis"]) == 0
    assert "titel: 'Rust thuis'" in (tmp_path / "instrumenten/rust-thuis/instrument.yaml").read_text("utf-8")


def test_een_map_waar_niets_in_mag_geeft_een_zin_en_geen_technische_melding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bestand").write_text("")
    assert main(["instrument", "nieuw", "proef", "--titel", "x", "--naar", str(tmp_path / "bestand")]) == 1
    assert "Dit is een bestand en geen map" in capsys.readouterr().err
    assert main(["instrument", "nieuw", "proef", "--titel", "x", "--naar", "a\0b"]) == 2


def test_opnieuw_bekijken_is_over_een_jaar_ook_op_een_schrikkeldag() -> None:
    assert _next_year(date(2028, 2, 29)) == date(2029, 2, 28)
    assert _next_year(date(2026, 12, 31)) == date(2027, 12, 31)
