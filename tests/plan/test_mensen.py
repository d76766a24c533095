"""People, places and roles: who is what of whom, whose plan it is, what protects somebody, and who may be in danger."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan.omgeving import events, example_dossier, omgeving, with_values
from tests.plan.test_hoofdstukken import all_open, codes, joint
from veiligheidsplan.app.exporteer import export
from veiligheidsplan.app.stel_vast import establish
from veiligheidsplan.plan import rol, zitting
from veiligheidsplan.plan.aan_tafel import at_table
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import steps, value_given
from veiligheidsplan.plan.samen import at_risk
from veiligheidsplan.plan.velden.mensen import MENSEN
from veiligheidsplan.plan.velden.verantwoording import VERANTWOORDING
from veiligheidsplan.plan.volledigheid import lacking


def inside(d: Dossier) -> str:
    return (
        export(d, omgeving(), "professional", "markdown", kenmerk="0a1b2c3d")
        .inhoud.decode()
        .replace("\\", "")
    )


def test_wie_wat_van_wie_is_staat_als_zin_op_de_kopie_voor_professionals_alleen() -> None:
    d = all_open(
        ("relatie:1", "van", "persoon:2"),
        ("relatie:1", "soort", "ex_partner"),
        ("relatie:1", "met", "persoon:1"),
    )
    assert "Sem is ex-partner van Noor" in inside(d)
    assert joint(d) == joint(all_open())


@pytest.mark.parametrize("soort", [*sorted(MENSEN.keys() - {"eigen_plan"}), *VERANTWOORDING])
def test_plekken_bescherming_en_advies_veranderen_geen_byte_van_de_gezamenlijke_kopie(soort: str) -> None:
    velden = {**MENSEN, **VERANTWOORDING}[soort]
    waarden: dict[str, Any] = {"tekst": "zwaluwstaart", "datum": "2026-12-24"}
    onderwerp = f"{soort}:gezondheid" if soort == "grondslag" else f"{soort}:1"
    vol = all_open(
        *(
            (onderwerp, veld, waarden.get(model.soort, "persoon:2" if veld in ("van", "met") else "aware"))
            for veld, model in velden.items()
            if model.soort != "meerkeuze"
        )
    )
    assert joint(vol) == joint(all_open())


def test_twee_huizen_en_iemand_die_erbij_komt_wonen_staan_in_woorden_en_niet_als_adres() -> None:
    d = all_open(
        ("plek:1", "van", "persoon:3"),
        ("plek:1", "naam", "het huis van opa"),
        ("plek:1", "wie", ("persoon:3",)),
        ("plek:1", "wanneer", "in het weekend"),
        ("plek:1", "sinds", "2026-12-01"),
    )
    tekst = inside(d)
    for stuk in ("het huis van opa", "in het weekend", "dinsdag 1 december 2026"):
        assert stuk in tekst


@pytest.mark.parametrize(
    ("tot", "zin"),
    [
        ("2026-12-07", "vandaag is de laatste dag, 7 december 2026"),
        ("2026-12-10", "nog 3 dagen, tot en met 10 december 2026"),
        ("2026-12-01", "is voorbij sinds 1 december 2026"),
        (None, "er is geen einddatum opgeschreven"),
    ],
)
def test_een_alarmknop_telt_af(tot: str | None, zin: str) -> None:
    d = all_open(
        ("bescherming:1", "van", "persoon:1"),
        ("bescherming:1", "soort", "aware"),
        ("bescherming:1", "tot", tot),
    )
    assert f"Alarmknop van de politie (AWARE) van Noor: {zin}" in inside(d)


@pytest.mark.parametrize(
    ("tot", "code"),
    [
        ("2026-12-06", "open_bescherming_voorbij"),
        ("2026-12-07", "open_bescherming_eind"),
        ("2026-12-08", None),
        (None, None),
    ],
)
def test_bescherming_die_eindigt_voor_het_volgende_contact_staat_bij_wat_open_is(
    tot: str | None, code: str | None
) -> None:
    """Het volgende contact is op 8 december."""
    d = all_open(("bescherming:1", "van", "persoon:1"), ("bescherming:1", "tot", tot))
    assert [c for c in codes(d) if c.startswith("open_bescherming")] == ([code] if code else [])
    assert all("{" not in zin for zin in lacking(d, omgeving()))


def order(*waarden: tuple[str, str, Any], soort: str = "huisverbod") -> Dossier:
    return with_values(
        example_dossier(),
        ("gesprek", "meer_maatregel_1", "ja"),
        ("maatregel:1", "soort", soort),
        ("maatregel:1", "voor", "persoon:2"),
        ("maatregel:1", "van", "2026-12-05"),
        ("maatregel:1", "tot", "2026-12-14"),
        *waarden,
    )


def test_voor_het_einde_van_een_huisverbod_hoort_het_plan_vastgesteld_te_zijn() -> None:
    assert "open_verbod_plan" in codes(order())
    assert any("tot en met maandag 14 december 2026" in zin for zin in lacking(order(), omgeving()))
    assert "open_verbod_plan" not in codes(order(soort="straatverbod"))
    assert "open_verbod_plan" not in codes(order(("maatregel:1", "tot", "2026-12-06")))


def test_een_plan_van_voor_het_huisverbod_is_niet_genoeg() -> None:
    vast = fold(events([establish(order(), omgeving())]), order())
    assert "open_verbod_plan" not in codes(vast)
    assert "open_verbod_plan" in codes(with_values(vast, ("maatregel:1", "van", "2026-12-08")))


OWN = ("eigen_plan", "van", "persoon:1")


def test_een_plan_van_een_persoon_laat_op_de_kopie_voor_iedereen_niets_over() -> None:
    """Geen actie, afspraak, naam, cijfer of voorwaarde: wat van Noor alleen is, leest niemand anders."""
    d = all_open(OWN, ("eigen_plan", "reden", "Samen praten is niet veilig."))
    tekst = joint(d).decode()
    for stuk in ("Noor", "Sem", "Bo ", "Ik bel elke avond", "tante Ans", "Kim de Vries"):
        assert stuk in joint(all_open()).decode()
        assert stuk not in tekst
    assert "Er is geen kopie voor iedereen." in " ".join(lacking(d, omgeving()))


def test_het_hoofdstuk_weer_sluiten_maakt_een_plan_van_een_persoon_niet_van_iedereen() -> None:
    """Een vinkje dat per ongeluk weggaat, brengt niets aan het licht. Alleen de keuze zelf leegmaken doet dat."""
    dicht = with_values(all_open(OWN), ("hoofdstukken", "gekozen", ()))
    assert joint(dicht) == joint(all_open(OWN))
    assert "Er is geen kopie voor iedereen." in " ".join(lacking(dicht, omgeving()))
    leeg = with_values(all_open(OWN), ("eigen_plan", "van", None))
    assert joint(leeg) == joint(all_open())


def test_een_plan_van_een_persoon_na_een_plan_samen_waarschuwt_dat_een_ander_het_kan_merken() -> None:
    samen = Feit("kopie_gemaakt", {"voor": "gezamenlijk", "kenmerk": "0a1b2c3d", "voorlopig": False})
    assert "open_eigen_plan_samen" in codes(fold(events([samen]), all_open(OWN)))
    alleen = with_values(
        all_open(OWN), ("zitting:1", "setting", "alleen"), ("zitting:1", "aanwezig", ("persoon:1",))
    )
    assert "open_eigen_plan_samen" not in codes(alleen)
    zei = value_given("actie:1", "wat", "Ik bel elke avond.", "zitting:8")
    erbij = fold(events([value_given("zitting:8", "setting", "samen"), zei]), alleen)
    assert "open_eigen_plan_samen" in codes(erbij)


def test_een_plan_van_iemand_die_er_niet_meer_bij_hoort_wordt_niet_vanzelf_gezamenlijk() -> None:
    weg = Feit("onderwerp_gearchiveerd", {"onderwerp": "persoon:1", "reden": "x"})
    d = fold(events([weg]), all_open(OWN))
    assert "Sem" not in joint(d).decode()
    assert "open_eigen_plan_wie" in codes(d)


def test_aan_tafel_ziet_alleen_wie_het_plan_is_de_eigen_afspraken() -> None:
    def seen(aanwezig: tuple[str, ...], setting: str) -> bool:
        d = all_open(OWN, ("zitting:1", "setting", setting), ("zitting:1", "aanwezig", aanwezig))
        return at_table(d).waarde("actie:1", "wat") is not None

    assert seen(("persoon:1",), "alleen")
    assert not seen(("persoon:2",), "alleen")
    assert not seen(("persoon:1", "persoon:2"), "samen")


def event(d: Dossier, **velden: Any) -> Dossier:
    n = 1 + len(d.onderwerpen("incident"))
    return with_values(
        d, (f"incident:{n}", "wat", "x"), *((f"incident:{n}", v, w) for v, w in velden.items())
    )


def test_een_rol_hoort_bij_een_voorval_en_niet_bij_een_persoon() -> None:
    """Noor en Sem doen elkaar pijn, bij een ander voorval slaat Bo: ieder kan allebei zijn."""
    d = example_dossier()
    assert [rol.may_harm(d, f"persoon:{n}") for n in (1, 2, 3)] == ["nee", "weet_niet", "nee"]
    d = event(d, door=("persoon:1", "persoon:2"), tegen=("persoon:1", "persoon:2"))
    d = event(d, door=("persoon:3",), tegen=("persoon:1",))
    assert [rol.may_harm(d, f"persoon:{n}") for n in (1, 2, 3)] == ["ja", "ja", "ja"]
    assert all(rol.may_be_harmed(d, f"persoon:{n}") for n in (1, 2, 3))
    assert {("open_rol", "persoon:1"), ("open_rol", "persoon:3")} <= set(rol.findings(d))
    assert ("open_rol", "persoon:2") not in set(rol.findings(d))


def test_weet_niet_bij_een_voorval_noemt_niemand() -> None:
    d = event(example_dossier(), door="weet_niet", tegen=())
    assert rol.may_harm(d, "persoon:1") == "nee"
    assert "Weet niet" in inside(d)


def test_wie_zelf_geweld_gebruikte_en_gevaar_liep_wordt_alleen_gevraagd_of_samen_praten_mag() -> None:
    """Met één bron van gevaar telt die niet mee, tenzij een voorval zegt dat die zelf gevaar liep."""
    d = with_values(example_dossier(), ("persoon:2", "mogelijke_pleger", "ja"))
    assert at_risk(d, ("persoon:1", "persoon:2")) == ("persoon:1",)
    d = event(d, door=("persoon:1",), tegen=("persoon:2",))
    assert at_risk(d, ("persoon:1", "persoon:2")) == ("persoon:2",)
    d = event(d, door=("persoon:2",), tegen=("persoon:1",))
    assert at_risk(d, ("persoon:1", "persoon:2")) == ("persoon:1", "persoon:2")


def test_alleen_met_een_kind_dat_slaat_telt_dat_kind_als_bron_van_gevaar() -> None:
    d = with_values(
        example_dossier(), ("zitting:1", "setting", "alleen"), ("zitting:1", "aanwezig", ("persoon:3",))
    )
    assert "mogelijke_pleger" not in zitting.company(d)
    assert "mogelijke_pleger" in zitting.company(event(d, door=("persoon:3",)))


def test_een_bewindvoerder_uit_de_familie_kan_ook_als_familielid_een_bron_van_gevaar_zijn() -> None:
    d = all_open(("vertegenwoordiger:1", "wie", "persoon:1"), ("vertegenwoordiger:1", "naam", "Noor"))
    assert rol.may_harm(d, "persoon:1") == "nee"
    assert (
        rol.may_harm(with_values(d, ("vertegenwoordiger:1", "gevaar", "weet_niet")), "persoon:1")
        == "weet_niet"
    )
    assert rol.may_harm(with_values(d, ("vertegenwoordiger:1", "gevaar", "ja")), "persoon:1") == "ja"


def test_een_voorval_staat_met_wie_gevaar_liep_op_de_kopie_voor_professionals_alleen() -> None:
    d = event(example_dossier(), door=("persoon:1", "persoon:3"), tegen=("persoon:1",), tijd="21:30")
    assert "Noor, Bo" in inside(d)
    assert "21.30 uur" in inside(d)
    assert joint(d) == joint(example_dossier())


@pytest.mark.parametrize(
    ("leeftijd", "wel", "niet"),
    [
        (9, "Ouders met gezag mogen het dossier", "Het kind mag het eigen dossier"),
        (12, "Het kind mag het eigen dossier", "Een huisverbod kan alleen"),
        (16, "Het kind mag het eigen dossier", "Ouders met gezag mogen het dossier"),
        (None, "De leeftijd is niet bekend.", "Ouders met gezag mogen het dossier"),
    ],
)
def test_bij_het_gezag_staan_de_regels_van_de_regio_voor_de_leeftijd(
    leeftijd: int | None, wel: str, niet: str
) -> None:
    tekst = inside(with_values(example_dossier(), ("persoon:3", "leeftijd", leeftijd)))
    assert wel in tekst
    assert niet not in tekst
    assert "kind_4_7" not in tekst, "een keuze van de makers is geen recht"


@pytest.mark.parametrize(
    ("waarde", "code"),
    [
        (("een_plan", "nagegaan", "nee"), "open_een_plan"),
        (("grondslag:geld", "grond", ()), "open_grondslagen"),
        (("grondslag:geld", "grond", ("toestemming",)), "open_grond_toestemming"),
        (("stem:persoon:3", "gehoord", None), "open_stemmen"),
    ],
)
def test_wat_u_moet_verantwoorden_staat_bij_wat_nog_open_is(waarde: tuple[str, str, Any], code: str) -> None:
    vol = all_open(
        *((f"grondslag:{c}", "grond", ("wmo", "toestemming")) for c in omgeving().sjabloon.gegevens)
    )
    assert code not in codes(vol)
    assert code in codes(with_values(vol, waarde))
    assert all("{" not in zin for zin in lacking(with_values(vol, waarde), omgeving()))


def test_zonder_een_voorwaarde_noemt_een_regel_alle_acties_die_nergens_bij_horen() -> None:
    d = with_values(example_dossier(), ("hoofdstukken", "gekozen", ("grond", "een_plan")))
    assert any(zin.endswith("1, 2 en 3.") for zin in lacking(d, omgeving()))
    d = with_values(d, *((f"grond:actie:{n}", "antwoord", "directe-veiligheid:1/bang") for n in (1, 2, 3)))
    assert "open_acties_los" not in codes(d)


def test_wat_spanning_geeft_staat_op_de_gezamenlijke_kopie_alleen_als_dat_mag() -> None:
    d = all_open(("trigger:1", "wat", "De rekeningen."), ("trigger:1", "helpt", "Samen de post openen."))
    assert "De rekeningen." not in joint(d).decode()
    gedeeld = joint(with_values(d, ("trigger:1", "gedeeld", "ja"))).decode()
    assert "De rekeningen." in gedeeld
    assert "Wat dan helpt: Samen de post openen." in gedeeld


def test_niets_van_dit_alles_wordt_aan_tafel_gevraagd() -> None:
    d = with_values(
        all_open(),
        ("zitting:1", "setting", "samen"),
        ("zitting:1", "aanwezig", ("persoon:1", "persoon:2")),
        ("zitting:1", "opening", "nu"),
    )
    soorten = {*MENSEN, *VERANTWOORDING, "trigger"}
    assert not soorten & {s.id.split(":")[0].split("/")[0] for s in steps(d, omgeving(), "aan_tafel")}


def test_alle_delen_van_het_leven_zijn_in_beeld_ook_wat_nog_niet_is_bekeken() -> None:
    d = all_open(("domein:geld", "beeld", "zorg"))
    assert "Nog niet bekeken: Veiligheid, Wonen, Gezondheid" in inside(d)
    vol = all_open(*((f"domein:{c}", "beeld", "niets") for c in omgeving().sjabloon.leefdomeinen))
    assert "Nog niet bekeken: Veiligheid" not in inside(vol)
