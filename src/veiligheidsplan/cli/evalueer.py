"""``veiligheidsplan evalueer``: a new round, looking back at the former one. Whom to call comes first."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.app.nummers import numbers_to_call
from veiligheidsplan.cli.eerste_scherm import show_first_screen
from veiligheidsplan.cli.hervat import DossierNaam, Naar
from veiligheidsplan.cli.opties import Eenvoudig, Map, WachtzinBestand

Antwoorden = Annotated[
    Path | None,
    typer.Option(
        "--antwoorden", metavar="BESTAND", help="Neem de antwoorden uit dit YAML-bestand en vraag niets."
    ),
]


def commando(
    dossier: DossierNaam = None,
    antwoorden: Antwoorden = None,
    naar: Naar = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
    eenvoudig: Eenvoudig = False,
) -> int:
    """Begin the review, or go on with one that was not finished."""
    if antwoorden is not None:
        from veiligheidsplan.cli.evalueer_gesprek import review_file

        return review_file(dossier, antwoorden, naar, map_, wachtzin_bestand)
    show_first_screen(numbers_to_call(), eenvoudig=eenvoudig)  # before anything that can fail
    # imported only now: the numbers to call do not wait for it
    from veiligheidsplan.cli.evalueer_gesprek import review

    review(dossier, map_, wachtzin_bestand, eenvoudig=eenvoudig, naar=naar)
    return 0
