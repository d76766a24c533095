"""Text to YAML nodes, with a limit on depth and number while composing; libyaml when it is there, else pure
Python.

``yaml._yaml.CParser`` is private to PyYAML, and composing with it is about twice as fast as ``CSafeLoader``
while every node keeps its place. A test guards what we rely on.
"""

from __future__ import annotations

import operator
from typing import Any

from yaml.error import YAMLError
from yaml.nodes import Node

from veiligheidsplan.loading.limits import MAX_DIEPTE, MAX_KNOPEN
from veiligheidsplan.loading.yaml_pure import PureParser

try:
    from yaml._yaml import CParser
except ImportError:  # a build of PyYAML without libyaml
    CParser = None  # type: ignore[assignment,misc]

#: depth that the C composer surely survives: it takes some 400 bytes of stack a level, and a small stack is 1 MB
_VEILIG = 600


class TeDiep(Exception):
    """More blocks within each other than ``MAX_DIEPTE``; ``ouder`` is the node that goes too far."""

    def __init__(self, ouder: Node) -> None:
        self.ouder = ouder


class TeVeel(Exception):
    """More values than ``MAX_KNOPEN``; ``ouder`` is the node where that happened."""

    def __init__(self, ouder: Node) -> None:
        self.ouder = ouder


class _Grens:
    """Counts depth and nodes; the names are those that both composers call."""

    diepte = 0
    knopen = 0

    def descend_resolver(self, ouder: Node, _index: object) -> None:
        self.diepte += 1
        self.knopen += 1
        if self.diepte > MAX_DIEPTE:
            raise TeDiep(ouder)
        if self.knopen > MAX_KNOPEN:
            raise TeVeel(ouder)

    def ascend_resolver(self) -> None:
        self.diepte -= 1

    def resolve(self, _soort: type, _waarde: object, _impliciet: object) -> None:
        """No tag: what a scalar means is decided later, in ``yaml_scalar``. A written tag stays visible."""


class _PureParser(_Grens, PureParser):
    """The same without libyaml, some thirty times slower."""


if CParser is not None:

    class _FastParser(_Grens, CParser):
        """libyaml's scanner and composer."""

        def __init__(self, tekst: str) -> None:
            CParser.__init__(self, tekst)

    class _UncountedParser(CParser):
        """The same for a text that cannot be deep: what is called for each node costs next to nothing."""

        descend_resolver = staticmethod(operator.is_)
        ascend_resolver = staticmethod(tuple)
        resolve = _Grens.resolve


def compose(tekst: str, *, puur: bool = False) -> Node | None:
    """The root node of the one document in *tekst*; ``None`` where it is empty.

    Raises ``TeDiep``, ``TeVeel``, or a ``yaml.YAMLError`` for what is not YAML or is more than one document. A depth
    between ``MAX_DIEPTE`` and ``_VEILIG`` may pass: who walks the nodes counts again.
    *puur* takes the pure Python parser also where libyaml is there.
    """
    if puur or CParser is None:
        return _root(_PureParser(tekst))
    if cannot_be_deep(tekst):
        try:
            return _root(_UncountedParser(tekst))
        except YAMLError:  # again, so that a limit that comes before the mistake is what is told
            pass
    return _root(_FastParser(tekst))


def _root(parser: Any) -> Node | None:
    knoop: Node | None = parser.get_single_node()
    return knoop


def cannot_be_deep(tekst: str) -> bool:
    """Whether no reading of *tekst* can nest deeper than ``_VEILIG`` or hold more than ``MAX_KNOPEN`` values.

    A flow block needs a bracket. A block by indentation needs a column of its own line, that it can share with one
    other (a list at the column of its key). One character can bring three values (``?``: a block, a key, a value).
    """
    if len(tekst) * 3 > MAX_KNOPEN:
        return False
    return tekst.count("[") + tekst.count("{") + 2 * max(map(len, tekst.split("\n"))) <= _VEILIG
