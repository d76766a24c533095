"""Sealing (*verzegelen*) with AES-256-GCM: the envelope, the padding, and the key of one dossier.

**Envelope.** One version byte, a 96-bit nonce, ciphertext with its 128-bit tag. The version is part of what
is authenticated, so it cannot be turned back.

**Nonces** are random, from the operating system. Counting (say, by sequence number) would be dangerous
here: after a restored back-up or a lost power cord the same number is written again with other content
under the same key. With random nonces two are equal with a chance below n²/2⁹⁷; the most a dossier will
ever seal, a million envelopes, gives less than 2⁻⁵⁶. Events and kopblad have separate keys, and each
dossier has its own.

**Padding.** Before sealing a text is filled up to a fixed size (512 bytes, then each power of two), because
the length of a sealed answer would otherwise tell *ja* from *wil niet zeggen*. What is left to see of a
longer note is no more than each doubling of its length.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSIE = b"\x01"
SLEUTELLENGTE = 32
KLEINSTE_MAAT = 512
_NONCE = 12


class ZegelFout(Exception):
    """A seal that does not open: changed bytes, another place, or another key. Which one cannot be told
    apart.
    """


def derive(geheim: bytes, doel: str, context: bytes = b"") -> bytes:
    """A 256-bit key from *geheim* (HKDF-SHA256) for one purpose and context."""
    info = b"veiligheidsplan/1/" + doel.encode() + b"/" + context
    return HKDF(algorithm=SHA256(), length=SLEUTELLENGTE, salt=None, info=info).derive(geheim)


def bind(doel: str, *delen: bytes) -> bytes:
    """Associated data: the purpose and every part with its length, so that no two lists read the same."""
    return b"".join(
        len(deel).to_bytes(4, "big") + deel for deel in (b"veiligheidsplan/1", doel.encode(), *delen)
    )


def seal(sleutel: AESGCM, bij: bytes, inhoud: bytes) -> bytes:
    """The envelope of *inhoud*, bound to the associated data *bij*."""
    nonce = secrets.token_bytes(_NONCE)
    return VERSIE + nonce + sleutel.encrypt(nonce, inhoud, VERSIE + bij)


def unseal(sleutel: AESGCM, bij: bytes, envelop: bytes) -> bytes:
    """The content of an envelope. Raises :class:`ZegelFout`."""
    if envelop[:1] != VERSIE or len(envelop) < 1 + _NONCE + 16:
        raise ZegelFout
    try:
        return sleutel.decrypt(envelop[1 : 1 + _NONCE], envelop[1 + _NONCE :], VERSIE + bij)
    except InvalidTag:
        raise ZegelFout from None


def pad(inhoud: bytes) -> bytes:
    """*inhoud* with its length in front, filled with zeros to the next fixed size."""
    vol = len(inhoud).to_bytes(4, "big") + inhoud
    maat = max(KLEINSTE_MAAT, 1 << (len(vol) - 1).bit_length())
    return vol.ljust(maat, b"\0")


def unpad(vol: bytes) -> bytes:
    """The content of :func:`pad`."""
    lengte = int.from_bytes(vol[:4], "big")
    if lengte > len(vol) - 4:
        raise ZegelFout
    return vol[4 : 4 + lengte]


class Dossierzegel:
    """The seal of one dossier: its random 256-bit key, and what is derived from it, held open while needed.

    Python cannot wipe memory; the key is gone when the process is.
    """

    __slots__ = ("_id", "_sloten", "dossier", "sleutel")

    def __init__(self, dossier: str, sleutel: bytes) -> None:
        self.dossier = dossier
        self.sleutel = sleutel
        self._id = dossier.encode()
        self._sloten: dict[str, AESGCM] = {}

    @classmethod
    def new(cls, dossier: str) -> Dossierzegel:
        """A seal with a fresh key."""
        return cls(dossier, secrets.token_bytes(SLEUTELLENGTE))

    def _slot(self, doel: str) -> AESGCM:
        """The key for events or for the kopblad, derived at first use: `lijst` needs one of the two."""
        if doel not in self._sloten:
            self._sloten[doel] = AESGCM(derive(self.sleutel, doel, self._id))
        return self._sloten[doel]

    def __repr__(self) -> str:
        return f"Dossierzegel({self.dossier!r})"  # nooit de sleutel in een logboek

    def seal_gebeurtenis(self, volgnummer: int, vorige: bytes, inhoud: bytes) -> bytes:
        """Seal an event for one place in the chain: dossier, sequence number, hash of the previous sealed
        one.
        """
        return seal(self._slot("gebeurtenis"), self._place(volgnummer, vorige), pad(inhoud))

    def open_gebeurtenis(self, volgnummer: int, vorige: bytes, verzegeld: bytes) -> bytes:
        """The event, if it was sealed for exactly this place. Raises :class:`ZegelFout`."""
        return unpad(unseal(self._slot("gebeurtenis"), self._place(volgnummer, vorige), verzegeld))

    def seal_kopblad(self, inhoud: bytes) -> bytes:
        """Seal the kopblad (head sheet) of this dossier."""
        return seal(self._slot("kopblad"), bind("kopblad", self._id), pad(inhoud))

    def open_kopblad(self, verzegeld: bytes) -> bytes:
        """The kopblad of this dossier. Raises :class:`ZegelFout`."""
        return unpad(unseal(self._slot("kopblad"), bind("kopblad", self._id), verzegeld))

    def _place(self, volgnummer: int, vorige: bytes) -> bytes:
        return bind("gebeurtenis", self._id, volgnummer.to_bytes(8, "big"), vorige)
