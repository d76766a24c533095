"""Calendar entries (*agenda*) as iCalendar (RFC 5545), for the worker's own calendar.

Written by hand, because what may be in it is so little: nothing of a person's text ever comes here, and a library
that adds a product name, a zone or an alarm of its own would say more than we do. Every entry has the same title but
for its code; there is no description, place, attendee, organiser, category, class or alarm, and the hour is in UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

#: says nothing: neither a product nor a maker
PRODID: Final = "-//-//-//NL"
TITEL: Final = "Moment"
DUUR: Final = timedelta(minutes=30)
_CODE = re.compile(r"[0-9A-Z]{5}\Z")
_UID = re.compile(r"[0-9a-f]{32}\Z")


class Agendaregel(NamedTuple):
    """One entry: a whole day, or an aware moment. ``vervallen`` takes an earlier one out of the calendar."""

    uid: str
    code: str
    wanneer: date | datetime
    volgorde: int
    vervallen: bool = False


def render_calendar(regels: Iterable[Agendaregel], nu: datetime) -> bytes:
    """The file. ``ValueError`` for anything that is not one of our own random marks: nothing else ever gets in."""
    stempel = _moment(nu)
    delen = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODID}",
        *(tekst for regel in regels for tekst in _entry(regel, stempel)),
        "END:VCALENDAR",
    ]
    return "".join(f"{deel}\r\n" for deel in delen).encode("ascii")


def _entry(r: Agendaregel, stempel: str) -> Iterator[str]:
    if not (_CODE.match(r.code) and _UID.match(r.uid)):
        raise ValueError("een regel in de agenda draagt alleen eigen toevallige tekens")
    yield "BEGIN:VEVENT"
    yield f"UID:{r.uid}"
    yield f"DTSTAMP:{stempel}"
    yield f"SEQUENCE:{int(r.volgorde)}"
    if isinstance(r.wanneer, datetime):
        yield f"DTSTART:{_moment(r.wanneer)}"
        yield f"DTEND:{_moment(r.wanneer + DUUR)}"
    else:
        yield f"DTSTART;VALUE=DATE:{r.wanneer:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{r.wanneer + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{TITEL} {r.code}"
    yield f"STATUS:{'CANCELLED' if r.vervallen else 'CONFIRMED'}"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
