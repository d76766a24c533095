"""A private key under a passphrase (*wachtzin*), by Argon2id.

The cost travels with the sealed key, so it can rise with each new passphrase while older ones still open.
It is read from a file that others may have touched, so there are bounds; lowering it opens nothing, it only
fails.
"""

from __future__ import annotations

import hashlib
import secrets
import struct
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from veiligheidsplan.storage.seal import SLEUTELLENGTE, ZegelFout, bind, seal, unseal
from veiligheidsplan.storage.storingen import fault

KORTSTE_WACHTZIN = 8
"""Characters; the least that NIST SP 800-63B asks of a secret that a person remembers."""
_ZOUT = 16
_CONTROLE = 8
_KOP = struct.Struct(">BIIB")


@dataclass(frozen=True, slots=True)
class Kosten:
    """What one guess costs: passes, memory in KiB, lanes. RFC 9106's second recommended choice by default."""

    rondes: int = 3
    geheugen: int = 64 * 1024
    banen: int = 4

    def fits(self) -> bool:
        """Whether a stored cost is one that we would ever have written (a hostile one could eat all
        memory).
        """
        return 1 <= self.rondes <= 64 and 1 <= self.banen <= 64 and 8 * self.banen <= self.geheugen <= 1 << 20


STANDAARD = Kosten()


class HouderBeschadigd(Exception):
    """The stored bytes themselves were changed, so the passphrase is not to blame."""


def close_with_wachtzin(geheim: bytes, openbaar: bytes, wachtzin: str, kosten: Kosten = STANDAARD) -> bytes:
    """*geheim* sealed under *wachtzin*. ``BevindingenFout`` VP702 for a passphrase that is too short."""
    if len(wachtzin) < KORTSTE_WACHTZIN:
        raise fault("VP702", aantal=len(wachtzin), minimum=KORTSTE_WACHTZIN)
    kop = _KOP.pack(1, kosten.rondes, kosten.geheugen, kosten.banen) + secrets.token_bytes(_ZOUT)
    dicht = kop + seal(_derive(wachtzin, kop), bind("wachtzin", kop, openbaar), geheim)
    return dicht + hashlib.sha256(dicht + openbaar).digest()[:_CONTROLE]


def open_with_wachtzin(dicht: bytes, openbaar: bytes, wachtzin: str) -> bytes:
    """The private key. Raises :class:`ZegelFout` (another passphrase) or :class:`HouderBeschadigd`."""
    inhoud, controle = dicht[:-_CONTROLE], dicht[-_CONTROLE:]
    if len(inhoud) < _KOP.size + _ZOUT or hashlib.sha256(inhoud + openbaar).digest()[:_CONTROLE] != controle:
        raise HouderBeschadigd
    kop, envelop = inhoud[: _KOP.size + _ZOUT], inhoud[_KOP.size + _ZOUT :]
    geheim = unseal(_derive(wachtzin, kop), bind("wachtzin", kop, openbaar), envelop)
    if len(geheim) != SLEUTELLENGTE:
        raise ZegelFout
    return geheim


def _derive(wachtzin: str, kop: bytes) -> AESGCM:
    versie, rondes, geheugen, banen = _KOP.unpack(kop[: _KOP.size])
    if versie != 1 or not Kosten(rondes, geheugen, banen).fits():
        raise HouderBeschadigd
    argon = Argon2id(
        salt=kop[_KOP.size :], length=SLEUTELLENGTE, iterations=rondes, lanes=banen, memory_cost=geheugen
    )
    # Hetzelfde teken kan op twee toetsenborden uit andere bytes bestaan; een half teken mag geen storing
    # geven.
    tekst = unicodedata.normalize("NFC", wachtzin).encode("utf-8", "surrogatepass")
    return AESGCM(argon.derive(tekst))
