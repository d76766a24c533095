"""``veiligheidsplan regio valideer``: the files of the region, whole and lately looked at."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.cli.formaten import write
from veiligheidsplan.cli.instrument import exit_code
from veiligheidsplan.cli.opties import Formaat, Json, Streng
from veiligheidsplan.cli.render import count_line, findings_as_text
from veiligheidsplan.cli.screens import has_colour, show

Map = Annotated[
    Path | None,
    typer.Argument(
        metavar="MAP", help="De map van de regio. Zonder map: «regio» waar u werkt, of die van het programma."
    ),
]


def valideer(
    map_: Map = None, formaat: Formaat = "tekst", json_: Json = False, streng: Streng = False
) -> int:
    """Every fault and warning of the region's files at once."""
    from veiligheidsplan.app.regio import validate_regio

    gevonden = list(validate_regio(map_, date.today()))  # noqa: DTZ011 - the day on which somebody looks
    vorm = "json" if json_ else formaat
    if vorm != "tekst":
        write(vorm, gevonden, "Regio nagekeken")
    else:
        sys.stdout.write(findings_as_text(gevonden, kleur=has_colour(sys.stdout)))
        show("De regio is bekeken." if gevonden else f"De regio is bekeken: {count_line(gevonden)}.")
    return exit_code(gevonden, streng=streng)
