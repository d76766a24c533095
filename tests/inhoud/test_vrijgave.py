"""Een uitgegeven versie van het sjabloon van de regio verandert niet: anders weet geen gemeente wat er nieuw is."""

from __future__ import annotations

import os
import re
from pathlib import Path

from veiligheidsplan.loading.yaml_source import read_file

WORTEL = Path(__file__).parents[2]
SJABLOON = WORTEL / "sjablonen" / "regio" / "veiligheidsplan"


def test_van_de_versie_van_nu_ligt_er_een_kopie() -> None:
    """Met ``WERK_VRIJGAVE_BIJ=1 pytest tests/inhoud/test_vrijgave.py`` komt er een kopie bij, of wordt zij bijgewerkt.

    Zolang er nog niets is uitgebracht, mag zij achterlopen. Daarna niet meer: wie een woord verandert, maakt de
    versie hoger.
    """
    nu = (SJABLOON / "sjabloon.yaml").read_text("utf-8")
    versie = re.search(r"^versie: (\S+)$", nu, re.MULTILINE)
    assert versie
    kopie = SJABLOON / "versies" / f"{versie[1]}.yaml"
    if os.environ.get("WERK_VRIJGAVE_BIJ"):
        kopie.write_text(nu, "utf-8")
    gelezen = read_file(kopie).checked().waarde
    assert (gelezen["versie"], gelezen["id"]) == (versie[1], "veiligheidsplan")
    if "## Nog niet uitgebracht (0.1.0)" not in (WORTEL / "CHANGELOG.md").read_text("utf-8"):
        assert kopie.read_text("utf-8") == nu, "maak de versie van het sjabloon hoger"
