"""One or two versions side by side (*telmodel*): their questions paired, in one order, in sets that conditions link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from veiligheidsplan.instrument.gegevens import Gegevenwaarde
from veiligheidsplan.instrument.groepering import find
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.telling_vragen import Antwoordtelling, Kant, Vraagpaar

#: per version the formulas of conditions that are still needed
Levend = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Telvraag:
    """A question in each version: its ids, its numbers there, and its answers."""

    paar: Vraagpaar
    nummers: tuple[int | None, ...]
    antwoorden: Antwoordtelling


class Telmodel:
    """Everything about the answers that all goals share. Raises ``TeVeel`` where the versions ask in a circle."""

    def __init__(
        self,
        instrumenten: Sequence[Instrument],
        gegevens: Mapping[str, Gegevenwaarde],
        paren: Sequence[Vraagpaar] | None = None,
    ) -> None:
        self.kanten = [Kant(instrument, dict(gegevens)) for instrument in instrumenten]
        paren = [(id_,) for id_ in instrumenten[0].vragen] if paren is None else paren
        self.vragen = [self._question(paar) for paar in paren]
        self._plek: dict[tuple[int, int], int] = {
            (k, nummer): i
            for i, vraag in enumerate(self.vragen)
            for k, nummer in enumerate(vraag.nummers)
            if nummer is not None
        }
        #: linked questions, each set in an order in which a condition names earlier ones only
        self.samenhangen = self._connect()
        self.levend = [self._alive(leden) for leden in self.samenhangen]
        #: how often each set can be answered, where a goal has nothing to do with it; filled in by the walk
        self.los: dict[int, int] = {}

    def _question(self, paar: Vraagpaar) -> Telvraag:
        nummers = [
            None if id_ is None else k.aanvulling.nummer[id_]
            for k, id_ in zip(self.kanten, paar, strict=True)
        ]
        return Telvraag(paar, tuple(nummers), Antwoordtelling(self.kanten, paar))

    def _needs(self, vraag: Telvraag) -> set[int]:
        """The questions that the conditions of a question name, in any version."""
        uit: set[int] = set()
        for k, (kant, nummer) in enumerate(zip(self.kanten, vraag.nummers, strict=True)):
            if nummer is not None:
                a = kant.aanvulling
                uit |= {self._plek[k, ander] for ander in a.formules.variables(a.toon[nummer])}
        return uit

    def _alive(self, leden: list[int]) -> list[Levend]:
        """After each question, per version: the conditions of later questions that name one up to here."""
        plek = {i: p for p, i in enumerate(leden)}
        begin: list[list[tuple[int, int]]] = [[] for _ in leden]
        laatste: dict[tuple[int, int], int] = {}
        for p, i in enumerate(leden):
            for k, nummer in enumerate(self.vragen[i].nummers):
                toon = 1 if nummer is None else self.kanten[k].aanvulling.toon[nummer]
                namen = self.kanten[k].aanvulling.formules.variables(toon)
                if namen and (k, toon) not in laatste:
                    begin[min(plek[self._plek[k, naam]] for naam in namen)].append((k, toon))
                if namen:
                    laatste[k, toon] = p
        uit: list[Levend] = []
        nu: list[tuple[int, int]] = []
        for p in range(len(leden)):
            nu = [paar for paar in (*nu, *begin[p]) if laatste[paar] > p]
            uit.append(tuple(tuple(f for kant, f in nu if kant == k) for k in range(len(self.kanten))))
        return uit

    def _connect(self) -> list[list[int]]:
        leider = {i: i for i in range(len(self.vragen))}
        nodig = {i: self._needs(vraag) for i, vraag in enumerate(self.vragen)}
        for i, anderen in nodig.items():
            for ander in anderen:
                leider[find(leider, ander)] = find(leider, i)
        sets: dict[int, list[int]] = {}
        for i in leider:
            sets.setdefault(find(leider, i), []).append(i)
        return [self._order(leden, nodig) for leden in sets.values()]

    def _order(self, leden: list[int], nodig: Mapping[int, set[int]]) -> list[int]:
        if all(ander < i for i in leden for ander in nodig[i]):
            return leden
        try:
            return list(TopologicalSorter({i: sorted(nodig[i]) for i in leden}).static_order())
        except CycleError:
            raise TeVeel from None
