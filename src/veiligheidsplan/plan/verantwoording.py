"""Accounting for the plan (*verantwoording*): one plan within reach, and why each kind of data may be kept."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.hoofdstuk import GEKOZEN
from veiligheidsplan.plan.omgeving import Omgeving

TOESTEMMING = "toestemming"


def findings(d: Dossier, o: Omgeving) -> Iterator[tuple[str, str]]:
    """(Sentence of the template, what it is about)."""
    if d.waarde("een_plan", "nagegaan") != "ja":
        yield ("open_een_plan", "")
    hier = d.waarde("dossier", "gemeente")
    if any(d.waarde(p, "gemeente") not in (None, hier) for p in d.onderwerpen("plek")):
        yield ("open_andere_gemeente", "")
    if "grondslagen" not in (d.waarde(*GEKOZEN) or ()):
        return
    gronden = {code: d.waarde(f"grondslag:{code}", "grond") for code in o.sjabloon.gegevens}
    leeg = [code for code, grond in gronden.items() if not isinstance(grond, tuple) or not grond]
    if leeg:
        yield ("open_grondslagen", str(len(leeg)))
    for code, grond in gronden.items():
        if grond == (TOESTEMMING,):
            yield ("open_grond_toestemming", f"grondslag:{code}")
