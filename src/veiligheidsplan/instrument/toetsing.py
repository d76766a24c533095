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


class OpHoogste:
    """For a maximum: a rest matters where it is below the higher one, and the maximum then has another level."""

    def __init__(self, per_niveau: dict[str, int]) -> None:
        self._per_niveau = per_niveau
        self._alle = 0
        for totalen in per_niveau.values():
            self._alle |= totalen

    def __call__(self, een: int, ander: int, rest: int) -> bool:
        een, ander = min(een, ander), max(een, ander)
        onder = rest & ((1 << ander) - 1)
        eigen = self._level(ander)
        if not onder or eigen is None:
            return False
        laagst = (onder & -onder).bit_length() - 1
        maxima = onder >> een << een if laagst > een else (onder | 1 << een) >> een << een
        return bool(maxima & self._alle & ~self._per_niveau[eigen])

    def kinds(self, rest: int, totalen: int) -> Callable[[int], str | None] | None:
        """The kind of an element: two make a difference exactly where their kinds differ. *totalen*: all maxima.

        Levels only rise, so the lowest rest shows every difference; unless there are totals without a level.
        """
        if totalen & ~self._alle:
            return None
        laagst = (rest & -rest).bit_length() - 1
        return lambda element: self._level(max(element, laagst))

    def _level(self, totaal: int) -> str | None:
        return next((naam for naam, totalen in self._per_niveau.items() if totalen >> totaal & 1), None)


def by_level(groep: Groep, per_niveau: dict[str, Any], teller: Teller) -> Toetsing:
    """For tuples: each pair with each rest."""
    niveau_van = {t: naam for naam, totalen in per_niveau.items() for t in groep.rekenwijze.elements(totalen)}

    def two_levels(een: Any, ander: Any) -> bool:
        return niveau_van.get(een, niveau_van.get(ander)) != niveau_van.get(ander, niveau_van.get(een))

    return by_pairs(groep, two_levels, teller)


def by_pairs(groep: Groep, verschil: Callable[[Any, Any], bool], teller: Teller) -> Toetsing:
    """Each pair with each rest."""
    tel_op, elementen = groep.rekenwijze.add, groep.rekenwijze.elements

    def check(een: Any, ander: Any, rest: Any) -> bool:
        if een == ander:
            return False
        for r in elementen(rest):
            teller.count(2)
            if verschil(tel_op(r, een), tel_op(r, ander)):
                return True
        return False

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
