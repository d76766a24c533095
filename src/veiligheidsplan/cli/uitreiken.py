"""``veiligheidsplan uitreiken``: write down who got a copy that was made before, and how."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.exporteer import handed
from veiligheidsplan.cli import lezers
from veiligheidsplan.cli.faults import Gebruiksfout
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.screens import say

Dossier_ = Annotated[str, typer.Argument(metavar="DOSSIER", help="Het dossier, zoals in lijst.")]
Kopie = Annotated[
    str, typer.Option("--kopie", metavar="KENMERK", help="Het kenmerk dat onderaan de kopie staat.")
]
Aan = Annotated[
    str | None,
    typer.Option("--aan", metavar="WIE", help="Wie de kopie kreeg, als zij voor meer mensen is (persoon-1)."),
]
Hoe = Annotated[
    Literal["papier", "telefoon", "getoond", "voorgelezen", "niet"],
    typer.Option("--hoe", metavar="HOE", help="Hoe deze lezer de kopie kreeg."),
]


def commando(
    dossier: Dossier_,
    kopie: Kopie,
    hoe: Hoe,
    aan: Aan = None,
    map_: Map = None,
    wachtzin_bestand: WachtzinBestand = None,
) -> int:
    """Log it; the copy itself does not change."""
    lezer = lezers.parse(aan, "--aan") if aan is not None else None
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        with kast.held(id_):
            d = kast.read(id_)
            gemaakt = next((k for k in d.kopieen if k.kenmerk == kopie), None)
            if gemaakt is None:
                raise Gebruiksfout("Dit dossier kent geen kopie met dit kenmerk. «toon» zegt welke er zijn.")
            wie = lezers.known(d, lezer) if lezer is not None else gemaakt.voor
            kast.write(id_, d, [handed(wie, kopie, hoe)])
    say("Dat staat nu in het dossier.")
    return 0
