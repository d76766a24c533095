"""Een kopie leest als voor deze lezer geschreven. Elke zin hier is op papier verkeerd gelezen voordat hij zo werd."""

from __future__ import annotations

import re
from io import BytesIO

import pytest

from tests.plan.omgeving import omgeving
from tests.verhalen.verhaal import NAMEN, story
from veiligheidsplan.app.exporteer import export
from veiligheidsplan.plan.delen_eigen import private
from veiligheidsplan.plan.namen import told
from veiligheidsplan.plan.rechten import rule_lines
from veiligheidsplan.plan.volledigheid import lacking
from veiligheidsplan.plan.zichtbaarheid import reduce_private


def copy(verhaal: str, wie: str, eigen: str = "niet") -> str:
    """The copy as plain text, by the key of a person in the answers file, or by reader."""
    v = story(verhaal)
    lezing = next(x for x in v.readings() if x.sleutel == wie and x.eigen == eigen)
    uit = export(v.dossier, omgeving(), lezing.voor, "markdown", kenmerk="0a1b2c3d", eigen=lezing.eigen)
    return uit.inhoud.decode().replace("\\", "")


@pytest.mark.parametrize(
    ("wie", "wat", "zin"),
    [
        ("Rob", "Rob ziet Daan.", "Rob ziet Daan."),
        ("oma Bep", "Oma Bep brengt Fee naar school.", "Oma Bep brengt Fee naar school."),
        ("Rob", "ROB, bel Kim.", "ROB, bel Kim."),
        ("Rob", "Robs moeder belt.", "Rob: Robs moeder belt."),
        ("Rob", "Robin belt.", "Rob: Robin belt."),
        ("Wendy", "Sil hoeft opa niet te wassen.", "Wendy: Sil hoeft opa niet te wassen."),
        ("Jan (opa)", "Jan (opa) kookt.", "Jan (opa) kookt."),
        ("", "Ieder klopt aan.", "Ieder klopt aan."),
    ],
)
def test_een_naam_staat_er_maar_een_keer(wie: str, wat: str, zin: str) -> None:
    assert told(wie, wat) == zin


@pytest.mark.parametrize("naam", NAMEN)
def test_op_geen_kopie_van_geen_verhaal_staat_een_naam_dubbel(naam: str) -> None:
    v = story(naam)
    for x in v.readings()[1:]:
        tekst = copy(naam, x.sleutel, x.eigen)
        dubbel = re.findall(r"^- (\w[\w ]*?): \1\b", tekst, re.MULTILINE | re.IGNORECASE)
        dubbel += re.findall(r"\b(\w+) over \1\b", tekst)
        assert dubbel == [], (naam, x)


@pytest.mark.parametrize("naam", NAMEN)
def test_een_kind_wordt_op_de_eigen_kopie_en_de_eigen_bladen_nooit_met_u_aangesproken(naam: str) -> None:
    for sleutel, persoon in story(naam).waarden["personen"].items():
        if persoon["soort"] == "kind":
            for eigen in ("niet", "mee"):
                assert re.findall(r"\b[Uu]w?\b", copy(naam, sleutel, eigen)) == []


def test_elk_nummer_dat_een_kind_kan_lezen_heeft_een_zin_met_je() -> None:
    for id_, nummer in omgeving().nummers.nummers.items():
        assert not re.search(r"\buw?\b", nummer.said(jij=True)), f"geef «{id_}» een wanneer_jij"


def test_wat_kan_gebeuren_staat_apart_van_wat_er_gebeurt() -> None:
    """Anders leest een kans als een feit: «De kinderen raken gewond»."""
    tekst = copy("jonge_kinderen", "gezamenlijk")
    assert "Als er niets verandert: De kinderen raken gewond of worden bang in huis." in tekst


def test_wie_het_niet_eens_is_leest_bij_de_eigen_reden_waar_die_over_gaat() -> None:
    tekst = copy("jonge_kinderen", "rik", "mee")
    assert "**Waarom u het er niet mee eens bent:** Ik wil eerder naar huis." in tekst
    assert "**Reden:**" not in tekst


def test_op_het_eigen_blad_staat_een_cijfer_over_uzelf_over_het_gezin_of_over_een_ander() -> None:
    assert "**Over uzelf:** 4" in copy("verhuisd", "petra", "mee")
    assert "**Over het hele gezin:** 8" in copy("verhuisd", "rob", "mee")
    assert "**Over een ander:** 3" in copy("ouderen_geld", "els", "mee")
    assert "**Over jezelf:** 1" in copy("eer", "samira", "mee")


@pytest.mark.parametrize(
    ("verhaal", "wie"), [("eer", "karim"), ("ouderen_geld", "bert"), ("scheiding", "inge")]
)
def test_wie_niet_op_het_plan_staat_leest_niet_dat_die_meepraat_of_iets_heeft_gelezen(
    verhaal: str, wie: str
) -> None:
    """Wel wie die kan bellen. Geen dag van het volgende contact: dan is de medewerker bij een ander."""
    tekst = copy(verhaal, wie)
    assert "Dit blad is voor u." in tekst
    assert "Spreek met uw contactpersoon af wanneer u elkaar weer spreekt." in tekst
    assert "112" in tekst
    assert "024 000 00 00" in tekst
    for woord in ("U praat mee", "bekentenis", "dat u het plan hebt gelezen", "Volgend contact", "dit plan"):
        assert woord not in tekst


def test_een_kind_leest_ook_hoe_laat_wij_weer_praten() -> None:
    assert "dinsdag 8 december 2026, 09.00 uur" in copy("eer", "samira")


def test_geen_kind_leest_dat_slaan_niet_de_eigen_schuld_is_als_het_zelf_slaat() -> None:
    """Vera van elf is bang voor haar broer, niet voor een groot mens. Teun slaat zelf, en dit blad zegt dat niet."""
    for wie in ("vera", "teun"):
        assert "Ruzie van grote mensen" not in copy("kind_slaat", wie)
        assert "slaat een ander? Dat is n" in copy("kind_slaat", wie)


def test_op_de_kopie_voor_iedereen_staat_geen_leefdomein_en_wel_wat_een_regisseur_doet() -> None:
    tekst = copy("jonge_kinderen", "gezamenlijk")
    assert "Leefdomein" not in tekst
    assert "De casusregisseur houdt in de gaten of dit plan werkt." in tekst


def test_wie_een_datum_kan_lezen_leest_bij_een_taak_ook_wanneer() -> None:
    """«Ik kom morgen langs» klopt morgen niet meer. Een kind van vijf heeft aan een datum niets."""
    assert "praten. (dinsdag 8 december 2026, 16.00 uur)" in copy("kind_slaat", "vera")
    assert "langs om het plan te bespreken, eerst met de een en dan met de ander.\n" in copy(
        "jonge_kinderen", "fee"
    )


def test_een_jongere_van_zestien_of_zeventien_leest_wat_er_gebeurt_als_het_niet_lukt_en_hoe_wij_praten() -> (
    None
):
    tekst = copy("eer", "samira")
    assert "Is zij er niet? Dan bel ik de politie." in tekst
    assert "Op school, bij de mentor." in tekst
    assert "Als het niet lukt" not in copy("kind_slaat", "teun")


def test_een_helper_die_niet_weet_wat_er_speelt_is_nog_open_en_staat_alleen_bij_de_professional() -> None:
    """Buurvrouw Ria weet niets. Een kopie in haar brievenbus zou het haar vertellen."""
    zin = "buurvrouw Ria helpt mee, en weet misschien niet wat er speelt."
    assert any(regel.startswith(zin) for regel in lacking(story("ouderen_geld").dossier, omgeving()))
    assert not any("helpt mee" in regel for regel in lacking(story("jonge_kinderen").dossier, omgeving()))
    for wie in ("gezamenlijk", "toos", "els", "bert"):
        assert "weet misschien niet" not in copy("ouderen_geld", wie)


@pytest.mark.parametrize("naam", ["ouderen_geld", "kind_slaat"])
def test_op_de_eerste_bladzijde_staat_wat_volgt_op_geen_hulp_en_wie_bij_een_klacht_helpt(naam: str) -> None:
    """Er is daar plaats genoeg: het deel schuift niet mee met de acties die erna komen."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf is hier niet geïnstalleerd")
    uit = export(story(naam).dossier, omgeving(), "gezamenlijk", "pdf", kenmerk="0a1b2c3d")
    eerste = " ".join(pypdf.PdfReader(BytesIO(uit.inhoud)).pages[0].extract_text().split())
    for zin in (
        "Bel 112",
        "Wat we eerst doen",
        "Volgend contact",
        "melding doen bij Veilig Thuis",
        "klacht indienen",
    ):
        assert zin in eerste


def test_wat_een_ander_deelt_staat_er_niet_alsof_het_over_de_lezer_gaat() -> None:
    """Noa leest op haar eigen blad «Wie u vertrouwt». Wie mag meelezen, leest dat niet: het gaat over Noa."""
    deel = reduce_private(story("jonge_kinderen").dossier, "persoon:1", jong=False)
    eigen, ander = (str(tuple(private(deel, omgeving(), f"persoon:{n}"))) for n in (1, 2))
    assert "Wie u vertrouwt" in eigen
    assert "Over het hele gezin" in eigen
    assert "haar moeder" in ander
    assert "Wie u vertrouwt" not in ander
    assert "Noa over het hele gezin" in ander


def test_een_uitzondering_op_een_leeftijdsregel_leest_als_een_verbod_en_niet_als_een_halve_zin() -> None:
    """«Een kopie van krijgen. Als dat de privacy te veel raakt.» zei het omgekeerde van wat de wet zegt."""
    d = story("jonge_kinderen").dossier
    fee = next(p for p in d.onderwerpen("persoon") if d.waarde(p, "naam") == "Fee")
    regels = [r for r in rule_lines(d, omgeving(), fee) if "privacy" in r]
    assert [r.split(". ", 1)[1] for r in regels] == [
        "Dat mag niet als het de privacy van een ander te veel raakt."
    ]
