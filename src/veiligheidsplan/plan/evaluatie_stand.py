"""A review (*evaluatie*) as the fold keeps it: the dossier before it, and what is asked again because of it.

What holds for a moment only (a number, safe tonight, who agreed) is empty again; what may still be true is asked
again and stays until its answer. Nothing is lost: ``Evaluatie.staat`` is the dossier as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from veiligheidsplan.plan.gebeurtenis import Gebeurtenis
from veiligheidsplan.plan.model import kind_of

if TYPE_CHECKING:
    from veiligheidsplan.plan.dossier import Dossier, Gegeven

#: of the moment: empty again in a new round. An old number beside a new plan would look like one of today
VAN_TOEN: Final = frozenset({"cijfer", "slot"})
#: the same for single fields: who agreed, did so with the former plan
VELD_VAN_TOEN: Final = frozenset({("acties", "reden_minder"), ("stem", "akkoord"), ("stem", "reden_akkoord")})
#: asked again, with what was said then offered
_OPNIEUW: Final = {
    "vervolg": ("contact_datum", "contact_tijd", "contact_hoe", "evaluatie_datum"),
    "persoon": ("leeftijd", "woont_hier", "zwanger", "mogelijke_pleger"),
    "voorwaarde": ("status",),
    "actie": ("wanneer", "tijd"),
    "afspraak": ("tot",),
}
_MEER: Final = (
    "meer_actie_",
    "meer_afspraak_",
    "meer_persoon_",
    "meer_voorwaarde_",
    "meer_zorg_",
    "meer_maatregel_",
)
#: what becomes of an action or agreement that takes it out of the plan
UIT_HET_PLAN: Final = ("klaar", "vervalt")


@dataclass(frozen=True, slots=True)
class Evaluatie:
    """One review: its number, when it began, on which day it was due, and the dossier before it."""

    nummer: int
    tijd: datetime
    volgnummer: int
    dag: str
    gepland: str | None
    staat: Dossier | None = field(default=None, compare=False, repr=False)

    @property
    def te_laat(self) -> bool:
        """Whether it was held after the day that was agreed."""
        return self.gepland is not None and self.gepland < self.dag


def begun(staat: Dossier, g: Gebeurtenis, volgnummer: int, gegeven: type[Gegeven]) -> dict[str, Any]:
    """What an ``evaluatie_begonnen`` changes. A second beginning of the same review changes nothing."""
    i = g.inhoud
    id_ = f"evaluatie:{i['nummer']}"
    if id_ in staat.waarden:
        return {}
    waarden = _kept(staat.waarden)
    eigen = {"begonnen": i["dag"], "sinds": i["sinds"], "nu": i["nu"], "taken": tuple(i["taken"])}
    waarden[id_] = {v: gegeven(w, volgnummer, g.tijd, door=g.door) for v, w in eigen.items()}
    gepland = staat.waarde("vervolg", "evaluatie_datum")
    evaluatie = Evaluatie(i["nummer"], g.tijd, volgnummer, i["dag"], gepland, staat)
    return {
        "waarden": waarden,
        "evaluaties": (*staat.evaluaties, evaluatie),
        "opnieuw": frozenset(_again(staat)),
    }


def _kept(waarden: Mapping[str, Mapping[str, Gegeven]]) -> dict[str, Mapping[str, Gegeven]]:
    uit: dict[str, Mapping[str, Gegeven]] = {}
    for onderwerp, velden in waarden.items():
        soort = kind_of(onderwerp)
        if soort in VAN_TOEN:
            continue
        over = {v: g for v, g in velden.items() if (soort, v) not in VELD_VAN_TOEN and not _read(soort, v)}
        if over:
            uit[onderwerp] = over
    return uit


def _read(soort: str, veld: str) -> bool:
    """What to do when somebody is not safe is to be read again."""
    return soort == "gesprek" and veld.startswith("slot_nu:")


def _again(staat: Dossier) -> Iterator[str]:
    for onderwerp, velden in staat.waarden.items():
        soort = kind_of(onderwerp)
        if onderwerp in staat.gearchiveerd:
            continue
        if soort == "gesprek":
            meer = (v for v in velden if v.startswith(_MEER) and velden[v].waarde == "nee")
            yield from (f"gesprek/{v}" for v in meer)
        for veld in _OPNIEUW.get(soort, ()):
            if veld in velden and not (
                veld == "leeftijd" and staat.waarde(onderwerp, "soort") == "volwassene"
            ):
                yield f"{onderwerp}/{veld}"  # of a grown-up another year changes nothing


def value_changes(staat: Dossier, inhoud: Mapping[str, Any]) -> dict[str, Any]:
    """What a given value changes besides itself: asked again no more, and in or out of the plan."""
    uit: dict[str, Any] = {}
    id_ = f"{inhoud['onderwerp']}/{inhoud['veld']}"
    if id_ in staat.opnieuw:
        uit["opnieuw"] = staat.opnieuw - {id_}
    if kind_of(inhoud["onderwerp"]) == "taak" and inhoud["veld"] == "verder":
        wat = task_of(inhoud["onderwerp"])
        was = staat.waarde(inhoud["onderwerp"], "verder")
        if inhoud["waarde"] in UIT_HET_PLAN:
            uit["gearchiveerd"] = staat.gearchiveerd | {wat}
        elif was in UIT_HET_PLAN:  # taken out by this review alone
            uit["gearchiveerd"] = staat.gearchiveerd - {wat}
    return uit


def task_of(taak: str) -> str:
    """``taak:1:actie:2`` -> ``actie:2``."""
    return taak.split(":", 2)[2]


def round_of(taak: str) -> int:
    """``taak:1:actie:2`` -> 1."""
    return int(taak.split(":", 2)[1])
