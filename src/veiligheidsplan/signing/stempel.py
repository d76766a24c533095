"""The visible stamp (*stempel*) in a signature field: a few lines of text in an embedded font.

pyHanko's own text stamps use Courier, which is not in the file, or need a shaping library. Here the vendored font
is embedded whole and addressed by glyph number.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, cast

from pyhanko.pdf_utils import content, generic, layout
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStamp, BaseStampStyle

_BESTAND = Path(__file__).parent / "fonts" / "NotoSans-Stempel.ttf"
_NAAM = "AAAAAB+NotoSans-Regular"
_ONBEKEND = "?"
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


@dataclass(frozen=True)
class Glyfen:
    """The font file, and per character its glyph number and width (1000 units to the em)."""

    data: bytes
    nummers: dict[str, int]
    breedtes: dict[int, int]

    def text(self, tekst: str) -> str:
        """*tekst* with characters that the font lacks replaced by a question mark."""
        return "".join(t if t in self.nummers else _ONBEKEND for t in tekst)

    def width(self, tekst: str) -> int:
        """The width of *tekst* in thousandths of the size."""
        return sum(self.breedtes[self.nummers[t]] for t in tekst)


def _tables(data: bytes) -> dict[str, bytes]:
    (aantal,) = struct.unpack_from(">H", data, 4)
    uit = {}
    for n in range(aantal):
        naam, _, begin, lengte = struct.unpack_from(">4sLLL", data, 12 + 16 * n)
        uit[naam.decode("ascii")] = data[begin : begin + lengte]
    return uit


def _cmap(cmap: bytes) -> dict[str, int]:
    """The characters of a format 4 table (the only kind that the vendored font has)."""
    (begin,) = struct.unpack_from(">L", cmap, 8)
    sub = cmap[begin:]
    (dubbel,) = struct.unpack_from(">H", sub, 6)
    stukken = dubbel // 2
    einden = struct.unpack_from(f">{stukken}H", sub, 14)
    beginnen = struct.unpack_from(f">{stukken}H", sub, 16 + dubbel)
    delta = struct.unpack_from(f">{stukken}H", sub, 16 + 2 * dubbel)
    plaats = 16 + 3 * dubbel
    afstand = struct.unpack_from(f">{stukken}H", sub, plaats)
    uit: dict[str, int] = {}
    for n in range(stukken):
        for code in range(beginnen[n], min(einden[n], 0xFFFE) + 1):
            if afstand[n]:
                (glyf,) = struct.unpack_from(
                    ">H", sub, plaats + 2 * n + afstand[n] + 2 * (code - beginnen[n])
                )
                glyf = (glyf + delta[n]) & 0xFFFF if glyf else 0
            else:
                glyf = (code + delta[n]) & 0xFFFF
            if glyf:
                uit[chr(code)] = glyf
    return uit


@cache
def glyphs() -> Glyfen:
    """The vendored font, read once."""
    data = _BESTAND.read_bytes()
    tabellen = _tables(data)
    (lang,) = struct.unpack_from(">H", tabellen["hhea"], 34)
    maten = [struct.unpack_from(">H", tabellen["hmtx"], 4 * n)[0] for n in range(lang)]
    nummers = _cmap(tabellen["cmap"])
    breedtes = {g: maten[min(g, lang - 1)] for g in nummers.values()}
    return Glyfen(data, nummers, breedtes)


def _to_unicode(glyfen: Glyfen, tekens: str) -> bytes:
    paren = sorted({(glyfen.nummers[t], t) for t in tekens})
    regels = "\n".join(f"<{g:04X}> <{t.encode('utf-16-be').hex().upper()}>" for g, t in paren)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{len(paren)} beginbfchar\n{regels}\nendbfchar\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _stream(schrijver: BasePdfFileWriter, data: bytes, **extra: Any) -> generic.IndirectObject:
    stroom: Any = generic.StreamObject({pdf_name("/" + k): v for k, v in extra.items()}, stream_data=data)
    stroom.compress()
    return schrijver.add_object(stroom)


def embed_font(schrijver: BasePdfFileWriter, tekst: str) -> generic.IndirectObject:
    """The font as an object of the file; *tekst* is what will be written with it."""
    g = glyphs()
    n: Any = generic.NumberObject
    beschrijving = {
        "/Type": pdf_name("/FontDescriptor"), "/FontName": pdf_name("/" + _NAAM), "/Flags": n(4),
        "/FontBBox": generic.ArrayObject(map(n, (-621, -389, 2800, 1067))), "/ItalicAngle": n(0),
        "/Ascent": n(1069), "/Descent": n(-293), "/CapHeight": n(714), "/StemV": n(80),
        "/FontFile2": _stream(schrijver, g.data, Length1=n(len(g.data))),
    }  # fmt: skip
    gebruikt = sorted({g.nummers[t] for t in tekst})
    maten = generic.ArrayObject()
    for glyf in gebruikt:
        maten += [n(glyf), generic.ArrayObject([n(g.breedtes[glyf])])]
    systeem = {
        "/Registry": generic.TextStringObject("Adobe"), "/Ordering": generic.TextStringObject("Identity"),
        "/Supplement": n(0),
    }  # fmt: skip
    cid = {
        "/Type": pdf_name("/Font"), "/Subtype": pdf_name("/CIDFontType2"), "/BaseFont": pdf_name("/" + _NAAM),
        "/CIDSystemInfo": _dict(systeem), "/FontDescriptor": schrijver.add_object(_dict(beschrijving)),
        "/W": maten, "/CIDToGIDMap": pdf_name("/Identity"),
    }  # fmt: skip
    font = {
        "/Type": pdf_name("/Font"), "/Subtype": pdf_name("/Type0"), "/BaseFont": pdf_name("/" + _NAAM),
        "/Encoding": pdf_name("/Identity-H"),
        "/DescendantFonts": generic.ArrayObject([schrijver.add_object(_dict(cid))]),
        "/ToUnicode": _stream(schrijver, _to_unicode(g, tekst)),
    }  # fmt: skip
    return schrijver.add_object(_dict(font))


def _two_lines(tekst: str, breed: int) -> list[str]:
    """A long name as two lines, cut at a space, rather than in small print."""
    woorden = tekst.split(" ")
    if glyphs().width(tekst) <= breed or len(woorden) == 1:
        return [tekst]
    n = next(
        i for i in range(len(woorden) - 1, 0, -1) if i == 1 or glyphs().width(" ".join(woorden[:i])) <= breed
    )
    return [" ".join(woorden[:n]), " ".join(woorden[n:])]


def _dict(waarden: dict[str, Any]) -> generic.DictionaryObject:
    maak: Any = generic.DictionaryObject
    return cast("generic.DictionaryObject", maak({pdf_name(k): v for k, v in waarden.items()}))


@dataclass(frozen=True)
class Stempelstijl(BaseStampStyle):
    """A stamp of these lines; the first one larger. Long lines are set smaller until they fit."""

    regels: tuple[str, ...] = ()
    border_width: int = 0

    def create_stamp(
        self, writer: BasePdfFileWriter, box: layout.BoxConstraints, text_params: dict[str, Any]
    ) -> Stempel:
        """Called by pyHanko with the box of the field."""
        return Stempel(writer=writer, style=self, box=box)


class Stempel(BaseStamp):
    """The appearance of one signature."""

    def _render_inner_content(self) -> list[bytes]:
        assert self.writer is not None  # noqa: S101 - pyHanko geeft hem altijd mee; mypy weet dat niet
        tekst, opdrachten = drawn(self.style.regels, self.box.width, self.box.height)
        self.set_resource(content.ResourceType.FONT, pdf_name("/Stempel"), embed_font(self.writer, tekst))
        return opdrachten


def drawn(woorden: tuple[str, ...], breedte: float, hoogte: float) -> tuple[str, list[bytes]]:
    """What a stamp of these lines draws in a box of this size: all its characters, and the drawing itself."""
    g = glyphs()
    vrij = breedte - 12
    regels = [deel for r in woorden for deel in _two_lines(g.text(r), int(1000 * vrij / 11))]
    y = hoogte - 6.0
    uit: list[bytes] = []
    for nummer, regel in enumerate(regels):
        grootte = min(11.0 if nummer else 9.0, 1000 * vrij / max(1, g.width(regel)))
        y -= grootte * 1.35
        codes = "".join(f"{g.nummers[t]:04X}" for t in regel)
        uit.append(f"BT 0.1 g /Stempel {grootte:.2f} Tf 6 {y:.2f} Td <{codes}> Tj ET".encode("ascii"))
    return "".join(regels) + _ONBEKEND, uit


def stamp_lines(naam: str, nu: datetime) -> tuple[str, ...]:
    """What a stamp says: that it is a signature, whose, and when."""
    moment = nu.astimezone(UTC)
    dag = f"{moment.day} {_MAANDEN[moment.month - 1]} {moment.year}, {moment:%H.%M} uur (UTC)"
    return ("Digitaal ondertekend door", naam, dag)
