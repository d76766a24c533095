"""Put a document together: first page, blocks, and what stands on every page."""

from __future__ import annotations

from datetime import date
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from ...plan.document import Document, Kop
from ..schoon import clean_line
from .blokken import Bouwer, Kopregel
from .doek import Doek
from .inhoudsopgave import TITEL as INHOUD
from .inhoudsopgave import lines, place_for
from .kader import Bijeen, Ingekaderd, Kaderrand
from .lettertype import register
from .logo import Logo
from .opmaak import BREEDTE, HOOGTE, KOLOM, MARGE, MARGE_BOVEN, MARGE_ONDER, RAND, Opmaak, make
from .richting import runs_right
from .structuur import Boom
from .taal import tag
from .tekst import Tekst, drawable, runs

_NAAMLOOS = "Document"
_VOET = 9  # the size of a footer
#: a card in points, width and height: it fits in a purse when folded once
KAART = (243.0, 340.0)
_ONBEKENDE_DAG = date(2000, 1, 1)


def _day(document: Document) -> date:
    """The day of the document; a text that is no ISO date gives a fixed day, never today's."""
    try:
        return date.fromisoformat(document.datum_iso[:10])
    except ValueError:
        return _ONBEKENDE_DAG


def _front(document: Document, bouwer: Bouwer, opmaak: Opmaak) -> list[Flowable]:
    """The head of the first page: logo, owner, title, subtitle, and the mark as real text."""
    wortel = bouwer.wortel
    uit: list[Flowable] = []
    if document.logo is not None:
        uit.append(Logo(document.logo, wortel, opmaak))
    if document.huisstijl.eigenaar.strip():
        uit.append(Tekst.van(document.huisstijl.eigenaar, opmaak.label, wortel.nieuw("P")))
    uit.append(Kopregel.van(clean_line(document.titel, 300) or _NAAMLOOS, opmaak.titel, wortel.nieuw("H1")))
    if document.ondertitel.strip():
        uit.append(Tekst.van(document.ondertitel, opmaak.ondertitel, wortel.nieuw("P")))
    if document.merk.strip():
        merk = Tekst.van(document.merk, opmaak.alineas["waarschuwing"], wortel.nieuw("P"))
        rand = Kaderrand(
            opmaak.waarschuwing_vlak, opmaak.waarschuwing, RAND, binnen=8, eerste=True, laatste=True
        )
        uit.append(merk if bouwer.plat else Ingekaderd(merk, rand))
    return uit


def _fit(tekst: str, breedte: float, letter: str) -> list[tuple[str, str]]:
    """*tekst* as runs of (font, text) that fit on one line of the footer; three dots where it is too long."""
    tekst, einde = drawable(tekst), ""
    while tekst and _width(runs(tekst + einde, letter)) > breedte:
        tekst, einde = tekst[:-1], "…"
    return runs(tekst + einde, letter)


def _width(delen: list[tuple[str, str]]) -> float:
    return sum(float(stringWidth(deel, font, _VOET)) for font, deel in delen)


class _Bladen:
    """What stands on every page: the line on top, the mark, and the footer."""

    def __init__(self, document: Document, opmaak: Opmaak) -> None:
        self.opmaak = opmaak
        kenmerk = f"Kenmerk {document.kenmerk}" if document.kenmerk.strip() else ""  # an empty form has none
        self.links = clean_line("  ·  ".join(t for t in (kenmerk, document.datum) if t), 120)
        self.voet = clean_line(document.voettekst or document.huisstijl.eigenaar, 140)
        self.latijn = "" if runs_right(self.voet) else self.voet
        self.merk = document.merk

    def draw_card(self, doek: Doek, _: Any) -> None:
        """Where to cut, and nothing else."""
        with doek.artifact():
            doek.saveState()
            doek.setStrokeColor(self.opmaak.lijn)
            doek.setLineWidth(0.6)
            doek.setDash(3, 4)
            doek.rect(MARGE, HOOGTE - MARGE - KAART[1], *KAART, stroke=1, fill=0)
            doek.restoreState()

    def draw(self, doek: Doek, _: Any) -> None:
        """Called by platypus at the start of each page."""
        o = self.opmaak
        doek.saveState()
        with doek.artifact("Pagination", "Header"):
            doek.setFillColor(o.accent)
            doek.rect(0, HOOGTE - 10, BREEDTE, 10, stroke=0, fill=1)
            if self.merk.strip() and doek.getPageNumber() > 1:
                merk = Tekst.van(clean_line(self.merk, 80), o.merk, None)
                merk.wrap(KOLOM, 30)
                merk.drawOn(doek, MARGE, HOOGTE - 28 - merk.height)
        with doek.artifact("Pagination", "Footer"):
            self._footer(doek)
        doek.restoreState()

    def _footer(self, doek: Doek) -> None:
        o = self.opmaak
        doek.setStrokeColor(o.lijn)
        doek.setLineWidth(0.8)
        doek.line(MARGE, 52, BREEDTE - MARGE, 52)
        doek.setFillColor(o.zacht)
        if runs_right(self.voet):
            voet = Tekst.van(self.voet, o.klein, None)
            doek.saveState()
            voet.drawOn(doek, MARGE, 38 - voet.wrap(min(KOLOM, voet.natural()), 12)[1] + 0.5)
            doek.restoreState()
        letter = o.klein.fontName
        for y, delen in ((38, _fit(self.links, KOLOM - 100, letter)), (26, _fit(self.latijn, KOLOM, letter))):
            x = MARGE
            for font, deel in delen:
                doek.setFont(font, _VOET)
                doek.drawString(x, y, deel)
                x += _width([(font, deel)])
        rechts = BREEDTE - MARGE - 11
        doek.total_pages(rechts, 38, f"pagina {doek.getPageNumber()} van ", _VOET)


def _frame(*, kaart: bool) -> Frame:
    """Where the content comes: the page within its margins, or the card within its edge."""
    if kaart:
        onder = HOOGTE - MARGE - KAART[1]
        maten = (MARGE + RAND, onder + RAND, KAART[0] - 2 * RAND, KAART[1] - 2 * RAND)
    else:
        maten = (MARGE, MARGE_ONDER, KOLOM, HOOGTE - MARGE_ONDER - MARGE_BOVEN)
    return Frame(*maten, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _story(document: Document, bouwer: Bouwer, opmaak: Opmaak) -> list[Flowable]:
    """Everything on the pages; in a long document with its contents after the first chapter."""
    uit = [] if document.kaart else _front(document, bouwer, opmaak)
    wortel, plek = bouwer.wortel, place_for(document.blokken)
    if plek is None:
        return uit + bouwer.build(document.blokken, wortel)
    uit += bouwer.build(document.blokken[:plek], wortel)
    kop = bouwer.build((Kop(INHOUD),), wortel)
    eerder, lijst = len(bouwer.koppen), wortel.nieuw("TOC")
    rest = bouwer.build(document.blokken[plek:], wortel)
    verder = [(sleutel, titel) for niveau, sleutel, titel in bouwer.koppen[eerder:] if niveau == 1]
    return [*uit, *kop, *lines(verder, lijst, opmaak), *rest]


def compose(document: Document) -> bytes:
    """The whole document as bytes; without frames if that is the only way to lay it out: a plan must come."""
    try:
        return lay_out(document)
    except LayoutError:
        return lay_out(document, plat=True)


def lay_out(document: Document, *, plat: bool = False) -> bytes:
    """The document on its pages; *plat* without frames and without keeping anything together."""
    register()
    opmaak = make(document.huisstijl, document.groot)
    boom = Boom()
    titel = clean_line(document.titel) or _NAAMLOOS
    doek = Doek(
        boom,
        titel=titel,
        dag=_day(document),
        taal=tag(document.taal),
        formaat=(BREEDTE, HOOGTE),
        letter=opmaak.klein.fontName,
    )
    bouwer = Bouwer(opmaak, boom.document, plat=plat)
    if document.kaart:
        bouwer.breedte = KAART[0] - 2 * RAND
    verhaal = _story(document, bouwer, opmaak)
    for stuk in verhaal if plat else ():
        stuk.keepWithNext = 0
    bladen = _Bladen(document, opmaak)
    sjabloon = BaseDocTemplate("", pagesize=(BREEDTE, HOOGTE), allowSplitting=1, keepTogetherClass=Bijeen)
    bij_elk_blad = bladen.draw_card if document.kaart else bladen.draw
    sjabloon.addPageTemplates(PageTemplate("blad", [_frame(kaart=document.kaart)], onPage=bij_elk_blad))
    sjabloon.build(verhaal, canvasmaker=lambda *_, **__: doek)
    return doek.save_bytes()
