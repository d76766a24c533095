"""The overview in a full terminal: a list by section that narrows while one types."""

from __future__ import annotations

from dataclasses import dataclass

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Dimension, FormattedTextControl, Window

from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.kop import ZICHT
from veiligheidsplan.cli.overzicht import SLAAPT, Genummerd, matching
from veiligheidsplan.cli.screens import wrap
from veiligheidsplan.cli.toetsen import explain_keys, movement
from veiligheidsplan.cli.venster import Vel, read, run, width


@dataclass(slots=True)
class Zoeklijst:
    """What the list shows now."""

    alle: tuple[Genummerd, ...]
    wijzer: int = 0
    zoek: str = ""
    melding: str = ""

    @property
    def zichtbaar(self) -> list[Genummerd]:
        """The lines that match."""
        return matching(self.alle, self.zoek)

    def move(self, stap: int) -> None:
        """Up or down, not past the ends."""
        self.melding = ""
        self.wijzer = max(0, min(self.wijzer + stap, len(self.zichtbaar) - 1))

    def search(self, zoek: str) -> None:
        """Narrow the list."""
        self.zoek, self.wijzer, self.melding = zoek, 0, ""

    def tokens(self) -> StyleAndTextTuples:
        """The lines, with the sections above them."""
        uit: StyleAndTextTuples = []
        sectie = None
        for plek, g in enumerate(self.zichtbaar):
            if g.regel.sectie != sectie:
                sectie = g.regel.sectie
                uit.append(("class:vraag", clean(sectie, regels=False) + "\n"))
            hier = plek == self.wijzer
            if hier:
                uit.append(("[SetCursorPosition]", ""))
            eerste, *rest = wrap(g.zin, width() - 2)
            uit.append(("class:hier" if hier else "", f"{'> ' if hier else '  '}{eerste}\n"))
            uit += [("class:hier" if hier else "", f"    {regel}\n") for regel in rest]
        return uit


def choose_full(b: Beeld, alle: tuple[Genummerd, ...], nu: str | None) -> str | None:
    """The step to go to; ``None`` goes back."""
    lijst = Zoeklijst(alle, next((n for n, g in enumerate(alle) if g.regel.stap == nu), 0))

    def how() -> list[tuple[str, str]]:
        gezocht = clean(lijst.zoek, regels=False) + ("" if lijst.zichtbaar else " (niets gevonden)")
        hoe = f"Pijltjes: kiezen. Enter: erheen. F3 of Esc: terug. Typen zoekt: {gezocht}"
        return [*([("let_op", lijst.melding)] if lijst.melding else []), ("", hoe)]

    midden = Window(
        FormattedTextControl(lijst.tokens, focusable=True, show_cursor=True),
        dont_extend_height=True,
        height=Dimension(min=3),
    )
    while True:
        vel = Vel(f"{ZICHT[b.kant]} · Overzicht", lambda: [("vraag", "Overzicht")], how, midden, _keys(lijst))
        soort, uit = run(b, vel)
        if soort == "klaar":
            return str(uit)
        if uit in ("terug", "overzicht"):
            return None
        if uit == "notitie":
            continue
        if uit == "uitleg":
            soort, uit = read(b, "Uitleg", [("", regel) for regel in explain_keys(b.kant)])
            if soort == "klaar" or uit in ("uitleg", "terug", "overzicht", "notitie"):
                continue
        b.wacht = movement(uit)
        return None


def _keys(lijst: Zoeklijst) -> KeyBindings:
    toetsen = KeyBindings()

    def enter(event: KeyPressEvent) -> None:
        if not lijst.zichtbaar:
            return
        regel = lijst.zichtbaar[lijst.wijzer].regel
        if regel.staat == "slapend":
            lijst.melding = SLAAPT
        else:
            event.app.exit(result=("klaar", regel.stap))

    def typed(event: KeyPressEvent) -> None:
        if len(event.data) == 1 and event.data.isprintable():
            lijst.search(lijst.zoek + event.data)

    for toets in (Keys.ControlM, Keys.ControlJ):
        toetsen.add(toets)(enter)
    for toets, stap in ((Keys.Up, -1), (Keys.Down, 1), (Keys.PageUp, -10), (Keys.PageDown, 10)):
        toetsen.add(toets)(lambda _, n=stap: lijst.move(n))
    toetsen.add(Keys.Home)(lambda _: lijst.move(-len(lijst.alle)))
    toetsen.add(Keys.End)(lambda _: lijst.move(len(lijst.alle)))
    toetsen.add(Keys.Escape)(lambda event: event.app.exit(result=("daad", "terug")))
    toetsen.add(Keys.Backspace)(lambda _: lijst.search(lijst.zoek[:-1]))
    toetsen.add(Keys.Any)(typed)
    return toetsen
