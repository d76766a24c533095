"""Completions (*aanvullingen*) of one state: per question its classes and when it is shown, common to all goals.

A completion gives a concrete answer to every question that is shown in it and has no real answer now. What cannot
vary is filled in here once, so that only real links between questions are left.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from veiligheidsplan.instrument.formule import ONWAAR, WAAR, Formules
from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import (
    MEESTE_KLASSEN_SAMEN,
    Klasse,
    TeVeel,
    Vraagmaat,
    class_of,
    classes_of,
)
from veiligheidsplan.instrument.punten import counted
from veiligheidsplan.instrument.voorwaarde import Gegeventoets, Toets, Voorwaarde, Vraagtoets, leaves
from veiligheidsplan.instrument.vragenlijst import Stand, truth_of_gegeven
from veiligheidsplan.instrument.waarheid import number_of

#: the test of a scale: has it a score at all?
_HEEFT_SCORE: Vraagmaat = ("score", None)
#: the test of a question that holds whenever it is shown
_GETOOND: Vraagmaat = ("getoond", None)


#: the conditions of one instrument are kept for at most this many combinations of facts
_MEESTE_VERTALINGEN = 8


@dataclass(frozen=True, slots=True)
class Vertaling:
    """All conditions of an instrument as formulas, with what they and the scales name. Never changed."""

    formules: Formules
    namen: tuple[str, ...]
    nummer: dict[str, int]
    schaalnummer: dict[str, int]
    maten: list[dict[Vraagmaat, int]]
    telt: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    vereist: dict[str, frozenset[str]]
    geteld: frozenset[str]
    ruw: list[int]
    tekens: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Bewaard:
    """What is kept with an instrument: it follows from these parts, and from nothing that is answered."""

    delen: tuple[object, ...]
    gegevens: tuple[str, ...]
    telt: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    vertalingen: dict[tuple[tuple[str, Gegevenwaarde | None], ...], Vertaling] = field(default_factory=dict)
    klassen: dict[tuple[str, tuple[Vraagmaat, ...], bool], tuple[Klasse, ...] | None] = field(
        default_factory=dict
    )


def _kept(instrument: Instrument) -> _Bewaard:
    delen = (instrument.onderdelen, instrument.antwoordlijsten, instrument.schalen, instrument.signalen)
    bewaard = instrument.bewaard.get("aanvulling")
    # a copy with another part takes what was kept along, and must not use it
    if isinstance(bewaard, _Bewaard) and all(a is b for a, b in zip(bewaard.delen, delen, strict=True)):
        return bewaard
    voorwaarden = (*instrument.toon_als.values(), *(s.als for s in instrument.signalen.values()))
    namen = {t.gegeven for v in voorwaarden for t in leaves(v) if isinstance(t, Gegeventoets)}
    instrument.bewaard["aanvulling"] = uit = _Bewaard(delen, tuple(sorted(namen)))
    return uit


class Aanvulling:
    """Variables are questions (0 … n-1, file order) and scales (n …); conditions are formulas over them."""

    def __init__(self, stand: Stand) -> None:
        instrument = stand.instrument
        self.stand = stand
        vertaling = self._translated(instrument)
        self.formules = vertaling.formules.copy()
        self.namen, self.nummer, self.schaalnummer = vertaling.namen, vertaling.nummer, vertaling.schaalnummer
        self._maten: list[dict[Vraagmaat, int]] = [dict(maten) for maten in vertaling.maten]
        self.telt, self._geteld = vertaling.telt, vertaling.geteld
        self._vereist: dict[str, frozenset[str]] = vertaling.vereist
        self._klassen = _kept(instrument).klassen
        self._over = MEESTE_KLASSEN_SAMEN
        self._vast: dict[int, int] = {}
        self.toon: list[int] = []
        self.klassen: list[tuple[Klasse, ...] | None] = []
        for i, formule in enumerate(vertaling.ruw):
            self._settle(i, self._fill(formule))
        self.signalen = {id_: self._fill(formule) for id_, formule in vertaling.tekens.items()}

    def _translated(self, instrument: Instrument) -> Vertaling:
        """The conditions as formulas: for these facts, and kept with the instrument."""
        bewaard = _kept(instrument)
        feiten = tuple((naam, self.stand.gegevens.get(naam)) for naam in bewaard.gegevens)
        if feiten not in bewaard.vertalingen:
            if len(bewaard.vertalingen) > _MEESTE_VERTALINGEN:
                bewaard.vertalingen.clear()
            bewaard.vertalingen[feiten] = self._new_translation(instrument)
        return bewaard.vertalingen[feiten]

    def _new_translation(self, instrument: Instrument) -> Vertaling:
        self.formules = Formules()
        self.namen = tuple(instrument.vragen)
        self.nummer = {id_: i for i, id_ in enumerate(self.namen)}
        self.schaalnummer = {id_: len(self.namen) + i for i, id_ in enumerate(instrument.schalen)}
        self._maten = [{} for _ in range(len(self.namen) + len(self.schaalnummer))]
        self.telt = _kept(instrument).telt
        if not self.telt:
            self.telt.update((id_, counted(instrument, schaal)) for id_, schaal in instrument.schalen.items())
        self._vereist = {}
        ruw = [self._translate(instrument.toon_als[id_], onbekend=True) for id_ in self.namen]
        tekens = {id_: self._translate(s.als, onbekend=False) for id_, s in instrument.signalen.items()}
        for vraag in {vraag for id_ in instrument.schalen for vraag in self._required(id_)}:
            self._is_shown(vraag)  # before the classes are made: a test of a scale can be asked about later
        geteld = frozenset(vraag for vragen, _ in self.telt.values() for vraag in vragen)
        return Vertaling(
            self.formules, self.namen, self.nummer, self.schaalnummer, self._maten, self.telt,
            self._vereist, geteld, ruw, tekens,
        )  # fmt: skip

    def has_score(self, schaal_id: str) -> int:
        """The formula *this scale has a score*."""
        nummer = self.schaalnummer[schaal_id]
        return self.formules.literal(nummer, self._bit(nummer, _HEEFT_SCORE), True)

    def measures(self, variabele: int) -> dict[Vraagmaat, int]:
        """The tests of a question or scale, with the bit of each."""
        return self._maten[variabele]

    def formula(self, voorwaarde: Voorwaarde) -> int:
        """*This condition is true*, over tests that the instrument itself makes too; see ``signalen``."""
        return self._fill(self._translate(voorwaarde, onbekend=False))

    def not_false(self, voorwaarde: Voorwaarde) -> int:
        """*This condition is true or unknown*, over tests that the instrument itself makes too."""
        return self._fill(self._translate(voorwaarde, onbekend=True))

    def bits(self, formule: int) -> dict[int, int]:
        """Which tests of which variables a formula depends on."""
        uit: dict[int, int] = {}
        stapel, gezien = [formule], set[int]()
        while stapel:
            nu = stapel.pop()
            if nu not in gezien:
                gezien.add(nu)
                soort, delen = self.formules.parts(nu)
                if soort == "toets":
                    uit[delen[0]] = uit.get(delen[0], 0) | 1 << delen[1]
                elif soort != "vast":
                    stapel += delen
        return uit

    def _settle(self, i: int, formule: int) -> None:
        """Classes of question *i*; where its truths cannot vary, later conditions are told at once."""
        self.toon.append(formule)
        if formule == ONWAAR:
            self.klassen.append(())
            self._vast[i] = 0
            return
        id_, maten = self.namen[i], tuple(self._maten[i])
        geteld = id_ in self._geteld
        try:
            if id_ in self.stand.antwoorden:
                waarde = self.stand.antwoorden[id_]
                klassen: tuple[Klasse, ...] = (class_of(self.stand.instrument, id_, maten, waarde, geteld),)
            else:
                klassen = self._later(id_, maten, geteld)
        except TeVeel:
            self.klassen.append(None)
            return
        self.klassen.append(klassen)
        waarheden = {klasse.waar for klasse in klassen}
        if len(waarheden) == 1 and (formule == WAAR or waarheden == {0}):
            self._vast[i] = waarheden.pop()

    def _later(self, id_: str, maten: tuple[Vraagmaat, ...], geteld: bool) -> tuple[Klasse, ...]:
        """The classes of a question that has no real answer now."""
        sleutel = (id_, maten, geteld)
        if self._over < 0:
            raise TeVeel
        if sleutel not in self._klassen:
            try:
                self._klassen[sleutel] = classes_of(self.stand.instrument, id_, maten, geteld)
            except TeVeel:
                self._klassen[sleutel] = None
        klassen = self._klassen[sleutel]
        self._over -= len(klassen or ())
        if klassen is None or self._over < 0:
            raise TeVeel
        return klassen

    def _fill(self, formule: int) -> int:
        for variabele in self.formules.variables(formule):
            if variabele in self._vast:
                formule = self.formules.fill(formule, variabele, self._vast[variabele])
        return formule

    def _translate(self, voorwaarde: Voorwaarde | None, *, onbekend: bool) -> int:
        """*onbekend*: what an unknown leaf counts as. Shown: true, in both polarities. A sign: false."""

        def leaf(toets: Toets, ontkend: bool) -> int:
            if isinstance(toets, Gegeventoets):
                waar = truth_of_gegeven(toets, self.stand.gegevens)
                return int(onbekend) if waar is None else int(waar != ontkend)
            if isinstance(toets, Vraagtoets):
                nummer = self.nummer[toets.vraag]
                maat: Vraagmaat = (toets.maat, toets.maatwaarde)
                return self.formules.literal(nummer, self._bit(nummer, maat), not ontkend)
            nummer = self.schaalnummer[toets.schaal]
            # a scale without score makes a test and its denial both not true: each has a bit of its own
            maat = (f"niet_{toets.maat}" if ontkend else toets.maat, number_of(toets.maatwaarde))
            heeft = [self._is_shown(vraag) for vraag in self._required(toets.schaal)]
            return self.formules.all_of(
                [self.formules.literal(nummer, self._bit(nummer, maat), True), *heeft]
            )

        return WAAR if voorwaarde is None else self.formules.translate(voorwaarde, leaf)

    def _is_shown(self, vraag: str) -> int:
        nummer = self.nummer[vraag]
        return self.formules.literal(nummer, self._bit(nummer, _GETOOND), True)

    def _required(self, schaal_id: str) -> frozenset[str]:
        """The questions without which a scale, or one that it counts, has no score."""
        if schaal_id not in self._vereist:
            eigen = self.stand.instrument.schalen[schaal_id].vereist
            onder = (self._required(sub) for sub in self.telt[schaal_id][1])
            self._vereist[schaal_id] = frozenset(eigen).union(*onder)
        return self._vereist[schaal_id]

    def _bit(self, variabele: int, maat: Vraagmaat) -> int:
        return self._maten[variabele].setdefault(maat, len(self._maten[variabele]))
