"""The kopblad (head sheet) of a dossier: what ``lijst`` and ``agenda`` know of it, from one decryption.

It holds the alias that the worker chose, where the plan stands, kinds and dates of what it waits for, and the marks
of the worker's calendar. Derived from the log and rewritten with every event; never the only place of anything.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from veiligheidsplan.app.klok import local
from veiligheidsplan.plan import agenda
from veiligheidsplan.plan.agenda import Agenda
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.termijn import Termijn, terms
from veiligheidsplan.plan.vaststelling import changed_since, last_established, round_now
from veiligheidsplan.plan.volledigheid import enough_for_now

VERSIE: Final = 2  # 1 knew the next contact and the evaluation only
OVERGEDRAGEN = "overgedragen"


@dataclass(frozen=True, slots=True)
class Kop:
    """A kopblad as read. ``volledig`` is false for one of an earlier program: more terms may stand in the log."""

    id: str
    alias: str
    status: str
    laatst: str
    vervolg: str | None
    evaluatie: str | None
    termijnen: tuple[Termijn, ...] = ()
    agenda: Agenda | None = None
    versie: int = VERSIE

    @property
    def volledig(self) -> bool:
        return self.versie >= VERSIE


def head(d: Dossier, soort: str = "dossier") -> bytes:
    """The kopblad of a dossier in this state."""
    velden: dict[str, Any] = {
        "versie": VERSIE,
        "alias": d.waarde("dossier", "alias") or "",
        "status": "eigen" if soort == "eigen" else status(d),
        "laatst": d.laatst.isoformat() if d.laatst else "",
        "vervolg": d.waarde("vervolg", "contact_datum"),
        "evaluatie": d.waarde("vervolg", "evaluatie_datum"),
    }
    if soort != "eigen":
        velden["termijnen"] = terms(d, dutch_day)
        velden["agenda"] = agenda.as_content(d.agenda) if d.agenda else None
    return json.dumps(velden, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def read(id_: str, ruw: bytes) -> Kop:
    """A kopblad of any version. ``ValueError`` (or ``KeyError``, ``TypeError``) for what is none."""
    v = json.loads(ruw)
    eigen = v.get("agenda")
    return Kop(
        id_,
        v["alias"],
        v["status"],
        v["laatst"],
        v.get("vervolg"),
        v.get("evaluatie"),
        tuple([_shared(*t[:4]) for t in v["termijnen"]]) if "termijnen" in v else _old_terms(v),
        agenda.written(eigen) if eigen else None,
        v["versie"],
    )


@lru_cache(maxsize=8192)  # duizenden dossiers delen dezelfde soorten en dagen
def _shared(soort: str, dag: str | None, tijd: str | None, aantal: int) -> Termijn:
    return Termijn(soort, dag, tijd, aantal)


def _old_terms(v: Mapping[str, Any]) -> tuple[Termijn, ...]:
    """What the first kopblad knew. That it names no contact is no proof that none was planned."""
    paren = (("contact", v.get("vervolg")), ("evaluatie", v.get("evaluatie")))
    return tuple(Termijn(soort, dag) for soort, dag in paren if dag)


def dutch_day(moment: datetime) -> date:
    """The day on a Dutch calendar of a moment of the log."""
    return local(moment).date()


def status(d: Dossier) -> str:
    """Where the plan stands: being made, established, or established and changed since."""
    if d.overgedragen is not None:
        return OVERGEDRAGEN
    vorige = last_established(d)
    if vorige is None:
        return "in gesprek"
    if changed_since(d):
        return f"ronde {round_now(d)} in gesprek, ronde {vorige.ronde} is vastgesteld"
    ronde = f"vastgesteld, ronde {vorige.ronde}" if vorige.ronde > 1 else "vastgesteld"
    return ronde if enough_for_now(d) else f"{ronde}, niet voldoende voor nu"
