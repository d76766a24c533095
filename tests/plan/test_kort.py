"""De eerste bladzijde: wat we doen, wie u belt en wanneer we elkaar weer spreken."""

from __future__ import annotations

import pytest

from tests.export.inhoud import paginatekst
from tests.plan.omgeving import example_dossier, omgeving, with_values
from veiligheidsplan.export import render
from veiligheidsplan.plan.document import Alinea, Document, Kader, Kop, Tabel
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.lezer import Lezer


def copy(d: Dossier, voor: Lezer = "gezamenlijk") -> Document:
    """A copy of this dossier."""
    return make_copy(d, omgeving(), voor, kenmerk="0000abcd")


def test_op_het_eerste_blad_staan_de_acties_de_nummers_en_het_volgende_contact() -> None:
    """Wie alleen het eerste blad ziet, weet genoeg voor vandaag."""
    blad = " ".join(paginatekst(render(copy(example_dossier())))[0].split())
    for woord in (
        "In het kort",
        "Sem belt de huisarts",
        "Tante Ans haalt Bo",
        "112",
        "0800-2000",
        "Volgend contact",
    ):
        assert woord in blad


def test_zonder_afspraken_staan_de_nummers_er_toch() -> None:
    """Niets houdt tegen dat een gezin weggaat met wie het kan bellen."""
    blokken = copy(Dossier()).blokken
    assert blokken[0] == Kop("In het kort", 1)
    assert isinstance(blokken[1], Kader)
    assert blokken[2] == Alinea("Er is nog niets afgesproken.")


def test_een_lange_actie_begint_op_het_eerste_blad_en_staat_verderop_heel() -> None:
    """Drieduizend woorden passen niet in het kort; er valt niets weg."""
    lang = " ".join(f"woord{n}" for n in range(3000))
    document = copy(with_values(example_dossier(), ("actie:2", "wat", lang)))
    tabel = next(b for b in document.blokken if isinstance(b, Tabel))
    assert tabel.rijen[1][1].endswith(" …")
    assert len(tabel.rijen[1][1]) < 200
    assert "woord2999" in "".join(paginatekst(render(document)))


@pytest.mark.parametrize("voor", ["gezamenlijk", "professional"])
def test_in_het_kort_staat_niets_wat_nergens_anders_staat(voor: Lezer) -> None:
    """Een samenvatting kan niemand iets vertellen wat de rest van die kopie niet vertelt."""
    o, d = omgeving(), example_dossier()
    from tests.plan.test_eigen_vragen import text

    heel = " ".join(text(d, o, voor).split())
    kort = next(
        b for b in copy(d, voor).blokken if isinstance(b, Tabel) and b.bijschrift == o.zin("kort_acties")
    )
    for rij in kort.rijen:
        assert heel.count(rij[1]) >= 2
