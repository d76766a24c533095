"""Een plan in het lettertype van de gemeente: even toegankelijk, even gelijk, en geen teken gaat verloren."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdf
import pytest

from tests.export.proefletters import klein, letters, noto
from tests.export.soorten import SOORTEN, without_fields
from tests.export.structuur import check
from tests.export.test_keurders import findings
from tests.export.voorbeeld import document
from tests.plan.omgeving import example_dossier, omgeving
from veiligheidsplan.export import render, unusable
from veiligheidsplan.export.pdf.lettertype import GEWOON
from veiligheidsplan.export.pdf.opmaak import make
from veiligheidsplan.export.pdf.tekst import runs
from veiligheidsplan.plan.document import Alinea, Document, Letters
from veiligheidsplan.plan.kopie import make_copy


def worn(d: Document, eigen: Letters | None = None) -> Document:
    return replace(d, huisstijl=replace(d.huisstijl, letters=eigen or letters()))


def fonts(pdf: bytes) -> set[str]:
    """De namen van de lettertypen in een pdf."""
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        alle = [f for blad in bestand.pages for f in blad.Resources.Font.values()]
    return {str(f.BaseFont).partition("+")[2] for f in alle}


@pytest.mark.parametrize("naam", ["gezamenlijk", "kort", "andere talen", "brede tabel", "leeg"])
def test_een_document_in_een_eigen_lettertype_komt_door_de_keuring(naam: str) -> None:
    pdf = render(worn(SOORTEN[naam]()))
    assert check(pdf) == []
    assert "Huisstijl" in fonts(pdf)


def test_pikepdf_keurt_het_goed_als_archief() -> None:
    d = worn(document())
    assert findings(render(replace(d, blokken=without_fields(d.blokken)))) == []


def test_hetzelfde_document_geeft_dezelfde_bytes() -> None:
    een, ander = (
        worn(SOORTEN["kort"](), Letters(bytes(bytearray(letters().gewoon)), letters().vet)) for _ in "ab"
    )
    assert render(een) == render(ander)


def test_een_document_zonder_eigen_lettertype_staat_in_dat_van_het_programma() -> None:
    render(worn(document()))
    assert fonts(render(document())) == {"NotoSans-Regular", "NotoSans-Bold"}


def test_wat_het_eigen_lettertype_niet_heeft_komt_uit_dat_van_het_programma() -> None:
    """Grieks, Russisch, Arabisch en een pijl staan in de tekst van de pdf zoals iemand ze schreef."""
    tekst = "Anna, Αθήνα, Юлия, ŵ → klaar"
    pdf = render(worn(document(blokken=(Alinea(tekst), Alinea("مرحبا")))))
    uit = "".join(blad.extract_text() for blad in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    for woord in ("Anna", "Αθήνα", "Юлия", "ŵ", "→", "klaar"):
        assert woord in uit
    assert check(pdf) == []


def test_een_lange_tekst_in_een_ander_schrift_blijft_heel() -> None:
    """Driehonderd keer een Russisch woord met een komma en een Nederlands woord: geen woord is vervangen."""
    pdf = render(worn(document(blokken=(Alinea("Юлия, en (Анна)! " * 300 + "→"),))))
    uit = "".join(blad.extract_text() for blad in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert uit.count("Юлия,") == 300
    assert uit.count("→") == 1
    assert "[" not in uit


def test_een_leesteken_tussen_twee_russische_woorden_wisselt_niet_van_lettertype() -> None:
    eigen = make(worn(document()).huisstijl).cel.fontName
    assert eigen != GEWOON
    assert runs("Юлия, Анна!", eigen) == [(GEWOON, "Юлия, Анна!")]
    assert runs("Anna", eigen) == [(eigen, "Anna")]


KWAAD = {
    "leeg": b"",
    "ruis": b"\0\1\0\0" + b"\xff" * 400,
    "half": klein()[: len(klein()) // 2],
    "met een tabel van alle tekens": noto().replace(b"\0\3\0\1", b"\0\3\0\x0a"),
}


@pytest.mark.parametrize("inhoud", KWAAD.values(), ids=KWAAD.keys())
def test_met_een_kapot_lettertype_komt_het_plan_in_het_gewone_en_dat_wordt_gezegd(inhoud: bytes) -> None:
    stuk = worn(document(), Letters(inhoud, letters().vet))
    assert render(stuk) == render(document())
    assert [b.code for b in unusable(stuk)] == ["VP649"]
    assert unusable(worn(document())) == unusable(document()) == ()
    assert unusable(stuk, "markdown") == ()


@pytest.mark.parametrize("voor", ["gezamenlijk", "professional"])
def test_elke_kopie_krijgt_het_lettertype_van_het_sjabloon(voor: str) -> None:
    o = replace(omgeving(), letters=letters())
    assert make_copy(example_dossier(), o, voor, kenmerk="0a1b2c3d").huisstijl.letters == letters()  # type: ignore[arg-type]


def test_de_kaart_voor_een_persoon_krijgt_het_niet() -> None:
    """Aan de kaart is niet te zien van wie zij komt: met en zonder eigen lettertype is zij gelijk."""
    d, gewoon = example_dossier(), omgeving()
    een, ander = (
        make_copy(d, o, "persoon:1", kenmerk="", eigen="kaart")
        for o in (gewoon, replace(gewoon, letters=letters()))
    )
    assert een == ander
