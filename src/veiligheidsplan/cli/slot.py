"""The lock (*slot*): nothing on the screen until the passphrase is typed; the numbers to call need none.

What was opened stays open in the memory of the program: the lock keeps eyes out, not a thief of the computer.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.gevaar import show_danger

#: says whether this passphrase opens the vault; ``None``: the vault has none
Toets = Callable[[str], bool] | None

OP_SLOT: Final = "Dit scherm staat op slot."
TYP: Final = "Typ uw wachtzin en druk op Enter. U ziet niet wat u typt."
GEEN_WACHTZIN: Final = "Druk op Enter om verder te gaan."
NUMMERS: Final = "F7: wie u belt bij gevaar. Ctrl-C: stoppen, alles is bewaard."
NUMMERS_WOORD: Final = "Wilt u weten wie u belt bij gevaar? Typ niets en druk op Enter."
PAST_NIET: Final = "Deze wachtzin past niet. Probeer het nog een keer."


def check_of(map_: Path | None) -> Toets:
    """How a passphrase is checked for the vault in this folder."""
    from veiligheidsplan.cli.kluis import store_folder
    from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis

    bestand = store_folder(map_) / BESTANDSNAAM
    if bestand.with_name(bestand.name + ".sleutel").exists():
        return None

    def opens(wachtzin: str) -> bool:
        try:
            Kluis.open(bestand, wachtzin).sluit()
        except (BevindingenFout, OSError):
            return False
        return True

    return opens


def hold_locked(b: Beeld, toets: Toets) -> None:
    """Returns when the passphrase was right. ``KeyboardInterrupt`` and ``EOFError`` pass through."""
    if b.eenvoudig:
        _plain(b, toets)
    else:
        _full(b, toets)


def _plain(b: Beeld, toets: Toets) -> None:
    from veiligheidsplan.cli.plain import read_line
    from veiligheidsplan.cli.screens import say
    from veiligheidsplan.cli.wachtzin import someone_can_type

    say(OP_SLOT)
    if toets is None:
        read_line(GEEN_WACHTZIN + " ")
        return
    say(NUMMERS_WOORD)
    while True:
        if someone_can_type():
            import getpass

            getypt = getpass.getpass("Uw wachtzin: ", stream=None)
        else:
            getypt = read_line("Uw wachtzin: ")
        if getypt.strip().casefold() in ("", "gevaar"):  # a passphrase has at least eight characters
            show_danger(b)
            say(OP_SLOT)
        elif toets(getypt):
            return
        else:
            say(PAST_NIET)


def _full(b: Beeld, toets: Toets) -> None:
    from veiligheidsplan.cli.slotvenster import ask_locked

    melding = ""
    while True:
        getypt = ask_locked(b, [OP_SLOT, GEEN_WACHTZIN if toets is None else TYP, NUMMERS], melding)
        if getypt is None:
            show_danger(b)
        elif toets is None or toets(getypt):
            return
        else:
            melding = PAST_NIET
