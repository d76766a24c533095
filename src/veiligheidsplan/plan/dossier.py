"""The dossier (*dossier*): a fold over its events. Undo, resume, history and trend all come from this one mechanism."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from veiligheidsplan.plan import afname_stand, evaluatie_stand
from veiligheidsplan.plan.afname_stand import Afname
from veiligheidsplan.plan.agenda import Agenda, written
from veiligheidsplan.plan.evaluatie_stand import Evaluatie
from veiligheidsplan.plan.gebeurtenis import Gebeurtenis
from veiligheidsplan.plan.ondertekend import Ondertekend, seen
from veiligheidsplan.plan.overdracht import Overdracht, handed_over, without_former_worker
from veiligheidsplan.plan.vaststelling import Vaststelling, changes_plan, established
from veiligheidsplan.plan.verslag import Antwoordregel

if TYPE_CHECKING:
    from veiligheidsplan.plan.rondes import Moment

__all__ = ["Afname", "Antwoordregel", "Bevestiging", "Dossier", "Gegeven", "Kopie", "Uitreiking", "fold"]

#: logged, and no work on the dossier: looking at it does not make it the last one that somebody worked on
STIL = frozenset({"gelezen", "agenda_geschreven"})


@dataclass(frozen=True, slots=True)
class Gegeven:
    """The present value of one field, and which event gave it. ``None`` means: asked, and left open."""

    waarde: Any
    volgnummer: int
    tijd: datetime
    zitting: str | None = None
    toelichting: str | None = None
    #: whose key wrote it
    door: str = ""


@dataclass(frozen=True, slots=True)
class Bevestiging:
    """A second person's own confirmation (*bevestiging*) of a lower level.

    ``besluit`` is the sequence number of the decision, ``van`` the level of the outcome
    that was seen, ``door`` whose key.
    """

    niveau: str
    van: str | None
    besluit: int
    naam: str
    door: str
    volgnummer: int
    tijd: datetime


@dataclass(frozen=True, slots=True)
class Kopie:
    """A copy that was made: for whom, its own random id, when, whether it was provisional, and what it is."""

    voor: str
    kenmerk: str
    tijd: datetime
    voorlopig: bool
    #: whether private pages came along: ``niet``, ``mee``, ``apart``
    eigen: str = "niet"
    #: the version that stands on it
    versie: int | None = None


@dataclass(frozen=True, slots=True)
class Uitreiking:
    """How a copy reached its reader (*uitgereikt*), or that it did not. Without a ``kenmerk`` no copy was made."""

    voor: str
    kenmerk: str | None
    hoe: str
    tijd: datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """The state after ``volgnummer`` events. ``waarden`` maps onderwerp (``persoon:1``) -> veld -> ``Gegeven``."""

    volgnummer: int = 0
    begonnen: datetime | None = None
    laatst: datetime | None = None
    sjabloon: str = ""
    waarden: Mapping[str, Mapping[str, Gegeven]] = field(default_factory=dict)
    gearchiveerd: frozenset[str] = frozenset()
    afnamen: Mapping[str, Afname] = field(default_factory=dict)
    kopieen: tuple[Kopie, ...] = ()
    uitgereikt: tuple[Uitreiking, ...] = ()
    #: every state of a signed file that this dossier knows, the oldest first
    ondertekend: tuple[Ondertekend, ...] = ()
    vastgesteld: datetime | None = None
    vaststellingen: tuple[Vaststelling, ...] = ()
    evaluaties: tuple[Evaluatie, ...] = ()
    #: steps with an answer of the former round that are asked again in this one
    opnieuw: frozenset[str] = frozenset()
    #: the last event that changed the plan itself
    gewijzigd: int = 0
    bevestigingen: Mapping[str, Bevestiging] = field(default_factory=dict)
    gewist: int = 0
    #: handed over to a colleague, and not taken back yet: here it is for reading only
    overgedragen: Overdracht | None = None
    #: what stands in the worker's own calendar
    agenda: Agenda | None = None
    #: only in a dossier that was reduced for a joint copy: the versions that its reader knows of
    versies: tuple[Moment, ...] = ()
    #: only in a dossier that was reduced for the table: in whose presence we are (see ``zitting.company``)
    gezelschap: frozenset[str] | None = None

    def waarde(self, onderwerp: str, veld: str) -> Any:
        """The present value of a field, or ``None`` when it was not given."""
        gegeven = self.waarden.get(onderwerp, {}).get(veld)
        return gegeven.waarde if gegeven else None

    def beantwoord(self, onderwerp: str, veld: str) -> bool:
        """Whether the field was asked and answered (also when the answer was to leave it open)."""
        return veld in self.waarden.get(onderwerp, {})

    def onderwerpen(self, soort: str) -> tuple[str, ...]:
        """Ids of all subjects of one kind (``persoon``), in the order in which they came, archived ones left out."""
        voorvoegsel = f"{soort}:"
        return tuple(o for o in self.waarden if o.startswith(voorvoegsel) and o not in self.gearchiveerd)


def fold(gebeurtenissen: Iterable[Gebeurtenis | None], begin: Dossier | None = None) -> Dossier:
    """The state after these events. ``None`` is an event whose payload was destroyed: it counts, and is skipped."""
    staat = begin or Dossier()
    for gebeurtenis in gebeurtenissen:
        volgnummer = staat.volgnummer + 1
        if gebeurtenis is None:
            staat = replace(staat, volgnummer=volgnummer, gewist=staat.gewist + 1)
            continue
        staat = replace(
            staat,
            volgnummer=volgnummer,
            laatst=staat.laatst if gebeurtenis.soort in STIL else gebeurtenis.tijd,
            gewijzigd=volgnummer if changes_plan(staat, gebeurtenis) else staat.gewijzigd,
            **_changes(staat, gebeurtenis, volgnummer),
        )
    return staat


def _changes(staat: Dossier, g: Gebeurtenis, volgnummer: int) -> dict[str, Any]:
    inhoud = g.inhoud
    match g.soort:
        case "dossier_begonnen":
            return {"begonnen": g.tijd, "sjabloon": inhoud["sjabloon"]}
        case "waarde_gegeven":
            waarden = _with_value(staat, g, volgnummer)
            return {"waarden": waarden, **evaluatie_stand.value_changes(staat, inhoud)}
        case "evaluatie_begonnen":
            return evaluatie_stand.begun(staat, g, volgnummer, Gegeven)
        case "onderwerp_gearchiveerd":
            return {"gearchiveerd": staat.gearchiveerd | {inhoud["onderwerp"]}}
        case "instrument_begonnen":
            if inhoud["afname"] in staat.afnamen:  # a round ends on the version with which it began
                return {}
            return {"afnamen": {**staat.afnamen, inhoud["afname"]: afname_stand.begun(staat, g)}}
        case "antwoord_gegeven" | "antwoord_gekozen" | "uitslag_getoond":
            afname = staat.afnamen.get(inhoud["afname"])
            if afname is None:  # the start was destroyed: its answers mean nothing without the instrument
                return {}
            return {
                "afnamen": {**staat.afnamen, afname.id: afname_stand.with_event(staat, afname, g, volgnummer)}
            }
        case "plan_vastgesteld":
            return {
                "vastgesteld": g.tijd,
                "vaststellingen": (*staat.vaststellingen, established(staat, g, volgnummer)),
            }
        case "verlaging_bevestigd":
            return {"bevestigingen": {**staat.bevestigingen, inhoud["afname"]: _confirmed(g, volgnummer)}}
        case "kopie_gemaakt":
            kopie = Kopie(
                inhoud["voor"],
                inhoud["kenmerk"],
                g.tijd,
                bool(inhoud.get("voorlopig")),
                inhoud.get("eigen") or "niet",
                inhoud.get("versie"),
            )
            return {"kopieen": (*staat.kopieen, kopie)}
        case "uitgereikt":
            keer = Uitreiking(inhoud["voor"], inhoud.get("kenmerk"), inhoud["hoe"], g.tijd)
            return {"uitgereikt": (*staat.uitgereikt, keer)}
        case "ondertekend_gezien":
            return {"ondertekend": (*staat.ondertekend, seen(g))}
        case "kopie_mislukt":
            weg = inhoud["kenmerk"]
            return {
                "kopieen": tuple(k for k in staat.kopieen if k.kenmerk != weg),
                "uitgereikt": tuple(u for u in staat.uitgereikt if u.kenmerk != weg),
                "ondertekend": tuple(o for o in staat.ondertekend if o.kenmerk != weg),
            }
        case "agenda_geschreven":
            return {"agenda": written(inhoud)}
        case "overgedragen":
            return {"overgedragen": handed_over(g, volgnummer)}
        case "teruggenomen":
            return {"overgedragen": None}
        case "overgenomen":
            return {"overgedragen": None, "waarden": without_former_worker(staat.waarden, g.door)}
        case _:
            return {}


def _with_value(staat: Dossier, g: Gebeurtenis, volgnummer: int) -> dict[str, Mapping[str, Gegeven]]:
    i = g.inhoud
    gegeven = Gegeven(
        _frozen(i["waarde"]), volgnummer, g.tijd, i.get("zitting"), i.get("toelichting"), g.door
    )
    velden = {**staat.waarden.get(i["onderwerp"], {}), i["veld"]: gegeven}
    return {**staat.waarden, i["onderwerp"]: velden}


def _confirmed(g: Gebeurtenis, volgnummer: int) -> Bevestiging:
    i = g.inhoud
    return Bevestiging(
        i["niveau"], i.get("van"), int(i["besluit"]), i.get("naam") or "", g.door, volgnummer, g.tijd
    )


def _frozen(waarde: Any) -> Any:
    """A list of the log as a tuple."""
    return tuple(waarde) if isinstance(waarde, list) else waarde
