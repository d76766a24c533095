"""``veiligheidsplan dossier wis``: destroy what was typed by mistake. Its hash stays, and who did it and why."""

from __future__ import annotations

from typing import Annotated

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.cli.exporteer import Dossier_
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.kluis import open_vault
from veiligheidsplan.cli.opties import Map, WachtzinBestand
from veiligheidsplan.cli.screens import show

Nummer = Annotated[
    int | None,
    typer.Option("--nummer", metavar="N", min=1, help="Wat weg moet. Zonder nummer: de lijst."),
]
REDENEN = {"vergissing": "getypt bij vergissing", "termijn": "de bewaartermijn is voorbij"}


def commando(
    dossier: Dossier_, nummer: Nummer = None, map_: Map = None, wachtzin_bestand: WachtzinBestand = None
) -> int:
    """List what can be destroyed, or destroy one."""
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        gebeurtenissen = dict(enumerate(kast.events(id_), 1))
        if nummer is None:
            for n, g in gebeurtenissen.items():
                if g is not None and g.soort == "waarde_gegeven" and isinstance(g.inhoud["waarde"], str):
                    show(f"{n}: {g.inhoud['onderwerp']}, {g.inhoud['veld']}: {g.inhoud['waarde']}")
            return 0
        gevonden = gebeurtenissen.get(nummer)
        if gevonden is None or gevonden.soort not in ("waarde_gegeven", "antwoord_gegeven"):
            raise Mislukt(f"Nummer {nummer} is geen antwoord dat kan worden gewist.")
        kast.destroy(id_, nummer, REDENEN["vergissing"])
    show(f"Nummer {nummer} is gewist. Kijk of hetzelfde nog in een ander antwoord staat.")
    return 0
