"""Wat «instrument valideer» over de inhoud zegt: bewezen waar het kan, en eerlijk waar het niet kan."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from test_score_regels import build

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.instrument.controle import OP_SLEUTEL, check, faults
from veiligheidsplan.instrument.instrument import Instrument

VANDAAG = date(2026, 11, 24)
GRENZEN = {"niet_verhoogd": 0, "verhoogd": 1, "hoog": 2}
#: een klein instrument waar niets op aan te merken is
GOED: dict[str, Any] = {
    "a": {"tekst": "Is er ruzie?", "reden": "Een proef."},
    "b": {"tekst": "Is er geweld?", "reden": "Een proef."},
}
KOP: dict[str, Any] = {"licentie": "CC-BY-4.0", "herzien_voor": "2027-07-01"}


def make(
    vragen: dict[str, Any] | None = None,
    schalen: dict[str, Any] | None = None,
    signalen: dict[str, Any] | None = None,
    **anders: Any,
) -> Instrument:
    """Het goede instrument, met wat anders is."""
    schalen = schalen or {"s": {"ontbrekend": "bandbreedte", "grenzen": GRENZEN}}
    samen = {
        id_: {**GOED.get(id_, {"tekst": "Is dat zo?", "reden": "Een proef."}), **v}
        for id_, v in {**GOED, **(vragen or {})}.items()
    }
    return build(samen, schalen, signalen, **{**KOP, **anders})


def found(instrument: Instrument) -> list[tuple[str, str]]:
    """Code en laatste twee stukken van de plek."""
    return [(b.code, ".".join(map(str, b.pad[-2:]))) for b in check(instrument, vandaag=VANDAAG)]


def words(instrument: Instrument, code: str) -> Bevinding:
    (een,) = (b for b in check(instrument, vandaag=VANDAAG) if b.code == code)
    return een


def test_op_een_goed_instrument_is_niets_aan_te_merken() -> None:
    assert found(make()) == []


JA_EN_NEE = {"alle": [{"vraag": "a", "is": "ja"}, {"vraag": "a", "is": "nee"}]}
JA_OF_NEE = {"een_van": [{"vraag": "a", "is": "ja"}, {"vraag": "a", "is": "nee"}]}


def test_een_voorwaarde_die_nooit_of_altijd_waar_is_wordt_gezien() -> None:
    assert found(make({"c": {"toon_als": JA_EN_NEE}})) == [("VP201", "c.toon_als")]
    assert found(make({"c": {"toon_als": JA_OF_NEE}})) == [("VP202", "c.toon_als")]
    assert found(make({"c": {"toon_als": {"vraag": "a", "is": "ja"}}})) == []


def test_een_leeftijd_die_niet_bestaat_maakt_een_voorwaarde_nooit_waar() -> None:
    leeftijd = {"alle": [{"gegeven": "leeftijd", "minstens": 18}, {"gegeven": "leeftijd", "hoogstens": 17}]}
    assert found(make({"c": {"toon_als": leeftijd}})) == [("VP201", "c.toon_als")]
    assert found(make({"c": {"toon_als": {"gegeven": "leeftijd", "minstens": 0}}})) == [
        ("VP202", "c.toon_als")
    ]
    assert found(make({"c": {"toon_als": {"gegeven": "leeftijd", "minstens": 18}}})) == []


def test_beantwoord_kan_waar_en_onwaar_zijn() -> None:
    """Of een open vraag is beantwoord, hangt van het moment af; dat is geen fout in het instrument."""
    open_ = {"sinds": {"type": "datum"}, "c": {"toon_als": {"vraag": "sinds", "beantwoord": True}}}
    assert found(make(open_)) == []
    nooit = {
        "alle": [{"vraag": "sinds", "beantwoord": True}, {"niet": {"vraag": "sinds", "beantwoord": True}}]
    }
    assert found(make({**open_, "c": {"toon_als": nooit}})) == [("VP201", "c.toon_als")]


def test_een_vraag_waarvan_twee_voorwaarden_elkaar_tegenspreken_wordt_gezien() -> None:
    """Zolang «a» onbekend is, is de vraag te zien; «nooit» zou dus niet waar zijn."""
    deel = {
        "een": {"vragen": {"a": _vraag()}},
        "twee": {
            "toon_als": {"vraag": "a", "is": "ja"},
            "vragen": {"b": _vraag(), "c": _vraag(toon_als={"vraag": "a", "is": "nee"})},
        },
    }
    instrument = make(onderdelen=deel)
    assert found(instrument) == [("VP203", "vragen.c")]
    assert "hooguit te zien zolang iets onbekend is" in words(instrument, "VP203").uitleg


def _vraag(**anders: Any) -> dict[str, Any]:
    ja_nee = {"ja": {"tekst": "Ja", "punten": 1}, "nee": {"tekst": "Nee", "punten": 0}}
    return {"tekst": "Is dat zo?", "reden": "Een proef.", "antwoorden": ja_nee, **anders}


def test_een_doelgroep_waar_niemand_in_past_wordt_gezien() -> None:
    nooit = {"alle": [{"gegeven": "leeftijd", "minstens": 18}, {"gegeven": "leeftijd", "hoogstens": 17}]}
    assert found(make(doelgroep={"sluit_in": nooit})) == [("VP201", "doelgroep.sluit_in")]
    assert "voor niemand" in words(make(doelgroep={"sluit_in": nooit}), "VP201").uitleg
    assert "sluit dan niemand uit" in words(make(doelgroep={"sluit_uit": nooit}), "VP201").uitleg
    assert found(make(doelgroep={"sluit_in": {"gegeven": "leeftijd", "minstens": 18}})) == []


def test_een_lijst_met_een_antwoord_of_twee_dezelfde_teksten_is_een_fout() -> None:
    een = {"ja": {"tekst": "Ja", "punten": 2}}
    dezelfde = {"ja": {"tekst": "Ja"}, "jawel": {"tekst": " ja. ", "punten": 2}, "nee": {"tekst": "Nee"}}
    assert found(make({"c": {"antwoorden": een}}))[:1] == [("VP204", "c.antwoorden")]
    assert found(make({"c": {"antwoorden": dezelfde}})) == [("VP205", "jawel.tekst")]


def test_een_niveau_dat_geen_score_haalt_en_een_score_onder_de_laagste_grens_zijn_fouten() -> None:
    hoog = {"s": {"ontbrekend": "bandbreedte", "grenzen": {"niet_verhoogd": 0, "verhoogd": 1, "hoog": 3}}}
    assert found(make(schalen=hoog)) == [("VP206", "grenzen.hoog")]
    assert "loopt van 0 tot en met 2" in words(make(schalen=hoog), "VP206").uitleg
    laag = {"s": {"ontbrekend": "bandbreedte", "grenzen": {"niet_verhoogd": 1, "verhoogd": "1.5", "hoog": 2}}}
    assert found(make(schalen=laag)) == [("VP206", "grenzen.verhoogd"), ("VP207", "grenzen.niet_verhoogd")]


def test_een_gat_tussen_twee_grenzen_wordt_gezien_ook_midden_in_het_bereik() -> None:
    """Met alleen 0, 4 en 8 punten wordt niveau «verhoogd» van 1 tot en met 3 nooit bereikt."""
    keer = {"s": {"ontbrekend": "bandbreedte", "vermenigvuldig": 4, "grenzen": GRENZEN | {"hoog": 4}}}
    assert found(make(schalen=keer)) == [("VP206", "grenzen.verhoogd")]


def test_een_niveau_dat_nergens_genoemd_wordt_is_onbereikbaar() -> None:
    twee = {"s": {"ontbrekend": "bandbreedte", "grenzen": {"niet_verhoogd": 0, "hoog": 1}}}
    assert found(make(schalen=twee)) == [("VP206", "niveaus.verhoogd")]
    teken = {"t": {"als": {"vraag": "a", "is": "ja"}, "niveau": "verhoogd"}}
    assert found(make(schalen=twee, signalen=teken)) == []


def test_een_niveau_dat_een_signaal_altijd_voorbijgaat_is_een_waarschuwing() -> None:
    """Wie één punt heeft, heeft altijd ook een signaal met «hoog»: dan komt «verhoogd» er nooit uit."""
    tekens = {
        "een": {"als": {"vraag": "a", "is": "ja"}, "niveau": "hoog"},
        "twee": {"als": {"vraag": "b", "is": "ja"}, "niveau": "hoog"},
    }
    assert found(make(signalen=tekens, eindniveau="s")) == [("VP311", "niveaus.verhoogd")]
    del tekens["twee"]
    assert found(make(signalen=tekens, eindniveau="s")) == []


def test_een_signaal_dat_nooit_of_altijd_afgaat_is_een_fout() -> None:
    assert found(make(signalen={"t": {"als": JA_EN_NEE, "niveau": "hoog"}})) == [("VP208", "t.als")]
    assert found(make(signalen={"t": {"als": {"schaal": "s", "minstens": 3}}})) == [("VP208", "t.als")]
    assert found(make(signalen={"t": {"als": {"schaal": "s", "minstens": 0}}})) == [("VP202", "t.als")]
    assert found(make(signalen={"t": {"als": {"schaal": "s", "minstens": 2}}})) == []


def test_een_signaal_op_een_schaal_die_soms_geen_score_heeft_is_niet_altijd_waar() -> None:
    vragen = {"c": {"toon_als": {"vraag": "a", "is": "ja"}}}
    schalen = {
        "s": {"ontbrekend": "bandbreedte", "grenzen": GRENZEN},
        "m": {"ontbrekend": "ongeldig", "methode": "gemiddelde", "telt": ["c"]},
    }
    assert found(make(vragen, schalen, {"t": {"als": {"schaal": "m", "minstens": 0}}})) == []


def test_wat_te_groot_is_om_te_bewijzen_heet_niet_vastgesteld() -> None:
    """Een meerkeuze met vijftien verschillende machten van twee heeft te veel uitkomsten."""
    groot = {f"k{i}": {"tekst": f"Keuze {i}", "punten": 2**i} for i in range(15)}
    vragen = {"c": {"type": "meerkeuze", "antwoorden": groot}}
    schaal = {"s": {"ontbrekend": "bandbreedte", "grenzen": GRENZEN}}
    assert found(make(vragen, schaal)) == [("VP307", "schalen.s")]
    schaal["s"]["ontbrekend"] = "ongeldig"
    assert found(make(vragen, schaal)) == [("VP308", "schalen.s")]
    assert faults(make(vragen, schaal)) == ()


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({"licentie": None}, ("VP309", "")),
        ({"herzien_voor": None}, ("VP310", "")),
        ({"herzien_voor": "2026-11-24"}, ("VP302", "herzien_voor")),
        ({"niveaus": {"veilig": {}, "verhoogd": {}, "hoog": {}}}, ("VP305", "niveaus.veilig")),
        ({"niveaus": {"n": {"titel": "Laag risico"}, "verhoogd": {}, "hoog": {}}}, ("VP305", "niveaus.n")),
    ],
)
def test_bovenaan_ontbreekt_iets_of_belooft_iets(anders: dict[str, Any], verwacht: tuple[str, str]) -> None:
    eerste = next(iter(anders.get("niveaus", {"niet_verhoogd": 0})))
    schaal = {"s": {"ontbrekend": "bandbreedte", "grenzen": {eerste: 0, "verhoogd": 1, "hoog": 2}}}
    assert found(make(schalen=schaal, **anders)) == [verwacht]


def test_de_dag_voor_de_herziening_is_er_nog_geen_waarschuwing() -> None:
    assert found(make(herzien_voor="2026-11-25")) == []


def test_een_vraag_zonder_bron_of_reden_en_een_vraag_die_niets_gebruikt_krijgen_een_waarschuwing() -> None:
    assert found(make({"c": {"reden": None}})) == [("VP301", "vragen.c")]
    schaal = {"s": {"ontbrekend": "bandbreedte", "telt": ["a", "b"], "grenzen": GRENZEN}}
    assert found(make({"c": {}}, schaal)) == [("VP303", "vragen.c")]
    assert found(make({"c": {"type": "tekst"}}, schaal)) == []


@pytest.mark.parametrize("regel", ["nul", "naar_rato"])
def test_in_een_risicotaxatie_telt_onbekend_niet_stil_mee(regel: str) -> None:
    schaal = {"s": {"ontbrekend": regel, "grenzen": GRENZEN}}
    assert found(make(schalen=schaal, soort="risicotaxatie")) == [("VP304", "s.ontbrekend")]
    assert found(make(schalen=schaal, soort="zelfscan")) == []


def test_in_een_veiligheidscheck_is_gekozen_wie_er_meeluistert() -> None:
    open_ = make(soort="veiligheidscheck")
    assert found(open_) == [("VP306", "vragen.a"), ("VP306", "vragen.b")]
    assert found(make(soort="veiligheidscheck", niet_in_bijzijn=[])) == []
    gekozen = make({"a": {"niet_in_bijzijn": []}}, soort="veiligheidscheck")
    assert found(gekozen) == [("VP306", "vragen.b")]


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("Is er ruzie? Is er geweld?", "VP321"),
        ("Wordt er geslagen en geschopt?", "VP321"),
        ("Bent u bang en slaapt u slecht?", "VP321"),
        ("Bent u bang of slaapt u slecht?", None),
        ("Wat gebeurde er en hoe vaak?", "VP321"),
        ("Kunt u dag en nacht iemand bellen?", None),
        ("Vindt u ook niet dat het beter gaat?", "VP322"),
        ("Het gaat goed, toch?", "VP322"),
        ("Waarom ging u niet weg?", "VP323"),
        ("Is het uw schuld?", "VP323"),
        ("Weet u dat het niet uw schuld is?", None),
        ("Is er nooit niemand thuis?", "VP324"),
        ("Is het thuis niet onveilig?", "VP324"),
        ("Is er niet altijd iemand onder dak?", None),
        ("Komt dit frequent voor?", "VP326"),
        ("Is er " + "heel " * 17 + "veel ruzie?", "VP325"),
        ("Is er " + "heel " * 16 + "veel ruzie?", None),
    ],
)
def test_woorden_die_sturen_verwijten_of_moeilijk_zijn(tekst: str, code: str | None) -> None:
    assert found(make({"c": {"tekst": tekst}})) == ([(code, "c.tekst")] if code else [])


def test_een_fout_houdt_een_gesprek_tegen_en_een_waarschuwing_niet() -> None:
    instrument = make({"c": {"toon_als": JA_EN_NEE, "reden": None}})
    assert [b.code for b in faults(instrument)] == ["VP201"]
    assert {b.code: b.ernst for b in check(instrument, vandaag=VANDAAG)} == {
        "VP201": Ernst.FOUT,
        "VP301": Ernst.WAARSCHUWING,
    }


def test_elke_plek_op_een_sleutel_bestaat() -> None:
    """Een code die op een sleutel staat, is er een van de controle."""
    assert {code[:3] for code in OP_SLEUTEL} == {"VP2", "VP3"}
