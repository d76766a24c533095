"""``veiligheidsplan hervat``: go on where the conversation stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.omgeving import load_nummers, load_omgeving
from veiligheidsplan.app.vraag_af import fresh_session
from veiligheidsplan.cli.afronden import finish
from veiligheidsplan.cli.eerste_scherm import show_first_screen
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.onderbreken import stops_as_ctrl_c
from veiligheidsplan.cli.opties import Eenvoudig, Map, WachtzinBestand
from veiligheidsplan.cli.tafel import Tafel, seated

DossierNaam = Annotated[
    str | None,
    typer.Argument(metavar="DOSSIER", help="Het dossier, zoals in lijst. Zonder naam het laatste."),
]
NieuweZitting = Annotated[
    bool, typer.Option("--nieuwe-zitting", help="Er zijn nu andere mensen bij: vraag opnieuw wie er is.")
]
Naar = Annotated[
    Path | None,
    typer.Option("--naar", metavar="MAP", help="De map voor de kopieën. Standaard de map waarin u werkt."),
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
    show_first_screen(load_nummers(), eenvoudig=eenvoudig)  # before anything that can fail
    o = load_omgeving(date.today())  # noqa: DTZ011 - the worker's own day
    with stops_as_ctrl_c(), open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        tafel = Tafel(kast, kast.find(dossier), o, eenvoudig, map_)
        with seated(tafel):
            d = fresh_session(kast.read(tafel.id), o, kast, tafel.id, nieuw=nieuwe_zitting)
            finish(tafel, tafel.converse(d), naar)
    return 0
