"""From the shapes of the loader to a JSON Schema: each keyword says what a shape refuses, in the same place.

Three habits keep the messages exact. What must be there and what may be there are apart, each with its own sentence.
Kinds are told apart with if/then, never with ``oneOf``. And ``errorMessage`` holds the sentence that
yaml-language-server shows.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Final

from veiligheidsplan.instrument.model import GERESERVEERD
from veiligheidsplan.loading import vorm
from veiligheidsplan.loading.models import VERSIE, version
from veiligheidsplan.loading.modelvorm import Block, ByKey, ByValue
from veiligheidsplan.loading.schemas.delen import (
    BLOK,
    LIJST,
    Schema,
    choice,
    either,
    filled,
    number,
    only,
    or_nothing,
    required,
)
from veiligheidsplan.loading.schemas.woorden import Woord, words
from veiligheidsplan.loading.verzamelvorm import Either, Mapped, Sequence
from veiligheidsplan.loading.vorm import Vorm

_ID: Final = "[a-z][a-z0-9_-]*"
_ID_ZIN: Final = "Een id of code begint met een kleine letter. Daarna mogen kleine letters, cijfers, _ en -."
_HEEL: Final = "^[-+]?[0-9]+$"
_VAST: Final = "|".join(sorted(GERESERVEERD))

#: the shapes that are one plain value
_GEWOON: Final[dict[Vorm, Schema]] = {
    vorm.text: {
        "type": "string",
        "errorMessage": "Hier hoort een tekst. Zet een getal, true of false tussen aanhalingstekens.",
    },
    vorm.identifier: {
        "type": "string",
        "pattern": f"^{_ID}$",
        "errorMessage": "Hier hoort een id of code.",
        "patternErrorMessage": _ID_ZIN,
    },
    vorm.day: {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "errorMessage": "Hier hoort een datum: jaar-maand-dag, bijvoorbeeld 2027-07-01.",
    },
    version: {
        "type": "string",
        "pattern": f"^{VERSIE}$",
        "errorMessage": "Een versie is drie hele getallen met punten ertussen, bijvoorbeeld 1.0.0.",
    },
}


def _id_key(patroon: str, zin: str) -> Schema:
    """A key that is an id. To JSON every key is text; to yaml-language-server ``1:`` is a number."""
    return {"type": "string", "errorMessage": zin, "pattern": patroon, "patternErrorMessage": zin}


#: the keys that a person chooses
_SLEUTELS: Final[dict[Vorm, Schema]] = {
    vorm.new_identifier: _id_key(
        f"^(?!(?:{_VAST})$){_ID}$",
        f"{_ID_ZIN} Vaste namen kunnen niet: {', '.join(sorted(GERESERVEERD))}.",
    ),
    vorm.identifier_key: _id_key(f"^{_ID}$", _ID_ZIN),
    vorm.text: {},
    vorm.whole_key: {"pattern": _HEEL, "patternErrorMessage": "Hier hoort een heel getal."},
}


class Tekenaar:
    """Draws schemas; blocks become definitions, so that each is written once."""

    def __init__(self, voorwaarde: Callable[[Tekenaar, ByKey, str], Schema]) -> None:
        self.definities: dict[str, Schema] = {}
        self._voorwaarde = voorwaarde

    def keys(self, blok: Block, afdeling: str) -> Schema:
        """The keys of a block, with the words of a section: what may be there, and what must."""
        return {
            **only({naam: self.key(blok, naam, afdeling) for naam in blok.velden}),
            **required(blok),
        }

    def key(self, blok: Block, naam: str, afdeling: str) -> Schema:
        """What belongs behind one key of a block."""
        deel, woord, nodig = blok.velden[naam], words()[afdeling][naam], naam in blok.verplicht
        schema = self.condition(deel, naam) if isinstance(deel, ByKey) else self.value(deel, woord)
        if nodig:
            schema = schema | ({} if naam in blok.leeg_telt else filled(schema))
        elif not blok.vol:
            schema = or_nothing(schema, woord)
        return {**woord.heading(), **woord.start(), **schema}

    def condition(self, deel: ByKey, waar: str) -> Schema:
        """A condition, at the key *waar*."""
        return {"type": "object", "errorMessage": BLOK, "allOf": [self._voorwaarde(self, deel, waar)]}

    def value(self, deel: Vorm, woord: Woord) -> Schema:
        """What one shape accepts."""
        match deel:
            case FunctionType() if deel in _GEWOON:
                return dict(_GEWOON[deel])
            case vorm.Number():
                return number(deel)
            case vorm.Choice():
                return choice(list(deel.opties), woord)
            case Sequence(item=item):
                return {"type": "array", "errorMessage": LIJST, "items": self.value(item, woord)}
            case Mapped():
                return self._mapped(deel, woord)
            case Either(per_soort=per_soort):
                uniek = {id(een): een for een in per_soort.values()}
                return either([self.value(een, woord) for een in uniek.values()])
            case Block() | ByValue():
                return {"type": "object", "errorMessage": BLOK, "allOf": [self._block(deel, woord)]}
        if deel is vorm.boolean:
            return choice([True, False], woord)
        raise TypeError(f"no schema for {deel!r}")

    def define(self, naam: str, make: Callable[[], Schema]) -> Schema:
        """A reference to a definition, made the first time."""
        if naam not in self.definities:
            self.definities[naam] = {}  # a condition holds conditions: the name is there before the content
            self.definities[naam] = make()
        return {"$ref": f"#/definitions/{naam}"}

    def _block(self, deel: Block | ByValue, woord: Woord) -> Schema:
        naam = woord.blok or ""
        if isinstance(deel, Block):
            return self.define(naam, lambda: self.keys(deel, naam))
        return self.define(naam, lambda: self._kinds(deel, naam))

    def _kinds(self, deel: ByValue, naam: str) -> Schema:
        """One of several kinds by the value of a key: that key here, and every other key with its kind."""
        eerste = next(iter(deel.soorten.values()))
        woord = words()[naam][deel.veld]
        soorten = choice(list(deel.soorten), woord)
        delen = [self._kind(deel, soort, naam) for soort in deel.soorten]
        kop = {**woord.heading(), **(or_nothing(soorten, woord) if deel.standaard else soorten)}
        return {"properties": {deel.veld: kop}, "allOf": [*required(eerste)["allOf"][:1], *delen]}

    def _kind(self, deel: ByValue, soort: str, naam: str) -> Schema:
        blok = deel.soorten[soort]
        velden = {veld: True if veld == deel.veld else self._shared(blok, veld, naam) for veld in blok.velden}
        zin = f"Deze sleutel kan niet bij {deel.veld} {soort}. Kies uit: {', '.join(velden)}."
        eigen = self.define(f"{naam}_{soort}", lambda: {**only(velden, zin), **required(blok, 1)})
        als: Schema = {"properties": {deel.veld: {"const": soort}}, "required": [deel.veld]}
        if soort == deel.standaard:
            # a pattern says nothing about «nothing», and gives an editor no value to offer
            als = {"properties": {deel.veld: {"type": ["string", "null"], "pattern": f"^{soort}$"}}}
        return {"if": als, "then": eigen}

    def _shared(self, blok: Block, veld: str, naam: str) -> Schema:
        """A key that several kinds have: written once, unless it is otherwise in one of them."""
        schema = self.key(blok, veld, naam)
        for poging in (f"{naam}.{veld}", f"{naam}.{veld}.verplicht"):
            if self.definities.setdefault(poging, schema) == schema:
                return {"$ref": f"#/definitions/{poging}"}
        return schema

    def _mapped(self, deel: Mapped, woord: Woord) -> Schema:
        if isinstance(deel.sleutel, vorm.Choice | vorm.KeyChoice):
            inhoud = self.value(deel.waarde, woord)
            vast = {str(o): {"title": woord.waarden[str(o)], **inhoud} for o in deel.sleutel.opties}
            return {"type": "object", "errorMessage": BLOK, "allOf": [only(vast)]}
        heel = {"pattern": _HEEL, "patternErrorMessage": "Hier hoort een heel getal."}
        namen = _SLEUTELS[deel.sleutel] if isinstance(deel.sleutel, FunctionType) else heel
        inhoud = self.value(deel.waarde, woord)
        if isinstance(deel.waarde, Block) and not deel.waarde.verplicht:
            inhoud = or_nothing(inhoud, woord)
        return {
            "type": "object",
            "errorMessage": BLOK,
            "propertyNames": {"title": woord.id or woord.titel, **namen},
            "additionalProperties": inhoud,
        }
