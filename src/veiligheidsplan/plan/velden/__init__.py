"""Fields of the plan by subject (*velden*): those of the chapters; the rest is in ``model``."""

from __future__ import annotations

from veiligheidsplan.plan.veld import Veld, Zicht
from veiligheidsplan.plan.velden.achtergrond import ACHTERGROND
from veiligheidsplan.plan.velden.eigen import EIGEN
from veiligheidsplan.plan.velden.evaluatie import EVALUATIE
from veiligheidsplan.plan.velden.mensen import MENSEN
from veiligheidsplan.plan.velden.stemmen import STEMMEN
from veiligheidsplan.plan.velden.veiligheid import VEILIGHEID
from veiligheidsplan.plan.velden.verantwoording import VERANTWOORDING

__all__ = ["HOOFDSTUKCODES", "HOOFDSTUKVELDEN"]

#: every chapter, in the order in which they are offered: its answer, and its key in an answers file
HOOFDSTUKCODES = (
    "eigen_plan",
    "relaties",
    "plekken",
    "voorwaarden",
    "zorgen",
    "naleving",
    "vertalingen",
    "vertaalde_acties",
    "spanning",
    "ladder",
    "grond",
    "eigen_acties",
    "stemmen",
    "partijen",
    "anderen",
    "aanleiding",
    "een_plan",
    "rollen",
    "leefdomeinen",
    "krachten",
    "netwerk",
    "integraal",
    "consulten",
    "escalaties",
    "terugblikken",
    "grondslagen",
    "bescherming",
    "contact",
    "eigen_veiligheid",
    "eigen_aanpak",
    "gezag",
    "toestemmingen",
    "vertegenwoordigers",
)

HOOFDSTUKVELDEN: dict[str, dict[str, Veld]] = {
    "hoofdstukken": {
        "gekozen": Veld("meerkeuze", Zicht.PROFESSIONAL, verplicht=False, keuzes=HOOFDSTUKCODES),
    },
    **MENSEN,
    **VEILIGHEID,
    **STEMMEN,
    **ACHTERGROND,
    **VERANTWOORDING,
    **EIGEN,
    **EVALUATIE,
}
