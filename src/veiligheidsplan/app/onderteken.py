"""Signing (*onderteken*) with the worker's own identity, which is made on first use and lies sealed in the vault."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.signing.identity import make_identity
from veiligheidsplan.signing.sign import sign


@dataclass(frozen=True, slots=True)
class Identiteit:
    """A worker's signing identity: an encrypted PKCS#12 and what opens it; both only ever lie sealed."""

    naam: str
    p12: bytes
    wachtzin: bytes


def identity(kast: Dossierkast, naam: str) -> Identiteit:
    """The identity of *naam*; made and sealed when there is none yet."""
    id_ = kast.own()
    if id_ is not None:
        for g in reversed(list(kast.events(id_))):
            if g is not None and g.soort == "identiteit_gemaakt" and g.inhoud["naam"] == naam:
                return Identiteit(naam, base64.b64decode(g.inhoud["p12"]), g.inhoud["wachtzin"].encode())
    return _make(kast, id_, naam)


def _make(kast: Dossierkast, id_: str | None, naam: str) -> Identiteit:
    wachtzin = secrets.token_urlsafe(24)
    p12 = make_identity(naam, wachtzin.encode(), kast.klok())
    feit = Feit(
        "identiteit_gemaakt", {"naam": naam, "p12": base64.b64encode(p12).decode(), "wachtzin": wachtzin}
    )
    if id_ is None:
        id_, staat = kast.begin("", soort="eigen")
    else:
        staat = kast.read(id_)
    kast.write(id_, staat, [feit], soort="eigen")
    return Identiteit(naam, p12, wachtzin.encode())


def sign_copy(kast: Dossierkast, pdf: bytes, naam: str, veld: str) -> bytes:
    """The PDF with the worker's signature in the reserved field *veld*."""
    wie = identity(kast, naam)
    return sign(pdf, wie.p12, wie.wachtzin, veld=veld, nu=kast.klok())
