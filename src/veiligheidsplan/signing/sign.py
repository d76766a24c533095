"""Sign (*onderteken*): a PAdES signature in a field that was reserved for it, offline.

The first signature certifies (only form filling and signing allowed after it), later ones approve. Reason, place
and contact stay empty. The file stays PDF 1.7: PDF/A-2 and PDF/UA-1 do not know 2.0.
"""

from __future__ import annotations

import asyncio
from datetime import datetime
from io import BytesIO
from typing import Any, cast

from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import PdfSigningSession

from ..bevinding import Bevinding, BevindingenFout, Ernst
from . import uitleg
from .bouw import GRENZEN, MAX_HANDTEKENINGEN, foreign
from .identity import Identiteitskaart, check_dates, check_key, read_identity, wrong_passphrase
from .plekken import Plek, choose, places
from .stempel import Stempelstijl, stamp_lines
from .tijdstempel import Dienst, Verstuur, believe
from .verify import before_reading, verify


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


def sign(
    pdf: bytes,
    identiteit: bytes,
    wachtzin: bytes,
    *,
    veld: str | None,
    nu: datetime,
    tijdstempel: Verstuur | None = None,
) -> bytes:
    """*pdf* with a signature in the reserved place *veld*, dated *nu* (with time zone); earlier bytes stay as they are.

    ``identiteit`` is a PKCS#12 (see :mod:`.identity`), ``wachtzin`` opens it; ``veld`` is a field, a short name or a
    role, or ``None`` for the only place that is open. :class:`BevindingenFout` when the identity does not open (VP811),
    is not valid at *nu* (VP816, VP817) or not for signing (VP818), the place is not there, taken, or must wait (VP812,
    VP813, VP819, VP820), this key signed here before (VP821), the time service fails (VP824), or *pdf* is not what a
    plan is, or was changed after an earlier signature (VP814 and what is wrong).
    """
    kaart = read_identity(identiteit, wachtzin)
    check_dates(kaart, nu)
    check_key(identiteit, wachtzin)
    schrijver, plek, eerste = _open(pdf, veld)
    if not eerste:
        _still_good(pdf, kaart)
    gegevens = signers.PdfSignatureMetadata(
        field_name=plek.veld,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=eerste,
        docmdp_permissions=fields.MDPPerm.FILL_FORMS,
    )
    ondertekenaar = _Ondertekenaar(
        gegevens,
        _signer(identiteit, wachtzin),
        timestamper=Dienst(tijdstempel) if tijdstempel else None,
        stamp_style=Stempelstijl(regels=stamp_lines(kaart.naam, nu)),
        nu=nu,
    )
    uit = BytesIO()
    try:
        asyncio.run(ondertekenaar.async_sign_pdf(schrijver, existing_fields_only=True, output=uit))
    except BevindingenFout:
        raise
    except Exception as fout:
        raise BevindingenFout([_not_signable()]) from fout
    return _checked(pdf, uit.getvalue(), plek, nu, met_tijd=tijdstempel is not None)


def open_fields(pdf: bytes) -> tuple[str, ...]:
    """The names of the reserved fields that nobody signed yet. :class:`BevindingenFout` (VP814) for no usable PDF."""
    return tuple(p.veld for p in all_places(pdf) if not p.ondertekend)


def all_places(pdf: bytes) -> tuple[Plek, ...]:
    """Every reserved place of a PDF. :class:`BevindingenFout` (VP814) for no usable PDF."""
    return _read(pdf)[1]


def _open(pdf: bytes, veld: str | None) -> tuple[Toevoeger, Plek, bool]:
    """A writer that only appends, the place that is meant, and whether this will be the first signature."""
    schrijver, plekken, vreemd = _read(pdf)
    plek = choose(plekken, veld)
    if vreemd:
        raise BevindingenFout([_not_signable(), uitleg.foreign(vreemd)])
    eerste = all(not p.ondertekend for p in plekken)
    if eerste and schrijver.prev.xrefs.total_revisions > 1:
        raise BevindingenFout([_not_signable(), uitleg.before_first(())])
    return schrijver, plek, eerste


def _read(pdf: bytes) -> tuple[Toevoeger, tuple[Plek, ...], tuple[str, ...]]:
    """A writer for these bytes, their places, and what stands in them that does not belong in a plan. VP814."""
    if (fout := before_reading(pdf)) is not None:
        raise BevindingenFout([_not_signable(), fout])
    try:
        lezer = PdfFileReader(BytesIO(pdf), decode_limits=GRENZEN)
        schrijver = cast("Toevoeger", Toevoeger.from_reader(lezer))
        if schrijver.prev.encrypted:
            raise ValueError("versleuteld")
        plekken = places(schrijver.prev)
        if len(plekken) > MAX_HANDTEKENINGEN:
            raise ValueError("te veel")
        return schrijver, plekken, foreign(schrijver.prev)
    except Exception as fout:
        raise BevindingenFout([_not_signable()]) from fout


def _still_good(pdf: bytes, kaart: Identiteitskaart) -> None:
    """Nobody signs under what was changed after an earlier signature, and nobody signs twice."""
    nu = verify(pdf, verwacht=())
    fouten = [b for b in nu.bevindingen if b.ernst is Ernst.FOUT]
    if fouten:
        raise BevindingenFout([_not_signable(), *fouten])
    if any(h.vingerafdruk == kaart.vingerafdruk for h in nu.handtekeningen):
        zin = "U hebt dit document al ondertekend, met deze sleutel."
        raise BevindingenFout([Bevinding("VP821", zin, suggestie="Op een andere plek tekent iemand anders.")])


def _checked(pdf: bytes, ondertekend: bytes, plek: Plek, nu: datetime, *, met_tijd: bool) -> bytes:
    """What was made, once it is proven to be what it should be."""
    uitkomst = verify(ondertekend, verwacht=())
    eigen = next((h for h in uitkomst.handtekeningen if h.veld == plek.kort), None)
    if met_tijd and eigen is not None:
        believe(eigen, nu)
    if not ondertekend.startswith(pdf) or eigen is None or not uitkomst.goed:
        fouten = [b for b in uitkomst.bevindingen if b.ernst is Ernst.FOUT]
        raise BevindingenFout([_not_signable(), *fouten])
    return ondertekend


def _signer(identiteit: bytes, wachtzin: bytes) -> signers.SimpleSigner:
    gelezen: signers.SimpleSigner | None = signers.SimpleSigner.load_pkcs12_data(
        identiteit, other_certs=[], passphrase=wachtzin
    )
    if gelezen is None or load_pkcs12(identiteit, wachtzin).key is None:
        raise BevindingenFout([wrong_passphrase()])
    return gelezen


def _not_signable() -> Bevinding:
    return Bevinding(
        "VP814",
        "Dit bestand kan niet worden ondertekend.",
        suggestie="Gebruik de pdf die veiligheidsplan maakte, zonder wachtwoord en zonder wijziging.",
    )
