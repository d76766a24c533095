"""A review: a new round that looks back, safely; what was of then is empty again, and unknown is never stopped."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.plan.huis import BO, NOOR, SEM, answer, session
from tests.plan.omgeving import NU, VANDAAG, events, example_dossier, omgeving, with_values
from veiligheidsplan.app.stel_vast import establish
from veiligheidsplan.plan import evaluatie, nog_nodig
from veiligheidsplan.plan.afname import start_instrument
from veiligheidsplan.plan.beantwoord import answered
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.gesprek import process, steps
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.meldcode import ask_again, findings
from veiligheidsplan.plan.stap import Stap, Zichtkant
from veiligheidsplan.plan.uitkomst import outcome_now, outcome_of
from veiligheidsplan.plan.vaststelling import round_now
from veiligheidsplan.plan.volledigheid import enough_for_now, lacking

SCHEMA_VAN_GEWELD = ("gestopt", "minder", "gelijk", "meer", "weet_niet", "wil_niet_zeggen", "niet_gevraagd")


def vast(d: Dossier) -> Dossier:
    return fold(events([establish(d, omgeving())]), d)


def review(d: Dossier | None = None) -> Dossier:
    """The example household, established, in its first review."""
    d = vast(example_dossier()) if d is None else d
    return fold(events(list(evaluatie.begin(d, omgeving()))), d)


def asked(d: Dossier, kant: Zichtkant = "werkscherm") -> dict[str, Stap]:
    return {s.id: s for s in steps(d, omgeving(), kant)}


def said(d: Dossier, **wie: str) -> Dossier:
    """What these people said alone of the violence; the professional too."""
    namen = {"noor": NOOR, "sem": SEM, "bo": BO, "kim": "medewerker"}
    return with_values(d, *((f"geweld:1:{namen[n]}", "sinds", w) for n, w in wie.items()))


def redenen(d: Dossier) -> list[str]:
    return [r.code for r in nog_nodig.weigh_again(d, omgeving())]


def test_een_evaluatie_is_een_nieuwe_ronde_met_een_nieuwe_zitting() -> None:
    d = review()
    assert round_now(d) == 2
    assert d.waarde("gesprek", "zitting") == 2
    assert evaluatie.now_id(d, omgeving()) == "directe-veiligheid:2"


def test_cijfers_en_veilig_vannacht_zijn_van_toen_en_worden_nieuw_gevraagd() -> None:
    """Een oud cijfer naast een nieuw plan zou van vandaag lijken. Niets is weg: de ronde ervoor houdt het."""
    voor = vast(example_dossier())
    d = review(voor)
    assert enough_for_now(voor)
    assert not enough_for_now(d)
    assert d.onderwerpen("cijfer") == ()
    assert d.evaluaties[0].staat is not None
    assert d.evaluaties[0].staat.waarden["cijfer:persoon:1"] == voor.waarden["cijfer:persoon:1"]


def test_wat_nog_waar_kan_zijn_staat_er_als_voorstel_uit_de_vorige_ronde() -> None:
    """Of Noor hier woont: «ja, uit de vorige ronde», en toch een vraag. Het contact van toen blijft staan."""
    d = session(review(), 2, "niemand")
    stap = asked(d)["persoon:1/woont_hier"]
    assert (stap.standaard, stap.herkomst) == ("ja", "uit de vorige ronde")
    assert not answered(d, stap)
    assert answered(answer(d, stap.id, "ja"), stap)
    assert d.waarde("vervolg", "contact_datum") == "2026-12-08"


def test_bij_een_dag_staat_over_welke_afspraak_of_actie_het_gaat() -> None:
    """Bij het terugkijken staat de vraag naar een dag los van de afspraak: een dag hoort nooit bij een ander."""
    d = session(review(), 2, "niemand")
    stappen = asked(d)
    for veld, onderwerp in (("wanneer", "actie:2"), ("tot", "afspraak:1")):
        wat = d.waarde(onderwerp, "wat")
        assert stappen[f"{onderwerp}/{veld}"].inleiding == f"Het gaat om: {wat}"
    assert asked(example_dossier())["actie:2/wanneer"].inleiding is None


def test_een_dag_die_voorbij_is_is_geen_voorstel() -> None:
    from dataclasses import replace

    later = replace(omgeving(), vandaag=VANDAAG + timedelta(days=90))
    d = vast(example_dossier())
    d = fold([stamp(f, door="", tijd=NU + timedelta(days=90)) for f in evaluatie.begin(d, later)], d)
    d = session(d, 2, "niemand")
    stappen = {s.id: s for s in steps(d, later)}
    assert stappen["actie:2/wanneer"].standaard is None
    assert not answered(d, "actie:2/wanneer")
    assert stappen["vervolg/evaluatie_datum"].standaard is None


def test_geweld_wordt_nooit_aan_tafel_gevraagd() -> None:
    for setting, erbij in (("alleen", (NOOR,)), ("samen", (NOOR, SEM)), ("telefoon", (SEM,))):
        d = with_values(session(review(), 2, setting, *erbij), ("zitting:2", "opening", "nu"))
        assert not [i for i in asked(d, "aan_tafel") if i.startswith("geweld:")]


def test_samen_wordt_niemand_gevraagd_en_telt_wat_iemand_zei_niet_als_alleen_gezegd() -> None:
    """Noor en Sem samen: alleen een plek voor wat Noor uit zichzelf zei. Haar eigen vraag wacht."""
    d = session(review(), 2, "samen", NOOR, SEM)
    vragen = [i for i in asked(d) if i.startswith("geweld:")]
    assert vragen == [
        "geweld:1:persoon:1@samen/sinds", "geweld:1:persoon:2@samen/sinds", "geweld:1:medewerker/sinds",
    ]  # fmt: skip
    d = answer(d, "geweld:1:persoon:1@samen/sinds", "gestopt")
    assert NOOR in evaluatie.unasked(d, "evaluatie:1")
    d = session(d, 3, "alleen", NOOR)
    assert not answered(d, asked(d)["geweld:1:persoon:1/sinds"])


@pytest.mark.parametrize("sinds", SCHEMA_VAN_GEWELD)
def test_alleen_gestopt_van_ieder_alleen_is_gestopt(sinds: str) -> None:
    """Minder is niet gestopt, weet niet ook niet, en niet gevraagd ook niet."""
    d = said(review(), noor=sinds, sem="gestopt", bo="gestopt", kim="gestopt")
    assert evaluatie.all_stopped(d, "evaluatie:1") is (sinds == "gestopt")
    reden = {"minder", "gelijk", "meer"} & {sinds}
    verwacht = [] if sinds == "gestopt" else ["meldcode_weer_geweld" if reden else "meldcode_weer_onbekend"]
    assert redenen(d) == verwacht


def test_wat_samen_slecht_klonk_telt_altijd_mee() -> None:
    d = said(review(), noor="gestopt", sem="gestopt", bo="gestopt", kim="gestopt")
    d = with_values(d, ("geweld:1:persoon:1@samen", "sinds", "meer"))
    assert not evaluatie.all_stopped(d, "evaluatie:1")
    assert redenen(d) == ["meldcode_weer_geweld"]


def test_wat_klaar_is_of_vervalt_gaat_uit_het_plan_en_wat_blijft_niet() -> None:
    """Actie 1 is klaar, actie 2 vervalt met een reden, actie 3 blijft: er is plaats voor twee nieuwe acties."""
    d = session(review(), 2, "niemand")
    for n, gedaan, verder in ((1, "ja", "klaar"), (2, "nee", "vervalt"), (3, "deels", "blijft")):
        d = answer(d, f"taakverslag:1:actie:{n}@medewerker/gedaan", gedaan)
        d = answer(d, f"taak:1:actie:{n}/verder", verder)
    assert d.onderwerpen("actie") == ("actie:3",)
    assert "taak:1:actie:2/reden" in asked(d)
    assert "taak:1:actie:1/reden" not in asked(d)
    assert "gesprek/meer_actie_4" in asked(d)
    terug = answer(d, "taak:1:actie:1/verder", "blijft")
    assert terug.onderwerpen("actie") == ("actie:1", "actie:3")


def test_wat_alleen_is_gezegd_verandert_het_gezamenlijke_plan_niet() -> None:
    """Samen zei men «ja», Noor alleen «nee». Het staat bij wat nog nodig is; niets gaat vanzelf het plan in of uit."""
    d = with_values(review(), ("taak:1:actie:1", "gedaan", "ja"), ("taak:1:actie:1", "verder", "klaar"))
    d = with_values(d, ("taakverslag:1:actie:1@persoon:1", "gedaan", "nee"))
    assert "actie:1" not in d.onderwerpen("actie")
    assert any("niet helemaal gelukt: Ik bel" in z for z in nog_nodig.direct(d, omgeving()))


def test_het_nieuwe_instrument_begint_op_de_nieuwste_versie_met_de_oude_woorden_als_voorstel() -> None:
    """De regio hernoemde een vraag: het antwoord van toen staat er als voorstel, en telt nog niet."""
    from dataclasses import replace

    o = omgeving()
    ruw = o.instrumenten["directe-veiligheid"].model_dump(mode="json", by_alias=True, exclude_unset=True)
    ruw["versie"], ruw["vervangt"] = "2.0.0", {"zorg": "basiszorg"}
    for deel in ruw["onderdelen"].values():
        if "zorg" in deel["vragen"]:
            vragen = deel["vragen"]
            deel["vragen"] = {("basiszorg" if k == "zorg" else k): v for k, v in vragen.items()}
            deel["vragen"]["basiszorg"]["voorinvullen"] = True
    from veiligheidsplan.instrument.instrument import Instrument

    ruw = {**ruw, "signalen": {}, "schalen": {}, "eindniveau": None}
    nieuw = Instrument.model_validate(ruw)
    o2 = replace(o, instrumenten={**o.instrumenten, "directe-veiligheid": nieuw})
    d = session(review(), 2, "niemand")
    stap = next(s for s in steps(d, o2) if s.id == "gesprek/begin:directe-veiligheid:2")
    d = fold(events(list(process(d, o2, stap, None))), d)
    assert d.afnamen["directe-veiligheid:2"].instrument.versie == "2.0.0"
    assert d.afnamen["directe-veiligheid:1"].instrument.versie == "1.0.0"
    vraag = next(s for s in steps(d, o2) if s.id == "afname:directe-veiligheid:2/basiszorg")
    assert (vraag.standaard, vraag.herkomst) == ("ja", "uit de vorige ronde")
    assert d.afnamen["directe-veiligheid:2"].geldend == {}


def test_een_eerdere_lijst_wordt_opnieuw_gevraagd_over_dezelfde_persoon() -> None:
    d = example_dossier()
    d = fold(events([start_instrument(d, omgeving(), "kindveiligheid:1", over=BO)]), d)
    d = session(review(vast(d)), 2, "niemand")
    keuze = asked(d)["evaluatie:1/opnieuw"]
    assert [k.tekst for k in keuze.keuzes] == ["Veiligheid van een kind: Bo"]
    d = answer(d, keuze.id, ("kindveiligheid:1",))
    assert d.afnamen["kindveiligheid:2"].over == BO
    assert evaluatie.superseded(d) == {"kindveiligheid:1"}
    assert answer(d, keuze.id, ("kindveiligheid:1",)).afnamen.keys() == d.afnamen.keys()


def test_een_korte_ronde_neemt_de_plaats_van_alle_vragen_niet_in() -> None:
    d = fold(events([start_instrument(review(), omgeving(), "directe-veiligheid:2", kort=True)]), review())
    assert evaluatie.superseded(d) == frozenset()


def test_een_evaluatie_na_de_afgesproken_dag_vraagt_om_de_meldcode() -> None:
    from dataclasses import replace

    later = replace(omgeving(), vandaag=date(2027, 1, 4))
    d = vast(example_dossier())
    d = fold(events(list(evaluatie.begin(d, later))), d)
    assert d.evaluaties[0].te_laat
    d = said(d, noor="gestopt", sem="gestopt", bo="gestopt", kim="gestopt")
    assert redenen(d) == ["meldcode_weer_evaluatie"]


def test_een_mislukte_evaluatie_opent_de_meldcode_weer_nadat_er_eerder_over_is_besloten() -> None:
    d = with_values(
        vast(example_dossier()),
        ("meldcode:1", "personen", [NOOR]),
        ("meldbesluit:1:persoon:1", "melden", "nee"),
    )
    assert ask_again(d, omgeving()) == ()
    d = said(review(d), noor="minder", sem="gestopt", bo="gestopt", kim="gestopt")
    assert ("meldcode_weer_geweld", "") in ask_again(d, omgeving())
    assert ("meldcode_weer_geweld", "") in list(findings(d, omgeving()))
    d = with_values(d, ("meldcode:2", "begin", "nee"))
    assert ask_again(d, omgeving()) == ()


def test_zonder_antwoord_staat_er_nooit_groen_licht() -> None:
    """Een leeg dossier, en een evaluatie waarin nog niets is gevraagd: wat niet bekend is, staat in de lijst."""
    leeg = fold([])
    assert nog_nodig.direct(leeg, omgeving())
    zinnen = nog_nodig.direct(review(), omgeving())
    assert any(z.startswith("Aan Noor is alleen nog niet gevraagd") for z in zinnen)
    assert any("nog niet gesteld" in z for z in zinnen)
    assert any("Iemand volgt of bespiedt een ander" in z for z in zinnen)
    assert nog_nodig.lines(review(), omgeving())[-1].startswith("Een lege lijst bewijst niet")


def test_stabiel_vraagt_meer_evaluaties_achter_elkaar_waarin_ieder_zei_dat_het_is_gestopt() -> None:
    d = said(review(), noor="gestopt", sem="gestopt", bo="gestopt", kim="gestopt")
    assert any("Nu: 1." in z for z in nog_nodig.stable(d, omgeving()))
    d = review(vast(d))
    assert any("Nu: 0." in z for z in nog_nodig.stable(d, omgeving())), "nog niets gevraagd telt niet"
    for p in (NOOR, SEM, BO, "medewerker"):
        d = with_values(d, (f"geweld:2:{p}", "sinds", "gestopt"))
    assert not any("achter elkaar" in z for z in nog_nodig.stable(d, omgeving()))


def test_de_momenten_van_de_regio_staan_bij_de_vraag_naar_de_volgende_evaluatie() -> None:
    """Geteld vanaf het eerste plan, alleen wat nog komt, nooit vanzelf ingevuld."""
    stap = asked(session(review(), 2, "niemand"))["vervolg/evaluatie_datum"]
    assert stap.hulp is not None
    assert "7 maart 2027 (na drie maanden)" in stap.hulp
    from dataclasses import replace

    zonder = replace(omgeving(), monitor=None)
    d = session(review(), 2, "niemand")
    assert next(s for s in steps(d, zonder) if s.id == stap.id).hulp is None


def test_een_tweede_begin_van_dezelfde_evaluatie_verandert_niets() -> None:
    d = review()
    nog = Feit(
        "evaluatie_begonnen", {"nummer": 1, "dag": "2027-01-01", "sinds": "", "nu": "x:9", "taken": []}
    )
    assert fold(events([nog]), d).waarden == d.waarden


def test_een_korte_ronde_tussendoor_neemt_de_plaats_van_de_evaluatie_niet_in() -> None:
    """De evaluatie houdt haar eigen nummer vrij: wie ondertussen een korte ronde begint, krijgt een ander."""
    d = review()
    assert evaluatie.now_id(d, omgeving()) == "directe-veiligheid:2"
    assert evaluatie.next_use(d, "directe-veiligheid") == "directe-veiligheid:3"
    assert evaluatie.next_use(d, "partnergeweld") == "partnergeweld:1"


def test_wat_in_de_evaluatie_nog_niet_is_gevraagd_staat_bij_wat_nog_open_is() -> None:
    zinnen = lacking(review(), omgeving())
    assert "Aan Noor is alleen nog niet gevraagd of het geweld is gestopt." in zinnen
    assert any(z.startswith("Hiervan is niet bekend of het is gelukt: Ik bel elke avond") for z in zinnen)
    assert not [z for z in lacking(example_dossier(), omgeving()) if "geweld is gestopt" in z]


def test_wordt_het_begin_van_een_evaluatie_vernietigd_dan_blijft_het_plan_leesbaar() -> None:
    """Een antwoord op een evaluatie die er niet meer is, telt nergens mee."""
    d = vast(example_dossier())
    d = fold(
        [
            None,
            *events(
                [Feit("waarde_gegeven", {"onderwerp": "taak:1:actie:1", "veld": "gedaan", "waarde": "ja"})]
            ),
        ],
        d,
    )
    assert evaluatie.tasks(d) == ()
    for voor in ("professional", "gezamenlijk"):
        assert "Gelukt" not in str(make_copy(d, omgeving(), voor, kenmerk="x"))


def test_nu_niet_gevraagd_wordt_een_volgende_keer_weer_gevraagd() -> None:
    """Met Noor alleen kwam het er niet van: in dit gesprek niet nog eens, in het volgende wel."""
    d = session(review(), 2, "alleen", NOOR)
    stap = "geweld:1:persoon:1/sinds"
    d = answer(d, stap, "niet_gevraagd")
    assert answered(d, stap)
    assert not answered(session(d, 3, "alleen", NOOR), stap)


def test_wat_later_over_iemand_bekend_wordt_verandert_de_uitslag_van_toen_niet() -> None:
    """Bo was nul jaar, en wordt in een latere ronde twaalf: de uitslag van toen blijft zoals zij is vastgesteld."""
    d = with_values(example_dossier(), (BO, "leeftijd", 0))
    d = vast(fold(events([start_instrument(d, omgeving(), "kindveiligheid:1", over=BO)]), d))
    toen = outcome_now(d, d.afnamen["kindveiligheid:1"])
    d = session(review(d), 2, "niemand")
    d = with_values(answer(d, "evaluatie:1/opnieuw", ("kindveiligheid:1",)), (BO, "leeftijd", 12))
    assert outcome_of(d, d.afnamen["kindveiligheid:1"]) == toen
    assert outcome_now(d, d.afnamen["kindveiligheid:1"]) != toen, "met de leeftijd van nu zou zij anders zijn"
