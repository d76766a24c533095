"""Elke byte van een getekend plan, veranderd: afgewezen. Een steekproef altijd, alles met ``-m nachtelijk``."""

from __future__ import annotations

import random
import re

import pytest

from tests.signing.plan import twee
from veiligheidsplan.signing.verify import verify

BLOKKEN = 64


def survivors(plekken: list[int], hoe: int) -> list[int]:
    """The places where a changed byte was not noticed."""
    heel = twee()
    return [p for p in plekken if verify(heel[:p] + bytes([heel[p] ^ hoe]) + heel[p + 1 :]).goed]


def gaps() -> list[int]:
    """Every byte that a signature does not sign: its own hexadecimal text, and the zeros behind it."""
    bereiken = re.findall(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", twee())
    return [p for begin, einde, _ in bereiken for p in range(int(begin), int(einde))]


def test_een_steekproef_van_de_ruimte_die_niemand_tekent() -> None:
    """In de nullen achter een handtekening is geen plaats voor iets anders."""
    plekken = gaps()
    assert len(plekken) > 3000
    keus = random.Random(11)  # noqa: S311 - een vaste steekproef, geen geheim
    assert survivors(keus.sample(plekken, 25), 1) == []
    assert survivors(keus.sample(plekken, 25), 0x20) == []  # a capital for a small letter: the same number


def test_een_steekproef_van_het_einde_van_het_bestand() -> None:
    """De inhoudsopgave, het einde en de regels ertussen."""
    assert survivors(random.Random(12).sample(range(len(twee()) - 500, len(twee())), 25), 1) == []  # noqa: S311


@pytest.mark.nachtelijk
@pytest.mark.parametrize("blok", range(BLOKKEN))
@pytest.mark.parametrize("hoe", [1, 0x20, 0x80])
def test_geen_enkele_veranderde_byte_blijft_goed(blok: int, hoe: int) -> None:
    """Alle bytes, elk op drie manieren; in stukken, zodat meer rekenkernen kunnen helpen."""
    assert survivors(list(range(blok, len(twee()), BLOKKEN)), hoe) == []


@pytest.mark.nachtelijk
def test_geen_enkele_lengte_waarop_is_afgeknipt_is_goed() -> None:
    """Afgeknipt na elke honderdste byte, en na elk van de laatste vijfhonderd."""
    lang = len(twee())
    knippen = sorted({*range(0, lang, 100), *range(lang - 500, lang)})
    assert [n for n in knippen if verify(twee()[:n]).goed] == []
