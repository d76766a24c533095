"""The chain (*ketting*) over sealed events: each record names the hash of the one before it.

A link is SHA-256 over (domain tag, dossier id, sequence number, hash of the previous record, print of the
sealed bytes). The *afdruk* (print) is the SHA-256 of the sealed bytes. It goes in instead of those bytes
themselves, so that a link can still be computed again when a payload was destroyed. Sealed bytes hold a
random nonce, so the print says nothing about the text: no hash of plain text exists anywhere.
"""

from __future__ import annotations

import hashlib

HASHLENGTE = 32


def begin(dossier: str) -> bytes:
    """The hash that stands before the first event of *dossier*."""
    return hashlib.sha256(b"veiligheidsplan/ketting/1/begin/" + dossier.encode()).digest()


def afdruk(verzegeld: bytes) -> bytes:
    """The print of sealed bytes."""
    return hashlib.sha256(verzegeld).digest()


def link(dossier: str, volgnummer: int, vorige: bytes, afdruk: bytes) -> bytes:
    """The hash of record *volgnummer* (from 1), which the next record and the kopblad carry."""
    id_ = dossier.encode()
    # Elk deel heeft een vaste lengte of draagt zijn lengte, zodat twee verschillende records nooit
    # gelijk lezen.
    delen = (len(id_).to_bytes(2, "big"), id_, volgnummer.to_bytes(8, "big"), vorige, afdruk)
    return hashlib.sha256(b"veiligheidsplan/ketting/1/schakel/" + b"".join(delen)).digest()
