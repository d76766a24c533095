"""Taking somebody or something out of a dossier (*archief*): archived with a reason, never deleted or renumbered."""

from __future__ import annotations

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.woorden import visible

#: what comes more than once and keeps its number for good
HERHAALD = (
    "persoon",
    "afspraak",
    "actie",
    "maatregel",
    "voorwaarde",
    "zorg",
    "trede",
    "eigen_actie",
    "partij",
    "ander",
    "kracht",
    "netwerk",
    "escalatie",
    "terugblik",
    "contact",
    "eigen_veiligheid",
    "eigen_aanpak",
    "gezag",
    "toestemming",
    "vertegenwoordiger",
)


def archive(d: Dossier, onderwerp: str, reden: str) -> tuple[Feit, ...]:
    """Take this person, agreement or action out. VP501 when it is not there, or when no reason is given.

    Later numbers stay, a new one gets a number that was never used. What somebody would still do is told by
    ``volledigheid``, never dropped.
    """
    if kind_of(onderwerp) not in HERHAALD or onderwerp not in d.onderwerpen(kind_of(onderwerp)):
        raise BevindingenFout([Bevinding("VP501", "Dit staat niet in het dossier, of is er al uit gehaald.")])
    if not visible(reden):
        raise BevindingenFout([Bevinding("VP501", "Schrijf op waarom dit uit het dossier gaat.")])
    return (Feit("onderwerp_gearchiveerd", {"onderwerp": onderwerp, "reden": reden}),)


def left_behind(d: Dossier) -> tuple[str, ...]:
    """Agreements and actions that somebody would do who is archived now."""
    return tuple(
        onderwerp
        for soort in ("afspraak", "actie")
        for onderwerp in d.onderwerpen(soort)
        if d.waarde(onderwerp, "wie") in d.gearchiveerd
    )
