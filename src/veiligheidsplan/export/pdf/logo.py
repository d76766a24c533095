"""The logo on the first page: a figure with its own words, since it says whose plan this is."""

from __future__ import annotations

from ...plan.document import Beeld
from ..schoon import clean_line
from .figuur import Figuur
from .opmaak import Opmaak
from .structuur import Knoop

BREED, HOOG = 170.0, 56.0


class Logo(Figuur):
    """A picture as large as fits, never larger than at 150 points an inch, so that it stays sharp on paper."""

    def __init__(self, beeld: Beeld, ouder: Knoop, opmaak: Opmaak) -> None:
        super().__init__(ouder, clean_line(beeld.tekst, 300), opmaak)
        self.beeld = beeld
        schaal = min(BREED / beeld.breedte, HOOG / beeld.hoogte, 72 / 150)
        self.width, self.height = beeld.breedte * schaal, beeld.hoogte * schaal
        self.spaceBefore, self.spaceAfter = 0, 10

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        """Its own size: the column is always wider."""
        return self.width, self.height

    def draw_figure(self) -> None:
        self.canv.picture(self.beeld, self.width, self.height)
