"""What an instrument can come to, over all answers and all facts of a case."""

from __future__ import annotations

from typing import Any

from test_score_regels import build

from veiligheidsplan.instrument.bereik import Bereik

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
