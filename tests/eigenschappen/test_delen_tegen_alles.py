"""Een deel van een voorwaarde dat niets verandert: precies wat alle standen, één voor één, laten zien."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
import toeval
from test_controle_tegen_alles import conditions, everything, known

from veiligheidsplan.instrument.bereik import Bereik
from veiligheidsplan.instrument.controle_bereik import check_reach
from veiligheidsplan.instrument.controle_delen import _Ontleding
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.voorwaarde import Alle, EenVan, Niet, Voorwaarde, Vraagtoets
from veiligheidsplan.instrument.vragenlijst import Stand, state_of
from veiligheidsplan.instrument.waarheid import evaluate


class Alles(Bereik):
    """Kijkt zelf in elke stand of twee voorwaarden ooit iets anders zeggen."""

    def __init__(self, instrument: Instrument, standen: list[Stand]) -> None:
        super().__init__(instrument)
        self._standen = standen

    def differs(self, ruim: Voorwaarde, krap: Voorwaarde) -> bool:
        return any(evaluate(ruim, s.truth) is not evaluate(krap, s.truth) for s in self._standen)


def with_parts(r: Random, rauw: dict[str, Any]) -> dict[str, Any]:
    """De laatste vraag krijgt een voorwaarde van een paar delen, over twee eerdere vragen."""
    vragen = {id_: v for deel in rauw["onderdelen"].values() for id_, v in deel["vragen"].items()}
    eerder = {
        id_: v for id_, v in list(vragen.items())[:-1] if v.get("type", "keuze") not in ("tekst", "datum")
    }
    if eerder:
        over = {id_: eerder[id_] for id_ in r.sample(list(eerder), min(2, len(eerder)))}
        delen = [toeval.condition(r, over, 1) for _ in range(r.randint(2, 3))]
        list(vragen.values())[-1]["toon_als"] = {r.choice(["alle", "een_van"]): delen}
    return rauw


@pytest.mark.parametrize("zaad", range(4))
def test_de_controle_noemt_precies_de_delen_die_in_geen_enkele_stand_iets_uitmaken(zaad: int) -> None:
    r, aantal, gevonden = Random(1000 + zaad), 40, 0  # noqa: S311
    while aantal:
        instrument = Instrument.model_validate(with_parts(r, toeval.instrument(r)))
        standen = everything(instrument)
        if standen is None:
            continue
        aantal -= 1
        alles = Alles(instrument, [state_of(instrument, known(a), known(f)) for a, f in standen])
        for pad, voorwaarde in conditions(instrument):
            bewezen = _Ontleding(instrument, Bereik(instrument), voorwaarde).idle_parts()
            gezien = _Ontleding(instrument, alles, voorwaarde).idle_parts()
            assert bewezen == gezien, (pad, voorwaarde)
            gevonden += len(bewezen)
    assert gevonden > 5, "de proef heeft iets te vinden"


def two_questions(als: Voorwaarde) -> Instrument:
    vraag = {"tekst": "Hoe vaak?", "type": "getal", "tot": 9}
    return Instrument.model_validate(
        {
            "formaat": 1,
            "id": "i",
            "versie": "1.0.0",
            "titel": "I",
            "soort": "zelfscan",
            "status": "concept",
            "validatie": "niet_gevalideerd",
            "per": "kind",
            "eigenaar": "E",
            "verantwoording": "V",
            "onderdelen": {
                "o": {"vragen": {"a": vraag, "b": {**vraag, "toon_als": {"vraag": "a", "minstens": 1}}}}
            },
            "signalen": {"s": {"als": als, "melding": "M"}},
        }
    )


def from_(vraag: str, minstens: int) -> Vraagtoets:
    return Vraagtoets.model_validate({"vraag": vraag, "minstens": minstens})


@pytest.mark.parametrize(
    ("als", "delen"),
    [
        (EenVan(een_van=(from_("a", 3), from_("a", 5))), [("een_van", 1)]),
        (Alle(alle=(from_("a", 3), from_("a", 5))), [("alle", 0)]),
        (EenVan(een_van=(from_("a", 3), from_("b", 3))), []),
        (EenVan(een_van=(from_("a", 3), from_("a", 3))), [("een_van", 1)]),
        (Alle(alle=(from_("a", 1), from_("b", 2))), []),
        (Niet(niet=EenVan(een_van=(from_("a", 3), from_("a", 5)))), [("niet", "een_van", 1)]),
        (
            EenVan(een_van=(from_("a", 3), Alle(alle=(from_("a", 4), from_("b", 2))))),
            [("een_van", 1)],
        ),
    ],
    ids=[
        "ruim en krap",
        "krap en ruim",
        "twee vragen",
        "twee keer hetzelfde",
        "getoond",
        "niet",
        "deel van deel",
    ],
)
def test_een_overbodig_deel_van_een_signaal_wordt_genoemd_op_zijn_plaats(
    als: Voorwaarde, delen: list[tuple[str | int, ...]]
) -> None:
    gevonden = [b.pad for b in check_reach(two_questions(als)) if b.code == "VP312"]
    assert gevonden == [("signalen", "s", "als", *deel) for deel in delen]
