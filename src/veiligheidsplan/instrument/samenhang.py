"""Questions that conditions link (*samenhang*), walked in file order.

The state of the walk is what is left of the conditions that are still needed (the *key*), what is left of the
formula of the goal, and the totals reached with them. Answers that no later condition refers to are forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.formule import ONWAAR, WAAR
from veiligheidsplan.instrument.punten import Exact
from veiligheidsplan.instrument.verzameling import Rekenwijze, Teller

#: what is left of the live conditions, in a fixed order
Sleutel = tuple[int, ...]
#: the elements that one group of answers brings, the next key, and what is left of the goal's formula
Overgang = tuple[Any, Sleutel, int]


@dataclass(slots=True)
class Stap:
    """One question: where its condition stands in the key (-1: always shown), what answers bring, what lives on."""

    vraag: int
    plek: int
    weg: tuple[int, ...]
    volgende: tuple[tuple[bool, int], ...]
    klassen: list[tuple[int, Any]] = field(default_factory=list)
    verborgen: Any = None
    bekend: dict[tuple[Sleutel, int], list[Overgang]] = field(default_factory=dict)


class Samenhang:
    """A set of linked questions; ``prepare`` must be called once its group can encode what they bring."""

    def __init__(
        self,
        aanvulling: Aanvulling,
        vragen: list[int],
        vereist: Mapping[int, set[str]],
        bits: Mapping[int, int],
    ) -> None:
        self.vragen = vragen
        self._aanvulling = aanvulling
        self._bits = bits
        self.stappen = self._steps(vereist)

    def _steps(self, vereist: Mapping[int, set[str]]) -> list[Stap]:
        a = self._aanvulling
        variabelen = a.formules.variables
        if len(self.vragen) == 1:
            weg = tuple(a.schaalnummer[id_] for id_ in vereist.get(self.vragen[0], ()))
            return [Stap(self.vragen[0], -1, weg, ())]
        laatste = {a.toon[vraag]: plek for plek, vraag in enumerate(self.vragen) if variabelen(a.toon[vraag])}
        levend: list[int] = []
        stappen = []
        for plek, vraag in enumerate(self.vragen):
            eigen = levend.index(a.toon[vraag]) if a.toon[vraag] in levend else -1
            straks = [f for f in laatste if laatste[f] > plek and (f in levend or vraag in variabelen(f))]
            volgende = tuple((True, levend.index(f)) if f in levend else (False, f) for f in straks)
            weg = tuple(a.schaalnummer[id_] for id_ in vereist.get(vraag, ()))
            stappen.append(Stap(vraag, eigen, weg, volgende))
            levend = straks
        return stappen

    def variables(self) -> frozenset[int]:
        """The variables about which the answers tell something: the questions, and scales that require one."""
        return frozenset(self.vragen).union(*(stap.weg for stap in self.stappen))

    def prepare(self, rekenwijze: Rekenwijze, codes: Mapping[int, Mapping[Exact | None, Any]]) -> None:
        """*codes*: the element of each question for its points, and for ``None`` where it is not shown."""
        self.rekenwijze = rekenwijze
        a = self._aanvulling
        for stap in self.stappen:
            code, bits = codes[stap.vraag], self._bits.get(stap.vraag, 0)
            per: dict[int, list[Any]] = {}
            for klasse in a.klassen[stap.vraag] or ():
                per.setdefault(klasse.waar & bits, []).append(code[klasse.punten])
            stap.klassen = [(waar, rekenwijze.gather(elementen)) for waar, elementen in per.items()]
            altijd = a.toon[stap.vraag] == WAAR
            stap.verborgen = rekenwijze.leeg if altijd else rekenwijze.gather([code[None]])

    @property
    def werk(self) -> int:
        """What filling in conditions has taken so far: a long condition takes longer than a step."""
        return self._aanvulling.formules.werk

    def is_shown(self, stap: Stap, sleutel: Sleutel) -> bool:
        """Whether the question is shown for this key; everything that its condition names is known by now."""
        return (self._aanvulling.toon[stap.vraag] if stap.plek < 0 else sleutel[stap.plek]) == WAAR

    def next_key(self, stap: Stap, sleutel: Sleutel, waar: int) -> Sleutel:
        """The key after an answer with these truths."""
        vul = self._aanvulling.formules.fill
        return tuple(vul(sleutel[bron] if oud else bron, stap.vraag, waar) for oud, bron in stap.volgende)

    def next_formula(self, stap: Stap, formule: int, waar: int, getoond: bool) -> int:
        """What is left of the goal's formula; a required question that is not shown leaves scales without score."""
        vul = self._aanvulling.formules.fill
        formule = vul(formule, stap.vraag, waar)
        for schaal in () if getoond else stap.weg:
            formule = vul(formule, schaal, 0)
        return formule

    def options(self, stap: Stap, sleutel: Sleutel, formule: int) -> list[Overgang]:
        """Every way on from here; ways that make the goal's formula false are left out."""
        toestand = (sleutel, formule)
        if toestand not in stap.bekend:
            getoond = self.is_shown(stap, sleutel)
            per: dict[tuple[Sleutel, int], Any] = {}
            for waar, brengt in stap.klassen if getoond else [(0, stap.verborgen)]:
                straks = self.next_formula(stap, formule, waar, getoond)
                if straks != ONWAAR:
                    naar = (self.next_key(stap, sleutel, waar), straks)
                    per[naar] = self.rekenwijze.join(per.get(naar, self.rekenwijze.leeg), brengt)
            stap.bekend[toestand] = [(brengt, *naar) for naar, brengt in per.items()]
        return stap.bekend[toestand]

    def forward(self, formule: int, teller: Teller) -> list[dict[tuple[Sleutel, int], Any]]:
        """The states before each question, and after the last."""
        lagen: list[dict[tuple[Sleutel, int], Any]] = [{((), formule): self.rekenwijze.begin}]
        werk = self.werk
        for stap in self.stappen:
            nieuw: dict[tuple[Sleutel, int], Any] = {}
            for (sleutel, over), totalen in lagen[-1].items():
                opties = self.options(stap, sleutel, over)
                teller.count((self.werk - werk) // 2 + len(stap.volgende) // 4)
                werk = self.werk
                for brengt, straks, formule_straks in opties:
                    teller.count()
                    naar = (straks, formule_straks)
                    erbij = self.rekenwijze.plus(totalen, brengt)
                    nieuw[naar] = self.rekenwijze.join(nieuw[naar], erbij) if naar in nieuw else erbij
            lagen.append(nieuw)
        return lagen

    def reach(self, formule: int, teller: Teller) -> dict[int, Any]:
        """The totals that these questions can bring, per what is left of the goal's formula."""
        if len(self.stappen) == 1:
            teller.count(1 + len(self.stappen[0].klassen))
            return {over: brengt for brengt, _, over in self.options(self.stappen[0], (), formule)}
        return {over: totalen for (_, over), totalen in self.forward(formule, teller)[-1].items()}
