"""The chapters about what surrounds the plan and about one person: who reads them, and when something lacks."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan.omgeving import example_dossier, omgeving, with_values
from tests.plan.spel import any_answer
from veiligheidsplan.app.exporteer import export
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gesprek import check, steps
from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.model import VELDEN, Zicht
from veiligheidsplan.plan.velden import HOOFDSTUKCODES
from veiligheidsplan.plan.velden.eigen import EIGEN
from veiligheidsplan.plan.volledigheid import lacking, open_points


def all_open(*waarden: tuple[str, str, Any]) -> Dossier:
    """The example with every chapter open and the first of every list there."""
    begin = [("gesprek", f"meer_{h.soort}_1", "ja") for h in HOOFDSTUKKEN if h.vorm == "lijst"]
    open_ = ("hoofdstukken", "gekozen", HOOFDSTUKCODES)
    return with_values(example_dossier(), open_, *begin, *waarden)


def iemand_die_mag_meelezen() -> list[tuple[str, str, Any]]:
    """Een vierde persoon die veilig is en bij niemand hoort, en van wie de eerste eigen dingen zijn."""
    velden = {"naam": "Gijs", "soort": "volwassene", "woont_hier": "nee", "mogelijke_pleger": "nee"}
    vier = [("persoon:4", veld, waarde) for veld, waarde in {**velden, "op_plan": "nee"}.items()]
    soorten = ("eigen_actie", "eigen_veiligheid", "eigen_aanpak")
    return [*vier, ("gesprek", "meer_relatie_2", "nee"), *((f"{s}:1", "van", "persoon:1") for s in soorten)]


def codes(d: Dossier) -> list[str]:
    return [code for code, _ in open_points(d, omgeving())]


def joint(d: Dossier) -> bytes:
    return export(d, omgeving(), "gezamenlijk", "markdown", kenmerk="0a1b2c3d").inhoud


def test_elk_hoofdstuk_staat_een_keer_in_de_keuze_en_heeft_velden() -> None:
    assert tuple(h.code for h in HOOFDSTUKKEN) == HOOFDSTUKCODES
    assert {h.soort for h in HOOFDSTUKKEN} <= VELDEN.keys()


def test_elk_veld_van_een_hoofdstuk_wordt_gevraagd_en_een_antwoord_past() -> None:
    """Met elk hoofdstuk open komt elk veld aan de beurt, als zijn voorwaarde geldt."""
    d = all_open(
        ("zorg:1", "fase", "risicogestuurd"),
        ("zorg:2", "hulp_nu", "x"),
        ("zorg:2", "fase", "veiligheid"),
        ("een_plan", "nagegaan", "ja"),
        ("een_plan", "uitkomst", "ander_plan"),
        ("integraal", "zelfde_regisseur", "nee"),
        ("stem:persoon:1", "tekenen", "voorgelezen"),
        ("vertaling:afspraak:1", "taal", "ar"),
        ("actievertaling:actie:1", "taal", "ar"),
        ("ander:1", "gehoord", "nee"),
        ("ander:2", "gehoord", "ja"),
        ("gesprek", "meer_ander_2", "ja"),
        *iemand_die_mag_meelezen(),
        *((f"domein:{code}", "beeld", "beide") for code in omgeving().sjabloon.leefdomeinen),
    )
    gezien = {(s.id.split(":")[0].split("/")[0], s.id.rsplit("/", 1)[1]) for s in steps(d, omgeving())}
    soorten = {h.soort for h in HOOFDSTUKKEN}
    assert {(s, v) for s in soorten for v in VELDEN[s]} - gezien == set()
    for stap in steps(d, omgeving()):
        assert check(d, omgeving(), stap, any_answer(stap)) is None, stap.id


def test_wat_van_een_persoon_zelf_is_komt_op_geen_gezamenlijke_kopie() -> None:
    """Veilig contact, eigen veiligheid, eigen aanpak, gezag en vertegenwoordiging: geen byte ervan."""
    mag = (Zicht.PROFESSIONAL, Zicht.EIGENAAR)
    assert all(veld.zicht in mag for velden in EIGEN.values() for veld in velden.values())
    d = all_open()
    vol = all_open(
        *(
            (f"{soort}:{n}", veld, "zwaluwstaart")
            for soort, velden in EIGEN.items()
            for n in (1, 2)
            for veld, model in velden.items()
            if model.soort == "tekst"
        )
    )
    assert joint(vol) == joint(d) == joint(with_values(d, ("contact:1", "van", "persoon:2")))


def test_een_hoofdstuk_over_een_persoon_telt_nooit_als_onvolledig() -> None:
    leeg = all_open(*((f"{s}:1", v, None) for s in EIGEN for v in EIGEN[s] if v != "van"))
    assert set(codes(leeg)) - set(codes(all_open())) == set()


def test_zonder_kind_wordt_er_niet_naar_gezag_gevraagd() -> None:
    def gevraagd(d: Dossier) -> set[str]:
        return {s.id for s in steps(d, omgeving())}

    assert "gesprek/meer_gezag_1" in gevraagd(all_open())
    volwassen = all_open(("persoon:3", "soort", "volwassene"))
    assert "gesprek/meer_gezag_1" not in gevraagd(volwassen)
    stap = next(s for s in steps(all_open(), omgeving()) if s.id == "gezag:1/kind")
    assert [k.tekst for k in stap.keuzes] == ["Bo"]


def test_wat_goed_gaat_en_wie_helpt_staat_op_de_gezamenlijke_kopie_als_dat_mag() -> None:
    tekst = joint(example_dossier()).decode()
    assert "Noor en Sem willen allebei rust voor Bo." in tekst
    assert "tante Ans: zij haalt Bo uit school" in tekst
    assert "buurvrouw Ine" not in tekst
    assert "Noor belt zelf" not in tekst
    assert "zus van Sem" not in tekst
    assert "Lou Visser" in tekst
    assert "Mo Smit" not in tekst


@pytest.mark.parametrize("voor", ["gezamenlijk", "professional"])
def test_elke_kopie_begint_met_wat_iemand_eerst_moet_weten(voor: str) -> None:
    """Wat er volgt zonder hulp, een klacht, en wie daarbij helpt: voor de drie acties."""
    d = example_dossier()
    tekst = export(d, omgeving(), voor, "markdown", kenmerk="0a1b2c3d").inhoud.decode()  # type: ignore[arg-type]
    plek = [
        tekst.index(stuk) for stuk in ("Wat u eerst moet weten", "cliëntondersteuner", "Onze drie acties")
    ]
    assert plek == sorted(plek)


@pytest.mark.parametrize(
    ("goed", "fout", "code"),
    [
        (("domein:geld", "beeld", "niets"), ("domein:geld", "beeld", None), "open_leefdomeinen"),
        (
            ("een_plan", "uitkomst", "geen_ander"),
            ("een_plan", "uitkomst", "ander_plan"),
            "open_ander_plan",
        ),
        (
            ("integraal", "zelfde_regisseur", "ja"),
            ("integraal", "zelfde_regisseur", "nee"),
            "open_twee_regisseurs",
        ),
        (("aanleiding", "soort", "politie"), ("aanleiding", "soort", "huisverbod"), "open_aanleiding_verbod"),
        (
            ("vertegenwoordiger:1", "gevaar", "nee"),
            ("vertegenwoordiger:1", "gevaar", "weet_niet"),
            "open_vertegenwoordiger",
        ),
    ],
)
def test_wat_in_een_open_hoofdstuk_aandacht_vraagt_staat_bij_wat_nog_open_is(
    goed: tuple[str, str, Any], fout: tuple[str, str, Any], code: str
) -> None:
    vast = (
        *((f"domein:{c}", "beeld", "niets") for c in omgeving().sjabloon.leefdomeinen),
        ("vertegenwoordiger:1", "naam", "Rian"),
    )
    assert code not in codes(all_open(*vast, goed))
    assert code in codes(all_open(*vast, fout))
    assert all("{" not in zin for zin in lacking(all_open(*vast, fout), omgeving()))


def test_een_dicht_hoofdstuk_vraagt_nergens_aandacht_voor() -> None:
    dicht = with_values(all_open(("aanleiding", "soort", "huisverbod")), ("hoofdstukken", "gekozen", ()))
    assert not {"open_leefdomeinen", "open_aanleiding_verbod"} & set(codes(dicht))


def test_de_kopie_voor_professionals_heeft_elk_hoofdstuk_onder_een_eigen_kop() -> None:
    tekst = str(make_copy(example_dossier(), omgeving(), "professional", kenmerk="0a1b2c3d"))
    for kop in (
        "Hoe contact veilig is",
        "Eigen veiligheid van iemand",
        "Gezag over een kind",
        "De aanleiding",
    ):
        assert f"Kop(tekst='{kop}', niveau=2)" in tekst
    assert "('Gezag', 'Noor, Sem')" in tekst


def test_wat_op_een_slapend_antwoord_rust_slaapt_ook() -> None:
    """Bo was even volwassen en niet gevraagd, met een reden. Als kind slaapt het akkoord, en de reden ook."""
    d = with_values(
        example_dossier(),
        ("stem:persoon:3", "akkoord", "niet_gevraagd"),
        ("stem:persoon:3", "reden_akkoord", "zwaluwstaart"),
    )
    assert "zwaluwstaart" not in str(make_copy(d, omgeving(), "professional", kenmerk="0a1b2c3d"))
    assert "stem:persoon:3/reden_akkoord" not in {s.id for s in steps(d, omgeving())}


def test_een_voorwaarde_die_slaapt_telt_nergens_mee() -> None:
    """Er is bij nader inzien maar één voorwaarde: de tweede is geen keuze meer, en vraagt niet om een reden."""
    d = with_values(
        example_dossier(),
        ("gesprek", "meer_voorwaarde_2", "nee"),
        ("voorwaarde:1", "status", "ja"),
        ("zorg:2", "fase", "herstel"),
    )
    stappen = {s.id: s for s in steps(d, omgeving())}
    assert [k.code for k in stappen["zorg:1/voorwaarden"].keuzes] == ["voorwaarde:1"]
    assert "zorg:2/reden_fase" not in stappen
