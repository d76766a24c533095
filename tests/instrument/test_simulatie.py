"""De simulatie: herhaalbaar, eerlijk over wat precies is, en over wat één antwoord beslist."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.gevallen import cases_of
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.profiel import Profiel
from veiligheidsplan.instrument.rekenaar import Rekenaar
from veiligheidsplan.instrument.simulatie import simulate
from veiligheidsplan.instrument.simulatie_invloed import influence
from veiligheidsplan.instrument.simulatie_zeker import fewest_answers

KOP: dict[str, Any] = {
    "formaat": 1, "id": "proef", "versie": "1.0.0", "titel": "Proef", "soort": "zelfscan", "status": "concept",
    "validatie": "niet_gevalideerd", "per": "persoon", "eigenaar": "Een regio", "verantwoording": "Een proef.",
    "antwoordlijsten": {"ja_nee": {"ja": {"punten": 1}, "nee": {"punten": 0}}},
    "niveaus": {"gewoon": {}, "hoog": {}},
}  # fmt: skip


def _instrument(vragen: dict[str, Any], **rest: Any) -> Instrument:
    schaal = {"ontbrekend": "bandbreedte", "grenzen": {"gewoon": 0, "hoog": 2}}
    basis = {
        "onderdelen": {"thuis": {"vragen": vragen}},
        "schalen": {"onrust": schaal},
        "eindniveau": "onrust",
    }
    return Instrument.model_validate({**KOP, **basis, **rest})


def _yes_no(**meer: Any) -> dict[str, Any]:
    return {"tekst": "?", "antwoorden": "ja_nee", **meer}


DRIE = _instrument({"a": _yes_no(), "b": _yes_no(toon_als={"vraag": "a", "is": "ja"}), "c": _yes_no()})


def test_een_verborgen_vraag_telt_niet_twee_keer_mee() -> None:
    """Na «nee» op a verschijnt b niet: beide antwoorden op a blijven even vaak voorkomen."""
    beeld = simulate(DRIE, Profiel(""), 10, Random(1))  # noqa: S311
    assert beeld.getrokken == 0
    assert beeld.eind is not None
    assert beeld.eind.exact
    assert beeld.schalen["onrust"].scores == {
        0: Fraction(1, 4),
        1: Fraction(3, 8),
        2: Fraction(1, 4),
        3: Fraction(1, 8),
    }
    assert beeld.eind.niveaus == {"gewoon": Fraction(5, 8), "hoog": Fraction(3, 8)}


def test_gewichten_van_een_profiel_zijn_verhoudingen() -> None:
    profiel = Profiel("druk", {"a": {"ja": Fraction(3), "nee": Fraction(1)}, "c": {"ja": Fraction(1)}})
    beeld = simulate(DRIE, profiel, 10, Random(1))  # noqa: S311
    assert beeld.schalen["onrust"].scores == {1: Fraction(1, 4), 2: Fraction(3, 8), 3: Fraction(3, 8)}


def test_met_onbekende_antwoorden_wordt_er_geloot_en_blijft_een_deel_open() -> None:
    beeld = simulate(DRIE, Profiel("", onbekend=Fraction(1, 2)), 300, Random(1))  # noqa: S311
    assert beeld.getrokken == 300
    assert beeld.eind is not None
    assert not beeld.eind.exact
    assert beeld.eind.open > Fraction(1, 4)
    assert sum(beeld.eind.niveaus.values()) + beeld.eind.open == 1
    schaal = beeld.schalen["onrust"]
    assert sum(schaal.scores.values()) + schaal.open == 1


def test_een_vraag_zonder_weet_niet_wordt_nooit_onbekend() -> None:
    vast = _instrument({"a": _yes_no(weet_niet=False, wil_niet_zeggen=False)})
    beeld = simulate(vast, Profiel("", onbekend=Fraction(1)), 20, Random(1))  # noqa: S311
    assert beeld.schalen["onrust"].open == 0


def test_loten_komt_in_de_buurt_van_precies_uitrekenen() -> None:
    """Met heel weinig onbekend ligt het gelote deel dicht bij het precieze deel."""
    geloot = simulate(DRIE, Profiel("", onbekend=Fraction(1, 10**9)), 3000, Random(5))  # noqa: S311
    assert geloot.eind is not None
    assert abs(geloot.eind.niveaus["hoog"] - Fraction(3, 8)) < Fraction(3, 100)


def test_hetzelfde_zaad_geeft_dezelfde_simulatie_en_een_ander_zaad_een_andere() -> None:
    profiel = Profiel("", onbekend=Fraction(1, 5))
    beelden = [simulate(DRIE, profiel, 50, Random(zaad)) for zaad in (7, 7, 8)]  # noqa: S311
    assert beelden[0] == beelden[1] != beelden[2]


def test_een_te_groot_instrument_wordt_geloot_en_zegt_dat() -> None:
    groot = _instrument({f"v{n}": {"tekst": "?", "type": "schaal", "van": 0, "tot": 9999} for n in range(3)})
    beeld = simulate(groot, Profiel(""), 20, Random(1))  # noqa: S311
    assert beeld.getrokken == 20
    assert not beeld.schalen["onrust"].exact


def test_een_antwoord_beslist_waar_een_ander_antwoord_een_ander_niveau_geeft() -> None:
    rekenaar = Rekenaar(DRIE)
    assert rekenaar.one_decides({"a": "ja", "b": "nee", "c": "ja"}, {})
    assert not rekenaar.one_decides({"a": "nee", "b": "nee", "c": "nee"}, {})
    # met «ja» op a verschijnt b, en daar lag al «ja» klaar
    assert rekenaar.one_decides({"a": "nee", "b": "ja", "c": "nee"}, {})


def test_hoe_weinig_antwoorden_een_niveau_zeker_maken_is_na_te_rekenen() -> None:
    zeker = fewest_answers(DRIE, {}, Random(1))  # noqa: S311
    for niveau, gevonden in zeker.items():
        assert gevonden is not None
        uitslag = scoor(DRIE, gevonden.voorbeeld, gevonden.gegevens)
        assert uitslag.eindniveau == uitslag.eindniveau_hoogst == niveau
        assert len(gevonden.voorbeeld) == gevonden.aantal
    assert zeker["gewoon"] is not None
    assert (zeker["gewoon"].aantal, zeker["gewoon"].bewezen) == (
        1,
        True,
    )  # «nee» op a laat er hoogstens 1 over
    assert zeker["hoog"] is not None
    assert (zeker["hoog"].aantal, zeker["hoog"].bewezen) == (2, True)


def test_een_signaal_maakt_met_een_antwoord_een_niveau_zeker() -> None:
    teken = {"c": {"als": {"vraag": "c", "is": "ja"}, "niveau": "hoog"}}
    met = DRIE.model_copy(update={"signalen": _instrument({"c": _yes_no()}, signalen=teken).signalen})
    hoog = fewest_answers(met, {}, Random(1))["hoog"]  # noqa: S311
    assert hoog is not None
    assert (hoog.aantal, hoog.bewezen, hoog.voorbeeld) == (1, True, {"c": "ja"})


def test_een_vraag_die_niets_kan_veranderen_wordt_bewezen() -> None:
    """«los» telt niet; «klein» telt een half punt dat geen grens haalt."""
    vragen = {
        "a": _yes_no(gewicht=2),
        "klein": _yes_no(gewicht=0.5),
        "los": {"tekst": "?", "antwoorden": {"x": {}, "y": {}}},
        "stuurt": {"tekst": "?", "antwoorden": {"x": {}, "y": {}}},
        "gestuurd": _yes_no(gewicht=2, toon_als={"vraag": "stuurt", "is": "x"}),
    }
    assert influence(_instrument(vragen)) == {
        "a": "telt", "klein": "nooit", "los": "nooit", "stuurt": "telt", "gestuurd": "telt",
    }  # fmt: skip


def test_wat_te_groot_is_om_te_bewijzen_heet_niet_vastgesteld() -> None:
    groot = {f"v{n}": {"tekst": "?", "type": "schaal", "van": 0, "tot": 9999} for n in range(2)}
    assert set(influence(_instrument(groot)).values()) == {"niet_vastgesteld"}


def test_wie_buiten_de_doelgroep_valt_wordt_niet_geloot() -> None:
    vragen = {"a": _yes_no(toon_als={"gegeven": "leeftijd", "minstens": 65})}
    groep = {"sluit_in": {"gegeven": "leeftijd", "minstens": 18}}
    gevallen = cases_of(_instrument(vragen, doelgroep=groep), {})
    assert sorted(feiten["leeftijd"] >= 65 for feiten in gevallen) == [False, True]  # type: ignore[operator]
    assert all(int(feiten["leeftijd"]) >= 18 for feiten in gevallen)
    assert cases_of(_instrument(vragen, doelgroep=groep), {"leeftijd": 12}) == [{"leeftijd": 12}]
