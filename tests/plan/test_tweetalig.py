"""Een kopie in twee talen: het Nederlands staat er altijd, en wat niemand nakeek is een leeshulp."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.inhoud import paginatekst
from tests.plan.omgeving import example_dossier, omgeving, with_values
from tests.plan.test_evaluatie import review
from tests.plan.test_evaluatie import vast as established
from tests.plan.test_kopie_persoon import BO, GIJS, NOOR, huis
from veiligheidsplan.app.talen import fixed_texts, load_language
from veiligheidsplan.export import as_lines, render
from veiligheidsplan.loading.finder import find_sjabloon
from veiligheidsplan.plan.document import Alinea, Document, Handtekeningvak, Kop, Lijst, Plaatje, Tweetalig
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kopie import KAARTEN, Eigendeel, make_copy
from veiligheidsplan.plan.lezer import PROFESSIONAL, is_person, readers_of
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.papier import paper_forms
from veiligheidsplan.plan.taalbestand import Taalbestand, Woordenboek
from veiligheidsplan.plan.tweetalig import in_two_languages, untranslated

TALEN = ("en", "ar")


def copy(d: Dossier | None = None) -> Document:
    """The joint copy."""
    return make_copy(d or example_dossier(), omgeving(), "gezamenlijk", kenmerk="0000abcd")


def approved(taal: str, door: str = "Bureau Voorbeeld") -> Woordenboek:
    """As shipped, but checked by somebody."""
    w = load_language(omgeving(), taal)
    nagekeken = {"status": "gecontroleerd", "gecontroleerd_door": door, "datum": date(2026, 12, 1)}
    return Woordenboek(Taalbestand.model_validate(w.bestand.model_dump() | nagekeken), w.teksten)


def read_by_residents() -> Iterator[Document]:
    """Whatever a resident can hold: every reader and kind of pages, every age, before and after a review."""
    o = omgeving()
    yield from (copy(), copy(Dossier()), paper_forms(o)[0])
    eigen = (("eigen_actie:2", "van", GIJS), ("eigen_actie:2", "wat", "Gijs belt de wijkagent"))
    d = huis((GIJS, "op_plan", "nee"), *eigen, *_of_every_kind())
    for voor in readers_of(d):
        soorten: tuple[Eigendeel, ...] = ("niet", "mee", "apart", *KAARTEN) if is_person(voor) else ("niet",)
        for soort, voorlopig in product(soorten if voor != PROFESSIONAL else (), (False, True)):
            yield make_copy(d, o, voor, kenmerk="0000abcd", eigen=soort, voorlopig=voorlopig)
    boos, taak = (BO, "mogelijke_pleger", "ja"), ("actie:2", "wie", BO)
    for leeftijd, meer in product((5, 9, 13, 17), ((), (boos,), (taak,))):
        yield make_copy(huis((BO, "leeftijd", leeftijd), *meer), o, BO, kenmerk="0000abcd", eigen="mee")
    yield from (copy(established(example_dossier())), copy(_reviewed()))


def _of_every_kind() -> Iterator[tuple[str, str, object]]:
    """Each thing that belongs to one person, filled in as far as a text fits."""
    for soort in ("eigen_veiligheid", "eigen_aanpak", "contact", "plek", "bescherming", "terugblik"):
        for veld, spec in VELDEN[soort].items():
            if spec.soort == "tekst":
                yield f"{soort}:1", veld, "zwaluw"
        yield f"{soort}:1", "van", NOOR


def _reviewed() -> Dossier:
    """After a first review, with what was said together of two tasks."""
    d = review()
    een, twee = "taak:1:actie:1", "taak:1:actie:2"
    samen = ((een, "gedaan", "deels"), (een, "waarom", "het was druk"), (een, "verder", "blijft"))
    return with_values(d, *samen, (twee, "gedaan", "ja"), (twee, "verder", "klaar"))


@pytest.mark.parametrize("taal", TALEN)
def test_elke_vaste_tekst_die_een_bewoner_leest_is_vertaald(taal: str) -> None:
    """Elke kopie, elk privéblad, elke leeftijd en het formulier; een nieuwe zin zonder vertaling valt hier op."""
    w, vast = load_language(omgeving(), taal), fixed_texts(omgeving().sjabloon)
    over = {tekst for document in read_by_residents() for tekst in untranslated(document, w, vast)}
    assert over == set()


def test_een_vergeten_zin_valt_op_ook_als_er_iets_is_ingevuld_of_zij_een_van_de_regels_is() -> None:
    """Anders zou de proef hierboven niets zien: een zin met een naam erin, en een stap uit de lijst van een kind."""
    w, vast = load_language(omgeving(), "en"), fixed_texts(omgeving().sjabloon)
    for weg in (
        "Wat u mag weten van {naam}",
        "Ga naar een rustige plek.",
        "Kopie voor u. Versie {nummer}, nog niet vastgesteld",
    ):
        zonder = Woordenboek(w.bestand, {nl: v for nl, v in w.teksten.items() if nl != weg})
        blokken = (Alinea("Wat u mag weten van Noor"), Lijst(("Ga naar een rustige plek.",)))
        document = replace(copy(), ondertitel="Kopie voor u. Versie 2, nog niet vastgesteld", blokken=blokken)
        assert len(untranslated(document, zonder, vast)) == 1
        assert untranslated(document, w, vast) == ()


@pytest.mark.parametrize("taal", TALEN)
def test_de_kopie_van_een_kind_staat_regel_voor_regel_in_beide_talen(taal: str) -> None:
    """De zin bij het plaatje, de regels eronder en elke stap hebben elk hun eigen vertaling."""
    kind = make_copy(huis((BO, "leeftijd", 9)), omgeving(), BO, kenmerk="0000abcd")
    uit = in_two_languages(kind, omgeving(), load_language(omgeving(), taal))
    stappen = [p for b in uit.blokken if isinstance(b, Lijst) for p in b.punten if "Ga " in p]
    assert stappen
    assert all(isinstance(p, Tweetalig) for p in stappen)
    assert all(isinstance(b.tekst, Tweetalig) for b in uit.blokken if isinstance(b, Plaatje | Alinea))


@pytest.mark.parametrize("taal", TALEN)
def test_wat_niemand_nakeek_is_een_leeshulp_zonder_plaats_om_te_tekenen(taal: str) -> None:
    """Op elk blad staat dat u haar niet meegeeft, in beide talen."""
    uit = in_two_languages(copy(), omgeving(), load_language(omgeving(), taal))
    assert uit.merk == "Leeshulp, niet meegeven"
    assert isinstance(uit.blokken[0], Alinea)
    assert isinstance(uit.blokken[0].tekst, Tweetalig)
    assert "Geef dit blad niet mee" in uit.blokken[0].tekst
    assert not any(isinstance(b, Handtekeningvak) for b in uit.blokken)
    koppen = [b.tekst for b in uit.blokken if isinstance(b, Kop)]
    assert "Ondertekening" not in koppen
    eigen = make_copy(huis(), omgeving(), NOOR, kenmerk="0000abcd", eigen="mee")
    assert "Ondertekening" not in as_lines(
        in_two_languages(eigen, omgeving(), load_language(omgeving(), taal)), 80
    )
    assert "Over dit plan" in koppen


def test_wie_nakeek_en_wanneer_staat_op_de_kopie_die_u_mag_meegeven() -> None:
    """Dan zijn er ook plaatsen om te tekenen, en is er geen merk."""
    uit = in_two_languages(copy(), omgeving(), approved("en"))
    assert uit.merk == ""
    assert isinstance(uit.blokken[0], Alinea)
    assert "Bureau Voorbeeld" in uit.blokken[0].tekst
    assert "1 december 2026" in uit.blokken[0].tekst
    assert any(isinstance(b, Handtekeningvak) for b in uit.blokken)


def test_wie_haar_eigen_vertaling_goedkeurt_keek_haar_niet_na() -> None:
    """Een ander moet dat doen; hoofdletters en spaties maken van dezelfde geen ander."""
    zelf = load_language(omgeving(), "en").bestand.vertaler
    assert not approved("en", f"  {zelf.upper()} ").bestand.approved
    assert not approved("en", "").bestand.approved
    assert approved("en").bestand.approved


def test_het_nederlands_blijft_woord_voor_woord_staan() -> None:
    """De vertaling komt ernaast, nooit in de plaats: zonder de vertalingen is het weer dezelfde kopie."""
    gewoon = copy()
    uit = in_two_languages(gewoon, omgeving(), approved("ar"))
    assert uit.blokken[1:] == gewoon.blokken
    assert (uit.titel, uit.ondertitel, uit.kenmerk) == (gewoon.titel, gewoon.ondertitel, gewoon.kenmerk)


def test_een_oude_vertaling_staat_nooit_naast_een_nieuwe_zin() -> None:
    """Het Nederlands zelf is de sleutel: verandert dat, dan is er geen vertaling meer."""
    w = load_language(omgeving(), "en")
    assert w.translation("In het kort") == "In short"
    assert w.translation("In het kort gezegd") is None


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("7 december 2026", "7 December 2026"),
        ("maandag 7 december 2026, 20.00 uur", "Monday 7 December 2026, 20:00"),
        ("Welk veiligheidscijfer geeft persoon 2, van 0 tot 10?",
         "Which safety number does person 2 give, from 0 to 10?"),
        ("Noodnummer: 112", "Emergency number: 112"),
        ("Actie 2, voor de veiligheid van nu", "Action 2, for safety now"),
        ("Kopie voor iedereen die meedoet. Versie 3, vastgesteld op 7 december 2026",
         "Copy for everyone who takes part. Version 3, established on 7 December 2026"),
        ("Noor over het hele gezin", "Noor about the whole family"),
        ("  In   het kort ", "In short"),
        ("maandag 7 december 2026\nKim belt met Noor.", "Monday 7 December 2026"),
    ],
)  # fmt: skip
def test_dagen_tijden_nummers_en_zinnen_met_een_opening_worden_gezegd(nl: str, en: str) -> None:
    """Wat een mens schreef blijft zoals het is."""
    assert load_language(omgeving(), "en").translation(nl) == en


@pytest.mark.parametrize(
    "tekst",
    [
        "Noor belt haar zus.",
        "Sem belt over hulp",
        "Actie voeren we samen",
        "Akkoord gaan we niet",
        "Wie: mijn buurman",
        "{naam}",
        "31 februarium 2026",
        "",
    ],
)
def test_wat_iemand_schreef_krijgt_geen_vertaling(tekst: str) -> None:
    """Het programma vertaalt niets zelf."""
    assert load_language(omgeving(), "en").translation(tekst) is None


@given(st.text(max_size=200))
def test_geen_enkele_tekst_brengt_het_woordenboek_van_de_wijs(tekst: str) -> None:
    """Accolades, haken en tekens uit een patroon zijn gewone tekens."""
    uit = load_language(omgeving(), "ar").translation(tekst)
    assert uit is None or isinstance(uit, str)


def test_een_afspraak_staat_er_met_haar_vertaling_en_wie_vertaalde() -> None:
    """Ook op een kopie zonder andere taal: de afspraak is van wie haar moet kunnen lezen."""
    d = with_values(
        example_dossier(),
        ("hoofdstukken", "gekozen", ("vertalingen", "vertaalde_acties")),
        ("vertaling:afspraak:2", "taal", "ar"),
        ("vertaling:afspraak:2", "tekst", "عند التوتر يذهب كل واحد إلى غرفته."),
        ("vertaling:afspraak:2", "door", "tolk 4711"),
        ("actievertaling:actie:2", "taal", "tr"),
        ("actievertaling:actie:2", "tekst", "Sem doktoru arar."),
    )
    document = copy(d)
    punten = [
        p for b in document.blokken if isinstance(b, Lijst) for p in b.punten if isinstance(p, Tweetalig)
    ]
    assert [(p.taal, p.vertaling) for p in punten] == [("ar", "عند التوتر يذهب كل واحد إلى غرفته.")]
    assert "(Arabisch, vertaald door tolk 4711)" in punten[0]
    tekst = "\n".join(as_lines(document, 80))
    assert "Sem doktoru arar." in tekst
    assert "عند التوتر" in tekst
    assert "Sem doktoru arar" in render(document, "markdown").decode()
    assert "Sem doktoru arar." in render(document, "json").decode()
    assert "Sem doktoru arar." in " ".join(" ".join(paginatekst(render(document))).split())


def test_op_een_scherm_en_in_markdown_staan_beide_talen() -> None:
    """Onder elkaar waar dat kan, en anders met een streep ertussen."""
    uit = in_two_languages(copy(), omgeving(), approved("en"))
    regels = as_lines(uit, 100)
    assert regels[regels.index("In het kort") + 1] == "In short"
    assert "## In het kort / In short" in render(uit, "markdown").decode()


def test_naast_een_nagekeken_sjabloon_staat_geen_vraag_die_niemand_nakeek(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anders zou een formulier zeggen dat alles is nagekeken, terwijl de vragen dat niet zijn."""
    vraag = "Heeft iemand nu een dokter nodig?"
    assert load_language(omgeving(), "en").translation(vraag) is not None
    bron = find_sjabloon("regio/veiligheidsplan").parent
    map_ = tmp_path / "sjablonen" / "regio" / "veiligheidsplan"
    shutil.copytree(bron, map_)
    bestand = map_ / "vertalingen" / "en.yaml"
    tekst = bestand.read_text("utf-8")
    nagekeken = "status: gecontroleerd\ngecontroleerd_door: Bureau Voorbeeld\ndatum: 2026-12-01\n"
    bestand.write_text(tekst.replace("status: concept\n", nagekeken), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    w = load_language(omgeving(), "en")
    assert w.bestand.approved
    assert w.translation("In het kort") == "In short"
    assert w.translation(vraag) is None
