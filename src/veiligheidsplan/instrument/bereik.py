"""What an instrument can come to (*bereik*) over all answers and all facts of a case; for ``instrument valideer``.

A fact of the case stays unknown while scoring; here each is tried at every value that a condition can tell apart,
and as unknown: then questions are shown together that no known value shows together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import ceil, floor, prod

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.bereik_halverwege import comes_out_halfway, differs_halfway
from veiligheidsplan.instrument.bereik_onbekend import MetOnbekend
from veiligheidsplan.instrument.bereik_ruim import span_of_scale
from veiligheidsplan.instrument.formule import ONWAAR, WAAR, denial
from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.getuigen import Getuigen
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import Klasse, TeVeel, Vraagmaat
from veiligheidsplan.instrument.punten import finish, level
from veiligheidsplan.instrument.schatting import Schatting
from veiligheidsplan.instrument.stappenraming import Stappenraming
from veiligheidsplan.instrument.steekproef import Steekproef
from veiligheidsplan.instrument.uitputting import Doel
from veiligheidsplan.instrument.verzameling import MEESTE_STAPPEN
from veiligheidsplan.instrument.voorwaarde import (
    Gegeventoets,
    Niet,
    Schaaltoets,
    Voorwaarde,
    Vraagtoets,
    leaves,
)
from veiligheidsplan.instrument.vragenlijst import state_of
from veiligheidsplan.instrument.waarheid import holds, number_of

#: More combinations of facts than this are not tried: each is one pass over the instrument.
MEESTE_GEVALLEN = 64


@dataclass(frozen=True, slots=True)
class Schaalbereik:
    """What a scale can come to; without ``exact`` the bounds may be too wide and ``niveaus`` too many.

    Where it is ``evident`` that each level is reached and no score is below the lowest bound, no walk found the bounds.
    """

    laagst: Fraction | None
    hoogst: Fraction | None
    niveaus: frozenset[str]
    onder_grens: bool
    exact: bool
    evident: bool = False


class _Mogelijk(Aanvulling):
    """All that can be answered from nothing. ``beantwoord`` looks at now: here it may be true or not."""

    def _later(self, id_: str, maten: tuple[Vraagmaat, ...], geteld: bool) -> tuple[Klasse, ...]:
        klassen = super()._later(id_, maten, geteld)
        nu = sum(1 << bit for bit, (maat, _) in enumerate(maten) if maat == "beantwoord")
        return (*klassen, *(k._replace(waar=k.waar | nu) for k in klassen)) if nu else klassen


class Bereik:
    """The reach of one instrument. Conditions asked about must be its own (``toon_als`` and ``als``)."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        #: how often an estimate stood in for a proof: then *possible* may be said of what is not
        self.geschat = 0
        #: steps of work that the scores of scales took
        self.stappen = 0
        self._getuigen: dict[int, Getuigen] = {}

    @cached_property
    def steekproef(self) -> Steekproef | None:
        """A handful of conversations that show most of what is possible; none where there are too many cases."""
        return Steekproef(self._instrument, self._feiten) if self.volledig else None

    def truths(self, voorwaarde: Voorwaarde) -> frozenset[bool]:
        """Which of true and false some case and some answers, also missing ones, can make this condition."""
        waar, onwaar = self.steekproef.truth(voorwaarde) if self.steekproef else (0, 0)
        uit = set[bool]()
        if waar or self._halfway(voorwaarde, True) or self._can_be_true(voorwaarde):
            uit.add(True)
        if onwaar or self._halfway(voorwaarde, False) or self._can_be_true(Niet(niet=voorwaarde)):
            uit.add(False)
        return frozenset(uit)

    def _halfway(self, voorwaarde: Voorwaarde, waar: bool) -> bool:
        return self.steekproef is not None and comes_out_halfway(
            self._instrument, self.steekproef, voorwaarde, waar
        )

    def can_be_shown(self, vraag_id: str) -> bool:
        """Whether some case and some answers, also missing ones, show the question."""
        if self.steekproef and self.steekproef.getoond[vraag_id]:
            return True
        return any(self.possible(a, a.toon[a.nummer[vraag_id]]) for a in self._onderweg)

    def can_fire(self, signaal_id: str) -> bool:
        """Whether a sign can be true."""
        als = self._instrument.signalen[signaal_id].als
        if self.steekproef and self.steekproef.truth(als)[0]:
            return True
        return self._halfway(als, True) or self._can_be_true(als)

    def can_stay_silent(self, signaal_id: str) -> bool:
        """Whether a sign can be not true, also because a scale has no score: neither true nor false."""
        als = self._instrument.signalen[signaal_id].als
        if self.steekproef and self.steekproef.truth(als)[0] != self.steekproef.alle:
            return True
        return any(self.possible(a, denial(a.formules, a.signalen[signaal_id])) for a in self.gevallen)

    def differs(self, ruim: Voorwaarde, krap: Voorwaarde) -> bool:
        """Whether *ruim*, which is true wherever *krap* is, is ever true, false or unknown where the other is not."""
        if self.seen_to_differ(ruim, krap):
            return True
        if self.steekproef and differs_halfway(self._instrument, self.steekproef, ruim, krap):
            return True
        if any(
            isinstance(t, Schaaltoets) and self._may_lack_score(t.schaal)
            for t in (*leaves(ruim), *leaves(krap))
        ):
            return True  # a test of a scale without a score is unknown, which no formula here shows
        anders = Niet(niet=krap)
        return any(
            self.possible(a, a.formules.all_of(paar))
            for a in self._onderweg
            for paar in (
                (a.formula(ruim), a.not_false(anders)),
                (a.not_false(ruim), a.formula(anders)),
            )
        )

    def seen_to_differ(self, ruim: Voorwaarde, krap: Voorwaarde) -> bool:
        """Whether one of the conversations shows that they differ; that none does says nothing."""
        if not self.steekproef:
            return False
        (waar, onwaar), (krap_waar, krap_onwaar) = map(self.steekproef.truth, (ruim, krap))
        return bool(waar & ~krap_waar or krap_onwaar & ~onwaar)

    def _may_lack_score(self, schaal_id: str) -> bool:
        """Whether a scale, or one that it counts, may have no score at all."""
        schaal = self._instrument.schalen[schaal_id]
        if schaal.vereist or schaal.methode in ("gemiddelde", "hoogste"):
            return True
        onder = [id_ for id_ in schaal.telt or () if id_ in self._instrument.schalen]
        return schaal.ontbrekend in ("ongeldig", "naar_rato") or any(map(self._may_lack_score, onder))

    def _can_be_true(self, voorwaarde: Voorwaarde) -> bool:
        bladen = list(leaves(voorwaarde))
        schaal = any(isinstance(toets, Schaaltoets) for toets in bladen)
        if schaal:
            # what holds on the way holds at some end too, where the scales only narrow and the questions stay shown
            if any(self.possible(a, a.formula(voorwaarde)) for a in self.gevallen):
                return True
            smal = all(self._narrows(toets.schaal) for toets in bladen if isinstance(toets, Schaaltoets))
            if smal and self._stays(toets.vraag for toets in bladen if isinstance(toets, Vraagtoets)):
                return False
        kan = any(self.possible(a, a.formula(voorwaarde)) for a in self._onderweg)
        self.geschat += schaal and kan
        return kan

    def _narrows(self, schaal_id: str) -> bool:
        """Whether no missing answer gives the scale a score that complete answers do not give."""
        return self._instrument.schalen[schaal_id].ontbrekend == "bandbreedte"

    def _stays(self, vragen: Iterable[str]) -> bool:
        """Whether some end shows all of these questions that the way to it shows: each condition one test, no two
        tests of one question."""
        toetsen: dict[str, Vraagtoets] = {}
        stapel = list(vragen)
        while stapel:
            toets = self._instrument.toon_als[stapel.pop()]
            if toets is None:
                continue
            if not isinstance(toets, Vraagtoets) or toetsen.setdefault(toets.vraag, toets) != toets:
                return False
            if not any(self.possible(a, a.formula(toets)) for a in self.gevallen):
                return False  # shown while something is open, and at no end
            stapel.append(toets.vraag)
        return True

    def _scale_test(self, toets: Schaaltoets, ontkend: bool) -> bool:
        deel: Voorwaarde = Niet(niet=toets) if ontkend else toets
        if self._narrows(toets.schaal):
            return any(self.possible(a, a.formula(deel)) for a in self.gevallen)
        grenzen = span_of_scale(self._instrument, toets.schaal)
        return grenzen is not None and any(
            holds(toets.maat, toets.maatwaarde, grens) != ontkend for grens in grenzen
        )

    def scale(self, schaal_id: str) -> Schaalbereik:
        """The extremes and levels of a scale when everything is answered, whatever its rule for missing answers."""
        delen = [self._scale(a, schaal_id) for a in self.gevallen]
        laag = [deel.laagst for deel in delen if deel.laagst is not None]
        hoog = [deel.hoogst for deel in delen if deel.hoogst is not None]
        return Schaalbereik(
            min(laag, default=None),
            max(hoog, default=None),
            frozenset().union(*(deel.niveaus for deel in delen)),
            any(deel.onder_grens for deel in delen),
            all(deel.exact for deel in delen),
        )

    def evident(self, schaal_id: str) -> Schaalbereik | None:
        """Where it is certain without any walk that a scale reaches each of its levels and never comes below the
        lowest; else ``None``."""
        schaal, proef = self._instrument.schalen[schaal_id], self.steekproef
        if proef is None or not all(proef.levels(schaal_id).values()):
            return None
        laagst = finish(schaal, self._raming.least(schaal_id)) if schaal.grenzen else None
        if schaal.grenzen and (laagst is None or laagst < min(schaal.grenzen.values())):
            return None
        return Schaalbereik(None, None, frozenset(schaal.grenzen), False, True, evident=True)

    def estimate(self, schaal_id: str) -> int | None:
        """At most how many steps the walk over a scale takes; ``None`` where that is not known."""
        stappen = self._raming.steps(schaal_id)
        return None if stappen is None else stappen * _combinations(self._feiten)

    @cached_property
    def _raming(self) -> Stappenraming:
        return Stappenraming(self._instrument, self.steekproef or Steekproef(self._instrument, self._feiten))

    @cached_property
    def _feiten(self) -> dict[str, list[Gegevenwaarde]]:
        return _facts(self._instrument)

    @cached_property
    def volledig(self) -> bool:
        """Whether every combination of facts is tried; if not, *impossible* may be said of what is not."""
        return _combinations(self._feiten) <= MEESTE_GEVALLEN

    @cached_property
    def gevallen(self) -> list[Aanvulling]:
        """Every case that the conditions can tell apart, for what complete answers come to."""
        return [_Mogelijk(state_of(self._instrument, {}, feiten)) for feiten in _cases(self._instrument)]

    @cached_property
    def _onderweg(self) -> list[MetOnbekend]:
        return [
            MetOnbekend(state_of(self._instrument, {}, feiten), self._scale_test)
            for feiten in _cases(self._instrument)
        ]

    def possible(self, aanvulling: Aanvulling, formule: int) -> bool:
        """Whether a formula over the tests of the instrument is true for some answers in one of its cases."""
        if formule in (WAAR, ONWAAR):
            return formule == WAAR
        getuigen = self._getuigen.get(id(aanvulling))
        if getuigen is None:
            getuigen = self._getuigen[id(aanvulling)] = Getuigen(aanvulling)
        if getuigen.show(formule):
            return True
        nummers = aanvulling.formules.variables(formule)
        schalen = [naam for naam, nummer in aanvulling.schaalnummer.items() if nummer in nummers]
        try:
            return Doel(aanvulling, schalen, formule).possible()
        except TeVeel:
            self.geschat += 1
            return Schatting(aanvulling).may_be_true(formule)

    def _scale(self, aanvulling: Aanvulling, schaal_id: str) -> Schaalbereik:
        schaal = self._instrument.schalen[schaal_id]
        grenzen = sorted(Fraction(grens) for grens in schaal.grenzen.values())
        try:
            doel = Doel(aanvulling, [schaal_id], aanvulling.has_score(schaal_id))
            scores = doel.scores(grenzen)
            self.stappen += MEESTE_STAPPEN - doel.teller.over
            niveaus = frozenset(n for score in scores if (n := level(schaal, score)) is not None)
            onder = bool(grenzen) and any(score < grenzen[0] for score in scores)
            return Schaalbereik(min(scores, default=None), max(scores, default=None), niveaus, onder, True)
        except TeVeel:
            laag, hoog = Schatting(aanvulling).interval(schaal_id)
            if laag is None or hoog is None:
                return Schaalbereik(None, None, frozenset(), False, False)
            tussen = [laag, hoog, *(grens for grens in grenzen if laag <= grens <= hoog)]
            niveaus = frozenset(n for score in tussen if (n := level(schaal, score)) is not None)
            return Schaalbereik(laag, hoog, niveaus, bool(grenzen) and laag < grenzen[0], False)


def _cases(instrument: Instrument) -> Iterator[dict[str, Gegevenwaarde]]:
    """Every combination of facts that the conditions can tell apart; no facts where there are too many."""
    waarden = _facts(instrument)
    if _combinations(waarden) > MEESTE_GEVALLEN:
        yield {}
        return
    for combinatie in product(*((*keus, None) for keus in waarden.values())):
        yield {naam: feit for naam, feit in zip(waarden, combinatie, strict=True) if feit is not None}


def _facts(instrument: Instrument) -> dict[str, list[Gegevenwaarde]]:
    """Per fact that a condition names, one value for each way in which its tests can come out together."""
    toetsen: dict[str, list[Gegeventoets]] = {}
    for voorwaarde in instrument.voorwaarden:
        for toets in leaves(voorwaarde):
            if isinstance(toets, Gegeventoets):
                toetsen.setdefault(toets.gegeven, []).append(toets)
    return {naam: _told_apart(leden) for naam, leden in toetsen.items()}


def _told_apart(toetsen: list[Gegeventoets]) -> list[Gegevenwaarde]:
    waarden = sorted({waarde for toets in toetsen for waarde in values_of_fact(toets)}, key=str)
    per = {tuple(holds(t.maat, t.maatwaarde, waarde) for t in toetsen): waarde for waarde in waarden}
    return list(per.values())


def _combinations(waarden: dict[str, list[Gegevenwaarde]]) -> int:
    return prod(len(keus) + 1 for keus in waarden.values())


def values_of_fact(toets: Gegeventoets) -> set[Gegevenwaarde]:
    """Values of a fact on each side of one test."""
    if toets.gegeven != "leeftijd":
        return {"ja", "nee"}
    if toets.maat == "beantwoord":
        return {0}
    maten = toets.maatwaarde if toets.maat == "in" else (toets.maatwaarde,)
    uit: set[Gegevenwaarde] = {0}
    for maat in maten:
        getal = number_of(maat)
        if getal is not None:
            uit |= {jaar for jaar in (ceil(getal), floor(getal) + 1) if jaar >= 0}
    return uit
