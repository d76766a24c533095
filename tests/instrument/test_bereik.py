"""What an instrument can come to, over all answers and all facts of a case."""

from __future__ import annotations

from typing import Any

import pytest
from test_score_regels import build

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.bereik import Bereik
from veiligheidsplan.instrument.controle_bereik import check_reach

VRAGEN: dict[str, Any] = {
    "a": {},
    "b": {"gewicht": 4, "toon_als": {"vraag": "a", "is": "ja"}},
    "jong": {"gewicht": 0, "toon_als": {"gegeven": "leeftijd", "hoogstens": 17}},
    "echt_nooit": {
        "toon_als": {
            "alle": [{"vraag": "a", "beantwoord": True}, {"niet": {"vraag": "a", "beantwoord": True}}]
        }
    },
    "nooit": {"toon_als": {"alle": [{"vraag": "a", "is": "ja"}, {"niet": {"vraag": "a", "is": "ja"}}]}},
}


def test_een_niveau_dat_geen_antwoorden_bereiken_wordt_gezien() -> None:
    schalen = {"s": {"ontbrekend": "ongeldig", "grenzen": {"niet_verhoogd": 1, "verhoogd": 3, "hoog": 5}}}
    bereik = Bereik(build(VRAGEN, schalen)).scale("s")
    assert (bereik.laagst, bereik.hoogst, bereik.exact) == (0, 5, True)
    assert bereik.niveaus == {"niet_verhoogd", "hoog"}
    assert bereik.onder_grens


def test_een_vraag_die_nooit_getoond_wordt_en_een_voorwaarde_die_nooit_waar_is_worden_gezien() -> None:
    instrument = build(VRAGEN)
    bereik = Bereik(instrument)
    # zolang «a» geen antwoord heeft, is de voorwaarde van «nooit» onbekend, en onbekend toont
    assert [v for v in VRAGEN if not bereik.can_be_shown(v)] == ["echt_nooit"]
    assert bereik.truths(instrument.vragen["echt_nooit"].toon_als) == {False}
    assert bereik.truths(instrument.vragen["nooit"].toon_als) == {False}
    assert bereik.truths(instrument.vragen["jong"].toon_als) == {True, False}


def test_een_teken_dat_nooit_waar_kan_zijn_wordt_gezien() -> None:
    tekens = {
        "kan": {"als": {"alle": [{"vraag": "b", "is": "ja"}, {"schaal": "s", "minstens": 5}]}},
        "kan_niet": {"als": {"alle": [{"vraag": "a", "is": "nee"}, {"schaal": "s", "minstens": 1}]}},
    }
    bereik = Bereik(build({"a": {}, "b": VRAGEN["b"]}, {"s": {"ontbrekend": "bandbreedte"}}, tekens))
    assert (bereik.can_fire("kan"), bereik.can_fire("kan_niet")) == (True, False)


@pytest.mark.parametrize("ontbrekend", ["ongeldig", "nul", "naar_rato"])
def test_een_teken_boven_de_hoogste_score_gaat_nooit_af_hoe_de_schaal_ook_met_gaten_omgaat(
    ontbrekend: str,
) -> None:
    """Ook dan is het bewezen, en niet alleen niet vastgesteld."""
    tekens = {
        "te_hoog": {"als": {"schaal": "s", "minstens": 3}},
        "net": {"als": {"schaal": "s", "minstens": 2}},
        "te_laag": {"als": {"schaal": "s", "hoogstens": -1}},
    }
    bereik = Bereik(build({"a": {}, "b": {}}, {"s": {"ontbrekend": ontbrekend}}, tekens))
    assert {naam: bereik.can_fire(naam) for naam in tekens} == {
        "te_hoog": False,
        "net": True,
        "te_laag": False,
    }
    assert bereik.geschat == 0


def test_wat_alleen_met_een_gat_kan_heet_niet_onmogelijk() -> None:
    """Eén antwoord van de twee: naar rato is dat -2, en met alle antwoorden is het nooit minder dan -1."""
    vragen: dict[str, Any] = {
        "a": {"antwoorden": {"ja": {"punten": -1}, "nee": {"punten": 0}}},
        "b": {"antwoorden": {"ja": {"punten": 0}, "nee": {"punten": 1}}},
    }
    schaal = {"ontbrekend": "naar_rato", "hoogstens_ontbrekend": 1}
    tekens = {
        "gat": {"als": {"schaal": "s", "hoogstens": -2}},
        "nooit": {"als": {"schaal": "s", "hoogstens": -3}},
    }
    instrument = build(vragen, {"s": schaal}, tekens)
    bereik = Bereik(instrument)
    assert scoor(instrument, {"a": "ja"}).signalen == ("gat",)
    assert (bereik.can_fire("gat"), bereik.can_fire("nooit")) == (True, False)


def test_een_teken_over_een_vraag_die_alleen_te_zien_is_zolang_iets_onbekend_is_heet_niet_onmogelijk() -> (
    None
):
    """Bij geen enkel antwoord op «cijfer» komt «b»; zolang dat antwoord er niet is, wel."""
    vragen: dict[str, Any] = {
        "cijfer": {"type": "schaal", "van": 2, "tot": 5},
        "b": {"gewicht": 0, "toon_als": {"vraag": "cijfer", "is": 1}},
    }
    als = {"alle": [{"schaal": "s", "minstens": 1}, {"vraag": "b", "is": "ja"}]}
    instrument = build(vragen, {"s": {"ontbrekend": "bandbreedte"}}, {"teken": {"als": als}})
    assert scoor(instrument, {"b": "ja"}).signalen == ("teken",)
    assert Bereik(instrument).can_fire("teken")


NOOIT = "Dit getal kan nooit het antwoord zijn: antwoorden lopen van 0 tot en met 10."


@pytest.mark.parametrize(
    ("samen", "deel", "plek", "woorden"),
    [
        ("een_van", {"vraag": "b", "is": 11}, ("is",), NOOIT),
        ("een_van", {"vraag": "b", "in": [3, 11]}, ("in", 1), NOOIT),
        ("een_van", {"vraag": "b", "minstens": 11}, ("minstens",),
         "Geen enkel antwoord maakt dit waar: antwoorden lopen van 0 tot en met 10."),
        ("alle", {"vraag": "b", "hoogstens": 10}, ("hoogstens",),
         "Elk antwoord maakt dit waar: antwoorden lopen van 0 tot en met 10."),
        ("een_van", {"gegeven": "leeftijd", "is": -1}, ("is",),
         "Dit getal kan nooit het antwoord zijn: antwoorden beginnen bij 0."),
        ("een_van", {"vraag": "b", "is": 10}, None, ""),
        ("een_van", {"vraag": "b", "minstens": 1}, None, ""),
        ("alle", {"vraag": "b", "in": [0, 10]}, None, ""),
        ("alle", {"gegeven": "leeftijd", "hoogstens": 17}, None, ""),
    ],
)  # fmt: skip
def test_een_getal_buiten_de_antwoorden_valt_op_ook_in_een_deel_van_een_voorwaarde(
    samen: str, deel: dict[str, object], plek: tuple[str | int, ...] | None, woorden: str
) -> None:
    vragen = {
        "a": {},
        "b": {"type": "schaal", "van": 0, "tot": 10},
        "c": {"type": "tekst", "toon_als": {samen: [{"vraag": "a", "is": "ja"}, deel]}},
    }
    gevonden = [(b.pad, b.uitleg) for b in check_reach(build(vragen)) if b.code == "VP312"]
    pad = ("onderdelen", "deel", "vragen", "c", "toon_als", samen, 1)
    assert gevonden == ([] if plek is None else [((*pad, *(plek or ())), woorden)])
