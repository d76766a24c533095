"""For whom a copy is, as it is typed (``--voor persoon-1``): a neutral handle, never a name."""

from __future__ import annotations

from typing import Annotated

import typer

from veiligheidsplan.cli.faults import Gebruiksfout
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.eigen_plan import is_joint, owner
from veiligheidsplan.plan.lezer import GEZAMENLIJK, PROFESSIONAL, Lezer, from_handle, handle, readers_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.slapend import awake

_WIE = "gezamenlijk, professional, of één persoon (persoon-1; «toon» zegt wie dat is)."
Voor = Annotated[str, typer.Option("--voor", metavar="WIE", help=f"Voor wie de kopie is: {_WIE}")]
Toonvoor = Annotated[
    str, typer.Option("--voor", metavar="WIE", help=f"Wat deze lezer mag zien: {_WIE}", show_default=True)
]


def parse(tekst: str, optie: str = "--voor") -> Lezer:
    """What was typed, as a reader; wrong use when it can be none. What was typed is not repeated: it may be a name."""
    lezer = from_handle(tekst)
    if lezer is None:
        raise Gebruiksfout(
            f"De waarde bij {optie} kan niet. Kies uit: gezamenlijk, professional, of het nummer van een persoon, "
            "zoals persoon-1. Typ hier nooit een naam."
        )
    return lezer


def known(d: Dossier, lezer: Lezer) -> Lezer:
    """The same reader, when this dossier has one."""
    lezers = readers_of(d)
    wakker = awake(d)
    if lezer == GEZAMENLIJK and not is_joint(wakker):
        van = handle(owner(wakker) or PROFESSIONAL)
        raise Gebruiksfout(
            f"Dit is een plan van één persoon. Er is geen kopie voor iedereen. Kies: --voor {van}."
        )
    if lezer not in lezers:
        kan = ", ".join(handle(wie) for wie in lezers)
        raise Gebruiksfout(f"Dit dossier kent «{handle(lezer)}» niet. Wel: {kan}.")
    return lezer


def called(d: Dossier, o: Omgeving, lezer: Lezer) -> str:
    """How a professional's screen names this reader."""
    if lezer in (PROFESSIONAL, GEZAMENLIJK):
        return o.zin(f"ondertitel_{lezer}")
    return str(d.waarde(lezer, "naam"))


def handles(d: Dossier, o: Omgeving) -> list[str]:
    """«persoon-1: Noor» for each person for whom a copy can be made; on the professional's screen alone."""
    return [
        f"{handle(wie)}: {called(d, o, wie)}"
        for wie in readers_of(d)
        if wie not in (PROFESSIONAL, GEZAMENLIJK)
    ]
