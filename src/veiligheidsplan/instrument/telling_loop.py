"""The walk that counts (*telloop*): every way to answer, at once, for one goal.

The state is what is left of the conditions (the *key*), what is left of the formulas of the goal, and the totals of
the scales that are still open. A scale is closed as soon as everything that it counts was walked: its total is
forgotten, and only what it means goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from veiligheidsplan.instrument.formule import WAAR
from veiligheidsplan.instrument.klassen import Klasse
from veiligheidsplan.instrument.schaalboom import Schaalboom
from veiligheidsplan.instrument.telling_doel import (
    Besturing,
    Doelkant,
    Sluiting,
    Staat,
    Telling,
    Totaal,
    Uitkomst,
    add,
)
from veiligheidsplan.instrument.telling_model import Levend, Telmodel
from veiligheidsplan.instrument.verzameling import Teller

#: what is added to the number of fields, what to loose slots, and which versions have nothing to tell any more
Brengt = tuple[int, tuple[tuple[int, Any], ...], tuple[int, ...]]


class _Overgang(NamedTuple):
    """One way on: what comes next, what it brings to the slots, for how many answers, and one of them."""

    naar: Besturing
    brengt: Brengt
    aantal: int
    voorbeeld: Any


class Telloop:
    """One walk. Raises ``TeVeel`` when the counter of steps runs out."""

    def __init__(self, model: Telmodel, doelen: Sequence[Doelkant], teller: Teller) -> None:
        self._model, self._doelen, self._teller = model, doelen, teller
        self._sluiting = Sluiting(model, doelen, teller)

    def run(self) -> dict[tuple[Uitkomst, ...], Telling]:
        """How many ways of answering lead to each outcome, with one of them."""
        bezig, keer = self._arrange()
        leeg = self._empty(tuple(doel.formules for doel in self._doelen))
        staat = self._sluiting.close({leeg: {self._sluiting.leeg: [keer, ()]}}, self._questions(bezig))
        for plek, nummer in enumerate(bezig):
            staat = self._sluiting.close(self._walk(nummer, staat), self._questions(bezig[plek + 1 :]))
        return self._sluiting.tell(staat)

    def _empty(self, formules: tuple[tuple[int, ...], ...]) -> Besturing:
        return ((),) * len(self._doelen), formules

    def _questions(self, samenhangen: Iterable[int]) -> set[int]:
        return {i for nummer in samenhangen for i in self._model.samenhangen[nummer]}

    def _arrange(self) -> tuple[list[int], int]:
        """The linked sets that matter, those of one scale together; and in how many ways the others can go."""
        bezig, keer = [], 1
        for nummer, leden in enumerate(self._model.samenhangen):
            rang = min((r for i in leden for r in self._sluiting.ranks(i)), default=None)
            if rang is not None:
                bezig.append((rang, nummer))
                continue
            if nummer not in self._model.los:
                self._model.los[nummer] = self._ways(nummer)
            keer *= self._model.los[nummer]
        return [nummer for _, nummer in sorted(bezig)], keer

    def _ways(self, nummer: int) -> int:
        zonder = [Doelkant(Schaalboom(kant.aanvulling, ()), ()) for kant in self._model.kanten]
        loop = Telloop(self._model, zonder, self._teller)
        eind = loop._walk(nummer, {loop._empty(((),) * len(zonder)): {loop._sluiting.leeg: [1, ()]}})
        return sum(aantal for totalen in eind.values() for aantal, _ in totalen.values())

    def _walk(self, nummer: int, staat: Staat) -> Staat:
        model = self._model
        levend: Levend = ((),) * len(self._doelen)
        for vraag, straks in zip(model.samenhangen[nummer], model.levend[nummer], strict=True):
            nieuw: Staat = {}
            for besturing, totalen in staat.items():
                for overgang in self._options(vraag, besturing, levend, straks):
                    self._teller.count(len(totalen))
                    self._advance(nieuw.setdefault(overgang.naar, {}), totalen, overgang, vraag)
            staat, levend = nieuw, straks
        return staat

    def _advance(
        self, naar: dict[Any, list[Any]], totalen: dict[Any, list[Any]], overgang: _Overgang, vraag: int
    ) -> None:
        _, brengt, aantal, voorbeeld = overgang
        erbij, los, klaar = brengt
        soorten = self._sluiting.soorten
        for (heel, slots), (keer, spoor) in totalen.items():
            straks: Totaal = (heel + erbij, add(slots, los, soorten) if los else slots)
            for k in klaar:
                straks = self._sluiting.empty(straks, k)
            if (eerder := naar.get(straks)) is not None:
                eerder[0] += keer * aantal
            else:
                naar[straks] = [keer * aantal, spoor if voorbeeld is None else (spoor, vraag, voorbeeld)]

    def _options(self, i: int, besturing: Besturing, levend: Levend, straks: Levend) -> Iterator[_Overgang]:
        """Every way on; answers that come to the same are one way."""
        vraag, kanten = self._model.vragen[i], self._model.kanten
        getoond = tuple(
            nummer is not None and self._is_shown(k, kanten[k].aanvulling.toon[nummer], besturing, levend)
            for k, nummer in enumerate(vraag.nummers)
        )
        per: dict[tuple[Besturing, Brengt], tuple[int, Any]] = {}
        for aantal, delen, voorbeeld in vraag.antwoorden.classes(getoond):
            self._teller.count(1 + sum(map(len, straks)) // 4)
            naar = self._next(i, besturing, levend, straks, delen)
            sleutel = naar, self._brings(i, delen, besturing, naar)
            tot_nu, eerste = per.get(sleutel, (0, voorbeeld))
            per[sleutel] = (tot_nu + aantal, eerste)
        for (naar, brengt), (aantal, voorbeeld) in per.items():
            yield _Overgang(naar, brengt, aantal, voorbeeld)

    def _is_shown(self, k: int, toon: int, besturing: Besturing, levend: Levend) -> bool:
        return (besturing[0][k][levend[k].index(toon)] if toon in levend[k] else toon) == WAAR

    def _next(
        self, i: int, besturing: Besturing, levend: Levend, straks: Levend, delen: Sequence[Klasse | None]
    ) -> Besturing:
        sleutels, doelen = [], []
        for k, nummer in enumerate(self._model.vragen[i].nummers):
            nu = dict(zip(levend[k], besturing[0][k], strict=True))
            over = tuple(nu.get(f, f) for f in straks[k])
            formules = besturing[1][k]
            if nummer is not None:
                deel, vul = delen[k], self._model.kanten[k].aanvulling.formules.fill
                waar = deel.waar if deel is not None else 0
                over = tuple(vul(f, nummer, waar) for f in over)
                formules = tuple(vul(f, nummer, waar) for f in formules)
                if deel is None:
                    formules = self._sluiting.without_score(
                        k, formules, self._doelen[k].boom.vereist.get(nummer, ())
                    )
            sleutels.append(over)
            doelen.append(self._doelen[k].settle(formules) or formules)
        return tuple(sleutels), tuple(doelen)

    def _brings(self, i: int, delen: Sequence[Klasse | None], van: Besturing, naar: Besturing) -> Brengt:
        """What an answer brings to the slots of all versions that have something to tell still."""
        sluiting, uit = self._sluiting, dict[int, Any]()
        klaar = []
        for k, (nummer, deel) in enumerate(zip(self._model.vragen[i].nummers, delen, strict=True)):
            doel = self._doelen[k]
            if doel.settle(naar[1][k]) is not None:
                klaar += [k] if doel.settle(van[1][k]) is None else []
            elif nummer is not None and deel is not None:
                sluiting.bring(uit, k, doel.boom.bijdragen.get(nummer, ()), deel.punten)
        heel = sum(vak.of(uit.pop(slot)) for slot, vak in sluiting.vakken.items() if slot in uit)
        return heel, tuple(uit.items()), tuple(klaar)
