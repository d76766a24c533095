"""Exact shares (*aandelen*) over drawn answers: each shown question is answered by its weights, nothing is missing."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.gevallen import Feiten
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import Klasse, TeVeel, Vraagmaat, class_of
from veiligheidsplan.instrument.profiel import Profiel, answers_of
from veiligheidsplan.instrument.punten import level
from veiligheidsplan.instrument.simulatie_loop import Loop, Uitkomst
from veiligheidsplan.instrument.vragenlijst import state_of

#: Steps of one walk: about a second. Real instruments stay under some ten thousands.
MEESTE_STAPPEN = 400_000
#: more combinations of facts than this are drawn, not worked out
MEESTE_GEVALLEN = 32

Verdeling = dict[Fraction | None, Fraction]


class Gewogen(Aanvulling):
    """All that can be drawn in one case: per question its classes, each with a whole weight."""

    def __init__(self, instrument: Instrument, feiten: Feiten, profiel: Profiel) -> None:
        self._profiel = profiel
        self.gewichten: dict[str, dict[Klasse, int]] = {}
        super().__init__(state_of(instrument, {}, feiten))

    def _later(self, id_: str, maten: tuple[Vraagmaat, ...], geteld: bool) -> tuple[Klasse, ...]:
        waarden = answers_of(self.stand.instrument, id_, self._profiel)
        samen = lcm(*(gewicht.denominator for gewicht in waarden.values()))
        per: dict[Klasse, int] = {}
        for waarde, gewicht in waarden.items():
            klasse = class_of(self.stand.instrument, id_, maten, waarde, geteld)
            per[klasse] = per.get(klasse, 0) + int(gewicht * samen)
        self.gewichten[id_] = per
        return tuple(per)


class Aandelen:
    """The exact shares of one profile; each answer is ``None`` where it would take too many steps."""

    def __init__(self, instrument: Instrument, gevallen: Sequence[Feiten], profiel: Profiel) -> None:
        self._instrument = instrument
        self._gewogen: list[Gewogen] = []
        if profiel.volledig and len(gevallen) <= MEESTE_GEVALLEN:
            self._gewogen = [Gewogen(instrument, feiten, profiel) for feiten in gevallen]

    def scores(self, schaal_id: str) -> Verdeling | None:
        """Each score of a scale, from low to high (``None``: no score), with its share."""
        uit = self._run([schaal_id], [])
        if uit is None:
            return None
        per: Verdeling = {}
        for (_, scores), aandeel in uit.items():
            per[scores[0]] = per.get(scores[0], Fraction(0)) + aandeel
        return {s: per[s] for s in sorted(per, key=lambda s: (s is not None, s or 0))}

    def sign(self, signaal_id: str) -> Fraction | None:
        """The share in which a sign is true."""
        uit = self._run([], [[signaal_id]])
        return None if uit is None else sum((deel for (waar, _), deel in uit.items() if waar[0]), Fraction(0))

    def final(self) -> dict[str | None, Fraction] | None:
        """Each final level, from least to most serious, with its share."""
        eind, niveaus = self._instrument.eindniveau, list(self._instrument.niveaus)
        if eind is None:
            return None
        tekens = [[id_ for id_, s in self._instrument.signalen.items() if s.niveau == n] for n in niveaus]
        uit = self._run([eind], tekens)
        if uit is None:
            return None
        per: dict[str | None, Fraction] = {}
        for (waar, scores), aandeel in uit.items():
            eigen = level(self._instrument.schalen[eind], scores[0])
            gezien = [n for n, ja in zip(niveaus, waar, strict=True) if ja] + ([eigen] if eigen else [])
            hoogste = max(gezien, key=niveaus.index, default=None)
            per[hoogste] = per.get(hoogste, Fraction(0)) + aandeel
        return {n: per[n] for n in (None, *niveaus) if n in per}

    def _run(self, wortels: list[str], tekens: list[list[str]]) -> dict[Uitkomst, Fraction] | None:
        """The mean over the cases: each as often as the other."""
        if not self._gewogen:
            return None
        samen: dict[Uitkomst, Fraction] = {}
        stappen = MEESTE_STAPPEN // len(self._gewogen)
        try:
            for a in self._gewogen:
                formules = [a.formules.any_of(a.signalen[id_] for id_ in leden) for leden in tekens]
                beslist = len(tekens) > 1
                loop = Loop(a, a.gewichten, wortels, formules, hoogste_beslist=beslist, stappen=stappen)
                for uitkomst, aandeel in loop.run().items():
                    samen[uitkomst] = samen.get(uitkomst, Fraction(0)) + aandeel / len(self._gewogen)
        except TeVeel:
            return None
        return samen
