"""What a dossier still waits for (*termijn*): derived from the log alone, without a clock, kept in the kopblad.

A date that was never given is a term too: not knowing when the next contact is, is not the same as having none.
Kinds and dates only; no name, no text and nothing of what somebody answered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from veiligheidsplan.plan.afname_stand import state_now
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.herhaald import ended
from veiligheidsplan.plan.maatregel import orders
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.vaststelling import changed_since, last_established
from veiligheidsplan.plan.voorwaarden import conditions

#: what cannot wait, before what can: of two terms that are as urgent by the clock the first comes first
SOORTEN: Final = (
    "melding_doen",  # it was decided to report, and nobody wrote down that it was done
    "melding",  # reported, and not taken over yet: since the day of the report
    "overname",  # the day on which Veilig Thuis takes over
    "actie_direct",
    "plan_voor_verbod",  # the plan must be there before the order ends
    "verbod",
    "maatregel",  # another measure: of what nature stays in the dossier
    "voorwaarde_vt",
    "voorwaarde",
    "contact",
    "geen_contact",
    "meldcode",  # after an incident or a review the reporting code was put off
    "actie",
    "evaluatie",
    "geen_evaluatie",
    "afspraak",
    "vragenlijst",  # left half-way: since the last day that something was written
    "ronde",
)
#: their day is since when, not until when
SINDS: Final = frozenset({"melding", "meldcode", "vragenlijst", "ronde"})
#: left half-way: it waits for somebody, and no day was missed
HALF: Final = frozenset({"vragenlijst", "ronde"})
_UUR = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z")


class Termijn(NamedTuple):
    """One thing that is waited for: ``dag`` (ISO) and ``tijd`` («14:30») on the household's clock.

    Without ``dag`` nobody gave one. ``aantal``: how many of the same kind at the same moment.
    """

    soort: str
    dag: str | None = None
    tijd: str | None = None
    aantal: int = 1


Dag = Callable[[datetime], date]


def terms(d: Dossier, dag: Dag) -> tuple[Termijn, ...]:
    """Everything this dossier waits for, in the order of ``SOORTEN`` and then by day; nothing once handed over.

    *dag* says on which day of the household's calendar a moment of the log was.
    """
    if d.overgedragen is not None or d.begonnen is None:
        return ()
    geteld = Counter((*_conditions(d), *_terms(awake(d), dag)))
    alle = [t._replace(aantal=n) for t, n in geteld.items()]
    return tuple(sorted(alle, key=lambda t: (SOORTEN.index(t.soort), t.dag or "", t.tijd or "")))


def _terms(d: Dossier, dag: Dag) -> Iterator[Termijn]:
    yield from _reports(d, dag)
    yield from _actions(d)
    yield from _orders(d, dag)
    yield from _follow_up(d)
    yield from _half_way(d, dag)


def _conditions(d: Dossier) -> Iterator[Termijn]:
    """Every condition of which nobody said that it is met."""
    for v in conditions(d):
        if d.waarde(v, "status") != "ja":
            soort = "voorwaarde_vt" if d.waarde(v, "herkomst") == "veilig_thuis" else "voorwaarde"
            yield Termijn(soort, _day(d.waarde(v, "tot")))


def _reports(d: Dossier, dag: Dag) -> Iterator[Termijn]:
    for besluit in d.onderwerpen("meldbesluit"):
        melding = f"melding:{besluit.split(':', 1)[1]}"
        if d.waarde(besluit, "melden") == "ja" and not d.waarde(melding, "wanneer"):
            yield Termijn("melding_doen")
    for melding in d.onderwerpen("melding"):
        if d.waarde(melding, "wanneer"):
            yield from _taken_over(d, melding, dag)
    for onderwerp in (*d.onderwerpen("incident"), *d.onderwerpen("evaluatie")):
        if d.waarde(onderwerp, "meldcode") == "later" and not _weighed_since(d, onderwerp):
            moment = d.waarden[onderwerp]["meldcode"].tijd
            yield Termijn("meldcode", dag(moment).isoformat())


def _taken_over(d: Dossier, melding: str, dag: Dag) -> Iterator[Termijn]:
    """Until the day on which Veilig Thuis has taken over all of it, our own watch goes on. Without a day: not yet."""
    vanaf = _day(d.waarde(melding, "overname_wanneer"))
    if d.waarde(melding, "overname") != "ja" or vanaf is None:
        yield Termijn("melding", _day(d.waarde(melding, "wanneer")))
    elif d.laatst is None or vanaf > dag(d.laatst).isoformat():
        yield Termijn("overname", vanaf)


def _weighed_since(d: Dossier, onderwerp: str) -> bool:
    """Whether the reporting code was begun (again) after it was put off."""
    sinds = d.waarden[onderwerp]["meldcode"].volgnummer
    return any(
        g.volgnummer > sinds for o in d.onderwerpen("meldcode") for g in d.waarden[o].values() if g.waarde
    )


def _actions(d: Dossier) -> Iterator[Termijn]:
    """Agreed, and still to do: one of which a review said that it is done, is archived."""
    for a in d.onderwerpen("actie"):
        if not d.waarde(a, "wat") or ended(d, a):
            continue
        soort = "actie" if d.waarde(a, "direct") == "nee" else "actie_direct"  # not known counts as now
        yield Termijn(soort, _day(d.waarde(a, "wanneer")), _hour(d.waarde(a, "tijd")))
    for a in d.onderwerpen("afspraak"):
        if d.waarde(a, "wat") and d.waarde(a, "tot") and not ended(d, a):
            yield Termijn("afspraak", _day(d.waarde(a, "tot")))


def _orders(d: Dossier, dag: Dag) -> Iterator[Termijn]:
    """The end of what keeps people apart or protects somebody, and the plan that must be there by then."""
    for m in orders(d):
        tot, soort = _day(d.waarde(m, "tot")), str(d.waarde(m, "soort"))
        if not _looked_at_since(d, tot, dag):
            yield Termijn("verbod" if soort.endswith("verbod") else "maatregel", tot)
            if tot and _without_plan(d, m, dag):
                yield Termijn("plan_voor_verbod", tot)
    for b in d.onderwerpen("bescherming"):
        tot = _day(d.waarde(b, "tot"))
        if tot and not _looked_at_since(d, tot, dag):
            yield Termijn("maatregel", tot)


def _looked_at_since(d: Dossier, tot: str | None, dag: Dag) -> bool:
    """Whether it is over, and the plan was established after that."""
    vorige = last_established(d)
    return tot is not None and vorige is not None and dag(vorige.tijd).isoformat() > tot


def _without_plan(d: Dossier, maatregel: str, dag: Dag) -> bool:
    """Whether no plan was established as it is now, since this order began."""
    vorige, van = last_established(d), _day(d.waarde(maatregel, "van"))
    if vorige is None or changed_since(d):
        return True
    return van is not None and dag(vorige.tijd).isoformat() < van


def _follow_up(d: Dossier) -> Iterator[Termijn]:
    contact, evaluatie = d.waarde("vervolg", "contact_datum"), d.waarde("vervolg", "evaluatie_datum")
    if contact:
        yield Termijn("contact", _day(contact), _hour(d.waarde("vervolg", "contact_tijd")))
    else:
        yield Termijn("geen_contact")
    if evaluatie:
        yield Termijn("evaluatie", _day(evaluatie))
    elif last_established(d) is not None:
        yield Termijn("geen_evaluatie")


def _half_way(d: Dossier, dag: Dag) -> Iterator[Termijn]:
    for afname in d.afnamen.values():
        if afname.antwoorden and afname.uitslag is None:
            stand = state_now(d, afname)
            if any(v not in afname.geldend for v in stand.getoond):
                laatst = max(r.tijd for r in afname.antwoorden.values())
                yield Termijn("vragenlijst", dag(laatst).isoformat())
    if last_established(d) is None or changed_since(d):
        yield Termijn("ronde", dag(d.laatst).isoformat() if d.laatst else None)


def _day(waarde: Any) -> str | None:
    """A stored date; what is none counts as not known, and so stays in sight."""
    try:
        return date.fromisoformat(str(waarde)).isoformat() if waarde else None
    except ValueError:
        return None


def _hour(waarde: Any) -> str | None:
    return waarde if isinstance(waarde, str) and _UUR.match(waarde) else None
