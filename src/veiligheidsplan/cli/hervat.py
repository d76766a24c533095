"""``veiligheidsplan hervat``: go on where the conversation stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.omgeving import load_omgeving
from veiligheidsplan.app.vraag_af import fresh_session
from veiligheidsplan.cli.afronden import finish
from veiligheidsplan.cli.eerste_scherm import show_first_screen
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Eenvoudig, Map, WachtzinBestand
from veiligheidsplan.cli.tafel import converse

DossierNaam = Annotated[
    str | None, typer.Argument(metavar="DOSSIER", help="Het dossier, zoals in lijst. Zonder naam het laatste.")
]
NieuweZitting = Annotated[
    bool, typer.Option("--nieuwe-zitting", help="Er zijn nu andere mensen bij: vraag opnieuw wie er is.")
]
Naar = Annotated[
    Path | None, typer.Option("--naar", metavar="MAP", help="De map voor de kopieën. Standaard de map waarin u werkt.")
]


def commando(
    dossier: DossierNaam = None,
    nieuwe_zitting: NieuweZitting = False,
    naar: Naar = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    eenvoudig: Eenvoudig = False,
) -> int:
    """Open the dossier and ask what is still open."""
    o = load_omgeving(date.today())  # noqa: DTZ011 - the worker's own day
    show_first_screen(o)
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        d = fresh_session(kast.read(id_), o, kast, id_, nieuw=nieuwe_zitting)
        d = converse(kast, id_, d, o, eenvoudig=eenvoudig)
        finish(kast, id_, d, o, eenvoudig=eenvoudig, naar=naar)
    return 0
