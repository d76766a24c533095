"""Every completion at once (*uitputting*): exact extremes, reachable levels, and whether a formula can be true.

Questions fall apart into linked sets, scales into groups; sets and groups that share nothing are combined as
sets of totals, never completion by completion. A *goal* is one scale, or one sign with the scales it tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.formule import ONWAAR, WAAR
from veiligheidsplan.instrument.groep import Groep, Post
from veiligheidsplan.instrument.groepering import find, group_scales
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.punten import Exact, exact
from veiligheidsplan.instrument.samenhang import Samenhang
from veiligheidsplan.instrument.schaalboom import Knoop, Schaalboom
from veiligheidsplan.instrument.verzameling import MEESTE_STAPPEN, Loos, Teller
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
        self._bijdragen: dict[int, dict[Any, tuple[Loos, dict[str, Fraction | None]]]] = {}
        self._waarden: dict[tuple[int, int], dict[int, Any]] = {}
        samenhangen = self._connect(self._relevant())
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
        posten: dict[Post, list[Loos]] = {}
        for kind in groep.kinderen:
            self._prepare(kind)
            posten[kind.naam] = [self.contribution(kind, groep, t)[0] for t in self._all_totals(kind)]
        bijdragen, a = self.boom.bijdragen, self.aanvulling
        waarden: dict[int, dict[Exact | None, Loos]] = {}
        for samenhang in groep.samenhangen:
            for vraag in samenhang.vragen:
                punten = {klasse.punten for klasse in a.klassen[vraag] or ()}
                keus: set[Exact | None] = {*punten} if a.toon[vraag] == WAAR else {*punten, None}
                waarden[vraag] = {waarde: groep.values(bijdragen.get(vraag, ()), waarde) for waarde in keus}
                posten[vraag] = list(waarden[vraag].values())
        groep.choose(self.teller, posten)

        def encode(vraag: int, waarde: Exact | None) -> Any:
            return groep.encode(vraag, waarden[vraag][waarde])

        for samenhang in groep.samenhangen:
            samenhang.prepare(groep.rekenwijze, encode)

    def _all_totals(self, groep: Groep) -> Iterable[Any]:
        """Every total that the group can reach, whatever becomes of the goal's formula."""
        return list(groep.rekenwijze.elements(self.totals(groep, WAAR).get(WAAR, groep.rekenwijze.leeg)))

    def contribution(self, kind: Groep, groep: Groep, totaal: Any) -> tuple[Loos, dict[str, Fraction | None]]:
        """What a total of a group below brings to the group above, and its final scores."""
        bekend = self._bijdragen.setdefault(id(kind), {})
        if totaal not in bekend:
            self.teller.count(4)  # a final score is worked out with fractions
            bekend[totaal] = self._contribute(kind, groep, kind.finals(totaal))
        return bekend[totaal]

    def _contribute(
        self, kind: Groep, groep: Groep, scores: dict[str, Fraction | None]
    ) -> tuple[Loos, dict[str, Fraction | None]]:
        uit = dict(zip(groep.slots, groep.values((), None), strict=True))
        for knoop in kind.knopen:
            score = scores[knoop.id]
            for bijdrage in knoop.ouders if score is not None else ():
                if bijdrage.slot in uit and score is not None:
                    oud = uit[bijdrage.slot]
                    nieuw = bijdrage.of(exact(score))
                    som = self.boom.soorten[bijdrage.slot] == "som"
                    uit[bijdrage.slot] = nieuw if oud is None else oud + nieuw if som else max(oud, nieuw)
        return tuple(uit.values()), scores

    def totals(self, groep: Groep, formule: int) -> dict[int, Any]:
        """The totals that a group can reach, per what is left of the formula."""
        sleutel = (id(groep), formule)
        if sleutel not in self._bekend:
            staat: dict[int, Any] = {formule: groep.rekenwijze.begin}
            for post in groep.posten():
                nieuw: dict[int, Any] = {}
                for over, totalen in staat.items():
                    for straks, brengt in self.item(post, groep, over).items():
                        self.teller.count()
                        erbij = groep.rekenwijze.plus(totalen, brengt)
                        nieuw[straks] = (
                            groep.rekenwijze.join(nieuw[straks], erbij) if straks in nieuw else erbij
                        )
                staat = nieuw
            self._bekend[sleutel] = staat
        return self._bekend[sleutel]

    def item(self, post: Groep | Samenhang, groep: Groep, formule: int) -> dict[int, Any]:
        """What one item can bring to its group, per what is left of the formula."""
        sleutel = (id(post), formule)
        if sleutel not in self._waarden:
            if isinstance(post, Samenhang):
                self._waarden[sleutel] = post.reach(formule, self.teller)
            else:
                self._waarden[sleutel] = self._from_below(post, groep, formule)
        return self._waarden[sleutel]

    def _from_below(self, kind: Groep, groep: Groep, formule: int) -> dict[int, Any]:
        per: dict[int, set[Any]] = {}
        for over, totalen in self.totals(kind, formule).items():
            for totaal in kind.rekenwijze.elements(totalen):
                self.teller.count()
                brengt, scores = self.contribution(kind, groep, totaal)
                straks = self.tell(kind.knopen, scores, over)
                if straks != ONWAAR:
                    per.setdefault(straks, set()).add(groep.encode(kind.naam, brengt))
        return {over: groep.rekenwijze.gather(elementen) for over, elementen in per.items()}

    def tell(self, knopen: Sequence[Knoop], scores: dict[str, Fraction | None], formule: int) -> int:
        """What is left of the formula when these scales have these final scores."""
        a = self.aanvulling
        for knoop in knopen:
            score = scores[knoop.id]
            for wortel in knoop.wortels if score is None else ():
                formule = a.formules.fill(formule, a.schaalnummer[wortel], 0)
            nummer = a.schaalnummer[knoop.id]
            if score is not None and nummer in a.formules.variables(formule):
                formule = a.formules.fill(formule, nummer, truths_of_score(a, nummer, score))
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
        delen = top.split(totalen, self._bounds(top))
        return any(self.tell(top.knopen, scores, formule) == WAAR for scores, _ in delen)

    def possible(self) -> bool:
        """Whether the formula is true in some completion."""
        staat = set(self.totals(self.los, self.formule))
        for groep in self.toppen:
            nieuw: set[int] = set()
            for formule in staat:
                for over, totalen in self.totals(groep, formule).items():
                    grenzen = self._bounds(groep)
                    nieuw |= {
                        self.tell(groep.knopen, scores, over) for scores, _ in groep.split(totalen, grenzen)
                    }
            staat = nieuw - {ONWAAR}
        return WAAR in staat

    def _bounds(self, groep: Groep) -> list[Fraction]:
        a = self.aanvulling
        nummers = [a.schaalnummer[knoop.id] for knoop in groep.knopen]
        return [w for nummer in nummers for maat, w in a.measures(nummer) if maat != "score"]


def truths_of_score(aanvulling: Aanvulling, nummer: int, score: Fraction) -> int:
    waar = 0
    for (maat, waarde), bit in aanvulling.measures(nummer).items():
        if maat == "score" or holds(maat.removeprefix("niet_"), waarde, score) != maat.startswith("niet_"):
            waar |= 1 << bit
    return waar
