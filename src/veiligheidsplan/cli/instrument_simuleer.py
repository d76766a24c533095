"""``veiligheidsplan instrument simuleer``: what an instrument gives for drawn answers, and what decides."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from time import monotonic
from typing import Annotated, Literal

import typer

from veiligheidsplan.cli.instrument import Bestand
from veiligheidsplan.cli.opties import Json

Aantal = Annotated[
    int,
    typer.Option(
        "--aantal",
        metavar="GETAL",
        min=1,
        max=100_000,
        help="Hoe vaak er wordt geloot, waar precies uitrekenen niet kan.",
        show_default=True,
    ),
]
Zaad = Annotated[
    int,
    typer.Option(
        "--zaad", metavar="GETAL", help="Hetzelfde zaad geeft dezelfde uitkomst.", show_default=True
    ),
]
Profiel = Annotated[
    Path | None,
    typer.Option(
        "--profiel", metavar="BESTAND", help="Een bestand met profielen: hoe vaak elk antwoord komt."
    ),
]
Onbekend = Annotated[
    float,
    typer.Option(
        "--onbekend",
        metavar="DEEL",
        min=0,
        max=1,
        help="Welk deel van de vragen «weet niet» krijgt: 0.1 is 10%.",
    ),
]
Formaat = Annotated[
    Literal["tekst", "json"],
    typer.Option("--formaat", metavar="NAAM", help="De vorm van de uitvoer.", show_default=True),
]
#: work shorter than this needs no bar
_WACHT = 1.0


def commando(
    bestand: Bestand,
    aantal: Aantal = 1000,
    zaad: Zaad = 1,
    profiel: Profiel = None,
    onbekend: Onbekend = 0.0,
    formaat: Formaat = "tekst",
    json_: Json = False,
) -> int:
    """Shares per level, score and sign; how few answers decide; which questions never matter."""
    from veiligheidsplan.app.simuleer import run_simulation
    from veiligheidsplan.app.valideer import load_valid
    from veiligheidsplan.cli.screens import columns
    from veiligheidsplan.cli.simulatieverslag import as_lines
    from veiligheidsplan.cli.simulatieverslag_json import as_json
    from veiligheidsplan.cli.voorvertoning import to_width
    from veiligheidsplan.instrument.profiel import Profiel as Antwoordprofiel
    from veiligheidsplan.loading.finder import find_instrument
    from veiligheidsplan.loading.profielen import read_profielen

    instrument = load_valid(find_instrument(bestand))
    profielen = [Antwoordprofiel(""), *(read_profielen(profiel, instrument) if profiel else ())]
    deel = Fraction(str(onbekend))
    profielen = [replace(p, onbekend=p.onbekend or deel) for p in profielen]
    with progress() as voortgang:
        verslag = run_simulation(instrument, profielen, aantal, zaad, voortgang)
    if json_ or formaat == "json":
        sys.stdout.write(as_json(verslag))
    else:
        balken = os.environ.get("TERM") != "dumb"
        sys.stdout.write(to_width(as_lines(verslag, balken=balken), columns() - 1))
    return 0


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr for a person, only when it takes longer than a second; gone when the work is done."""
    from veiligheidsplan.cli.screens import is_plain

    begin = monotonic()
    if is_plain(sys.stderr):
        yield lambda _gedaan, _alles: None
        return
    from rich.console import Console
    from rich.progress import Progress

    balk = Progress(console=Console(file=sys.stderr), transient=True)
    taak = balk.add_task("Antwoorden loten", total=None)
    loopt = False

    def tell(gedaan: int, alles: int) -> None:
        nonlocal loopt
        if not loopt and monotonic() - begin > _WACHT:
            balk.start()
            loopt = True
        if loopt:
            balk.update(taak, completed=gedaan, total=alles)

    try:
        yield tell
    finally:
        if loopt:
            balk.stop()
