"""The goal of a count (*teldoel*): formulas and one scale in each version, and how scales are closed on the way."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from veiligheidsplan.instrument.formule import ONWAAR, WAAR
from veiligheidsplan.instrument.punten import Exact, exact
from veiligheidsplan.instrument.schaalboom import Bijdrage, Knoop, Schaalboom
from veiligheidsplan.instrument.telling_model import Telmodel
from veiligheidsplan.instrument.telling_vakken import lay_out
from veiligheidsplan.instrument.uitputting import truths_of_score
from veiligheidsplan.instrument.verzameling import Teller

#: per version what is left of the conditions, and of the formulas of the goal
Besturing = tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]
#: the slots of all versions, and behind them what each version reports
Slots = tuple[Any, ...]
#: the slots that have a field together in one number, and the others
Totaal = tuple[int, Slots]
#: the answers on the way: (the way before, number of the question, answer); empty at the start
Spoor = tuple[Any, ...]
#: how many, and one way to get there
Telling = tuple[int, Spoor]
Staat = dict[Besturing, dict[Totaal, list[Any]]]


@dataclass(slots=True)
class Doelkant:
    """What one version must tell: the truth of formulas, and of one scale (*wortel*) a report of its final score.

    The first formula is *this scale has a score* where there is a ``wortel``. ``beslist``: the formula that, once true,
    says everything that this version has to tell.
    """

    boom: Schaalboom
    formules: tuple[int, ...]
    wortel: str | None = None
    verslag: Callable[[Fraction], Hashable] | None = None
    beslist: int | None = None

    def settle(self, formules: tuple[int, ...]) -> tuple[int, ...] | None:
        """The formulas as they stay, where nothing more can change what this version tells."""
        if self.beslist is not None and formules[self.beslist] == WAAR:
            return tuple(int(i == self.beslist) for i in range(len(formules)))
        return formules if self.wortel is None and all(f in (WAAR, ONWAAR) for f in formules) else None


class Uitkomst(NamedTuple):
    """What one version told: the truths of its formulas, and its report (``None`` without a score)."""

    waar: tuple[bool, ...]
    verslag: Any


class Sluiting:
    """The slots of all versions side by side, and the closing of scales."""

    def __init__(self, model: Telmodel, doelen: Sequence[Doelkant], teller: Teller) -> None:
        self._model, self._doelen, self._teller = model, doelen, teller
        self._begin: list[int] = []
        self.soorten: list[str] = []
        for doel in doelen:
            self._begin.append(len(self.soorten))
            self.soorten += doel.boom.soorten
        self._verslag = len(self.soorten)
        self.soorten += ["verslag"] * len(doelen)
        self.vakken = lay_out(model.kanten, [doel.boom for doel in doelen])
        leeg = tuple(
            0 if soort == "som" and i not in self.vakken else None for i, soort in enumerate(self.soorten)
        )
        self.leeg: Totaal = (sum(vak.begin for vak in self.vakken.values()), leeg)
        self._open = [(k, knoop) for k, doel in enumerate(doelen) for knoop in doel.boom.knopen.values()]
        self._rang = {(k, knoop.id): i for i, (k, knoop) in enumerate(self._open)}
        self._rangen = [list(self._ranks(i)) for i in range(len(model.vragen))]
        self._vragen = self._counted()

    def ranks(self, i: int) -> list[int]:
        """Which scales a question brings points to, by their place in the order of closing; empty where the goal has
        nothing to do with it."""
        return self._rangen[i]

    def _ranks(self, i: int) -> Iterable[int]:
        for k, nummer in enumerate(self._model.vragen[i].nummers):
            if nummer is None:
                continue
            boom, formules = self._doelen[k].boom, self._model.kanten[k].aanvulling.formules
            yield from (self._rang[k, boom.knoop_van_slot[b.slot]] for b in boom.bijdragen.get(nummer, ()))
            # a scale stays open until everything that it requires was walked: its score may still be gone
            yield from (self._rang[k, wortel] for wortel in boom.vereist.get(nummer, ()))
            if any(nummer in formules.variables(f) for f in self._doelen[k].formules):
                yield len(self._open)

    def _counted(self) -> dict[int, set[int]]:
        uit: dict[int, set[int]] = {}
        for i, rangen in enumerate(self._rangen):
            for rang in rangen:
                uit.setdefault(rang, set()).add(i)
        return uit

    def bring(self, uit: dict[int, Any], k: int, bijdragen: Iterable[Bijdrage], waarde: Exact) -> None:
        """Add to the slots of version *k* what one value brings."""
        for bijdrage in bijdragen:
            slot, erbij = self._begin[k] + bijdrage.slot, bijdrage.of(waarde)
            uit[slot] = erbij if slot not in uit else join(uit[slot], erbij, self.soorten[slot])

    def empty(self, totaal: Totaal, k: int) -> Totaal:
        """The totals without what version *k* was counting."""
        heel, slots = totaal
        begin = self._begin[k]
        einde = begin + len(self._doelen[k].boom.soorten)
        for slot in range(begin, einde):
            if (vak := self.vakken.get(slot)) is not None:
                heel = heel & ~vak.masker | vak.begin
        return heel, (*slots[:begin], *(None for _ in range(begin, einde)), *slots[einde:])

    def read(self, totaal: Totaal, slot: int) -> Any:
        """The value of one slot."""
        vak = self.vakken.get(slot)
        return totaal[1][slot] if vak is None else vak.read(totaal[0])

    def without_score(self, k: int, formules: tuple[int, ...], wortels: Iterable[str]) -> tuple[int, ...]:
        """What is left of the formulas when these scales have no score."""
        a = self._model.kanten[k].aanvulling
        for wortel in wortels:
            formules = tuple(a.formules.fill(f, a.schaalnummer[wortel], 0) for f in formules)
        return formules

    def close(self, staat: Staat, straks: set[int]) -> Staat:
        """Close every scale that none of the questions *straks*, and no open scale, brings anything to any more."""
        dicht: set[tuple[int, str]] = set()
        for k, knoop in list(self._open):
            if self._vragen.get(self._rang[k, knoop.id], set()) & straks or self._has_open_child(
                k, knoop, dicht
            ):
                continue
            staat = self._close(staat, k, knoop)
            dicht.add((k, knoop.id))
        self._open = [(k, knoop) for k, knoop in self._open if (k, knoop.id) not in dicht]
        return staat

    def _has_open_child(self, k: int, knoop: Knoop, dicht: set[tuple[int, str]]) -> bool:
        return any(
            kant == k and (k, kind.id) not in dicht and any(b.slot in knoop.slots for b in kind.ouders)
            for kant, kind in self._open
        )

    def _close(self, staat: Staat, k: int, knoop: Knoop) -> Staat:
        begin, vast = self._begin[k], self._doelen[k].boom.vast
        slots = [begin + slot for slot in knoop.slots]
        plus = [vast[slot] for slot in knoop.slots]
        scores: dict[Any, Fraction | None] = {}
        nieuw: Staat = {}
        for besturing, totalen in staat.items():
            self._teller.count(2 * len(totalen))
            for totaal, (aantal, spoor) in totalen.items():
                waarden = tuple(self.read(totaal, slot) for slot in slots)
                if waarden not in scores:
                    nu = [None if w is None else w + p for w, p in zip(waarden, plus, strict=True)]
                    scores[waarden] = knoop.final(nu)
                naar = nieuw.setdefault(self._after(besturing, k, knoop, scores[waarden]), {})
                straks = self._pass_on(totaal, k, knoop, scores[waarden])
                if (eerder := naar.get(straks)) is not None:
                    eerder[0] += aantal
                else:
                    naar[straks] = [aantal, spoor]
        return nieuw

    def _after(self, besturing: Besturing, k: int, knoop: Knoop, score: Fraction | None) -> Besturing:
        """What is left of the goal's formulas when a scale has this final score."""
        a, formules = self._model.kanten[k].aanvulling, besturing[1][k]
        if score is None:
            formules = self.without_score(k, formules, knoop.wortels)
        else:
            nummer = a.schaalnummer[knoop.id]
            if any(nummer in a.formules.variables(f) for f in formules):
                waar = truths_of_score(a, nummer, score)
                formules = tuple(a.formules.fill(f, nummer, waar) for f in formules)
        return besturing[0], (*besturing[1][:k], formules, *besturing[1][k + 1 :])

    def _pass_on(self, totaal: Totaal, k: int, knoop: Knoop, score: Fraction | None) -> Totaal:
        heel, slots = totaal
        uit = list(slots)
        for slot in knoop.slots:
            uit[self._begin[k] + slot] = None
            if (vak := self.vakken.get(self._begin[k] + slot)) is not None:
                heel = heel & ~vak.masker | vak.begin
        doel = self._doelen[k]
        if score is not None:
            brengt: dict[int, Any] = {}
            self.bring(brengt, k, knoop.ouders, exact(score))
            for slot, erbij in brengt.items():
                uit[slot] = join(uit[slot], erbij, self.soorten[slot])
            if knoop.id == doel.wortel and doel.verslag is not None:
                uit[self._verslag + k] = doel.verslag(score)
        return heel, tuple(uit)

    def tell(self, staat: Staat) -> dict[tuple[Uitkomst, ...], Telling]:
        """The outcomes at the end of the walk, when every scale is closed."""
        uit: dict[tuple[Uitkomst, ...], Telling] = {}
        for besturing, totalen in staat.items():
            for totaal, (aantal, spoor) in totalen.items():
                sleutel = tuple(self._outcome(k, formules, totaal) for k, formules in enumerate(besturing[1]))
                tot_nu, eerste = uit.get(sleutel, (0, spoor))
                uit[sleutel] = (tot_nu + aantal, eerste)
        return uit

    def _outcome(self, k: int, formules: tuple[int, ...], totaal: Totaal) -> Uitkomst:
        waar = tuple(f == WAAR for f in formules)
        heeft = self._doelen[k].wortel is not None and waar[0]
        return Uitkomst(waar, totaal[1][self._verslag + k] if heeft else None)


def join(nu: Any, erbij: Any, soort: str) -> Any:
    """Add, or keep the higher."""
    if nu is None:
        return erbij
    return nu + erbij if soort == "som" else max(nu, erbij)


def add(slots: Slots, brengt: Iterable[tuple[int, Any]], soorten: Sequence[str]) -> Slots:
    """The loose slots after an answer."""
    uit = list(slots)
    for slot, erbij in brengt:
        uit[slot] = join(uit[slot], erbij, soorten[slot])
    return tuple(uit)
