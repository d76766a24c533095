"""Wie wat van wie is, als tekening: generaties onder elkaar, partners naast elkaar, en alles ook in woorden."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.structuur import check
from tests.export.voorbeeld import document
from tests.plan.omgeving import omgeving, with_values
from veiligheidsplan.export import render
from veiligheidsplan.plan.document import Genogram
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.genogram import genogram
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.velden.mensen import RELATIES

Relatie = tuple[int, str, int]


def family(namen: str, relaties: list[Relatie]) -> Dossier:
    """People by one letter each, and what they are of each other by number."""
    waarden: list[tuple[str, str, object]] = []
    for n, naam in enumerate(namen, 1):
        waarden += [(f"persoon:{n}", "naam", naam), (f"persoon:{n}", "soort", "volwassene")]
    for n, (van, soort, met) in enumerate(relaties, 1):
        waarden += [
            (f"relatie:{n}", "van", f"persoon:{van}"),
            (f"relatie:{n}", "soort", soort),
            (f"relatie:{n}", "met", f"persoon:{met}"),
        ]
    return with_values(Dossier(), ("hoofdstukken", "gekozen", ("relaties",)), *waarden)


def drawn(d: Dossier) -> Genogram:
    """The one drawing."""
    (uit,) = genogram(d, omgeving())
    return uit


def test_wie_ouder_is_staat_boven_en_partners_staan_naast_elkaar() -> None:
    """Oma boven, dan de ouders met wie twee partners heeft in het midden, dan het kind."""
    g = drawn(family("ABCDE", [(1, "partner", 2), (1, "ex_partner", 3), (1, "ouder", 4), (5, "ouder", 1)]))
    assert [(m.naam, m.rij) for m in g.mensen] == [("E", 0), ("B", 1), ("A", 1), ("C", 1), ("D", 2)]


def test_elke_relatie_staat_in_de_tekst_bij_de_tekening() -> None:
    """Wie de tekening niet ziet, hoort hetzelfde."""
    relaties: list[Relatie] = [(1, soort, 2 + n % 3) for n, soort in enumerate(RELATIES)]
    g = drawn(family("ABCD", relaties))
    woorden = omgeving().sjabloon.teksten["relatie"]["soort"].keuzes
    for van, soort, met in relaties:
        assert f"{'ABCD'[van - 1]} is {woorden[soort]} van {'ABCD'[met - 1]}." in g.alternatief


def test_zonder_relaties_is_er_geen_tekening() -> None:
    """Een rij losse vakjes zegt niets."""
    assert list(genogram(family("AB", []), omgeving())) == []


def test_alleen_de_kopie_voor_professionals_heeft_een_genogram() -> None:
    """Wie wat van wie is, kan gevaarlijk zijn om te lezen."""
    d = family("AB", [(1, "ex_partner", 2)])
    for voor in ("gezamenlijk", "persoon:1", "persoon:2"):
        document_ = make_copy(d, omgeving(), voor, kenmerk="x")
        assert not any(isinstance(b, Genogram) for b in document_.blokken)
    assert any(isinstance(b, Genogram) for b in make_copy(d, omgeving(), "professional", kenmerk="x").blokken)


@pytest.mark.parametrize(
    "relaties", [[(1, "ouder", 2), (2, "ouder", 1)], [(1, "ouder", 2), (2, "grootouder", 3), (3, "ouder", 1)]]
)
def test_een_kring_van_ouders_loopt_niet_vast(relaties: list[Relatie]) -> None:
    """Een vergissing in het dossier geeft een tekening, geen fout."""
    assert len(drawn(family("ABC", relaties)).mensen) == 3


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 9), st.sampled_from(RELATIES), st.integers(1, 9)), min_size=1, max_size=14
    )
)
def test_elke_familie_geeft_een_goede_pdf_met_iedereen_een_keer(relaties: list[Relatie]) -> None:
    """Wat iemand ook invult: iedereen staat er een keer, en elke band loopt tussen twee mensen die er staan."""
    d = family("ABCDEFGHI", relaties)
    for g in genogram(d, omgeving()):
        assert sorted(m.naam for m in g.mensen) == list("ABCDEFGHI")
        assert all(0 <= b.van < 9 and 0 <= b.met < 9 and b.van != b.met for b in g.banden)
        assert check(render(document(blokken=(g,)))) == []
