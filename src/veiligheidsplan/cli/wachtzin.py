"""The passphrase (*wachtzin*): typed where nobody sees it, or read from a file or stdin by a script."""

from __future__ import annotations

import sys
from pathlib import Path

from veiligheidsplan.cli.faults import Gebruiksfout, Mislukt
from veiligheidsplan.cli.screens import say, title

KORTSTE_WACHTZIN = 8
_LANGSTE = 10_000  # characters; a file that was named by mistake may be large


def passphrase(bestand: Path | None, vraag: str) -> str:
    """The passphrase from *bestand*, or typed at the prompt *vraag*."""
    if bestand is not None:
        return secret_from_file(bestand)
    if not someone_can_type():
        raise Gebruiksfout("Hier kan niemand een wachtzin typen. Geef --wachtzin-bestand PAD.")
    import getpass

    return getpass.getpass(vraag, stream=None)


def someone_can_type() -> bool:
    """Whether there is a keyboard."""
    return sys.stdin is not None and sys.stdin.isatty()


def secret_from_file(bestand: Path, wat: str = "wachtzin") -> str:
    """The first line of a file; ``-`` is stdin. *wat* is what should stand there."""
    if str(bestand) == "-":
        regel = sys.stdin.readline(_LANGSTE) if sys.stdin is not None else ""
    else:
        with bestand.open(encoding="utf-8-sig", errors="replace") as stroom:
            regel = stroom.readline(_LANGSTE)
    wachtzin = regel.rstrip("\r\n")
    if not wachtzin:
        waar = "Op de standaardinvoer" if str(bestand) == "-" else f"In het bestand {bestand}"
        raise Mislukt(f"{waar} staat op de eerste regel niets. Zet daar de {wat} neer.")
    return wachtzin


def new_passphrase(bestand: Path | None) -> str:
    """A passphrase of the person's own choice, typed twice."""
    if bestand is not None:
        wachtzin = secret_from_file(bestand)
        if len(wachtzin) < KORTSTE_WACHTZIN:
            raise Mislukt(f"De wachtzin is te kort. Gebruik ten minste {KORTSTE_WACHTZIN} tekens.")
        return wachtzin
    title("Een wachtzin kiezen")
    say("Met een wachtzin zijn uw dossiers op slot. Kies een paar woorden die niemand kan raden.")
    say("U ziet niets als u typt. Dat hoort zo.")
    while True:
        wachtzin = passphrase(None, "Nieuwe wachtzin: ")
        if len(wachtzin) < KORTSTE_WACHTZIN:
            say(f"Deze is te kort. Gebruik ten minste {KORTSTE_WACHTZIN} tekens.", stijl="let_op")
        elif wachtzin == passphrase(None, "Typ de wachtzin nog een keer: "):
            return wachtzin
        else:
            say("De twee wachtzinnen zijn niet gelijk. Probeer het opnieuw.", stijl="let_op")
