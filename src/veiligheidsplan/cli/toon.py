"""``veiligheidsplan toon``: a dossier on the professional's screen."""

from __future__ import annotations

from veiligheidsplan.app.dossierkast import Dossierkast, elsewhere
from veiligheidsplan.cli import lezers
from veiligheidsplan.cli.afronden import show_plan
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.lezers import Toonvoor
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.screens import say
from veiligheidsplan.plan.lezer import PROFESSIONAL


def commando(
    dossier: DossierNaam = None,
    voor: Toonvoor = "professional",
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Show the dossier as text."""
    lezer = lezers.parse(voor)
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        d = kast.read(id_)
        if d.overgedragen is not None:
            say(f"Let op: {elsewhere(id_, d).uitleg}", stijl="let_op")
        o = surroundings(d)
        show_plan(d, o, lezers.known(d, lezer))
        if lezer == PROFESSIONAL:
            _say_handles(lezers.handles(d, o))
    return 0


def _say_handles(regels: list[str]) -> None:
    """Under what number a person gets a copy: on stderr, for it is no part of the plan."""
    if regels:
        say("")
        say("Een kopie voor één persoon maakt u met dit nummer, bijvoorbeeld: exporteer … --voor persoon-1")
        for regel in regels:
            say(f"  {regel}")
