"""Witnesses (*getuigen*): a few whole sets of answers; most of what can be true is shown by one that makes it so.

One set of answers that makes a formula true proves that it is possible, whatever the size of the instrument. That
no witness does proves nothing: then the walk over all answers decides. No chance is involved: sets are numbered.
All of them are followed at once: what holds for which of them is one number, a bit for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import lcm

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.formule import ONWAAR, WAAR
from veiligheidsplan.instrument.klassen import Klasse
from veiligheidsplan.instrument.punten import Exact, combine, finish, multiplier
from veiligheidsplan.instrument.waarheid import holds

#: sets of answers that are tried before the walk over all of them; the first half goes from least to most points
AANTAL = 64
ALLE = (1 << AANTAL) - 1
_HELFT = AANTAL // 2
#: after so many questions the choices are those of the first again: worked out once, and kept
RONDE = 509
_DEEL = 0xFFFFFFFF
#: the score of a scale for each witness
Scores = Sequence[Exact | None]


class Getuigen:
    """The witnesses of one case: each answers every question that its answers show."""

    def __init__(self, aanvulling: Aanvulling) -> None:
        self._a = aanvulling
        self._bekend: dict[int, int] = {WAAR: ALLE, ONWAAR: 0}
        self._scores: dict[str, Scores] = {}
        self._klassen: list[list[Klasse]] = []
        self._getoond: list[int] = []
        self._schalen = tuple(aanvulling.schaalnummer)
        # with an answer domain too large for classes nobody can say what an answer makes true
        self._zijn_er = None not in aanvulling.klassen
        for toon, klassen in zip(aanvulling.toon, aanvulling.klassen, strict=True) if self._zijn_er else ():
            self._klassen.append(sorted(klassen or (), key=_points))
            self._getoond.append(self.holding(toon) if klassen else 0)

    def show(self, formule: int) -> bool:
        """Whether one of them makes the formula true."""
        return self._zijn_er and self.holding(formule) != 0

    def holding(self, formule: int) -> int:
        """For which of them the formula is true."""
        uit = self._bekend.get(formule)
        if uit is None:
            soort, delen = self._a.formules.parts(formule)
            if soort == "toets":
                waar = self._truth(delen[0], delen[1])
                uit = waar if delen[2] else ALLE & ~waar
            elif soort == "alle":
                uit = ALLE
                for deel in delen:
                    uit &= self.holding(deel)
            else:
                uit = 0
                for deel in delen:
                    uit |= self.holding(deel)
            self._bekend[formule] = uit
        return uit

    def _truth(self, variabele: int, bit: int) -> int:
        vragen = len(self._a.namen)
        if variabele >= vragen:
            return self._truth_of_score(variabele, bit)
        uit, klassen = 0, self._klassen[variabele]
        for plek, wie in takers(variabele, len(klassen)):
            if klassen[plek].waar >> bit & 1:
                uit |= wie
        return uit & self._getoond[variabele]

    def _truth_of_score(self, nummer: int, bit: int) -> int:
        maat, waarde = next(m for m, b in self._a.measures(nummer).items() if b == bit)
        ontkend, kaal = maat.startswith("niet_"), maat.removeprefix("niet_")
        uit = 0
        for n, score in enumerate(self.scores(self._schalen[nummer - len(self._a.namen)])):
            if score is not None and (maat == "score" or holds(kaal, waarde, score) != ontkend):
                uit |= 1 << n
        return uit

    def scores(self, id_: str) -> Scores:
        """The final score of a scale for each of them, when everything is answered; none where there are none."""
        if id_ not in self._scores:
            self._scores[id_] = self._work_out(id_) if self._zijn_er else ()
        return self._scores[id_]

    def _work_out(self, id_: str) -> Scores:
        a = self._a
        schaal = a.stand.instrument.schalen[id_]
        vragen, schalen = a.telt[id_]
        nummers = [a.nummer[vraag] for vraag in vragen]
        onder = [self.scores(sub) for sub in schalen]
        wie = ALLE
        for vraag in schaal.vereist:
            wie &= self._getoond[a.nummer[vraag]]
        geldig = [bool(wie >> n & 1) and all(rij[n] is not None for rij in onder) for n in range(AANTAL)]
        if schaal.methode == "som":
            sommen = self._sums(nummers)
            ruw: list[Exact | None] = [
                sommen[n] + sum([rij[n] or 0 for rij in onder]) if geldig[n] else None for n in range(AANTAL)
            ]
        else:
            rijen = [*(self.points(nummer) for nummer in nummers), *onder]
            ruw = [
                combine(schaal.methode, [w for rij in rijen if (w := rij[n]) is not None])
                if geldig[n]
                else None
                for n in range(AANTAL)
            ]
        if multiplier(schaal) == 1 and schaal.afronden is None:
            return ruw
        return [finish(schaal, waarde) for waarde in ruw]

    def points(self, vraag: int) -> Scores:
        """The points of a question for each of them; ``None`` where it is not shown."""
        klassen, getoond = self._klassen[vraag], self._getoond[vraag]
        if not getoond:
            return [None] * AANTAL
        return [
            klassen[plek].punten if getoond >> n & 1 else None
            for n, plek in enumerate(places(vraag, len(klassen)))
        ]

    def _sums(self, nummers: Sequence[int]) -> list[Exact]:
        """The sum of the points of questions, counted in whole parts."""
        noemer = lcm(*{k.punten.denominator for nummer in nummers for k in self._klassen[nummer]})
        rijen: list[Sequence[int]] = [[0] * AANTAL]
        for nummer in nummers:
            klassen, getoond = self._klassen[nummer], self._getoond[nummer]
            heel = [k.punten.numerator * (noemer // k.punten.denominator) for k in klassen]
            plekken = places(nummer, len(klassen))
            if getoond == ALLE:
                rijen.append([heel[plek] for plek in plekken])
            elif getoond:
                rijen.append([heel[plek] if getoond >> n & 1 else 0 for n, plek in enumerate(plekken)])
        sommen = list(map(sum, zip(*rijen, strict=True)))
        return [*sommen] if noemer == 1 else [Fraction(som, noemer) for som in sommen]


def places(vraag: int, aantal: int) -> tuple[int, ...]:
    """Which of its classes, from least to most points, each witness takes for a question.

    The first half takes the least or the most, more often the most as its number rises; then a quarter takes any, and
    a quarter mostly the least: the ends are rare among any.
    """
    return _places(vraag % RONDE, aantal)


@cache
def _places(vraag: int, aantal: int) -> tuple[int, ...]:
    uit = []
    for n in range(AANTAL if aantal else 0):
        lot = _mixed(n, vraag)
        if n < _HELFT:
            uit.append(aantal - 1 if lot % 1024 * (_HELFT - 1) ** 2 < 1024 * n * n else 0)
        else:
            uit.append(0 if n % 2 and lot >> 16 & 3 else lot % aantal)
    return tuple(uit)


def takers(vraag: int, aantal: int) -> tuple[tuple[int, int], ...]:
    """The classes that are taken at all, each with the witnesses that take it."""
    return _takers(vraag % RONDE, aantal)


@cache
def _takers(vraag: int, aantal: int) -> tuple[tuple[int, int], ...]:
    uit: dict[int, int] = {}
    for n, plek in enumerate(places(vraag, aantal)):
        uit[plek] = uit.get(plek, 0) | 1 << n
    return tuple(uit.items())


def _points(klasse: Klasse) -> Exact:
    return klasse.punten


def _mixed(nummer: int, vraag: int) -> int:
    """A number that looks like chance and is always the same."""
    x = (nummer * 0x9E3779B1 ^ vraag * 0x85EBCA77) & _DEEL
    x = (x ^ x >> 15) * 0x2C1B3C6D & _DEEL
    return x ^ x >> 13
