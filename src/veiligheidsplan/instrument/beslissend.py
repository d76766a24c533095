"""Which missing answers decide (*beslissend*): two completions that differ in that answer give two levels.

The two agree on every other question that is shown in both. Visibility follows from earlier answers, so they part
at that question and nowhere before it; a question that only one of them shows is free there. A completion without
a score, or with one below the lowest bound, gives no level, so it is never one of the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import reduce
from operator import or_
from typing import Any

from veiligheidsplan.instrument.formule import ONWAAR
from veiligheidsplan.instrument.groep import Groep
from veiligheidsplan.instrument.punten import level
from veiligheidsplan.instrument.samenhang import Samenhang, Sleutel, Stap
from veiligheidsplan.instrument.toetsing import OpHoogste, Toetsing, by_bits, by_level, by_masks, by_pairs
from veiligheidsplan.instrument.uitputting import Doel
from veiligheidsplan.instrument.verzameling import Dicht, Top

#: for two keys: what the one brought -> what the other brought with it
_Tabellen = tuple[list[dict[Any, Any]], list[dict[Sleutel, Any]]]
_Paren = dict[tuple[Sleutel, Sleutel], dict[Any, Any]]


def decisive(doel: Doel, schaal_id: str, ontbrekend: Iterable[int]) -> set[int]:
    """The decisive ones among the missing questions, for the one scale of the goal."""
    top = next(groep for groep in doel.toppen if any(k.id == schaal_id for k in groep.knopen))
    schaal = doel.aanvulling.stand.instrument.schalen[schaal_id]
    grenzen = [Fraction(grens) for grens in schaal.grenzen.values()]
    totalen = doel.totals(top, doel.formule).get(doel.formule, top.rekenwijze.leeg)
    per_niveau: dict[str, Any] = {}
    for scores, deel in top.split(totalen, grenzen):
        niveau = level(schaal, scores[schaal_id])
        if niveau is not None:
            per_niveau[niveau] = top.rekenwijze.join(per_niveau.get(niveau, top.rekenwijze.leeg), deel)
    if len(per_niveau) < 2:
        return set()
    if isinstance(top.rekenwijze, Dicht):
        toetsing = by_bits(per_niveau)
    elif isinstance(top.rekenwijze, Top):
        toetsing = OpHoogste(per_niveau)
    else:
        toetsing = by_level(top, per_niveau, doel.teller)
    return _Zoeker(doel, frozenset(ontbrekend)).search(top, toetsing)


class _Zoeker:
    """Goes down the groups: what makes a difference above decides what makes one below."""

    def __init__(self, doel: Doel, ontbrekend: frozenset[int]) -> None:
        self._doel, self._ontbrekend = doel, ontbrekend

    def search(self, groep: Groep, toetsing: Toetsing) -> set[int]:
        doel, formule = self._doel, self._doel.formule
        posten = groep.posten()
        waarden = [doel.item(post, groep, formule).get(formule, groep.rekenwijze.leeg) for post in posten]
        gezocht = [i for i, post in enumerate(posten) if self._has_missing(post)]
        uit: set[int] = set()
        for i, rest in _leave_one_out(groep, waarden, gezocht):
            post = posten[i]
            if isinstance(post, Groep):
                uit |= self.search(post, self._below(post, groep, toetsing, rest))
            else:
                uit |= {
                    v
                    for v in post.vragen
                    if v in self._ontbrekend and self._decides(groep, post, v, toetsing, rest)
                }
        return uit

    def _has_missing(self, post: Groep | Samenhang) -> bool:
        if isinstance(post, Samenhang):
            return not self._ontbrekend.isdisjoint(post.vragen)
        return any(self._has_missing(onder) for onder in post.posten())

    def _below(self, kind: Groep, groep: Groep, toetsing: Toetsing, rest: Any) -> Toetsing:
        """Whether two totals of a group below make a difference above, for some rest there."""
        doel = self._doel
        brengt: dict[Any, Any] = {}
        bekend: dict[tuple[Any, Any], bool] = {}

        def brings(totaal: Any) -> Any:
            if totaal not in brengt:
                element, scores = doel.contribution(kind, groep, totaal)
                zonder = doel.tell(kind.knopen, scores, doel.formule) == ONWAAR
                brengt[totaal] = None if zonder else element
            return brengt[totaal]

        def differ(een: Any, ander: Any) -> bool:
            boven = (brings(een), brings(ander))
            if boven[0] is None or boven[1] is None or boven[0] == boven[1]:
                return False
            if boven not in bekend:
                doel.teller.count()
                bekend[boven] = toetsing(*boven, rest)
            return bekend[boven]

        alle = doel.totals(kind, doel.formule).get(doel.formule, 0)
        if isinstance(toetsing, OpHoogste) and kind.is_row:
            boven = doel.totals(groep, doel.formule).get(doel.formule, 0)
            soort = toetsing.kinds(rest, boven)
            if soort is not None:
                return by_bits(_per_kind(alle, lambda t: soort(doel.contribution(kind, groep, t)[0])))
        if not isinstance(kind.rekenwijze, Dicht):
            return by_pairs(kind, differ, doel.teller)
        return by_masks(kind, alle, differ, doel.teller)

    def _decides(self, groep: Groep, samenhang: Samenhang, vraag: int, toetsing: Toetsing, rest: Any) -> bool:
        """Whether some pair of linked answers that parts at *vraag* makes a difference for some rest."""
        doel, rekenwijze = self._doel, groep.rekenwijze
        if len(samenhang.vragen) == 1:
            klassen = [bits for _, bits in samenhang.stappen[0].klassen]
            if isinstance(rekenwijze, Dicht | Top):
                alle = reduce(or_, klassen, 0)
                uiterst = [((alle & -alle).bit_length() - 1, alle.bit_length() - 1)] if alle else []
                if self._any_pair(uiterst, toetsing, rest):  # these decide soonest
                    return True
            brengt = [e for bits in klassen for e in rekenwijze.elements(bits)]
            return self._any_pair(_far_pairs(brengt), toetsing, rest)
        heen, terug = _tables(doel, samenhang)
        plek = samenhang.vragen.index(vraag)
        stap = samenhang.stappen[plek]
        for (sleutel, _), voor in heen[plek].items():
            if not samenhang.is_shown(stap, sleutel):
                continue
            hier = rekenwijze.plus(voor, rest)
            opties = [(b, s) for b, s, _ in samenhang.options(stap, sleutel, doel.formule)]
            for brengt, straks in opties:
                over = terug[plek + 1].get(straks, rekenwijze.leeg)
                paren = _far_pairs(list(rekenwijze.elements(brengt)))
                if over and self._any_pair(paren, toetsing, rekenwijze.plus(hier, over)):
                    return True
            for samen, paar in self._parted(groep, samenhang, plek, opties):
                over = terug[samen[0]].get(samen[1], rekenwijze.leeg)
                if over and self._any_pair(paar, toetsing, rekenwijze.plus(hier, over)):
                    return True
        return False

    def _any_pair(self, paren: Iterable[tuple[Any, Any]], toetsing: Toetsing, rest: Any) -> bool:
        for een, ander in paren:
            self._doel.teller.count()
            if toetsing(een, ander, rest):
                return True
        return False

    def _parted(
        self, groep: Groep, samenhang: Samenhang, plek: int, opties: Sequence[tuple[Any, Sleutel]]
    ) -> Iterator[tuple[tuple[int, Sleutel], list[tuple[Any, Any]]]]:
        """Pairs with two different keys, followed until the keys are one again: ((place, key), pairs)."""
        rekenwijze = groep.rekenwijze
        staat: _Paren = {}
        for i, (brengt, sleutel) in enumerate(opties):
            for brengt2, sleutel2 in opties[:i]:
                for element in rekenwijze.elements(brengt):
                    _put(rekenwijze, staat, (sleutel, sleutel2), element, brengt2)
        for volgende in range(plek + 1, len(samenhang.stappen) + 1):
            for een, ander in [sleutels for sleutels in staat if sleutels[0] == sleutels[1]]:
                rijen = staat.pop((een, ander))
                yield (volgende, een), [(x, y) for x, ys in rijen.items() for y in rekenwijze.elements(ys)]
            if not staat:
                return
            staat = self._step(groep, samenhang, samenhang.stappen[volgende], staat)

    def _step(self, groep: Groep, samenhang: Samenhang, stap: Stap, staat: _Paren) -> _Paren:
        rekenwijze = groep.rekenwijze
        nieuw: _Paren = {}
        werk = samenhang.werk
        for (een, ander), rijen in staat.items():
            getoond = samenhang.is_shown(stap, een), samenhang.is_shown(stap, ander)
            for waar, waar2, paren in self._steps_of(groep, samenhang, stap, getoond):
                naar = (samenhang.next_key(stap, een, waar), samenhang.next_key(stap, ander, waar2))
                self._doel.teller.count((samenhang.werk - werk) // 2 + len(stap.volgende) // 4)
                werk = samenhang.werk
                for element, ys in rijen.items():
                    for erbij, erbij2 in paren:
                        self._doel.teller.count()
                        _put(
                            rekenwijze,
                            nieuw,
                            naar,
                            rekenwijze.add(element, erbij),
                            rekenwijze.plus(ys, erbij2),
                        )
        return nieuw

    def _steps_of(
        self, groep: Groep, samenhang: Samenhang, stap: Stap, getoond: tuple[bool, bool]
    ) -> Iterator[tuple[int, int, list[tuple[Any, Any]]]]:
        """What the next question brings to both: the same answer where both show it, free where one does."""
        rekenwijze, formule = groep.rekenwijze, self._doel.formule
        if not all(getoond) and samenhang.next_formula(stap, formule, 0, False) == ONWAAR:
            return
        if all(getoond):
            for waar, brengt in stap.klassen:
                yield waar, waar, [(e, rekenwijze.gather([e])) for e in rekenwijze.elements(brengt)]
            return
        links = stap.klassen if getoond[0] else [(0, stap.verborgen)]
        rechts = stap.klassen if getoond[1] else [(0, stap.verborgen)]
        for waar, brengt in links:
            for waar2, brengt2 in rechts:
                yield waar, waar2, [(e, brengt2) for e in rekenwijze.elements(brengt)]


def _per_kind(totalen: int, soort: Callable[[int], str | None]) -> dict[str, int]:
    """The totals by kind. A kind only rises with the total: equal at both ends, equal between."""
    uit: dict[str, int] = {}
    stapel = [totalen] if totalen else []
    while stapel:
        deel = stapel.pop()
        begin, einde = (deel & -deel).bit_length() - 1, deel.bit_length() - 1
        eerste = soort(begin)
        if begin == einde or eerste == soort(einde):
            if eerste is not None:
                uit[eerste] = uit.get(eerste, 0) | deel
            continue
        midden = (begin + einde + 1) // 2
        stapel += [deel & ((1 << midden) - 1), deel >> midden << midden]
    return uit


def _put(rekenwijze: Any, staat: _Paren, naar: tuple[Sleutel, Sleutel], element: Any, ys: Any) -> None:
    rijen = staat.setdefault(naar, {})
    rijen[element] = rekenwijze.join(rijen[element], ys) if element in rijen else ys


def _far_pairs(elementen: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Every two different elements, each once; the outermost first, for those decide soonest."""
    rij = sorted(set(elementen), key=lambda e: e if isinstance(e, int) else repr(e))
    for afstand in range(len(rij) - 1, 0, -1):
        for i in range(len(rij) - afstand):
            yield rij[i], rij[i + afstand]


def _tables(doel: Doel, samenhang: Samenhang) -> _Tabellen:
    """Totals before each question, and those that can still follow, per key. Only for a scale goal."""
    if samenhang not in doel.tabellen:
        rekenwijze, formule = samenhang.rekenwijze, doel.formule
        heen = samenhang.forward(formule, doel.teller)
        terug: list[dict[Sleutel, Any]] = [{} for _ in heen]
        terug[-1] = {sleutel: rekenwijze.begin for sleutel, _ in heen[-1]}
        for plek in range(len(samenhang.stappen) - 1, -1, -1):
            for sleutel, _ in heen[plek]:
                totalen = rekenwijze.leeg
                for brengt, straks, _ in samenhang.options(samenhang.stappen[plek], sleutel, formule):
                    doel.teller.count()
                    totalen = rekenwijze.join(totalen, rekenwijze.plus(terug[plek + 1][straks], brengt))
                terug[plek][sleutel] = totalen
        doel.tabellen[samenhang] = (heen, terug)
    tabellen: _Tabellen = doel.tabellen[samenhang]
    return tabellen


def _leave_one_out(groep: Groep, waarden: list[Any], gezocht: list[int]) -> Iterator[tuple[int, Any]]:
    """For each wanted item, the totals of all others: halves take each other's items along, n log n in all."""
    rekenwijze = groep.rekenwijze

    def halve(begin: int, einde: int, rest: Any) -> Iterator[tuple[int, Any]]:
        if not any(begin <= i < einde for i in gezocht):
            return
        if einde - begin == 1:
            yield begin, rest
            return
        midden = (begin + einde) // 2
        links = rechts = rest
        for i in range(begin, midden):
            rechts = rekenwijze.plus(rechts, waarden[i])
        for i in range(midden, einde):
            links = rekenwijze.plus(links, waarden[i])
        yield from halve(begin, midden, links)
        yield from halve(midden, einde, rechts)

    return halve(0, len(waarden), rekenwijze.begin)
