"""Tests (*toetsingen*) of two elements against every rest: whether one of these rests gives two levels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from veiligheidsplan.instrument.groep import Groep
from veiligheidsplan.instrument.verzameling import Teller

#: whether one of these rests, joined with each of two elements, gives two levels
Toetsing = Callable[[Any, Any, Any], bool]


def by_bits(per_niveau: dict[str, int]) -> Toetsing:
    """All rests at once: where totals at this distance have two levels is one mask."""
    afstanden: dict[int, int] = {}

    def check(een: int, ander: int, rest: int) -> bool:
        afstand = ander - een
        if afstand not in afstanden:
            masker = 0
            for naam, totalen in per_niveau.items():
                for naam2, totalen2 in per_niveau.items():
                    if naam != naam2:
                        masker |= totalen & _shift(totalen2, -afstand)
            afstanden[afstand] = masker
        return bool(afstanden[afstand] >> een & rest)

    return check


def by_level(groep: Groep, per_niveau: dict[str, Any]) -> Toetsing:
    niveau_van = {t: naam for naam, totalen in per_niveau.items() for t in groep.rekenwijze.elements(totalen)}

    def two_levels(een: Any, ander: Any) -> bool:
        return niveau_van.get(een, niveau_van.get(ander)) != niveau_van.get(ander, niveau_van.get(een))

    return by_pairs(groep, two_levels)


def by_pairs(groep: Groep, verschil: Callable[[Any, Any], bool]) -> Toetsing:
    tel_op, elementen = groep.rekenwijze.add, groep.rekenwijze.elements

    def check(een: Any, ander: Any, rest: Any) -> bool:
        return een != ander and any(verschil(tel_op(r, een), tel_op(r, ander)) for r in elementen(rest))

    return check


def by_masks(kind: Groep, alle: int, verschil: Callable[[int, int], bool], teller: Teller) -> Toetsing:
    """For a group below with bits: per distance the totals where the difference matters, found once."""
    afstanden: dict[int, int] = {}
    elementen = list(kind.rekenwijze.elements(alle))

    def check(een: int, ander: int, over: int) -> bool:
        afstand = ander - een
        if afstand not in afstanden:
            teller.count(len(elementen))
            erbij = [t for t in elementen if t + afstand >= 0 and alle >> (t + afstand) & 1]
            afstanden[afstand] = kind.rekenwijze.gather(t for t in erbij if verschil(t, t + afstand))
        return bool(afstanden[afstand] >> een & over)

    return check


def _shift(masker: int, bij: int) -> int:
    return masker << bij if bij >= 0 else masker >> -bij
