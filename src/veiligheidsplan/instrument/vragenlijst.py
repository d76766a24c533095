"""The questionnaire (*vragenlijst*) at one moment: which questions are shown now, and which are missing.

Conditions name earlier questions only, so one pass in file order decides everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from typing import cast

from veiligheidsplan.instrument.antwoorden import Antwoordwaarde, Ontbreekt, read_all
from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.voorwaarde import Gegeventoets, Toets, Voorwaarde, Vraagtoets
from veiligheidsplan.instrument.waarheid import Waarheid, evaluate, holds


@dataclass(frozen=True, slots=True)
class Stand:
    """The state of the answers now.

    ``antwoorden`` holds the real answers alone, also sleeping ones; ``getoond`` the ids of the questions that are
    shown (a condition that is unknown shows its question).
    """

    instrument: Instrument
    antwoorden: Mapping[str, str | int | tuple[str, ...]]
    gegevens: Mapping[str, Gegevenwaarde]
    getoond: frozenset[str]

    def is_missing(self, vraag_id: str) -> bool:
        """Shown, and without a real answer."""
        return vraag_id in self.getoond and vraag_id not in self.antwoorden

    def truth(self, toets: Toets) -> Waarheid:
        """The truth of a test on a question or a gegeven, now. A test on a scale is not decided here."""
        if isinstance(toets, Gegeventoets):
            return truth_of_gegeven(toets, self.gegevens)
        if not isinstance(toets, Vraagtoets):
            raise TypeError("een toets op een schaal hoort alleen in een signaal")
        return _truth_of_vraag(toets, self.antwoorden, self.getoond)


def truth_of_gegeven(toets: Gegeventoets, gegevens: Mapping[str, Gegevenwaarde]) -> Waarheid:
    """A test on a gegeven that is absent is unknown; whether it is known (``beantwoord``) never is."""
    if toets.gegeven not in gegevens:
        return False if toets.maat == "beantwoord" else None
    return holds(toets.maat, toets.maatwaarde, gegevens[toets.gegeven])


def state_of(
    instrument: Instrument,
    antwoorden: Mapping[str, Antwoordwaarde],
    gegevens: Mapping[str, Gegevenwaarde] | None = None,
) -> Stand:
    """The state for normalised answers (see ``read_all``)."""
    echt = {id_: waarde for id_, waarde in antwoorden.items() if not isinstance(waarde, Ontbreekt)}
    feiten = gegevens or {}
    getoond, _ = shown_among(instrument, instrument.toon_als, echt, feiten)
    return Stand(instrument, echt, feiten, frozenset(getoond))


def shown_among(
    instrument: Instrument,
    vragen: Iterable[str],
    antwoorden: Mapping[str, str | int | tuple[str, ...]],
    feiten: Mapping[str, Gegevenwaarde],
) -> tuple[set[str], Callable[[Toets], Waarheid]]:
    """Which of these questions are shown, and the truth of each test on them.

    In file order, and with each question that a condition of them names.
    """
    getoond: set[str] = set()

    def truth(toets: Toets) -> Waarheid:
        if isinstance(toets, Vraagtoets):
            return _truth_of_vraag(toets, antwoorden, getoond)
        if isinstance(toets, Gegeventoets):
            return truth_of_gegeven(toets, feiten)
        raise TypeError("een toets op een schaal hoort alleen in een signaal")

    for id_ in vragen:
        voorwaarde = instrument.toon_als[id_]
        if voorwaarde is None or evaluate(voorwaarde, truth) is not False:
            getoond.add(id_)
    return getoond, truth


def after(stand: Stand, vraag_id: str, waarde: Antwoordwaarde) -> Stand:
    """The state after one other answer: only questions whose conditions hang on it, also further on, are decided.

    The same as ``state_of`` over all answers; a question that the instrument does not have changes nothing.
    """
    instrument = stand.instrument
    if vraag_id not in instrument.vragen:
        return stand
    antwoorden = dict(stand.antwoorden)
    if isinstance(waarde, Ontbreekt):
        antwoorden.pop(vraag_id, None)
    else:
        antwoorden[vraag_id] = waarde
    return replace(stand, antwoorden=antwoorden, getoond=_shown_after(stand, vraag_id, antwoorden))


def _shown_after(
    stand: Stand, vraag_id: str, antwoorden: Mapping[str, str | int | tuple[str, ...]]
) -> frozenset[str]:
    instrument, plaatsen = stand.instrument, stand.instrument.plaatsen
    wachtrij = [plaatsen[id_] for id_ in instrument.afhangers.get(vraag_id, ())]
    if not wachtrij:
        return stand.getoond
    getoond, ids = set(stand.getoond), tuple(plaatsen)

    def truth(toets: Toets) -> Waarheid:
        if isinstance(toets, Vraagtoets):
            return _truth_of_vraag(toets, antwoorden, getoond)
        return truth_of_gegeven(cast("Gegeventoets", toets), stand.gegevens)

    while wachtrij:  # conditions name earlier questions only, so file order decides each question once
        id_ = ids[heappop(wachtrij)]
        voorwaarde = instrument.toon_als[id_]
        nu = voorwaarde is None or evaluate(voorwaarde, truth) is not False
        if nu == (id_ in getoond):
            continue
        (getoond.add if nu else getoond.discard)(id_)
        for later in instrument.afhangers.get(id_, ()):
            if plaatsen[later] not in wachtrij:
                heappush(wachtrij, plaatsen[later])
    return frozenset(getoond)


def _truth_of_vraag(
    toets: Vraagtoets,
    antwoorden: Mapping[str, str | int | tuple[str, ...]],
    getoond: frozenset[str] | set[str],
) -> Waarheid:
    if toets.vraag not in getoond:
        return False
    if toets.maat == "beantwoord":
        return toets.vraag in antwoorden
    if toets.vraag not in antwoorden:
        return None
    return holds(toets.maat, toets.maatwaarde, antwoorden[toets.vraag])


def shown(
    instrument: Instrument, antwoorden: Mapping[str, object], gegevens: Mapping[str, object] | None = None
) -> tuple[str, ...]:
    """The questions that are shown now, in file order. Raises ``BevindingenFout`` for impossible answers."""
    stand = state_of(instrument, *read_all(instrument, antwoorden, gegevens))
    return tuple(id_ for id_ in instrument.vragen if id_ in stand.getoond)


def missing(
    instrument: Instrument, antwoorden: Mapping[str, object], gegevens: Mapping[str, object] | None = None
) -> tuple[str, ...]:
    """The questions that are shown now and have no real answer, in file order."""
    stand = state_of(instrument, *read_all(instrument, antwoorden, gegevens))
    return tuple(id_ for id_ in instrument.vragen if stand.is_missing(id_))


def truth(
    instrument: Instrument,
    voorwaarde: Voorwaarde,
    antwoorden: Mapping[str, object],
    gegevens: Mapping[str, object] | None = None,
) -> Waarheid:
    """The three-valued truth of a condition without scale tests (``toon_als``, ``sluit_in``, ``sluit_uit``) now."""
    stand = state_of(instrument, *read_all(instrument, antwoorden, gegevens))
    return evaluate(voorwaarde, stand.truth)
