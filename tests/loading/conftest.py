"""A small correct instrument, and a way to make one mistake in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.loading.models import inspect_instrument_text

BASIS = Path(__file__).with_name("basis.yaml").read_text(encoding="utf-8")


@pytest.fixture
def basis() -> str:
    return BASIS


@pytest.fixture
def fouten() -> Callable[..., list[Bevinding]]:
    """What is found when, in the correct instrument, each first text is replaced by the second."""

    def zoek(*wijzigingen: tuple[str, str]) -> list[Bevinding]:
        tekst = BASIS
        for oud, nieuw in wijzigingen:
            assert oud in tekst, f"{oud!r} staat niet in het voorbeeld"
            tekst = tekst.replace(oud, nieuw, 1)
        return inspect_instrument_text(tekst, "i.yaml")[1]

    return zoek
