"""``veiligheidsplan incident``: what happened between two rounds, in a minute. Whom to call comes first."""

from __future__ import annotations

from veiligheidsplan.cli.gevaar import danger_lines
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.opties import Eenvoudig, Map, WachtzinBestand
from veiligheidsplan.cli.screens import say


def commando(
    dossier: DossierNaam = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    eenvoudig: Eenvoudig = False,
) -> int:
    """Write it down; every answer is saved at once."""
    for regel in danger_lines():  # before anything that can fail
        say(regel)
    # imported only now: the numbers to call do not wait for it
    from veiligheidsplan.cli.incident_gesprek import record

    record(dossier, map_, wachtzin_bestand, eenvoudig=eenvoudig)
    return 0
