"""Who reads a copy (*lezer*): professionals, everyone who takes part, one person, or somebody of the network.

A reader is a word: ``professional``, ``gezamenlijk``, or the id of a subject (``persoon:1``, ``netwerk:2``). On the
command line that id is written ``persoon-1``, so that no name stands in a history of commands.
"""

from __future__ import annotations

import re

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.herhaald import ended
from veiligheidsplan.plan.model import kind_of

Lezer = str
PROFESSIONAL: Lezer = "professional"
GEZAMENLIJK: Lezer = "gezamenlijk"
PERSOON, NETWERK = "persoon", "netwerk"
_GREEP = re.compile(r"(persoon|netwerk)-([1-9]\d{0,5})", re.ASCII)


def readers_of(d: Dossier) -> tuple[Lezer, ...]:
    """Everyone for whom a copy of this dossier can be made, in order; who was taken out is not there."""
    personen = sorted(d.onderwerpen(PERSOON), key=_number)
    netwerk = (
        n for n in sorted(d.onderwerpen(NETWERK), key=_number) if d.waarde(n, "naam") and not ended(d, n)
    )
    return (PROFESSIONAL, GEZAMENLIJK, *(p for p in personen if d.waarde(p, "naam")), *netwerk)


def handle(lezer: Lezer) -> str:
    """``persoon:1`` -> ``persoon-1``: how a reader is named on the command line."""
    return lezer.replace(":", "-", 1)


def from_handle(tekst: str) -> Lezer | None:
    """The reader that is meant, whether or not this dossier has one; ``None`` when it is no handle at all."""
    if tekst in (PROFESSIONAL, GEZAMENLIJK):
        return tekst
    gevonden = _GREEP.fullmatch(tekst)
    return f"{gevonden[1]}:{gevonden[2]}" if gevonden else None


def is_person(lezer: Lezer) -> bool:
    return kind_of(lezer) == PERSOON


def _number(lezer: Lezer) -> int:
    staart = lezer.partition(":")[2]
    return int(staart) if staart.isdigit() else 0
