"""A lower level holds only after a second person's own confirmation, of this decision, about these answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.plan.omgeving import NU, example_dossier, omgeving
from veiligheidsplan.app.bevestig import Geweigerd, confirm, may_confirm, waiting
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.oordeel import judge
from veiligheidsplan.plan.volledigheid import open_points
from veiligheidsplan.storage.kluis import Sleutelhouder

AFNAME = "directe-veiligheid:1"
OORDEEL = f"oordeel:{AFNAME}"
KIM, NOUR = "sleutel-van-kim", "sleutel-van-nour"
HOUDERS = (
    Sleutelhouder(KIM, "wachtzin", "", False),
    Sleutelhouder("herstel-van-kim", "herstel", "", False),
    Sleutelhouder(NOUR, "collega", "", True),
)


def door(wie: str, d: Dossier, *feiten: Feit) -> Dossier:
    return fold([stamp(f, door=wie, tijd=NU) for f in feiten], d)


def waarde(veld: str, w: object, onderwerp: str = OORDEEL) -> Feit:
    return Feit("waarde_gegeven", {"onderwerp": onderwerp, "veld": veld, "waarde": w})


def antwoord(vraag: str, w: object) -> Feit:
    return Feit("antwoord_gegeven", {"afname": AFNAME, "vraag": vraag, "waarde": w})


def voorstel(wie: str = KIM) -> Dossier:
    """Kim finds *zorgen* enough, with a reason. Nothing is left unknown in the answers."""
    bekend = [antwoord("dichtbij", "nee"), antwoord("slaapplek", "ja")]
    feiten = [waarde("besluit", "lager"), waarde("niveau", "zorgen"), waarde("reden", "Hij zit vast.")]
    return door(wie, example_dossier(), *bekend, *feiten)


def bevestigd(wie: str = NOUR, d: Dossier | None = None) -> Dossier:
    d = d or voorstel()
    afname = d.afnamen[AFNAME]
    gezien = d.waarden[OORDEEL]["besluit"].volgnummer
    return door(wie, d, confirm(d, afname, "Nour", wie, HOUDERS, gezien))


def geldt(d: Dossier) -> str | None:
    return judge(d, d.afnamen[AFNAME]).laagst


def test_na_de_bevestiging_met_een_andere_sleutel_geldt_het_lagere_niveau() -> None:
    """Voorstel «zorgen» van Kim, bevestigd door Nour: «zorgen» geldt; dat van de vragenlijst blijft staan."""
    assert geldt(voorstel()) == "direct_gevaar"
    d = bevestigd()
    oordeel = judge(d, d.afnamen[AFNAME])
    assert (oordeel.laagst, oordeel.hoogst, oordeel.uitslag.eindniveau) == (
        "zorgen",
        "zorgen",
        "direct_gevaar",
    )
    assert ("open_lager", AFNAME) in open_points(voorstel(), omgeving())
    assert ("open_lager", AFNAME) not in open_points(d, omgeving())


def test_op_de_kopie_voor_professionals_staan_beide_niveaus_de_reden_en_wie_bevestigde() -> None:
    wacht = str(make_copy(voorstel(), omgeving(), "professional", kenmerk="x"))
    assert "geldt pas als de tweede persoon" in wacht
    klaar = str(make_copy(bevestigd(), omgeving(), "professional", kenmerk="x"))
    for tekst in ("Nour bevestigde dit op 7 december 2026", "Hij zit vast.", "Niveau volgens de vragenlijst"):
        assert tekst in klaar


def test_dezelfde_sleutel_kan_een_eigen_voorstel_niet_bevestigen() -> None:
    d = voorstel()
    afname = d.afnamen[AFNAME]
    assert "eigen sleutel" in str(may_confirm(d, afname, KIM, HOUDERS))
    with pytest.raises(Geweigerd):
        confirm(d, afname, "Nour", KIM, HOUDERS, d.waarden[OORDEEL]["besluit"].volgnummer)


def test_ook_een_gebeurtenis_die_er_toch_staat_telt_niet_met_dezelfde_sleutel() -> None:
    """Wie de gebeurtenis zelf schrijft, met de sleutel van het voorstel, verlaagt niets."""
    d = bevestigd()
    nep = replace(d.bevestigingen[AFNAME], door=KIM)
    assert geldt(replace(d, bevestigingen={AFNAME: nep})) == "direct_gevaar"
    assert geldt(replace(d, bevestigingen={AFNAME: replace(nep, door="")})) == "direct_gevaar"


def test_de_herstelsleutel_van_dezelfde_kluis_is_geen_tweede_persoon() -> None:
    d = voorstel()
    assert "herstelsleutel" in str(may_confirm(d, d.afnamen[AFNAME], "herstel-van-kim", HOUDERS))
    assert may_confirm(d, d.afnamen[AFNAME], NOUR, HOUDERS) is None


def test_stelde_een_collega_het_voor_dan_mag_de_eigenaar_van_de_kluis_bevestigen() -> None:
    d = voorstel(NOUR)
    assert may_confirm(d, d.afnamen[AFNAME], KIM, HOUDERS) is None


def test_een_ander_die_alleen_de_reden_schreef_is_ook_een_voorsteller() -> None:
    d = door(NOUR, voorstel(), waarde("reden", "Hij zit vast tot vrijdag."))
    assert "eigen sleutel" in str(may_confirm(d, d.afnamen[AFNAME], NOUR, HOUDERS))


@pytest.mark.parametrize(
    ("wat", "feit"),
    [
        ("een nieuw antwoord", antwoord("ernstig", ["keel"])),
        ("hetzelfde antwoord opnieuw", antwoord("dichtbij", "nee")),
        ("een ander niveau", waarde("niveau", "niet_gezien")),
        ("een andere reden", waarde("reden", "Toch iets anders.")),
        ("een nieuw besluit", waarde("besluit", "lager")),
        ("later", waarde("besluit", "later")),
    ],
)
def test_een_bevestiging_vervalt_zodra_er_iets_verandert(wat: str, feit: Feit) -> None:
    """Een nieuw antwoord, een ander besluit, niveau of reden: de bevestiging geldt niet meer."""
    d = door(KIM, bevestigd(), feit)
    oordeel = judge(d, d.afnamen[AFNAME])
    assert oordeel.bevestigd is None, wat
    assert oordeel.laagst == oordeel.uitslag.eindniveau
    assert oordeel.hoogst == "direct_gevaar"


def test_een_bevestiging_van_een_eerder_besluit_wordt_geweigerd() -> None:
    """Nour keek naar het eerste voorstel. Intussen besloot Kim opnieuw."""
    oud = voorstel()
    gezien = oud.waarden[OORDEEL]["besluit"].volgnummer
    velden = (waarde("besluit", "lager"), waarde("niveau", "niet_gezien"), waarde("reden", "Anders."))
    nieuw = door(KIM, oud, *velden)
    with pytest.raises(Geweigerd, match="veranderd"):
        confirm(nieuw, nieuw.afnamen[AFNAME], "Nour", NOUR, HOUDERS, gezien)


@pytest.mark.parametrize("anders", [{"besluit": 1}, {"niveau": "niet_gezien"}, {"van": "zorgen"}])
def test_een_bevestiging_van_iets_anders_telt_niet(anders: dict[str, object]) -> None:
    """Van een ander besluit, een ander niveau of een andere uitslag: het hoogste niveau blijft gelden."""
    d = bevestigd()
    nep = replace(d.bevestigingen[AFNAME], **anders)  # type: ignore[arg-type]
    assert geldt(replace(d, bevestigingen={AFNAME: nep})) == "direct_gevaar"


JA_NEE = {"ja": {"punten": 1}, "nee": {"punten": 0}}
PROEF = {
    "formaat": 1, "id": "proef", "versie": "1.0.0", "titel": "Proef", "soort": "veiligheidscheck",
    "status": "concept", "validatie": "niet_gevalideerd", "per": "persoon", "eigenaar": "x", "verantwoording": "y",
    "niveaus": {"laag": {}, "midden": {}, "hoog": {}},
    "onderdelen": {"a": {"vragen": {v: {"tekst": "?", "antwoorden": JA_NEE} for v in ("een", "twee")}}},
    "schalen": {"s": {"ontbrekend": "bandbreedte", "grenzen": {"laag": 0, "midden": 1, "hoog": 2}}},
    "eindniveau": "s",
    "signalen": {"t": {"als": {"gegeven": "zwanger", "is": "ja"}, "niveau": "hoog", "melding": "Let op."}},
}  # fmt: skip


def proef(**antwoorden: str) -> Dossier:
    """One person, not pregnant; Kim finds *laag* enough."""
    inhoud = {"afname": "proef:1", "instrument": PROEF, "over": "persoon:1", "gegevens": {}}
    feiten = [waarde("zwanger", "nee", "persoon:1"), Feit("instrument_begonnen", inhoud)]
    feiten += [
        Feit("antwoord_gegeven", {"afname": "proef:1", "vraag": v, "waarde": w})
        for v, w in antwoorden.items()
    ]
    velden = (("besluit", "lager"), ("niveau", "laag"), ("reden", "Rustig."))
    return door(KIM, fold([]), *feiten, *(waarde(v, w, "oordeel:proef:1") for v, w in velden))


def proef_bevestigd(d: Dossier) -> Dossier:
    gezien = d.waarden["oordeel:proef:1"]["besluit"].volgnummer
    return door(NOUR, d, confirm(d, d.afnamen["proef:1"], "Nour", NOUR, HOUDERS, gezien))


def niveaus(d: Dossier) -> tuple[str | None, str | None]:
    oordeel = judge(d, d.afnamen["proef:1"])
    return oordeel.laagst, oordeel.hoogst


def test_wat_onbekend_is_blijft_mogelijk_ook_na_de_bevestiging() -> None:
    """Zonder antwoord op de tweede vraag is «hoog» nog mogelijk. Dat blijft zo naast het lagere niveau «laag»."""
    assert niveaus(proef_bevestigd(proef(een="ja", twee="nee"))) == ("laag", "laag")
    assert niveaus(proef(een="ja")) == ("midden", "hoog")
    assert niveaus(proef_bevestigd(proef(een="ja"))) == ("laag", "hoog")


def test_een_gegeven_van_de_persoon_dat_verandert_laat_de_bevestiging_vervallen() -> None:
    """Pas later blijkt iets over een zwangerschap: de bevestiging ging over een andere situatie."""
    d = proef_bevestigd(proef(een="ja", twee="nee"))
    assert niveaus(door(KIM, d, waarde("zwanger", "weet_niet", "persoon:1"))) == ("midden", "hoog")


def test_zonder_naam_of_zonder_voorstel_is_er_niets_te_bevestigen() -> None:
    d = voorstel()
    gezien = d.waarden[OORDEEL]["besluit"].volgnummer
    with pytest.raises(Geweigerd, match="naam"):
        confirm(d, d.afnamen[AFNAME], " \u200b ", NOUR, HOUDERS, gezien)
    assert waiting(example_dossier()) == ()
    assert [a.id for a in waiting(d)] == [AFNAME]
    assert waiting(bevestigd()) == ()


def test_een_getypte_naam_verlaagt_niets() -> None:
    """In een antwoordenbestand staat «tweede: Nour». Dat is een naam, geen bevestiging."""
    d = door(KIM, voorstel(), waarde("tweede", "Nour"))
    assert geldt(d) == "direct_gevaar"
