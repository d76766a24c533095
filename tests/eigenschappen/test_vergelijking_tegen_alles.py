"""Wat de vergelijking telt, tegen alle antwoordenreeksen van twee versies één voor één."""

from __future__ import annotations

import copy
import json
from collections import Counter
from random import Random
from typing import Any

import pytest
import toeval
from test_telling_tegen_alles import MEESTE, bounds

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vergelijking_effect import Deeleffect, effect, fact_cases
from veiligheidsplan.instrument.vragenlijst import state_of


def changed(r: Random, bron: dict[str, Any]) -> dict[str, Any]:
    """Hetzelfde instrument met een tot drie wijzigingen van iedere soort die een trainer maakt."""
    uit = copy.deepcopy(bron)
    vragen = {q: v for deel in uit["onderdelen"].values() for q, v in deel["vragen"].items()}
    for _ in range(r.randint(1, 3)):
        id_ = r.choice(list(vragen))
        v = vragen[id_]
        keus = r.random()
        if keus < 0.2:
            v.pop("toon_als", None)
        elif keus < 0.4 and isinstance(v.get("antwoorden"), dict):
            code = r.choice(list(v["antwoorden"]))
            v["antwoorden"][code] = {**v["antwoorden"][code], "punten": "2"}
            if r.random() < 0.4:
                v["antwoorden"]["nieuw"] = {"tekst": "nieuw", "punten": "1"}
        elif keus < 0.5 and v.get("type") == "schaal":
            v["tot"] += 1
        elif keus < 0.6 and v.get("type") == "getal":
            v["tot"] = r.choice([1, 2, 4])
        elif keus < 0.75:
            for schaal in uit["schalen"].values():
                for n in schaal.get("grenzen", {}):
                    schaal["grenzen"][n] = str(float(schaal["grenzen"][n]) + 0.5)
        elif keus < 0.9 and uit["signalen"]:
            naam = r.choice(list(uit["signalen"]))
            if r.random() < 0.5:
                del uit["signalen"][naam]
            else:
                uit["signalen"][naam]["als"] = {"niet": uit["signalen"][naam]["als"]}
        else:
            v["type"] != "keuze" or v.pop("gewicht", None)
    return uit


def joint_domain(
    oud: Instrument | None, nieuw: Instrument | None, id_: str, beide: tuple[Instrument, ...]
) -> list[Any]:
    """De antwoorden die kunnen in elke versie die de vraag toont; ``beide`` zijn de versies die haar hebben."""
    from test_telling_tegen_alles import domain

    lijsten = []
    for instrument in (oud, nieuw):
        if instrument is None:
            continue
        vraag: Any = instrument.vragen[id_]
        if vraag.type == "getal" and vraag.tot is None:
            grenzen = [g for i in beide for g in bounds(i, id_)]
            grenzen += [v.tot + 1 for i in beide if (v := i.vragen[id_]).tot is not None]  # type: ignore[union-attr]
            lijsten.append(list(range(vraag.van, max(grenzen) + 1)))
        else:
            lijsten.append(domain(instrument, id_))
    return [a for a in lijsten[0] if all(a in lijst for lijst in lijsten)]


Reeks = dict[str, Any]


def joint_sets(
    oud: Instrument, nieuw: Instrument, feiten: dict[str, Any]
) -> list[tuple[Reeks, Reeks]] | None:
    """Elke reeks voor beide versies samen: per versie de antwoorden op wat zij toont."""
    reeksen: list[tuple[Reeks, Reeks]] = [({}, {})]
    for id_ in dict.fromkeys((*nieuw.vragen, *oud.vragen)):
        beide = tuple(i for i in (oud, nieuw) if id_ in i.vragen)
        straks = []
        for een, ander in reeksen:
            in_oud = id_ in state_of(oud, een, feiten).getoond
            in_nieuw = id_ in state_of(nieuw, ander, feiten).getoond
            if not (in_oud or in_nieuw):
                straks.append((een, ander))
                continue
            for a in joint_domain(oud if in_oud else None, nieuw if in_nieuw else None, id_, beide):
                straks.append(({**een, id_: a} if in_oud else een, {**ander, id_: a} if in_nieuw else ander))
        reeksen = straks
        if len(reeksen) > MEESTE:
            return None
    return reeksen


def same(een: Any, ander: Any) -> bool:
    """Van een tekst en een datum telt alleen dat zij er is."""
    return een == ander or (een == "2026-02-01" and ander in ("tekst", "2000-01-01"))


def as_counter(deel: Deeleffect) -> Counter[Any]:
    return Counter({(v.van, v.naar): v.aantal for v in deel.verschuivingen})


@pytest.mark.parametrize("zaad", range(5))
def test_het_effect_is_dat_van_alle_reeksen_van_beide_versies(zaad: int) -> None:
    """Het eindniveau, de stand van elke schaal en elk signaal: voor en na, en precies hoeveel reeksen."""
    r = Random(zaad)  # noqa: S311
    for _ in range(10):
        bron = toeval.instrument(r)
        oud, nieuw = Instrument.model_validate(bron), Instrument.model_validate(changed(r, bron))
        gevallen = fact_cases(oud, nieuw)
        assert gevallen is not None
        alles: list[tuple[Any, Any]] = []
        bekend: list[tuple[Reeks, Reeks]] = []
        for feiten in gevallen:
            reeksen = joint_sets(oud, nieuw, feiten)
            if reeksen is None or len(alles) > MEESTE:
                break
            alles += [(scoor(oud, a, feiten), scoor(nieuw, b, feiten)) for a, b in reeksen]
            bekend += [({**a, **b}, feiten) for a, b in reeksen]
        else:
            gevonden = effect(oud, nieuw)
            tekst = json.dumps([oud.model_dump(mode="json"), nieuw.model_dump(mode="json")])
            assert gevonden.eindniveau.alle == len(alles), tekst
            verwacht = Counter((a.eindniveau, b.eindniveau) for a, b in alles if a.eindniveau != b.eindniveau)
            assert as_counter(gevonden.eindniveau) == verwacht, tekst
            for v in gevonden.eindniveau.verschuivingen:
                passend = [
                    (a.eindniveau, b.eindniveau)
                    for (reeks, feiten), (a, b) in zip(bekend, alles, strict=True)
                    if feiten == v.gegevens and all(same(reeks.get(q), w) for q, w in v.antwoorden.items())
                ]
                assert (v.van, v.naar) in passend, tekst
            for id_, deel in gevonden.schalen.items():
                standen = [
                    ((s := a.schalen[id_]).score, s.niveau, (t := b.schalen[id_]).score, t.niveau)
                    for a, b in alles
                ]
                paren = Counter(((p, q), (x, y)) for p, q, x, y in standen if (p, q) != (x, y))
                assert as_counter(deel) == paren, tekst
            for id_, deel in gevonden.signalen.items():
                waar = [(id_ in a.signalen, id_ in b.signalen) for a, b in alles]
                assert as_counter(deel) == Counter((p, q) for p, q in waar if p != q), tekst
