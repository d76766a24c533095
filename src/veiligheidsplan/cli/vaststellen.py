"""``veiligheidsplan vaststellen``: this is the plan now. What lacks is said; nothing blocks it."""

from __future__ import annotations

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.stel_vast import establish
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.screens import say, show
from veiligheidsplan.plan.volledigheid import lacking


def commando(dossier: DossierNaam = None, map_: Map = None, wachtzin_bestand: WachtzinBestand = None) -> int:
    """Store the outcomes as they are now."""
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        d = kast.read(id_)
        o = surroundings(d)
        d = kast.write(id_, d, [establish(d, o)])
    show("Het plan is vastgesteld.")
    for zin in lacking(d, o):
        say(f"Let op: {zin}", stijl="let_op")
    return 0
