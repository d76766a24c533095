"""The file (*bestand*) around the pages: PDF 1.7 with the keys of PDF/A-2a and PDF/UA-1 that reportlab leaves out.

reportlab builds its document and its pages itself; here their classes are replaced by subclasses, per document,
so that nothing of reportlab is changed for other users in the process. What is leaned on is tested.
"""

from __future__ import annotations

from datetime import date
from hashlib import md5
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfdoc

from .structuur import pdf_string
from .xmp import PRODUCENT, xmp

_PROFIEL = Path(__file__).parent / "icc" / "sRGB.icc"


class Stroom(pdfdoc.PDFStream):  # type: ignore[misc]
    """A stream with an end of line before ``endstream``, as PDF/A asks."""

    def format(self, document: Any) -> bytes:
        tekst: bytes = super().format(document)
        kop, _, staart = tekst.rpartition(b"endstream")
        return kop + b"\nendstream" + staart


class Vorm(pdfdoc.PDFFormXObject):  # type: ignore[misc]
    """A form object whose stream also ends on a line of its own; compressed without text encoding."""

    def format(self, document: Any) -> bytes:
        self.compression = 0
        self.Contents = Stroom(None, self.stream, filters=[pdfdoc.PDFZCompress])
        uit: bytes = super().format(document)
        return uit


class Pagina(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page with the keys that tagging needs and without an empty transition."""

    __NoDefault__ = [k for k in pdfdoc.PDFPage.__NoDefault__ if k != "Trans"] + ["StructParents", "Tabs"]

    Contents: Any
    delen: list[str]  # what is drawn, until the number of pages is known

    def check_format(self, document: Any) -> None:
        # A global setting of reportlab would wrap the page in ASCII85, a quarter larger.
        self.Contents = self.Contents or Stroom(None, self.stream, filters=[pdfdoc.PDFZCompress])
        super().check_format(document)


class Catalogus(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """The catalog with an output intent."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012 - zo leest reportlab het
    __Refs__ = __NoDefault__


class Eigenschappen(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The information dictionary: title, neutral maker and date, nothing else."""

    titel = ""
    dag = date(2000, 1, 1)

    def format(self, document: Any) -> bytes:
        moment = f"(D:{self.dag:%Y%m%d}000000Z)"
        waarden = {
            "Title": pdf_string(self.titel),
            "Creator": f"({PRODUCENT})",
            "Producer": f"({PRODUCENT})",
            "CreationDate": moment,
            "ModDate": moment,
        }
        uit: bytes = pdfdoc.PDFDictionary(waarden).format(document)
        return uit


class Bestand(pdfdoc.PDFDocument):  # type: ignore[misc]
    """reportlab's document with our own identity, header and streams."""

    _ID: bytes | None
    betekenis: dict[tuple[str, str], str]  # what a drawn glyph without a code point of its own stands for

    def Reference(self, obj: Any, name: str | None = None) -> Any:
        if type(obj) is pdfdoc.PDFStream:
            obj.__class__ = Stroom
        elif type(obj) is pdfdoc.PDFFormXObject:
            obj.__class__ = Vorm
        return super().Reference(obj, name)

    def ID(self) -> bytes:
        """The file's identifier from its content; without reportlab's advertisement."""
        if not self._ID:
            kenmerk = self.signature.hexdigest().encode()
            self._ID = b"[<" + kenmerk + b"><" + kenmerk + b">]"
        uit: bytes = self._ID
        return uit

    def format(self) -> bytes:
        tekst: bytes = super().format()
        reclame = b"% \x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)\n".replace(
            b"% ", b"%", 1
        )
        # Of equal length, so that every offset in the cross-reference table stays right.
        return tekst.replace(reclame, b"%\x93\x8c\x8b\x9e" + b" " * (len(reclame) - 6) + b"\n", 1)


def adopt(doc: Any, *, titel: str, dag: date, taal: str) -> Bestand:
    """Turn the document that a fresh canvas made into ours."""
    doc.__class__ = Bestand
    doc.betekenis = {}
    oud = doc.Catalog
    catalogus = doc.Catalog = doc._catalog = Catalogus()
    catalogus.Pages, catalogus.Outlines = oud.Pages, oud.Outlines
    catalogus.Lang = pdfdoc.PDFString(taal)
    # The identifier starts from nothing: reportlab's start depends on the environment (SOURCE_DATE_EPOCH).
    doc.signature = md5(usedforsecurity=False)
    doc.info = Eigenschappen()
    doc.info.titel, doc.info.dag = titel, dag
    doc.updateSignature(titel + dag.isoformat())
    return doc  # type: ignore[no-any-return]


def finish(doc: Any, boomwortel: Any, velden: list[str], *, titel: str, dag: date, taal: str) -> None:
    """The last keys of the catalog: structure, metadata, colours, viewer preferences and the form."""
    catalogus = doc.Catalog
    catalogus.StructTreeRoot = boomwortel
    catalogus.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalogus.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    catalogus.Metadata = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), xmp(titel, dag, taal)
    )
    profiel = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"N": 3}), _PROFIEL.read_bytes(), filters=[pdfdoc.PDFZCompress]
    )
    intentie = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": "(sRGB)",
        "Info": "(sRGB)",
        "DestOutputProfile": doc.Reference(profiel, "sRGB"),
    }
    catalogus.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intentie)])
    if velden:
        formulier = {"Fields": pdfdoc.PDFArray([pdfdoc.PDFObjectReference(v) for v in velden]), "SigFlags": 1}
        catalogus.AcroForm = pdfdoc.PDFDictionary(formulier)
