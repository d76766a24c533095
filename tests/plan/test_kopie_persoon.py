"""De kopie van één persoon: wat iedereen leest, of alleen de eigen taken; de privébladen alleen als dat is gekozen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan.omgeving import example_dossier, omgeving, with_values
from veiligheidsplan.export import as_lines
from veiligheidsplan.plan.document import Bladzijde, Document
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.eigendom import may_receive
from veiligheidsplan.plan.kopie import Eigendeel, make_copy
from veiligheidsplan.plan.lezer import from_handle, handle, readers_of

NOOR, SEM, BO, GIJS = "persoon:1", "persoon:2", "persoon:3", "persoon:4"


def huis(*meer: tuple[str, str, Any]) -> Dossier:
    """Het voorbeeld, met eigen dingen van Noor en van Sem, en een vierde persoon die nergens bij hoort."""
    soorten = ("eigen_actie", "eigen_veiligheid", "eigen_aanpak", "contact", "terugblik")
    codes = (
        "eigen_acties",
        "eigen_veiligheid",
        "eigen_aanpak",
        "contact",
        "terugblikken",
        "stemmen",
        "relaties",
        "plekken",
    )
    open_ = [("gesprek", f"meer_{s}_{n}", "ja") for s in soorten for n in (1, 2)]
    velden = {
        "naam": "Gijs",
        "soort": "volwassene",
        "woont_hier": "nee",
        "mogelijke_pleger": "nee",
        "op_plan": "nee",
    }
    return with_values(
        example_dossier(),
        ("hoofdstukken", "gekozen", [*example_dossier().waarde("hoofdstukken", "gekozen"), *codes]),
        *open_,
        *((GIJS, veld, waarde) for veld, waarde in velden.items()),
        ("eigen_actie:1", "van", NOOR),
        ("eigen_actie:1", "wat", "zwaluw pakt de tas"),
        ("eigen_veiligheid:1", "van", NOOR),
        ("eigen_veiligheid:1", "seintje", "zwaluw zet de lamp aan"),
        ("eigen_aanpak:1", "van", SEM),
        ("eigen_aanpak:1", "time_out", "merel loopt een rondje"),
        (f"stem:{NOOR}", "gehoord", "ja"),
        (f"stem:{NOOR}", "woorden", "zwaluw wil rust"),
        (f"stem:{BO}", "gehoord", "ja"),
        (f"stem:{BO}", "woorden", "koolmees vindt het eng"),
        *meer,
    )  # fmt: skip


def copy(d: Dossier, voor: str, eigen: Eigendeel = "niet") -> Document:
    return make_copy(d, omgeving(), voor, kenmerk="0a1b2c3d", eigen=eigen)


def tekst(d: Dossier, voor: str, eigen: Eigendeel = "niet") -> str:
    return "\n".join(as_lines(copy(d, voor, eigen), 200))


@pytest.mark.parametrize("wie", [NOOR, SEM])
def test_zonder_privebladen_is_de_kopie_van_wie_op_het_plan_staat_die_van_iedereen(wie: str) -> None:
    """Wie haar vindt, ziet niet dat er nog iets anders is: elk blok is gelijk."""
    assert copy(huis(), wie) == copy(huis(), "gezamenlijk")


def test_met_privebladen_begint_de_kopie_met_wat_iedereen_leest_en_komen_zij_op_een_eigen_bladzijde() -> None:
    met, samen = copy(huis(), NOOR, "mee"), copy(huis(), "gezamenlijk")
    assert met.blokken[: len(samen.blokken)] == samen.blokken
    assert isinstance(met.blokken[len(samen.blokken)], Bladzijde)
    assert met.ondertitel == samen.ondertitel.replace("Kopie voor iedereen die meedoet", "Kopie voor u")


@pytest.mark.parametrize(
    ("wie", "wel", "niet"), [(NOOR, "zwaluw", ("merel", "koolmees")), (SEM, "merel", ("zwaluw", "koolmees"))]
)
def test_op_de_privebladen_staat_alleen_wat_van_die_persoon_zelf_is(
    wie: str, wel: str, niet: tuple[str, ...]
) -> None:
    gelezen = tekst(huis(), wie, "mee")
    assert wel in gelezen
    assert not [woord for woord in niet if woord in gelezen]
    assert wel not in tekst(huis(), wie)


def test_wat_de_professional_over_iemand_opschrijft_staat_ook_niet_op_de_eigen_privebladen() -> None:
    """Wie er meeleest, of het vannacht veilig is, en waarom iemand niet is gevraagd: dat is niet van hen."""
    d = huis(
        ("contact:1", "leest_mee", "pimpelmees"),
        (f"slot:{NOOR}", "waardoor", "pimpelmees"),
        (f"stem:{SEM}", "gelezen", None),
        (f"stem:{SEM}", "akkoord", "niet_gevraagd"),
        (f"stem:{SEM}", "reden_akkoord", "pimpelmees"),
    )
    assert "pimpelmees" not in tekst(d, NOOR, "mee") + tekst(d, SEM, "mee")
    assert "pimpelmees" in tekst(d, "professional")


def test_een_cijfer_dat_samen_is_gegeven_is_geen_eigen_geheim_en_een_cijfer_alleen_wel() -> None:
    alleen = tekst(huis(), NOOR, "apart")
    assert "Over het hele gezin: 4" in alleen
    assert "ver het hele gezin" not in tekst(huis(), SEM, "apart")


def test_de_woorden_van_een_kind_staan_op_geen_kopie_van_het_kind_of_een_ouder() -> None:
    for wie in (NOOR, SEM, BO):
        assert "koolmees" not in tekst(huis(), wie, "mee")
    assert "koolmees" in tekst(huis(), "professional")


def test_wie_niet_op_het_plan_staat_leest_alleen_de_eigen_taken_zonder_nummer() -> None:
    d = huis(
        (NOOR, "op_plan", "nee"),
        ("actie:2", "wie", NOOR),
        ("actie:2", "wat", "Noor belt de huisarts."),
        ("actie:2", "zien", None),
    )
    gelezen = tekst(d, NOOR)
    assert "Noor belt de huisarts." in gelezen
    for woord in ("Sem", "Bo", "Actie", "tante Ans", "Evaluatie", "Nijmegen"):
        assert woord not in gelezen
    assert "112" in gelezen
    assert "Kim de Vries" in gelezen
    assert "Noor belt de huisarts." not in tekst(d, "gezamenlijk")


def test_wat_een_ander_doet_verandert_niets_aan_de_kopie_van_wie_niet_op_het_plan_staat() -> None:
    d = huis((NOOR, "op_plan", "nee"))
    anders = huis(
        (NOOR, "op_plan", "nee"),
        ("actie:1", "wat", "Iets heel anders."),
        ("afspraak:1", "wie", GIJS),
        ("vervolg", "contact_datum", "2026-12-30"),
        ("dossier", "gemeente", "tiel"),
        (SEM, "woont_hier", "nee"),
    )
    assert copy(anders, NOOR, "mee") == copy(d, NOOR, "mee")


def test_een_plan_van_een_persoon_alleen_krijgt_die_persoon_heel_en_een_ander_niets_ervan() -> None:
    """Er is geen plan dat iedereen leest: de drie acties staan in de eigen kopie van Noor."""
    hoofdstukken = [*huis().waarde("hoofdstukken", "gekozen"), "eigen_plan"]
    d = huis(("hoofdstukken", "gekozen", hoofdstukken), ("eigen_plan", "van", NOOR), (NOOR, "op_plan", "nee"))
    haar, zijn, samen = (tekst(d, wie) for wie in (NOOR, SEM, "gezamenlijk"))
    for woord in ("Ik bel elke avond om acht uur", "Evaluatie", "Actie 1"):
        assert woord in haar
        assert woord not in zijn
        assert woord not in samen
    assert "Sem belt de huisarts over hulp bij alcohol." in zijn, "wat hij zelf doet"
    assert "Noor" not in zijn


def meelezer(*meer: tuple[str, str, Any]) -> Dossier:
    """Noor wil dat Gijs haar seintje kent; van iedereen is bekend wie bij wie hoort."""
    return huis(
        ("eigen_veiligheid:1", "zichtbaar_voor", [GIJS]),
        ("gesprek", "meer_relatie_1", "ja"),
        ("relatie:1", "van", SEM),
        ("relatie:1", "soort", "partner"),
        ("relatie:1", "met", NOOR),
        ("gesprek", "meer_relatie_2", "nee"),
        *meer,
    )


def test_wie_mag_meelezen_leest_dat_ene_en_niets_anders_van_de_ander() -> None:
    gelezen = tekst(meelezer(), GIJS, "mee")
    assert "zwaluw zet de lamp aan" in gelezen
    assert "zwaluw pakt" not in gelezen
    assert "zwaluw wil" not in gelezen
    assert "merel" not in gelezen


@pytest.mark.parametrize(
    ("waarden", "waarom"),
    [
        ([(GIJS, "mogelijke_pleger", "ja")], "kan zelf een bron van gevaar zijn"),
        ([(GIJS, "mogelijke_pleger", "weet_niet")], "dat is niet bekend"),
        ([("incident:1", "door", [GIJS])], "gebruikte geweld bij een voorval"),
        ([("relatie:1", "met", GIJS)], "is familie van wie een bron van gevaar kan zijn"),
        ([("relatie:1", "van", GIJS), ("relatie:1", "met", SEM)], "andersom"),
        ([("gesprek", "meer_relatie_2", None)], "nog niet alles over wie bij wie hoort is gezegd"),
        ([("hoofdstukken", "gekozen", ["eigen_veiligheid"])], "dat is niet gevraagd"),
        (
            [("plek:1", "van", SEM), ("plek:1", "wie", [GIJS]), ("gesprek", "meer_plek_1", "ja")],
            "deelt met hem een plek",
        ),
        ([("vertegenwoordiger:1", "wie", GIJS)], "beslist voor iemand mee"),
        ([(GIJS, "woont_hier", "weet_niet")], "woont misschien in hetzelfde huis"),
        ([(GIJS, "soort", "kind")], "is een kind"),
        ([("zitting:1", "tolk_wie", GIJS)], "vertaalt"),
        ([("vertegenwoordiger:1", "naam", " gijs ")], "beslist voor iemand mee"),
        ([("gezag:1", "kind", BO), ("gezag:1", "wie", [SEM, GIJS])], "heeft met hem het gezag"),
    ],
)
def test_wie_niet_zeker_veilig_is_leest_nooit_iets_van_een_ander(
    waarden: list[tuple[str, str, Any]], waarom: str
) -> None:
    """Ook als de professional zei dat het mocht: de strengste regel geldt."""
    d = meelezer(*waarden)
    assert not may_receive(d, GIJS, NOOR), waarom
    assert "zwaluw" not in tekst(d, GIJS, "mee"), waarom


@pytest.mark.parametrize(
    "waarden",
    [
        [("plek:1", "van", SEM), ("plek:1", "wie", [GIJS])],
        [("vertegenwoordiger:1", "wie", GIJS)],
        [("vertegenwoordiger:1", "naam", "Gijs")],
        [("gezag:1", "kind", BO), ("gezag:1", "wie", [SEM, GIJS])],
    ],
)
def test_een_hoofdstuk_sluiten_laat_niemand_meer_lezen(waarden: list[tuple[str, str, Any]]) -> None:
    """Wie bij wie hoort, blijft waar als het vinkje van dat hoofdstuk weggaat; ook als een ander wel mag meelezen."""
    ander = {"naam": "Tante Lia", "soort": "volwassene", "woont_hier": "nee", "mogelijke_pleger": "nee"}
    dicht = [
        ("hoofdstukken", "gekozen", ["eigen_veiligheid", "relaties"]),
        *(("persoon:5", veld, waarde) for veld, waarde in ander.items()),
    ]
    assert "zwaluw" in tekst(meelezer(*dicht), GIJS, "mee")
    assert "zwaluw" not in tekst(meelezer(*dicht, *waarden), GIJS, "mee")


def test_wie_niet_is_genoemd_leest_ook_als_veilig_persoon_niets_van_een_ander() -> None:
    assert "zwaluw" not in tekst(meelezer(("eigen_veiligheid:1", "zichtbaar_voor", [])), GIJS, "mee")


def test_de_privebladen_tellen_hun_eigen_versies_en_het_plan_de_zijne() -> None:
    assert "Versie 1, nog niet vastgesteld" in tekst(huis(), NOOR, "apart")
    assert copy(huis(), NOOR, "apart").ondertitel == "Kopie voor u"


def test_de_greep_op_de_opdrachtregel_is_nooit_een_naam() -> None:
    assert [handle(wie) for wie in readers_of(huis())] == [
        "professional", "gezamenlijk", "persoon-1", "persoon-2", "persoon-3", "persoon-4",
        "netwerk-1", "netwerk-2",
    ]  # fmt: skip
    assert from_handle("persoon-1") == NOOR
    assert [
        from_handle(t) for t in ("Noor", "persoon:1", "persoon-0", "persoon-01", "persoon-", "kind-1")
    ] == [None] * 6


def test_iemand_uit_het_netwerk_leest_alleen_de_eigen_taak() -> None:
    gelezen = tekst(huis(("netwerk:2", "wanneer", "elke woensdag")), "netwerk:2")
    assert "buurvrouw Ine" in gelezen
    assert "elke woensdag" in gelezen
    assert "112" in gelezen
    assert "Kim de Vries" in gelezen
    for woord in ("Noor", "Sem", "Bo", "tante Ans", "Actie", "zwaluw"):
        assert woord not in gelezen


def test_op_het_eigen_blad_staat_over_wie_het_eigen_cijfer_gaat() -> None:
    """Noor gaf alleen een cijfer over zichzelf: zij leest «uzelf», en van een ander niet wie dat is."""
    over_zichzelf = with_values(huis(), ("cijfer:persoon:1", "over", NOOR))
    over_een_ander = with_values(huis(), ("cijfer:persoon:1", "over", SEM))
    assert "Over uzelf: 4" in tekst(over_zichzelf, NOOR, "apart")
    assert "Over een ander: 4" in tekst(over_een_ander, NOOR, "apart")
    assert "Sem" not in tekst(over_een_ander, NOOR, "apart")
