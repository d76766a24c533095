"""What a change does to outcomes (*effect*), counted over all answer sets of two versions at once.

An answer set answers every question that is shown in either version, with an answer that fits each version that shows
it; a question that both versions have gets one answer. Answers that one version alone knows are left out: they have no
before or no after. See ``telling`` for how answers count. Each fact of the case is tried at every value that the
conditions of the two versions can tell apart, and as unknown; all these cases weigh the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

from veiligheidsplan.instrument.bereik import MEESTE_GEVALLEN, values_of_fact
from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.punten import level
from veiligheidsplan.instrument.schaalboom import Schaalboom
from veiligheidsplan.instrument.telling import MEESTE_TELSTAPPEN, level_goal, level_of, signal_goal
from veiligheidsplan.instrument.telling_doel import Doelkant, Spoor, Uitkomst
from veiligheidsplan.instrument.telling_loop import Telloop
from veiligheidsplan.instrument.telling_model import Telmodel
from veiligheidsplan.instrument.telling_vragen import Kant
from veiligheidsplan.instrument.vergelijking_paren import counted_pairs
from veiligheidsplan.instrument.verzameling import MINSTE_STAPPEN, Teller
from veiligheidsplan.instrument.voorwaarde import Gegeventoets, leaves
from veiligheidsplan.instrument.waarheid import holds

#: Steps of work for all things together; each gets at least ``MINSTE_STAPPEN``.
MEESTE_SAMEN = 2 * MEESTE_TELSTAPPEN
#: what a scale says: (final score, level)
Schaalstand = tuple[Fraction | None, str | None]


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """One kind of change: from what to what, for how many answer sets, and one of them (ids of the new version where
    it has the question; questions that do not matter are left out)."""

    van: Any
    naar: Any
    aantal: int
    antwoorden: Mapping[str, Any]
    gegevens: Mapping[str, Gegevenwaarde]


@dataclass(frozen=True, slots=True)
class Deeleffect:
    """The effect on one thing. ``alle``: all answer sets; ``None``: not established, too large to count."""

    alle: int | None
    verschuivingen: tuple[Verschuiving, ...] = ()

    @property
    def anders(self) -> int:
        """How many answer sets come out otherwise."""
        return sum(v.aantal for v in self.verschuivingen)

    @property
    def deel(self) -> Fraction | None:
        """The share of answer sets that come out otherwise; ``None``: not established."""
        return None if self.alle is None else Fraction(self.anders, self.alle) if self.alle else Fraction(0)


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect on the final level, on each scale that both versions have, and on each sign of either."""

    eindniveau: Deeleffect
    schalen: Mapping[str, Deeleffect] = field(default_factory=dict)
    signalen: Mapping[str, Deeleffect] = field(default_factory=dict)

    @property
    def delen(self) -> tuple[Deeleffect, ...]:
        return (self.eindniveau, *self.schalen.values(), *self.signalen.values())

    @property
    def anders(self) -> bool:
        """Whether some answer set certainly comes out otherwise."""
        return any(deel.anders for deel in self.delen)

    @property
    def vastgesteld(self) -> bool:
        """Whether all of it could be counted."""
        return all(deel.alle is not None for deel in self.delen)


#: nothing that an outcome rests on changed: there is nothing to count
GEEN_EFFECT = Effect(Deeleffect(0))


def effect(oud: Instrument, nieuw: Instrument, hoogstens: int = MEESTE_TELSTAPPEN) -> Effect:
    """Count everything. *hoogstens*: steps of work for each thing that is counted, over all cases together."""
    telling = _Vergelijking(oud, nieuw, hoogstens)
    schalen = [id_ for id_ in nieuw.schalen if id_ in oud.schalen]
    return Effect(
        telling.count(level_goal, level_of),
        {id_: telling.scale(id_) for id_ in schalen},
        {id_: telling.sign(id_) for id_ in dict.fromkeys((*nieuw.signalen, *oud.signalen))},
    )


class _Vergelijking:
    """Two versions in every case of facts; the models are made once."""

    def __init__(self, oud: Instrument, nieuw: Instrument, hoogstens: int) -> None:
        self._paar, self._hoogstens = (oud, nieuw), hoogstens
        self._over = MEESTE_SAMEN
        self._modellen: list[tuple[Mapping[str, Gegevenwaarde], Telmodel]] | None = None
        gevallen = fact_cases(oud, nieuw)
        paren = counted_pairs(oud, nieuw)
        try:
            if gevallen is not None:
                self._modellen = [(feiten, Telmodel(self._paar, feiten, paren)) for feiten in gevallen]
        except TeVeel:
            pass

    def scale(self, id_: str) -> Deeleffect:
        """The effect on the score and the level of one scale."""

        def goal(kant: Kant) -> Doelkant:
            schaal, a = kant.instrument.schalen[id_], kant.aanvulling
            boom = Schaalboom(a, [id_])
            return Doelkant(boom, (a.has_score(id_),), id_, lambda score: (score, level(schaal, score)))

        return self.count(goal, lambda _, uitkomst: uitkomst.verslag or (None, None))

    def sign(self, id_: str) -> Deeleffect:
        """The effect on one sign: it appears or disappears."""

        def goal(kant: Kant) -> Doelkant:
            return signal_goal(kant, id_ if id_ in kant.instrument.signalen else None)

        return self.count(goal, lambda _, uitkomst: uitkomst.waar[0])

    def count(
        self, doel: Callable[[Kant], Doelkant], lees: Callable[[Instrument, Uitkomst], Any]
    ) -> Deeleffect:
        """Every pair of outcomes that differ, the largest group first."""
        if self._modellen is None:
            return Deeleffect(None)
        hoogstens = min(self._hoogstens, max(self._over, MINSTE_STAPPEN))
        teller, alle = Teller(hoogstens), 0
        per: dict[tuple[Any, Any], tuple[int, Mapping[str, Any], Mapping[str, Gegevenwaarde]]] = {}
        try:
            for feiten, model in self._modellen:
                uit = Telloop(model, [doel(kant) for kant in model.kanten], teller).run()
                for uitkomsten, (aantal, spoor) in uit.items():
                    alle += aantal
                    paar = [lees(i, u) for i, u in zip(self._paar, uitkomsten, strict=True)]
                    if paar[0] != paar[1]:
                        eerder = per.get((paar[0], paar[1]), (0, answers_of(model, spoor), feiten))
                        per[paar[0], paar[1]] = (eerder[0] + aantal, eerder[1], eerder[2])
        except TeVeel:
            return Deeleffect(None)
        finally:
            self._over -= hoogstens - max(teller.over, 0)
        gevonden = [Verschuiving(van, naar, *deel) for (van, naar), deel in per.items()]
        return Deeleffect(alle, tuple(sorted(gevonden, key=lambda v: -v.aantal)))


def answers_of(model: Telmodel, spoor: Spoor) -> dict[str, Any]:
    """The answers on the way, in the order of the questions; by new id, or by old id where there is no new one."""
    gegeven: dict[int, Any] = {}
    while spoor:
        spoor, vraag, antwoord = spoor
        gegeven[vraag] = antwoord
    return {next(id_ for id_ in reversed(model.vragen[i].paar) if id_): gegeven[i] for i in sorted(gegeven)}


def fact_cases(*instrumenten: Instrument) -> list[dict[str, Gegevenwaarde]] | None:
    """Every combination of facts that the conditions of these instruments can tell apart, unknown among them;
    ``None`` where there are too many."""
    toetsen: dict[str, list[Gegeventoets]] = {}
    for instrument in instrumenten:
        for voorwaarde in (*instrument.toon_als.values(), *(s.als for s in instrument.signalen.values())):
            for toets in leaves(voorwaarde):
                if isinstance(toets, Gegeventoets):
                    toetsen.setdefault(toets.gegeven, []).append(toets)
    keus: dict[str, Sequence[Gegevenwaarde | None]] = {n: (None, *_told_apart(t)) for n, t in toetsen.items()}
    if prod(len(waarden) for waarden in keus.values()) > MEESTE_GEVALLEN:
        return None
    return [
        {naam: feit for naam, feit in zip(keus, rij, strict=True) if feit is not None}
        for rij in product(*keus.values())
    ]


def _told_apart(toetsen: list[Gegeventoets]) -> list[Gegevenwaarde]:
    waarden = sorted({waarde for toets in toetsen for waarde in values_of_fact(toets)}, key=str)
    per = {tuple(holds(t.maat, t.maatwaarde, waarde) for t in toetsen): waarde for waarde in waarden}
    return list(per.values())
