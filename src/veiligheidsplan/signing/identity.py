"""An identity (*identiteit*) to sign with: a key and a certificate in an encrypted PKCS#12, made on first use.

A self-signed certificate proves that the document is unchanged and that the same key signed before. It does not
prove who the signer is; the texts of :mod:`.verify` say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from asn1crypto import x509 as asn1  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12, serialize_key_and_certificates
from cryptography.x509.oid import NameOID

from ..bevinding import Bevinding, BevindingenFout

JAREN = 5
KLEINSTE_RSA = 2048  # bits
_KROMMEN = ("secp256r1", "secp384r1", "secp521r1")
MAX_NAAM = 64  # upper bound of a common name (RFC 5280, ub-common-name)


@dataclass(frozen=True, slots=True)
class Identiteitskaart:
    """What an identity says of itself: ``naam`` (common name), its first and last day, SHA-256 of the certificate."""

    naam: str
    geldig_van: datetime
    geldig_tot: datetime
    vingerafdruk: str
    zelf_gemaakt: bool


def make_identity(naam: str, wachtzin: bytes, nu: datetime) -> bytes:
    """A new identity as PKCS#12 bytes: EC P-256, self-signed, valid :data:`JAREN` years from *nu* (with time zone).

    *naam* stands in every signature and is the only thing in it that says who signed: a name or a function, never an
    e-mail address. :class:`BevindingenFout` (VP815) for an empty or too long name, or an empty passphrase.
    """
    naam = " ".join("".join(t for t in naam if t.isprintable()).split())
    if not naam or len(naam) > MAX_NAAM:
        raise BevindingenFout(
            [_fout("VP815", f"De naam voor de handtekening heeft 1 tot {MAX_NAAM} tekens.")]
        )
    if not wachtzin:
        raise BevindingenFout([_fout("VP815", "Een handtekening heeft een wachtzin nodig.")])
    sleutel = ec.generate_private_key(ec.SECP256R1())
    begin = nu.astimezone(UTC).replace(microsecond=0)
    onderwerp = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)])
    gebruik = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(onderwerp)
        .issuer_name(onderwerp)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin - timedelta(minutes=5))  # two clocks in one office may differ a little
        .not_valid_after(begin + timedelta(days=365 * JAREN + 1))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(gebruik, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(sleutel.public_key()), critical=False)
        .sign(sleutel, hashes.SHA256())
    )
    return serialize_key_and_certificates(None, sleutel, certificaat, None, BestAvailableEncryption(wachtzin))


def read_identity(identiteit: bytes, wachtzin: bytes) -> Identiteitskaart:
    """The card of an identity. :class:`BevindingenFout` (VP811) when the passphrase or the file is not right."""
    try:
        certificaat = load_pkcs12(identiteit, wachtzin).cert
    except ValueError:
        certificaat = None
    if certificaat is None:
        raise BevindingenFout([wrong_passphrase()])
    kaart = certificaat.certificate
    return Identiteitskaart(
        common_name(asn1.Certificate.load(kaart.public_bytes(Encoding.DER))),
        kaart.not_valid_before_utc,
        kaart.not_valid_after_utc,
        kaart.fingerprint(hashes.SHA256()).hex(),
        kaart.issuer == kaart.subject,
    )


def common_name(certificaat: asn1.Certificate) -> str:
    """What the owner of a certificate calls himself, as it may be printed."""
    naam = certificaat.subject.native.get("common_name") or certificaat.subject.human_friendly
    return "".join(t for t in str(naam) if t.isprintable())[:200] or "(geen naam)"


def check_dates(kaart: Identiteitskaart, nu: datetime) -> None:
    """:class:`BevindingenFout` when an identity is no longer (VP816) or not yet (VP817) valid at *nu*."""
    if nu > kaart.geldig_tot:
        raise BevindingenFout(
            [
                _fout(
                    "VP816",
                    "Het certificaat van deze handtekening is verlopen.",
                    "Maak een nieuwe handtekening aan, of gebruik een ander certificaat.",
                )
            ]
        )
    if nu < kaart.geldig_van:
        raise BevindingenFout(
            [
                _fout(
                    "VP817",
                    "Het certificaat van deze handtekening geldt nog niet.",
                    "Kijk of de klok van deze computer goed staat, of gebruik een ander certificaat.",
                )
            ]
        )


def check_key(identiteit: bytes, wachtzin: bytes) -> None:
    """:class:`BevindingenFout` (VP818) when this key cannot, or may not, sign a document."""
    gelezen = load_pkcs12(identiteit, wachtzin)
    sleutel = gelezen.key
    sterk = (isinstance(sleutel, rsa.RSAPrivateKey) and sleutel.key_size >= KLEINSTE_RSA) or (
        isinstance(sleutel, ec.EllipticCurvePrivateKey) and sleutel.curve.name in _KROMMEN
    )
    if gelezen.cert is None or not sterk or not _may_sign(gelezen.cert.certificate):
        tip = "Gebruik een sleutel om te ondertekenen: RSA van ten minste 2048 bits, of EC P-256, P-384 of P-521."
        raise BevindingenFout([_fout("VP818", "Met deze sleutel kan geen document worden ondertekend.", tip)])


def _may_sign(certificaat: x509.Certificate) -> bool:
    """Whether its use is for signing, as the check of a signature asks for it (non-repudiation)."""
    try:
        gebruik = certificaat.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    except ValueError:
        return False
    return gebruik.content_commitment


def wrong_passphrase() -> Bevinding:
    """The finding for an identity that does not open."""
    return _fout(
        "VP811",
        "De handtekening gaat niet open met deze wachtzin.",
        "Typ de wachtzin opnieuw, of gebruik het bestand waarin uw handtekening staat.",
    )


def _fout(code: str, uitleg: str, suggestie: str | None = None) -> Bevinding:
    return Bevinding(code, uitleg, suggestie=suggestie)
