"""A page that anyone may see (*pauze*), and the wiping of what stood there before."""

from __future__ import annotations

import shutil
import sys
from typing import Final

from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.gevaar import show_danger
from veiligheidsplan.cli.toetsen import Daad, read_word
from veiligheidsplan.plan.stap import Beweging

PAUZE: Final = "Even pauze."
VERDER: Final = "Druk op Enter om verder te gaan."


def wipe(b: Beeld) -> None:
    """Nothing of before stays in sight.

    In the plain mode nothing is drawn, so the old text is pushed out of sight: who scrolls back can read it.
    """
    if b.eenvoudig:
        if sys.stderr.isatty():
            sys.stderr.write("\n" * shutil.get_terminal_size((80, 24)).lines)
            sys.stderr.flush()
        return
    from veiligheidsplan.cli.volscherm import wipe as wipe_screen

    wipe_screen(b)


def show_neutral(b: Beeld) -> None:
    """At once nothing about anyone; Enter goes on. The numbers, the lock and stopping can be reached from here."""
    wipe(b)
    while (daad := _plain(b) if b.eenvoudig else _full(b)) is not None:
        if daad == "nu_gevaar":
            show_danger(b)
        elif daad == "slot":
            b.wacht = Beweging("slot")
            return
        elif daad == "stoppen":
            raise KeyboardInterrupt


def _plain(b: Beeld) -> Daad | int | None:
    from veiligheidsplan.cli.plain import read_line
    from veiligheidsplan.cli.screens import say

    say(PAUZE)
    return read_word(read_line(VERDER + " "))


def _full(b: Beeld) -> Daad | int | None:
    from veiligheidsplan.cli.venster import read

    soort, uit = read(b, "", [("vraag", PAUZE)], regel=False)
    daad: Daad = uit
    return daad if soort == "daad" else None
