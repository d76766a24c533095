"""The score (*score*) of an instrument for one set of answers: every scale, every sign, and the final level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.antwoorden import read_all
from veiligheidsplan.instrument.beslissend import decisive
from veiligheidsplan.instrument.formule import ONWAAR, WAAR
from veiligheidsplan.instrument.getuigen import Getuigen
from veiligheidsplan.instrument.instrument import Instrument, Schaal
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.punten import Exact, combine, finish, level, points
from veiligheidsplan.instrument.schatting import Schatting
from veiligheidsplan.instrument.uitputting import Doel
from veiligheidsplan.instrument.uitslag import Schaaluitslag, Uitslag
from veiligheidsplan.instrument.voorwaarde import Schaaltoets, Toets, leaves
from veiligheidsplan.instrument.vragenlijst import Stand, state_of
from veiligheidsplan.instrument.waarheid import Waarheid, evaluate

#: Steps of work for one scoring, of all scales and of all signs together: some 50 ms. Sixty questions with several
#: scales take a tenth of it. ``valideer`` warns where it is not enough (VP307).
STAPPEN_SCHALEN = 60_000
STAPPEN_SIGNALEN = 12_000


def scoor(
    instrument: Instrument, antwoorden: Mapping[str, object], gegevens: Mapping[str, object] | None = None
) -> Uitslag:
    """Score an instrument.

    *antwoorden*: question id -> code, list of codes, whole number, ISO date or text, or one of ``weet_niet``,
    ``wil_niet_zeggen``, ``niet_gevraagd`` and ``None`` (missing). *gegevens*: what is known of the case (leeftijd,
    thuiswonend, zwanger). Raises ``BevindingenFout`` with every unknown question and impossible answer at once.
    """
    stand = state_of(instrument, *read_all(instrument, antwoorden, gegevens))
    return _Scoring(stand).outcome()


def possible_signs(stand: Stand, signalen: Iterable[str]) -> frozenset[str]:
    """Which of these signs are true or not ruled out: as ``scoor`` says, without working out every scale for it."""
    return _Scoring(stand).possible(signalen)


def certain_signs(stand: Stand, signalen: Iterable[str]) -> frozenset[str]:
    """Which of these signs are true, as ``scoor`` says: only the scales that they ask for are worked out."""
    return _Scoring(stand).certain(signalen)


def exact_scales(instrument: Instrument) -> frozenset[str]:
    """The scales whose outcome is exact with nothing answered, as ``scoor`` says; no sign is looked at."""
    scoring = _Scoring(state_of(instrument, {}))
    return frozenset(id_ for id_ in instrument.schalen if scoring._scale(id_).exact)


class _Scoring:
    """One scoring: what scales and signs share while they are worked out."""

    def __init__(self, stand: Stand) -> None:
        self.stand, self.instrument = stand, stand.instrument
        self.aanvulling = Aanvulling(stand)
        self._scores: dict[str, Fraction | None] = {}
        self._doelen: dict[str, Doel | None] = {}
        self._schatting = Schatting(self.aanvulling)
        self._getuigen = Getuigen(self.aanvulling)
        self._over = STAPPEN_SCHALEN
        self._onder: dict[str, frozenset[str]] = {}
        self._lopend: list[Doel] = []
        #: scales of which only bounds are known, and not even whether some completion has a score
        self._onzeker: set[str] = set()
        self._uitslagen: dict[str, Schaaluitslag] = {}
        self._niveaus = list(self.instrument.niveaus)

    def outcome(self) -> Uitslag:
        instrument = self.instrument
        self._uitslagen = {id_: self._scale(id_) for id_ in instrument.schalen}
        self._over += STAPPEN_SIGNALEN
        waar = tuple(id_ for id_, s in instrument.signalen.items() if evaluate(s.als, self._truth) is True)
        mogelijk = tuple(id_ for id_ in instrument.signalen if id_ not in waar and self._possible(id_))
        laag, hoog = self._final_levels(waar, mogelijk)
        return Uitslag(
            instrument=instrument.id,
            versie=instrument.versie,
            schalen=self._uitslagen,
            signalen=waar,
            signalen_mogelijk=mogelijk,
            eindniveau=laag,
            eindniveau_hoogst=hoog,
            niet_van_toepassing=tuple(id_ for id_ in instrument.vragen if id_ not in self.stand.getoond),
        )

    def possible(self, signalen: Iterable[str]) -> frozenset[str]:
        """The signs that some completion of the answers makes true."""
        self._over += STAPPEN_SIGNALEN
        return frozenset(id_ for id_ in signalen if self._possible(id_))

    def certain(self, signalen: Iterable[str]) -> frozenset[str]:
        """The signs that every completion of the answers makes true."""
        als = {id_: self.instrument.signalen[id_].als for id_ in signalen}
        schalen = {t.schaal: None for v in als.values() for t in leaves(v) if isinstance(t, Schaaltoets)}
        self._uitslagen = {id_: self._scale(id_, beslissend=False) for id_ in schalen}
        return frozenset(id_ for id_, v in als.items() if evaluate(v, self._truth) is True)

    def _truth(self, toets: Toets) -> Waarheid:
        if not isinstance(toets, Schaaltoets):
            return self.stand.truth(toets)
        uitslag, grens = self._uitslagen[toets.schaal], Fraction(toets.maatwaarde)
        if uitslag.laagst is None or uitslag.hoogst is None or toets.schaal in self._onzeker:
            return None
        if toets.maat == "minstens":
            return True if uitslag.laagst >= grens else False if uitslag.hoogst < grens else None
        return True if uitslag.hoogst <= grens else False if uitslag.laagst > grens else None

    def _final_levels(self, waar: Iterable[str], mogelijk: Iterable[str]) -> tuple[str | None, str | None]:
        eind = self.instrument.eindniveau
        if eind is None:
            return None, None
        uitslag, tekens = self._uitslagen[eind], self.instrument.signalen
        hoogste = (
            self._highest(self.instrument.schalen[eind].grenzen)
            if uitslag.hoogst is None or eind in self._onzeker
            else uitslag.niveau_hoogst
        )
        nu = [tekens[id_].niveau for id_ in waar]
        straks = [tekens[id_].niveau for id_ in mogelijk]
        return self._highest([uitslag.niveau_laagst, *nu]), self._highest([hoogste, *nu, *straks])

    def _highest(self, niveaus: Iterable[str | None]) -> str | None:
        return max((n for n in niveaus if n is not None), key=self._niveaus.index, default=None)

    def _scale(self, id_: str, *, beslissend: bool = True) -> Schaaluitslag:
        schaal = self.instrument.schalen[id_]
        vragen = self._counted_below(id_)
        ontbrekend = tuple(v for v in self.instrument.vragen if v in vragen and self.stand.is_missing(v))
        if schaal.ontbrekend == "bandbreedte":
            return self._interval(id_, schaal, ontbrekend, zoek=beslissend)
        score = self._now(id_)
        return self._as_outcome(schaal, score, score, ontbrekend, (), exact=True)

    def _counted_below(self, id_: str) -> frozenset[str]:
        if id_ not in self._onder:
            vragen, schalen = self.aanvulling.telt[id_]
            self._onder[id_] = frozenset(vragen).union(*(self._counted_below(sub) for sub in schalen))
        return self._onder[id_]

    def _as_outcome(
        self,
        schaal: Schaal,
        laagst: Fraction | None,
        hoogst: Fraction | None,
        ontbrekend: tuple[str, ...],
        beslissend: tuple[str, ...],
        *,
        exact: bool,
    ) -> Schaaluitslag:
        onder, boven = level(schaal, laagst), level(schaal, hoogst)
        return Schaaluitslag(
            score=laagst if laagst == hoogst else None,
            laagst=laagst,
            hoogst=hoogst,
            niveau=onder if onder == boven else None,
            niveau_laagst=onder,
            niveau_hoogst=boven,
            ontbrekend=ontbrekend,
            beslissend=beslissend,
            exact=exact,
        )

    def _interval(
        self, id_: str, schaal: Schaal, ontbrekend: tuple[str, ...], *, zoek: bool
    ) -> Schaaluitslag:
        namen = self.aanvulling.namen
        mist = [i for i, naam in enumerate(namen) if self.stand.is_missing(naam)]
        exact = True
        try:
            doel = self._goal(id_)
            scores = doel.extremes()
            laagst, hoogst = (min(scores), max(scores)) if scores else (None, None)
        except TeVeel:
            exact, doel = False, None
            self._doelen[id_] = None
            laagst, hoogst = self._schatting.interval(id_)
            if laagst is not None and not self._schatting.surely_scored(id_):
                self._onzeker.add(id_)
        beslist: set[int] = set()
        if zoek and level(schaal, laagst) != level(schaal, hoogst):
            try:
                beslist = decisive(doel, id_, mist) if doel else self._may_decide(id_, mist)
            except TeVeel:
                exact, beslist = False, self._may_decide(id_, mist)
        beslissend = tuple(namen[i] for i in sorted(beslist))
        return self._as_outcome(schaal, laagst, hoogst, ontbrekend, beslissend, exact=exact)

    def _may_decide(self, id_: str, mist: list[int]) -> set[int]:
        return set(mist) & self._schatting.involved(id_)

    def _goal(self, id_: str) -> Doel:
        if id_ not in self._doelen:
            self._doelen[id_] = None  # stays so where it is too much: not tried again for a sign
            self._doelen[id_] = self._new_goal([id_], self.aanvulling.has_score(id_))
        doel = self._doelen[id_]
        if doel is None:
            raise TeVeel
        return doel

    def _new_goal(self, wortels: list[str], formule: int) -> Doel:
        """A goal with two thirds of the work that all before it left over: the next ones get a part too."""
        self._over += sum(max(doel.teller.over, 0) for doel in self._lopend)
        self._lopend.clear()
        hoogstens = self._over * 2 // 3
        self._over -= hoogstens
        self._lopend.append(Doel(self.aanvulling, wortels, formule, hoogstens))
        return self._lopend[0]

    def _now(self, id_: str) -> Fraction | None:
        """The score of a scale that is not *bandbreedte*, from what is answered now."""
        if id_ not in self._scores:
            self._scores[id_] = self._score_now(id_)
        return self._scores[id_]

    def _score_now(self, id_: str) -> Fraction | None:
        schaal, stand = self.instrument.schalen[id_], self.stand
        vragen, schalen = self.aanvulling.telt[id_]
        subs = [self._now(sub) for sub in schalen]
        onder = [score for score in subs if score is not None]
        if len(onder) < len(subs) or any(
            v not in stand.getoond or stand.is_missing(v) for v in schaal.vereist
        ):
            return None
        getoond = [v for v in vragen if v in stand.getoond]
        gegeven = [points(self.instrument, v, stand.antwoorden[v]) for v in getoond if v in stand.antwoorden]
        mist = len(getoond) - len(gegeven)
        if schaal.ontbrekend == "naar_rato":
            return self._prorate(schaal, gegeven, len(getoond), onder)
        if mist and schaal.ontbrekend != "nul":
            return None
        return finish(schaal, combine(schaal.methode, [*gegeven, *[Fraction(0)] * mist, *onder]))

    def _prorate(
        self, schaal: Schaal, gegeven: list[Exact], getoond: int, onder: list[Fraction]
    ) -> Fraction | None:
        """Over the questions named directly; counted scales are added as they are, and a mean takes each as a value."""
        mist = getoond - len(gegeven)
        if mist > schaal.hoogstens_ontbrekend or (getoond and not gegeven):
            return None
        if schaal.methode != "som":
            return finish(schaal, combine(schaal.methode, [*gegeven, *onder]))
        direct = Fraction(sum(gegeven)) / len(gegeven) * getoond if gegeven else Fraction(0)
        return finish(schaal, direct + sum(onder, Fraction(0)))

    def _possible(self, id_: str) -> bool:
        formule = self.aanvulling.signalen[id_]
        if formule in (WAAR, ONWAAR):
            return formule == WAAR
        if self._getuigen.show(formule):
            return True
        nummers = self.aanvulling.formules.variables(formule)
        schalen = [naam for naam, nummer in self.aanvulling.schaalnummer.items() if nummer in nummers]
        try:
            if len(schalen) == len(nummers) == 1:
                return self._goal(schalen[0]).possible_for(formule)
            if any(self._doelen.get(schaal, WAAR) is None for schaal in schalen):
                raise TeVeel
            return self._new_goal(schalen, formule).possible()
        except TeVeel:
            return self._schatting.may_be_true(formule)
