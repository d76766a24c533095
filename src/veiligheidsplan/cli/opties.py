"""Options that several commands share, each with one Dutch name and one help text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

#: text for a person, or a form that a machine reads
Formaatnaam = Literal["tekst", "json", "github", "gitlab", "sarif"]

Map = Annotated[
    Path | None,
    typer.Option(
        "--map",
        metavar="PAD",
        envvar="VEILIGHEIDSPLAN_MAP",
        help="De map met de dossiers. Zonder deze optie de map van uw computer voor programmagegevens.",
    ),
]
WachtzinBestand = Annotated[
    Path | None,
    typer.Option(
        "--wachtzin-bestand",
        metavar="PAD",
        help="Lees de wachtzin uit dit bestand; «-» is de standaardinvoer. Voor scripts.",
    ),
]
Eenvoudig = Annotated[
    bool,
    typer.Option(
        "--eenvoudig",
        help="Vragen met genummerde antwoorden, zonder kaders of kleur. Werkt met een schermlezer.",
    ),
]
VanPapier = Annotated[
    bool,
    typer.Option("--van-papier", help="U neemt over wat op papier is ingevuld; zie «plan papier»."),
]
Json = Annotated[bool, typer.Option("--json", help="Uitvoer als JSON.")]
Formaat = Annotated[
    Formaatnaam,
    typer.Option("--formaat", metavar="NAAM", help="De vorm van de uitvoer.", show_default=True),
]
Streng = Annotated[bool, typer.Option("--streng", help="Een waarschuwing telt als een fout.")]
