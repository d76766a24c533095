"""The ways of counting against counting one by one: bounds, maxima, and digits beside each other."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from veiligheidsplan.instrument.instrument import Schaal
from veiligheidsplan.instrument.punten import round_score, threshold
from veiligheidsplan.instrument.toetsing import OpHoogste
from veiligheidsplan.instrument.verzameling import Dicht, Teller, Top, bits_of, gather_bits

AFRONDEN = st.sampled_from([None, "heel", "0.1"])
GRENS = st.builds(Fraction, st.integers(-40, 40), st.sampled_from([1, 2, 10, 20, 3]))
VERZAMELING = st.frozensets(st.integers(0, 40), min_size=1)


@settings(max_examples=300, deadline=None)
@given(afronden=AFRONDEN, grens=GRENS, strikt=st.booleans(), waarde=GRENS)
def test_een_grens_voor_het_afronden_is_dezelfde_grens_als_erna(
    afronden: Any, grens: Fraction, strikt: bool, waarde: Fraction
) -> None:
    """Also for halves, which go away from zero, on both sides of it."""
    schaal = Schaal(ontbrekend="bandbreedte", afronden=afronden)
    vanaf, voorbij = threshold(schaal, grens, strikt)
    score = round_score(schaal, waarde)
    assert (waarde > vanaf if voorbij else waarde >= vanaf) == (score > grens if strikt else score >= grens)


@settings(max_examples=200, deadline=None)
@given(een=VERZAMELING, ander=VERZAMELING, breed=st.sampled_from([1, 30, 700]))
def test_optellen_en_het_hoogste_nemen_met_bits_is_hetzelfde_als_een_voor_een(
    een: frozenset[int], ander: frozenset[int], breed: int
) -> None:
    een, ander = frozenset(e * breed for e in een), frozenset(a * breed for a in ander)
    for soort in (Dicht(Teller()), Top(Teller())):
        samen = soort.plus(gather_bits(een), gather_bits(ander))
        assert set(bits_of(samen)) == {soort.add(e, a) for e in een for a in ander}


@settings(max_examples=300, deadline=None)
@given(
    een=st.integers(0, 12),
    ander=st.integers(0, 12),
    rest=VERZAMELING,
    knip=st.tuples(*[st.integers(0, 12)] * 3),
)
def test_bij_een_hoogste_maken_twee_antwoorden_verschil_waar_een_rest_twee_niveaus_geeft(
    een: int, ander: int, rest: frozenset[int], knip: tuple[int, int, int]
) -> None:
    """Totals below the first cut have no level, and make no difference."""
    totalen = {max(r, x) for r in rest for x in (een, ander)}
    grenzen = sorted(knip)

    def level(totaal: int) -> str | None:
        bereikt = [g for g in grenzen if g <= totaal]
        return str(bereikt[-1]) if bereikt else None

    per_niveau: dict[str, int] = {}
    for totaal in totalen:
        if (naam := level(totaal)) is not None:
            per_niveau[naam] = per_niveau.get(naam, 0) | 1 << totaal
    paren = {(level(max(r, een)), level(max(r, ander))) for r in rest}
    verwacht = any(a != b and a is not None and b is not None for a, b in paren)
    toets = OpHoogste(per_niveau)
    assert toets(een, ander, gather_bits(rest)) == verwacht
    soort = toets.kinds(gather_bits(rest), gather_bits(totalen))
    if soort is None:
        assert None in {level(t) for t in totalen}
    else:
        assert (soort(een) != soort(ander)) == verwacht


@pytest.mark.parametrize("breed", [1, 255, 256, 257, 5000])
def test_bits_komen_er_van_laag_naar_hoog_uit_zoals_ze_erin_gingen(breed: int) -> None:
    erin = sorted({0, 1, breed // 2, breed - 1, breed})
    assert list(bits_of(gather_bits(erin))) == erin
    veel = list(range(0, breed * 80, max(breed, 1)))
    assert list(bits_of(gather_bits(veel))) == veel
