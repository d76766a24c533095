"""Several people answer one question: what each said stays; what is contradicted is missing until somebody chose."""

from __future__ import annotations

import pytest

from tests.plan.omgeving import events, example_dossier, omgeving, with_values
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.gesprek import answered, next_step, process, steps
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.oordeel import judge, judged
from veiligheidsplan.plan.volledigheid import open_points

AFNAME = "directe-veiligheid:1"
KIES, REDEN = f"verslag:{AFNAME}/zorg", f"verslag:{AFNAME}/zorg:reden"


def session(d: Dossier, nummer: int, setting: str, *erbij: str) -> Dossier:
    return with_values(
        d,
        ("gesprek", "zitting", nummer),
        (f"zitting:{nummer}", "setting", setting),
        (f"zitting:{nummer}", "aanwezig", list(erbij)),
        (f"zitting:{nummer}", "opening", "nu"),
    )


def say(d: Dossier, vraag: str, waarde: object) -> Dossier:
    """An answer by whoever is there now, as the engine writes it."""
    stap = next(s for s in steps(d, omgeving()) if s.id == f"afname:{AFNAME}/{vraag}")
    return fold(events(list(process(d, omgeving(), stap, waarde))), d)  # type: ignore[arg-type]


def counts(d: Dossier, vraag: str) -> object:
    return d.afnamen[AFNAME].ruwe_antwoorden.get(vraag)


def contradicted() -> Dossier:
    """Noor, alone, said ja; Sem, alone, says nee."""
    return say(session(example_dossier(), 2, "alleen", "persoon:2"), "zorg", "nee")


def test_wat_samen_is_gezegd_vervangt_en_verlaagt_niets_dat_alleen_is_gezegd() -> None:
    d = session(example_dossier(), 2, "samen", "persoon:1", "persoon:2")
    stap = next(
        s for s in steps(with_values(d, ("zitting:2", "setting", "niemand")), omgeving()) if "bang" in s.id
    )
    d = fold(events(list(process(d, omgeving(), stap, "nee"))), d)
    assert counts(d, "bang") == "ja"
    assert len(d.afnamen[AFNAME].verslagen["bang"]) == 2


def test_een_antwoord_samen_telt_zolang_niemand_het_alleen_zei() -> None:
    d = session(example_dossier(), 2, "samen", "persoon:1", "persoon:2")
    feit = {"afname": AFNAME, "vraag": "dichtbij", "waarde": "ja", "bijzijn": ["persoon:1", "persoon:2"]}
    d = fold(events([Feit("antwoord_gegeven", {**feit, "zitting": "zitting:2"})]), d)
    assert counts(d, "dichtbij") == "ja"  # Noor said weet niet
    d = say(session(d, 3, "alleen", "persoon:1"), "dichtbij", "nee")
    assert counts(d, "dichtbij") == "nee"


def test_spreken_twee_mensen_elkaar_tegen_dan_ontbreekt_het_antwoord_en_is_niets_uitgesloten() -> None:
    d = say(session(example_dossier(), 2, "alleen", "persoon:2"), "ernstig", ["keel"])
    assert counts(d, "ernstig") is None
    voor = judge(example_dossier(), example_dossier().afnamen[AFNAME])
    na = judge(d, d.afnamen[AFNAME])
    assert set(voor.uitslag.signalen) <= {*na.uitslag.signalen, *na.niet_uitgesloten}
    assert ("open_tegenspraak", AFNAME) in open_points(d, omgeving())


def test_zeggen_zij_hetzelfde_dan_is_er_niets_te_kiezen() -> None:
    d = say(session(example_dossier(), 2, "alleen", "persoon:2"), "zorg", "ja")
    assert counts(d, "zorg") == "ja"
    assert KIES not in {s.id for s in steps(d, omgeving())}


def test_het_werkscherm_vraagt_welk_antwoord_telt_met_wie_wat_zei_en_de_tafel_niet() -> None:
    d = contradicted()
    stap = next(s for s in steps(d, omgeving()) if s.id == KIES)
    assert [k.tekst for k in stap.keuzes] == ["Ja (Noor, alleen)", "Nee (Sem, alleen)", "Ik kies later"]
    assert not stap.tafel
    assert KIES not in {s.id for s in steps(d, omgeving(), "aan_tafel")}


def choose(d: Dossier, bron: str, reden: str) -> Dossier:
    for id_, waarde in ((KIES, bron), (REDEN, reden)):
        stap = next(s for s in steps(d, omgeving()) if s.id == id_)
        d = fold(events(list(process(d, omgeving(), stap, waarde))), d)
        assert answered(d, stap)
    return d


def test_na_de_keuze_met_een_reden_telt_dat_antwoord_en_wordt_het_oordeel_opnieuw_gevraagd() -> None:
    d = contradicted()
    d = choose(d, "persoon:2", "Sem liet de brief van de school zien.")
    assert counts(d, "zorg") == "nee"
    assert not judged(d, AFNAME)
    kopie = str(make_copy(d, omgeving(), "professional", kenmerk="0a1b2c3d"))
    assert "U koos: Nee. Uw reden: Sem liet de brief van de school zien." in kopie
    assert "brief van de school" not in str(make_copy(d, omgeving(), "gezamenlijk", kenmerk="0a1b2c3d"))


def test_zonder_reden_is_er_geen_keuze() -> None:
    d = contradicted()
    stap = next(s for s in steps(d, omgeving()) if s.id == KIES)
    d = fold(events(list(process(d, omgeving(), stap, "persoon:2"))), d)
    assert counts(d, "zorg") is None
    stap = next(s for s in steps(d, omgeving()) if s.id == REDEN)
    with pytest.raises(BevindingenFout):
        process(d, omgeving(), stap, "  ")


def test_een_nieuw_antwoord_maakt_de_keuze_ongedaan() -> None:
    d = choose(contradicted(), "persoon:2", "Sem liet de brief zien.")
    d = say(session(d, 3, "alleen", "persoon:1"), "zorg", "ja")
    assert counts(d, "zorg") is None
    assert not answered(d, KIES)


def test_later_kiezen_neemt_een_keuze_terug_en_komt_in_een_volgende_zitting_terug() -> None:
    d = choose(contradicted(), "persoon:2", "Sem liet de brief zien.")
    stap = next(s for s in steps(d, omgeving()) if s.id == KIES)
    d = fold(events(list(process(d, omgeving(), stap, "later"))), d)
    assert counts(d, "zorg") is None
    assert answered(d, stap)
    assert not answered(session(d, 3, "niemand"), stap)


def test_een_oud_logboek_zonder_zitting_telt_als_het_verslag_van_de_professional() -> None:
    feit = Feit("antwoord_gegeven", {"afname": AFNAME, "vraag": "dichtbij", "waarde": "ja"})
    d = fold(events([feit]), example_dossier())
    assert set(d.afnamen[AFNAME].verslagen["dichtbij"]) == {"persoon:1", "professional"}
    assert counts(d, "dichtbij") == "ja"


def test_wie_alleen_is_ziet_op_het_werkscherm_wat_een_ander_zei_met_wie_dat_was() -> None:
    d = session(example_dossier(), 2, "alleen", "persoon:2")
    stap = next(s for s in steps(d, omgeving()) if s.id == f"afname:{AFNAME}/zorg")
    assert (stap.standaard, stap.herkomst) == ("ja", "Noor, alleen")
    assert next_step(d, omgeving(), "aan_tafel") is not None
