"""Bringing the worker's calendar up to date (*agenda*): from the kopbladen, with an event in each dossier that changed.

The event comes before the file: an entry that no dossier knows could never be taken out again.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.klok import to_utc
from veiligheidsplan.app.kopblad import OVERGEDRAGEN, Kop
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.export.ical import Agendaregel
from veiligheidsplan.plan.agenda import Agenda, Moment, as_content, brought_up_to_date
from veiligheidsplan.plan.gebeurtenis import Feit

#: without signs that look like another, and without vowels: a code is never a word
_TEKENS = "23456789BCDFGHJKMNPQRSTVWXZ"
_LENGTE = 5


@dataclass(frozen=True, slots=True)
class Bijgewerkt:
    """Every entry as it should be now, and what kept a dossier out."""

    regels: tuple[Agendaregel, ...]
    bevindingen: tuple[Bevinding, ...]


def update(kast: Dossierkast, koppen: Iterable[Kop]) -> Bijgewerkt:
    """Each dossier's moments; what changed is written down there first. One that cannot be written is left out."""
    alle = tuple(koppen)
    codes = {k.agenda.code for k in alle if k.agenda}
    regels: list[Agendaregel] = []
    gevonden: list[Bevinding] = []
    for kop in sorted(alle, key=lambda k: k.id):
        nieuw = brought_up_to_date(kop.agenda, kop.termijnen, _uid, lambda: _code(codes))
        if nieuw is None:
            continue
        try:
            _remember(kast, kop, nieuw)
        except BevindingenFout as fout:
            gevonden.extend(fout.bevindingen)
            continue
        codes.add(nieuw.code)
        regels.extend(entry(nieuw.code, m) for m in nieuw.momenten)
    regels.sort(key=lambda r: r.uid)  # the order says nothing of which belong together
    return Bijgewerkt(tuple(regels), tuple(gevonden))


def _remember(kast: Dossierkast, kop: Kop, nieuw: Agenda) -> None:
    """An event where something changed. What was handed over stays as it is: its entries fall away each time anew."""
    if nieuw == kop.agenda or kop.status == OVERGEDRAGEN:
        return
    kast.write(kop.id, kast.read(kop.id), [Feit("agenda_geschreven", as_content(nieuw))])


def entry(code: str, m: Moment) -> Agendaregel:
    """One moment as an entry: its hour on a Dutch clock, or its whole day."""
    dag = date.fromisoformat(m.dag)
    wanneer = to_utc(datetime.combine(dag, time.fromisoformat(m.tijd))) if m.tijd else dag
    return Agendaregel(m.uid, code, wanneer, m.volgorde, m.vervallen)


def _uid() -> str:
    return secrets.token_hex(16)


def _code(bezet: set[str]) -> str:
    while (code := "".join(secrets.choice(_TEKENS) for _ in range(_LENGTE))) in bezet:
        pass
    return code
