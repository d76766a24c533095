"""With the day of the next review: the moments that the region keeps to (``monitor``). Never filled in by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from veiligheidsplan.plan import evaluatie
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.monitor import coming
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Stap
from veiligheidsplan.plan.woorden import fill, in_a_row, spoken_date

PLEK = "vervolg/evaluatie_datum"


def with_moments(d: Dossier, o: Omgeving, plek: Plek) -> Plek:
    """The same place, with the moments to come in its help."""
    return plek._replace(maak=lambda: _helped(d, o, plek.maak()))


def _helped(d: Dossier, o: Omgeving, stap: Stap) -> Stap:
    zin = moments_line(d, o)
    return replace(stap, hulp=" ".join(t for t in (stap.hulp, zin) if t)) if zin else stap


def moments_line(d: Dossier, o: Omgeving) -> str:
    """The moments in words, counted from the first plan; empty when the region says nothing or all are past."""
    if o.monitor is None:
        return ""
    nu = evaluatie.latest(d)
    begin = date.fromisoformat(str(d.waarde(nu, "sinds"))) if nu else o.vandaag
    dagen = [
        fill(o.zin("monitor_moment"), {"datum": spoken_date(dag), "titel": moment.titel})
        for moment, dag in coming(o.monitor, begin, o.vandaag)
    ]
    return fill(o.zin("monitor_momenten"), {"momenten": in_a_row(dagen)}) if dagen else ""
