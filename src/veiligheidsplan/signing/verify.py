"""Check (*controleer*) a signed PDF, offline: what is proven, what is not, in plain Dutch.

A viewer's «valid» is not enough: measured, it passes a file with an appended text change, one with junk behind it
and one that was cut back. So *goed* asks for all of: at least one signature, every one intact with nothing but
signatures added after it, the last one over the entire file, and no byte outside what is signed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Literal

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from ..bevinding import Bevinding, Ernst
from . import uitleg

Certificaatsoort = Literal["zelf gemaakt", "vertrouwd", "onbekende uitgever"]
Dekking = Literal["het hele bestand", "tot aan een latere handtekening", "onduidelijk"]

MAX_BYTES = 50_000_000
_EINDE = b"%%EOF"


@dataclass(frozen=True, slots=True)
class Handtekening:
    """One signature as found.

    ``naam`` is the certificate's common name: what the signer calls himself. ``moment`` is the time that the signer's
    computer gave, or ``None``. ``intact``: the signed bytes are unchanged and the key fits. ``schoon``: after it
    nothing was added but signatures. ``certificaat`` says what is known of the issuer.
    """

    veld: str
    naam: str
    moment: datetime | None
    certificaat: Certificaatsoort
    vingerafdruk: str
    intact: bool
    schoon: bool
    geldig: bool
    dekking: Dekking


@dataclass(frozen=True, slots=True)
class Controle:
    """The result: ``goed`` only when all is proven; ``bevindingen``: what is not; ``toelichting``: what it means."""

    goed: bool
    handtekeningen: tuple[Handtekening, ...]
    open_velden: tuple[str, ...]
    bevindingen: tuple[Bevinding, ...]
    toelichting: tuple[str, ...]


def verify(pdf: bytes, *, verwacht: Iterable[str] = (), vertrouwd: Iterable[bytes] = ()) -> Controle:
    """Check *pdf*. Never raises for any bytes.

    ``verwacht`` names fields that must be signed (a cut-back file lacks one). ``vertrouwd`` are certificates (DER) of
    issuers that a municipality trusts.
    """
    if fout := _before_reading(pdf):
        return _stop(fout)
    try:
        return _verify(pdf, tuple(verwacht), [x509.Certificate.load(v) for v in vertrouwd])
    except Exception:
        return _stop(uitleg.damaged())


def _before_reading(pdf: bytes) -> Bevinding | None:
    if not pdf.startswith(b"%PDF-") or len(pdf) > MAX_BYTES:
        return uitleg.no_pdf()
    return None


def _stop(*bevindingen: Bevinding, open_velden: tuple[str, ...] = ()) -> Controle:
    return Controle(False, (), open_velden, bevindingen, ())


def _verify(pdf: bytes, verwacht: tuple[str, ...], vertrouwd: list[x509.Certificate]) -> Controle:
    lezer = PdfFileReader(BytesIO(pdf))
    if lezer.encrypted:
        return _stop(uitleg.encrypted())
    velden = {naam: waarde is not None for naam, waarde, _ in fields.enumerate_sig_fields(lezer)}
    leeg = tuple(naam for naam, gevuld in velden.items() if not gevuld)
    ingebed = list(lezer.embedded_signatures)
    if not ingebed:
        return _stop(uitleg.unsigned(), open_velden=leeg)
    gelezen = [(sig, _read(sig, pdf, vertrouwd)) for sig in ingebed]
    handtekeningen = tuple(h for _, h in gelezen)
    bevindingen = [b for h in handtekeningen for b in uitleg.of_signature(h)]
    laatste = max(ingebed, key=lambda s: s.signed_revision)
    bevindingen += _after_last(pdf, laatste, next(h for s, h in gelezen if s is laatste))
    bevindingen += [uitleg.missing(v) for v in verwacht if not velden.get(v)]
    bevindingen += [uitleg.still_open(v) for v in leeg if v not in verwacht]
    goed = not any(b.ernst is Ernst.FOUT for b in bevindingen)
    return Controle(goed, handtekeningen, leeg, tuple(bevindingen), uitleg.meaning(handtekeningen))


def _read(sig: EmbeddedPdfSignature, pdf: bytes, vertrouwd: list[x509.Certificate]) -> Handtekening:
    certificaat = sig.signer_cert
    soort: Certificaatsoort = "zelf gemaakt" if certificaat.self_signed != "no" else "onbekende uitgever"
    moment = sig.self_reported_timestamp
    status = _status(sig, [certificaat, *sig.other_embedded_certs, *vertrouwd], moment)
    if soort == "onbekende uitgever" and vertrouwd and _status(sig, vertrouwd, moment).trusted:
        soort = "vertrouwd"
    dekking: Dekking = "onduidelijk"
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        dekking = "het hele bestand"
    elif status.coverage == SignatureCoverageLevel.ENTIRE_REVISION:
        dekking = "tot aan een latere handtekening"
    toegevoegd = status.modification_level
    schoon = (
        bool(status.docmdp_ok) and toegevoegd is not None and toegevoegd <= ModificationLevel.FORM_FILLING
    )
    return Handtekening(
        veld=sig.field_name,
        naam=_name(certificaat),
        moment=moment,
        certificaat=soort,
        vingerafdruk=certificaat.sha256.hex(),
        intact=bool(status.intact and status.valid) and _padding_is_zero(sig, pdf),
        schoon=schoon,
        geldig=bool(status.trusted) and _in_force(certificaat, moment),
        dekking=dekking,
    )


def _status(
    sig: EmbeddedPdfSignature, wortels: list[x509.Certificate], moment: datetime | None
) -> PdfSignatureStatus:
    """The library's judgement, with these certificates as roots and no network."""
    context = ValidationContext(trust_roots=wortels, allow_fetching=False, moment=moment)
    return validate_pdf_signature(sig, signer_validation_context=context)


def _in_force(certificaat: x509.Certificate, moment: datetime | None) -> bool:
    """Whether the certificate was in force when its owner says to have signed.

    The library does not look at the dates of a certificate that is itself a root, as a self-signed one is.
    """
    begin, einde = certificaat.not_valid_before, certificaat.not_valid_after
    return moment is not None and moment.tzinfo is not None and bool(begin <= moment <= einde)


def _name(certificaat: x509.Certificate) -> str:
    naam = certificaat.subject.native.get("common_name") or certificaat.subject.human_friendly
    return "".join(t for t in str(naam) if t.isprintable())[:200] or "(geen naam)"


def _padding_is_zero(sig: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """The only unsigned bytes hold the signature itself and zeros, written in one way: nothing can hide there."""
    bereik = [int(n) for n in sig.byte_range]
    if len(bereik) != 4 or bereik[0] != 0:
        return False
    gat = pdf[bereik[1] : bereik[2]]
    inhoud: bytes = sig.pkcs7_content
    der = sig.signed_data.dump()
    canoniek = b"<" + inhoud.hex().encode("ascii") + b">"
    zeker = gat in (canoniek, canoniek.upper())
    return zeker and _length(inhoud) >= len(der) > 0 and not any(inhoud[_length(inhoud) :])


def _length(der: bytes) -> int:
    """The length of the DER value at the start of *der*, with its header."""
    if len(der) < 2:
        return 0
    if der[1] < 0x80:
        return 2 + der[1]
    n = der[1] & 0x7F
    return 2 + n + int.from_bytes(der[2 : 2 + n], "big")


def _after_last(pdf: bytes, laatste: EmbeddedPdfSignature, gelezen: Handtekening) -> list[Bevinding]:
    """What stands behind the last signature: nothing, junk, or something that was added after signing."""
    bereik = [int(n) for n in laatste.byte_range]
    einde = bereik[2] + bereik[3] if len(bereik) == 4 else 0
    staart = pdf[einde:]
    if staart.strip(b"\r\n\x00 \t"):
        return [uitleg.added() if _EINDE in staart else uitleg.junk()]
    if staart:
        return [uitleg.junk()]
    if gelezen.dekking != "het hele bestand" and gelezen.intact:
        return [uitleg.added()]
    return []
