"""A text with its translation under it (*paar*): two paragraphs that are one to whoever lays them out."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from ...plan.document import Tweetalig
from .structuur import Knoop, pdf_string
from .taal import is_right_to_left, tag
from .tekst import Tekst


class Paar(Tekst):
    """The Dutch first, the translation under it, each in its own language in the structure."""

    delen: tuple[Tekst, ...]

    @classmethod
    def van_tweetalig(
        cls, eerste: Tekst, tekst: Tweetalig, stijl: ParagraphStyle, knoop: Knoop | None
    ) -> Paar:
        """*eerste* is the Dutch, ready to draw; the translation gets an element of its own below *knoop*."""
        onder = None
        if knoop is not None:
            richting = {"O": "/Layout", "WritingMode": "/RlTb"} if is_right_to_left(tekst.taal) else {}
            onder = knoop.nieuw("Span", **richting)
            onder.eigenschappen["Lang"] = pdf_string(tag(tekst.taal))
        return cls.of((eerste, Tekst.van(tekst.vertaling, stijl, onder, taal=tag(tekst.taal))), stijl)

    @classmethod
    def of(cls, delen: tuple[Tekst, ...], stijl: ParagraphStyle) -> Paar:
        """These parts under each other."""
        nieuw = cls.__new__(cls)
        Flowable.__init__(nieuw)
        nieuw.style, nieuw.delen, nieuw.hAlign = stijl, delen, "LEFT"
        return nieuw

    def natural(self) -> float:
        """As wide as the widest part."""
        return max(deel.natural() for deel in self.delen)

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """The whole width; all parts high."""
        self.width = breedte
        self.height = sum(deel.wrap(breedte, 1e6)[1] for deel in self.delen)
        return self.width, self.height

    def split(self, breedte: float, hoogte: float) -> list[Tekst]:
        """What fits on this page, and the rest; nothing when not one line fits."""
        hier: list[Tekst] = []
        daar = list(self.delen)
        over = hoogte
        while daar and daar[0].wrap(breedte, 1e6)[1] <= over:
            over -= daar[0].height
            hier.append(daar.pop(0))
        if daar and over > 0:
            stukken = daar[0].split(breedte, over)
            if len(stukken) > 1:
                hier.append(stukken[0])
                daar[:1] = stukken[1:]
        if not hier:
            return []
        if not daar:
            return [self]
        return [Paar.of(tuple(hier), self.style), Paar.of(tuple(daar), self.style)]

    def draw(self) -> None:
        """From top to bottom."""
        y = self.height
        for deel in self.delen:
            y -= deel.height
            deel.drawOn(self.canv, 0, y)
