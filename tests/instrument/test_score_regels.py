"""Each scoring rule of the instrument format as a sentence, with answers and outcome."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.antwoorden import Ontbreekt, read_answer
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vragenlijst import missing, shown

JA_NEE = {"ja": {"tekst": "Ja", "punten": 1}, "nee": {"tekst": "Nee", "punten": 0}}


def build(
    vragen: dict[str, Any],
    schalen: dict[str, Any] | None = None,
    signalen: dict[str, Any] | None = None,
    **anders: Any,
) -> Instrument:
    vragen = {
        id_: {"tekst": "?", **({"antwoorden": JA_NEE} if "type" not in v else {}), **v}
        for id_, v in vragen.items()
    }
    return Instrument.model_validate(
        {
            "formaat": 1, "id": "proef", "versie": "1.0.0", "titel": "Proef", "soort": "zelfscan", "status": "concept",
            "validatie": "niet_gevalideerd", "per": "huishouden", "eigenaar": "Regio", "verantwoording": "Een proef.",
            "niveaus": {"niet_verhoogd": {}, "verhoogd": {}, "hoog": {}}, "onderdelen": {"deel": {"vragen": vragen}},
            "schalen": schalen or {}, "signalen": signalen or {}, **anders,
        }
    )  # fmt: skip


def score(schaal: dict[str, Any], antwoorden: dict[str, Any], vragen: dict[str, Any] | None = None) -> Any:
    """The outcome of one scale over a, b and c (yes is 1), or over other questions."""
    instrument = build(vragen or {"a": {}, "b": {}, "c": {}}, {"s": {"methode": "som", **schaal}})
    return scoor(instrument, antwoorden).schalen["s"]


VOORBEELD: dict[str, Any] = {
    "vragen": {
        "lichamelijk": {},
        "verwurging": {"gewicht": 3, "toon_als": {"vraag": "lichamelijk", "is": "ja"}},
        "vormen": {
            "type": "meerkeuze",
            "antwoorden": {"dreigen": {"tekst": "D", "punten": 1}, "slaan": {"tekst": "S", "punten": 2}},
            "geen_van_deze": True,
        },
        "angst": {"type": "schaal", "van": 0, "tot": 10, "omgekeerd": True},
        "incidenten": {"type": "getal", "punten_vanaf": {0: 0, 1: 2, 5: 4}},
        "sinds": {"type": "datum", "verplicht": False},
        "beeld": {"type": "tekst", "verplicht": False},
    },
    "schalen": {
        "ernst": {
            "telt": ["deel"],
            "ontbrekend": "bandbreedte",
            "grenzen": {"niet_verhoogd": 0, "verhoogd": 3, "hoog": 6},
        }
    },
    "signalen": {"verwurging": {"als": {"vraag": "verwurging", "is": "ja"}, "niveau": "hoog"}},
    "eindniveau": "ernst",
}


def test_het_voorbeeld_van_de_pagina_geeft_precies_de_json_van_de_pagina() -> None:
    antwoorden = {"lichamelijk": "ja", "vormen": [], "angst": 10, "incidenten": 0}
    assert scoor(build(**VOORBEELD), antwoorden).model_dump(mode="json") == {
        "instrument": "proef", "versie": "1.0.0",
        "schalen": {"ernst": {"score": None, "laagst": 1, "hoogst": 4, "niveau": None, "niveau_laagst": "niet_verhoogd",
                              "niveau_hoogst": "verhoogd", "ontbrekend": ["verwurging"], "beslissend": ["verwurging"],
                              "exact": True}},
        "signalen": [], "signalen_mogelijk": ["verwurging"], "eindniveau": "niet_verhoogd", "eindniveau_hoogst": "hoog",
        "niet_van_toepassing": [],
    }  # fmt: skip


def test_een_vraag_die_niet_getoond_is_telt_niet_mee_ook_niet_met_een_slapend_antwoord() -> None:
    uitslag = scoor(
        build(**VOORBEELD),
        {"lichamelijk": "nee", "verwurging": "ja", "vormen": [], "angst": 10, "incidenten": 0},
    )
    assert (uitslag.schalen["ernst"].score, uitslag.signalen, uitslag.niet_van_toepassing) == (
        0,
        (),
        ("verwurging",),
    )


def test_een_slapend_antwoord_wordt_wakker_in_een_aanvulling_die_de_vraag_toont() -> None:
    vragen = {
        "a": {"toon_als": {"gegeven": "zwanger", "is": "ja"}},
        "b": {},
        "c": {"toon_als": {"vraag": "b", "is": "ja"}},
    }
    s = score({"ontbrekend": "bandbreedte"}, {"a": "nee", "c": "ja"}, vragen)
    assert (s.laagst, s.hoogst, s.ontbrekend) == (0, 2, ("b",))


def test_een_onbekende_voorwaarde_toont_de_vraag() -> None:
    instrument = build({"a": {}, "b": {"toon_als": {"vraag": "a", "is": "ja"}}})
    assert shown(instrument, {}) == ("a", "b")
    assert missing(instrument, {"b": "ja"}) == ("a",)
    assert shown(instrument, {"a": "nee"}) == ("a",)


def test_een_toets_op_een_verborgen_vraag_is_onwaar_en_met_niet_eromheen_waar() -> None:
    vragen = {
        "a": {},
        "b": {"toon_als": {"vraag": "a", "is": "ja"}},
        "c": {"toon_als": {"niet": {"vraag": "b", "is": "ja"}}},
        "d": {"toon_als": {"vraag": "b", "beantwoord": True}},
    }
    assert shown(build(vragen), {"a": "nee", "b": "ja"}) == ("a", "c")


def test_beantwoord_kijkt_ook_in_een_aanvulling_naar_wat_nu_beantwoord_is() -> None:
    vragen = {"t": {"type": "tekst"}, "a": {"toon_als": {"vraag": "t", "beantwoord": True}}}
    assert score({"ontbrekend": "bandbreedte"}, {}, vragen).hoogst == 0
    assert score({"ontbrekend": "bandbreedte"}, {"t": "iets"}, vragen).hoogst == 1
    assert score({"ontbrekend": "bandbreedte"}, {"t": "weet_niet"}, vragen).hoogst == 0


def test_een_gegeven_dat_ontbreekt_blijft_onbekend_in_een_aanvulling() -> None:
    kind = {"gegeven": "leeftijd", "hoogstens": 17}
    instrument = build({"a": {}}, None, {"jong": {"als": kind}, "oud": {"als": {"niet": kind}}})
    assert scoor(instrument, {}).signalen_mogelijk == ()
    assert scoor(instrument, {}, {"leeftijd": 17}).signalen == ("jong",)


@pytest.mark.parametrize("antwoord", ["weet_niet", "wil_niet_zeggen", "niet_gevraagd", None])
def test_weet_niet_wil_niet_zeggen_en_niet_gevraagd_zijn_ontbrekend(antwoord: str | None) -> None:
    s = score({"ontbrekend": "bandbreedte"}, {"a": antwoord, "b": "ja", "c": "nee"})
    assert (s.laagst, s.hoogst, s.ontbrekend) == (1, 2, ("a",))


@pytest.mark.parametrize(
    ("schaal", "antwoorden", "verwacht"),
    [
        ({"ontbrekend": "ongeldig"}, {"a": "ja", "b": "ja"}, None),
        ({"ontbrekend": "ongeldig"}, {"a": "ja", "b": "ja", "c": "ja"}, 3),
        ({"ontbrekend": "nul"}, {"a": "ja"}, 1),
        ({"ontbrekend": "nul", "methode": "gemiddelde"}, {"a": "ja"}, Fraction(1, 3)),
        ({"ontbrekend": "naar_rato"}, {"a": "ja", "b": "ja"}, None),
        ({"ontbrekend": "naar_rato", "hoogstens_ontbrekend": 1}, {"a": "ja", "b": "ja"}, 3),
        ({"ontbrekend": "naar_rato", "hoogstens_ontbrekend": 1}, {"a": "ja", "b": "nee"}, Fraction(3, 2)),
        ({"ontbrekend": "naar_rato", "hoogstens_ontbrekend": 9}, {}, None),
        ({"ontbrekend": "naar_rato", "hoogstens_ontbrekend": 2, "methode": "gemiddelde"}, {"a": "ja"}, 1),
        ({"ontbrekend": "ongeldig", "vereist": ["c"], "telt": ["a"]}, {"a": "ja"}, None),
        (
            {"ontbrekend": "ongeldig", "vermenigvuldig": "2.5", "telt": ["a"], "afronden": "heel"},
            {"a": "ja"},
            3,
        ),
        (
            {"ontbrekend": "ongeldig", "deel_door": 8, "telt": ["a"], "afronden": "0.1"},
            {"a": "ja"},
            Fraction(1, 10),
        ),
        ({"ontbrekend": "nul", "methode": "aantal"}, {"a": "ja", "b": "ja"}, 2),
        ({"ontbrekend": "nul", "methode": "hoogste"}, {"a": "nee"}, 0),
    ],
)
def test_wat_een_schaal_doet_met_ontbrekende_antwoorden(schaal: Any, antwoorden: Any, verwacht: Any) -> None:
    uitslag = score(schaal, antwoorden)
    assert uitslag.score == uitslag.laagst == uitslag.hoogst == verwacht
    assert uitslag.beslissend == ()


@pytest.mark.parametrize(
    ("methode", "verwacht"), [("som", 0), ("aantal", 0), ("gemiddelde", None), ("hoogste", None)]
)
def test_som_en_aantal_over_niets_zijn_nul_gemiddelde_en_hoogste_over_niets_hebben_geen_score(
    methode: str, verwacht: Any
) -> None:
    vragen = {"a": {}, "b": {"toon_als": {"vraag": "a", "is": "ja"}}}
    for ontbrekend in ("ongeldig", "nul", "bandbreedte"):
        assert (
            score({"methode": methode, "ontbrekend": ontbrekend, "telt": ["b"]}, {"a": "nee"}, vragen).score
            == verwacht
        )


@pytest.mark.parametrize(
    ("punten", "verwacht"), [("2.5", 3), ("-2.5", -3), ("2.4", 2), ("-2.4", -2), ("0.5", 1)]
)
def test_een_half_rondt_af_van_nul_af_ook_onder_nul(punten: str, verwacht: int) -> None:
    vragen = {"a": {"antwoorden": {"x": {"tekst": "X", "punten": punten}}}}
    assert score({"ontbrekend": "bandbreedte", "afronden": "heel"}, {}, vragen).score == verwacht


def test_een_vereiste_vraag_die_niet_getoond_is_geeft_geen_score() -> None:
    vragen = {"a": {}, "b": {"toon_als": {"vraag": "a", "is": "ja"}}, "c": {}}
    s = score({"ontbrekend": "bandbreedte", "vereist": ["b"]}, {"a": "nee"}, vragen)
    assert (s.score, s.laagst, s.hoogst, s.ontbrekend) == (None, None, None, ("c",))


def test_een_geteld_schaaltje_zonder_score_neemt_de_schaal_erboven_mee() -> None:
    schalen = {
        "onder": {"telt": ["a"], "ontbrekend": "ongeldig"},
        "boven": {"telt": ["onder", "b"], "ontbrekend": "nul"},
    }
    uitslag = scoor(build({"a": {}, "b": {}}, schalen), {"b": "ja"})
    assert uitslag.schalen["boven"].score is None
    assert uitslag.schalen["boven"].ontbrekend == ("a",)


def test_in_een_bandbreedte_speelt_de_regel_van_een_geteld_schaaltje_geen_rol() -> None:
    schalen = {
        "onder": {"telt": ["a"], "ontbrekend": "ongeldig"},
        "boven": {"telt": ["onder", "b"], "ontbrekend": "bandbreedte"},
    }
    uitslag = scoor(build({"a": {}, "b": {}}, schalen), {"b": "ja"})
    assert (uitslag.schalen["boven"].laagst, uitslag.schalen["boven"].hoogst) == (1, 2)


def test_zonder_score_is_het_eindniveau_hoogst_het_hoogste_van_de_grenzen() -> None:
    schalen = {"s": {"ontbrekend": "ongeldig", "grenzen": {"niet_verhoogd": 0, "verhoogd": 1}}}
    uitslag = scoor(build({"a": {}}, schalen, eindniveau="s"), {})
    assert (uitslag.eindniveau, uitslag.eindniveau_hoogst) == (None, "verhoogd")


def test_een_teken_is_een_vloer_onder_het_eindniveau() -> None:
    uitslag = scoor(
        build(**VOORBEELD),
        {"lichamelijk": "ja", "verwurging": "ja", "vormen": [], "angst": 10, "incidenten": 0},
    )
    assert (uitslag.schalen["ernst"].niveau, uitslag.eindniveau, uitslag.signalen) == (
        "verhoogd",
        "hoog",
        ("verwurging",),
    )


def test_een_teken_op_een_schaal_is_pas_waar_als_ook_de_laagste_score_de_grens_haalt() -> None:
    tekens = {
        "veel": {"als": {"schaal": "s", "minstens": 2}},
        "weinig": {"als": {"schaal": "s", "hoogstens": 2}},
    }
    instrument = build({"a": {}, "b": {}, "c": {}}, {"s": {"ontbrekend": "bandbreedte"}}, tekens)
    een = scoor(instrument, {"a": "ja"})
    assert (een.signalen, een.signalen_mogelijk) == ((), ("veel", "weinig"))
    twee = scoor(instrument, {"a": "ja", "b": "ja"})
    assert (twee.signalen, twee.signalen_mogelijk) == (("veel",), ("weinig",))


def test_een_filtervraag_zonder_punten_kan_beslissend_zijn() -> None:
    vragen = {
        "filter": {"antwoorden": {"ja": {"tekst": "Ja"}, "nee": {"tekst": "Nee"}}},
        "a": {"gewicht": 5, "toon_als": {"vraag": "filter", "is": "ja"}},
    }
    s = score({"ontbrekend": "bandbreedte", "grenzen": {"niet_verhoogd": 0, "hoog": 5}}, {}, vragen)
    assert (s.ontbrekend, s.beslissend) == (("a",), ("filter", "a"))


def test_een_getal_zonder_einde_heeft_toch_een_hoogste_score() -> None:
    vragen = {"n": {"type": "getal", "punten_vanaf": {1: 2, 1000000: 4}}}
    s = score({"ontbrekend": "bandbreedte"}, {}, vragen)
    assert (s.laagst, s.hoogst, s.exact) == (0, 4, True)


@pytest.mark.parametrize(
    "toets", [{"hoogstens": 3}, {"niet": {"minstens": 4}}, {"is": 7}, {"niet": {"in": [0, 1]}}]
)
def test_een_getal_in_een_voorwaarde_kan_beide_kanten_op_zolang_het_ontbreekt(toets: dict[str, Any]) -> None:
    als = {"niet": {"vraag": "n", **toets["niet"]}} if "niet" in toets else {"vraag": "n", **toets}
    vragen = {
        "n": {"type": "getal"},
        "a": {"toon_als": als, "antwoorden": {"x": {"punten": 5}, "y": {"punten": 5}}},
    }
    s = score({"ontbrekend": "bandbreedte"}, {}, vragen)
    assert (s.laagst, s.hoogst) == (0, 5)


def test_twintig_vinkjes_zijn_exact_zonder_een_miljoen_mogelijkheden_na_te_gaan() -> None:
    lijst = {f"v{n}": {"tekst": str(n), "punten": n % 3} for n in range(20)}
    s = score({"ontbrekend": "bandbreedte"}, {}, {"m": {"type": "meerkeuze", "antwoorden": lijst}})
    assert (s.laagst, s.hoogst, s.exact) == (0, 19, True)


def test_te_veel_toestanden_geven_een_te_ruime_maar_nooit_een_te_krappe_uitkomst() -> None:
    vragen = {
        "groot": {"type": "schaal", "van": 0, "tot": 10**9},
        "a": {"toon_als": {"vraag": "groot", "minstens": 5}},
        "los": {},
    }
    schalen = {"s": {"ontbrekend": "bandbreedte", "grenzen": {"niet_verhoogd": 0, "hoog": 10**9}}}
    uitslag = scoor(
        build(vragen, schalen, {"t": {"als": {"schaal": "s", "minstens": 10**9}, "niveau": "hoog"}}), {}
    )
    s = uitslag.schalen["s"]
    assert (s.laagst, s.hoogst, s.exact) == (0, 10**9 + 2, False)
    assert s.beslissend == ("groot", "a", "los")
    assert uitslag.signalen_mogelijk == ("t",)


def test_alle_fouten_in_de_antwoorden_komen_in_een_keer() -> None:
    antwoorden: dict[str, Any] = {
        "verwurgin": "ja",
        "lichamelijk": "jaa",
        "vormen": ["slaan", "slaan"],
        "angst": True,
        "incidenten": -1,
        "sinds": "31-12",
    }
    with pytest.raises(BevindingenFout) as fout:
        scoor(build(**VOORBEELD), antwoorden, {"lengte": 3, "zwanger": "misschien"})
    assert [(b.code, b.pad) for b in fout.value.bevindingen] == [
        ("VP401", ("antwoorden", "verwurgin")),
        ("VP402", ("antwoorden", "lichamelijk")),
        ("VP402", ("antwoorden", "vormen")),
        ("VP402", ("antwoorden", "angst")),
        ("VP402", ("antwoorden", "incidenten")),
        ("VP402", ("antwoorden", "sinds")),
        ("VP403", ("gegevens", "lengte")),
        ("VP404", ("gegevens", "zwanger")),
    ]
    assert fout.value.bevindingen[0].suggestie == "bedoelde u «verwurging»?"


@pytest.mark.parametrize(
    ("vraag", "ruw", "waarde"),
    [
        ("lichamelijk", "ja", "ja"),
        ("lichamelijk", "weet_niet", Ontbreekt.WEET_NIET),
        ("lichamelijk", None, Ontbreekt.GEEN_ANTWOORD),
        ("vormen", ["slaan", "dreigen"], ("dreigen", "slaan")),
        ("vormen", "geen_van_deze", ()),
        ("angst", Decimal("7.0"), 7),
        ("sinds", date(2026, 2, 3), "2026-02-03"),
        ("sinds", "2026-02-03", "2026-02-03"),
        ("beeld", "rustig", "rustig"),
    ],
)
def test_een_goed_antwoord_wordt_in_een_vaste_vorm_bewaard(vraag: str, ruw: object, waarde: object) -> None:
    assert read_answer(build(**VOORBEELD), vraag, ruw) == waarde


@pytest.mark.parametrize(
    ("vraag", "ruw"),
    [
        ("lichamelijk", ["ja"]),
        ("lichamelijk", "geen_van_deze"),
        ("lichamelijk", True),
        ("vormen", "slaan"),
        ("vormen", [["slaan"]]),
        ("angst", 11),
        ("angst", 7.0),
        ("angst", "7"),
        ("angst", Decimal("7.5")),
        ("angst", Decimal("NaN")),
        ("angst", Decimal("1e999999")),
        ("sinds", datetime(2026, 2, 3)),  # noqa: DTZ001
        ("sinds", "2026-02-30"),
        ("beeld", 3),
    ],
)
def test_een_onmogelijk_antwoord_geeft_een_bevinding_met_een_uitleg(vraag: str, ruw: object) -> None:
    bevinding = read_answer(build(**VOORBEELD), vraag, ruw)
    assert getattr(bevinding, "code", None) == "VP402"


def test_weet_niet_kan_niet_waar_de_vraag_dat_niet_toelaat() -> None:
    instrument = build({"a": {"weet_niet": False}})
    assert getattr(read_answer(instrument, "a", "weet_niet"), "code", None) == "VP402"
    assert read_answer(instrument, "a", "wil_niet_zeggen") is Ontbreekt.WIL_NIET_ZEGGEN


def test_geen_van_deze_kan_alleen_waar_het_wordt_aangeboden() -> None:
    vragen = {"m": {"type": "meerkeuze", "antwoorden": JA_NEE}}
    assert getattr(read_answer(build(vragen), "m", []), "code", None) == "VP402"
    assert (
        score(
            {"ontbrekend": "bandbreedte"},
            {},
            {"m": {"type": "meerkeuze", "antwoorden": {"x": {"punten": 2}}}},
        ).laagst
        == 2
    )


def test_een_hernoemde_vraag_vindt_haar_plek() -> None:
    instrument = build({"nieuw": {}}, {"s": {"ontbrekend": "ongeldig"}}, vervangt={"oud": "nieuw"})
    assert scoor(instrument, {"oud": "ja"}).schalen["s"].score == 1
    with pytest.raises(BevindingenFout):
        scoor(instrument, {"oud": "ja", "nieuw": "nee"})


def test_een_teken_met_dertig_mogelijke_redenen_kost_geen_miljard_stappen() -> None:
    vragen: dict[str, Any] = {f"v{n}": {} for n in range(30)}
    als = {"een_van": [{"vraag": f"v{n}", "is": "ja"} for n in range(30)]}
    alle = {"alle": [{"vraag": f"v{n}", "is": "ja"} for n in range(30)]}
    vragen["na"] = {"toon_als": als, "gewicht": 10}
    instrument = build(
        vragen, {"s": {"ontbrekend": "bandbreedte"}}, {"een": {"als": als}, "elk": {"als": alle}}
    )
    uitslag = scoor(instrument, {"v29": "nee"})
    assert uitslag.signalen_mogelijk == ("een",)
    assert (uitslag.schalen["s"].laagst, uitslag.schalen["s"].hoogst, uitslag.schalen["s"].exact) == (
        0,
        39,
        True,
    )


FILTER: dict[str, Any] = {"antwoorden": {"ja": {"tekst": "Ja"}, "nee": {"tekst": "Nee"}}}


def test_een_geteld_schaaltje_over_niets_neemt_de_schaal_mee_ook_waar_een_filter_beide_raakt() -> None:
    vragen = {
        "filter": FILTER,
        "b": {"toon_als": {"vraag": "filter", "is": "ja"}},
        "c": {"gewicht": 10, "toon_als": {"vraag": "filter", "is": "nee"}},
    }
    schalen = {
        "onder": {"telt": ["b"], "methode": "hoogste", "ontbrekend": "bandbreedte"},
        "boven": {"telt": ["onder", "c"], "ontbrekend": "bandbreedte"},
    }
    boven = scoor(build(vragen, schalen), {}).schalen["boven"]
    assert (boven.laagst, boven.hoogst, boven.exact) == (0, 1, True)


def test_een_vraag_is_niet_beslissend_waar_een_andere_getoonde_vraag_ook_moet_verschillen() -> None:
    vragen = {
        "filter": FILTER,
        "c": {
            "gewicht": 5,
            "toon_als": {"een_van": [{"vraag": "filter", "is": "ja"}, {"vraag": "filter", "is": "nee"}]},
        },
        "d": {"toon_als": {"vraag": "filter", "is": "ja"}},
    }
    s = score({"ontbrekend": "bandbreedte", "grenzen": {"niet_verhoogd": 0, "hoog": 5}}, {}, vragen)
    assert (s.laagst, s.hoogst, s.beslissend) == (0, 6, ("c",))


def test_een_vraag_die_maar_in_een_van_de_twee_getoond_wordt_is_daar_vrij() -> None:
    vragen = {"filter": FILTER, "d": {"gewicht": 5, "toon_als": {"vraag": "filter", "is": "ja"}}}
    s = score({"ontbrekend": "bandbreedte", "grenzen": {"niet_verhoogd": 0, "hoog": 5}}, {}, vragen)
    assert s.beslissend == ("filter", "d")


def test_onder_de_laagste_grens_is_geen_niveau_en_maakt_een_vraag_dus_niet_beslissend() -> None:
    s = score({"ontbrekend": "bandbreedte", "grenzen": {"hoog": 1}}, {"b": "nee", "c": "nee"})
    assert (s.niveau_laagst, s.niveau_hoogst, s.niveau, s.beslissend) == (None, "hoog", None, ())


@pytest.mark.parametrize("ruw", [[], "ja", 3, {10**5000: "ja"}, {None: 1}])
def test_wat_geen_antwoorden_zijn_geeft_een_bevinding_en_geen_programmafout(ruw: Any) -> None:
    with pytest.raises(BevindingenFout):
        scoor(build(**VOORBEELD), ruw, ruw)


def test_of_een_gegeven_bekend_is_is_nooit_onbekend() -> None:
    """``beantwoord`` on a gegeven: the question comes while it is known, and not while it is absent."""
    vragen = {
        "a": {"toon_als": {"gegeven": "zwanger", "beantwoord": True}},
        "b": {"toon_als": {"niet": {"gegeven": "zwanger", "beantwoord": True}}},
    }
    instrument = build(vragen)
    assert shown(instrument, {}, {"zwanger": "nee"}) == ("a",)
    assert shown(instrument, {}, {"zwanger": "ja"}) == ("a",)
    assert shown(instrument, {}) == ("b",)
