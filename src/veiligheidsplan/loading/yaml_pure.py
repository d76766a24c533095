"""PyYAML's own parser, for where its libyaml is missing, mended to read what libyaml and YAML 1.2 read."""

from __future__ import annotations

from typing import Any

from yaml.composer import Composer
from yaml.error import Mark
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

_EINDE = "\r\n\x85\u2028\u2029"
_WIT = "\0 \t" + _EINDE


class PureParser(Reader, Scanner, Parser, Composer):
    """PyYAML's own scanner, that also takes a question mark within ``{…}`` and ``[…]`` and a tab after a word, as
    YAML 1.2 and libyaml do; and like libyaml knows no directives but two."""

    def __init__(self, tekst: str) -> None:
        Reader.__init__(self, tekst)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)

    def scan_to_next_token(self) -> None:
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_directive_name(self, begin: Mark) -> str:
        naam: str = super().scan_directive_name(begin)  # type: ignore[no-untyped-call]
        if naam not in ("YAML", "TAG"):
            raise ScannerError("", begin, "unknown directive name", begin)
        return naam

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

    def scan_plain_spaces(self, indent: int, begin: Mark) -> list[str]:
        lengte = 0
        while self.peek(lengte) in " \t":
            lengte += 1
        wit = self.prefix(lengte)
        self.forward(lengte)
        if self.peek() not in _EINDE:
            return [wit] if wit else []
        eerste: str = self.scan_line_break()  # type: ignore[no-untyped-call]
        self.allow_simple_key = True
        meer: list[str] = []
        while not self._at_document() and self.peek() in " \t" + _EINDE:
            if self.peek() in _EINDE:
                meer.append(self.scan_line_break())  # type: ignore[no-untyped-call]
                continue
            if self.peek() == "\t" and self.column < indent:
                raise ScannerError("", begin, "found a tab character", self.get_mark())
            self.forward()
        if self._at_document():
            return []
        return [*([eerste] if eerste != "\n" else [] if meer else [" "]), *meer]

    def _at_document(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in _WIT

    def _plain_length(self) -> int:
        lengte = 0
        while (teken := self.peek(lengte)) not in _WIT:
            volgend = self.peek(lengte + 1)
            if self.flow_level and teken == ":" and volgend in ",?[]{}":
                raise ScannerError("", self.get_mark(), "found unexpected ':'", self.get_mark())
            if teken == ":" and volgend in _WIT:
                break
            if self.flow_level and teken in ",[]{}":
                break
            lengte += 1
        return lengte
