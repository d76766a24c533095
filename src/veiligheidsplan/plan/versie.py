"""Which version of the plan a copy is (*versie*), told so that it gives nothing away.

A professional reads the rounds as they are. A copy for others counts only establishments at which something changed
that this reader may see: a version that went up by something unseen would say that there is something unseen.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.leeftijd import young
from veiligheidsplan.plan.lezer import PROFESSIONAL, Lezer
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.vaststelling import changed_since, last_established, round_now
from veiligheidsplan.plan.woorden import fill, spoken_date
from veiligheidsplan.plan.zichtbaarheid import reduce_private, reduce_to


class Versie(NamedTuple):
    """The number, and since when it is established; ``None`` while it is not."""

    nummer: int
    sinds: datetime | None


def version_for(d: Dossier, voor: Lezer, *, eigen: bool = False, jong: bool = True) -> Versie:
    """The version of the plan as this reader knows it; with *eigen* of this person's private pages alone.

    ``jong``: a parent may read along with this person (see ``leeftijd``).
    """
    if voor == PROFESSIONAL:
        vorige = last_established(d)
        return Versie(round_now(d), vorige.tijd if vorige and not changed_since(d) else None)
    nummer, sinds, zoals = 0, None, None
    for v in d.vaststellingen:
        toen = _seen(v.staat, voor, eigen=eigen, jong=jong) if v.staat else None
        if eigen and not toen and zoals is None:
            continue  # a round in which these pages were empty is none of them
        if toen is None or toen != zoals:
            # established again in the same round, before any copy: the same version, made whole
            nummer, sinds, zoals = nummer + 1, v.tijd, toen
    if zoals is not None and _seen(d, voor, eigen=eigen, jong=jong) == zoals:
        return Versie(nummer, sinds)
    return Versie(nummer + 1, None)


def _seen(d: Dossier, voor: Lezer, *, eigen: bool, jong: bool) -> object:
    if eigen:
        return reduce_private(awake(d), voor, jong=jong).waarden
    return reduce_to(awake(d), voor).waarden


def version_text(d: Dossier, o: Omgeving, voor: Lezer, *, eigen: bool = False) -> str:
    """«Versie 2, vastgesteld op 7 december 2026», or that it is not established yet; for professionals the round."""
    versie = version_for(d, voor, eigen=eigen, jong=young(d, o, voor))
    soort = "ronde_kop" if voor == PROFESSIONAL else "versie"
    zin = f"{soort}_{'vastgesteld' if versie.sinds else 'open'}"
    datum = spoken_date(versie.sinds.date()) if versie.sinds else ""
    return fill(o.zin(zin), {"nummer": str(versie.nummer), "datum": datum})


def round_lines(d: Dossier, o: Omgeving) -> tuple[str, ...]:
    """For the professional: each time it was established, why something lacked, and whether it changed since."""
    regels = []
    for v in d.vaststellingen:
        regels.append(
            fill(o.zin("ronde_vastgesteld"), {"nummer": str(v.ronde), "datum": spoken_date(v.tijd.date())})
        )
        if v.reden or v.toelichting:
            reden = o.zin(f"reden_{v.reden}") if v.reden else ""
            tekst = ". ".join(deel for deel in (reden, v.toelichting) if deel)
            regels.append(fill(o.zin("ronde_reden"), {"reden": tekst}))
    if changed_since(d):
        regels.append(fill(o.zin("ronde_daarna"), {"nummer": str(round_now(d))}))
    return tuple(regels)
