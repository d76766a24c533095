"""Het museum van vergissingen, tweede vleugel: instrumenten die te laden zijn, en waar toch iets aan schort.

``WERK_MUSEUM_BIJ=1 pytest tests/app/test_museum_inhoud.py`` schrijft de woorden opnieuw; lees eerst het verschil.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from veiligheidsplan.app.valideer import validate_text
from veiligheidsplan.cli.render import findings_as_text

WORTEL = Path(__file__).parents[2]
MUSEUM = WORTEL / "tests" / "fouten"
ZALEN = sorted(map_ for map_ in MUSEUM.glob("VP[23]*") if map_.is_dir())
VANDAAG = date(2026, 11, 24)
#: gaat over een bestand met tests; zie test_valideer.py
ELDERS = {"VP331"}


def codes_in_use() -> set[str]:
    """De codes die de controle van de inhoud kan geven, zoals zij in de bron staan."""
    bestanden = (WORTEL / "src" / "veiligheidsplan" / "instrument").glob("controle*.py")
    bron = "".join(bestand.read_text(encoding="utf-8") for bestand in bestanden)
    return set(re.findall(r'"(VP[23]\d\d)"', bron))


@pytest.mark.parametrize("zaal", ZALEN, ids=lambda zaal: zaal.name)
def test_een_instrument_met_een_vergissing_krijgt_precies_deze_woorden(zaal: Path) -> None:
    inhoud = (zaal / "instrument.yaml").read_text(encoding="utf-8")
    gezegd = findings_as_text(validate_text(inhoud, "instrument.yaml", VANDAAG))
    if os.environ.get("WERK_MUSEUM_BIJ"):
        (zaal / "verwacht.txt").write_text(gezegd, encoding="utf-8")
    assert gezegd == (zaal / "verwacht.txt").read_text(encoding="utf-8")
    assert f"[{zaal.name[:5]}]" in gezegd, "de map heet naar de code die zij laat zien"


def test_iedere_code_van_de_controle_heeft_een_zaal() -> None:
    assert {zaal.name[:5] for zaal in ZALEN} | ELDERS == codes_in_use()
