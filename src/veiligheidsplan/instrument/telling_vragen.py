"""Answers counted (*telling*): how many answers to a question have the same points and the same truths, in one or
two versions of an instrument at once.

A question that two versions share gets one answer, that is possible in each version that shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import Any, NamedTuple

from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import (
    MEESTE_KLASSEN,
    Klasse,
    TeVeel,
    Vraagmaat,
    class_of,
)
from veiligheidsplan.instrument.punten import exact, points
from veiligheidsplan.instrument.vragenlijst import state_of
from veiligheidsplan.instrument.waarheid import number_of


class _Volledig(Aanvulling):
    """Every shown question is answered now: *beantwoord* is true wherever the question is shown."""

    def _later(self, id_: str, maten: tuple[Vraagmaat, ...], geteld: bool) -> tuple[Klasse, ...]:
        nu = sum(1 << bit for bit, (maat, _) in enumerate(maten) if maat == "beantwoord")
        return tuple(k._replace(waar=k.waar | nu) for k in super()._later(id_, maten, geteld))


class Kant:
    """One version (*kant*) of an instrument, in one case: its conditions as formulas, and what is counted."""

    def __init__(self, instrument: Instrument, gegevens: dict[str, Gegevenwaarde]) -> None:
        self.instrument = instrument
        self.aanvulling = _Volledig(state_of(instrument, {}, gegevens))
        self.geteld = frozenset(v for vragen, _ in self.aanvulling.telt.values() for v in vragen)

    def measures(self, id_: str) -> tuple[Vraagmaat, ...]:
        """The tests that this version makes on a question, bit by bit."""
        return tuple(self.aanvulling.measures(self.aanvulling.nummer[id_]))

    def class_of(self, id_: str, waarde: Any) -> Klasse:
        """Points and truths of one answer here."""
        return class_of(self.instrument, id_, self.measures(id_), waarde, id_ in self.geteld)


class Antwoordklasse(NamedTuple):
    """How many answers are the same in each version (``None``: not shown there), and one of them."""

    aantal: int
    delen: tuple[Klasse | None, ...]
    voorbeeld: Any


#: the id of one question in each version; ``None`` where that version does not have it
Vraagpaar = tuple[str | None, ...]


class Antwoordtelling:
    """The classes of one question. *getoond*, one for each version, says which versions show it."""

    def __init__(self, kanten: Sequence[Kant], paar: Vraagpaar) -> None:
        self._kanten, self._paar = kanten, paar
        self._bekend: dict[tuple[bool, ...], tuple[Antwoordklasse, ...]] = {}

    def classes(self, getoond: tuple[bool, ...]) -> tuple[Antwoordklasse, ...]:
        """Raises ``TeVeel`` above ``MEESTE_KLASSEN`` classes."""
        if getoond not in self._bekend:
            self._bekend[getoond] = tuple(self._count(getoond))
        return self._bekend[getoond]

    def _count(self, getoond: tuple[bool, ...]) -> Iterator[Antwoordklasse]:
        paren = zip(self._kanten, self._paar, getoond, strict=True)
        leden: Leden = [(kant, id_) if ja and id_ is not None else None for kant, id_, ja in paren]
        echt = [lid for lid in leden if lid is not None]
        if not echt:
            yield Antwoordklasse(1, (None,) * len(leden), None)
        elif echt[0][0].instrument.vragen[echt[0][1]].type == "meerkeuze":
            yield from _subsets(leden, _codes(echt))
        else:
            yield from _gather(leden, self._values(echt))

    def _values(self, echt: Sequence[Lid]) -> Iterator[tuple[Any, int]]:
        """Answers, each with how many others have the same points and truths everywhere."""
        match soort := echt[0][0].instrument.vragen[echt[0][1]].type:
            case "keuze":
                yield from ((code, 1) for code in _codes(echt))
            case "schaal" | "getal":
                bestaat = zip(self._kanten, self._paar, strict=True)
                grenzen = {g for kant, id_ in bestaat if id_ is not None for g in _bounds(kant, id_)}
                yield from _numbers([kant.instrument.vragen[id_] for kant, id_ in echt], grenzen)
            case _:
                yield _IETS[soort], 1  # a text or a date: that it is answered is all that counts


#: a text or a date that may stand for any other
_IETS = {"tekst": "tekst", "datum": "2000-01-01"}
Lid = tuple[Kant, str]
Leden = Sequence[Lid | None]


def _gather(leden: Leden, waarden: Iterator[tuple[Any, int]]) -> Iterator[Antwoordklasse]:
    per: dict[tuple[Klasse | None, ...], tuple[int, Any]] = {}
    for waarde, aantal in waarden:
        delen = tuple(lid and lid[0].class_of(lid[1], waarde) for lid in leden)
        tot_nu, eerste = per.get(delen, (0, waarde))
        per[delen] = (tot_nu + aantal, eerste)
    for delen, (aantal, waarde) in per.items():
        yield Antwoordklasse(aantal, delen, waarde)


def _codes(leden: Sequence[Lid]) -> list[str]:
    """The codes that each version has."""
    lijsten = [kant.instrument.antwoorden_van(id_) for kant, id_ in leden]
    return [code for code in lijsten[0] if all(code in lijst for lijst in lijsten)]


def _bounds(kant: Kant, id_: str) -> set[int]:
    """Numbers from which something can be otherwise. Every value of a schaal that is counted has its own points."""
    vraag: Any = kant.instrument.vragen[id_]
    eigen = set(_breaks(kant.measures(id_))) | {vraag.van} | (set() if vraag.tot is None else {vraag.tot + 1})
    if vraag.type == "getal":
        return eigen | set(vraag.punten_vanaf or {})
    if id_ not in kant.geteld:
        return eigen
    if vraag.tot - vraag.van >= MEESTE_KLASSEN:
        raise TeVeel
    return eigen | set(range(vraag.van, vraag.tot + 1))


def _breaks(maten: Sequence[Vraagmaat]) -> Iterator[int]:
    """Whole numbers from which a test comes out otherwise."""
    for maat, maatwaarde in maten:
        for waarde in maatwaarde if maat == "in" else (maatwaarde,):
            getal = number_of(waarde)
            if getal is not None and maat in ("is", "in", "minstens"):
                yield ceil(getal)
            if getal is not None and maat in ("is", "in", "hoogstens"):
                yield floor(getal) + 1


def _numbers(vragen: Sequence[Any], grenzen: set[int]) -> Iterator[tuple[int, int]]:
    """The first number of each stretch, with how many it has. Without an end, all from the last bound on is one."""
    van = max(vraag.van for vraag in vragen)
    tot = min((vraag.tot for vraag in vragen if vraag.tot is not None), default=None)
    laatste = max(van, *grenzen) if tot is None else tot
    stukken = sorted({grens for grens in grenzen if van < grens <= laatste} | {van, laatste + 1})
    for begin, volgende in pairwise(stukken):
        if begin < volgende:
            yield begin, volgende - begin


def _subsets(leden: Leden, codes: Sequence[str]) -> Iterator[Antwoordklasse]:
    """Subsets grow answer by answer; those with the same points and truths stay one class."""
    leeg = tuple(None if lid is None else _empty(lid) for lid in leden)
    staten: dict[tuple[tuple[Klasse | None, ...], bool], tuple[int, tuple[str, ...]]] = {
        (leeg, False): (1, ())
    }
    for code in codes:
        stappen = [None if lid is None else _step(lid, code) for lid in leden]
        for (delen, _), (aantal, keus) in list(staten.items()):
            paren = zip(delen, stappen, strict=True)
            straks = (tuple(d and s and Klasse(exact(d[0] + s[0]), d[1] | s[1]) for d, s in paren), True)
            tot_nu, eerste = staten.get(straks, (0, (*keus, code)))
            staten[straks] = (tot_nu + aantal, eerste)
        if len(staten) > MEESTE_KLASSEN:
            raise TeVeel
    if not all(getattr(k.instrument.vragen[i], "geen_van_deze", False) for k, i in filter(None, leden)):
        del staten[leeg, False]
    for (delen, _), (aantal, keus) in staten.items():
        yield Antwoordklasse(aantal, delen, keus)


def _empty(lid: Lid) -> Klasse:
    altijd = ("beantwoord", "getoond")
    return Klasse(0, sum(1 << bit for bit, (maat, _) in enumerate(lid[0].measures(lid[1])) if maat in altijd))


def _step(lid: Lid, code: str) -> Klasse:
    """What one more answer adds."""
    kant, id_ = lid
    waar = sum(1 << bit for bit, maat in enumerate(kant.measures(id_)) if maat == ("bevat", code))
    return Klasse(points(kant.instrument, id_, (code,)) if id_ in kant.geteld else 0, waar)
