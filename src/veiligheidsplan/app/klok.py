"""The clock (*klok*) of this computer, and the same moment on the clock that hangs in the household's kitchen.

Dates and hours in a dossier are those of the Netherlands, whatever time zone this computer was set to.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ZONE = "Europe/Amsterdam"


def now() -> datetime:
    """The clock of this computer, aware, UTC."""
    return datetime.now(UTC)


@cache
def zone() -> tzinfo | None:
    """The Dutch time zone; ``None`` (this computer's own) where the system has no list of zones."""
    try:
        return ZoneInfo(ZONE)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        return None


def local(moment: datetime) -> datetime:
    """An aware moment as it stood on a Dutch clock, without a zone."""
    return moment.astimezone(zone()).replace(tzinfo=None)


def to_utc(plaatselijk: datetime) -> datetime:
    """A moment on a Dutch clock as UTC. An hour that comes twice is the first; one that is skipped moves on."""
    zone_ = zone()
    return (plaatselijk.replace(tzinfo=zone_) if zone_ else plaatselijk.astimezone()).astimezone(UTC)
