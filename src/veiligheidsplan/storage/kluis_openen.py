"""The ways into a vault, and what changes its locks: passphrase, recovery key, a colleague's pair, the
example.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from veiligheidsplan.storage.opslag import Houderregel, Opslag, Sleutelregel
from veiligheidsplan.storage.seal import SLEUTELLENGTE, ZegelFout
from veiligheidsplan.storage.seal_sleutelhouder import Sleutelpaar, new_herstelsleutel, read_herstelsleutel
from veiligheidsplan.storage.seal_wachtzin import (
    HouderBeschadigd,
    Kosten,
    close_with_wachtzin,
    open_with_wachtzin,
)
from veiligheidsplan.storage.sleutelring import Sleutelring, replace_vast
from veiligheidsplan.storage.sqlite import SqliteOpslag
from veiligheidsplan.storage.sqlite_bestand import make_folder, make_private, restore_file
from veiligheidsplan.storage.storingen import fault, translate_faults

BESTANDSNAAM = "kluis.db"
"""The file's name where a folder is given."""


def locate(pad: Path) -> Path:
    """The file of the vault: *pad* itself, or the usual name in it when it is a folder."""
    with translate_faults(pad):
        return pad / BESTANDSNAAM if pad.is_dir() else pad


def create(pad: Path, wachtzin: str, nu: datetime, kosten: Kosten) -> tuple[Opslag, Sleutelring, str]:
    """A new vault with a passphrase and a recovery key; the last is returned as text."""
    paar = Sleutelpaar.new()
    gesloten = close_with_wachtzin(paar.geheim, paar.openbaar, wachtzin, kosten)
    herstelpaar, tekst = new_herstelsleutel()
    ring = Sleutelring(paar, (paar.openbaar, herstelpaar.openbaar), nu)
    regels = (ring.row("wachtzin", gesloten=gesloten), ring.row("herstel", herstelpaar))
    return _create(locate(pad), regels), ring, tekst


def _create(pad: Path, regels: tuple[Houderregel, ...]) -> Opslag:
    opslag = SqliteOpslag.create(pad)
    try:
        opslag.replace_houders((), regels)
    except BaseException:
        opslag.close()
        pad.unlink(missing_ok=True)
        raise
    return opslag


def open_wachtzin(pad: Path, wachtzin: str) -> tuple[Opslag, Sleutelring]:
    """By passphrase: VP701 for another one, VP713 when the stored key itself is damaged."""
    opslag = SqliteOpslag.open(locate(pad))
    try:
        regel = _find(opslag, "wachtzin")
        try:
            geheim = open_with_wachtzin(regel.gesloten or b"", regel.openbaar, wachtzin)
        except ZegelFout:
            raise fault("VP701") from None
        except HouderBeschadigd:
            raise fault("VP713", pad=opslag.pad) from None
        return opslag, _ring(opslag, Sleutelpaar.of(geheim), regel)
    except BaseException:
        opslag.close()
        raise


def open_herstel(pad: Path, herstelsleutel: str) -> tuple[Opslag, Sleutelring]:
    """By recovery key: VP703 for a typing mistake, VP704 for one of another vault."""
    paar = read_herstelsleutel(herstelsleutel)
    opslag = SqliteOpslag.open(locate(pad))
    try:
        passend = [regel for regel in opslag.houders() if regel.id == paar.id and regel.soort == "herstel"]
        if not passend:
            raise fault("VP704")
        return opslag, _ring(opslag, paar, passend[0])
    except BaseException:
        opslag.close()
        raise


def open_other(pad: Path, eigen: Sleutelring, van: bytes) -> tuple[Opslag, Sleutelring]:
    """Someone else's store with our own pair; only keys that *van* or we wrapped are believed."""
    return SqliteOpslag.open(locate(pad)), Sleutelring(eigen.paar, (*eigen.vast, van))


def open_or_create_example(pad: Path) -> tuple[Opslag, Sleutelring]:
    """The example's vault, with its key in a file beside it."""
    bestand = locate(pad)
    sleutelbestand = bestand.with_name(bestand.name + ".sleutel")
    with translate_faults(sleutelbestand):
        bestaat = bestand.exists()
        if not sleutelbestand.exists():
            if bestaat:
                raise fault("VP708", pad=bestand)
            make_folder(bestand.parent)
            make_private(sleutelbestand)
            _write_synced(sleutelbestand, os.urandom(SLEUTELLENGTE))
        geheim = sleutelbestand.read_bytes()
    if len(geheim) != SLEUTELLENGTE:
        raise fault("VP708", pad=bestand)
    paar = Sleutelpaar.of(geheim)
    if not bestaat:
        ring = Sleutelring(paar, (paar.openbaar,))
        return _create(bestand, (ring.row("bestand"),)), ring
    opslag = SqliteOpslag.open(bestand)
    try:
        regel = _find(opslag, "bestand")
        if regel.id != paar.id:
            raise fault("VP708", pad=bestand)
        return opslag, _ring(opslag, paar, regel)
    except BaseException:
        opslag.close()
        raise


def _write_synced(pad: Path, inhoud: bytes) -> None:
    with pad.open("wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())


def _find(opslag: SqliteOpslag, soort: str) -> Houderregel:
    for regel in opslag.houders():
        if regel.soort == soort:
            return regel
    raise fault("VP713", pad=opslag.pad)


def _ring(opslag: SqliteOpslag, paar: Sleutelpaar, regel: Houderregel) -> Sleutelring:
    try:
        return Sleutelring.read(paar, regel)
    except ZegelFout:
        raise fault("VP713", pad=opslag.pad) from None


def renew_wachtzin(opslag: Opslag, ring: Sleutelring, wachtzin: str, kosten: Kosten) -> Sleutelring:
    """Another passphrase. Opened by passphrase, the pair stays; by recovery key, a fresh pair takes its
    place.
    """
    oud = [regel for regel in opslag.houders() if regel.soort == "wachtzin"]
    if ring.paar.openbaar in [regel.openbaar for regel in oud]:
        gesloten = close_with_wachtzin(ring.paar.geheim, ring.paar.openbaar, wachtzin, kosten)
        opslag.replace_houders((), (ring.row("wachtzin", gesloten=gesloten),))
        return ring
    paar = Sleutelpaar.new()
    gesloten = close_with_wachtzin(paar.geheim, paar.openbaar, wachtzin, kosten)
    nieuw = replace_vast(ring, (s for s in ring.vast if s != ring.paar.openbaar), paar.openbaar)
    regels = (nieuw.row("herstel"), nieuw.row("wachtzin", paar, gesloten))
    opslag.replace_houders([regel.id for regel in oud], regels, _rewrap(opslag, ring, nieuw))
    return nieuw


def renew_herstel(opslag: Opslag, ring: Sleutelring) -> tuple[Sleutelring, str]:
    """Another recovery key, for whoever opened by passphrase; returns its text."""
    houders = opslag.houders()
    eigen = next((regel for regel in houders if regel.openbaar == ring.paar.openbaar), None)
    if eigen is None or eigen.soort != "wachtzin":
        raise fault("VP710")
    paar, tekst = new_herstelsleutel()
    nieuw = replace_vast(ring, (s for s in ring.vast if s != ring.paar.openbaar), paar.openbaar)
    regels = (nieuw.row("wachtzin", gesloten=eigen.gesloten), nieuw.row("herstel", paar))
    oud = [regel.id for regel in houders if regel.soort == "herstel"]
    opslag.replace_houders(oud, regels, _rewrap(opslag, ring, nieuw))
    return nieuw, tekst


def _rewrap(opslag: Opslag, oud: Sleutelring, nieuw: Sleutelring) -> list[Sleutelregel]:
    """Every dossier's key wrapped for the new own keys. One that we cannot open keeps what it had."""
    sleutels: list[Sleutelregel] = []
    for dossier, verpakt, _ in opslag.kopbladen(oud.paar.id):
        if verpakt is None:
            continue
        try:
            zegel = oud.unwrap(dossier, verpakt)
        except ZegelFout:
            continue
        sleutels += [Sleutelregel(dossier, houder, dicht) for houder, dicht in nieuw.wrap_all(zegel).items()]
    return sleutels


def restore(back_up: Path, naar: Path) -> None:
    """Put a back-up in place, after looking whether it is a vault that we can read."""
    restore_file(locate(back_up), locate(naar))
