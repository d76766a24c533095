"""Conditions for safety: of whom they are, what serves them, in which phase a concern is, and who reads them."""

from __future__ import annotations

import pytest

from tests.plan.omgeving import events, example_dossier, omgeving, with_values
from veiligheidsplan.app.gesprek_uit_bestand import facts_from
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import process, steps
from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.sjabloon_eigen import Ontvanger
from veiligheidsplan.plan.volledigheid import lacking


def copy(d: Dossier, voor: Ontvanger = "gezamenlijk") -> str:
    return str(make_copy(d, omgeving(), voor, kenmerk="0a1b2c3d"))


def asked(d: Dossier, kant: str = "werkscherm") -> list[str]:
    return [s.id for s in steps(d, omgeving(), kant)]  # type: ignore[arg-type]


def answer(d: Dossier, id_: str, waarde: object) -> Dossier:
    stap = next(s for s in steps(d, omgeving()) if s.id == id_)
    return fold(events(list(process(d, omgeving(), stap, waarde))), d)  # type: ignore[arg-type]


def test_zonder_keuze_komt_er_maar_een_vraag_bij() -> None:
    """Wie niets kiest, krijgt van de hoofdstukken alleen de vraag welke hij wil."""
    d = with_values(example_dossier(), ("hoofdstukken", "gekozen", None))
    soorten = {"hoofdstukken", *(h.soort for h in HOOFDSTUKKEN)}
    assert [i for i in asked(d) if i.split("/")[0].split(":")[0] in soorten] == ["hoofdstukken/gekozen"]


def test_een_hoofdstuk_dat_weer_dicht_gaat_staat_op_geen_kopie_en_blijft_bewaard() -> None:
    d = with_values(example_dossier(), ("hoofdstukken", "gekozen", ()))
    assert "Bo hoort en ziet geen geweld." not in copy(d) + copy(d, "professional")
    open_ = with_values(d, ("hoofdstukken", "gekozen", ("voorwaarden",)))
    assert "Bo hoort en ziet geen geweld." in copy(open_)


def test_aan_tafel_wordt_niets_van_een_hoofdstuk_gevraagd() -> None:
    """Ook niet wat op de kopie voor iedereen mag: dat er een hoofdstuk open is, zou iets zeggen."""
    d = with_values(example_dossier(), ("zitting:1", "setting", "samen"), ("zitting:1", "opening", "nu"))
    soorten = {"hoofdstukken", *(h.soort for h in HOOFDSTUKKEN)}
    assert [i for i in asked(d, "aan_tafel") if i.split("/")[0].split(":")[0] in soorten] == []


@pytest.mark.parametrize(
    ("onderwerp", "veld", "tekst"),
    [
        ("voorwaarde:2", "wat", "Sem heeft hulp om te stoppen met drinken."),
        ("zorg:2", "wat", "Noor slaapt weinig en gaat bijna niet meer naar buiten."),
        ("trede:3", "teken", "Sem appt steeds waar Noor is."),
    ],
)
def test_wat_niet_gedeeld_mag_worden_staat_niet_op_de_gezamenlijke_kopie_ook_niet_dat_het_er_is(
    onderwerp: str, veld: str, tekst: str
) -> None:
    d = example_dossier()
    weg = fold(events([Feit("onderwerp_gearchiveerd", {"onderwerp": onderwerp, "reden": "x"})]), d)
    assert tekst not in copy(d)
    assert copy(d) == copy(weg) == copy(with_values(d, (onderwerp, veld, "zwaluwstaart")))
    assert tekst in copy(d, "professional")
    assert tekst in copy(with_values(d, (onderwerp, "gedeeld", "ja")))


@pytest.mark.parametrize("niet", [None, "nee"])
def test_zonder_ja_is_een_voorwaarde_niet_gedeeld(niet: str | None) -> None:
    d = with_values(example_dossier(), ("voorwaarde:1", "gedeeld", niet))
    assert "Bo hoort en ziet geen geweld." not in copy(d)


def test_een_actie_noemt_de_voorwaarde_waar_zij_bij_hoort_alleen_als_iedereen_die_leest() -> None:
    d = example_dossier()
    assert "('Hoort bij', 'Bo hoort en ziet geen geweld.')" in copy(d)
    assert "('Hoort bij', 'Sem heeft hulp om te stoppen met drinken.')" not in copy(d)
    assert "('Hoort bij', 'Sem heeft hulp om te stoppen met drinken.')" in copy(d, "professional")


@pytest.mark.parametrize(("veld", "nieuw"), [("wat", "Iets anders."), ("tot", "over een jaar")])
def test_wat_veilig_thuis_vraagt_verandert_niet_meer_als_de_stand_is_opgeschreven(
    veld: str, nieuw: object
) -> None:
    """Een voorwaarde van Veilig Thuis: andere woorden of een andere dag worden geweigerd, een andere stand niet."""
    d = example_dossier()
    with pytest.raises(BevindingenFout, match="komt van Veilig Thuis"):
        answer(d, f"voorwaarde:1/{veld}", nieuw)
    assert answer(d, "voorwaarde:1/status", "ja").waarde("voorwaarde:1", "status") == "ja"
    eigen = answer(d, "voorwaarde:2/wat", "Iets anders.")
    assert eigen.waarde("voorwaarde:2", "wat") == "Iets anders."


def test_een_typefout_bij_het_overnemen_kan_wel_weg() -> None:
    """Zolang de stand er nog niet staat, is de voorwaarde nog niet overgenomen."""
    d = with_values(
        example_dossier(),
        ("gesprek", "meer_voorwaarde_3", "ja"),
        ("voorwaarde:3", "herkomst", "veilig_thuis"),
        ("voorwaarde:3", "wat", "Bo gat naar school."),
    )
    d = answer(d, "voorwaarde:3/wat", "Bo gaat naar school.")
    assert d.waarde("voorwaarde:3", "wat") == "Bo gaat naar school."


def test_een_volgende_fase_met_een_voorwaarde_open_vraagt_een_reden() -> None:
    d = with_values(example_dossier(), ("zorg:1", "fase", "risicogestuurd"))
    assert "zorg:1/reden_fase" in asked(d)
    assert any("volgende fase" in zin for zin in lacking(d, omgeving()))
    klaar = with_values(d, ("voorwaarde:1", "status", "ja"))
    assert "zorg:1/reden_fase" not in asked(klaar), "aan de voorwaarde van deze zorg is voldaan"


def test_zonder_eigen_voorwaarde_telt_elke_voorwaarde_voor_een_zorg() -> None:
    """In twijfel de strengere regel: zorg 2 noemt geen voorwaarde, en voorwaarde 2 is nog open."""
    d = with_values(example_dossier(), ("zorg:2", "fase", "herstel"), ("voorwaarde:1", "status", "ja"))
    assert "zorg:2/reden_fase" in asked(d)


def test_hulp_van_een_volgende_fase_noemt_voor_welke_voorwaarde_zij_nodig_is() -> None:
    d = with_values(example_dossier(), ("zorg:1", "hulp_nu", "Gesprekken over alcohol."))
    assert any("al hulp van een volgende fase" in zin for zin in lacking(d, omgeving()))
    d = with_values(d, ("zorg:1", "hulp_voor", "voorwaarde:2"))
    assert not any("al hulp van een volgende fase" in zin for zin in lacking(d, omgeving()))


@pytest.mark.parametrize(
    ("waarde", "zin"),
    [
        (("voorwaarde:2", "tot", "2026-12-06"), "De datum van deze voorwaarde is voorbij"),
        (("voorwaarde:2", "helpt", ()), "Er is nog geen actie of afspraak bij deze voorwaarde"),
        (("voorwaarde:2", "helpt", ()), "Actie 2 hoort nog niet bij een voorwaarde."),
    ],
)
def test_wat_er_aan_een_voorwaarde_ontbreekt_staat_bij_wat_nog_open_is(
    waarde: tuple[str, str, object], zin: str
) -> None:
    d = example_dossier()
    assert not any(zin in z for z in lacking(d, omgeving()))
    assert any(zin in z for z in lacking(with_values(d, waarde), omgeving()))
    klaar = with_values(d, waarde, ("voorwaarde:2", "status", "ja"))
    if "Actie" not in zin:
        assert not any(zin in z for z in lacking(klaar, omgeving()))


def test_wat_volgt_op_een_afspraak_staat_bij_die_afspraak_op_de_gezamenlijke_kopie() -> None:
    d = example_dossier()
    assert "Als het niet lukt: Sem belt mij dezelfde dag." in copy(d)
    weg = fold(events([Feit("onderwerp_gearchiveerd", {"onderwerp": "afspraak:1", "reden": "x"})]), d)
    assert "Sem belt mij dezelfde dag." not in copy(weg) + copy(weg, "professional")


def test_een_antwoordenbestand_opent_de_hoofdstukken_die_erin_staan() -> None:
    assert example_dossier().waarde("hoofdstukken", "gekozen")[:4] == (
        "voorwaarden",
        "zorgen",
        "naleving",
        "ladder",
    )


def test_een_hoofdstuk_met_een_typefout_wordt_genoemd() -> None:
    """«voorwaarde» in plaats van «voorwaarden»: het bestand zegt waar."""
    from veiligheidsplan.app.omgeving import example_path
    from veiligheidsplan.loading.planbestand import read_plan_file

    waarden = dict(read_plan_file(example_path("gezin")).waarde)
    waarden["voorwaarde"] = waarden.pop("voorwaarden")
    with pytest.raises(BevindingenFout) as fout:
        facts_from(waarden, omgeving())
    assert any(b.pad == ("voorwaarde",) for b in fout.value.bevindingen)
