"""An event between two rounds (*incident*): what happened, written down in a minute. For professionals only.

It is no part of the plan and opens no round. A role (who did what) belongs to what was written, not to a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from veiligheidsplan.plan.delen import Blokken, intro, label
from veiligheidsplan.plan.delen_eerst import said
from veiligheidsplan.plan.document import Kop, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.stap import Stap
from veiligheidsplan.plan.vraagstap import field_step
from veiligheidsplan.plan.woorden import fill

SOORT = "incident"


class Ronde(NamedTuple):
    """An instrument that is wise to do again now, short where it can be, and why."""

    instrument: str
    kort: bool
    waarom: str


def unfinished(d: Dossier) -> str | None:
    """The last incident, when not everything was asked of it yet."""
    alle = d.onderwerpen(SOORT)
    return alle[-1] if alle and any(not d.beantwoord(alle[-1], veld) for veld in VELDEN[SOORT]) else None


def new_id(d: Dossier) -> str:
    """A number that was never used."""
    return f"{SOORT}:{1 + sum(o.startswith(f'{SOORT}:') for o in d.waarden)}"


def steps(d: Dossier, o: Omgeving, onderwerp: str) -> tuple[Stap, ...]:
    """Every question about it, answered or not, in order."""
    return tuple(field_step(d, o, onderwerp, veld, (SOORT, veld)) for veld in VELDEN[SOORT])


def wise_rounds(d: Dossier, o: Omgeving, onderwerp: str) -> tuple[Ronde, ...]:
    """What to ask again: the questions about now always, what was asked before, and about a child that was there."""
    waarom = dict.fromkeys((o.sjabloon.instrumenten.nu,), "incident_ronde_nu")
    for id_ in o.sjabloon.instrumenten.later:
        if any(a.startswith(f"{id_}:") for a in d.afnamen):
            waarom[id_] = "incident_ronde_eerder"
        elif d.waarde(onderwerp, "kinderen") == "ja" and o.instrumenten[id_].per == "kind":
            waarom[id_] = "incident_ronde_kind"
    return tuple(
        Ronde(id_, any(v.kort for v in o.instrumenten[id_].vragen.values()), o.zin(zin))
        for id_, zin in waarom.items()
    )


def section(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """Every incident on the professional's copy."""
    alle = d.onderwerpen(SOORT)
    if alle:
        yield from intro(sectie)
    for n, onderwerp in enumerate(alle, 1):
        yield Kop(fill(o.zin("incident_kop"), {"nummer": str(n)}), 2)
        yield Velden(tuple(_rows(d, o, onderwerp)))


def _rows(d: Dossier, o: Omgeving, onderwerp: str) -> Iterator[tuple[str, str]]:
    for veld in VELDEN[SOORT]:
        yield label(o, SOORT, veld), said(d, o, onderwerp, veld) or o.zin("niet_ingevuld")
