"""The way to a time service (*tijdstempelpost*): the only use of a network in this program, and only when asked."""

from __future__ import annotations

from functools import partial
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from veiligheidsplan.signing.tijdstempel import GROOTSTE, Verstuur

WACHTTIJD = 15.0  # seconds for one answer


class _NietVerder(HTTPRedirectHandler):
    """A service that sends us elsewhere gets no second question: only the address that was typed is asked."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        """Nothing."""
        return


def is_address(url: str) -> bool:
    """Whether this can be the address of a time service: http or https, with a host and without a password."""
    try:
        delen = urlsplit(url)
        return delen.scheme in ("http", "https") and bool(delen.hostname) and delen.username is None
    except ValueError:
        return False


def to_service(url: str) -> Verstuur:
    """A channel to the service at *url*. It raises ``OSError`` when nobody answers in time."""
    return partial(_send, url)


def _send(url: str, vraag: bytes) -> bytes:
    kop = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    verzoek = Request(url, data=vraag, headers=kop, method="POST")  # noqa: S310 - is_address keek naar het soort
    try:
        with build_opener(_NietVerder).open(verzoek, timeout=WACHTTIJD) as antwoord:
            return bytes(antwoord.read(GROOTSTE + 1))
    except HTTPError as fout:
        fout.close()
        raise OSError("geen antwoord") from fout
    except (HTTPException, ValueError) as fout:
        raise OSError("geen antwoord") from fout
