"""``veiligheidsplan exporteer``: one copy for one recipient."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.cli.exemplaren import write_copy
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.rondom import surroundings
from veiligheidsplan.cli.screens import show

Dossier_ = Annotated[str, typer.Argument(metavar="DOSSIER", help="Het dossier, zoals in lijst.")]
Voor = Annotated[
    Literal["gezamenlijk", "professional"],
    typer.Option("--voor", metavar="WIE", help="Voor wie de kopie is."),
]
Naar = Annotated[
    Path,
    typer.Option(
        "--naar", metavar="BESTAND", help="Het nieuwe bestand; in een map kiest het programma een naam."
    ),
]
Vorm = Annotated[
    Literal["pdf", "markdown", "json"],
    typer.Option("--formaat", metavar="NAAM", help="De vorm.", show_default=True),
]
Voorlopig = Annotated[
    bool, typer.Option("--voorlopig", help="Wat tot nu toe is afgesproken, zonder handtekening.")
]


def commando(
    dossier: Dossier_,
    voor: Voor,
    naar: Naar,
    formaat: Vorm = "pdf",
    voorlopig: Voorlopig = False,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Make the copy and write it."""
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        with kast.held(id_):
            d = kast.read(id_)
            o = surroundings(d)
            pad, _ = write_copy(kast, id_, d, o, voor, naar, formaat=formaat, voorlopig=voorlopig)
    show(str(pad))
    return 0
