"""The schema of a file with cases (``tests/*.yaml``): what the loader asks of a case, whatever the instrument."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from veiligheidsplan.instrument.uitslag import Schaaluitslag, Uitslag
from veiligheidsplan.loading import vorm
from veiligheidsplan.loading.antwoordenbestand import GEGEVENS
from veiligheidsplan.loading.modelvorm import Block
from veiligheidsplan.loading.scenarios import VERPLICHT
from veiligheidsplan.loading.schemas.delen import BLOK, LIJST, Schema, only, required
from veiligheidsplan.loading.schemas.voorwaarden import condition
from veiligheidsplan.loading.schemas.vormen import Tekenaar
from veiligheidsplan.loading.schemas.woorden import words
from veiligheidsplan.loading.verzamelvorm import Mapped

#: an answer is a code, a text, a date, a whole number, a list of codes, or nothing
_ANTWOORD: Final[Schema] = {
    "type": ["string", "integer", "array", "null"],
    "items": {"type": "string", "errorMessage": "Hier hoort de code van een antwoord."},
    "errorMessage": "Een antwoord is een code, een lijst van codes, een heel getal, een datum of een tekst.",
}
#: a case may expect anything: what the outcome never is, fails when the test runs. The first is what an editor writes
_SOORTEN: Final = ("string", "array", "object", "number", "boolean", "null")
_LIJSTEN: Final = ("signalen", "signalen_mogelijk", "niet_van_toepassing", "ontbrekend", "beslissend")


def cases() -> Schema:
    """The whole file: a list of cases."""
    tekenaar = Tekenaar(condition)
    geval = tekenaar.define("geval", lambda: _case(tekenaar))
    return {
        "type": "array",
        "errorMessage": LIJST,
        "items": {"type": "object", "errorMessage": BLOK, "allOf": [geval]},
        "definitions": tekenaar.definities,
    }


def _case(tekenaar: Tekenaar) -> Schema:
    blok = Block(
        {"naam": vorm.text, "antwoorden": Mapped(vorm.identifier_key, vorm.text), "gegevens": GEGEVENS},
        verplicht=VERPLICHT,
    )
    velden = {naam: tekenaar.key(blok, naam, "geval") for naam in blok.velden}
    velden["antwoorden"]["additionalProperties"] = _ANTWOORD
    velden["verwacht"] = {
        **words()["geval"]["verwacht"].heading(),
        "type": "object",
        "errorMessage": BLOK,
        "minProperties": 1,
        "allOf": [tekenaar.define("uitslag", lambda: _outcome(tekenaar))],
    }
    return {**only(velden), **required(Block(dict.fromkeys(velden, vorm.anything), verplicht=VERPLICHT))}


def _outcome(tekenaar: Tekenaar) -> Schema:
    velden = _names(Uitslag.model_fields, "uitslag")
    schaal = tekenaar.define(
        "schaaluitslag", lambda: only(_names(Schaaluitslag.model_fields, "schaaluitslag"))
    )
    velden["schalen"]["additionalProperties"] = {"type": "object", "errorMessage": BLOK, "allOf": [schaal]}
    return only(velden)


def _names(namen: Iterable[str], afdeling: str) -> dict[str, Any]:
    return {naam: words()[afdeling][naam].heading() | {"type": _kinds(naam)} for naam in namen}


def _kinds(naam: str) -> list[str]:
    eerst = (
        "array"
        if naam in _LIJSTEN
        else "object"
        if naam == "schalen"
        else "boolean"
        if naam == "exact"
        else "string"
    )
    return [eerst, *(s for s in _SOORTEN if s != eerst)]
