"""De pdf is toegankelijk: alles wat getekend is heeft een plaats in de structuur, of is versiering."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import reduce

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.soorten import SOORTEN, made
from tests.export.structuur import check, reading_order
from tests.export.voorbeeld import document
from veiligheidsplan.export import render
from veiligheidsplan.plan.document import Alinea, Blok, Handtekeningvak, InTaal, Kader, Kop, Lijst, Tabel
from veiligheidsplan.signing.identity import make_identity
from veiligheidsplan.signing.sign import sign


@pytest.mark.parametrize("naam", SOORTEN)
def test_elk_soort_document_komt_door_de_keuring(naam: str) -> None:
    """Lang en leeg, diep en breed, met en zonder velden, voor elke lezer, ook voorlopig: geen enkele fout."""
    assert check(made(naam)) == []


def test_dertig_kaders_in_elkaar_passen_op_het_blad() -> None:
    """Een kader waarin geen zin meer past wordt niet als kader getekend; de tekst staat er heel."""
    diep: Blok = reduce(lambda binnen, n: Kader(f"laag {n}", (binnen,)), range(30), Alinea("het midden"))
    gemaakt = render(document(blokken=(diep,)))
    assert check(gemaakt) == []
    assert ("P", "het midden") in reading_order(gemaakt)


BLOKKEN = st.recursive(
    st.builds(Alinea, st.sampled_from(["", "a", "b " * 900]))
    | st.builds(Kop, st.sampled_from(["", "k"]), st.integers(-1, 9))
    | st.builds(Lijst, st.lists(st.sampled_from(["", "p"]), max_size=2).map(tuple))
    | st.builds(Handtekeningvak, st.sampled_from(["", "v"]), st.sampled_from([None, "", "partij-1"]))
    | st.builds(Tabel, st.just(("k",)), st.lists(st.just(("c", "d")), max_size=40).map(tuple), st.just("t")),
    lambda binnen: st.builds(Kader, st.sampled_from(["", "t"]), st.lists(binnen, max_size=3).map(tuple))
    | st.builds(InTaal, st.sampled_from(["en", "ar", ""]), st.lists(binnen, max_size=2).map(tuple)),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(BLOKKEN, max_size=5).map(tuple))
def test_hoe_blokken_ook_staan_de_structuur_sluit(rij: tuple[Blok, ...]) -> None:
    """Koppen, kaders, lijsten, tabellen, talen en velden in elke volgorde en diepte: geen fout."""
    assert check(render(document(blokken=rij))) == []


def test_een_alinea_over_twee_bladen_is_een_element() -> None:
    """Wie voorleest hoort een zin die doorloopt, en niet twee halve."""
    lang = " ".join(f"w{n}" for n in range(900))
    assert [
        t for s, t in reading_order(render(document(blokken=(Alinea(lang),)))) if t.startswith("w0 ")
    ] == [lang]


def test_een_veld_staat_bij_zijn_naam_ook_als_er_nog_iets_na_komt() -> None:
    """Naam, veld, naam, veld, en dan pas de tekst die daaronder staat."""
    vakken = (Handtekeningvak("Noor", "partij-1"), Handtekeningvak("Kees", "partij-2"))
    gehoord = reading_order(render(document(blokken=(*vakken, Alinea("erna")), merk="")))
    assert gehoord[-5:] == [
        ("P", "Noor"),
        ("Form", "Handtekening 1"),
        ("P", "Kees"),
        ("Form", "Handtekening 2"),
        ("P", "erna"),
    ]


def test_tekst_in_een_andere_taal_draagt_haar_taal_en_haar_richting() -> None:
    """Een voorleesstem leest Engels als Engels; Arabisch loopt van rechts naar links."""
    talen = (InTaal("en", (Alinea("Hello"),)), InTaal("ar", (Alinea("1"),)))
    with pikepdf.open(io.BytesIO(render(document(blokken=talen)))) as doc:
        delen = [o for o in doc.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Div"]
    assert [(str(d.Lang), str(d.get("/A", {}).get("/WritingMode", ""))) for d in delen] == [
        ("en", ""),
        ("ar", "/RlTb"),
    ]


def test_elke_kop_is_een_bladwijzer_op_zijn_diepte() -> None:
    """Een lang plan is te doorlopen langs zijn koppen; de titel van het document zelf hoort daar niet bij."""
    rij = (Kop("Een"), Kop("Twee", 2), Kop("Drie", 3), Kop("Vier"))
    with pikepdf.open(io.BytesIO(render(document(blokken=rij)))) as doc, doc.open_outline() as boom:
        assert [p.title for p in boom.root] == ["Een", "Vier"]
        assert [p.title for p in boom.root[0].children] == ["Twee"]
        assert [p.title for p in boom.root[0].children[0].children] == ["Drie"]


def test_een_kop_van_een_tabel_die_herhaald_wordt_is_versiering() -> None:
    """Negentig rijen over bladen: de kop hoort men eenmaal."""
    rijen = tuple((f"rij {n}", "ja") for n in range(90))
    gehoord = reading_order(render(document(blokken=(Tabel(("Vraag", "Antwoord"), rijen, "t"),))))
    assert [t for s, t in gehoord if s == "TH"] == ["Vraag", "Antwoord"]


def test_na_drie_handtekeningen_komt_elk_exemplaar_nog_door_de_keuring() -> None:
    """Elke handtekening voegt een stempel met eigen letters toe: boom, bladen, letters en bytes blijven zonder fout."""
    nu = datetime(2026, 12, 7, 13, 5, tzinfo=UTC)
    exemplaar = made("dertig vakken")
    for nummer in (1, 2, 3):
        identiteit = make_identity(f"J. Jánsen {nummer}", b"acht natte eenden", nu)
        exemplaar = sign(exemplaar, identiteit, b"acht natte eenden", veld=f"partij-{nummer}", nu=nu)
        assert check(exemplaar) == []
