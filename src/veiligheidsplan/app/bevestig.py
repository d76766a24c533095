"""Confirming a lower level (*bevestig*): which proposals wait, whether this key may confirm one, and the fact."""

from __future__ import annotations

from veiligheidsplan.plan.bevestiging import decision, proposers
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.oordeel import judge, lowering_waits
from veiligheidsplan.plan.woorden import visible
from veiligheidsplan.storage.kluis import Sleutelhouder


class Geweigerd(ValueError):
    """This confirmation cannot be; the message says why, in Dutch."""


def waiting(d: Dossier) -> tuple[Afname, ...]:
    """The instruments whose lower level waits for a second person."""
    return tuple(a for a in d.afnamen.values() if lowering_waits(d, a))


def may_confirm(d: Dossier, afname: Afname, door: str, houders: tuple[Sleutelhouder, ...]) -> str | None:
    """Why this key may not confirm; ``None`` when it may.

    Another key is not enough: passphrase and recovery key of one vault are both of its owner. So of the two keys
    at least one must be that of a colleague.
    """
    besluit = decision(d, afname)
    if besluit is None:
        return "Er is geen voorstel voor een lager niveau dat over de antwoorden van nu gaat."
    voorstellers = proposers(d, afname)
    if not door or door in voorstellers:
        return "Dit voorstel is met uw eigen sleutel gedaan. Een tweede persoon moet het zelf bevestigen."
    collega = {h.id for h in houders if h.soort == "collega"}
    if door not in collega and not voorstellers <= collega:
        return (
            "Deze sleutel hoort bij dezelfde kluis als die van het voorstel, bijvoorbeeld de herstelsleutel."
            " Een tweede persoon bevestigt met een eigen kluis."
        )
    return None


def confirm(
    d: Dossier, afname: Afname, naam: str, door: str, houders: tuple[Sleutelhouder, ...], gezien: int
) -> Feit:
    """The fact that a second person confirmed what they saw: the decision with sequence number *gezien*.

    ``Geweigerd`` when this key may not, when there is no name, or when the decision is another one by now.
    """
    if (reden := may_confirm(d, afname, door, houders)) is not None:
        raise Geweigerd(reden)
    besluit = decision(d, afname)
    if besluit is None or besluit["besluit"].volgnummer != gezien:
        raise Geweigerd("Het voorstel is intussen veranderd. Bekijk het opnieuw.")
    if not visible(naam):
        raise Geweigerd("Schrijf uw naam op, zodat later te zien is wie dit bevestigde.")
    inhoud = {
        "afname": afname.id,
        "niveau": besluit["niveau"].waarde,
        "van": judge(d, afname).uitslag.eindniveau,
        "besluit": gezien,
        "naam": naam.strip(),
    }
    return Feit("verlaging_bevestigd", inhoud)
