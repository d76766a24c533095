"""Handing over (*overdracht*) as the fold keeps it: who has the dossier now, and what only the one before knew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from veiligheidsplan.plan.gebeurtenis import Gebeurtenis

if TYPE_CHECKING:
    from veiligheidsplan.plan.dossier import Gegeven

#: why a dossier is handed over, and why it is taken back: fixed lists, nothing personal on a command line
REDENEN: Final = ("ziekte", "vakantie", "verhuizing", "anders")
TERUG: Final = ("weer_aan_het_werk", "niet_aangekomen", "vergissing", "anders")
#: written by the program itself: it was announced, and the package could not be made
NIET_GEMAAKT: Final = "pakket_niet_gemaakt"
#: the worker's own details, and the numbers that the worker gave alone and at the table
_VAN_DE_MEDEWERKER: Final = frozenset({"medewerker", "cijfer:medewerker", "cijfer:medewerker@samen"})


@dataclass(frozen=True, slots=True)
class Overdracht:
    """The dossier was handed over: to which key (its id), why and when. Until it is taken back it is for reading."""

    aan: str
    reden: str
    tijd: datetime
    volgnummer: int


def handed_over(g: Gebeurtenis, volgnummer: int) -> Overdracht:
    """The handover of an ``overgedragen``."""
    return Overdracht(str(g.inhoud["aan"]), str(g.inhoud["reden"]), g.tijd, volgnummer)


def without_former_worker(
    waarden: Mapping[str, Mapping[str, Gegeven]], door: str
) -> dict[str, Mapping[str, Gegeven]]:
    """The values without what another worker filled in about themselves, and without the numbers that one gave.

    Whoever takes over is asked anew: else a copy would name, and be signed with the name of, somebody else. What was
    established before keeps all of it, so the trend does too.
    """
    uit: dict[str, Any] = dict(waarden)
    for onderwerp in waarden.keys() & _VAN_DE_MEDEWERKER:
        uit[onderwerp] = {v: g for v, g in waarden[onderwerp].items() if g.door == door}
    return uit
