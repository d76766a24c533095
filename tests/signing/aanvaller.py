"""Wie kwaad wil, tekent zonder de regels van dit programma: rechtstreeks met de bibliotheek."""

from __future__ import annotations

import asyncio
from datetime import datetime
from io import BytesIO

from pyhanko.sign import fields, signers

from veiligheidsplan.signing.identity import read_identity
from veiligheidsplan.signing.sign import Toevoeger, _Ondertekenaar
from veiligheidsplan.signing.stempel import Stempelstijl, stamp_lines


def sign_raw(
    pdf: bytes,
    identiteit: bytes,
    wachtzin: bytes,
    *,
    veld: str,
    nu: datetime,
    stempel: tuple[str, ...] | None = None,
    vastleggen: bool = False,
    bestaand: bool = True,
    nieuw: fields.SigFieldSpec | None = None,
) -> bytes:
    """A signature without any check before or after; *stempel* says what its stamp shows, whoever signs."""
    naam = read_identity(identiteit, wachtzin).naam
    signer = signers.SimpleSigner.load_pkcs12_data(identiteit, other_certs=[], passphrase=wachtzin)
    assert signer is not None
    ondertekenaar = _Ondertekenaar(
        signers.PdfSignatureMetadata(
            field_name=veld,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=vastleggen,
            docmdp_permissions=fields.MDPPerm.FILL_FORMS,
        ),
        signer,
        stamp_style=Stempelstijl(regels=stempel or stamp_lines(naam, nu)),
        new_field_spec=nieuw,
        nu=nu,
    )
    uit = BytesIO()
    schrijver = Toevoeger(BytesIO(pdf))
    asyncio.run(ondertekenaar.async_sign_pdf(schrijver, existing_fields_only=bestaand, output=uit))
    return uit.getvalue()
