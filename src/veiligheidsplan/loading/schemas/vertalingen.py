"""The schema of a translation (``vertalingen/<taal>.yaml``): its head, and a tree of texts as deep as it likes."""

from __future__ import annotations

from typing import Final

from veiligheidsplan.instrument.vertaling import TAAL_PATROON, Vertaald, Vertaling
from veiligheidsplan.loading.afleiding import shape_of_model
from veiligheidsplan.loading.schemas.delen import BLOK, Schema, only, required
from veiligheidsplan.loading.schemas.voorwaarden import condition
from veiligheidsplan.loading.schemas.vormen import Tekenaar
from veiligheidsplan.loading.schemas.woorden import words

_TEKSTEN: Final = "teksten"
_TAAL: Final[Schema] = {
    "pattern": "^(?!nl(?:-|$))" + TAAL_PATROON.pattern.removesuffix(r"\Z") + "$",
    "patternErrorMessage": "Schrijf de korte naam van de taal, zoals en, ar, tr of pl.",
}
#: a block of which one of these is no block itself, is one text
_STUK: Final[Schema] = {
    "anyOf": [
        {"required": [naam], "properties": {naam: {"type": ["string", "number", "boolean", "null"]}}}
        for naam in ("nl", "vertaling")
    ]
}


def translation() -> Schema:
    """The whole file."""
    tekenaar = Tekenaar(condition)
    hoofd = tekenaar.define("vertaling", lambda: _head(tekenaar))
    return {"type": "object", "errorMessage": BLOK, "allOf": [hoofd], "definitions": tekenaar.definities}


def _head(tekenaar: Tekenaar) -> Schema:
    blok = shape_of_model(Vertaling)
    velden = {naam: tekenaar.key(blok, naam, "vertaling") for naam in blok.velden if naam != _TEKSTEN}
    velden["taal"] |= _TAAL
    boom = tekenaar.define("boom", lambda: _tree(tekenaar))
    velden[_TEKSTEN] = words()["vertaling"][_TEKSTEN].heading() | {
        "type": ["object", "null"],
        "errorMessage": BLOK,
        "allOf": [boom],
    }
    return {**only(velden), **required(blok)}


def _tree(tekenaar: Tekenaar) -> Schema:
    stuk = tekenaar.define("vertaald", lambda: tekenaar.keys(shape_of_model(Vertaald), "vertaald"))
    tak = {"type": "object", "errorMessage": BLOK, "allOf": [{"$ref": "#/definitions/boom"}]}
    return {"if": _STUK, "then": stuk, "else": {"additionalProperties": tak}}
