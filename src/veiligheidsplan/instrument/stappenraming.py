"""At most how many steps the walk over a scale takes (*stappenraming*), without walking it.

Only for the ordinary scale: a sum, a count or a maximum of questions, or of plain sums. For others there is no
estimate (``None``), and then the walk itself tells. Never too few steps; a test holds it beside the walk.
"""

from __future__ import annotations

from math import lcm, prod
from typing import Any, NamedTuple

from veiligheidsplan.instrument.groepering import find
from veiligheidsplan.instrument.instrument import Instrument, Schaal
from veiligheidsplan.instrument.punten import Exact, exact
from veiligheidsplan.instrument.steekproef import Steekproef
from veiligheidsplan.instrument.voorwaarde import Voorwaarde, Vraagtoets, leaves
from veiligheidsplan.instrument.vraag import Getalvraag, Meerkeuzevraag, Schaalvraag

#: A sum as wide as this takes one step for each value that is added.
_BREED = 1 << 13
#: A question with more classes than this is looked at by the walk alone.
_VEEL = 1_000


class _Maat(NamedTuple):
    """Of one question: how many classes and truths at most, its least points, how far points go, in which parts.

    How far: counted in the smallest part of all questions.
    """

    klassen: int
    waarheden: int
    laag: Exact
    breed: int
    deel: int


class Stappenraming:
    """The estimates for one instrument; *proef* knows the outermost answers of each question."""

    def __init__(self, instrument: Instrument, proef: Steekproef) -> None:
        self._instrument, self._geteld, self._keuzes = instrument, proef.geteld, proef.keuzes
        self._noemt: dict[str, set[str]] = {}
        self._toetsen: dict[str, set[tuple[str, Any]]] = {}
        self._lang: dict[str, int] = {}
        self._bekend: dict[str, int | None] = {}
        self._samen: dict[str, int] = {}
        for id_, toon in instrument.toon_als.items():
            if toon is not None:
                self._read(id_, toon)
        for signaal in instrument.signalen.values():
            self._read(None, signaal.als)
        self._maten = self._sizes()
        self._stellen = self._linked()

    def _read(self, id_: str | None, voorwaarde: Voorwaarde) -> None:
        bladen = list(leaves(voorwaarde))
        for toets in bladen:
            if isinstance(toets, Vraagtoets):
                self._toetsen.setdefault(toets.vraag, set()).add((toets.maat, toets.maatwaarde))
                if id_ is not None:
                    self._noemt.setdefault(id_, set()).add(toets.vraag)
        if id_ is not None:
            self._lang[id_] = len(bladen)

    def least(self, id_: str) -> Exact | None:
        """Not above any score of the scale before ``vermenigvuldig``; ``None`` where that is not known."""
        schaal = self._instrument.schalen[id_]
        vragen, schalen = self._geteld[id_]
        if schaal.methode == "aantal":
            return 0
        laag: list[Exact] = []
        for vraag in vragen:
            mag_weg = self._instrument.toon_als[vraag] is not None and schaal.methode == "som"
            laag.append(min(self._maten[vraag].laag, 0) if mag_weg else self._maten[vraag].laag)
        for sub in schalen:
            onder = self.least(sub) if _is_plain(self._instrument.schalen[sub]) else None
            if onder is None:
                return None
            laag.append(onder)
        return sum(laag) if schaal.methode == "som" else min(laag, default=0)

    def steps(self, id_: str) -> int | None:
        """At most so many steps for the scores of a scale; ``None``: no estimate."""
        instrument, schaal = self._instrument, self._instrument.schalen[id_]
        vragen, schalen = self._geteld[id_]
        if schaal.vereist or schaal.methode == "gemiddelde":
            return None
        delen = [(id_, vragen)]
        for sub in schalen:
            onder = instrument.schalen[sub]
            if not _is_plain(onder) or self._geteld[sub][1] or onder.vereist:
                return None
            delen.append((sub, self._geteld[sub][0]))
        if schaal.methode == "som":
            smelt = [schaal_id for schaal_id, _ in delen if instrument.schalen[schaal_id].methode == "som"]
            if len(smelt) != len(delen):
                return None
            return self._group([v for _, leden in delen for v in leden], set(), len(schaal.grenzen))
        return self._over_groups(delen, len(schaal.grenzen))

    def _over_groups(self, delen: list[tuple[str, tuple[str, ...]]], grenzen: int) -> int | None:
        """A maximum or a count over groups of its own: each is walked, and each of its totals may be told apart."""
        alle = {vraag for _, leden in delen for vraag in leden}
        if len(alle) != sum(len(leden) for _, leden in delen):
            return None
        samen = 40
        fijnst = lcm(*(self._part(leden) for _, leden in delen))
        for _, leden in delen:
            eigen = self._group(leden, alle - set(leden), grenzen)
            if eigen is None:
                return None
            breed = self._width(leden)
            samen += eigen + (40 if self._part(leden) == fijnst else 6 * breed + (breed >> 7) + 40)
        return samen

    def _group(self, leden: list[str] | tuple[str, ...], anderen: set[str], grenzen: int) -> int | None:
        """The steps of one sum of questions; ``None`` where questions of another group hang on the same ones."""
        stellen = {self._stellen[vraag] for vraag in leden}
        eigen_leden = set(leden)
        if self._width(leden) > _BREED or len(leden) != len(eigen_leden):
            return None
        uit = 40 + 12 * grenzen
        for leider in stellen:
            stel = self._leden[leider]
            if not anderen.isdisjoint(stel):
                return None
            geteld = stel if len(stel) == 1 else [vraag for vraag in stel if vraag in eigen_leden]
            if leider not in self._bekend:
                self._bekend[leider] = self._component(stel)
            eigen = self._bekend[leider]
            if eigen is None:
                return None
            heel = len(geteld) == len(stel)
            samen = self._samen.get(leider) if heel else None
            if samen is None:
                combinaties = prod([self._maten[vraag].klassen + 1 for vraag in geteld[:12]])
                samen = combinaties if combinaties < 8 else min(combinaties, self._width(geteld))
                if heel:
                    self._samen[leider] = samen
            uit += eigen + 2 + samen
        return uit

    def _component(self, stel: list[str]) -> int | None:
        """The steps through questions that conditions link, in file order, with how many ways to be halfway."""
        uit = sum(8 + self._maten[vraag].klassen // 8 for vraag in stel)
        if any(self._maten[vraag].klassen > _VEEL for vraag in stel):
            return None
        if len(stel) == 1:
            return uit + 1 + self._maten[stel[0]].klassen
        laatste: dict[str, int] = {}
        for plek, vraag in enumerate(stel):
            for ander in self._noemt.get(vraag, ()):
                laatste[ander] = plek
        staten, levend = 1, list[str]()
        for plek, vraag in enumerate(stel):
            maat = self._maten[vraag]
            lengte = sum(self._lang.get(v, 0) for v in stel[plek + 1 :] if vraag in self._noemt.get(v, ()))
            opties = maat.waarheden + maat.klassen + 2
            uit += staten * (opties + (maat.waarheden + 1) * lengte // 2 + len(stel) // 4)
            levend = [v for v in (*levend, vraag) if laatste.get(v, -1) > plek]
            staten = prod(self._maten[v].waarheden + 1 for v in levend)
            if uit > 20_000:
                return None
        return uit

    def _width(self, leden: list[str] | tuple[str, ...]) -> int:
        maten = self._maten
        breed = sum([maten[vraag].breed for vraag in leden])
        return breed * self._part(leden) // self._fijnst + 1

    def _part(self, leden: list[str] | tuple[str, ...]) -> int:
        """In how many parts of one point these questions are counted."""
        return lcm(*{self._maten[vraag].deel for vraag in leden})

    def _linked(self) -> dict[str, str]:
        """The first of the questions with which each hangs together, also through others."""
        leider = {id_: id_ for id_ in self._instrument.vragen}
        for id_, namen in self._noemt.items():
            for naam in namen:
                leider[find(leider, naam)] = find(leider, id_)
        uit = {id_: find(leider, id_) for id_ in leider}
        self._leden: dict[str, list[str]] = {}
        for id_, eerste in uit.items():
            self._leden.setdefault(eerste, []).append(id_)
        return uit

    def _sizes(self) -> dict[str, _Maat]:
        """The sizes of all questions; those with the same answers and as many tests are worked out once."""
        gelijk: dict[tuple[int, int, bool], tuple[int, int, Exact, Exact, int]] = {}
        uit: dict[str, tuple[int, int, Exact, Exact, int]] = {}
        for id_ in self._instrument.vragen:
            toetsen = self._toetsen.get(id_, ())
            # questions have a list of choices in common where only their tests can still differ
            sleutel = (id(self._keuzes[id_]), len(toetsen), any(maat == "beantwoord" for maat, _ in toetsen))
            if sleutel not in gelijk:
                gelijk[sleutel] = self._size(id_)
            uit[id_] = gelijk[sleutel]
        self._fijnst = lcm(*{maat[4] for maat in gelijk.values()})
        return {
            id_: _Maat(klassen, waarheden, laag, int(breed * self._fijnst), deel)
            for id_, (klassen, waarheden, laag, breed, deel) in uit.items()
        }

    def _size(self, id_: str) -> tuple[int, int, Exact, Exact, int]:
        vraag, toetsen = self._instrument.vragen[id_], self._toetsen.get(id_, ())
        punten = [p for p, _ in self._keuzes[id_]]
        laag, hoog, aantal = punten[0], max(punten[-1], 0), len(punten)
        waarheden = 1 << min(len(toetsen), 20)
        if isinstance(vraag, Meerkeuzevraag):
            los = self._single(id_, vraag)
            deel = lcm(*{p.denominator for p in los})
            laag, hoog = sum([p for p in los if p < 0]), sum([p for p in los if p > 0])
            aantal = min(1 << min(len(los), 20), int((hoog - laag) * deel + 1) * waarheden)
        elif isinstance(vraag, Schaalvraag):
            aantal = vraag.tot - vraag.van + 1
            punten.append(exact(vraag.gewicht) if vraag.gewicht is not None else 1)
        elif isinstance(vraag, Getalvraag):
            laag = min(laag, 0)
            aantal += 2 * sum(self._numbers(id_)) + 1
        if any(maat == "beantwoord" for maat, _ in toetsen):
            aantal *= 2
        deel = lcm(*{p.denominator for p in punten})
        return aantal, min(waarheden, aantal), laag, hoog - min(laag, 0), deel

    def _single(self, id_: str, vraag: Meerkeuzevraag) -> list[Exact]:
        keer: Exact = 1 if vraag.gewicht is None else exact(vraag.gewicht)
        antwoorden = self._instrument.antwoorden_van(id_).values()
        return [exact(exact(a.punten) * keer) if a.punten else 0 for a in antwoorden]

    def _numbers(self, id_: str) -> list[int]:
        """How many numbers each test of a question names."""
        return [len(w) if isinstance(w, tuple) else 1 for _, w in self._toetsen.get(id_, ())]


def _is_plain(schaal: Schaal) -> bool:
    """A sum that counts for what it is."""
    return (
        schaal.methode == "som"
        and schaal.vermenigvuldig is None
        and schaal.deel_door is None
        and schaal.afronden is None
    )
