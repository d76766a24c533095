"""The section about the reporting code (*meldcode*), on the professional's copy alone."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan import meldcode
from veiligheidsplan.plan.delen import Blokken, intro, label
from veiligheidsplan.plan.document import Alinea, Kader, Kop, Lijst, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.meldcode import Weging, framework
from veiligheidsplan.plan.meldcode_vragen import pointer_words
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.woorden import fill, spoken_iso

Rijen = Iterator[tuple[str, str]]


def followed(d: Dossier, o: Omgeving, sectie: Sectie) -> Blokken:
    """Every round: the steps, and per person what was weighed, decided and reported.

    Before it began: what points to reporting.
    """
    personen = d.onderwerpen("persoon")
    if not meldcode.begun(d):
        kaders = [k for p in personen for k in _weigh(d, o, meldcode.weighing(d, o, 1, p))]
        if kaders:
            yield from intro(sectie)
            yield Alinea(o.zin("open_meldcode_weeg"), "nadruk")
            yield from kaders
        return
    yield from intro(sectie)
    for ronde in range(1, meldcode.current_round(d) + 1):
        yield Kop(fill(o.zin("meldcode_ronde"), {"nummer": str(ronde)}), 2)
        yield Velden(tuple(_step(d, o, ronde, id_) for id_ in framework(o).stappen))
        for persoon in meldcode.people_at_risk(d, ronde):
            yield from _person(d, o, meldcode.weighing(d, o, ronde, persoon), ronde)


def _step(d: Dossier, o: Omgeving, ronde: int, id_: str) -> tuple[str, str]:
    stap = meldcode.step_stage(d, o, ronde, id_)
    woorden = o.sjabloon.teksten["meldstap"]["stand"].keuzes
    staat = woorden.get(stap.staat, o.zin("meldstap_open"))
    delen = (staat, stap.reden, stap.wie, spoken_iso(stap.wanneer or None), stap.wat)
    return framework(o).stappen[id_].titel, ". ".join(deel.rstrip(". ") for deel in delen if deel)


def _person(d: Dossier, o: Omgeving, weging: Weging, ronde: int) -> Blokken:
    yield Kop(_name(d, o, weging), 3)
    yield from _weigh(d, o, weging)
    if weging.afgesloten:
        yield Alinea(o.zin("meldcode_afgesloten"))
    afwegingen = framework(o).afwegingen
    rijen = [
        (afwegingen[id_].label, _with_reason(afwegingen[id_].antwoorden.get(antwoord, antwoord), waarom))
        for id_, antwoord, waarom in weging.antwoorden
    ]
    rijen += _rows(d, o, f"meldbesluit:{ronde}:{weging.persoon}")
    rijen += _rows(d, o, weging.melding)
    if rijen:
        yield Velden(tuple(rijen))
    if meldcode.watching(d, o, ronde, weging.persoon):
        yield Alinea(fill(o.zin("open_waken"), {"naam": _name(d, o, weging)}), "nadruk")


def _weigh(d: Dossier, o: Omgeving, weging: Weging) -> Blokken:
    """«Weeg melden» with what points to it. Shown whatever was decided: a decision does not take a fact away."""
    for norm in dict.fromkeys(a.norm for a in weging.aanwijzingen):
        punten = tuple(pointer_words(o, a) for a in weging.aanwijzingen if a.norm == norm)
        tekst = Alinea(framework(o).normen[norm].tekst)
        yield Kader(f"{o.zin('weeg_melden')} {_name(d, o, weging)}", (tekst, Lijst(punten)), "waarschuwing")


def _rows(d: Dossier, o: Omgeving, onderwerp: str) -> Rijen:
    soort = onderwerp.split(":", 1)[0]
    for veld, model in VELDEN[soort].items():
        waarde = d.waarde(onderwerp, veld)
        if waarde is None:
            continue
        tekst = str(waarde)
        if model.soort == "datum":
            tekst = spoken_iso(tekst)
        elif model.soort == "tijd":
            tekst = f"{tekst.replace(':', '.')} {o.zin('uur')}"
        elif model.soort == "keuze":
            tekst = o.sjabloon.teksten[soort][veld].keuzes.get(tekst) or o.sjabloon.zinnen.get(tekst, tekst)
        yield label(o, soort, veld), tekst


def _with_reason(antwoord: str, waarom: str) -> str:
    return f"{antwoord}. {waarom}" if waarom else antwoord


def _name(d: Dossier, o: Omgeving, weging: Weging) -> str:
    return str(d.waarde(weging.persoon, "naam") or o.zin("iemand"))
