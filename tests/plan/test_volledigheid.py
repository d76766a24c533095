"""What still lacks: one list, most urgent first; unknown is not yes."""

from __future__ import annotations

import pytest

from tests.plan.omgeving import example_dossier, omgeving, with_values
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.volledigheid import enough_for_now, lacking


def test_het_voorbeeld_is_voldoende_voor_nu_en_alleen_de_meldcode_is_nog_te_doorlopen() -> None:
    """In het voorbeeld staat een signaal: dan is de meldcode het enige dat nog open is, als «weeg melden»."""
    assert enough_for_now(example_dossier())
    (zin,) = lacking(example_dossier(), omgeving())
    assert zin.startswith("Weeg melden.")


@pytest.mark.parametrize("antwoord", ["nee", "weet_niet", "wil_niet_zeggen", None])
@pytest.mark.parametrize("veld", ["vannacht", "tot_contact"])
def test_een_persoon_die_niet_zeker_veilig_is_maakt_het_plan_niet_voldoende(
    antwoord: str | None, veld: str
) -> None:
    d = with_values(example_dossier(), ("slot:persoon:3", veld, antwoord))
    assert not enough_for_now(d)
    eerste, tweede = lacking(d, omgeving())[:2]
    assert "niet voldoende voor nu" in eerste
    assert "Bo" in tweede


def test_een_leeg_dossier_is_nooit_voldoende_voor_nu() -> None:
    assert not enough_for_now(Dossier())


def test_een_directe_actie_na_72_uur_wordt_genoemd() -> None:
    d = with_values(example_dossier(), ("actie:1", "wanneer", "2026-12-20"))
    assert any("72 uur" in zin for zin in lacking(d, omgeving()))


def test_twee_acties_is_er_een_te_weinig() -> None:
    d = with_values(example_dossier(), ("actie:3", "wat", None))
    assert any("2 acties" in zin for zin in lacking(d, omgeving()))


def test_een_lager_oordeel_wacht_op_de_tweede_persoon() -> None:
    d = with_values(
        example_dossier(),
        ("oordeel:directe-veiligheid:1", "besluit", "lager"),
        ("oordeel:directe-veiligheid:1", "niveau", "zorgen"),
    )
    assert any("tweede persoon" in zin for zin in lacking(d, omgeving()))
