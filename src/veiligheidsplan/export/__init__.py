"""Bytes out: a neutral document as PDF, Markdown or JSON, and as plain lines for a screen.

``FORMATEN`` is the registry, written by hand: a new format is one file and one line. A format is imported when it is
asked for; reportlab alone costs more than all the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Literal, cast

from ..bevinding import Bevinding
from ..plan.document import Document

Formaat = Literal["pdf", "markdown", "json"]

FORMATEN: dict[Formaat, str] = {
    "pdf": ".pdf",
    "markdown": ".markdown",
    "json": ".json",
}

EXTENSIES: dict[Formaat, str] = {"pdf": "pdf", "markdown": "md", "json": "json"}


def render(document: Document, formaat: Formaat = "pdf") -> bytes:
    """*document* in *formaat*; the same document gives the same bytes everywhere. ``KeyError`` for another format."""
    deel = import_module(FORMATEN[formaat], __name__)
    return cast("Callable[[Document], bytes]", deel.render)(document)


def replaced(document: Document, formaat: Formaat = "pdf") -> tuple[str, ...]:
    """The words that stand in *document* in this format for what it cannot show: only a PDF needs its own letters."""
    if formaat != "pdf":
        return ()
    from .pdf import replaced as vervangen

    return vervangen(document)


def unusable(document: Document, formaat: Formaat = "pdf") -> tuple[Bevinding, ...]:
    """What of the house style cannot be used in this format (VP649)."""
    if formaat != "pdf":
        return ()
    from .pdf.eigenletter import unusable as onbruikbaar

    return onbruikbaar(document)


def as_lines(document: Document, breedte: int = 80) -> list[str]:
    """*document* as plain lines of at most *breedte* columns for a screen; see :mod:`.regels`."""
    from .regels import as_lines as regels

    return regels(document, breedte)
