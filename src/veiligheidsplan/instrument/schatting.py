"""Bounds (*schatting*) where exact would take too many states: never too narrow, and nothing is ever hidden.

Each question is taken apart from all others: shown or not where its condition could go either way, and any of its
points. What is left undecided counts as possible.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.formule import ONWAAR, WAAR
from veiligheidsplan.instrument.punten import Exact, finish
from veiligheidsplan.instrument.vraag import Meerkeuzevraag, Schaalvraag

_NUL: Exact = 0
#: least and most of one value, and whether it may be absent (not shown)
_Bereik = tuple[Exact, Exact, bool]
_Grenzen = tuple[Fraction, Fraction] | tuple[None, None]


class Schatting:
    """Bounds of scales and signs for one state."""

    def __init__(self, aanvulling: Aanvulling) -> None:
        self._aanvulling = aanvulling
        self._instrument = aanvulling.stand.instrument
        self._grenzen: dict[str, _Grenzen] = {}
        self._zeker: dict[str, bool] = {}

    def interval(self, schaal_id: str) -> _Grenzen:
        """A least and a most between which every score lies; ``(None, None)`` only where there can be no score."""
        if schaal_id not in self._grenzen:
            self._grenzen[schaal_id] = self._interval(schaal_id)
        return self._grenzen[schaal_id]

    def _interval(self, schaal_id: str) -> _Grenzen:
        schaal = self._instrument.schalen[schaal_id]
        vragen, schalen = self._aanvulling.telt[schaal_id]
        if any(self._question(vraag) is None for vraag in schaal.vereist):
            return None, None
        waarden = [bereik for vraag in vragen if (bereik := self._question(vraag)) is not None]
        for sub in schalen:
            laag, hoog = self.interval(sub)
            if laag is None or hoog is None:
                return None, None
            waarden.append((laag, hoog, False))
        uit = _METHODEN[schaal.methode](waarden)
        if uit is None:
            return None, None
        laagst, hoogst = finish(schaal, uit[0]), finish(schaal, uit[1])
        return (None, None) if laagst is None or hoogst is None else (laagst, hoogst)

    def surely_scored(self, schaal_id: str) -> bool:
        """Whether every completion has a score: nothing required can be hidden, and a mean or maximum has a value."""
        if schaal_id not in self._zeker:
            self._zeker[schaal_id] = self._surely_scored(schaal_id)
        return self._zeker[schaal_id]

    def _surely_scored(self, schaal_id: str) -> bool:
        a, schaal = self._aanvulling, self._instrument.schalen[schaal_id]
        vragen, schalen = a.telt[schaal_id]
        altijd = {vraag for vraag in (*vragen, *schaal.vereist) if a.toon[a.nummer[vraag]] == WAAR}
        heeft_waarde = schaal.methode in ("som", "aantal") or bool(schalen) or not altijd.isdisjoint(vragen)
        return heeft_waarde and altijd.issuperset(schaal.vereist) and all(map(self.surely_scored, schalen))

    def involved(self, schaal_id: str) -> set[int]:
        """The questions that can matter for a scale: counted, required, or named in a condition of one of these."""
        a = self._aanvulling
        stapel: list[int] = []
        schalen = [schaal_id]
        gezien: set[str] = set()
        while schalen:
            nu = schalen.pop()
            if nu in gezien:
                continue
            gezien.add(nu)
            stapel += [a.nummer[vraag] for vraag in (*a.telt[nu][0], *self._instrument.schalen[nu].vereist)]
            schalen += a.telt[nu][1]
        uit: set[int] = set()
        while stapel:
            vraag = stapel.pop()
            if vraag not in uit:
                uit.add(vraag)
                stapel += a.formules.variables(a.toon[vraag])
        return uit

    def may_be_true(self, formule: int) -> bool:
        """Whether a formula is not surely false, each test taken on its own."""
        soort, delen = self._aanvulling.formules.parts(formule)
        if soort == "vast":
            return formule != ONWAAR
        if soort == "toets":
            return self._test_may_hold(*delen)
        samen: Callable[..., bool] = all if soort == "alle" else any
        return samen(self.may_be_true(deel) for deel in delen)

    def _test_may_hold(self, variabele: int, bit: int, waar: int) -> bool:
        a = self._aanvulling
        if variabele >= len(a.namen) or a.klassen[variabele] is None:
            return True
        if a.toon[variabele] != WAAR and not waar:
            return True
        return any((klasse.waar >> bit & 1) == waar for klasse in a.klassen[variabele] or ())

    def _question(self, vraag: str) -> _Bereik | None:
        """``None`` where it is never shown."""
        a = self._aanvulling
        i = a.nummer[vraag]
        if a.toon[i] == ONWAAR:
            return None
        klassen = a.klassen[i]
        punten = [klasse.punten for klasse in klassen] if klassen is not None else self._span(vraag)
        return (min(punten), max(punten), a.toon[i] != WAAR) if punten else None

    def _span(self, id_: str) -> list[Exact]:
        """Points between which those of a question with very many answers lie."""
        vraag = self._instrument.vragen[id_]
        gewicht = Fraction(getattr(vraag, "gewicht", None) or 1)
        if getattr(vraag, "gewicht", None) == 0:
            return [_NUL]
        if isinstance(vraag, Schaalvraag):
            return [vraag.van * gewicht, vraag.tot * gewicht]
        if not isinstance(vraag, Meerkeuzevraag):
            raise TypeError("alleen een schaal of meerkeuze heeft zo veel antwoorden")
        punten = [
            Fraction(antwoord.punten or 0) * gewicht
            for antwoord in self._instrument.antwoorden_van(id_).values()
        ]
        return [sum((p for p in punten if p < 0), _NUL), sum((p for p in punten if p > 0), _NUL)]


def _som(waarden: list[_Bereik]) -> tuple[Exact, Exact] | None:
    laag = sum((min(w[0], _NUL) if w[2] else w[0] for w in waarden), _NUL)
    return laag, sum((max(w[1], _NUL) if w[2] else w[1] for w in waarden), _NUL)


def _aantal(waarden: list[_Bereik]) -> tuple[Exact, Exact] | None:
    laag = sum(w[0] > 0 and not w[2] for w in waarden)
    return Fraction(laag), Fraction(sum(w[1] > 0 for w in waarden))


def _tussen(waarden: list[_Bereik]) -> tuple[Exact, Exact] | None:
    """A mean lies between the least and the most of its values."""
    return (min(w[0] for w in waarden), max(w[1] for w in waarden)) if waarden else None


def _hoogste(waarden: list[_Bereik]) -> tuple[Exact, Exact] | None:
    zeker = [w[0] for w in waarden if not w[2]]
    return (max(zeker), max(w[1] for w in waarden)) if zeker else _tussen(waarden)


_METHODEN = {"som": _som, "aantal": _aantal, "gemiddelde": _tussen, "hoogste": _hoogste}
