"""Room for ink (*invulveld*): a question, boxes to tick, a scale to circle, lines to write on.

Boxes and lines are drawn, never typed: no font has to know them, and they survive any printer. What they mean is said
in words in the structure, so that a person who cannot see the paper can still hear the form.
"""

from __future__ import annotations

from reportlab.platypus import Flowable

from ...plan.document import Invulveld
from ..schoon import clean_line
from .figuur import Figuur
from .opmaak import Opmaak
from .structuur import Knoop
from .tekst import Tekst

_VAK = 11.0
_INSPRONG = 20.0
#: how many answers stand beside each other, and how long they may be at most
_NAAST = ((4, 14), (3, 24), (2, 42))
_LANGSTE = 400
_REGEL = 25.0


def answer_room(blok: Invulveld, ouder: Knoop, opmaak: Opmaak) -> list[Flowable]:
    """The flowables of one question, in reading order; they stay together where they can."""
    vraag = clean_line(f"{blok.nummer}  {blok.vraag}" if blok.nummer else blok.vraag, 600)
    uit: list[Flowable] = [Tekst.van(vraag, opmaak.invulvraag, ouder.nieuw("P"))]
    for zin in blok.uitleg:
        uit.append(Tekst.van(clean_line(zin, _LANGSTE), opmaak.invuluitleg, ouder.nieuw("P")))
    keuzes = [clean_line(k, _LANGSTE) for k in blok.keuzes]
    if keuzes:
        lijst = ouder.nieuw("L", O="/List", ListNumbering="/None")
        langste = max(map(len, keuzes))
        naast = next((n for n, hoogstens in _NAAST if langste <= hoogstens), 1)
        uit += [
            Aankruisrij(
                keuzes[n : n + naast],
                naast,
                lijst,
                opmaak,
                verder=n + naast < len(keuzes) or bool(blok.schaal or blok.regels),
            )
            for n in range(0, len(keuzes), naast)
        ]
    if blok.schaal:
        uit.append(Omcirkel(blok, ouder, opmaak))
    uit += [Schrijfregel(opmaak, verder=n + 1 < blok.regels) for n in range(blok.regels)]
    return uit


class Aankruisrij(Flowable):  # type: ignore[misc]
    """A row of one to four answers, each with an empty box before it."""

    def __init__(self, keuzes: list[str], naast: int, lijst: Knoop, opmaak: Opmaak, *, verder: bool) -> None:
        super().__init__()
        stijl = opmaak.alineas["gewoon"]
        self.teksten = [Tekst.van(k, stijl, lijst.nieuw("LI").nieuw("LBody")) for k in keuzes]
        self.naast, self.opmaak = naast, opmaak
        self.keepWithNext = int(verder)
        self.hAlign, self.spaceBefore, self.spaceAfter = "LEFT", 1, 3

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width; as high as the longest answer."""
        self.width, self._deel = breedte, breedte / self.naast
        self.height = max(_close(t, self._deel - _INSPRONG - 4) for t in self.teksten)
        return self.width, self.height

    def draw(self) -> None:
        """The boxes are artifacts: the list itself says that these are the answers."""
        c = self.canv
        for nummer, tekst in enumerate(self.teksten):
            x = nummer * self._deel
            with c.artifact():
                c.saveState()
                c.setStrokeColor(self.opmaak.tekst)
                c.setLineWidth(1)
                c.rect(x + 0.5, self.height - _VAK - 3, _VAK, _VAK, stroke=1, fill=0)
                c.restoreState()
            tekst.drawOn(c, x + _INSPRONG, self.height - tekst.height)


def _close(tekst: Tekst, hoogstens: float) -> float:
    """Lay out a text no wider than it is; gives its height.

    What runs from the right begins at its own right end then, under the Dutch: in the whole column it would stand
    against the box or the number of the next answer, and be read as that.
    """
    return float(tekst.wrap(min(hoogstens, tekst.natural()), 1e6)[1])


class Schrijfregel(Flowable):  # type: ignore[misc]
    """One empty line to write on."""

    def __init__(self, opmaak: Opmaak, *, verder: bool) -> None:
        super().__init__()
        self.opmaak = opmaak
        self.keepWithNext = int(verder)
        self.hAlign, self.spaceBefore, self.spaceAfter = "LEFT", 0, 0

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width, and room for a hand."""
        self.width, self.height = breedte, _REGEL
        return self.width, self.height

    def draw(self) -> None:
        """A line, as an artifact."""
        c = self.canv
        with c.artifact():
            c.saveState()
            c.setStrokeColor(self.opmaak.zacht)
            c.setLineWidth(0.7)
            c.line(0, 3, self.width, 3)
            c.restoreState()


class Omcirkel(Figuur):
    """The values of a scale in a row, to circle one; rows of at most eleven."""

    RIJ, HOOG = 11, 30.0

    def __init__(self, blok: Invulveld, ouder: Knoop, opmaak: Opmaak) -> None:
        waarden = [clean_line(w)[:12] for w in blok.schaal]
        einden = [clean_line(u, 60) for u in blok.uitersten]
        wat = "; ".join(f"{w} is {u}" for w, u in zip((waarden[0], waarden[-1]), einden, strict=True) if u)
        alternatief = f"Omcirkel een cijfer: {', '.join(waarden)}." + (f" {wat}." if wat else "")
        super().__init__(ouder, alternatief, opmaak)
        self.waarden = [Tekst.van(w, opmaak.cirkel, None) for w in waarden]
        stijlen = (opmaak.klein, opmaak.klein_rechts) if any(einden) else ()
        self.einden = [Tekst.van(e, s, None) for e, s in zip(einden, stijlen, strict=False)]

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width; a line of words under the rows where the ends have any."""
        self.width = breedte
        rijen = -(-len(self.waarden) // self.RIJ)
        self._onder = max((_close(e, breedte / 2 - 6) for e in self.einden), default=-4.0) + 4
        self.height = rijen * self.HOOG + self._onder
        return self.width, self.height

    def draw_figure(self) -> None:
        """Open circles with the value in them."""
        c, o = self.canv, self.opmaak
        cel = self.width / self.RIJ
        c.setLineWidth(0.9)
        for nummer, waarde in enumerate(self.waarden):
            x = (nummer % self.RIJ) * cel + cel / 2
            y = self.height - (nummer // self.RIJ) * self.HOOG - self.HOOG / 2
            c.setStrokeColor(o.lijn)
            c.circle(x, y, 12, stroke=1, fill=0)
            waarde.wrap(cel, self.HOOG)
            waarde.drawOn(c, x - cel / 2, y - waarde.height / 2)
        for regel, rechts in zip(self.einden, (False, True), strict=bool(self.einden)):
            regel.drawOn(c, self.width - regel.width if rechts else 0, self._onder - 4 - regel.height)
