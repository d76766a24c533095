"""Shaping (*vormen*): from characters to the glyphs of a font and where they go, for scripts whose letters join.

HarfBuzz does the work; it is loaded only when such a text is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from .lettertype import file_of


@dataclass(frozen=True, slots=True)
class Glyf:
    """One glyph: its number, how far it moves the pen, and its own place beside the pen, in thousandths of the size.

    ``tekst`` is what the glyph stands for, the first of several glyphs for all of it.
    """

    nummer: int
    stap: float
    dx: float
    dy: float
    tekst: str


@cache
def _font(naam: str) -> tuple[Any, float]:
    """HarfBuzz' font, and what turns its units into thousandths."""
    import uharfbuzz as hb

    gezicht = hb.Face(hb.Blob.from_file_path(str(file_of(naam))))
    return hb.Font(gezicht), 1000 / gezicht.upem


@lru_cache(maxsize=8192)
def shape(naam: str, tekst: str, *, rechts: bool) -> tuple[Glyf, ...]:
    """The glyphs of *tekst* in font *naam*, from left to right as they are drawn."""
    import uharfbuzz as hb

    font, schaal = _font(naam)
    buffer = hb.Buffer()
    buffer.add_str(tekst)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rechts else "ltr"
    hb.shape(font, buffer)
    plekken = sorted({info.cluster for info in buffer.glyph_infos})
    einde = dict(zip(plekken, [*plekken[1:], len(tekst)], strict=True))
    gezegd: set[int] = set()
    uit = []
    for info, plaats in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        deel = "" if info.cluster in gezegd else tekst[info.cluster : einde[info.cluster]]
        gezegd.add(info.cluster)
        stap, dx, dy = (maat * schaal for maat in (plaats.x_advance, plaats.x_offset, plaats.y_offset))
        uit.append(Glyf(info.codepoint, stap, dx, dy, deel))
    return tuple(uit)


def width(naam: str, tekst: str, *, rechts: bool) -> float:
    """How wide *tekst* is drawn, in thousandths of the size."""
    return sum(g.stap for g in shape(naam, tekst, rechts=rechts))
