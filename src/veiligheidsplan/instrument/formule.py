"""Conditions in completions (*formules*): plain true-or-false formulas, each written once under a number.

In a completion no answer is missing, so only an absent gegeven can be unknown, and never changes. With ``niet``
pushed to the leaves, *is not false* (``toon_als``: unknown shows) and *is true* (``als``: unknown is not true) are
two-valued: the unknown leaf is true in the one and false in the other. Equal formulas have equal numbers, so what
is left of a condition after some answers can be a key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from veiligheidsplan.instrument.voorwaarde import Alle, EenVan, Niet, Toets, Voorwaarde

ONWAAR = 0
WAAR = 1

_Knoop = tuple[str, tuple[int, ...]]


class Formules:
    """The table of formulas. A literal is (variable, bit of one of its tests, polarity)."""

    def __init__(self) -> None:
        self._knopen: list[_Knoop] = [("vast", (0,)), ("vast", (1,))]
        self._nummers: dict[_Knoop, int] = {}
        self._variabelen: list[frozenset[int]] = [frozenset(), frozenset()]
        self._gevuld: dict[tuple[int, int, int], int] = {}
        #: parts of formulas gone through so far: what filling in has taken
        self.werk = 0

    def copy(self) -> Formules:
        """A table of its own that begins with the same formulas."""
        uit = Formules()
        uit._knopen, uit._nummers = list(self._knopen), dict(self._nummers)
        uit._variabelen, uit._gevuld = list(self._variabelen), dict(self._gevuld)
        return uit

    def literal(self, variabele: int, bit: int, waar: bool) -> int:
        """True where test *bit* of *variabele* has truth *waar*."""
        return self._number(("toets", (variabele, bit, int(waar))), frozenset((variabele,)))

    def all_of(self, delen: Iterable[int]) -> int:
        """The conjunction; over nothing true."""
        return self._join("alle", delen, neutraal=WAAR, beslist=ONWAAR)

    def any_of(self, delen: Iterable[int]) -> int:
        """The disjunction; over nothing false."""
        return self._join("een_van", delen, neutraal=ONWAAR, beslist=WAAR)

    def variables(self, formule: int) -> frozenset[int]:
        """The variables that the formula still depends on."""
        return self._variabelen[formule]

    def parts(self, formule: int) -> tuple[str, tuple[int, ...]]:
        """How the formula is built: (``vast`` | ``toets`` | ``alle`` | ``een_van``, its parts)."""
        return self._knopen[formule]

    def fill(self, formule: int, variabele: int, waarheid: int) -> int:
        """What is left when the tests of *variabele* have the truths in the bits of *waarheid*."""
        if variabele not in self._variabelen[formule]:
            return formule
        sleutel = (formule, variabele, waarheid)
        if sleutel not in self._gevuld:
            soort, delen = self._knopen[formule]
            if soort == "toets":
                self._gevuld[sleutel] = int((waarheid >> delen[1] & 1) == delen[2])
            else:
                self.werk += len(delen)
                samen = self.all_of if soort == "alle" else self.any_of
                self._gevuld[sleutel] = samen([self.fill(deel, variabele, waarheid) for deel in delen])
        return self._gevuld[sleutel]

    def translate(
        self, voorwaarde: Voorwaarde, blad: Callable[[Toets, bool], int], *, ontkend: bool = False
    ) -> int:
        """A condition as a formula; *blad* gives the formula of one test, negated where its second argument says so."""
        match voorwaarde:
            case Alle(alle=delen) | EenVan(een_van=delen):
                samen = self.all_of if isinstance(voorwaarde, Alle) != ontkend else self.any_of
                return samen([self.translate(deel, blad, ontkend=ontkend) for deel in delen])
            case Niet(niet=deel):
                return self.translate(deel, blad, ontkend=not ontkend)
            case toets:
                return blad(toets, ontkend)

    def _join(self, soort: str, delen: Iterable[int], *, neutraal: int, beslist: int) -> int:
        over: set[int] = set()
        for deel in delen:
            if deel == beslist:
                return beslist
            if deel != neutraal:
                over.update(self._knopen[deel][1] if self._knopen[deel][0] == soort else (deel,))
        if not over:
            return neutraal
        if len(over) == 1:
            return over.pop()
        variabelen = frozenset[int]().union(*(self._variabelen[deel] for deel in over))
        return self._number((soort, tuple(sorted(over))), variabelen)

    def _number(self, knoop: _Knoop, variabelen: frozenset[int]) -> int:
        nummer = self._nummers.get(knoop)
        if nummer is None:
            nummer = self._nummers[knoop] = len(self._knopen)
            self._knopen.append(knoop)
            self._variabelen.append(variabelen)
        return nummer


def denial(formules: Formules, formule: int) -> int:
    """The formula *not true*: a scale without a score makes a test not true, and so its negation true."""
    if formule in (WAAR, ONWAAR):
        return ONWAAR if formule == WAAR else WAAR
    soort, delen = formules.parts(formule)
    if soort == "toets":
        variabele, bit, waar = delen
        return formules.literal(variabele, bit, not waar)
    samen = formules.any_of if soort == "alle" else formules.all_of
    return samen([denial(formules, deel) for deel in delen])
