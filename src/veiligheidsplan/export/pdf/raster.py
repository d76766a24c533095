"""Rows of cells (*raster*): tables, label-and-value pairs and list items, split over pages at any line.

reportlab's own Table knows no tags, draws Helvetica state for empty cells and fails on a cell taller than a page. Here
a cell is one paragraph, so splitting a row is splitting each paragraph in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from .tekst import Tekst

Rij = tuple[Tekst | None, ...]


@dataclass(frozen=True)
class Rasterstijl:
    """How a raster is drawn: paddings in points, colours or ``None`` for no line, no ground."""

    boven: float = 0
    onder: float = 0
    opzij: float = 0
    lijn: Color | None = None
    kopvlak: Color | None = None
    om_en_om: Color | None = None


class Raster(Flowable):  # type: ignore[misc]
    """Rows under each other; ``kop`` (if any) is repeated on every page, the second time as an artifact."""

    def __init__(
        self, rijen: Sequence[Rij], breedtes: Sequence[float], stijl: Rasterstijl, kop: Rij | None = None,
        *, vanaf: int = 0, kop_herhaald: bool = False, na: float = 8,
    ) -> None:  # fmt: skip
        super().__init__()
        self.rijen, self.breedtes, self.stijl, self.kop = tuple(rijen), tuple(breedtes), stijl, kop
        self.vanaf, self.kop_herhaald = vanaf, kop_herhaald
        self.spaceAfter = na
        self.hAlign = "LEFT"
        self._hoogtes: list[float] = []
        self._maten: list[float] = []

    width: float

    def _row_height(self, rij: Rij) -> float:
        hoogtes = [
            cel.wrap(maat - 2 * self.stijl.opzij, 1e6)[1]
            for cel, maat in zip(rij, self._maten, strict=True)
            if cel is not None
        ]
        return max(hoogtes, default=0.0) + self.stijl.boven + self.stijl.onder

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width; column widths are shares of it."""
        if not self._hoogtes or self.width != breedte:
            self.width = breedte
            self._maten = [b * breedte / sum(self.breedtes) for b in self.breedtes]
            self._kophoogte = self._row_height(self.kop) if self.kop else 0.0
            self._hoogtes = [self._row_height(rij) for rij in self.rijen]
        self.height = self._kophoogte + sum(self._hoogtes)
        return self.width, self.height

    def split(self, breedte: float, hoogte: float) -> list[Flowable]:
        """Whole rows on this page; a row is cut only when it is taller than a third of a page, or nothing fits."""
        self.wrap(breedte, hoogte)
        over = hoogte - self._kophoogte
        aantal = 0
        while aantal < len(self.rijen) and self._hoogtes[aantal] <= over:
            over -= self._hoogtes[aantal]
            aantal += 1
        boven, onder = list(self.rijen[:aantal]), list(self.rijen[aantal:])
        if onder and self._hoogtes[aantal] > 260:
            hier, daar = self._cut(onder[0], over)
            if hier:
                boven.append(hier)
                onder[0] = daar
        if not boven:
            return []
        return (
            [self._part(boven, eerste=True), self._part(onder, eerste=False, vanaf=aantal)]
            if onder
            else [self]
        )

    def _cut(self, rij: Rij, ruimte: float) -> tuple[Rij | None, Rij]:
        """*rij* as the part that fits in *ruimte* points and the rest; ``(None, rij)`` when no line fits."""
        hier: list[Tekst | None] = []
        daar: list[Tekst | None] = []
        for cel, maat in zip(rij, self._maten, strict=True):
            vrij, breed = ruimte - self.stijl.boven - self.stijl.onder, maat - 2 * self.stijl.opzij
            delen = cel.split(breed, vrij) if cel is not None and vrij > 0 else []
            if cel is not None and not delen:
                cel.wrap(breed, 1e6)  # a failed split takes the lines away
            hier.append(delen[0] if delen else None)
            daar.append(delen[1] if len(delen) > 1 else None if delen else cel)
        return (tuple(hier), tuple(daar)) if any(hier) else (None, rij)

    def _part(self, rijen: list[Rij], *, eerste: bool, vanaf: int = 0) -> Raster:
        return Raster(
            rijen, self.breedtes, self.stijl, self.kop, vanaf=self.vanaf + vanaf,
            kop_herhaald=self.kop_herhaald or not eerste, na=self.spaceAfter,
        )  # fmt: skip

    def draw(self) -> None:
        """Grounds and lines as artifacts, cells as content."""
        self._draw_ground()
        y = self.height
        if self.kop:
            y -= self._kophoogte
            if self.kop_herhaald:
                with self.canv.artifact("Pagination"):
                    self._draw_row(self.kop, y, self._kophoogte)
            else:
                self._draw_row(self.kop, y, self._kophoogte)
        for rij, hoogte in zip(self.rijen, self._hoogtes, strict=True):
            y -= hoogte
            self._draw_row(rij, y, hoogte)

    def _draw_row(self, rij: Rij, y: float, hoogte: float) -> None:
        x = 0.0
        for cel, maat in zip(rij, self._maten, strict=True):
            if cel is not None:
                cel.drawOn(self.canv, x + self.stijl.opzij, y + hoogte - self.stijl.boven - cel.height)
            x += maat

    def _draw_ground(self) -> None:
        s, c = self.stijl, self.canv
        if not (s.kopvlak or s.lijn or s.om_en_om):
            return
        with c.artifact():
            c.saveState()
            y = self.height - self._kophoogte
            if self.kop and s.kopvlak:
                c.setFillColor(s.kopvlak)
                c.rect(0, y, self.width, self._kophoogte, stroke=0, fill=1)
            if s.lijn:
                c.setStrokeColor(s.lijn)
                c.setLineWidth(0.6)
            for nummer, hoogte in enumerate(self._hoogtes, self.vanaf):
                y -= hoogte
                if s.om_en_om and nummer % 2:
                    c.setFillColor(s.om_en_om)
                    c.rect(0, y, self.width, hoogte, stroke=0, fill=1)
                if s.lijn:
                    c.line(0, y, self.width, y)
            c.restoreState()
