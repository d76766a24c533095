"""Elk exemplaar dat iemand in handen krijgt, in elke taal: toegankelijk, archiefwaardig, en netjes op het blad."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pytest
from _pytest.mark.structures import ParameterSet
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.export.exemplaren import ALLE, EXEMPLAREN, GEWOON, KOPIEEN, drawn, made
from tests.export.inhoud import paginatekst, zonder_wit
from tests.export.soorten import without_fields
from tests.export.structuur import check
from tests.export.test_keurders import findings
from tests.export.voorbeeld import document
from veiligheidsplan.export import render
from veiligheidsplan.export.pdf.invul import Aankruisrij
from veiligheidsplan.export.pdf.lettertype import register
from veiligheidsplan.export.pdf.maat import widths
from veiligheidsplan.export.pdf.opmaak import make
from veiligheidsplan.export.pdf.structuur import Boom
from veiligheidsplan.plan.document import (
    Alinea,
    Bladzijde,
    Blok,
    Cijferbalk,
    Handtekeningvak,
    Huisstijl,
    Kop,
    Tabel,
    Tweetalig,
)
from veiligheidsplan.signing.identity import make_identity
from veiligheidsplan.signing.sign import sign

NU = datetime(2026, 12, 7, 13, 5, tzinfo=UTC)
#: a signed copy of each sort in the quick run; every other one at night
_GETEKEND = {("gezamenlijk", "ar"), ("met privébladen", "en"), ("kind van 9", "nl")}


def _faults(pdf: bytes) -> list[str]:
    """What our own structural check says, and what qpdf finds when it reads every byte."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        return [*map(str, check(pdf)), *doc.check_pdf_syntax()]


def _pairs(gewoon: Iterable[tuple[str, str]], alle: Iterable[tuple[str, str]] = ALLE) -> list[ParameterSet]:
    """All of them; in the quick run only those of *gewoon*."""
    overdag = set(gewoon)
    return [pytest.param(*p, marks=() if p in overdag else pytest.mark.nachtelijk) for p in alle]


@pytest.mark.parametrize(("naam", "taal"), _pairs(GEWOON))
def test_elk_exemplaar_komt_in_elke_taal_door_de_keuring(naam: str, taal: str) -> None:
    """De boom, de bladen, de letters en elke byte."""
    assert _faults(made(naam, taal)) == []


@pytest.mark.parametrize(
    ("naam", "taal"), _pairs([("gezamenlijk", "ar"), ("kind van 5", "en"), ("kaart", "nl")])
)
def test_pikepdf_keurt_elk_exemplaar_zonder_velden_goed(naam: str, taal: str) -> None:
    """Een vreemde keuring vindt er in geen enkele taal iets op aan te merken."""
    document = drawn(naam, taal)
    assert findings(render(replace(document, blokken=without_fields(document.blokken)))) == []


@pytest.mark.parametrize(("naam", "taal"), _pairs(_GETEKEND, [p for p in ALLE if p[0] in KOPIEEN]))
def test_na_drie_handtekeningen_komt_het_nog_door_de_keuring(naam: str, taal: str) -> None:
    """Wie er ook tekent: er is na elke handtekening geen fout. Is er één plaats, dan tekent er één."""
    velden = [b.veld for b in drawn(naam, taal).blokken if isinstance(b, Handtekeningvak) and b.veld]
    exemplaar = made(naam, taal)
    for nummer, veld in enumerate(dict.fromkeys(velden[:3]), 1):
        identiteit = make_identity(f"J. Jánsen {nummer}", b"acht natte eenden", NU)
        exemplaar = sign(exemplaar, identiteit, b"acht natte eenden", veld=veld, nu=NU)
        assert _faults(exemplaar) == []


def _introductions(blokken: tuple[Blok, ...]) -> Iterator[str]:
    """Headings, and the paragraph between a heading and what it introduces."""
    for vorig, blok, volgend in zip((None, *blokken), blokken, (*blokken[1:], None), strict=False):
        if isinstance(blok, Kop) or (
            isinstance(blok, Alinea)
            and isinstance(vorig, Kop)
            and not isinstance(volgend, Alinea | Bladzijde | Kop | None)
        ):
            yield zonder_wit(blok.tekst)


@pytest.mark.parametrize("naam", EXEMPLAREN)
def test_geen_kop_of_inleiding_staat_onder_aan_een_blad_los_van_wat_zij_inleidt(naam: str) -> None:
    """Anders leest iemand een kop waar niets onder staat, en op het volgende blad iets zonder kop."""
    # a short heading (a name) can also be the last word of a cell
    los = tuple(tekst for tekst in _introductions(drawn(naam, "nl").blokken) if len(tekst) > 7)
    bladen = [zonder_wit(blad) for blad in paginatekst(made(naam, "nl"))]
    assert [blad[-60:] for blad in bladen[:-1] if blad.endswith(los)] == []


def test_een_vertaald_antwoord_staat_bij_zijn_eigen_vakje_en_niet_bij_het_volgende() -> None:
    """Arabisch begint rechts: over de hele kolom stond «ja» tegen het vakje van «nee» aan."""
    keuzes = [
        Tweetalig("Ja", "ar", "نعم"),
        Tweetalig("Nee", "ar", "لا"),
        Tweetalig("Weet niet", "ar", "لا أعرف"),
    ]
    register()
    rij = Aankruisrij(list(keuzes), 3, Boom().document, make(Huisstijl()), verder=False)
    rij.wrap(475, 800)
    for tekst in rij.teksten:
        assert tekst.width <= max(deel.natural() for deel in tekst.delen)
        assert tekst.width < 60


def test_de_kopie_van_een_kind_begint_met_waar_zij_over_gaat_en_eindigt_met_de_plaats_om_te_tekenen() -> None:
    """Een kind leest eerst dat het niet zijn schuld is."""
    blokken = EXEMPLAREN["kind van 9"]().blokken
    koppen = [b.tekst for b in blokken if isinstance(b, Kop) and b.niveau == 1]
    assert koppen[0] == "Waar dit over gaat"
    assert koppen[-1] == "Ondertekening"


def test_een_lange_naam_breekt_geen_woord_in_een_andere_kolom() -> None:
    """Past niet elk langste woord, dan geeft alleen de breedste kolom toe: «Leeftijd» blijft heel."""
    register()
    o = make(Huisstijl())
    koppen = ("Naam", "Volwassene", "Leeftijd", "Woont", "Gevaar", "Gezamenlijk")
    lang = "Abdurrahmanzadehwolvenkampoudekerkwesterveldachternaamsenvandenbroekenmeer"
    maten = widths(Tabel(koppen, ((lang, *koppen[1:]),), ""), 6, o.celkop, o.cel, 475)
    assert sum(maten) == pytest.approx(475)
    for kop, maat in list(zip(koppen, maten, strict=True))[1:]:
        assert maat > stringWidth(kop, o.celkop.fontName, o.celkop.fontSize) + 14, kop


@pytest.mark.parametrize("naam", ["A" * 200, Tweetalig("Maria van den " * 9, "ar", "ماريا فان دن " * 9)])
def test_veel_cijfers_van_mensen_met_een_lange_naam_passen_op_de_bladen(naam: str) -> None:
    """Een tekening wordt niet geknipt: te hoog zou er geen plan komen."""
    gemaakt = render(
        document(blokken=(Kop("Cijfers"), Cijferbalk(tuple((naam, n) for n in range(11)), "alt")))
    )
    assert check(gemaakt) == []


def test_alles_voor_de_eerste_plaats_om_te_tekenen_blijft_erbij() -> None:
    """Wat er vlak boven staat is wat iemand tekent; de plaats komt nooit alleen op een nieuw blad."""
    vak = (
        Kop("Ondertekening"),
        Alinea("Een digitale handtekening."),
        Alinea("Op deze versie."),
        Handtekeningvak("Noor"),
    )
    for regels in range(26, 44):
        bladen = paginatekst(render(document(blokken=(Alinea("x\n" * regels), *vak), merk="")))
        assert [("Ondertekening" in b) for b in bladen] == [("Noor" in zonder_wit(b)) for b in bladen], regels


def test_een_korte_inhoudsopgave_staat_heel_op_een_blad() -> None:
    """Twee regels hier en de rest op het volgende blad leest niemand als één lijst."""
    for regels in range(0, 40, 3):
        hoofdstukken = [b for n in range(14) for b in (Kop(f"Deel {n}"), Alinea("woord " * 300))]
        gemaakt = render(document(blokken=(Kop("Eerst"), Alinea("x\n" * regels), *hoofdstukken), merk=""))
        met = [b for b in paginatekst(gemaakt) if "Deel0" in zonder_wit(b)]
        assert "Deel13" in zonder_wit(met[0]), regels


def test_een_voettekst_in_het_arabisch_wordt_getekend() -> None:
    """Geen woord voor wat er niet kon: het schrift is er."""
    gemaakt = render(document(blokken=(Alinea("x"),), voettekst="اسأل 0800-2000"))
    assert "[Arabisch" not in "".join(paginatekst(gemaakt))
    assert check(gemaakt) == []
