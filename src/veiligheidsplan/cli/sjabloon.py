"""``veiligheidsplan sjabloon valideer`` and ``lijst``: is a municipality's template safe, and which are there."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Annotated

import typer

from veiligheidsplan.cli.formaten import write
from veiligheidsplan.cli.instrument import exit_code
from veiligheidsplan.cli.opties import Formaat, Json, Streng
from veiligheidsplan.cli.render import count_line, findings_as_text
from veiligheidsplan.cli.screens import has_colour, show

Paden = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PAD",
        help="Sjablonen: een map, een bestand, een naam als regio/veiligheidsplan, of een map met sjablonen. "
        "Zonder pad: alle.",
    ),
]


def valideer(
    paden: Paden = None, formaat: Formaat = "tekst", json_: Json = False, streng: Streng = False
) -> int:
    """Every fault and warning of every template at once."""
    from veiligheidsplan.app.sjabloon import validate_sjabloon
    from veiligheidsplan.cli.sjabloon_paden import chosen

    vandaag = date.today()  # noqa: DTZ011 - the day on which somebody looks
    bestanden = chosen(paden)
    gevonden = [b for bestand in bestanden for b in validate_sjabloon(bestand, vandaag)]
    vorm = "json" if json_ else formaat
    if vorm != "tekst":
        write(vorm, gevonden, f"Sjablonen nagekeken ({len(bestanden)})")
    else:
        sys.stdout.write(findings_as_text(gevonden, kleur=has_colour(sys.stdout)))
        aantal = f"{len(bestanden)} sjabloon" if len(bestanden) == 1 else f"{len(bestanden)} sjablonen"
        show(f"{aantal} bekeken." if gevonden else f"{aantal} bekeken: {count_line(gevonden)}.")
    return exit_code(gevonden, streng=streng)


def lijst(json_: Json = False) -> int:
    """Every template by name, with its owner, version and what it is based on."""
    from veiligheidsplan.app.sjabloon import list_sjablonen
    from veiligheidsplan.loading.yaml_source import read_file

    rijen = []
    for naam, bestand in list_sjablonen().items():
        rauw = read_file(bestand).waarde
        velden = rauw if isinstance(rauw, dict) else {}
        rij = {deel: str(velden.get(deel) or "") for deel in ("eigenaar", "versie", "gebaseerd_op")}
        rijen.append({"naam": naam, **rij, "bestand": str(bestand)})
    if json_:
        sys.stdout.write(json.dumps(rijen, ensure_ascii=False) + "\n")
        return 0
    for rij in rijen:
        basis = f", op {rij['gebaseerd_op']}" if rij["gebaseerd_op"] else ""
        show(f"{rij['naam']}  {rij['eigenaar']}, versie {rij['versie'] or 'onbekend'}{basis}")
    return 0
