"""Establishing the plan (*stel vast*).

The outcomes as they are now are stored; refusal or a missing answer never blocks it. Where something lacks, the
professional may say why.
"""

from __future__ import annotations

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.uitkomst import outcome_of
from veiligheidsplan.plan.vaststelling import REDENEN, changed_since, last_established
from veiligheidsplan.plan.volledigheid import open_points
from veiligheidsplan.plan.woorden import visible


def establish(d: Dossier, o: Omgeving, *, reden: str | None = None, toelichting: str | None = None) -> Feit:
    """The fact that this is the plan now: every outcome with the levels that hold, what still lacks, and why.

    *reden* is one of ``REDENEN`` (``ValueError`` for another), *toelichting* the professional's own words.
    """
    if reden is not None and reden not in REDENEN:
        raise ValueError(reden)
    inhoud = {
        "uitslagen": {id_: dict(outcome_of(d, afname)) for id_, afname in d.afnamen.items()},
        "ontbreekt": [list(punt) for punt in open_points(d, o)],
        "reden": reden,
        "toelichting": toelichting.strip() if toelichting and visible(toelichting) else None,
    }
    return Feit("plan_vastgesteld", inhoud)


def nothing_new(d: Dossier) -> bool:
    """Whether the plan was established as it is now: then there is nothing to establish."""
    return last_established(d) is not None and not changed_since(d)
