"""The reporting code (*meldcode*): what was done, weighed and reported, and what the dossier itself asks to weigh.

Derived from the log. Nothing here decides, gives a probability, or looks at a veiligheidscijfer or at a judgement
that was lowered: a norm that something points to stays until a person weighed it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from veiligheidsplan.plan import nog_nodig
from veiligheidsplan.plan.dossier import Afname, Dossier, Gegeven
from veiligheidsplan.plan.meldcode_kader import Meldcode
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.oordeel import judge

LATER = "later"
MEEST_RONDES = 50
#: answers with which a step of the code waits for a next time
_WACHT: dict[tuple[str, str], tuple[str | None, ...]] = {
    ("meldstap", "stand"): (LATER, None),
    ("afweging", "antwoord"): (None,),
    ("meldbesluit", "melden"): (LATER, None),
    ("meldbesluit", "hulp"): (LATER, None),
    ("melding", "overname"): ("nog_niet", "deels", "nee", None),
}

Stapstaat = Literal["open", "gedaan", "overgeslagen"]


@dataclass(frozen=True, slots=True)
class Aanwijzing:
    """Something in the dossier that points to a norm (*weeg melden*): ``feit`` is what, ``wat`` its words if any."""

    norm: str
    feit: str
    wat: str = ""


@dataclass(frozen=True, slots=True)
class Stapstand:
    """One of the five steps: done by whom and when, or left out and why."""

    id: str
    staat: Stapstaat
    wie: str = ""
    wanneer: str = ""
    wat: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Weging:
    """What was weighed for one person: ``antwoorden`` by consideration, two decisions, and the report if any."""

    persoon: str
    antwoorden: tuple[tuple[str, str, str], ...]  # (consideration, answer, why)
    aanwijzingen: tuple[Aanwijzing, ...]
    afgesloten: bool
    melden: str | None
    hulp: str | None
    melding: str  # the subject of the report


@dataclass(frozen=True, slots=True)
class Meldcodestand:
    """The whole of one round. ``volgende`` is the first step that is neither done nor left out."""

    ronde: int
    begonnen: bool
    stappen: tuple[Stapstand, ...]
    wegingen: tuple[Weging, ...]
    volgende: str | None


def framework(o: Omgeving) -> Meldcode:
    """The sector's framework that this template names."""
    return o.meldcode


def current_round(d: Dossier) -> int:
    """The round that goes on now. A later one begins when the professional says so; earlier ones stay."""
    ronde = 1
    while ronde < MEEST_RONDES and d.waarde(f"meldcode:{ronde + 1}", "begin") == "ja":
        ronde += 1
    return ronde


def begun(d: Dossier) -> bool:
    """Whether anything of the code was noted in this dossier."""
    return d.waarde("meldcode:1", "personen") is not None


def people_at_risk(d: Dossier, ronde: int) -> tuple[str, ...]:
    """For whom the code is followed in this round, who still belongs to the dossier."""
    gekozen = d.waarde(f"meldcode:{ronde}", "personen") or ()
    return tuple(p for p in d.onderwerpen("persoon") if p in gekozen)


def stage(d: Dossier, o: Omgeving) -> Meldcodestand:
    """The state of the present round."""
    ronde = current_round(d)
    stappen = tuple(step_stage(d, o, ronde, id_) for id_ in framework(o).stappen)
    volgende = next((s.id for s in stappen if s.staat == "open"), None)
    wegingen = tuple(weighing(d, o, ronde, p) for p in people_at_risk(d, ronde))
    return Meldcodestand(ronde, begun(d), stappen, wegingen, volgende)


def step_stage(d: Dossier, o: Omgeving, ronde: int, id_: str) -> Stapstand:
    """One step of a round: done, left out, or open."""
    onderwerp = f"meldstap:{ronde}:{id_}"

    def zegt(veld: str) -> str:
        return str(d.waarde(onderwerp, veld) or "")

    match d.waarde(onderwerp, "stand"):
        case "gedaan":
            return Stapstand(id_, "gedaan", zegt("wie"), zegt("wanneer"), zegt("wat"))
        case "overgeslagen":
            waarom = framework(o).redenen.get(zegt("waarom"), "")
            reden = ". ".join(deel for deel in (waarom, zegt("reden")) if deel)
            return Stapstand(id_, "overgeslagen", zegt("wie"), zegt("wanneer"), zegt("wat"), reden)
        case _:
            return Stapstand(id_, "open")


def weighing(d: Dossier, o: Omgeving, ronde: int, persoon: str) -> Weging:
    """What was weighed for this person in this round, and what asks to weigh reporting."""
    antwoorden, eigen, afgesloten = [], [], False
    for id_, afweging in framework(o).afwegingen.items():
        onderwerp = f"afweging:{ronde}:{id_}:{persoon}"
        antwoord = d.waarde(onderwerp, "antwoord")
        if antwoord is None:
            continue
        antwoorden.append((id_, str(antwoord), str(d.waarde(onderwerp, "waarom") or "")))
        if afweging.norm and antwoord in (*afweging.melden_bij, *afweging.open_bij):
            feit = "afweging" if antwoord in afweging.melden_bij else "afweging_open"
            eigen.append(Aanwijzing(afweging.norm, feit, afweging.label))
        afgesloten = afgesloten or antwoord in afweging.afsluiten_bij
    besluit = f"meldbesluit:{ronde}:{persoon}"
    return Weging(
        persoon,
        tuple(antwoorden),
        (*pointers(d, o, persoon), *eigen),
        afgesloten,
        d.waarde(besluit, "melden"),
        d.waarde(besluit, "hulp"),
        f"melding:{ronde}:{persoon}",
    )


def pointers(d: Dossier, o: Omgeving, persoon: str) -> tuple[Aanwijzing, ...]:
    """The norms to which the dossier's own facts about this person point."""
    return tuple(dict.fromkeys(_pointers(d, o, persoon)))


def _pointers(d: Dossier, o: Omgeving, persoon: str) -> Iterator[Aanwijzing]:
    norm = framework(o).feiten
    for afname in d.afnamen.values():
        if afname.over in (None, persoon):
            yield from _of_instrument(d, norm, afname)
    for ronde in range(1, current_round(d) + 1):
        if d.waarde(f"meldbesluit:{ronde}:{persoon}", "onthulling") == "ja":
            yield Aanwijzing(norm["onthulling"], "onthulling")


def _of_instrument(d: Dossier, norm: Any, afname: Afname) -> Iterator[Aanwijzing]:
    oordeel, instrument = judge(d, afname), afname.instrument
    for feit, tekens in (
        ("signaal_gezien", oordeel.uitslag.signalen),
        ("signaal_niet_uitgesloten", oordeel.niet_uitgesloten),
    ):
        for teken in tekens:
            yield Aanwijzing(norm[feit], feit, instrument.signalen[teken].melding or teken)
    hoogste = next(reversed(instrument.niveaus), None)
    gekozen = d.waarde(f"oordeel:{afname.id}", "niveau") if oordeel.verhoogd_door_mens else None
    # the outcome itself, not what holds: a level that was lowered takes no norm away
    if hoogste is not None and hoogste in (oordeel.uitslag.eindniveau, gekozen):
        titel = instrument.niveaus[hoogste].titel or hoogste
        yield Aanwijzing(norm["hoogste_niveau"], "hoogste_niveau", titel)


def put_off(onderwerp: str, veld: str, waarde: Any) -> bool:
    """Whether this answer means: not now. It is asked again when the code is opened again."""
    wacht: tuple[str | None, ...] = _WACHT.get((kind_of(onderwerp), veld), ())
    return waarde in wacht


def watching(d: Dossier, o: Omgeving, ronde: int, persoon: str) -> bool:
    """Whether our own watch over this person goes on: decided to report, and Veilig Thuis did not take over all.

    «Taken over» holds from the day on which it was; without a day nobody knows that it was.
    """
    if d.waarde(f"meldbesluit:{ronde}:{persoon}", "melden") != "ja":
        return False
    melding = f"melding:{ronde}:{persoon}"
    vanaf = d.waarde(melding, "overname_wanneer")
    over = isinstance(vanaf, str) and date.fromisoformat(vanaf) <= o.vandaag
    return not (over and d.waarde(melding, "overname") == "ja")


def _taken_over_on(d: Dossier, melding: str) -> bool:
    return isinstance(d.waarde(melding, "overname_wanneer"), str)


def ask_again(d: Dossier, o: Omgeving) -> tuple[tuple[str, str], ...]:
    """Why the code should be opened again since it was last weighed: (sentence of the template, what it is about).

    A review that was due and was not held, an incident, or answers that point to a norm. Empty when nothing is new, or
    when the code was never begun: then it is open as a whole.
    """
    laatst = _weighed(d)
    return () if laatst is None else tuple(_new_since(d, o, laatst))


def _new_since(d: Dossier, o: Omgeving, laatst: Gegeven) -> Iterator[tuple[str, str]]:
    for onderwerp, velden in d.waarden.items():
        soort = kind_of(onderwerp)
        nieuw = onderwerp not in d.gearchiveerd and any(
            g.volgnummer > laatst.volgnummer for g in velden.values()
        )
        # of an incident about which was reported already somebody has weighed it
        if soort == "incident" and nieuw and d.waarde(onderwerp, "meldcode") != "al_gemeld":
            yield ("meldcode_weer_incident", onderwerp)
    yield from ((r.code, "") for r in nog_nodig.weigh_again(d, o) if r.volgnummer > laatst.volgnummer)
    evaluatie = d.waarde("vervolg", "evaluatie_datum")
    if evaluatie and laatst.tijd.date() <= date.fromisoformat(evaluatie) < o.vandaag:
        yield ("meldcode_weer_evaluatie", "")
    vers = {a.id for a in d.afnamen.values() if a.gewijzigd > laatst.volgnummer}
    norm = framework(o).feiten
    if any(any(_of_instrument(d, norm, d.afnamen[id_])) for id_ in vers):
        yield ("meldcode_weer_antwoorden", "")


def _weighed(d: Dossier) -> Gegeven | None:
    """The last time that somebody decided about reporting, or decided not to open the code again."""
    ronde = current_round(d)
    gegevens = [d.waarden.get(f"meldbesluit:{ronde}:{p}", {}).get("melden") for p in people_at_risk(d, ronde)]
    gegevens.append(d.waarden.get(f"meldcode:{ronde + 1}", {}).get("begin"))
    besloten = [g for g in gegevens if g is not None and g.waarde not in (LATER, None)]
    return max(besloten, key=lambda g: g.volgnummer, default=None)


def findings(d: Dossier, o: Omgeving) -> Iterator[tuple[str, str]]:
    """What of the code is still open, most urgent first: (sentence of the template, what it is about)."""
    if not begun(d):
        wijst = any(pointers(d, o, p) for p in d.onderwerpen("persoon")) or bool(nog_nodig.weigh_again(d, o))
        yield ("open_meldcode_weeg" if wijst else "open_meldcode", "")
        return
    yield from ask_again(d, o)
    stand = stage(d, o)
    for ronde in range(1, stand.ronde + 1):
        yield from (("open_waken", p) for p in people_at_risk(d, ronde) if watching(d, o, ronde, p))
    for weging in stand.wegingen:
        if weging.melden == "ja" and not d.waarde(weging.melding, "wanneer"):
            yield ("open_melding", weging.persoon)
        elif d.waarde(weging.melding, "overname") in ("ja", "deels") and not _taken_over_on(
            d, weging.melding
        ):
            yield ("open_overname_dag", weging.persoon)
        elif weging.melden in (None, LATER) and not weging.afgesloten:
            yield ("open_meldbesluit_weeg" if weging.aanwijzingen else "open_meldbesluit", weging.persoon)
    gewogen = {p for ronde in range(1, stand.ronde + 1) for p in people_at_risk(d, ronde)}
    norm = framework(o).feiten
    for persoon in d.onderwerpen("persoon"):
        over = (a for a in d.afnamen.values() if a.over == persoon)
        if persoon not in gewogen and any(any(_of_instrument(d, norm, a)) for a in over):
            yield ("open_meldcode_persoon", persoon)
    if stand.volgende is not None:
        yield ("open_meldstap", f"meldstap:{stand.ronde}:{stand.volgende}")


def openings(o: Omgeving, meldstap: str) -> dict[str, str]:
    """What fills a sentence about one step."""
    return {"titel": framework(o).stappen[meldstap.split(":")[2]].titel}
