"""Who the worker was (*medewerkers*): a dossier goes from one to another, and each keeps what they said themselves."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.namen import name
from veiligheidsplan.plan.omgeving import Omgeving


def worker_of(d: Dossier, o: Omgeving, door: str) -> str:
    """The name of the worker whose key wrote something: also of one who handed the dossier over since."""
    for staat in _states(d):
        naam = staat.waarden.get(MEDEWERKER, {}).get("naam")
        if naam is not None and naam.waarde and naam.door == door:
            return str(naam.waarde)
    return o.zin("een_eerdere_medewerker")


def _states(d: Dossier) -> Iterator[Dossier]:
    yield d
    for v in reversed(d.vaststellingen):
        if v.staat is not None:
            yield v.staat
    for e in reversed(d.evaluaties):
        if e.staat is not None:
            yield e.staat


def said_by(d: Dossier, o: Omgeving, wie: str, door: str) -> str:
    """The name of a person, or of the worker who wrote this."""
    return worker_of(d, o, door) if wie == MEDEWERKER else name(d, o, wie)
