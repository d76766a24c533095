"""The questions of the reporting code (*meldcode*), on the werkscherm alone: for whom, five steps, weighing, reporting.

Never at the table: there this part looks like the ordinary end of a section.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from veiligheidsplan.plan import meldcode, secties, zitting
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.meldcode import Aanwijzing, framework
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Stap, Zichtkant
from veiligheidsplan.plan.vraagstap import Pad, field_place, field_step
from veiligheidsplan.plan.woorden import fill

Plekken = Iterator[Plek]


def places(d: Dossier, o: Omgeving, kant: Zichtkant = "werkscherm") -> Plekken:
    """Every step of this part that applies now. First how we sit; at the table nothing else."""
    yield from secties.setting(d, o, kant)
    if zitting.setting(d) is None or kant == "aan_tafel":
        return
    ronde = meldcode.current_round(d)
    yield from _round(d, o, ronde)
    if ronde < meldcode.MEEST_RONDES and meldcode.ask_again(d, o):
        yield _again(d, o, ronde + 1)


def put_off(d: Dossier, o: Omgeving) -> frozenset[str]:
    """The steps with an answer that meant «not now», and whether to begin again when something new asks for it."""
    uit = set()
    for plek in places(d, o):
        onderwerp, veld = plek.id.rsplit("/", 1)
        gegeven = d.waarden.get(onderwerp, {}).get(veld)
        opnieuw = kind_of(onderwerp) == "meldcode" and veld == "begin"
        if gegeven is not None and (opnieuw or meldcode.put_off(onderwerp, veld, gegeven.waarde)):
            uit.add(plek.id)
    return frozenset(uit)


def _again(d: Dossier, o: Omgeving, ronde: int) -> Plek:
    waarom = " ".join(o.zin(zin) for zin, _ in meldcode.ask_again(d, o))
    return field_place(
        d, o, f"meldcode:{ronde}", "begin", ("meldcode", "opnieuw"), inleiding=waarom, tafel=False
    )


def _round(d: Dossier, o: Omgeving, ronde: int) -> Plekken:
    uitleg = o.zin("meldcode_uitleg")
    yield field_place(d, o, f"meldcode:{ronde}", "personen", ("meldcode", "personen"), inleiding=uitleg)
    personen = meldcode.people_at_risk(d, ronde)
    if not personen:
        return
    kader = framework(o)
    for id_ in kader.stappen:
        if id_ == "beslissen":
            for p in personen:
                yield from _decisions(d, o, ronde, p)
        yield from _step(d, o, ronde, id_)
        for p in personen:
            yield from _considerations(d, o, ronde, p, id_)


def _step(d: Dossier, o: Omgeving, ronde: int, id_: str) -> Plekken:
    onderwerp, pad = f"meldstap:{ronde}:{id_}", ("meldcode", "stappen", id_)
    stap = framework(o).stappen[id_]
    inleiding = " ".join((stap.uitleg, *_exceptions(d, o, id_)))
    velden: tuple[str, ...] = ()
    match d.waarde(onderwerp, "stand"):
        case "gedaan":
            velden = ("wie", "wanneer", "wat")
        case "overgeslagen" if d.waarde(onderwerp, "waarom") == "anders":
            velden = ("waarom", "reden", "wat")
        case "overgeslagen":
            velden = ("waarom", "wat")
    yield field_place(d, o, onderwerp, "stand", (*pad, "stand"), inleiding=inleiding, titel=stap.titel)
    for veld in velden:
        yield field_place(d, o, onderwerp, veld, (*pad, veld), titel=stap.titel)


def _exceptions(d: Dossier, o: Omgeving, id_: str) -> Iterator[str]:
    gezien = {t for onderwerp in d.waarden if kind_of(onderwerp) == "themas" for t in _themes(d, onderwerp)}
    for uitzondering in framework(o).uitzonderingen.values():
        if uitzondering.stap == id_ and gezien.intersection(uitzondering.themas):
            yield uitzondering.tekst


def _themes(d: Dossier, onderwerp: str) -> tuple[str, ...]:
    waarde = d.waarde(onderwerp, "gezien")
    return waarde if isinstance(waarde, tuple) else ()


def _considerations(d: Dossier, o: Omgeving, ronde: int, persoon: str, na: str) -> Plekken:
    kader, naam = framework(o), _name(d, o, persoon)
    eerder = list(kader.afwegingen)
    for id_, afweging in kader.afwegingen.items():
        voor = eerder[: eerder.index(id_)]
        if any(_closes(d, o, ronde, persoon, v) for v in voor):
            return
        if afweging.na != na:
            continue
        onderwerp, pad = f"afweging:{ronde}:{id_}:{persoon}", ("meldcode", "afwegingen", f"@{persoon}", id_)
        vraag = fill(afweging.vraag, {"naam": naam})
        yield Plek(
            f"{onderwerp}/antwoord",
            partial(_consideration_step, d, o, onderwerp, (*pad, "antwoord"), vraag, afweging.hulp),
        )
        yield field_place(d, o, onderwerp, "waarom", (*pad, "waarom"), naam=naam, label=afweging.label)


def _consideration_step(
    d: Dossier, o: Omgeving, onderwerp: str, pad: Pad, vraag: str, hulp: str | None
) -> Stap:
    """The words of a consideration are the sector's."""
    return replace(field_step(d, o, onderwerp, "antwoord", pad), tekst=vraag, hulp=hulp)


def _closes(d: Dossier, o: Omgeving, ronde: int, persoon: str, id_: str) -> bool:
    antwoord = d.waarde(f"afweging:{ronde}:{id_}:{persoon}", "antwoord")
    return antwoord in framework(o).afwegingen[id_].afsluiten_bij


def _decisions(d: Dossier, o: Omgeving, ronde: int, persoon: str) -> Plekken:
    """Disclosure, what points to a norm, the two decisions (both can be yes), and the report."""
    onderwerp, naam = f"meldbesluit:{ronde}:{persoon}", _name(d, o, persoon)
    pad = ("meldcode", "besluiten", f"@{persoon}")
    yield field_place(d, o, onderwerp, "onthulling", (*pad, "onthulling"), naam=naam)
    inleiding = "\n".join(pointer_lines(o, meldcode.weighing(d, o, ronde, persoon).aanwijzingen)) or None
    yield field_place(d, o, onderwerp, "melden", (*pad, "melden"), inleiding=inleiding, naam=naam)
    if d.waarde(onderwerp, "melden") in ("ja", "nee"):
        yield field_place(d, o, onderwerp, "melden_waarom", (*pad, "melden_waarom"), naam=naam)
    yield field_place(d, o, onderwerp, "hulp", (*pad, "hulp"), naam=naam)
    if d.waarde(onderwerp, "hulp") in ("ja", "nee"):
        yield field_place(d, o, onderwerp, "hulp_wat", (*pad, "hulp_wat"), naam=naam)
    if d.waarde(onderwerp, "melden") == "ja":
        yield from _report(d, o, f"melding:{ronde}:{persoon}", persoon, naam)


def _report(d: Dossier, o: Omgeving, onderwerp: str, persoon: str, naam: str) -> Plekken:
    na_gesprek = {"ja": ("reactie",), "nee": ("waarom_niet",)}.get(str(d.waarde(onderwerp, "besproken")), ())
    na_overname = {"ja": ("overname_wat", "overname_wanneer"), "deels": ("overname_wat", "overname_wanneer")}
    daarna = na_overname.get(str(d.waarde(onderwerp, "overname")), ())
    for veld in ("wanneer", "tijd", "contact", "besproken", *na_gesprek, "overname", *daarna):
        yield field_place(d, o, onderwerp, veld, ("meldcode", "meldingen", f"@{persoon}", veld), naam=naam)


def pointer_lines(o: Omgeving, aanwijzingen: tuple[Aanwijzing, ...]) -> tuple[str, ...]:
    """«Weeg melden», each norm once, with under it what in the dossier points to it. Never a decision."""
    regels: list[str] = []
    for norm in dict.fromkeys(a.norm for a in aanwijzingen):
        waardoor = [pointer_words(o, a) for a in aanwijzingen if a.norm == norm]
        regels += [f"{o.zin('weeg_melden')} {framework(o).normen[norm].tekst}", *waardoor]
    return tuple(regels)


def pointer_words(o: Omgeving, a: Aanwijzing) -> str:
    """What points to a norm, as one sentence."""
    return fill(o.zin(f"wijst_{a.feit}"), {"wat": a.wat})


def _name(d: Dossier, o: Omgeving, persoon: str) -> str:
    return str(d.waarde(persoon, "naam") or o.zin("iemand"))
