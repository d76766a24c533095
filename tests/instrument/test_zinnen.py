"""Een voorwaarde als Nederlandse zin, zoals een trainer haar voorleest."""

from __future__ import annotations

from typing import Any

import pytest

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.zinnen import condition_lines, condition_sentence, number_words

INSTRUMENT = Instrument.model_validate(
    {
        "formaat": 1, "id": "proef", "versie": "1.0.0", "titel": "Proef", "soort": "zelfscan", "status": "concept",
        "validatie": "niet_gevalideerd", "per": "persoon", "eigenaar": "Een regio", "verantwoording": "Een proef.",
        "onderdelen": {"thuis": {"vragen": {
            "ruzie": {"tekst": "Is er ruzie?", "antwoorden": {"ja": {"tekst": "Ja"}, "nee": {"tekst": "Nee"}}},
            "vormen": {"tekst": "Welke?", "type": "meerkeuze", "antwoorden": {"a": {"tekst": "Schreeuwen"}, "b": {}}},
            "cijfer": {"tekst": "Hoe rustig?", "type": "schaal", "van": 0, "tot": 10},
        }}},
        "schalen": {"onrust": {"titel": "Onrust", "ontbrekend": "bandbreedte", "telt": ["cijfer"]}},
    }
)  # fmt: skip
RUZIE: dict[str, Any] = {"vraag": "ruzie", "is": "ja"}


def _condition(ruw: dict[str, Any]) -> Any:
    from pydantic import TypeAdapter

    from veiligheidsplan.instrument.voorwaarde import Voorwaarde

    return TypeAdapter(Voorwaarde).validate_python(ruw)


@pytest.mark.parametrize(
    ("ruw", "zin"),
    [
        (RUZIE, "bij vraag 1 «Is er ruzie?» het antwoord «Ja» is"),
        ({"vraag": "ruzie", "in": ["ja", "nee"]}, "bij vraag 1 «Is er ruzie?» het antwoord «Ja» of «Nee» is"),
        ({"niet": RUZIE}, "bij vraag 1 «Is er ruzie?» het antwoord niet «Ja» is"),
        ({"niet": {"niet": RUZIE}}, "bij vraag 1 «Is er ruzie?» het antwoord «Ja» is"),
        ({"niet": {"alle": [{"niet": RUZIE}]}}, "bij vraag 1 «Is er ruzie?» het antwoord «Ja» is"),
        ({"vraag": "vormen", "bevat": "a"}, "bij vraag 2 «Welke?» «Schreeuwen» is gekozen"),
        ({"vraag": "vormen", "bevat": "b"}, "bij vraag 2 «Welke?» «b» is gekozen"),
        ({"vraag": "cijfer", "minstens": 3}, "bij vraag 3 «Hoe rustig?» het antwoord 3 of meer is"),
        ({"vraag": "cijfer", "hoogstens": 2}, "bij vraag 3 «Hoe rustig?» het antwoord 2 of minder is"),
        ({"vraag": "cijfer", "in": [1, 2, 4]}, "bij vraag 3 «Hoe rustig?» het antwoord 1, 2 of 4 is"),
        ({"vraag": "cijfer", "beantwoord": True}, "bij vraag 3 «Hoe rustig?» een antwoord is gegeven"),
        ({"niet": {"vraag": "cijfer", "beantwoord": True}}, "bij vraag 3 «Hoe rustig?» geen antwoord is gegeven"),
        ({"gegeven": "leeftijd", "minstens": 18}, "de persoon 18 jaar of ouder is"),
        ({"niet": {"gegeven": "leeftijd", "hoogstens": 17}}, "de persoon niet 17 jaar of jonger is"),
        ({"gegeven": "thuiswonend", "is": "nee"}, "de persoon niet thuis woont"),
        ({"niet": {"gegeven": "thuiswonend", "is": "nee"}}, "de persoon thuis woont"),
        ({"gegeven": "zwanger", "in": ["ja", "nee"]}, "bekend is of de persoon zwanger is"),
        ({"schaal": "onrust", "minstens": 2.5}, "de score van «Onrust» 2,5 of meer is"),
        (
            {"alle": [RUZIE, {"gegeven": "zwanger", "is": "ja"}]},
            "bij vraag 1 «Is er ruzie?» het antwoord «Ja» is, en de persoon zwanger is",
        ),
    ],
)  # fmt: skip
def test_een_voorwaarde_wordt_een_zin_die_na_als_past(ruw: dict[str, Any], zin: str) -> None:
    assert condition_sentence(INSTRUMENT, _condition(ruw)) == f"Alleen als {zin}."
    assert condition_lines(INSTRUMENT, _condition(ruw)) == [f"Alleen als {zin}."]


def test_wat_dubbel_is_samengesteld_wordt_een_lijst() -> None:
    """Een zin met «en» en «of» door elkaar kan twee dingen betekenen; een lijst niet."""
    ruw = {
        "alle": [RUZIE, {"een_van": [{"vraag": "cijfer", "minstens": 8}, {"gegeven": "zwanger", "is": "ja"}]}]
    }
    assert condition_lines(INSTRUMENT, _condition(ruw), "Gaat af als") == [
        "Gaat af als dit allebei waar is:",
        "  - bij vraag 1 «Is er ruzie?» het antwoord «Ja» is",
        "  - minstens één van deze waar is:",
        "    - bij vraag 3 «Hoe rustig?» het antwoord 8 of meer is",
        "    - de persoon zwanger is",
    ]
    assert condition_sentence(INSTRUMENT, _condition(ruw)).endswith(
        ", en (bij vraag 3 «Hoe rustig?» het antwoord 8 of meer is, of de persoon zwanger is)."
    )


def test_niet_voor_meer_toetsen_heet_geen_van_deze_of_dit_niet() -> None:
    delen = [RUZIE, {"gegeven": "zwanger", "is": "ja"}]
    assert condition_lines(INSTRUMENT, _condition({"niet": {"een_van": delen}}))[0] == (
        "Alleen als geen van deze waar is:"
    )
    niet_alle = condition_lines(INSTRUMENT, _condition({"niet": {"alle": delen}}))
    assert niet_alle[:2] == ["Alleen als dit niet waar is:", "  - dit allebei waar is:"]


def test_een_getal_krijgt_een_komma_en_geen_overbodige_nullen() -> None:
    from decimal import Decimal

    assert [number_words(Decimal(g)) for g in ("2.50", "10", "100.0", "0.1")] == ["2,5", "10", "100", "0,1"]
