"""The harness of atheris itself: seeds that pass, and a mutator that gives the same for the same number."""

from __future__ import annotations

import pytest

from tests.fuzz.doelen import DOELEN
from tests.fuzz.met_atheris import main, mutator
from tests.fuzz.zaden import seeds


@pytest.mark.parametrize("doel", DOELEN)
def test_elk_zaad_is_een_goed_bestand_en_een_wijziging_is_met_haar_nummer_te_herhalen(doel: str) -> None:
    for tekst in seeds(doel):
        DOELEN[doel](tekst.encode())
        een = [mutator(doel, 40_000, nummer, tekst.encode()) for nummer in range(20)]
        assert een == [mutator(doel, 40_000, nummer, tekst.encode()) for nummer in range(20)]
        assert len(set(een)) > 10


def test_zonder_atheris_zegt_de_opdracht_dat(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.fuzz.met_atheris.available", lambda: False)
    assert main(["lezers", "--seconden", "1"]) == 2
    assert "atheris is er niet" in capsys.readouterr().out
