"""The rounds of a plan (*rondes*) as moments in time: each established one, and what was not established between.

``as_established`` is the dossier of one round, to read as it was; ``versions_for`` are the moments that another
reader knows of, and no others.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.lezer import Lezer
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.vaststelling import changed_since, round_now
from veiligheidsplan.plan.woorden import fill, spoken_date
from veiligheidsplan.plan.zichtbaarheid import reduce_to


class Moment(NamedTuple):
    """A state of the dossier and what it is called: «Ronde 2, 8 maart 2027»."""

    naam: str
    staat: Dossier


def as_established(d: Dossier, ronde: int) -> tuple[Dossier, date] | None:
    """The dossier as it was established in this round, the last time, and the day; ``None`` without that round."""
    for v in reversed(d.vaststellingen):
        if v.ronde == ronde and v.staat is not None:
            toen = replace(
                v.staat, vaststellingen=(*v.staat.vaststellingen, v), vastgesteld=v.tijd, gewijzigd=0
            )
            return toen, v.tijd.date()
    return None


def moments(d: Dossier, o: Omgeving) -> tuple[Moment, ...]:
    """Every round in order; a plan that was reviewed before it was established; and now, when it changed since."""
    laatste = {v.ronde: v for v in d.vaststellingen if v.staat is not None}
    alle: list[tuple[int, Moment]] = []
    for v in laatste.values():
        naam = fill(o.zin("moment_ronde"), {"nummer": str(v.ronde), "datum": spoken_date(v.tijd.date())})
        alle.append((v.volgnummer, Moment(naam, v.staat or d)))
    for e in d.evaluaties:
        if e.staat is not None and (changed_since(e.staat) or not e.staat.vaststellingen):
            naam = fill(o.zin("moment_voor"), {"nummer": str(e.nummer), "datum": spoken_date(e.tijd.date())})
            alle.append((e.volgnummer, Moment(naam, e.staat)))
    if changed_since(d) or not d.vaststellingen:
        naam = fill(o.zin("moment_nu"), {"nummer": str(round_now(d))})
        alle.append((d.volgnummer + 1, Moment(naam, d)))
    return tuple(m for _, m in sorted(alle, key=lambda p: p[0]))


def versions_for(d: Dossier, o: Omgeving, voor: Lezer) -> tuple[Moment, ...]:
    """The versions of the plan as this reader knows them, each reduced to what this reader may read.

    An establishment at which nothing changed that this reader sees is no moment; its day tells nothing either.
    """
    uit: list[Moment] = []
    for v in d.vaststellingen:
        if v.staat is None:
            continue
        deel = reduce_to(awake(v.staat), voor)
        if uit and uit[-1].staat.waarden == deel.waarden:
            continue
        woorden = {"nummer": str(len(uit) + 1), "datum": spoken_date(v.tijd.date())}
        uit.append(Moment(fill(o.zin("moment_versie"), woorden), deel))
    nu = reduce_to(awake(d), voor)
    if not uit or uit[-1].staat.waarden != nu.waarden:
        uit.append(Moment(fill(o.zin("moment_versie_nu"), {"nummer": str(len(uit) + 1)}), nu))
    return tuple(uit)
