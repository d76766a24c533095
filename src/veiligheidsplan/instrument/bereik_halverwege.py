"""Two conditions compared halfway a conversation (*halverwege*): only what they look at themselves is answered.

The questions before are open, so a question can be shown that no complete answers show together with the others.
One such moment in which the conditions come out differently proves that they differ; that none does proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.steekproef import Steekproef
from veiligheidsplan.instrument.voorwaarde import Gegeventoets, Schaaltoets, Voorwaarde, Vraagtoets, leaves
from veiligheidsplan.instrument.vragenlijst import state_of
from veiligheidsplan.instrument.waarheid import evaluate

#: a condition of more tests is left to the walk: every moment is worked out whole
_MEESTE_TOETSEN = 6

_Antwoorden = dict[str, str | int | tuple[str, ...]]


def differs_halfway(instrument: Instrument, proef: Steekproef, ruim: Voorwaarde, krap: Voorwaarde) -> bool:
    """Whether at one of a few moments only one of the two is true, or only one of the two false."""
    bladen = [*leaves(ruim), *leaves(krap)]
    if any(isinstance(toets, Schaaltoets | Gegeventoets) for toets in bladen):
        return False
    for antwoorden in _moments(proef, {id(t): t for t in bladen if isinstance(t, Vraagtoets)}):
        stand = state_of(instrument, antwoorden)
        een, ander = evaluate(ruim, stand.truth), evaluate(krap, stand.truth)
        if een is not ander:
            return True
    return False


def _moments(proef: Steekproef, toetsen: dict[int, Vraagtoets]) -> Iterator[_Antwoorden]:
    """Answers that make one test true or false, alone; and then with the others the other way round."""
    if len(toetsen) > _MEESTE_TOETSEN:
        return
    for waar in (True, False):
        for eigen in toetsen.values():
            yield _answers(proef, [(eigen, waar)])
    for waar in (True, False):
        for eigen in toetsen.values():
            yield _answers(proef, [(eigen, waar), *((toets, not waar) for toets in toetsen.values())])


def _answers(proef: Steekproef, wensen: list[tuple[Vraagtoets, bool]]) -> _Antwoorden:
    """Of two wishes about one question the first counts."""
    uit: _Antwoorden = {}
    for toets, waar in wensen:
        waarde = proef.answer_that(toets, waar)
        if waarde is not None:
            uit.setdefault(toets.vraag, waarde)
    return uit
