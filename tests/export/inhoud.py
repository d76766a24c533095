"""All that a file gives away: every byte with its streams decompressed, and every text as a reader would copy it.

Use: ``assert geheim not in alles(pdf)``. The text of a PDF stands as glyph numbers of a subset font, so looking in the
bytes alone would never find a secret; here each font's own ToUnicode table is used. No system tool is needed.
"""

from __future__ import annotations

import io
import re

import pikepdf
from pypdf import PdfReader


def paginatekst(pdf: bytes) -> list[str]:
    """The text of each page, decoded through the fonts."""
    return [blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages]


def _teksten(obj: pikepdf.Object) -> list[str]:
    """All strings and names inside one object, as text (both as PDF text strings and as raw bytes)."""
    if isinstance(obj, pikepdf.String):
        return [str(obj), bytes(obj).decode("latin-1"), bytes(obj).decode("utf-16-be", "replace")]
    if isinstance(obj, pikepdf.Array):
        return [t for deel in obj for t in _teksten(deel) if not getattr(deel, "is_indirect", False)]
    if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        waarden = [deel for _, deel in obj.items() if not getattr(deel, "is_indirect", False)]
        return [str(s) for s in obj.keys()] + [t for deel in waarden for t in _teksten(deel)]  # noqa: SIM118
    return [str(obj)]


def ruw(pdf: bytes) -> bytes:
    """The bytes of the file followed by every stream decompressed."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        stromen = [o.read_bytes() for o in doc.objects if isinstance(o, pikepdf.Stream)]
    return b"\n".join([pdf, *stromen])


def alles(pdf: bytes) -> str:
    """Everything to search in: pages, strings of every object, raw bytes and streams, and the text without spaces.

    Text is drawn in lines, so a long secret may be cut by a line end: the last part has no white space at all, and a
    caller who looks for a text with spaces looks for ``zonder_wit(geheim)`` too.
    """
    paginas = "\n".join(paginatekst(pdf))
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        objecten = "\n".join(t for o in doc.objects for t in _teksten(o))
    # Notes on drawing (PDF 1.7 text strings) in hex: pikepdf has decoded those above.
    return "\n".join([paginas, objecten, ruw(pdf).decode("latin-1"), zonder_wit(paginas)])


def zonder_wit(tekst: str) -> str:
    """*tekst* without any white space."""
    return re.sub(r"\s+", "", tekst)


def bevat(pdf: bytes, geheim: str) -> bool:
    """Whether *geheim* can be found anywhere in *pdf*, over line ends too."""
    heel = alles(pdf)
    return geheim in heel or zonder_wit(geheim) in heel
