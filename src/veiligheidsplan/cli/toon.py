"""``veiligheidsplan toon``: a dossier on the professional's screen."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from veiligheidsplan.app.dossierkast import Dossierkast, elsewhere
from veiligheidsplan.cli.afronden import show_plan
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.screens import say

Voor = Annotated[
    Literal["professional", "gezamenlijk"],
    typer.Option("--voor", metavar="WIE", help="Wat deze lezer mag zien.", show_default=True),
]


def commando(
    dossier: DossierNaam = None,
    voor: Voor = "professional",
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Show the dossier as text."""
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        d = kast.read(id_)
        if d.overgedragen is not None:
            say(f"Let op: {elsewhere(id_, d).uitleg}", stijl="let_op")
        show_plan(d, surroundings(d), voor)
    return 0
