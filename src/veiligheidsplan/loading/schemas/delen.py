"""The small parts of a schema: which keys there may and must be, fixed words, numbers, and nothing at all."""

from __future__ import annotations

from typing import Any, Final

from veiligheidsplan.loading.modelvorm import Block
from veiligheidsplan.loading.schemas.woorden import Woord
from veiligheidsplan.loading.vorm import Number

Schema = dict[str, Any]

BLOK: Final = "Hier hoort een blok met sleutels, elk op een eigen regel."
LIJST: Final = "Hier hoort een lijst, bijvoorbeeld [a, b]."


def only(velden: dict[str, Any], zin: str | None = None) -> Schema:
    """These keys, and no other."""
    return {
        "properties": velden,
        "additionalProperties": False,
        "errorMessage": zin or f"Deze sleutel kan hier niet. Kies uit: {', '.join(velden)}.",
    }


def required(blok: Block, vanaf: int = 0) -> Schema:
    """The keys that must be there, each with its own sentence; the first *vanaf* of them are left out."""
    namen = [naam for naam in blok.velden if naam in blok.verplicht][vanaf:]
    return {"allOf": [needs(naam) for naam in namen]} if namen else {}


def needs(naam: str) -> Schema:
    """One key that must be there."""
    return {"required": [naam], "errorMessage": f"«{naam}» ontbreekt. Voeg een regel toe: {naam}: …"}


def choice(opties: list[Any], woord: Woord) -> Schema:
    """One of some fixed values. A number may stand where the word looks like one (``0.1``)."""
    namen = [str(o).lower() if isinstance(o, bool) else str(o) for o in opties]
    waarden = [(o, woord.waarden.get(n, n)) for o, n in zip(opties, namen, strict=True)]
    waarden += [(float(o), z) for o, z in waarden if isinstance(o, str) and o[0].isdigit()]
    return {
        "enum": [o for o, _ in waarden],
        "enumDescriptions": [zin for _, zin in waarden],
        "errorMessage": f"Kies uit: {', '.join(namen)}." if len(namen) > 1 else f"Schrijf {namen[0]}.",
    }


def or_nothing(schema: Schema, woord: Woord) -> Schema:
    """The same, or nothing at all behind the key: that is the same as no key.

    Fixed words stay apart from «nothing», so that an editor does not offer ``null`` among them.
    """
    if "enum" in schema:
        aanzet = [
            {"label": _word(o), "description": zin, "body": o}
            for o, zin in zip(schema["enum"], schema["enumDescriptions"], strict=True)
            if not isinstance(o, float)
        ]
        return {"defaultSnippets": aanzet, "if": {"type": "null"}, "else": {**woord.heading(), **schema}}
    soorten = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*soorten, "null"]}


def _word(waarde: Any) -> str:
    return str(waarde).lower() if isinstance(waarde, bool) else str(waarde)


def filled(schema: Schema) -> Schema:
    """A key that must be there, with something behind it."""
    soorten = schema.get("type", [])
    namen = {"string": "minLength", "object": "minProperties", "array": "minItems"}
    return {namen[s]: 1 for s in ([soorten] if isinstance(soorten, str) else soorten) if s in namen}


def number(getal: Number) -> Schema:
    """A number with its bound."""
    zin = (
        "Hier hoort een heel getal, bijvoorbeeld 3."
        if getal.heel
        else "Hier hoort een getal, bijvoorbeeld 0.5."
    )
    schema: Schema = {"type": "integer" if getal.heel else "number", "errorMessage": zin}
    if getal.minstens is not None:
        schema["minimum"] = int(getal.minstens)
    if getal.boven is not None:
        schema["exclusiveMinimum"] = int(getal.boven)
    return schema


def either(delen: list[Schema]) -> Schema:
    """One of some kinds of value. Every keyword but ``type`` speaks about one kind only, so they go together."""
    samen: Schema = {}
    for deel in delen:
        samen |= {
            sleutel: inhoud for sleutel, inhoud in deel.items() if sleutel not in ("type", "errorMessage")
        }
    soorten = sorted(
        {deel["type"] for deel in delen}, reverse=True
    )  # a text first: an editor writes the first
    namen = {"object": "een blok", "array": "een lijst", "string": "een tekst", "number": "een getal"}
    soorten = [s for s in soorten if s != "integer" or "number" not in soorten]
    zin = " of ".join(namen.get(s, s) for s in soorten)
    return {"type": soorten, "errorMessage": f"Hier hoort {zin}.", **samen}
