"""One walk (*loop*) over the questions in file order, with the weight of every state that can be drawn.

A state holds what is left of the conditions still needed, of the goal's formulas, and what the scales have so far.
Weights are whole numbers: a question that is not shown multiplies by the weight of all its answers, so that every way
through counts as often as it is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import prod
from typing import Any

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.formule import ONWAAR, WAAR
from veiligheidsplan.instrument.klassen import Klasse, TeVeel
from veiligheidsplan.instrument.punten import combine, finish, multiplier
from veiligheidsplan.instrument.waarheid import holds

#: whether each formula of the goal is true, and the score of each scale of the goal
Uitkomst = tuple[tuple[bool, ...], tuple[Fraction | None, ...]]
_Staat = tuple[tuple[int, ...], tuple[int, ...], tuple[Any, ...]]


class Optelling:
    """What the scales of a goal have so far: one slot per scale that cannot be counted into the one above."""

    def __init__(self, a: Aanvulling, wortels: Sequence[str]) -> None:
        self._a, self._wortels = a, set(wortels)
        self.schalen = a.stand.instrument.schalen
        self.delen: dict[str, tuple[list[str], list[str]]] = {}
        for wortel in wortels:
            self._add(wortel)
        self.slots = {naam: plek for plek, naam in enumerate(self.delen)}
        self.begin: tuple[Any, ...] = tuple(self._start(naam) for naam in self.delen)
        self.bij: dict[str, list[int]] = {}
        self.vereist: dict[str, list[int]] = {}
        for naam, (vragen, _) in self.delen.items():
            for vraag in vragen:
                self.bij.setdefault(vraag, []).append(self.slots[naam])
            for vraag in self.schalen[naam].vereist:
                self.vereist.setdefault(vraag, []).append(self.slots[naam])
        self._methoden = [self.schalen[naam].methode for naam in self.delen]
        self._bekend: dict[tuple[Any, ...], dict[str, Fraction | None]] = {}

    def _add(self, naam: str) -> None:
        if naam not in self.delen:
            self.delen[naam] = self._split(naam)
            for sub in self.delen[naam][1]:
                self._add(sub)

    def _split(self, naam: str) -> tuple[list[str], list[str]]:
        """The questions that come straight into a scale, and the scales that keep a slot of their own."""
        vragen, onder = list(self._a.telt[naam][0]), []
        for sub in self._a.telt[naam][1]:
            if self._melts(naam, sub):
                meer, dieper = self._split(sub)
                vragen += meer
                onder += dieper
            else:
                onder.append(sub)
        return vragen, onder

    def _melts(self, naam: str, sub: str) -> bool:
        boven, schaal = self.schalen[naam], self.schalen[sub]
        return (
            boven.methode == schaal.methode == "som"
            and sub not in self._wortels
            and not schaal.vereist
            and schaal.afronden is None
            and multiplier(schaal) == 1
        )

    def _start(self, naam: str) -> Any:
        """(value, how many values, how many of the required questions were shown)."""
        return (None if self.schalen[naam].methode == "hoogste" else 0, 0, 0)

    def add(self, stand: tuple[Any, ...], vraag: str, punten: Any) -> tuple[Any, ...]:
        """The slots after a shown question with these points."""
        uit = list(stand)
        for plek in self.bij.get(vraag, ()):
            som, aantal, nodig = uit[plek]
            methode = self._methoden[plek]
            if methode == "hoogste":
                uit[plek] = (punten if som is None else max(som, punten), 0, nodig)
            elif methode == "aantal":
                uit[plek] = (som + (punten > 0), 0, nodig)
            else:
                uit[plek] = (som + punten, aantal + (methode == "gemiddelde"), nodig)
        for plek in self.vereist.get(vraag, ()):
            som, aantal, nodig = uit[plek]
            uit[plek] = (som, aantal, nodig + 1)
        return tuple(uit)

    def finals(self, stand: tuple[Any, ...]) -> dict[str, Fraction | None]:
        """The final score of every scale with a slot."""
        if stand not in self._bekend:
            uit: dict[str, Fraction | None] = {}
            for naam in self.delen:
                self._final(naam, stand, uit)
            self._bekend[stand] = uit
        return self._bekend[stand]

    def _final(self, naam: str, stand: tuple[Any, ...], uit: dict[str, Fraction | None]) -> Fraction | None:
        if naam not in uit:
            schaal, (waarde, aantal, nodig) = self.schalen[naam], stand[self.slots[naam]]
            onder = [self._final(sub, stand, uit) for sub in self.delen[naam][1]]
            uit[naam] = None
            scores = [score for score in onder if score is not None]
            if len(scores) == len(onder) and nodig == len(schaal.vereist):
                uit[naam] = finish(schaal, _combined(schaal.methode, waarde, aantal, scores))
        return uit[naam]


def _combined(methode: str, waarde: Any, aantal: int, onder: list[Fraction]) -> Fraction | None:
    if methode == "gemiddelde":
        return (
            (waarde + sum(onder, Fraction(0))) / Fraction(aantal + len(onder))
            if aantal + len(onder)
            else None
        )
    if methode == "aantal":
        return Fraction(waarde + sum(score > 0 for score in onder))
    eigen = [] if methode == "hoogste" and waarde is None else [waarde]
    return combine(methode, [*eigen, *onder])


class Loop:
    """The walk for one goal: final scores of *wortels*, and the truth of *formules*.

    With *hoogste_beslist* formulas stand from weak to strong: once one is true those before it do not matter, and
    once the last is true nothing does. Raises ``TeVeel`` beyond *stappen* steps.
    """

    def __init__(
        self,
        a: Aanvulling,
        gewichten: dict[str, dict[Klasse, int]],
        wortels: Sequence[str],
        formules: Sequence[int],
        *,
        hoogste_beslist: bool,
        stappen: int,
    ) -> None:
        self.a, self._gewichten, self._over = a, gewichten, stappen
        self._wortels, self._doelen, self._hoogste = wortels, tuple(formules), hoogste_beslist
        namen = {nummer: naam for naam, nummer in a.schaalnummer.items()}
        self._getoetst = {namen[n] for f in formules for n in a.formules.variables(f) if n in namen}
        self._optelling = Optelling(a, list(dict.fromkeys([*wortels, *sorted(self._getoetst)])))
        self._vragen = self._relevant()
        self._totaal = {v: sum(gewichten[a.namen[v]].values()) for v in self._vragen}

    def _relevant(self) -> list[int]:
        a = self.a
        stapel = [a.nummer[naam] for naam in (*self._optelling.bij, *self._optelling.vereist)]
        stapel += [v for f in self._doelen for v in a.formules.variables(f) if v < len(a.namen)]
        uit: set[int] = set()
        while stapel:
            vraag = stapel.pop()
            if vraag in uit or a.toon[vraag] == ONWAAR:
                continue
            if a.klassen[vraag] is None:
                raise TeVeel
            uit.add(vraag)
            stapel += a.formules.variables(a.toon[vraag])
        return sorted(uit)

    def run(self) -> dict[Uitkomst, Fraction]:
        """Every outcome with its share; the shares add up to 1."""
        uit: dict[Uitkomst, int] = {}
        staten: dict[_Staat, int] = {
            (tuple(self.a.toon[v] for v in self._vragen), self._doelen, self._optelling.begin): 1
        }
        for plek, vraag in enumerate(self._vragen):
            nieuw: dict[_Staat, int] = {}
            rest = prod(self._totaal[v] for v in self._vragen[plek + 1 :])
            for staat, gewicht in staten.items():
                self._step(vraag, staat, gewicht, nieuw, uit, rest)
            staten = nieuw
        for (_, doelen, stand), gewicht in staten.items():
            uitkomst = self._outcome(doelen, stand)
            uit[uitkomst] = uit.get(uitkomst, 0) + gewicht
        samen = prod(self._totaal.values())
        return {uitkomst: Fraction(gewicht, samen) for uitkomst, gewicht in uit.items()}

    def _step(
        self,
        vraag: int,
        staat: _Staat,
        gewicht: int,
        nieuw: dict[_Staat, int],
        uit: dict[Uitkomst, int],
        rest: int,
    ) -> None:
        (toon, *later), doelen, stand = staat
        naam = self.a.namen[vraag]
        if toon == ONWAAR:
            keuzes = [(Klasse(0, 0), self._totaal[vraag], False)]
        else:
            keuzes = [(klasse, deel, True) for klasse, deel in self._gewichten[naam].items()]
        for klasse, deel, getoond in keuzes:
            self._over -= 1
            if self._over < 0:
                raise TeVeel
            straks = self._fill(doelen, vraag, klasse.waar)
            if self._hoogste and straks and straks[-1] == WAAR:
                klaar = (*(False for _ in straks[:-1]), True), (None,) * len(self._wortels)
                uit[klaar] = uit.get(klaar, 0) + gewicht * deel * rest
                continue
            sleutel = (
                tuple(self.a.formules.fill(f, vraag, klasse.waar) for f in later),
                straks,
                self._optelling.add(stand, naam, klasse.punten) if getoond else stand,
            )
            nieuw[sleutel] = nieuw.get(sleutel, 0) + gewicht * deel

    def _fill(self, doelen: tuple[int, ...], vraag: int, waar: int) -> tuple[int, ...]:
        gevuld = tuple(self.a.formules.fill(f, vraag, waar) for f in doelen)
        if not self._hoogste or WAAR not in gevuld:
            return gevuld
        hoogste = max(plek for plek, f in enumerate(gevuld) if f == WAAR)
        return (*(ONWAAR for _ in gevuld[:hoogste]), *gevuld[hoogste:])

    def _outcome(self, doelen: tuple[int, ...], stand: tuple[Any, ...]) -> Uitkomst:
        scores = self._optelling.finals(stand)
        for naam in self._getoetst:
            nummer, score = self.a.schaalnummer[naam], scores[naam]
            waar = 0 if score is None else self._truths(nummer, score)
            doelen = tuple(self.a.formules.fill(f, nummer, waar) for f in doelen)
        return tuple(f == WAAR for f in doelen), tuple(scores[wortel] for wortel in self._wortels)

    def _truths(self, nummer: int, score: Fraction) -> int:
        """Which tests of a scale this score makes true; a denied test has a bit of its own."""
        waar = 0
        for (maat, waarde), bit in self.a.measures(nummer).items():
            if maat == "score" or holds(maat.removeprefix("niet_"), waarde, score) != maat.startswith(
                "niet_"
            ):
                waar |= 1 << bit
        return waar
