"""``veiligheidsplan meldcode``: the reporting code of one dossier, on the werkscherm alone."""

from __future__ import annotations

from veiligheidsplan.app.nummers import numbers_to_call
from veiligheidsplan.cli.eerste_scherm import show_first_screen
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.opties import Eenvoudig, Map, WachtzinBestand


def commando(
    dossier: DossierNaam = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    eenvoudig: Eenvoudig = False,
) -> int:
    """Go on with the code where it stopped; every answer is saved at once."""
    show_first_screen(numbers_to_call(), eenvoudig=eenvoudig)  # before anything that can fail
    # imported only now: the numbers to call do not wait for it
    from veiligheidsplan.cli.meldcode_gesprek import open_meldcode

    open_meldcode(dossier, map_, wachtzin_bestand, eenvoudig=eenvoudig)
    return 0
