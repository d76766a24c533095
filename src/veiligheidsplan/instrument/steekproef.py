"""A handful of whole conversations (*steekproef*), tried before any proof: what one of them shows is possible.

Each answers every question that it shows, and knows every fact of the case. They are followed all at once, a bit for
each, over concrete answers: no formula is made. That none of them shows something proves nothing; then the walk over
all answers decides. No chance is involved: they are numbered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import islice
from math import ceil, floor, lcm
from typing import Any, cast

from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.getuigen import RONDE, places, takers
from veiligheidsplan.instrument.instrument import Instrument, Schaal
from veiligheidsplan.instrument.punten import Exact, combine, counted, exact, finish, points
from veiligheidsplan.instrument.steekproef_treden import stairs
from veiligheidsplan.instrument.voorwaarde import (
    Alle,
    EenVan,
    Gegeventoets,
    Niet,
    Schaaltoets,
    Voorwaarde,
    Vraagtoets,
    leaves,
)
from veiligheidsplan.instrument.vraag import Getalvraag, Keuzevraag, Meerkeuzevraag, Schaalvraag
from veiligheidsplan.instrument.waarheid import holds, number_of

#: for which conversations a condition is true, and for which it is false; for the others it is unknown
Maskers = tuple[int, int]
#: conversations with answers from least to most points, and some with any
_GEMENGD = 44
_EERSTE = (1 << _GEMENGD) - 1
#: at most so many conversations more are made for a part of a condition
_MEESTE_GERICHT = 48
#: and at most so many that come just at a bound of a scale
_MEESTE_TREDEN = 24
#: an answer, or nothing (of a text or a date)
_Keus = tuple[Exact, Any]


class Steekproef:
    """The conversations of one instrument. *feiten*: the values of each fact that its conditions tell apart."""

    def __init__(self, instrument: Instrument, feiten: Mapping[str, Sequence[Gegevenwaarde]]) -> None:
        self._instrument, self.feiten = instrument, feiten
        self._plek = {naam: len(instrument.vragen) + i for i, naam in enumerate(feiten)}
        self._toetsen: dict[int, int] = {}
        self._schaaltoetsen: dict[tuple[str, str, Decimal], Maskers] = {}
        self._scores: dict[str, Sequence[Exact | None]] = {}
        self._per_score: dict[str, dict[Exact | None, int]] = {}
        self._niveaus: dict[str, dict[str, int]] = {}
        self.geteld = {id_: counted(instrument, schaal) for id_, schaal in instrument.schalen.items()}
        grenzen = _breaks(instrument)
        self.keuzes = _all_choices(instrument, grenzen)
        for id_ in {vraag for schaal in instrument.schalen.values() for vraag in schaal.vereist}:
            self.keuzes[id_] = [keus for keus in self.keuzes[id_] if keus[1] is not None]
        self._gericht = self._aimed()
        self.deel = lcm(*{p.denominator for keuzes in self.keuzes.values() for p, _ in keuzes})
        self.getoond: dict[str, int] = {}
        for id_, toon in instrument.toon_als.items():
            # every question that a condition names comes before it, and every fact is known
            self.getoond[id_] = self.alle if toon is None else self.truth(toon)[0]

    def _aimed(self) -> dict[str, dict[int, int]]:
        """The answers, by place, of conversations made for one part of a condition each; sets how many there are.

        That part is true and the others are not (``een_van``), or it is not and the others are (``alle``).
        """
        uit: dict[str, dict[int, int]] = {}
        n = _GEMENGD + 1
        self._silence(uit, _GEMENGD)  # in the first nothing is so that a sign looks at
        for voorwaarde in reversed(self._instrument.voorwaarden):
            bladen = [t for t in leaves(voorwaarde) if isinstance(t, Vraagtoets)]
            if n + len(bladen) > _GEMENGD + _MEESTE_GERICHT:
                break
            if len(bladen) + (not isinstance(voorwaarde, Vraagtoets)) < 2:
                continue
            samen = isinstance(voorwaarde, Alle)
            for eigen in (*bladen, None) if samen else bladen:
                for toets in bladen:
                    self._aim(uit, n, toets, (toets is eigen) != samen)
                n += 1
        for vragen, grens in islice(stairs(self._instrument, self.geteld), _MEESTE_TREDEN):
            self._silence(uit, n)
            self._climb(uit, n, vragen, grens)
            n += 1
        self.aantal = n
        self.alle = (1 << n) - 1
        self._laag = self.alle & -(1 << _GEMENGD)
        return uit

    def _silence(self, uit: dict[str, dict[int, int]], n: int) -> None:
        """Give conversation *n* answers that make no sign true."""
        for signaal in self._instrument.signalen.values():
            for toets in leaves(signaal.als):
                if isinstance(toets, Vraagtoets):
                    self._aim(uit, n, toets, False)

    def _climb(self, uit: dict[str, dict[int, int]], n: int, vragen: Sequence[str], grens: Fraction) -> None:
        """Let conversation *n* rise from the least points in small steps, until it comes at a bound."""
        som = sum([self.keuzes[vraag][0][0] for vraag in vragen])
        for vraag in vragen:
            if som >= grens:
                return
            laagst = self.keuzes[vraag][0][0]
            for plek, (punten, _) in enumerate(self.keuzes[vraag]):
                if punten > laagst:
                    uit.setdefault(vraag, {})[n] = plek
                    som += punten - laagst
                    break

    def _aim(self, uit: dict[str, dict[int, int]], n: int, toets: Vraagtoets, waar: bool) -> None:
        """Give conversation *n* an answer that makes a test come out so, and that shows its question."""
        keuzes = self.keuzes[toets.vraag]
        plek = next((i for i, (_, w) in enumerate(keuzes) if _comes_out(toets, w) == waar), None)
        if plek is None:
            return
        uit.setdefault(toets.vraag, {}).setdefault(n, plek)
        toon = self._instrument.toon_als[toets.vraag] if waar else None
        for eerder in leaves(toon):
            if isinstance(eerder, Vraagtoets) and n not in uit.get(eerder.vraag, {}):
                self._aim(uit, n, eerder, True)

    def answer_that(self, toets: Vraagtoets, waar: bool) -> Any:
        """An answer that makes a test come out so, with the least points; ``None`` where there is none."""
        return next((w for _, w in self.keuzes[toets.vraag] if _comes_out(toets, w) == waar), None)

    def _places(self, id_: str, aantal: int) -> list[int]:
        """Which of its answers, from least to most points, each of them takes for a question."""
        uit = [*_first(self._instrument.plaatsen[id_] % RONDE, aantal), *[0] * (self.aantal - _GEMENGD)]
        for n, plek in self._gericht.get(id_, {}).items():
            uit[n] = plek
        return uit

    def _takers(self, id_: str, aantal: int) -> dict[int, int]:
        """The answers that are taken at all, each with the conversations that take it."""
        uit = dict(_mixed(self._instrument.plaatsen[id_] % RONDE, aantal))
        laag = self._laag
        for n, plek in self._gericht.get(id_, {}).items():
            uit[plek] = uit.get(plek, 0) | 1 << n
            laag &= ~(1 << n)
        uit[0] = uit.get(0, 0) | laag
        return uit

    def truth(self, voorwaarde: Voorwaarde) -> Maskers:
        """For which of them the condition is true, and for which false."""
        if type(voorwaarde) is Vraagtoets or type(voorwaarde) is Gegeventoets:  # by far the most
            waar = self._of_answer(voorwaarde)
            return waar, self.alle & ~waar
        if type(voorwaarde) is Alle:
            waar, onwaar = self.alle, 0
            for deel in voorwaarde.alle:
                w, o = self.truth(deel)
                waar, onwaar = waar & w, onwaar | o
            return waar, onwaar
        if type(voorwaarde) is EenVan:
            waar, onwaar = 0, self.alle
            for deel in voorwaarde.een_van:
                w, o = self.truth(deel)
                waar, onwaar = waar | w, onwaar & o
            return waar, onwaar
        if type(voorwaarde) is Niet:
            waar, onwaar = self.truth(voorwaarde.niet)
            return onwaar, waar
        return self._of_scale(cast("Schaaltoets", voorwaarde))

    def _of_answer(self, toets: Vraagtoets | Gegeventoets) -> int:
        uit = self._toetsen.get(id(toets))  # the tests live as long as the instrument
        if uit is None:
            uit, maat, grens = 0, toets.maat, toets.maatwaarde
            if isinstance(toets, Vraagtoets):
                keuzes = self.keuzes[toets.vraag]
                for plek, wie in self._takers(toets.vraag, len(keuzes)).items():
                    waarde = keuzes[plek][1]
                    if waarde is not None and holds(maat, grens, waarde):
                        uit |= wie
                uit &= self.getoond[toets.vraag]
            else:
                for waarde in self.feiten[toets.gegeven]:
                    if holds(maat, grens, waarde):
                        uit |= self.fact(toets.gegeven, waarde)
            self._toetsen[id(toets)] = uit
        return uit

    def fact(self, naam: str, waarde: Gegevenwaarde) -> int:
        """For which of them a fact of the case has this value."""
        waarden = self.feiten[naam]
        plek = list(waarden).index(waarde)
        wie = _mixed(self._plek[naam] % RONDE, len(waarden)).get(plek, 0)
        return wie | (self._laag if plek == 0 else 0)

    def _of_scale(self, toets: Schaaltoets) -> Maskers:
        sleutel = (toets.schaal, toets.maat, toets.maatwaarde)
        if sleutel not in self._schaaltoetsen:
            self._schaaltoetsen[sleutel] = self._test_scale(toets)
        return self._schaaltoetsen[sleutel]

    def _test_scale(self, toets: Schaaltoets) -> Maskers:
        grens = exact(Fraction(toets.maatwaarde) * self.deel)
        waar = onwaar = 0
        for score, wie in self._by_score(toets.schaal).items():
            if score is not None and holds(toets.maat, grens, score):
                waar |= wie
            elif score is not None:
                onwaar |= wie
        return waar, onwaar

    def levels(self, id_: str) -> dict[str, int]:
        """For which of them a scale has each of its levels."""
        if id_ in self._niveaus:
            return self._niveaus[id_]
        uit = self._niveaus[id_] = {}
        over = [(score, wie) for score, wie in self._by_score(id_).items() if score is not None]
        for niveau, grens in sorted(self._instrument.schalen[id_].grenzen.items(), key=_bound, reverse=True):
            vanaf = exact(Fraction(grens) * self.deel)
            uit[niveau] = 0
            for score, wie in over:
                if score >= vanaf:
                    uit[niveau] |= wie
            over = [paar for paar in over if paar[0] < vanaf]
        return uit

    def _by_score(self, id_: str) -> dict[Exact | None, int]:
        """Each score of a scale, with the conversations that come to it."""
        if id_ not in self._per_score:
            uit = self._per_score[id_] = {}
            bit = 1
            for score in self.scores(id_):
                uit[score] = uit.get(score, 0) | bit
                bit <<= 1
        return self._per_score[id_]

    def final_levels(self) -> set[str]:
        """The levels that are the final level of one of them."""
        eind = self._instrument.eindniveau
        per = {} if eind is None else self.levels(eind)
        uit, hoger = set[str](), 0
        for niveau in reversed(self._instrument.niveaus):
            samen = per.get(niveau, 0)
            for signaal in self._instrument.signalen.values():
                if signaal.niveau == niveau:
                    samen |= self.truth(signaal.als)[0]
            if samen & ~hoger:
                uit.add(niveau)
            hoger |= samen
        return uit

    def scores(self, id_: str) -> Sequence[Exact | None]:
        """The final score of a scale for each of them, in the smallest part of all points."""
        if id_ not in self._scores:
            self._scores[id_] = self._work_out(id_, self._instrument.schalen[id_])
        return self._scores[id_]

    def _work_out(self, id_: str, schaal: Schaal) -> Sequence[Exact | None]:
        vragen, schalen = self.geteld[id_]
        onder = [self.scores(sub) for sub in schalen]
        geldig = self.alle
        for vraag in schaal.vereist:
            geldig &= self.getoond[vraag]  # and answered: see ``_choices``
        for rij in onder:
            if None in rij:
                geldig &= sum([1 << n for n, score in enumerate(rij) if score is not None])
        if schaal.methode == "som" and geldig == self.alle:
            kaal: list[Any] = [[0] * self.aantal, *(self._row(vraag, 0) for vraag in vragen), *onder]
            ruw: list[Any] = list(map(sum, zip(*kaal, strict=True)))
        else:
            ruw = self._combined(schaal, [*(self._row(vraag, None) for vraag in vragen), *onder], geldig)
        if schaal.vermenigvuldig is None and schaal.deel_door is None and schaal.afronden is None:
            return ruw
        klaar = (None if w is None else finish(schaal, Fraction(w) / self.deel) for w in ruw)
        return [None if w is None else exact(w * self.deel) for w in klaar]

    def _combined(self, schaal: Schaal, rijen: list[Sequence[Any]], geldig: int) -> list[Exact | None]:
        uit: list[Exact | None] = []
        for n in range(self.aantal):
            waarden = [rij[n] for rij in rijen if rij[n] is not None]
            if not geldig >> n & 1:
                uit.append(None)
            elif schaal.methode == "hoogste":  # no part of a point is made: it stays as whole as it was
                uit.append(max(waarden, default=None))
            else:
                waarde = combine(schaal.methode, waarden)
                uit.append(
                    waarde * self.deel if waarde is not None and schaal.methode == "aantal" else waarde
                )
        return uit

    def _row(self, vraag: str, anders: int | None) -> list[Any]:
        """The points of a question for each of them; *anders* where it is not shown."""
        heel = [p.numerator * (self.deel // p.denominator) for p, _ in self.keuzes[vraag]]
        getoond = self.getoond[vraag]
        rij: list[Any] = list(map(heel.__getitem__, self._places(vraag, len(heel))))
        if getoond != self.alle:
            weg = self.alle & ~getoond
            while weg:
                rij[(weg & -weg).bit_length() - 1] = anders
                weg &= weg - 1
        return rij


@cache
def _first(nummer: int, aantal: int) -> tuple[int, ...]:
    """Which of so many answers each of the mixed conversations takes."""
    return places(nummer, aantal)[:_GEMENGD]


@cache
def _mixed(nummer: int, aantal: int) -> dict[int, int]:
    """Which of so many answers are taken in the mixed conversations, each with the conversations that take it."""
    return {plek: eerste for plek, wie in takers(nummer, aantal) if (eerste := wie & _EERSTE)}


def _comes_out(toets: Vraagtoets, waarde: Any) -> bool:
    return waarde is not None and holds(toets.maat, toets.maatwaarde, waarde)


def _bound(paar: tuple[str, Any]) -> Any:
    return paar[1]


def _points(keus: _Keus) -> Exact:
    return keus[0]


def _breaks(instrument: Instrument) -> dict[str, set[int]]:
    """Per question the whole numbers on each side of which a test of it can come out differently."""
    uit: dict[str, set[int]] = {}
    for voorwaarde in instrument.voorwaarden:
        for toets in leaves(voorwaarde):
            if isinstance(toets, Vraagtoets) and toets.maat not in ("bevat", "beantwoord"):
                for waarde in toets.maatwaarde if toets.maat == "in" else (toets.maatwaarde,):
                    if waarde.__class__ is not str and (getal := number_of(waarde)) is not None:
                        uit.setdefault(toets.vraag, set()).update(
                            {ceil(getal), floor(getal) + 1, ceil(getal) - 1}
                        )
    return uit


def _all_choices(instrument: Instrument, grenzen: Mapping[str, Iterable[int]]) -> dict[str, list[_Keus]]:
    """Per question some answers with their points; questions with one list and one weight have them in common."""
    gedeeld: dict[tuple[str, Any], list[_Keus]] = {}
    uit: dict[str, list[_Keus]] = {}
    for id_, vraag in instrument.vragen.items():
        if isinstance(vraag, Keuzevraag) and isinstance(vraag.antwoorden, str):
            sleutel = (vraag.antwoorden, vraag.gewicht)
            if sleutel not in gedeeld:
                gedeeld[sleutel] = _choices(instrument, id_, ())
            uit[id_] = gedeeld[sleutel]
        else:
            uit[id_] = _choices(instrument, id_, grenzen.get(id_, ()))
    return uit


def _choices(instrument: Instrument, id_: str, grenzen: Iterable[int]) -> list[_Keus]:
    """Some answers of a question with their points, least points first: the outermost, and each side of a test."""
    vraag = instrument.vragen[id_]
    waarden: Iterable[Any]
    match vraag:
        case Keuzevraag():
            keer: Exact = 1 if vraag.gewicht is None else exact(vraag.gewicht)
            lijst = instrument.antwoorden_van(id_).items()
            return sorted(
                [(exact(exact(a.punten) * keer) if a.punten else 0, code) for code, a in lijst], key=_points
            )
        case Meerkeuzevraag():
            codes = tuple(instrument.antwoorden_van(id_))
            waarden = [*([()] if vraag.geen_van_deze else []), *((code,) for code in codes), codes]
        case Schaalvraag():
            midden = (vraag.van + vraag.tot) // 2
            waarden = {vraag.van, vraag.tot, midden, *(g for g in grenzen if vraag.van <= g <= vraag.tot)}
        case Getalvraag():
            alle = {vraag.van, *(vraag.punten_vanaf or ()), *grenzen}
            waarden = {g for g in alle if vraag.van <= g and (vraag.tot is None or g <= vraag.tot)}
        case _:
            return [(0, None), (0, "")]
    return sorted([(points(instrument, id_, waarde), waarde) for waarde in waarden], key=_points)
