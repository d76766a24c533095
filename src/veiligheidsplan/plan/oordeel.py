"""The person decides (*oordeel*): upward freely; downward the higher level holds until a second person confirmed.

Unknown is not no: a fact of the case (age, pregnancy) that nobody filled in is tried in every way before a sign is
called ruled out. ``scoor`` itself follows the format to the letter; what people see must never look safer than it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.score import possible_signs
from veiligheidsplan.instrument.uitslag import Uitslag
from veiligheidsplan.plan.afname import deciding_facts, facts
from veiligheidsplan.plan.afname_stand import full_state, state_now
from veiligheidsplan.plan.bevestiging import confirmation, decision
from veiligheidsplan.plan.dossier import Afname, Bevestiging, Dossier

MEEST_VARIANTEN = 200  # ways to fill in unknown facts; beyond that every sign counts as not ruled out


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What holds for one instrument: the outcome, every sign not ruled out, the least and most level that hold now."""

    uitslag: Uitslag
    niet_uitgesloten: tuple[str, ...]
    laagst: str | None
    hoogst: str | None
    verhoogd_door_mens: bool
    voorstel_lager: str | None
    #: a second person's own confirmation of the lower level, while it holds
    bevestigd: Bevestiging | None = None


def judge(d: Dossier, afname: Afname) -> Oordeel:
    """The outcome together with the professional's judgement."""
    instrument = afname.instrument
    bekend = facts(d, afname)
    uitslag = scoor(instrument, afname.ruwe_antwoorden, bekend)
    orde = list(instrument.niveaus)
    varianten = [uitslag, *_with_unknown_facts(afname, bekend)]
    if len(varianten) <= MEEST_VARIANTEN:
        mogelijk = {s for u in varianten for s in (*u.signalen, *u.signalen_mogelijk)}
        hoogst = _highest(orde, [u.eindniveau_hoogst for u in varianten])
    else:  # not everything was tried, so nothing is ruled out
        mogelijk, hoogst = set(instrument.signalen), orde[-1] if orde else None
    besluit = d.waarde(f"oordeel:{afname.id}", "besluit")
    gekozen = d.waarde(f"oordeel:{afname.id}", "niveau")
    laagst = uitslag.eindniveau
    verhoogd = besluit == "hoger" and gekozen in orde and _highest(orde, [laagst, gekozen]) != laagst
    hoogst = _highest(orde, [hoogst, laagst])
    bevestigd = confirmation(d, afname, laagst)
    if verhoogd:
        laagst, hoogst = gekozen, _highest(orde, [hoogst, gekozen])
    elif bevestigd is not None and gekozen in orde:
        # what unknown answers could still bring was not decided upon: that stays possible
        laagst, hoogst = gekozen, gekozen if hoogst == laagst else hoogst
    return Oordeel(
        uitslag,
        tuple(s for s in instrument.signalen if s in mogelijk and s not in uitslag.signalen),
        laagst,
        hoogst,
        verhoogd,
        gekozen if besluit == "lager" and gekozen in orde else None,
        bevestigd,
    )


def judged(d: Dossier, afname_id: str) -> bool:
    """Whether the professional's decision is about the answers as they are now."""
    besluit = d.waarden.get(f"oordeel:{afname_id}", {}).get("besluit")
    afname = d.afnamen.get(afname_id)
    if besluit is None or afname is None:
        return False
    return afname.gewijzigd < besluit.volgnummer


def lowering_waits(d: Dossier, afname: Afname) -> bool:
    """Whether a lower level was proposed about these answers, and nobody confirmed it yet."""
    return decision(d, afname) is not None and judge(d, afname).bevestigd is None


def levels_beside(d: Dossier, afname: Afname, besluit: str) -> tuple[str, ...]:
    """The levels above the outcome (``hoger``) or below it (``lager``). Without an outcome every level is higher."""
    orde = list(afname.instrument.niveaus)
    eind = scoor(afname.instrument, afname.ruwe_antwoorden, facts(d, afname)).eindniveau
    nu = orde.index(eind) if eind in orde else -1
    match besluit:
        case "hoger":
            return tuple(orde[nu + 1 :])
        case "lager":
            return tuple(orde[: max(nu, 0)])
        case _:
            return ()


def _highest(orde: list[str], niveaus: list[str | None]) -> str | None:
    gekend = [orde.index(n) for n in niveaus if n in orde]
    return orde[max(gekend)] if gekend else None


def not_ruled_out(d: Dossier, afname: Afname, signalen: frozenset[str]) -> frozenset[str]:
    """Of these signs the ones that are true or not ruled out: as ``judge`` finds them, without every scale."""
    varianten = list(_fillings(afname, facts(d, afname)))
    if len(varianten) >= MEEST_VARIANTEN:
        return signalen
    uit = possible_signs(state_now(d, afname), signalen)
    for gegevens in varianten:
        uit |= possible_signs(full_state(afname, gegevens), signalen - uit)
    return uit


def _with_unknown_facts(afname: Afname, bekend: Mapping[str, Any]) -> Iterator[Uitslag]:
    for gegevens in _fillings(afname, bekend):
        yield scoor(afname.instrument, afname.ruwe_antwoorden, gegevens)


def _fillings(afname: Afname, bekend: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every way to fill in the unknown facts that can change an outcome, as far as it goes."""
    open_ = {naam: t for naam, t in deciding_facts(afname.instrument).items() if naam not in bekend}
    if not open_:
        return
    domeinen = [_domain(naam, toetsen) for naam, toetsen in open_.items()]
    for waarden in islice(product(*domeinen), MEEST_VARIANTEN):
        yield {**bekend, **dict(zip(open_, waarden, strict=True))}


def _domain(naam: str, toetsen: list[Any]) -> list[Any]:
    if naam != "leeftijd":
        return ["ja", "nee"]
    grenzen = {int(w) for t in toetsen for w in (t.maatwaarde if t.maat == "in" else (t.maatwaarde,))}
    return sorted({max(0, g + stap) for g in grenzen for stap in (-1, 0, 1)})
