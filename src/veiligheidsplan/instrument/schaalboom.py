"""The tree of scales (*schaalboom*) under one or more tested scales: what each question and counted scale brings.

A counted sum without rounding melts into the sum or mean above it. Every other scale keeps slots of its own:
one total (a sum or a maximum) and for a mean the number of values as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.formule import WAAR
from veiligheidsplan.instrument.instrument import Schaal
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.punten import Exact, multiplier, round_score, threshold

#: Ways down from one scale to those that melt into it: scales that count each other's parts can have very many.
MEESTE_PADEN = 1_000


class Bijdrage(NamedTuple):
    """What a value brings to a slot: its points, 1 if they are more than 0 (``telt``), or 1 as a value (``een``)."""

    slot: int
    soort: str
    factor: Exact

    def of(self, waarde: Exact) -> Exact:
        if self.soort == "telt":
            return self.factor if waarde > 0 else 0
        return self.factor if self.soort == "een" else self.factor * waarde


@dataclass(slots=True)
class Knoop:
    """One scale that keeps slots. ``wortels``: the tested scales that have no score when this one has none."""

    id: str
    schaal: Schaal
    slots: tuple[int, ...]
    ouders: list[Bijdrage] = field(default_factory=list)
    wortels: set[str] = field(default_factory=set)
    keer: Exact = 1

    def final(self, waarden: Sequence[Exact | None]) -> Fraction | None:
        """The final score for the values of its slots."""
        som = waarden[0]
        if len(self.slots) == 2:
            aantal = waarden[1]
            som = Fraction(som) / aantal if som is not None and aantal else None
        return None if som is None else round_score(self.schaal, som * self.keer)

    def steps_to(self, waarden: Sequence[Exact | None], noemer: int, grens: Fraction, strikt: bool) -> int:
        """How many parts of 1/*noemer* the first slot must rise before the score reaches the bound (or passes it)."""
        nodig, voorbij = threshold(self.schaal, grens, strikt)
        som, aantal = waarden[0] or 0, (waarden[1] or 0) if len(waarden) == 2 else 1
        stappen = (nodig / self.keer * aantal - som) * noemer
        return floor(stappen) + 1 if voorbij else ceil(stappen)


class Schaalboom:
    """Nodes with children before parents, and per question its contributions and the scales that require it."""

    def __init__(self, aanvulling: Aanvulling, wortels: Sequence[str]) -> None:
        self._aanvulling = aanvulling
        self._schalen = aanvulling.stand.instrument.schalen
        self._wortels = frozenset(wortels)
        self.wortel = wortels[0] if wortels else ""
        self._paden = 0
        self._gemerkt: set[tuple[str, str]] = set()
        self._kan_leeg: dict[str, bool] = {}
        self.soorten: list[str] = []
        self.vast: list[Exact] = []
        self.knopen: dict[str, Knoop] = {}
        self.bijdragen: dict[int, list[Bijdrage]] = {}
        self.vereist: dict[int, set[str]] = {}
        for wortel in wortels:
            self._node(wortel)
            self._mark(wortel, wortel)
        self.knoop_van_slot = {slot: knoop.id for knoop in self.knopen.values() for slot in knoop.slots}

    def _node(self, id_: str) -> Knoop:
        if id_ not in self.knopen:
            schaal = self._schalen[id_]
            soorten = {"hoogste": ["hoogste"], "gemiddelde": ["som", "som"]}.get(schaal.methode, ["som"])
            begin = len(self.soorten)
            self.soorten += soorten
            self.vast += [0] * len(soorten)
            knoop = Knoop(id_, schaal, tuple(range(begin, begin + len(soorten))), keer=multiplier(schaal))
            self._gather(knoop, id_, 1)
            self.knopen[id_] = knoop  # after its children: the order of finishing
        return self.knopen[id_]

    def _gather(self, knoop: Knoop, id_: str, factor: Exact) -> None:
        """What scale *id_* counts, as contributions to *knoop* (itself, or the scale that it melts into)."""
        self._paden += 1
        if self._paden > MEESTE_PADEN:
            raise TeVeel
        schaal = self._schalen[id_]
        soort = "telt" if schaal.methode == "aantal" else "punten"
        vragen, schalen = self._aanvulling.telt[id_]
        waarden = knoop.id == id_ and schaal.methode == "gemiddelde"
        for vraag in vragen:
            nummer = self._aanvulling.nummer[vraag]
            lijst = self.bijdragen.setdefault(nummer, [])
            lijst.append(Bijdrage(knoop.slots[0], soort, factor))
            if waarden and self._aanvulling.toon[nummer] == WAAR:
                self.vast[knoop.slots[1]] += 1
            elif waarden:
                lijst.append(Bijdrage(knoop.slots[1], "een", 1))
        for sub in schalen:
            if waarden:
                self.vast[knoop.slots[1]] += 1
            if self._melts(schaal, sub):
                self._gather(knoop, sub, factor * multiplier(self._schalen[sub]))
            else:
                self._node(sub).ouders.append(Bijdrage(knoop.slots[0], soort, factor))

    def may_be_null(self, id_: str) -> bool:
        """Whether a scale that keeps slots may come to nothing though all that it requires is shown."""
        if id_ not in self._kan_leeg:
            self._kan_leeg[id_] = self._is_open(id_)
        return self._kan_leeg[id_]

    def _is_open(self, id_: str) -> bool:
        if self._schalen[id_].methode in ("gemiddelde", "hoogste"):
            return True
        return any(self.may_be_null(sub) for sub in self._aanvulling.telt[id_][1])

    def _melts(self, boven: Schaal, sub: str) -> bool:
        schaal = self._schalen[sub]
        optelbaar = schaal.methode in ("som", "aantal") and schaal.afronden is None
        return optelbaar and boven.methode in ("som", "gemiddelde") and sub not in self._wortels

    def _mark(self, id_: str, wortel: str) -> None:
        """Every scale under *wortel* leaves it without a score when a question that it requires is not shown."""
        if (id_, wortel) in self._gemerkt:
            return
        self._gemerkt.add((id_, wortel))
        if id_ in self.knopen:
            self.knopen[id_].wortels.add(wortel)
        for vraag in self._schalen[id_].vereist:
            self.vereist.setdefault(self._aanvulling.nummer[vraag], set()).add(wortel)
        for sub in self._aanvulling.telt[id_][1]:
            self._mark(sub, wortel)


def finals(
    boom: Schaalboom, knopen: Sequence[Knoop], waarden: Mapping[int, Exact | None]
) -> dict[str, Fraction | None]:
    """Final scores of scales that share questions, children first; a counted scale without score leaves none."""
    if len(knopen) == 1:  # by far the most common
        (knoop,) = knopen
        vast = boom.vast
        nu_een = [None if (w := waarden[slot]) is None else w + vast[slot] for slot in knoop.slots]
        return {knoop.id: knoop.final(nu_een)}
    return _work_up(boom, knopen, waarden)[0]


def slot_values(
    boom: Schaalboom, knopen: Sequence[Knoop], waarden: Mapping[int, Exact | None]
) -> dict[int, Exact | None]:
    """The values of all slots, with what is fixed and what the counted scales among these bring."""
    return _work_up(boom, knopen, waarden)[1]


def _work_up(
    boom: Schaalboom, knopen: Sequence[Knoop], waarden: Mapping[int, Exact | None]
) -> tuple[dict[str, Fraction | None], dict[int, Exact | None]]:
    nu = {slot: waarde + boom.vast[slot] if waarde is not None else None for slot, waarde in waarden.items()}
    zonder: set[str] = set()
    uit: dict[str, Fraction | None] = {}
    for knoop in knopen:
        score = None if knoop.id in zonder else knoop.final([nu[slot] for slot in knoop.slots])
        uit[knoop.id] = score
        for bijdrage in knoop.ouders:
            if bijdrage.slot not in nu:
                continue
            if score is None:
                zonder.add(boom.knoop_van_slot[bijdrage.slot])
                continue
            erbij, tot_nu = bijdrage.of(score), nu[bijdrage.slot]
            if tot_nu is None:
                nu[bijdrage.slot] = erbij
            else:
                nu[bijdrage.slot] = (
                    tot_nu + erbij if boom.soorten[bijdrage.slot] == "som" else max(tot_nu, erbij)
                )
    return uit, nu
