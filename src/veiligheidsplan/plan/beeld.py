"""The whole picture (*beeld*): what a professional should look at in the chapters about what surrounds the plan."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.hoofdstuk import GEKOZEN
from veiligheidsplan.plan.omgeving import Omgeving


def findings(d: Dossier, o: Omgeving) -> Iterator[tuple[str, str]]:
    """(Sentence of the template, what it is about). Nothing of a chapter that is not open."""
    open_ = d.waarde(*GEKOZEN) or ()
    leeg = [code for code in o.sjabloon.leefdomeinen if d.waarde(f"domein:{code}", "beeld") is None]
    if "leefdomeinen" in open_ and leeg:
        yield ("open_leefdomeinen", str(len(leeg)))
    if d.waarde("een_plan", "uitkomst") == "ander_plan" and not d.waarde("een_plan", "afgesproken"):
        yield ("open_ander_plan", "")
    if d.waarde("integraal", "zelfde_regisseur") == "nee" and not d.waarde("integraal", "reden"):
        yield ("open_twee_regisseurs", "")
    verboden = {d.waarde(m, "soort") for m in d.onderwerpen("maatregel")}
    if d.waarde("aanleiding", "soort") == "huisverbod" and "huisverbod" not in verboden:
        yield ("open_aanleiding_verbod", "")
    for v in d.onderwerpen("vertegenwoordiger"):
        if d.waarde(v, "gevaar") in ("ja", "weet_niet"):
            yield ("open_vertegenwoordiger", v)
    for n in d.onderwerpen("netwerk"):
        if d.waarde(n, "naam") and d.waarde(n, "weet_ervan") in ("nee", "weet_niet"):
            yield ("open_helper_weet", n)
