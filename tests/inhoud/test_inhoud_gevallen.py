"""Each shipped instrument scores what the cases beside it say: a sentence, answers and their outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from inhoud_leveringen import INSTRUMENTEN, read_values

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.loading import laad_instrument

Geval = dict[str, Any]


@cache
def load(map_: Path) -> Instrument:
    return laad_instrument(map_ / "instrument.yaml")


def cases(map_: Path) -> list[Geval]:
    return [geval for pad in sorted((map_ / "tests").glob("*.yaml")) for geval in read_values(pad)]


def answers(instrument: Instrument, geval: Geval) -> dict[str, Any]:
    """The answers of a case; ``overige: nee`` answers every other question whose list has that code."""
    gegeven = dict(geval["antwoorden"])
    overige = gegeven.pop("overige", None)
    if overige is not None:
        for vraag in instrument.vragen:
            if vraag not in gegeven and overige in instrument.antwoorden_van(vraag):
                gegeven[vraag] = overige
    return gegeven


def outcome(map_: Path, geval: Geval) -> dict[str, Any]:
    instrument = load(map_)
    uitslag = scoor(instrument, answers(instrument, geval), geval.get("gegevens"))
    return uitslag.model_dump(mode="json")


def differences(verwacht: Any, echt: Any, pad: str = "") -> Iterator[str]:
    if isinstance(verwacht, Mapping):
        for sleutel, deel in verwacht.items():
            hier = f"{pad}.{sleutel}".lstrip(".")
            if sleutel not in echt:
                yield f"{hier}: staat niet in de uitslag"
            else:
                yield from differences(deel, echt[sleutel], hier)
    elif verwacht != echt:
        yield f"{pad}: verwacht {verwacht!r}, uitslag {echt!r}"


ALLE = [(map_, geval) for map_ in INSTRUMENTEN for geval in cases(map_)]


@pytest.mark.parametrize(("map_", "geval"), ALLE, ids=[f"{m.name}: {g['naam']}" for m, g in ALLE])
def test_een_geval_geeft_de_uitslag_die_erbij_staat(map_: Path, geval: Geval) -> None:
    assert list(differences(geval["verwacht"], outcome(map_, geval))) == []


@pytest.mark.parametrize("map_", INSTRUMENTEN, ids=lambda m: m.name)
def test_elke_zin_boven_een_geval_staat_er_een_keer(map_: Path) -> None:
    namen = [geval["naam"] for geval in cases(map_)]
    assert len(namen) == len(set(namen))


@pytest.mark.parametrize("map_", INSTRUMENTEN, ids=lambda m: m.name)
def test_de_gevallen_raken_elk_antwoord_van_elke_vraag(map_: Path) -> None:
    instrument = load(map_)
    gezien: set[tuple[str, str]] = set()
    for geval in cases(map_):
        weg = outcome(map_, geval)["niet_van_toepassing"]
        for vraag, antwoord in answers(instrument, geval).items():
            if vraag not in weg:
                delen = antwoord if isinstance(antwoord, list) else [antwoord]
                gezien |= {(vraag, deel) for deel in delen}
    alle = {(vraag, code) for vraag in instrument.vragen for code in instrument.antwoorden_van(vraag)}
    assert sorted(alle - gezien) == []


@pytest.mark.parametrize("map_", INSTRUMENTEN, ids=lambda m: m.name)
def test_de_gevallen_raken_elk_niveau_elk_signaal_en_elke_voorwaarde_beide_kanten(map_: Path) -> None:
    instrument = load(map_)
    uitslagen = [outcome(map_, geval) for geval in cases(map_)]
    assert {u["eindniveau"] for u in uitslagen} == set(instrument.niveaus)
    schaal = instrument.eindniveau
    assert {u["schalen"][schaal]["niveau"] for u in uitslagen} >= set(instrument.niveaus)
    assert {signaal for u in uitslagen for signaal in u["signalen"]} == set(instrument.signalen)
    for vraag, voorwaarde in instrument.toon_als.items():
        if voorwaarde is not None:
            weg = [vraag in u["niet_van_toepassing"] for u in uitslagen]
            assert set(weg) == {True, False}, vraag


@pytest.mark.parametrize("map_", INSTRUMENTEN, ids=lambda m: m.name)
def test_elke_schaal_is_ook_een_keer_niet_compleet_en_blijft_precies(map_: Path) -> None:
    uitslagen = [outcome(map_, geval) for geval in cases(map_)]
    for schaal in load(map_).schalen:
        assert any(u["schalen"][schaal]["ontbrekend"] for u in uitslagen), schaal
        assert all(u["schalen"][schaal]["exact"] for u in uitslagen), schaal


@pytest.mark.parametrize("map_", INSTRUMENTEN, ids=lambda m: m.name)
def test_niets_gevraagd_betekent_dat_elk_niveau_en_elk_signaal_nog_kan(map_: Path) -> None:
    """Unknown is not no: without answers the highest level is still possible, and no sign is ruled out."""
    instrument = load(map_)
    uitslag = scoor(instrument, {}, {"leeftijd": 5, "thuiswonend": "ja", "zwanger": "ja"})
    assert uitslag.eindniveau_hoogst == list(instrument.niveaus)[-1]
    assert set(uitslag.signalen_mogelijk) == set(instrument.signalen)


@pytest.mark.parametrize("map_", INSTRUMENTEN, ids=lambda m: m.name)
def test_een_antwoord_weglaten_verlaagt_nooit_het_hoogste_dat_nog_kan(map_: Path) -> None:
    """Leaving out one answer of a case never lowers the highest level, nor rules out a true sign."""
    instrument = load(map_)
    orde = list(instrument.niveaus)
    for geval in cases(map_):
        gegeven, gegevens = answers(instrument, geval), geval.get("gegevens")
        vol = scoor(instrument, gegeven, gegevens)
        for vraag in gegeven:
            minder = scoor(instrument, {v: a for v, a in gegeven.items() if v != vraag}, gegevens)
            assert orde.index(minder.eindniveau_hoogst) >= orde.index(vol.eindniveau_hoogst), (
                geval["naam"],
                vraag,
            )
            assert set(vol.signalen) <= {*minder.signalen, *minder.signalen_mogelijk}, (geval["naam"], vraag)
