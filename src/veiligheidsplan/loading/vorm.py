"""Shapes (*vormen*): what a value must look like, with the Dutch words for when it does not.

A shape is called with a value, its path and the report, and gives the value to use. It is stricter than the
models: text in quotes is no number, a number is no text, ``ja`` is no ``true``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from veiligheidsplan.instrument.model import GERESERVEERD, ID_PATROON
from veiligheidsplan.loading.verslag import Spoor, Verslag, name_of, short, suggestion
from veiligheidsplan.loading.yaml_scalar import quoted

Vorm = Callable[[Any, Spoor, Verslag], Any]

_GETAL: Final = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?\Z")
_DAG: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_WAAR: Final = {
    "ja": "true",
    "yes": "true",
    "aan": "true",
    "waar": "true",
    "nee": "false",
    "no": "false",
    "uit": "false",
}


def describe(waarde: Any) -> str:
    """What stands there, in words."""
    match waarde:
        case bool():
            return f"{str(waarde).lower()} (waar of niet waar)"
        case int() | Decimal():
            return f"het getal {short(waarde)}"
        case date():
            return f"de datum {waarde}"
        case str():
            return f"de tekst «{short(waarde)}»" if waarde else "een lege tekst"
        case dict():
            return "een blok met sleutels"
        case list():
            return "een lijst"
        case _:
            return "niets"


def wrong(waarde: Any, spoor: Spoor, verslag: Verslag, hoort: str, tip: str | None) -> Any:
    """A fault: something else belongs at *spoor*. Gives the value back."""
    verslag.fault("VP123", spoor, f"Bij {name_of(spoor)} hoort {hoort}; hier staat {describe(waarde)}.", tip)
    return waarde


def text(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    """Text; a date, number or ``true`` without quotes is not."""
    if waarde.__class__ is str:
        return waarde
    tip = "Schrijf hier een tekst."
    if isinstance(waarde, date | int | Decimal):
        woord = str(waarde).lower() if isinstance(waarde, bool) else str(waarde)
        tip = f"Zet er aanhalingstekens omheen: {quoted(woord)}."
    return wrong(waarde, spoor, verslag, "een tekst", tip)


def identifier(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    """An id or an answer code."""
    if waarde.__class__ is not str:
        return text(waarde, spoor, verslag)
    if not ID_PATROON.match(waarde):
        _bad_id(waarde, spoor, verslag, op_sleutel=False)
    return waarde


def _bad_id(waarde: Any, spoor: Spoor, verslag: Verslag, *, op_sleutel: bool) -> None:
    goed = re.sub(r"[^a-z0-9_-]+", "_", str(waarde).lower()).strip("_-")
    tip = f"Schrijf bijvoorbeeld «{short(goed)}»." if ID_PATROON.match(goed) else None
    verslag.fault(
        "VP125",
        spoor,
        f"«{short(waarde)}» kan geen id of code zijn: begin met een kleine letter, daarna kleine letters,"
        " cijfers, _ en -.",
        tip or "Kies een naam die met een kleine letter begint.",
        op_sleutel=op_sleutel,
    )


def new_identifier(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    """A key that gives something its id or code: no reserved name either."""
    if waarde.__class__ is not str or not ID_PATROON.match(waarde):
        _bad_id(waarde, spoor, verslag, op_sleutel=True)
    elif waarde in GERESERVEERD:
        verslag.fault(
            "VP126",
            spoor,
            f"De naam «{waarde}» heeft al een vaste betekenis.",
            f"Kies een andere naam, bijvoorbeeld «{waarde}_2».",
            op_sleutel=True,
        )
    return waarde


def identifier_key(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    """A key that names something by its id, or by a reserved word."""
    if waarde.__class__ is not str or not ID_PATROON.match(waarde):
        _bad_id(waarde, spoor, verslag, op_sleutel=True)
    return waarde


def whole_key(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    """A key that is a whole number."""
    if waarde.__class__ is not int:
        verslag.fault(
            "VP123",
            spoor,
            f"Hier hoort een heel getal voor de dubbele punt; er staat «{short(waarde)}».",
            "Schrijf bijvoorbeeld 3, zonder aanhalingstekens.",
            op_sleutel=True,
        )
    return waarde


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """A key that is one of a few fixed words."""

    opties: tuple[Any, ...]

    def __call__(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        if waarde not in self.opties:
            verslag.fault(
                "VP124",
                spoor,
                f"De naam «{short(waarde)}» kan hier niet.",
                suggestion(waarde, self.opties),
                op_sleutel=True,
            )
        return waarde


def boolean(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    """``true`` or ``false``, and nothing else."""
    if waarde.__class__ is bool:
        return waarde
    beter = _WAAR.get(str(waarde).lower())
    tip = (
        f"Schrijf {beter}, zonder aanhalingstekens." if beter else "Schrijf true (waar) of false (niet waar)."
    )
    return wrong(waarde, spoor, verslag, "true of false", tip)


def day(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    """A date, as jaar-maand-dag."""
    if waarde.__class__ is date:
        return waarde
    try:
        return date.fromisoformat(waarde) if _DAG.match(waarde) else _wrong_day(waarde, spoor, verslag)
    except (TypeError, ValueError):
        return _wrong_day(waarde, spoor, verslag)


def _wrong_day(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    return wrong(waarde, spoor, verslag, "een datum", "Schrijf jaar-maand-dag, bijvoorbeeld 2027-07-01.")


@dataclass(frozen=True, slots=True)
class Number:
    """A number: whole, or decimal; ``minstens`` and ``boven`` bound it from below."""

    heel: bool = False
    minstens: Decimal | int | None = None
    boven: Decimal | int | None = None

    def __call__(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        if waarde.__class__ is not int and (self.heel or waarde.__class__ is not Decimal):
            hoort = "een heel getal" if self.heel else "een getal"
            return wrong(waarde, spoor, verslag, hoort, self._tip(waarde))
        if self.minstens is not None and waarde < self.minstens:
            self._outside(waarde, spoor, verslag, f"minstens {self.minstens}")
        elif self.boven is not None and waarde <= self.boven:
            self._outside(waarde, spoor, verslag, f"meer dan {self.boven}")
        return waarde

    def _tip(self, waarde: Any) -> str:
        if isinstance(waarde, str) and _GETAL.match(waarde):
            goed = waarde.replace(",", ".")
            if not self.heel or "." not in goed:
                return f"Schrijf {short(goed)}, zonder aanhalingstekens" + (
                    " en met een punt." if "." in goed else "."
                )
        return (
            "Schrijf een heel getal, bijvoorbeeld 3."
            if self.heel
            else "Schrijf een getal, bijvoorbeeld 1 of 0.5."
        )

    def _outside(self, waarde: Any, spoor: Spoor, verslag: Verslag, grens: str) -> None:
        verslag.fault(
            "VP128", spoor, f"{name_of(spoor).capitalize()} hoort {grens} te zijn; hier staat {waarde}."
        )


class Choice:
    """One of a few fixed words or numbers. A number may be written where the word looks like one
    (``0.1``)."""

    def __init__(self, opties: tuple[Any, ...]) -> None:
        self.opties = opties
        self._woorden = {o: o for o in opties if isinstance(o, str)}
        self._overig = [o for o in opties if not isinstance(o, str)]
        self._namen = [str(o).lower() if isinstance(o, bool) else str(o) for o in opties]

    def __call__(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        if waarde.__class__ is str and waarde in self._woorden:
            return waarde
        for optie in self._overig:
            if type(optie) is type(waarde) and optie == waarde:
                return optie
        if type(waarde) in (int, Decimal) and str(waarde) in self._woorden:
            return str(waarde)
        if isinstance(waarde, dict | list):
            return wrong(waarde, spoor, verslag, "één woord", f"Kies uit: {', '.join(self._namen)}.")
        verslag.fault(
            "VP124",
            spoor,
            f"Bij {name_of(spoor)} kan {describe(waarde)} niet.",
            suggestion(waarde, self._namen) if len(self._namen) > 1 else f"Schrijf {self._namen[0]}.",
        )
        return waarde


#: the shapes of one plain value
SCALARS: Final[tuple[Vorm, ...]] = (text, identifier, boolean, day)


def anything(waarde: Any, _spoor: Spoor, _verslag: Verslag) -> Any:
    """No demands here; the model has the last word."""
    return waarde
