"""Shapes of what holds other values: a list, a mapping, or one of some shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from veiligheidsplan.loading.verslag import Getalsleutel, Spoor, Verslag, name_of, short
from veiligheidsplan.loading.vorm import Vorm, wrong


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of one shape."""

    item: Vorm
    leeg: bool = True

    def __call__(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        if waarde.__class__ is not list:
            voorbeeld = f"[{short(waarde)}]" if isinstance(waarde, str | int) and waarde != "" else "[a, b]"
            tip = f"Zet er vierkante haken omheen: {voorbeeld}."
            if isinstance(waarde, dict):
                tip = "Begin elk item op een eigen regel met een streepje en een spatie."
            return wrong(waarde, spoor, verslag, "een lijst", tip)
        if not waarde and not self.leeg:
            verslag.fault(
                "VP130",
                spoor,
                f"De lijst {name_of(spoor)} is leeg.",
                "Zet er iets in, of haal de sleutel weg.",
            )
        for i, deel in enumerate(waarde):
            if deel is None:
                verslag.fault("VP122", (spoor, i), "Hier staat een streepje of komma zonder iets erachter.")
                continue
            nieuw = self.item(deel, (spoor, i), verslag)
            if nieuw is not deel:
                waarde[i] = nieuw
        return waarde


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping of keys of one shape to values of one shape. An empty value is an empty block where that
    can be."""

    sleutel: Vorm
    waarde: Vorm
    blokken: bool = False

    def __call__(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        if waarde.__class__ is not dict:
            return wrong(
                waarde, spoor, verslag, "een blok met sleutels", "Schrijf op nieuwe regels: naam: waarde."
            )
        for naam, deel in waarde.items():
            plek = (spoor, Getalsleutel(naam) if naam.__class__ is int else naam)
            self.sleutel(naam, plek, verslag)
            if deel is None:
                if not self.blokken:
                    verslag.fault("VP122", plek, f"Achter «{short(naam)}» staat niets.", op_sleutel=True)
                    continue
                waarde[naam] = deel = {}
            nieuw = self.waarde(deel, plek, verslag)
            if nieuw is not deel:
                waarde[naam] = nieuw
        return waarde


@dataclass(frozen=True, slots=True)
class Either:
    """One of some shapes, told apart by the kind of value that stands there (``dict``, ``list``, ``str``,
    …)."""

    per_soort: Mapping[type, Vorm]
    hoort: str

    def __call__(self, waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
        vorm = self.per_soort.get(type(waarde))
        if vorm is None:
            return wrong(waarde, spoor, verslag, self.hoort, None)
        return vorm(waarde, spoor, verslag)
