"""Three-valued truth (*waarheid*): true, false, or unknown (``None``), after Kleene. Used for conditions now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, cast

from veiligheidsplan.instrument.voorwaarde import Alle, EenVan, Niet, Toets, Voorwaarde

#: true, false, or unknown
Waarheid = bool | None


def all_of(delen: Iterable[Waarheid]) -> Waarheid:
    """False when one part is false; else unknown when one part is unknown; else true."""
    uitkomst: Waarheid = True
    for deel in delen:
        if deel is False:
            return False
        if deel is None:
            uitkomst = None
    return uitkomst


def any_of(delen: Iterable[Waarheid]) -> Waarheid:
    """True when one part is true; else unknown when one part is unknown; else false."""
    return negate(all_of(negate(deel) for deel in delen))


def negate(deel: Waarheid) -> Waarheid:
    """The opposite; unknown stays unknown."""
    return None if deel is None else not deel


def evaluate(voorwaarde: Voorwaarde, waarheid_van: Callable[[Toets], Waarheid]) -> Waarheid:
    """The truth of a condition, given the truth of each of its tests."""
    if type(voorwaarde) is Alle:
        return all_of([evaluate(deel, waarheid_van) for deel in voorwaarde.alle])
    if type(voorwaarde) is EenVan:
        return any_of([evaluate(deel, waarheid_van) for deel in voorwaarde.een_van])
    if type(voorwaarde) is Niet:
        return negate(evaluate(voorwaarde.niet, waarheid_van))
    return waarheid_van(cast("Toets", voorwaarde))


def holds(maat: str, maatwaarde: Any, waarde: Any) -> bool:
    """Whether one test holds for a concrete value: a code, a tuple of codes, a whole number, a date or a text."""
    match maat:
        case "is":
            return _equal(waarde, maatwaarde)
        case "in":
            return any(_equal(waarde, een) for een in maatwaarde)
        case "bevat":
            return maatwaarde in waarde
        case "minstens":
            return bool(waarde >= maatwaarde)
        case "hoogstens":
            return bool(waarde <= maatwaarde)
        case "beantwoord" | "getoond":
            return True
    raise ValueError(f"onbekende maat {maat}")


def _equal(waarde: Any, maatwaarde: Any) -> bool:
    if isinstance(waarde, int):
        return number_of(maatwaarde) == waarde
    return bool(waarde == maatwaarde)


def number_of(waarde: Any) -> Fraction | None:
    """A number in a test as an exact number, also where it was read as text; ``None`` when it is no number."""
    try:
        return Fraction(Decimal(waarde))
    except (InvalidOperation, ValueError, TypeError, OverflowError):
        return None
