"""``veiligheidsplan instrument nieuw ID``: a folder with an instrument that works at once."""

from __future__ import annotations

import os
import shlex
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from veiligheidsplan.cli.faults import Gebruiksfout, Mislukt
from veiligheidsplan.cli.screens import show

#: where the first line of each new file looks for the schema, beside the folder with instruments
SCHEMAS = {"instrument": "instrument-1.schema.json", "tests": "instrument-tests-1.schema.json"}
Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="De id van het nieuwe instrument, en de naam van de map: kleine letters en -."
    ),
]
Titel = Annotated[
    str | None,
    typer.Option("--titel", metavar="TEKST", help="De titel. Zonder deze optie vraagt het programma."),
]
Eigenaar = Annotated[
    str, typer.Option("--eigenaar", metavar="TEKST", help="Van wie het instrument is.", show_default=True)
]
Naar = Annotated[
    Path | None,
    typer.Option(
        "--naar",
        metavar="MAP",
        help="In welke map de nieuwe map komt. Zonder deze optie in «instrumenten».",
    ),
]


def commando(
    id_: Id, titel: Titel = None, naar: Naar = None, eigenaar: Eigenaar = "Vul hier uw organisatie in"
) -> int:
    """Make the folder and say what to do next."""
    from veiligheidsplan.app.nieuw_map import make_folder, one_line, refusal_of_id, texts_of, title_of

    weigering = refusal_of_id(id_)
    if weigering:
        raise Gebruiksfout(weigering)
    doel = (default_folder() if naar is None else naar) / id_
    try:
        bestaat = doel.is_symlink() or doel.exists()
    except ValueError:
        raise Gebruiksfout("De naam bij --naar kan geen map zijn.") from None
    if bestaat:
        raise Mislukt(f"«{doel}» bestaat al; er is niets veranderd. Kies een andere id, of een andere map.")
    titel = one_line(_ask_title(title_of(id_)) if titel is None else titel) or title_of(id_)
    van = one_line(eigenaar) or "Vul hier uw organisatie in"
    make_folder(doel, texts_of(id_, titel, van, _next_year(date.today())))  # noqa: DTZ011 - the trainer's own day
    _say_next(doel)
    return 0


def default_folder() -> Path:
    """``instrumenten`` in the working directory; that directory itself where it has that name."""
    hier = Path.cwd()
    return Path() if hier.name == "instrumenten" else Path("instrumenten")


def _ask_title(standaard: str) -> str:
    """Ask only a person at a terminal; a script gets the title that follows from the id."""
    if sys.stdin is None or not sys.stdin.isatty():
        return standaard
    from veiligheidsplan.cli.plain import read_line

    return read_line(f"Titel (Enter voor «{standaard}»): ")


def _next_year(vandaag: date) -> date:
    """A year from now; in a leap year 29 February becomes the 28th."""
    return vandaag.replace(
        year=vandaag.year + 1, day=min(vandaag.day, 28) if vandaag.month == 2 else vandaag.day
    )


def _say_next(doel: Path) -> None:
    pad = shlex.quote(str(doel)) if not sys.platform.startswith("win") else f'"{doel}"'
    show(f"Gemaakt: {doel}")
    show("  instrument.yaml      de vragen, de punten en de niveaus, met uitleg")
    show("  tests/verhalen.yaml  verhalen met de uitslag die u verwacht")
    show("  LEESMIJ.md           waar het vandaan komt, en voor wie het niet is")
    show("Er staat een oefening in. Verander de vragen, en kijk telkens:")
    show(f"  veiligheidsplan instrument valideer {pad} --streng")
    show(f"  veiligheidsplan instrument test {pad} --minimaal 100")
    show(f"  veiligheidsplan instrument toon {pad}")
    _say_schema(doel)


def _say_schema(doel: Path) -> None:
    """How an editor can help while typing; nothing where the schemas are there already."""
    map_ = Path(os.path.normpath(doel.parent / "..")) / "schema"
    opdrachten = [
        f"  veiligheidsplan instrument schema --soort {soort} --naar {shlex.quote(str(map_ / bestand))}"
        for soort, bestand in SCHEMAS.items()
        if not (map_ / bestand).exists()
    ]
    if opdrachten:
        show("Wilt u dat uw editor meekijkt en aanvult? Doe dan één keer:")
        show("\n".join(opdrachten))
