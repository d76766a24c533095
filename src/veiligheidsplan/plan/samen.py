"""Whether the part at the table may begin (*samen*): what is still needed first, and the steps that bring it.

Decided on the werkscherm alone. At the table every session begins as the ordinary end of a section, in every
dossier, until the professional begins; so neither a refusal nor its reason can be seen there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from veiligheidsplan.plan import gevaarteken, maatregel, vooraf, zitting
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.rol import may_harm, named_in
from veiligheidsplan.plan.stap import Stap
from veiligheidsplan.plan.vraagstap import field_place, field_step
from veiligheidsplan.plan.woorden import fill, spoken_iso, visible

DESKUNDIG = ("aandachtsfunctionaris", "veilig_thuis", "andere_deskundige")


def needed(d: Dossier, o: Omgeving) -> tuple[str, ...]:
    """Why the part at the table may not begin now, and what is needed, as sentences for the werkscherm."""
    return tuple(_needed(d, o))


def _needed(d: Dossier, o: Omgeving) -> Iterator[str]:
    if vooraf.unsafe(d):
        yield o.zin("nodig_veilig")
    if not zitting.together(d):
        return
    for m in maatregel.in_the_way(d, o.vandaag):
        tot = spoken_iso(d.waarde(m, "tot"))
        tot = fill(o.zin("tot_en_met"), {"datum": tot}) if tot else o.zin("verbod_zonder_eind")
        yield fill(o.zin("nodig_verbod"), {"soort": maatregel.kind(d, o, m), "tot": tot})
    sinds = gevaarteken.newest(d, o)
    if sinds is None:
        return
    ronde = _round(d, sinds)
    if not _told(d, ronde, o.vandaag):
        yield o.zin("nodig_overleg")
    elif d.waarde(ronde, "samen_kan") != "ja":
        yield o.zin("nodig_advies")
    if len([p for p in zitting.present(d) if kind_of(p) == "persoon"]) < 2:
        yield o.zin("nodig_namen")
    for p in at_risk(d, zitting.present(d)):
        if not wants_it(d, p, ronde):
            yield fill(o.zin("nodig_wens"), {"naam": str(d.waarde(p, "naam") or o.zin("iemand"))})


def at_risk(d: Dossier, wie: tuple[str, ...]) -> tuple[str, ...]:
    """Who may be in danger from another: adults who are not known as a source of it; else children; else everyone.

    One person can be both: where everyone is known as a source of danger, everyone is asked.
    """
    mensen = [p for p in wie if p in d.onderwerpen("persoon")]
    geraakt = named_in(d, "tegen")
    over = [p for p in mensen if may_harm(d, p) != "ja" or p in geraakt]
    volwassen = [p for p in over if d.waarde(p, "soort") != "kind"]
    return tuple(volwassen or over or mensen)


def wants_it(d: Dossier, persoon: str, ronde: str) -> bool:
    """Whether this person said alone that a joint conversation is wanted, since this consultation."""
    wens = f"wens:{persoon}@{ronde}"
    return (d.waarde(wens, "samen"), d.waarde(wens, "alleen")) == ("ja", "ja")


def _round(d: Dossier, sinds: date) -> str:
    """The consultation that is about what is known now: a new one when something came up after the day of the last."""
    rondes = d.onderwerpen("overleg")
    laatste = max((int(r.split(":")[1]) for r in rondes), default=1)
    wanneer = d.waarde(f"overleg:{laatste}", "wanneer")
    verlopen = _told(d, f"overleg:{laatste}") and date.fromisoformat(wanneer) < sinds
    return f"overleg:{laatste + 1 if verlopen else laatste}"


def _told(d: Dossier, ronde: str, vandaag: date | None = None) -> bool:
    """Whether it says with whom, when, and what the advice is. What is yet to come (after *vandaag*) is no advice."""
    advies, wanneer = d.waarde(ronde, "advies"), d.waarde(ronde, "wanneer")
    return (
        d.waarde(ronde, "met") in DESKUNDIG
        and isinstance(wanneer, str)
        and (vandaag is None or date.fromisoformat(wanneer) <= vandaag)
        and isinstance(advies, str)
        and visible(advies)
    )


def conditions(d: Dossier, o: Omgeving) -> Iterator[Plek]:
    """Consultation, and what each person at risk wants, while something asks for it."""
    sinds = gevaarteken.newest(d, o)
    if sinds is None:
        return
    ronde = _round(d, sinds)
    for n in range(1, int(ronde.split(":")[1]) + 1):
        onderwerp, pad = f"overleg:{n}", ("overleg", n - 1)
        verder = ("naam", "wanneer", "advies", "samen_kan") if d.waarde(onderwerp, "met") in DESKUNDIG else ()
        for veld in ("met", *verder):
            yield field_place(d, o, onderwerp, veld, (*pad, veld))
    for p in _asked_now(d):
        wens, naam = f"wens:{p}@{ronde}", str(d.waarde(p, "naam") or "")
        for veld in ("samen", *(("alleen",) if d.waarde(wens, "samen") in ("ja", "nee") else ())):
            yield field_place(d, o, wens, veld, ("wens", f"@{p}", veld), naam=naam)


def _asked_now(d: Dossier) -> tuple[str, ...]:
    """Alone with one person: only that one. Together: who is there. While preparing: everyone."""
    if zitting.setting(d) == zitting.NIEMAND:
        return at_risk(d, d.onderwerpen("persoon"))
    erbij = zitting.present(d)
    if zitting.together(d):
        return at_risk(d, erbij)
    return tuple(p for p in at_risk(d, d.onderwerpen("persoon")) if p in erbij)


def opening(d: Dossier, o: Omgeving) -> Plek:
    """The act by which the part at the table begins: a choice, or why it cannot be made now."""
    nu = zitting.current(d)

    def maak() -> Stap:
        nodig = needed(d, o)
        kop = o.zin("opening_wacht" if nodig else "opening_kan")
        regels = [kop, *(f"- {zin}" for zin in nodig), *((o.zin("opening_alleen_kan"),) if nodig else ())]
        stap = field_step(d, o, nu, "opening", ("zitting", "opening"), inleiding="\n".join(regels))
        mag = tuple(k for k in stap.keuzes if not nodig or k.code != zitting.NU)
        return replace(stap, sectie=o.zin("sectie_opening"), keuzes=mag)

    return Plek(f"{nu}/opening", maak)


def refusal(d: Dossier, o: Omgeving) -> str | None:
    """Why the part at the table cannot begin, in one text; ``None`` when it can."""
    nodig = needed(d, o)
    return " ".join([o.zin("opening_wacht"), *nodig]) if nodig else None


def findings(d: Dossier, o: Omgeving) -> Iterator[tuple[str, str]]:
    """What a professional should look at: an interpreter without the profession, a part that began and may not."""
    if zitting.lay_interpreter(d):
        wie = d.waarde(zitting.current(d), "tolk_wie")
        if wie == "kind" or d.waarde(str(wie), "soort") == "kind":
            yield ("open_tolk_kind", "")
        elif wie == "familie" or kind_of(str(wie)) == "persoon":
            yield ("open_tolk_familie", "")
        else:
            yield ("open_tolk", "")
    if zitting.together(d) and zitting.opened(d) and needed(d, o):
        yield ("open_samen", "")
