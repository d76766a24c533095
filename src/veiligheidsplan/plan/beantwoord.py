"""What still waits for an answer (*beantwoord*): a step is asked until it has an answer that still holds."""

from __future__ import annotations

from veiligheidsplan.plan import verslag, zitting
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.oordeel import judged
from veiligheidsplan.plan.stap import Stap

LATER = "later"
REDEN = ":reden"


def answered(d: Dossier, stap: Stap | str) -> bool:
    """Whether this step (or the step with this id) has its answer in the dossier."""
    onderwerp, _, veld = (stap if isinstance(stap, str) else stap.id).rpartition("/")
    if onderwerp.startswith("afname:"):
        return _question(d, onderwerp[7:], veld)
    if onderwerp == "stand":
        return True  # to read at any moment, never asked
    if onderwerp.startswith("verslag:"):
        return _account(d, onderwerp, veld)
    if onderwerp == "gesprek" and veld.startswith("begin:"):
        # the instrument itself decides: with its payload destroyed it must be begun again
        afname, _, in_zitting = veld.removeprefix("begin:").partition("@")
        return afname in d.afnamen and (not in_zitting or d.beantwoord(onderwerp, veld))
    if kind_of(onderwerp) == "oordeel":
        return _judgement(d, onderwerp, veld)
    if veld == "opening" and d.waarde(onderwerp, veld) == zitting.OPNIEUW:
        return False
    if f"{onderwerp}/{veld}" in d.opnieuw:
        return False
    if (kind_of(onderwerp), veld) in _ELKE_ZITTING:
        return _this_time(d, onderwerp, veld)
    return d.beantwoord(onderwerp, veld)


#: what keeps a joint conversation closed while it says nothing: asked again in a next session
_ELKE_ZITTING = {
    ("overleg", "met"): ("nog_niet", None),
    ("wens", "samen"): ("niet_gevraagd", "weet_niet", None),
    ("geweld", "sinds"): ("niet_gevraagd", None),
}


def _this_time(d: Dossier, onderwerp: str, veld: str) -> bool:
    gegeven = d.waarden.get(onderwerp, {}).get(veld)
    if gegeven is None:
        return False
    leeg = gegeven.waarde in _ELKE_ZITTING[kind_of(onderwerp), veld]
    return not leeg or gegeven.zitting in (None, zitting.current(d))


def _question(d: Dossier, afname_id: str, vraag: str) -> bool:
    afname = d.afnamen[afname_id]
    regel = afname.antwoorden.get(vraag)
    if regel is None:
        return False
    # what was not asked waits for a moment alone: it is not asked again in the same session
    return afname.geldend.get(vraag) != "niet_gevraagd" or regel.zitting == zitting.current(d)


def _account(d: Dossier, onderwerp: str, veld: str) -> bool:
    """Which account counts: asked again after a newer account, and in a next session when it was put off."""
    vraag = veld.removesuffix(REDEN)
    afname = d.afnamen[onderwerp.removeprefix("verslag:")]
    keuze = d.waarden.get(onderwerp, {}).get(vraag)
    if keuze is None or keuze.volgnummer < verslag.latest(afname.verslagen[vraag]).volgnummer:
        return False
    if veld == vraag:
        return keuze.waarde != LATER or keuze.zitting == zitting.current(d)
    gekozen = afname.keuzes.get(vraag)
    return gekozen is not None and gekozen.volgnummer > keuze.volgnummer


def _judgement(d: Dossier, onderwerp: str, veld: str) -> bool:
    """A judgement is about what was seen: with newer answers, or put off until later, it is asked for again."""
    if not judged(d, onderwerp.split(":", 1)[1]):
        return False
    besluit = d.waarden[onderwerp]["besluit"]
    if veld == "besluit":
        return besluit.waarde != LATER or besluit.zitting == zitting.current(d)
    gegeven = d.waarden[onderwerp].get(veld)
    return gegeven is not None and gegeven.volgnummer > besluit.volgnummer
