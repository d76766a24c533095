"""Who has a dossier open now (*slot*), in words: where, and since when."""

from __future__ import annotations

from datetime import datetime, timedelta

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.storage.storingen import fault


def taken(dossier: str, door: str, ander: str, nu: float, sinds: float) -> BevindingenFout:
    """VP733: *ander* has it open, and we are *door*: the same key is another window of the same person."""
    houder = ander.partition("/")[0]
    eigen = houder == door.partition("/")[0]
    waar = "in een ander venster, met uw eigen sleutel" if eigen else f"bij een collega (sleutel {houder})"
    return fault("VP733", dossier=dossier, sinds=spoken_moment(sinds, nu), waar=waar)


def spoken_moment(toen: float, nu: float) -> str:
    """«vandaag 14:05», «gisteren 23:50», in the time of this computer; else the date in figures."""
    tijd, heden = (datetime.fromtimestamp(t).astimezone() for t in (toen, nu))
    dagen = {heden.date(): "vandaag", heden.date() - timedelta(days=1): "gisteren"}
    return f"{dagen.get(tijd.date(), tijd.strftime('%d-%m-%Y'))} {tijd.strftime('%H:%M')}"
