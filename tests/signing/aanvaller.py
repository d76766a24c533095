"""Wie kwaad wil, tekent zonder de regels van dit programma: rechtstreeks met de bibliotheek."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from io import BytesIO

from asn1crypto import cms
from pyhanko.sign import fields, signers

from veiligheidsplan.signing.identity import read_identity
from veiligheidsplan.signing.sign import Toevoeger, _Ondertekenaar
from veiligheidsplan.signing.stempel import Stempelstijl, stamp_lines
from veiligheidsplan.signing.tijdstempel import Dienst


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
    tijdstempel: Dienst | None = None,
    ook: Callable[[Toevoeger], None] = lambda schrijver: None,
) -> bytes:
    """A signature without any check before or after; *stempel* says what its stamp shows, *ook* does more."""
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
        timestamper=tijdstempel,
        nu=nu,
    )
    uit = BytesIO()
    schrijver = Toevoeger(BytesIO(pdf))
    ook(schrijver)
    asyncio.run(ondertekenaar.async_sign_pdf(schrijver, existing_fields_only=bestaand, output=uit))
    return uit.getvalue()


class _Herhaler(Dienst):
    """Gives the token of its first answer again, whatever is asked."""

    token: cms.ContentInfo | None = None

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        if self.token is None:
            self.token = await super().async_timestamp(message_digest, md_algorithm)
        return self.token


def replay(
    pdf: bytes, identiteit: bytes, wachtzin: bytes, *, veld: str, nu: datetime, geef: Callable[[bytes], bytes]
) -> bytes:
    """A signature with the time stamp of another one."""
    return sign_raw(pdf, identiteit, wachtzin, veld=veld, nu=nu, vastleggen=True, tijdstempel=_Herhaler(geef))
