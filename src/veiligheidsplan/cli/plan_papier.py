"""``veiligheidsplan plan papier``: the empty plan on paper, for where no laptop can be."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.nieuw import Sjabloonnaam
from veiligheidsplan.cli.screens import show

Naar = Annotated[
    Path,
    typer.Option(
        "--naar", metavar="MAP", help="De map waarin de twee nieuwe PDF's komen.", show_default=False
    ),
]
Taal = Annotated[
    str | None,
    typer.Option(
        "--taal", metavar="CODE", help="Zet op het formulier voor aan tafel ook deze taal, zoals en of ar."
    ),
]
#: neutral names: a list of files tells nobody what these forms are for
AAN_TAFEL, ALLEEN = "formulier-a.pdf", "formulier-b.pdf"


def commando(naar: Naar, sjabloon: Sjabloonnaam = None, taal: Taal = None) -> int:
    """Both forms; nothing that is there already is overwritten."""
    from veiligheidsplan.app.omgeving import load_omgeving
    from veiligheidsplan.app.talen import load_language
    from veiligheidsplan.cli.exemplaren import new_file
    from veiligheidsplan.export import render
    from veiligheidsplan.plan.papier import paper_forms
    from veiligheidsplan.plan.tweetalig import in_two_languages

    if not naar.is_dir():
        raise Mislukt(f"Deze map is er niet: {naar}. Maak haar eerst, of kies een andere.")
    o = load_omgeving(date.today(), sjabloon=sjabloon)  # noqa: DTZ011 - the day it is printed
    tafel, werk = paper_forms(o)
    if taal is not None:
        tafel = in_two_languages(tafel, o, load_language(o, taal))
    a, b = naar / AAN_TAFEL, naar / ALLEEN
    with new_file(a, render(tafel)) as schrijf_a, new_file(b, render(werk)) as schrijf_b:
        schrijf_a()
        schrijf_b()
    show(f"Voor aan tafel: {a}\nAlleen voor u: {b}")
    return 0
