"""Een handvol hele gesprekken spaart bewijzen: wat zij laten zien is wat de score zegt; de raming is nooit te laag."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

import pytest
import toeval
from bench.verzonnen import instrument_text

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.bereik import Bereik
from veiligheidsplan.instrument.controle_bereik import check_reach
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.stappenraming import Stappenraming
from veiligheidsplan.instrument.steekproef import Steekproef
from veiligheidsplan.instrument.uitputting import Doel
from veiligheidsplan.instrument.verzameling import MEESTE_STAPPEN
from veiligheidsplan.loading import load_instrument_text


def instruments(zaad: int, aantal: int) -> Iterator[Instrument]:
    """Uit het toeval, met elke constructie; en een paar zoals zij in de meting staan."""
    r = Random(zaad)  # noqa: S311
    for _ in range(aantal):
        yield Instrument.model_validate(toeval.instrument(r))
    for nummer in range(3):
        yield load_instrument_text(instrument_text("x", 10 * zaad + nummer, 18), "x")


def conversation(proef: Steekproef, instrument: Instrument, n: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """De antwoorden en gegevens van één gesprek, zoals iemand ze zou geven."""
    antwoorden = {}
    for id_, keuzes in proef.keuzes.items():
        waarde = keuzes[proef._places(id_, len(keuzes))[n]][1]
        if waarde is not None:
            tekst = "2026-02-01" if instrument.vragen[id_].type == "datum" else "iets"
            antwoorden[id_] = waarde if waarde != "" else tekst
    feiten = {
        naam: next((w for w in waarden if proef.fact(naam, w) >> n & 1), None)
        for naam, waarden in proef.feiten.items()
    }
    return antwoorden, {naam: w for naam, w in feiten.items() if w is not None}


@pytest.mark.parametrize("zaad", range(4))
def test_elk_gesprek_van_de_steekproef_krijgt_de_uitslag_die_de_score_geeft(zaad: int) -> None:
    gezien = 0
    for instrument in instruments(zaad, 25):
        proef = Bereik(instrument).steekproef
        assert proef is not None
        eind = list(instrument.niveaus)
        for n in range(0, proef.aantal, 7):
            antwoorden, feiten = conversation(proef, instrument, n)
            uitslag = scoor(instrument, antwoorden, feiten)
            for id_, schaal in uitslag.schalen.items():
                score = proef.scores(id_)[n]
                assert (score if score is None else score / proef.deel) == schaal.score, (id_, antwoorden)
                niveau = [naam for naam, wie in proef.levels(id_).items() if wie >> n & 1]
                assert niveau == ([] if schaal.niveau is None else [schaal.niveau])
            for id_, signaal in instrument.signalen.items():
                assert bool(proef.truth(signaal.als)[0] >> n & 1) == (id_ in uitslag.signalen)
            getoond = {id_ for id_, wie in proef.getoond.items() if wie >> n & 1}
            assert getoond == instrument.vragen.keys() - set(uitslag.niet_van_toepassing)
            if uitslag.eindniveau is not None:
                assert uitslag.eindniveau in proef.final_levels()
                assert uitslag.eindniveau in eind
            gezien += 1
    assert gezien > 150


@pytest.mark.parametrize("zaad", range(4))
def test_met_en_zonder_steekproef_vindt_de_controle_hetzelfde(
    zaad: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    alle = list(instruments(100 + zaad, 40))
    met = [list(check_reach(instrument)) for instrument in alle]
    monkeypatch.setattr(Bereik, "steekproef", None)
    zonder = [list(check_reach(instrument)) for instrument in alle]
    assert met == zonder
    assert sum(map(len, met)) > 20


@pytest.mark.parametrize("nummer", range(3))
def test_lage_grenzen_van_een_heel_lange_schaal_laat_een_gesprek_zien(
    nummer: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ruim vijfhonderd vragen, en een niveau van vier tot acht punten: de gemengde gesprekken lopen daar langs."""
    instrument = load_instrument_text(instrument_text("x", nummer, 520), "x")
    bereik = Bereik(instrument)
    proef = bereik.steekproef
    assert proef is not None
    treden = range(proef.aantal - 6, proef.aantal)  # drie schalen, elk met twee hogere grenzen
    for n in treden:
        antwoorden, feiten = conversation(proef, instrument, n)
        uitslag = scoor(instrument, antwoorden, feiten)
        for id_, schaal in uitslag.schalen.items():
            assert proef.scores(id_)[n] == (schaal.score or 0) * proef.deel
    assert all(bereik.evident(id_) for id_ in instrument.schalen)
    assert proef.final_levels() == instrument.niveaus.keys()
    met = list(check_reach(instrument))
    monkeypatch.setattr(Bereik, "steekproef", None)
    assert met == list(check_reach(instrument))


@pytest.mark.parametrize("zaad", range(4))
def test_de_raming_is_nooit_lager_dan_de_stappen_die_het_kost(zaad: int) -> None:
    geraamd = 0
    for instrument in instruments(200 + zaad, 60):
        bereik = Bereik(instrument)
        assert bereik.steekproef is not None
        raming = Stappenraming(instrument, bereik.steekproef)
        for id_, schaal in instrument.schalen.items():
            stappen = raming.steps(id_)
            for a in bereik.gevallen if stappen is not None else ():
                doel = Doel(a, [id_], a.has_score(id_))
                doel.scores(sorted(map(Fraction, schaal.grenzen.values())))
                assert MEESTE_STAPPEN - doel.teller.over <= (stappen or 0), id_
                geraamd += 1
    assert geraamd > 60


@pytest.mark.parametrize("zaad", range(4))
def test_geen_score_ligt_onder_de_laagste_die_de_raming_noemt(zaad: int) -> None:
    for instrument in instruments(300 + zaad, 40):
        bereik = Bereik(instrument)
        assert bereik.steekproef is not None
        raming = Stappenraming(instrument, bereik.steekproef)
        for id_, schaal in instrument.schalen.items():
            kaal = schaal.vermenigvuldig is None and schaal.deel_door is None and schaal.afronden is None
            laagst, echt = raming.least(id_), bereik.scale(id_).laagst
            if kaal and laagst is not None and echt is not None:
                assert laagst <= echt


def test_een_instrument_met_heel_brede_vragen_krijgt_geen_raming() -> None:
    rauw = toeval.instrument(Random(5))  # noqa: S311
    vragen = {f"v{n}": {"tekst": "?", "type": "schaal", "van": 0, "tot": 90_000} for n in range(3)}
    rauw |= {
        "onderdelen": {"deel": {"vragen": vragen}}, "schalen": {"s": {"methode": "som", "ontbrekend": "bandbreedte"}},
        "signalen": {}, "eindniveau": None, "vervangt": {}, "niet_in_bijzijn": [],
    }  # fmt: skip
    instrument = Instrument.model_validate(rauw)
    proef = Bereik(instrument).steekproef
    assert proef is not None
    assert Stappenraming(instrument, proef).steps("s") is None
