"""Establishing (*vaststellen*) as the fold keeps it: rounds of the plan, and whether it changed since.

A round (*ronde*) is one established plan. A change after it belongs to the next one. Only while the same session
goes on and no copy went round, establishing again keeps its number: a slip that is mended at once is no new plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from veiligheidsplan.plan.gebeurtenis import Gebeurtenis
from veiligheidsplan.plan.model import kind_of

if TYPE_CHECKING:
    from veiligheidsplan.plan.dossier import Dossier

#: why something still lacks, as one of a fixed list (``--reden``): nothing personal on a command line
REDENEN: Final = ("later", "niet_veilig_om_te_vragen", "wil_niet", "niet_aanwezig", "anders")
#: kinds of subject that are no part of the plan: how we sat, who was safe to talk, what happened since
GEEN_PLAN = frozenset({"zitting", "eigen", "vooraf", "incident"})
_PLAN = frozenset(
    {
        "antwoord_gegeven",
        "antwoord_gekozen",
        "instrument_begonnen",
        "onderwerp_gearchiveerd",
        "verlaging_bevestigd",
        "evaluatie_begonnen",
        "gewist",
    }
)


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """One time that the plan was established: round number, when, why something still lacked, and the state then."""

    ronde: int
    tijd: datetime
    volgnummer: int
    zitting: str
    reden: str | None = None
    toelichting: str | None = None
    ontbreekt: tuple[tuple[str, str], ...] = ()
    #: the outcome of every use of an instrument as it was established
    uitslagen: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    #: the dossier as it was established
    staat: Dossier | None = field(default=None, compare=False, repr=False)


def established(staat: Dossier, g: Gebeurtenis, volgnummer: int) -> Vaststelling:
    """The establishment of a ``plan_vastgesteld``."""
    i = g.inhoud
    zitting = f"zitting:{staat.waarde('gesprek', 'zitting') or 1}"
    return Vaststelling(
        _number(staat, zitting),
        g.tijd,
        volgnummer,
        zitting,
        i.get("reden"),
        i.get("toelichting"),
        tuple((str(zin), str(over)) for zin, over in i.get("ontbreekt", ())),
        i.get("uitslagen") or {},
        staat,
    )


def _number(staat: Dossier, zitting: str) -> int:
    if not staat.vaststellingen:
        return 1
    vorige = staat.vaststellingen[-1]
    uitgegeven = any(k.tijd >= vorige.tijd and not k.voorlopig for k in staat.kopieen)
    return vorige.ronde + (vorige.zitting != zitting or uitgegeven)


def changes_plan(staat: Dossier, g: Gebeurtenis) -> bool:
    """Whether this event changes the plan itself. A value that was there already changes nothing."""
    if g.soort != "waarde_gegeven":
        return g.soort in _PLAN
    i = g.inhoud
    onderwerp, veld = i["onderwerp"], i["veld"]
    if onderwerp == "gesprek":
        return bool(veld.startswith("meer_"))
    if kind_of(onderwerp) in GEEN_PLAN or (onderwerp, veld) == ("dossier", "alias"):
        return False
    oud: Mapping[str, Any] = staat.waarden.get(onderwerp, {})
    waarde = tuple(i["waarde"]) if isinstance(i["waarde"], list) else i["waarde"]
    return veld not in oud or oud[veld].waarde != waarde or bool(i.get("toelichting"))


def last_established(d: Dossier) -> Vaststelling | None:
    """The latest establishment, if any."""
    return d.vaststellingen[-1] if d.vaststellingen else None


def changed_since(d: Dossier) -> bool:
    """Whether the plan changed after it was established; ``False`` while it never was."""
    vorige = last_established(d)
    return vorige is not None and d.gewijzigd > vorige.volgnummer


def round_now(d: Dossier) -> int:
    """The number of the round we are in: that of the established plan, or of the one that is being made."""
    vorige = last_established(d)
    if vorige is None:
        return 1
    return vorige.ronde + changed_since(d)
