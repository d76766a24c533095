"""From pydantic models to shapes: the models stay the one place where a key, its kind and its bounds are
written."""

from __future__ import annotations

import types
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Discriminator, Tag
from pydantic.fields import FieldInfo

from veiligheidsplan.loading import vorm
from veiligheidsplan.loading.modelvorm import Block, ByKey, ByValue
from veiligheidsplan.loading.verzamelvorm import Either, Mapped, Sequence
from veiligheidsplan.loading.vorm import Vorm

_ID = r"^[a-z][a-z0-9_-]*$"
_WOORDEN = {
    dict: "een blok",
    list: "een lijst",
    str: "een tekst",
    int: "een getal",
    Decimal: "een getal",
    bool: "true of false",
}


@cache
def shape_of_model(model: type[BaseModel], leeg_telt: frozenset[str] = frozenset()) -> Block:
    """The shape of a model: its fields by the name they have in the file, and which of them are required.

    Made once per model. A field with an alias is known by its alias only. *leeg_telt* names the keys for
    which an
    empty list is not the same as no key at all.
    """
    return _Afleiding(leeg_telt).block(model)


class _Afleiding:
    """One derivation; it remembers the blocks it is making, since a condition holds conditions."""

    def __init__(self, leeg_telt: frozenset[str]) -> None:
        self._leeg_telt = leeg_telt
        self._blokken: dict[type[BaseModel], Block] = {}
        self._keuzes: dict[tuple[type[BaseModel], ...], Vorm] = {}

    def block(self, model: type[BaseModel]) -> Block:
        if model in self._blokken:
            return self._blokken[model]
        blok = self._blokken[model] = Block(leeg_telt=self._leeg_telt)
        velden = {veld.alias or naam: veld for naam, veld in model.model_fields.items()}
        blok.verplicht = frozenset(naam for naam, veld in velden.items() if veld.is_required())
        for naam, veld in velden.items():
            blok.velden[naam] = self.shape(veld.annotation, tuple(veld.metadata))
        return blok

    def shape(self, soort: Any, extra: tuple[Any, ...] = ()) -> Vorm:
        """The shape of a type with its constraints; ``anything`` for a type that is not known here."""
        kern, delen = get_origin(soort), get_args(soort)
        if kern is Annotated:
            return self.shape(delen[0], (*_flat(delen[1:]), *extra))
        if kern in (Union, types.UnionType):
            return self._union([s for s in delen if s is not type(None)], extra)
        if kern is Literal:
            return vorm.Choice(delen)
        if kern in (tuple, list):
            return Sequence(self.shape(delen[0]))
        if kern is dict:
            return self._mapping(*delen)
        if isinstance(soort, type) and issubclass(soort, BaseModel):
            return self.block(soort)
        return _scalar(soort, extra)

    def _mapping(self, sleutel: Any, waarde: Any) -> Vorm:
        naam, deel = self.shape(sleutel), self.shape(waarde)
        return Mapped(_key(naam), deel, blokken=isinstance(deel, Block | ByValue))

    def _union(self, soorten: list[Any], extra: tuple[Any, ...]) -> Vorm:
        if len(soorten) == 1:
            return self.shape(soorten[0], extra)
        if any(isinstance(m, Discriminator) for m in extra):
            return self._tagged({_tag(s): get_args(s)[0] for s in soorten})
        per_soort: dict[type, Vorm] = {}
        for soort in soorten:
            for klasse in _classes(soort):
                per_soort.setdefault(klasse, self.shape(soort))
        return Either(
            per_soort, " of ".join(dict.fromkeys(_WOORDEN.get(k, "iets anders") for k in per_soort))
        )

    def _tagged(self, soorten: dict[str, type[BaseModel]]) -> Vorm:
        """By key where each tag is a field of its own model (``vraag``); else by the field that holds the
        tag."""
        modellen = tuple(soorten.values())
        if modellen not in self._keuzes:
            blokken = {tag: self.block(model) for tag, model in soorten.items()}
            if all(tag in model.model_fields for tag, model in soorten.items()):
                self._keuzes[modellen] = ByKey(blokken)
            else:
                self._keuzes[modellen] = ByValue(*_tag_field(soorten), blokken)
        return self._keuzes[modellen]


def _key(naam: Vorm) -> Vorm:
    """The shape of a key, which is told about at the key."""
    if isinstance(naam, vorm.Number):
        return vorm.whole_key
    if isinstance(naam, vorm.Choice):
        return vorm.KeyChoice(naam.opties)
    return vorm.new_identifier if naam is vorm.identifier else naam


def _tag(soort: Any) -> str:
    return next(m.tag for m in get_args(soort)[1:] if isinstance(m, Tag))


def _tag_field(soorten: dict[str, type[BaseModel]]) -> tuple[str, str | None]:
    """The field whose one possible value is the tag in every model, and the tag that holds where it is
    absent."""
    velden = {
        tag: {n: f for n, f in m.model_fields.items() if get_args(f.annotation) == (tag,)}
        for tag, m in soorten.items()
    }
    naam = next(n for n in next(iter(velden.values())) if all(n in v for v in velden.values()))
    return naam, next((tag for tag, v in velden.items() if not v[naam].is_required()), None)


def _flat(extra: tuple[Any, ...]) -> list[Any]:
    return [m for deel in extra for m in (deel.metadata if isinstance(deel, FieldInfo) else [deel])]


def _scalar(soort: Any, extra: tuple[Any, ...]) -> Vorm:
    if soort in (int, Decimal):
        return vorm.Number(
            heel=soort is int,
            minstens=next((m.ge for m in extra if hasattr(m, "ge")), None),
            boven=next((m.gt for m in extra if hasattr(m, "gt")), None),
        )
    if soort is str:
        return vorm.identifier if any(getattr(m, "pattern", None) == _ID for m in extra) else vorm.text
    return {bool: vorm.boolean, date: vorm.day}.get(soort, vorm.anything)


def _classes(soort: Any) -> tuple[type, ...]:
    """The kinds of plain value that can be meant with a type."""
    kern = get_args(soort)[0] if get_origin(soort) is Annotated else soort
    kern = get_origin(kern) or kern
    if isinstance(kern, type) and issubclass(kern, BaseModel):
        return (dict,)
    bekend: dict[Any, tuple[type, ...]] = {tuple: (list,), Decimal: (int, Decimal)}
    return bekend.get(kern, (kern,) if isinstance(kern, type) else (str,))
