"""Good files to begin from, per target."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.fuzz.doelen import VOORBEELDEN

_WORTEL = Path(__file__).parents[2]

_GEVALLEN = """\
- naam: Alles nee
  antwoorden: {overige: nee, gevoel: 3}
  verwacht: {schalen: {ernst: {score: 0, niveau: gewoon}, welzijn: {score: 3}}, signalen: [], eindniveau: gewoon}
- naam: Er is geslagen
  antwoorden: {ruzie: ja, slaan: ja, gevoel: weet_niet, sinds: 2026-01-01}
  gegevens: {leeftijd: 12, zwanger: nee, thuiswonend: ja}
  verwacht: {signalen: [teken], eindniveau: verhoogd, eindniveau_hoogst: verhoogd, niet_van_toepassing: []}
- naam: Niets bekend
  verwacht: {schalen: {ernst: {laagst: 0, hoogst: 2, exact: true, ontbrekend: [ruzie]}}, signalen_mogelijk: [teken]}
"""
_ANTWOORDEN = """\
antwoorden:
  ruzie: ja
  slaan: wil_niet_zeggen
  gevoel: 7
  sinds: 2026-01-01
gegevens: {leeftijd: 40, zwanger: nee}
"""


@cache
def seeds(doel: str) -> tuple[str, ...]:
    """The texts of good files for a target."""
    instrumenten = tuple(
        pad.read_text(encoding="utf-8")
        for pad in (
            VOORBEELDEN / "basis.yaml",
            VOORBEELDEN / "alles.yaml",
            *sorted((_WORTEL / "instrumenten").glob("*/instrument.yaml")),
        )
    )
    sjablonen = tuple(
        p.read_text(encoding="utf-8") for p in sorted((_WORTEL / "sjablonen").glob("*/*/sjabloon.yaml"))
    )
    return {
        "instrument": instrumenten,
        "gevallen": (_GEVALLEN,),
        "antwoorden": (_ANTWOORDEN,),
        "sjabloon": sjablonen,
        "lezers": (_GEVALLEN, _ANTWOORDEN, instrumenten[0]),
    }[doel]
