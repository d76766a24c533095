"""Asks one step: one prompt per kind, in a full terminal or in the plain mode. The engine saves.

Ctrl-C raises ``KeyboardInterrupt`` and Ctrl-D or the end of the input ``EOFError``, in every kind. What is
half typed is then lost. A bare Enter never chooses an answer: it goes on where nothing is required, confirms
what was chosen, or keeps a text that stands there to be read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.cli.screens import is_plain, say, title
from veiligheidsplan.cli.typed import in_words
from veiligheidsplan.plan.stap import Keuze, Stap, Stapsoort, Waarde

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

Controle = Callable[[Waarde], Bevinding | None]
#: the choice «none of these»; its answer is the empty tuple, never this code
GEEN: Final = Keuze("geen_van_deze", "Geen van deze")
#: answered by choosing; every other kind is answered by typing
KIEZEN: Final[frozenset[Stapsoort]] = frozenset({"keuze", "meerkeuze"})


def ask(
    stap: Stap,
    *,
    controle: Controle | None = None,
    eenvoudig: bool = False,
    vandaag: date | None = None,
    bewaard: bool = True,
    io: tuple[Input, Output] | None = None,
) -> Waarde:
    """The answer to *stap*, of its kind and within its bounds.

    *controle* may refuse an answer (a fault: asked again) or warn (accepted when given once more). *vandaag*
    lets a date be «vandaag» or «vrijdag». *bewaard* says in the header that all before this is saved. *io*
    replaces the terminal in tests.
    """
    plain = eenvoudig or (io is None and not can_draw())
    show_step(stap, bewaard=bewaard, plain=plain)
    gewaarschuwd: tuple[Waarde, ...] = ()
    while True:
        waarde = _answer(stap, vandaag, plain, io)
        bevinding = controle(waarde) if controle else None
        if bevinding is None or (bevinding.ernst is Ernst.WAARSCHUWING and waarde in gewaarschuwd):
            return waarde
        refuse(bevinding)
        gewaarschuwd = (waarde,)
        if stap.soort not in KIEZEN:
            stap = replace(stap, standaard=waarde)


def can_draw() -> bool:
    """Whether there is a person at a terminal that can move a cursor."""
    return sys.stdin is not None and sys.stdin.isatty() and not is_plain(sys.stderr)


def refuse(bevinding: Bevinding) -> None:
    """Say why an answer is not taken, or what to look at again."""
    if bevinding.ernst is Ernst.FOUT:
        say(f"Let op: {bevinding.uitleg}", stijl="fout")
    else:
        say(
            f"Let op: {bevinding.uitleg} Klopt het toch? Geef dan hetzelfde antwoord nog eens.",
            stijl="let_op",
        )
    if bevinding.suggestie:
        say(bevinding.suggestie)


def show_step(stap: Stap, *, bewaard: bool, plain: bool) -> None:
    """Where we are, the introduction of a section, and the question."""
    waar = stap.sectie
    if stap.nummer:
        waar += f" · Vraag {stap.nummer[0]} van {stap.nummer[1]}"
    if bewaard:
        waar += " · bewaard"
    say()
    if stap.inleiding:
        title(stap.sectie)
        say(stap.inleiding)
        say()
    say(waar.replace(" · ", ". ") + "." if plain else waar, stijl="stil")
    say(stap.tekst, stijl="kop")


def options_of(stap: Stap) -> tuple[Keuze, ...]:
    """All that can be chosen: the answers, none of these, and the special answers."""
    if stap.soort == "keuze":
        return (*stap.keuzes, *stap.bijzonder)
    return (*stap.keuzes, *((GEEN,) if stap.geen_van_deze else ()), *stap.bijzonder)


def exclusive_of(stap: Stap) -> frozenset[str]:
    """The choices that stand alone: none of these, and the special answers."""
    return frozenset({GEEN.code, *(k.code for k in stap.bijzonder)})


def chosen_value(stap: Stap, codes: tuple[str, ...]) -> Waarde:
    """The value that belongs to what was chosen; nothing chosen is ``None``."""
    if not codes:
        return None
    if stap.soort == "keuze" or codes[0] in {k.code for k in stap.bijzonder}:
        return codes[0]
    return () if codes == (GEEN.code,) else codes


def earlier(stap: Stap) -> tuple[str, ...]:
    """The codes of an earlier answer that can still be chosen; one of another version is left out."""
    oud = stap.standaard
    codes = (oud,) if isinstance(oud, str) else oud if isinstance(oud, tuple) else ()
    if oud == () and stap.geen_van_deze:
        codes = (GEEN.code,)
    bekend = {k.code for k in options_of(stap)}
    return tuple(c for c in codes if c in bekend)


def typed_default(stap: Stap) -> str:
    """An earlier answer as text to edit; of a special answer its words."""
    for keuze in stap.bijzonder:
        if keuze.code == stap.standaard:
            return keuze.tekst
    waarde = stap.standaard
    if isinstance(waarde, date):
        return f"{waarde.day}-{waarde.month}-{waarde.year}"
    if stap.soort in ("getal", "schaal") or waarde is None or isinstance(waarde, tuple):
        return ""
    return str(waarde)


def echo(stap: Stap, waarde: Waarde) -> None:
    """What was understood, in words, so that the person can see it."""
    if stap.soort in KIEZEN:
        teksten = {k.code: k.tekst for k in options_of(stap)}
        codes = (GEEN.code,) if waarde == () else waarde if isinstance(waarde, tuple) else (waarde,)
        say("  " + (", ".join(teksten[str(c)] for c in codes if c is not None) or "(overgeslagen)"))
    elif waarde is None:
        say("  (overgeslagen)")
    elif stap.soort in ("datum", "tijd"):
        woorden = {k.code: k.tekst for k in stap.bijzonder}
        say(f"  {woorden.get(str(waarde)) or in_words(waarde)}")


def _answer(stap: Stap, vandaag: date | None, plain: bool, io: tuple[Input, Output] | None) -> Waarde:
    if plain:
        from veiligheidsplan.cli import plain as view

        waarde = view.answer(stap, vandaag)
    else:
        from veiligheidsplan.cli import prompts

        waarde = prompts.answer(stap, vandaag, io)
    if stap.soort != "mededeling":
        echo(stap, waarde)
    return waarde
