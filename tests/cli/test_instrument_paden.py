"""Welk instrument er wordt nagekeken bij een pad, zoals pre-commit en een server die geven."""

from __future__ import annotations

from pathlib import Path

import pytest

from veiligheidsplan.cli.instrument import chosen
from veiligheidsplan.cli.start import main

EIGEN = Path(__file__).parents[2] / "instrumenten"


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twee instrumenten, elk met een test en een vertaling."""
    for id_ in ("een", "twee"):
        for bestand in ("instrument.yaml", "tests/a.yaml", "vertalingen/en.yaml"):
            doel = tmp_path / "instrumenten" / id_ / bestand
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_text("[]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "instrumenten"


@pytest.mark.parametrize(
    "bestand", ["instrument.yaml", "tests/a.yaml", "vertalingen/en.yaml", "../een/tests/a.yaml"]
)
def test_een_test_of_vertaling_staat_voor_haar_instrument(map_: Path, bestand: str) -> None:
    """Wie alleen een test of een vertaling wijzigt, laat het hele instrument nakijken."""
    (pad,) = chosen([f"instrumenten/een/{bestand}"])
    assert pad.resolve() in {map_ / "een", map_ / "een" / "instrument.yaml"}


def test_vanuit_de_map_van_een_instrument_werkt_dat_ook(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """«tests/a.yaml» in de map van het instrument is ook een test van dat instrument."""
    monkeypatch.chdir(map_ / "een")
    assert [pad.resolve() for pad in chosen(["tests/a.yaml"])] == [map_ / "een"]


def test_elk_instrument_wordt_een_keer_nagekeken(map_: Path) -> None:
    """De map, het bestand, een test en een patroon wijzen naar hetzelfde: dan telt het één keer, in volgorde."""
    paden = chosen(
        [
            "instrumenten/twee/tests/a.yaml",
            "instrumenten/een/vertalingen/en.yaml",
            "instrumenten/een/instrument.yaml",
            "instrumenten/een",
            "instrumenten/*",
            "instrumenten",
        ]
    )
    assert [pad.name for pad in paden] == ["twee", "een"]


def test_een_instrument_dat_weg_is_terwijl_zijn_tests_er_nog_zijn_is_een_fout(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ook wie alleen de map «instrumenten» noemt, of de test die is gewijzigd, hoort dat het bestand weg is."""
    (map_ / "een" / "instrument.yaml").unlink()
    for pad in ("instrumenten", "instrumenten/een/tests/a.yaml", "instrumenten/een"):
        assert main(["instrument", "valideer", pad]) == 1
        uit = capsys.readouterr().out
        assert "fout[VP101]" in uit, pad
        assert "instrumenten/een/instrument.yaml" in uit, pad
        assert main(["instrument", "test", pad]) == 1
        capsys.readouterr()


def test_een_los_instrument_in_een_map_die_tests_heet_blijft_een_instrument(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Een map «tests» die niet bij een instrument hoort, betekent niets."""
    (tmp_path / "proef" / "tests").mkdir(parents=True)
    los = tmp_path / "proef" / "tests" / "los.yaml"
    los.write_text("[]\n", encoding="utf-8")
    assert chosen([str(los)]) == [los]


def test_een_map_zonder_instrument_tests_of_vertalingen_wordt_overgeslagen(map_: Path) -> None:
    """Een map met alleen beelden of een leesmij naast de instrumenten is geen instrument dat weg is."""
    (map_ / "beelden").mkdir()
    (map_ / "beelden" / "logo.svg").write_text("", encoding="utf-8")
    assert [pad.name for pad in chosen(["instrumenten"])] == ["een", "twee"]


@pytest.mark.parametrize("plek", ["weg", "weg/instrument.yaml"])
def test_een_verwijzing_naar_iets_dat_er_niet_is_wordt_niet_stil_overgeslagen(
    map_: Path, capsys: pytest.CaptureFixture[str], plek: str
) -> None:
    """Een snelkoppeling waarvan het doel is verplaatst: ook wie alleen de map noemt, of niets, hoort het."""
    koppeling = map_ / plek
    koppeling.parent.mkdir(exist_ok=True)
    try:
        koppeling.symlink_to(map_ / "nergens")
    except OSError:
        pytest.skip("hier mag dit programma geen verwijzing maken")
    for paden in (["instrumenten"], ["instrumenten/*"], ["instrumenten/weg"], []):
        assert main(["instrument", "valideer", *paden]) == 1
        uit = capsys.readouterr().out
        assert f"--> {map_ / plek if not paden else Path('instrumenten') / plek}:1:1" in uit, paden
        assert "Het is een verwijzing naar iets dat er niet is." in uit
