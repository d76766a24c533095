"""A copy that is written during a conversation: its path is told, or why it was not made."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.cli.doelmap import warning
from veiligheidsplan.cli.exemplaren import write_copy
from veiligheidsplan.cli.faults import Mislukt, outcome
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kopie import Eigendeel
from veiligheidsplan.plan.lezer import Lezer


def written_or_told(
    t: Tafel,
    d: Dossier,
    voor: Lezer,
    naar: Path,
    wie: str,
    *,
    voorlopig: bool = False,
    eigen: Eigendeel = "niet",
    hoe: str | None = None,
) -> Dossier:
    """Write the copy and tell its path after *wie*. One that cannot be written is told: the conversation goes on."""
    try:
        pad, d = write_copy(t.kast, t.id, d, t.o, voor, naar, voorlopig=voorlopig, eigen=eigen, hoe=hoe)
    except (Mislukt, OSError) as fout:
        code, bericht = outcome(fout)
        if code != 1:
            raise
        t.tell(f"De kopie is niet gemaakt. {bericht.strip()}")
        return d
    t.result(f"{wie}: {pad}")
    if zin := warning(pad):
        t.tell(f"Let op: {zin}")
    return d
