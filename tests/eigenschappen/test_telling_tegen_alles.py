"""De telling van antwoordenreeksen, tegen alle reeksen één voor één en de gewone score van elk."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations
from random import Random
from typing import Any

import pytest
import toeval

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.telling import count_answer_sets, count_levels, count_signal, distribution
from veiligheidsplan.instrument.voorwaarde import Vraagtoets, leaves
from veiligheidsplan.instrument.vragenlijst import state_of

MEESTE = 3_000


def domain(instrument: Instrument, id_: str, anderen: tuple[Instrument, ...] = ()) -> list[Any]:
    """Alle antwoorden op een vraag; een getal zonder einde telt tot en met de laatste grens."""
    vraag: Any = instrument.vragen[id_]
    if vraag.type == "keuze":
        return list(instrument.antwoorden_van(id_))
    if vraag.type == "meerkeuze":
        codes = list(instrument.antwoorden_van(id_))
        alle = chain.from_iterable(combinations(codes, n) for n in range(len(codes) + 1))
        return [keus for keus in alle if keus or vraag.geen_van_deze]
    if vraag.type in ("schaal", "getal"):
        tot = vraag.tot if vraag.tot is not None else max(bounds(instrument, id_))
        return list(range(vraag.van, tot + 1))
    return ["2026-02-01"]


def bounds(instrument: Instrument, id_: str) -> Iterator[int]:
    """Getallen vanaf welke iets anders kan zijn: een trede, of een toets (een gelijk getal houdt daarna op)."""
    vraag: Any = instrument.vragen[id_]
    yield vraag.van
    yield from vraag.punten_vanaf or {}
    voorwaarden = (*instrument.toon_als.values(), *(s.als for s in instrument.signalen.values()))
    for toets in chain.from_iterable(map(leaves, voorwaarden)):
        if isinstance(toets, Vraagtoets) and toets.vraag == id_ and toets.maat != "beantwoord":
            for waarde in toets.maatwaarde if toets.maat == "in" else (toets.maatwaarde,):
                yield from () if toets.maat == "hoogstens" else (int(waarde),)
                yield from () if toets.maat == "minstens" else (int(waarde) + 1,)


def answer_sets(instrument: Instrument, feiten: dict[str, Any]) -> list[dict[str, Any]] | None:
    """Elke reeks waarin iedere getoonde vraag een antwoord heeft; niets waar het er te veel zijn."""
    reeksen: list[dict[str, Any]] = [{}]
    for id_ in instrument.vragen:
        nieuw = []
        for reeks in reeksen:
            getoond = id_ in state_of(instrument, reeks, feiten).getoond
            nieuw += [{**reeks, id_: a} for a in domain(instrument, id_)] if getoond else [reeks]
        reeksen = nieuw
        if len(reeksen) > MEESTE:
            return None
    return reeksen


@pytest.mark.parametrize("zaad", range(6))
def test_de_telling_is_die_van_alle_reeksen_een_voor_een(zaad: int) -> None:
    """Per eindniveau, per score van elke schaal en per signaal: precies even veel."""
    r = Random(zaad)  # noqa: S311
    for _ in range(20):
        instrument, feiten = Instrument.model_validate(toeval.instrument(r)), toeval.gegevens(r)
        reeksen = answer_sets(instrument, feiten)
        if reeksen is None:
            continue
        bron = json.dumps(instrument.model_dump(mode="json")) + json.dumps(feiten)
        uitslagen = [scoor(instrument, reeks, feiten) for reeks in reeksen]
        assert count_answer_sets(instrument, feiten) == len(reeksen), bron
        assert count_levels(instrument, feiten) == Counter(u.eindniveau for u in uitslagen), bron
        for schaal in instrument.schalen:
            assert distribution(instrument, schaal, feiten) == Counter(
                u.schalen[schaal].score for u in uitslagen
            ), bron
        for teken in instrument.signalen:
            assert count_signal(instrument, teken, feiten) == sum(teken in u.signalen for u in uitslagen), (
                bron
            )
