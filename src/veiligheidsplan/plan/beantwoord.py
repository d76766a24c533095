"""What still waits for an answer (*beantwoord*): a step is asked until it has an answer that still holds."""

from __future__ import annotations

from veiligheidsplan.plan import zitting
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.oordeel import judged
from veiligheidsplan.plan.stap import Stap


def answered(d: Dossier, stap: Stap) -> bool:
    """Whether this step has its answer in the dossier."""
    onderwerp, veld = stap.id.rsplit("/", 1)
    if onderwerp.startswith("afname:"):
        return _question(d, onderwerp.removeprefix("afname:"), veld)
    if onderwerp == "gesprek" and veld.startswith("begin:"):
        # the instrument itself decides: with its payload destroyed it must be begun again
        return veld.removeprefix("begin:") in d.afnamen
    if kind_of(onderwerp) == "oordeel":
        return _judgement(d, onderwerp, veld)
    return d.beantwoord(onderwerp, veld)


def _question(d: Dossier, afname: str, vraag: str) -> bool:
    regel = d.afnamen[afname].antwoorden.get(vraag)
    # what was not asked waits for a moment alone: it is not asked again in the same session
    return regel is not None and not (regel.waarde == "niet_gevraagd" and regel.zitting != zitting.current(d))


def _judgement(d: Dossier, onderwerp: str, veld: str) -> bool:
    """A judgement is about what was seen: with newer answers, or put off until later, it is asked for again."""
    if not judged(d, onderwerp.split(":", 1)[1]):
        return False
    besluit = d.waarden[onderwerp]["besluit"]
    if veld == "besluit":
        return besluit.waarde != "later" or besluit.zitting == zitting.current(d)
    gegeven = d.waarden[onderwerp].get(veld)
    return gegeven is not None and gegeven.volgnummer > besluit.volgnummer
