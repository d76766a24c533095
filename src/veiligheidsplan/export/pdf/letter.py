"""A typeface in a file (*letter*): reportlab's TrueType font with a ToUnicode table that holds in every reader.

reportlab writes one block for all codes (the format allows a hundred), U+0000 for codes that mean nothing, and five
hexadecimal digits for what lies outside the first plane.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

_BLOK = 100
# Glyphs of shaped text have no code point of their own: they get one in a plane for private use.
_GLYFEN = 0xF0000


class Letter(TTFont):  # type: ignore[misc]
    """One font file. ``glyph_code`` lends glyphs without a code point one, for text that was shaped elsewhere."""

    face: Any

    def glyph_code(self, glyf: int) -> str:
        """The character that draws glyph number *glyf*; what it means in a document is in that document."""
        code = _GLYFEN + glyf
        self.face.charToGlyph[code] = glyf
        self.face.charWidths[code] = self.face.hmetrics[glyf][0] * 1000 / self.face.unitsPerEm
        return chr(code)

    def addObjects(self, doc: Any) -> None:
        """The objects of reportlab, with our own ToUnicode tables."""
        rijen = [list(deel) for deel in self.state[doc].subsets] if doc in self.state else []
        betekenis: dict[tuple[str, str], str] = getattr(doc, "betekenis", {})
        begin = self.state[doc].internalName if rijen else None
        super().addObjects(doc)
        for nummer, codes in enumerate(rijen):
            naam = doc.idToObject["BasicFonts"].dict[f"{begin}+{nummer}"].BaseFont
            paren = ((n, chr(code)) for n, code in enumerate(codes) if code in self.face.charToGlyph)
            tabel = to_unicode((n, betekenis.get((self.fontName, teken), teken)) for n, teken in paren)
            doc.idToObject[f"toUnicodeCMap:{naam}"].content = tabel


def to_unicode(paren: Iterable[tuple[int, str]]) -> str:
    """A CMap from one-byte codes to their text, in blocks of at most a hundred."""
    regels = [f"<{code:02X}> <{tekst.encode('utf-16-be').hex().upper()}>" for code, tekst in paren]
    blokken = [regels[n : n + _BLOK] for n in range(0, len(regels), _BLOK)]
    delen = [f"{len(blok)} beginbfchar\n" + "\n".join(blok) + "\nendbfchar" for blok in blokken]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *delen,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
