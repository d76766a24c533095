"""Ondertekenen en controleren: wat heel is wordt goed genoemd, en al het andere niet."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.inhoud import alles, bevat
from tests.export.structuur import check
from tests.signing.aanvaller import sign_raw
from tests.signing.plan import NU, WACHTZIN, een, identiteit, leeg, twee
from veiligheidsplan.bevinding import BevindingenFout, Ernst
from veiligheidsplan.signing.identity import make_identity, read_identity
from veiligheidsplan.signing.sign import open_fields, sign
from veiligheidsplan.signing.verify import Controle, verify


def codes(controle: Controle) -> set[str]:
    """The codes of all findings."""
    return {b.code for b in controle.bevindingen}


def test_een_plan_met_een_open_plek_is_nog_niet_af_en_noemt_naam_moment_en_plek() -> None:
    """Eén handtekening van twee: heel, en niet af. Het document zelf zegt wie er moet tekenen."""
    uit = verify(een())
    assert (uit.goed, uit.oordeel) == (False, "niet af")
    (handtekening,) = uit.handtekeningen
    assert (handtekening.naam, handtekening.moment) == ("J. Jansen, casusregisseur", NU)
    assert (handtekening.certificaat, handtekening.dekking) == ("zelf gemaakt", "het hele bestand")
    assert handtekening.vingerafdruk == read_identity(identiteit(), WACHTZIN).vingerafdruk
    assert uit.open_velden == ("partij-2",)
    assert [(b.code, b.ernst) for b in uit.bevindingen] == [("VP809", Ernst.FOUT)]


def test_wie_zegt_wie_er_moest_tekenen_krijgt_voor_een_andere_open_plek_een_waarschuwing() -> None:
    """Alleen partij-1 was nodig: goed, en de andere open plek wordt genoemd."""
    uit = verify(een(), verwacht=("partij-1",))
    assert uit.goed
    assert [(b.code, b.ernst) for b in uit.bevindingen] == [("VP809", Ernst.WAARSCHUWING)]


def test_twee_handtekeningen_na_elkaar_blijven_beide_goed() -> None:
    """De tweede voegt toe zonder de eerste te raken; de laatste dekt het hele bestand."""
    uit = verify(twee(), verwacht=("partij-1", "partij-2"))
    assert uit.goed
    assert uit.bevindingen == ()
    assert [h.dekking for h in uit.handtekeningen] == ["tot aan een latere handtekening", "het hele bestand"]
    assert twee().startswith(een())
    assert een().startswith(leeg())


def test_de_uitleg_zegt_wat_een_zelf_gemaakte_handtekening_niet_bewijst() -> None:
    """Er staat dat de sleutel dezelfde is en dat de persoon niet bewezen is; nergens staat rechtsgeldig."""
    tekst = " ".join(verify(een()).toelichting)
    assert "bewijst niet wie de ondertekenaar is" in tekst
    assert "rechtsgeldig" not in tekst


def test_een_document_zonder_handtekening_is_niet_goed() -> None:
    """Zonder handtekening: VP801, en de vrije plekken worden genoemd."""
    uit = verify(leeg())
    assert not uit.goed
    assert codes(uit) == {"VP801"}
    assert uit.open_velden == ("partij-1", "partij-2") == open_fields(leeg())


def test_elke_steekproef_van_een_omgezette_bit_wordt_geweigerd() -> None:
    """Zestig bytes op willekeurige plaatsen in een ondertekend plan: geen enkele verandering komt erdoor."""
    keus = random.Random(7)  # noqa: S311 - een vaste steekproef, geen geheim
    heel = twee()
    for plek in keus.sample(range(len(heel)), 60):
        stuk = heel[:plek] + bytes([heel[plek] ^ (1 << keus.randrange(8))]) + heel[plek + 1 :]
        assert not verify(stuk).goed, plek


def test_ook_de_ongetekende_ruimte_van_de_handtekening_zelf_mag_niets_verbergen() -> None:
    """In de nullen achter de handtekening en in de grootte van haar letters kan niets worden verstopt."""
    heel = een()
    einde = heel.rindex(b"0000>")
    assert codes(verify(heel[:einde] + b"0007>" + heel[einde + 5 :])) >= {"VP802"}
    begin = heel.index(b"/Contents <3") + 11
    plek = next(n for n in range(begin, begin + 400) if heel[n : n + 1].isalpha())
    assert not verify(heel[:plek] + heel[plek : plek + 1].swapcase() + heel[plek + 1 :]).goed


def test_toegevoegde_tekst_na_het_ondertekenen_wordt_gezien() -> None:
    """Een extra bladzij-inhoud als aanvulling achter het bestand: de handtekening alleen zou het niet merken."""
    with pikepdf.open(io.BytesIO(een())) as doc:
        nummer, wortel = doc.pages[0].obj.objgen[0], doc.Root.objgen[0]
        grootte = int(doc.trailer.Size)
        inhoud = doc.pages[0].obj.unparse(resolved=True).decode("latin-1")
    begin = een().rindex(b"startxref\n") + 10
    vorige = int(een()[begin : een().index(b"\n", begin)])
    nieuw = f"{grootte} 0 obj\n<</Length 4>>\nstream\nq Q \nendstream\nendobj\n".encode()
    pagina = f"{nummer} 0 obj\n{inhoud.replace('/Tabs /S', '/Tabs /R')}\nendobj\n".encode("latin-1")
    assert b"/Tabs /R" in pagina
    p1 = len(een())
    p2, xref = p1 + len(nieuw), p1 + len(nieuw) + len(pagina)
    staart = (
        f"xref\n{nummer} 1\n{p2:010d} 00000 n \n{grootte} 1\n{p1:010d} 00000 n \n"
        f"trailer\n<</Size {grootte + 1}/Root {wortel} 0 R/Prev {vorige}>>\nstartxref\n{xref}\n%%EOF\n"
    )
    uit = verify(een() + nieuw + pagina + staart.encode())
    assert not uit.goed
    assert "VP803" in codes(uit)


def test_rommel_achter_het_einde_wordt_genoemd() -> None:
    """Losse bytes of enkele lege regels achter het einde: VP804."""
    for staart in (b"rommel", b"\n", b"\x00" * 8, b"%PDF-1.7"):
        uit = verify(een() + staart)
        assert (uit.goed, codes(uit) & {"VP804"}) == (False, {"VP804"})


def test_een_afgeknipt_bestand_is_een_oudere_versie_en_valt_op() -> None:
    """Teruggeknipt tot de eerste handtekening: een open plek, en een fout als de tweede verwacht was."""
    terug = twee()[: len(een())]
    assert codes(verify(terug)) == {"VP809"}
    uit = verify(terug, verwacht=("partij-1", "partij-2"))
    assert not uit.goed
    assert codes(uit) == {"VP808"}
    assert codes(verify(twee()[:-400])) == {"VP807"}


@pytest.mark.parametrize(
    ("bytes_", "code"), [(b"", "VP805"), (b"PK\x03\x04", "VP805"), (b"%PDF-1.7\n", "VP807")]
)
def test_wat_geen_hele_pdf_is_wordt_zo_genoemd(bytes_: bytes, code: str) -> None:
    """Leeg, een ander soort bestand, alleen een begin."""
    uit = verify(bytes_)
    assert (uit.goed, codes(uit)) == (False, {code})


def test_een_versleutelde_pdf_wordt_zo_genoemd_en_niet_ondertekend() -> None:
    """Met een wachtwoord erop: VP806 bij controleren, VP814 bij ondertekenen."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(leeg())) as doc:
        doc.save(uit, encryption=pikepdf.Encryption(owner="x", user="y"))
    assert codes(verify(uit.getvalue())) == {"VP806"}
    with pytest.raises(BevindingenFout) as fout:
        sign(uit.getvalue(), identiteit(), WACHTZIN, veld="partij-1", nu=NU)
    assert [b.code for b in fout.value.bevindingen] == ["VP814"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_geen_enkele_reeks_bytes_laat_de_controle_struikelen(data: st.DataObject) -> None:
    """Afgeknipt, omgezet, verdubbeld, vervangen: altijd een antwoord, nooit een programmafout, nooit goed."""
    heel = een()
    a = data.draw(st.integers(0, len(heel)))
    b = data.draw(st.integers(a, min(len(heel), a + 400)))
    stuk = heel[:a] + data.draw(st.binary(max_size=40) | st.just(heel[a:b] * 2)) + heel[b:]
    if stuk != heel:
        assert not verify(stuk).goed


@pytest.mark.parametrize(
    ("veld", "wachtzin", "wanneer", "code"),
    [
        ("partij-1", b"fout", NU, "VP811"),
        ("partij-9", WACHTZIN, NU, "VP812"),
        ("partij-1", WACHTZIN, NU + timedelta(days=365 * 6), "VP816"),
        ("partij-1", WACHTZIN, NU - timedelta(days=1), "VP817"),
    ],
)
def test_ondertekenen_dat_niet_kan_geeft_een_duidelijke_reden(
    veld: str, wachtzin: bytes, wanneer: datetime, code: str
) -> None:
    """Verkeerde wachtzin, een plek die er niet is, een certificaat dat verlopen is of nog niet geldt."""
    with pytest.raises(BevindingenFout) as fout:
        sign(leeg(), identiteit(), wachtzin, veld=veld, nu=wanneer)
    assert [b.code for b in fout.value.bevindingen] == [code]


def test_een_plek_wordt_niet_tweemaal_ondertekend() -> None:
    """De tweede keer op dezelfde plek: VP813."""
    with pytest.raises(BevindingenFout) as fout:
        sign(een(), identiteit(), WACHTZIN, veld="partij-1", nu=NU)
    assert [b.code for b in fout.value.bevindingen] == ["VP813"]


def test_een_certificaat_dat_toen_niet_gold_maakt_het_document_niet_goed() -> None:
    """Een handtekening die zegt van voor het certificaat te zijn: VP810."""
    vroeg = sign_raw(
        leeg(), identiteit(), WACHTZIN, veld="partij-1", nu=NU - timedelta(days=30), vastleggen=True
    )
    assert not verify(vroeg).goed
    assert "VP810" in codes(verify(vroeg))


def test_een_naam_zonder_tekens_of_een_lege_wachtzin_geeft_geen_identiteit() -> None:
    """Leeg, te lang of zonder wachtzin: VP815."""
    for naam, zin in (("", WACHTZIN), ("x" * 65, WACHTZIN), ("\x00", WACHTZIN), ("Jansen", b"")):
        with pytest.raises(BevindingenFout) as fout:
            make_identity(naam, zin, NU)
        assert [b.code for b in fout.value.bevindingen] == ["VP815"]


def test_een_handtekening_laat_versie_metadata_en_structuur_zoals_zij_waren() -> None:
    """PDF 1.7 zonder uitbreiding, geen klok of naam van een bibliotheek, en nog steeds toegankelijk."""
    with pikepdf.open(io.BytesIO(twee())) as na, pikepdf.open(io.BytesIO(leeg())) as voor:
        assert na.pdf_version == "1.7"
        assert "/Version" not in na.Root
        assert "/Extensions" not in na.Root
        assert na.Root.Metadata.read_bytes() == voor.Root.Metadata.read_bytes()
        assert {str(k): str(v) for k, v in na.docinfo.items()} == {
            str(k): str(v) for k, v in voor.docinfo.items()
        }
        velden = [v.V for v in na.Root.AcroForm.Fields]
        assert [("/Reference" in v) for v in velden] == [True, False]
        for veld in velden:
            assert not {"/Reason", "/Location", "/ContactInfo"} & set(veld.keys())
            assert veld.SubFilter == "/ETSI.CAdES.detached"
        fonts = [
            o for o in na.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
        ]
        assert all("/FontFile2" in f for f in fonts)
    assert "pyhanko" not in alles(twee()).lower()
    assert check(twee()) == []


def test_het_stempel_noemt_wie_en_wanneer_met_een_eigen_lettertype() -> None:
    """De naam staat leesbaar in de plek, ook een lange en een met tekens die het lettertype niet heeft."""
    naam = "Łucja Ødegård-Ивановa, lokaal team Voorbeeldstad 東"
    with pikepdf.open(io.BytesIO(sign(leeg(), identiteit(naam), WACHTZIN, veld="partij-1", nu=NU))) as doc:
        beeld = doc.Root.AcroForm.Fields[0].AP.N
        assert "/Stempel" in beeld.Resources.Font
        cmap = beeld.Resources.Font["/Stempel"].ToUnicode.read_bytes()
    assert f"<{ord('Ł'):04X}>".encode() in cmap
    assert bevat(sign(leeg(), identiteit(naam), WACHTZIN, veld="partij-1", nu=NU), "Ødegård-Ивановa")
    assert not bevat(leeg(), "Digitaal ondertekend door")


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig (poppler-utils) is hier niet geïnstalleerd")
def test_pdfsig_noemt_elke_handtekening_geldig(tmp_path: Path) -> None:
    """Een ander programma komt tot hetzelfde oordeel, voor beide handtekeningen en voor een veranderd bestand."""
    (tmp_path / "goed.pdf").write_bytes(twee())
    plek = twee().index(b"/StructTreeRoot")
    (tmp_path / "fout.pdf").write_bytes(twee()[:plek] + b"/StructTreeRooT" + twee()[plek + 15 :])
    goed, fout = (
        subprocess.run(["pdfsig", str(tmp_path / n)], capture_output=True, text=True, check=False).stdout
        for n in ("goed.pdf", "fout.pdf")
    )
    assert goed.count("Signature is Valid") == 2
    assert "Total document signed" in goed
    assert "Signature is Valid" not in fout
