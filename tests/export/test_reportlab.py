"""Waar wij in reportlab op leunen zonder dat het beloofd is: verandert het daar, dan zegt deze test wat."""

from __future__ import annotations

import inspect
from importlib.metadata import version

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import KeepTogether, Paragraph
from reportlab.platypus.paraparser import ParaFrag

from tests.export.voorbeeld import document
from veiligheidsplan.export import render


def test_de_versie_is_die_waarop_dit_is_nagezien() -> None:
    """Een nieuwe tweede versie kan alles hieronder veranderen: eerst lezen, dan verhogen."""
    assert version("reportlab").split(".")[:2] == ["5", "1"]


@pytest.mark.parametrize(
    ("waar", "namen"),
    [
        (pdfdoc.PDFPage, ("__NoDefault__", "check_format", "setStream", "setCompression")),
        (pdfdoc.PDFCatalog, ("__NoDefault__", "__Refs__")),
        (pdfdoc.PDFDocument, ("Reference", "ID", "format", "GetPDFData", "updateSignature", "thisPageName",
                              "thisPageRef", "annotationName", "getXObjectName", "addPage")),
        (pdfdoc.PDFStream, ("format",)),
        (pdfdoc.PDFFormXObject, ("format",)),
        (pdfdoc.PDFInfo, ("format",)),
        (Canvas, ("_setColorSpace", "_setExtGState", "_setXObjects", "_setShadingUsed", "_setAnnotations", "_startPage",
                  "_addAnnotation", "absolutePosition", "bookmarkHorizontal", "addOutlineEntry")),
        (ttfonts.TTFont, ("addObjects", "State")),
        (ttfonts.TTFontFace, ("addSubsetObjects",)),
        (Paragraph, ("split", "draw", "wrap", "breakLines")),
        (KeepTogether, ("split",)),
    ],
)  # fmt: skip
def test_wat_wij_overnemen_of_aanroepen_is_er_nog(waar: type, namen: tuple[str, ...]) -> None:
    """Elke naam die wij uitbreiden of gebruiken en die niet in de handleiding staat."""
    assert [n for n in namen if not hasattr(waar, n)] == []


def test_een_doek_heeft_zijn_tekening_en_zijn_document() -> None:
    """De lijst met opdrachten, het begin van een blad, het document en de bestemmingen."""
    doek = Canvas("x.pdf")
    for naam in ("_code", "_preamble", "_doc", "_destinations", "_formsinuse", "_pagesize"):
        assert hasattr(doek, naam), naam
    assert isinstance(doek._code, list)
    assert {"idToObject", "idToObjectNumberAndVersion", "signature", "_ID", "delayedFonts"} <= set(
        vars(doek._doc)
    )


def test_een_alinea_van_losse_stukken_breekt_in_regels_van_de_twee_bekende_vormen() -> None:
    """Eén lettertype: (ruimte, woorden); meer: een regel met stukken tekst. Zo weten wij waar een spatie hoort."""
    stijl = ParagraphStyle("a", fontName="Helvetica")

    def deel(tekst: str, font: str) -> ParaFrag:
        return ParaFrag(
            text=tekst, fontName=font, fontSize=10, textColor=stijl.textColor, rise=0, greek=0, bold=0, italic=0,
            link=[], us_lines=[], __tag__="para",
        )  # fmt: skip

    een = Paragraph(None, stijl, frags=[deel("aap noot mies", "Helvetica")])
    een.wrap(30, 900)
    assert een.blPara.kind == 0
    assert [regel[1] for regel in een.blPara.lines] == [["aap"], ["noot"], ["mies"]]
    twee = Paragraph(None, stijl, frags=[deel("aap ", "Helvetica"), deel("noot mies", "Courier")])
    twee.wrap(40, 900)
    assert twee.blPara.kind == 1
    assert (
        "".join(w.text for regel in twee.blPara.lines for w in regel.words).replace(" ", "") == "aapnootmies"
    )


def test_de_letters_van_een_document_staan_in_delen_met_hun_codes() -> None:
    """Code 32 blijft de spatie en een cijfer zijn eigen code: daarop rusten regeleinde en aantal bladen."""
    staat = inspect.signature(ttfonts.TTFont.State.__init__)
    assert "asciiReadable" in staat.parameters
    font = ttfonts.TTFont("proef", str(_font()), shapable=False)
    doc = pdfdoc.PDFDocument()
    assert font.splitString("a 7é", doc) == [(0, b"a 7\x01")]
    assert font.state[doc].subsets[0][1] == ord("é")


def _font() -> object:
    from veiligheidsplan.export.pdf import lettertype

    return lettertype._MAP / "NotoSans-Regular.ttf"


def test_de_klassen_van_een_ander_in_hetzelfde_proces_blijven_zoals_zij_waren() -> None:
    """Wij vervangen per document: wie hier ook reportlab gebruikt, merkt niets."""
    voor = {
        k: (k.format, k.__dict__.get("__NoDefault__"))
        for k in (pdfdoc.PDFStream, pdfdoc.PDFPage, pdfdoc.PDFCatalog)
    }
    render(document())
    assert {k: (k.format, k.__dict__.get("__NoDefault__")) for k in voor} == voor
