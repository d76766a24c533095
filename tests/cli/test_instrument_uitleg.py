"""«veiligheidsplan instrument uitleg»: iedere code die een trainer kan krijgen, heeft een uitleg."""

from __future__ import annotations

import re

import pytest
import yaml

from veiligheidsplan.cli.instrument_uitleg import codes, explanation
from veiligheidsplan.cli.start import main
from veiligheidsplan.loading.codes import CODES

VORM = re.compile(
    r"(?P<titel>[^\n]+)\n\n(?P<zin>.+?)\n\nFout:\n\n(?P<fout>.+?)\n\nGoed:\n\n(?P<goed>.+)\n", re.S
)


def test_de_titel_van_een_code_is_overal_dezelfde() -> None:
    assert {code: titel for code, titel in codes().items() if code in CODES} == CODES


@pytest.mark.parametrize("code", sorted(codes()))
def test_een_uitleg_heeft_een_zin_een_fout_en_een_goed_voorbeeld(code: str) -> None:
    """Het goede voorbeeld is goede YAML (of een opdracht), en anders dan het foute."""
    delen = VORM.fullmatch(explanation(code))
    assert delen is not None
    assert delen["fout"] != delen["goed"]
    assert yaml.safe_load(delen["goed"]) is not None
    assert max(len(zin.split()) for zin in re.split(r"(?<=[.?!:])\s", delen["zin"])) <= 25


def test_uitleg_zegt_wat_een_code_is_ook_met_haken_of_kleine_letters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for code in ("VP206", "vp206", "[VP206]"):
        assert main(["instrument", "uitleg", code]) == 0
        tekst = capsys.readouterr().out
        assert tekst.startswith("VP206  Een niveau dat geen antwoorden bereiken\n\nDe score komt nooit")
        assert "\nFout:\n\n    # de score" in tekst
        assert "\nGoed:\n\n    grenzen: {gewoon: 0, verhoogd: 2}\n" in tekst


def test_zonder_code_komt_de_lijst_en_een_onbekende_code_krijgt_een_zin(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["instrument", "uitleg"]) == 0
    assert "VP201  Een voorwaarde die nooit waar kan worden\n" in capsys.readouterr().out
    for wat in ("VP999", "../../etc/passwd", ""):
        assert main(["instrument", "uitleg", wat]) == 1
        assert "bestaat niet" in capsys.readouterr().err
