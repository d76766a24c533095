"""Orders (*maatregelen*) that keep people apart: huisverbod, contactverbod, straatverbod; until when, and for whom.

In force on the last day too. Not known is not «over»: without a day it is in force, without a name it is about
everybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from veiligheidsplan.plan import zitting
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.vaststelling import last_established
from veiligheidsplan.plan.woorden import fill, spoken_date, spoken_iso, visible


class Periode(NamedTuple):
    """From and until, both days included; ``None`` is not known."""

    van: date | None
    tot: date | None


def orders(d: Dossier) -> tuple[str, ...]:
    """Every order that was noted and was not taken back, by id."""
    eind = next((n for n in range(1, 100) if d.waarde("gesprek", f"meer_maatregel_{n}") == "nee"), 100)
    return tuple(m for m in d.onderwerpen("maatregel") if int(m.split(":")[1]) < eind)


def period(d: Dossier, maatregel: str) -> Periode:
    return Periode(_day(d, maatregel, "van"), _day(d, maatregel, "tot"))


def _day(d: Dossier, onderwerp: str, veld: str) -> date | None:
    waarde = d.waarde(onderwerp, veld)
    return date.fromisoformat(waarde) if isinstance(waarde, str) else None


def in_force(d: Dossier, maatregel: str, dag: date) -> bool:
    """Whether it holds on this day, the first and the last day included."""
    van, tot = period(d, maatregel)
    if van is not None and tot is not None and tot < van:
        van = None  # one of the two is a slip: then it counts until the last day that was written down
    return (van is None or van <= dag) and (tot is None or dag <= tot)


def forbids(d: Dossier, maatregel: str, erbij: tuple[str, ...]) -> bool:
    """Whether it keeps people apart who are both there. Nobody named: anyone may be there."""
    if allowed(d, maatregel):
        return False
    iedereen = d.onderwerpen("persoon")
    erbij = erbij or iedereen
    wie, tegen = d.waarde(maatregel, "voor"), tuple(d.waarde(maatregel, "tegenover") or ())
    if wie not in iedereen:  # not known whom it binds
        return len(erbij) > 1 and (not tegen or bool(set(tegen) & set(erbij)))
    return wie in erbij and bool((set(tegen) or set(erbij)) & set(erbij) - {wie})


def allowed(d: Dossier, maatregel: str) -> bool:
    """Whether its own text lets them speak together, written down with where it says so."""
    waar = d.waarde(maatregel, "waar_staat")
    return d.waarde(maatregel, "contact_mag") == "ja" and isinstance(waar, str) and visible(waar)


def in_the_way(d: Dossier, dag: date) -> tuple[str, ...]:
    """Orders in force between people who are together in this session."""
    if not zitting.together(d):
        return ()
    erbij = tuple(p for p in zitting.present(d) if kind_of(p) == "persoon")
    return tuple(m for m in orders(d) if in_force(d, m, dag) and forbids(d, m, erbij))


def kind(d: Dossier, o: Omgeving, maatregel: str) -> str:
    """«Huisverbod»; «Verboden» where nobody said which."""
    soort = o.sjabloon.maatregelen.get(str(d.waarde(maatregel, "soort")))
    return soort.titel if soort else o.zin("sectie_maatregel")


def how_long(d: Dossier, o: Omgeving, maatregel: str) -> str:
    """«nog 3 dagen, tot en met 10 december 2026», counted from today; empty without a last day."""
    return days_left(o, period(d, maatregel))


def days_left(o: Omgeving, periode: Periode) -> str:
    """How long these days still last, in words, counted from today; empty without a last day."""
    van, tot = periode
    if van is not None and van > o.vandaag and (tot is None or van <= tot):
        return fill(o.zin("verbod_begint"), {"datum": spoken_date(van)})
    if tot is None:
        return ""
    dagen = (tot - o.vandaag).days
    zin = {0: "verbod_laatste_dag", 1: "verbod_nog_een_dag"}.get(
        dagen, "verbod_nog_dagen" if dagen > 0 else "verbod_voorbij"
    )
    return fill(o.zin(zin), {"datum": spoken_date(tot), "aantal": str(dagen)})


def countdown(d: Dossier, o: Omgeving, maatregel: str) -> str:
    """One line for the professional: which order, for whom, how long still."""
    duur = how_long(d, o, maatregel)
    naam = str(d.waarde(str(d.waarde(maatregel, "voor")), "naam") or o.zin("iemand"))
    zin = "verbod_loopt" if duur else "verbod_geen_eind"
    return fill(o.zin(zin), {"soort": kind(d, o, maatregel), "naam": naam, "dagen": duur})


def findings(d: Dossier, o: Omgeving) -> Iterator[tuple[str, str]]:
    """What a professional should look at: (sentence of the template, the order)."""
    yield from (("open_verbod_samen", m) for m in in_the_way(d, o.vandaag))
    contact = _day(d, "vervolg", "contact_datum")
    for m in orders(d):
        van, tot = period(d, m)
        if tot is not None and tot >= o.vandaag and _needs_a_plan(d, o, m):
            yield ("open_verbod_plan", m)
        if tot is not None and tot >= o.vandaag:
            if contact is None:
                yield ("open_verbod_eind_onbekend", m)
            elif tot < contact:
                yield ("open_verbod_eind", m)
        if van is not None and tot is not None and tot < van:
            yield ("open_verbod_datum", m)
        elif (duur := days(d, m)) is not None and _unusual(d, o, m, duur):
            yield ("open_verbod_dagen", m)


def _needs_a_plan(d: Dossier, o: Omgeving, maatregel: str) -> bool:
    """Whether the plan must be established before this order ends, and was not since the order began."""
    soort = o.sjabloon.maatregelen.get(str(d.waarde(maatregel, "soort")))
    if soort is None or not soort.plan_klaar:
        return False
    van, vorige = period(d, maatregel).van, last_established(d)
    return vorige is None or (van is not None and vorige.tijd.date() < van)


def days(d: Dossier, maatregel: str) -> int | None:
    """How many days it lasts, both days counted; ``None`` when one is not known."""
    van, tot = period(d, maatregel)
    return (tot - van).days + 1 if van is not None and tot is not None else None


def _unusual(d: Dossier, o: Omgeving, maatregel: str, duur: int) -> bool:
    """Outside what is usual. It begins at an hour: ten days may touch eleven dates."""
    soort = o.sjabloon.maatregelen.get(str(d.waarde(maatregel, "soort")))
    return soort is not None and soort.dagen is not None and not soort.dagen[0] <= duur <= soort.dagen[1] + 1


def openings(d: Dossier, o: Omgeving, maatregel: str) -> dict[str, str]:
    """What fills a sentence about this order."""
    soort = o.sjabloon.maatregelen.get(str(d.waarde(maatregel, "soort")))
    kort, lang = soort.dagen if soort and soort.dagen else (0, 0)
    return {
        "soort": kind(d, o, maatregel),
        "datum": spoken_iso(d.waarde(maatregel, "tot"), met_dag=True),
        "aantal": str(days(d, maatregel) or ""),
        "kort": str(kort),
        "lang": str(lang),
    }
