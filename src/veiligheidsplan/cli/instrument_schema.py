"""``veiligheidsplan instrument schema``: what an editor needs to complete and to check while someone types."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from veiligheidsplan.cli.schema_uit import put_out

Soort = Annotated[
    Literal["instrument", "tests", "vertalingen"],
    typer.Option(
        "--soort",
        metavar="SOORT",
        help="Voor welk bestand: een instrument, zijn tests of zijn vertalingen.",
        show_default=True,
    ),
]
Naar = Annotated[
    Path | None,
    typer.Option(
        "--naar", metavar="BESTAND", help="Schrijf het schema in dit bestand, in plaats van op het scherm."
    ),
]


def commando(soort: Soort = "instrument", naar: Naar = None) -> int:
    """Print the JSON Schema of a kind of file, or write it; bytes and not text, so that every shell keeps them."""
    from veiligheidsplan.loading.schemas import schema_text

    return put_out(schema_text(soort), naar)
