"""A household story: its answers file through the real conversation, and on whose copy each word of it belongs.

``kopieen.yaml`` names words that stand at one place in the answers file:

- ``iedereen``: on the copy for everyone, and on that of each person who is on the joint plan;
- ``kind``: per child, those of ``iedereen`` that stand on the child's own copy too;
- ``plan``: on the own copy of ``plan_van``, where there is no plan that everyone reads;
- ``eigen``: per person, on that person's private pages and on nobody else's copy;
- ``gedeeld``: private to ``van``, who shares it with ``met``;
- ``jong``: of a child, private and so young that a parent may read along: professionals only;
- ``professional``: professionals only.

A professional's copy holds every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.plan.omgeving import events, omgeving
from veiligheidsplan.app.gesprek_uit_bestand import facts_from
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.loading.yaml_source import read_file
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit

MAP = Path(__file__).parent
NAMEN = tuple(sorted(m.name for m in MAP.iterdir() if (m / "antwoorden.yaml").is_file()))
SLEUTELS = {"gedeeld", "iedereen", "kind", "plan", "plan_van", "eigen", "jong", "professional"}


@dataclass(frozen=True)
class Lezing:
    """One copy that somebody can hold: for whom, and with or without the private pages."""

    sleutel: str  # as in the answers file
    voor: str  # as the program names this reader
    eigen: Any = "niet"


@dataclass(frozen=True)
class Verhaal:
    naam: str
    tekst: str
    waarden: Any
    kopieen: Any

    @property
    def dossier(self) -> Dossier:
        return _dossier(self.naam)

    def readings(self) -> tuple[Lezing, ...]:
        """Every copy of this story: professionals, everyone, and each person without and with private pages."""
        personen = [(sleutel, f"persoon:{n}") for n, sleutel in enumerate(self.waarden["personen"], 1)]
        return (
            Lezing("professional", "professional"),
            Lezing("gezamenlijk", "gezamenlijk"),
            *(Lezing(s, p, eigen) for s, p in personen for eigen in ("niet", "mee")),
        )

    def words(self) -> Iterator[tuple[str, Lezing, bool]]:
        """(word, copy, whether it must stand on that copy), for every word and every copy."""
        for lezing in self.readings():
            for woord, mag in self._places():
                yield woord, lezing, self._reaches(lezing, mag, woord)

    def _places(self) -> Iterator[tuple[str, str]]:
        for soort in ("iedereen", "plan", "professional", "jong"):
            yield from ((woord, soort) for woord in self.kopieen.get(soort, ()))
        for sleutel, woorden in self.kopieen.get("eigen", {}).items():
            yield from ((woord, f"eigen {sleutel}") for woord in woorden)
        for deel in self.kopieen.get("gedeeld", ()):
            yield from ((woord, f"eigen {deel['van']} {deel['met']}") for woord in deel["woorden"])

    def _reaches(self, lezing: Lezing, mag: str, woord: str) -> bool:
        if lezing.voor == "professional":
            return True
        if mag == "iedereen":
            persoon = self.waarden["personen"].get(lezing.sleutel, {})
            if persoon.get("soort") == "kind":
                return woord in self.kopieen["kind"][lezing.sleutel]
            return lezing.voor == "gezamenlijk" or persoon.get("op_plan") == "ja"
        if mag == "plan":
            return lezing.sleutel == self.kopieen["plan_van"]
        return lezing.sleutel in mag.split()[1:] and lezing.eigen == "mee"


@cache
def story(naam: str) -> Verhaal:
    bestand = MAP / naam / "antwoorden.yaml"
    kopieen = read_file(MAP / naam / "kopieen.yaml").checked().waarde
    return Verhaal(naam, bestand.read_text("utf-8"), read_plan_file(bestand).waarde, kopieen)


@cache
def _dossier(naam: str) -> Dossier:
    """As ``nieuw --antwoorden`` makes it."""
    begin = Feit("dossier_begonnen", {"sjabloon": omgeving().sjabloonkenmerk})
    return fold(events([begin, *facts_from(story(naam).waarden, omgeving())]))
