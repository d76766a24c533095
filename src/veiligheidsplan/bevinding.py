"""What was found (*bevinding*): a value with a code, a place and words, never printed where it is found.

Terminal, JSON, GitHub, GitLab and SARIF are renderings of one list of these. This module is the lowest
layer: it imports nothing of ours and nothing heavy.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Ernst(StrEnum):
    """How serious a finding is. *Fout* (fault) gives exit code 1, *waarschuwing* (warning) only with ``--streng``."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"


@dataclass(frozen=True, slots=True)
class Plaats:
    """A place in a text: file as the user named it, line and column from 1, end exclusive, and the line itself."""

    bestand: str
    regel: int
    kolom: int
    eind_regel: int | None = None
    eind_kolom: int | None = None
    regeltekst: str | None = None

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}:{self.kolom}"


@dataclass(frozen=True, slots=True)
class Verwant:
    """A related place (*verwant*), with one short Dutch phrase that says why it matters."""

    plaats: Plaats
    uitleg: str


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding.

    ``code`` is stable (``VP103``). ``uitleg`` is one plain Dutch sentence, without blame. ``suggestie`` is what
    to do. ``pad`` is the symbolic place (keys and indexes from the root of what was read); ``plaats`` is the
    concrete one, filled in by whoever read the text. Either may be missing when there is no text.
    """

    code: str
    uitleg: str
    ernst: Ernst = Ernst.FOUT
    pad: tuple[str | int, ...] = ()
    plaats: Plaats | None = None
    suggestie: str | None = None
    verwant: tuple[Verwant, ...] = field(default=())

    def op(self, plaats: Plaats | None) -> Bevinding:
        """The same finding at a concrete place."""
        return replace(self, plaats=plaats)


class BevindingenFout(Exception):
    """Raised where a function cannot return because of faults; ``bevindingen`` holds *all* of them."""

    def __init__(self, bevindingen: Iterable[Bevinding]) -> None:
        self.bevindingen: tuple[Bevinding, ...] = tuple(bevindingen)
        super().__init__("\n".join(f"{b.plaats or ''} {b.code} {b.uitleg}".strip() for b in self.bevindingen))

    def __reduce__(self) -> tuple[type[BevindingenFout], tuple[tuple[Bevinding, ...]]]:
        """From one process to another it keeps what was found, not only the words."""
        return type(self), (self.bevindingen,)


def nearest(naam: str, bekend: Iterable[str]) -> str | None:
    """The known name nearest to *naam*, only when it is really near (ratio at least 0.75); else ``None``."""
    gevonden = difflib.get_close_matches(naam, list(bekend), n=1, cutoff=0.75)
    return gevonden[0] if gevonden else None
