"""Every completion at once (*uitputting*): exact extremes, reachable levels, and whether a formula can be true.

Questions fall apart into linked sets, scales into groups; sets and groups that share nothing are combined as
sets of totals, never completion by completion. A *goal* is one scale, or one sign with the scales it tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Any

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.formule import ONWAAR, WAAR
from veiligheidsplan.instrument.groep import Groep, Post, Scores, Waarden, merge
from veiligheidsplan.instrument.groepering import find, group_scales
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.punten import Exact, exact
from veiligheidsplan.instrument.samenhang import Samenhang
from veiligheidsplan.instrument.schaalboom import Knoop, Schaalboom
from veiligheidsplan.instrument.verzameling import MEESTE_STAPPEN, Dicht, Teller, Top
from veiligheidsplan.instrument.waarheid import holds


class Doel:
    """One goal: the tested scales (*wortels*) and a formula. Raises ``TeVeel`` beyond the stated numbers."""

    def __init__(
        self, aanvulling: Aanvulling, wortels: Sequence[str], formule: int, hoogstens: int = MEESTE_STAPPEN
    ) -> None:
        self.aanvulling, self.formule = aanvulling, formule
        self.teller = Teller()
        self.teller.over = min(self.teller.over, hoogstens)
        self.boom = Schaalboom(aanvulling, wortels)
        self.tabellen: dict[Samenhang, Any] = {}
        self._bekend: dict[tuple[int, int], dict[int, Any]] = {}
        self._bijdragen: dict[int, dict[Any, tuple[Any, Scores]]] = {}
        self._vrij: dict[int, frozenset[int]] = {}
        self._schuift: dict[int, bool] = {}
        self._bits: dict[int, dict[int, int]] = {}
        self._waarden: dict[tuple[int, int], dict[int, Any]] = {}
        relevant = self._relevant()
        self.teller.count(6 * len(relevant))
        samenhangen = self._connect(relevant)
        groepen = group_scales(self.boom, [self._targets(s.vragen) for s in samenhangen])
        per_knoop = {knoop.id: groep for groep in groepen for knoop in groep.knopen}
        self.los = Groep(self.boom, [])
        for samenhang in samenhangen:
            doelen = self._targets(samenhang.vragen)
            (per_knoop[min(doelen)] if doelen else self.los).samenhangen.append(samenhang)
        self.toppen: list[Groep] = []
        for groep in groepen:
            ouders = {self.boom.knoop_van_slot[b.slot] for k in groep.knopen for b in k.ouders}
            boven = next((per_knoop[id_] for id_ in ouders if per_knoop[id_] is not groep), None)
            (boven.kinderen if boven else self.toppen).append(groep)
        for groep in (*self.toppen, self.los):
            self._prepare(groep)

    def _relevant(self) -> set[int]:
        a = self.aanvulling
        tel = {vraag for vraag in self.boom.bijdragen if a.toon[vraag] != ONWAAR}
        stapel = [
            *tel,
            *self.boom.vereist,
            *(v for v in a.formules.variables(self.formule) if v < len(a.namen)),
        ]
        uit: set[int] = set()
        while stapel:
            vraag = stapel.pop()
            if vraag not in uit:
                if a.klassen[vraag] is None:
                    raise TeVeel
                uit.add(vraag)
                stapel += a.formules.variables(a.toon[vraag])
        return uit

    def _connect(self, vragen: set[int]) -> list[Samenhang]:
        """Linked questions: each condition links its question to those that it names."""
        a = self.aanvulling
        leider = {vraag: vraag for vraag in vragen}
        for vraag in vragen:
            for ander in a.formules.variables(a.toon[vraag]):
                leider[find(leider, ander)] = find(leider, vraag)
        sets: dict[int, list[int]] = {}
        for vraag in sorted(vragen):
            sets.setdefault(find(leider, vraag), []).append(vraag)
        bits = a.bits(self.formule)
        for vraag in vragen:
            for variabele, masker in a.bits(a.toon[vraag]).items() if a.toon[vraag] != WAAR else ():
                bits[variabele] = bits.get(variabele, 0) | masker
        return [Samenhang(a, leden, self.boom.vereist, bits) for leden in sets.values()]

    def _targets(self, vragen: Iterable[int]) -> set[str]:
        boom = self.boom
        return {boom.knoop_van_slot[b.slot] for vraag in vragen for b in boom.bijdragen.get(vraag, ())}

    def _prepare(self, groep: Groep) -> None:
        posten: dict[Post, list[Waarden]] = {}
        fijn: dict[int, int] = {}
        for kind in groep.kinderen:
            self._prepare(kind)
            alle = self.totals(kind, WAAR).get(WAAR, kind.rekenwijze.leeg)
            fijn_genoeg = self._is_fine(kind, groep, alle, fijn)
            zijn = kind.outer(alle) if fijn_genoeg else list(kind.rekenwijze.elements(alle))
            self.teller.count(kind.prijs * len(zijn))
            posten[kind.naam] = [self._contribute(kind, groep, kind.finals(t)) for t in zijn]
        vragen = {v: self._brought(v, groep) for s in groep.samenhangen for v in s.vragen}
        for vraag, (punten, factor, waarden) in vragen.items():
            if factor is not None:
                uiterst = [min(punten), max(punten), *([0] if self._may_hide(vraag) else [])]
                posten[vraag] = [(factor * w,) for w in uiterst]
                for noemer in {p.denominator for p in punten}:
                    deel = Fraction(factor) / noemer
                    fijn[groep.slots[0]] = lcm(fijn.get(groep.slots[0], 1), deel.denominator)
            elif vraag in self.boom.bijdragen:
                posten[vraag] = list(waarden.values())
        groep.choose(self.teller, posten, fijn)
        for samenhang in groep.samenhangen:
            codes: dict[int, Mapping[Exact | None, Any]] = {}
            for vraag in samenhang.vragen:
                punten, factor, waarden = vragen[vraag]
                if factor is not None:
                    codes[vraag] = groep.encode_row(vraag, punten, factor, self._may_hide(vraag))
                else:
                    codes[vraag] = {waarde: groep.encode(vraag, w) for waarde, w in waarden.items()}
            samenhang.prepare(groep.rekenwijze, codes)
        self._vrij[id(groep)] = self._depends_on(groep)

    def _may_hide(self, vraag: int) -> bool:
        return self.aanvulling.toon[vraag] != WAAR

    def _brought(
        self, vraag: int, groep: Groep
    ) -> tuple[set[Exact], Exact | None, dict[Exact | None, Waarden]]:
        """The points of a question, and what these bring: a factor where that says all, else all values by slot."""
        eigen = self.boom.bijdragen.get(vraag, ())
        klassen = self.aanvulling.klassen[vraag] or ()
        punten = {klasse.punten for klasse in klassen}
        self.teller.count(2 + len(klassen) // 8)
        if punten and groep.soorten == ("som",) and len(eigen) == 1 and eigen[0].soort == "punten":
            return punten, eigen[0].factor, {}
        keus: set[Exact | None] = {*punten, None} if self._may_hide(vraag) else {*punten}
        return punten, None, {waarde: groep.values(eigen, waarde) for waarde in keus}

    def _depends_on(self, groep: Groep) -> frozenset[int]:
        """The variables about which anything in or below this group can tell something."""
        uit: set[int] = set()
        for kind in groep.kinderen:
            uit |= self._vrij[id(kind)]
        for samenhang in groep.samenhangen:
            uit |= self._vrij.setdefault(id(samenhang), samenhang.variables())
        nummers = self.aanvulling.schaalnummer
        for knoop in groep.knopen:
            uit.add(nummers[knoop.id])
            uit.update(nummers[wortel] for wortel in knoop.wortels if self.boom.may_be_null(knoop.id))
        return frozenset(uit)

    def _is_fine(self, kind: Groep, groep: Groep, alle: Any, fijn: dict[int, int]) -> bool:
        """Whether the outermost totals of a group below say enough; *fijn* gets the parts that it brings."""
        for knoop in kind.knopen:
            for bijdrage in knoop.ouders:
                if bijdrage.slot not in groep.slots:
                    continue
                delen = kind.fineness(knoop, alle)
                if delen is None:
                    return False
                if bijdrage.soort == "punten":
                    deel = Fraction(bijdrage.factor) / delen
                    fijn[bijdrage.slot] = lcm(fijn.get(bijdrage.slot, 1), deel.denominator)
        return True

    def contribution(self, kind: Groep, groep: Groep, totaal: Any) -> tuple[Any, Scores]:
        """What a total of a group below brings to the group above, as its element, and its final scores."""
        bekend = self._bijdragen.setdefault(id(kind), {})
        uit = bekend.get(totaal)
        if uit is None:
            self.teller.count(kind.prijs)
            scores = kind.finals(totaal)
            waarden = self._contribute(kind, groep, scores)
            uit = bekend[totaal] = (groep.encode(kind.naam, waarden), scores)
        return uit

    def _contribute(self, kind: Groep, groep: Groep, scores: Scores) -> Waarden:
        uit = dict(zip(groep.slots, groep.values((), None), strict=True))
        for knoop in kind.knopen:
            score = scores[knoop.id]
            for bijdrage in knoop.ouders if score is not None else ():
                if bijdrage.slot in uit and score is not None:
                    merge(uit, bijdrage, exact(score), self.boom.soorten[bijdrage.slot])
        return tuple(uit.values())

    def totals(self, groep: Groep, formule: int) -> dict[int, Any]:
        """The totals that a group can reach, per what is left of the formula."""
        sleutel = (id(groep), formule)
        uit = self._bekend.get(sleutel)
        if uit is None:
            uit = self._same_for(groep, formule, lambda: self.totals(groep, WAAR))
            uit = self._bekend[sleutel] = self._totals(groep, formule) if uit is None else uit
        return uit

    def _same_for(
        self, post: Groep | Samenhang, formule: int, zonder: Callable[[], dict[int, Any]]
    ) -> dict[int, Any] | None:
        """A formula about which an item tells nothing stays as it is: what it brings is the same for all of these."""
        if formule == WAAR or not self._vrij[id(post)].isdisjoint(
            self.aanvulling.formules.variables(formule)
        ):
            return None
        uit = zonder()
        return {formule: uit[WAAR]} if uit else {}

    def _totals(self, groep: Groep, formule: int) -> dict[int, Any]:
        staat: dict[int, Any] = {formule: groep.rekenwijze.begin}
        plus, join = groep.rekenwijze.plus, groep.rekenwijze.join
        for post in groep.posten():
            nieuw: dict[int, Any] = {}
            for over, totalen in staat.items():
                for straks, brengt in self.item(post, groep, over).items():
                    self.teller.count()
                    erbij = plus(totalen, brengt)
                    nieuw[straks] = join(nieuw[straks], erbij) if straks in nieuw else erbij
            staat = nieuw
        return staat

    def item(self, post: Groep | Samenhang, groep: Groep, formule: int) -> dict[int, Any]:
        """What one item can bring to its group, per what is left of the formula."""
        sleutel = (id(post), formule)
        uit = self._waarden.get(sleutel)
        if uit is None:
            uit = self._same_for(post, formule, lambda: self.item(post, groep, WAAR))
            if uit is None and isinstance(post, Samenhang):
                uit = post.reach(formule, self.teller)
            elif uit is None and isinstance(post, Groep):
                uit = self._from_below(post, groep, formule)
            uit = self._waarden[sleutel] = uit or {}
        return uit

    def _from_below(self, kind: Groep, groep: Groep, formule: int) -> dict[int, Any]:
        per: dict[int, Any] = {}
        for over, totalen in self.totals(kind, formule).items():
            for scores, deel in kind.split(totalen, self._bounds(kind, over)):
                straks = self.tell(kind.knopen, scores, over)
                if straks != ONWAAR:
                    brengt = self._lift(kind, groep, deel)
                    per[straks] = groep.rekenwijze.join(per[straks], brengt) if straks in per else brengt
        return per

    def _lift(self, kind: Groep, groep: Groep, totalen: Any) -> Any:
        """What these totals of a group below bring to the group above."""
        if self._shifts(kind, groep):
            laagste = (totalen & -totalen).bit_length() - 1
            return totalen >> laagste << self.contribution(kind, groep, laagste)[0]
        elementen = list(kind.rekenwijze.elements(totalen))
        self.teller.count(len(elementen))
        return groep.rekenwijze.gather([self.contribution(kind, groep, t)[0] for t in elementen])

    def _shifts(self, kind: Groep, groep: Groep) -> bool:
        """Whether one part more below is one part more above: then bits stay beside each other."""
        if id(kind) not in self._schuift:
            ouders = [b for knoop in kind.knopen for b in knoop.ouders if b.slot in groep.slots]
            deel = kind.unit() if isinstance(groep.rekenwijze, Dicht | Top) else None
            self._schuift[id(kind)] = (
                deel is not None
                and len(groep.slots) == len(ouders) == 1
                and ouders[0].soort == "punten"
                and groep.parts(deel * ouders[0].factor) == 1
            )
        return self._schuift[id(kind)]

    def tell(self, knopen: Sequence[Knoop], scores: Scores, formule: int) -> int:
        """What is left of the formula when these scales have these final scores."""
        a = self.aanvulling
        if formule in (WAAR, ONWAAR):
            return formule
        for knoop in knopen:
            score = scores[knoop.id]
            for wortel in knoop.wortels if score is None else ():
                formule = a.formules.fill(formule, a.schaalnummer[wortel], 0)
            nummer = a.schaalnummer[knoop.id]
            if score is not None and nummer in a.formules.variables(formule):
                formule = a.formules.fill(
                    formule, nummer, truths_of_score(a, nummer, score, self._toetsen(formule).get(nummer, 0))
                )
        return formule

    def extremes(self) -> list[Fraction]:
        """Final scores of the one scale of the goal, among which its least and its most; empty without any score."""
        if not self.totals(self.los, self.formule):
            return []
        (top,) = self.toppen
        totalen = self.totals(top, self.formule).get(self.formule, top.rekenwijze.leeg)
        return top.extremes(totalen, self.boom.wortel)

    def scores(self, grenzen: Sequence[Fraction]) -> list[Fraction]:
        """Reachable scores of the one scale: its extremes, and one between every two bounds where there is one."""
        uit = self.extremes()
        if uit:
            (top,) = self.toppen
            delen = top.split(self.totals(top, self.formule)[self.formule], grenzen)
            uit += [score for scores, _ in delen if (score := scores[self.boom.wortel]) is not None]
        return uit

    def possible_for(self, formule: int) -> bool:
        """Whether a formula over the one scale of the goal is true in some completion with a score."""
        if not self.totals(self.los, self.formule):
            return False
        (top,) = self.toppen
        totalen = self.totals(top, self.formule).get(self.formule, top.rekenwijze.leeg)
        delen = top.split(totalen, self._bounds(top, formule))
        return any(self.tell(top.knopen, scores, formule) == WAAR for scores, _ in delen)

    def possible(self) -> bool:
        """Whether the formula is true in some completion."""
        staat = set(self.totals(self.los, self.formule))
        for groep in self.toppen:
            nieuw: set[int] = set()
            for formule in staat:
                for over, totalen in self.totals(groep, formule).items():
                    grenzen = self._bounds(groep, over)
                    nieuw |= {
                        self.tell(groep.knopen, scores, over) for scores, _ in groep.split(totalen, grenzen)
                    }
            staat = nieuw - {ONWAAR}
        return WAAR in staat

    def _toetsen(self, formule: int) -> dict[int, int]:
        """Which tests of which variables the formula looks at."""
        if formule not in self._bits:
            self._bits[formule] = self.aanvulling.bits(formule)
        return self._bits[formule]

    def _bounds(self, groep: Groep, formule: int) -> list[Fraction]:
        """The bounds in the formula of the scales of a group."""
        a, uit = self.aanvulling, []
        bits = self._toetsen(formule)
        for knoop in groep.knopen:
            nummer = a.schaalnummer[knoop.id]
            for (maat, waarde), bit in a.measures(nummer).items() if nummer in bits else ():
                if maat != "score" and bits[nummer] >> bit & 1:
                    uit.append(waarde)
        return uit


def truths_of_score(aanvulling: Aanvulling, nummer: int, score: Fraction, bits: int = -1) -> int:
    """The truths of the tests of a scale for this score; of those in *bits* alone."""
    waar = 0
    for (maat, waarde), bit in aanvulling.measures(nummer).items():
        if bits >> bit & 1 and (
            maat == "score" or holds(maat.removeprefix("niet_"), waarde, score) != maat.startswith("niet_")
        ):
            waar |= 1 << bit
    return waar
