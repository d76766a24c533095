"""A simulation (*simulatie*): what an instrument gives for answers that are drawn. It says nothing about people.

Exact where that can be; drawn where an answer may be missing or where the instrument is too large. Pure: the source
of chance is an argument, and the same chance gives the same outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from veiligheidsplan.instrument.gevallen import Feiten, cases_of
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.profiel import Getrokken, Profiel, Toeval, draw, may_be_unknown, pick
from veiligheidsplan.instrument.punten import level
from veiligheidsplan.instrument.rekenaar import Rekenaar
from veiligheidsplan.instrument.score import scoor
from veiligheidsplan.instrument.simulatie_exact import Aandelen, Verdeling
from veiligheidsplan.instrument.uitslag import Uitslag

#: in how many drawn sets it is tried whether one answer decides: each is some hundred outcomes
MEESTE_PROEVEN = 100
#: told how many steps are done, of how many
Voortgang = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Schaalbeeld:
    """The scores of one scale, each with its share. ``open``: the share in which the score is not yet one value."""

    exact: bool
    scores: Verdeling
    niveaus: dict[str | None, Fraction]
    open: Fraction


@dataclass(frozen=True, slots=True)
class Tekenbeeld:
    """The share in which a sign is there, and in which it is not there and not ruled out either."""

    exact: bool
    gezien: Fraction
    mogelijk: Fraction


@dataclass(frozen=True, slots=True)
class Eindbeeld:
    """The share per final level (``None``: no level), and the share in which it is not yet one level."""

    exact: bool
    niveaus: dict[str | None, Fraction]
    open: Fraction


@dataclass(frozen=True, slots=True)
class Simulatie:
    """One profile. ``getrokken``: how many sets were drawn for what is not exact (0: everything is exact).

    ``door_een``: of how many complete drawn sets per final level it was tried, and in how many of these one other
    answer gives another level.
    """

    profiel: Profiel
    getrokken: int
    schalen: dict[str, Schaalbeeld]
    signalen: dict[str, Tekenbeeld]
    eind: Eindbeeld | None
    door_een: dict[str | None, tuple[int, int]]


def simulate(
    instrument: Instrument,
    profiel: Profiel,
    aantal: int,
    toeval: Toeval,
    voortgang: Voortgang = lambda _gedaan, _alles: None,
) -> Simulatie:
    """Work out or draw everything for one profile; *aantal* sets where something has to be drawn."""
    trekker = Trekker(instrument, profiel, toeval)
    aandelen = Aandelen(instrument, trekker.gevallen, profiel)
    schalen = {id_: aandelen.scores(id_) for id_ in instrument.schalen}
    tekens = {id_: aandelen.sign(id_) for id_ in instrument.signalen}
    scoort = instrument.eindniveau is not None
    eind = aandelen.final() if scoort else {}
    precies = None not in [*schalen.values(), *tekens.values(), eind]
    loten, proeven = 0 if precies else aantal, min(aantal, MEESTE_PROEVEN) if scoort else 0
    uitslagen = []
    for nummer in range(loten):
        uitslagen.append(trekker.outcome())
        voortgang(nummer + 1, loten + proeven)
    return Simulatie(
        profiel=profiel,
        getrokken=loten,
        schalen={id_: _scale(instrument, id_, deel, uitslagen) for id_, deel in schalen.items()},
        signalen={id_: _sign(id_, deel, uitslagen) for id_, deel in tekens.items()},
        eind=_final(instrument, eind, uitslagen) if scoort else None,
        door_een=_tried(instrument, trekker, proeven, lambda n: voortgang(loten + n, loten + proeven)),
    )


class Trekker:
    """Draws cases and answers; also to questions that are not shown, so that one answer can be changed alone."""

    def __init__(self, instrument: Instrument, profiel: Profiel, toeval: Toeval) -> None:
        self.instrument, self.profiel, self.toeval = instrument, profiel, toeval
        self.gevallen = cases_of(instrument, profiel.gegevens)

    def draw(self, *, volledig: bool) -> tuple[Feiten, dict[str, Getrokken]]:
        """The facts and an answer to every question; with *volledig* never a missing one."""
        feiten = pick(dict.fromkeys(range(len(self.gevallen)), Fraction(1)), self.toeval)
        antwoorden: dict[str, Getrokken] = {}
        for id_ in self.instrument.vragen:
            antwoorden[id_] = self._answer(id_, volledig)
        return self.gevallen[feiten], antwoorden

    def _answer(self, id_: str, volledig: bool) -> Getrokken:
        onbekend = Fraction(0) if volledig else self.profiel.onbekend
        if onbekend and may_be_unknown(self.instrument, id_) and self.toeval.random() < onbekend:
            return None
        gewichten = self.profiel.gewichten.get(id_)
        if volledig and gewichten and None in gewichten:
            echt = {waarde: gewicht for waarde, gewicht in gewichten.items() if waarde is not None}
            return pick(echt, self.toeval) if echt else draw(self.instrument, id_, Profiel(""), self.toeval)
        return draw(self.instrument, id_, self.profiel, self.toeval)

    def outcome(self) -> Uitslag:
        """The whole outcome of one drawn set."""
        feiten, antwoorden = self.draw(volledig=False)
        return scoor(self.instrument, antwoorden, feiten)


def _tried(
    instrument: Instrument, trekker: Trekker, proeven: int, voortgang: Callable[[int], None]
) -> dict[str | None, tuple[int, int]]:
    rekenaar = Rekenaar(instrument)
    per: dict[str | None, tuple[int, int]] = {}
    for nummer in range(proeven):
        feiten, antwoorden = trekker.draw(volledig=True)
        niveau = rekenaar.final(antwoorden, feiten)
        alle, beslist = per.get(niveau, (0, 0))
        per[niveau] = (alle + 1, beslist + rekenaar.one_decides(antwoorden, feiten))
        voortgang(nummer + 1)
    return {n: per[n] for n in (None, *instrument.niveaus) if n in per}


def _scale(
    instrument: Instrument, id_: str, exact: Verdeling | None, uitslagen: list[Uitslag]
) -> Schaalbeeld:
    if exact is not None:
        return Schaalbeeld(True, exact, _levels(instrument, id_, exact), Fraction(0))
    deel = Fraction(1, len(uitslagen))
    scores: Verdeling = {}
    niveaus: dict[str | None, Fraction] = {}
    open_ = Fraction(0)
    for uitslag in (u.schalen[id_] for u in uitslagen):
        if uitslag.laagst != uitslag.hoogst:
            open_ += deel
        else:
            scores[uitslag.score] = scores.get(uitslag.score, Fraction(0)) + deel
        if uitslag.niveau_laagst == uitslag.niveau_hoogst:
            niveaus[uitslag.niveau] = niveaus.get(uitslag.niveau, Fraction(0)) + deel
    gesorteerd = {s: scores[s] for s in sorted(scores, key=lambda s: (s is not None, s or 0))}
    return Schaalbeeld(False, gesorteerd, _in_order(instrument, niveaus), open_)


def _levels(instrument: Instrument, id_: str, scores: Verdeling) -> dict[str | None, Fraction]:
    per: dict[str | None, Fraction] = {}
    for score, deel in scores.items():
        niveau = level(instrument.schalen[id_], score)
        per[niveau] = per.get(niveau, Fraction(0)) + deel
    return _in_order(instrument, per)


def _in_order(instrument: Instrument, per: Mapping[str | None, Fraction]) -> dict[str | None, Fraction]:
    return {n: per[n] for n in (None, *instrument.niveaus) if n in per}


def _sign(id_: str, exact: Fraction | None, uitslagen: list[Uitslag]) -> Tekenbeeld:
    if exact is not None:
        return Tekenbeeld(True, exact, Fraction(0))
    gezien = sum(id_ in u.signalen for u in uitslagen)
    mogelijk = sum(id_ in u.signalen_mogelijk for u in uitslagen)
    return Tekenbeeld(False, Fraction(gezien, len(uitslagen)), Fraction(mogelijk, len(uitslagen)))


def _final(
    instrument: Instrument, exact: dict[str | None, Fraction] | None, uitslagen: list[Uitslag]
) -> Eindbeeld:
    if exact is not None:
        return Eindbeeld(True, exact, Fraction(0))
    deel = Fraction(1, len(uitslagen))
    niveaus: dict[str | None, Fraction] = {}
    open_ = Fraction(0)
    for uitslag in uitslagen:
        if uitslag.eindniveau != uitslag.eindniveau_hoogst:
            open_ += deel
        else:
            niveaus[uitslag.eindniveau] = niveaus.get(uitslag.eindniveau, Fraction(0)) + deel
    return Eindbeeld(False, _in_order(instrument, niveaus), open_)
