"""Sets of reachable totals (*verzamelingen*), in three forms with the same operations.

Dense: one big integer whose bits are totals; adding a value is a shift, joining is *or*. Top: the same for a maximum,
whose bits are the values that can be the highest. Loose: a frozenset of tuples, for what fits in neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from veiligheidsplan.instrument.klassen import TeVeel

#: A dense set is at most this wide (128 kB): sixty questions of 0-100 in steps of 0.01 fit.
MEESTE_BITS = 1 << 20
#: Steps of work for one proof: about a quarter of a second.
MEESTE_STAPPEN = 400_000
#: Steps that a part of the work always gets, also when earlier parts took more than their share.
MINSTE_STAPPEN = 40_000
#: Bits that an operation on wide sets takes along within one step.
_BITS_PER_STAP = 15


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
        return gather_bits(elementen)

    def elements(self, verzameling: int) -> Iterator[int]:
        self.teller.count(verzameling.bit_length() >> 7)
        return bits_of(verzameling)

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
        breed = (een.bit_length() + ander.bit_length()) >> _BITS_PER_STAP
        laagste = (ander & -ander).bit_length() - 1
        kort = ander >> laagste
        if kort & (kort + 1) == 0:
            self.teller.count(1 + breed * 4)
            return _smear(een << laagste, kort.bit_length())
        aantal = ander.bit_count()
        if aantal > 8 and een & (een >> 1):
            begin = (een & -een).bit_length() - 1
            lang = een >> begin
            if lang & (lang + 1) == 0:
                self.teller.count(1 + breed * 4)
                return _smear(ander << begin, lang.bit_length())
        self.teller.count(aantal * (1 + breed))  # a wide shift takes longer
        uit = 0
        for element in bits_of(ander):
            uit |= een << element
        return uit


class Top:
    """Maxima as bits of one integer: 0 is nothing yet, and a higher bit a higher value. Elements are whole numbers."""

    leeg = 0
    begin = 1

    def __init__(self, teller: Teller) -> None:
        self.teller = teller

    def gather(self, elementen: Iterable[int]) -> int:
        return gather_bits(elementen)

    def elements(self, verzameling: int) -> Iterator[int]:
        self.teller.count(verzameling.bit_length() >> 7)
        return bits_of(verzameling)

    def join(self, een: int, ander: int) -> int:
        return een | ander

    def add(self, een: int, ander: int) -> int:
        return max(een, ander)

    def plus(self, een: int, ander: int) -> int:
        """The higher of one of each: all that the lowest of the other does not pass."""
        if not een or not ander:
            return 0
        self.teller.count(1 + (een.bit_length() + ander.bit_length() >> _BITS_PER_STAP))
        laagste = max(een & -een, ander & -ander)
        return (een | ander) & -laagste


def gather_bits(elementen: Iterable[int]) -> int:
    """The set of these bits."""
    rij = list(elementen)
    if len(rij) < 64:
        uit = 0
        for element in rij:
            uit |= 1 << element
        return uit
    vakken = bytearray((max(rij) >> 3) + 1)  # one pass, also when the set is very wide
    for element in rij:
        vakken[element >> 3] |= 1 << (element & 7)
    return int.from_bytes(vakken, "little")


def bits_of(verzameling: int) -> Iterator[int]:
    """The bits of a set, the lowest first."""
    if verzameling.bit_length() <= 256:
        while verzameling:
            laagste = verzameling & -verzameling
            yield laagste.bit_length() - 1
            verzameling ^= laagste
        return
    bits = f"{verzameling:b}"[::-1]  # one pass, also when the set is very wide
    plek = bits.find("1")
    while plek >= 0:
        yield plek
        plek = bits.find("1", plek + 1)


def _smear(verzameling: int, breedte: int) -> int:
    """The set plus each of 0 … breedte-1, by doubling."""
    klaar = 1
    while klaar < breedte:
        stap = min(klaar, breedte - klaar)
        verzameling |= verzameling << stap
        klaar += stap
    return verzameling


#: values by slot, as whole numbers (``None``: nothing yet)
Loos = tuple[int | None, ...]


class Los:
    """Totals as tuples, slot by slot added or the higher kept (``None``: nothing yet)."""

    leeg: frozenset[Loos] = frozenset()

    def __init__(self, teller: Teller, slots: tuple[str, ...]) -> None:
        self.teller = teller
        self.begin = frozenset({tuple(0 if slot == "som" else None for slot in slots)})
        self._samen: tuple[Callable[[Any, Any], Any], ...] = tuple(
            _sum if slot == "som" else _highest for slot in slots
        )

    def gather(self, elementen: Iterable[Loos]) -> frozenset[Loos]:
        return frozenset(elementen)

    def elements(self, verzameling: frozenset[Loos]) -> Iterator[Loos]:
        self.teller.count(len(verzameling) >> 2)
        return iter(verzameling)

    def join(self, een: frozenset[Loos], ander: frozenset[Loos]) -> frozenset[Loos]:
        self.teller.count((len(een) + len(ander)) >> 3)
        return een | ander

    def add(self, een: Loos, ander: Loos) -> Loos:
        return tuple([samen(a, b) for samen, a, b in zip(self._samen, een, ander, strict=True)])

    def plus(self, een: frozenset[Loos], ander: frozenset[Loos]) -> frozenset[Loos]:
        if een == self.begin:
            return ander
        if ander == self.begin:
            return een
        self.teller.count(len(een) * len(ander))
        return frozenset([self.add(a, b) for a in een for b in ander])


def _sum(een: int, ander: int) -> int:
    return een + ander


def _highest(een: int | None, ander: int | None) -> int | None:
    if een is None or ander is None:
        return ander if een is None else een
    return max(een, ander)
