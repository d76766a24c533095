"""Counting (*telling*): exactly how many answer sets lead to each outcome.

An *answer set* (antwoordenreeks) gives a real answer to every question that is shown, and to no other; no answer is
missing. Each code of a keuze counts once, each possible set of a meerkeuze, each number of a schaal or getal. A getal
without end counts each number up to the last bound (of its steps and of the tests on it); all numbers from there on
count as one answer. A text or a date counts as one answer. Counts are exact whole numbers; where the work goes beyond
the stated number of steps there is no count (``None``), never a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.punten import level
from veiligheidsplan.instrument.schaalboom import Schaalboom
from veiligheidsplan.instrument.telling_doel import Doelkant, Uitkomst
from veiligheidsplan.instrument.telling_loop import Telloop
from veiligheidsplan.instrument.telling_model import Telmodel
from veiligheidsplan.instrument.telling_vragen import Kant
from veiligheidsplan.instrument.verzameling import Teller
from veiligheidsplan.instrument.voorwaarde import Schaaltoets, leaves

#: Steps of work for one count: a few seconds. Real instruments stay under some ten thousands.
MEESTE_TELSTAPPEN = 1_500_000

Gegevens = Mapping[str, Gegevenwaarde]


def count_answer_sets(
    instrument: Instrument, gegevens: Gegevens | None = None, hoogstens: int = MEESTE_TELSTAPPEN
) -> int | None:
    """How many answer sets there are, in the case of these facts (an absent fact is unknown)."""
    telling = _count(instrument, gegevens, hoogstens, _nothing)
    return None if telling is None else sum(telling.values())


def count_levels(
    instrument: Instrument, gegevens: Gegevens | None = None, hoogstens: int = MEESTE_TELSTAPPEN
) -> dict[str | None, int] | None:
    """How many answer sets give each ``eindniveau``, from least to most serious; ``None``: no level at all.

    A level that no answer set gives is absent. Without the key ``eindniveau`` every answer set gives none.
    """
    telling = _count(instrument, gegevens, hoogstens, level_goal)
    if telling is None:
        return None
    per: dict[str | None, int] = {}
    for uitkomst, aantal in telling.items():
        niveau = level_of(instrument, uitkomst)
        per[niveau] = per.get(niveau, 0) + aantal
    return {n: per[n] for n in (None, *instrument.niveaus) if n in per}


def distribution(
    instrument: Instrument,
    schaal_id: str,
    gegevens: Gegevens | None = None,
    hoogstens: int = MEESTE_TELSTAPPEN,
) -> dict[Fraction | None, int] | None:
    """How many answer sets give each final score of a scale, from low to high; ``None``: no score."""

    def goal(kant: Kant) -> Doelkant:
        boom = Schaalboom(kant.aanvulling, [schaal_id])
        return Doelkant(boom, (kant.aanvulling.has_score(schaal_id),), schaal_id, lambda score: score)

    telling = _count(instrument, gegevens, hoogstens, goal)
    if telling is None:
        return None
    per: dict[Fraction | None, int] = {}
    for uitkomst, aantal in telling.items():
        per[uitkomst.verslag] = per.get(uitkomst.verslag, 0) + aantal
    return {s: per[s] for s in sorted(per, key=lambda s: (s is not None, s or 0))}


def count_signal(
    instrument: Instrument,
    signaal_id: str,
    gegevens: Gegevens | None = None,
    hoogstens: int = MEESTE_TELSTAPPEN,
) -> int | None:
    """How many answer sets make a sign true."""
    telling = _count(instrument, gegevens, hoogstens, lambda kant: signal_goal(kant, signaal_id))
    return None if telling is None else sum(n for uitkomst, n in telling.items() if uitkomst.waar[-1])


def _count(
    instrument: Instrument, gegevens: Gegevens | None, hoogstens: int, doel: Callable[[Kant], Doelkant]
) -> dict[Uitkomst, int] | None:
    try:
        model = Telmodel([instrument], gegevens or {})
        telling = Telloop(model, [doel(model.kanten[0])], Teller(hoogstens)).run()
    except TeVeel:
        return None
    return {uitkomst: aantal for (uitkomst,), (aantal, _) in telling.items()}


def _nothing(kant: Kant) -> Doelkant:
    return Doelkant(Schaalboom(kant.aanvulling, ()), ())


def level_goal(kant: Kant) -> Doelkant:
    """The final level of one version: what its scale says, and for each level whether a sign says so."""
    instrument, a = kant.instrument, kant.aanvulling
    eind = instrument.eindniveau
    if eind is None:
        return _nothing(kant)
    tekens = [[id_ for id_, s in instrument.signalen.items() if s.niveau == n] for n in instrument.niveaus]
    schaal = instrument.schalen[eind]
    return Doelkant(
        Schaalboom(
            a,
            [eind, *(s for leden in tekens for id_ in leden for s in _scales(instrument, id_) if s != eind)],
        ),
        (a.has_score(eind), *(a.formules.any_of(a.signalen[id_] for id_ in leden) for leden in tekens)),
        eind,
        lambda score: level(schaal, score),
        len(tekens),
    )


def level_of(instrument: Instrument, uitkomst: Uitkomst) -> str | None:
    """The final level that an outcome of ``level_goal`` stands for."""
    if instrument.eindniveau is None:
        return None
    tekens = [n for n, waar in zip(instrument.niveaus, uitkomst.waar[1:], strict=True) if waar]
    niveaus = [*tekens, *([] if uitkomst.verslag is None else [uitkomst.verslag])]
    return max(niveaus, key=list(instrument.niveaus).index, default=None)


def signal_goal(kant: Kant, signaal_id: str | None) -> Doelkant:
    """Whether one sign is true; ``None``: a sign that this version does not have."""
    if signaal_id is None:
        return Doelkant(Schaalboom(kant.aanvulling, ()), (0,))
    schalen = _scales(kant.instrument, signaal_id)
    return Doelkant(Schaalboom(kant.aanvulling, schalen), (kant.aanvulling.signalen[signaal_id],))


def _scales(instrument: Instrument, signaal_id: str) -> list[str]:
    toetsen = leaves(instrument.signalen[signaal_id].als)
    return list(dict.fromkeys(toets.schaal for toets in toetsen if isinstance(toets, Schaaltoets)))
