"""A list on the screen to choose from, one answer or several.

questionary's lists choose the first answer on a bare Enter, move on *j* and *k* (the *j* of *ja*), stop at 36
answers, hide the cursor and speak English; so this list is our own, on prompt_toolkit.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Dimension, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style

from veiligheidsplan.cli.clean import clean
from veiligheidsplan.plan.stap import Keuze

#: from this many answers on, typing narrows the list
FILTER_VANAF = 13


@dataclass(slots=True)
class Lijst:
    """What the list shows now. ``wijzer`` is -1 until the person moved: an Enter then chooses nothing."""

    keuzes: Sequence[Keuze]
    meer: bool
    alleen: frozenset[str]
    mag_leeg: bool
    hulp: str | None
    eerder: tuple[str, ...] = ()
    gekozen: set[str] = field(default_factory=set)
    wijzer: int = -1
    zoek: str = ""
    melding: str = ""

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
        self.melding = ""
        if aantal:
            begin = (0 if stap > 0 else aantal - 1) if self.wijzer < 0 else (self.wijzer + stap) % aantal
            self.wijzer = begin

    def type(self, teken: str) -> None:
        """A digit goes to that answer; a letter narrows a long list, or goes to the next that begins so."""
        self.melding = ""
        if teken == "?" and self.hulp:
            self.melding = self.hulp
        elif teken.isdigit() and teken.isascii() and not self.filtert:
            if 1 <= int(teken) <= len(self.keuzes):
                self.wijzer = int(teken) - 1
        elif self.filtert:
            self.zoek += teken
            self.wijzer = 0 if self.zichtbaar else -1
        else:
            self._jump(teken)

    def _jump(self, teken: str) -> None:
        aantal = len(self.keuzes)
        for n in range(1, aantal + 1):
            plek = (self.wijzer + n) % aantal
            if self.keuzes[plek].tekst.casefold().startswith(teken.casefold()):
                self.wijzer = plek
                return

    def erase(self) -> None:
        """Take back the last letter of the search."""
        self.zoek = self.zoek[:-1]
        self.wijzer = 0 if self.zoek and self.zichtbaar else -1

    def toggle(self) -> None:
        """Mark or unmark; what stands alone (none of these, not known) clears the rest."""
        if self.wijzer < 0:
            self.melding = "Ga eerst met de pijltjes naar een antwoord."
            return
        self.melding = ""
        code = self.zichtbaar[self.wijzer].code
        if code in self.gekozen:
            self.gekozen.discard(code)
        else:
            self.gekozen = {code} if code in self.alleen else (self.gekozen - self.alleen) | {code}

    def result(self) -> tuple[str, ...] | None:
        """The codes chosen, in the order of the list; ``None`` and a message while that is no answer."""
        if not self.meer and self.wijzer >= 0:
            return (self.zichtbaar[self.wijzer].code,)
        if self.gekozen or self.mag_leeg:
            return tuple(k.code for k in self.keuzes if k.code in self.gekozen)
        self.melding = (
            "Zet met de spatiebalk een kruisje bij uw antwoord, en druk dan op Enter."
            if self.meer
            else "Kies een antwoord met de pijltjes of het nummer, en druk dan op Enter."
        )
        return None

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
        if self.mag_leeg and not self.meer:
            hoe += " Enter zonder keuze slaat over."
        return hoe + (" ?: uitleg." if self.hulp else "")

    def tokens(self) -> StyleAndTextTuples:
        """The lines of the list."""
        regels: StyleAndTextTuples = []
        for plek, keuze in enumerate(self.zichtbaar):
            hier = plek == self.wijzer
            kruis = ("[x] " if keuze.code in self.gekozen else "[ ] ") if self.meer else ""
            nummer = "" if self.filtert else f"{plek + 1}. "
            eerder = " (eerder gekozen)" if keuze.code in self.eerder else ""
            if hier or (self.wijzer < 0 and plek == 0):
                regels.append(("[SetCursorPosition]", ""))
            tekst = f"{'>' if hier else ' '} {kruis}{nummer}{clean(keuze.tekst, regels=False)}{eerder}\n"
            regels.append(("class:hier" if hier else "", tekst))
        return regels


def pick(
    keuzes: Sequence[Keuze],
    *,
    meer: bool,
    alleen: frozenset[str],
    eerder: tuple[str, ...],
    mag_leeg: bool,
    hulp: str | None,
    io: tuple[Input, Output],
) -> tuple[str, ...]:
    """The codes that the person chose. Raises ``KeyboardInterrupt`` or ``EOFError`` as a line would."""
    lijst = Lijst(keuzes, meer, alleen, mag_leeg, hulp, eerder)
    stijl = Style([]) if os.environ.get("NO_COLOR") else Style([("hier", "bold")])
    app: Application[tuple[str, ...]] = Application(
        layout=_layout(lijst),
        key_bindings=_bindings(lijst),
        style=stijl,
        erase_when_done=True,
        input=io[0],
        output=io[1],
    )
    return app.run()


def _layout(lijst: Lijst) -> Layout:
    antwoorden = Window(
        FormattedTextControl(lijst.tokens, focusable=True, show_cursor=True),
        wrap_lines=True,
        dont_extend_height=True,
        # a long list scrolls in a window of its own, so that the question stays in view
        height=Dimension(min=2, max=12) if lijst.filtert else Dimension(min=2),
    )
    uitleg = Window(
        FormattedTextControl(lambda: "\n".join(t for t in (lijst.instruction(), clean(lijst.melding)) if t)),
        wrap_lines=True,
        dont_extend_height=True,
        height=Dimension(min=1),
    )
    return Layout(HSplit([antwoorden, uitleg]))


def _bindings(lijst: Lijst) -> KeyBindings:
    toetsen = KeyBindings()

    def stop(fout: type[BaseException]) -> Any:
        return lambda event: event.app.exit(exception=fout)

    def enter(event: KeyPressEvent) -> None:
        codes = lijst.result()
        if codes is not None:
            event.app.exit(result=codes)

    def typed(event: KeyPressEvent) -> None:
        teken = event.data
        if len(teken) != 1 or not teken.isprintable():
            return
        if teken == " " and lijst.meer:
            lijst.toggle()
        else:
            lijst.type(teken)

    toetsen.add(Keys.ControlC, eager=True)(stop(KeyboardInterrupt))
    toetsen.add(Keys.SIGINT)(stop(KeyboardInterrupt))
    toetsen.add(Keys.ControlD, eager=True)(stop(EOFError))
    toetsen.add(Keys.ControlM)(enter)
    toetsen.add(Keys.ControlJ)(enter)  # an Enter typed ahead, before the terminal was ours, arrives as this
    toetsen.add(Keys.Up)(lambda _: lijst.move(-1))
    toetsen.add(Keys.Down)(lambda _: lijst.move(1))
    toetsen.add(Keys.Backspace)(lambda _: lijst.erase())
    toetsen.add(Keys.Any)(typed)
    return toetsen
