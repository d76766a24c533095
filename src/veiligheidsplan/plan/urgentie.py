"""How urgent a term is (*urgentie*) at one moment on the household's clock, and the order of a list of them.

A day counts until its end; an hour only until that hour. What has no day cannot be shown to be in time: it comes
before what is still to come, and counts as overdue.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from veiligheidsplan.plan.termijn import HALF, SINDS, SOORTEN, Termijn


class Urgentie(IntEnum):
    """From what must be looked at first to what can wait."""

    TE_LAAT = 0
    VANDAAG = 1
    ZONDER_DAG = 2
    KOMT = 3
    HALVERWEGE = 4
    NIETS = 5


class Weging(NamedTuple):
    """One term weighed: ``dagen`` until its day (negative: since), ``minuten`` until its hour if that is today."""

    termijn: Termijn
    urgentie: Urgentie
    dagen: int | None = None
    minuten: int | None = None


@lru_cache(maxsize=8192)  # duizenden dossiers delen dezelfde soorten en dagen
def weigh(termijn: Termijn, nu: datetime) -> Weging:
    """Weigh one term; *nu* is the household's own clock (naive)."""
    if termijn.soort == "melding_doen":
        return Weging(termijn, Urgentie.TE_LAAT)
    if termijn.dag is None:
        soort = Urgentie.HALVERWEGE if termijn.soort in HALF else Urgentie.ZONDER_DAG
        return Weging(termijn, soort)
    dagen = (date.fromisoformat(termijn.dag) - nu.date()).days
    if termijn.soort in HALF:
        return Weging(termijn, Urgentie.HALVERWEGE, dagen)
    if termijn.soort in SINDS:
        return Weging(termijn, Urgentie.TE_LAAT if dagen < 0 else Urgentie.VANDAAG, dagen)
    if dagen:
        return Weging(termijn, Urgentie.TE_LAAT if dagen < 0 else Urgentie.KOMT, dagen)
    if termijn.tijd is None:
        return Weging(termijn, Urgentie.VANDAAG, 0)
    uur, minuut = (int(deel) for deel in termijn.tijd.split(":"))
    minuten = uur * 60 + minuut - (nu.hour * 60 + nu.minute)
    return Weging(termijn, Urgentie.TE_LAAT if minuten < 0 else Urgentie.VANDAAG, 0, minuten)


def overdue(weging: Weging) -> bool:
    """Whether it is late, or nobody can say that it is not."""
    return weging.urgentie in (Urgentie.TE_LAAT, Urgentie.ZONDER_DAG)


def within(weging: Weging, dagen: int) -> bool:
    """Whether it is overdue, or its day comes within so many days (0: today)."""
    if overdue(weging) or weging.urgentie is Urgentie.VANDAAG:
        return True
    return weging.urgentie is Urgentie.KOMT and weging.dagen is not None and weging.dagen <= dagen


Rang = tuple[int, int, int, str, str]


@lru_cache(maxsize=8192)
def rank(weging: Weging) -> Rang:
    """The place of one term in a list: by urgency, then what is never to wait, then the longest late."""
    t = weging.termijn
    soort = SOORTEN.index(t.soort) if t.soort in SOORTEN else -1
    if weging.urgentie is Urgentie.KOMT:  # what comes first, comes first
        return (weging.urgentie, weging.dagen or 0, soort, t.tijd or "24", "")
    return (weging.urgentie, soort, weging.dagen or 0, t.dag or "", t.tijd or "24")


def sort_terms(termijnen: Iterable[Termijn], nu: datetime) -> tuple[Weging, ...]:
    """All terms of one dossier weighed, the most urgent first."""
    return tuple(sorted([weigh(t, nu) for t in termijnen], key=rank))
