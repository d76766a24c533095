"""How one unquoted word is read: the rules of YAML 1.2 (as an editor reads it), and what YAML 1.1 does
otherwise.

Where the two versions disagree (``no``, ``12:30``, ``0123``, ``1_000``, …) the word is a *valkuil* (trap): it
stays text and becomes a fault, whatever was meant.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from yaml.nodes import ScalarNode

from veiligheidsplan.loading.limits import MAX_CIJFERS

Waarde = str | int | Decimal | bool | date | None

#: a word that starts with another character is always text
_BEGIN: Final = frozenset("0123456789+-.~=nNyYtTfFoO")
_VAST: Final[dict[str, Waarde]] = {"": None, "~": None} | dict.fromkeys(("null", "Null", "NULL"))
_WAAR: Final[dict[str, Waarde]] = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_JA_NEE: Final = frozenset(w for k in ("yes", "no", "on", "off") for w in (k, k.capitalize(), k.upper()))
_HEEL: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_DECIMAAL: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)\Z")
_DATUM: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TIJDSTIP: Final = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}"
    r"(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?\Z"
)
_NUL_VOORAAN: Final = re.compile(r"[-+]?0[0-9_]+\Z")
_ANDER_STELSEL: Final = re.compile(r"[-+]?0(?:b[01_]+|x[0-9a-fA-F_]+|o[0-7]+)\Z")
_KLOK: Final = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z")
_STREEPJE: Final = re.compile(
    r"[-+]?(?:[1-9][0-9_]*|[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*)\Z"
)
_MACHT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+\Z")
_ONEINDIG: Final = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")

_QUOTES: Final = "Zet er aanhalingstekens omheen: {}."


class Valkuil(Exception):
    """An unquoted word that cannot be read with certainty; ``uitleg`` and ``tip`` are Dutch sentences."""

    def __init__(self, uitleg: str, tip: str, code: str = "VP113") -> None:
        super().__init__(uitleg)
        self.uitleg, self.tip, self.code = uitleg, tip, code


def resolve(woord: str) -> Waarde:
    """The value of an unquoted *woord*; raises ``Valkuil`` where YAML versions disagree or a number is too
    long."""
    if woord and woord[0] not in _BEGIN:
        return woord
    if woord in _VAST:
        return _VAST[woord]
    if woord in _WAAR:
        return _WAAR[woord]
    if woord in _JA_NEE:
        raise Valkuil(
            f"Sommige programma's lezen «{woord}» zonder aanhalingstekens als waar of niet waar.",
            _QUOTES.format(quoted(woord)) + " Bedoelt u waar of niet waar? Schrijf dan true of false.",
        )
    if woord[0].isalpha() or woord == "~":
        return woord
    return _number_or_date(woord)


def _number_or_date(woord: str) -> Waarde:
    if _HEEL.match(woord):
        _check_length(woord)
        return int(woord)
    if _DECIMAAL.match(woord):
        _check_length(woord)
        return Decimal(woord)
    if _DATUM.match(woord):
        return _date(woord)
    _refuse_trap(woord)
    return woord


def _date(woord: str) -> date:
    try:
        return date.fromisoformat(woord)
    except ValueError:
        raise Valkuil(
            f"De datum «{woord}» bestaat niet.",
            "Schrijf een datum als jaar-maand-dag, of zet er aanhalingstekens omheen als het een tekst is.",
        ) from None


def _check_length(woord: str) -> None:
    if len(woord) > MAX_CIJFERS + 2:
        raise Valkuil(
            f"Dit getal heeft meer dan {MAX_CIJFERS} cijfers.",
            "Is het een nummer, geen aantal? Zet er dan aanhalingstekens omheen.",
            "VP114",
        )


def _refuse_trap(woord: str) -> None:
    """Raise for what reads differently in YAML 1.1, or as a number that nobody means."""
    kort = woord if len(woord) <= 40 else woord[:39] + "…"
    for patroon, uitleg in (
        (_NUL_VOORAAN, "begint met een nul: niet elk programma leest daar hetzelfde getal in"),
        (_ANDER_STELSEL, "lezen sommige programma's als een getal in een ander talstelsel"),
        (_KLOK, "lezen sommige programma's als een getal in plaats van een tijd"),
        (_TIJDSTIP, "lezen sommige programma's als een tijdstip in plaats van een tekst"),
        (_STREEPJE, "lezen sommige programma's als een getal en andere als een tekst"),
        (_MACHT, "lezen sommige programma's als een getal en andere als een tekst"),
        (_ONEINDIG, "lezen sommige programma's als oneindig of als geen getal"),
    ):
        if patroon.match(woord):
            getal = " Is het een getal? Laat de nul vooraan weg." if patroon is _NUL_VOORAAN else ""
            raise Valkuil(f"«{kort}» {uitleg}.", _QUOTES.format(quoted(kort)) + getal)
    if woord == "=":
        raise Valkuil("Een los «=» heeft in YAML soms een eigen betekenis.", _QUOTES.format(quoted(woord)))


def quoted(woord: str) -> str:
    """The word between single quotes, as one writes it in YAML."""
    return "'" + woord.replace("'", "''") + "'"


def value_of(knoop: ScalarNode) -> Waarde:
    """The value of a scalar; a trap stays text."""
    woord: str = knoop.value
    if knoop.style:
        return woord
    try:
        return resolve(woord)
    except Valkuil:
        return woord
