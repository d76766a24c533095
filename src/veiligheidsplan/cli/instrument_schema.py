"""``veiligheidsplan instrument schema``: what an editor needs to complete and to check while someone types."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.screens import say

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

    inhoud = schema_text(soort).encode("utf-8")
    if naar is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(inhoud)
        sys.stdout.buffer.flush()
        return 0
    _write(naar, inhoud)
    say(f"Het schema staat in {naar}.")
    return 0


def _write(naar: Path, inhoud: bytes) -> None:
    """Write a new file, or a schema of ours anew; anything else that stands there stays."""
    try:
        if naar.exists() and b"json-schema.org" not in naar.read_bytes()[:200]:
            raise Mislukt(f"«{naar}» bestaat al en is geen schema. Kies een andere naam.")
        naar.parent.mkdir(parents=True, exist_ok=True)
        naar.write_bytes(inhoud)
    except (OSError, ValueError) as fout:
        raise Mislukt(f"In «{naar}» kan niet worden geschreven. Kies een andere naam of map.") from fout
