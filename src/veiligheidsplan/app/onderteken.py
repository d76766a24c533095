"""Signing (*onderteken*) with an identity of one's own: made on first use and sealed, or a file from outside."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.ondertekend import Zegel, fact
from veiligheidsplan.signing.identity import check_dates, make_identity, read_identity
from veiligheidsplan.signing.sign import sign
from veiligheidsplan.signing.tijdstempel import Verstuur
from veiligheidsplan.signing.verify import verify


@dataclass(frozen=True, slots=True)
class Identiteit:
    """A signing identity: an encrypted PKCS#12 and what opens it; one's own only ever lie sealed.

    ``vervangt``: it was made because the one before it is no longer valid.
    """

    naam: str
    p12: bytes
    wachtzin: bytes
    vervangt: bool = False


def own_names(kast: Dossierkast) -> tuple[str, ...]:
    """The names with which this vault signed before, the latest first."""
    return tuple(dict.fromkeys(i.naam for i in _made(kast)))


def identity(kast: Dossierkast, naam: str) -> Identiteit:
    """The identity of *naam* that is valid now; made and sealed when there is none."""
    eerder = [i for i in _made(kast) if i.naam == naam]
    nu = kast.klok()
    geldig = (i for i in eerder if _valid(i, nu))
    return next(geldig, None) or _make(kast, naam, vervangt=bool(eerder))


def _made(kast: Dossierkast) -> Iterator[Identiteit]:
    id_ = kast.own()
    if id_ is None:
        return
    for g in reversed(list(kast.events(id_))):
        if g is not None and g.soort == "identiteit_gemaakt":
            i = g.inhoud
            yield Identiteit(i["naam"], base64.b64decode(i["p12"]), i["wachtzin"].encode())


def _valid(wie: Identiteit, nu: datetime) -> bool:
    try:
        check_dates(read_identity(wie.p12, wie.wachtzin), nu)
    except BevindingenFout:
        return False
    return True


def _make(kast: Dossierkast, naam: str, *, vervangt: bool) -> Identiteit:
    wachtzin = secrets.token_urlsafe(24)
    p12 = make_identity(naam, wachtzin.encode(), kast.klok())
    feit = Feit(
        "identiteit_gemaakt", {"naam": naam, "p12": base64.b64encode(p12).decode(), "wachtzin": wachtzin}
    )
    id_ = kast.own()
    if id_ is None:
        id_, staat = kast.begin("", soort="eigen")
    else:
        staat = kast.read(id_)
    kast.write(id_, staat, [feit], soort="eigen")
    return Identiteit(naam, p12, wachtzin.encode(), vervangt)


def sign_copy(kast: Dossierkast, pdf: bytes, naam: str, veld: str) -> bytes:
    """The PDF with the worker's signature in the reserved field *veld*."""
    return sign_with(identity(kast, naam), pdf, veld, kast.klok())


def sign_with(
    wie: Identiteit, pdf: bytes, veld: str | None, nu: datetime, tijdstempel: Verstuur | None = None
) -> bytes:
    """The PDF with this identity's signature; *veld* is a field, a short name or a role, or the only open one."""
    return sign(pdf, wie.p12, wie.wachtzin, veld=veld, nu=nu, tijdstempel=tijdstempel)


def signed_fact(kenmerk: str, pdf: bytes) -> Feit:
    """What the dossier keeps of a signed file: enough to know it again, and to see when it was cut back."""
    zegels = tuple(Zegel(h.veld, h.naam, h.vingerafdruk) for h in verify(pdf).handtekeningen)
    return fact(kenmerk, len(pdf), sha256(pdf).hexdigest(), zegels)
