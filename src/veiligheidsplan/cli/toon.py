"""``veiligheidsplan toon``: a dossier on the professional's screen."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.omgeving import load_omgeving
from veiligheidsplan.cli.afronden import show_plan
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Map, WachtzinBestand

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
    o = load_omgeving(date.today())  # noqa: DTZ011 - the worker's own day
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        show_plan(kast.read(kast.find(dossier)), o, voor)
    return 0
