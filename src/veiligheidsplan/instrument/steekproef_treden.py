"""Bounds that are low beside all that a scale can count (*treden*): mixed conversations pass these by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.punten import multiplier
from veiligheidsplan.instrument.voorwaarde import Vraagtoets, leaves

#: the questions and the scales that each scale counts directly
Geteld = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
#: of a scale of fewer questions the mixed conversations come at each level
_VEEL = 100


def stairs(instrument: Instrument, geteld: Geteld) -> Iterator[tuple[Sequence[str], Fraction]]:
    """Per bound of a long scale the questions that can bring it there, and how many points these must have.

    Only questions that are always shown and that no condition names: their answers change nothing else.
    """
    lang = {id_: leden for id_ in instrument.schalen if len(leden := _below(instrument, geteld, id_)) > _VEEL}
    if not lang:
        return
    genoemd = {t.vraag for v in instrument.voorwaarden for t in leaves(v) if isinstance(t, Vraagtoets)}
    for id_, leden in lang.items():
        schaal = instrument.schalen[id_]
        vrij = [v for v in leden if instrument.toon_als[v] is None and v not in genoemd]
        for grens in sorted(schaal.grenzen.values())[1:]:
            yield vrij, Fraction(grens) / multiplier(schaal)


def _below(instrument: Instrument, geteld: Geteld, id_: str) -> tuple[str, ...]:
    """The questions whose sum a scale is, or is at least: of the scales that it counts, the first will do."""
    vragen, schalen = geteld[id_]
    return vragen or (_below(instrument, geteld, schalen[0]) if schalen else ())
