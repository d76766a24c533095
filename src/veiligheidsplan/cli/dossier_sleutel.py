"""``veiligheidsplan dossier sleutel``: who can open a dossier, a second key holder, a new recovery key."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.cli.hervat import DossierNaam
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.screens import say, show

Geef = Annotated[
    Path | None,
    typer.Option(
        "--geef", metavar="BESTAND", help="Geef een collega toegang: een bestand met de openbare sleutel."
    ),
]
Openbaar = Annotated[
    bool, typer.Option("--openbaar", help="Toon uw eigen openbare sleutel, voor een collega.")
]
Herstel = Annotated[bool, typer.Option("--nieuwe-herstelsleutel", help="Maak een nieuwe herstelsleutel.")]
SOORTEN = {
    "wachtzin": "met wachtzin",
    "herstel": "met herstelsleutel",
    "collega": "collega",
    "bestand": "voorbeeld",
}


def commando(
    dossier: DossierNaam = None,
    geef: Geef = None,
    openbaar: Openbaar = False,
    nieuwe_herstelsleutel: Herstel = False,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Show or change who can open the dossier."""
    # whoever confirms for a colleague may have no dossier yet, and needs a key of their own
    with open_vault(map_, wachtzin_bestand, maken=openbaar) as kluis:
        if openbaar:
            show(kluis.openbare_sleutel)
            return 0
        if nieuwe_herstelsleutel:
            say("Schrijf deze sleutel op papier. U ziet hem maar één keer. De oude werkt niet meer.")
            show(kluis.vernieuw_herstelsleutel())
            return 0
        id_ = Dossierkast(kluis).find(dossier)
        if geef is not None:
            kluis.geef_sleutel(id_, geef.read_text("utf-8-sig").strip())
        for houder in kluis.sleutelhouders(id_):
            show(f"{SOORTEN.get(houder.soort, 'onbekend')}{' (u)' if houder.ik else ''}: {houder.id}")
    return 0
