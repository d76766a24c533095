"""``veiligheidsplan dossier wis``: destroy what was typed by mistake. Its hash stays, and who did it and why."""

from __future__ import annotations

from typing import Annotated

import typer

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.wis import erasable, erase, repeated, stays
from veiligheidsplan.cli.exporteer import Dossier_
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.inzage import viewed
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
    """List what can be destroyed, or destroy one field with its whole history."""
    with open_vault(map_, wachtzin_bestand) as kluis:
        kast = Dossierkast(kluis)
        id_ = kast.find(dossier)
        wisbaar = {w.nummer: w for w in erasable(kast, id_)}
        if nummer is None:
            viewed(kast, id_, "dossier wis")
            for w in wisbaar.values():
                show(f"{w.nummer}: {w.waarover}: {', '.join(w.teksten)}")
            return 0
        with kast.held(id_):
            weg = erase(kast, id_, nummer, REDENEN["vergissing"])
        if weg is None:
            raise Mislukt(f"Nummer {nummer} is geen antwoord dat kan worden gewist.")
        blijft = stays(kast, id_, wisbaar[nummer])
        nog = repeated(kast, id_, wisbaar[nummer].teksten)
    show(f"Gewist: {_numbers(weg)}. Ook wat er eerder of later op dezelfde plek stond, is weg.")
    if blijft:
        show("De keuze zelf staat er nog, zonder toelichting. Anders kon een ander nu meer lezen.")
    if nog:
        show(f"Let op: dezelfde tekst staat ook nog bij {_numbers(nog)}. Wis die zo nodig ook.")
    show("Kopieën die al zijn gemaakt, veranderen niet. Vraag ze terug als de tekst daarin staat.")
    return 0


def _numbers(nummers: tuple[int, ...]) -> str:
    return f"nummer {', '.join(map(str, nummers))}"
