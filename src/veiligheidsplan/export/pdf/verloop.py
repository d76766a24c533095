"""One line of a trend: moments from left to right, what is certain as a dot, what is possible as a hatched bar.

An unknown moment is a dotted line over the whole scale, with its words: it can be anything, so it stands nowhere.
No line crosses it, nor a change of version (a dashed line).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ...plan.document import Punt, Verloop
from .figuur import Figuur
from .opmaak import Opmaak
from .structuur import Knoop
from .tekst import Tekst

#: moments beside each other that can still be read
MEEST = 6
#: words at a point that are no longer than this always stand there
KORT = 14


def pieces(blok: Verloop) -> Iterator[Verloop]:
    """The block in parts that fit; the last moment of one part begins the next, so that the line goes on."""
    stap, totaal = MEEST - 1, len(blok.momenten)
    if totaal <= MEEST:
        yield blok
        return
    for begin in range(0, totaal - 1, stap):
        eind = min(begin + MEEST, totaal)
        breuken = tuple(b - begin for b in blok.breuken if begin < b < eind)
        zinnen = (
            f"{m}: {p.tekst}" for m, p in zip(blok.momenten[begin:eind], blok.punten[begin:eind], strict=True)
        )
        yield replace(
            blok,
            momenten=blok.momenten[begin:eind],
            punten=blok.punten[begin:eind],
            breuken=breuken,
            alternatief=f"{blok.naam}. {'; '.join(zinnen)}.",
        )


class Lijnfiguur(Figuur):
    """The drawing of one line."""

    REGEL = 24.0  # between two marks of the scale
    PLOT = 62.0  # the least height of the drawing
    MERK = 92.0  # room for the words of the scale

    def __init__(self, blok: Verloop, alternatief: str, ouder: Knoop, opmaak: Opmaak) -> None:
        super().__init__(ouder, alternatief, opmaak)
        self.blok = blok
        self.naam = Tekst.van(blok.naam, opmaak.label, None)
        self.momenten = [Tekst.van(m, opmaak.klein_midden, None) for m in blok.momenten]
        self.woorden = [Tekst.van(p.tekst, opmaak.klein_midden, None) for p in blok.punten]
        self.merken = [Tekst.van(m.tekst, opmaak.klein, None) for m in blok.merken]

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width: the name above, the scale left, the moments below."""
        self.width = breedte
        self._vak = (breedte - self.MERK) / len(self.momenten)
        self._titel = self.naam.wrap(breedte, 1e6)[1] + 4
        self._onder = max(m.wrap(self._vak - 6, 1e6)[1] for m in self.momenten) + 6
        hoogten = [w.wrap(self._vak - 6, 1e6)[1] for w in self.woorden]
        gezegd = [h for h, p in zip(hoogten, self.blok.punten, strict=True) if not self._on_scale(p)]
        self._woord = max(gezegd, default=0.0) + 5
        for merk in self.merken:
            merk.wrap(self.MERK - 10, 1e6)
        regel = max(self.REGEL, *(m.height + 4 for m in self.merken))
        self._hoog = max(self.PLOT, regel * (len(self.merken) - 1))
        self._rand = max(5.0, *(m.height / 2 for m in self.merken))
        self.height = self._titel + self._woord + self._hoog + 2 * self._rand + self._onder
        return self.width, self.height

    def _y(self, waarde: float) -> float:
        laag, hoog = self.blok.merken[0].waarde, self.blok.merken[-1].waarde
        deel = (waarde - laag) / (hoog - laag) if hoog > laag else 0.5
        return float(self._onder + self._rand + self._hoog * max(0.0, min(1.0, deel)))

    def _x(self, nummer: int) -> float:
        return self.MERK + self._vak * (nummer + 0.5)

    def draw_figure(self) -> None:
        c, o = self.canv, self.opmaak
        self.naam.drawOn(c, 0, self.height - self._titel + 4)
        c.setStrokeColor(o.lijn)
        c.setLineWidth(0.6)
        for plek, merk in zip(self.blok.merken, self.merken, strict=True):
            c.line(self.MERK, self._y(plek.waarde), self.width, self._y(plek.waarde))
            merk.drawOn(c, 0, self._y(plek.waarde) - merk.height / 2)
        for nummer in self.blok.breuken:
            self._break(nummer)
        self._lines()
        for nummer, punt in enumerate(self.blok.punten):
            self._point(nummer, punt)

    def _break(self, nummer: int) -> None:
        """Another version from here on: a dashed line from top to bottom."""
        c, x = self.canv, self.MERK + self._vak * nummer
        c.saveState()
        c.setStrokeColor(self.opmaak.tekst)
        c.setLineWidth(1.2)
        c.setDash(4, 3)
        c.line(x, self._onder, x, self.height - self._titel)
        c.restoreState()

    def _lines(self) -> None:
        """Only between two moments of which one value is certain, of the same version."""
        c = self.canv
        c.setStrokeColor(self.opmaak.accent)
        c.setLineWidth(1.4)
        for (n, een), (m, twee) in pairwise(enumerate(self.blok.punten)):
            if _certain(een) and _certain(twee) and m not in self.blok.breuken:
                c.line(self._x(n), self._y(een.laagst or 0), self._x(m), self._y(twee.laagst or 0))

    def _point(self, nummer: int, punt: Punt) -> None:
        c, o, x = self.canv, self.opmaak, self._x(nummer)
        c.setStrokeColor(o.accent)
        c.setFillColor(o.accent)
        c.setLineWidth(1)
        if punt.laagst is None or punt.hoogst is None:
            top = self._y(self.blok.merken[-1].waarde)
            self._anywhere(x)
        elif _certain(punt):
            top = self._y(punt.laagst)
            c.circle(x, top, 4, stroke=0, fill=1)
        else:
            onder, top = self._y(punt.laagst), self._y(punt.hoogst)
            self.hatch(x - 6, onder, 12, top - onder)
            c.rect(x - 6, onder, 12, top - onder, stroke=1, fill=0)
        if not self._on_scale(punt):
            self._words(nummer, top + 6)
        moment = self.momenten[nummer]
        moment.drawOn(c, self.MERK + self._vak * nummer + 3, self._onder - 2 - moment.height)

    def _on_scale(self, punt: Punt) -> bool:
        """Whether the marks of the scale say the same already, in words that are too long to say twice."""
        plekken = {m.waarde for m in self.blok.merken}
        return len(punt.tekst) > KORT and punt.laagst in plekken and punt.hoogst in plekken

    def _words(self, nummer: int, y: float) -> None:
        """On white, so that no line of the scale runs through them."""
        c, woord = self.canv, self.woorden[nummer]
        c.saveState()
        c.setFillColorRGB(1, 1, 1)
        c.rect(self.MERK + self._vak * nummer + 3, y - 1, self._vak - 6, woord.height + 2, stroke=0, fill=1)
        c.restoreState()
        woord.drawOn(c, self.MERK + self._vak * nummer + 3, y)

    def _anywhere(self, x: float) -> None:
        """Not known: a dot at one end of the scale would look like an answer."""
        c = self.canv
        c.saveState()
        c.setLineCap(1)
        c.setLineWidth(2)
        c.setDash(0.1, 5)
        c.line(x, self._y(self.blok.merken[0].waarde), x, self._y(self.blok.merken[-1].waarde))
        c.restoreState()


def _certain(punt: Punt) -> bool:
    return punt.laagst is not None and punt.laagst == punt.hoogst
