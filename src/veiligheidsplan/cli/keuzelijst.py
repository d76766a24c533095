"""A list of answers to choose from, one or several: what it shows now and what each key does to it. No screen."""

from __future__ import annotations

from dataclasses import dataclass, field

from veiligheidsplan.cli.antwoord import chosen_value, earlier, exclusive_of, options_of, origin
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.screens import wrap
from veiligheidsplan.cli.typed import Weigering
from veiligheidsplan.plan.stap import Keuze, Stap, Waarde

#: from this many answers on, typing narrows the list
FILTER_VANAF = 13


@dataclass(slots=True)
class Lijst:
    """The state of one list. ``wijzer`` is -1 until the person moved: an Enter then chooses nothing."""

    stap: Stap
    gekozen: set[str] = field(default_factory=set)
    wijzer: int = -1
    zoek: str = ""
    cijfers: str = ""
    melding: str = ""

    def __post_init__(self) -> None:
        eerder = earlier(self.stap)
        if self.meer:
            self.gekozen = set(eerder)
        elif eerder:
            self.wijzer = [k.code for k in self.keuzes].index(eerder[0])

    @property
    def keuzes(self) -> tuple[Keuze, ...]:
        """All answers."""
        return options_of(self.stap)

    @property
    def meer(self) -> bool:
        """Whether more than one may be chosen."""
        return self.stap.soort == "meerkeuze"

    @property
    def filtert(self) -> bool:
        """Whether typing narrows the list."""
        return len(self.keuzes) >= FILTER_VANAF

    @property
    def zichtbaar(self) -> list[Keuze]:
        """The answers that match what was typed."""
        gezocht = self.zoek.casefold()
        return [k for k in self.keuzes if gezocht in k.tekst.casefold()]

    def move(self, stap: int) -> None:
        """Up or down, round the ends."""
        aantal = len(self.zichtbaar)
        self.melding = self.cijfers = ""
        if aantal:
            self.wijzer = (
                (0 if stap > 0 else aantal - 1) if self.wijzer < 0 else (self.wijzer + stap) % aantal
            )

    def type(self, teken: str) -> None:
        """Digits go to that answer; a letter narrows a long list, or goes to the next that begins so."""
        self.melding = ""
        if teken == " " and self.meer:
            self.toggle()
        elif teken.isdigit() and teken.isascii() and not self.filtert:
            self._digit(teken)
        elif self.filtert:
            self.zoek += teken
            self.wijzer = 0 if self.zichtbaar else -1
        else:
            self._jump(teken)

    def _digit(self, teken: str) -> None:
        for cijfers in (
            self.cijfers + teken,
            teken,
        ):  # «1» and «0» is the tenth, «1» and «9» of twelve the ninth
            if 1 <= int(cijfers) <= len(self.keuzes):
                self.wijzer, self.cijfers = int(cijfers) - 1, cijfers
                return

    def _jump(self, teken: str) -> None:
        self.cijfers = ""
        aantal = len(self.keuzes)
        for n in range(1, aantal + 1):
            plek = (self.wijzer + n) % aantal
            if self.keuzes[plek].tekst.casefold().startswith(teken.casefold()):
                self.wijzer = plek
                return

    def erase(self) -> None:
        """Take back the last letter of the search, or the choice that the pointer stands for."""
        self.melding = self.cijfers = ""
        self.zoek = self.zoek[:-1]
        self.wijzer = 0 if self.zoek and self.zichtbaar else -1

    def toggle(self) -> None:
        """Mark or unmark; what stands alone (none of these, not known) clears the rest."""
        self.cijfers = ""
        if self.wijzer < 0:
            self.melding = "Ga eerst met de pijltjes naar een antwoord."
            return
        code, alleen = self.zichtbaar[self.wijzer].code, exclusive_of(self.stap)
        if code in self.gekozen:
            self.gekozen.discard(code)
        else:
            self.gekozen = {code} if code in alleen else (self.gekozen - alleen) | {code}

    def result(self) -> Waarde | Weigering:
        """The answer that is chosen now."""
        if not self.meer and self.wijzer >= 0:
            return self.zichtbaar[self.wijzer].code
        if self.gekozen or not self.stap.verplicht:
            return chosen_value(self.stap, tuple(k.code for k in self.keuzes if k.code in self.gekozen))
        return Weigering(
            "Zet met de spatiebalk een kruisje bij uw antwoord, en druk dan op Enter."
            if self.meer
            else "Kies een antwoord met de pijltjes of het nummer, en druk dan op Enter."
        )

    def instruction(self) -> str:
        """How to choose, and what was typed to narrow the list."""
        hoe = (
            "Pijltjes: kiezen. Spatie: kruisje. Enter: klaar."
            if self.meer
            else "Pijltjes of nummer. Enter: kiezen."
        )
        if self.filtert:
            hoe = hoe.replace(" of nummer", "") + f" Typen zoekt: {clean(self.zoek, regels=False)}"
            if not self.zichtbaar:
                hoe += " (niets gevonden)"
        if not self.stap.verplicht and not self.meer:
            hoe += " Enter zonder keuze slaat over." + (
                " Backspace: geen keuze." if self.wijzer >= 0 and not self.zoek else ""
            )
        return hoe

    def lines(self, breedte: int) -> list[tuple[bool, list[str]]]:
        """Each visible answer as lines of at most *breedte*, with whether the pointer stands there."""
        eerder = earlier(self.stap)
        uit = []
        for plek, keuze in enumerate(self.zichtbaar):
            kruis = ("[x] " if keuze.code in self.gekozen else "[ ] ") if self.meer else ""
            kop = kruis + ("" if self.filtert else f"{plek + 1}. ")
            tekst = clean(keuze.tekst, regels=False)
            tekst += f" {origin(self.stap)}" if keuze.code in eerder else ""
            stukken = wrap(tekst, max(10, breedte - 2 - len(kop)))
            hier = "> " if plek == self.wijzer else "  "
            inspring = " " * (2 + len(kop))
            uit.append((plek == self.wijzer, [hier + kop + stukken[0], *(inspring + s for s in stukken[1:])]))
        return uit
