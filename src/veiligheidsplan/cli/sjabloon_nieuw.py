"""``veiligheidsplan sjabloon nieuw --gemeente CODE``: a template of a municipality that passes at once, and teaches."""

from __future__ import annotations

import shlex
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.screens import show

Gemeente = Annotated[
    str,
    typer.Option(
        "--gemeente",
        metavar="CODE",
        help="De gemeente, met de code uit regio/gemeenten.yaml, zoals nijmegen.",
    ),
]
Naar = Annotated[
    Path | None,
    typer.Option(
        "--naar", metavar="MAP", help="In welke map met sjablonen het komt. Zonder deze optie in «sjablonen»."
    ),
]


def commando(gemeente: Gemeente, naar: Naar = None) -> int:
    """Make the folder and say what to do next."""
    from veiligheidsplan.app.nieuw_map import make_folder
    from veiligheidsplan.app.sjabloon_nieuw import texts_of

    teksten = texts_of(gemeente, date.today())  # noqa: DTZ011 - the day on which the numbers are looked at
    doel = (_default_folder() if naar is None else naar) / gemeente / "veiligheidsplan"
    try:
        bestaat = doel.is_symlink() or doel.exists()
    except ValueError:
        raise Mislukt("De naam bij --naar kan geen map zijn.") from None
    if bestaat:
        raise Mislukt(f"«{doel}» bestaat al; er is niets veranderd.")
    make_folder(doel, teksten)
    pad = shlex.quote(str(doel)) if not sys.platform.startswith("win") else f'"{doel}"'
    show(f"Gemaakt: {doel}")
    show("  sjabloon.yaml  wat uw gemeente zelf invult, met uitleg")
    show("  LEESMIJ.md     wie het sjabloon bijhoudt")
    show("Verander iets, en kijk telkens:")
    show(f"  veiligheidsplan sjabloon valideer {pad} --streng")
    show(f"  veiligheidsplan sjabloon toon {pad}")
    show(f"  veiligheidsplan sjabloon toon {pad} --naar proef.pdf")
    return 0


def _default_folder() -> Path:
    """``sjablonen`` in the working directory; that directory itself where it has that name."""
    return Path() if Path.cwd().name == "sjablonen" else Path("sjablonen")
