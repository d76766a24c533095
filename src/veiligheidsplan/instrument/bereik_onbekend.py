"""Everything that can be answered or left open: the states that a conversation can be in, not only its end.

While an answer is missing, a condition that is unknown shows its question, and that question can be answered. So a
condition can become true or false in ways that no complete set of answers shows.
"""

from __future__ import annotations

from collections.abc import Callable

from veiligheidsplan.instrument.aanvulling import Aanvulling, Vertaling
from veiligheidsplan.instrument.formule import WAAR
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import Klasse, Vraagmaat
from veiligheidsplan.instrument.voorwaarde import Gegeventoets, Schaaltoets, Toets, Voorwaarde
from veiligheidsplan.instrument.vragenlijst import Stand, truth_of_gegeven

#: the test of a question that holds while it is shown and has no answer
_ONBEKEND: Vraagmaat = ("onbekend", None)
#: whether a test of a scale (or, where the second is true, its denial) can be true at all
Schaalkans = Callable[[Schaaltoets, bool], bool]


class MetOnbekend(Aanvulling):
    """As ``Aanvulling``, with for each question also *missing*: then every test but ``beantwoord`` is unknown.

    A test of a scale is true wherever it can be true at all: what it says is never too narrow.
    """

    def __init__(self, stand: Stand, schaalkans: Schaalkans) -> None:
        self._schaalkans = schaalkans
        super().__init__(stand)

    def _translated(self, instrument: Instrument) -> Vertaling:
        return self._new_translation(
            instrument
        )  # other formulas, which what scales can come to has a part in

    def _later(self, id_: str, maten: tuple[Vraagmaat, ...], geteld: bool) -> tuple[Klasse, ...]:
        echt: tuple[Vraagmaat, ...] = tuple(("in", ()) if maat == _ONBEKEND else maat for maat in maten)
        nu = sum(1 << bit for bit, (maat, _) in enumerate(maten) if maat == "beantwoord")
        open_ = sum(1 << bit for bit, (maat, _) in enumerate(maten) if maat in ("onbekend", "getoond"))
        gegeven = (k._replace(waar=k.waar | nu) for k in super()._later(id_, echt, False))
        return (*gegeven, Klasse(0, open_))

    def _translate(self, voorwaarde: Voorwaarde | None, *, onbekend: bool) -> int:
        def leaf(toets: Toets, ontkend: bool) -> int:
            if isinstance(toets, Gegeventoets):
                waar = truth_of_gegeven(toets, self.stand.gegevens)
                return int(onbekend) if waar is None else int(waar != ontkend)
            if isinstance(toets, Schaaltoets):
                return int(self._schaalkans(toets, ontkend))
            nummer = self.nummer[toets.vraag]
            # known from the start, so that the classes of the question tell it apart
            open_ = self._bit(nummer, _ONBEKEND)
            echt = self.formules.literal(
                nummer, self._bit(nummer, (toets.maat, toets.maatwaarde)), not ontkend
            )
            if toets.maat == "beantwoord" or onbekend == ontkend:
                return echt
            mist = self.formules.literal(nummer, open_, onbekend)
            return self.formules.any_of([echt, mist]) if onbekend else self.formules.all_of([echt, mist])

        return WAAR if voorwaarde is None else self.formules.translate(voorwaarde, leaf)
