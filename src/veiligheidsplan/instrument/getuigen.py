"""Witnesses (*getuigen*): a few whole sets of answers; most of what can be true is shown by one that makes it so.

One set of answers that makes a formula true proves that it is possible, whatever the size of the instrument. That
no witness does proves nothing: then the walk over all answers decides. No chance is involved: sets are numbered.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.formule import ONWAAR, WAAR
from veiligheidsplan.instrument.klassen import Klasse
from veiligheidsplan.instrument.punten import Exact, finish
from veiligheidsplan.instrument.uitputting import truths_of_score

#: sets of answers that are tried before the walk over all of them
MEESTE = 32
_DEEL = 0xFFFFFFFF


class Getuige:
    """One completion: for each question the truth of its tests, and its points (``None``: not shown)."""

    def __init__(self, aanvulling: Aanvulling, nummer: int) -> None:
        self._a = aanvulling
        self._bekend: dict[int, bool] = {WAAR: True, ONWAAR: False}
        self._scores: dict[str, Fraction | None] = {}
        self._waar: list[int] = []
        self._punten: list[Exact | None] = []
        for i, (toon, klassen) in enumerate(zip(aanvulling.toon, aanvulling.klassen, strict=True)):
            if not klassen or not self.holds(toon):
                self._waar.append(0)
                self._punten.append(None)
                continue
            klasse = _choose(klassen, nummer, i)
            self._waar.append(klasse.waar)
            self._punten.append(klasse.punten)

    def holds(self, formule: int) -> bool:
        """Whether the formula is true for these answers."""
        uit = self._bekend.get(formule)
        if uit is None:
            soort, delen = self._a.formules.parts(formule)
            if soort == "toets":
                uit = (self._truths(delen[0]) >> delen[1] & 1) == delen[2]
                if delen[0] >= len(self._a.namen):
                    return uit  # a scale can get more tests later
            else:
                uit = (all if soort == "alle" else any)(map(self.holds, delen))
            self._bekend[formule] = uit
        return uit

    def _truths(self, variabele: int) -> int:
        vragen = len(self._a.namen)
        if variabele < vragen:
            return self._waar[variabele]
        id_ = tuple(self._a.schaalnummer)[variabele - vragen]
        score = self._score(id_)
        return 0 if score is None else truths_of_score(self._a, variabele, score)

    def _score(self, id_: str) -> Fraction | None:
        if id_ not in self._scores:
            self._scores[id_] = self._work_out(id_)
        return self._scores[id_]

    def _work_out(self, id_: str) -> Fraction | None:
        """The final score of a scale when everything is answered: what it counts, then the rest of its rule."""
        a = self._a
        schaal = a.stand.instrument.schalen[id_]
        if any(self._punten[a.nummer[vraag]] is None for vraag in schaal.vereist):
            return None
        vragen, schalen = a.telt[id_]
        waarden = [w for vraag in vragen if (w := self._punten[a.nummer[vraag]]) is not None]
        for sub in schalen:
            score = self._score(sub)
            if score is None:
                return None
            waarden.append(score)
        match schaal.methode:
            case "som":
                return finish(schaal, sum(waarden))
            case "aantal":
                return finish(schaal, sum(w > 0 for w in waarden))
            case "hoogste":
                return finish(schaal, max(waarden, default=None))
        return finish(schaal, Fraction(sum(waarden)) / len(waarden) if waarden else None)


class Getuigen:
    """The witnesses of one case, made when they are asked for."""

    def __init__(self, aanvulling: Aanvulling) -> None:
        self._er: list[Getuige] = []
        # with an answer domain too large for classes nobody can say what an answer makes true
        self._nog = iter(() if None in aanvulling.klassen else range(MEESTE))
        self._aanvulling = aanvulling

    def show(self, formule: int) -> bool:
        """Whether one of them makes the formula true."""
        return any(getuige.holds(formule) for getuige in self._each())

    def _each(self) -> Iterator[Getuige]:
        yield from self._er
        for nummer in self._nog:
            self._er.append(Getuige(self._aanvulling, nummer))
            yield self._er[-1]


def _choose(klassen: tuple[Klasse, ...], nummer: int, vraag: int) -> Klasse:
    """By turns mostly the least points, mostly the most, half the least, and any: the ends are rare among any."""
    lot = _mixed(nummer, vraag)
    uiterste = nummer < 2 or (lot >> 8) % 8 >= (1, 1, 4, 8)[nummer % 4]
    if uiterste:
        return (max if nummer % 4 == 1 else min)(klassen, key=_points)
    return klassen[lot % len(klassen)]


def _points(klasse: Klasse) -> Exact:
    return klasse.punten


def _mixed(nummer: int, vraag: int) -> int:
    """A number that looks like chance and is always the same."""
    x = (nummer * 0x9E3779B1 ^ vraag * 0x85EBCA77) & _DEEL
    x = (x ^ x >> 15) * 0x2C1B3C6D & _DEEL
    return x ^ x >> 13
