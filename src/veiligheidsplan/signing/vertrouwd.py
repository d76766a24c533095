"""Certificates that an organisation trusts (*vertrouwd*): files with certificates in, DER out, each looked at."""

from __future__ import annotations

from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from ..bevinding import Bevinding, Ernst

GROOTSTE = 1_000_000  # bytes of one file
_MAX = 200  # certificates in one file


def read_trusted(naam: str, data: bytes, nu: datetime) -> tuple[tuple[bytes, ...], tuple[Bevinding, ...]]:
    """The certificates (DER) in one file, PEM or DER, and what is wrong with it; *naam* is the file's, for the words.

    VP834 for a file that is no list of certificates or holds a secret key, VP835 (a warning) for a certificate that is
    not valid at *nu*: signatures of the time when it was, stay trusted.
    """
    if b"PRIVATE KEY" in data:
        tip = "Haal de geheime sleutel weg. In deze map horen alleen certificaten."
        return (), (Bevinding("VP834", f"In «{naam}» staat een geheime sleutel.", suggestie=tip),)
    try:
        gevonden = _load(data)
    except ValueError:
        gevonden = []
    if not gevonden or len(gevonden) > _MAX:
        tip = "Gebruik een bestand met certificaten (.pem, .crt of .cer)."
        return (), (Bevinding("VP834", f"«{naam}» is geen bestand met certificaten.", suggestie=tip),)
    buiten = tuple(_outside(naam, c, nu) for c in gevonden if not _valid(c, nu))
    return tuple(c.public_bytes(Encoding.DER) for c in gevonden), buiten


def _load(data: bytes) -> list[x509.Certificate]:
    if b"-----BEGIN CERTIFICATE-----" in data:
        return x509.load_pem_x509_certificates(data)
    return [x509.load_der_x509_certificate(data)]


def _valid(c: x509.Certificate, nu: datetime) -> bool:
    return c.not_valid_before_utc <= nu <= c.not_valid_after_utc


def _outside(naam: str, c: x509.Certificate, nu: datetime) -> Bevinding:
    voorbij = nu > c.not_valid_after_utc
    dag = c.not_valid_after_utc if voorbij else c.not_valid_before_utc
    wat = "verlopen sinds" if voorbij else "pas geldig vanaf"
    return Bevinding(
        "VP835",
        f"Een certificaat in «{naam}» is {wat} {dag:%d-%m-%Y}.",
        Ernst.WAARSCHUWING,
        suggestie="Wie toen tekende, blijft vertrouwd. Vraag uw organisatie om een nieuw certificaat.",
    )
