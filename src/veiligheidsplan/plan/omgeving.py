"""What surrounds a conversation (*omgeving*).

The template, the instruments, the region, and today. All arguments, no globals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.plan.document import Beeld, Letters
from veiligheidsplan.plan.meldcode_kader import Meldcode
from veiligheidsplan.plan.monitor import Monitor
from veiligheidsplan.plan.regio import Gemeenten, Leeftijdsregels, Nummers
from veiligheidsplan.plan.sjabloon import Sjabloon


@dataclass(frozen=True, slots=True)
class Omgeving:
    """Data that the conversation and the copies rest on. ``medewerker`` fills the worker's own fields beforehand."""

    sjabloon: Sjabloon
    instrumenten: Mapping[str, Instrument]
    nummers: Nummers
    gemeenten: Gemeenten
    meldcode: Meldcode
    vandaag: date
    medewerker: Mapping[str, str] = field(default_factory=dict)
    sjabloonnaam: str = "regio/veiligheidsplan"
    logo: Beeld | None = None
    #: which moments the region keeps to for looking back; none without its file
    monitor: Monitor | None = None
    leeftijdsregels: Leeftijdsregels | None = None
    letters: Letters | None = None

    @property
    def sjabloonkenmerk(self) -> str:
        """``eigenaar/naam@versie``: what a dossier remembers of its template."""
        return f"{self.sjabloonnaam}@{self.sjabloon.versie}"

    def zin(self, id_: str) -> str:
        """A fixed sentence of the template."""
        return self.sjabloon.zinnen[id_]
