"""Looking into a dossier is an event too (*inzage*). What cannot be logged is said, and keeps nobody from reading."""

from __future__ import annotations

from collections.abc import Callable

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.screens import say
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit


def _aside(zin: str) -> None:
    say(zin, stijl="let_op")


def viewed(kast: Dossierkast, id_: str, hoe: str, zeg: Callable[[str], None] = _aside) -> Dossier:
    """The dossier as it is now, with in its log that this command (*hoe*) showed it."""
    return note_view(kast, id_, kast.read(id_), hoe, zeg)


def note_view(
    kast: Dossierkast, id_: str, d: Dossier, hoe: str, zeg: Callable[[str], None] = _aside
) -> Dossier:
    """Log that it was shown; the state after that, or *d* itself when it could not be logged."""
    if d.overgedragen is not None:
        zeg("Dat u het nu bekijkt, staat niet in het logboek: het dossier is overgedragen.")
        return d
    try:
        return kast.write(id_, d, [Feit("gelezen", {"hoe": hoe})])
    except BevindingenFout as fout:
        zeg(
            f"Dat u het nu bekijkt, staat niet in het logboek. {' '.join(b.uitleg for b in fout.bevindingen)}"
        )
        return d
