"""De sleutels van een verzonnen gemeente: een eigen uitgever, een tussenschakel, en een sleutel om te tekenen."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

from tests.signing.plan import NU, WACHTZIN

Sleutel = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
JAAR = timedelta(days=365)


@cache
def key(soort: str) -> Sleutel:
    """A key of a kind, made once."""
    if soort.startswith("rsa"):
        return rsa.generate_private_key(public_exponent=65537, key_size=int(soort[3:]))
    if soort == "ed25519":
        return ed25519.Ed25519PrivateKey.generate()
    return ec.generate_private_key({"p256": ec.SECP256R1(), "p384": ec.SECP384R1()}[soort])


def _name(tekst: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, tekst)])


def certificate(
    naam: str,
    sleutel: Sleutel,
    uitgever: str,
    sleutel_uitgever: Sleutel,
    *,
    ca: bool = False,
    tekenen: bool = True,
    van: datetime = NU - JAAR,
    tot: datetime = NU + JAAR,
) -> x509.Certificate:
    """One certificate."""
    gebruik = x509.KeyUsage(
        digital_signature=True, content_commitment=tekenen, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=ca, crl_sign=ca, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    bouw = (
        x509.CertificateBuilder()
        .subject_name(_name(naam))
        .issuer_name(_name(uitgever))
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(van)
        .not_valid_after(tot)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(gebruik, critical=True)
    )
    hash_ = None if isinstance(sleutel_uitgever, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return bouw.sign(sleutel_uitgever, hash_)


@cache
def issuer() -> x509.Certificate:
    """The root of the municipality."""
    return certificate("Uitgever Voorbeeld", key("p384"), "Uitgever Voorbeeld", key("p384"), ca=True)


@cache
def between() -> x509.Certificate:
    """The link between."""
    return certificate("Tussenschakel", key("rsa2048"), "Uitgever Voorbeeld", key("p384"), ca=True)


def pem(*certificaten: x509.Certificate) -> bytes:
    return b"".join(c.public_bytes(Encoding.PEM) for c in certificaten)


@cache
def key_file(naam: str = "Mo Smit", soort: str = "p256", *, tekenen: bool = True, jaren: int = 0) -> bytes:
    """A PKCS#12 with its chain, as a municipality hands it out; *jaren* moves its dates."""
    eigen = certificate(
        naam, key(soort), "Tussenschakel", key("rsa2048"), tekenen=tekenen,
        van=NU - JAAR + jaren * JAAR, tot=NU + JAAR + jaren * JAAR,
    )  # fmt: skip
    return serialize_key_and_certificates(
        None, key(soort), eigen, [between(), issuer()], BestAvailableEncryption(WACHTZIN)
    )
