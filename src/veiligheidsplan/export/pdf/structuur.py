"""The structure (*structuur*) of a tagged PDF: a tree of nodes, and the objects it becomes at the end.

reportlab has no tagging of its own. Nodes are made in reading order while the document is built, get their content
(page, marked-content id) while pages are drawn, and are written once, when all pages are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc


@dataclass(frozen=True, slots=True)
class Inhoud:
    """A piece of drawn content: the page's name in the file and its marked-content id on that page."""

    pagina: str
    mcid: int


@dataclass(frozen=True, slots=True)
class Bijlage:
    """An object that stands in the structure itself: the widget of a signature field."""

    pagina: str
    naam: str


@dataclass(eq=False, slots=True)
class Knoop:
    """One element of the structure tree: its type (``H1``, ``P``, ``TD`` …), children and properties.

    ``eigenschappen`` are raw PDF values by key, written in the element (``Alt``) ; ``kenmerken`` are one attribute
    object (``O`` and its keys).
    """

    soort: str
    kinderen: list[Knoop | Inhoud | Bijlage] = field(default_factory=list)
    eigenschappen: dict[str, str] = field(default_factory=dict)
    kenmerken: dict[str, str] = field(default_factory=dict)

    def nieuw(self, soort: str, **kenmerken: str) -> Knoop:
        """A new child at the end, in reading order."""
        kind = Knoop(soort, kenmerken=kenmerken)
        self.kinderen.append(kind)
        return kind

    def loop(self) -> Iterator[Knoop]:
        """This node and all below it, in reading order (no recursion: depth is data)."""
        stapel = [self]
        while stapel:
            knoop = stapel.pop()
            yield knoop
            stapel.extend(k for k in reversed(knoop.kinderen) if isinstance(k, Knoop))


def prune(wortel: Knoop) -> None:
    """Take away nodes that came to hold no content at all (an empty cell stays: a table must remain a rectangle)."""
    for knoop in reversed(list(wortel.loop())):
        knoop.kinderen = [
            k for k in knoop.kinderen if not isinstance(k, Knoop) or k.kinderen or k.soort in ("TD", "TH")
        ]


def pdf_string(tekst: str) -> str:
    """*tekst* as a PDF text string in hexadecimal UTF-16: nothing to escape, any character."""
    return "<FEFF" + tekst.encode("utf-16-be", "replace").hex().upper() + ">"


class Ruw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file whose text is made at the very end, when every reference is known."""

    __RefOnly__ = 1

    def __init__(self, maak: Any) -> None:
        self.maak = maak

    def format(self, document: Any) -> bytes:
        tekst: str = self.maak()
        return tekst.encode("ascii")


class Boom:
    """The tree being filled: the root node, and per page which node owns each marked-content id."""

    def __init__(self) -> None:
        self.document = Knoop("Document")
        self.paginas: dict[str, list[Knoop]] = {}
        self.bijlagen: dict[str, Knoop] = {}

    def add_content(self, knoop: Knoop, pagina: str) -> int:
        """Give *knoop* a new piece of content on *pagina*; the number is its marked-content id."""
        eigenaars = self.paginas.setdefault(pagina, [])
        eigenaars.append(knoop)
        knoop.kinderen.append(Inhoud(pagina, len(eigenaars) - 1))
        return len(eigenaars) - 1

    def add_object(self, knoop: Knoop, pagina: str, naam: str) -> None:
        """Put the object called *naam* (an annotation on *pagina*) in the structure, under *knoop*."""
        self.bijlagen[naam] = knoop
        knoop.kinderen.append(Bijlage(pagina, naam))

    def page_key(self, pagina: str) -> int:
        """The key of a page in the parent tree."""
        return list(self.paginas).index(pagina)

    def object_key(self, naam: str) -> int:
        """The key of an annotation in the parent tree: after all pages, whose number is not known yet."""
        return 1_000_000 + list(self.bijlagen).index(naam)
