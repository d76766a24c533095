"""``veiligheidsplan controleer``: is this PDF still what was signed? Offline, in plain Dutch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.controleer import as_data, check_pdf, in_words
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.opties import Json
from veiligheidsplan.cli.screens import show

Pdf = Annotated[Path, typer.Argument(metavar="PDF", help="Het bestand dat u wilt controleren.")]
GROOTSTE_PDF = 50_000_000  # bytes; a plan is a few hundred thousand


def commando(pdf: Pdf, als_json: Json = False) -> int:
    """Exit code 0 only when the signatures are proven good."""
    if pdf.stat().st_size > GROOTSTE_PDF:
        raise Mislukt("Dit bestand is te groot om een plan te zijn.")
    uitkomst = check_pdf(pdf.read_bytes())
    if als_json:
        show(json.dumps(as_data(uitkomst), ensure_ascii=False, indent=2))
    else:
        for regel in in_words(uitkomst):
            show(regel)
    return 0 if uitkomst.goed else 1
