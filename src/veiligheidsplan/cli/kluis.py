"""Opening the vault from the command line: where it lies, and the passphrase. Nothing personal in any argument."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.screens import columns, is_plain, say, title, wrap
from veiligheidsplan.cli.stil import show_typing
from veiligheidsplan.cli.wachtzin import new_passphrase, passphrase
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis


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


@contextmanager
def open_vault(map_: Path | None, wachtzin_bestand: Path | None, *, maken: bool = False) -> Iterator[Kluis]:
    """The vault, opened; made on first use when *maken*. Its faults become sentences (``Mislukt``)."""
    try:
        kluis = _opened(map_, wachtzin_bestand, maken=maken)
    finally:
        show_typing()
    with faults_in_sentences(), kluis:
        yield kluis


def _opened(map_: Path | None, wachtzin_bestand: Path | None, *, maken: bool) -> Kluis:
    with faults_in_sentences():
        return _open(map_, wachtzin_bestand, maken=maken)


@contextmanager
def faults_in_sentences() -> Iterator[None]:
    """What is wrong with the store, a dossier or a signature has no line in a file: a person gets sentences."""
    try:
        yield
    except BevindingenFout as fout:
        if any(b.plaats is not None or b.code[:3] not in ("VP7", "VP8") for b in fout.bevindingen):
            raise
        raise Mislukt(in_sentences(fout)) from None


def in_sentences(fout: BevindingenFout) -> str:
    """Each finding as what it is and what to do, one a line; at a terminal never broken within a word."""
    tekst = "\n".join(f"{b.uitleg} {b.suggestie or ''}".strip() for b in fout.bevindingen)
    return tekst if is_plain(sys.stderr) else "\n".join(wrap(tekst, columns() - 1))


def _open(map_: Path | None, wachtzin_bestand: Path | None, *, maken: bool) -> Kluis:
    from datetime import UTC, datetime

    map_ = store_folder(map_)
    bestand = map_ / BESTANDSNAAM
    if bestand.with_name(bestand.name + ".sleutel").exists():
        return Kluis.met_willekeurige_sleutel(bestand)
    if bestand.exists():
        return Kluis.open(bestand, passphrase(wachtzin_bestand, "Uw wachtzin: "))
    if not maken:
        raise Mislukt("Er is nog geen dossier. Begin met: veiligheidsplan nieuw")
    kluis, herstelsleutel = Kluis.maak(bestand, new_passphrase(wachtzin_bestand), datetime.now(UTC))
    show_recovery(herstelsleutel, wacht=wachtzin_bestand is None)
    return kluis


def show_recovery(herstelsleutel: str, *, wacht: bool) -> None:
    """The recovery key, once; *wacht* lets the person write it down first."""
    title("Herstelsleutel")
    say("Schrijf deze sleutel op papier en bewaar het papier op een veilige plek. U ziet hem maar één keer.")
    say("Bent u de wachtzin kwijt? Kies dan met deze sleutel een nieuwe: veiligheidsplan dossier herstel")
    say()
    say(f"    {herstelsleutel}", stijl="kop")
    say()
    if not wacht:
        return
    from veiligheidsplan.cli.plain import read_line

    read_line("Druk op Enter als u de sleutel hebt opgeschreven. ")
    if not is_plain(sys.stderr):  # whoever looks over a shoulder later must not find it there
        sys.stderr.write("\x1b[4A\r\x1b[J")
        say("(De sleutel staat nu niet meer op dit scherm.)")
