"""The schema of a plan's JSON export, from the neutral blocks of ``plan.document`` themselves."""

from __future__ import annotations

from dataclasses import fields
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from veiligheidsplan.loading.schemas.delen import Schema
from veiligheidsplan.plan import document
from veiligheidsplan.plan.document import Band, Blok, Document, Mens, Merk, Punt

#: how it looks is no part of what is said
_BEELD: Final = ("blokken", "huisstijl", "logo", "groot", "kaart")
#: what stands inside a block
_BINNENIN: Final = (Punt, Merk, Mens, Band)
_GEWOON: Final[dict[Any, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}


def plan_export() -> Schema:
    """The whole file: the head of the copy, and its blocks in order."""
    hints = get_type_hints(Document, vars(document))
    kop: dict[str, Schema] = {"versie": {"const": 1}}
    kop |= {f.name: _of(hints[f.name]) for f in fields(Document) if f.name not in _BEELD}
    kop["blokken"] = {"type": "array", "items": {"$ref": "#/definitions/blok"}}
    soorten = {soort.__name__.lower(): soort for soort in get_args(Blok)}
    definities = {"blok": _block(list(soorten))} | {
        naam: _fields(naam, s)
        for naam, s in (*soorten.items(), *((b.__name__.lower(), b) for b in _BINNENIN))
    }
    return {**_only(kop), "definitions": definities}


def _only(velden: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": velden, "required": list(velden), "additionalProperties": False}


def _block(soorten: list[str]) -> Schema:
    """Kinds are told apart with if/then: then a message is about the kind that stands there."""
    return {
        "type": "object",
        "required": ["soort"],
        "properties": {"soort": {"enum": soorten}},
        "allOf": [
            {
                "if": {"properties": {"soort": {"const": soort}}, "required": ["soort"]},
                "then": {"$ref": f"#/definitions/{soort}"},
            }
            for soort in soorten
        ],
    }


def _fields(naam: str, soort: Any) -> Schema:
    hints = get_type_hints(soort, vars(document))
    velden = {"soort": {"const": naam}} | {f.name: _of(hints[f.name]) for f in fields(soort)}
    uitleg = (soort.__doc__ or "").split("\n")[0]
    return {"$comment": uitleg, **_only(velden)}


def _of(soort: Any) -> Schema:
    """A type of Python as JSON shows it: a tuple is a list."""
    if soort in _GEWOON:
        return _GEWOON[soort]
    if soort == Blok:
        return {"$ref": "#/definitions/blok"}
    if soort in _BINNENIN:
        return {"$ref": f"#/definitions/{soort.__name__.lower()}"}
    delen = get_args(soort)
    if get_origin(soort) is Literal:
        return {"enum": list(delen)}
    if get_origin(soort) in (Union, UnionType):
        (een,) = [d for d in delen if d is not NoneType]
        return {**_of(een), "type": [_of(een)["type"], "null"]}
    if get_origin(soort) is not tuple:
        raise TypeError(f"geen JSON voor {soort!r}: zeg hier hoe")
    if delen[-1] is Ellipsis:
        return {"type": "array", "items": _of(delen[0])}
    return {
        "type": "array",
        "items": [_of(d) for d in delen],
        "minItems": len(delen),
        "maxItems": len(delen),
    }
