"""A paragraph with text from right to left (*schrift*): its own lines, order and shapes.

reportlab puts the words of such a line in the wrong order, so here a line is laid out piece by piece: broken at spaces
in the order in which it is read, turned round by the Unicode rules, shaped, and drawn in reading order, each piece
where it belongs. What was typed goes with it (ActualText), so who listens or copies gets the text
and never the shapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from ..schoon import clean
from .lettertype import ARABISCH, coverage, font_for
from .richting import Teken, base_level, levels, visual_order
from .structuur import Knoop
from .taal import is_right_to_left
from .tekst import Tekst
from .vervang import replace_runs
from .vormen import Glyf, shape, width

#: a language that nobody named, in Arabic letters
ONBEKEND = "und-Arab"
_MEESTE_REGELS = 300


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of a line that is drawn in one go."""

    tekst: str
    niveau: int
    font: str

    @property
    def gevormd(self) -> bool:
        """Whether its glyphs are placed one by one."""
        return self.font == ARABISCH or bool(self.niveau % 2)

    def breedte(self, grootte: float) -> float:
        """In points."""
        if not self.gevormd:
            return float(stringWidth(self.tekst, self.font, grootte))
        return width(self.font, self.tekst, rechts=bool(self.niveau % 2)) * grootte / 1000


Woord = tuple[Stuk, ...]


def font_of(teken: str, eigen: str) -> str | None:
    """The font for one character; letters and marks of the Arabic script always come from their own."""
    arabisch = ord(teken[0]) in coverage(ARABISCH)
    if arabisch and ord(teken[0]) >= 0x600:
        return ARABISCH
    return font_for(teken[0], eigen) or (ARABISCH if arabisch else None)


class Schrift(Tekst):
    """One paragraph. Each line typed begins from its own side; lines that do not fit are broken."""

    def __init__(self, tekst: str, stijl: ParagraphStyle, knoop: Knoop | None, taal: str = "") -> None:
        Flowable.__init__(self)  # no paragraph of reportlab: that one would lay out its own lines
        self.style, self.knoop, self.taal = stijl, knoop, taal or ONBEKEND
        self.rechts = is_right_to_left(taal)
        self.regels = _typed_lines(clean(tekst), stijl.fontName)
        self.lijnen: list[tuple[int, list[Woord], bool]] | None = None
        self.width, self.hAlign = 0.0, "LEFT"

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width, a line high for each line."""
        if self.lijnen is None or self.width != breedte:
            self.width = breedte
            if self.regels is not None:
                self.lijnen = [lijn for regel in self.regels for lijn in self._broken(regel, breedte)]
        self.height = len(self.lijnen or ()) * self.style.leading
        return self.width, self.height

    def natural(self) -> float:
        """How wide its widest line is, in points, where none is broken."""
        grootte, eigen = self.style.fontSize, self.style.fontName
        regels = (self._broken(regel, 1e6) for regel in self.regels or ())
        stukken = (_joined(woorden, basis, eigen) for lijnen in regels for basis, woorden, _ in lijnen)
        return max((sum(s.breedte(grootte) for s in lijn) for lijn in stukken), default=0.0) + 1

    def split(self, breedte: float, hoogte: float) -> list[Tekst]:
        """The lines that fit on this page, and the rest."""
        self.wrap(breedte, 1e6)
        passen = int(hoogte // self.style.leading)
        lijnen = self.lijnen or []
        if passen <= 0 or len(lijnen) < 2:
            return []
        if passen >= len(lijnen):
            return [self]
        return [self._part(lijnen[:passen]), self._part(lijnen[passen:])]

    def _part(self, lijnen: list[tuple[int, list[Woord], bool]]) -> Schrift:
        deel = Schrift("", self.style, self.knoop, self.taal)
        deel.rechts = self.rechts
        deel.regels, deel.lijnen = None, lijnen
        deel.width, deel.height = self.width, len(lijnen) * self.style.leading
        return deel

    def _broken(self, regel: str, breedte: float) -> Iterator[tuple[int, list[Woord], bool]]:
        """One typed line as drawn lines: base level, words, and whether the sentence goes on after it."""
        # in a language that was named a line begins from its side, also when its first word is a Dutch name
        basis = 1 if self.rechts else base_level(regel)
        breedte -= self.style.rightIndent
        grootte, eigen = self.style.fontSize, self.style.fontName
        ruimte = stringWidth(" ", eigen, grootte)
        hier: list[Woord] = []
        vol = 0.0
        for woord in _words(levels(regel, basis), eigen, grootte, breedte):
            maat = sum(stuk.breedte(grootte) for stuk in woord)
            if hier and vol + ruimte + maat > breedte:
                yield basis, hier, True
                hier, vol = [], 0.0
            vol += maat + (ruimte if hier else 0)
            hier.append(woord)
        yield basis, hier, False

    def draw(self) -> None:
        """All lines, as content of the paragraph's node."""
        if self.knoop is None:
            self._draw_lines()
            return
        with self.canv.content(self.knoop):
            self._draw_lines()

    def _draw_lines(self) -> None:
        stijl = self.style
        self.canv.setFillColor(stijl.textColor)
        y = self.height - stijl.fontSize
        for basis, woorden, verder in self.lijnen or ():
            self._draw_line(basis, _joined(woorden, basis, stijl.fontName), y, verder=verder)
            y -= stijl.leading

    def _draw_line(self, basis: int, stukken: list[Stuk], y: float, *, verder: bool) -> None:
        """The pieces in reading order, each at the place that the order on paper gives it."""
        grootte = self.style.fontSize
        maten = [stuk.breedte(grootte) for stuk in stukken]
        vrij = self.width - self.style.rightIndent - sum(maten)
        kant = self.style.alignment
        x = vrij / 2 if kant == TA_CENTER else vrij if kant == TA_RIGHT or basis else 0.0
        plekken: dict[int, float] = {}
        for nummer in visual_order([stuk.niveau for stuk in stukken]):
            plekken[nummer] = x
            x += maten[nummer]
        for nummer, stuk in enumerate(stukken):
            eind = " " if verder and nummer == len(stukken) - 1 else ""
            self._draw_piece(stuk, plekken[nummer], y, eind)

    def _draw_piece(self, stuk: Stuk, x: float, y: float, eind: str) -> None:
        c, grootte = self.canv, self.style.fontSize
        if not stuk.gevormd:
            c.setFont(stuk.font, grootte)
            c.drawString(x, y, stuk.tekst + eind)
            return
        with c.span(taal=self.taal, werkelijk=stuk.tekst + eind):
            c.setFont(stuk.font, grootte)
            for glyf in shape(stuk.font, stuk.tekst, rechts=bool(stuk.niveau % 2)):
                self._draw_glyph(stuk.font, glyf, x, y)
                x += glyf.stap * grootte / 1000

    def _draw_glyph(self, font: str, glyf: Glyf, x: float, y: float) -> None:
        if glyf.nummer and glyf.tekst != " ":
            duizendste = self.style.fontSize / 1000
            teken = self.canv.glyph(font, glyf.nummer, glyf.tekst or " ")
            self.canv.drawString(x + glyf.dx * duizendste, y + glyf.dy * duizendste, teken)


def _typed_lines(tekst: str, eigen: str) -> tuple[str, ...] | None:
    """The lines as typed, with a word for what no font can draw."""
    regels = tekst.strip("\n").split("\n", _MEESTE_REGELS)
    regels[-1] = regels[-1].replace("\n", " ")
    uit = []
    for regel in regels:
        delen = groupby(regel, key=lambda t: t in "\u200c\u200d" or font_of(t, eigen) is not None)
        uit.append(" ".join(replace_runs([(kan, "".join(deel)) for kan, deel in delen]).split()))
    return tuple(uit)


def _words(tekens: list[Teken], eigen: str, grootte: float, breedte: float) -> Iterator[Woord]:
    """The pieces between spaces; one that is wider than the paragraph is cut."""
    for leeg, groep in groupby(tekens, key=lambda t: t.tekst == " "):
        if leeg:
            continue
        woord = tuple(groep)
        while woord:
            past = _fits(woord, eigen, grootte, breedte)
            yield tuple(_pieces(woord[:past], eigen))
            woord = woord[past:]


def _fits(woord: tuple[Teken, ...], eigen: str, grootte: float, breedte: float) -> int:
    """How many of these pieces fit on one line: all, nearly always."""
    if sum(s.breedte(grootte) for s in _pieces(woord, eigen)) <= breedte:
        return len(woord)
    laag, hoog = 1, len(woord)
    while laag < hoog:
        midden = (laag + hoog + 1) // 2
        if sum(s.breedte(grootte) for s in _pieces(woord[:midden], eigen)) <= breedte:
            laag = midden
        else:
            hoog = midden - 1
    return laag


def _pieces(tekens: tuple[Teken, ...], eigen: str) -> Iterator[Stuk]:
    """Neighbours of one level and one font as one piece. A joiner and a mark stay with the letter before them."""
    uit: list[Any] = []
    for teken in tekens:
        font = font_of(teken.tekst, eigen) or (uit[-1][2] if uit else eigen)
        if uit and (uit[-1][1:] == [teken.niveau, font] or teken.tekst in "\u200c\u200d"):
            uit[-1][0] += teken.tekst
        else:
            uit.append([teken.tekst, teken.niveau, font])
    return (Stuk(*deel) for deel in uit)


def _joined(woorden: list[Woord], basis: int, eigen: str) -> list[Stuk]:
    """A line as pieces, with a space between words at the level that both sides share, or else that of the line."""
    uit: list[Stuk] = []
    for woord in woorden:
        if uit and woord:
            samen = uit[-1].niveau == woord[0].niveau
            uit.append(Stuk(" ", woord[0].niveau if samen else basis, eigen))
        uit += woord
    return _merged(uit)


def _merged(stukken: list[Stuk]) -> list[Stuk]:
    """Neighbours that are drawn alike as one: a sentence, and not a word at a time."""
    uit: list[Stuk] = []
    for stuk in stukken:
        vorig = uit[-1] if uit else None
        if vorig and vorig.niveau == stuk.niveau and (vorig.font == stuk.font or stuk.tekst == " "):
            uit[-1] = Stuk(vorig.tekst + stuk.tekst, vorig.niveau, vorig.font)
        else:
            uit.append(stuk)
    return uit
