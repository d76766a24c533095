"""Wie u kunt bellen: van de regio, voor de gemeente van dit huishouden, en nooit een hint op de gezamenlijke kopie."""

from __future__ import annotations

import pytest

from tests.plan.omgeving import example_dossier, omgeving, with_values
from veiligheidsplan.export import as_lines
from veiligheidsplan.plan.delen_bellen import numbers_for
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.regio import Voor
from veiligheidsplan.plan.sjabloon_eigen import Ontvanger

#: bijlage 2 van de regioaanpak: wat hier anders is dan in de andere gemeenten
ANDERS = {
    ("maasdriel", "opvang"): "Den Bosch",
    ("maasdriel", "mensenhandel"): "Den Bosch",
    ("maasdriel", "ambulante_hulp"): "Niet de dienst van de regio",
    ("maasdriel", "aware"): "Moviera",
    ("maasdriel", "ggd"): "GGD Gelderland-Zuid",
    ("zaltbommel", "opvang"): "Den Bosch",
    ("zaltbommel", "mensenhandel"): "Den Bosch",
    ("zaltbommel", "ambulante_hulp"): "Niet de dienst van de regio",
    ("zaltbommel", "aware"): "Moviera",
    ("zaltbommel", "inkoop"): "De gemeente zelf",
    ("mook-en-middelaar", "veilig_thuis"): "Veilig Thuis Gelderland-Zuid",
    ("mook-en-middelaar", "ggd"): "Niet de dienst van de regio",
    ("mook-en-middelaar", "veiligheidsregio"): "Niet de dienst van de regio",
    ("mook-en-middelaar", "scheiding"): "Niet de dienst van de regio",
    ("nijmegen", "ambulante_hulp"): "Moviera",
    ("nijmegen", "opvang"): "Nog niet bevestigd",
    ("wijchen", "ambulante_hulp"): "Moviera",
}
VIJFTIEN = {
    "berg-en-dal", "beuningen", "buren", "culemborg", "druten", "heumen", "maasdriel", "mook-en-middelaar",
    "neder-betuwe", "nijmegen", "tiel", "west-betuwe", "west-maas-en-waal", "wijchen", "zaltbommel",
}  # fmt: skip


def copy(gemeente: str, voor: Ontvanger) -> str:
    d = with_values(example_dossier(), ("dossier", "gemeente", gemeente))
    return "\n".join(as_lines(make_copy(d, omgeving(), voor, kenmerk="-"), 100))


@pytest.mark.parametrize(
    ("plek", "wie"), ANDERS.items(), ids=lambda w: "-".join(w) if isinstance(w, tuple) else w
)
def test_wie_het_doet_klopt_met_de_bijlage_van_de_regioaanpak(plek: tuple[str, str], wie: str) -> None:
    assert omgeving().gemeenten.serves(*plek).dienst.naam == wie


def test_de_vijftien_gemeenten_doen_mee_en_gennep_niet() -> None:
    g = omgeving().gemeenten
    assert set(g.gemeenten) == VIJFTIEN
    assert set(g.niet_in_deze_regio) == {"gennep"}
    assert "maar voor een deel" in g.serves("wijchen", "inkoop").uitleg


def test_op_de_gezamenlijke_kopie_staan_alleen_nummers_voor_iedereen() -> None:
    """In elke gemeente: geen hulp voor wie geweld gebruikt, geen alarmknop, geen opvang."""
    for gemeente in VIJFTIEN:
        tekst = copy(gemeente, "gezamenlijk")
        assert "0800-2000" in tekst
        for woord in ("geweld gebruikt", "AWARE", "Moviera", "Opvang", "0800-0188", "0900-0101", "0800-0432"):
            assert woord not in tekst


def test_de_kopie_voor_professionals_noemt_hulp_voor_wie_geweld_gebruikt_en_wie_wat_doet() -> None:
    tekst = copy("zaltbommel", "professional")
    deel = tekst[tekst.index("Voor wie zelf geweld gebruikt") :]
    assert deel.index("Veilig Thuis: 0800-2000") < deel.index("113 Zelfmoordpreventie: 113")
    assert "Wie doet wat in Zaltbommel" in tekst
    assert "Den Bosch" in tekst


@pytest.mark.parametrize(
    "lezer", ["iedereen", "wie_hulp_zoekt", "kind", "wie_geweld_gebruikt", "professional"]
)
def test_een_lezer_krijgt_alleen_nummers_die_hem_noemen(lezer: Voor) -> None:
    o = omgeving()
    mag = {f"{n.naam}: {n.nummer}" for n in o.nummers.nummers.values() if lezer in n.voor}
    assert {wie for wie, _ in numbers_for(o, lezer)} == mag != set()


def test_zonder_gemeente_staat_er_geen_dienst_van_een_gemeente() -> None:
    d = with_values(example_dossier(), ("dossier", "gemeente", None))
    tekst = "\n".join(as_lines(make_copy(d, omgeving(), "professional", kenmerk="-"), 100))
    assert "Wie doet wat in" not in tekst
    assert "0800-2000" in tekst
