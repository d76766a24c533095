"""Answer domains collapsed to classes (*klassen*): answers with the same points and the same truth of every test.

No domain is walked answer by answer where that could be long: subsets of a meerkeuze grow answer by answer over
(points, truths), and numbers go from one breakpoint of a test or step to the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import Any, NamedTuple

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.punten import Exact, exact, points
from veiligheidsplan.instrument.vraag import Getalvraag, Keuzevraag, Meerkeuzevraag, Schaalvraag
from veiligheidsplan.instrument.waarheid import holds, number_of

#: More classes than this of one question: bounds instead of exact. A visual scale of 0-1000 still fits, and a
#: walk over sixty of them stays under a second.
MEESTE_KLASSEN = 2_000
#: More classes than this of all questions together: what is left over gets bounds.
MEESTE_KLASSEN_SAMEN = 64_000


class TeVeel(Exception):
    """More states than the stated number: the caller falls back to bounds that are never too narrow."""


class Klasse(NamedTuple):
    """Points (after ``gewicht``; 0 where the question is not counted) and, bit by bit, which tests are true."""

    punten: Exact
    waar: int


#: a test on one question: (maat, what it compares with)
Vraagmaat = tuple[str, Any]


def class_of(
    instrument: Instrument, id_: str, maten: Sequence[Vraagmaat], waarde: Any, geteld: bool
) -> Klasse:
    """The class of one concrete answer that is given now."""
    waar = sum(1 << bit for bit, (maat, maatwaarde) in enumerate(maten) if holds(maat, maatwaarde, waarde))
    return Klasse(points(instrument, id_, waarde) if geteld else 0, waar)


def classes_of(
    instrument: Instrument, id_: str, maten: Sequence[Vraagmaat], geteld: bool
) -> tuple[Klasse, ...]:
    """The classes of every answer that a completion could give to a question without a real answer now.

    ``beantwoord`` looks at now and is false. Raises ``TeVeel`` above ``MEESTE_KLASSEN``.
    """
    if not maten and geteld:
        snel = _untested(instrument, id_)
        if snel is not None:
            return snel
    later = [(maat, maatwaarde) if maat != "beantwoord" else ("in", ()) for maat, maatwaarde in maten]
    vraag = instrument.vragen[id_]
    waarden: Sequence[Any]
    match vraag:
        case Meerkeuzevraag():
            return _subsets(instrument, id_, vraag, later, geteld)
        case Keuzevraag():
            return _codes(instrument, id_, vraag, later, geteld)
        case Schaalvraag():
            waarden = (
                _values(vraag.van, vraag.tot, _breaks(later)) if not geteld else _all(vraag.van, vraag.tot)
            )
        case Getalvraag():
            waarden = _values(vraag.van, vraag.tot, _breaks(later) | set(vraag.punten_vanaf or {}))
        case _:
            waarden = ("",)  # a text or a date: its answer itself is never tested
    gezien = (class_of(instrument, id_, later, waarde, geteld) for waarde in waarden)
    return tuple(dict.fromkeys(gezien))


def _untested(instrument: Instrument, id_: str) -> tuple[Klasse, ...] | None:
    """The classes of a choice or schaal that no test names: its points, each once."""
    vraag = instrument.vragen[id_]
    ruw: Sequence[Exact]
    if isinstance(vraag, Keuzevraag):
        ruw = [exact(a.punten or 0) for a in instrument.antwoorden_van(id_).values()]
    elif isinstance(vraag, Schaalvraag):
        ruw = _all(vraag.van, vraag.tot)
    else:
        return None
    if vraag.gewicht is not None:
        gewicht = exact(vraag.gewicht)
        ruw = [punten * gewicht for punten in ruw]
    return tuple([Klasse(punten, 0) for punten in dict.fromkeys(map(exact, ruw))])


def _codes(
    instrument: Instrument, id_: str, vraag: Keuzevraag, maten: Sequence[Vraagmaat], geteld: bool
) -> tuple[Klasse, ...]:
    antwoorden = instrument.antwoorden_van(id_)
    waar = dict.fromkeys(antwoorden, 0)
    for bit, (maat, maatwaarde) in enumerate(maten):
        erbij: Sequence[Any] = ()
        match maat:
            case "is":
                erbij = (maatwaarde,)
            case "in":
                erbij = maatwaarde
            case "getoond":
                erbij = tuple(antwoorden)
        for code in erbij:
            if code in waar:
                waar[code] |= 1 << bit
    gewicht = exact(vraag.gewicht) if vraag.gewicht is not None else 1
    return tuple(
        dict.fromkeys(
            [
                Klasse(
                    exact(exact(antwoord.punten) * gewicht) if geteld and antwoord.punten else 0, waar[code]
                )
                for code, antwoord in antwoorden.items()
            ]
        )
    )


def _subsets(
    instrument: Instrument, id_: str, vraag: Meerkeuzevraag, maten: Sequence[Vraagmaat], geteld: bool
) -> tuple[Klasse, ...]:
    gewicht = exact(vraag.gewicht) if vraag.gewicht is not None else 1
    altijd = sum(1 << bit for bit, (maat, _) in enumerate(maten) if maat == "getoond")
    leeg = (Klasse(0, altijd), False)
    staten = {leeg}
    for code, antwoord in instrument.antwoorden_van(id_).items():
        erbij = exact(exact(antwoord.punten or 0) * gewicht) if geteld else 0
        waar = sum(1 << bit for bit, (maat, waarde) in enumerate(maten) if maat == "bevat" and waarde == code)
        staten |= {(Klasse(k.punten + erbij, k.waar | waar), True) for k, _ in staten}
        if len(staten) > MEESTE_KLASSEN:
            raise TeVeel
    if not vraag.geen_van_deze:
        staten.discard(leeg)
    return tuple(dict.fromkeys(klasse for klasse, _ in staten))


def _all(van: int, tot: int) -> range:
    if tot - van >= MEESTE_KLASSEN:
        raise TeVeel
    return range(van, tot + 1)


def _breaks(maten: Sequence[Vraagmaat]) -> set[int]:
    """Whole numbers from which the truth of a test can differ from that of the number before."""
    uit: set[int] = set()
    for maat, maatwaarde in maten:
        for waarde in maatwaarde if maat == "in" else (maatwaarde,):
            getal = number_of(waarde)
            if getal is not None:
                uit |= {ceil(getal), floor(getal) + 1}
    return uit


def _values(van: int, tot: int | None, grenzen: set[int]) -> list[int]:
    """One number of each interval between the breakpoints."""
    binnen = {grens for grens in grenzen if grens >= van and (tot is None or grens <= tot)}
    return sorted(binnen | {van})
