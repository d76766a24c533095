"""The words that people hear and read: short, one thing at a time, no blame, never a promise of safety."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from inhoud_leveringen import INSTRUMENTEN, PAGINAS, paragraphs, phone_numbers, read_values, sentences, texts

from veiligheidsplan.cli.register import REGISTER
from veiligheidsplan.instrument.instrument import Instrument

VRAAGWOORDEN = frozenset({"tekst", "tekst_voor", "hulp", "inleiding"})
ADVIES = frozenset({"melding", "handeling", "advies", "uitleg"})
ALLES = VRAAGWOORDEN | ADVIES | {"titel", "verantwoording", "reden"}
VERBODEN = re.compile(
    r"slachtoffer|\bpleger|\bdader|\bcliënt|\bcasus\b|problematiek|\bschuldig", re.IGNORECASE
)
MEEST_WOORDEN = 20

per_instrument = pytest.mark.parametrize("map_", INSTRUMENTEN, ids=lambda m: m.name)


def read_raw(map_: Path) -> dict[str, Any]:
    waarde = read_values(map_ / "instrument.yaml")
    assert isinstance(waarde, dict)
    return waarde


def load(map_: Path) -> Instrument:
    return Instrument.model_validate(read_raw(map_))


def own_words(map_: Path, sleutels: frozenset[str]) -> list[tuple[str, str]]:
    """Texts of ours: not the titles of the sources, which are the words of others."""
    ruw = {s: w for s, w in read_raw(map_).items() if s != "bronnen"}
    return list(texts(ruw, sleutels))


@per_instrument
def test_geen_zin_in_een_vraag_of_een_advies_is_langer_dan_twintig_woorden(map_: Path) -> None:
    lang = [
        (plek, zin)
        for plek, tekst in own_words(map_, VRAAGWOORDEN | ADVIES)
        for zin in sentences(tekst)
        if len(zin.split()) > MEEST_WOORDEN
    ]
    assert lang == []


@per_instrument
def test_een_vraag_is_een_vraag_met_een_vraagteken(map_: Path) -> None:
    for id_, vraag in load(map_).vragen.items():
        for tekst in (vraag.tekst, *vraag.tekst_voor.values()):
            assert tekst.count("?") == 1, id_
            assert tekst.endswith("?"), id_


@per_instrument
def test_geen_zin_in_een_vraag_of_uitleg_heeft_een_dubbele_ontkenning(map_: Path) -> None:
    for plek, tekst in own_words(map_, VRAAGWOORDEN):
        for zin in sentences(tekst):
            assert len(re.findall(r"\b(?:niet|geen|nooit|niemand|niets|zonder)\b", zin)) <= 1, (plek, zin)


@per_instrument
def test_geen_vraag_vraagt_twee_dingen_met_en_of(map_: Path) -> None:
    """Two verbs joined by «en» would be two questions; «of» only joins two words for one thing."""
    for id_, vraag in load(map_).vragen.items():
        assert not re.search(r"\b(?:en/of|en)\b", re.sub(r"dag en nacht", "", vraag.tekst)), id_
        assert not re.search(r",? of (?:is|was|heeft|deed|wordt|kan)\b", vraag.tekst), id_


@per_instrument
def test_een_volwassene_hoort_u_en_een_kind_hoort_je_of_jij(map_: Path) -> None:
    for id_, vraag in load(map_).vragen.items():
        assert not re.search(r"\b(?:je|jij|jou|jouw)\b", vraag.tekst), id_
        for tekst in vraag.tekst_voor.values():
            assert not re.search(r"\b(?:u|uw)\b", tekst), id_
            assert re.search(r"\b(?:je|jij|jou|jouw)\b", tekst), id_


@per_instrument
def test_geen_tekst_plakt_een_naam_op_een_mens_of_geeft_schuld(map_: Path) -> None:
    assert [(plek, t) for plek, t in own_words(map_, ALLES) if VERBODEN.search(t)] == []
    assert [
        (plek, t) for plek, t in own_words(map_, VRAAGWOORDEN) if re.search(r"\bwaarom\b", t, re.IGNORECASE)
    ] == []


@per_instrument
def test_het_laagste_niveau_belooft_niets(map_: Path) -> None:
    id_, niveau = next(iter(load(map_).niveaus.items()))
    assert not re.search(r"veilig|laag", id_)
    assert niveau.titel is not None
    assert niveau.titel.startswith("Geen ")
    assert niveau.titel.endswith("in wat nu bekend is")


@per_instrument
def test_elk_signaal_zegt_wat_er_is_en_wat_u_nu_doet(map_: Path) -> None:
    for id_, signaal in load(map_).signalen.items():
        assert signaal.niveau, id_
        assert signaal.melding, id_
        assert signaal.handeling, id_


@per_instrument
def test_elke_vraag_heeft_een_bron_of_een_reden_en_elke_bron_wordt_gebruikt(map_: Path) -> None:
    instrument = load(map_)
    for id_, vraag in instrument.vragen.items():
        assert vraag.bronnen or vraag.reden, id_
    gebruikt = {bron for vraag in instrument.vragen.values() for bron in vraag.bronnen}
    assert gebruikt == set(instrument.bronnen)
    assert all(bron.titel and bron.vindplaats for bron in instrument.bronnen.values())


@per_instrument
def test_een_vraag_over_gevaar_is_niet_voor_het_oor_van_wie_gevaar_kan_geven(map_: Path) -> None:
    """The one exception is medical help, which may be asked in any company."""
    instrument = load(map_)
    open_ = [id_ for id_ in instrument.vragen if not instrument.bijzijn_van(id_)]
    assert open_ == (["gewond"] if map_.name == "directe-veiligheid" else [])


@per_instrument
def test_een_antwoord_over_nu_of_deze_maand_komt_niet_mee_naar_een_volgende_ronde(map_: Path) -> None:
    for id_, vraag in load(map_).vragen.items():
        if vraag.periode in ("nu", "maand"):
            assert vraag.voorinvullen is False, id_


@per_instrument
def test_het_instrument_zegt_dat_het_niet_gevalideerd_is_en_geen_kans_geeft(map_: Path) -> None:
    instrument = load(map_)
    assert (instrument.status, instrument.validatie) == ("concept", "niet_gevalideerd")
    for zin in (
        "gestructureerd professioneel oordeel",
        "niet gevalideerd",
        "geen kans",
        "redactionele keuze",
    ):
        assert zin in instrument.verantwoording
    leesmij = (map_ / "LEESMIJ.md").read_text(encoding="utf-8")
    assert "CC-BY-4.0" in leesmij
    assert "## Niet voor" in leesmij


@per_instrument
def test_geen_schaal_telt_wat_onbekend_is_als_nul(map_: Path) -> None:
    assert {schaal.ontbrekend for schaal in load(map_).schalen.values()} == {"bandbreedte"}


def test_directe_veiligheid_heeft_hoogstens_acht_vragen_en_elk_instrument_heeft_een_korte_ronde() -> None:
    aantal = {map_.name: load(map_).vragen for map_ in INSTRUMENTEN}
    assert set(aantal) == {"directe-veiligheid", "kindveiligheid", "partnergeweld"}
    assert len(aantal["directe-veiligheid"]) <= 8
    for naam, vragen in aantal.items():
        assert 0 < sum(v.kort for v in vragen.values()) < len(vragen), naam


@pytest.mark.parametrize("pad", PAGINAS, ids=lambda p: p.name)
def test_een_bladzijde_voor_professionals_heeft_korte_zinnen_en_geeft_niemand_een_naam(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert not VERBODEN.search(tekst)
    zinnen = (zin for alinea in paragraphs(tekst) for zin in sentences(alinea))
    lang = [zin for zin in zinnen if len(zin.split()) > MEEST_WOORDEN]
    assert lang == []


def test_elk_nummer_dat_ergens_genoemd_wordt_staat_in_nummers_yaml() -> None:
    bekend = {
        n["nummer"]
        for n in read_values(INSTRUMENTEN[0].parents[1] / "regio" / "nummers.yaml")["nummers"].values()
    }
    paden = [*PAGINAS, *(m / naam for m in INSTRUMENTEN for naam in ("instrument.yaml", "LEESMIJ.md"))]
    genoemd = {nummer for pad in paden for nummer in phone_numbers(pad.read_text(encoding="utf-8"))}
    assert {"112", "0800-2000"} <= genoemd
    assert genoemd <= bekend


@pytest.mark.parametrize("pad", PAGINAS, ids=lambda p: p.name)
def test_elke_opdracht_en_elke_verwijzing_op_een_bladzijde_bestaat(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    regels = re.findall(r"^(veiligheidsplan [^`\n]+)$|`(veiligheidsplan [^`\n]+)`", tekst, re.MULTILINE)
    opdrachten = {(a or b).split()[1] for a, b in regels}
    assert opdrachten <= set(REGISTER)
    for doel in re.findall(r"\]\(([^)]+)\)", tekst):
        assert (pad.parent / doel).is_file(), doel
