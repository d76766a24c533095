"""Een pdf is leesbaar, heeft eigen lettertypen, is steeds gelijk en verraadt niets over wie hem maakte."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.inhoud import alles, bevat, paginatekst, zonder_wit
from tests.export.voorbeeld import document
from veiligheidsplan.export import render
from veiligheidsplan.export.pdf.samenstel import lay_out
from veiligheidsplan.plan.document import (
    Alinea,
    Blok,
    Cijferbalk,
    Handtekeningvak,
    Huisstijl,
    Kader,
    Kop,
    Lijst,
    Niveauschaal,
    Tabel,
    Velden,
)

HIER = Path(__file__).parents[2]


def pdf(*blokken: Blok, **anders: object) -> bytes:
    """A document of these blocks as PDF."""
    return render(document(blokken=blokken, **anders))


def test_elk_soort_blok_staat_in_de_tekst_van_de_pdf() -> None:
    """Kop, alinea, lijst, velden, tabel, kader, schaal, cijfers en handtekening zijn alle terug te lezen."""
    tekst = zonder_wit("".join(paginatekst(render(document()))))
    for stuk in (
        "Wathebben",
        "wehebbenafgesproken",
        "Actie2",
        "Zozienwehet",
        "verhoogd",
        "Vraag44:",
        "Casusregisseur",
    ):
        assert (stuk in tekst) is (stuk != "Wathebben")


def test_een_geheim_dat_in_het_document_staat_wordt_gevonden_en_een_ander_niet() -> None:
    """De zoeker die anderen gebruiken kan echt falen: hij leest ook tekst over regels heen en veldnamen."""
    gemaakt = render(document())
    assert bevat(gemaakt, "Hij blijft daar tot de volgende ochtend.")
    assert bevat(gemaakt, "partij-2")
    assert bevat(gemaakt, "k7f3-29ab")
    assert not bevat(gemaakt, "Rozenstraat 12")


def test_alleen_eigen_ingesloten_lettertypen_en_nooit_helvetica() -> None:
    """Elk lettertype in elke bron van elke pagina is een ingesloten deel van Noto."""
    with pikepdf.open(io.BytesIO(render(document(blokken=(Alinea("→ ✓ ☐ ≥ gewoon"), Kop("vet")))))) as doc:
        fonts = [o for o in doc.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        assert len(fonts) >= 4
        for font in fonts:
            assert "Noto" in str(font.BaseFont)
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font


def test_de_eigenschappen_noemen_titel_en_dag_van_het_document_en_verder_niets() -> None:
    """Geen maker, geen klok van deze computer, geen reclame van een bibliotheek."""
    gemaakt = render(document())
    with pikepdf.open(io.BytesIO(gemaakt)) as doc:
        eigenschappen = {str(k): str(v) for k, v in doc.docinfo.items()}
    assert eigenschappen == {
        "/Title": "Veiligheidsplan",
        "/Creator": "Document",
        "/Producer": "Document",
        "/CreationDate": "D:20261207000000Z",
        "/ModDate": "D:20261207000000Z",
    }
    assert "reportlab" not in alles(gemaakt).lower()


@pytest.mark.parametrize(
    "tekst",
    [
        "<b>x",
        '<img src="/etc/hostname">',
        '<a href="javascript:x">k</a>',
        "&amp; %s {0}",
        "a<br/>b",
        "«x» ~ \\n",
    ],
)
def test_opmaak_in_getypte_tekst_wordt_getekend_zoals_zij_is_getypt(tekst: str) -> None:
    """Haakjes, adressen en tekens voor programma's zijn gewone tekst: geen beeld, geen koppeling."""
    gemaakt = pdf(Alinea(tekst), Kop(tekst), Tabel((tekst,), ((tekst,),), tekst), Velden(((tekst, tekst),)))
    assert zonder_wit("".join(paginatekst(gemaakt))).count(zonder_wit(tekst)) >= 6
    with pikepdf.open(io.BytesIO(gemaakt)) as doc:
        assert not any("/Annots" in blad for blad in doc.pages)
        assert not any(o.get("/Subtype") == "/Image" for o in doc.objects if isinstance(o, pikepdf.Stream))


def test_een_teken_dat_niet_getekend_kan_worden_staat_er_als_woord() -> None:
    """Een emoji wordt «[plaatje]»; pijlen, vinkjes en regels blijven; besturingstekens verdwijnen."""
    tekst = "".join(paginatekst(pdf(Alinea("blij 🙂 → ✓\nrood\x1b[31m\x00\u202e om"))))
    assert "blij[plaatje]→✓roodom" in zonder_wit(tekst)


def test_een_afspraak_van_drieduizend_woorden_loopt_door_over_de_bladen() -> None:
    """In een alinea, een cel, een kader en een lijst: elk woord staat er, op meer dan een blad."""
    lang = " ".join(f"w{n}" for n in range(3000))
    for blok in (
        Alinea(lang),
        Tabel(("a", "b"), ((lang, "x"),), "t"),
        Kader("k", (Alinea(lang),)),
        Lijst((lang,)),
    ):
        bladen = paginatekst(pdf(blok))
        woorden = " ".join(bladen).split()
        assert len(bladen) > 3
        assert [w for w in woorden if w.startswith("w") and w[1:].isdigit()] == lang.split()


def test_een_woord_zonder_einde_blijft_binnen_de_bladspiegel() -> None:
    """Negenhonderd letters zonder spatie: alle staan er, over meer regels."""
    assert zonder_wit("".join(paginatekst(pdf(Alinea("x" * 900))))).count("x") == 900


def test_de_kop_van_een_tabel_staat_op_elk_blad_en_wordt_eenmaal_voorgelezen() -> None:
    """Negentig rijen: de kop staat op elk blad getekend, en eenmaal in de structuur."""
    gemaakt = pdf(Tabel(("Kolomkop", "Twee"), tuple((f"rij {n}", "ja") for n in range(90)), "t"))
    assert all("Kolomkop" in blad for blad in paginatekst(gemaakt))
    with pikepdf.open(io.BytesIO(gemaakt)) as doc:
        elementen = [o for o in doc.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o and "/P" in o]
        soorten = [str(e.S) for e in elementen]
        stukken = [len(e.K) for e in elementen if e.S == "/TH"]
    assert soorten.count("/TH") == 2
    assert stukken == [1, 1]
    assert soorten.count("/TD") == 180


def test_elk_blad_draagt_merk_kenmerk_datum_en_nummer() -> None:
    """«Niet uitreiken» en de voettekst staan op ieder blad, met «pagina n van m»."""
    bladen = paginatekst(render(document()))
    for nummer, tekst in enumerate(bladen, 1):
        for stuk in ("Niet uitreiken", "k7f3-29ab", "7 december 2026", f"pagina {nummer} van"):
            assert stuk in tekst


def test_een_handtekeningvak_met_naam_is_een_leeg_veld_en_zonder_naam_alleen_papier() -> None:
    """Eén formulierveld per naam, ook als de naam tweemaal is gevraagd; het veld noemt niemand."""
    gemaakt = pdf(
        Handtekeningvak("Met de pen"),
        Handtekeningvak("Kim de Vries", "partij-1"),
        Handtekeningvak("x", "partij-1"),
        Handtekeningvak("Lou Visser, Procesregisseur", "partij-2-na-1", "Procesregisseur"),
    )
    with pikepdf.open(io.BytesIO(gemaakt)) as doc:
        velden = doc.Root.AcroForm.Fields
        assert [str(v.T) for v in velden] == ["partij-1", "partij-2-na-1"]
        assert all("/V" not in v for v in velden)
        assert [str(v.TU) for v in velden] == ["Handtekening 1", "Handtekening 2, Procesregisseur"]


def test_een_kleur_van_de_huisstijl_komt_in_het_document() -> None:
    """Een andere accentkleur geeft een ander document; een kleur die geen kleur is wordt geweigerd."""
    assert render(document(huisstijl=Huisstijl(accent="#004400"))) != render(document(huisstijl=Huisstijl()))
    with pytest.raises(ValueError, match="nee"):
        render(document(huisstijl=Huisstijl(accent="#nee")))


TEKST = st.text(max_size=120) | st.sampled_from(["w" * 300, "a b " * 400, "\n\n", "🙂", "<para>", "\x1b[0m"])
BLOK = st.one_of(
    st.builds(Alinea, TEKST),
    st.builds(Kop, TEKST, st.integers(-1, 9)),
    st.builds(Lijst, st.tuples(TEKST, TEKST), st.booleans()),
    st.builds(Velden, st.tuples(st.tuples(TEKST, TEKST))),
    st.builds(Tabel, st.tuples(TEKST, TEKST), st.tuples(st.tuples(TEKST, TEKST), st.tuples(TEKST)), TEKST),
    st.builds(Niveauschaal, st.tuples(TEKST, TEKST, TEKST), st.integers(-1, 4), st.integers(-1, 4), TEKST),
    st.builds(Cijferbalk, st.tuples(st.tuples(TEKST, st.integers(-3, 14))), TEKST),
    st.builds(Handtekeningvak, TEKST, st.none() | TEKST),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(BLOK | st.builds(Kader, TEKST, st.tuples(BLOK, BLOK)), max_size=5), TEKST)
def test_elke_tekst_in_elk_blok_geeft_een_pdf_die_open_gaat(blokken: list[Blok], titel: str) -> None:
    """Geen tekst die iemand kan typen laat het maken mislukken, ook niet zonder het vangnet van een platte opmaak."""
    gemaakt = lay_out(
        document(blokken=tuple(blokken), titel=titel, kenmerk=titel, merk=titel, datum_iso=titel)
    )
    with pikepdf.open(io.BytesIO(gemaakt)) as doc:
        assert len(doc.pages) >= 1
