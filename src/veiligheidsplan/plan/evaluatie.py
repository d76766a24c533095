"""A review (*evaluatie*): a new round through the same conversation, looking back at what was agreed.

Whether violence stopped is never asked at the table, and what was said together never stands in for what somebody
said alone. *Minder* is not *gestopt*, and what is not known is neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from veiligheidsplan.plan import zitting
from veiligheidsplan.plan.afname import start_instrument
from veiligheidsplan.plan.dossier import Afname, Dossier, Gegeven
from veiligheidsplan.plan.evaluatie_stand import UIT_HET_PLAN, round_of, task_of
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.herhaald import ended
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.model import SAMEN_CIJFER
from veiligheidsplan.plan.omgeving import Omgeving

#: answers to «is the violence over» that say that it is not
NIET_GESTOPT = ("minder", "gelijk", "meer")


class Verslag(NamedTuple):
    """What one person said of the violence since the last round: who, alone or together, the answer and why."""

    wie: str
    samen: bool
    sinds: str
    waarom: str
    gegeven: Gegeven


def latest(d: Dossier) -> str | None:
    """The last review (``evaluatie:2``), if there is one. Also in a dossier that was reduced for the table."""
    alle = [o for o in d.waarden if o.startswith("evaluatie:")]
    return max(alle, key=number, default=None)


def number(evaluatie: str) -> int:
    """``evaluatie:2`` -> 2."""
    return int(evaluatie.split(":")[1])


def begin(d: Dossier, o: Omgeving) -> tuple[Feit, ...]:
    """The facts of a new review: another session, the questions about now anew, and what to look back at."""
    vorige = latest(d)
    inhoud = {
        "nummer": number(vorige) + 1 if vorige else 1,
        "dag": o.vandaag.isoformat(),
        "sinds": start_of(d) or o.vandaag.isoformat(),
        "nu": next_use(d, o.sjabloon.instrumenten.nu),
        "taken": [t for soort in ("actie", "afspraak") for t in _standing(d, soort)],
    }
    volgende = {
        "onderwerp": "gesprek",
        "veld": "zitting",
        "waarde": zitting.next_number(d),
        "zitting": zitting.current(d),
        "toelichting": None,
    }
    return (Feit("waarde_gegeven", volgende), Feit("evaluatie_begonnen", inhoud))


def next_use(d: Dossier, instrument: str) -> str:
    """The id of a new use of this instrument: never one that was used, nor the one that a review keeps for itself."""
    bezet = [*d.afnamen, *(str(d.waarde(e, "nu") or "") for e in d.waarden if e.startswith("evaluatie:"))]
    hoogste = max((_round(a)[1] for a in bezet if _round(a)[0] == instrument), default=0)
    return f"{instrument}:{hoogste + 1}"


def findings(d: Dossier) -> Iterator[tuple[str, str]]:
    """What of the last review is still open: (sentence of the template, what it is about)."""
    nu = latest(d)
    if nu is None:
        return
    yield from (("nog_geweld_ongevraagd", p) for p in unasked(d, nu))
    yield from (("nog_taak_onbekend", task_of(t)) for t in tasks(d) if not accounts(d, t))


def begun_again(d: Dossier, o: Omgeving, gekozen: Any) -> Iterator[Feit]:
    """The lists that were chosen to be asked again, each about the same person, on the newest version."""
    al = superseded(d)
    nieuw: dict[str, int] = {}
    for id_ in gekozen or ():
        oud = d.afnamen.get(id_)
        if oud is None or id_ in al:
            continue
        soort = id_.rpartition(":")[0]
        hoogste = max(_round(a)[1] for a in d.afnamen if _round(a)[0] == soort)
        nieuw[soort] = nieuw.get(soort, hoogste) + 1
        yield start_instrument(d, o, f"{soort}:{nieuw[soort]}", over=oud.over, kort=oud.kort)


def start_of(d: Dossier) -> str | None:
    """The day on which the first plan was established."""
    return d.vaststellingen[0].tijd.date().isoformat() if d.vaststellingen else None


def _standing(d: Dossier, soort: str) -> Iterator[str]:
    for onderwerp in sorted(d.onderwerpen(soort), key=lambda t: int(t.split(":")[1])):
        if d.waarde(onderwerp, "wat") and not ended(d, onderwerp):
            yield onderwerp


def now_id(d: Dossier, o: Omgeving) -> str:
    """The use of the questions about now that belongs to this round."""
    evaluatie = latest(d)
    nu = str(d.waarde(evaluatie, "nu") or "") if evaluatie else ""
    past = nu in d.afnamen or nu.rpartition(":")[0] in o.instrumenten
    return nu if nu and past else f"{o.sjabloon.instrumenten.nu}:1"


def tasks(d: Dossier) -> tuple[str, ...]:
    """What this review looks back at (``taak:1:actie:2``), without what was withdrawn from the plan otherwise."""
    evaluatie = latest(d)
    if evaluatie is None:
        return ()
    alle = (f"taak:{number(evaluatie)}:{t}" for t in d.waarde(evaluatie, "taken") or ())
    return tuple(t for t in alle if not withdrawn(d, t) and words(d, t))


def withdrawn(d: Dossier, taak: str) -> bool:
    """Whether the action or agreement was taken out of the dossier, and not by a review that told so."""
    return task_of(taak) in d.gearchiveerd and not _told(d, task_of(taak))


def _told(d: Dossier, wat: str) -> bool:
    return any(
        o.startswith("taak:") and task_of(o) == wat and d.waarde(o, "verder") in UIT_HET_PLAN
        for o in d.waarden
    )


def words(d: Dossier, taak: str) -> str:
    """What it was, in its own words: those of the action itself, or what a reduced dossier kept of them."""
    return str(d.waarde(taak, "wat") or d.waarde(task_of(taak), "wat") or "")


def may_be_read(d: Dossier, taak: str) -> bool:
    """Whether the joint copy and the table may hold this: of the last review, said together, not withdrawn."""
    evaluatie = latest(d)
    nu = evaluatie is not None and round_of(taak) == number(evaluatie)
    return nu and d.waarde(taak, "gedaan") is not None and not withdrawn(d, taak)


class Taakverslag(NamedTuple):
    """What was said of one task: by whom (``samen`` when together), the answer, why, and whose key wrote it."""

    wie: str
    gedaan: str
    waarom: str
    door: str


def accounts(d: Dossier, taak: str) -> tuple[Taakverslag, ...]:
    """Who said of this task whether it was done. Solo ones first."""
    kop = f"taakverslag:{taak.removeprefix('taak:')}@"
    uit = [
        _account(d, o, o.removeprefix(kop))
        for o in d.onderwerpen("taakverslag")
        if o.startswith(kop) and d.waarde(o, "gedaan")
    ]
    if d.waarde(taak, "gedaan"):
        uit.append(_account(d, taak, zitting.SAMEN))
    return tuple(uit)


def _account(d: Dossier, onderwerp: str, wie: str) -> Taakverslag:
    gedaan = d.waarden[onderwerp]["gedaan"]
    return Taakverslag(wie, str(gedaan.waarde), str(d.waarde(onderwerp, "waarom") or ""), gedaan.door)


def violence(d: Dossier, evaluatie: str) -> tuple[Verslag, ...]:
    """Every account of the violence in one review; of people who still belong to it, and of the professional."""
    kop = f"geweld:{number(evaluatie)}:"
    uit = []
    for onderwerp, velden in d.waarden.items():
        if not onderwerp.startswith(kop) or "sinds" not in velden:
            continue
        wie = onderwerp.removeprefix(kop)
        samen, persoon = wie.endswith(SAMEN_CIJFER), wie.removesuffix(SAMEN_CIJFER)
        if persoon not in d.gearchiveerd:
            gegeven = velden["sinds"]
            waarom = str(d.waarde(onderwerp, "waarom") or "")
            uit.append(Verslag(persoon, samen, str(gegeven.waarde or "niet_gevraagd"), waarom, gegeven))
    return tuple(uit)


def unasked(d: Dossier, evaluatie: str) -> tuple[str, ...]:
    """Who gave no account alone in this review. What was said together does not count as one."""
    alleen = {v.wie for v in violence(d, evaluatie) if not v.samen and v.sinds != "niet_gevraagd"}
    return tuple(p for p in d.onderwerpen("persoon") if p not in alleen)


def all_stopped(d: Dossier, evaluatie: str) -> bool:
    """Whether everyone said alone that it stopped, the professional too, and nobody said otherwise anywhere."""
    alle = violence(d, evaluatie)
    zelf = any(v.wie == MEDEWERKER for v in alle)
    return zelf and not unasked(d, evaluatie) and all(v.sinds == "gestopt" for v in alle)


def superseded(d: Dossier) -> frozenset[str]:
    """Uses of an instrument after which all its questions were begun anew about the same person."""
    uit = set()
    for a in d.afnamen.values():
        soort, nummer = _round(a.id)
        for b in d.afnamen.values():
            zelfde = _round(b.id)[0] == soort and b.over == a.over and _round(b.id)[1] > nummer
            if zelfde and (a.kort or not b.kort):
                uit.add(a.id)
    return frozenset(uit)


def current_uses(d: Dossier) -> tuple[Afname, ...]:
    """The uses that hold now: not those that were asked anew. The others stand in the trend and in their round."""
    oud = superseded(d)
    return tuple(a for a in d.afnamen.values() if a.id not in oud)


def _round(afname: str) -> tuple[str, int]:
    soort, _, nummer = afname.rpartition(":")
    return soort, int(nummer) if nummer.isdecimal() else 0
