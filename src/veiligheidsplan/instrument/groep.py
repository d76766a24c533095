"""Groups of scales (*groepen*) that must be followed together, because linked questions bring points to each.

Mostly a group is one scale. Totals are whole numbers: each slot is counted in the smallest part that occurs. A group
of adding scales keeps them as bits, side by side as digits of one number; a single maximum as bits too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import lcm, prod
from typing import Any

from veiligheidsplan.instrument.punten import Exact, exact
from veiligheidsplan.instrument.samenhang import Samenhang
from veiligheidsplan.instrument.schaalboom import Bijdrage, Knoop, Schaalboom, finals, slot_values
from veiligheidsplan.instrument.verzameling import MEESTE_BITS, Dicht, Loos, Los, Rekenwijze, Teller, Top

#: an item of a group: the number of a question, or the first scale of a group below
Post = int | str
#: values by slot, before they are counted in the smallest part
Waarden = tuple[Exact | None, ...]
Scores = dict[str, Fraction | None]


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
        # the last scale counts for no other here: its total is the first digit, and only its score varies with it
        self.slots = tuple(slot for knoop in reversed(self.knopen) for slot in knoop.slots)
        self.soorten = tuple(self.boom.soorten[slot] for slot in self.slots)
        #: the steps that final scores take: they are worked out with fractions
        self.prijs = 4 * max(len(self.knopen) * len(self.slots), 1)
        self._scores: dict[Any, Scores] = {}

    @property
    def naam(self) -> str:
        return self.knopen[0].id

    def posten(self) -> list[Groep | Samenhang]:
        """What brings values to this group: groups below, then linked questions."""
        return [*self.kinderen, *self.samenhangen]

    def values(self, bijdragen: Iterable[Bijdrage], waarde: Exact | None) -> Waarden:
        """What one value (``None``: not shown) brings to the slots of this group."""
        if self.soorten == ("som",):  # by far the most common
            if waarde is None:
                return (0,)
            return (sum([b.of(waarde) for b in bijdragen if b.slot == self.slots[0]]),)
        uit: dict[int, Exact | None] = {
            slot: 0 if soort == "som" else None for slot, soort in zip(self.slots, self.soorten, strict=True)
        }
        for bijdrage in bijdragen if waarde is not None else ():
            if bijdrage.slot in uit and waarde is not None:
                merge(uit, bijdrage, waarde, self.boom.soorten[bijdrage.slot])
        return tuple(uit.values())

    def choose(
        self, teller: Teller, posten: Mapping[Post, Sequence[Waarden]], fijn: Mapping[int, int]
    ) -> None:
        """Choose bits or tuples, for everything that the items can bring; *fijn*: parts that a slot is counted in."""
        self._teller = teller
        kolommen = range(len(self.slots))
        self._noemers = [
            lcm(
                fijn.get(self.slots[i], 1),
                *{w.denominator for rij in posten.values() for r in rij if (w := r[i]) is not None},
            )
            for i in kolommen
        ]
        self.rekenwijze = Los(teller, self.soorten)
        if self.soorten == ("hoogste",):
            self._choose_top(teller, posten)
        elif "hoogste" not in self.soorten:
            self._choose_dense(teller, posten)

    def _choose_top(self, teller: Teller, posten: Mapping[Post, Sequence[Waarden]]) -> None:
        alle = [self._whole(0, w) for rij in posten.values() for (w,) in rij if w is not None]
        self._bodem = min(alle, default=0) - 1
        if max(alle, default=0) - self._bodem < MEESTE_BITS:
            self.rekenwijze = Top(teller)

    def _choose_dense(self, teller: Teller, posten: Mapping[Post, Sequence[Waarden]]) -> None:
        self._laag: dict[Post, list[int]] = {}
        breedtes = [1] * len(self.slots)
        self._nul = [0] * len(self.slots)
        for post, rij in posten.items():
            lagen = self._laag[post] = []
            for i in range(len(self.slots)):
                heel = [self._whole(i, w) for r in rij if (w := r[i]) is not None]
                lagen.append(min(heel, default=0))
                self._nul[i] += lagen[i]
                breedtes[i] += max(heel, default=0) - lagen[i]
        self._breedte = breedtes[0] if breedtes else 1
        self._breedtes, self._stappen = breedtes, [prod(breedtes[:i]) for i in range(len(breedtes))]
        if prod(breedtes) <= MEESTE_BITS:
            self.rekenwijze = Dicht(teller)

    def _whole(self, i: int, waarde: Exact) -> int:
        keer, rest = divmod(self._noemers[i], waarde.denominator)
        if rest:
            raise ArithmeticError(f"{waarde} is niet te tellen in delen van 1/{self._noemers[i]}")
        return waarde.numerator * keer

    def encode(self, post: Post, waarden: Waarden) -> Any:
        """What an item brings, as an element of the chosen form."""
        if isinstance(self.rekenwijze, Dicht):
            lagen, uit = self._laag.get(post), 0
            for i, waarde in enumerate(waarden if lagen else ()):
                bij = (self._whole(i, waarde) if waarde is not None else 0) - (lagen[i] if lagen else 0)
                if not 0 <= bij < self._breedtes[i]:
                    raise ArithmeticError(f"{waarde} valt buiten het bereik van {post}")
                uit += bij * self._stappen[i]
            return uit
        if isinstance(self.rekenwijze, Top):
            (hoogste,) = waarden
            return 0 if hoogste is None else self._whole(0, hoogste) - self._bodem
        return tuple([None if w is None else self._whole(i, w) for i, w in enumerate(waarden)])

    def encode_row(
        self, post: Post, punten: Iterable[Exact], factor: Exact, of_niets: bool
    ) -> Mapping[Exact | None, Any]:
        """What a question brings to the only sum, for each of its points (and ``None``: nothing)."""
        keer = exact(Fraction(factor) * self._noemers[0])
        uit: dict[Exact | None, Any]
        if isinstance(self.rekenwijze, Dicht) and isinstance(keer, int):
            laag = self._laag[post][0]
            uit = {p: (keer * p if isinstance(p, int) else self._whole(0, factor * p)) - laag for p in punten}
            if min(uit.values()) < 0 or max(uit.values()) >= self._breedtes[0]:
                raise ArithmeticError(f"de punten vallen buiten het bereik van {post}")
        else:
            uit = {p: self.encode(post, (factor * p,)) for p in punten}
        if of_niets:
            uit[None] = self.encode(post, (0,))
        return uit

    def decode(self, totaal: Any) -> dict[int, Exact | None]:
        """The slot values of a total."""
        heel: Loos
        if isinstance(self.rekenwijze, Dicht):
            heel = tuple(
                nul + totaal // stap % breedte
                for nul, stap, breedte in zip(self._nul, self._stappen, self._breedtes, strict=True)
            )
        elif isinstance(self.rekenwijze, Top):
            heel = (totaal + self._bodem if totaal else None,)
        else:
            heel = totaal
        return {
            slot: w if w is None or noemer == 1 else exact(Fraction(w, noemer))
            for slot, w, noemer in zip(self.slots, heel, self._noemers, strict=True)
        }

    def finals(self, totaal: Any) -> Scores:
        """The final score of each scale of the group for one total."""
        bekend = self._scores.get(totaal)
        if bekend is None:
            bekend = self._scores[totaal] = finals(self.boom, self.knopen, self.decode(totaal))
        return bekend

    def split(self, totalen: Any, grenzen: Sequence[Fraction]) -> list[tuple[Scores, Any]]:
        """The totals in parts between which no bound lies; each with the final scores of one of its totals."""
        if isinstance(self.rekenwijze, Dicht):
            return [
                deel
                for begin, rij in self._rows(totalen)
                for deel in self._split_row(begin, rij, self._breedte, grenzen)
            ]
        if isinstance(self.rekenwijze, Top):
            niets = [(self.finals(0), 1)] if totalen & 1 else []
            boven = totalen >> 1
            return [*niets, *(self._split_row(1, boven, boven.bit_length(), grenzen) if boven else ())]
        self._teller.count(self.prijs * len(totalen))
        return [(self.finals(t), self.rekenwijze.gather([t])) for t in totalen]

    def _rows(self, totalen: int) -> Iterator[tuple[int, int]]:
        """The totals by all digits but the first: where each row begins, and its bits."""
        stapel = [(0, totalen, prod(self._breedtes[1:]))]
        while stapel:
            begin, bits, aantal = stapel.pop()
            if not bits:
                continue
            if aantal == 1:
                yield begin, bits
                continue
            self._teller.count(1 + (bits.bit_length() >> 15))
            grens = aantal // 2 * self._breedte
            stapel.append((begin + grens, bits >> grens, aantal - aantal // 2))
            stapel.append((begin, bits & ((1 << grens) - 1), aantal // 2))

    def _split_row(
        self, begin: int, rij: int, breedte: int, grenzen: Sequence[Fraction]
    ) -> list[tuple[Scores, int]]:
        """Scores never fall when the first digit rises: each bound cuts the row at most twice."""
        self._teller.count(self.prijs + 8 * len(grenzen))
        snedes = {0, breedte}
        knoop = self.knopen[-1] if self.knopen else None
        if knoop and grenzen and self.finals(begin)[knoop.id] is not None:
            nu = slot_values(self.boom, self.knopen, self.decode(begin))
            waarden = [nu[slot] for slot in knoop.slots]
            for grens in grenzen:
                for strikt in (False, True):
                    plek = knoop.steps_to(waarden, self._noemers[0], grens, strikt)
                    snedes.add(min(max(plek, 0), breedte))
        uit = []
        for van, tot in pairwise(sorted(snedes)):
            deel = rij & ((1 << tot) - (1 << van))
            if deel:
                uit.append((self.finals(begin + (deel & -deel).bit_length() - 1), deel << begin))
        return uit

    def outer(self, totalen: Any) -> list[Any]:
        """Totals among which are those with the least and the most of every final score, and those without."""
        if isinstance(self.rekenwijze, Dicht):
            rijen: Iterable[tuple[int, int]] = self._rows(totalen)
        elif isinstance(self.rekenwijze, Top):
            rijen = [deel for deel in ((0, totalen & 1), (1, totalen >> 1)) if deel[1]]
        else:
            self._teller.count(self.prijs * len(totalen))
            return list(totalen)
        uit: list[int] = []
        for begin, rij in rijen:
            self._teller.count(self.prijs)
            uit += {begin + (rij & -rij).bit_length() - 1, begin + rij.bit_length() - 1}
        return uit

    @property
    def is_row(self) -> bool:
        """Whether every total is one sum, kept as a bit: what it brings above only rises with it."""
        return len(self.slots) == 1 and isinstance(self.rekenwijze, Dicht)

    def unit(self) -> Fraction | None:
        """What the score rises with each bit, where that is always the same; else ``None``."""
        if not self.is_row or self.knopen[0].schaal.afronden:
            return None
        return Fraction(self.knopen[0].keer) / self._noemers[0]

    def parts(self, waarde: Fraction) -> Fraction:
        """A value of the only slot, counted in its smallest part."""
        return waarde * self._noemers[0]

    def fineness(self, knoop: Knoop, totalen: Any) -> int | None:
        """A number of parts in which every final score can be counted; ``None`` where only all of them tell."""
        if isinstance(self.rekenwijze, Los):
            return None
        if knoop.schaal.afronden is not None:
            return 1 if knoop.schaal.afronden == "heel" else 10
        if len(self.slots) != 1:
            return None
        deel = (Fraction(knoop.keer) / self._noemers[0]).denominator
        return lcm(deel, *(score.denominator for score in self.extremes(totalen, knoop.id)))

    def extremes(self, totalen: Any, schaal_id: str) -> list[Fraction]:
        """Final scores of one scale, among which are its least and its most."""
        alle = [self.finals(totaal)[schaal_id] for totaal in self.outer(totalen)]
        return [score for score in alle if score is not None]


def merge(uit: dict[int, Exact | None], bijdrage: Bijdrage, waarde: Exact, soort: str) -> None:
    """Add one contribution to the slot values."""
    erbij, nu = bijdrage.of(waarde), uit[bijdrage.slot]
    if nu is None:
        uit[bijdrage.slot] = erbij
    else:
        uit[bijdrage.slot] = nu + erbij if soort == "som" else max(nu, erbij)
