"""The map of places (*Bronkaart*): from a symbolic path to file, line and column of what was read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import Any

from yaml.error import Mark, YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode

from veiligheidsplan.bevinding import Bevinding, Plaats
from veiligheidsplan.loading.yaml_parser import TeDiep, TeVeel, compose
from veiligheidsplan.loading.yaml_scalar import value_of

Pad = Sequence[str | int]
_REGELEINDE = re.compile(r"\r\n|\r|\n")
#: a longer line is not shown with a finding
_MAX_REGEL = 2000
#: a block with more keys is looked up by name
_GROOT = 30


class Bronkaart:
    """Where each value and each key stands in one text.

    A path is the row of keys and indexes (from 0) from the root: ``("onderdelen", "geweld", "titel")``.
    Places
    are worked out only when asked for: a file without faults never pays for them.
    """

    def __init__(self, bestand: str, tekst: str, wortel: Node | None) -> None:
        self.bestand = bestand
        self._tekst = tekst
        self._wortel = wortel
        self._uitgesteld = False
        self._grote_blokken: dict[int, dict[tuple[type, Any], tuple[Node, Node]]] = {}

    def __reduce__(self) -> tuple[Callable[[str, str, bool], Bronkaart], tuple[str, str, bool]]:
        """From one process to another the text goes, not the nodes: they are made again when they are needed."""
        return _again, (self.bestand, self._tekst, self._uitgesteld or self._wortel is not None)

    def _root(self) -> Node | None:
        if self._uitgesteld:
            self._uitgesteld = False
            with suppress(YAMLError, TeDiep, TeVeel, ValueError):
                self._wortel = compose(self._tekst)
        return self._wortel

    @cached_property
    def _regels(self) -> list[str]:
        return _REGELEINDE.split(self._tekst)

    def value(self, pad: Pad) -> Plaats | None:
        """The place of the value at *pad*; of its key where the value is empty; ``None`` where there is
        none."""
        sleutel, waarde = self._find(pad)
        if waarde is None:
            return None
        leeg = waarde.start_mark.index == waarde.end_mark.index
        return self.of_node(sleutel if leeg and sleutel is not None else waarde)

    def key(self, pad: Pad) -> Plaats | None:
        """The place of the last key of *pad*; of the item itself where *pad* ends in an index or is empty."""
        sleutel, waarde = self._find(pad)
        knoop = sleutel if sleutel is not None else waarde
        return None if knoop is None else self.of_node(knoop)

    def nearest(self, pad: Pad) -> Plaats:
        """The value at *pad*, or the key of the nearest thing around it that is there, or the start of the
        file."""
        plaats = self.value(pad)
        delen = list(pad)
        while plaats is None and delen:
            delen.pop()
            plaats = self.key(delen)
        return plaats or self.at(0, 0)

    def place(self, bevinding: Bevinding, *, sleutel: bool = False) -> Bevinding:
        """The finding at the concrete place of its ``pad`` (of the key when *sleutel*); one with a place
        stays."""
        if bevinding.plaats is not None:
            return bevinding
        return replace(bevinding, plaats=(sleutel and self.key(bevinding.pad)) or self.nearest(bevinding.pad))

    def of_node(self, knoop: Node) -> Plaats:
        """The place of a node: all of it on one line, or up to the end of its first line.

        Spaces behind it do not belong to it: parsers disagree about the end of a block at the end of a file.
        """
        begin, eind = knoop.start_mark, knoop.end_mark
        gevuld = len(self.line(begin.line).rstrip())
        tot = min(eind.column, gevuld) if eind.line == begin.line else gevuld
        return self.at(begin.line, begin.column, max(tot, begin.column + 1))

    def of_mark(self, mark: Mark | None) -> Plaats:
        """The place of a mark of the parser; the start of the file where there is none."""
        return self.at(0, 0) if mark is None else self.at(mark.line, mark.column)

    def at(self, regel: int, kolom: int, eind: int | None = None) -> Plaats:
        """The place at *regel*, *kolom*, both from 0 as parsers count; *eind* is the column after the
        last. What a parser places after the end of the text is just behind its last character."""
        if regel >= len(self._regels):
            regel, kolom, eind = len(self._regels) - 1, len(self._regels[-1]), None
        tekst = self.line(regel)
        return Plaats(
            bestand=self.bestand,
            regel=regel + 1,
            kolom=kolom + 1,
            eind_regel=regel + 1,
            eind_kolom=max(eind if eind is not None else kolom + 1, kolom + 1) + 1,
            regeltekst=tekst if len(tekst) <= _MAX_REGEL else None,
        )

    def line(self, regel: int) -> str:
        """The text of a line, counted from 0, without its end; empty after the last."""
        return self._regels[regel] if 0 <= regel < len(self._regels) else ""

    def _find(self, pad: Pad) -> tuple[Node | None, Node | None]:
        sleutel: Node | None = None
        knoop = self._root()
        for deel in pad:
            if knoop is None:
                return None, None
            groot = len(knoop.value) > _GROOT and isinstance(knoop, MappingNode)
            sleutel, knoop = self._look_up(knoop, deel) if groot else _step(knoop, deel)
        return sleutel, knoop

    def _look_up(self, knoop: Node, deel: str | int) -> tuple[Node | None, Node | None]:
        """As ``_step`` for a block so large that finding its keys one by one would take too long."""
        sleutels = self._grote_blokken.get(id(knoop))
        if sleutels is None:
            sleutels = self._grote_blokken[id(knoop)] = {}
            for sleutel, waarde in knoop.value:
                if isinstance(sleutel, ScalarNode):
                    naam = value_of(sleutel)
                    sleutels[type(naam), naam] = (sleutel, waarde)
        return sleutels.get((type(deel), deel), (None, None))


def _again(bestand: str, tekst: str, met_knopen: bool) -> Bronkaart:
    kaart = Bronkaart(bestand, tekst, None)
    kaart._uitgesteld = met_knopen
    return kaart


def _step(knoop: Node, deel: str | int) -> tuple[Node | None, Node | None]:
    """The key and the value one step further; nothing where the node has no such key or index."""
    inhoud: Any = knoop.value
    if isinstance(knoop, MappingNode):
        for sleutel, waarde in reversed(inhoud):
            if isinstance(sleutel, ScalarNode) and _same(value_of(sleutel), deel):
                return sleutel, waarde
    elif not isinstance(knoop, ScalarNode) and isinstance(deel, int) and 0 <= deel < len(inhoud):
        return None, inhoud[deel]
    return None, None


def _same(sleutel: object, deel: str | int) -> bool:
    return type(sleutel) is type(deel) and sleutel == deel


def place(
    bevindingen: Iterable[Bevinding], kaart: Bronkaart, *, op_sleutel: frozenset[str] = frozenset()
) -> tuple[Bevinding, ...]:
    """All findings at their concrete places; those with a code in *op_sleutel* at the key, the others at
    the value."""
    return tuple(kaart.place(b, sleutel=b.code in op_sleutel) for b in bevindingen)
