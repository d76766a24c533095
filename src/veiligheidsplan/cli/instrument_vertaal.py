"""``veiligheidsplan instrument vertaal``: a file to translate in, or the one that is there brought up to date."""

from __future__ import annotations

from typing import Annotated

import typer

from veiligheidsplan.cli.instrument import Bestand
from veiligheidsplan.cli.screens import show

Taal = Annotated[
    str, typer.Argument(metavar="TAAL", help="De korte naam van de taal, bijvoorbeeld en, ar, tr of pl.")
]
Vertaler = Annotated[
    str | None,
    typer.Option("--vertaler", metavar="NAAM", help="Wie vertaalt. Alleen nodig bij een nieuw bestand."),
]


def commando(bestand: Bestand, taal: Taal, vertaler: Vertaler = None) -> int:
    """Never overwrites finished work; a file with a fault is left alone and the fault is shown."""
    from veiligheidsplan.app.vertaal import update_translation
    from veiligheidsplan.loading.finder import find_instrument

    gedaan = update_translation(find_instrument(bestand), taal, vertaler or "Nog niet ingevuld")
    wat = "bijgewerkt" if gedaan.bestond else "gemaakt"
    show(f"{gedaan.bestand} is {wat}: {gedaan.klaar} van de {gedaan.alle} teksten zijn vertaald.")
    if gedaan.verouderd:
        show(f"{gedaan.verouderd} daarvan moet u opnieuw bekijken: daar staat «was» bij.")
    if gedaan.vervallen:
        show(f"{gedaan.vervallen} teksten bestaan niet meer; zij staan onderaan bij «vervallen».")
    return 0
