"""Wat de controle beweert, tegen alles wat iemand kan antwoorden, één voor één.

Kleine instrumenten uit het toeval worden helemaal afgelopen: elk antwoord, ook geen, bij elk gegeven, ook onbekend.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, combinations, product
from random import Random
from typing import Any

import pytest
import toeval

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.controle_bereik import check_reach
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vraag import Getalvraag, Keuzevraag, Meerkeuzevraag, Schaalvraag
from veiligheidsplan.instrument.vragenlijst import state_of
from veiligheidsplan.instrument.waarheid import evaluate

MEESTE = 400
GEGEVENS = {"leeftijd": (17, 18, 19), "thuiswonend": ("ja", "nee"), "zwanger": ("ja", "nee")}
Stand = tuple[dict[str, Any], dict[str, Any]]


def domain(instrument: Instrument, id_: str) -> list[Any]:
    """Alle antwoorden op een vraag; van een getal zonder einde genoeg om elke stap en toets te raken."""
    match instrument.vragen[id_]:
        case Keuzevraag():
            return list(instrument.antwoorden_van(id_))
        case Meerkeuzevraag(geen_van_deze=geen):
            codes = list(instrument.antwoorden_van(id_))
            alle = chain.from_iterable(combinations(codes, n) for n in range(len(codes) + 1))
            return [keus for keus in alle if keus or geen]
        case Schaalvraag(van=van, tot=tot):
            return list(range(van, tot + 1))
        case Getalvraag(van=van, tot=tot):
            return list(range(van, (6 if tot is None else tot) + 1))
    return ["2026-02-01"]


def everything(instrument: Instrument) -> list[Stand] | None:
    """Elke stand, of niets waar het er te veel zijn."""
    genoemd = {naam for naam in GEGEVENS if f'"{naam}"' in instrument.model_dump_json()}
    lijsten = [[None, *domain(instrument, id_)] for id_ in instrument.vragen]
    feiten = [[None, *GEGEVENS[naam]] for naam in sorted(genoemd)]
    aantal = 1
    for lijst in (*lijsten, *feiten):
        aantal *= len(lijst)
    if aantal > MEESTE:
        return None
    return [
        (dict(zip(instrument.vragen, gegeven, strict=True)), dict(zip(sorted(genoemd), feit, strict=True)))
        for gegeven in product(*lijsten)
        for feit in product(*feiten)
    ]


def known(waarden: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in waarden.items() if waarde is not None}


class Gezien:
    """Wat er bij alle standen gebeurt."""

    def __init__(self, instrument: Instrument, standen: list[Stand]) -> None:
        self.waar: dict[tuple[str, ...], set[Any]] = {}
        self.samen: dict[str, set[Any]] = {}
        self.getoond: set[str] = set()
        self.signalen: set[str] = set()
        self.niveaus: set[tuple[str, str]] = set()
        for antwoorden, feiten in standen:
            stand = state_of(instrument, known(antwoorden), known(feiten))
            self.getoond |= stand.getoond
            for pad, voorwaarde in conditions(instrument):
                self.waar.setdefault(pad, set()).add(evaluate(voorwaarde, stand.truth))
            for id_, voorwaarde in instrument.toon_als.items():
                if voorwaarde is not None:
                    self.samen.setdefault(id_, set()).add(evaluate(voorwaarde, stand.truth))
            uitslag = scoor(instrument, known(antwoorden), known(feiten))
            self.signalen |= set(uitslag.signalen)
            if any(stand.is_missing(id_) for id_ in instrument.vragen):
                continue
            self.niveaus |= {(id_, s.niveau) for id_, s in uitslag.schalen.items() if s.niveau}


def conditions(instrument: Instrument) -> Iterator[tuple[tuple[str, ...], Any]]:
    for deel_id, deel in instrument.onderdelen.items():
        if deel.toon_als is not None:
            yield ("onderdelen", deel_id, "toon_als"), deel.toon_als
        for id_, vraag in deel.vragen.items():
            if vraag.toon_als is not None:
                yield ("onderdelen", deel_id, "vragen", id_, "toon_als"), vraag.toon_als


def claims(instrument: Instrument, code: str) -> set[tuple[str | int, ...]]:
    return {b.pad for b in check_reach(instrument) if b.code == code}


def small_instruments(aantal: int, zaad: int) -> Iterator[tuple[Instrument, Gezien]]:
    r = Random(zaad)  # noqa: S311
    while aantal:
        instrument = Instrument.model_validate(toeval.instrument(r))
        standen = everything(instrument)
        if standen is not None:
            aantal -= 1
            yield instrument, Gezien(instrument, standen)


@pytest.mark.parametrize("zaad", range(6))
def test_elke_bewering_van_de_controle_klopt_en_geen_wordt_vergeten(zaad: int) -> None:
    """Nooit waar, altijd waar, een signaal dat zwijgt en een niveau dat niemand bereikt: precies die."""
    for instrument, gezien in small_instruments(25, zaad):
        bron = json.dumps(instrument.model_dump(mode="json"))
        nooit = {pad for pad, waar in gezien.waar.items() if True not in waar}
        altijd = {pad for pad, waar in gezien.waar.items() if True in waar and False not in waar}
        assert claims(instrument, "VP201") == nooit, bron
        assert (
            claims(instrument, "VP202") - {("signalen", t, "als") for t in instrument.signalen} == altijd
        ), bron
        stil = {("signalen", t, "als") for t in instrument.signalen if t not in gezien.signalen}
        leeg = {
            ("schalen", id_, "grenzen", niveau)
            for id_, schaal in instrument.schalen.items()
            for niveau in schaal.grenzen
            if (id_, niveau) not in gezien.niveaus
        }
        gezegd = {pad for pad in claims(instrument, "VP206") if pad[0] == "schalen"}
        assert claims(instrument, "VP208") <= stil, bron
        assert stil - claims(instrument, "VP208") <= claims(instrument, "VP308"), bron
        assert gezegd <= leeg, bron
        if '"beantwoord": true' not in bron:
            # wie alles beantwoordt, ziet niet wat een open vraag nog laat zien
            assert gezegd == leeg, bron
        for b in check_reach(instrument):
            if b.code == "VP203":
                id_ = str(b.pad[-1])
                assert True not in gezien.samen[id_], bron
                assert ("nooit" in b.uitleg) == (id_ not in gezien.getoond), bron
