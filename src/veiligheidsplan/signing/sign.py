"""Sign (*onderteken*): a PAdES signature in a field that was reserved for it, offline.

The first signature certifies (only form filling and signing allowed after it), later ones approve. Reason, place
and contact stay empty. The file stays PDF 1.7: PDF/A-2 and PDF/UA-1 do not know 2.0.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import PdfSigningSession

from ..bevinding import Bevinding, BevindingenFout
from .identity import read_identity, wrong_passphrase
from .stempel import Stempelstijl

_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


class Toevoeger(IncrementalPdfFileWriter):
    """pyHanko's writer that only appends, and leaves the file's own metadata alone.

    pyHanko would write its name and the clock of this computer into it, in a form that PDF/A does not accept.
    """

    def _update_meta(self) -> None:
        """Nothing."""


class _Ondertekenaar(signers.PdfSigner):
    """pyHanko's signer, with the time given and without extensions that would raise the version to 2.0."""

    def __init__(self, *args: Any, nu: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._nu = nu

    def register_extensions(self, pdf_out: Any, *, md_algorithm: str) -> None:
        """Nothing: the version and the catalog stay as they are."""

    def init_signing_session(self, pdf_out: Any, existing_fields_only: bool = False) -> PdfSigningSession:
        """A session at the time that the caller gave."""
        sessie = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        sessie.system_time = self._nu
        return sessie


def sign(pdf: bytes, identiteit: bytes, wachtzin: bytes, *, veld: str, nu: datetime) -> bytes:
    """*pdf* with a signature in the reserved field *veld*, dated *nu* (with time zone); earlier bytes stay as they are.

    ``identiteit`` is a PKCS#12 (see :mod:`.identity`), ``wachtzin`` opens it. :class:`BevindingenFout` when that fails
    (VP811), the field is not there (VP812) or already signed (VP813), the certificate is not valid at *nu* (VP816), or
    *pdf* cannot be signed (VP814).
    """
    kaart = read_identity(identiteit, wachtzin)
    if nu > kaart.geldig_tot:
        tip = "Maak een nieuwe handtekening aan, of gebruik een ander certificaat."
        raise BevindingenFout(
            [Bevinding("VP816", "Het certificaat van deze handtekening is verlopen.", suggestie=tip)]
        )
    schrijver, eerste = _open(pdf, veld)
    gegevens = signers.PdfSignatureMetadata(
        field_name=veld,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=eerste,
        docmdp_permissions=fields.MDPPerm.FILL_FORMS,
    )
    ondertekenaar = _Ondertekenaar(
        gegevens, _signer(identiteit, wachtzin), stamp_style=_stamp(kaart.naam, nu), nu=nu
    )
    uit = BytesIO()
    try:
        asyncio.run(ondertekenaar.async_sign_pdf(schrijver, existing_fields_only=True, output=uit))
    except Exception as fout:
        raise BevindingenFout([_not_signable()]) from fout
    return uit.getvalue()


def open_fields(pdf: bytes) -> tuple[str, ...]:
    """The names of the reserved fields that nobody signed yet. :class:`BevindingenFout` (VP814) for no usable PDF."""
    try:
        lezer = Toevoeger(BytesIO(pdf)).prev
        return tuple(naam for naam, waarde, _ in fields.enumerate_sig_fields(lezer) if waarde is None)
    except Exception as fout:
        raise BevindingenFout([_not_signable()]) from fout


def _open(pdf: bytes, veld: str) -> tuple[Toevoeger, bool]:
    """A writer that only appends, and whether this will be the first signature."""
    try:
        schrijver = Toevoeger(BytesIO(pdf))
        gevonden = {naam: waarde for naam, waarde, _ in fields.enumerate_sig_fields(schrijver.prev)}
    except Exception as fout:
        raise BevindingenFout([_not_signable()]) from fout
    if schrijver.prev.encrypted:
        raise BevindingenFout([_not_signable()])
    if veld not in gevonden:
        namen = ", ".join(naam for naam, waarde in gevonden.items() if waarde is None)
        tip = f"Deze plekken zijn nog vrij: {namen}." if namen else "Dit document heeft geen vrije plek."
        raise BevindingenFout(
            [Bevinding("VP812", "Op deze plek kan in dit document niet worden ondertekend.", suggestie=tip)]
        )
    if gevonden[veld] is not None:
        raise BevindingenFout(
            [
                Bevinding(
                    "VP813",
                    "Op deze plek staat al een handtekening.",
                    suggestie="Kies een plek die nog vrij is.",
                )
            ]
        )
    return schrijver, all(waarde is None for waarde in gevonden.values())


def _signer(identiteit: bytes, wachtzin: bytes) -> signers.SimpleSigner:
    gelezen: signers.SimpleSigner | None = signers.SimpleSigner.load_pkcs12_data(
        identiteit, other_certs=[], passphrase=wachtzin
    )
    if gelezen is None or load_pkcs12(identiteit, wachtzin).key is None:
        raise BevindingenFout([wrong_passphrase()])
    return gelezen


def _stamp(naam: str, nu: datetime) -> Stempelstijl:
    moment = nu.astimezone(UTC)
    dag = f"{moment.day} {_MAANDEN[moment.month - 1]} {moment.year}, {moment:%H.%M} uur (UTC)"
    return Stempelstijl(regels=("Digitaal ondertekend door", naam, dag))


def _not_signable() -> Bevinding:
    return Bevinding(
        "VP814",
        "Dit bestand kan niet worden ondertekend.",
        suggestie="Gebruik de pdf die veiligheidsplan maakte, zonder wachtwoord en zonder wijziging.",
    )
