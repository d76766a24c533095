"""The one constructor for user text in a PDF.

Text never passes a markup parser: a paragraph is built from ready fragments, so ``<img src=…>``, ``<a href=…>``,
``&amp;`` and ``%s`` are drawn as they were typed, and no file or address in them is ever opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from ...plan.document import Tweetalig
from ..schoon import clean
from .lettertype import GEWOON, VET, coverage, font_for, home_of
from .regeleinde import breaks, join_lines
from .richting import runs_right
from .structuur import Knoop
from .vervang import replace_runs

# reportlab's time grows with the square of line breaks and font changes in one paragraph; no person types this many.
MAX_REGELS, MAX_WISSELS = 300, 200

# Joiners and variation selectors only change the look of a neighbour: without that look nothing is lost.
SILENT = re.compile("[\u200c\u200d\u20e3\ufe00-\ufe0f\u2060]")


@lru_cache(maxsize=4096)
def drawable(tekst: str, font: str = GEWOON) -> str:
    """*tekst* cleaned, with a word for every run of characters that no font here can draw; see :mod:`.vervang`."""
    tekst = clean(tekst)
    if coverage(font).issuperset(map(ord, tekst.replace("\n", ""))):
        return tekst
    tekst = SILENT.sub("", tekst)
    delen = groupby(tekst, key=lambda t: t == "\n" or font_for(t, font) is not None)
    return replace_runs([(kan, "".join(deel)) for kan, deel in delen])


def _runs(regel: str, font: str) -> Iterator[tuple[str, str]]:
    """One line as (font, text) runs; almost always one run."""
    if coverage(font).issuperset(map(ord, regel)):
        yield font, regel
        return
    laatste, thuis = font, home_of(font)

    def choose(teken: str) -> str:
        # Between two words in another font the space is of that font too: each change costs.
        nonlocal laatste
        # In a script that only the program's own font has, so is what stands between its words.
        blijft = laatste == thuis != font and not teken.isalnum() and ord(teken) in coverage(thuis)
        laatste = laatste if teken == " " or blijft else font_for(teken, font) or font
        return laatste

    for gekozen, deel in groupby(regel, key=choose):
        yield gekozen, "".join(deel)


def runs(regel: str, font: str) -> list[tuple[str, str]]:
    """One line of drawable text as (font, text) runs: for who draws without a paragraph."""
    return list(_runs(regel, font))


def _only(regel: str, font: str) -> str:
    """*regel* in one font: what only a fallback can draw is replaced."""
    delen = groupby(regel, key=lambda t: ord(t) in coverage(font))
    return replace_runs([(kan, "".join(deel)) for kan, deel in delen])


def _fragment(stijl: ParagraphStyle, font: str, tekst: str, **extra: Any) -> ParaFrag:
    return ParaFrag(
        fontName=font,
        fontSize=stijl.fontSize,
        textColor=stijl.textColor,
        rise=0,
        greek=0,
        bold=int(home_of(font) == VET),
        italic=0,
        link=[],
        us_lines=[],
        text=tekst,
        __tag__="para",
        **extra,
    )


def fragments(tekst: str, stijl: ParagraphStyle) -> list[ParaFrag]:
    """The fragments that draw *tekst* in *stijl*, newlines kept as line breaks."""
    regels = drawable(tekst, stijl.fontName).strip("\n").split("\n", MAX_REGELS)
    regels[-1] = regels[-1].replace("\n", " ")
    uit: list[ParaFrag] = []
    for nummer, regel in enumerate(regels):
        if nummer:
            uit.append(_fragment(stijl, stijl.fontName, "", lineBreak=True))
        if len(uit) > 2 * MAX_WISSELS:
            regel = _only(regel, home_of(stijl.fontName))
        runs = list(_runs(regel, stijl.fontName))
        thuis = home_of(stijl.fontName)
        if len(runs) > MAX_WISSELS and thuis != stijl.fontName:
            runs = list(_runs(regel, thuis))
        if len(runs) > MAX_WISSELS:
            runs = [(thuis, _only(regel, thuis))]
        uit += [_fragment(stijl, font, deel) for font, deel in runs]
    return uit or [_fragment(stijl, stijl.fontName, "")]


class Tekst(Paragraph):  # type: ignore[misc]
    """A paragraph of plain text that knows its place in the structure of the document.

    ``knoop`` is ``None`` for text that a figure around it already says (or that is decoration).
    """

    knoop: Knoop | None = None
    bron = ""  # the whole text, to know where a line ends inside a word

    @classmethod
    def van(cls, tekst: str, stijl: ParagraphStyle, knoop: Knoop | None, *, taal: str = "") -> Tekst:
        """The constructor: any text a person can type, in *stijl*, as content of *knoop*.

        *taal* is the language of what runs from right to left, where somebody said which.
        """
        if isinstance(tekst, Tweetalig):
            from .paar import Paar

            return Paar.van_tweetalig(cls.van(str(tekst), stijl, knoop), tekst, stijl, knoop)
        if runs_right(tekst):
            from .schrift import Schrift

            return Schrift(tekst, stijl, knoop, taal)
        delen = fragments(tekst, stijl)
        nieuw = cls(None, stijl, frags=delen)
        nieuw.knoop = knoop
        heel = "".join(" " if hasattr(deel, "lineBreak") else deel.text for deel in delen)
        nieuw.bron = " ".join(heel.split())
        return nieuw

    def natural(self) -> float:
        """How wide it is on one line, in points: of one typed line, as labels are."""
        return sum(float(stringWidth(d.text, d.fontName, d.fontSize)) for d in self.frags) + 1

    def split(self, breedte: float, hoogte: float) -> list[Tekst]:
        """The parts on this page and the next; both stay content of the same node."""
        delen: list[Tekst] = super().split(breedte, hoogte)
        for deel in delen:
            deel.knoop, deel.bron = self.knoop, self.bron
        return delen

    def draw(self) -> None:
        """Draw inside a marked-content sequence of its own."""
        if self.knoop is None:
            super().draw()
            return
        with self.canv.content(self.knoop):
            code = self.canv._code
            begin = len(code)
            super().draw()
            spaties = breaks(self.bron, self.blPara.lines)
            code[begin:] = [join_lines(deel, spaties) if deel[:2] == "BT" else deel for deel in code[begin:]]
