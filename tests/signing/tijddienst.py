"""Een tijdstempeldienst op deze computer (RFC 3161), goed of met een fout. Alleen RSA: dat kan de bibliotheek."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

#: the request as bytes -> the answer as bytes
Antwoord = Callable[[bytes], bytes]
BEGIN = datetime(2020, 1, 1, tzinfo=UTC)


@cache
def service_key() -> tuple[bytes, bytes]:
    """Certificate and key (DER) of an invented time service."""
    sleutel = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tijddienst Voorbeeld")])
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(7)
        .not_valid_before(BEGIN)
        .not_valid_after(BEGIN + timedelta(days=9000))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    geheim = sleutel.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return certificaat.public_bytes(Encoding.DER), geheim


def answer(moment: datetime | None = None, *, ander: bool = False) -> Antwoord:
    """A service that says *moment*; with *ander* it stamps something else than what was asked."""
    certificaat, geheim = service_key()

    def give(vraag: bytes) -> bytes:
        dienst = DummyTimeStamper(
            asn1.Certificate.load(certificaat),
            keys.PrivateKeyInfo.load(geheim),
            fixed_dt=moment or datetime.now(UTC),
        )
        gevraagd = tsp.TimeStampReq.load(vraag)
        if ander:
            gevraagd["message_imprint"]["hashed_message"] = b"\x00" * 32
        return bytes(dienst.request_tsa_response(gevraagd).dump())

    return give


@contextmanager
def server(geef: Antwoord, *, status: int = 200, naar: str = "") -> Iterator[str]:
    """A real server on the loopback address; its URL."""

    class Balie(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            uit = geef(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            if naar:
                self.send_header("Location", naar)
            self.send_header("Content-Length", str(len(uit)))
            self.end_headers()
            self.wfile.write(uit)

        def log_message(self, *args: object) -> None:
            """Nothing."""

    dienst = HTTPServer(("127.0.0.1", 0), Balie)
    draad = threading.Thread(target=dienst.serve_forever, daemon=True)
    draad.start()
    try:
        yield f"http://127.0.0.1:{dienst.server_port}/tijd"
    finally:
        dienst.shutdown()
        dienst.server_close()
        draad.join()
