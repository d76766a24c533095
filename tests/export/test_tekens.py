"""Elk teken dat iemand kan typen wordt getekend, of vervangen door een woord: nooit een leeg vakje, nooit opmaak."""

from __future__ import annotations

import io
import unicodedata

import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.export.structuur import check, reading_order
from tests.export.voorbeeld import document
from veiligheidsplan.export import render, replaced
from veiligheidsplan.export.pdf.lettertype import GEWOON, VET, font_for
from veiligheidsplan.export.pdf.tekst import drawable
from veiligheidsplan.plan.document import (
    Alinea,
    Cijferbalk,
    Document,
    Handtekeningvak,
    Huisstijl,
    InTaal,
    Invulveld,
    Kader,
    Kop,
    Lijst,
    Niveauschaal,
    Tabel,
    Velden,
)


def everywhere(tekst: str) -> Document:
    """A document with *tekst* in every place where a text can stand."""
    rij = (
        Alinea(tekst),
        Kop(tekst),
        Lijst((tekst,), True),
        Velden(((tekst, tekst),)),
        Tabel((tekst, "k"), ((tekst, tekst),), tekst),
        Kader(tekst, (Alinea(tekst, "nadruk"),)),
        Niveauschaal((tekst, "b"), 0, 1, tekst),
        Cijferbalk(((tekst, 4),), tekst),
        Invulveld(tekst, tekst, (tekst,), (tekst,), (tekst, "2"), (tekst, tekst), 1),
        InTaal("en", (Alinea(tekst),)),
        Handtekeningvak(tekst, "partij-1", tekst),
    )
    return document(
        blokken=rij, titel=tekst, ondertitel=tekst, kenmerk=tekst, datum=tekst, voettekst=tekst, merk=tekst,
        taal=tekst, huisstijl=Huisstijl(eigenaar=tekst),
    )  # fmt: skip


SOMS = st.sampled_from(
    "🙂→✓☐漢ไही\u0301\u200d\ufe0f\ud800\ue000\x00\x1b\u202e\u2066\ufeff\u00ad\u2028\ufffe\U000e0041ሰაשم٣ǅﬁ½≥€\t\n()\\<>%&'\"{}[]"
)


@settings(max_examples=40, deadline=None)
@example("Ŵëird 🙂 → ✓ ☐ ሰላም محمد 山 é́ " * 3)
@given(st.text(st.characters() | SOMS, max_size=40))
def test_elke_tekst_op_elke_plaats_komt_door_de_keuring(tekst: str) -> None:
    """Willekeurige tekens uit heel Unicode, overal waar tekst kan staan: geen leeg vakje, geen fout in het bestand."""
    assert check(render(everywhere(tekst))) == []


def test_elk_teken_van_unicode_is_te_tekenen_of_wordt_een_woord_dat_te_tekenen_is() -> None:
    """Heel de eerste laag, en uit de andere een greep: wat overblijft heeft in een lettertype een vorm."""
    for code in (*range(0x10000), *range(0x10000, 0x110000, 41)):
        for teken in drawable(f"a{chr(code)}b", VET).replace("\n", ""):
            assert font_for(teken, VET) is not None, hex(code)


@pytest.mark.parametrize(
    ("getypt", "staat_er"),
    [
        ("blij 🙂🙂 dag", "blij [plaatje] dag"),
        ("gezin 👨\u200d👩\u200d👧 thuis", "gezin [plaatje] thuis"),
        ("vlag 🇳🇱, hart ❤️, 1️⃣", "vlag [plaatje], hart ❤, 1"),
        ("naam דוד לוי en verder", "naam [Hebreeuws schrift] en verder"),
        ("山田 太郎", "[Chinees schrift]"),
        ("ข้อความ / हिन्दी", "[Thais schrift] / [Devanagari schrift]"),
        ("ሰላም, გამარჯობა, Բարեւ", "ሰላም, გამარჯობა, Բարեւ"),
        ("e\u0301 q\u0303 ő ş ł Ж Ω ≥ → ✓ ☐ €", "é q\u0303 ő ş ł Ж Ω ≥ → ✓ ☐ €"),
        ("om\u202egekeerd\u2066 en\u200b onzichtbaar", "omgekeerd en onzichtbaar"),
        ("a\x00b\x1b[31mc\ud800d\ue000e", "abcde"),
        ("zacht\u00adafgebroken", "zachtafgebroken"),
        ("x⃝", "x[teken]"),
    ],
)
def test_wat_niet_te_tekenen_is_wordt_een_leesbaar_woord(getypt: str, staat_er: str) -> None:
    """Plaatjes, andere schriften en stuurtekens: het woord zegt wat er stond, en een hele zin wordt één woord."""
    assert drawable(getypt) == staat_er
    assert reading_order(render(document(blokken=(Alinea(getypt),), merk="")))[-1] == ("P", staat_er)


def test_van_een_document_is_te_zeggen_wat_er_vervangen_is() -> None:
    """Uit elk blok, ook diep; wat getekend kan worden en wat niemand ziet telt niet mee."""
    rij = (
        Kader("k", (InTaal("ar", (Velden((("a", "שלום"),)),)),)),
        Alinea("→ ሰ \u202e"),
        Tabel(("🙂",), (), ""),
    )
    assert replaced(document(blokken=rij)) == ("[Hebreeuws schrift]", "[plaatje]")
    assert replaced(document(blokken=rij), "markdown") == ()
    assert replaced(document()) == ()


BOOS = (
    "<b>x", '<img src="/etc/hostname">', '<a href="javascript:x">k</a>', "&amp; %s {0} %(x)s", "a<br/>b",
    "file:///etc/passwd", "https://x.example/a?b=c", "<para fontSize=90>", "<greek>a</greek>", "]]> <!-- -->",
    ") Tj ET Q q BT (", "\\) Tj T* \\(", "<< /S /JavaScript >>", "endstream endobj", "</rdf:li><x>",
    "%PDF-1.4", "tel:112",
)  # fmt: skip


@pytest.mark.parametrize("tekst", BOOS)
def test_opmaak_in_getypte_tekst_is_nergens_meer_dan_tekst(tekst: str) -> None:
    """In titel, bladwijzer, alternatief, metadata, veldnaam en tekst: letterlijk, en niets dat iets doet of opent."""
    gemaakt = render(everywhere(tekst))
    assert check(gemaakt) == []
    glad = " ".join(tekst.split())
    gehoord = reading_order(gemaakt)
    assert gehoord.count(("P", glad)) >= 3
    assert ("H1", glad) in gehoord
    assert ("Figure", glad) in gehoord
    with pikepdf.open(io.BytesIO(gemaakt)) as doc:
        assert str(doc.docinfo["/Title"]) == glad
        assert str(doc.Root.Outlines.First.Title) == glad
        with doc.open_metadata() as xmp:
            assert xmp["dc:title"] == glad
        assert not any(o.get("/Subtype") == "/Image" for o in doc.objects if isinstance(o, pikepdf.Stream))
        assert [str(a.Subtype) for blad in doc.pages for a in blad.obj.get("/Annots", [])] == ["/Widget"]


def test_een_woord_van_drieduizend_tekens_staat_er_zonder_spatie_ook_over_bladen() -> None:
    """In elk blok: het wordt gebroken waar de regel ophoudt, en wie kopieert of luistert krijgt één woord."""
    woord = "x" * 3000
    rij = (Alinea(woord), Lijst((woord,)), Velden((("k", woord),)), Tabel(("a", "b"), ((woord, "c"),), "t"))
    gehoord = [t for _, t in reading_order(render(document(blokken=(*rij, Kader("k", rij)))))]
    assert gehoord.count(woord) == 8


def test_een_regeleinde_is_een_spatie_voor_wie_luistert() -> None:
    """Vier regels lopen door als één zin, ook met tekens uit een ander lettertype en met wat op een opdracht lijkt."""
    zin = " ".join(f"woord{n} → ሰላም (x) Tj T* \\" for n in range(60))
    assert ("P", zin) in reading_order(render(document(blokken=(Alinea(zin),))))


def test_elk_teken_met_een_lettertype_komt_heel_terug() -> None:
    """Alle tekens die wij kunnen tekenen, ook uit de hogere lagen en meer dan tweehonderd in één lettertype."""
    tekens = [chr(c) for c in range(0x20, 0x20000) if font_for(chr(c), GEWOON)]
    tekens = [
        t for t in tekens if unicodedata.category(t)[0] not in "CZM" and unicodedata.normalize("NFC", t) == t
    ]
    assert len(tekens) > 2500
    regels = ["".join(tekens[n : n + 50]) for n in range(0, len(tekens), 50)]
    gemaakt = render(document(blokken=tuple(Alinea(r) for r in regels)))
    assert check(gemaakt) == []
    gehoord = {t for _, t in reading_order(gemaakt)}
    # A sign that has a space's look or is silent beside a picture is not told apart.
    assert [r for r in regels if r not in gehoord] == []
