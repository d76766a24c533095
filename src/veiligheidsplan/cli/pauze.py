"""A page that anyone may see (*pauze*), and the wiping of what stood there before."""

from __future__ import annotations

import shutil
import sys
from typing import Final

from veiligheidsplan.cli.beeld import Beeld

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
    """At once nothing about anyone; Enter goes on."""
    wipe(b)
    if b.eenvoudig:
        from veiligheidsplan.cli.plain import read_line
        from veiligheidsplan.cli.screens import say

        say(PAUZE)
        read_line(VERDER + " ")
        return
    from veiligheidsplan.cli.venster import read

    read(b, PAUZE, [("vraag", PAUZE)], daden=False)
