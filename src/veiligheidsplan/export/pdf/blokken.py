"""From neutral blocks to flowables, and at the same time to the structure tree, in reading order.

A new kind of block is one method and one line in ``_BOUW``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from reportlab.platypus import Flowable, PageBreak

from ...plan.document import (
    Alinea,
    Bladzijde,
    Blok,
    Cijferbalk,
    Genogram,
    Handtekeningvak,
    InTaal,
    Invulveld,
    Kader,
    Kop,
    Lijst,
    Niveauschaal,
    Plaatje,
    Tabel,
    Tweetalig,
    Velden,
    Verloop,
)
from ..schoon import clean_line
from .figuur import Balk, Handtekening, Schaal
from .genogram import Stamboom
from .invul import answer_room
from .kader import Ingekaderd, Kaderrand
from .maat import fill, label_share, length, widths
from .opmaak import KOLOM, RAND, Opmaak
from .paar import Paar
from .plaatje import Plaatjesregel
from .raster import Raster, Rasterstijl, Rij
from .structuur import Knoop, pdf_string
from .taal import is_right_to_left, tag
from .tekst import Tekst
from .verloop import Lijnfiguur, pieces

# A frame with more text than this may break over pages: kept together it would leave half a page empty.
_BIJEEN = 1400
_BALKEN_BIJEEN = 8
_INLEIDING = 400
# A frame that stands in so many others that no sentence fits any more, is not drawn as a frame.
_SMAL = 240.0
_KOLOMMEN = 8
_NIVEAUS = 12
# Titles stay with what follows and drawings stay whole: both must fit on a page, whatever was typed.
_TITEL, _BIJSCHRIFT, _KOLOMKOP, _LABEL, _NAAM, _ALTERNATIEF = 300, 600, 80, 60, 100, 2000


class Kopregel(Tekst):
    """A heading that is also a bookmark (once, also when it is so long that it is split)."""

    bladwijzer: tuple[str, int, str] | None = None

    def draw(self) -> None:
        """Draw the heading; the first part makes the bookmark."""
        if self.bladwijzer:
            self.canv.bookmark(*self.bladwijzer, self.height)
            self.bladwijzer = None
        super().draw()

    def split(self, breedte: float, hoogte: float) -> list[Tekst]:
        """Only the first part keeps the bookmark."""
        delen = super().split(breedte, hoogte)
        if delen and isinstance(delen[0], Kopregel):
            delen[0].bladwijzer = self.bladwijzer
        return delen


class Bouwer:
    """Builds the flowables of one document; ``niveau`` is the level of the last heading, so that none is skipped."""

    def __init__(self, opmaak: Opmaak, wortel: Knoop, *, plat: bool = False) -> None:
        self.opmaak, self.plat = opmaak, plat
        self.wortel = wortel
        self.niveau = 1
        self.breedte = KOLOM
        self.namen: set[str] = set()
        self.koppen: list[tuple[int, str, str]] = []  # (level as asked, name of the destination, title)

    def build(self, blokken: Iterable[Blok], ouder: Knoop) -> list[Flowable]:
        """All blocks in order; neighbouring places to sign come side by side."""
        uit: list[Flowable] = []
        vakken: list[Handtekeningvak] = []
        rij = list(blokken)
        for nummer, blok in enumerate(rij):
            if isinstance(blok, Handtekeningvak):
                vakken.append(blok)
                continue
            uit += self.signatures(vakken, ouder)
            vakken = []
            stukken = _BOUW[type(blok)](self, blok, ouder)
            if _introduces(rij, nummer):
                for stuk in stukken:
                    stuk.keepWithNext = 1
            uit += stukken
        return uit + self.signatures(vakken, ouder)

    def heading(self, blok: Kop, ouder: Knoop) -> list[Flowable]:
        """A heading; H1 is the title of the document, so level 1 becomes H2."""
        tekst = clean_line(blok.tekst, _TITEL)
        if not tekst:
            return []
        vraag = max(1, min(3, blok.niveau))
        self.niveau = min(vraag + 1, self.niveau + 1)
        knoop = ouder.nieuw(f"H{self.niveau}")
        kop = Kopregel.van(tekst, self.opmaak.koppen[vraag - 1], knoop)
        sleutel = f"kop{len(self.koppen)}"
        self.koppen.append((vraag, sleutel, tekst))
        eerste = kop.delen[0] if isinstance(kop, Paar) else kop
        if isinstance(eerste, Kopregel):
            eerste.bladwijzer = (clean_line(blok.tekst, 200), self.niveau - 2, sleutel)
        return [kop]

    def paragraph(self, blok: Alinea, ouder: Knoop) -> list[Flowable]:
        """A paragraph; an empty one is nothing."""
        if not clean_line(blok.tekst):
            return []
        return [Tekst.van(blok.tekst, self.opmaak.alineas[blok.toon], ouder.nieuw("P"))]

    def list_(self, blok: Lijst, ouder: Knoop) -> list[Flowable]:
        """A list: label and body beside each other, so that long points keep their indent."""
        if not blok.punten:
            return []
        soort = "/Decimal" if blok.genummerd else "/Disc"
        lijst = ouder.nieuw("L", O="/List", ListNumbering=soort)
        stijl = self.opmaak.alineas["gewoon"]
        rijen: list[Rij] = []
        for nummer, punt in enumerate(blok.punten, 1):
            item = lijst.nieuw("LI")
            label = Tekst.van(f"{nummer}." if blok.genummerd else "•", stijl, item.nieuw("Lbl"))
            rijen.append((label, Tekst.van(punt, stijl, item.nieuw("LBody"))))
        breed = 22.0 + 6 * (len(str(len(blok.punten))) - 1) if blok.genummerd else 16.0
        return [Raster(rijen, (breed, self.breedte - breed), Rasterstijl(onder=4))]

    def fields(self, blok: Velden, ouder: Knoop) -> list[Flowable]:
        """Label and value: in the structure a list of terms, because it is no table of data."""
        if not blok.rijen:
            return []
        lijst = ouder.nieuw("L", O="/List", ListNumbering="/None")
        rijen: list[Rij] = []
        for naam, waarde in blok.rijen:
            item = lijst.nieuw("LI")
            label = Tekst.van(naam, self.opmaak.label, item.nieuw("Lbl"))
            rijen.append((label, Tekst.van(waarde, self.opmaak.alineas["gewoon"], item.nieuw("LBody"))))
        deel = label_share((naam for naam, _ in blok.rijen), self.opmaak.label, self.breedte)
        return [Raster(rijen, (deel, 1 - deel), Rasterstijl(boven=1, onder=3), na=6)]

    def table(self, blok: Tabel, ouder: Knoop) -> list[Flowable]:
        """A table with its caption, header cells and rows of equal length."""
        aantal = max([len(blok.koppen), *(len(r) for r in blok.rijen)])
        if not aantal:
            return []
        if aantal > _KOLOMMEN:
            return self._rows_as_fields(blok, aantal, ouder)
        tabel = ouder.nieuw("Table")
        o = self.opmaak
        uit: list[Flowable] = []
        if clean_line(blok.bijschrift):
            uit.append(
                Tekst.van(clean_line(blok.bijschrift, _BIJSCHRIFT), o.bijschrift, tabel.nieuw("Caption"))
            )
        rij = tabel.nieuw("TR")
        kop = tuple(
            Tekst.van(clean_line(k, _KOLOMKOP), o.celkop, rij.nieuw("TH", O="/Table", Scope="/Column"))
            for k in fill(blok.koppen, aantal)
        )
        rijen = []
        for cellen in blok.rijen:
            rij = tabel.nieuw("TR")
            rijen.append(tuple(Tekst.van(c, o.cel, rij.nieuw("TD")) for c in fill(cellen, aantal)))
        stijl = Rasterstijl(boven=5, onder=6, opzij=7, lijn=o.lijn, kopvlak=o.accent, om_en_om=o.vlak)
        return [*uit, Raster(rijen, widths(blok, aantal, o.celkop, o.cel, self.breedte), stijl, kop, na=12)]

    def _rows_as_fields(self, blok: Tabel, aantal: int, ouder: Knoop) -> list[Flowable]:
        """A table that is too wide for the page: each row as label and value."""
        uit = self.paragraph(Alinea(clean_line(blok.bijschrift, _BIJSCHRIFT)), ouder)
        for rij in blok.rijen:
            uit += self.fields(
                Velden(tuple(zip(fill(blok.koppen, aantal), fill(rij, aantal), strict=True))), ouder
            )
        return uit

    def frame(self, blok: Kader, ouder: Knoop) -> list[Flowable]:
        """A framed group: its title is a heading one deeper than where it stands."""
        o = self.opmaak
        deel = ouder.nieuw("Sect")
        vorig, breed = self.niveau, self.breedte
        self.niveau = min(6, vorig + 1)
        smal = self.plat or breed < _SMAL
        self.breedte -= 0 if smal else 4 + 2 * RAND
        inhoud: list[Flowable] = []
        if clean_line(blok.titel):
            knoop = deel.nieuw(f"H{self.niveau}")
            inhoud.append(Tekst.van(clean_line(blok.titel, _TITEL), o.kader_titels[blok.toon], knoop))
        else:
            self.niveau = vorig
        inhoud += self.build(blok.blokken, deel)
        # A heading inside may have been higher than where the frame stands: what follows may skip none either.
        self.niveau, self.breedte = min(vorig, self.niveau), breed
        if smal:
            return inhoud
        rand = {
            "vlak": o.ground(blok.toon),
            "balk": o.bar(blok.toon),
            "opzij": RAND,
            "dubbel": blok.toon == "waarschuwing",
        }
        laatste = len(inhoud) - 1
        delen = [
            Ingekaderd(f, Kaderrand(**rand, eerste=n == 0, laatste=n == laatste))
            for n, f in enumerate(inhoud)
        ]
        # A frame inside a frame is part of its row of strips; only the outer one is kept together.
        bijeen = delen and self.breedte == KOLOM and length(blok) < _BIJEEN
        if bijeen:
            for strook in delen:
                strook.keep_whole()
        return list(delen)

    def in_language(self, blok: InTaal, ouder: Knoop) -> list[Flowable]:
        """Blocks in another language: a part of the structure that says which, for who reads it aloud."""
        richting = {"O": "/Layout", "WritingMode": "/RlTb"} if is_right_to_left(blok.taal) else {}
        deel = ouder.nieuw("Div", **richting)
        deel.eigenschappen["Lang"] = pdf_string(tag(blok.taal))
        return self.build(blok.blokken, deel)

    def scale(self, blok: Niveauschaal, ouder: Knoop) -> list[Flowable]:
        """The scale of levels."""
        if not 0 < len(blok.niveaus) <= _NIVEAUS:
            return self.paragraph(Alinea(blok.alternatief), ouder)
        namen = tuple(clean_line(n, _LABEL) for n in blok.niveaus)
        blok = replace(blok, niveaus=namen, alternatief=clean_line(blok.alternatief, _ALTERNATIEF))
        return [Schaal(blok, ouder, self.opmaak)]

    def bars(self, blok: Cijferbalk, ouder: Knoop) -> list[Flowable]:
        """Veiligheidscijfers; more than a page could hold become several figures, each with its own words."""
        c = tuple((clean_line(naam, _NAAM), cijfer) for naam, cijfer in blok.cijfers)
        lang = any(isinstance(naam, Tweetalig) or len(naam) > _LABEL for naam, _ in c)
        bijeen = _BALKEN_BIJEEN // 2 if lang else _BALKEN_BIJEEN  # a figure is never split, so it must fit
        groepen = [c[n : n + bijeen] for n in range(0, len(c), bijeen)]
        if len(groepen) == 1:
            return [Balk(c, clean_line(blok.alternatief, _ALTERNATIEF), ouder, self.opmaak)]
        return [
            Balk(g, "; ".join(f"{naam}: {cijfer}" for naam, cijfer in g), ouder, self.opmaak) for g in groepen
        ]

    def answer_room(self, blok: Invulveld, ouder: Knoop) -> list[Flowable]:
        """A question with room for ink."""
        return answer_room(blok, ouder, self.opmaak)

    def picture(self, blok: Plaatje, ouder: Knoop) -> list[Flowable]:
        """A small picture with a sentence beside it."""
        tekst = Tekst.van(
            clean_line(blok.tekst, _BIJSCHRIFT), self.opmaak.alineas["nadruk"], ouder.nieuw("P")
        )
        return [Plaatjesregel(blok, tekst, ouder, self.opmaak)]

    def genogram(self, blok: Genogram, ouder: Knoop) -> list[Flowable]:
        """Who is what of whom."""
        return [Stamboom(blok, ouder, self.opmaak)] if blok.mensen else []

    def new_page(self, blok: Bladzijde, ouder: Knoop) -> list[Flowable]:
        """What follows begins on a page of its own."""
        return [PageBreak()]

    def trend(self, blok: Verloop, ouder: Knoop) -> list[Flowable]:
        """One line of a trend; more moments than fit beside each other become several figures."""
        if (
            not blok.momenten
            or len(blok.momenten) != len(blok.punten)
            or not 1 < len(blok.merken) <= _NIVEAUS
        ):
            return self.paragraph(Alinea(blok.alternatief), ouder)
        blok = replace(
            blok,
            naam=clean_line(blok.naam, 2 * _LABEL),
            momenten=tuple(clean_line(m, _LABEL) for m in blok.momenten),
            punten=tuple(replace(p, tekst=clean_line(p.tekst, 3 * _LABEL)) for p in blok.punten),
            merken=tuple(replace(m, tekst=clean_line(m.tekst, _LABEL)) for m in blok.merken),
        )
        return [
            Lijnfiguur(deel, clean_line(deel.alternatief, _ALTERNATIEF), ouder, self.opmaak)
            for deel in pieces(blok)
        ]

    def signatures(self, vakken: list[Handtekeningvak], ouder: Knoop) -> list[Flowable]:
        """Places to sign, two on a line. A field name that was used before gets no second field."""
        uit: list[Flowable] = []
        for n in range(0, len(vakken), 2):
            paar = []
            for vak in vakken[n : n + 2]:
                veld = vak.veld if vak.veld and vak.veld not in self.namen else None
                self.namen.add(vak.veld or "")
                titel = Tekst.van(clean_line(vak.bijschrift, 2 * _LABEL), self.opmaak.label, ouder.nieuw("P"))
                plaats = ouder.nieuw("Form") if veld else None
                paar.append((titel, veld, clean_line(_neutral(vak)), plaats))
            uit.append(Handtekening(paar, self.opmaak))
        return uit


def _neutral(vak: Handtekeningvak) -> str:
    """What the field says of itself: its number and a role, never a name."""
    nummer = (vak.veld or "").removeprefix("partij-").partition("-")[0]
    return f"Handtekening {nummer}" + (f", {vak.rol}" if vak.rol else "")


def _introduces(rij: list[Blok], nummer: int) -> bool:
    """Whether this is the short paragraph between a heading and what it introduces: alone it says nothing."""
    blok = rij[nummer]
    if not isinstance(blok, Alinea) or len(blok.tekst) > _INLEIDING or not 0 < nummer < len(rij) - 1:
        return False
    vorig, volgend = rij[nummer - 1], rij[nummer + 1]
    if isinstance(vorig, Kop) and not isinstance(volgend, Alinea | Bladzijde):
        return not _begins_anew(vorig, volgend)
    # what is said before a place to sign is what is signed: all of it stays with the first place
    kop = next((n for n in range(nummer, -1, -1) if not isinstance(rij[n], Alinea)), 0)
    verder = next((b for b in rij[nummer:] if not isinstance(b, Alinea)), None)
    return isinstance(rij[kop], Kop) and isinstance(verder, Handtekeningvak)


def _begins_anew(kop: Blok, volgende: Blok) -> bool:
    """Whether the next heading is no part of this one: the words between are all there is, and introduce nothing."""
    return isinstance(kop, Kop) and isinstance(volgende, Kop) and volgende.niveau <= kop.niveau


_BOUW: dict[type[Any], Callable[[Bouwer, Any, Knoop], list[Flowable]]] = {
    Kop: Bouwer.heading,
    Alinea: Bouwer.paragraph,
    Lijst: Bouwer.list_,
    Velden: Bouwer.fields,
    Tabel: Bouwer.table,
    Kader: Bouwer.frame,
    InTaal: Bouwer.in_language,
    Niveauschaal: Bouwer.scale,
    Cijferbalk: Bouwer.bars,
    Verloop: Bouwer.trend,
    Invulveld: Bouwer.answer_room,
    Genogram: Bouwer.genogram,
    Plaatje: Bouwer.picture,
    Bladzijde: Bouwer.new_page,
}
