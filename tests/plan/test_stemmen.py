"""Every voice, and on whom the actions rest: what a joint copy may say of it, and what the professional hears."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan.omgeving import events, example_dossier, omgeving, with_values
from veiligheidsplan.app.exporteer import export
from veiligheidsplan.export import Formaat
from veiligheidsplan.plan.document import Document, Handtekeningvak
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import steps
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.volledigheid import lacking, open_points

TABEL = "Wie dit plan heeft gelezen"
STEM = ("stem:persoon:1", "stem:persoon:2", "stem:persoon:3")


def joint(d: Dossier) -> Document:
    return make_copy(d, omgeving(), "gezamenlijk", kenmerk="0a1b2c3d")


def data(d: Dossier, formaat: Formaat) -> bytes:
    return export(d, omgeving(), "gezamenlijk", formaat, kenmerk="0a1b2c3d").inhoud


def boxes(document: Document) -> list[str]:
    return [b.bijschrift for b in document.blokken if isinstance(b, Handtekeningvak)]


def codes(d: Dossier) -> list[str]:
    return [code for code, _ in open_points(d, omgeving())]


def test_wie_het_plan_las_staat_met_naam_op_de_gezamenlijke_kopie_en_de_reden_niet() -> None:
    tekst = str(joint(example_dossier()))
    assert TABEL in tekst
    assert "('Noor', 'Akkoord'), ('Sem', 'Gelezen, niet akkoord')" in tekst
    assert "Ik vind een week te lang." not in tekst


@pytest.mark.parametrize("formaat", ["pdf", "markdown", "json"])
@pytest.mark.parametrize("wie", STEM)
def test_is_vragen_voor_iemand_niet_veilig_dan_lijkt_het_alsof_aan_niemand_iets_is_gevraagd(
    wie: str, formaat: Formaat
) -> None:
    """Byte voor byte gelijk aan een plan waarbij nooit naar akkoord is gevraagd: geen tabel, geen gat erin."""
    nooit = with_values(example_dossier(), *((s, "akkoord", None) for s in STEM))
    onveilig = with_values(
        example_dossier(), ("persoon:3", "soort", "volwassene"), (wie, "akkoord", "niet_veilig")
    )
    nooit = with_values(nooit, ("persoon:3", "soort", "volwassene"))
    assert data(onveilig, formaat) == data(nooit, formaat)
    assert TABEL not in str(joint(onveilig))
    assert boxes(joint(onveilig)) == ["Kim de Vries"]


def test_ook_iemand_die_niet_op_het_plan_staat_haalt_de_tabel_weg() -> None:
    d = with_values(
        example_dossier(),
        ("persoon:4", "naam", "Zwaluwstaart"),
        ("persoon:4", "soort", "volwassene"),
        ("persoon:4", "op_plan", "nee"),
        ("stem:persoon:4", "akkoord", "niet_veilig"),
    )
    assert TABEL not in str(joint(d))


@pytest.mark.parametrize(
    ("akkoord", "vak"), [("akkoord", True), ("gelezen_niet_akkoord", True), (None, False)]
)
def test_wie_las_heeft_een_plaats_om_te_tekenen_en_die_zegt_niet_of_iemand_akkoord_is(
    akkoord: str | None, vak: bool
) -> None:
    d = with_values(example_dossier(), ("stem:persoon:2", "akkoord", akkoord))
    assert ("Sem" in boxes(joint(d))) is vak


def test_niet_gevraagd_en_niet_gedeeld_zien_er_op_de_kopie_hetzelfde_uit() -> None:
    niet_gevraagd = with_values(example_dossier(), ("stem:persoon:2", "akkoord", "niet_gevraagd"))
    niet_gedeeld = with_values(example_dossier(), ("stem:persoon:2", "gedeeld", "nee"))
    nooit = with_values(example_dossier(), ("stem:persoon:2", "akkoord", None))
    assert joint(niet_gevraagd) == joint(niet_gedeeld) == joint(nooit)


GEHEIM: list[tuple[str, str, Any]] = [
    ("stem:persoon:3", "gehoord", "ja"),
    ("stem:persoon:1", "woorden", "zwaluwstaart"),
    ("stem:persoon:1", "verhaal", "zwaluwstaart"),
    ("stem:persoon:2", "reden_akkoord", "zwaluwstaart"),
    ("eigen_actie:1", "wat", "zwaluwstaart"),
    ("eigen_actie:1", "van", "persoon:2"),
    ("ander:1", "naam", "zwaluwstaart"),
    ("grond:actie:1", "antwoord", "directe-veiligheid:1/zorg"),
]


@pytest.mark.parametrize("waarde", GEHEIM, ids=lambda w: "/".join(map(str, w[:2])))
@pytest.mark.parametrize("formaat", ["markdown", "json"])
def test_eigen_woorden_eigen_acties_en_wie_gehoord_is_veranderen_geen_byte_van_de_gezamenlijke_kopie(
    waarde: tuple[str, str, Any], formaat: Formaat
) -> None:
    assert data(with_values(example_dossier(), waarde), formaat) == data(example_dossier(), formaat)


def test_zonder_eigen_acties_is_de_gezamenlijke_kopie_dezelfde_en_het_aantal_acties_ook() -> None:
    weg = Feit("onderwerp_gearchiveerd", {"onderwerp": "eigen_actie:1", "reden": "x"})
    d = fold(events([weg]), example_dossier())
    assert joint(d) == joint(example_dossier())
    assert codes(d) == codes(example_dossier())


def test_een_eigen_actie_staat_bij_de_persoon_zonder_nummer() -> None:
    tekst = str(make_copy(example_dossier(), omgeving(), "professional", kenmerk="0a1b2c3d"))
    assert (
        "Alinea(tekst='Noor', toon='nadruk'), Lijst(punten=('Noor bewaart haar papieren bij haar zus."
        in tekst
    )
    assert "Eigen actie 1" not in tekst


def test_de_woorden_van_een_kind_staan_alleen_bij_professionals() -> None:
    d = with_values(
        example_dossier(), ("stem:persoon:3", "gehoord", "ja"), ("stem:persoon:3", "woorden", "Ik ben bang.")
    )
    assert "Ik ben bang." not in str(joint(d))
    assert "Ik ben bang." in str(make_copy(d, omgeving(), "professional", kenmerk="0a1b2c3d"))


def test_aan_een_kind_wordt_niet_gevraagd_of_het_akkoord_is() -> None:
    gevraagd = {s.id for s in steps(example_dossier(), omgeving())}
    assert "stem:persoon:1/akkoord" in gevraagd
    assert "stem:persoon:3/akkoord" not in gevraagd


@pytest.mark.parametrize(
    ("waarden", "code"),
    [
        ([("actie:1", "wie", "persoon:1")], "open_direct_alleen"),
        ([("actie:1", "wie", "persoon:3")], "open_direct_alleen"),
        (
            [("actie:2", "wie", "persoon:1"), ("afspraak:1", "wie", "persoon:1")],
            "open_niets_gevraagd",
        ),
        (
            [
                ("persoon:2", "mogelijke_pleger", "ja"),
                ("actie:2", "wie", "persoon:1"),
                ("afspraak:1", "wie", "persoon:1"),
            ],
            "open_niets_gevraagd",
        ),
        ([("actie:1", "wie", "persoon:2")], "open_geen_professional"),
        ([("stem:persoon:3", "reden_niet", None)], "open_gehoord"),
        ([("stem:persoon:2", "reden_akkoord", None)], "open_akkoord_reden"),
        ([("stem:persoon:2", "akkoord", "niet_veilig")], "open_akkoord_onveilig"),
    ],
)
def test_wat_scheef_ligt_staat_bij_wat_nog_open_is(waarden: list[tuple[str, str, Any]], code: str) -> None:
    """Een slachtoffer of kind met de enige directe actie, niets voor de bron van gevaar, niets van een professional."""
    assert code not in codes(example_dossier())
    d = with_values(example_dossier(), *waarden)
    assert code in codes(d)
    assert all("{" not in zin for zin in lacking(d, omgeving()))


def test_een_tweede_directe_actie_van_een_ander_is_genoeg() -> None:
    d = with_values(example_dossier(), ("actie:1", "wie", "persoon:1"), ("actie:3", "direct", "ja"))
    assert "open_direct_alleen" not in codes(d)


def test_een_actie_met_een_antwoord_als_grond_heeft_geen_voorwaarde_nodig() -> None:
    d = with_values(example_dossier(), ("voorwaarde:2", "helpt", ()))
    d = with_values(d, ("hoofdstukken", "gekozen", (*d.waarde("hoofdstukken", "gekozen"), "grond")))
    assert "open_actie_los" in codes(d)
    d = with_values(d, ("grond:actie:2", "antwoord", "directe-veiligheid:1/bang"))
    assert "open_actie_los" not in codes(d)
    tekst = str(make_copy(d, omgeving(), "professional", kenmerk="0a1b2c3d"))
    assert "('Gekozen door dit antwoord', '" in tekst
