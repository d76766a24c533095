"""Which words a copy for a child has (*leeftijd*): by the region's own rules, never by this program.

The rules that are called ``kopie_…`` say from which age a child gets which copy. While the age is not known, or there
is no rule for it, the careful copy is made: the one that a parent reads along with.
"""

from __future__ import annotations

from typing import Final

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.lezer import Lezer
from veiligheidsplan.plan.omgeving import Omgeving

BANDEN: Final = ("4_7", "8_11", "12_15", "16_17")
ONBEKEND: Final = "8_11"
#: who is this old has private pages of its own; for a younger child a parent may read along
ZELF: Final = "16_17"
_REGEL: Final = "kopie_"


def is_child(d: Dossier, persoon: Lezer) -> bool:
    return bool(d.waarde(persoon, "soort") == "kind")


def band(d: Dossier, o: Omgeving, kind: Lezer) -> str:
    """The age band of this child's copy: one of ``BANDEN``."""
    jaren = d.waarde(kind, "leeftijd")
    regels = o.leeftijdsregels.regels if o.leeftijdsregels is not None else {}
    if isinstance(jaren, int):
        for naam, regel in regels.items():
            gekozen = naam.removeprefix(_REGEL)
            if naam.startswith(_REGEL) and gekozen in BANDEN and regel.holds_at(jaren):
                return gekozen
    return ONBEKEND


def young(d: Dossier, o: Omgeving, persoon: Lezer) -> bool:
    """Whether a parent may read along with this person. Not known to be an adult is a child."""
    return bool(d.waarde(persoon, "soort") != "volwassene") and band(d, o, persoon) != ZELF
