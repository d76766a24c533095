"""What a plan still lacks (*volledigheid*).

One list, for the professional. Nothing in it blocks a family from leaving.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from veiligheidsplan.plan import (
    beeld,
    bescherming,
    eigen_plan,
    lasten,
    maatregel,
    meldcode,
    rol,
    samen,
    stemmen,
    verantwoording,
    voorwaarden,
)
from veiligheidsplan.plan.afname_stand import state_now
from veiligheidsplan.plan.archief import left_behind
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.evaluatie import findings, now_id, superseded
from veiligheidsplan.plan.model import AANTAL_ACTIES, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import judge, judged
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.verslag import chosen
from veiligheidsplan.plan.woorden import fill


def enough_for_now(d: Dossier) -> bool:
    """Whether everyone is said to be safe tonight and until the next contact. Not asked is not yes."""
    personen = d.onderwerpen("persoon")
    return bool(personen) and all(
        d.waarde(f"slot:{p}", veld) == "ja" for p in personen for veld in ("vannacht", "tot_contact")
    )


def open_points(d: Dossier, o: Omgeving) -> tuple[tuple[str, str], ...]:
    """What is still open, most urgent first: (sentence of the template, what it is about). Holds no name or text."""
    return tuple(_open_points(d, o))


def _open_points(d: Dossier, o: Omgeving) -> Iterator[tuple[str, str]]:
    d = awake(d)
    if not enough_for_now(d):
        yield ("niet_voldoende_voor_nu", "")
        for persoon in d.onderwerpen("persoon"):
            if any(d.waarde(f"slot:{persoon}", v) != "ja" for v in ("vannacht", "tot_contact")):
                yield ("open_slot", persoon)
    if now_id(d, o) not in d.afnamen:
        yield ("open_nu", "")
    acties = actions(d)
    if len(acties) < AANTAL_ACTIES:
        yield ("open_acties", str(len(acties)))
    for nummer, actie in enumerate(acties, 1):
        if d.waarde(actie, "direct") == "ja" and _too_late(d, o, actie):
            yield ("open_te_laat", str(nummer))
    yield from findings(d)
    yield from meldcode.findings(d, o)
    yield from rol.findings(d)
    yield from eigen_plan.findings(d)
    yield from lasten.findings(d, acties)
    yield from voorwaarden.findings(d, o, acties)
    yield from stemmen.findings(d)
    yield from beeld.findings(d, o)
    yield from maatregel.findings(d, o)
    yield from bescherming.findings(d, o)
    yield from verantwoording.findings(d, o)
    yield from samen.findings(d, o)
    yield from (("open_uitvoerder", onderwerp) for onderwerp in left_behind(d))
    for onderwerp, veld in (
        ("regie", "casusregisseur"),
        ("regie", "mandaathouder"),
        ("vervolg", "contact_datum"),
        ("vervolg", "evaluatie_datum"),
    ):
        if not d.waarde(onderwerp, veld):
            yield (f"open_{veld}", "")
    yield from _open_judgements(d)


def _open_judgements(d: Dossier) -> Iterator[tuple[str, str]]:
    oud = superseded(d)
    for afname in d.afnamen.values():
        if afname.id in oud:
            continue
        besluit = d.waarde(f"oordeel:{afname.id}", "besluit")
        if afname.instrument.niveaus and (besluit == "later" or not judged(d, afname.id)):
            yield ("open_oordeel", afname.id)
        if besluit == "lager" and judge(d, afname).bevestigd is None:
            yield ("open_lager", afname.id)
        if any(not chosen(afname.verslagen[v], afname.keuzes.get(v)) for v in _contradicted(d, afname)):
            yield ("open_tegenspraak", afname.id)


def _contradicted(d: Dossier, afname: Afname) -> frozenset[str]:
    return afname.strijdig & state_now(d, afname).getoond


def lacking(d: Dossier, o: Omgeving) -> tuple[str, ...]:
    """``open_points`` as Dutch sentences."""
    return tuple(in_words(d, o, zin, over) for zin, over in open_points(d, o))


def in_words(d: Dossier, o: Omgeving, zin: str, over: str) -> str:
    """One open point as a Dutch sentence."""
    return fill(o.zin(zin), _openings(d, o, over))


def _openings(d: Dossier, o: Omgeving, over: str) -> dict[str, str]:
    if kind_of(over) == "maatregel":
        return maatregel.openings(d, o, over)
    if kind_of(over) == "meldstap":
        return meldcode.openings(o, over)
    afname = d.afnamen.get(over)
    titel = afname.instrument.titel if afname else o.sjabloon.gegevens.get(over.partition(":")[2], "")
    return {
        "naam": str(d.waarde(over, "naam") or ""),
        "wat": str(d.waarde(over, "wat") or ""),
        "aantal": over,
        "nummer": over,
        "titel": titel,
        "uren": str(o.sjabloon.direct_binnen.uren) if o.sjabloon.direct_binnen else "",
    }


def actions(d: Dossier) -> tuple[str, ...]:
    """The joint actions in order."""
    return tuple(a for a in d.onderwerpen("actie") if d.waarde(a, "wat"))


def _too_late(d: Dossier, o: Omgeving, actie: str) -> bool:
    """Later than the template asks (``direct_binnen``).

    Counted from the moment at which this day was agreed; without an hour it is the end of that day.

    The log keeps UTC and the household says the hour of its own clock, which is never behind: an hour or two stricter.
    """
    wanneer, binnen = d.waarden[actie].get("wanneer"), o.sjabloon.direct_binnen
    if binnen is None or wanneer is None or not wanneer.waarde:
        return False
    uur = time.fromisoformat(d.waarde(actie, "tijd") or "23:59")
    klaar = datetime.combine(date.fromisoformat(wanneer.waarde), uur)
    return klaar - wanneer.tijd.replace(tzinfo=None) > timedelta(hours=binnen.uren)
