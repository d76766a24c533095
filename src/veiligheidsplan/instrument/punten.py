"""Points (*punten*) of answers, what a scale counts, and how a scale turns its values into a score and a level.

All arithmetic is exact (``Fraction``): a decimal in the file is that decimal, never a float.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from veiligheidsplan.instrument.instrument import Instrument, Schaal
from veiligheidsplan.instrument.vraag import Getalvraag, Keuzevraag, Meerkeuzevraag, Schaalvraag

#: an exact number: whole where it can be (much faster), never a float. Divide through ``Fraction`` only
Exact = Fraction | int


def exact(getal: Decimal | Fraction | int) -> Exact:
    """The same number, as an int where it is whole."""
    if (heel := int(getal)) == getal:
        return heel
    breuk = Fraction(getal)
    return breuk.numerator if breuk.denominator == 1 else breuk


def is_scored(instrument: Instrument, vraag_id: str) -> bool:
    """A choice with at least one answer that has points, a schaal always, a getal only with ``punten_vanaf``."""
    vraag = instrument.vragen[vraag_id]
    if type(vraag) is Keuzevraag or type(vraag) is Meerkeuzevraag:
        return any(antwoord.punten is not None for antwoord in instrument.antwoorden_van(vraag_id).values())
    return type(vraag) is Schaalvraag or (type(vraag) is Getalvraag and vraag.punten_vanaf is not None)


def points(instrument: Instrument, vraag_id: str, waarde: str | int | tuple[str, ...]) -> Exact:
    """The points of one answer, after ``omgekeerd`` and ``gewicht``."""
    vraag = instrument.vragen[vraag_id]
    if type(vraag) is Keuzevraag or type(vraag) is Meerkeuzevraag:
        antwoorden = instrument.antwoorden_van(vraag_id)
        codes = waarde if isinstance(waarde, tuple) else (str(waarde),)
        ruw: Exact = sum(exact(antwoorden[code].punten or 0) for code in codes)
    elif type(vraag) is Schaalvraag and isinstance(waarde, int):
        ruw = vraag.van + vraag.tot - waarde if vraag.omgekeerd else waarde
    elif type(vraag) is Getalvraag and isinstance(waarde, int):
        ruw = exact(step_points(vraag, waarde))
    else:
        return 0
    return ruw if vraag.gewicht is None else exact(ruw * exact(vraag.gewicht))


def step_points(vraag: Getalvraag, waarde: int) -> Decimal:
    """The points of a getal: those of the highest step that it reaches; below the first step 0."""
    stappen = [vanaf for vanaf in vraag.punten_vanaf or {} if vanaf <= waarde]
    return (vraag.punten_vanaf or {})[max(stappen)] if stappen else Decimal(0)


def counted(instrument: Instrument, schaal: Schaal) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a scale counts directly: (question ids, scale ids). An onderdeel stands for its scored questions."""
    if schaal.telt is None:
        return tuple(id_ for id_ in instrument.vragen if is_scored(instrument, id_)), ()
    vragen: list[str] = []
    schalen: list[str] = []
    for id_ in schaal.telt:
        if id_ in instrument.onderdelen:
            vragen += [vraag for vraag in instrument.onderdelen[id_].vragen if is_scored(instrument, vraag)]
        elif id_ in instrument.schalen:
            schalen.append(id_)
        else:
            vragen.append(id_)
    return tuple(vragen), tuple(schalen)


def combine(methode: str, waarden: Sequence[Exact]) -> Fraction | None:
    """The method over the values: ``som`` and ``aantal`` over nothing are 0, ``gemiddelde`` and ``hoogste`` null."""
    match methode:
        case "som":
            return Fraction(sum(waarden))
        case "aantal":
            return Fraction(sum(waarde > 0 for waarde in waarden))
        case "gemiddelde":
            return Fraction(sum(waarden)) / len(waarden) if waarden else None
        case "hoogste":
            return Fraction(max(waarden)) if waarden else None
    raise ValueError(f"onbekende methode {methode}")


def finish(schaal: Schaal, waarde: Exact | None) -> Fraction | None:
    """``vermenigvuldig``, then ``deel_door``, then ``afronden``; null stays null. Never decreasing."""
    if waarde is None:
        return None
    return round_score(schaal, waarde * multiplier(schaal))


def multiplier(schaal: Schaal) -> Exact:
    """What ``vermenigvuldig`` and ``deel_door`` make of 1; above 0."""
    return exact(Fraction(schaal.vermenigvuldig or 1) / (schaal.deel_door or 1))


def round_score(schaal: Schaal, waarde: Exact) -> Fraction:
    """``afronden``: to the nearest whole or tenth, a half away from zero: 2.5 is 3 and -2.5 is -3."""
    if schaal.afronden is None:
        return Fraction(waarde)
    delen = 1 if schaal.afronden == "heel" else 10
    teller, noemer = abs(waarde.numerator) * delen, waarde.denominator
    geheel = (2 * teller + noemer) // (2 * noemer)
    return Fraction(geheel if waarde >= 0 else -geheel, delen)


def threshold(schaal: Schaal, grens: Fraction, strikt: bool) -> tuple[Fraction, bool]:
    """From which value before ``afronden`` the score is at least *grens*, or above it; and whether only beyond it."""
    if schaal.afronden is None:
        return Fraction(grens), strikt
    delen = 1 if schaal.afronden == "heel" else 10
    geheel = floor(grens * delen) + 1 if strikt else ceil(grens * delen)
    # a half goes away from zero: up to 1 and more, but not up to 0 and less
    return Fraction(2 * geheel - 1, 2 * delen), geheel <= 0


def level(schaal: Schaal, score: Fraction | None) -> str | None:
    """The level whose bound is the highest that the score reaches; ``None`` below the lowest bound or without score."""
    bereikt = (
        None if score is None else [(grens, id_) for id_, grens in schaal.grenzen.items() if grens <= score]
    )
    return max(bereikt, key=lambda paar: paar[0])[1] if bereikt else None
