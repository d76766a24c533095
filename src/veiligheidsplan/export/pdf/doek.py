"""The canvas (*doek*) that tags what is drawn on it: content of a node, or an artifact that no one reads aloud."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from io import BytesIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from ...plan.document import Beeld
from .bestand import Pagina, Stroom, adopt, finish
from .lettertype import GEWOON, font, register
from .structuur import Boom, Knoop, pdf_string
from .structuur_schrijven import Schrijver


class _Later(str):
    """A piece of a page with a number that is known only when all is drawn: of all pages, or of one heading's page."""

    PLAATS = "000"
    sleutel: str

    @classmethod
    def van(cls, code: str, sleutel: str) -> _Later:
        """*code*, in which ``PLAATS`` will be the number of *sleutel*."""
        deel = cls(code)
        deel.sleutel = sleutel
        return deel

    def filled(self, nummers: dict[str, int]) -> str:
        """With the number in its place."""
        return self.replace(f"{self.PLAATS})", f"{nummers[self.sleutel]})")


_TOTAAL = ""


class Doek(Canvas):  # type: ignore[misc]
    """One document being drawn. ``save_bytes`` is the only way out."""

    def __init__(
        self,
        boom: Boom,
        *,
        titel: str,
        dag: date,
        taal: str,
        formaat: tuple[float, float],
        letter: str = GEWOON,
    ) -> None:
        register()
        self.letter = letter
        super().__init__(
            BytesIO(),
            pagesize=formaat,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=letter,
            pageCompression=1,
        )
        self.boom = boom
        self.titel, self.dag, self.taal = titel, dag, taal
        self.velden: list[str] = []
        self._bladen: list[Pagina] = []
        self._nummers: dict[str, int] = {}
        self._diepte = 0
        self._niveau = -1
        adopt(self._doc, titel=titel, dag=dag, taal=taal)

    @contextmanager
    def content(self, knoop: Knoop) -> Iterator[None]:
        """What is drawn inside is content of *knoop*. Inside an artifact it stays an artifact."""
        if self._diepte:
            yield
            return
        nummer = self.boom.add_content(knoop, self._doc.thisPageName())
        self._code.append(f"/{knoop.soort} <</MCID {nummer}>> BDC")
        self._diepte += 1
        yield
        self._diepte -= 1
        self._code.append("EMC")

    @contextmanager
    def artifact(self, soort: str = "Layout", deel: str | None = None) -> Iterator[None]:
        """What is drawn inside is decoration, or a header or footer (``Pagination`` with ``Header``/``Footer``)."""
        if self._diepte:
            yield
            return
        extra = f" /Subtype /{deel}" if deel else ""
        self._code.append(f"/Artifact <</Type /{soort}{extra}>> BDC")
        self._diepte += 1
        yield
        self._diepte -= 1
        self._code.append("EMC")

    def signature_field(
        self, naam: str, uitleg: str, vak: tuple[float, float, float, float], knoop: Knoop
    ) -> None:
        """An empty signature field called *naam* at *vak* (x, y, width, height here and now on the page)."""
        x, y, b, h = vak
        x0, y0 = self.absolutePosition(x, y)
        intern = self._doc.annotationName(naam)
        self.boom.add_object(knoop, self._doc.thisPageName(), intern)
        leeg = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary(
                {"Type": "/XObject", "Subtype": "/Form", "BBox": pdfdoc.PDFArray([0, 0, b, h])}
            ),
            b" ",
        )
        widget = {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Sig",
            "T": pdf_string(naam),
            "TU": pdf_string(uitleg),
            "F": 4,
            "Rect": pdfdoc.PDFArray([x0, y0, x0 + b, y0 + h]),
            "P": self._doc.thisPageRef(),
            "StructParent": self.boom.object_key(intern),
            "AP": pdfdoc.PDFDictionary({"N": self._doc.Reference(leeg, f"Leeg.{naam}")}),
        }
        self._addAnnotation(pdfdoc.PDFDictionary(widget), name=naam)
        self.velden.append(intern)

    def picture(self, beeld: Beeld, breedte: float, hoogte: float) -> None:
        """The pixels of *beeld* in the box (0, 0) to (breedte, hoogte); in the file once, however often it is drawn."""
        naam = "beeld" + sha256(beeld.rgb).hexdigest()[:16]
        intern = self._doc.getXObjectName(naam)
        if intern not in self._doc.idToObject:
            sleutels = {
                "Type": "/XObject",
                "Subtype": "/Image",
                "Width": beeld.breedte,
                "Height": beeld.hoogte,
                "ColorSpace": "/DeviceRGB",
                "BitsPerComponent": 8,
            }
            stroom = Stroom(pdfdoc.PDFDictionary(sleutels), beeld.rgb, filters=[pdfdoc.PDFZCompress])
            self._doc.Reference(stroom, intern)
        self._formsinuse.append(naam)
        self.saveState()
        self.scale(breedte, hoogte)
        self._code.append(f"/{intern} Do")
        self.restoreState()

    def bookmark(self, titel: str, niveau: int, sleutel: str, hoogte: float) -> None:
        """A bookmark to here; a level is never more than one deeper than the one before."""
        self._niveau = min(niveau, self._niveau + 1)
        self._nummers[sleutel] = self.getPageNumber()
        self.bookmarkHorizontal(sleutel, 0, hoogte + 8)
        self.addOutlineEntry(titel, sleutel, self._niveau)

    def total_pages(self, x: float, y: float, voor: str, grootte: float) -> None:
        """Draw *voor* and after it, from *x*, the number of pages; it is filled in when all are drawn."""
        self.setFont(self.letter, grootte)
        self.drawString(x - self.stringWidth(voor, self.letter, grootte), y, voor + _Later.PLAATS)
        # The digits of this font keep their ASCII codes, so they can be written straight into the page.
        self._code[-1] = _Later.van(self._code[-1], _TOTAAL)

    def page_of(self, x: float, y: float, sleutel: str, grootte: float) -> None:
        """Draw from *x* the number of the page where *sleutel* is; the space before it parts it from a title."""
        self.setFont(self.letter, grootte)
        self.drawString(x - self.stringWidth(" ", self.letter, grootte), y, " " + _Later.PLAATS)
        self._code[-1] = _Later.van(self._code[-1], sleutel)

    def link(self, sleutel: str, uitleg: str, vak: tuple[float, float, float, float], knoop: Knoop) -> None:
        """A link over *vak* (x, y, width, height) to the bookmark called *sleutel*: inside this document only."""
        x, y, b, h = vak
        x0, y0 = self.absolutePosition(x, y)
        naam = f"naar.{sleutel}"
        intern = self._doc.annotationName(naam)
        self.boom.add_object(knoop, self._doc.thisPageName(), intern)
        koppeling = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "F": 4,
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "Rect": pdfdoc.PDFArray([x0, y0, x0 + b, y0 + h]),
            "P": self._doc.thisPageRef(),
            "Contents": pdf_string(uitleg),
            "Dest": self._bookmarkReference(sleutel),
            "StructParent": self.boom.object_key(intern),
        }
        self._addAnnotation(pdfdoc.PDFDictionary(koppeling), name=naam)

    @contextmanager
    def span(self, *, taal: str = "", werkelijk: str = "") -> Iterator[None]:
        """Inside content: what is drawn here is in language *taal*, or stands for the text *werkelijk* (shaped)."""
        waarden = {
            "Lang": pdf_string(taal) if taal else "",
            "ActualText": pdf_string(werkelijk) if werkelijk else "",
        }
        self._code.append("/Span <<" + " ".join(f"/{s} {w}" for s, w in waarden.items() if w) + ">> BDC")
        yield
        self._code.append("EMC")

    def glyph(self, naam: str, glyf: int, betekenis: str) -> str:
        """The character that draws glyph number *glyf* of font *naam*; it is copied as *betekenis*."""
        teken = font(naam).glyph_code(glyf)
        self._doc.betekenis.setdefault((naam, teken), betekenis)
        return teken

    def showPage(self) -> None:
        """Close the page with our own page object (reportlab's leaves out the keys of tagging)."""
        naam = self._doc.thisPageName()
        self.boom.paginas.setdefault(naam, [])
        bladzij = Pagina()
        bladzij.pagewidth, bladzij.pageheight = self._pagesize
        bladzij.setCompression(1)
        bladzij.StructParents = self.boom.page_key(naam)
        bladzij.Tabs = "/S"
        bladzij.delen = [self._preamble, *self._code, " "]
        self._bladen.append(bladzij)
        for zet in (self._setColorSpace, self._setExtGState, self._setXObjects, self._setShadingUsed):
            zet(bladzij)
        self._setAnnotations(bladzij)
        self._doc.addPage(bladzij)
        self._startPage()

    def save(self) -> None:
        """platypus calls this when all is drawn; the bytes are taken by :meth:`save_bytes`."""
        if self._code:
            self.showPage()

    def save_bytes(self) -> bytes:
        """The finished file."""
        nummers = {_TOTAAL: len(self._bladen)} | self._nummers
        for bladzij in self._bladen:
            delen = (d.filled(nummers) if isinstance(d, _Later) else d for d in bladzij.delen)
            bladzij.setStream(list(delen))
            self._doc.updateSignature(bladzij.stream)
        wortel = Schrijver(self.boom, self._doc).write()
        finish(self._doc, wortel, self.velden, titel=self.titel, dag=self.dag, taal=self.taal)
        uit: bytes = self._doc.GetPDFData(self)
        return uit
