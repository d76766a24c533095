"""What was answered before counts only while it still holds: after a correction, wiping, or another company."""

from __future__ import annotations

import pytest

from tests.plan.omgeving import NU, events, example, example_dossier, omgeving, with_values
from veiligheidsplan.plan import zitting
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.gesprek import check, next_step, process, steps
from veiligheidsplan.plan.oordeel import MEEST_VARIANTEN, judge, judged
from veiligheidsplan.plan.stap import Stap

AFNAME = "directe-veiligheid:1"
BESLUIT = f"oordeel:{AFNAME}/besluit"


def step(d: Dossier, id_: str) -> Stap:
    return next(s for s in steps(d, omgeving()) if s.id == id_)


def answer(d: Dossier, vraag: str, waarde: object) -> Dossier:
    """Noor herself, alone, gives another answer than before."""
    erbij = {"van": ["persoon:1"], "bijzijn": ["persoon:1"], "zitting": "zitting:1"}
    feit = Feit("antwoord_gegeven", {"afname": AFNAME, "vraag": vraag, "waarde": waarde, **erbij})
    return fold(events([feit]), d)


def asked(d: Dossier) -> list[str]:
    """The ids of what is asked, one after the other, while only notices are read."""
    ids = []
    while (stap := next_step(d, omgeving())) is not None:
        ids.append(stap.id)
        if stap.soort != "mededeling":
            return ids
        d = fold(events(list(process(d, omgeving(), stap, None))), d)
    return ids


def test_is_het_bewaarde_instrument_gewist_dan_begint_de_veiligheidscheck_opnieuw() -> None:
    """Anders was er stil geen veiligheidscheck meer, en niets dat erom vroeg."""
    d = fold(None if f.soort == "instrument_begonnen" else g for f in example() for g in events([f]))
    stap = next_step(d, omgeving())
    assert stap is not None
    assert stap.id == f"gesprek/begin:{AFNAME}"


def test_na_een_nieuw_antwoord_wordt_het_oordeel_opnieuw_gevraagd() -> None:
    """Zij zei «dit past» bij een uitslag die nu een andere is: eerst de uitslag, dan weer haar oordeel."""
    d = example_dossier()
    assert judged(d, AFNAME)
    d = answer(d, "ernstig", ["keel"])
    assert not judged(d, AFNAME)
    uitslag, oordeel = asked(d)
    assert uitslag.startswith("gesprek/uitslag:")
    assert oordeel == BESLUIT


def test_na_een_ander_besluit_worden_niveau_en_reden_ook_opnieuw_gevraagd() -> None:
    """Het niveau van een eerder «lager» mag niet stil het niveau van een nieuw «hoger» zijn."""
    onderwerp = f"oordeel:{AFNAME}"
    d = with_values(answer(low(), "bang", "ja"), (onderwerp, "besluit", "lager"))
    d = with_values(d, (onderwerp, "niveau", "niet_gezien"), (onderwerp, "reden", "gebeld"))
    d = with_values(d, (onderwerp, "tweede", "Robin"))
    assert not [s for s in asked(d) if s.startswith(onderwerp)]
    d = with_values(d, (onderwerp, "besluit", "hoger"))
    assert asked(d)[-1] == f"{onderwerp}/niveau"


def test_later_beslissen_komt_in_een_volgende_zitting_terug() -> None:
    d = example_dossier()
    d = fold(events(list(process(d, omgeving(), step(d, BESLUIT), "later"))), d)
    assert asked(d) == []
    d = with_values(d, ("gesprek", "zitting", 2), ("zitting:2", "setting", "alleen"))
    d = with_values(d, ("zitting:2", "aanwezig", ["persoon:1"]), ("zitting:2", "opening", "nu"))
    vooraf = "vooraf:persoon:1@zitting:2"
    d = with_values(
        d, ("zitting:2", "tolk", "geen"), *((vooraf, v, None) for v in ("veilig", "kamer", "leest_mee"))
    )
    assert asked(d) == [BESLUIT]


def low() -> Dossier:
    """The example, with an outcome at the lowest level: every question answered, nothing the matter."""
    d = example_dossier()
    gerust = {
        "gewond": "nee",
        "laatste_geweld": "nooit",
        "bang": "nee",
        "ernstig": [],
        "wapen_pakken": "nee",
        "zorg": "ja",
        "slaapplek": "ja",
    }
    for vraag, waarde in gerust.items():
        d = answer(d, vraag, waarde)
    return d


def test_hoger_en_lager_bieden_alleen_wat_echt_hoger_of_lager_is() -> None:
    """Wie «hoger» koos en dan een lager niveau, veranderde niets en dacht van wel."""
    onderwerp = f"oordeel:{AFNAME}"

    def codes(d: Dossier, veld: str) -> list[str]:
        return [k.code for k in step(d, f"{onderwerp}/{veld}").keuzes]

    hoog, laag = example_dossier(), low()
    assert codes(hoog, "besluit") == ["eens", "lager", "later"]
    assert codes(laag, "besluit") == ["eens", "hoger", "later"]
    assert codes(with_values(hoog, (onderwerp, "besluit", "lager")), "niveau") == ["niet_gezien", "zorgen"]
    assert codes(with_values(laag, (onderwerp, "besluit", "hoger")), "niveau") == ["zorgen", "direct_gevaar"]


def test_de_eerste_indruk_biedt_altijd_alle_niveaus() -> None:
    codes = [k.code for k in step(low(), f"indruk:{AFNAME}/niveau").keuzes]
    assert codes == ["niet_gezien", "zorgen", "direct_gevaar", "weet_niet"]


def test_niet_zeggen_wie_erbij_is_is_geen_antwoord_en_niemand_wel() -> None:
    """Onbekend is niet «niemand»: anders verschijnen risicovragen terwijl iemand meeluistert."""
    stap = step(example_dossier(), "zitting:1/aanwezig")
    assert check(example_dossier(), omgeving(), stap, None) is not None
    assert check(example_dossier(), omgeving(), stap, ()) is None


def test_samen_met_een_genoemde_persoon_kan_iedereen_erbij_zijn() -> None:
    d = with_values(
        example_dossier(), ("zitting:1", "setting", "samen"), ("zitting:1", "aanwezig", ["persoon:1"])
    )
    assert zitting.company(d) == {"iedereen", "mogelijke_pleger", "kind"}


@pytest.mark.parametrize("naam", ["\u200b", "\x00\x1b", "\u202e\u2066", " \u00a0\t"])
def test_een_naam_die_niemand_kan_zien_is_geen_naam(naam: str) -> None:
    d = example_dossier()
    assert check(d, omgeving(), step(d, "persoon:1/naam"), naam) is not None


@pytest.mark.parametrize("naam", ["Sem", " sem ", "SEM"])
def test_twee_personen_met_dezelfde_naam_zijn_niet_uit_elkaar_te_houden(naam: str) -> None:
    """Wie doet de actie, en wie is de mogelijke bron van gevaar? De medewerker schrijft er iets bij."""
    d = example_dossier()
    assert check(d, omgeving(), step(d, "persoon:1/naam"), naam) is not None
    assert check(d, omgeving(), step(d, "persoon:2/naam"), naam) is None
    assert check(d, omgeving(), step(d, "persoon:1/naam"), "Sem junior") is None


@pytest.mark.parametrize(
    "id_",
    [
        "regie/casusregisseur",
        "vervolg/contact_datum",
        "vervolg/contact_hoe",
        "vervolg/evaluatie_datum",
    ],
)
def test_wat_nog_niet_bekend_is_houdt_niemand_aan_tafel(id_: str) -> None:
    """Het staat daarna bij wat nog open is; het gesprek gaat door."""
    d = example_dossier()
    assert check(d, omgeving(), step(d, id_), None) is None


def test_meer_onbekenden_dan_te_proberen_zijn_sluit_geen_signaal_uit() -> None:
    """Een eigen instrument met heel veel leeftijdsgrenzen: liever te veel signalen dan een te weinig."""
    grenzen = [{"gegeven": "leeftijd", "is": jaar} for jaar in range(0, 3 * MEEST_VARIANTEN, 3)]
    als = {"alle": [{"een_van": grenzen}, grenzen[-1]]}
    ruw = (
        omgeving()
        .instrumenten["directe-veiligheid"]
        .model_dump(mode="json", by_alias=True, exclude_unset=True)
    )
    ruw["signalen"]["oud"] = {"als": als, "niveau": "direct_gevaar", "melding": "Let op."}
    begin = Feit("instrument_begonnen", {"afname": "x:1", "instrument": ruw, "over": None})
    d = fold([stamp(begin, door="", tijd=NU)])
    assert "oud" in judge(d, d.afnamen["x:1"]).niet_uitgesloten
