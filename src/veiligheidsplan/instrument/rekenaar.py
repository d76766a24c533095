"""The outcome of complete answers (*rekenaar*), and nothing more: much faster than ``scoor``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import Klasse, TeVeel, class_of
from veiligheidsplan.instrument.profiel import Getrokken, Profiel, answers_of
from veiligheidsplan.instrument.punten import Exact, combine, counted, finish, level, points
from veiligheidsplan.instrument.voorwaarde import Schaaltoets, Toets, Vraagtoets, leaves
from veiligheidsplan.instrument.vraag import Meerkeuzevraag, Schaalvraag
from veiligheidsplan.instrument.vragenlijst import Stand, state_of
from veiligheidsplan.instrument.waarheid import Waarheid, evaluate, holds

#: a complete set of answers; what is not shown may be in it and is not used
Antwoordenreeks = Mapping[str, Getrokken]


class Rekenaar:
    """Final levels of one instrument for complete answers, and the answers that make a difference at all."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self._telt = {id_: counted(instrument, schaal) for id_, schaal in instrument.schalen.items()}
        self._niveaus = list(instrument.niveaus)
        self._opties: dict[str, tuple[Getrokken, ...]] = {}
        #: the signs with a level, the most serious first: the first that is true decides
        self._tekens = sorted(
            (
                (self._niveaus.index(s.niveau), s)
                for s in instrument.signalen.values()
                if s.niveau is not None
            ),
            key=lambda paar: -paar[0],
        )
        self._punten: dict[tuple[str, Getrokken], Exact] = {}

    def shown(self, antwoorden: Antwoordenreeks, feiten: Mapping[str, Gegevenwaarde]) -> dict[str, Getrokken]:
        """The answers to the questions that are shown."""
        stand = self._state(antwoorden, feiten)
        return {id_: waarde for id_, waarde in antwoorden.items() if id_ in stand.getoond}

    def final(self, antwoorden: Antwoordenreeks, feiten: Mapping[str, Gegevenwaarde]) -> str | None:
        """The final level; ``None`` without the key ``eindniveau``, or where nothing gives a level."""
        eind = self.instrument.eindniveau
        if eind is None:
            return None
        stand = self._state(antwoorden, feiten)
        scores: dict[str, Fraction | None] = {}

        def truth(toets: Toets) -> Waarheid:
            if not isinstance(toets, Schaaltoets):
                return stand.truth(toets)
            score = self._score(toets.schaal, stand, scores)
            return None if score is None else holds(toets.maat, toets.maatwaarde, score)

        hoogste = level(self.instrument.schalen[eind], self._score(eind, stand, scores))
        for rang, signaal in self._tekens:
            if hoogste is not None and rang <= self._niveaus.index(hoogste):
                break
            if evaluate(signaal.als, truth) is True:
                return signaal.niveau
        return hoogste

    def options(self, vraag_id: str) -> tuple[Getrokken, ...]:
        """One answer of each kind that any scale or condition can tell apart, from few to many points.

        Of a question with very many answers only the ends.
        """
        if vraag_id not in self._opties:
            maten = [
                (toets.maat, toets.maatwaarde)
                for voorwaarde in (
                    *self.instrument.toon_als.values(),
                    *(s.als for s in self.instrument.signalen.values()),
                )
                for toets in leaves(voorwaarde)
                if isinstance(toets, Vraagtoets) and toets.vraag == vraag_id
            ]
            per: dict[Klasse, Getrokken] = {}
            for waarde in self._answers(vraag_id):
                per.setdefault(class_of(self.instrument, vraag_id, maten, waarde, True), waarde)
            rij = sorted(per.items(), key=lambda paar: (paar[0].punten, paar[0].waar.bit_count()))
            self._opties[vraag_id] = tuple(waarde for _, waarde in rij)
        return self._opties[vraag_id]

    def one_decides(self, antwoorden: Antwoordenreeks, feiten: Mapping[str, Gegevenwaarde]) -> bool:
        """Whether some other answer to one shown question, all else the same, gives another final level."""
        nu = self.final(antwoorden, feiten)
        return any(
            waarde != gegeven and self.final({**antwoorden, id_: waarde}, feiten) != nu
            for id_, gegeven in self.shown(antwoorden, feiten).items()
            for waarde in self.options(id_)
        )

    def _answers(self, vraag_id: str) -> list[Getrokken]:
        try:
            return list(answers_of(self.instrument, vraag_id, Profiel("")))
        except TeVeel:
            vraag = self.instrument.vragen[vraag_id]
            if isinstance(vraag, Meerkeuzevraag):
                codes = tuple(self.instrument.antwoorden_van(vraag_id))
                return [() if vraag.geen_van_deze else codes[:1], codes]
            return [vraag.van, vraag.tot] if isinstance(vraag, Schaalvraag) else [getattr(vraag, "van", 0)]

    def _state(self, antwoorden: Antwoordenreeks, feiten: Mapping[str, Gegevenwaarde]) -> Stand:
        return state_of(self.instrument, {id_: w for id_, w in antwoorden.items() if w is not None}, feiten)

    def _score(self, id_: str, stand: Stand, scores: dict[str, Fraction | None]) -> Fraction | None:
        if id_ not in scores:
            schaal, (vragen, schalen) = self.instrument.schalen[id_], self._telt[id_]
            onder = [self._score(sub, stand, scores) for sub in schalen]
            bekend = [score for score in onder if score is not None]
            scores[id_] = None
            if len(bekend) == len(onder) and stand.getoond.issuperset(schaal.vereist):
                eigen = [
                    points(self.instrument, v, stand.antwoorden[v]) for v in vragen if v in stand.getoond
                ]
                scores[id_] = finish(schaal, combine(schaal.methode, [*eigen, *bekend]))
        return scores[id_]

    def _points(self, vraag_id: str, waarde: str | int | tuple[str, ...]) -> Exact:
        if (vraag_id, waarde) not in self._punten:
            self._punten[vraag_id, waarde] = points(self.instrument, vraag_id, waarde)
        return self._punten[vraag_id, waarde]
