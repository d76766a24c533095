"""Bytes to text: a size limit, UTF-8 without a mark in front, and no characters that a person cannot see."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from veiligheidsplan.bevinding import Bevinding, Plaats
from veiligheidsplan.loading.bronkaart import Bronkaart
from veiligheidsplan.loading.limits import MAX_BEVINDINGEN, MAX_BYTES
from veiligheidsplan.loading.pijp import read_pipe

#: control characters, line ends that only YAML 1.1 knows, overrides of the writing direction, marks, half
#: characters
VERBODEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_REGELEINDE: Final = re.compile(r"\r\n|\r|\n")
_C0: Final = bytes([*range(9), 11, 12, *range(14, 32), 127])
_BOM_16: Final = (b"\xff\xfe", b"\xfe\xff")
_BOM_8: Final = b"\xef\xbb\xbf"
_ALS_UTF8: Final = "Sla het bestand op als UTF-8 (zonder BOM). In Kladblok: Opslaan als, Codering: UTF-8."


@dataclass(frozen=True, slots=True)
class Tekst:
    """What came out of some bytes: the text (``None`` where there is none) and the faults found on the
    way."""

    tekst: str | None
    bevindingen: tuple[Bevinding, ...] = ()


def read_bytes(pad: Path, naam: str) -> bytes | Bevinding:
    """The content of a file, or why not. Never more than ``MAX_BYTES`` is read, whatever the file claims to
    be."""
    try:
        toestand = os.stat(pad)
        if stat.S_ISDIR(toestand.st_mode):
            open_ = os.access(pad, os.R_OK | os.X_OK)
            return _unreadable(
                naam, "Het is een map." if open_ else "Het is een map waarin u niet mag kijken."
            )
        if not (stat.S_ISREG(toestand.st_mode) or stat.S_ISFIFO(toestand.st_mode)):
            return _unreadable(naam, "Het is geen gewoon bestand.")
        if toestand.st_size > MAX_BYTES:
            return _too_big(naam)
        if stat.S_ISFIFO(toestand.st_mode):
            inhoud = read_pipe(pad, MAX_BYTES + 1)
        else:
            with open(pad, "rb") as bestand:
                inhoud = bestand.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fout:
        weg = "Het is een verwijzing naar iets dat er niet is." if _is_broken_link(pad) else _reason(fout)
        return _unreadable(naam, weg)
    return _too_big(naam) if len(inhoud) > MAX_BYTES else inhoud


def decode(inhoud: bytes, naam: str) -> Tekst:
    """The text of some bytes. Forbidden characters become ``U+FFFD``, so that the rest can still be looked
    at."""
    if len(inhoud) > MAX_BYTES:
        return Tekst(None, (_too_big(naam),))
    if inhoud.startswith(_BOM_16) or b"\0" in inhoud[:2]:
        return Tekst(None, (_no_utf8(naam, "Dit bestand is opgeslagen als UTF-16 of UTF-32."),))
    bom: tuple[Bevinding, ...] = ()
    if inhoud.startswith(_BOM_8):
        inhoud = inhoud[len(_BOM_8) :]
        bom = (_no_utf8(naam, "Vooraan dit bestand staat een onzichtbaar merkteken (BOM)."),)
    try:
        tekst = inhoud.decode("utf-8")
    except UnicodeDecodeError as fout:
        return Tekst(None, (*bom, _bad_byte(inhoud, fout.start, naam)))
    if tekst.isascii() and len(inhoud.translate(None, _C0)) == len(inhoud):
        return Tekst(tekst, bom)
    schoon = clean(tekst, naam)
    return Tekst(schoon.tekst, bom + schoon.bevindingen)


def clean(tekst: str, naam: str) -> Tekst:
    """The text with each forbidden character replaced, and a fault for each."""
    if VERBODEN.search(tekst) is None:
        return Tekst(tekst)
    heel = VERBODEN.sub("\ufffd", tekst)
    kaart = Bronkaart(naam, heel, None)
    bevindingen = []
    regel = begin = 0
    einden = _REGELEINDE.finditer(tekst)
    einde = next(einden, None)
    for treffer in islice(VERBODEN.finditer(tekst), MAX_BEVINDINGEN):
        while einde is not None and einde.end() <= treffer.start():
            regel, begin, einde = regel + 1, einde.end(), next(einden, None)
        bevindingen.append(forbidden(treffer.group(), kaart.at(regel, treffer.start() - begin)))
    return Tekst(heel, tuple(bevindingen))


def forbidden(teken: str, plaats: Plaats) -> Bevinding:
    """The fault for one forbidden character at a place."""
    return Bevinding(
        code="VP104",
        uitleg=f"Hier staat een teken dat u niet kunt zien (U+{ord(teken):04X}). Zo'n teken kan hier niet.",
        plaats=plaats,
        suggestie="Haal het teken weg, en typ de tekst er omheen zo nodig opnieuw.",
    )


def _bad_byte(inhoud: bytes, plek: int, naam: str) -> Bevinding:
    regels = _REGELEINDE.split(inhoud.decode("utf-8", "replace"))
    voor = _REGELEINDE.split(inhoud[:plek].decode("utf-8"))
    regel = len(voor) - 1
    return Bevinding(
        code="VP103",
        uitleg="Hier staat een teken dat geen UTF-8 is.",
        plaats=Plaats(naam, regel + 1, len(voor[-1]) + 1, regeltekst=regels[regel][:2000]),
        suggestie=_ALS_UTF8,
    )


def _no_utf8(naam: str, uitleg: str) -> Bevinding:
    return Bevinding(code="VP103", uitleg=uitleg, plaats=Plaats(naam, 1, 1), suggestie=_ALS_UTF8)


def _too_big(naam: str) -> Bevinding:
    return Bevinding(
        code="VP102",
        uitleg=f"Dit bestand is groter dan {MAX_BYTES // 1024 // 1024} MB en wordt daarom niet gelezen.",
        plaats=Plaats(naam, 1, 1),
        suggestie="Controleer of dit het goede bestand is. Een instrument is meestal kleiner dan 0,1 MB.",
    )


def _unreadable(naam: str, reden: str) -> Bevinding:
    return Bevinding(
        code="VP101",
        uitleg=f"Dit bestand kan niet worden gelezen. {reden}",
        plaats=Plaats(naam, 1, 1),
        suggestie="Controleer de naam, de map en uw rechten.",
    )


def _is_broken_link(pad: Path) -> bool:
    try:
        return pad.is_symlink() and not pad.exists()
    except (OSError, ValueError):
        return False


def _reason(fout: Exception) -> str:
    """Why, in Dutch; the words of the operating system are in another language."""
    match fout:
        case FileNotFoundError() | NotADirectoryError():
            return "Het bestaat niet."
        case IsADirectoryError():
            return "Het is een map."
        case TimeoutError():
            return "Er komt niets uit: het is een pijp waar geen programma in schrijft."
        case PermissionError():
            return "U mag het niet openen."
        case ValueError():
            return "De naam is niet mogelijk."
        case _:
            return "Het lezen lukt niet."
