"""What a copy says is what was said: no answer changed into another, no name invented, nothing safer than it is."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.plan.omgeving import NU, events, example, example_dossier, omgeving, with_values
from veiligheidsplan.app.stel_vast import establish
from veiligheidsplan.plan.document import Document
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.duiding import explain, lines
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.sjabloon_eigen import Ontvanger
from veiligheidsplan.plan.volledigheid import lacking

AFNAME = "directe-veiligheid:1"


def copy(d: Dossier, voor: Ontvanger = "professional") -> Document:
    return make_copy(d, omgeving(), voor, kenmerk="0a1b2c3d")


@pytest.mark.parametrize("tekst", ["actie", "voorlopig", "nee", "open_slot", "niveau"])
def test_een_getypt_woord_wordt_nooit_een_zin_van_het_sjabloon(tekst: str) -> None:
    """Wie als antwoord «actie» typt, leest niet «Actie {nummer}»."""
    d = with_values(example_dossier(), ("slot:persoon:1", "wanneer", tekst))
    assert f"'{tekst}')" in str(copy(d))


def test_een_antwoord_staat_er_in_de_woorden_van_de_vragenlijst() -> None:
    """«ja» heet in dit instrument «Ja, dit gebeurt»; dan staat dat er, en niet het gewone «Ja»."""
    ruw = (
        omgeving()
        .instrumenten["directe-veiligheid"]
        .model_dump(mode="json", by_alias=True, exclude_unset=True)
    )
    ruw["antwoordlijsten"]["ja_is_zorg"]["ja"]["tekst"] = "Ja, dit gebeurt"
    begin = Feit("instrument_begonnen", {"afname": "x:1", "instrument": ruw, "over": None})
    antwoord = Feit("antwoord_gegeven", {"afname": "x:1", "vraag": "bang", "waarde": "ja"})
    onbekend = Feit("antwoord_gegeven", {"afname": "x:1", "vraag": "zorg", "waarde": "weet_niet"})
    tekst = str(copy(fold(events([begin, antwoord, onbekend]))))
    assert "'Ja, dit gebeurt'" in tekst
    assert "'Weet niet'" in tekst


def test_zolang_niemand_zei_wie_het_doet_staat_er_geen_ander() -> None:
    """Een voorlopige kopie midden in het gesprek: de afspraak staat er, zonder verzonnen uitvoerder."""
    feiten = list(example())
    n = next(n for n, f in enumerate(feiten) if f.inhoud.get("onderwerp") == "afspraak:1")
    tekst = str(copy(fold(events(feiten[: n + 1])), "gezamenlijk"))
    assert "'Sem slaapt tot en met vrijdag bij zijn broer.'" in tekst
    assert omgeving().zin("iemand") not in tekst


def test_met_antwoorden_die_ontbreken_staat_ook_het_advies_van_het_hoogste_mogelijke_niveau() -> None:
    """Niets gevraagd is niet «niets gezien»: het advies bij direct gevaar staat erbij, op scherm en op papier."""
    feiten = [f for f in example() if f.soort != "antwoord_gegeven"]
    d = fold(events(feiten))
    niveaus = d.afnamen[AFNAME].instrument.niveaus
    for advies in (niveaus["niet_gezien"].advies, niveaus["direct_gevaar"].advies):
        assert advies
        assert advies in str(copy(d))
        assert any(advies in regel for regel in lines(d, omgeving(), d.afnamen[AFNAME]))


def test_met_een_zeker_niveau_staat_alleen_dat_advies_er() -> None:
    d = example_dossier()
    assert [n for n, _ in explain(d, omgeving(), d.afnamen[AFNAME]).adviezen] == ["Direct gevaar"]


def test_na_hoger_blijft_ook_het_niveau_van_de_vragenlijst_te_lezen() -> None:
    gerust = {"bang": "nee", "laatste_geweld": "nooit", "ernstig": [], "zorg": "ja", "wapen_pakken": "nee"}
    antwoorden = [
        Feit("antwoord_gegeven", {"afname": AFNAME, "vraag": v, "waarde": w}) for v, w in gerust.items()
    ]
    d = fold(events(antwoorden), example_dossier())
    onderwerp = f"oordeel:{AFNAME}"
    d = with_values(d, (onderwerp, "besluit", "hoger"), (onderwerp, "niveau", "zorgen"))
    niveaus = d.afnamen[AFNAME].instrument.niveaus
    tekst = str(copy(d))
    assert f"('Niveau volgens de vragenlijst', '{niveaus['niet_gezien'].titel}')" in tekst
    assert f"('Niveau volgens de professional', '{niveaus['zorgen'].titel}')" in tekst


def test_dit_past_dat_over_eerdere_antwoorden_ging_staat_niet_op_de_kopie() -> None:
    d = example_dossier()
    assert "Ja, dit past" in str(copy(d))
    nieuw = Feit("antwoord_gegeven", {"afname": AFNAME, "vraag": "ernstig", "waarde": ["keel"]})
    d = fold(events([nieuw]), d)
    assert "Ja, dit past" not in str(copy(d))
    assert any("eerdere antwoorden" in zin for zin in lacking(d, omgeving()))


def test_een_plan_zonder_veiligheidscheck_zegt_dat_zelf() -> None:
    d = fold(events([f for f in example() if f.soort not in ("instrument_begonnen", "antwoord_gegeven")]))
    assert any("nog niet gesteld" in zin for zin in lacking(d, omgeving()))


@pytest.mark.parametrize(
    ("dag", "uur", "te_laat"),
    [
        ("2026-12-10", "09:30", False),
        ("2026-12-10", "13:00", True),
        ("2026-12-10", None, True),
        ("2026-12-09", None, False),
        ("9999-12-31", "00:00", True),
    ],
)
def test_72_uur_telt_in_uren_vanaf_het_moment_van_afspreken(dag: str, uur: str | None, te_laat: bool) -> None:
    """Afgesproken op 7 december om 10 uur: op 10 december om 13 uur is te laat, ook al is het de derde dag."""
    d = with_values(example_dossier(), ("actie:1", "wanneer", dag), ("actie:1", "tijd", uur))
    assert any("72 uur" in zin for zin in lacking(d, omgeving())) is te_laat


def test_een_actie_van_morgen_in_een_dossier_van_vorige_week_is_niet_te_laat() -> None:
    later = NU + timedelta(days=7)
    feiten = [
        Feit("waarde_gegeven", {"onderwerp": "actie:1", "veld": v, "waarde": w})
        for v, w in (("wanneer", "2026-12-15"), ("tijd", "09:00"))
    ]
    d = fold([stamp(f, door="", tijd=later) for f in feiten], example_dossier())
    assert not any("72 uur" in zin for zin in lacking(d, omgeving()))


def test_vaststellen_schrijft_geen_naam_of_tekst_over() -> None:
    """Wie een naam wist, wist hem overal: wat is vastgesteld, noemt personen alleen bij nummer."""
    d = with_values(example_dossier(), ("slot:persoon:1", "vannacht", "nee"))
    assert any("Noor" in zin for zin in lacking(d, omgeving()))
    feit = establish(d, omgeving())
    assert ["open_slot", "persoon:1"] in [list(punt) for punt in feit.inhoud["ontbreekt"]]
    opgeschreven = json.dumps(feit.inhoud)
    for naam in ("Noor", "Sem", "Bo ", "Kim"):
        assert naam not in opgeschreven
