"""The conversation: what is asked next, whatever happened before."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.omgeving import events, example, omgeving, with_values
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import from_bytes
from veiligheidsplan.plan.gesprek import answered, check, next_step, process, steps
from veiligheidsplan.plan.model import VELDEN, Zicht, kind_of


def half_way(tot: str) -> Dossier:
    """The example up to and including the answer to this step."""
    feiten = list(example())
    for n, f in enumerate(feiten):
        if f"{f.inhoud.get('onderwerp')}/{f.inhoud.get('veld')}" == tot:
            return fold(events(feiten[: n + 1]))
    raise AssertionError(tot)


def test_het_gesprek_begint_met_de_schuilnaam_van_het_dossier() -> None:
    stap = next_step(fold(events(list(example())[:1])), omgeving())
    assert stap is not None
    assert stap.id == "zitting:1/setting"


def test_na_het_hele_voorbeeld_is_er_niets_meer_te_vragen() -> None:
    assert next_step(fold(events(list(example()))), omgeving()) is None


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_na_elke_onderbreking_komt_dezelfde_volgende_vraag(data: st.DataObject) -> None:
    """Gestopt na gebeurtenis n en opnieuw gelezen van schijf.

    De volgende vraag is dezelfde, en nooit een beantwoorde.
    """
    feiten = list(example())
    n = data.draw(st.integers(1, len(feiten)))
    gebeurtenissen = events(feiten[:n])
    direct = fold(gebeurtenissen)
    gelezen = fold(from_bytes(g.to_bytes()) for g in gebeurtenissen)
    a, b = next_step(direct, omgeving()), next_step(gelezen, omgeving())
    assert a == b
    if a is not None:
        assert not answered(gelezen, a)


def test_de_eerste_actie_gaat_altijd_over_de_veiligheid_van_nu() -> None:
    d = half_way("actie:1/wie")
    assert d.waarde("actie:1", "direct") == "ja"
    assert "actie:1/direct" not in {s.id for s in steps(d, omgeving())}


def test_minder_dan_drie_acties_vraagt_om_een_reden() -> None:
    d = with_values(half_way("actie:1/leefdomein"), ("gesprek", "meer_actie_2", "nee"))
    stap = next_step(d, omgeving())
    assert stap is not None
    assert stap.id == "acties/reden_minder"


@pytest.mark.parametrize("antwoord", ["nee", "weet_niet", "wil_niet_zeggen"])
def test_wie_vannacht_niet_zeker_veilig_is_krijgt_te_horen_wat_nu_te_doen(antwoord: str) -> None:
    d = with_values(
        half_way("vervolg/evaluatie_datum"),
        ("slot:persoon:1", "vannacht", antwoord),
        ("slot:persoon:1", "tot_contact", "ja"),
    )
    stap = next_step(d, omgeving())
    assert stap is not None
    assert stap.soort == "mededeling"
    assert "112" in stap.tekst


def test_in_bijzijn_van_een_mogelijke_pleger_komt_een_risicovraag_niet_in_beeld() -> None:
    d = half_way("gesprek/begin:directe-veiligheid:1")
    samen = with_values(
        d, ("zitting:1", "setting", "samen"), ("zitting:1", "aanwezig", ["persoon:1", "persoon:2"])
    )
    vragen = {s.id for s in steps(samen, omgeving()) if s.id.startswith("afname:")}
    assert vragen == {"afname:directe-veiligheid:1/gewond"}
    alleen = {s.id for s in steps(d, omgeving()) if s.id.startswith("afname:")}
    assert len(alleen) > 4


def test_wat_niet_gevraagd_is_komt_terug_in_een_volgende_zitting() -> None:
    d = fold(events([f for f in example() if f.inhoud.get("vraag") != "bang"]))
    stap = next_step(d, omgeving())
    assert stap is not None
    d = fold(events(list(process(d, omgeving(), stap, "niet_gevraagd"))), d)
    zelfde = [s.id for s in steps(d, omgeving()) if not answered(d, s)]
    assert stap.id not in zelfde
    d = with_values(
        d,
        ("gesprek", "zitting", 2),
        ("zitting:2", "setting", "alleen"),
        ("zitting:2", "aanwezig", ["persoon:1"]),
    )
    assert stap.id in [s.id for s in steps(d, omgeving()) if not answered(d, s)]


@pytest.mark.parametrize(
    ("stap_id", "waarde"),
    [
        ("actie:1/wanneer", date(2020, 1, 1)),
        ("actie:1/wanneer", "morgen"),
        ("actie:1/tijd", "25:00"),
        ("actie:1/wie", "de buurman"),
        ("actie:1/wat", "   "),
        ("cijfer:persoon:1/waarde", 11),
        ("cijfer:persoon:1/waarde", True),
        ("afname:directe-veiligheid:1/bang", "misschien"),
        ("persoon:1/leeftijd", -1),
        ("dossier/alias", None),
    ],
)
def test_een_antwoord_dat_niet_kan_wordt_geweigerd_met_een_zin(stap_id: str, waarde: object) -> None:
    d = fold(events(list(example())))
    stap = next(s for s in steps(d, omgeving()) if s.id == stap_id)
    bevinding = check(d, omgeving(), stap, waarde)  # type: ignore[arg-type]
    assert bevinding is not None
    assert bevinding.uitleg


def test_elk_veld_van_het_plan_heeft_woorden_in_het_sjabloon() -> None:
    for soort, velden in VELDEN.items():
        for veld in velden:
            tekst = omgeving().sjabloon.teksten[soort][veld]
            assert tekst.vraag
            assert tekst.label


def test_wie_schrijft_hoort_wat_op_de_kopie_komt_die_iedereen_leest() -> None:
    """Vóór elk deel met een veld dat op de gezamenlijke kopie komt; een vrije tekst zonder die zin bestaat niet."""
    gewaarschuwd: set[str] = set()
    for stap in steps(fold(events(list(example()))), omgeving()):
        if stap.inleiding in (omgeving().zin("iedereen_leest"), omgeving().zin("cijfer_leest")):
            gewaarschuwd.add(stap.sectie)
        soort, veld = kind_of(stap.id), stap.id.rsplit("/", 1)[1]
        open_ = VELDEN.get(soort.split("/")[0], {}).get(veld)
        if open_ and open_.soort == "tekst" and open_.zicht in (Zicht.GEZAMENLIJK, Zicht.ALS_SAMEN):
            assert stap.sectie in gewaarschuwd or soort.startswith("medewerker"), stap.id


def test_de_vraag_wie_een_bron_van_gevaar_is_wordt_niet_hardop_voorgelezen() -> None:
    stap = next(s for s in steps(half_way("medewerker/telefoon"), omgeving()) if s.id == "persoon:1/naam")
    assert stap.inleiding == omgeving().zin("zelf_invullen")
