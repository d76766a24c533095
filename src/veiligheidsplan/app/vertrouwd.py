"""The list of certificates that a municipality trusts: every file in a folder that its own people keep.

Only a folder that was named counts, never one that happens to lie beside the document: who sends a document could send
such a folder too.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst
from veiligheidsplan.signing.vertrouwd import GROOTSTE, read_trusted

_SOORTEN = {".pem", ".crt", ".cer", ".der"}


def load_trusted(map_: Path, nu: datetime) -> tuple[tuple[bytes, ...], tuple[Bevinding, ...]]:
    """The certificates (DER) in a folder and what deserves a warning; ``BevindingenFout`` (VP834) for all faults."""
    certificaten: list[bytes] = []
    bevindingen: list[Bevinding] = []
    for pad in sorted(p for p in map_.iterdir() if p.suffix.casefold() in _SOORTEN):
        with pad.open("rb") as bestand:
            gelezen, gezien = read_trusted(pad.name, bestand.read(GROOTSTE), nu)
        certificaten += gelezen
        bevindingen += gezien
    if not certificaten and not bevindingen:
        tip = "Zet daar de certificaten neer die uw organisatie vertrouwt (.pem, .crt of .cer)."
        bevindingen.append(Bevinding("VP834", "In deze map staat geen certificaat.", suggestie=tip))
    if any(b.ernst is Ernst.FOUT for b in bevindingen):
        raise BevindingenFout(bevindingen)
    return tuple(dict.fromkeys(certificaten)), tuple(bevindingen)
