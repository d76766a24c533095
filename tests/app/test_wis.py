"""Wat er nooit had mogen staan, is na wissen weg: ook de eerdere waarde, en wat het herhaalt wordt genoemd."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plan.omgeving import omgeving
from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.wis import erasable, erase, repeated, stays
from veiligheidsplan.plan.afname import start_instrument
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis

SCHUILPLEK = "Zij slaapt bij tante Riet aan de haven"


@pytest.fixture
def kast(tmp_path: Path) -> Iterator[Dossierkast]:
    with Kluis.met_willekeurige_sleutel(tmp_path / BESTANDSNAAM) as kluis:
        yield Dossierkast(kluis)


def begun(kast: Dossierkast, *feiten: Feit) -> str:
    """A dossier with these facts; the first has number 2."""
    id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
    kast.write(id_, d, feiten)
    return id_


def test_na_wissen_komt_de_eerdere_waarde_van_hetzelfde_veld_niet_terug(kast: Dossierkast) -> None:
    id_ = begun(
        kast,
        value_given("afspraak:1", "wat", SCHUILPLEK),
        value_given("afspraak:1", "wat", f"{SCHUILPLEK}, nummer 4"),
        value_given("afspraak:2", "wat", "Sem belt om zes uur"),
    )
    assert erase(kast, id_, 3, "getypt bij vergissing") == (2, 3)
    d = kast.read(id_)
    assert d.waarde("afspraak:1", "wat") is None
    assert d.waarde("afspraak:2", "wat") == "Sem belt om zes uur"
    assert repeated(kast, id_, (SCHUILPLEK,)) == ()


def test_een_antwoord_verdwijnt_met_alle_eerdere_antwoorden_op_dezelfde_vraag(kast: Dossierkast) -> None:
    id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
    antwoord = {"afname": "directe-veiligheid:1", "over": None, "bijzijn": [], "van": [], "zitting": None}
    feiten = [Feit("antwoord_gegeven", {**antwoord, "vraag": "bang", "waarde": w}) for w in ("ja", "nee")]
    kast.write(id_, d, [start_instrument(d, omgeving(), "directe-veiligheid:1"), *feiten])
    assert erase(kast, id_, 4, "getypt bij vergissing") == (3, 4)
    assert "bang" not in kast.read(id_).afnamen["directe-veiligheid:1"].antwoorden


def test_dezelfde_tekst_op_een_andere_plek_wordt_genoemd(kast: Dossierkast) -> None:
    id_ = begun(
        kast,
        value_given("afspraak:1", "wat", SCHUILPLEK),
        value_given("actie:1", "anders", f"Lukt het niet: {SCHUILPLEK.lower()}."),
    )
    assert erase(kast, id_, 2, "getypt bij vergissing") == (2,)
    assert repeated(kast, id_, (SCHUILPLEK,)) == (3,)


@pytest.mark.parametrize(
    ("onderwerp", "veld", "waarde"),
    [
        ("eigen_plan", "van", "persoon:1"),
        ("stem:persoon:1", "akkoord", "niet_veilig"),
        ("persoon:1", "mogelijke_pleger", "ja"),
        ("incident:1", "door", ["persoon:1"]),
        ("vertegenwoordiger:1", "gevaar", "weet_niet"),
    ],
)
def test_een_toelichting_wissen_brengt_niets_aan_het_licht(
    kast: Dossierkast, onderwerp: str, veld: str, waarde: object
) -> None:
    """De keuze blijft: anders was een plan van één persoon door het wissen ineens van iedereen."""
    id_ = begun(
        kast,
        value_given("persoon:1", "naam", "Noor"),
        value_given(onderwerp, veld, waarde, None, SCHUILPLEK),  # type: ignore[arg-type]
    )
    voor, dit = kast.read(id_), next(w for w in erasable(kast, id_) if w.nummer == 3)
    assert erase(kast, id_, 3, "getypt bij vergissing") == (3,)
    assert stays(kast, id_, dit)
    na = kast.read(id_)
    assert na.waarde(onderwerp, veld) == voor.waarde(onderwerp, veld)
    assert na.waarden[onderwerp][veld].toelichting is None
    assert repeated(kast, id_, (SCHUILPLEK,)) == ()


def test_een_keuze_die_niets_afschermt_is_na_wissen_weg(kast: Dossierkast) -> None:
    id_ = begun(kast, value_given("persoon:1", "op_plan", "ja"), value_given("persoon:1", "zwanger", "ja"))
    assert erase(kast, id_, 2, "getypt bij vergissing") == (2,)
    assert erase(kast, id_, 3, "getypt bij vergissing") == (3,)
    d = kast.read(id_)
    assert d.waarde("persoon:1", "op_plan") is None
    assert d.waarde("persoon:1", "zwanger") is None


def test_wat_er_gebeurde_is_niet_te_wissen(kast: Dossierkast) -> None:
    id_ = begun(kast, Feit("kopie_gemaakt", {"voor": "gezamenlijk", "kenmerk": "0a1b2c3d"}))
    assert erasable(kast, id_) == ()
    assert erase(kast, id_, 2, "getypt bij vergissing") is None
    assert erase(kast, id_, 99, "getypt bij vergissing") is None
