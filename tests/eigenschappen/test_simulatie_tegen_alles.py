"""Een simulatie die precies heet, is het ook: naast alle antwoorden van kleine instrumenten, één voor één."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest
import toeval

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.gevallen import cases_of
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.profiel import Profiel, answers_of
from veiligheidsplan.instrument.rekenaar import Rekenaar
from veiligheidsplan.instrument.simulatie_exact import Aandelen
from veiligheidsplan.instrument.simulatie_invloed import influence
from veiligheidsplan.instrument.uitslag import Uitslag
from veiligheidsplan.instrument.voorwaarde import Vraagtoets, leaves

MEESTE = 600


def draws(
    instrument: Instrument, profiel: Profiel, feiten: dict[str, Any]
) -> list[tuple[dict[str, Any], Fraction]]:
    """Alle manieren om elke vraag een antwoord te geven, met hun deel; ook aan vragen die niet verschijnen."""
    per_vraag: list[list[tuple[Any, Fraction]]] = []
    aantal = 1
    for id_ in instrument.vragen:
        waarden = answers_of(instrument, id_, profiel)
        samen = sum(waarden.values(), Fraction(0))
        per_vraag.append([(waarde, gewicht / samen) for waarde, gewicht in waarden.items()])
        aantal *= len(waarden)
        if aantal > MEESTE:
            return []
    uit = []
    for keuze in product(*per_vraag):
        deel = Fraction(1)
        for _, gewicht in keuze:
            deel *= gewicht
        uit.append(({id_: w for id_, (w, _) in zip(instrument.vragen, keuze, strict=True)}, deel))
    return uit


def random_profile(r: Random, instrument: Instrument) -> Profiel:
    gewichten = {}
    for id_ in instrument.vragen:
        if r.random() < 0.5:
            waarden = list(answers_of(instrument, id_, Profiel("")))
            gekozen = r.sample(waarden, r.randint(1, len(waarden)))
            gewichten[id_] = {waarde: Fraction(r.randint(1, 5), r.randint(1, 3)) for waarde in gekozen}
    return Profiel("proef", gewichten)


def small_instruments(zaad: int, aantal: int) -> Iterator[tuple[Random, Instrument]]:
    r = Random(zaad)  # noqa: S311
    for _ in range(aantal):
        yield r, Instrument.model_validate(toeval.instrument(r))


@pytest.mark.parametrize("zaad", range(3))
def test_elk_aandeel_is_dat_van_alle_antwoorden_een_voor_een(zaad: int) -> None:
    """Per eindniveau, per score van elke schaal en per signaal; ook met gewichten en verborgen vragen."""
    bekeken = 0
    for r, instrument in small_instruments(zaad, 25):
        try:
            profiel = random_profile(r, instrument)
        except TeVeel:
            continue
        gevallen = cases_of(instrument, {})[:4]
        bron = json.dumps(instrument.model_dump(mode="json"))
        gezien: list[tuple[Uitslag, Fraction]] = []
        for feiten in gevallen:
            for antwoorden, deel in draws(instrument, profiel, feiten):
                gezien.append((scoor(instrument, antwoorden, feiten), deel / len(gevallen)))
        if not gezien or len(gezien) > 3 * MEESTE:
            continue
        bekeken += 1
        aandelen = Aandelen(instrument, gevallen, profiel)
        for schaal in instrument.schalen:
            scores = [(u.schalen[schaal].score, deel) for u, deel in gezien]
            assert aandelen.scores(schaal) == _sum(scores), (schaal, bron)
        for teken in instrument.signalen:
            assert aandelen.sign(teken) == sum(deel for u, deel in gezien if teken in u.signalen), (
                teken,
                bron,
            )
        if instrument.eindniveau:
            assert aandelen.final() == _sum((u.eindniveau, deel) for u, deel in gezien), bron
    assert bekeken >= 10


def _sum(delen: Any) -> dict[Any, Fraction]:
    per: dict[Any, Fraction] = {}
    for wat, deel in delen:
        per[wat] = per.get(wat, Fraction(0)) + deel
    return per


@pytest.mark.parametrize("zaad", range(10, 12))
def test_een_vraag_die_nooit_heet_verandert_in_geen_enkel_geval_iets(zaad: int) -> None:
    """En een vraag die telt, verandert in minstens één geval een niveau of een signaal."""
    nooit = 0
    for _, instrument in small_instruments(zaad, 25):
        bron = json.dumps(instrument.model_dump(mode="json"))
        if any(
            isinstance(toets, Vraagtoets) and toets.maat == "beantwoord"
            for voorwaarde in (*instrument.toon_als.values(), *(s.als for s in instrument.signalen.values()))
            for toets in leaves(voorwaarde)
        ):
            continue  # of een vraag beantwoord is, hoort niet bij volledige antwoorden
        anders: set[str] = set()
        gevallen = cases_of(instrument, {})
        reeksen = [a for a, _ in draws(instrument, Profiel(""), {})]
        if not reeksen or len(reeksen) * len(gevallen) > 3 * MEESTE:
            continue
        for feiten in gevallen:
            beeld = {_key(a): _visible(scoor(instrument, a, feiten)) for a in reeksen}
            for id_ in instrument.vragen:
                groepen: dict[Any, set[Any]] = {}
                for a in reeksen:
                    groepen.setdefault(_key({n: w for n, w in a.items() if n != id_}), set()).add(
                        beeld[_key(a)]
                    )
                if any(len(groep) > 1 for groep in groepen.values()):
                    anders.add(id_)
        for id_, wat in influence(instrument).items():
            nooit += wat == "nooit"
            assert not (wat == "nooit" and id_ in anders), (id_, bron)
            assert wat != "telt" or id_ in anders or '"gegeven"' in bron, (id_, bron)
    assert nooit > 3


def _key(antwoorden: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(sorted(antwoorden.items()))


def _visible(uitslag: Uitslag) -> tuple[Any, ...]:
    return tuple(s.niveau for s in uitslag.schalen.values()), uitslag.signalen, uitslag.eindniveau


@pytest.mark.parametrize("zaad", range(20, 22))
def test_de_snelle_rekenaar_geeft_het_eindniveau_van_scoor(zaad: int) -> None:
    for r, instrument in small_instruments(zaad, 25):
        rekenaar = Rekenaar(instrument)
        for _ in range(8):
            feiten = toeval.gegevens(r)
            antwoorden = {
                id_: r.choice(list(answers_of(instrument, id_, Profiel("")))) for id_ in instrument.vragen
            }
            assert rekenaar.final(antwoorden, feiten) == scoor(instrument, antwoorden, feiten).eindniveau, (
                json.dumps(instrument.model_dump(mode="json")),
                antwoorden,
                feiten,
            )
