"""Totals side by side in one whole number (*vakken*): adding to all of them is one addition.

A sum that only questions bring points to has a field (*vak*) of its own, in units of its common denominator and with
a bias in front, so that a negative total borrows from no other. Every other slot stays loose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from veiligheidsplan.instrument.punten import Exact, exact
from veiligheidsplan.instrument.schaalboom import Schaalboom
from veiligheidsplan.instrument.telling_vragen import Kant


@dataclass(frozen=True, slots=True)
class Vak:
    """One field: from which bit, how wide, and in parts of what."""

    plek: int
    breedte: int
    noemer: int

    @property
    def begin(self) -> int:
        """The field when its total is nothing."""
        return 1 << (self.plek + self.breedte - 1)

    @property
    def masker(self) -> int:
        return ((1 << self.breedte) - 1) << self.plek

    def of(self, waarde: Exact) -> int:
        """What adds a value to the field."""
        return int(waarde * self.noemer) << self.plek

    def read(self, totaal: int) -> Exact:
        """The value in the field."""
        ruw = ((totaal & self.masker) - self.begin) >> self.plek
        return ruw if self.noemer == 1 else exact(Fraction(ruw, self.noemer))


def lay_out(kanten: Sequence[Kant], bomen: Sequence[Schaalboom]) -> dict[int, Vak]:
    """A field for each slot that can have one; slots of all versions are numbered through."""
    uit: dict[int, Vak] = {}
    plek = slot = 0
    for kant, boom in zip(kanten, bomen, strict=True):
        van_schalen = {b.slot for knoop in boom.knopen.values() for b in knoop.ouders}
        for nummer, soort in enumerate(boom.soorten):
            if soort == "som" and nummer not in van_schalen:
                uit[slot] = _field(kant, boom, nummer, plek)
                plek += uit[slot].breedte
            slot += 1
    return uit


def _field(kant: Kant, boom: Schaalboom, slot: int, plek: int) -> Vak:
    noemer, meest = 1, Fraction(0)
    for vraag, bijdragen in boom.bijdragen.items():
        punten = {klasse.punten for klasse in kant.aanvulling.klassen[vraag] or ()}
        waarden = [b.of(waarde) for b in bijdragen if b.slot == slot for waarde in punten]
        noemer = lcm(noemer, *(waarde.denominator for waarde in waarden))
        samen = sum(b.slot == slot for b in bijdragen)
        meest += samen * max((abs(Fraction(waarde)) for waarde in waarden), default=Fraction(0))
    return Vak(plek, int(meest * noemer).bit_length() + 2, noemer)
