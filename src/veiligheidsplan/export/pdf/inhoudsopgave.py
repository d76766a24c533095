"""The table of contents (*inhoudsopgave*) of a long document: each line is a link to its heading, with its page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ...plan.document import Blok, Kop
from .maat import length
from .opmaak import Opmaak
from .structuur import Knoop
from .tekst import Tekst

TITEL = "Inhoud"
# Who gets a few pages finds the way along the headings; a contents page would only be one page more.
_KOPPEN, _LENGTE = 12, 18_000
_NUMMER = 34.0
_SAMEN = 26  # so many lines stay on one page, also with a translation under each


def place_for(blokken: Sequence[Blok]) -> int | None:
    """Before which block the contents stand: after the first chapter, which stays first. ``None`` in a short one."""
    koppen = [n for n, b in enumerate(blokken) if isinstance(b, Kop) and b.niveau <= 1 and b.tekst.strip()]
    lang = len(koppen) >= _KOPPEN and sum(length(b) for b in blokken) > _LENGTE
    return koppen[1] if lang else None


def lines(koppen: Sequence[tuple[str, str]], ouder: Knoop, opmaak: Opmaak) -> list[Flowable]:
    """A line for each (destination, title), as items of *ouder*."""
    regels = [
        Inhoudsregel(titel, sleutel, ouder.nieuw("TOCI").nieuw("Reference").nieuw("Link"), opmaak)
        for sleutel, titel in koppen
    ]
    for regel in regels[:-1] if len(regels) <= _SAMEN else ():
        regel.keepWithNext = 1
    return regels


class Inhoudsregel(Flowable):  # type: ignore[misc]
    """One title and its page number; the whole line is the link."""

    def __init__(self, titel: str, sleutel: str, knoop: Knoop, opmaak: Opmaak) -> None:
        super().__init__()
        self.titel, self.sleutel, self.knoop, self.opmaak = titel, sleutel, knoop, opmaak
        self.tekst = Tekst.van(titel, opmaak.cel, None)
        self.hAlign, self.spaceBefore, self.spaceAfter = "LEFT", 0, 3

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width; as high as the title."""
        self.width = breedte
        self.height = self.tekst.wrap(breedte - _NUMMER, 1e6)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Title and number as content of the link, then the link over both."""
        c, stijl = self.canv, self.opmaak.cel
        with c.content(self.knoop):
            self.tekst.drawOn(c, 0, 0)
            c.saveState()
            c.setFillColor(stijl.textColor)
            breed = 2 * c.stringWidth("0", c.letter, stijl.fontSize)
            c.page_of(self.width - breed, self.height - stijl.fontSize, self.sleutel, stijl.fontSize)
            c.restoreState()
        c.link(self.sleutel, f"Naar: {self.titel}", (0, 0, self.width, self.height), self.knoop)
