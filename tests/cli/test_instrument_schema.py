"""«instrument schema» geeft het uitgegeven schema, en een uitgegeven schema verandert nooit."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from veiligheidsplan.cli.start import main
from veiligheidsplan.loading.schemas import SOORTEN, schema_text
from veiligheidsplan.loading.schemas.__main__ import LIJST
from veiligheidsplan.loading.schemas.__main__ import main as schrijf

SCHEMA = Path(__file__).parents[2] / "schema"
UITGEGEVEN = dict(
    regel.split("  ")[::-1] for regel in (SCHEMA / LIJST).read_text(encoding="utf-8").splitlines()
)
HERSTEL = (
    "Een uitgegeven schema verandert niet: editors elders gebruiken het. Zet {bestand} terug, verhoog «versie» in"
    " src/veiligheidsplan/loading/schemas/uitgave.py, en voer uit: python -m veiligheidsplan.loading.schemas schema"
)


@pytest.mark.parametrize("bestand", UITGEGEVEN)
def test_een_uitgegeven_schema_is_nog_precies_hetzelfde(bestand: str) -> None:
    gevonden = hashlib.sha256((SCHEMA / bestand).read_bytes()).hexdigest()
    assert gevonden == UITGEGEVEN[bestand], HERSTEL.format(bestand=bestand)


@pytest.mark.parametrize("soort", SOORTEN)
def test_de_opdracht_geeft_precies_het_uitgegeven_schema(
    soort: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    bestand = SOORTEN[soort].bestand
    assert bestand in UITGEGEVEN, HERSTEL.format(bestand=bestand)
    assert main(["instrument", "schema", "--soort", soort]) == 0
    assert capfdbinary.readouterr().out == (SCHEMA / bestand).read_bytes(), HERSTEL.format(bestand=bestand)


@pytest.mark.parametrize("soort", SOORTEN)
def test_een_schema_draagt_de_naam_van_zijn_bestand_en_geen_adres(soort: str) -> None:
    """Er is geen vaste plek op internet: de naam is die van het bestand, en elke verwijzing blijft erbinnen."""
    schema = json.loads(schema_text(soort))
    assert schema["$id"] == SOORTEN[soort].bestand
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema_text(soort).count("://") == 1
    verwijzingen = {regel.split('"')[3] for regel in schema_text(soort).splitlines() if '"$ref"' in regel}
    assert verwijzingen == {f"#/definitions/{naam}" for naam in schema["definitions"]}


def test_een_nieuwe_uitgave_laat_de_oude_staan(tmp_path: Path) -> None:
    oud = tmp_path / SOORTEN["tests"].bestand
    oud.write_text("oud", encoding="utf-8")
    assert schrijf(str(tmp_path)) == 0
    assert oud.read_text(encoding="utf-8") == "oud"
    nieuw = tmp_path / SOORTEN["instrument"].bestand
    lijst = (tmp_path / LIJST).read_text(encoding="utf-8").splitlines()
    assert f"{hashlib.sha256(nieuw.read_bytes()).hexdigest()}  {nieuw.name}" in lijst
    assert not [regel for regel in lijst if regel.endswith(oud.name)]


def test_met_naar_staat_het_schema_in_een_bestand_ook_in_een_nieuwe_map(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doel = tmp_path / "schema" / "instrument-1.schema.json"
    for _ in range(2):  # de tweede keer staat er al een schema: dat wordt vervangen
        assert main(["instrument", "schema", "--naar", str(doel)]) == 0
    assert doel.read_bytes() == (SCHEMA / doel.name).read_bytes()
    assert capsys.readouterr().out == ""


def test_een_ander_bestand_wordt_nooit_overschreven(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doel = tmp_path / "instrument.yaml"
    doel.write_text("formaat: 1\n", encoding="utf-8")
    assert main(["instrument", "schema", "--naar", str(doel)]) == 1
    assert doel.read_text(encoding="utf-8") == "formaat: 1\n"
    assert "bestaat al en is geen schema" in capsys.readouterr().err


def test_waar_niet_geschreven_kan_worden_staat_een_gewone_zin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for doel in (tmp_path, tmp_path / ("n" * 300)):
        assert main(["instrument", "schema", "--naar", str(doel)]) == 1
        assert "kan niet worden geschreven" in capsys.readouterr().err


def test_een_kale_terminal_verandert_geen_letter_van_het_schema() -> None:
    """In een omgeving zonder UTF-8 blijft een é een é: het is een bestand, geen tekst op een scherm."""
    uit = subprocess.run(
        [sys.executable, "-m", "veiligheidsplan.cli.start", "instrument", "schema"],
        capture_output=True,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PATH": ""},
        check=True,
    )
    assert uit.stdout == (SCHEMA / SOORTEN["instrument"].bestand).read_bytes()
