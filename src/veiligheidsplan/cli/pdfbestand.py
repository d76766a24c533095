"""Reading a PDF that somebody sends: whatever it is, never more of it than a plan can have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.cli.faults import Mislukt

GROOTSTE = 20_000_000  # bytes; a plan is a few hundred thousand

Pdf = Annotated[Path, typer.Argument(metavar="PDF", help="Het bestand.")]


def read_pdf(pad: Path) -> bytes:
    """The bytes of a file; ``Mislukt`` when it is too large, or no file."""
    if pad.exists() and not pad.is_file():
        raise Mislukt("Dit is geen bestand. Kies het pdf-bestand van het plan.")
    with pad.open("rb") as bestand:
        inhoud = bestand.read(GROOTSTE + 1)
    if len(inhoud) > GROOTSTE:
        raise Mislukt("Dit bestand is te groot om een plan te zijn.")
    return inhoud
