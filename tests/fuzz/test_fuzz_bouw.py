"""Good files made wrong, node by node and byte by byte: an outcome or findings at real places, and nothing else."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.doelen import DOELEN
from tests.fuzz.muteer import mutate, mutate_bytes
from tests.fuzz.zaden import seeds

RUIM = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("doel", DOELEN)
@given(rng=st.randoms(use_true_random=False), welke=st.integers(0, 20))
@RUIM
def test_een_goed_bestand_met_verwisselde_weggelaten_of_andere_stukken(
    doel: str, rng: Random, welke: int
) -> None:
    goed = seeds(doel)
    DOELEN[doel](mutate(goed[welke % len(goed)], rng))


@pytest.mark.parametrize("doel", DOELEN)
@given(rng=st.randoms(use_true_random=False), welke=st.integers(0, 20))
@RUIM
def test_een_goed_bestand_met_andere_bytes(doel: str, rng: Random, welke: int) -> None:
    goed = seeds(doel)
    DOELEN[doel](mutate_bytes(goed[welke % len(goed)].encode(), rng))


@pytest.mark.parametrize("doel", DOELEN)
@given(inhoud=st.binary(max_size=200))
@RUIM
def test_willekeurige_bytes(doel: str, inhoud: bytes) -> None:
    DOELEN[doel](inhoud)
