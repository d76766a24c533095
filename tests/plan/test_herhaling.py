"""People and agreements keep their number for good; a new round offers what was said in the one before."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.plan.omgeving import events, example_dossier, omgeving, with_values
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.plan.aan_tafel import at_table
from veiligheidsplan.plan.afname import start_instrument
from veiligheidsplan.plan.alleen import waiting_for_alone
from veiligheidsplan.plan.archief import archive
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import next_step, places, steps
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.volledigheid import lacking


def without(onderwerp: str) -> Dossier:
    d = example_dossier()
    return fold(events(list(archive(d, onderwerp, "hoort er niet bij"))), d)


def ids(d: Dossier) -> list[str]:
    return [p.id for p in places(d, omgeving())]


def test_wie_uit_het_dossier_gaat_laat_alle_andere_nummers_staan() -> None:
    """Sem (2) gaat eruit: Bo blijft persoon 3, er wordt niets opnieuw gevraagd, en de volgende is persoon 4."""
    d = without("persoon:2")
    assert not [i for i in ids(d) if "persoon:2" in i]
    assert "persoon:3/naam" in ids(d)
    assert next_step(d, omgeving()) is None
    assert "gesprek/meer_persoon_4" in ids(d)
    assert d.waarde("persoon:3", "naam") == "Bo"


def test_na_het_archiveren_van_de_laatste_krijgt_een_nieuwe_persoon_een_nieuw_nummer() -> None:
    d = with_values(without("persoon:3"), ("gesprek", "meer_persoon_4", "ja"))
    stap = next_step(d, omgeving())
    assert stap is not None
    assert stap.id == "persoon:4/naam"
    assert stap.standaard is None


def test_een_afspraak_van_iemand_die_weg_is_blijft_staan_en_wordt_gemeld() -> None:
    d = without("persoon:2")
    assert d.waarde("afspraak:1", "wat") is not None
    gemeld = [zin for zin in lacking(d, omgeving()) if "Sem slaapt tot en met vrijdag bij zijn broer." in zin]
    assert gemeld
    assert "Sem slaapt" in str(make_copy(d, omgeving(), "gezamenlijk", kenmerk="0a1b2c3d"))


def test_een_ingetrokken_actie_laat_de_andere_hun_nummer() -> None:
    d = without("actie:2")
    assert not [i for i in ids(d) if i.startswith("actie:2/")]
    assert "actie:3/wat" in ids(d)
    stap = next_step(d, omgeving())
    assert stap is not None
    assert stap.id == "gesprek/meer_actie_4"  # three actions is the aim, and a fourth number is a new one


@pytest.mark.parametrize(("onderwerp", "reden"), [("persoon:9", "x"), ("persoon:1", " "), ("dossier", "x")])
def test_zonder_reden_of_wat_er_niet_is_gaat_er_niets_uit(onderwerp: str, reden: str) -> None:
    with pytest.raises(BevindingenFout):
        archive(example_dossier(), onderwerp, reden)


def second_round(**anders: Any) -> Dossier:
    """The deeper instrument once filled in, and begun again, in a newer version with a renamed question."""
    o = omgeving()
    eerste = start_instrument(Dossier(), o, "partnergeweld:1", over="persoon:1")
    vragen = list(o.instrumenten["partnergeweld"].vragen)
    tweede = start_instrument(Dossier(), o, "partnergeweld:2", over=anders.get("over", "persoon:1"))
    antwoorden = [
        Feit(
            "antwoord_gegeven",
            {"afname": "partnergeweld:1", "vraag": v, "waarde": w, "bijzijn": ["persoon:1"]},
        )
        for v, w in anders["antwoorden"].items()
        if v in vragen
    ]
    return fold(events([eerste, *antwoorden, tweede]), example_dossier())


def fitting() -> tuple[str, str, str]:
    """A question that is always shown and may be filled in beforehand, one that may not, and an answer to both."""
    i = omgeving().instrumenten["partnergeweld"]
    altijd = [v for v, t in i.toon_als.items() if t is None and i.vragen[v].type == "keuze"]
    mag = next(v for v in altijd if i.vragen[v].voorinvullen)
    niet = next((v for v in altijd if not i.vragen[v].voorinvullen), "")
    return mag, niet, next(iter(i.antwoorden_van(mag)))


def standing(d: Dossier, vraag: str) -> tuple[object, object]:
    stap = next(s for s in steps(d, omgeving()) if s.id == f"afname:partnergeweld:2/{vraag}")
    return stap.standaard, stap.herkomst


def test_een_nieuwe_ronde_biedt_het_antwoord_van_de_vorige_aan_en_telt_het_niet() -> None:
    mag, _, code = fitting()
    d = second_round(antwoorden={mag: code})
    assert standing(d, mag) == (code, "uit de vorige ronde")
    assert mag not in d.afnamen["partnergeweld:2"].ruwe_antwoorden
    assert f"afname:partnergeweld:2/{mag}" in [w.stap for w in waiting_for_alone(d)]


def test_een_onbekend_antwoord_of_een_ander_over_wie_het_gaat_wordt_niet_aangeboden() -> None:
    mag, _, code = fitting()
    assert standing(second_round(antwoorden={mag: "weet_niet"}), mag) == (None, None)
    assert standing(second_round(antwoorden={mag: code}, over="persoon:2"), mag) == (None, None)


def test_waar_het_instrument_het_niet_wil_wordt_niets_aangeboden() -> None:
    d = example_dossier()
    d = fold(events([start_instrument(d, omgeving(), "directe-veiligheid:2")]), d)
    stap = next(s for s in steps(d, omgeving()) if s.id == "afname:directe-veiligheid:2/bang")
    assert (stap.standaard, stap.herkomst) == (None, None)


def test_een_hernoemde_vraag_vindt_het_antwoord_van_haar_oude_naam() -> None:
    mag, _, code = fitting()
    d = second_round(antwoorden={mag: code})
    ruw = omgeving().instrumenten["partnergeweld"].model_dump(mode="json", by_alias=True, exclude_unset=True)
    tekst = json.dumps(ruw).replace(f'"{mag}"', '"nieuwe-naam"')
    nieuw = {**json.loads(tekst), "vervangt": {mag: "nieuwe-naam"}}
    begin = Feit(
        "instrument_begonnen", {"afname": "partnergeweld:3", "instrument": nieuw, "over": "persoon:1"}
    )
    d = fold(events([begin]), d)
    stap = next(s for s in steps(d, omgeving()) if s.id == "afname:partnergeweld:3/nieuwe-naam")
    assert stap.standaard is None  # the round before, number 2, has no answer
    eerst = Feit("antwoord_gegeven", {"afname": "partnergeweld:2", "vraag": mag, "waarde": code})
    d = fold(events([eerst]), d)
    stap = next(s for s in steps(d, omgeving()) if s.id == "afname:partnergeweld:3/nieuwe-naam")
    assert (stap.standaard, stap.herkomst) == (code, "uit de vorige ronde")


def test_een_ronde_houdt_de_versie_waarmee_zij_begon() -> None:
    """Een tweede begin van dezelfde ronde, zoals uit een ander venster, wist geen antwoord."""
    d = example_dossier()
    opnieuw = fold(events([start_instrument(d, omgeving(), "directe-veiligheid:1")]), d)
    assert opnieuw.afnamen == d.afnamen


def test_wat_alleen_is_gezegd_in_de_vorige_ronde_wordt_samen_niet_aangeboden() -> None:
    mag, _, code = fitting()
    d = second_round(antwoorden={mag: code})
    d = with_values(
        d,
        ("gesprek", "zitting", 2),
        ("zitting:2", "setting", "samen"),
        ("zitting:2", "aanwezig", ["persoon:1", "persoon:2"]),
    )
    assert "partnergeweld:1" not in at_table(d).afnamen
