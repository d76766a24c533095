"""The questions of a full terminal: a list, a scale or a field, on a page with the keys that always work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, Dimension, FormattedTextControl, Window
from prompt_toolkit.layout.processors import BeforeInput

from veiligheidsplan.cli import schaal
from veiligheidsplan.cli.antwoord import KIEZEN
from veiligheidsplan.cli.beeld import Beeld, Concept
from veiligheidsplan.cli.keuzelijst import Lijst
from veiligheidsplan.cli.kop import header, help_lines
from veiligheidsplan.cli.notitie import STAART, note_of
from veiligheidsplan.cli.schaal import Schaal
from veiligheidsplan.cli.toetsen import movement
from veiligheidsplan.cli.typed import Weigering
from veiligheidsplan.cli.veld import Veld
from veiligheidsplan.cli.venster import Vel, read, run, width
from veiligheidsplan.plan.stap import Beweging, Stap, Waarde

Invoer = Lijst | Schaal | Veld
#: says what stands in the way of an answer; ``None`` takes it
Keuring = Callable[[Waarde], str | None]


def answer(b: Beeld, stap: Stap, vandaag: date | None, keuring: Keuring) -> Waarde | Beweging:
    """Ask until there is an answer, or another movement. What was begun stands in the draft of *b*."""
    concept = b.draft(stap)
    if concept.invoer is None:
        concept.invoer = _begin(stap, vandaag)
    b.keep(concept)
    meldingen = b.take_messages()
    while True:
        uit = _notice(b, concept, meldingen) if stap.soort == "mededeling" else _page(b, concept, meldingen)
        if uit[0] == "daad":
            weg = _deed(b, concept, uit[1])
            if weg is not None:
                return weg
            continue
        meldingen = []
        bezwaar = keuring(uit[1])
        if bezwaar is None:
            return uit[1]  # type: ignore[no-any-return]  # a page ends with a value of its step
        concept.invoer.melding = bezwaar


def _begin(stap: Stap, vandaag: date | None) -> Invoer:
    if stap.soort in KIEZEN:
        return Lijst(stap)
    if stap.soort == "schaal" and schaal.fits(stap):
        return Schaal(stap)
    return Veld(stap, vandaag)


def _deed(b: Beeld, concept: Concept, daad: Any) -> Beweging | None:
    """Help and a note are dealt with here, and the question comes back; every other key leaves it."""
    if daad == "uitleg":
        return read_on(b, "Uitleg", [("", regel) for regel in help_lines(b, concept.stap)])
    if daad == "notitie":
        from veiligheidsplan.cli.notitie import write_note

        return write_note(b, concept)
    if daad == "stoppen" and _half_typed(concept) and not concept.invoer.melding.startswith("U typte"):
        concept.invoer.melding = (
            "U typte iets dat nog niet is bewaard. Bewaar het eerst met "
            f"{'Tab' if concept.stap.meer_regels else 'Enter'}, of druk nog eens op dezelfde toets om te stoppen."
        )
        return None
    return movement(daad)


def _half_typed(concept: Concept) -> bool:
    invoer = concept.invoer
    if not isinstance(invoer, Veld):
        return False
    return bool(invoer.buffer.text.strip()) and invoer.buffer.text != Veld(concept.stap, None).buffer.text


def read_on(b: Beeld, kop: str, stukken: list[tuple[str, str]]) -> Beweging | None:
    """A page to read from within a question; a movement made there is the answer of the question."""
    soort, waarde = read(b, kop, stukken)
    if soort != "daad" or waarde in ("uitleg", "notitie", "terug"):
        return None
    return movement(waarde)


def _notice(b: Beeld, concept: Concept, meldingen: list[str]) -> tuple[str, Any]:
    stap = concept.stap
    tekst = [("let_op", m) for m in (*meldingen, concept.invoer.melding) if m]
    if stap.inleiding:
        tekst += [("", stap.inleiding), ("", "")]
    uit: tuple[str, Any] = read(b, header(b, stap), [*tekst, ("", stap.tekst)])
    return uit


def _page(b: Beeld, concept: Concept, meldingen: list[str]) -> tuple[str, Any]:
    stap, invoer = concept.stap, concept.invoer

    def above() -> list[tuple[str, str]]:
        stukken = [("let_op", m) for m in meldingen]
        if stap.inleiding:
            stukken += [("", stap.inleiding), ("", "")]
        stukken.append(("vraag", stap.tekst))
        notitie = note_of(b, concept)
        return [*stukken, ("", f"Notitie: {notitie}")] if notitie else stukken

    def how() -> list[tuple[str, str]]:
        melding = [("let_op", invoer.melding)] if invoer.melding else []
        return [*melding, ("", invoer.instruction())]

    window = _field(invoer) if isinstance(invoer, Veld) else _choices(invoer)
    keys = _field_keys(invoer) if isinstance(invoer, Veld) else _choice_keys(invoer)
    uit: tuple[str, Any] = run(b, Vel(header(b, stap), above, how, window, keys))
    return uit


def _field(veld: Veld) -> Window:
    regels = 3 if veld.stap.meer_regels else 1
    return Window(
        BufferControl(
            veld.buffer,
            input_processors=[
                BeforeInput("Uw notitie: " if veld.stap.id.endswith(STAART) else "Uw antwoord: ")
            ],
        ),
        wrap_lines=True,
        dont_extend_height=True,
        height=Dimension(min=regels),
    )


def _choices(invoer: Lijst | Schaal) -> Window:
    def tokens() -> StyleAndTextTuples:
        uit: StyleAndTextTuples = []
        for plek, (hier, regels) in enumerate(invoer.lines(width())):
            if hier or (invoer.wijzer < 0 and plek == 0):
                uit.append(("[SetCursorPosition]", ""))
            uit += [("class:hier" if hier else "", regel + "\n") for regel in regels]
        return [*uit[:-1], (uit[-1][0], uit[-1][1].rstrip("\n"))] if uit else [("", "")]

    return Window(
        FormattedTextControl(tokens, focusable=True, show_cursor=True),
        dont_extend_height=True,
        height=Dimension(min=2),
        allow_scroll_beyond_bottom=False,
    )


def _done(event: KeyPressEvent, invoer: Invoer) -> None:
    waarde = invoer.result()
    if isinstance(waarde, Weigering):
        invoer.melding = waarde.uitleg
    else:
        event.app.exit(result=("klaar", waarde))


def _field_keys(veld: Veld) -> KeyBindings:
    toetsen = KeyBindings()

    def done(event: KeyPressEvent) -> None:
        if veld.buffer.text.strip() == "?":
            veld.buffer.reset()
            event.app.exit(result=("daad", "uitleg"))
        else:
            _done(event, veld)

    if veld.stap.meer_regels:
        toetsen.add(Keys.ControlI, eager=True)(done)
        for enter in (Keys.ControlM, Keys.ControlJ):
            toetsen.add(enter)(lambda _: veld.buffer.newline(copy_margin=False))
            toetsen.add(Keys.Escape, enter)(done)
    else:
        for enter in (Keys.ControlM, Keys.ControlJ):
            toetsen.add(enter)(done)
        toetsen.add(Keys.ControlI, eager=True)(lambda _: None)
    return toetsen


def _choice_keys(invoer: Lijst | Schaal) -> KeyBindings:
    toetsen = KeyBindings()

    def typed(event: KeyPressEvent) -> None:
        teken = event.data
        if teken == "?":
            event.app.exit(result=("daad", "uitleg"))
        elif len(teken) == 1 and teken.isprintable():
            invoer.type(teken)

    for enter in (Keys.ControlM, Keys.ControlJ):  # an Enter typed ahead arrives as the second
        toetsen.add(enter)(lambda event: _done(event, invoer))
    for toets, stap in ((Keys.Up, -1), (Keys.Down, 1)):
        toetsen.add(toets)(lambda _, n=stap: invoer.move(n))
    if isinstance(invoer, Schaal):
        for toets, stap in ((Keys.Left, -1), (Keys.Right, 1)):
            toetsen.add(toets)(lambda _, n=stap: invoer.move(n))
    toetsen.add(Keys.Backspace)(lambda _: invoer.erase())
    toetsen.add(Keys.Any)(typed)
    return toetsen
