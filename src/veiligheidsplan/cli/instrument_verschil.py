"""``veiligheidsplan instrument verschil``: what changed between two versions of an instrument, and what that does."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from veiligheidsplan.cli.opties import Json

Oud = Annotated[
    str,
    typer.Argument(
        metavar="OUD",
        help="De oude versie: een map, een bestand, een id, of REVISIE:pad voor een versie in git.",
    ),
]
Nieuw = Annotated[str, typer.Argument(metavar="NIEUW", help="De nieuwe versie, op dezelfde manier.")]
Vorm = Annotated[
    Literal["tekst", "json", "markdown"],
    typer.Option("--formaat", metavar="NAAM", help="De vorm van de uitvoer.", show_default=True),
]


def commando(oud: Oud, nieuw: Nieuw, formaat: Vorm = "tekst", json_: Json = False) -> int:
    """Say what changed. Nothing here is a *no*: ``instrument test --vergelijk`` refuses what a version may not do."""
    from veiligheidsplan.app.vergelijk import compare_sources
    from veiligheidsplan.cli import vergelijkverslag, vergelijkverslag_markdown
    from veiligheidsplan.cli.screens import fit, has_colour

    verslag = compare_sources(oud, nieuw)
    if json_ or formaat == "json":
        sys.stdout.write(vergelijkverslag.as_json(verslag))
    elif formaat == "markdown":
        sys.stdout.write(vergelijkverslag_markdown.as_markdown(verslag))
    else:
        sys.stdout.write(fit(vergelijkverslag.as_text(verslag, kleur=has_colour(sys.stdout)), sys.stdout))
    return 0
