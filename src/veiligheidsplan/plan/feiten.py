"""Facts of the case (*gegevens*) that the dossier knows about a person. Unknown stays absent: unknown is not no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from veiligheidsplan.plan.dossier import Afname, Dossier, Gegeven


def known_facts(d: Dossier, persoon: str) -> dict[str, Any]:
    """The facts of the case (*gegevens*) that the dossier knows about this person."""
    return facts_of(d.waarden.get(persoon, {}))


def facts_of(velden: Mapping[str, Gegeven]) -> dict[str, Any]:
    """``leeftijd``, ``thuiswonend``, ``zwanger`` from the fields of one person."""
    waarden = {veld: gegeven.waarde for veld, gegeven in velden.items()}
    leeftijd = waarden.get("leeftijd")
    feiten: dict[str, Any] = {"leeftijd": leeftijd} if isinstance(leeftijd, int) else {}
    for gegeven, veld in (("thuiswonend", "woont_hier"), ("zwanger", "zwanger")):
        if waarden.get(veld) in ("ja", "nee"):
            feiten[gegeven] = waarden[veld]
    return feiten


def facts(d: Dossier, afname: Afname) -> dict[str, Any]:
    """The facts of the case for one afname, as the dossier knows them now.

    An age that is filled in later counts at once.
    """
    return {**afname.gegevens, **(known_facts(d, afname.over) if afname.over else {})}
