"""Text to YAML nodes, with a limit on depth and number while composing; libyaml when it is there, else pure
Python.

``yaml._yaml.CParser`` is private to PyYAML, and composing with it is about twice as fast as ``CSafeLoader``
while every node keeps its place. A test guards what we rely on.
"""

from __future__ import annotations

from typing import Any

from yaml.composer import Composer
from yaml.nodes import Node
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner
from yaml.tokens import ScalarToken

from veiligheidsplan.loading.limits import MAX_DIEPTE, MAX_KNOPEN

try:
    from yaml._yaml import CParser
except ImportError:  # a build of PyYAML without libyaml
    CParser = None  # type: ignore[assignment,misc]

_WIT = "\0 \t\r\n\x85\u2028\u2029"


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


class _PureParser(_Grens, Reader, Scanner, Parser, Composer):
    """PyYAML's own scanner, that also takes a question mark within ``{…}`` and ``[…]``, as YAML 1.2 and
    libyaml do."""

    def __init__(self, tekst: str) -> None:
        Reader.__init__(self, tekst)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)

    def scan_plain(self) -> ScalarToken:
        stukken: list[str] = []
        begin = einde = self.get_mark()
        spaties: Any = []
        while self.peek() != "#":
            lengte = self._plain_length()
            if not lengte:
                break
            self.allow_simple_key = False
            stukken += [*spaties, self.prefix(lengte)]
            self.forward(lengte)
            einde = self.get_mark()
            spaties = self.scan_plain_spaces(self.indent + 1, begin)
            if not spaties or (not self.flow_level and self.column < self.indent + 1):
                break
        return ScalarToken("".join(stukken), True, begin, einde)

    def _plain_length(self) -> int:
        lengte = 0
        while (teken := self.peek(lengte)) not in _WIT:
            volgend = self.peek(lengte + 1)
            if teken == ":" and volgend in _WIT + (",[]{}" if self.flow_level else ""):
                break
            if self.flow_level and teken in ",[]{}":
                break
            lengte += 1
        return lengte


if CParser is not None:

    class _FastParser(_Grens, CParser):
        """libyaml's scanner and composer."""

        def __init__(self, tekst: str) -> None:
            CParser.__init__(self, tekst)


def compose(tekst: str, *, puur: bool = False) -> Node | None:
    """The root node of the one document in *tekst*; ``None`` where it is empty.

    Raises ``TeDiep``, ``TeVeel``, or a ``yaml.YAMLError`` for what is not YAML or is more than one document.
    *puur* takes the pure Python parser also where libyaml is there.
    """
    parser: Any = _PureParser(tekst) if puur or CParser is None else _FastParser(tekst)
    knoop: Node | None = parser.get_single_node()
    return knoop
