"""``veiligheidsplan sjabloon toon``: an invented household in a template, on the screen or as a PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from veiligheidsplan.cli.screens import columns, show

Naam = Annotated[
    str,
    typer.Argument(
        metavar="SJABLOON",
        help="De map of het bestand van het sjabloon, of een naam als regio/veiligheidsplan.",
    ),
]
Voor = Annotated[
    Literal["gezamenlijk", "professional"],
    typer.Option(
        "--voor",
        metavar="WIE",
        help="Wat deze lezer mag zien: gezamenlijk of professional.",
        show_default=True,
    ),
]
Naar = Annotated[
    Path | None,
    typer.Option(
        "--naar", metavar="BESTAND", help="Maak een nieuwe PDF. Zonder deze optie komt alles op het scherm."
    ),
]


def commando(naam: Naam, voor: Voor = "gezamenlijk", naar: Naar = None) -> int:
    """The built-in invented household: nobody in it exists."""
    from veiligheidsplan.app.sjabloon import sample
    from veiligheidsplan.cli.sjabloon_paden import name_of, one
    from veiligheidsplan.plan.kopie import make_copy

    bestand = one(naam)
    d, o = sample(name_of(bestand), bestand, date.today())  # noqa: DTZ011 - dates of the example count from today
    document = make_copy(d, o, voor, kenmerk="voorbeeld")
    if naar is None:
        from veiligheidsplan.export import as_lines

        show("\n".join(as_lines(document, columns())))
        return 0
    from veiligheidsplan.cli.exemplaren import new_file, replaced_words
    from veiligheidsplan.cli.screens import say
    from veiligheidsplan.export import render, replaced

    with new_file(naar, render(document, "pdf")) as schrijf:
        schrijf()
    show(str(naar))
    if vervangen := replaced(document):
        say(replaced_words(vervangen))
    return 0
