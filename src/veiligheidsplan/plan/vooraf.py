"""The check beforehand (*vooraf*): can this person talk now, who hears and reads along, and the worker's own safety.

On the werkscherm alone, per person and per session, before anything stands at the table. Everything may be skipped.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan import zitting
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.vraagstap import field_place

#: whom the check is about while nobody was named
IEDEREEN = "iedereen"
_BEZOEK = ("alleen", "wapen", "dieren", "wie_weet")


def own_safety(d: Dossier, o: Omgeving) -> Iterator[Plek]:
    """The worker's own safety at a visit. Once a day: what was said while preparing holds at the door."""
    nu = zitting.current(d).removeprefix("zitting:")
    vandaag = [e for e in d.onderwerpen("eigen") if _asked_today(d, o, e)]
    onderwerp = next(iter(vandaag), f"eigen:{nu}")
    velden = ("bezoek", *(_BEZOEK if d.waarde(onderwerp, "bezoek") == "ja" else ()))
    for veld in velden:
        inleiding = o.zin("vooraf_alleen_u") if veld == "bezoek" else None
        yield field_place(d, o, onderwerp, veld, ("eigen", veld), inleiding=inleiding)


def _asked_today(d: Dossier, o: Omgeving, onderwerp: str) -> bool:
    bezoek = d.waarden[onderwerp].get("bezoek")
    return bezoek is not None and bezoek.waarde == "ja" and bezoek.tijd.date() == o.vandaag


def lay_interpreter(d: Dossier, o: Omgeving) -> Iterator[Plek]:
    """Who interprets in this session, where that is no professional."""
    if zitting.lay_interpreter(d):
        nu = zitting.current(d)
        yield field_place(d, o, nu, "tolk_wie", ("zitting", "tolk_wie"))


def subject(d: Dossier, wie: str) -> str:
    """The subject of the check of one person in the present session."""
    return f"vooraf:{wie}@{zitting.current(d)}"


def check_of_all(d: Dossier, o: Omgeving) -> Iterator[Plek]:
    """Can they talk now. What was asked before anybody had a name is not asked again by name after the beginning."""
    al_gevraagd = zitting.opened(d) and d.waarde(subject(d, IEDEREEN), "veilig") is not None
    erbij = tuple(p for p in zitting.named(d) if p in d.onderwerpen("persoon"))
    for wie in erbij or (IEDEREEN,):
        onderwerp = subject(d, wie)
        velden = ("veilig",) if d.waarde(onderwerp, "veilig") == "nee" else ("veilig", "kamer", "leest_mee")
        naam = str(d.waarde(wie, "naam") or "") if wie != IEDEREEN else o.zin("wie_u_spreekt")
        pad = ("vooraf", IEDEREEN if wie == IEDEREEN else f"@{wie}")
        for veld in velden:
            if not al_gevraagd or d.beantwoord(onderwerp, veld):
                yield field_place(d, o, onderwerp, veld, (*pad, veld), naam=naam)


def unsafe(d: Dossier) -> bool:
    """Whether somebody cannot talk safely in this session."""
    staart = f"@{zitting.current(d)}"
    return any(
        onderwerp.endswith(staart) and d.waarde(onderwerp, "veilig") == "nee"
        for onderwerp in d.onderwerpen("vooraf")
    )


def what_now(o: Omgeving) -> str:
    """What to do when somebody cannot talk: no questions, a time and a way that nobody knows, the numbers."""
    nummers = [f"{n.naam}: {n.nummer}. {n.wanneer}" for n in o.nummers.for_household()[:2]]
    return "\n".join([o.zin("niet_veilig_praten"), o.zin("niet_veilig_afspraak"), *nummers])
