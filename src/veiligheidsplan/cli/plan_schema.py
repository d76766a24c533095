"""``veiligheidsplan plan schema``: what an editor or a program needs to check an answers file or a plan as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from veiligheidsplan.cli.schema_uit import put_out

Soort = Annotated[
    Literal["plan", "antwoorden"],
    typer.Option(
        "--soort",
        metavar="SOORT",
        help="Voor welk bestand: een plan als JSON, of een bestand met antwoorden.",
        show_default=True,
    ),
]
Naar = Annotated[
    Path | None,
    typer.Option(
        "--naar", metavar="BESTAND", help="Schrijf het schema in dit bestand, in plaats van op het scherm."
    ),
]


def commando(soort: Soort = "plan", naar: Naar = None) -> int:
    """Print the JSON Schema of a kind of file, or write it."""
    from veiligheidsplan.loading.schemas import schema_text

    return put_out(schema_text(soort), naar)
