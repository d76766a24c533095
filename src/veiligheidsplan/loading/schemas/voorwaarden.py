"""Conditions in a schema: by the key that is there, with the tests that fit, and what the place allows."""

from __future__ import annotations

from typing import Any, Final

from veiligheidsplan.loading.modelvorm import Block, ByKey
from veiligheidsplan.loading.schemas.delen import LIJST, Schema, choice, needs, only
from veiligheidsplan.loading.schemas.vormen import Tekenaar
from veiligheidsplan.loading.schemas.woorden import words
from veiligheidsplan.loading.verzamelvorm import Sequence
from veiligheidsplan.loading.voorwaarden import JA_NEE, TOETSEN_VAN_GEGEVEN

_AFDELING: Final = "voorwaarde"
_GEEN_SCHAAL: Final = "Een schaal toetsen kan alleen bij «als» van een signaal."
_GEEN_VRAAG: Final = "Hier kan alleen een gegeven staan, bijvoorbeeld {gegeven: leeftijd, minstens: 18}."
#: the key behind which a condition stands -> the name of its definition, and what cannot stand there
_PLEKKEN: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "als": ("signaal", {}),
    "toon_als": ("vraag", {"schaal": _GEEN_SCHAAL}),
    "sluit_in": ("doelgroep", {"vraag": _GEEN_VRAAG, "schaal": _GEEN_SCHAAL}),
    "sluit_uit": ("doelgroep", {"vraag": _GEEN_VRAAG, "schaal": _GEEN_SCHAAL}),
}


def condition(tekenaar: Tekenaar, deel: ByKey, waar: str) -> Schema:
    """A reference to the conditions that may stand behind the key *waar*."""
    naam, niet = _PLEKKEN[waar]
    return tekenaar.define(f"{_AFDELING}_{naam}", lambda: _chain(tekenaar, deel, waar, niet))


def _chain(tekenaar: Tekenaar, deel: ByKey, waar: str, niet: dict[str, str]) -> Schema:
    """The first key that is there decides, as in the loader; without one, the keys to begin with."""
    schema = _beginnings(deel, niet)
    for soort in reversed(list(deel.soorten)):
        dan = {"properties": {soort: False}, "errorMessage": niet[soort]} if soort in niet else None
        schema = {
            "if": {"required": [soort]},
            "then": dan or _kind(tekenaar, deel, soort, waar),
            "else": schema,
        }
    return schema


def _beginnings(deel: ByKey, niet: dict[str, str]) -> Schema:
    begin = {
        s: words()[_AFDELING][s].heading() | {"type": ["string", "object"]}
        for s in deel.soorten
        if s not in niet
    }
    for soort in ("alle", "een_van"):
        begin[soort]["type"] = ["array", "object"]
    toetsen = [n for blok in deel.soorten.values() for n in blok.velden if n not in deel.soorten]
    toetsen = list(dict.fromkeys(toetsen))
    zin = f"Een voorwaarde begint met een van: {', '.join(begin)}."
    bekend = begin | dict.fromkeys([*toetsen, *niet], True)
    zonder = {"minProperties": 1, "propertyNames": {"enum": toetsen}}
    return {**only(bekend, zin), "if": zonder, "then": needs(next(iter(begin))) | {"errorMessage": zin}}


def _kind(tekenaar: Tekenaar, deel: ByKey, soort: str, waar: str) -> Schema:
    blok = deel.soorten[soort]
    if soort == "gegeven":
        return tekenaar.define(f"{_AFDELING}.gegeven", lambda: _fact(tekenaar, blok))
    if len(blok.velden) == 1:
        return _joined(tekenaar, blok, soort, waar)
    return tekenaar.define(
        f"{_AFDELING}.{soort}", lambda: _leaf({n: _key(tekenaar, blok, n) for n in blok.velden})
    )


def _key(tekenaar: Tekenaar, blok: Block, naam: str) -> Schema:
    schema = tekenaar.key(blok, naam, _AFDELING)
    return schema | {"minItems": 1} if schema.get("type") == "array" else schema


def _leaf(velden: dict[str, Any]) -> Schema:
    """What is tested, and exactly one test."""
    return {**only(velden), "minProperties": 2, "maxProperties": 2}


def _joined(tekenaar: Tekenaar, blok: Block, soort: str, waar: str) -> Schema:
    """``alle``, ``een_van`` or ``niet``: conditions of the same place."""
    vorm = blok.velden[soort]
    reeks = isinstance(vorm, Sequence)
    binnen = vorm.item if isinstance(vorm, Sequence) else vorm
    if not isinstance(binnen, ByKey):
        raise TypeError(f"no condition: {binnen!r}")
    een = tekenaar.condition(binnen, waar) | {"minProperties": 1}
    schema = {"type": "array", "errorMessage": LIJST, "minItems": 1, "items": een} if reeks else een
    return only({soort: {**words()[_AFDELING][soort].heading(), **schema}})


def _fact(tekenaar: Tekenaar, blok: Block) -> Schema:
    """A test on a fact of the case: which tests fit depends on the fact."""
    delen = [
        {
            "if": {"properties": {"gegeven": {"const": naam}}, "required": ["gegeven"]},
            "then": _leaf({"gegeven": True} | {maat: _measure(tekenaar, blok, naam, maat) for maat in maten}),
        }
        for naam, maten in TOETSEN_VAN_GEGEVEN.items()
    ]
    return {"properties": {"gegeven": _key(tekenaar, blok, "gegeven")}, "allOf": delen}


def _measure(tekenaar: Tekenaar, blok: Block, naam: str, maat: str) -> Schema:
    woord = words()[_AFDELING][maat]
    if maat not in ("is", "in"):
        return _key(tekenaar, blok, maat)
    een = {"type": "integer", "errorMessage": "Hier hoort een heel getal."}
    if naam != "leeftijd":
        een = choice(list(JA_NEE), words()["gegevens"][naam])
    if maat == "is":
        return {**woord.heading(), **een}
    return {**woord.heading(), "type": "array", "errorMessage": LIJST, "minItems": 1, "items": een}
