"""What holds for a child at its age (*rechten*): the rules of the region, never of this program."""

from __future__ import annotations

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.omgeving import Omgeving


def rule_lines(d: Dossier, o: Omgeving, kind: str) -> tuple[str, ...]:
    """Each rule of the law or a service at this child's age, as a sentence with its exception.

    Without an age nothing is said to hold, and that is said.
    """
    if o.leeftijdsregels is None:
        return ()
    leeftijd = d.waarde(kind, "leeftijd")
    if not isinstance(leeftijd, int):
        return (o.zin("leeftijd_onbekend"),)
    return tuple(
        " ".join(deel for deel in (r.gevolg, r.behalve) if deel) for r in o.leeftijdsregels.for_age(leeftijd)
    )
