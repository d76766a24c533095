"""The drawing of who is what of whom: boxes in rows, and lines that also a bad printer keeps apart.

Together is one line, apart is a line that is cut, a parent is a line down, anything else is dashed with its word. The
words of every relation are in the alternative text, so nothing hangs on a line alone.
"""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth

from ...plan.document import Band, Genogram
from ..schoon import clean_line
from .figuur import Figuur
from .opmaak import Opmaak
from .structuur import Knoop
from .tekst import Tekst

_HOOG, _TUSSEN, _GOOT = 40.0, 46.0, 26.0
_BREEDST = 110.0
Vak = tuple[float, float, float]


class Stamboom(Figuur):
    """One genogram; ``vakken`` are left, bottom and width of each box."""

    def __init__(self, blok: Genogram, ouder: Knoop, opmaak: Opmaak) -> None:
        super().__init__(ouder, clean_line(blok.alternatief, 2000), opmaak)
        self.blok = blok
        self.teksten = [
            Tekst.van("\n".join(t for t in (clean_line(m.naam, 40), m.onder) if t), opmaak.klein_midden, None)
            for m in blok.mensen
        ]
        self.rijen = max((m.rij for m in blok.mensen), default=0) + 1

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width; a row of boxes for each generation."""
        self.width = breedte
        meeste = max(sum(m.rij == r for m in self.blok.mensen) for r in range(self.rijen))
        self._breed = min(_BREEDST, (breedte - _GOOT * (meeste - 1)) / meeste)
        teksten = [t.wrap(self._breed - 8, 1e6)[1] for t in self.teksten]
        self._hoog = max(_HOOG, *(t + 8 for t in teksten))
        self.height = self.rijen * self._hoog + (self.rijen - 1) * _TUSSEN + 4
        self.vakken = [self._box(n) for n in range(len(self.blok.mensen))]
        return self.width, self.height

    def _box(self, nummer: int) -> Vak:
        """Each row in the middle of the width."""
        rij = self.blok.mensen[nummer].rij
        buren = [n for n, m in enumerate(self.blok.mensen) if m.rij == rij]
        totaal = len(buren) * self._breed + (len(buren) - 1) * _GOOT
        x = (self.width - totaal) / 2 + buren.index(nummer) * (self._breed + _GOOT)
        y = self.height - 2 - (rij + 1) * self._hoog - rij * _TUSSEN
        return x, y, self._breed

    def draw_figure(self) -> None:
        """Lines first, boxes over them."""
        c = self.canv
        c.setStrokeColor(self.opmaak.tekst)
        c.setLineWidth(1.1)
        for nummer, band in enumerate(self.blok.banden):
            c.saveState()
            self._bond(band, nummer)
            c.restoreState()
        for vak, mens, tekst in zip(self.vakken, self.blok.mensen, self.teksten, strict=True):
            c.setFillColor(self.opmaak.vlak)
            c.setStrokeColor(self.opmaak.accent)
            teken = c.roundRect if mens.kind else c.rect
            hoek = {"radius": 13} if mens.kind else {}
            teken(vak[0], vak[1], vak[2], self._hoog, stroke=1, fill=1, **hoek)
            tekst.drawOn(c, vak[0] + 4, vak[1] + (self._hoog - tekst.height) / 2)

    def _bond(self, band: Band, nummer: int) -> None:
        van, met = self.vakken[band.van], self.vakken[band.met]
        if band.soort == "ouder" and van[1] > met[1]:
            self._down(van, met, self._family(band.met))
        elif band.soort in ("samen", "uit_elkaar") and self._neighbours(van, met):
            self._across(van, met, apart=band.soort == "uit_elkaar")
        else:
            self._around(van, met, band.woord, nummer)

    def _neighbours(self, een: Vak, ander: Vak) -> bool:
        return een[1] == ander[1] and abs(een[0] - ander[0]) < self._breed + _GOOT + 1

    def _family(self, kind: int) -> int:
        """A number for the parents of this person together: children of other parents get lines of their own."""
        ouders: dict[int, tuple[int, ...]] = {}
        for band in self.blok.banden:
            if band.soort == "ouder":
                ouders[band.met] = (*ouders.get(band.met, ()), band.van)
        groepen = list(dict.fromkeys(tuple(sorted(set(o))) for o in ouders.values()))
        return groepen.index(tuple(sorted(set(ouders[kind])))) % 4

    def _down(self, boven: Vak, onder: Vak, gezin: int) -> None:
        """From under a parent to above a child, with a bend at the height of this family."""
        x1, x2 = boven[0] + boven[2] / 2 + 7 * gezin - 10, onder[0] + onder[2] / 2
        y1, y2 = boven[1], onder[1] + self._hoog
        midden = y2 + _TUSSEN * (0.24 + 0.15 * gezin)
        for a, b in (((x1, y1), (x1, midden)), ((x1, midden), (x2, midden)), ((x2, midden), (x2, y2))):
            self.canv.line(*a, *b)

    def _across(self, een: Vak, ander: Vak, *, apart: bool) -> None:
        links, rechts = sorted((een, ander))
        y, x1, x2 = links[1] + self._hoog / 2, links[0] + links[2], rechts[0]
        self.canv.line(x1, y, x2, y)
        if apart:  # two strokes through it
            for dx in (-3, 3):
                midden = (x1 + x2) / 2 + dx
                self.canv.line(midden - 3, y - 7, midden + 3, y + 7)

    def _around(self, een: Vak, ander: Vak, woord: str, nummer: int) -> None:
        """Anything else: a dashed line between the boxes with its word on it, each a little lower than the other."""
        c = self.canv
        c.setDash(3, 3)
        c.setLineWidth(0.8)
        x1, x2 = een[0] + een[2] * 0.3, ander[0] + ander[2] * 0.3
        y1 = een[1] if een[1] >= ander[1] else een[1] + self._hoog
        y2 = ander[1] if ander[1] >= een[1] else ander[1] + self._hoog
        laag = min(een[1], ander[1])
        zelfde = een[1] == ander[1]
        # of two rows the word stands just above the lower one: what runs behind a box in between has no word there
        boven_onderste = laag + self._hoog + _TUSSEN * 0.8 - 7 * (nummer % 3)
        midden = laag - 8 - 7 * (nummer % 3) if zelfde else boven_onderste
        if zelfde and laag <= 20:
            midden = een[1] + self._hoog + 6
            y1 = y2 = een[1] + self._hoog
        for a, b in (((x1, y1), (x1, midden)), ((x1, midden), (x2, midden)), ((x2, midden), (x2, y2))):
            c.line(*a, *b)
        c.setDash()
        breed = stringWidth(woord, self.opmaak.klein.fontName, 9) + 6
        x = (x1 + x2) / 2 - breed / 2
        c.setFillColorRGB(1, 1, 1)
        c.rect(x, midden - 5, breed, 10, stroke=0, fill=1)
        regel = Tekst.van(clean_line(woord, 40), self.opmaak.klein, None)
        regel.wrap(breed + 20, 20)
        regel.drawOn(c, x + 3, midden - 6)
