"""What a person sees: results on stdout, talk on stderr; cleaned, wrapped, plain where the terminal is."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Sequence
from typing import TextIO

from veiligheidsplan.cli.clean import clean, width

#: colour and weight by meaning; words always say the same, so nothing is lost without them
STIJLEN = {"kop": "1", "fout": "1;31", "let_op": "1;33", "goed": "32", "stil": "2"}

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
#: a line of a source, or the marks below one: it was cut to fit, and its columns mean something
_EXCERPT = re.compile(r" *\d* \|( |$)")


def has_colour(stroom: TextIO) -> bool:
    """Colour only for a person at a terminal that knows it. An empty ``NO_COLOR`` counts as not set."""
    return bool(not os.environ.get("NO_COLOR") and not is_plain(stroom))


def is_plain(stroom: TextIO) -> bool:
    """Whether this is a pipe, a file or a dumb terminal: one fact a line, no boxes, no cursor movement."""
    return os.environ.get("TERM", "") == "dumb" or not stroom.isatty()


def columns() -> int:
    """The width of the terminal, at least 40 and at most 100: longer lines are hard to read."""
    return max(40, min(100, shutil.get_terminal_size((80, 24)).columns))


def show(tekst: str = "") -> None:
    """A result, on stdout."""
    sys.stdout.write(clean(tekst) + "\n")


def say(tekst: str = "", *, stijl: str | None = None) -> None:
    """Talk, on stderr, wrapped to the terminal; *stijl* is a key of ``STIJLEN``."""
    regels = "\n".join(wrap(tekst, columns() - 1))
    kleur = STIJLEN.get(stijl or "") if has_colour(sys.stderr) else None
    sys.stderr.write((f"\x1b[{kleur}m{regels}\x1b[0m" if kleur else regels) + "\n")
    sys.stderr.flush()


def title(tekst: str) -> None:
    """A heading with room above it; on a plain terminal a line of text and nothing else."""
    say()
    say(tekst, stijl="kop")
    if not is_plain(sys.stderr):
        say("─" * min(width(clean(tekst, regels=False)), columns() - 1), stijl="stil")


def fit(tekst: str, stroom: TextIO) -> str:
    """A report of our own (cleaned, perhaps coloured) for *stroom*: a terminal gets no line that breaks in a word."""
    if not stroom.isatty():
        return tekst
    return "\n".join(stuk for regel in tekst.split("\n") for stuk in _fit_line(regel, columns() - 1))


def _fit_line(regel: str, breedte: int) -> list[str]:
    if _width_shown(regel) <= breedte or _EXCERPT.match(regel):
        return [regel]
    kaal = regel.lstrip(" ")
    inspringen = " " * (len(regel) - len(kaal))
    uit, huidig = [], inspringen
    for woord in kaal.split(" "):
        nieuw = f"{huidig} {woord}" if huidig.strip() else huidig + woord
        if huidig.strip() and _width_shown(nieuw) > breedte:
            uit.append(huidig)
            nieuw = f"{inspringen}  {woord}"
        huidig = nieuw
    return [*uit, huidig]


def _width_shown(regel: str) -> int:
    return width(_COLOUR.sub("", regel))


def wrap(tekst: str, breedte: int) -> list[str]:
    """*tekst* cleaned, in lines of at most *breedte* columns; its own line breaks and indents stay."""
    return [stuk for regel in clean(tekst).split("\n") for stuk in _wrap_line(regel, breedte)]


def _wrap_line(regel: str, breedte: int) -> list[str]:
    inspringen = regel[: len(regel) - len(regel.lstrip(" "))][: breedte // 2]
    uit, huidig = [], inspringen
    for woord in regel.split():
        for deel in _pieces(woord, breedte - width(inspringen)):
            nieuw = huidig + (" " if huidig.strip() else "") + deel
            if width(nieuw) > breedte and huidig.strip():
                uit.append(huidig)
                nieuw = inspringen + deel
            huidig = nieuw
    return [*uit, huidig.rstrip()]


def _pieces(woord: str, breedte: int) -> list[str]:
    if width(woord) <= breedte:
        return [woord]
    delen, deel = [], ""
    for teken in woord:
        if width(deel + teken) > breedte:
            delen.append(deel)
            deel = ""
        deel += teken
    return [*delen, deel]


def rows(rijen: Sequence[tuple[str, str]]) -> None:
    """Facts with their names, on stdout, one a line: «naam: waarde»."""
    for naam, waarde in rijen:
        regels = wrap(f"{naam}: {waarde}", columns() - 1)
        show("\n".join([regels[0], *("  " + regel for regel in regels[1:])]))
