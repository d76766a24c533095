"""Parts of a condition that change nothing: without them it is true, false and unknown in exactly the same cases.

Only said when it is proven over all answers and facts, also missing ones. A part that has nothing to do with the
rest of its condition is not walked at all: it always matters.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.instrument.bereik import Bereik
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.voorwaarde import (
    Alle,
    EenVan,
    Gegeventoets,
    Niet,
    Schaaltoets,
    Toets,
    Voorwaarde,
    Vraagtoets,
    leaves,
)

Pad = tuple[str | int, ...]
#: a condition of more tests is not taken apart: each part is a proof of its own
MEESTE_TOETSEN = 24


def check_parts(
    instrument: Instrument, bereik: Bereik, voorwaarde: Voorwaarde, pad: Pad
) -> Iterator[Bevinding]:
    """VP312 for each part of ``alle`` and ``een_van`` that changes nothing; of two that say the same, the last."""
    if 1 < sum(1 for _ in leaves(voorwaarde)) <= MEESTE_TOETSEN:
        for deel in _Ontleding(instrument, bereik, voorwaarde).idle_parts():
            yield Bevinding(
                "VP312",
                "Dit deel van de voorwaarde verandert niets: zonder dit deel is de uitkomst altijd hetzelfde.",
                Ernst.WAARSCHUWING,
                pad=(*pad, *deel),
                suggestie="Laat dit deel weg, of kijk of er iets anders had moeten staan.",
            )


class _Ontleding:
    """One condition, taken apart from the last part to the first; what changes nothing is left out at once."""

    def __init__(self, instrument: Instrument, bereik: Bereik, voorwaarde: Voorwaarde) -> None:
        self._instrument, self._bereik, self._heel = instrument, bereik, voorwaarde

    def idle_parts(self) -> list[Pad]:
        return sorted(self._walk((), positief=True), key=lambda p: tuple(map(str, p)))

    def _walk(self, plek: Pad, *, positief: bool) -> Iterator[Pad]:
        hier = _at(self._heel, plek)
        if isinstance(hier, Niet):
            yield from self._walk((*plek, "niet"), positief=not positief)
            return
        naam, delen = _group(hier)
        for i in reversed(range(len(delen))):
            deel = (*plek, naam, i)
            zonder = _without(self._heel, deel)
            if zonder is not None and self._is_idle(deel, zonder, isinstance(hier, EenVan) == positief):
                self._heel = zonder
                yield deel
            else:
                yield from self._walk(deel, positief=positief)

    def _is_idle(self, plek: Pad, zonder: Voorwaarde, smaller: bool) -> bool:
        """Leaving a part out makes ``een_van`` narrower and ``alle`` wider; under ``niet`` the other way round."""
        ruim, krap = (self._heel, zonder) if smaller else (zonder, self._heel)
        if self._bereik.seen_to_differ(ruim, krap):  # by far the most
            return False
        return self._may_be_idle(plek) and not self._bereik.differs(ruim, krap)

    def _may_be_idle(self, plek: Pad) -> bool:
        """Whether the part has a question or a fact in common with the rest, or a test that may be constant."""
        eigen, rest = list(leaves(_at(self._heel, plek))), list(leaves(_without(self._heel, plek)))
        if any(
            isinstance(toets, Schaaltoets) or toets.maat in ("minstens", "hoogstens", "in") for toets in eigen
        ):
            return True
        van_rest = {ding for toets in rest for ding in self._about(toets)}
        return len(eigen) > 1 or any(ding in van_rest for toets in eigen for ding in self._about(toets))

    def _about(self, toets: Toets) -> set[str]:
        """What a test looks at, with the questions that decide whether its question is shown."""
        if isinstance(toets, Gegeventoets):
            return {f"gegeven {toets.gegeven}"}
        if isinstance(toets, Schaaltoets):
            return set(self._instrument.vragen)
        gezien, stapel = set[str](), [toets.vraag]
        while stapel:
            vraag = stapel.pop()
            if vraag not in gezien:
                gezien.add(vraag)
                stapel += [
                    t.vraag for t in leaves(self._instrument.toon_als[vraag]) if isinstance(t, Vraagtoets)
                ]
        return gezien


def _group(voorwaarde: Voorwaarde) -> tuple[str, tuple[Voorwaarde, ...]]:
    if type(voorwaarde) is Alle:
        return "alle", voorwaarde.alle
    if type(voorwaarde) is EenVan:
        return "een_van", voorwaarde.een_van
    return "", ()


def _at(voorwaarde: Voorwaarde, plek: Pad) -> Voorwaarde:
    while plek:
        if isinstance(voorwaarde, Niet):
            voorwaarde, plek = voorwaarde.niet, plek[1:]
        else:
            voorwaarde, plek = _group(voorwaarde)[1][int(plek[1])], plek[2:]
    return voorwaarde


def _without(voorwaarde: Voorwaarde, plek: Pad) -> Voorwaarde | None:
    """The condition without one part; ``None`` where that was the only part of its group."""
    if isinstance(voorwaarde, Niet):
        binnen = _without(voorwaarde.niet, plek[1:])
        return None if binnen is None else Niet.model_construct(niet=binnen)
    naam, delen = _group(voorwaarde)
    i, verder = int(plek[1]), plek[2:]
    midden: tuple[Voorwaarde, ...] = ()
    if verder:
        deel = _without(delen[i], verder)
        if deel is None:
            return None
        midden = (deel,)
    over = (*delen[:i], *midden, *delen[i + 1 :])
    if not over:
        return None
    # of parts that were checked when they were read
    return Alle.model_construct(alle=over) if naam == "alle" else EenVan.model_construct(een_van=over)
