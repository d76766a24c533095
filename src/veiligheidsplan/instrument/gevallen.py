"""Cases (*gevallen*) for a simulation: the facts that conditions can tell apart, for whom the instrument is meant."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from veiligheidsplan.instrument.bereik import values_of_fact
from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.voorwaarde import Gegeventoets, leaves
from veiligheidsplan.instrument.vragenlijst import Stand, state_of
from veiligheidsplan.instrument.waarheid import evaluate, holds

Feiten = dict[str, Gegevenwaarde]


def cases_of(instrument: Instrument, vast: Mapping[str, Gegevenwaarde]) -> list[Feiten]:
    """Every combination of known facts, each told apart from the others by some condition; never an empty list.

    *vast*: facts that are given. What does not belong to the target group is left out, unless nothing is left.
    """
    waarden = {naam: [waarde] for naam, waarde in vast.items()}
    for naam, toetsen in _tests(instrument).items():
        waarden.setdefault(naam, _told_apart(toetsen))
    alle = [dict(zip(waarden, keuze, strict=True)) for keuze in product(*waarden.values())]
    return [feiten for feiten in alle if _is_meant(instrument, feiten)] or alle


def _tests(instrument: Instrument) -> dict[str, list[Gegeventoets]]:
    groep = instrument.doelgroep
    voorwaarden = [
        *instrument.toon_als.values(),
        *(s.als for s in instrument.signalen.values()),
        *((groep.sluit_in, groep.sluit_uit) if groep else ()),
    ]
    toetsen: dict[str, list[Gegeventoets]] = {}
    for toets in (t for v in voorwaarden for t in leaves(v)):
        if isinstance(toets, Gegeventoets):
            toetsen.setdefault(toets.gegeven, []).append(toets)
    return toetsen


def _told_apart(toetsen: list[Gegeventoets]) -> list[Gegevenwaarde]:
    waarden = sorted({w for toets in toetsen for w in values_of_fact(toets)}, key=lambda w: (str(type(w)), w))
    per: dict[tuple[bool, ...], Gegevenwaarde] = {}
    for waarde in waarden:
        per.setdefault(tuple(holds(t.maat, t.maatwaarde, waarde) for t in toetsen), waarde)
    return list(per.values())


def _is_meant(instrument: Instrument, feiten: Feiten) -> bool:
    groep = instrument.doelgroep
    if groep is None:
        return True
    stand: Stand = state_of(instrument, {}, feiten)
    in_ = groep.sluit_in is None or evaluate(groep.sluit_in, stand.truth) is not False
    return in_ and (groep.sluit_uit is None or evaluate(groep.sluit_uit, stand.truth) is not True)
