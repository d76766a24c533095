"""The list (*lijst*): every dossier with what is due, the most urgent first, from the kopbladen alone.

A clock that stands wrong never hides a day that has come: where a dossier was written later than this computer says
it is now, that dossier is reckoned with its own last moment, and the person is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from veiligheidsplan.app.klok import local
from veiligheidsplan.app.kopblad import OVERGEDRAGEN, Kop
from veiligheidsplan.plan.urgentie import Rang, Urgentie, Weging, overdue, rank, sort_terms, within

#: two computers that share a vault may differ a little
SPELING = timedelta(minutes=10)


class Lijstregel(NamedTuple):
    """One dossier with its terms weighed, the most urgent first."""

    kop: Kop
    wegingen: tuple[Weging, ...]

    @property
    def urgentie(self) -> Urgentie:
        return self.wegingen[0].urgentie if self.wegingen else Urgentie.NIETS


@dataclass(frozen=True, slots=True)
class Lijst:
    """The list at one moment. ``nu``: the Dutch clock; ``vooruit``: dossiers written later than that."""

    regels: tuple[Lijstregel, ...]
    nu: datetime
    vooruit: tuple[Kop, ...] = ()


def make_list(
    koppen: Iterable[Kop], moment: datetime, *, achterstallig: bool = False, binnen: int | None = None
) -> Lijst:
    """Sort the dossiers by urgency at this (aware) moment; with a filter only what it asks for."""
    grens = (moment + SPELING).isoformat()
    nu, regels, vooruit = local(moment).replace(second=0, microsecond=0), [], []
    for kop in koppen:
        klok = nu
        if (later := _later(kop, moment, grens)) is not None:
            vooruit.append(kop)
            klok = local(later)
        gewogen = _chosen(sort_terms(kop.termijnen, klok), achterstallig=achterstallig, binnen=binnen)
        if gewogen or not (achterstallig or binnen is not None):
            regels.append(Lijstregel(kop, gewogen))
    regels.sort(key=_place)
    return Lijst(tuple(regels), nu, tuple(vooruit))


def _later(kop: Kop, moment: datetime, grens: str) -> datetime | None:
    """The last moment of this dossier when that is later than now."""
    # tekst vergelijken is genoeg om de meeste over te slaan: het logboek houdt UTC, in vaste vorm
    if kop.laatst[:16] < grens[:16]:
        return None
    try:
        laatst = datetime.fromisoformat(kop.laatst)
    except ValueError:
        return None
    return laatst if laatst.tzinfo is not None and laatst > moment + SPELING else None


def _chosen(wegingen: Sequence[Weging], *, achterstallig: bool, binnen: int | None) -> tuple[Weging, ...]:
    if binnen is not None:
        return tuple(w for w in wegingen if within(w, binnen))
    return tuple(w for w in wegingen if overdue(w)) if achterstallig else tuple(wegingen)


_GEEN_RANG: Rang = (Urgentie.NIETS, 0, 0, "", "")


def _place(regel: Lijstregel) -> tuple[Rang, int, str]:
    """By its most urgent term; then how much more there is; then by id, so that the order never jumps about."""
    eerste = rank(regel.wegingen[0]) if regel.wegingen else _GEEN_RANG
    weg = 1 if regel.kop.status == OVERGEDRAGEN else 0
    return (eerste, weg or -len(regel.wegingen), regel.kop.id)
