"""Clean user text (*schoon*): what every output format takes away before it writes one character.

Control characters, escape sequences and bidi overrides can hide or reorder text (or drive a terminal); they never
belong to what a person typed. Newlines stay: people write lists and addresses.
"""

from __future__ import annotations

import re
import unicodedata

from ..plan.document import Tweetalig

MAX_TEKENS = 30_000
INGEKORT = " [ingekort]"

_REGELEINDE = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# An escape sequence goes as a whole: its tail («[31m») would be left as rubbish if only ESC went.
_ESCAPE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?|\x1b[ -/]*[0-~]?"
)
# Joiners carry meaning in other scripts (Persian, Hindi), all other format characters only steer the drawing.
_JOINERS = "\u200c\u200d"
_WEG = {"Cc", "Cf", "Cs", "Cn", "Co"}
_GEWOON = re.compile("[\n\x20-\x7e\xa0-\xac\xae-\u02ff]*")


def clean(tekst: str, maximum: int = MAX_TEKENS) -> str:
    """*tekst* in NFC without control, format, private-use and unassigned characters; at most *maximum* long.

    Newlines of any kind become ``\\n``, a tab becomes a space. What is cut off is marked with ``[ingekort]``.
    """
    if _GEWOON.fullmatch(tekst) and len(tekst) <= maximum:
        return tekst
    tekst = _REGELEINDE.sub("\n", _ESCAPE.sub("", tekst[: 2 * maximum + 1]).replace("\t", " "))
    tekst = "".join(t for t in tekst if t == "\n" or t in _JOINERS or unicodedata.category(t) not in _WEG)
    tekst = unicodedata.normalize("NFC", tekst)
    return tekst if len(tekst) <= maximum else tekst[:maximum].rstrip() + INGEKORT


def beside(tekst: str) -> str:
    """A text with its translation behind a stroke, where it has one and there is room for one line only."""
    return f"{tekst} / {tekst.vertaling}" if isinstance(tekst, Tweetalig) else tekst


def clean_line(tekst: str, maximum: int = 500) -> str:
    """The same as :func:`clean`, on one line: newlines become spaces. For titles, labels and file properties.

    A translation beside it stays beside it.
    """
    if isinstance(tekst, Tweetalig):
        return Tweetalig(clean_line(str(tekst), maximum), tekst.taal, clean_line(tekst.vertaling, maximum))
    return " ".join(clean(tekst, maximum).split())
