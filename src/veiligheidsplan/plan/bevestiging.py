"""Confirming a lower level (*bevestiging*): a second person does it personally, with a key of their own.

What a key proves: the confirmation was written with another key than the decision. What it cannot prove: that two
keys are two people, or that the name that was typed is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.dossier import Afname, Bevestiging, Dossier, Gegeven

#: fields of a person that an instrument may ask as facts of the case
_FEITEN = ("leeftijd", "woont_hier", "zwanger")


def decision(d: Dossier, afname: Afname) -> dict[str, Gegeven] | None:
    """The decision to lower, with its level and reason; ``None`` when there is none about the answers as they are."""
    velden = d.waarden.get(f"oordeel:{afname.id}", {})
    deel = {v: velden[v] for v in ("besluit", "niveau", "reden") if v in velden}
    if len(deel) < 3 or deel["besluit"].waarde != "lager" or deel["niveau"].waarde is None:
        return None
    besluit = deel["besluit"].volgnummer
    if min(deel["niveau"].volgnummer, deel["reden"].volgnummer) < besluit:
        return None  # level and reason of an earlier decision
    if afname.gewijzigd > besluit or any(g.volgnummer > besluit for g in _case(d, afname)):
        return None  # about other answers
    return deel


def _case(d: Dossier, afname: Afname) -> Iterator[Gegeven]:
    velden = d.waarden.get(afname.over or "", {})
    return (velden[v] for v in _FEITEN if v in velden)


def proposers(d: Dossier, afname: Afname) -> frozenset[str]:
    """Whose keys wrote the decision, its level or its reason."""
    return frozenset(g.door for g in (decision(d, afname) or {}).values())


def confirmation(d: Dossier, afname: Afname, eindniveau: str | None) -> Bevestiging | None:
    """The confirmation while it holds: of this decision, of these answers, of this outcome, by another key."""
    gegeven, besluit = d.bevestigingen.get(afname.id), decision(d, afname)
    if gegeven is None or besluit is None:
        return None
    geldt = (
        gegeven.besluit == besluit["besluit"].volgnummer
        and gegeven.niveau == besluit["niveau"].waarde
        and gegeven.van == eindniveau
        and all(g.volgnummer < gegeven.volgnummer for g in besluit.values())
        and bool(gegeven.door)
        and gegeven.door not in proposers(d, afname)
    )
    return gegeven if geldt else None
