"""De gepubliceerde aanvallen op getekende PDF's, elk bij haar naam, op een plan van dit programma.

ISA, SWA en USF: Mladenov e.a., «1 Trillion Dollar Refund» (CCS 2019). Shadow attacks: Mainka e.a. (NDSS 2021).
EAA en SSA: Mainka e.a., «Breaking the Specification: PDF Certification» (S&P 2021).
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields

from tests.signing import bijwerken as bij
from tests.signing.aanvaller import sign_raw
from tests.signing.plan import NU, UUR, WACHTZIN, een, identiteit, leeg, twee
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.signing.revisies import changes
from veiligheidsplan.signing.sign import Toevoeger, sign
from veiligheidsplan.signing.verify import verify

Aanval = Callable[[], bytes]
VALS = b"BT /F1 18 Tf 72 500 Td (Kees mag gewoon thuis slapen.) Tj ET"
AANVALLEN: dict[str, Aanval] = {}


def attack(naam: str) -> Callable[[Aanval], Aanval]:
    """Register an attack under the name by which it is published or known."""

    def keep(maak: Aanval) -> Aanval:
        assert naam not in AANVALLEN
        AANVALLEN[naam] = maak
        return maak

    return keep


def other_page(pdf: bytes) -> dict[int, bytes]:
    """The first page with other text on it."""
    nieuw, bladzij = bij.size(pdf), bij.page(pdf)
    return {
        nieuw: bij.stream(VALS),
        bladzij: bij.with_key(bij.unparse(pdf, bladzij), b"Contents", b"%d 0 R" % nieuw),
    }


# --- Incremental Saving Attack -----------------------------------------------------------------------------------


@attack("ISA, volledig: andere tekst, met inhoudsopgave en einde")
def _() -> bytes:
    return bij.update(twee(), other_page(twee()))


@attack("ISA, variant: zonder inhoudsopgave en zonder einde")
def _() -> bytes:
    return twee() + bij.body(other_page(twee()), len(twee()))[0]


@attack("ISA, variant: met einde, zonder inhoudsopgave")
def _() -> bytes:
    einde = b"trailer\n<</Size %d/Root %d 0 R>>\n%%%%EOF\n" % (bij.size(twee()) + 1, bij.root(twee()))
    return twee() + bij.body(other_page(twee()), len(twee()))[0] + einde


@attack("ISA, variant: einde wijst naar de oude inhoudsopgave")
def _() -> bytes:
    oud = bij.startxref(twee())
    return twee() + bij.body(other_page(twee()), len(twee()))[0] + b"startxref\n%d\n%%%%EOF\n" % oud


@attack("ISA, variant: met een kopie van de handtekening erbij")
def _() -> bytes:
    pdf = twee()
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        nummer = doc.Root.AcroForm.Fields[1].V.objgen[0]
    begin = pdf.rindex(b"%d 0 obj" % nummer)
    kopie = pdf[begin + len(b"%d 0 obj" % nummer) : pdf.index(b"endobj", begin)].strip()
    return bij.update(pdf, {**other_page(pdf), nummer: kopie})


# --- Signature Wrapping Attack -----------------------------------------------------------------------------------


def gap(pdf: bytes) -> tuple[int, int]:
    """Begin and end of what the last signature does not sign."""
    bereik = [int(n) for n in re.findall(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", pdf)[-1]]
    return bereik[0], bereik[1]


@attack("SWA 1: het tweede getekende deel verplaatst, met een nieuwe ByteRange ertussen")
def _() -> bytes:
    pdf = een()
    a, c = gap(pdf)
    voor, gat, na = pdf[:a], pdf[a:c], pdf[c:]
    oud = bij.startxref(pdf)  # de laatste startxref staat in het verplaatste deel en wijst hierheen
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        nummer = doc.Root.AcroForm.Fields[0].V.objgen[0]
    vals = other_page(pdf)

    rest = {
        n: p for n, p in bij.entries(pdf, oud).items() if n != nummer
    }  # wat voor het gat staat, blijft staan
    eerder = bij.startxref(leeg())

    def middle(begin: int) -> bytes:
        handtekening = (
            b"<</Type /Sig/Filter /Adobe.PPKLite/SubFilter /ETSI.CAdES.detached/ByteRange [0 %d %d %d]/Contents %s>>"
            % (a, begin, len(na), gat)
        )
        nieuw = {**vals, nummer: handtekening}
        einde = b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (bij.size(pdf) + 1, bij.root(pdf), eerder)
        lengte = len(bij.table({**rest, **dict.fromkeys(nieuw, 0)})) + len(einde)
        inhoud, plekken = bij.body(nieuw, oud + lengte)
        return b" " * (oud - c) + bij.table({**rest, **plekken}) + einde + inhoud

    lang = len(middle(10**9))
    for _keer in range(3):  # de lengte van het nummer telt mee
        lang = len(middle(c + lang))
    return voor + gat + middle(c + lang) + na


@attack("SWA 2: eigen inhoud in de ruimte van de handtekening zelf")
def _() -> bytes:
    pdf = een()
    a, c = gap(pdf)
    gat = pdf[a:c]
    einde = len(gat.rstrip(b">0")) + 2
    vals = b">" + b"/X (" + VALS + b") /Y <"
    return pdf[:a] + gat[:einde] + vals + gat[einde + len(vals) :] + pdf[c:]


# --- Universal Signature Forgery ---------------------------------------------------------------------------------


def forgery(patroon: bytes, waarde: bytes) -> Aanval:
    """The signature object again, with one of its values replaced, in an update: then nothing needs to fit."""

    def maak() -> bytes:
        pdf = twee()
        with pikepdf.open(io.BytesIO(pdf)) as doc:
            nummer = doc.Root.AcroForm.Fields[1].V.objgen[0]
        begin = pdf.rindex(b"%d 0 obj" % nummer)
        blok = pdf[begin + len(b"%d 0 obj" % nummer) : pdf.index(b"endobj", begin)].strip()
        nieuw, aantal = re.subn(patroon, lambda _: waarde, blok, count=1)
        assert aantal == 1
        return bij.update(pdf, {**other_page(pdf), nummer: nieuw})

    return maak


def forgery_in_place(patroon: bytes, waarde: bytes) -> Aanval:
    """The same in place, padded to the same length."""

    def maak() -> bytes:
        gevonden = list(re.finditer(patroon, twee()))[-1]
        plaats = waarde.ljust(len(gevonden[0]))
        return twee()[: gevonden.start()] + plaats + twee()[gevonden.end() :]

    return maak


USF = {
    "Contents ontbreekt": (rb"/Contents <[0-9a-fA-F]+>", b""),
    "Contents zonder waarde": (rb"/Contents <[0-9a-fA-F]+>", b"/Contents"),
    "Contents null": (rb"/Contents <[0-9a-fA-F]+>", b"/Contents null"),
    "Contents leeg": (rb"/Contents <[0-9a-fA-F]+>", b"/Contents <>"),
    "Contents nul": (rb"/Contents <[0-9a-fA-F]+>", b"/Contents 0"),
    "Contents één nulbyte": (rb"/Contents <[0-9a-fA-F]+>", b"/Contents <00>"),
    "Contents alleen nullen": (rb"/Contents <[0-9a-fA-F]+>", b"/Contents <" + b"00" * 400 + b">"),
    "ByteRange ontbreekt": (rb"/ByteRange \[[^\]]*\]", b""),
    "ByteRange zonder waarde": (rb"/ByteRange \[[^\]]*\]", b"/ByteRange"),
    "ByteRange null": (rb"/ByteRange \[[^\]]*\]", b"/ByteRange null"),
    "ByteRange leeg": (rb"/ByteRange \[[^\]]*\]", b"/ByteRange []"),
    "ByteRange nul": (rb"/ByteRange \[[^\]]*\]", b"/ByteRange [0 0 0 0]"),
    "ByteRange null in de lijst": (rb"/ByteRange \[[^\]]*\]", b"/ByteRange [null null null null]"),
    "ByteRange negatief": (rb"/ByteRange \[[^\]]*\]", b"/ByteRange [0 -1 -1 0]"),
    "ByteRange te groot": (
        rb"/ByteRange \[[^\]]*\]",
        b"/ByteRange [0 99999999999999999999 99999999999999999999 9]",
    ),
    "ByteRange drie getallen": (rb"/ByteRange \[[^\]]*\]", b"/ByteRange [0 10 20]"),
    "ByteRange zes getallen": (rb"/ByteRange \[[^\]]*\]", b"/ByteRange [0 10 20 10 40 10]"),
    "ByteRange tekst": (rb"/ByteRange \[[^\]]*\]", b"/ByteRange (0 10 20 30)"),
    "SubFilter ontbreekt": (rb"/SubFilter /ETSI.CAdES.detached", b""),
    "SubFilter onbekend": (rb"/SubFilter /ETSI.CAdES.detached", b"/SubFilter /x"),
    "Type ontbreekt": (rb"/Type /Sig", b""),
    "Type is een documenttijdstempel": (rb"/Type /Sig", b"/Type /DocTimeStamp"),
}
for _naam, (_patroon, _waarde) in USF.items():
    attack(f"USF, in een update: {_naam}")(forgery(_patroon, _waarde))
    if len(_waarde) < 60:
        attack(f"USF, op de plek zelf: {_naam}")(forgery_in_place(_patroon, _waarde))


# --- Evil Annotation Attack, Sneaky Signature Attack -------------------------------------------------------------


def annotated(blok: bytes) -> bytes:
    """The plan with one more annotation over its first page."""
    pdf = twee()
    nieuw, bladzij = bij.size(pdf), bij.page(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        lijst = doc.pages[0].obj.get("/Annots", pikepdf.Array()).unparse(resolved=True)
    oud = bij.unparse(pdf, bladzij)
    met = bij.with_key(oud, b"Annots", lijst.rstrip()[:-1] + b" %d 0 R ]" % nieuw)
    return bij.update(pdf, {nieuw: blok, bladzij: met})


EAA = {
    "FreeText": (
        b"<</Type/Annot/Subtype/FreeText/Rect[50 50 550 800]/F 4/DA(/Helv 20 Tf 0 g)/Contents(Kees mag thuis)>>"
    ),
    "Stamp": b"<</Type/Annot/Subtype/Stamp/Rect[50 50 550 800]/F 4/Name/Approved>>",
    "Redact": b"<</Type/Annot/Subtype/Redact/Rect[50 50 550 800]/F 4/OverlayText(weg)/Repeat true>>",
    "Square": b"<</Type/Annot/Subtype/Square/Rect[50 50 550 800]/F 4/IC[1 1 1]/C[1 1 1]>>",
    "Link naar een adres": b"<</Type/Annot/Subtype/Link/Rect[50 50 550 800]/A<</S/URI/URI(http://x.invalid/)>>>>",
    "knop": b"<</Type/Annot/Subtype/Widget/FT/Btn/T(x)/Rect[50 50 550 800]/F 4/MK<</BG[1 1 1]>>>>",
}
for _naam, _blok in EAA.items():
    attack(f"EAA: {_naam} over de bladzijde")(lambda blok=_blok: annotated(blok))


@attack("SSA: een nieuwe plek met een eigen handtekening over de tekst")
def _() -> bytes:
    over = fields.SigFieldSpec("partij-9", box=(50, 400, 550, 800), on_page=0)
    return sign_raw(
        twee(), identiteit("Kwaad"), WACHTZIN, veld="partij-9", nu=NU + 2 * UUR, bestaand=False, nieuw=over
    )


@attack("SSA: een nieuwe plek die niet te zien is")
def _() -> bytes:
    over = fields.SigFieldSpec("partij-9")
    return sign_raw(
        twee(), identiteit("Kwaad"), WACHTZIN, veld="partij-9", nu=NU + 2 * UUR, bestaand=False, nieuw=over
    )


@attack("SSA: een vrije plek met een stempel die een ander noemt")
def _() -> bytes:
    vals = ("Digitaal ondertekend door", "De burgemeester", "20 november 2026, 14.05 uur (UTC)")
    return sign_raw(een(), identiteit("Kwaad"), WACHTZIN, veld="partij-2", nu=NU + UUR, stempel=vals)


@attack("SSA: een vrije plek die bij het tekenen groter wordt")
def _() -> bytes:
    pdf = een()
    nummer = bij.field(pdf, 1)
    groot = bij.update(pdf, {nummer: bij.with_key(bij.unparse(pdf, nummer), b"Rect", b"[50 50 550 800]")})
    return sign_raw(groot, identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU + UUR)


def in_one_go(sleutel: str, waarde: generic.PdfObject) -> bytes:
    """Another value in the widget, in the same revision as the signature."""

    def ook(schrijver: Toevoeger) -> None:
        veld = schrijver.root["/AcroForm"]["/Fields"].raw_get(1)
        veld.get_object()[generic.pdf_name(sleutel)] = waarde
        schrijver.mark_update(veld)

    return sign_raw(een(), identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU + UUR, ook=ook)


OVER_ALLES = generic.ArrayObject(map(generic.NumberObject, (50, 50, 550, 800)))
IN_EEN_KEER: dict[str, tuple[str, generic.PdfObject]] = {
    "groter": ("/Rect", OVER_ALLES),
    "verborgen": ("/F", generic.NumberObject(2)),
    "met een andere naam": ("/TU", generic.TextStringObject("De burgemeester")),
    "met een opdracht": ("/AA", generic.DictionaryObject()),
}
for _naam, (_sleutel, _nieuw) in IN_EEN_KEER.items():
    attack(f"SSA: een plek die in één keer met het tekenen verandert: {_naam}")(
        lambda sleutel=_sleutel, nieuw=_nieuw: in_one_go(sleutel, nieuw)
    )


# --- Wat er achter gezet kan worden ------------------------------------------------------------------------------


def catalog(sleutel: bytes, waarde: bytes, **objecten: bytes) -> Aanval:
    """The catalog with one more key."""

    def maak() -> bytes:
        pdf = twee()
        nieuw = bij.size(pdf)
        wortel = bij.with_key(
            bij.unparse(pdf, bij.root(pdf)), sleutel, waarde.replace(b"NIEUW", b"%d 0 R" % nieuw)
        )
        extra = {
            nieuw + n: blok.replace(b"NIEUW", b"%d 0 R" % (nieuw + n + 1))
            for n, blok in enumerate(objecten.values())
        }
        return bij.update(pdf, {bij.root(pdf): wortel, **extra})

    return maak


attack("achteraf: een bijlage")(
    catalog(
        b"Names",
        b"<</EmbeddedFiles<</Names[(a.txt) NIEUW]>>>>",
        spec=b"<</Type/Filespec/F(a.txt)/EF<</F NIEUW>>>>",
        inhoud=bij.stream(b"geheim", b"/Type/EmbeddedFile"),
    )
)
attack("achteraf: een programma bij openen")(
    catalog(b"OpenAction", b"<</S/JavaScript/JS(app.alert\\(1\\))>>")
)
attack("achteraf: een programma bij afdrukken")(catalog(b"AA", b"<</WP<</S/JavaScript/JS(x)>>>>"))
attack("achteraf: andere gegevens over het document")(
    catalog(b"Metadata", b"NIEUW", xmp=bij.stream(b"<x:xmpmeta/>", b"/Type/Metadata/Subtype/XML"))
)
attack("achteraf: lagen die aan en uit kunnen")(catalog(b"OCProperties", b"<</OCGs[]/D<<>>>>"))
attack("achteraf: een ander formulier (XFA)")(catalog(b"AcroForm", b"<</Fields[]/XFA(x)>>"))
attack("achteraf: alle plekken weg uit het formulier")(catalog(b"AcroForm", b"<</Fields[]/SigFlags 3>>"))
attack("achteraf: geen bescherming meer (Perms weg)")(catalog(b"Perms", b"<<>>"))


@attack("achteraf: de titel van het document")
def _() -> bytes:
    return bij.update(twee(), {bij.info(twee()): b"<</Title(Iets anders)>>"})


@attack("achteraf: het beeld van een getekende plek")
def _() -> bytes:
    pdf = twee()
    nieuw, nummer = bij.size(pdf), bij.field(pdf, 0)
    beeld = bij.stream(VALS, b"/Type/XObject/Subtype/Form/BBox[0 0 221 67]")
    met = re.sub(rb"/N \d+ 0 R", b"/N %d 0 R" % nieuw, bij.unparse(pdf, nummer))
    return bij.update(pdf, {nieuw: beeld, nummer: met})


@attack("achteraf: een plek die niet meer te zien is")
def _() -> bytes:
    nummer = bij.field(twee(), 0)
    return bij.update(twee(), {nummer: bij.with_key(bij.unparse(twee(), nummer), b"F", b"2")})


@attack("achteraf: een handtekening weer weggehaald")
def _() -> bytes:
    nummer = bij.field(twee(), 1)
    zonder = re.sub(rb"/V \d+ 0 R", b"", bij.unparse(twee(), nummer))
    return bij.update(twee(), {nummer: zonder})


@attack("achteraf: één handtekening op twee plekken")
def _() -> bytes:
    pdf = een()
    met = re.search(rb"/V (\d+) 0 R", bij.unparse(pdf, bij.field(pdf, 0)))
    assert met
    leegte = bij.unparse(pdf, bij.field(pdf, 1)).rstrip()[:-2] + b" /V " + met[1] + b" 0 R >>"
    return bij.update(pdf, {bij.field(pdf, 1): leegte})


@attack("achteraf: een object vrijgegeven")
def _() -> bytes:
    pdf = twee()
    weg = b"xref\n0 1\n%010d 65535 f \n%d 1\n0000000000 00001 f \n" % (bij.page(pdf), bij.page(pdf))
    einde = b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return pdf + weg + einde % (bij.size(pdf), bij.root(pdf), bij.startxref(pdf), len(pdf))


@attack("achteraf: een lege update")
def _() -> bytes:
    return bij.update(twee(), {})


@attack("achteraf: een tweede einde")
def _() -> bytes:
    return twee() + b"startxref\n%d\n%%%%EOF\n" % bij.startxref(twee())


@attack("achteraf: rommel")
def _() -> bytes:
    return twee() + b"\n% iets\n"


@attack("dubbele sleutel in het laatste object")
def _() -> bytes:
    return bij.update(
        twee(), {bij.page(twee()): bij.unparse(twee(), bij.page(twee()))[:-2] + b"/Type/Page/Type/X>>"}
    )


@attack("inhoudsopgave die naar zichzelf wijst")
def _() -> bytes:
    return bij.update(twee(), {}, vorige=len(twee()))


@attack("afgeknipt midden in de laatste handtekening")
def _() -> bytes:
    return twee()[:-700]


@attack("teruggeknipt tot voor de laatste handtekening (cut-back)")
def _() -> bytes:
    return twee()[: len(een())]


@attack("teruggeknipt tot voor de eerste handtekening")
def _() -> bytes:
    return twee()[: len(leeg())]


# --- Shadow attacks: voorbereid voordat het slachtoffer tekent ----------------------------------------------------


def prepared(verander: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A plan that an attacker changed before anyone signed."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(leeg())) as doc:
        verander(doc)
        doc.save(uit, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    return uit.getvalue()


def signed_by_victim(pdf: bytes) -> bytes:
    """The victim signs with a program that does not look."""
    eerste = sign_raw(pdf, identiteit(), WACHTZIN, veld="partij-1", nu=NU, vastleggen=True)
    return sign_raw(eerste, identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU + UUR)


def cover(doc: pikepdf.Pdf) -> None:
    """A white sheet over the first page, in an object of its own."""
    blad = doc.make_stream(b"1 g 0 0 600 800 re f")
    blad.Type, blad.Subtype, blad.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 600, 800]
    bladzij = doc.pages[0]
    bladzij.add_resource(blad, pikepdf.Name.XObject, pikepdf.Name.Schaduw)
    bladzij.contents_add(b"q /Schaduw Do Q")


@attack("Shadow, Hide: een wit vel over de tekst verdwijnt na het tekenen")
def _() -> bytes:
    pdf = signed_by_victim(prepared(cover))
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        nummer = doc.pages[0].Resources.XObject.Schaduw.objgen[0]
    return bij.update(pdf, {nummer: bij.stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 0 0]")})


@attack("Shadow, Hide: verwijzing naar een beeld dat er na het tekenen pas is")
def _() -> bytes:
    pdf = signed_by_victim(prepared(cover))
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        nummer = doc.pages[0].Resources.XObject.Schaduw.objgen[0]
    return bij.update(pdf, {nummer: b"null"})


def text_field(doc: pikepdf.Pdf) -> None:
    """A field with a text that others may fill in."""
    veld = doc.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="adres", V="Dorpsstraat",
            Rect=[72, 400, 300, 420], F=4, P=doc.pages[0].obj, DA="/Helv 12 Tf 0 g",
        )
    )  # fmt: skip
    doc.Root.AcroForm.Fields.append(veld)
    doc.pages[0].Annots.append(veld)


def changed_field() -> bytes:
    pdf = signed_by_victim(prepared(text_field))
    nummer = bij.field(pdf, 2)
    return bij.update(pdf, {nummer: bij.with_key(bij.unparse(pdf, nummer), b"V", b"(Kerkstraat)")})


attack("Shadow, Replace: de waarde van een veld")(changed_field)
attack("Shadow, Replace: een veld dat na het tekenen nog in te vullen is")(
    lambda: signed_by_victim(prepared(text_field))
)


def any_font(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        return next(
            int(o.objgen[0])
            for o in doc.objects
            if isinstance(o, pikepdf.Dictionary)
            and o.get("/Type") == "/Font"
            and o.get("/Subtype") == "/TrueType"
        )


@attack("Shadow, Replace: een ander lettertype achteraf")
def _() -> bytes:
    pdf = twee()
    nummer = any_font(pdf)
    anders = b"<</Type/Font/Subtype/TrueType/BaseFont/Helvetica/FirstChar 32/LastChar 33/Widths[500 500]>>"
    return bij.update(pdf, {nummer: anders})


def second_catalog(doc: pikepdf.Pdf) -> None:
    """A second plan, hidden in the same file: nothing leads to it, yet."""
    blad = doc.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Page, MediaBox=[0, 0, 600, 800], Contents=doc.make_stream(VALS),
            Resources=pikepdf.Dictionary(),
        )
    )  # fmt: skip
    bladen = doc.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=[blad], Count=1))
    blad.Parent = bladen
    doc.Root.StructTreeRoot.Schaduw = doc.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Catalog, Pages=bladen, AcroForm=doc.Root.AcroForm)
    )


@attack("Shadow, Hide-and-Replace: het einde wijst na het tekenen naar een verborgen plan")
def _() -> bytes:
    pdf = signed_by_victim(prepared(second_catalog))
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        wortel = doc.Root.StructTreeRoot.Schaduw.objgen[0]
    return bij.update(pdf, {}, wortel=wortel)


@attack("Shadow, Hide-and-Replace: dezelfde objecten, een andere inhoudsopgave")
def _() -> bytes:
    pdf = signed_by_victim(prepared(second_catalog))
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        verborgen = doc.Root.StructTreeRoot.Schaduw.Pages.Kids[0].objgen[0]
        echt = doc.pages[0].obj.objgen[0]
    return bij.update(pdf, {echt: bij.unparse(pdf, verborgen)})


@attack("verborgen eerdere versie: veranderd voordat iemand tekende")
def _() -> bytes:
    return signed_by_victim(bij.update(leeg(), other_page(leeg())))


# --- Andere ondertekenaar, andere volgorde, geen certificering ----------------------------------------------------


@attack("de eerste handtekening legt niets vast")
def _() -> bytes:
    eerste = sign_raw(leeg(), identiteit(), WACHTZIN, veld="partij-1", nu=NU)
    return sign_raw(eerste, identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU + UUR)


@attack("één sleutel op twee plekken")
def _() -> bytes:
    return sign_raw(een(), identiteit(), WACHTZIN, veld="partij-2", nu=NU + UUR)


@attack("in een andere volgorde dan de plekken zeggen")
def _() -> bytes:
    pdf = leeg("partij-1", "partij-2-na-1", "partij-3-na-2")
    eerste = sign(pdf, identiteit(), WACHTZIN, veld="partij-1", nu=NU)
    derde = sign_raw(eerste, identiteit("Kwaad"), WACHTZIN, veld="partij-3-na-2", nu=NU + UUR)
    return sign_raw(derde, identiteit("Wijkteam"), WACHTZIN, veld="partij-2-na-1", nu=NU + 2 * UUR)


@attack("een getekende plek met een tijd voor het certificaat")
def _() -> bytes:
    return sign_raw(een(), identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU - 24 * UUR)


@pytest.mark.parametrize("naam", AANVALLEN)
def test_geen_aanval_levert_een_goed_bestand(naam: str) -> None:
    """Elke aanval wordt afgewezen, met een reden, en nooit met een programmafout."""
    uit = verify(AANVALLEN[naam]())
    assert not uit.goed
    assert uit.bevindingen
    teruggeknipt = naam.startswith("teruggeknipt tot voor de laatste")
    assert uit.oordeel == ("niet af" if teruggeknipt else "niet goed")


@pytest.mark.parametrize(
    "naam",
    ["ISA, volledig: andere tekst, met inhoudsopgave en einde", next(n for n in AANVALLEN if "SWA 1" in n)],
)
def test_de_aanval_is_echt_een_gewone_lezer_ziet_de_valse_tekst(naam: str) -> None:
    """Wie alleen leest, ziet niets vreemds: het bestand is heel, en er staat iets anders op de bladzijde."""
    with pikepdf.open(io.BytesIO(AANVALLEN[naam]())) as doc:
        assert VALS in doc.pages[0].obj.Contents.read_bytes()


def test_zonder_aanval_is_hetzelfde_plan_goed() -> None:
    """De proef op de proef: het bestand waar alle aanvallen van uitgaan, is goed."""
    assert verify(twee()).goed


ACHTERAF = [
    n
    for n in AANVALLEN
    if n.startswith(("ISA, vol", "EAA", "achteraf: een bijlage", "achteraf: een programma"))
]


@pytest.mark.parametrize("naam", ACHTERAF)
def test_wat_er_achteraf_bij_kwam_wordt_gezegd(naam: str) -> None:
    """Niet alleen dat er iets is veranderd: ook wat, in een woord."""
    uit = verify(AANVALLEN[naam]())
    assert {b.code for b in uit.bevindingen} >= {"VP803"}
    assert uit.handtekeningen[-1].daarna != ()


def reasons(naam: str) -> set[str]:
    return {b.code for b in verify(AANVALLEN[naam]()).bevindingen}


@pytest.mark.parametrize(
    ("naam", "code"),
    [
        ("SSA: een vrije plek met een stempel die een ander noemt", "VP828"),
        ("één sleutel op twee plekken", "VP821"),
        ("in een andere volgorde dan de plekken zeggen", "VP829"),
        ("de eerste handtekening legt niets vast", "VP831"),
        ("achteraf: één handtekening op twee plekken", "VP830"),
        ("Shadow, Replace: een veld dat na het tekenen nog in te vullen is", "VP826"),
        ("achteraf: een bijlage", "VP826"),
        ("een getekende plek met een tijd voor het certificaat", "VP810"),
    ],
)
def test_een_aanval_wordt_bij_haar_eigen_reden_genoemd(naam: str, code: str) -> None:
    assert code in reasons(naam)


@pytest.mark.parametrize("naam", IN_EEN_KEER)
def test_wat_in_een_keer_met_het_tekenen_verandert_ziet_ook_onze_eigen_regel(naam: str) -> None:
    """Zonder te leunen op de bibliotheek: de versie van de handtekening zelf raakt meer dan haar plek."""
    lezer = PdfFileReader(io.BytesIO(in_one_go(*IN_EEN_KEER[naam])))
    assert changes(lezer, 2, "partij-2") == ("een veld van het formulier",)
    assert changes(PdfFileReader(io.BytesIO(twee())), 2, "partij-2") == ()


def shadow_files() -> Iterator[tuple[str, bytes]]:
    yield "een veld om in te vullen", prepared(text_field)
    yield "een eerdere versie", bij.update(leeg(), other_page(leeg()))
    yield "een bijlage", prepared(lambda doc: doc.attachments.__setitem__("a.txt", b"x"))


@pytest.mark.parametrize("naam", [n for n, _ in shadow_files()])
def test_wat_is_voorbereid_om_later_te_veranderen_wordt_niet_ondertekend(naam: str) -> None:
    with pytest.raises(BevindingenFout) as fout:
        sign(dict(shadow_files())[naam], identiteit(), WACHTZIN, veld="partij-1", nu=NU)
    assert fout.value.bevindingen[0].code == "VP814"


def test_een_andere_ondertekenaar_met_dezelfde_naam_valt_op_bij_wie_de_sleutel_kent() -> None:
    """Swapped signer: alles opnieuw getekend, met dezelfde namen en andere sleutels."""
    from veiligheidsplan.signing.identity import make_identity

    vals = make_identity("J. Jansen, casusregisseur", WACHTZIN, NU)
    nagemaakt = sign(leeg(), vals, WACHTZIN, veld="partij-1", nu=NU)
    nagemaakt = sign(nagemaakt, identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU + UUR)
    echt = verify(twee()).handtekeningen[0]
    bekend = {echt.naam: {echt.vingerafdruk}}
    assert verify(twee(), bekend=bekend).goed
    uit = verify(nagemaakt, bekend=bekend)
    assert (uit.goed, [b.code for b in uit.bevindingen]) == (False, ["VP825"])
    assert not verify(nagemaakt, verwacht=(f"partij-1={echt.vingerafdruk[:16]}",)).goed
    assert verify(twee(), verwacht=(f"partij-1={echt.vingerafdruk[:16]}", "partij-2")).goed


def test_twee_mensen_met_een_naam_en_twee_sleutels_is_een_waarschuwing() -> None:
    from veiligheidsplan.signing.identity import make_identity

    ander = make_identity("J. Jansen, casusregisseur", WACHTZIN, NU)
    uit = verify(sign(een(), ander, WACHTZIN, veld="partij-2", nu=NU + UUR))
    assert uit.goed
    assert [b.code for b in uit.bevindingen] == ["VP822"]
