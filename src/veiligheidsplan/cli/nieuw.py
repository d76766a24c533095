"""``veiligheidsplan nieuw``: from a conversation to a signed plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.nummers import numbers_to_call
from veiligheidsplan.cli.eerste_scherm import show_first_screen
from veiligheidsplan.cli.faults import Gebruiksfout
from veiligheidsplan.cli.opties import Eenvoudig, Map, VanPapier, WachtzinBestand

Antwoorden = Annotated[
    Path | None,
    typer.Option(
        "--antwoorden", metavar="BESTAND", help="Neem de antwoorden uit dit YAML-bestand en vraag niets."
    ),
]
Sjabloonnaam = Annotated[
    str | None,
    typer.Option("--sjabloon", metavar="NAAM", help="Een ander sjabloon, zoals regio/veiligheidsplan."),
]
Voorbeeld = Annotated[
    bool,
    typer.Option("--voorbeeld", help="Maak een plan van een verzonnen huishouden, om te zien hoe het werkt."),
]
Voorbeeldnaam = Annotated[
    str | None, typer.Argument(metavar="NAAM", help="Welk voorbeeld, alleen met --voorbeeld.")
]
Naar = Annotated[
    Path | None,
    typer.Option("--naar", metavar="MAP", help="De map voor de kopieën. Standaard de map waarin u werkt."),
]


def commando(
    naam: Voorbeeldnaam = None,
    antwoorden: Antwoorden = None,
    sjabloon: Sjabloonnaam = None,
    voorbeeld: Voorbeeld = False,
    naar: Naar = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    eenvoudig: Eenvoudig = False,
    van_papier: VanPapier = False,
) -> int:
    """Begin a conversation, at the keyboard or from a file."""
    if naam is not None and not voorbeeld:
        raise Gebruiksfout("Een naam hoort alleen bij --voorbeeld.")
    if voorbeeld and antwoorden:
        raise Gebruiksfout("Kies --voorbeeld of --antwoorden, niet allebei.")
    if van_papier and (voorbeeld or antwoorden):
        raise Gebruiksfout("Bij --van-papier stelt het programma de vragen; kies geen bestand of voorbeeld.")
    if not (voorbeeld or antwoorden):
        show_first_screen(numbers_to_call(), eenvoudig=eenvoudig)  # before anything that can fail
    # imported only now: the numbers to call do not wait for it
    from veiligheidsplan.app.omgeving import load_omgeving

    o = load_omgeving(date.today(), sjabloon=sjabloon, keuren=True)  # noqa: DTZ011 - the worker's own day
    if voorbeeld:
        from veiligheidsplan.cli.nieuw_uit_bestand import save_example

        return save_example(o, naam or "gezin", naar, map_)
    if antwoorden:
        from veiligheidsplan.cli.nieuw_uit_bestand import save_file

        return save_file(o, antwoorden, naar, map_, wachtzin_bestand)
    from veiligheidsplan.cli.gesprek import begin

    begin(o, map_, wachtzin_bestand, eenvoudig=eenvoudig, naar=naar, van_papier=van_papier)
    return 0
