"""What a copy leaves out (*weggelaten*), by kind: for the professional's eyes alone, before the copy is made."""

from __future__ import annotations

from veiligheidsplan.plan.delen import name
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.eigendom import owner_of
from veiligheidsplan.plan.kopie import Eigendeel, make_copy, parts
from veiligheidsplan.plan.lezer import PROFESSIONAL, Lezer
from veiligheidsplan.plan.model import VELDEN, kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.ongezegd import unsaid
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.woorden import fill, in_a_row

#: how we sat and went, and what decides who reads what: no part of the plan itself
_GEEN_INHOUD = ("gesprek", "zitting", "hoofdstukken")
_BESLIST = ("van", "gedeeld", "zichtbaar_voor", "op_plan")


def left_out(d: Dossier, o: Omgeving, voor: Lezer, *, eigen: Eigendeel = "niet") -> tuple[str, ...]:
    """A line per kind that is in the dossier and not (whole) on this copy, with whose it is where it is of a person.

    And a line for each text that this copy might hold and does not: it does not count now, or no section asks for it.
    """
    kopie = make_copy(d, o, voor, kenmerk="", eigen=eigen)
    if voor == PROFESSIONAL:
        return unsaid((d,), o, kopie)
    heel, delen = awake(d), parts(d, o, voor, eigen)
    weg: dict[str, dict[str, None]] = {}
    for onderwerp, velden in heel.waarden.items():
        soort = kind_of(onderwerp)
        if soort in _GEEN_INHOUD or onderwerp in d.gearchiveerd or soort not in VELDEN:
            continue
        if any(_missing(delen, onderwerp, v) for v, g in velden.items() if g.waarde is not None):
            van = owner_of(heel, onderwerp)
            weg.setdefault(soort, {})[name(heel, o, van) if van else ""] = None
    regels = [_line(o, soort, [n for n in namen if n]) for soort, namen in weg.items()]
    vragenlijsten = (a.instrument.titel for a in d.afnamen.values() if a.antwoorden)
    return (
        *regels,
        *(fill(o.zin("weggelaten_vragenlijst"), {"titel": t}) for t in dict.fromkeys(vragenlijsten)),
        *unsaid(delen, o, kopie),
    )


def _missing(delen: tuple[Dossier, ...], onderwerp: str, veld: str) -> bool:
    return veld not in _BESLIST and all(deel.waarde(onderwerp, veld) is None for deel in delen)


def _line(o: Omgeving, soort: str, namen: list[str]) -> str:
    kop = o.sjabloon.zinnen.get(f"sectie_{soort}", soort)
    return f"{kop}: {in_a_row(namen)}" if namen else kop
