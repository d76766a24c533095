"""What waits for a moment alone (*alleen*): questions that were put off, or that not everyone may hear."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from veiligheidsplan.plan.afname_stand import Afname, state_now
from veiligheidsplan.plan.dossier import Dossier


class Wachtvraag(NamedTuple):
    """A question that waits: in which afname, its step to jump to on the werkscherm, and its words."""

    afname: str
    stap: str
    tekst: str


def waiting_for_alone(d: Dossier) -> tuple[Wachtvraag, ...]:
    """Every question that waits for a moment alone, in the order of the conversation. For the werkscherm only."""
    return tuple(w for afname in d.afnamen.values() for w in waiting_in(d, afname))


def waiting_in(d: Dossier, afname: Afname) -> Iterator[Wachtvraag]:
    """The same of one instrument: shown, not asked, and put off, or not for everyone's ears."""
    instrument, getoond = afname.instrument, state_now(d, afname).getoond
    for id_, vraag in instrument.vragen.items():
        if id_ not in getoond or id_ in afname.strijdig or (afname.kort and not vraag.kort):
            continue
        nooit_gevraagd = id_ not in afname.geldend and instrument.bijzijn_van(id_)
        if nooit_gevraagd or afname.geldend.get(id_) == "niet_gevraagd":
            yield Wachtvraag(afname.id, f"afname:{afname.id}/{id_}", vraag.tekst)
