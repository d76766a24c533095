"""The outcome of one use of an instrument as it is stored when the plan is established (*uitkomst*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.evaluatie import superseded
from veiligheidsplan.plan.oordeel import judge


def outcome_now(d: Dossier, afname: Afname) -> dict[str, Any]:
    """What holds now: the outcome itself, the least and most level with the judgement, and signs not ruled out."""
    oordeel = judge(d, afname)
    return {
        "uitslag": oordeel.uitslag.model_dump(mode="json"),
        "niveau_laagst": oordeel.laagst,
        "niveau_hoogst": oordeel.hoogst,
        "niet_uitgesloten": list(oordeel.niet_uitgesloten),
    }


def outcome_of(d: Dossier, afname: Afname) -> Mapping[str, Any]:
    """The outcome of this use: of one that was asked anew, as it was established then; else as it is now.

    What was learned later about somebody's age never changes an old round.
    """
    if afname.id not in superseded(d):
        return outcome_now(d, afname)
    for v in reversed(d.vaststellingen):
        if v.staat is not None and afname.id not in superseded(v.staat) and afname.id in v.uitslagen:
            bewaard: Mapping[str, Any] = v.uitslagen[afname.id]
            return bewaard
    eerder = (e.staat for e in d.evaluaties if e.staat is not None and afname.id in e.staat.afnamen)
    staat = next(iter(eerder), d)
    return outcome_now(staat, staat.afnamen[afname.id])
