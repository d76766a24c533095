"""A frame (*kader*) around blocks, and keeping together what belongs together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, KeepTogether

from .raster import Raster
from .tekst import Tekst


class Bijeen(KeepTogether):  # type: ignore[misc]
    """Keep a heading or caption with the *beginning* of what follows: that may itself go on over the page."""

    RUIMTE = 110.0

    def split(self, breedte: float, hoogte: float) -> list[Flowable]:
        """As they are, when the last one can begin here with some lines; else as reportlab does."""
        delen = list(self._content)
        heel = any(getattr(d, "heel", False) for d in delen)
        if not heel and len(delen) > 1 and isinstance(delen[-1], Raster | Tekst | Ingekaderd):
            voor = sum(
                d.wrapOn(self.canv, breedte, hoogte)[1] + d.getSpaceBefore() + d.getSpaceAfter()
                for d in delen[:-1]
            )
            if hoogte - voor > self.RUIMTE:
                return delen
        uit: list[Flowable] = super().split(breedte, hoogte)
        return uit


class Ingekaderd(Flowable):  # type: ignore[misc]
    """One flowable of a frame (*Kader*): its strip of ground and of the bar beside it, with the content inset.

    A frame is a row of these, so it splits over pages wherever its content splits, and needs no nested tables.
    """

    def __init__(self, inhoud: Flowable, rand: Kaderrand) -> None:
        super().__init__()
        self.inhoud, self.rand = inhoud, rand
        self.hAlign = "LEFT"
        self.heel = False
        self.spaceBefore = rand.buiten if rand.eerste else 0
        self.spaceAfter = rand.buiten if rand.laatste else 0

    def getKeepWithNext(self) -> int:
        """A title inside the frame stays with what follows it."""
        if (
            self.rand.laatste or self.__dict__.get("keepWithNext") == 0
        ):  # platypus sets this once it was honoured
            return 0
        return 1 if self.heel else int(self.inhoud.getKeepWithNext())

    def keep_whole(self) -> None:
        """Stay with all of the frame. A nested KeepTogether would leave the heading before it behind."""
        self.heel = True

    def _padding(self) -> tuple[float, float]:
        r = self.rand
        boven = r.binnen if r.eerste else float(self.inhoud.getSpaceBefore())
        return boven, r.binnen if r.laatste else float(self.inhoud.getSpaceAfter())

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width; the content gets it less the bar and the padding."""
        boven, onder = self._padding()
        _, h = self.inhoud.wrapOn(
            getattr(self, "canv", None), breedte - self.rand.inzet, hoogte - boven - onder
        )
        self.width, self.height = breedte, h + boven + onder
        return self.width, self.height

    def split(self, breedte: float, hoogte: float) -> list[Flowable]:
        """The content's own parts, each framed again."""
        boven, _ = self._padding()
        # A part that is not the last gets the space after its content instead of the padding of the frame.
        onder = max(self.rand.binnen, float(self.inhoud.getSpaceAfter()))
        delen = self.inhoud.splitOn(
            getattr(self, "canv", None), breedte - self.rand.inzet, hoogte - boven - onder
        )
        if len(delen) < 2:
            return []
        r = self.rand
        eerste = replace(r, laatste=False)
        return [
            Ingekaderd(delen[0], eerste),
            *(
                Ingekaderd(d, replace(r, eerste=False, laatste=r.laatste and d is delen[-1]))
                for d in delen[1:]
            ),
        ]

    def draw(self) -> None:
        """Ground and bar as artifacts, then the content."""
        r = self.rand
        with self.canv.artifact():
            self.canv.saveState()
            self.canv.setFillColor(r.vlak)
            self.canv.rect(0, -0.2, self.width, self.height + 0.4, stroke=0, fill=1)
            self.canv.setFillColor(r.balk)
            self.canv.rect(0, -0.2, 4, self.height + 0.4, stroke=0, fill=1)
            if r.dubbel:
                self.canv.rect(6.5, -0.2, 2, self.height + 0.4, stroke=0, fill=1)
            self.canv.restoreState()
        _, onder = self._padding()
        self.inhoud.drawOn(self.canv, 4 + r.opzij, onder)


@dataclass(frozen=True)
class Kaderrand:
    """Colours and measures of a frame, and where in it a part stands."""

    vlak: Color
    balk: Color
    opzij: float
    binnen: float = 10.0
    buiten: float = 8.0
    dubbel: bool = False  # a second bar: a warning, also without colour
    eerste: bool = False
    laatste: bool = False

    @property
    def inzet(self) -> float:
        """What the frame takes of the width."""
        return 4 + 2 * self.opzij
