"""The first screen: whom to call, before any name or passphrase is asked. It needs no vault and never fails."""

from __future__ import annotations

import os

from veiligheidsplan.cli.screens import say, title
from veiligheidsplan.cli.stil import hide_typing
from veiligheidsplan.plan.regio import Nummers


def show_first_screen(nummers: Nummers, *, eenvoudig: bool) -> None:
    """112 and Veilig Thuis, and what this screen is. With *eenvoudig* the terminal is a plain one from here on."""
    if eenvoudig:
        os.environ["TERM"] = "dumb"
    hide_typing()  # what is typed now may be the passphrase, before it is asked
    title("Is er nu gevaar? Bel 112")
    for nummer in nummers.for_household()[:2]:
        gratis = " Gratis." if nummer.gratis else ""
        say(f"{nummer.naam}: {nummer.nummer}. {nummer.wanneer}{gratis}")
    say()
    say("Wat hierna komt, mag iedereen aan tafel lezen. Is iets alleen voor u? Dan staat dat er boven.")
    say("Stoppen kan altijd met Ctrl-C. Elk antwoord is dan al bewaard.")
