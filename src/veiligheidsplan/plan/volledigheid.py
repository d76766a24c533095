"""What a plan still lacks (*volledigheid*).

One list, for the professional. Nothing in it blocks a family from leaving.
"""

from __future__ import annotations

from datetime import date, timedelta

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import AANTAL_ACTIES
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.woorden import fill

DIRECT_BINNEN = timedelta(hours=72)


def enough_for_now(d: Dossier) -> bool:
    """Whether everyone is said to be safe tonight and until the next contact. Not asked is not yes."""
    personen = d.onderwerpen("persoon")
    return bool(personen) and all(
        d.waarde(f"slot:{p}", veld) == "ja" for p in personen for veld in ("vannacht", "tot_contact")
    )


def lacking(d: Dossier, o: Omgeving) -> tuple[str, ...]:
    """Dutch sentences: what is still open, most urgent first."""
    open_: list[str] = []
    if not enough_for_now(d):
        open_.append(o.zin("niet_voldoende_voor_nu"))
        for persoon in d.onderwerpen("persoon"):
            if any(d.waarde(f"slot:{persoon}", v) != "ja" for v in ("vannacht", "tot_contact")):
                open_.append(fill(o.zin("open_slot"), {"naam": str(d.waarde(persoon, "naam") or "")}))
    acties = actions(d)
    if len(acties) < AANTAL_ACTIES:
        open_.append(fill(o.zin("open_acties"), {"aantal": str(len(acties))}))
    for nummer, actie in enumerate(acties, 1):
        if d.waarde(actie, "direct") == "ja" and _too_late(d, o, actie):
            open_.append(fill(o.zin("open_te_laat"), {"nummer": str(nummer)}))
    for onderwerp, veld in (
        ("regie", "casusregisseur"),
        ("regie", "mandaathouder"),
        ("vervolg", "contact_datum"),
        ("vervolg", "evaluatie_datum"),
    ):
        if not d.waarde(onderwerp, veld):
            open_.append(o.zin(f"open_{veld}"))
    for afname in d.afnamen.values():
        if d.waarde(f"oordeel:{afname.id}", "besluit") == "lager":
            open_.append(fill(o.zin("open_lager"), {"titel": afname.instrument.titel}))
    return tuple(open_)


def actions(d: Dossier) -> tuple[str, ...]:
    """The joint actions in order."""
    return tuple(a for a in d.onderwerpen("actie") if d.waarde(a, "wat"))


def _too_late(d: Dossier, o: Omgeving, actie: str) -> bool:
    wanneer, begin = d.waarde(actie, "wanneer"), d.begonnen
    if not wanneer or begin is None:
        return False
    return date.fromisoformat(wanneer) > begin.date() + DIRECT_BINNEN
