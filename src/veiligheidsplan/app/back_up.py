"""Making a back-up (*back-up*): a whole sealed copy, that is read back before anyone counts on it."""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.storage.kluis import Kluis


def back_up(kluis: Kluis, naar: Path) -> tuple[int, tuple[Bevinding, ...]]:
    """Write the new file *naar* (VP712 when it exists) and examine every dossier in it.

    How many dossiers it holds that our key opens, and every fault in them: a back-up of a damaged dossier is made
    all the same, for it is the most that is left.
    """
    kluis.back_up(naar)
    gebreken: list[Bevinding] = []
    with Kluis.open_kopie(naar, kluis, kluis.openbare_sleutel) as kopie:
        dossiers = [id_ for id_, _ in kopie.kopbladen(gebreken)]
        for id_ in dossiers:
            gebreken.extend(kopie.controleer(id_))
    return len(dossiers), tuple(gebreken)
