"""With too few states allowed the result is wider, never narrower: nothing is hidden, and it says so."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from veiligheidsplan.instrument import groep, scoor, uitputting
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.uitslag import Uitslag
from veiligheidsplan.instrument.verzameling import Teller

sys.path.insert(0, str(Path(__file__).parent))
import toeval
from naief import Naief, TeGroot

ZADEN = st.integers(0, 2**32)
RUIM = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def both(zaad: int) -> tuple[Uitslag, dict[str, Any]] | None:
    r = Random(zaad)  # noqa: S311
    ruw = toeval.instrument(r)
    antwoorden, gegevens = toeval.answers(r, ruw), toeval.gegevens(r)
    try:
        verwacht = Naief(ruw, antwoorden, gegevens).uitslag(300)
    except TeGroot:
        return None
    return scoor(Instrument.model_validate(ruw), antwoorden, gegevens), verwacht


@pytest.mark.parametrize("stappen", [0, 12])
@RUIM
@given(zaad=ZADEN)
def test_met_te_weinig_stappen_is_de_uitkomst_ruimer_en_nooit_krapper(
    monkeypatch: pytest.MonkeyPatch, stappen: int, zaad: int
) -> None:
    monkeypatch.setattr(uitputting, "Teller", lambda: Teller(stappen))
    if (paar := both(zaad)) is None:
        return
    uitslag, verwacht = paar
    for id_, schaal in uitslag.schalen.items():
        echt = verwacht["schalen"][id_]
        if schaal.exact:
            assert (schaal.laagst, schaal.hoogst) == (echt["laagst"], echt["hoogst"])
            assert list(schaal.beslissend) == echt["beslissend"]
        elif echt["laagst"] is not None:
            assert schaal.laagst is not None
            assert schaal.hoogst is not None
            assert schaal.laagst <= echt["laagst"] <= echt["hoogst"] <= schaal.hoogst
            assert set(echt["beslissend"]) <= set(schaal.beslissend)
    gemeld = {*uitslag.signalen, *uitslag.signalen_mogelijk}
    assert gemeld >= {*verwacht["signalen"], *verwacht["signalen_mogelijk"]}


@RUIM
@given(zaad=ZADEN)
def test_zonder_bits_komt_er_precies_hetzelfde_uit(monkeypatch: pytest.MonkeyPatch, zaad: int) -> None:
    monkeypatch.setattr(groep, "MEESTE_BITS", 0)
    if (paar := both(zaad)) is None:
        return
    uitslag, verwacht = paar
    for id_, schaal in uitslag.schalen.items():
        echt = verwacht["schalen"][id_]
        assert (schaal.laagst, schaal.hoogst, list(schaal.beslissend)) == tuple(
            echt[naam] for naam in ("laagst", "hoogst", "beslissend")
        )
    assert list(uitslag.signalen_mogelijk) == verwacht["signalen_mogelijk"]
