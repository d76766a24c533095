"""Numbers in a test that no answer is (*toetsen*): a part of a condition that can only be false, or only be true.

A condition that is wholly so is a fault of its own (VP201, VP202). Within a larger one it is easily overlooked: an
open answer still makes it unknown, so it is not idle, and yet it never asks what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.voorwaarde import (
    Alle,
    EenVan,
    Gegeventoets,
    Niet,
    Toets,
    Voorwaarde,
    Vraagtoets,
)
from veiligheidsplan.instrument.vraag import Getalvraag, Schaalvraag
from veiligheidsplan.instrument.waarheid import number_of

Pad = tuple[str | int, ...]
#: least and most of the numbers that can be answered (no most: no end)
_Grenzen = tuple[int, int | None]


def check_tests(instrument: Instrument, voorwaarde: Voorwaarde, pad: Pad) -> Iterator[Bevinding]:
    """VP312 for each test within a larger condition whose number lies outside the answers, and for such a number
    in a list."""
    for plek, toets in _leaves(voorwaarde, pad):
        grenzen = _bounds(instrument, toets)
        if grenzen is None or not isinstance(toets, Vraagtoets | Gegeventoets):
            continue
        if toets.maat == "in":
            for i, waarde in enumerate(toets.maatwaarde):
                if _outside(waarde, grenzen):
                    yield _warn((*plek, "in", i), "Dit getal kan nooit het antwoord zijn", grenzen)
        elif plek != pad and (wat := _always(toets, grenzen)):
            yield _warn((*plek, toets.maat), wat, grenzen)


def _always(toets: Vraagtoets | Gegeventoets, grenzen: _Grenzen) -> str | None:
    laag, hoog = grenzen
    getal = number_of(toets.maatwaarde)
    if getal is None or toets.maat not in ("is", "minstens", "hoogstens"):
        return None
    boven = hoog is not None and getal > hoog
    if toets.maat == "is":
        return "Dit getal kan nooit het antwoord zijn" if _outside(toets.maatwaarde, grenzen) else None
    nooit, altijd = (
        (boven, getal <= laag)
        if toets.maat == "minstens"
        else (getal < laag, hoog is not None and getal >= hoog)
    )
    return (
        "Geen enkel antwoord maakt dit waar" if nooit else "Elk antwoord maakt dit waar" if altijd else None
    )


def _outside(waarde: object, grenzen: _Grenzen) -> bool:
    getal = number_of(waarde)
    return getal is not None and (getal < grenzen[0] or (grenzen[1] is not None and getal > grenzen[1]))


def _bounds(instrument: Instrument, toets: Toets) -> _Grenzen | None:
    if isinstance(toets, Gegeventoets):
        return (0, None) if toets.gegeven == "leeftijd" else None
    vraag = instrument.vragen[toets.vraag] if isinstance(toets, Vraagtoets) else None
    return (vraag.van, vraag.tot) if isinstance(vraag, Schaalvraag | Getalvraag) else None


def _warn(pad: Pad, wat: str, grenzen: _Grenzen) -> Bevinding:
    laag, hoog = grenzen
    loopt = (
        f"antwoorden beginnen bij {laag}"
        if hoog is None
        else f"antwoorden lopen van {laag} tot en met {hoog}"
    )
    return Bevinding(
        "VP312",
        f"{wat}: {loopt}.",
        Ernst.WAARSCHUWING,
        pad=pad,
        suggestie="Kijk of een ander getal is bedoeld, of haal dit weg.",
    )


def _leaves(voorwaarde: Voorwaarde, pad: Pad) -> Iterator[tuple[Pad, Toets]]:
    if type(voorwaarde) is Alle:
        for i, deel in enumerate(voorwaarde.alle):
            yield from _leaves(deel, (*pad, "alle", i))
    elif type(voorwaarde) is EenVan:
        for i, deel in enumerate(voorwaarde.een_van):
            yield from _leaves(deel, (*pad, "een_van", i))
    elif type(voorwaarde) is Niet:
        yield from _leaves(voorwaarde.niet, (*pad, "niet"))
    else:
        yield pad, cast("Toets", voorwaarde)
