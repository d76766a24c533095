"""Makes text that somebody else wrote safe to show: nothing in it can steer a terminal."""

from __future__ import annotations

import os
import re
import unicodedata

#: control characters (C0 without the newline, DEL, C1), direction marks and overrides, line separators, byte
#: order marks, tag characters, lone surrogates: on a terminal they hide, turn round or replace what one reads
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
#: a whole escape sequence goes at once, so that no «[31m» stays behind as text
_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\n\x07\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[@-_]"
)
#: a server of GitHub takes a line that begins with «::», or «##[» anywhere, as a command; wrapping can begin a line
_COMMAND = re.compile(r"(^|\s):(?=:)|##(?=\[)", re.MULTILINE)
REPLACEMENT = "\ufffd"
TAB = 4


def clean(tekst: str, *, regels: bool = True) -> str:
    """*tekst* without what steers a terminal; tabs become spaces, and newlines too unless *regels*."""
    schoon = _UNSAFE.sub("", _ESCAPE.sub("", tekst.replace("\r\n", "\n").replace("\t", " ")))
    if os.environ.get("GITHUB_ACTIONS") == "true":
        schoon = _COMMAND.sub(lambda gevonden: f"{gevonden.group()} ", schoon)
    return schoon if regels else schoon.replace("\n", " ")


def cells(regel: str) -> list[str]:
    """One printable piece per character of a line, so that columns stay true; the unsafe ones are visible."""
    stukken: list[str] = []
    breedte = 0
    for teken in regel:
        if teken == "\t":
            stuk = " " * (TAB - breedte % TAB)
        else:
            stuk = REPLACEMENT if teken == "\n" or _UNSAFE.match(teken) else teken
        stukken.append(stuk)
        breedte += width(stuk)
    return stukken


def width(tekst: str) -> int:
    """Terminal columns that *tekst* takes: 2 for wide characters, 0 for combining ones."""
    if tekst.isascii():
        return len(tekst)
    return sum(_width_of(teken) for teken in tekst)


def _width_of(teken: str) -> int:
    if unicodedata.combining(teken) or teken in "\u200b\u200c\u200d\ufe0e\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(teken) in "WF" else 1
