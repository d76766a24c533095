"""One signature (*één handtekening*): what its mathematics, its certificate and its time say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from .identity import common_name
from .plekken import Plek, visible
from .uitkomst import Certificaatsoort, Dekking, Handtekening, Tijdstempel

_DEKKING: dict[SignatureCoverageLevel, Dekking] = {
    SignatureCoverageLevel.ENTIRE_FILE: "het hele bestand",
    SignatureCoverageLevel.ENTIRE_REVISION: "tot aan een latere handtekening",
}


def read(
    sig: EmbeddedPdfSignature,
    pdf: bytes,
    plek: Plek,
    vertrouwd: Sequence[x509.Certificate],
    daarna: tuple[str, ...],
) -> Handtekening:
    """Everything about one signature; it may raise for what is no signature at all."""
    certificaat = sig.signer_cert
    zelf = certificaat.self_signed != "no"
    moment = sig.self_reported_timestamp
    status = _status(sig, [certificaat, *sig.other_embedded_certs, *vertrouwd], moment)
    soort: Certificaatsoort = "zelf gemaakt" if zelf else "onbekende uitgever"
    stempel = _timestamp(sig, status, vertrouwd)
    # the library takes a root as it is, also one that was no longer, or not yet, in force
    toen = [v for v in vertrouwd if all(_in_force(v, m) for m in _moments(moment, stempel))]
    if toen and _status(sig, toen, moment).trusted:
        soort = "vertrouwd"
    niveau = status.modification_level
    return Handtekening(
        veld=plek.kort,
        rol=plek.rol,
        naam=common_name(certificaat),
        moment=moment,
        tijdstempel=stempel,
        certificaat=soort,
        uitgever="" if zelf else visible(certificaat.issuer.native.get("common_name") or ""),
        geldig_van=certificaat.not_valid_before,
        geldig_tot=certificaat.not_valid_after,
        vingerafdruk=certificaat.sha256.hex(),
        intact=bool(status.intact and status.valid) and _padding_is_zero(sig, pdf),
        schoon=bool(status.docmdp_ok) and niveau is not None and niveau <= ModificationLevel.FORM_FILLING,
        geldig=bool(status.trusted) and all(_in_force(certificaat, m) for m in _moments(moment, stempel)),
        dekking=_DEKKING.get(status.coverage, "onduidelijk") if status.coverage else "onduidelijk",
        daarna=daarna,
    )


def _status(
    sig: EmbeddedPdfSignature, wortels: Sequence[x509.Certificate], moment: datetime | None
) -> PdfSignatureStatus:
    """The library's judgement, with these certificates as roots and no network."""
    context = ValidationContext(trust_roots=list(wortels), allow_fetching=False, moment=moment)
    tijd = ValidationContext(trust_roots=list(wortels), allow_fetching=False)
    return validate_pdf_signature(sig, signer_validation_context=context, ts_validation_context=tijd)


def _timestamp(
    sig: EmbeddedPdfSignature, status: PdfSignatureStatus, vertrouwd: Sequence[x509.Certificate]
) -> Tijdstempel | None:
    gelezen = status.timestamp_validity
    if gelezen is None:
        return None
    dienst = gelezen.signing_cert
    gebruik = dienst.extended_key_usage_value
    mag = gebruik is not None and gebruik.native == ["time_stamping"]
    eigen = _status(sig, vertrouwd, sig.self_reported_timestamp).timestamp_validity if vertrouwd else None
    return Tijdstempel(
        gelezen.timestamp,
        common_name(dienst),
        klopt=bool(gelezen.intact and gelezen.valid and mag and _in_force(dienst, gelezen.timestamp)),
        vertrouwd=eigen is not None and bool(eigen.trusted),
    )


def _moments(moment: datetime | None, stempel: Tijdstempel | None) -> tuple[datetime | None, ...]:
    """When the certificate must have been in force: at the signer's time, and at that of a time service."""
    return (moment,) if stempel is None else (moment, stempel.moment)


def _in_force(certificaat: x509.Certificate, moment: datetime | None) -> bool:
    """Whether the certificate was in force when its owner says to have signed.

    The library does not look at the dates of a certificate that is itself a root, as a self-signed one is.
    """
    begin, einde = certificaat.not_valid_before, certificaat.not_valid_after
    return moment is not None and moment.tzinfo is not None and bool(begin <= moment <= einde)


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
