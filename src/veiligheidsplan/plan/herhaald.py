"""What comes more than once (*herhaald*): agreements, actions, orders, conditions. Told by «is there another?»."""

from __future__ import annotations

from veiligheidsplan.plan.dossier import Dossier


def ended(d: Dossier, onderwerp: str) -> bool:
    """Whether «is there another?» is answered with nee at this one or before it: then it sleeps."""
    soort, nummer = onderwerp.split(":", 1)
    return any(
        d.waarde("gesprek", f"meer_{soort}_{n}") == "nee"
        for n in range(1, int(nummer) + 1)
        if f"{soort}:{n}" not in d.gearchiveerd
    )
