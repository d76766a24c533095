"""Which signs are not ruled out: asked for alone it is what the whole score says, and never less."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.antwoorden import read_all
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.score import certain_signs, possible_signs
from veiligheidsplan.instrument.tekens import surely
from veiligheidsplan.instrument.vragenlijst import state_of

sys.path.insert(0, str(Path(__file__).parent))
import toeval


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_alleen_naar_tekens_gevraagd_is_het_antwoord_dat_van_de_hele_score(zaad: int) -> None:
    """Gezien of niet uit te sluiten: van elk teken apart hetzelfde als wanneer alle schalen zijn berekend."""
    r = Random(zaad)  # noqa: S311
    ruw = toeval.instrument(r)
    i, antwoorden, gegevens = Instrument.model_validate(ruw), toeval.answers(r, ruw), toeval.gegevens(r)
    heel = scoor(i, antwoorden, gegevens)
    stand = state_of(i, *read_all(i, antwoorden, gegevens))
    assert possible_signs(stand, i.signalen) == {*heel.signalen, *heel.signalen_mogelijk}
    assert certain_signs(stand, i.signalen) == set(heel.signalen)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_wat_van_een_teken_bewaard_is_klopt_na_elk_antwoord(zaad: int) -> None:
    """Het ene antwoord na het andere, en terug: een teken is gezien precies als de hele score dat zegt."""
    r = Random(zaad)  # noqa: S311
    ruw = toeval.instrument(r)
    i, gegevens = Instrument.model_validate(ruw), toeval.gegevens(r)
    antwoorden: dict[str, object] = {}
    for _ in range(3):
        for vraag, waarde in toeval.answers(r, ruw).items():
            antwoorden[vraag] = waarde
            stand = state_of(i, *read_all(i, antwoorden, gegevens))
            assert surely(stand, i.signalen) == set(scoor(i, antwoorden, gegevens).signalen)
