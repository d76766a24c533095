"""Running the tests of an instrument: each case (*geval*) is scored, and compared with what it expects.

Pure: cases come in as values, outcomes go out as values; see ``dekking`` for what the cases together reach.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, Protocol

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.score import scoor
from veiligheidsplan.instrument.uitslag import Uitslag, number_to_json


class Geval(Protocol):
    """One case: a sentence, answers, facts of the case, and the part of the outcome that is expected."""

    @property
    def naam(self) -> str: ...
    @property
    def antwoorden(self) -> Mapping[str, Any]: ...
    @property
    def gegevens(self) -> Mapping[str, Any]: ...
    @property
    def verwacht(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Verschil:
    """One field that is otherwise than expected; ``pad`` within ``verwacht``, values as in the JSON."""

    pad: tuple[str, ...]
    verwacht: Any
    gekregen: Any


@dataclass(frozen=True, slots=True)
class Gevaluitkomst:
    """What one case gave. ``uitslag`` is absent where its answers are impossible; ``fouten`` says why."""

    geval: Geval
    uitslag: Uitslag | None
    verschillen: tuple[Verschil, ...] = ()
    fouten: tuple[Bevinding, ...] = ()

    @property
    def goed(self) -> bool:
        return not self.verschillen and not self.fouten


def run_case(instrument: Instrument, geval: Geval) -> Gevaluitkomst:
    """Score one case and compare."""
    try:
        uitslag = scoor(instrument, geval.antwoorden, geval.gegevens)
    except BevindingenFout as fout:
        return Gevaluitkomst(geval, None, fouten=fout.bevindingen)
    return Gevaluitkomst(geval, uitslag, tuple(differences(uitslag, geval.verwacht)))


def differences(uitslag: Uitslag, verwacht: Mapping[str, Any]) -> Iterator[Verschil]:
    """Each expected field that is otherwise. Lists of ids are compared without order; scores exactly."""
    for veld, waarde in verwacht.items():
        if veld != "schalen" or not isinstance(waarde, Mapping):
            yield from _field((veld,), waarde, getattr(uitslag, veld))
            continue
        for schaal, velden in waarde.items():
            for naam, deel in velden.items():
                yield from _field(("schalen", schaal, naam), deel, getattr(uitslag.schalen[schaal], naam))


def _field(pad: tuple[str, ...], verwacht: Any, gekregen: Any) -> Iterator[Verschil]:
    if not _same(verwacht, gekregen):
        yield Verschil(pad, _as_json(verwacht), _as_json(gekregen))


def _same(verwacht: Any, gekregen: Any) -> bool:
    if isinstance(gekregen, tuple):
        return isinstance(verwacht, list | tuple) and set(map(str, verwacht)) == set(gekregen)
    if isinstance(gekregen, Fraction):
        return _same_number(verwacht, gekregen)
    return type(verwacht) is type(gekregen) and bool(verwacht == gekregen)


def _same_number(verwacht: Any, gekregen: Fraction) -> bool:
    """Exact; a score without end (10/3) may be written with two decimals or more, rounded."""
    if isinstance(verwacht, bool) or not isinstance(verwacht, int | float | Decimal):
        return False
    try:
        getal = Decimal(str(verwacht))
        if Fraction(getal) == gekregen:
            return True
    except (InvalidOperation, ValueError, OverflowError):
        return False
    decimalen = -int(getal.as_tuple().exponent)
    eindeloos = _without_twos_and_fives(gekregen.denominator) > 1
    return eindeloos and 2 <= decimalen <= 30 and round(gekregen, decimalen) == Fraction(getal)


def _without_twos_and_fives(noemer: int) -> int:
    for priem in (2, 5):
        while noemer % priem == 0:
            noemer //= priem
    return noemer


def _as_json(waarde: Any) -> Any:
    if isinstance(waarde, Fraction):
        return number_to_json(waarde)
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)
    if isinstance(waarde, Mapping):
        return {str(sleutel): _as_json(deel) for sleutel, deel in waarde.items()}
    return [_as_json(deel) for deel in waarde] if isinstance(waarde, tuple | list) else waarde
