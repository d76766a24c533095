"""One page in a full terminal (*venster*): a header, what is read, what is answered, and the keys, on prompt_toolkit.

Every page takes the whole screen and is wiped when it is done. The other screen of the terminal (the alternate
one) is entered once for a whole sitting, see :mod:`.volscherm`: nothing of it can be scrolled back to.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    ConditionalContainer,
    Dimension,
    HSplit,
    Layout,
    UIContent,
    UIControl,
    Window,
)
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.styles import Style

from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.screens import wrap
from veiligheidsplan.cli.toetsen import BEDIENING, Daad, key_line
from veiligheidsplan.cli.volscherm import io_of

BREEDST = 100  # longer lines are hard to read
STIJL = [("kop", "reverse"), ("vraag", "bold"), ("hier", "bold"), ("let_op", "bold"), ("toetsen", "reverse")]


def width() -> int:
    """The columns that a page may use now; the last one stays free."""
    return max(20, min(BREEDST, get_app().output.get_size().columns - 1))


class Leesbaar(UIControl):
    """Text in whole words that scrolls by itself when it does not fit. ``stukken`` gives (style, text) pairs."""

    def __init__(self, stukken: Callable[[], list[tuple[str, str]]], *, focus: bool = False) -> None:
        self.stukken, self.focus = stukken, focus
        self.begin = self.hoogte = self.aantal = self.gezegd = 0
        self.regels: list[list[tuple[str, str]]] = []

    def _lines(self, breedte: int) -> list[list[tuple[str, str]]]:
        smal = max(20, min(BREEDST, breedte - 1))
        return [
            [(f"class:{s}" if s else "", regel)] for s, tekst in self.stukken() for regel in wrap(tekst, smal)
        ]

    def create_content(self, width: int, height: int) -> UIContent:
        """The lines that stand on the screen now."""
        self.regels = regels = self._lines(width)
        self.aantal, self.hoogte = len(regels), max(1, height)
        self.begin = max(0, min(self.begin, self.aantal - self.hoogte))
        nu = regels[self.begin : self.begin + self.hoogte]
        return UIContent(lambda n: list(nu[n]), line_count=len(nu), show_cursor=self.focus)

    def preferred_height(self, width: int, max_available_height: int, *_: Any) -> int | None:
        """As many lines as there are."""
        return min(max_available_height, len(self._lines(width)))

    def is_focusable(self) -> bool:
        """Only where nothing else is asked."""
        return self.focus

    def settle(self, app: Application[Any]) -> None:
        """What is said below about what does not fit is known only once it was drawn: then draw once more."""
        if self.gezegd == self.meer:
            return
        if not self.focus and self.gezegd == self.begin == 0:
            # where all does not fit, the question itself is what must be in view; the rest is a Page Up away
            self.begin = next((n for n, r in enumerate(self.regels) if r and r[0][0] == "class:vraag"), 0)
        self.gezegd = self.meer
        app.invalidate()

    @property
    def meer(self) -> int:
        """How many lines are still below."""
        return max(0, self.aantal - self.begin - self.hoogte)

    def scroll(self, regels: int) -> None:
        """Up or down."""
        self.begin = max(0, min(self.begin + regels, self.aantal - self.hoogte))

    def page(self, richting: int = 1) -> None:
        """A page up or down; one line stays, so that the eye finds its place."""
        self.scroll(richting * max(1, self.hoogte - 1))


@dataclass(slots=True)
class Vel:
    """One page: the header, what is read above, the part that answers, how that goes, and its keys."""

    kop: str
    boven: Callable[[], list[tuple[str, str]]]
    hoe: Callable[[], list[tuple[str, str]]]
    midden: Window | None = None
    toetsen: KeyBindings = field(default_factory=KeyBindings)
    daden: bool = True  # whether the keys that always work do so here
    regel: bool = True  # whether they stand below


def run(b: Beeld, vel: Vel) -> Any:
    """Show the page until one of its keys ends it. Raises ``KeyboardInterrupt`` or ``EOFError`` as a line would."""
    invoer, uitvoer = io_of(b)
    tekst = Leesbaar(vel.boven, focus=vel.midden is None)
    app: Application[Any] = Application(
        layout=Layout(_frame(b, vel, tekst)),
        key_bindings=merge_key_bindings(
            [_reading(tekst, alleen=vel.midden is None), vel.toetsen, _always(vel)]
        ),
        style=Style([]) if os.environ.get("NO_COLOR") else Style(STIJL),
        full_screen=True,
        erase_when_done=True,
        input=invoer,
        output=uitvoer,
    )
    app.ttimeoutlen = 0.1  # after this a lone Esc is an Esc
    app.after_render += tekst.settle
    if vel.midden is not None:
        app.layout.focus(vel.midden)
    return app.run()


def _frame(b: Beeld, vel: Vel, tekst: Leesbaar) -> HSplit:
    def bottom() -> StyleAndTextTuples:
        breed = get_app().output.get_size().columns
        return [("class:toetsen", key_line(breed, b.kant).ljust(breed - 1))]

    def head() -> StyleAndTextTuples:
        breed = get_app().output.get_size().columns
        return [("class:kop", wrap(vel.kop, breed - 1)[0].ljust(breed - 1))]

    def how() -> list[tuple[str, str]]:
        if vel.midden is None:
            verder = "Er staat meer. Druk op Enter om verder te lezen."
            return [("", verder)] if tekst.meer else vel.hoe()
        past = tekst.aantal <= tekst.hoogte
        return (
            vel.hoe()
            if past
            else [*vel.hoe(), ("let_op", "Er staat meer boven of onder: Page Up en Page Down.")]
        )

    leeg = Window(height=1)
    midden = [vel.midden, Window(height=1)] if vel.midden is not None else []
    return HSplit(
        [
            Window(FormattedTextControl(head), height=1),
            leeg,
            # what is read gives way first: it can be scrolled, and what is answered must be in view
            Window(tekst, dont_extend_height=True, height=Dimension(min=1)),
            Window(height=1),
            *midden,
            Window(Leesbaar(how), dont_extend_height=True, height=Dimension(min=1)),
            Window(),
            ConditionalContainer(
                Window(FormattedTextControl(bottom), height=1),
                filter=Condition(lambda: vel.daden and vel.regel),
            ),
        ],
        window_too_small=Window(FormattedTextControl("Maak het venster groter.")),
    )


def _always(vel: Vel) -> KeyBindings:
    """Stopping, and the keys that work everywhere; these come before any other use of the same key."""
    toetsen = KeyBindings()

    def ends(uitkomst: Daad) -> Callable[[KeyPressEvent], None]:
        return lambda event: event.app.exit(result=("daad", uitkomst))

    toetsen.add(Keys.ControlC, eager=True)(lambda event: event.app.exit(exception=KeyboardInterrupt))
    toetsen.add(Keys.SIGINT)(lambda event: event.app.exit(exception=KeyboardInterrupt))
    toetsen.add(Keys.ControlD, eager=True)(lambda event: event.app.exit(exception=EOFError))
    if vel.daden:
        for b in BEDIENING:
            toetsen.add(b.f, eager=True)(ends(b.daad))
            toetsen.add(b.ctrl, eager=True)(ends(b.daad))
    return toetsen


def _reading(tekst: Leesbaar, *, alleen: bool) -> KeyBindings:
    toetsen = KeyBindings()
    toetsen.add(Keys.PageDown)(lambda _: tekst.page())
    toetsen.add(Keys.PageUp)(lambda _: tekst.page(-1))
    if not alleen:
        return toetsen
    toetsen.add(Keys.Down)(lambda _: tekst.scroll(1))
    toetsen.add(Keys.Up)(lambda _: tekst.scroll(-1))
    toetsen.add(Keys.Home)(lambda _: tekst.scroll(-tekst.aantal))
    toetsen.add(Keys.End)(lambda _: tekst.scroll(tekst.aantal))
    toetsen.add(" ")(lambda _: tekst.page())

    def enter(event: KeyPressEvent) -> None:
        if tekst.meer:
            tekst.page()
        else:
            event.app.exit(result=("klaar", None))

    for toets in (Keys.ControlM, Keys.ControlJ):  # an Enter typed ahead arrives as the second
        toetsen.add(toets)(enter)
    toetsen.add(Keys.Any)(lambda _: None)
    return toetsen


def read(
    b: Beeld, kop: str, stukken: list[tuple[str, str]], *, daden: bool = True, regel: bool = True
) -> Any:
    """A page to read; Enter goes on, and first to what is still below. ``("daad", …)`` for another key."""

    def hoe() -> list[tuple[str, str]]:
        return [("", "Druk op Enter om verder te gaan.")]

    return run(b, Vel(kop, lambda: stukken, hoe, daden=daden, regel=regel))
