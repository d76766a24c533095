"""Answer profiles (*profielen*): with which weights answers are drawn, question by question.

A profile says nothing about people; it is a way to try an instrument. A question that it does not name gets each
answer equally often. Pure: whoever draws brings the source of chance.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from typing import Protocol, TypeVar

from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.voorwaarde import Vraagtoets, leaves
from veiligheidsplan.instrument.vraag import Getalvraag, Keuzevraag, Meerkeuzevraag, Schaalvraag
from veiligheidsplan.instrument.waarheid import number_of

#: a concrete answer; ``None``: it is missing
Getrokken = str | int | tuple[str, ...] | None
#: more answers of one question than this are not written out one by one
MEESTE_ANTWOORDEN = 4_096

_T = TypeVar("_T")


class Toeval(Protocol):
    """The source of chance (*toeval*); ``random.Random`` is one."""

    def random(self) -> float: ...
    def randint(self, a: int, b: int) -> int: ...


@dataclass(frozen=True, slots=True)
class Profiel:
    """Weights (above 0) per answer of the questions that are named, facts of the case, and the share of unknown.

    ``onbekend`` is the share of the shown questions that get no answer, on top of what the weights say.
    """

    naam: str
    gewichten: Mapping[str, Mapping[Getrokken, Fraction]] = field(default_factory=dict)
    gegevens: Mapping[str, Gegevenwaarde] = field(default_factory=dict)
    onbekend: Fraction = Fraction(0)
    uitleg: str | None = None

    @property
    def volledig(self) -> bool:
        """Whether every shown question always gets an answer; only then shares can be worked out exactly."""
        return not self.onbekend and not any(None in deel for deel in self.gewichten.values())


def answers_of(instrument: Instrument, vraag_id: str, profiel: Profiel) -> dict[Getrokken, Fraction]:
    """Every answer that can be drawn, with its weight. Raises ``TeVeel`` where there are too many to write out."""
    if vraag_id in profiel.gewichten:
        return dict(profiel.gewichten[vraag_id])
    vraag = instrument.vragen[vraag_id]
    match vraag:
        case Keuzevraag():
            return dict.fromkeys(instrument.antwoorden_van(vraag_id), Fraction(1))
        case Meerkeuzevraag():
            return dict.fromkeys(_subsets(instrument, vraag_id, vraag), Fraction(1))
        case Schaalvraag():
            return dict.fromkeys(_range(vraag.van, vraag.tot), Fraction(1))
        case Getalvraag():
            return dict.fromkeys(_numbers(instrument, vraag_id, vraag), Fraction(1))
        case _:
            return {"2000-01-01" if vraag.type == "datum" else "tekst": Fraction(1)}


def draw(instrument: Instrument, vraag_id: str, profiel: Profiel, toeval: Toeval) -> Getrokken:
    """One answer. Of a long scale or a long list no answers are written out."""
    vraag = instrument.vragen[vraag_id]
    if vraag_id not in profiel.gewichten:
        if isinstance(vraag, Schaalvraag):
            return toeval.randint(vraag.van, vraag.tot)
        if isinstance(vraag, Getalvraag) and vraag.tot is not None:
            return toeval.randint(vraag.van, vraag.tot)
        if isinstance(vraag, Meerkeuzevraag):
            return _some(list(instrument.antwoorden_van(vraag_id)), toeval, leeg=vraag.geen_van_deze)
    return pick(answers_of(instrument, vraag_id, profiel), toeval)


def pick(gewichten: Mapping[_T, Fraction], toeval: Toeval) -> _T:
    """One of the keys, each as often as its weight says."""
    punt = Fraction(toeval.random()) * sum(gewichten.values(), Fraction(0))
    for waarde, gewicht in gewichten.items():
        punt -= gewicht
        if punt < 0:
            return waarde
    return next(reversed(list(gewichten)))


def may_be_unknown(instrument: Instrument, vraag_id: str) -> bool:
    """Whether *weet niet* or *wil niet zeggen* is an answer to this question."""
    vraag = instrument.vragen[vraag_id]
    return vraag.weet_niet or vraag.wil_niet_zeggen


def _some(codes: list[str], toeval: Toeval, *, leeg: bool) -> tuple[str, ...]:
    """Each set of answers equally often; the empty one only where that is an answer."""
    while True:
        gekozen = tuple(code for code in codes if toeval.random() < 0.5)
        if gekozen or leeg:
            return gekozen


def _subsets(instrument: Instrument, id_: str, vraag: Meerkeuzevraag) -> list[tuple[str, ...]]:
    codes = list(instrument.antwoorden_van(id_))
    if 1 << len(codes) > MEESTE_ANTWOORDEN:
        raise TeVeel
    alle = [
        tuple(code for plek, code in enumerate(codes) if bits >> plek & 1) for bits in range(1 << len(codes))
    ]
    return alle if vraag.geen_van_deze else alle[1:]


def _range(van: int, tot: int) -> range:
    if tot - van >= MEESTE_ANTWOORDEN:
        raise TeVeel
    return range(van, tot + 1)


def _numbers(instrument: Instrument, id_: str, vraag: Getalvraag) -> list[int]:
    """Every number up to the end; without an end one for each step that points or a condition can tell apart."""
    if vraag.tot is not None:
        return list(_range(vraag.van, vraag.tot))
    stappen = {vraag.van, *(stap for stap in vraag.punten_vanaf or {} if stap >= vraag.van)}
    voorwaarden = (*instrument.toon_als.values(), *(s.als for s in instrument.signalen.values()))
    for toets in (t for v in voorwaarden for t in leaves(v)):
        if isinstance(toets, Vraagtoets) and toets.vraag == id_ and toets.maat != "beantwoord":
            maten = toets.maatwaarde if toets.maat == "in" else (toets.maatwaarde,)
            for getal in (g for maat in maten if (g := number_of(maat)) is not None):
                stappen |= {n for n in (ceil(getal), floor(getal) + 1) if n >= vraag.van}
    return sorted(stappen)
