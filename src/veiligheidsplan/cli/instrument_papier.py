"""``veiligheidsplan instrument papier`` and ``codeboek``: an instrument to fill in with a pen, and to look up."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from veiligheidsplan.cli.instrument import Bestand
from veiligheidsplan.cli.instrument_toon import Bij
from veiligheidsplan.cli.screens import columns, show

if TYPE_CHECKING:
    from veiligheidsplan.plan.document import Document

Naar = Annotated[
    Path | None,
    typer.Option(
        "--naar", metavar="BESTAND", help="Het nieuwe bestand. Zonder deze optie komt alles op het scherm."
    ),
]
Formaat = Annotated[
    Literal["pdf", "markdown", "json"],
    typer.Option("--formaat", metavar="NAAM", help="De vorm van het bestand.", show_default=True),
]


def commando(bestand: Bestand, bij: Bij = None, naar: Naar = None, formaat: Formaat = "pdf") -> int:
    """The empty form."""
    from veiligheidsplan.loading import laad_instrument
    from veiligheidsplan.loading.finder import find_instrument
    from veiligheidsplan.plan.papier_instrument import paper_instrument

    instrument = laad_instrument(find_instrument(bestand))
    return _put_out(paper_instrument(instrument, date.today(), bij), naar, formaat)  # noqa: DTZ011 - day of printing


def codeboek(bestand: Bestand, naar: Naar = None, formaat: Formaat = "pdf") -> int:
    """The codebook."""
    from veiligheidsplan.loading import laad_instrument
    from veiligheidsplan.loading.finder import find_instrument
    from veiligheidsplan.plan.papier_instrument import codebook

    return _put_out(codebook(laad_instrument(find_instrument(bestand)), date.today()), naar, formaat)  # noqa: DTZ011 - idem


def _put_out(document: Document, naar: Path | None, formaat: Literal["pdf", "markdown", "json"]) -> int:
    if naar is None:
        from veiligheidsplan.export import as_lines

        show("\n".join(as_lines(document, columns())))
        return 0
    from veiligheidsplan.cli.exemplaren import new_file
    from veiligheidsplan.export import render

    with new_file(naar, render(document, formaat)) as schrijf:
        schrijf()
    show(str(naar))
    return 0
