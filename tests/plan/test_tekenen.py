"""Wie op de gezamenlijke kopie kan tekenen: een plek voor wie het plan las, en niets over wie niet wil."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.plan.omgeving import example_dossier, omgeving, with_values
from veiligheidsplan.app.exporteer import export
from veiligheidsplan.export import Formaat
from veiligheidsplan.plan.document import Handtekeningvak
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Tekenen
from veiligheidsplan.plan.sjabloon_eigen import Ontvanger


def party(nummer: int, naam: str, rol: str, gelezen: str | None = "akkoord") -> list[tuple[str, str, Any]]:
    """The answers about one professional who signs as well."""
    onderwerp = f"partij:{nummer}"
    return [(onderwerp, "naam", naam), (onderwerp, "rol", rol), (onderwerp, "gelezen", gelezen)]


def with_parties(*partijen: list[tuple[str, str, Any]]) -> Dossier:
    """The example household, with these professionals, and their part of the plan open."""
    d = example_dossier()
    open_ = (*d.waarde("hoofdstukken", "gekozen"), "partijen")
    return with_values(d, ("hoofdstukken", "gekozen", open_), *(w for p in partijen for w in p))


def boxes(
    d: Dossier, voor: Ontvanger = "gezamenlijk", o: Omgeving | None = None
) -> list[tuple[str, str | None]]:
    document = make_copy(d, o or omgeving(), voor, kenmerk="0a1b2c3d")
    return [(b.bijschrift, b.veld) for b in document.blokken if isinstance(b, Handtekeningvak)]


def data(d: Dossier, formaat: Formaat) -> bytes:
    return export(d, omgeving(), "gezamenlijk", formaat, kenmerk="0a1b2c3d").inhoud


LOU, MO = party(1, "Lou Visser", "procesregisseur"), party(2, "Mo Smit", "casusregisseur")


def test_elke_professional_die_het_plan_las_heeft_een_eigen_plek_met_een_naam_die_niets_zegt() -> None:
    assert boxes(with_parties(LOU, MO))[:3] == [
        ("Kim de Vries", "partij-1"),
        ("Lou Visser, Procesregisseur", "partij-2"),
        ("Mo Smit, Casusregisseur", "partij-3"),
    ]


def test_in_een_vaste_volgorde_zegt_de_plek_na_welke_andere_zij_komt() -> None:
    o = omgeving()
    vast = Tekenen(volgorde="vast", rollen=o.sjabloon.tekenen.rollen)
    o = replace(o, sjabloon=o.sjabloon.model_copy(update={"tekenen": vast}))
    assert boxes(with_parties(LOU, MO), o=o)[:3] == [
        ("Kim de Vries", "partij-1"),
        ("Mo Smit, Casusregisseur", "partij-2-na-1"),
        ("Lou Visser, Procesregisseur", "partij-3-na-2"),
    ]


def test_wie_in_het_gezin_hoort_tekent_alleen_op_papier() -> None:
    assert [veld for wie, veld in boxes(with_parties()) if wie in ("Noor", "Sem")] == [None, None]


@pytest.mark.parametrize("voor", ["professional"])
def test_op_een_andere_kopie_tekent_alleen_de_medewerker_en_staat_de_gezamenlijke_versie(
    voor: Ontvanger,
) -> None:
    d = with_parties(LOU, MO)
    assert boxes(d, voor) == [("Kim de Vries", "partij-1")]
    assert "Op de kopie voor iedereen staat: Versie 1, nog niet vastgesteld." in str(
        make_copy(d, omgeving(), voor, kenmerk="0a1b2c3d")
    )


@pytest.mark.parametrize("formaat", ["pdf", "markdown", "json"])
@pytest.mark.parametrize("gelezen", [None, "nog_niet"])
def test_een_professional_die_het_plan_nog_niet_las_is_er_op_de_kopie_niet(
    gelezen: str | None, formaat: Formaat
) -> None:
    """Ook niet door een gat in de nummers: byte voor byte gelijk aan een plan zonder deze professional."""
    zonder = with_parties(party(2, "Mo Smit", "casusregisseur"))
    met = with_parties(party(1, "Zwaluwstaart", "procesregisseur", gelezen), MO)
    assert data(met, formaat) == data(zonder, formaat)


@pytest.mark.parametrize("formaat", ["pdf", "json"])
def test_of_een_professional_akkoord_is_of_alleen_las_verandert_geen_byte(formaat: Formaat) -> None:
    niet_akkoord = with_parties(party(1, "Lou Visser", "procesregisseur", "gelezen_niet_akkoord"))
    assert data(niet_akkoord, formaat) == data(with_parties(LOU), formaat)


@pytest.mark.parametrize("formaat", ["pdf", "markdown", "json"])
@pytest.mark.parametrize("tekenen", ["papier", "eigen_papier", "niet"])
def test_wie_niet_tekent_of_op_een_eigen_papier_staat_alleen_op_de_kopie_voor_professionals(
    tekenen: str, formaat: Formaat
) -> None:
    """Weigeren ziet er op de kopie voor iedereen precies zo uit als tekenen, en als niets zeggen."""
    d = with_values(example_dossier(), ("stem:persoon:2", "tekenen", tekenen))
    assert data(d, formaat) == data(example_dossier(), formaat)
    assert "'Tekenen', " in str(make_copy(d, omgeving(), "professional", kenmerk="0a1b2c3d"))


VOORGELEZEN = [("stem:persoon:1", "tekenen", "voorgelezen"), ("stem:persoon:1", "voorgelezen", "2026-12-05")]


def test_voorgelezen_en_akkoord_staat_met_de_dag_en_zonder_plek_om_te_tekenen() -> None:
    d = with_values(example_dossier(), *VOORGELEZEN)
    assert "('Noor', 'voorgelezen en akkoord op 5 december 2026')" in str(
        make_copy(d, omgeving(), "gezamenlijk", kenmerk="0a1b2c3d")
    )
    assert "Noor" not in dict(boxes(d))


@pytest.mark.parametrize(
    "daarna",
    [
        ("stem:persoon:1", "akkoord", "gelezen_niet_akkoord"),
        ("stem:persoon:1", "tekenen", "niet"),
        ("stem:persoon:1", "gedeeld", "nee"),
        ("stem:persoon:2", "akkoord", "niet_veilig"),
    ],
    ids=lambda w: str(w[2]),
)
def test_wie_zich_bedenkt_van_dat_voorlezen_is_niets_meer_te_zien(daarna: tuple[str, str, Any]) -> None:
    nooit = with_values(example_dossier(), daarna)
    bedacht = with_values(with_values(example_dossier(), *VOORGELEZEN), daarna)
    assert data(bedacht, "pdf") == data(nooit, "pdf")
