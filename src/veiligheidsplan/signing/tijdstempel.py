"""A time service (*tijdstempeldienst*, RFC 3161): asked over the caller's channel, believed when it fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from asn1crypto import cms, tsp  # type: ignore[import-untyped]
from pyhanko.sign.timestamps import TimeStamper

from ..bevinding import Bevinding, BevindingenFout
from .uitkomst import Handtekening

#: how far a service may be from the clock of this computer before neither is believed
SPELING = timedelta(minutes=10)
GROOTSTE = 200_000  # bytes of an answer; a token with its chain is some ten thousand

#: the request in, the answer out; ``OSError`` when nobody answers
Verstuur = Callable[[bytes], bytes]


class Dienst(TimeStamper):
    """Asks a time service through *verstuur*, and takes nothing but an answer to its own question."""

    def __init__(self, verstuur: Verstuur) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._verstuur = verstuur

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """One question, one answer. :class:`BevindingenFout` (VP824) when there is none, or none that can be read."""
        try:
            ruw = self._verstuur(req.dump())
        except OSError as fout:
            raise no_answer() from fout
        if len(ruw) > GROOTSTE:
            raise bad_answer()
        try:
            antwoord = tsp.TimeStampResp.load(ruw, strict=True)
            antwoord.native  # noqa: B018 - asn1crypto looks at nothing until it is asked
        except Exception as fout:
            raise bad_answer() from fout
        return antwoord

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """A token for this digest. :class:`BevindingenFout` (VP824) when the service stamped something else."""
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            afdruk = token["content"]["encap_content_info"]["content"].parsed["message_imprint"]
            gelijk = afdruk["hashed_message"].native == message_digest
        except BevindingenFout:
            raise
        except Exception as fout:  # refused, another number, or no token at all
            raise bad_answer() from fout
        if not gelijk:
            raise bad_answer()
        return token


def believe(h: Handtekening, nu: datetime) -> None:
    """:class:`BevindingenFout` (VP824) when the time in a new signature does not fit, or is far from *nu*."""
    stempel = h.tijdstempel
    if stempel is None or not stempel.klopt:
        raise bad_answer()
    if abs(stempel.moment - nu) > SPELING:
        raise BevindingenFout(
            [
                Bevinding(
                    "VP824",
                    "De tijdstempeldienst noemt een heel andere tijd dan deze computer. Er is niets ondertekend.",
                    suggestie="Kijk of de klok van deze computer goed staat, en probeer het opnieuw.",
                )
            ]
        )


def no_answer() -> BevindingenFout:
    """VP824: nobody answers."""
    uitleg = "De tijdstempeldienst antwoordt niet. Er is niets ondertekend."
    tip = "Probeer het later opnieuw, of onderteken zonder --tijdstempel."
    return BevindingenFout([Bevinding("VP824", uitleg, suggestie=tip)])


def bad_answer() -> BevindingenFout:
    """VP824: something answered that is no time service, or one that does not do what was asked."""
    uitleg = "De tijdstempeldienst gaf geen goed antwoord. Er is niets ondertekend."
    tip = "Kijk of het adres klopt, of onderteken zonder --tijdstempel."
    return BevindingenFout([Bevinding("VP824", uitleg, suggestie=tip)])
