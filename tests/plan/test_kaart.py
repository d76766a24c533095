"""Een kaart voor in een tas: wie haar vindt, ziet namen en nummers, en niet waar zij over gaat."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.export.inhoud import alles, paginatekst
from tests.export.structuur import check
from tests.plan.omgeving import NU, example_dossier, omgeving, with_values
from veiligheidsplan.app.exporteer import HOE, export, handed
from veiligheidsplan.export import as_lines, render
from veiligheidsplan.plan.document import Document
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.kaart import OP_DE_KAART, VERRAADT, telling_words
from veiligheidsplan.plan.kopie import Eigendeel, make_copy
from veiligheidsplan.plan.model import VELDEN

WOORDEN = {
    veld: f"woord{n}"
    for n, veld in enumerate(VELDEN["eigen_veiligheid"])
    if veld not in ("van", "zichtbaar_voor")
}


def household() -> Dossier:
    """Noor has something of her own in every field of her own safety."""
    return with_values(
        example_dossier(),
        ("hoofdstukken", "gekozen", ("eigen_veiligheid",)),
        ("gesprek", "meer_eigen_veiligheid_1", "ja"),
        ("eigen_veiligheid:1", "van", "persoon:1"),
        *(("eigen_veiligheid:1", veld, woord) for veld, woord in WOORDEN.items()),
    )


def card(eigen: Eigendeel = "kaart", wie: str = "persoon:1") -> Document:
    """The card of Noor."""
    return make_copy(household(), omgeving(), wie, kenmerk="0000abcd", eigen=eigen)


@pytest.mark.parametrize("formaat", ["pdf", "markdown", "json"])
def test_op_de_kaart_staat_geen_naam_van_een_plan_een_dienst_of_een_kenmerk(formaat: str) -> None:
    """Ook niet in de eigenschappen van het bestand: dat ziet wie het op een telefoon opent."""
    inhoud = render(card(), formaat)  # type: ignore[arg-type]
    tekst = (alles(inhoud) if formaat == "pdf" else inhoud.decode()).lower()
    for woord in (*VERRAADT, "regio", "gelderland", "0000abcd", "lokaal team", "noor", "december"):
        assert woord not in tekst, woord


def test_op_de_kaart_staan_nummers_en_wat_u_meeneemt_en_nooit_hoe_iemand_wegkomt() -> None:
    """De weg naar buiten, geld en telefoons staan er niet op; het afgesproken woord alleen op verzoek."""
    tekst = "\n".join(as_lines(card(), 60))
    assert "Spoed: 112" in tekst
    assert "Advies: 0800-2000" in tekst
    assert "Kim: 024 000 00 00" in tekst
    for veld, woord in WOORDEN.items():
        assert (woord in tekst) is (veld in OP_DE_KAART), veld
    met = "\n".join(as_lines(card("kaart_met_seintje"), 60))
    assert WOORDEN["seintje"] in met
    assert WOORDEN["weg_komen"] not in met


def test_de_kaart_van_een_ander_heeft_alleen_nummers() -> None:
    """Wat van Noor is, staat nooit op een kaart van Sem."""
    tekst = "\n".join(as_lines(card(wie="persoon:2"), 60))
    assert "112" in tekst
    assert not [woord for woord in WOORDEN.values() if woord in tekst]


def test_de_kaart_past_op_een_klein_blad_en_komt_door_de_keuring() -> None:
    """Een blad zonder kop, voet, logo of bladnummer, met een stippellijn om uit te knippen."""
    pdf = render(card("kaart_met_seintje"))
    assert check(pdf) == []
    assert len(paginatekst(pdf)) == 1
    assert "pagina" not in paginatekst(pdf)[0]


def test_een_volle_kaart_loopt_door_op_een_tweede() -> None:
    """Er valt niets weg."""
    d = with_values(household(), ("eigen_veiligheid:1", "tas", " ".join(f"ding{n}" for n in range(400))))
    pdf = render(make_copy(d, omgeving(), "persoon:1", kenmerk="", eigen="kaart"))
    assert check(pdf) == []
    assert len(paginatekst(pdf)) > 1
    assert "ding399" in " ".join(paginatekst(pdf))


def test_een_woord_dat_de_kaart_verraadt_wordt_gezegd() -> None:
    """De professional hoort het voor de kaart gemaakt wordt."""
    d = with_values(household(), ("eigen_veiligheid:1", "tas", "papieren van de Politie en de opvang"))
    assert telling_words(make_copy(d, omgeving(), "persoon:1", kenmerk="", eigen="kaart")) == (
        "opvang",
        "politie",
    )
    assert telling_words(card()) == ()


@pytest.mark.parametrize("eigen", get_args(Eigendeel))
@pytest.mark.parametrize("hoe", HOE)
def test_het_dossier_zegt_van_elke_soort_kopie_wie_haar_heeft_en_hoe(eigen: Eigendeel, hoe: str) -> None:
    """Ook van een kaart, en ook als zij alleen is voorgelezen."""
    gemaakt = {"voor": "persoon:1", "kenmerk": "0a0b0c0d", "formaat": "pdf", "voorlopig": False}
    gemaakt |= {"eigen": eigen, "versie": 1}
    feiten = (Feit("kopie_gemaakt", gemaakt), handed("persoon:1", "0a0b0c0d", hoe))
    d = fold([stamp(f, door="Kim", tijd=NU) for f in feiten], example_dossier())
    tekst = "\n".join(as_lines(make_copy(d, omgeving(), "professional", kenmerk="x"), 200))
    assert "0a0b0c0d" in tekst


def test_de_naam_van_het_bestand_van_een_kaart_is_die_van_elke_kopie() -> None:
    """Een map met een «eigen-…» erin zegt dat er iets is."""
    kaart = export(household(), omgeving(), "persoon:1", "pdf", kenmerk="0a0b0c0d", eigen="kaart")
    gewoon = export(household(), omgeving(), "gezamenlijk", "pdf", kenmerk="0a0b0c0d")
    assert kaart.naam == gewoon.naam
