"""Wie iets niet mag weten, merkt er niets van: in elk soort onderwerp, op elk moment, voor elke lezer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan.geheimen import ERBIJ, GEHEIM, pair
from tests.plan.omgeving import events, example_dossier, omgeving, with_values
from veiligheidsplan.app.exporteer import export
from veiligheidsplan.plan import zichtbaarheid
from veiligheidsplan.plan.aan_tafel import at_table
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import steps, value_given
from veiligheidsplan.plan.kopie import Eigendeel, make_copy
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.versie import version_for

LEZERS = ("gezamenlijk", "persoon:1", "persoon:2", "persoon:3", "persoon:4", "persoon:5", "netwerk:1")
VAST = Feit("plan_vastgesteld", {"uitslagen": {}, "ontbreekt": [], "reden": None, "toelichting": None})


def differs(zaad: int, lezer: str) -> bool:
    """Whether any copy of this reader tells the two dossiers of a pair apart."""
    zonder, met = pair(zaad, lezer)
    eigen: tuple[Eigendeel, ...] = (
        ("niet", "mee", "apart", "kaart") if lezer.startswith("persoon") else ("niet",)
    )

    def copies(d: Dossier) -> list[Any]:
        return [make_copy(d, omgeving(), lezer, kenmerk="0a1b2c3d", eigen=e) for e in eigen]

    return copies(zonder) != copies(met)


@pytest.mark.parametrize("lezer", LEZERS)
def test_geen_kopie_verandert_door_wat_deze_lezer_niet_mag_weten(lezer: str) -> None:
    """Ook niet haar versie, haar datum en wat er niet op staat."""
    assert [zaad for zaad in range(12) if differs(zaad, lezer)] == []


def test_de_twee_dossiers_verschillen_in_bijna_elk_soort_onderwerp_anders_bewijst_het_niets() -> None:
    soorten: set[str] = set()
    weg = gewist = 0
    for zaad in range(12):
        zonder, met = pair(zaad)
        soorten |= {kind_of(o) for o, v in met.waarden.items() if v != zonder.waarden.get(o)}
        weg += ERBIJ in met.gearchiveerd
        gewist += met.gewist
        assert GEHEIM in str(met.waarden)
    assert len(soorten) > 45
    assert min(weg, gewist) > 2


@pytest.mark.parametrize(
    ("naam", "anders"),
    [
        ("doer_apart", lambda *_: None),
        ("OVER_EEN_TAAK", frozenset()),
        ("on_plan", lambda *_: True),
        ("_hidden", lambda *_: False),
        ("may_be_shared", lambda *_: True),
    ],
)
def test_elke_regel_is_nodig(naam: str, anders: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zichtbaarheid, naam, anders)
    assert any(differs(zaad, "gezamenlijk") for zaad in range(12))


@pytest.mark.parametrize("formaat", ["pdf", "markdown", "json"])
def test_ook_tot_op_de_byte(formaat: Any) -> None:
    for zaad in (1, 2):
        paar = pair(zaad)
        een, ander = (export(d, omgeving(), "gezamenlijk", formaat, kenmerk="0a1b2c3d") for d in paar)
        assert (een.inhoud, een.naam) == (ander.inhoud, ander.naam)


def kept_off(taak: str = "actie:8") -> tuple[tuple[str, str, Any], ...]:
    """Somebody who does something, and was then taken off the joint plan."""
    persoon = ("naam", "Zwaluw"), ("soort", "volwassene"), ("op_plan", "nee")
    actie = ("wat", "Merel gaat mee naar de notaris."), ("wie", "persoon:7"), ("wanneer", "2026-12-20")
    return (
        *(("persoon:7", *p) for p in persoon),
        *((taak, *a) for a in actie),
        (f"actievertaling:{taak}", "taal", "tr"),
        (f"actievertaling:{taak}", "tekst", "Merel"),
    )


def test_wie_van_het_plan_af_is_en_uit_het_dossier_gaat_brengt_de_eigen_taak_niet_aan_het_licht() -> None:
    d = with_values(example_dossier(), *kept_off())
    weg = fold(events([Feit("onderwerp_gearchiveerd", {"onderwerp": "persoon:7", "reden": "x"})]), d)
    for staat in (d, weg):
        document = str(make_copy(staat, omgeving(), "gezamenlijk", kenmerk="0a1b2c3d"))
        assert "notaris" not in document
        assert "Merel" not in document


def test_een_vertaling_van_een_taak_die_niemand_mag_lezen_geeft_geen_nieuwe_versie() -> None:
    open_ = ("hoofdstukken", "gekozen", ["vertaalde_acties", "vertalingen"])
    d = fold(events([VAST]), with_values(example_dossier(), open_))
    met = with_values(d, *kept_off())
    assert version_for(met, "gezamenlijk") == version_for(d, "gezamenlijk")


def test_een_voorwaarde_die_alleen_helpt_bij_een_verborgen_taak_is_er_een_zonder_taak() -> None:
    eerst = (
        ("hoofdstukken", "gekozen", ["voorwaarden"]),
        ("gesprek", "meer_voorwaarde_1", "ja"),
        ("voorwaarde:1", "wat", "Er is rust."),
        ("voorwaarde:1", "gedeeld", "ja"),
        ("voorwaarde:1", "helpt", None),
    )
    d = fold(events([VAST]), with_values(example_dossier(), *eerst))
    met = with_values(d, *kept_off(), ("voorwaarde:1", "helpt", ["actie:8"]))
    assert version_for(met, "gezamenlijk") == version_for(d, "gezamenlijk")
    zichtbaar = with_values(d, ("voorwaarde:1", "helpt", ["actie:1"]))
    assert version_for(zichtbaar, "gezamenlijk") != version_for(d, "gezamenlijk")


def test_een_taak_van_wie_van_het_plan_af_is_staat_niet_aan_tafel_en_wordt_er_niet_overschreven() -> None:
    z = "zitting:9"
    begin = [value_given("gesprek", "zitting", 9, z)]
    zit = {"setting": "samen", "aanwezig": ["persoon:1", "persoon:2"], "opening": "nu"}
    begin += [value_given(z, veld, w, z) for veld, w in zit.items()]
    d = with_values(fold(events(begin), example_dossier()), *kept_off("actie:3"))
    tafel = at_table(d)
    assert "notaris" not in str(tafel.waarden)
    assert "Merel" not in str(tafel.waarden)
    vragen = list(steps(d, omgeving(), "aan_tafel"))
    assert not [s.id for s in vragen if s.id.startswith("actie:3/")]
    assert [s.id for s in steps(d, omgeving()) if s.id.startswith("actie:3/wat")], "op het werkscherm wel"
