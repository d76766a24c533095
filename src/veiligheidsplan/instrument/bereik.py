"""What an instrument can come to (*bereik*) over all answers and all facts of a case; for ``instrument valideer``.

A fact of the case stays unknown while scoring; here each is tried at every value that a condition can tell apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import ceil, floor

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.formule import ONWAAR, WAAR
from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.punten import level
from veiligheidsplan.instrument.schatting import Schatting
from veiligheidsplan.instrument.uitputting import Doel
from veiligheidsplan.instrument.voorwaarde import Gegeventoets, Niet, Voorwaarde, leaves
from veiligheidsplan.instrument.vragenlijst import state_of
from veiligheidsplan.instrument.waarheid import number_of

#: More combinations of facts than this are not tried: each is one pass over the instrument.
MEESTE_GEVALLEN = 64


@dataclass(frozen=True, slots=True)
class Schaalbereik:
    """What a scale can come to; without ``exact`` the bounds may be too wide and ``niveaus`` too many."""

    laagst: Fraction | None
    hoogst: Fraction | None
    niveaus: frozenset[str]
    onder_grens: bool
    exact: bool


class Bereik:
    """The reach of one instrument. Conditions asked about must be its own (``toon_als`` and ``als``)."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument

    def truths(self, voorwaarde: Voorwaarde) -> frozenset[bool]:
        """Which of true and false some case and some answers can make this condition of the instrument."""
        kan = {True: voorwaarde, False: Niet(niet=voorwaarde)}
        return frozenset(
            w for w, v in kan.items() if any(self._possible(a, a.formula(v)) for a in self._gevallen)
        )

    def can_be_shown(self, vraag_id: str) -> bool:
        """Whether some case and some answers show the question."""
        return any(self._possible(a, a.toon[a.nummer[vraag_id]]) for a in self._gevallen)

    def can_fire(self, signaal_id: str) -> bool:
        """Whether a sign can be true."""
        return any(self._possible(a, a.signalen[signaal_id]) for a in self._gevallen)

    def scale(self, schaal_id: str) -> Schaalbereik:
        """The extremes and levels of a scale when everything is answered, whatever its rule for missing answers."""
        delen = [self._scale(a, schaal_id) for a in self._gevallen]
        laag = [deel.laagst for deel in delen if deel.laagst is not None]
        hoog = [deel.hoogst for deel in delen if deel.hoogst is not None]
        return Schaalbereik(
            min(laag, default=None),
            max(hoog, default=None),
            frozenset().union(*(deel.niveaus for deel in delen)),
            any(deel.onder_grens for deel in delen),
            all(deel.exact for deel in delen),
        )

    @cached_property
    def _gevallen(self) -> list[Aanvulling]:
        return [Aanvulling(state_of(self._instrument, {}, feiten)) for feiten in _cases(self._instrument)]

    def _possible(self, aanvulling: Aanvulling, formule: int) -> bool:
        if formule in (WAAR, ONWAAR):
            return formule == WAAR
        nummers = aanvulling.formules.variables(formule)
        schalen = [naam for naam, nummer in aanvulling.schaalnummer.items() if nummer in nummers]
        try:
            return Doel(aanvulling, schalen, formule).possible()
        except TeVeel:
            return Schatting(aanvulling).may_be_true(formule)

    def _scale(self, aanvulling: Aanvulling, schaal_id: str) -> Schaalbereik:
        schaal = self._instrument.schalen[schaal_id]
        grenzen = sorted(Fraction(grens) for grens in schaal.grenzen.values())
        try:
            scores = Doel(aanvulling, [schaal_id], aanvulling.has_score(schaal_id)).scores(grenzen)
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
    waarden: dict[str, set[Gegevenwaarde]] = {}
    for voorwaarde in (*instrument.toon_als.values(), *(s.als for s in instrument.signalen.values())):
        for toets in leaves(voorwaarde):
            if isinstance(toets, Gegeventoets):
                waarden.setdefault(toets.gegeven, set()).update(_values(toets))
    aantal = 1
    for keus in waarden.values():
        aantal *= len(keus)
    if aantal > MEESTE_GEVALLEN:
        yield {}
        return
    namen = list(waarden)
    for combinatie in product(*(sorted(waarden[naam], key=str) for naam in namen)):
        yield dict(zip(namen, combinatie, strict=True))


def _values(toets: Gegeventoets) -> set[Gegevenwaarde]:
    if toets.gegeven != "leeftijd":
        return {"ja", "nee"}
    maten = toets.maatwaarde if toets.maat == "in" else (toets.maatwaarde,)
    uit: set[Gegevenwaarde] = {0}
    for maat in maten:
        getal = number_of(maat)
        if getal is not None:
            uit |= {jaar for jaar in (ceil(getal), floor(getal) + 1) if jaar >= 0}
    return uit
