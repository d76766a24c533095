"""A scale as a line of numbers with its ends in words, chosen by arrows or by typing. No screen."""

from __future__ import annotations

from dataclasses import dataclass

from veiligheidsplan.cli.antwoord import origin
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.screens import wrap
from veiligheidsplan.cli.typed import Weigering
from veiligheidsplan.plan.stap import Stap, Waarde

LANGSTE = 21  # numbers; a longer line does not fit in 80 columns and is typed instead


def fits(stap: Stap) -> bool:
    """Whether the scale can stand on one line."""
    return stap.van is not None and stap.tot is not None and 0 < stap.tot - stap.van < LANGSTE


@dataclass(slots=True)
class Schaal:
    """The state of one scale: a place on the line, or one of the special answers after it; -1 is none."""

    stap: Stap
    wijzer: int = -1
    getypt: str = ""
    melding: str = ""

    def __post_init__(self) -> None:
        if self.stap.standaard in self.waarden:
            self.wijzer = self.waarden.index(self.stap.standaard)

    @property
    def getallen(self) -> range:
        """The numbers of the line."""
        return range(self.stap.van or 0, (self.stap.tot or 0) + 1)

    @property
    def waarden(self) -> list[Waarde]:
        """All that can be chosen, in order."""
        return [*self.getallen, *(k.code for k in self.stap.bijzonder)]

    def move(self, stap: int) -> None:
        """One place further, not past the ends."""
        self.melding = self.getypt = ""
        laatste = len(self.waarden) - 1
        self.wijzer = (
            (0 if stap > 0 else laatste) if self.wijzer < 0 else min(laatste, max(0, self.wijzer + stap))
        )

    def type(self, teken: str) -> None:
        """Digits make a number, letters the beginning of a special answer."""
        self.melding = ""
        for getypt in (self.getypt + teken, teken):
            plek = self._find(getypt.casefold().strip())
            if plek is not None:
                self.wijzer, self.getypt = plek, getypt
                return

    def _find(self, getypt: str) -> int | None:
        if not getypt:
            return None
        for plek, getal in enumerate(self.getallen):
            if getypt == str(getal):
                return plek
        for plek, keuze in enumerate(self.stap.bijzonder, len(self.getallen)):
            if keuze.tekst.casefold().startswith(getypt):
                return plek
        return None

    def erase(self) -> None:
        """No choice."""
        self.getypt, self.wijzer = "", -1

    def result(self) -> Waarde | Weigering:
        """The answer that is chosen now."""
        if self.wijzer >= 0:
            return self.waarden[self.wijzer]
        if not self.stap.verplicht:
            return None
        return Weigering("Kies een getal met de pijltjes, of typ het. Druk dan op Enter.")

    def instruction(self) -> str:
        """How to choose."""
        leeg = "" if self.stap.verplicht else " Enter zonder keuze slaat over."
        return f"Pijltjes of het getal typen. Enter: kiezen.{leeg}"

    def lines(self, breedte: int) -> list[tuple[bool, list[str]]]:
        """The line of numbers, its ends in words, and the special answers; with where the pointer stands."""
        uit = [*self._line(breedte)]
        uit += [
            (False, wrap(f"  {g} = {clean(tekst, regels=False)}", breedte))
            for g, tekst in self.stap.uitersten
        ]
        for plek, keuze in enumerate(self.stap.bijzonder, len(self.getallen)):
            hier = plek == self.wijzer
            uit.append((hier, wrap(f"{'>' if hier else ' '} {clean(keuze.tekst, regels=False)}", breedte)))
        if self.stap.standaard in self.waarden:
            zin = next((k.tekst for k in self.stap.bijzonder if k.code == self.stap.standaard), None)
            uit.append((False, [f"  {zin or self.stap.standaard} {origin(self.stap)}"]))
        return uit

    def _line(self, breedte: int) -> list[tuple[bool, list[str]]]:
        cellen = [f"[{g}]" if n == self.wijzer else f" {g} " for n, g in enumerate(self.getallen)]
        los = "  " if sum(map(len, cellen)) + 2 * len(cellen) <= breedte else ""
        per_regel = (
            len(cellen) if len(los.join(cellen)) <= breedte else max(1, breedte // max(map(len, cellen)))
        )
        stukken = [cellen[n : n + per_regel] for n in range(0, len(cellen), per_regel)]
        return [(any(c[0] == "[" for c in stuk), [los.join(stuk)]) for stuk in stukken]
