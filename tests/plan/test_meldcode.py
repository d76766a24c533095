"""De meldcode: afgeleid uit het logboek, nooit besloten door het programma, en nooit te zien voor het gezin."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.omgeving import NU, VANDAAG, events, example_dossier, omgeving, with_values
from tests.plan.spel import Speler
from veiligheidsplan.app.vraag_af import run_part
from veiligheidsplan.plan import meldcode, meldcode_vragen
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gesprek import places, view_of
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.overzicht import overview
from veiligheidsplan.plan.stap import Beweging, Reactie, Stap
from veiligheidsplan.plan.volledigheid import lacking, open_points

#: an answer for every field, as somebody gives it who follows the whole code and reports
GEWOON: dict[str, Any] = {
    "personen": ("persoon:1",),
    "stand": "gedaan",
    "wie": "Kim",
    "wanneer": VANDAAG,
    "wat": "Zie het verslag.",
    "waarom": "Dit zag ik zelf.",
    "reden": "Dat kon nu niet.",
    "antwoord": "ja",
    "onthulling": "nee",
    "melden": "ja",
    "melden_waarom": "Het herhaalt zich.",
    "hulp": "ja",
    "hulp_wat": "Elke week een gesprek.",
    "tijd": "14:30",
    "contact": "medewerker van Veilig Thuis",
    "besproken": "ja",
    "reactie": "Noor vond het goed.",
    "waarom_niet": "Dat was niet veilig.",
    "overname": "ja",
    "overname_wat": "Het onderzoek.",
    "overname_wanneer": VANDAAG,
    "begin": "ja",
}


def answer(stap: Stap, anders: dict[str, Any]) -> Reactie:
    """By step id, else by field; a consideration is answered with what points nowhere."""
    veld = stap.id.rsplit("/", 1)[1]
    if stap.id in anders:
        return anders[stap.id]  # type: ignore[no-any-return]
    if stap.id.startswith("meldstap") and veld == "waarom":
        return "eer"
    if ":gevaar:" in stap.id and veld == "antwoord":
        return anders.get("gevaar", "nee")  # type: ignore[no-any-return]
    return anders.get(veld, GEWOON[veld])  # type: ignore[no-any-return]


def follow(d: Dossier, **anders: Any) -> tuple[Dossier, Speler]:
    """The whole code at a screen: (dossier after it, what was seen)."""
    speler = Speler(lambda stap: answer(stap, anders.get("op", {}) | anders))
    met = run_part(
        d,
        omgeving(),
        speler,
        lambda staat, feiten: fold(events(list(feiten)), staat),
        meldcode_vragen.places,
        opnieuw=meldcode_vragen.put_off(d, omgeving()),
    )
    return met, speler


def codes(d: Dossier) -> list[str]:
    """What of the code is open, by sentence."""
    return [zin for zin, _ in meldcode.findings(d, omgeving())]


def calm() -> Dossier:
    """The example without any instrument: nothing in it points to a norm."""
    return replace(example_dossier(), afnamen={})


def test_de_vijf_stappen_de_afwegingen_en_de_melding_komen_in_de_volgorde_van_het_kader() -> None:
    _, speler = follow(calm())
    stappen = [s.id.split(":")[2].split("/")[0] for s in speler.gezien if s.id.endswith("/stand")]
    assert stappen == ["signalen", "overleg", "gesprek", "wegen", "beslissen"]
    afwegingen = [s.id.split(":")[2] for s in speler.gezien if s.id.endswith("/antwoord")]
    assert afwegingen == ["vermoeden", "gevaar", "hulp_kan", "hulp_aanvaard", "hulp_werkt"]
    ids = [s.id for s in speler.gezien]
    assert ids.index("afweging:1:hulp_werkt:persoon:1/antwoord") < ids.index("meldbesluit:1:persoon:1/melden")


def test_een_ander_kader_geeft_een_andere_volgorde_en_andere_woorden() -> None:
    """Een sector die twee afwegingen al na stap drie vraagt: dan komen zij daar, in de woorden van die sector."""
    kader = omgeving().meldcode
    eerder = kader.afwegingen["gevaar"].model_copy(update={"na": "gesprek", "vraag": "Is {naam} in gevaar?"})
    sector = kader.model_copy(update={"afwegingen": {**kader.afwegingen, "gevaar": eerder}})
    o = replace(omgeving(), meldcode=sector)
    d = with_values(calm(), ("meldcode:1", "personen", ["persoon:1"]))
    lijst = list(meldcode_vragen.places(d, o))
    ids = [p.id for p in lijst]
    gevaar = ids.index("afweging:1:gevaar:persoon:1/antwoord")
    assert ids.index("meldstap:1:gesprek/stand") < gevaar < ids.index("meldstap:1:wegen/stand")
    assert lijst[gevaar].maak().tekst == "Is Noor in gevaar?"


def test_wie_en_wanneer_van_elke_stap_staan_vast_en_de_volgende_is_de_eerste_die_open_is() -> None:
    op = {"meldstap:1:gesprek/stand": "later"}
    d, _ = follow(calm(), op=op)
    stand = meldcode.stage(d, omgeving())
    assert [(s.id, s.staat, s.wie) for s in stand.stappen][:3] == [
        ("signalen", "gedaan", "Kim"),
        ("overleg", "gedaan", "Kim"),
        ("gesprek", "open", ""),
    ]
    assert stand.volgende == "gesprek"
    assert "De volgende stap van de meldcode is: Praat met wie het aangaat." in lacking(d, omgeving())


def test_bij_geweld_om_de_eer_mag_het_gesprek_worden_overgeslagen_met_die_reden() -> None:
    """De uitleg zegt dan dat de familie niet meteen iets hoort; zonder dat thema zegt zij dat niet."""
    eer = with_values(calm(), ("themas", "gezien", ["eergerelateerd_geweld"]))
    d, speler = follow(eer, op={"meldstap:1:gesprek/stand": "overgeslagen"})
    stap = next(s for s in speler.gezien if s.id == "meldstap:1:gesprek/stand")
    assert "de familie dan niet meteen iets" in str(stap.inleiding)
    overgeslagen = meldcode.stage(d, omgeving()).stappen[2]
    assert (overgeslagen.staat, "de familie wordt niet ingelicht" in overgeslagen.reden.lower()) == (
        "overgeslagen",
        True,
    )
    _, zonder = follow(calm())
    assert not any("familie" in str(s.inleiding) for s in zonder.gezien)


def test_een_andere_reden_om_over_te_slaan_wordt_in_woorden_gevraagd() -> None:
    op = {"meldstap:1:overleg/stand": "overgeslagen", "meldstap:1:overleg/waarom": "anders"}
    d, _ = follow(calm(), op=op)
    assert "Dat kon nu niet." in meldcode.stage(d, omgeving()).stappen[1].reden


def test_de_eer_is_alleen_een_reden_om_het_gesprek_over_te_slaan() -> None:
    """Bij overleg met een collega is die reden niet te kiezen; de andere redenen wel."""
    op = {f"meldstap:1:{stap}/stand": "overgeslagen" for stap in ("overleg", "gesprek")}
    _, speler = follow(calm(), op={**op, "meldstap:1:overleg/waarom": "niet_veilig"})
    redenen = {s.id: {k.code for k in s.keuzes} for s in speler.gezien if s.id.endswith("/waarom")}
    assert redenen["meldstap:1:overleg/waarom"] == {"niet_veilig", "niet_bereikt", "anders"}
    assert "eer" in redenen["meldstap:1:gesprek/waarom"]


def test_zonder_vermoeden_worden_de_andere_afwegingen_niet_gevraagd() -> None:
    d, speler = follow(calm(), op={"afweging:1:vermoeden:persoon:1/antwoord": "nee"})
    assert [s.id for s in speler.gezien if s.id.endswith("/antwoord")] == [
        "afweging:1:vermoeden:persoon:1/antwoord"
    ]
    assert meldcode.stage(d, omgeving()).wegingen[0].afgesloten


@pytest.mark.parametrize(
    ("afweging", "antwoord", "norm"),
    [
        ("gevaar", "acuut", "gevaar"),
        ("gevaar", "structureel", "gevaar"),
        ("gevaar", "weet_niet", "gevaar"),
        ("hulp_kan", "nee", "geen_hulp"),
        ("hulp_aanvaard", "nee", "geen_hulp"),
        ("hulp_werkt", "nee", "blijft"),
    ],
)
def test_een_afweging_wijst_op_haar_norm(afweging: str, antwoord: str, norm: str) -> None:
    """Ook wat niet is uit te sluiten, staat bij «weeg melden»."""
    d, _ = follow(calm(), op={f"afweging:1:{afweging}:persoon:1/antwoord": antwoord})
    assert [a.norm for a in meldcode.stage(d, omgeving()).wegingen[0].aanwijzingen] == [norm]


def test_wie_zelf_om_hulp_vroeg_wijst_op_de_norm_voor_gevaar() -> None:
    d, _ = follow(calm(), onthulling="ja")
    assert [(a.norm, a.feit) for a in meldcode.pointers(d, omgeving(), "persoon:1")] == [
        ("gevaar", "onthulling")
    ]
    assert meldcode.pointers(follow(calm())[0], omgeving(), "persoon:1") == ()


def test_een_teken_dat_er_is_en_een_teken_dat_niet_is_uit_te_sluiten_wijzen_allebei() -> None:
    feiten = {a.feit for a in meldcode.pointers(example_dossier(), omgeving(), "persoon:1")}
    assert feiten == {"signaal_gezien", "signaal_niet_uitgesloten", "hoogste_niveau"}
    assert codes(example_dossier()) == ["open_meldcode_weeg"]
    assert codes(calm()) == ["open_meldcode"]


@settings(max_examples=40, deadline=None)
@given(
    cijfer=st.integers(0, 10) | st.sampled_from(["weet_niet", "niet_gevraagd"]),
    besluit=st.sampled_from(["eens", "lager", "later"]),
    niveau=st.sampled_from(["niet_gezien", "zorgen", "direct_gevaar"]),
)
def test_geen_cijfer_en_geen_lager_oordeel_haalt_een_norm_weg(
    cijfer: object, besluit: str, niveau: str
) -> None:
    d = example_dossier()
    anders = with_values(
        d,
        ("cijfer:persoon:1", "waarde", cijfer),
        ("cijfer:persoon:3", "waarde", cijfer),
        ("oordeel:directe-veiligheid:1", "besluit", besluit),
        ("oordeel:directe-veiligheid:1", "niveau", niveau),
        ("oordeel:directe-veiligheid:1", "reden", "Het viel mee."),
        ("oordeel:directe-veiligheid:1", "tweede", "Robin"),
    )
    assert meldcode.pointers(anders, omgeving(), "persoon:1") == meldcode.pointers(d, omgeving(), "persoon:1")


def test_melden_en_helpen_kunnen_allebei_ja_zijn_en_het_programma_vult_geen_van_beide_in() -> None:
    d, speler = follow(example_dossier())
    besluit = [s for s in speler.gezien if s.id.endswith(("/melden", "/hulp"))]
    assert [s.standaard for s in besluit] == [None, None]
    weging = meldcode.stage(d, omgeving()).wegingen[0]
    assert (weging.melden, weging.hulp) == ("ja", "ja")
    assert "Weeg melden." in str(besluit[0].inleiding)


def test_er_staat_nergens_een_kans() -> None:
    d, speler = follow(example_dossier(), gevaar="acuut")
    woorden = " ".join([*lacking(d, omgeving()), *(f"{s.tekst} {s.inleiding}" for s in speler.gezien)])
    assert not any(woord in woorden.lower() for woord in ("%", "procent", "kans", "waarschijnlijk"))


@pytest.mark.parametrize(
    ("overname", "waken"), [("ja", False), ("deels", True), ("nee", True), ("nog_niet", True)]
)
def test_tot_veilig_thuis_alles_overneemt_blijft_ons_waken_open(overname: str, waken: bool) -> None:
    d, _ = follow(calm(), overname=overname)
    assert ("open_waken" in codes(d)) is waken
    tekst = str(make_copy(d, omgeving(), "professional", kenmerk="0a1b2c3d"))
    assert ("Tot dan blijft u zelf de veiligheid volgen" in tekst) is waken


def test_een_besluit_om_te_melden_zonder_melding_is_open_en_de_wacht_ook() -> None:
    d = with_values(
        calm(), ("meldcode:1", "personen", ["persoon:1"]), ("meldbesluit:1:persoon:1", "melden", "ja")
    )
    assert codes(d)[:2] == ["open_waken", "open_melding"]


def test_stoppen_midden_in_de_meldcode_bewaart_alles_en_houdt_niemand_tegen() -> None:
    """Na drie antwoorden weg: die staan er, het plan is nog steeds te maken, en de volgende keer gaat het verder."""
    bewaard = [calm()]

    def stop(stap: Stap) -> Reactie:
        return Beweging("stoppen") if len(speler.gezien) > 3 else answer(stap, {})

    def schrijf(staat: Dossier, feiten: Any) -> Dossier:
        bewaard.append(fold(events(list(feiten)), staat))
        return bewaard[-1]

    speler = Speler(stop)
    with pytest.raises(KeyboardInterrupt):
        run_part(calm(), omgeving(), speler, schrijf, meldcode_vragen.places)
    assert meldcode.stage(bewaard[-1], omgeving()).stappen[0].wie == "Kim"
    assert make_copy(bewaard[-1], omgeving(), "gezamenlijk", kenmerk="1").blokken
    _, verder = follow(bewaard[-1])
    assert verder.gezien[0].id == speler.gezien[-1].id


def test_wat_later_zou_komen_wordt_de_volgende_keer_weer_gevraagd() -> None:
    d, _ = follow(calm(), melden="later", hulp="later")
    assert "open_meldbesluit" in codes(d)
    d, weer = follow(d)
    assert {s.id for s in weer.gezien} >= {"meldbesluit:1:persoon:1/melden", "meldbesluit:1:persoon:1/hulp"}
    assert meldcode.stage(d, omgeving()).wegingen[0].melden == "ja"
    assert follow(d)[1].gezien == [], "en als alles is beantwoord, vraagt zij niets"


def test_na_een_incident_vraagt_de_meldcode_om_een_nieuwe_ronde_en_blijft_de_oude_staan() -> None:
    d, _ = follow(calm())
    assert meldcode.ask_again(d, omgeving()) == ()
    d = with_values(d, ("incident:1", "wat", "Er viel een klap."))
    assert meldcode.ask_again(d, omgeving()) == (("meldcode_weer_incident", "incident:1"),)
    d, speler = follow(d, gevaar="acuut")
    assert speler.gezien[0].id == "meldcode:2/begin"
    assert meldcode.current_round(d) == 2
    assert d.waarde("afweging:1:gevaar:persoon:1", "antwoord") == "nee"
    assert d.waarde("afweging:2:gevaar:persoon:1", "antwoord") == "acuut"
    assert meldcode.ask_again(d, omgeving()) == ()


def test_een_incident_dat_al_is_gemeld_vraagt_niet_opnieuw() -> None:
    d, _ = follow(calm())
    d = with_values(d, ("incident:1", "wat", "Er viel een klap."), ("incident:1", "meldcode", "al_gemeld"))
    assert meldcode.ask_again(d, omgeving()) == ()


@pytest.mark.parametrize(("dagen", "opnieuw"), [(0, False), (13, False), (14, False), (15, True)])
def test_een_evaluatie_die_niet_is_gedaan_vraagt_om_de_meldcode(dagen: int, opnieuw: bool) -> None:
    """Op de dag van de evaluatie zelf nog niet; een dag later wel."""
    d, _ = follow(with_values(calm(), ("vervolg", "evaluatie_datum", str(VANDAAG + timedelta(days=14)))))
    o = replace(omgeving(), vandaag=NU.date() + timedelta(days=dagen))
    assert (("meldcode_weer_evaluatie", "") in meldcode.ask_again(d, o)) is opnieuw


def test_wie_de_meldcode_niet_opnieuw_wil_krijgt_de_vraag_pas_bij_iets_nieuws() -> None:
    d = with_values(follow(calm())[0], ("incident:1", "wat", "Een klap."))
    d, _ = follow(d, begin="nee")
    assert meldcode.ask_again(d, omgeving()) == ()
    assert meldcode.ask_again(with_values(d, ("incident:2", "wat", "Weer een klap.")), omgeving()) == (
        ("meldcode_weer_incident", "incident:2"),
    )


def test_iemand_over_wie_een_vragenlijst_wijst_maar_die_niet_is_gekozen_staat_bij_wat_open_is() -> None:
    d = example_dossier()
    afname = d.afnamen["directe-veiligheid:1"]
    over_bo = replace(d, afnamen={"x:1": replace(afname, id="x:1", over="persoon:3")})
    assert ("open_meldcode_persoon", "persoon:3") in open_points(follow(over_bo)[0], omgeving())


SOORTEN = ("meldcode", "meldstap", "afweging", "meldbesluit", "melding")
_VELDEN = [(s, v) for s in SOORTEN for v in VELDEN[s]]
_STAART = {
    "meldcode": "1",
    "meldstap": "1:gesprek",
    "afweging": "1:gevaar:persoon:1",
    "meldbesluit": "1:persoon:1",
    "melding": "1:persoon:1",
}


def a_value(veld: tuple[str, str]) -> object:
    """Something that this field may hold."""
    match VELDEN[veld[0]][veld[1]].soort:
        case "meerkeuze":
            return ["persoon:1", "persoon:3"]
        case "datum":
            return VANDAAG.isoformat()
        case "tijd":
            return "14:30"
        case _:
            return GEWOON[veld[1]]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(_VELDEN), min_size=1, max_size=12),
    st.sampled_from(["alleen", "samen", "telefoon"]),
)
def test_aan_tafel_is_aan_niets_te_zien_dat_er_een_meldcode_is(
    velden: list[tuple[str, str]], setting: str
) -> None:
    """Elk scherm en elk overzicht van de tafel is gelijk, van het gesprek en van de meldcode zelf."""
    zonder = with_values(example_dossier(), ("zitting:1", "setting", setting))
    met = with_values(zonder, *((f"{s}:{_STAART[s]}", v, a_value((s, v))) for s, v in velden))
    o = omgeving()
    assert view_of(met, "aan_tafel") == view_of(zonder, "aan_tafel")
    assert overview(met, o, "aan_tafel") == overview(zonder, o, "aan_tafel")
    tafel = [
        [p.maak() for p in meldcode_vragen.places(view_of(x, "aan_tafel"), o, "aan_tafel")]
        for x in (met, zonder)
    ]
    assert tafel[0] == tafel[1]
    assert {s.id for s in tafel[0]} <= {"zitting:1/setting"}
    assert not any(p.id.startswith(SOORTEN) for p in places(met, o, "werkscherm"))


def test_geen_enkele_stap_van_de_meldcode_mag_op_een_scherm_dat_iedereen_leest() -> None:
    _, speler = follow(example_dossier())
    assert len(speler.gezien) > 30
    assert [s.id for s in speler.gezien if s.tafel] == []


def test_komt_er_iemand_bij_dan_toont_de_meldcode_het_gewone_einde_van_een_deel() -> None:
    d = with_values(calm(), ("zitting:1", "setting", "alleen"), ("zitting:1", "aanwezig", ["persoon:1"]))

    def kies(stap: Stap) -> Reactie:
        if len(speler.gezien) == 1:
            return Beweging("iemand_erbij")
        return "werkscherm" if stap.id == "loop/deel_klaar" else answer(stap, {})

    speler = Speler(kies)
    run_part(d, omgeving(), speler, lambda x, f: fold(events(list(f)), x), meldcode_vragen.places)
    assert [s.id for s in speler.gezien][1] == "loop/deel_klaar"
    assert speler.wat.index("erbij") < speler.wat.index("aan_tafel")


def test_de_kopie_voor_professionals_heeft_de_meldcode_en_de_gezamenlijke_niets_ervan() -> None:
    d, _ = follow(example_dossier())
    professional = str(make_copy(d, omgeving(), "professional", kenmerk="0a1b2c3d"))
    for stuk in (
        "Kop(tekst='Meldcode'",
        "medewerker van Veilig Thuis",
        "Noor vond het goed.",
        "Weeg melden.",
    ):
        assert stuk in professional
    samen = make_copy(d, omgeving(), "gezamenlijk", kenmerk="0a1b2c3d")
    assert samen == make_copy(example_dossier(), omgeving(), "gezamenlijk", kenmerk="0a1b2c3d")
