"""The tests of an instrument as they are read: cases, ``overige`` written out, and mistakes with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.loading import load_instrument_text
from veiligheidsplan.loading.scenarios import load_gevallen, read_gevallen

GOED = """\
- naam: Ruzie zonder slaan
  antwoorden: {ruzie: ja, overige: nee}
  gegevens: {leeftijd: 9}
  verwacht: {schalen: {ernst: {score: 1, niveau: null}}, eindniveau: verhoogd}
"""


@pytest.fixture
def instrument(basis: str) -> Instrument:
    return load_instrument_text(basis, "i.yaml")


def test_een_geval_heeft_een_zin_antwoorden_en_een_verwachting(instrument: Instrument) -> None:
    [geval] = read_gevallen(GOED, "t.yaml", instrument)
    assert geval.naam == "Ruzie zonder slaan"
    assert geval.antwoorden == {"ruzie": "ja", "slaan": "nee"}, (
        "overige vult alleen vragen die dat antwoord hebben"
    )
    assert geval.gegevens == {"leeftijd": 9}
    assert geval.verwacht == {"schalen": {"ernst": {"score": 1, "niveau": None}}, "eindniveau": "verhoogd"}
    assert str(geval.plaats) == "t.yaml:1:9"


def test_overige_geeft_een_meerkeuzevraag_een_lijst(basis: str) -> None:
    oud = "antwoorden: ja_nee\n        toon_als"
    tekst = basis.replace(oud, "type: meerkeuze\n        " + oud)
    instrument = load_instrument_text(tekst.replace("slaan, is: ja", "slaan, bevat: ja"), "i.yaml")
    [geval] = read_gevallen(GOED, "t.yaml", instrument)
    assert geval.antwoorden == {"ruzie": "ja", "slaan": ["nee"]}


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("ruzie: ja", "ruzies: ja", ("VP141", 2, 16)),
        ("overige: nee", "overige: nooit", ("VP144", 2, 36)),
        ("ruzie: ja", "ruzie: on", ("VP113", 2, 23)),
        ("- naam: Ruzie zonder slaan\n  antw", "- antw", ("VP122", 1, 3)),
        ("verwacht:", "verwachting:", ("VP121", 4, 3)),
        ("{ernst:", "{ernstig:", ("VP141", 4, 24)),
        ("{ernst:", "{1:", ("VP125", 4, 24)),
        ("score: 1", "scoort: 1", ("VP181", 4, 32)),
        ("eindniveau:", "einde:", ("VP181", 4, 58)),
        ("leeftijd: 9", "leeftijd: ja", ("VP123", 3, 24)),
    ],
)
def test_een_vergissing_in_een_geval_staat_op_haar_plaats(
    oud: str, nieuw: str, verwacht: tuple[str, int, int], instrument: Instrument
) -> None:
    with pytest.raises(BevindingenFout) as fout:
        read_gevallen(GOED.replace(oud, nieuw), "t.yaml", instrument)
    assert verwacht in [(b.code, b.plaats.regel, b.plaats.kolom) for b in fout.value.bevindingen if b.plaats]


def test_de_fouten_van_alle_bestanden_komen_in_een_keer(instrument: Instrument, tmp_path: Path) -> None:
    tests = tmp_path / "tests"
    tests.mkdir()
    (tests / "a.yaml").write_text("- naam: x\n", encoding="utf-8")
    (tests / "b.yaml").write_text("[", encoding="utf-8")
    (tests / "c.yaml").write_text(GOED, encoding="utf-8")
    with pytest.raises(BevindingenFout) as fout:
        load_gevallen(instrument, tmp_path)
    assert [b.code for b in fout.value.bevindingen] == ["VP122", "VP105"]


def test_een_instrument_zonder_tests_heeft_geen_gevallen(instrument: Instrument, tmp_path: Path) -> None:
    assert load_gevallen(instrument, tmp_path) == ()
