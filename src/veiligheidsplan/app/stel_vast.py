"""Establishing the plan (*stel vast*).

The outcomes as they are now are stored; refusal or a missing answer never blocks it.
"""

from __future__ import annotations

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import judge
from veiligheidsplan.plan.volledigheid import open_points


def establish(d: Dossier, o: Omgeving) -> Feit:
    """The fact that this is the plan now: every outcome with the levels that hold, and what still lacks."""
    uitslagen = {}
    for afname in d.afnamen.values():
        oordeel = judge(d, afname)
        uitslagen[afname.id] = {
            "uitslag": oordeel.uitslag.model_dump(mode="json"),
            "niveau_laagst": oordeel.laagst,
            "niveau_hoogst": oordeel.hoogst,
            "niet_uitgesloten": list(oordeel.niet_uitgesloten),
        }
    return Feit("plan_vastgesteld", {"uitslagen": uitslagen, "ontbreekt": list(open_points(d, o))})
