"""PDF: one accessible, archivable, signable A4 document from neutral blocks (PDF 1.7, PDF/A-2a, PDF/UA-1).

``render`` is all that others use. The same document gives the same bytes, in any process, folder or time zone.
"""

from __future__ import annotations

from ...plan.document import Document


def render(document: Document) -> bytes:
    """*document* as a PDF.

    Text that no font here can draw is replaced by a word such as ``[plaatje]``; ``replaced`` tells which. Nothing in a
    text is read as markup. No error is expected for any text; a house style colour that is no ``#rrggbb`` raises
    ``ValueError``.
    """
    from .samenstel import compose

    return compose(document)


def replaced(document: Document) -> tuple[str, ...]:
    """The words that stand in the PDF for what cannot be drawn; empty when every character is."""
    from .vervang import replaced as vervangen

    return vervangen(document)
