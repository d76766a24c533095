"""The person decides: up freely, down only after a second person; unknown facts never make it look safer."""

from __future__ import annotations

from tests.plan.omgeving import events, example_dossier, with_values
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.plan.dossier import fold
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.oordeel import judge

AFNAME = "directe-veiligheid:1"


def test_hoger_geldt_meteen() -> None:
    d = example_dossier()
    rustig = with_values(d)
    afname = rustig.afnamen[AFNAME]
    assert judge(rustig, afname).laagst == "direct_gevaar"


def test_lager_geldt_nog_niet() -> None:
    """Na «lager» met een reden blijft het hoogste niveau staan, met het voorstel ernaast."""
    d = with_values(
        example_dossier(),
        (f"oordeel:{AFNAME}", "besluit", "lager"),
        (f"oordeel:{AFNAME}", "niveau", "niet_gezien"),
    )
    oordeel = judge(d, d.afnamen[AFNAME])
    assert oordeel.laagst == "direct_gevaar"
    assert oordeel.voorstel_lager == "niet_gezien"


JA_NEE = {"ja": {"punten": 1}, "nee": {"punten": 0}}


def instrument(als: dict[str, object]) -> Instrument:
    return Instrument.model_validate(
        {
            "formaat": 1, "id": "proef", "versie": "1.0.0", "titel": "Proef", "soort": "veiligheidscheck",
            "status": "concept",
            "validatie": "niet_gevalideerd", "per": "persoon", "eigenaar": "x", "verantwoording": "y",
            "niveaus": {"gewoon": {}, "ernstig": {}},
            "onderdelen": {"a": {"vragen": {"q": {"tekst": "?", "antwoorden": JA_NEE}}}},
            "schalen": {"s": {"ontbrekend": "bandbreedte", "grenzen": {"gewoon": 0, "ernstig": 5}}},
            "eindniveau": "s",
            "signalen": {"t": {"als": als, "niveau": "ernstig", "melding": "Let op."}},
        }
    )  # fmt: skip


def judged(als: dict[str, object], **gegevens: object):  # type: ignore[no-untyped-def]
    inhoud = {
        "afname": "proef:1",
        "instrument": instrument(als).model_dump(mode="json", by_alias=True, exclude_unset=True),
        "gegevens": gegevens,
    }
    antwoord = Feit("antwoord_gegeven", {"afname": "proef:1", "vraag": "q", "waarde": "nee"})
    d = fold(events([Feit("instrument_begonnen", inhoud), antwoord]))
    return judge(d, d.afnamen["proef:1"])


def test_een_signaal_op_een_onbekend_gegeven_is_niet_uitgesloten() -> None:
    """Niemand vroeg of zij zwanger is.

    Dan staat het signaal bij «niet uit te sluiten», en het hoogste niveau blijft open.
    """
    oordeel = judged({"gegeven": "zwanger", "is": "ja"})
    assert oordeel.niet_uitgesloten == ("t",)
    assert (oordeel.laagst, oordeel.hoogst) == ("gewoon", "ernstig")


def test_een_signaal_op_een_bekend_gegeven_is_wel_uitgesloten() -> None:
    oordeel = judged({"gegeven": "zwanger", "is": "ja"}, zwanger="nee")
    assert oordeel.niet_uitgesloten == ()
    assert oordeel.hoogst == "gewoon"


def test_een_onbekende_leeftijd_wordt_aan_beide_kanten_van_de_grens_bekeken() -> None:
    assert judged({"gegeven": "leeftijd", "hoogstens": 17}).niet_uitgesloten == ("t",)
    assert judged({"gegeven": "leeftijd", "minstens": 18}).niet_uitgesloten == ("t",)
