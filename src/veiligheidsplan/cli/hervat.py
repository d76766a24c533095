"""``veiligheidsplan hervat``: go on where the conversation stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.nummers import numbers_to_call
from veiligheidsplan.cli.eerste_scherm import show_first_screen
from veiligheidsplan.cli.opties import Eenvoudig, Map, VanPapier, WachtzinBestand

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
    van_papier: VanPapier = False,
) -> int:
    """Open the dossier and ask what is still open."""
    show_first_screen(numbers_to_call(), eenvoudig=eenvoudig)  # before anything that can fail
    # imported only now: the numbers to call do not wait for it
    from veiligheidsplan.cli.gesprek import go_on

    go_on(
        dossier,
        map_,
        wachtzin_bestand,
        nieuwe_zitting=nieuwe_zitting,
        eenvoudig=eenvoudig,
        naar=naar,
        van_papier=van_papier,
    )
    return 0
