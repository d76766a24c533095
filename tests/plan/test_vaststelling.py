"""Established is established: what changes after it is a new round, and a copy says which version it is."""

from __future__ import annotations

import pytest

from tests.plan.omgeving import events, example_dossier, omgeving, with_values
from veiligheidsplan.app.kopblad import head
from veiligheidsplan.app.stel_vast import establish, nothing_new
from veiligheidsplan.export import FORMATEN, render
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.herstel import mending
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.vaststelling import REDENEN, changed_since, round_now
from veiligheidsplan.plan.versie import version_for, version_text
from veiligheidsplan.plan.volledigheid import lacking

GEHEIM = ("slot:persoon:1", "waardoor", "Er is een vluchtkoffer.")
ZICHTBAAR = ("afspraak:1", "wat", "Sem slaapt ergens anders.")


def vast(d: Dossier, **opties: str) -> Dossier:
    return fold(events([establish(d, omgeving(), **opties)]), d)


def kopie(d: Dossier) -> Dossier:
    inhoud = {"voor": "gezamenlijk", "kenmerk": "a1", "formaat": "pdf", "voorlopig": False}
    return fold(events([Feit("kopie_gemaakt", inhoud)]), d)


def zitting(d: Dossier, nummer: int) -> Dossier:
    return with_values(d, ("gesprek", "zitting", nummer))


def test_een_antwoord_na_het_vaststellen_opent_ronde_twee() -> None:
    d = vast(example_dossier())
    assert (round_now(d), changed_since(d), nothing_new(d)) == (1, False, True)
    d = with_values(d, GEHEIM)
    assert (round_now(d), changed_since(d), nothing_new(d)) == (2, True, False)
    assert b"ronde 2 in gesprek, ronde 1 is vastgesteld" in head(d)
    d = vast(zitting(d, 2))
    assert [v.ronde for v in d.vaststellingen] == [1, 2]
    assert b'"vastgesteld, ronde 2"' in head(d)


@pytest.mark.parametrize(
    "verandering",
    [
        ("zitting:2", "setting", "samen"),
        ("incident:1", "wat", "Hij stond voor de deur."),
        ("dossier", "alias", "reiger"),
        ("gesprek", "zitting", 2),
        ("afspraak:1", "wie", "persoon:2"),  # what stood there already
    ],
)
def test_wat_niet_het_plan_is_opent_geen_ronde(verandering: tuple[str, str, object]) -> None:
    """Een nieuw gesprek, een voorval, een andere naam voor het dossier: het plan blijft vastgesteld."""
    d = example_dossier()
    oud = d.waarde("afspraak:1", "wie")
    d = vast(with_values(d, ("afspraak:1", "wie", "persoon:2")) if oud != "persoon:2" else d)
    assert not changed_since(with_values(d, verandering))


def test_een_schrijffout_in_hetzelfde_gesprek_telt_niet_als_nieuwe_ronde() -> None:
    """Nog geen kopie, zelfde gesprek: opnieuw vaststellen blijft ronde 1. Met een kopie wordt het ronde 2."""
    d = vast(with_values(vast(example_dossier()), ZICHTBAAR))
    assert [v.ronde for v in d.vaststellingen] == [1, 1]
    d = vast(with_values(kopie(vast(example_dossier())), ZICHTBAAR))
    assert [v.ronde for v in d.vaststellingen] == [1, 2]


def test_de_kopie_voor_iedereen_zegt_niets_over_wat_een_ander_niet_mag_weten() -> None:
    """Na vaststellen komt er iets geheims bij. De gezamenlijke kopie blijft byte voor byte dezelfde."""
    d = vast(example_dossier())
    geheim = vast(zitting(with_values(d, GEHEIM), 2))
    assert version_text(geheim, omgeving(), "professional") == "Ronde 2, vastgesteld op 7 december 2026"
    for formaat in FORMATEN:
        een, twee = (
            render(make_copy(x, omgeving(), "gezamenlijk", kenmerk="x"), formaat) for x in (d, geheim)
        )
        assert een == twee, formaat


def test_verandert_er_iets_dat_iedereen_ziet_dan_is_het_een_nieuwe_versie() -> None:
    d = with_values(vast(example_dossier()), ZICHTBAAR)
    assert version_text(d, omgeving(), "gezamenlijk") == "Versie 2, nog niet vastgesteld"
    assert version_for(vast(zitting(d, 2)), "gezamenlijk").nummer == 2
    terug = with_values(d, ("afspraak:1", "wat", example_dossier().waarde("afspraak:1", "wat")))
    assert version_text(terug, omgeving(), "gezamenlijk") == "Versie 1, vastgesteld op 7 december 2026"


def test_wat_ontbreekt_houdt_nooit_tegen_en_de_reden_staat_alleen_bij_professionals() -> None:
    """Iemand wil niets zeggen. Het plan is vastgesteld, met «wil niet» als reden."""
    d = vast(fold([]), reden="wil_niet", toelichting="Hij liep weg.")
    assert d.vastgesteld is not None
    intern = str(make_copy(d, omgeving(), "professional", kenmerk="x"))
    assert "Iemand wil dit niet. Hij liep weg." in intern
    assert "Hij liep weg." not in str(make_copy(d, omgeving(), "gezamenlijk", kenmerk="x"))


def test_alleen_een_reden_van_de_lijst_kan() -> None:
    assert len(REDENEN) == 5
    with pytest.raises(ValueError, match="Sem"):
        establish(example_dossier(), omgeving(), reden="Sem")


def test_bij_elk_punt_dat_open_is_staat_hoe_u_het_oplost() -> None:
    punten = mending(fold([]), omgeving())
    assert [p.zin for p in punten] == list(lacking(fold([]), omgeving()))
    assert all(p.hoe for p in punten if p.code != "niet_voldoende_voor_nu")


def test_de_tijd_voor_een_actie_van_nu_is_een_keuze_van_de_eigenaar_van_het_sjabloon() -> None:
    """72 uur staat in het sjabloon, als redactionele keuze met een eigenaar; 24 uur kan ook, en geen ook."""
    from dataclasses import replace

    d = with_values(example_dossier(), ("actie:1", "wanneer", "2026-12-09"), ("actie:1", "tijd", "09:00"))
    o = omgeving()
    keuze = o.sjabloon.direct_binnen
    assert keuze is not None
    assert (keuze.uren, keuze.soort_keuze) == (72, "redactioneel")
    for uren, gemeld in ((72, False), (24, True)):
        anders = o.sjabloon.model_copy(update={"direct_binnen": keuze.model_copy(update={"uren": uren})})
        assert any(f"{uren} uur" in zin for zin in lacking(d, replace(o, sjabloon=anders))) is gemeld
    zonder = replace(o, sjabloon=o.sjabloon.model_copy(update={"direct_binnen": None}))
    assert not any(p.code == "open_te_laat" for p in mending(d, zonder))


@pytest.mark.parametrize("voor", ["gezamenlijk", "professional"])
@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_voorlopige_kopie_kan_altijd_en_wordt_nooit_getekend(voor: str, formaat: str) -> None:
    """Ook van een dossier waarin nog niets staat: wie u belt staat erop, en geen plek voor een handtekening."""
    for d in (fold([]), example_dossier()):
        document = make_copy(d, omgeving(), voor, kenmerk="x", voorlopig=True)  # type: ignore[arg-type]
        assert "Voorlopig" in document.merk
        assert "Handtekeningvak" not in str(document)
        assert "0800-2000" in str(document)
        assert render(document, formaat)  # type: ignore[arg-type]
