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
from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.cli.render import findings_as_text
from veiligheidsplan.loading import load_instrument_text
from veiligheidsplan.loading.vertalingen import findings_of, read_translation_text

WORTEL = Path(__file__).parents[2]
MUSEUM = WORTEL / "tests" / "fouten"
ZALEN = sorted(map_ for map_ in MUSEUM.glob("VP[23]*") if map_.is_dir())
VANDAAG = date(2026, 11, 24)
#: gaat over een bestand met tests; zie test_valideer.py
ELDERS = {"VP331"}


def codes_in_use() -> set[str]:
    """De codes die de controle van de inhoud kan geven, zoals zij in de bron staan."""
    bron = WORTEL / "src" / "veiligheidsplan"
    bestanden = [
        *(bron / "instrument").glob("controle*.py"),
        *(bron / bestand for bestand in ("instrument/vertaling.py", "loading/vertalingen.py")),
    ]
    bron = "".join(bestand.read_text(encoding="utf-8") for bestand in bestanden)
    return set(re.findall(r'"(VP[23]\d\d)"', bron))


def _findings(zaal: Path) -> tuple[Bevinding, ...]:
    """Wat er over het instrument te zeggen is, of over de vertaling die ernaast ligt."""
    inhoud = (zaal / "instrument.yaml").read_text(encoding="utf-8")
    if not (zaal / "en.yaml").exists():
        return validate_text(inhoud, "instrument.yaml", VANDAAG)
    vertaling = read_translation_text((zaal / "en.yaml").read_text(encoding="utf-8"), "en.yaml")
    return tuple(findings_of(vertaling, load_instrument_text(inhoud, "instrument.yaml")))


@pytest.mark.parametrize("zaal", ZALEN, ids=lambda zaal: zaal.name)
def test_een_instrument_met_een_vergissing_krijgt_precies_deze_woorden(zaal: Path) -> None:
    gezegd = findings_as_text(_findings(zaal))
    if os.environ.get("WERK_MUSEUM_BIJ"):
        (zaal / "verwacht.txt").write_text(gezegd, encoding="utf-8")
    assert gezegd == (zaal / "verwacht.txt").read_text(encoding="utf-8")
    assert f"[{zaal.name[:5]}]" in gezegd, "de map heet naar de code die zij laat zien"


def test_iedere_code_van_de_controle_heeft_een_zaal() -> None:
    assert {zaal.name[:5] for zaal in ZALEN} | ELDERS == codes_in_use()
