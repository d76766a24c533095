"""Opening the vault from the command line: where it lies, and the passphrase. Nothing personal in any argument."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from veiligheidsplan.cli.faults import Gebruiksfout, Mislukt
from veiligheidsplan.cli.screens import say, title
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis

KORTSTE_WACHTZIN = 8


def store_folder(map_: Path | None) -> Path:
    """The folder with the vault: as named, or the platform's folder for a program's data."""
    if map_ is not None:
        return map_.expanduser()
    if sys.platform == "win32":
        basis = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(basis) / "veiligheidsplan"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "veiligheidsplan"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "veiligheidsplan"


def open_vault(map_: Path | None, wachtzin_bestand: Path | None, *, maken: bool = False) -> Kluis:
    """The vault, opened; made on first use when *maken*. Shows the recovery key once."""
    from datetime import UTC, datetime

    map_ = store_folder(map_)
    bestand = map_ / BESTANDSNAAM
    if bestand.with_name(bestand.name + ".sleutel").exists():
        return Kluis.met_willekeurige_sleutel(bestand)
    if bestand.exists():
        return Kluis.open(bestand, _passphrase(wachtzin_bestand, "Uw wachtzin: "))
    if not maken:
        raise Mislukt("Er is nog geen dossier. Begin met: veiligheidsplan nieuw")
    kluis, herstelsleutel = Kluis.maak(bestand, _new_passphrase(wachtzin_bestand), datetime.now(UTC))
    _show_recovery(herstelsleutel, wacht=wachtzin_bestand is None)
    return kluis


def _passphrase(bestand: Path | None, vraag: str) -> str:
    if bestand is not None:
        return _from_file(bestand)
    if not sys.stdin.isatty():
        raise Gebruiksfout("Hier kan niemand een wachtzin typen. Geef --wachtzin-bestand PAD.")
    return getpass.getpass(vraag, stream=None)


def _from_file(bestand: Path) -> str:
    ruw = sys.stdin.readline() if str(bestand) == "-" else bestand.read_text("utf-8-sig")
    wachtzin = ruw.split("\n", 1)[0].rstrip("\r")
    if not wachtzin:
        raise Mislukt("In het bestand met de wachtzin staat op de eerste regel niets.")
    return wachtzin


def _new_passphrase(bestand: Path | None) -> str:
    if bestand is not None:
        wachtzin = _from_file(bestand)
        if len(wachtzin) < KORTSTE_WACHTZIN:
            raise Mislukt(f"De wachtzin is te kort. Gebruik ten minste {KORTSTE_WACHTZIN} tekens.")
        return wachtzin
    title("Een wachtzin kiezen")
    say("Met een wachtzin zijn uw dossiers op slot. Kies een paar woorden die niemand kan raden.")
    while True:
        wachtzin = _passphrase(None, "Nieuwe wachtzin: ")
        if len(wachtzin) < KORTSTE_WACHTZIN:
            say(f"Deze is te kort. Gebruik ten minste {KORTSTE_WACHTZIN} tekens.", stijl="let_op")
        elif wachtzin == _passphrase(None, "Nog een keer: "):
            return wachtzin
        else:
            say("De twee wachtzinnen zijn niet gelijk. Probeer het opnieuw.", stijl="let_op")


def _show_recovery(herstelsleutel: str, *, wacht: bool) -> None:
    title("Herstelsleutel")
    say("Schrijf deze sleutel op papier en bewaar het papier op een veilige plek. U ziet hem maar één keer.")
    say("Bent u de wachtzin kwijt? Dan opent u uw dossiers met deze sleutel.")
    say()
    say(f"    {herstelsleutel}", stijl="kop")
    say()
    if wacht:
        input("Druk op Enter als u de sleutel hebt opgeschreven. ")
