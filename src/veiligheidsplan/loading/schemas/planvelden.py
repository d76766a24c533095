"""From one field of the plan's model to what may stand behind its key in an answers file."""

from __future__ import annotations

from typing import Any, Final

from veiligheidsplan.loading.schemas.delen import LIJST, Schema
from veiligheidsplan.loading.schemas.planwoorden import word_of
from veiligheidsplan.loading.schemas.woorden import Woord
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.veld import Veld

_DATUM: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}|vandaag|morgen|over [0-9]{1,3} dagen"
_TIJD: Final = r"[0-9]{2}:[0-9]{2}"


def field(soort: str, naam: str) -> Schema:
    """The value of one field. Nothing behind the key is the same as no key."""
    veld = VELDEN[soort][naam]
    woord = word_of(soort, naam, veld)
    return {**woord.heading(), **_value(veld, woord)}


def _value(veld: Veld, woord: Woord) -> Schema:
    match veld.soort:
        case "keuze" if isinstance(veld.keuzes, tuple):
            return _fixed((*veld.keuzes, *veld.bijzonder), woord)
        case "meerkeuze":
            return _several(veld, woord)
        case "schaal" | "getal":
            return _number(veld)
        case "datum":
            zin = "Hier hoort een dag: 2026-12-07, vandaag, morgen, of over 7 dagen."
            return _pattern(_DATUM, veld.bijzonder, zin)
        case "tijd":
            return _pattern(
                _TIJD, veld.bijzonder, 'Hier hoort een tijd tussen aanhalingstekens, zoals "14:30".'
            )
        case _:
            return {"type": ["string", "null"], "errorMessage": "Hier hoort een tekst of een code."}


def _fixed(codes: tuple[str, ...], woord: Woord) -> Schema:
    return {
        "enum": [*codes, None],
        "enumDescriptions": [*(woord.waarden.get(c, c) for c in codes), "Niet ingevuld"],
        "errorMessage": f"Kies uit: {', '.join(codes)}.",
    }


def _several(veld: Veld, woord: Woord) -> Schema:
    """A list of codes, or one of the answers that stand for the whole."""
    codes = veld.keuzes if isinstance(veld.keuzes, tuple) else ()
    deel: Schema = {"type": "string"}
    if codes:
        deel = {"enum": list(codes), "enumDescriptions": [woord.waarden.get(c, c) for c in codes]}
        deel["errorMessage"] = f"Kies uit: {', '.join(codes)}."
    schema: Schema = {"type": ["array", "null"], "items": deel, "errorMessage": LIJST}
    if veld.bijzonder:
        schema["type"] = ["array", "string", "null"]
        schema |= _words(veld.bijzonder)
    return schema


def _number(veld: Veld) -> Schema:
    grenzen = "" if veld.van is None else f" van {veld.van} tot en met {veld.tot}"
    zin = f"Hier hoort een heel getal{grenzen}."
    schema: Schema = {"type": ["integer", "null"], "errorMessage": zin}
    if veld.van is not None:
        schema["minimum"] = veld.van
    if veld.tot is not None:
        schema["maximum"] = veld.tot
    if veld.bijzonder:
        schema["type"] = ["integer", "string", "null"]
        schema |= _words(veld.bijzonder)
    return schema


def _words(codes: tuple[str, ...]) -> dict[str, Any]:
    return {"pattern": f"^(?:{'|'.join(codes)})$", "patternErrorMessage": f"Kies uit: {', '.join(codes)}."}


def _pattern(patroon: str, codes: tuple[str, ...], zin: str) -> Schema:
    alle = "|".join((patroon, *codes))
    return {
        "type": ["string", "null"],
        "pattern": f"^(?:{alle})$",
        "patternErrorMessage": zin,
        "errorMessage": zin,
    }
