"""Groups of scales (*groepen*) that must be followed together, because linked questions bring points to each.

Mostly a group is one scale. A group with one adding scale keeps its totals as bits; another as loose tuples.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import Any

from veiligheidsplan.instrument.punten import Exact, exact
from veiligheidsplan.instrument.samenhang import Samenhang
from veiligheidsplan.instrument.schaalboom import Bijdrage, Knoop, Schaalboom, finals
from veiligheidsplan.instrument.verzameling import MEESTE_BITS, Dicht, Loos, Los, Rekenwijze, Teller

#: an item of a group: the number of a question, or the first scale of a group below
Post = int | str


@dataclass(eq=False)
class Groep:
    """Scales (children first), their slots, the linked questions and the groups below that bring them values."""

    boom: Schaalboom
    knopen: list[Knoop]
    samenhangen: list[Samenhang] = field(default_factory=list)
    kinderen: list[Groep] = field(default_factory=list)
    rekenwijze: Rekenwijze = field(init=False)
    slots: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.slots = tuple(slot for knoop in self.knopen for slot in knoop.slots)
        self._basis: dict[Post, Exact] = {}
        self._breedte, self._noemer, self._meeste = 0, 1, 0
        self._nul: Exact = 0
        self._scores: dict[Any, dict[str, Fraction | None]] = {}

    @property
    def naam(self) -> str:
        return self.knopen[0].id

    def posten(self) -> list[Groep | Samenhang]:
        """What brings values to this group: groups below, then linked questions."""
        return [*self.kinderen, *self.samenhangen]

    def values(self, bijdragen: Iterable[Bijdrage], waarde: Exact | None) -> Loos:
        """What one value (``None``: not shown) brings to the slots of this group."""
        soorten = self.boom.soorten
        if len(self.slots) == 1 and soorten[self.slots[0]] == "som":  # by far the most common
            return (
                sum(b.of(waarde) for b in bijdragen if b.slot == self.slots[0]) if waarde is not None else 0,
            )
        uit: dict[int, Exact | None] = {s: 0 if soorten[s] == "som" else None for s in self.slots}
        for bijdrage in bijdragen if waarde is not None else ():
            if bijdrage.slot in uit and waarde is not None:
                merge(uit, bijdrage, waarde, soorten[bijdrage.slot])
        return tuple(uit.values())

    def choose(self, teller: Teller, posten: Mapping[Post, Sequence[Loos]]) -> None:
        """Choose bits or tuples, for everything that the items can bring."""
        breuken = any(isinstance(w, Fraction) for rij in posten.values() for waarden in rij for w in waarden)
        self.rekenwijze = Los(teller, tuple(self.boom.soorten[slot] for slot in self.slots), breuken=breuken)
        if len(self.knopen) != 1 or any(self.boom.soorten[slot] != "som" for slot in self.slots):
            return
        eerste = {
            post: [w[0] for w in waarden if w[0] is not None] for post, waarden in posten.items() if waarden
        }
        self._noemer = lcm(*(w.denominator for waarden in eerste.values() for w in waarden))
        self._basis = {post: min(waarden) for post, waarden in eerste.items()}
        self._nul = exact(sum(self._basis.values()))
        spreiding = sum((max(w) - min(w)) * self._noemer for w in eerste.values())
        self._breedte = int(spreiding) + 1
        if len(self.slots) == 2:
            self._meeste = int(
                sum(max((w[1] or 0 for w in waarden), default=Fraction(0)) for waarden in posten.values())
            )
        if self._breedte * (self._meeste + 1) <= MEESTE_BITS:
            self.rekenwijze = Dicht(teller)

    def encode(self, post: Post, waarden: Loos) -> Any:
        """What an item brings, as an element of the chosen form."""
        if not isinstance(self.rekenwijze, Dicht):
            return waarden
        bij = int(((waarden[0] or 0) - self._basis[post]) * self._noemer)
        return bij + (self._breedte * int(waarden[1] or 0) if len(waarden) == 2 else 0)

    def decode(self, totaal: Any) -> dict[int, Exact | None]:
        """The slot values of a total."""
        if not isinstance(self.rekenwijze, Dicht):
            return dict(zip(self.slots, totaal, strict=True))
        aantal, som = divmod(totaal, self._breedte)
        return dict(
            zip(
                self.slots,
                (self._nul + (som if self._noemer == 1 else exact(Fraction(som, self._noemer))), aantal),
                strict=False,
            )
        )

    def finals(self, totaal: Any) -> dict[str, Fraction | None]:
        """The final score of each scale of the group for one total."""
        if totaal not in self._scores:
            self._scores[totaal] = finals(self.boom, self.knopen, self.decode(totaal))
        return self._scores[totaal]

    def split(
        self, totalen: Any, grenzen: Sequence[Fraction]
    ) -> list[tuple[dict[str, Fraction | None], Any]]:
        """The totals in parts between which no bound lies; each with the final scores of one of its totals."""
        if not isinstance(self.rekenwijze, Dicht):
            return [(self.finals(t), self.rekenwijze.gather([t])) for t in self.rekenwijze.elements(totalen)]
        uit = []
        for aantal in range(self._meeste + 1):
            begin = aantal * self._breedte
            if totalen >> begin & ((1 << self._breedte) - 1):
                uit += self._split_row(totalen, begin, grenzen)
        return uit

    def _split_row(
        self, totalen: int, begin: int, grenzen: Sequence[Fraction]
    ) -> list[tuple[dict[str, Fraction | None], int]]:
        """Scores never fall when a sum rises: each cut is found by halving."""
        naam, einde = self.naam, begin + self._breedte
        snedes = {begin, einde}
        if self.finals(begin)[naam] is not None:
            for grens in grenzen:
                snedes |= {self._cut(begin, einde, grens, False), self._cut(begin, einde, grens, True)}
        uit = []
        plekken = sorted(snedes)
        for van, tot in pairwise(plekken):
            deel = totalen & ((1 << tot) - (1 << van))
            if deel:
                uit.append((self.finals((deel & -deel).bit_length() - 1), deel))
        return uit

    def _cut(self, begin: int, einde: int, grens: Fraction, strikt: bool) -> int:
        """The first total whose score reaches the bound (or goes beyond it)."""
        while begin < einde:
            midden = (begin + einde) // 2
            score = self.finals(midden)[self.naam]
            if score is not None and (score > grens if strikt else score >= grens):
                einde = midden
            else:
                begin = midden + 1
        return begin

    def extremes(self, totalen: Any, schaal_id: str) -> list[Fraction]:
        """Final scores of one scale, among which are its least and its most."""
        if not isinstance(self.rekenwijze, Dicht):
            alle = [self.finals(totaal)[schaal_id] for totaal in self.rekenwijze.elements(totalen)]
        else:
            alle = []
            for aantal in range(self._meeste + 1):
                rij = totalen >> aantal * self._breedte & ((1 << self._breedte) - 1)
                if rij:
                    for plek in ((rij & -rij).bit_length() - 1, rij.bit_length() - 1):
                        alle.append(self.finals(aantal * self._breedte + plek)[self.naam])
        return [score for score in alle if score is not None]


def merge(uit: dict[int, Exact | None], bijdrage: Bijdrage, waarde: Exact, soort: str) -> None:
    """Add one contribution to the slot values."""
    erbij, nu = bijdrage.of(waarde), uit[bijdrage.slot]
    if nu is None:
        uit[bijdrage.slot] = erbij
    else:
        uit[bijdrage.slot] = nu + erbij if soort == "som" else max(nu, erbij)
