"""Figures: the scale of levels, the bar of a veiligheidscijfer, and a place to sign.

Every meaning stands in words too, in shapes that survive a grey or one-bit printer, and in the alternative text.
"""

from __future__ import annotations

from reportlab.platypus import Flowable

from ...plan.document import Niveauschaal
from .opmaak import Opmaak
from .structuur import Knoop, pdf_string
from .tekst import Tekst


class Figuur(Flowable):  # type: ignore[misc]
    """A drawing that is one element of the structure, with alternative text and its box on the page."""

    def __init__(self, ouder: Knoop, alternatief: str, opmaak: Opmaak) -> None:
        super().__init__()
        self.opmaak = opmaak
        self.knoop = ouder.nieuw("Figure", O="/Layout", Placement="/Block")
        self.knoop.eigenschappen["Alt"] = pdf_string(alternatief.strip() or "Figuur")
        self.hAlign = "LEFT"
        self.spaceBefore, self.spaceAfter = 6, 10

    def draw(self) -> None:
        """Note the box, then draw all as one piece of content."""
        x, y = self.canv.absolutePosition(0, 0)
        vak = (x, y, x + self.width, y + self.height)
        self.knoop.kenmerken["BBox"] = "[ " + " ".join(f"{v:.2f}" for v in vak) + " ]"
        with self.canv.content(self.knoop):
            self.canv.saveState()
            self.draw_figure()
            self.canv.restoreState()

    def draw_figure(self) -> None:
        """The drawing itself, in the box (0, 0) to (width, height)."""
        raise NotImplementedError

    def hatch(self, x: float, y: float, b: float, h: float) -> None:
        """Diagonal lines in a rectangle: *possible*, also without colour."""
        c = self.canv
        c.saveState()
        pad = c.beginPath()
        pad.rect(x, y, b, h)
        c.clipPath(pad, stroke=0, fill=0)
        c.setLineWidth(1.4)
        begin = x - h
        while begin < x + b:
            c.line(begin, y, begin + h, y + h)
            begin += 6
        c.restoreState()


class Schaal(Figuur):
    """All levels from least to most: what is certain solid, what is possible hatched, the rest empty."""

    HOOG = 22.0

    def __init__(self, blok: Niveauschaal, ouder: Knoop, opmaak: Opmaak) -> None:
        super().__init__(ouder, blok.alternatief, opmaak)
        self.blok = blok
        self.namen = [Tekst.van(n, opmaak.klein_midden, None) for n in blok.niveaus]
        self.uitleg = [
            Tekst.van(t, opmaak.klein, None) for t in ("zeker", "nog mogelijk", "volgens de antwoorden niet")
        ]

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width; labels under the segments set the height."""
        self.width = breedte
        vak = breedte / max(1, len(self.namen))
        self._label = max((n.wrap(vak - 6, 1e6)[1] for n in self.namen), default=0.0)
        self.height = self.HOOG + 4 + self._label + 22
        return self.width, self.height

    def _segment(self, nummer: int, x: float, y: float, b: float, h: float) -> None:
        c, o = self.canv, self.opmaak
        c.setStrokeColor(o.accent)
        c.setFillColor(o.accent)
        if nummer <= self.blok.laagst:
            c.rect(x, y, b, h, stroke=0, fill=1)
        elif nummer <= self.blok.hoogst:
            self.hatch(x, y, b, h)
        c.setLineWidth(1)
        c.rect(x, y, b, h, stroke=1, fill=0)

    def draw_figure(self) -> None:
        vak = self.width / max(1, len(self.namen))
        y = self.height - self.HOOG
        for nummer, naam in enumerate(self.namen):
            self._segment(nummer, nummer * vak + 1.5, y, vak - 3, self.HOOG)
            naam.drawOn(self.canv, nummer * vak + 3, y - 4 - naam.height)
        self._draw_legend()

    def _draw_legend(self) -> None:
        x = 0.0
        for nummer, tekst in zip((self.blok.laagst, self.blok.laagst + 1, -1), self.uitleg, strict=True):
            if nummer < 0:
                self.canv.setStrokeColor(self.opmaak.accent)
                self.canv.rect(x + 1.5, 2.5, 14, 9, stroke=1, fill=0)
            elif nummer == self.blok.laagst:
                self.canv.setFillColor(self.opmaak.accent)
                self.canv.rect(x + 1.5, 2.5, 14, 9, stroke=0, fill=1)
            else:
                self.canv.setStrokeColor(self.opmaak.accent)
                self.hatch(x + 1.5, 2.5, 14, 9)
                self.canv.setLineWidth(0.8)
                self.canv.rect(x + 1.5, 2.5, 14, 9, stroke=1, fill=0)
            tekst.wrap(200, 20)
            tekst.drawOn(self.canv, x + 21, 1)
            x += (
                21
                + self.canv.stringWidth(tekst.frags[0].text, tekst.style.fontName, tekst.style.fontSize)
                + 18
            )


class Balk(Figuur):
    """Veiligheidscijfers from 0 to 10, one under the other on the same scale: filled cells and the number itself."""

    RIJ = 30.0

    def __init__(
        self, cijfers: tuple[tuple[str, int], ...], alternatief: str, ouder: Knoop, opmaak: Opmaak
    ) -> None:
        super().__init__(ouder, alternatief, opmaak)
        self.cijfers = [
            (
                Tekst.van(naam, opmaak.cel, None),
                max(0, min(10, cijfer)),
                Tekst.van(f"{cijfer}", opmaak.cijfer, None),
            )
            for naam, cijfer in cijfers
        ]

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width; a long label makes its row taller."""
        self.width = breedte
        self._links = breedte * 0.36
        self._rijen = [max(self.RIJ, naam.wrap(self._links - 10, 1e6)[1] + 10) for naam, _, _ in self.cijfers]
        self.height = sum(self._rijen) + 14
        return self.width, self.height

    def draw_figure(self) -> None:
        c, o = self.canv, self.opmaak
        cel = (self.width - self._links - 40) / 10
        y = self.height
        for (naam, waarde, getal), rij in zip(self.cijfers, self._rijen, strict=True):
            y -= rij
            naam.drawOn(c, 0, y + (rij - naam.height) / 2)
            c.setStrokeColor(o.accent)
            c.setFillColor(o.accent)
            c.setLineWidth(0.8)
            for n in range(10):
                c.rect(
                    self._links + n * cel + 1, y + rij / 2 - 7, cel - 2, 14, stroke=1, fill=int(n < waarde)
                )
            getal.wrap(40, 40)
            getal.drawOn(c, self._links + 10 * cel + 10, y + rij / 2 - 7.5)
        for tekst, x in (("0", self._links), ("10", self._links + 10 * cel)):
            as_ = Tekst.van(tekst, o.klein_midden, None)
            as_.wrap(20, 20)
            as_.drawOn(c, x - 10, 0)


class Handtekening(Flowable):  # type: ignore[misc]
    """One or two places to sign, side by side: caption, an open box, and a form field where one is asked for."""

    def __init__(self, vakken: list[tuple[Tekst, str | None, str, Knoop | None]], opmaak: Opmaak) -> None:
        super().__init__()
        self.vakken, self.opmaak = vakken, opmaak
        self.hAlign = "LEFT"
        self.spaceBefore, self.spaceAfter = 8, 10

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """Two columns, also for one: a signature needs no whole line."""
        self.width = breedte
        self._vak = (breedte - 16) / 2
        self._titel = max(t.wrap(self._vak, 1e6)[1] for t, _, _, _ in self.vakken)
        self.height = self._titel + 4 + 74
        return self.width, self.height

    def draw(self) -> None:
        """The caption as content, the box as an artifact, the field in the structure."""
        c = self.canv
        for nummer, (titel, veld, uitleg, knoop) in enumerate(self.vakken):
            x = nummer * (self._vak + 16)
            titel.drawOn(c, x, self.height - self._titel)
            with c.artifact():
                c.saveState()
                c.setStrokeColor(self.opmaak.lijn)
                c.setLineWidth(0.8)
                c.rect(x + 0.5, 0.5, self._vak - 1, 74, stroke=1, fill=0)
                c.restoreState()
            if veld and knoop:
                c.signature_field(veld, uitleg, (x + 4, 4, self._vak - 8, 67), knoop)
