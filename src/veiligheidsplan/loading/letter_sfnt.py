"""The tables of a TrueType file (*sfnt*): read within their bounds, whatever the bytes say.

Everything raises ``Kapot`` or ``struct.error`` for what does not fit; ``loading.letterbestand`` turns both into a
finding. Values are in the units of the font, a number of ``eenheid`` to the size of a letter.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

NODIG: Final = ("head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf", "OS/2")
_MEESTE_TABELLEN: Final = 100
_MAGIE: Final = 0x5F0F3CF5
#: tables of characters in Unicode, the widest first: (platform, encoding)
_UNICODE: Final = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


class Kapot(ValueError):
    """These bytes are no whole font."""


def u16(data: bytes, plek: int) -> int:
    """An unsigned number of two bytes."""
    return int(struct.unpack_from(">H", data, plek)[0])


@dataclass(frozen=True, slots=True)
class Bron:
    """One font file, taken apart."""

    tabellen: Mapping[str, bytes]
    eenheid: int
    glyfen: int
    plekken: tuple[int, ...]
    maten: int

    def outline(self, glyf: int) -> bytes:
        """The bytes that draw glyph number *glyf*; none for a space."""
        if glyf >= self.glyfen:
            raise Kapot
        begin, einde = self.plekken[glyf : glyf + 2]
        if not begin <= einde <= len(self.tabellen["glyf"]):
            raise Kapot
        return self.tabellen["glyf"][begin:einde]

    def advance(self, glyf: int) -> int:
        """How far the pen goes on after glyph number *glyf*."""
        return u16(self.tabellen["hmtx"], 4 * min(glyf, self.maten - 1))


def directory(inhoud: bytes) -> dict[str, bytes]:
    """Every table by its name. Raises ``Kapot`` where one does not lie within the file."""
    aantal = u16(inhoud, 4)
    if aantal > _MEESTE_TABELLEN:
        raise Kapot
    uit: dict[str, bytes] = {}
    for n in range(aantal):
        tag, _, begin, lengte = struct.unpack_from(">4s3L", inhoud, 12 + 16 * n)
        naam = tag.decode("latin-1")
        if begin + lengte > len(inhoud) or naam in uit:
            raise Kapot
        # a hostile file may name the whole of itself a hundred times: only what is used is copied
        uit[naam] = inhoud[begin : begin + lengte] if naam in NODIG else b""
    return uit


def open_source(tabellen: Mapping[str, bytes]) -> Bron:
    """The numbers that everything else rests on."""
    if any(naam not in tabellen for naam in NODIG if naam != "OS/2"):
        raise Kapot
    head = tabellen["head"]
    eenheid, lang = u16(head, 18), u16(head, 50)
    glyfen, maten = u16(tabellen["maxp"], 4), u16(tabellen["hhea"], 34)
    if struct.unpack_from(">L", head, 12)[0] != _MAGIE or lang not in (0, 1):
        raise Kapot
    if not glyfen or not 1 <= maten <= glyfen or len(tabellen["hmtx"]) < 4 * maten + 2 * (glyfen - maten):
        raise Kapot
    rij = struct.unpack_from(f">{glyfen + 1}{'L' if lang else 'H'}", tabellen["loca"])
    return Bron(tabellen, eenheid, glyfen, rij if lang else tuple(2 * p for p in rij), maten)


def characters(cmap: bytes, wil: Iterable[int]) -> dict[int, int] | None:
    """The glyph of each code point in *wil* that has one; ``None`` for a font that does not speak Unicode."""
    rijen = [struct.unpack_from(">HHL", cmap, 4 + 8 * n) for n in range(min(u16(cmap, 2), 100))]
    plek = {(platform, soort): begin for platform, soort, begin in reversed(rijen)}
    for sleutel in _UNICODE:
        deel = cmap[plek[sleutel] :] if sleutel in plek else b""
        vorm = u16(deel, 0) if deel else None
        if vorm == 4:
            return _segments(deel, wil)
        if vorm == 12:
            return _groups(deel, wil)
    return None


def _segments(deel: bytes, wil: Iterable[int]) -> dict[int, int]:
    """Format 4: segments, each with its own way to a glyph."""
    n = u16(deel, 6) // 2
    rij = f">{n}H"
    eind, begin = struct.unpack_from(rij, deel, 14), struct.unpack_from(rij, deel, 16 + 2 * n)
    verschil = struct.unpack_from(rij, deel, 16 + 4 * n)
    sprong_op = 16 + 6 * n
    sprong = struct.unpack_from(rij, deel, sprong_op)
    uit: dict[int, int] = {}
    for code in wil:
        k = bisect_left(eind, code)
        if k == n or begin[k] > code:
            continue
        glyf = code
        if sprong[k]:
            plek = sprong_op + 2 * k + sprong[k] + 2 * (code - begin[k])
            glyf = u16(deel, plek) if plek + 2 <= len(deel) else 0
        if glyf and (glyf := (glyf + verschil[k]) & 0xFFFF):
            uit[code] = glyf
    return uit


def _groups(deel: bytes, wil: Iterable[int]) -> dict[int, int]:
    """Format 12: groups of code points that follow each other, as do their glyphs."""
    aantal = int(struct.unpack_from(">L", deel, 12)[0])
    if 16 + 12 * aantal > len(deel):
        raise Kapot
    rij = struct.unpack_from(f">{3 * aantal}L", deel, 16)
    begin, eind, eerste = rij[::3], rij[1::3], rij[2::3]
    uit: dict[int, int] = {}
    for code in wil:
        k = bisect_left(eind, code)
        if k < aantal and begin[k] <= code and 0 < (glyf := eerste[k] + code - begin[k]) <= 0xFFFF:
            uit[code] = glyf
    return uit
