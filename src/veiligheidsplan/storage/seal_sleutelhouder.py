"""Key holders (*sleutelhouders*): X25519 pairs for which a dossier's key is wrapped (*verpakt*).

A wrapped key is bound to dossier, sender and receiver, and the sender's own key takes part (as in HPKE's
authenticated mode): who can write in the file but holds no key cannot slip in a dossier of their own making.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from veiligheidsplan.storage import sleuteltekst
from veiligheidsplan.storage.seal import SLEUTELLENGTE, ZegelFout, bind, derive, seal, unseal
from veiligheidsplan.storage.storingen import fault

HERSTELLENGTE = 20
"""Bytes of chance in a recovery key: 160 bits, beyond guessing, so it needs no slow derivation."""


@dataclass(frozen=True, slots=True)
class Sleutelpaar:
    """An X25519 pair. ``geheim`` and ``openbaar`` are 32 bytes each; the secret is never shown."""

    geheim: bytes = field(repr=False)
    openbaar: bytes
    _sleutel: X25519PrivateKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # één keer: het inlezen kost evenveel als een uitwisseling, en `lijst` doet er duizenden
        object.__setattr__(self, "_sleutel", X25519PrivateKey.from_private_bytes(self.geheim))

    @classmethod
    def of(cls, geheim: bytes) -> Sleutelpaar:
        """The pair that belongs to 32 secret bytes."""
        return cls(geheim, X25519PrivateKey.from_private_bytes(geheim).public_key().public_bytes_raw())

    @classmethod
    def new(cls) -> Sleutelpaar:
        """A random pair."""
        return cls.of(secrets.token_bytes(SLEUTELLENGTE))

    @property
    def id(self) -> str:
        """The holder's id: a print of the public key."""
        return houder_id(self.openbaar)

    def shared(self, ander: bytes) -> bytes:
        """The secret this pair shares with a public key. Raises :class:`ZegelFout` for a key that is none."""
        try:
            return self._sleutel.exchange(X25519PublicKey.from_public_bytes(ander))
        except ValueError:
            raise ZegelFout from None


def houder_id(openbaar: bytes) -> str:
    """80 bits of the print of a public key in groups: short enough to compare over the phone."""
    print_ = hashlib.sha256(b"veiligheidsplan/sleutelhouder/1/" + openbaar).digest()[:10]
    return sleuteltekst.group(sleuteltekst.base32(print_)).lower()


def new_herstelsleutel() -> tuple[Sleutelpaar, str]:
    """A recovery key (*herstelsleutel*): its pair, and the text that is shown once and kept on paper."""
    toeval = secrets.token_bytes(HERSTELLENGTE)
    return _from_herstel(toeval), sleuteltekst.encode("herstelsleutel", toeval)


def read_herstelsleutel(tekst: str) -> Sleutelpaar:
    """The pair of a recovery key as typed. ``BevindingenFout`` VP703 for a typing mistake."""
    try:
        return _from_herstel(sleuteltekst.decode("herstelsleutel", tekst, HERSTELLENGTE))
    except sleuteltekst.Typfout as fout:
        raise fault("VP703", waar=fout.waar) from None


def _from_herstel(toeval: bytes) -> Sleutelpaar:
    return Sleutelpaar.of(derive(toeval, "herstelsleutel"))


def write_openbaar(openbaar: bytes) -> str:
    """A public key as text to hand to a colleague."""
    return sleuteltekst.encode("openbaar", openbaar)


def read_openbaar(tekst: str) -> bytes:
    """The public key of a colleague's text. ``BevindingenFout`` VP705 for a mistake in it."""
    try:
        return sleuteltekst.decode("openbaar", tekst, SLEUTELLENGTE)
    except sleuteltekst.Typfout as fout:
        raise fault("VP705", waar=fout.waar) from None


def wrap(sleutel: bytes, dossier: str, van: Sleutelpaar, voor: bytes) -> bytes:
    """The dossier's key for the holder of *voor*: sender's public key, ephemeral public key, envelope."""
    eenmalig = Sleutelpaar.new()
    kop = van.openbaar + eenmalig.openbaar
    geheim = eenmalig.shared(voor) + van.shared(voor)
    return kop + seal(_wrapping(geheim, kop, voor), bind("dossiersleutel", dossier.encode()), sleutel)


def trust(paar: Sleutelpaar, afzenders: Iterable[bytes]) -> dict[bytes, bytes]:
    """Per trusted sender the secret shared with it: computed once, for `lijst` opens thousands of keys."""
    return {afzender: paar.shared(afzender) for afzender in afzenders}


def unwrap(verpakt: bytes, dossier: str, door: Sleutelpaar, vertrouwd: Mapping[bytes, bytes]) -> bytes:
    """The dossier's key, if a sender in *vertrouwd* (:func:`trust`) wrapped it for *door*. Raises
    :class:`ZegelFout`.
    """
    van, eenmalig, envelop = verpakt[:32], verpakt[32:64], verpakt[64:]
    if van not in vertrouwd or len(eenmalig) != SLEUTELLENGTE:
        raise ZegelFout
    geheim = door.shared(eenmalig) + vertrouwd[van]
    sleutel = unseal(
        _wrapping(geheim, verpakt[:64], door.openbaar), bind("dossiersleutel", dossier.encode()), envelop
    )
    if len(sleutel) != SLEUTELLENGTE:
        raise ZegelFout
    return sleutel


def _wrapping(geheim: bytes, kop: bytes, voor: bytes) -> AESGCM:
    return AESGCM(derive(geheim, "verpakking", kop + voor))


def seal_own(paar: Sleutelpaar, doel: str, inhoud: bytes) -> bytes:
    """Seal something that only this holder can write and read."""
    return seal(AESGCM(derive(paar.geheim, doel)), bind(doel, paar.openbaar), inhoud)


def open_own(paar: Sleutelpaar, doel: str, envelop: bytes) -> bytes:
    """What :func:`seal_own` sealed. Raises :class:`ZegelFout`."""
    return unseal(AESGCM(derive(paar.geheim, doel)), bind(doel, paar.openbaar), envelop)
