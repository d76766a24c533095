"""How few answers make a final level certain (*zeker*): the least and the most level still open are the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from veiligheidsplan.instrument.gevallen import Feiten, cases_of
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.profiel import Getrokken, Toeval
from veiligheidsplan.instrument.rekenaar import Rekenaar
from veiligheidsplan.instrument.score import scoor

#: so many outcomes may be worked out to prove that fewer answers are never enough
MEESTE_PROEVEN = 400
#: from so many complete sets per level answers are left out, each time in another order
_BEGINS = 6
_WEGEN = 25


@dataclass(frozen=True, slots=True)
class Zekerheid:
    """With so many answers a level is certain, for example with these, in a case with these facts.

    ``bewezen``: with fewer it is never certain, whatever the answers and the facts.
    """

    aantal: int
    bewezen: bool
    voorbeeld: dict[str, Getrokken]
    gegevens: Feiten


def fewest_answers(
    instrument: Instrument, gegevens: Mapping[str, str | int], toeval: Toeval
) -> dict[str, Zekerheid | None]:
    """Per final level, from least to most serious; ``None`` where no answers were found that give it."""
    if instrument.eindniveau is None:
        return {}
    return _Zoeker(instrument, cases_of(instrument, gegevens), toeval).search()


class _Zoeker:
    def __init__(self, instrument: Instrument, gevallen: list[Feiten], toeval: Toeval) -> None:
        self._instrument, self._gevallen, self._toeval = instrument, gevallen, toeval
        self._rekenaar = Rekenaar(instrument)

    def search(self) -> dict[str, Zekerheid | None]:
        uit: dict[str, Zekerheid | None] = dict.fromkeys(self._instrument.niveaus)
        bewezen = self._try_all(uit)
        for niveau, begins in self._starts([n for n, z in uit.items() if z is None]).items():
            gevonden = [(self._leave_out(een, feiten, niveau), feiten) for een, feiten in begins]
            if gevonden:
                minst, feiten = min(gevonden, key=lambda paar: len(paar[0]))
                uit[niveau] = Zekerheid(len(minst), len(minst) <= bewezen, minst, feiten)
        return uit

    def _try_all(self, uit: dict[str, Zekerheid | None]) -> int:
        """Every set of few answers, as far as the stated number goes; below how many nothing is certain any more."""
        opties = {id_: self._rekenaar.options(id_) for id_ in self._instrument.vragen}
        over = MEESTE_PROEVEN
        for aantal in range(len(opties) + 1):
            over -= _count_sets(opties, aantal) * len(self._gevallen)
            if over < 0 or None not in uit.values():
                return aantal
            for vragen in combinations(opties, aantal):
                for waarden in product(*(opties[id_] for id_ in vragen)):
                    self._try(dict(zip(vragen, waarden, strict=True)), uit)
        return len(opties) + 1

    def _try(self, antwoorden: dict[str, Getrokken], uit: dict[str, Zekerheid | None]) -> None:
        for feiten in self._gevallen:
            niveau = self._certain(antwoorden, feiten)
            if niveau is not None and uit[niveau] is None:
                uit[niveau] = Zekerheid(len(antwoorden), True, antwoorden, feiten)

    def _certain(self, antwoorden: Mapping[str, Getrokken], feiten: Feiten) -> str | None:
        uitslag = scoor(self._instrument, antwoorden, feiten)
        return uitslag.eindniveau if uitslag.eindniveau == uitslag.eindniveau_hoogst else None

    def _starts(self, niveaus: list[str]) -> dict[str, list[tuple[dict[str, Getrokken], Feiten]]]:
        """Complete sets per level: on ways from the fewest points to the most, one question at a time."""
        per: dict[str, list[tuple[dict[str, Getrokken], Feiten]]] = {n: [] for n in niveaus}
        for _ in range(_WEGEN if niveaus else 0):
            feiten = self._gevallen[self._toeval.randint(0, len(self._gevallen) - 1)]
            for antwoorden in self._way():
                niveau = self._rekenaar.final(antwoorden, feiten)
                if niveau in per and len(per[niveau]) < _BEGINS:
                    per[niveau].append((self._rekenaar.shown(antwoorden, feiten), feiten))
                    if all(len(begins) == _BEGINS for begins in per.values()):
                        return per
                    if len(per) > 1:
                        continue
                    break
        return per

    def _way(self) -> Iterator[dict[str, Getrokken]]:
        opties = {id_: self._rekenaar.options(id_) for id_ in self._instrument.vragen}
        antwoorden = {id_: rij[0] for id_, rij in opties.items()}
        yield dict(antwoorden)
        for id_ in self._shuffled(list(opties)):
            for waarde in opties[id_][1:]:
                antwoorden[id_] = waarde
                yield dict(antwoorden)

    def _leave_out(
        self, antwoorden: dict[str, Getrokken], feiten: Feiten, niveau: str
    ) -> dict[str, Getrokken]:
        """Leave out one answer after another, as long as the level stays certain."""
        for id_ in self._shuffled(list(antwoorden)):
            zonder = {naam: waarde for naam, waarde in antwoorden.items() if naam != id_}
            if self._certain(zonder, feiten) == niveau:
                antwoorden = zonder
        return antwoorden

    def _shuffled(self, rij: list[str]) -> list[str]:
        return [naam for _, naam in sorted((self._toeval.random(), naam) for naam in rij)]


def _count_sets(opties: Mapping[str, tuple[Getrokken, ...]], aantal: int) -> int:
    """How many sets of so many answers there are."""
    per = [1, *(0 for _ in range(aantal))]
    for rij in opties.values():
        for plek in range(aantal, 0, -1):
            per[plek] += per[plek - 1] * len(rij)
    return per[aantal]
