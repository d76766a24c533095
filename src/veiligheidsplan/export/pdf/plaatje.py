"""Pictures for a child (*plaatjes*): a few simple drawings of our own, in one colour: any printer draws them."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin
from typing import Any

from reportlab.platypus import Flowable

from ...plan.document import Plaatje, Plaatjesnaam
from ..schoon import clean_line
from .figuur import Figuur
from .opmaak import Opmaak
from .structuur import Knoop
from .tekst import Tekst

MAAT = 46.0  # points, both ways
_TUSSEN = 14.0


class Tekening(Figuur):
    """One drawing in a square of 100 by 100, scaled to ``MAAT``."""

    def __init__(self, blok: Plaatje, ouder: Knoop, opmaak: Opmaak) -> None:
        super().__init__(ouder, clean_line(blok.alternatief, 200), opmaak)
        self.beeld = blok.beeld
        self.width = self.height = MAAT

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    def draw_figure(self) -> None:
        c = self.canv
        c.setStrokeColor(self.opmaak.accent)
        c.setFillColor(self.opmaak.accent)
        c.setLineCap(1)
        c.setLineJoin(1)
        c.scale(MAAT / 100, MAAT / 100)
        c.setLineWidth(6)
        _TEKEN[self.beeld](c)


class Plaatjesregel(Flowable):  # type: ignore[misc]
    """The drawing on the left, the sentence beside it; both stay together."""

    def __init__(self, blok: Plaatje, tekst: Tekst, ouder: Knoop, opmaak: Opmaak) -> None:
        super().__init__()
        self.tekening, self.tekst = Tekening(blok, ouder, opmaak), tekst
        self.hAlign = "LEFT"
        self.spaceBefore, self.spaceAfter = 4, 8
        self.keepWithNext = 1

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width; as high as the higher of the two."""
        self.width = breedte
        _, hoog = self.tekst.wrap(breedte - MAAT - _TUSSEN, 1e6)
        self.height = max(MAAT, hoog)
        return self.width, self.height

    def draw(self) -> None:
        """The sentence first, as it stands in the structure; then what it shows."""
        c = self.canv
        self.tekst.drawOn(c, MAAT + _TUSSEN, (self.height - self.tekst.height) / 2)
        self.tekening.drawOn(c, 0, self.height - MAAT)


def _house(c: Any) -> None:
    _lines(c, (8, 50), (50, 90), (92, 50))
    _lines(c, (20, 42), (20, 10), (80, 10), (80, 42))
    c.rect(42, 10, 16, 26, stroke=0, fill=1)


def _people(c: Any) -> None:
    for x, hoog in ((22, 66), (78, 66), (50, 78)):
        c.circle(x, hoog, 11, stroke=0, fill=1)
        c.roundRect(x - 13, 10, 26, hoog - 26, 10, stroke=0, fill=1)


def _hand(c: Any) -> None:
    c.roundRect(28, 10, 46, 42, 14, stroke=0, fill=1)
    for x, top in ((33, 78), (45, 88), (57, 88), (69, 78)):
        c.roundRect(x - 5, 40, 10, top - 40, 5, stroke=0, fill=1)
    c.setLineWidth(11)
    c.line(30, 30, 14, 50)


def _stop(c: Any) -> None:
    hoeken = [(50 + 40 * cos(pi / 8 + n * pi / 4), 50 + 40 * sin(pi / 8 + n * pi / 4)) for n in range(8)]
    _lines(c, *hoeken, hoeken[0])
    c.setLineWidth(11)
    c.line(30, 50, 70, 50)


def _rest(c: Any) -> None:
    c.roundRect(18, 14, 50, 36, 8, stroke=0, fill=1)
    c.circle(72, 34, 11, stroke=1, fill=0)
    for x in (30, 43, 56):
        pad = c.beginPath()
        pad.moveTo(x, 60)
        pad.curveTo(x + 10, 68, x - 10, 78, x, 88)
        c.drawPath(pad, stroke=1, fill=0)


def _heart(c: Any) -> None:
    pad = c.beginPath()
    pad.moveTo(50, 14)
    pad.curveTo(10, 44, 2, 60, 14, 78)
    pad.curveTo(26, 92, 44, 86, 50, 70)
    pad.curveTo(56, 86, 74, 92, 86, 78)
    pad.curveTo(98, 60, 90, 44, 50, 14)
    c.drawPath(pad, stroke=0, fill=1)


def _phone(c: Any) -> None:
    c.roundRect(28, 8, 44, 84, 9, stroke=1, fill=0)
    c.line(42, 80, 58, 80)
    c.circle(50, 22, 5, stroke=0, fill=1)


def _calendar(c: Any) -> None:
    c.roundRect(12, 10, 76, 70, 7, stroke=1, fill=0)
    c.rect(12, 60, 76, 18, stroke=0, fill=1)
    c.line(32, 74, 32, 92)
    c.line(68, 74, 68, 92)
    for x in (32, 50, 68):
        for y in (24, 44):
            c.circle(x, y, 4.5, stroke=0, fill=1)


def _lines(c: Any, *punten: tuple[float, float]) -> None:
    pad = c.beginPath()
    pad.moveTo(*punten[0])
    for punt in punten[1:]:
        pad.lineTo(*punt)
    c.drawPath(pad, stroke=1, fill=0)


_TEKEN: dict[Plaatjesnaam, Callable[[Any], None]] = {
    "huis": _house,
    "mensen": _people,
    "hand": _hand,
    "stop": _stop,
    "rust": _rest,
    "hart": _heart,
    "telefoon": _phone,
    "kalender": _calendar,
}
