"""Conditions halfway a conversation (*halverwege*): only what they look at themselves is answered.

The questions before are open, so a question can be shown that no complete answers show together with the others.
One such moment in which a condition is true proves that it can be, and one in which two come out differently proves
that they differ; that none does proves nothing. Only the questions on which they hang are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.steekproef import Steekproef
from veiligheidsplan.instrument.voorwaarde import Voorwaarde, Vraagtoets, leaves
from veiligheidsplan.instrument.vragenlijst import shown_among
from veiligheidsplan.instrument.waarheid import evaluate

#: a condition of more tests is left to the walk: every moment is worked out whole
_MEESTE_TOETSEN = 6

_Antwoorden = dict[str, str | int | tuple[str, ...]]


def differs_halfway(instrument: Instrument, proef: Steekproef, ruim: Voorwaarde, krap: Voorwaarde) -> bool:
    """Whether at one of a few moments only one of the two is true, or only one of the two false."""
    toetsen = _tests(ruim, krap)
    if toetsen is None or len(toetsen) > _MEESTE_TOETSEN:
        return False
    eerder = _before(instrument, toetsen)
    for antwoorden in _moments(proef, toetsen):
        _, truth = shown_among(instrument, eerder, antwoorden, {})
        if evaluate(ruim, truth) is not evaluate(krap, truth):
            return True
    return False


def comes_out_halfway(instrument: Instrument, proef: Steekproef, voorwaarde: Voorwaarde, waar: bool) -> bool:
    """Whether the condition is true (or, without *waar*, false) at a moment when all that it looks at is so."""
    toetsen = _tests(voorwaarde)
    if toetsen is None:
        return False
    eerder = _before(instrument, toetsen)
    for alle in (waar, not waar):
        antwoorden = _answers(proef, [(toets, alle) for toets in toetsen.values()])
        _, truth = shown_among(instrument, eerder, antwoorden, {})
        if evaluate(voorwaarde, truth) is waar:
            return True
    return False


def _tests(*voorwaarden: Voorwaarde) -> dict[int, Vraagtoets] | None:
    """The tests of these conditions; ``None`` where one is no test of a question."""
    uit: dict[int, Vraagtoets] = {}
    for voorwaarde in voorwaarden:
        for toets in leaves(voorwaarde):
            if not isinstance(toets, Vraagtoets):
                return None
            uit[id(toets)] = toets
    return uit


def _before(instrument: Instrument, toetsen: dict[int, Vraagtoets]) -> list[str]:
    """The questions of these tests, and those that decide whether these are shown, in file order."""
    uit, stapel = set[str](), [toets.vraag for toets in toetsen.values()]
    while stapel:
        vraag = stapel.pop()
        if vraag not in uit:
            uit.add(vraag)
            stapel += [
                toets.vraag for toets in leaves(instrument.toon_als[vraag]) if isinstance(toets, Vraagtoets)
            ]
    return sorted(uit, key=instrument.plaatsen.__getitem__)


def _moments(proef: Steekproef, toetsen: dict[int, Vraagtoets]) -> Iterator[_Antwoorden]:
    """Answers that make one test true or false, alone; and then with the others the other way round."""
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
