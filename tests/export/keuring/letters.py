"""A font as it stands in a PDF: from a code to a glyph, its width and its text, and what is wrong with it.

The embedded TrueType file is read here with nothing but ``struct``, so that no library that wrote it also judges it.
"""

from __future__ import annotations

import re
import struct
from functools import cached_property

import pikepdf

_BLOK = re.compile(rb"(\d+)\s+beginbf(char|range)(.*?)endbf", re.S)
_PAAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_REEKS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")


class Trutype:
    """The tables that matter of one embedded TrueType file."""

    def __init__(self, data: bytes) -> None:
        aantal = struct.unpack(">H", data[4:6])[0]
        rijen = (struct.unpack(">4s3L", data[12 + 16 * n : 28 + 16 * n]) for n in range(aantal))
        tabellen = {naam.decode("latin-1"): data[begin : begin + lang] for naam, _, begin, lang in rijen}
        self.em = struct.unpack(">H", tabellen["head"][18:20])[0]
        self.glyfen = struct.unpack(">H", tabellen["maxp"][4:6])[0]
        self._hmtx = tabellen["hmtx"]
        self._maten = struct.unpack(">H", tabellen["hhea"][34:36])[0]
        self.cmaps = self._cmaps(tabellen["cmap"]) if "cmap" in tabellen else {}

    def advance(self, glyf: int) -> float:
        """The width of a glyph in thousandths of the size."""
        plek = 4 * min(glyf, self._maten - 1)
        return 1000 * struct.unpack(">H", self._hmtx[plek : plek + 2])[0] / self.em

    @staticmethod
    def _cmaps(data: bytes) -> dict[tuple[int, int], dict[int, int]]:
        uit: dict[tuple[int, int], dict[int, int]] = {}
        for n in range(struct.unpack(">H", data[2:4])[0]):
            platform, soort, begin = struct.unpack(">HHL", data[4 + 8 * n : 12 + 8 * n])
            deel = data[begin:]
            vorm = struct.unpack(">H", deel[:2])[0]
            if vorm == 0:
                uit[platform, soort] = dict(enumerate(deel[6:262]))
            elif vorm == 6:
                eerste, aantal = struct.unpack(">HH", deel[6:10])
                uit[platform, soort] = {
                    eerste + k: g
                    for k, g in enumerate(struct.unpack(f">{aantal}H", deel[10 : 10 + 2 * aantal]))
                }
            else:
                uit[platform, soort] = {}
        return uit


class Letters:
    """One font of a page: ``read`` takes the bytes of a drawn string apart."""

    def __init__(self, naam: str, font: pikepdf.Object) -> None:
        self.naam, self.font = naam, font
        self.samengesteld = font.get("/Subtype") == "/Type0"
        self.breed = 2 if self.samengesteld else 1
        self.kind = font.DescendantFonts[0] if self.samengesteld else font
        self.beschrijving = self.kind.get("/FontDescriptor", pikepdf.Dictionary())

    @cached_property
    def bestand(self) -> Trutype | None:
        """The embedded file, when it is a TrueType one."""
        return (
            Trutype(self.beschrijving.FontFile2.read_bytes()) if "/FontFile2" in self.beschrijving else None
        )

    @cached_property
    def tabel(self) -> dict[int, str]:
        """The text of each code, by ToUnicode."""
        uit: dict[int, str] = {}
        cmap = self.font.ToUnicode.read_bytes() if "/ToUnicode" in self.font else b""
        for _, soort, deel in _BLOK.findall(cmap):
            if soort == b"char":
                uit |= {
                    int(a, 16): bytes.fromhex(b.decode()).decode("utf-16-be", "replace")
                    for a, b in _PAAR.findall(deel)
                }
                continue
            for begin, einde, naar, rij in _REEKS.findall(deel):
                losse = re.findall(rb"<([0-9A-Fa-f]+)>", rij)
                for k, n in enumerate(range(int(begin, 16), int(einde, 16) + 1)):
                    hex_ = losse[k] if losse else b"%04X" % (int(naar, 16) + k)
                    uit[n] = bytes.fromhex(hex_.decode()).decode("utf-16-be", "replace")
        return uit

    def glyph(self, code: int) -> int:
        """The glyph number of a code; 0 is the box for what is not there."""
        assert self.bestand is not None
        if self.samengesteld:
            kaart = self.kind.get("/CIDToGIDMap", "/Identity")
            if isinstance(kaart, pikepdf.Stream):
                data = kaart.read_bytes()
                return int.from_bytes(data[2 * code : 2 * code + 2], "big")
            return code
        tabel = self.bestand.cmaps.get((3, 0)) or self.bestand.cmaps.get((1, 0)) or {}
        return tabel.get(code, tabel.get(0xF000 + code, 0))

    def width(self, code: int) -> float | None:
        """The width that the PDF says, in thousandths."""
        if not self.samengesteld:
            plek = code - int(self.font.FirstChar)
            return float(self.font.Widths[plek]) if 0 <= plek < len(self.font.Widths) else None
        uit = float(self.kind.get("/DW", 1000))
        w = list(self.kind.get("/W", []))
        while w:
            begin = int(w.pop(0))
            if isinstance(w[0], pikepdf.Array):
                rij = list(w.pop(0))
                if begin <= code < begin + len(rij):
                    return float(rij[code - begin])
            else:
                einde, maat = int(w.pop(0)), float(w.pop(0))
                if begin <= code <= einde:
                    return maat
        return uit

    def faults(self) -> list[str]:
        """What is wrong with the font itself, whatever is drawn with it."""
        f, wie = self.font, f"lettertype {self.font.get('/BaseFont')}"
        uit = []
        if self.bestand is None:
            return [f"{wie} niet ingesloten"]
        if not re.fullmatch(r"/[A-Z]{6}\+.+", str(f.BaseFont)):
            uit.append(f"{wie} zonder naam van een deel")
        if "/ToUnicode" not in f:
            uit.append(f"{wie} zonder betekenis")
        if any(
            int(aantal) > 100
            for aantal, _, _ in _BLOK.findall(f.ToUnicode.read_bytes() if "/ToUnicode" in f else b"")
        ):
            uit.append(f"{wie}: meer dan honderd betekenissen in een blok")
        symbolisch = int(self.beschrijving.get("/Flags", 0)) & 4
        if not self.samengesteld:
            if not symbolisch or "/Encoding" in f:
                uit.append(f"{wie}: codering")
            if len(self.bestand.cmaps) != 1 and (3, 0) not in self.bestand.cmaps:
                uit.append(f"{wie}: tabel met tekens")
            if int(f.LastChar) - int(f.FirstChar) + 1 != len(f.Widths):
                uit.append(f"{wie}: aantal breedtes")
        elif (
            f.get("/Encoding") != "/Identity-H"
            or "/CIDToGIDMap" not in self.kind
            or "/CIDSystemInfo" not in self.kind
        ):
            uit.append(f"{wie}: codering")
        return uit

    def read(self, ruw: bytes, fouten: list[str]) -> str:
        """The text of one drawn string; adds what is wrong with a code in it."""
        uit = []
        for n in range(0, len(ruw), self.breed):
            code = int.from_bytes(ruw[n : n + self.breed], "big")
            uit.append(self._code(code, fouten))
        return "".join(uit)

    def _code(self, code: int, fouten: list[str]) -> str:
        tekst = self.tabel.get(code, "")
        wie = f"{self.font.get('/BaseFont')} code {code}"
        if not tekst or set(tekst) & {"\0", "\ufeff", "\ufffe", "\ufffd"}:
            fouten.append(f"{wie}: geen betekenis")
        if self.bestand is not None:
            glyf = self.glyph(code)
            breed = self.width(code)
            if not 0 < glyf < self.bestand.glyfen:
                fouten.append(f"{wie}: geen teken om te tekenen")
            elif breed is None or abs(breed - self.bestand.advance(glyf)) > 1:
                fouten.append(f"{wie}: breedte")
        return tekst
