"""De kopie van een kind: woorden naar leeftijd, en niets dat een ouder niet mag lezen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan.omgeving import omgeving, with_values
from tests.plan.test_kopie_persoon import BO, GIJS, NOOR, SEM, copy, huis, tekst
from veiligheidsplan.plan.document import Alinea, Lijst, Plaatje
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.leeftijd import BANDEN, band
from veiligheidsplan.plan.zichtbaarheid import reduce_to


def kind(leeftijd: Any, *meer: tuple[str, str, Any]) -> Dossier:
    return huis((BO, "leeftijd", leeftijd), *meer)


@pytest.mark.parametrize(
    ("leeftijd", "verwacht"),
    [(0, "4_7"), (7, "4_7"), (8, "8_11"), (11, "8_11"), (12, "12_15"), (15, "12_15"), (16, "16_17"), (17, "16_17"),
     ("weet_niet", "8_11"), (None, "8_11")],
)  # fmt: skip
def test_de_leeftijd_kiest_de_woorden_en_zonder_leeftijd_leest_een_ouder_mee(
    leeftijd: Any, verwacht: str
) -> None:
    assert band(kind(leeftijd), omgeving(), BO) == verwacht


@pytest.mark.parametrize("leeftijd", [5, 9, 13, None])
def test_een_jonger_kind_krijgt_grote_letters_plaatjes_en_niets_dat_iemand_alleen_zei(leeftijd: Any) -> None:
    document = copy(kind(leeftijd), BO, "mee")
    assert document.groot
    assert len([b for b in document.blokken if isinstance(b, Plaatje)]) >= 4
    gelezen = tekst(kind(leeftijd), BO, "mee")
    for woord in ("koolmees", "zwaluw", "merel", "cijfer", "Niveau", "huisverbod", "Alleen voor"):
        assert woord not in gelezen
    assert "112" in gelezen


def test_van_zestien_jaar_krijgt_een_gewone_letter_en_mag_eigen_privebladen() -> None:
    document = copy(kind(16), BO, "mee")
    assert not document.groot
    assert not [b for b in document.blokken if isinstance(b, Plaatje)]
    assert "koolmees" in tekst(kind(16), BO, "mee")
    assert "koolmees" not in tekst(kind(16), BO)
    assert "koolmees" not in tekst(kind(16), NOOR, "mee") + tekst(kind(16), SEM, "mee")


def test_alles_op_de_kopie_van_een_kind_dat_op_het_plan_staat_staat_ook_op_die_van_iedereen() -> None:
    """Geen ouder leest er iets nieuws in: wat geen vaste zin is, staat ook op de gezamenlijke kopie."""
    d = kind(9)
    samen = tekst(d, "gezamenlijk")
    vast = set("\n".join(omgeving().sjabloon.zinnen.values()).split("\n"))
    for blok in copy(d, BO).blokken:
        match blok:
            case Lijst(punten):
                # what it is and when: the day stands in a column of its own there
                teksten = [t for p in punten for t in p.removesuffix(")").split(": ", 1)[-1].split(" (")]
            case Alinea(regels):
                teksten = regels.split("\n")
            case _:
                teksten = []
        assert [t for t in teksten if t not in vast and t not in samen] == []


EIGEN_AANPAK = ("eigen_aanpak:1", "van", BO), ("eigen_aanpak:1", "time_out", "telt tot tien")


@pytest.mark.parametrize("leeftijd", [6, 9, 13, 17])
def test_een_kind_met_een_eigen_aanpak_krijgt_hulp_om_te_stoppen_zonder_verwijt(leeftijd: int) -> None:
    """Als de eigen aanpak meegaat; zonder is niet te zien dat die er is."""
    d = kind(leeftijd, *EIGEN_AANPAK)
    assert tekst(d, BO) == tekst(kind(leeftijd), BO)
    boos = tekst(d, BO, "mee")
    assert "Als jij heel boos wordt" in boos
    for woord in ("slaan", "dader", "straf", "pleger", "moet je niet", "jouw schuld"):
        assert woord not in boos.casefold()


@pytest.mark.parametrize("leeftijd", [6, 9, 13, 17])
@pytest.mark.parametrize("eigen", ["niet", "mee"])
@pytest.mark.parametrize("waarde", [(BO, "mogelijke_pleger", "ja"), ("incident:1", "door", [BO, SEM])])
def test_wat_een_ander_over_een_kind_vertelde_verandert_niets_aan_de_kopie_van_dat_kind(
    leeftijd: int, eigen: Any, waarde: tuple[str, str, Any]
) -> None:
    """Een zusje zegt alleen tegen u dat Bo haar slaat. Bo en een ouder lezen dat niet op het volgende blad."""
    for basis in ((), EIGEN_AANPAK):
        assert copy(kind(leeftijd, *basis, waarde), BO, eigen) == copy(kind(leeftijd, *basis), BO, eigen)


def test_de_eigen_aanpak_van_een_jonger_kind_kan_mee_en_de_eigen_veiligheid_nooit() -> None:
    """Een ouder leest mee: waar het kind heen vlucht, staat er niet."""
    d = kind(
        10,
        ("eigen_aanpak:1", "van", BO),
        ("eigen_aanpak:1", "time_out", "pimpelmees telt tot tien"),
        ("eigen_veiligheid:1", "van", BO),
        ("eigen_veiligheid:1", "weg_komen", "pimpelmees rent naar de achterdeur"),
        ("eigen_actie:1", "van", BO),
        ("eigen_actie:1", "wat", "pimpelmees belt stiekem"),
    )
    gelezen = tekst(d, BO, "mee")
    assert "pimpelmees telt tot tien" in gelezen
    assert "achterdeur" not in gelezen
    assert "stiekem" not in gelezen


def test_een_kind_dat_niet_op_het_plan_staat_leest_niets_van_het_plan() -> None:
    d = kind(9, (BO, "op_plan", "nee"), ("actie:3", "wie", BO), ("actie:3", "wat", "Bo tekent een huis."))
    gelezen = tekst(d, BO)
    assert "Bo tekent een huis." in gelezen
    for woord in ("Noor", "Sem", "tante Ans", "huisarts", "8 december"):
        assert woord not in gelezen


@pytest.mark.parametrize(("leeftijd", "wel"), [(7, False), (8, True), (17, True), (None, False)])
def test_de_kindertelefoon_staat_er_alleen_voor_wie_die_mag_bellen(leeftijd: Any, wel: bool) -> None:
    assert ("Kindertelefoon" in tekst(kind(leeftijd), BO)) is wel


def test_elke_band_heeft_een_regel_in_de_regio() -> None:
    regels = omgeving().leeftijdsregels
    assert regels is not None
    assert {f"kopie_{b}" for b in BANDEN} <= regels.regels.keys()
    for jaren in range(18):
        assert len([n for n, r in regels.regels.items() if n.startswith("kopie_") and r.holds_at(jaren)]) == 1


def test_de_kopie_van_het_kind_volgt_uit_hetzelfde_kleinere_dossier_als_die_van_iedereen() -> None:
    d = kind(9)
    assert reduce_to(d, BO).waarden == reduce_to(d, "gezamenlijk").waarden
    anders = with_values(d, (GIJS, "naam", "Zwaluwstaart"), (f"stem:{BO}", "woorden", "iets anders"))
    assert copy(anders, BO, "mee") == copy(d, BO, "mee")
