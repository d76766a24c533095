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
from veiligheidsplan.instrument.uitslag import Uitslag
from veiligheidsplan.plan.afname import facts, needed_facts
from veiligheidsplan.plan.dossier import Afname, Dossier

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


def judge(d: Dossier, afname: Afname) -> Oordeel:
    """The outcome together with the professional's judgement."""
    instrument = afname.instrument
    bekend = facts(d, afname)
    uitslag = scoor(instrument, afname.ruwe_antwoorden, bekend)
    varianten = [uitslag, *_with_unknown_facts(afname, bekend)]
    mogelijk = {s for u in varianten for s in (*u.signalen, *u.signalen_mogelijk)} - set(uitslag.signalen)
    orde = list(instrument.niveaus)
    hoogst = _highest(orde, [u.eindniveau_hoogst for u in varianten])
    besluit = d.waarde(f"oordeel:{afname.id}", "besluit")
    gekozen = d.waarde(f"oordeel:{afname.id}", "niveau")
    laagst = uitslag.eindniveau
    verhoogd = besluit == "hoger" and gekozen in orde and _highest(orde, [laagst, gekozen]) != laagst
    if verhoogd:
        laagst = gekozen
    return Oordeel(
        uitslag,
        tuple(s for s in instrument.signalen if s in mogelijk),
        laagst,
        _highest(orde, [hoogst, laagst]),
        verhoogd,
        gekozen if besluit == "lager" and gekozen in orde else None,
    )


def _highest(orde: list[str], niveaus: list[str | None]) -> str | None:
    gekend = [orde.index(n) for n in niveaus if n in orde]
    return orde[max(gekend)] if gekend else None


def _with_unknown_facts(afname: Afname, bekend: Mapping[str, Any]) -> Iterator[Uitslag]:
    open_ = {naam: toetsen for naam, toetsen in needed_facts(afname.instrument).items() if naam not in bekend}
    if not open_:
        return
    domeinen = [_domain(naam, toetsen) for naam, toetsen in open_.items()]
    for waarden in islice(product(*domeinen), MEEST_VARIANTEN):
        gegevens: Mapping[str, Any] = {**bekend, **dict(zip(open_, waarden, strict=True))}
        yield scoor(afname.instrument, afname.ruwe_antwoorden, gegevens)


def _domain(naam: str, toetsen: list[Any]) -> list[Any]:
    if naam != "leeftijd":
        return ["ja", "nee"]
    grenzen = {int(w) for t in toetsen for w in (t.maatwaarde if t.maat == "in" else (t.maatwaarde,))}
    return sorted({max(0, g + stap) for g in grenzen for stap in (-1, 0, 1)})
