"""Een verslag op een smal scherm breekt tussen woorden, en in een bestand staat het zoals het is."""

from __future__ import annotations

import io

import pytest

from veiligheidsplan.bevinding import Bevinding, Plaats
from veiligheidsplan.cli.render import findings_as_text
from veiligheidsplan.cli.screens import fit


class Scherm(io.StringIO):
    """Een stroom die een terminal is."""

    def isatty(self) -> bool:
        return True


ZIN = (
    "Geen volledige antwoorden leiden tot het niveau «hoog»: de score van «onrust» loopt van 0 tot en met 3."
)
REGEL = "    grenzen: {niet_verhoogd: 0, verhoogd: 2, matig: 3, flink: 4, heel: 5, hoog: 9}"


@pytest.mark.parametrize("kleur", [False, True])
def test_een_lange_zin_breekt_tussen_twee_woorden_en_een_aangehaalde_regel_niet(
    kleur: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    tekst = findings_as_text(
        [Bevinding("VP206", ZIN, plaats=Plaats("i.yaml", 67, 75, 67, 79, REGEL), suggestie=ZIN)], kleur=kleur
    )
    kop, vervolg, *rest = fit(tekst, Scherm()).split("\n")
    assert kop.endswith("Geen volledige antwoorden leiden tot het")
    assert vervolg == "  niveau «hoog»: de score van «onrust» loopt van 0 tot en"
    assert rest[0] == "  met 3."
    assert [r for r in fit(tekst, Scherm()).split("\n") if " |" in r] == [
        r for r in tekst.split("\n") if " |" in r
    ]


def test_in_een_bestand_of_pijp_blijft_elke_zin_heel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert fit(ZIN, io.StringIO()) == ZIN
