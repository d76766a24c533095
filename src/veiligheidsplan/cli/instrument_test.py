"""``veiligheidsplan instrument test``: the tests of instruments, and what no test reaches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from veiligheidsplan.app.beproef import Proef, try_instrument
from veiligheidsplan.cli.instrument import Paden, chosen
from veiligheidsplan.cli.opties import Json
from veiligheidsplan.cli.screens import fit
from veiligheidsplan.cli.verdeel import do_all

Vorm = Annotated[
    Literal["tekst", "json", "junit", "github", "markdown"],
    typer.Option("--formaat", metavar="NAAM", help="De vorm van de uitvoer.", show_default=True),
]
Minimaal = Annotated[
    int | None,
    typer.Option(
        "--minimaal",
        metavar="PROCENT",
        min=0,
        max=100,
        help="Hoeveel de tests van elk instrument samen minstens moeten bereiken.",
    ),
]

Vergelijk = Annotated[
    str | None,
    typer.Option(
        "--vergelijk",
        metavar="REVISIE",
        help="Vergelijk met een andere git-revisie, bijvoorbeeld main: welke uitkomsten veranderen?",
    ),
]


def commando(
    paden: Paden = None,
    minimaal: Minimaal = None,
    vergelijk: Vergelijk = None,
    formaat: Vorm = "tekst",
    json_: Json = False,
) -> int:
    """Run every case of every instrument. Also an instrument without a single case is a *no*."""
    hier = Path.cwd()
    proeven = do_all(
        _try,
        [
            # without a path also what came with the program is tried: that is in no repository of the user
            Proefstuk(bestand, vergelijk if paden or bestand.resolve().is_relative_to(hier) else None)
            for bestand in chosen(paden)
        ],
        "Testen",
    )
    tekst = _renderer("json" if json_ else formaat)(proeven, minimaal)
    sys.stdout.write(fit(tekst, sys.stdout) if formaat == "tekst" and not json_ else tekst)
    return int(not all(passes(proef, minimaal) for proef in proeven))


class Proefstuk(NamedTuple):
    """One instrument to try, and the revision to compare it with."""

    bestand: Path
    vergelijk: str | None

    def __str__(self) -> str:
        return str(self.bestand)


def _try(stuk: Proefstuk) -> Proef:
    return try_instrument(*stuk)


def passes(proef: Proef, minimaal: int | None) -> bool:
    """Loaded, with at least one case, every case as expected, enough reached, and a version that says what changed."""
    if proef.fouten or proef.mislukt or not proef.gevallen or proef.dekking is None:
        return False
    if proef.vergelijking is not None and not proef.vergelijking.goed:
        return False
    return minimaal is None or proef.dekking.procent >= minimaal


def _renderer(vorm: str) -> Callable[[Sequence[Proef], int | None], str]:
    from veiligheidsplan.cli import (
        proefverslag,
        proefverslag_github,
        proefverslag_junit,
        vergelijkverslag_markdown,
    )

    vormen: dict[str, Callable[[Sequence[Proef], int | None], str]] = {
        "tekst": proefverslag.as_text,
        "json": proefverslag.as_json,
        "junit": proefverslag_junit.as_junit,
        "github": proefverslag_github.as_github,
        "markdown": vergelijkverslag_markdown.tests_as_markdown,
    }
    return vormen[vorm]
