"""Alone first: what is checked beforehand, when the part at the table begins, and that nobody at the table sees why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.plan.huis import AFNAME, BO, NOOR, SEM, answer, at, household, said, session, walk
from tests.plan.omgeving import events, omgeving, with_values
from tests.plan.spel import play
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.plan import samen, zitting
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gesprek import check, next_step, process, steps
from veiligheidsplan.plan.overzicht import overview
from veiligheidsplan.plan.stap import Beweging, Stap
from veiligheidsplan.plan.volledigheid import lacking


def seen(stappen: list[Stap]) -> list[str]:
    return [s.id for s in stappen]


def codes(stap: Stap) -> list[str]:
    return [k.code for k in stap.keuzes]


def advised(d: Dossier, *, kan: str = "ja", dag: str = "2026-12-07") -> Dossier:
    """Talked with Veilig Thuis about what is known now."""
    overleg = {"met": "veilig_thuis", "wanneer": dag, "advies": "Bel elkaar vooraf.", "samen_kan": kan}
    return with_values(d, *(("overleg:1", veld, w) for veld, w in overleg.items()))


def asked_alone(d: Dossier, *wie: str, wil: str = "ja", alleen: str = "ja") -> Dossier:
    """What each of them said who was asked alone."""
    return with_values(
        d,
        *((f"wens:{p}@overleg:1", veld, w) for p in wie for veld, w in (("samen", wil), ("alleen", alleen))),
    )


def with_sign(setting: str = "samen", *erbij: str) -> Dossier:
    """Noor said alone that somebody was followed; now there is another session."""
    d = said(session(household(), 1, "alleen", NOOR), "ernstig", ["volgen"], 1, NOOR)
    return session(d, 2, setting, *(erbij or (NOOR, SEM)))


# -- the beginning at the table ---------------------------------------------------------------------------------------


def test_een_nieuw_dossier_kan_meteen_samen_beginnen_als_de_professional_dat_kiest() -> None:
    """Samen gekozen: aan tafel is «dit deel klaar»; na de keuze op het werkscherm gaat de tafel verder."""
    antwoorden = {"zitting:1/setting": "samen", "zitting:1/opening": "nu"}
    d, speler, _ = play(Dossier(), walk(antwoorden, "dossier/gemeente"))
    volgorde = seen(speler.gezien)
    assert volgorde[:2] == ["zitting:1/setting", "loop/deel_klaar"]
    assert volgorde[-2:] == ["zitting:1/opening", "dossier/gemeente"]
    assert speler.wat == ["aan_tafel", "werkscherm", "aan_tafel"]
    assert len(volgorde) < 12, "zonder iets in te vullen is men zo aan tafel"
    assert zitting.opened(d)


@pytest.mark.parametrize("setting", ["alleen", "samen", "telefoon"])
def test_voor_het_begin_staat_aan_tafel_alleen_wie_er_is_en_dat_dit_deel_klaar_is(setting: str) -> None:
    """In elke zitting met anderen, ook na een zitting waarin van alles is gezegd."""
    d = session(with_sign(), 3, setting, NOOR, *([SEM] if setting == "samen" else []))
    assert [s.id for s in steps(d, omgeving(), "aan_tafel")] == ["zitting:3/setting", "zitting:3/aanwezig"]
    assert next_step(d, omgeving(), "aan_tafel") is None
    assert {r.stap for r in overview(d, omgeving(), "aan_tafel")} == {
        "zitting:3/setting",
        "zitting:3/aanwezig",
    }


def test_wie_erbij_komt_ziet_een_neutrale_bladzijde_tot_de_professional_opnieuw_begint() -> None:
    d = answer(session(household(), 1, "alleen", NOOR), "zitting:1/opening", "nu")
    assert next_step(d, omgeving(), "aan_tafel") is not None
    rij = iter([Beweging("iemand_erbij"), Beweging("stoppen")])
    d, speler, _ = play(d, lambda stap: next(rij))
    assert speler.gezien[-1].id == "loop/deel_klaar"
    assert not zitting.opened(d)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("setting", "samen"), ("aanwezig", (NOOR, SEM)), ("aanwezig", (SEM,)), ("aanwezig", ())],
)
def test_verandert_wie_erbij_is_dan_begint_het_opnieuw_met_een_keuze(veld: str, waarde: Any) -> None:
    """Alleen begonnen met Noor, met een ernstig teken. Aan tafel wordt iemand anders genoemd: de tafel is klaar."""
    d = answer(with_sign("alleen", NOOR), "zitting:2/opening", "nu")
    stap = next(s for s in steps(d, omgeving(), "aan_tafel") if s.id == f"zitting:2/{veld}")
    d = fold(events(list(process(d, omgeving(), stap, waarde, kant="aan_tafel"))), d)
    assert next_step(d, omgeving(), "aan_tafel") is None
    assert "zitting:2/opening" in waiting(d)
    samen_nu = zitting.together(d)
    assert codes(at(d, "zitting:2/opening")) == (["nog_niet"] if samen_nu else ["nu", "nog_niet"])


def test_hetzelfde_gezelschap_nog_eens_gekozen_verandert_niets() -> None:
    d = answer(with_sign("alleen", NOOR), "zitting:2/opening", "nu")
    stap = next(s for s in steps(d, omgeving(), "aan_tafel") if s.id == "zitting:2/aanwezig")
    d = fold(events(list(process(d, omgeving(), stap, (NOOR,), toelichting="nog eens", kant="aan_tafel"))), d)
    assert zitting.opened(d)


@pytest.mark.parametrize("setting", ["niemand", "alleen", "samen", "telefoon"])
def test_wat_eerst_wordt_nagegaan_staat_nooit_aan_tafel_en_houdt_niemand_tegen(setting: str) -> None:
    """Elke stap vooraf is over te slaan, en geen ervan mag op een scherm dat iedereen ziet."""
    d = with_values(with_sign(setting), ("gesprek", "meer_maatregel_1", "ja"), ("eigen:2", "bezoek", "ja"))
    vooraf = [
        s for s in steps(d, omgeving()) if s.id.split(":")[0].split("/")[0] in _VOORAF or "/tolk" in s.id
    ]
    assert len(vooraf) > 4
    assert not any(s.tafel for s in vooraf)
    for stap in vooraf:
        if "/meer_" not in stap.id:
            assert check(d, omgeving(), stap, None) is None


_VOORAF = ("eigen", "vooraf", "themas", "maatregel", "overleg", "wens")


def test_aan_de_telefoon_wordt_niet_gevraagd_naar_een_hond_in_huis() -> None:
    for setting, erbij in (("telefoon", False), ("alleen", True)):
        d = session(household(), 1, setting, NOOR)
        assert any(s.id.startswith("eigen:") for s in steps(d, omgeving())) is erbij


def test_wat_bij_de_voorbereiding_over_eigen_veiligheid_is_gezegd_wordt_die_dag_niet_nog_eens_gevraagd() -> (
    None
):
    d = session(household(), 1, "niemand")
    for veld in ("bezoek", "alleen", "wapen", "dieren", "wie_weet"):
        d = answer(d, f"eigen:1/{veld}", "ja" if veld != "wie_weet" else "Robin")
    d = session(d, 2, "alleen", NOOR)
    assert {s.id.split("/")[0] for s in steps(d, omgeving()) if s.id.startswith("eigen:")} == {"eigen:1"}


def test_wie_erbij_is_wordt_pas_gevraagd_als_iedereen_een_naam_heeft() -> None:
    """Na de eerste naam komt de rest van die persoon, dan de volgende, en dan pas wie er nu bij is."""
    antwoorden = {"zitting:1/setting": "samen", "gesprek/meer_persoon_2": "ja"}
    _, speler, _ = play(Dossier(), walk(antwoorden, "gesprek/begin:directe-veiligheid:1"))
    volgorde = seen(speler.gezien)
    assert volgorde.index("zitting:1/aanwezig") > volgorde.index("gesprek/meer_persoon_3")
    laatste = speler.gezien[volgorde.index("zitting:1/aanwezig")]
    assert codes(laatste) == [NOOR, SEM]


def test_wat_is_gevraagd_voor_er_namen_waren_wordt_na_het_begin_niet_per_naam_herhaald() -> None:
    """Overgeslagen is niet gevraagd: dan komt het per naam."""
    leeg = session(Dossier(), 1, "alleen")
    for waarde, opnieuw in (("ja", False), (None, True)):
        d = answer(leeg, "vooraf:iedereen@zitting:1/veilig", waarde)
        d = answer(d, "zitting:1/opening", "nu")
        d = with_values(d, (NOOR, "naam", "Noor"), ("zitting:1", "aanwezig", [NOOR]))
        assert (f"vooraf:{NOOR}@zitting:1/veilig" in {s.id for s in steps(d, omgeving())}) is opnieuw


# -- not safe to talk -------------------------------------------------------------------------------------------------


def test_kan_iemand_niet_veilig_praten_dan_komt_er_geen_vraag_over_thuis_en_wel_wat_nu_te_doen() -> None:
    """De keuze om te beginnen is er niet; nummers, contact en de laatste controle blijven."""
    d = answer(session(household(), 1, "telefoon", NOOR), f"vooraf:{NOOR}@zitting:1/veilig", "nee")
    tekst = at(d, "gesprek/niet_veilig:zitting:1").tekst
    assert "112" in tekst
    assert "Spreek af wanneer en hoe" in tekst
    ids = {s.id for s in steps(d, omgeving())}
    assert not [
        i for i in ids if i.startswith(("afname:", "cijfer:", "gesprek/begin:", "gesprek/meer_actie"))
    ]
    assert {"vervolg/contact_datum", f"slot:{NOOR}/vannacht"} <= ids
    assert codes(at(d, "zitting:1/opening")) == ["nog_niet"]


def test_blijkt_het_onderweg_niet_veilig_dan_eindigt_de_tafel_zoals_altijd() -> None:
    """Er waren nog vragen open; nu is er niets meer te vragen, en de keuze om te beginnen is teruggenomen."""
    d = answer(session(household(), 1, "alleen", NOOR), "zitting:1/opening", "nu")
    assert next_step(d, omgeving(), "aan_tafel") is not None
    d = answer(d, f"vooraf:{NOOR}@zitting:1/veilig", "nee")
    assert next_step(d, omgeving(), "aan_tafel") is None
    assert d.waarde("zitting:1", "opening") == "nog_niet"


@pytest.mark.parametrize(
    ("kamer", "wel"), [("niemand", True), ("kind", False), ("volwassene", False), ("weet_niet", False)]
)
def test_kan_een_ander_meeluisteren_dan_wacht_een_vraag_die_een_ander_niet_mag_horen(
    kamer: str, wel: bool
) -> None:
    """Noor is alleen met u, maar in de kamer is ook iemand anders: de vraag of zij bang is, wacht."""
    d = with_values(session(household(), 1, "telefoon", NOOR), (f"vooraf:{NOOR}@zitting:1", "kamer", kamer))
    d = said(d, "gewond", "nee", 1, NOOR)
    assert (f"afname:{AFNAME}/bang" in {s.id for s in steps(d, omgeving())}) is wel


# -- together only when it may ----------------------------------------------------------------------------------------


def test_na_een_ernstig_teken_kan_samen_pas_beginnen_na_overleg_en_als_ieder_alleen_ja_zei() -> None:
    """Eerst beide nodig, dan alleen nog de wens van Sem, dan kan het."""
    d = with_sign()
    assert codes(at(d, "zitting:2/opening")) == ["nog_niet"]
    assert len(samen.needed(d, omgeving())) == 3
    d = asked_alone(advised(d), NOOR)
    assert samen.needed(d, omgeving()) == (
        "Vraag Sem alleen of Sem dit gesprek samen wil. Schrijf het antwoord op.",
    )
    d = answer(asked_alone(d, SEM), "zitting:2/opening", "nu")
    assert next_step(d, omgeving(), "aan_tafel") is not None


def test_wie_toch_kiest_om_te_beginnen_hoort_waarom_dat_niet_kan() -> None:
    """Ook met een stap van voor het teken: de regel geldt op het moment van kiezen."""
    oud = at(session(household(), 2, "samen", NOOR, SEM), "zitting:2/opening")
    assert codes(oud) == ["nu", "nog_niet"]
    with pytest.raises(BevindingenFout) as fout:
        process(with_sign(), omgeving(), oud, "nu")
    assert "Overleg eerst met de aandachtsfunctionaris" in fout.value.bevindingen[0].uitleg


@pytest.mark.parametrize(
    "anders",
    [
        {"kan": "nee"},
        {"kan": "weet_niet"},
        {"dag": "2026-12-06"},
        {"wil": "nee"},
        {"wil": "weet_niet"},
        {"alleen": "nee"},
        {"alleen": "weet_niet"},
    ],
)
def test_een_ander_advies_een_ouder_overleg_of_een_andere_wens_houdt_het_dicht(
    anders: dict[str, Any],
) -> None:
    """Het overleg was op de dag van het teken of later, het advies is ja, en Noor zei alleen ja."""
    overleg = {k: v for k, v in anders.items() if k in ("kan", "dag")}
    wens = {k: v for k, v in anders.items() if k in ("wil", "alleen")}
    d = asked_alone(advised(with_sign(), **overleg), NOOR, SEM, **wens)
    assert samen.needed(d, omgeving())
    assert not samen.needed(asked_alone(advised(with_sign()), NOOR, SEM), omgeving())


@pytest.mark.parametrize(
    ("vraag", "waarde", "wacht"),
    [
        ("ernstig", ["volgen"], True),
        ("ernstig", "weet_niet", True),
        ("ernstig", "wil_niet_zeggen", True),
        ("ernstig", "niet_gevraagd", False),
        ("ernstig", [], False),
        ("bang", "ja", True),  # nobody asked whether somebody can come near
        ("bang", "nee", False),
        ("gewond", "nee", False),
    ],
)
def test_onbekend_is_geen_nee_maar_niet_gevraagd_houdt_niets_tegen(
    vraag: str, waarde: object, wacht: bool
) -> None:
    """Een teken telt als het mogelijk is en een gegeven antwoord daarvoor spreekt."""
    d = said(session(household(), 1, "alleen", NOOR), vraag, waarde, 1, NOOR)
    d = session(d, 2, "samen", NOOR, SEM)
    assert bool(samen.needed(d, omgeving())) is wacht


@pytest.mark.parametrize("thema", ["dwingende_controle", "eergerelateerd_geweld", "seksueel_geweld"])
def test_wat_de_professional_opschrijft_kan_een_gesprek_samen_ook_tegenhouden(thema: str) -> None:
    d = session(household(), 2, "samen", NOOR, SEM)
    assert not samen.needed(d, omgeving())
    assert samen.needed(with_values(d, ("themas", "gezien", [thema])), omgeving())
    assert not samen.needed(with_values(d, ("themas", "gezien", "weet_niet")), omgeving())


def test_alleen_praten_kan_gewoon_met_een_ernstig_teken() -> None:
    d = with_sign("alleen", NOOR)
    assert codes(at(d, "zitting:2/opening")) == ["nu", "nog_niet"]
    d = answer(d, "zitting:2/opening", "nu")
    assert next_step(d, omgeving(), "aan_tafel") is not None


def test_van_wie_bekend_is_dat_hij_gevaar_kan_geven_wordt_de_wens_niet_gevraagd_tenzij_het_van_ieder_is() -> (
    None
):
    d = with_values(with_sign(), (SEM, "mogelijke_pleger", "ja"))
    assert samen.at_risk(d, (NOOR, SEM)) == (NOOR,)
    assert samen.at_risk(d, (NOOR, SEM, BO)) == (NOOR,)
    assert samen.at_risk(d, (SEM, BO)) == (BO,)
    d = with_values(d, (NOOR, "mogelijke_pleger", "ja"))
    assert samen.at_risk(d, (NOOR, SEM)) == (NOOR, SEM)


def test_met_een_ernstig_teken_moet_bekend_zijn_wie_er_nu_bij_is() -> None:
    d = asked_alone(advised(session(with_sign(), 3, "samen")), NOOR, SEM)
    assert samen.needed(d, omgeving()) == ("Zeg eerst wie er nu bij zijn.",)


def test_de_wens_wordt_gevraagd_als_iemand_alleen_is_en_van_niemand_anders() -> None:
    d = with_sign("alleen", NOOR)
    wensen = [s.id for s in steps(d, omgeving()) if s.id.startswith("wens:")]
    assert wensen == [f"wens:{NOOR}@overleg:1/samen"]


def test_was_er_nog_geen_overleg_dan_wordt_dat_in_een_volgende_zitting_weer_gevraagd() -> None:
    d = answer(with_sign(), "overleg:1/met", "nog_niet")
    assert "overleg:1/met" not in waiting(d)
    assert "overleg:1/met" in waiting(session(d, 3, "samen", NOOR, SEM))


def waiting(d: Dossier) -> set[str]:
    return {r.stap for r in overview(d, omgeving(), "werkscherm") if r.staat == "open"}


def test_komt_er_na_het_overleg_iets_bij_dan_is_er_een_nieuw_overleg_nodig_en_het_oude_blijft_staan() -> None:
    d = asked_alone(advised(with_sign(), dag="2026-12-06"), NOOR, SEM)
    ids = [s.id for s in steps(d, omgeving()) if s.id.startswith(("overleg:", "wens:"))]
    assert "overleg:1/advies" in ids
    assert "overleg:2/met" in ids
    assert f"wens:{NOOR}@overleg:2/samen" in ids


# -- a sign while talking together ------------------------------------------------------------------------------------


def test_een_teken_tijdens_een_gesprek_samen_eindigt_het_en_een_volgend_gesprek_kan_na_overleg_weer() -> None:
    """Aan tafel is er niets meer te vragen. In een volgende zitting is er eerst overleg nodig, en dan kan het."""
    d = answer(session(household(), 1, "samen", NOOR, SEM), "zitting:1/opening", "nu")
    assert next_step(d, omgeving(), "aan_tafel") is not None
    d = said(d, "gewond", "ja", 1, NOOR, SEM)
    assert next_step(d, omgeving(), "aan_tafel") is None
    d = session(d, 2, "samen", NOOR, SEM)
    assert codes(at(d, "zitting:2/opening")) == ["nog_niet"]
    d = answer(asked_alone(advised(d), NOOR, SEM), "zitting:2/opening", "nu")
    assert next_step(d, omgeving(), "aan_tafel") is not None
    d = said(d, "zorg", "ja", 2, NOOR, SEM)
    assert next_step(d, omgeving(), "aan_tafel") is not None, "het teken van toen is al gewogen"


def test_blijkt_na_het_begin_dat_samen_nog_niet_mag_dan_staat_dat_in_de_lijst_voor_professionals() -> None:
    d = answer(session(household(), 1, "samen", NOOR, SEM), "zitting:1/opening", "nu")
    zin = omgeving().zin("open_samen")
    assert zin not in lacking(d, omgeving())
    assert zin in lacking(with_values(d, ("themas", "gezien", ["seksueel_geweld"])), omgeving())


def test_een_overleg_dat_nog_moet_komen_is_geen_overleg() -> None:
    """De dag van morgen past niet bij de vraag, en wat er toch al staat houdt samen praten dicht tot die dag."""
    d = asked_alone(advised(with_sign(), dag="2026-12-08"), NOOR, SEM)
    assert samen.needed(d, omgeving())
    stap = at(d, "overleg:1/wanneer")
    fout = check(d, omgeving(), stap, date(2026, 12, 8))
    assert fout is not None
    assert "nog niet geweest" in fout.uitleg
    assert check(d, omgeving(), stap, omgeving().vandaag) is None
    assert not samen.needed(d, replace(omgeving(), vandaag=date(2026, 12, 8)))
