"""Een plan van één persoon: er is geen kopie voor iedereen, en dat zegt het programma met wat er wel kan."""

from __future__ import annotations

import pytest
from tests.verhalen.verhaal import story

from veiligheidsplan.cli.faults import Gebruiksfout
from veiligheidsplan.cli.lezers import known


@pytest.mark.parametrize("naam", ["ex_partner", "eer"])
def test_een_kopie_voor_iedereen_wordt_niet_gemaakt_van_een_plan_van_een_persoon(naam: str) -> None:
    with pytest.raises(Gebruiksfout, match="Kies: --voor persoon-1"):
        known(story(naam).dossier, "gezamenlijk")
    assert known(story(naam).dossier, "persoon:1") == "persoon:1"


def test_een_plan_dat_samen_wordt_gelezen_heeft_die_kopie_wel() -> None:
    assert known(story("scheiding").dossier, "gezamenlijk") == "gezamenlijk"
