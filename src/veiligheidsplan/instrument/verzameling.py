"""Sets of reachable totals (*verzamelingen*), in two forms with the same operations.

Dense: one big integer whose bits are totals; adding a value is a shift, joining is *or*. Loose: a frozenset of
tuples, for maxima, for several totals side by side, and for totals too far apart for bits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.punten import Exact

#: A dense set is at most this wide (128 kB): sixty questions of 0-100 in steps of 0.01 fit.
MEESTE_BITS = 1 << 20
#: Steps of work for one scale or sign: about half a second. Real instruments stay under a few thousand.
MEESTE_STAPPEN = 400_000
#: Steps that a scale or sign always gets, also when earlier ones took more than their share.
MINSTE_STAPPEN = 40_000
#: Adding two fractions takes about as long as this many steps.
_PRIJS_BREUK = 3


class Teller:
    """Counts steps of work and raises ``TeVeel`` beyond the stated number."""

    def __init__(self, hoogstens: int = MEESTE_STAPPEN) -> None:
        self.over = hoogstens

    def count(self, stappen: int = 1) -> None:
        self.over -= stappen
        if self.over < 0:
            raise TeVeel


class Rekenwijze(Protocol):
    """How totals of one group are kept. A set is opaque to the walk; an element is an int or a tuple."""

    leeg: Any
    begin: Any

    def gather(self, elementen: Iterable[Any]) -> Any: ...
    def elements(self, verzameling: Any) -> Iterator[Any]: ...
    def join(self, een: Any, ander: Any) -> Any: ...
    def plus(self, een: Any, ander: Any) -> Any: ...
    def add(self, een: Any, ander: Any) -> Any: ...


class Dicht:
    """Totals as bits of one integer; elements are whole numbers of 0 and above."""

    leeg = 0
    begin = 1

    def __init__(self, teller: Teller) -> None:
        self.teller = teller

    def gather(self, elementen: Iterable[int]) -> int:
        uit = 0
        for element in elementen:
            uit |= 1 << element
        return uit

    def elements(self, verzameling: int) -> Iterator[int]:
        bits = f"{verzameling:b}"[::-1]  # one pass, also when the set is very wide
        plek = bits.find("1")
        while plek >= 0:
            yield plek
            plek = bits.find("1", plek + 1)

    def join(self, een: int, ander: int) -> int:
        return een | ander

    def add(self, een: int, ander: int) -> int:
        return een + ander

    def plus(self, een: int, ander: int) -> int:
        """Every sum of one of each."""
        if een.bit_count() < ander.bit_count():
            een, ander = ander, een
        if not ander:
            return 0
        laagste = (ander & -ander).bit_length() - 1
        kort = ander >> laagste
        if kort & (kort + 1) == 0:
            return _smear(een << laagste, kort.bit_length())
        aantal = ander.bit_count()
        if aantal > 8 and een & (een >> 1):
            begin = (een & -een).bit_length() - 1
            lang = een >> begin
            if lang & (lang + 1) == 0:
                return _smear(ander << begin, lang.bit_length())
        self.teller.count(aantal * (1 + (een.bit_length() >> 18)))  # a wide shift takes longer
        uit = 0
        for element in self.elements(ander):
            uit |= een << element
        return uit


def _smear(verzameling: int, breedte: int) -> int:
    """The set plus each of 0 … breedte-1, by doubling."""
    klaar = 1
    while klaar < breedte:
        stap = min(klaar, breedte - klaar)
        verzameling |= verzameling << stap
        klaar += stap
    return verzameling


Loos = tuple[Exact | None, ...]


class Los:
    """Totals as tuples, slot by slot added or the higher kept (``None``: nothing yet)."""

    leeg: frozenset[Loos] = frozenset()

    def __init__(self, teller: Teller, slots: tuple[str, ...], *, breuken: bool = False) -> None:
        self.teller = teller
        self._prijs = _PRIJS_BREUK if breuken else 1
        self.begin = frozenset({tuple(0 if slot == "som" else None for slot in slots)})
        self._samen: tuple[Callable[[Any, Any], Any], ...] = tuple(
            _sum if slot == "som" else _highest for slot in slots
        )

        self._alleen_hoogste = slots == ("hoogste",)

    def gather(self, elementen: Iterable[Loos]) -> frozenset[Loos]:
        return frozenset(elementen)

    def elements(self, verzameling: frozenset[Loos]) -> Iterator[Loos]:
        return iter(verzameling)

    def join(self, een: frozenset[Loos], ander: frozenset[Loos]) -> frozenset[Loos]:
        return een | ander

    def add(self, een: Loos, ander: Loos) -> Loos:
        return tuple(samen(a, b) for samen, a, b in zip(self._samen, een, ander, strict=True))

    def plus(self, een: frozenset[Loos], ander: frozenset[Loos]) -> frozenset[Loos]:
        if een == self.begin:
            return ander
        if ander == self.begin:
            return een
        if self._alleen_hoogste:
            self.teller.count(len(een) + len(ander))
            return _higher(een, ander) | _higher(ander, een)
        self.teller.count(len(een) * len(ander) * self._prijs)
        return frozenset(self.add(a, b) for a in een for b in ander)


def _higher(een: frozenset[Loos], ander: frozenset[Loos]) -> frozenset[Loos]:
    """The maxima of the one that at least one of the other does not pass."""
    laagste = min((w for (w,) in ander if w is not None), default=None)
    if not ander or (None,) in ander:
        return een if ander else frozenset()
    return frozenset((w,) for (w,) in een if w is not None and laagste is not None and w >= laagste)


def _sum(een: Exact, ander: Exact) -> Exact:
    return een + ander


def _highest(een: Exact | None, ander: Exact | None) -> Exact | None:
    if een is None or ander is None:
        return ander if een is None else een
    return max(een, ander)
