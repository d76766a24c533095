"""Fields of the plan by subject (*velden*): those of the chapters; the rest is in ``model``."""

from __future__ import annotations

from veiligheidsplan.plan.veld import Veld
from veiligheidsplan.plan.velden.veiligheid import VEILIGHEID

__all__ = ["HOOFDSTUKVELDEN"]

HOOFDSTUKVELDEN: dict[str, dict[str, Veld]] = {
    "hoofdstukken": {
        "gekozen": Veld("meerkeuze", verplicht=False, keuzes=("voorwaarden", "zorgen", "naleving", "ladder")),
    },
    **VEILIGHEID,
}
