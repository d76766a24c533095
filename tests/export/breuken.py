"""Ways to break a good PDF (*breuken*), each with the words that the inspection must then say.

A breakage of the structure changes objects; of the content, the operators of a page; of the file, its bytes.
"""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.export.keuring import Element, roots

Breuk = Callable[[pikepdf.Pdf], None]


def elements(doc: pikepdf.Pdf) -> list[Element]:
    """Every element in reading order."""
    return [e for wortel in roots(doc) for e in wortel.loop()]


def first(doc: pikepdf.Pdf, soort: str, n: int = 0) -> pikepdf.Object:
    """The object of the n-th element of a kind."""
    return [e.obj for e in elements(doc) if e.soort == soort][n]


def annot(doc: pikepdf.Pdf, n: int = 0) -> pikepdf.Object:
    """The n-th annotation of the document."""
    return [a for blad in doc.pages for a in blad.obj.get("/Annots", [])][n]


def _weg(waar: Callable[[pikepdf.Pdf], pikepdf.Object], sleutel: str) -> Breuk:
    def breek(doc: pikepdf.Pdf) -> None:
        del waar(doc)[sleutel]

    return breek


def _zet(waar: Callable[[pikepdf.Pdf], pikepdf.Object], sleutel: str, waarde: object) -> Breuk:
    def breek(doc: pikepdf.Pdf) -> None:
        waar(doc)[sleutel] = waarde

    return breek


def _soort(soort: str, wordt: str, n: int = 0) -> Breuk:
    return lambda doc: _zet(lambda d: first(d, soort, n), "/S", Name(wordt))(doc)


def _kind(doc: pikepdf.Pdf, ouder: pikepdf.Object, **waarden: object) -> None:
    nieuw = doc.make_indirect(Dictionary(Type=Name.StructElem, P=ouder, **waarden))
    ouder.K = Array([*ouder.K, nieuw])


def _alinea_in_alinea(doc: pikepdf.Pdf) -> None:
    boven, onder = first(doc, "P", 4), first(doc, "P", 5)
    ouder = onder.P
    ouder.K = Array([k for k in ouder.K if k.objgen != onder.objgen])
    boven.K = Array([*boven.K, onder])
    onder.P = boven


def _cel_te_veel(doc: pikepdf.Pdf) -> None:
    rij = first(doc, "TR", 3)
    _kind(doc, rij, S=Name.TD, K=Array())


def _bijschrift_midden(doc: pikepdf.Pdf) -> None:
    tabel = first(doc, "Table")
    kinderen = list(tabel.K)
    tabel.K = Array([*kinderen[1:4], kinderen[0], *kinderen[4:]])


def _kop_uit_tabel(doc: pikepdf.Pdf) -> None:
    for kop in [e.obj for e in elements(doc) if e.soort == "TH"]:
        kop.S = Name.TD


def _tweede_h1(doc: pikepdf.Pdf) -> None:
    first(doc, "H2").S = Name.H1


def _ouders_verwisseld(doc: pikepdf.Pdf) -> None:
    rij = doc.Root.StructTreeRoot.ParentTree.Nums[1]
    rij[4], rij[5] = rij[5], rij[4]


def _ouders_te_veel(doc: pikepdf.Pdf) -> None:
    boom = doc.Root.StructTreeRoot.ParentTree
    boom.Nums = Array([*boom.Nums, 2_000_000, first(doc, "P")])
    doc.Root.StructTreeRoot.ParentTreeNextKey = 2_000_001


def _naar_een_ander_veld(doc: pikepdf.Pdf) -> None:
    first(doc, "Form").K.Obj = annot(doc, 1)


def _zonder_objr(doc: pikepdf.Pdf) -> None:
    first(doc, "Form").K = Array()


def _veld_op_ander_blad(doc: pikepdf.Pdf) -> None:
    first(doc, "Form").K.Pg = doc.pages[0].obj


def _rol_in_kring(doc: pikepdf.Pdf) -> None:
    doc.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.Div)


def _twee_keer_in_de_boom(doc: pikepdf.Pdf) -> None:
    a, b = first(doc, "P", 1), first(doc, "P", 2)
    b.K = Array([*b.K, *a.K])


def _font(doc: pikepdf.Pdf) -> pikepdf.Object:
    return doc.pages[0].Resources.Font["/F1+0"]


def _betekenis(van: bytes, naar: bytes) -> Breuk:
    def breek(doc: pikepdf.Pdf) -> None:
        font = _font(doc)
        oud = font.ToUnicode.read_bytes()
        assert van in oud
        font.ToUnicode = doc.make_stream(oud.replace(van, naar))

    return breek


def _breedte(doc: pikepdf.Pdf) -> None:
    _font(doc).Widths[ord("e")] = 999


def _honderd(doc: pikepdf.Pdf) -> None:
    font = _font(doc)
    regels = b"\n".join(b"<%02X> <%04X>" % (n, n) for n in range(1, 128))
    font.ToUnicode = doc.make_stream(b"127 beginbfchar\n" + regels + b"\nendbfchar")


def _titel_anders(doc: pikepdf.Pdf) -> None:
    doc.docinfo["/Title"] = "Een andere titel"


def _metadata(van: bytes, naar: bytes) -> Breuk:
    def breek(doc: pikepdf.Pdf) -> None:
        oud = doc.Root.Metadata.read_bytes()
        assert van in oud
        nieuw = doc.make_stream(oud.replace(van, naar))
        nieuw.Type, nieuw.Subtype = Name.Metadata, Name.XML
        doc.Root.Metadata = nieuw

    return breek


def _bladwijzer(doc: pikepdf.Pdf) -> None:
    del doc.Root.Outlines.First["/Title"]


def _bladwijzer_naar_niets(doc: pikepdf.Pdf) -> None:
    doc.Root.Outlines.First.Dest = Array([doc.Root, Name.Fit])


def _inhoud(van: bytes, naar: bytes, blad: int = 0) -> Breuk:
    """Replace the first *van* in the operators of a page."""

    def breek(doc: pikepdf.Pdf) -> None:
        oud = doc.pages[blad].Contents.read_bytes()
        assert van in oud, oud[:2000]
        doc.pages[blad].Contents = doc.make_stream(oud.replace(van, naar, 1))

    return breek


def _erbij(stroom: bytes) -> Breuk:
    return lambda doc: doc.pages[0].contents_add(stroom)


def _toestand(doc: pikepdf.Pdf) -> None:
    doc.pages[0].Resources.ExtGState = Dictionary(G1=Dictionary(ca=0.5))
    _inhoud(b"/H1 <</MCID 1>> BDC", b"/H1 <</MCID 1>> BDC /G1 gs")(doc)


def _eigen_teken(doc: pikepdf.Pdf) -> None:
    _betekenis(b"<65> <0065>", b"<65> <E001>")(doc)


def _leeg_figuur(doc: pikepdf.Pdf) -> None:
    first(doc, "Figure").Alt = String("  ")


def _bestand_in_bestand(doc: pikepdf.Pdf) -> None:
    doc.attachments["a.txt"] = b"x"


def _script(doc: pikepdf.Pdf) -> None:
    doc.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _koppeling(doc: pikepdf.Pdf) -> None:
    doc.pages[0].obj.Annots = Array(
        [doc.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, F=4, Rect=Array([0, 0, 9, 9])))]
    )


def _root(doc: pikepdf.Pdf) -> pikepdf.Object:
    return doc.Root


P4 = b"/P <</MCID 4>> BDC"
BREUKEN: dict[str, tuple[Breuk, str]] = {
    "geen taal": (_weg(_root, "/Lang"), "geen taal"),
    "taal is geen taal": (_zet(_root, "/Lang", String("Nederlands!")), "geen taal"),
    "taal van een element is geen taal": (
        _zet(lambda d: first(d, "P"), "/Lang", String("?")),
        "een taal die geen taal is",
    ),
    "geen structuurboom": (_weg(_root, "/StructTreeRoot"), "geen structuur"),
    "niet gemerkt": (_weg(_root, "/MarkInfo"), "niet gemerkt"),
    "verdacht": (_zet(lambda d: d.Root.MarkInfo, "/Suspects", True), "niet gemerkt"),
    "titel niet getoond": (_weg(_root, "/ViewerPreferences"), "titel wordt niet getoond"),
    "geen metadata": (_weg(_root, "/Metadata"), "geen metadata"),
    "metadata zonder PDF/UA": (_metadata(b"pdfuaid:part>1<", b"pdfuaid:part>9<"), "noemt PDF/UA-1 niet"),
    "metadata zonder PDF/A": (_metadata(b"<pdfaid:conformance>A</pdfaid:conformance>", b""), "noemt PDF/A-2a niet"),
    "metadata zonder titel": (_metadata(b"Veiligheidsplan</rdf:li>", b"</rdf:li>"), "metadata zonder titel"),
    "metadata zonder uitleg van PDF/UA": (_metadata(b"<pdfaSchema:namespaceURI>", b"<pdfaSchema:x>"), "metadata"),
    "andere titel in eigenschappen": (_titel_anders, "verschillen: titel"),
    "andere dag in metadata": (
        _metadata(b"CreateDate>2026-12-07", b"CreateDate>2026-12-08"),
        "verschillen: dag van maken",
    ),
    "geen kleurprofiel": (_weg(_root, "/OutputIntents"), "geen kleurprofiel"),
    "profiel van vier kleuren": (
        _zet(lambda d: d.Root.OutputIntents[0].DestOutputProfile, "/N", 4),
        "kleurprofiel klopt niet",
    ),
    "figuur zonder alternatief": (_weg(lambda d: first(d, "Figure"), "/Alt"), "figuur zonder alternatief"),
    "figuur met leeg alternatief": (_leeg_figuur, "figuur zonder alternatief"),
    "figuur zonder vak": (_weg(lambda d: first(d, "Figure"), "/A"), "figuur zonder vak"),
    "kolomkop zonder bereik": (_weg(lambda d: first(d, "TH"), "/A"), "kop van een tabel zonder bereik"),
    "tabel zonder kop": (_kop_uit_tabel, "tabel zonder kop"),
    "cel te veel in een rij": (_cel_te_veel, "rijen van een tabel niet even lang"),
    "bijschrift midden in een tabel": (_bijschrift_midden, "bijschrift niet aan begin of einde"),
    "rij buiten tabel": (_soort("Table", "/Div"), "TR in Div"),
    "cel buiten rij": (_soort("TR", "/Div", 2), "TD in Div"),
    "alinea als rij": (_soort("TR", "/P", 2), "P in Table"),
    "punt buiten lijst": (_soort("L", "/Div"), "LI in Div"),
    "label buiten punt": (_soort("LI", "/Div"), "Lbl in Div"),
    "punt zonder inhoud": (_soort("LBody", "/Lbl"), "punt van een lijst is niet label en inhoud"),
    "lijst zonder nummering": (_weg(lambda d: first(d, "L"), "/A"), "lijst zonder soort van nummering"),
    "alinea in alinea": (_alinea_in_alinea, "P in P"),
    "kop overgeslagen": (_soort("H2", "/H5"), "H5 na H1"),
    "geen H1": (_soort("H1", "/P"), "niet precies één H1"),
    "tweede H1": (_tweede_h1, "niet precies één H1"),
    "kop zonder nummer": (_soort("H2", "/H"), "koppen met en zonder nummer"),
    "onbekende soort": (_soort("P", "/Tekst"), "onbekende soort Tekst"),
    "gewone soort met een andere rol": (_rol_in_kring, "gewone soort P krijgt een andere rol"),
    "alinea zonder inhoud": (_zet(lambda d: first(d, "P"), "/K", Array()), "P zonder inhoud"),
    "inhoud van een ander": (_zet(lambda d: first(d, "P"), "/K", Array([3])), "heeft 2 plaatsen"),
    "inhoud op twee plaatsen": (_twee_keer_in_de_boom, "heeft 2 plaatsen"),
    "inhoud die er niet is": (_zet(lambda d: first(d, "P"), "/K", Array([0, 777])), "wijst naar inhoud 777"),
    "inhoud terug op een eerder blad": (
        _zet(lambda d: first(d, "P"), "/K", Array([2, 0])),
        "inhoud niet op volgorde",
    ),
    "andere ouder in het element": (
        _zet(lambda d: first(d, "P", 3), "/P", Dictionary()),
        "wijst naar een andere ouder",
    ),
    "bladzij zonder ouders": (_weg(lambda d: d.pages[0].obj, "/StructParents"), "geen ouders"),
    "bladzij met ouders van een ander": (_zet(lambda d: d.pages[0].obj, "/StructParents", 1), "ouder"),
    "ouders verwisseld": (_ouders_verwisseld, "ouder van inhoud 4"),
    "ouders van niets": (_ouders_te_veel, "van niets"),
    "geen boom van ouders": (_weg(lambda d: d.Root.StructTreeRoot, "/ParentTree"), "geen boom van ouders"),
    "volgend nummer te laag": (_zet(lambda d: d.Root.StructTreeRoot, "/ParentTreeNextKey", 3), "volgend nummer"),
    "volgorde van velden": (_weg(lambda d: d.pages[0].obj, "/Tabs"), "volgorde van velden"),
    "veld zonder naam": (_weg(annot, "/TU"), "veld zonder naam"),
    "veld zonder ouder": (_weg(annot, "/StructParent"), "veld zonder ouder"),
    "veld niet als formulier": (_soort("Form", "/P"), "veld niet in de structuur"),
    "veld zonder verwijzing": (_zonder_objr, "Form zonder /Widget"),
    "verwijzing naar een ander veld": (_naar_een_ander_veld, "veld niet in de structuur"),
    "verwijzing met een ander blad": (_veld_op_ander_blad, "veld op een ander blad"),
    "veld zonder tekening": (_weg(annot, "/AP"), "veld zonder tekening"),
    "veld niet geprint": (_zet(annot, "/F", 0), "niet geprint"),
    "formulier tekent zelf": (_zet(lambda d: d.Root.AcroForm, "/NeedAppearances", True), "wil zelf tekenen"),
    "koppeling buiten de structuur": (_koppeling, "veld niet in de structuur als Link"),
    "koppeling zonder woorden": (_koppeling, "koppeling zonder woorden"),
    "script bij het openen": (_script, "JavaScript"),
    "bestand in het bestand": (_bestand_in_bestand, "EmbeddedFiles"),
    "lege overgang": (_zet(lambda d: d.pages[0].obj, "/Trans", Dictionary()), "met /Trans"),
    "tekst te lang": (_zet(lambda d: first(d, "Figure"), "/Alt", String("x" * 40000)), "tekst te lang"),
    "bladwijzer zonder titel": (_bladwijzer, "bladwijzer zonder titel"),
    "bladwijzer naar niets": (_bladwijzer_naar_niets, "bladwijzer naar niets"),
    "lettertype niet ingesloten": (_weg(lambda d: _font(d).FontDescriptor, "/FontFile2"), "niet ingesloten"),
    "lettertype zonder betekenis": (_weg(_font, "/ToUnicode"), "zonder betekenis"),
    "lettertype met codering": (_zet(_font, "/Encoding", Name.WinAnsiEncoding), "codering"),
    "Helvetica erbij": (
        _zet(
            lambda d: d.pages[0].Resources.Font, "/Helv",
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica),
        ),
        "Helvetica",
    ),
    "een letter zonder betekenis": (_betekenis(b"<65> <0065>\n", b""), "geen betekenis"),
    "een letter met betekenis nul": (_betekenis(b"<65> <0065>", b"<65> <0000>"), "geen betekenis"),
    "een letter met betekenis FEFF": (_betekenis(b"<65> <0065>", b"<65> <FEFF>"), "geen betekenis"),
    "een letter zonder gewone betekenis": (_eigen_teken, "eigen teken zonder werkelijke tekst"),
    "meer dan honderd betekenissen": (_honderd, "meer dan honderd"),
    "breedte van een letter": (_breedte, "breedte"),
    "teken dat er niet is": (_inhoud(b"(Veiligheidsplan)", b"(Veiligheids\\020plan)"), "geen teken om te tekenen"),
    "getekend buiten alles": (_erbij(b"0 0 10 10 re f"), "f buiten alle inhoud"),
    "tekst buiten alles": (_erbij(b"BT /F1+0 9 Tf (x) Tj ET"), "Tj buiten alle inhoud"),
    "inhoud zonder eigenaar": (_erbij(b"/P <</MCID 999>> BDC 0 0 1 1 re f EMC"), "aantal ouders"),
    "merk zonder einde": (_erbij(b"/Artifact BMC"), "merken niet gesloten"),
    "einde zonder merk": (_erbij(b"EMC"), "EMC zonder begin"),
    "nummer tweemaal op een blad": (_inhoud(b"<</MCID 2>>", b"<</MCID 1>>"), "inhoud 1 tweemaal"),
    "versiering in een alinea": (_inhoud(P4, P4 + b" /Artifact BMC EMC"), "versiering in inhoud"),
    "alinea in versiering": (_inhoud(P4, b"/Artifact BMC " + P4 + b" EMC"), "inhoud in versiering"),
    "inhoud in inhoud": (_inhoud(P4, P4 + b" /P <</MCID 555>> BDC EMC"), "inhoud in inhoud"),
    "merk zonder nummer": (_inhoud(P4, P4 + b" /P BMC EMC"), "merk /P zonder nummer"),
    "merk met een andere naam": (_inhoud(P4, b"/H3 <</MCID 4>> BDC"), "heet /H3 en staat in P"),
    "merk half in een tekst": (
        _inhoud(b"BT 1 0 0 1 0 6 Tm", b"/Span BMC BT EMC 1 0 0 1 0 6 Tm"),
        "over de grens van een tekst",
    ),
    "q zonder Q": (_erbij(b"q"), "q en Q niet in evenwicht"),
    "Q zonder q": (_erbij(b"Q"), "Q zonder q"),
    "q te diep": (_erbij(b"q " * 30 + b"Q " * 30), "q te diep"),
    "tekst niet gesloten": (_erbij(b"BT"), "tekst niet gesloten"),
    "kleur voor de drukker": (_erbij(b"0 0 0 1 k"), "kleur k buiten het profiel"),
    "doorschijnend": (_toestand, "doorschijnend"),
    "onzichtbare tekst": (_inhoud(P4, P4 + b" 3 Tr"), "onzichtbare tekst"),
    "lettertype dat er niet is": (_inhoud(b"/F2+0 25 Tf", b"/F9+0 25 Tf"), "niet bij de bronnen"),
    "onbekende opdracht": (_erbij(b"BX (x) zomaar EX"), "hoort hier niet"),
}  # fmt: skip

# In the bytes as we wrote them: (what, with what, the words of the inspection).
BYTES: dict[str, tuple[bytes, bytes, str]] = {
    "kopregel zonder vreemde tekens": (b"%\x93\x8c\x8b\x9e", b"%abcd", "kopregel"),
    "einde van een stroom tegen de inhoud aan": (b"\nendstream", b"\x00endstream", "einde van een stroom"),
    "staart achter het einde": (b"%%EOF\n", b"%%EOF\nmeer", "einde van het bestand"),
    "plaats van een object": (b"0000000073 00000 n", b"0000000074 00000 n", "plaats van een object"),
    "geen kenmerk": (b"/ID [", b"/IE [", "geen kenmerk"),
    "half hexadecimaal teken": (b"<FEFF", b"<FEF ", "half teken"),
    "reclame": (b"%\x93\x8c\x8b\x9e          ", b"%\x93\x8c\x8b\x9eReportLab ", "reclame"),
}
