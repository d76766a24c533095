"""A copy (*kopie*): a document for one recipient, built from what that recipient may know and from the template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from veiligheidsplan.plan import (
    delen,
    delen_bellen,
    delen_eerst,
    delen_eigen,
    delen_evaluatie,
    delen_hoofdstuk,
    delen_kopieen,
    delen_kort,
    delen_meldcode,
    delen_professional,
    delen_verloop,
    extra,
    incident,
)
from veiligheidsplan.plan.document import Alinea, Bladzijde, Blok, Document, Huisstijl, Kop
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.eigen_plan import owner
from veiligheidsplan.plan.lezer import GEZAMENLIJK as SAMEN
from veiligheidsplan.plan.lezer import NETWERK, PERSOON, Lezer, is_person
from veiligheidsplan.plan.lezer import PROFESSIONAL as VAKMENS
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.rondes import versions_for
from veiligheidsplan.plan.sjabloon_eigen import Extrasectie
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.versie import version_text
from veiligheidsplan.plan.woorden import spoken_date
from veiligheidsplan.plan.zichtbaarheid import ordered, reads_the_plan, reduce_private, reduce_to, young

Eigendeel = Literal["niet", "mee", "apart"]
#: what fills a section of a joint copy: functions of the reduced dossier alone
GEZAMENLIJK = {
    "kort": delen_kort.in_short,
    "afspraken": delen.agreements,
    "acties": delen.actions,
    "cijfers_samen": delen.joint_numbers,
    "bellen": delen_bellen.whom_to_call,
    "vervolg": delen.follow_up,
    "regie": delen.direction,
    "voorwaarden": delen_hoofdstuk.joint_conditions,
    "ladder": delen_hoofdstuk.joint_ladder,
    "akkoord": delen_hoofdstuk.joint_agreement,
    "krachten": delen_hoofdstuk.joint_strengths,
    "taken_samen": delen_evaluatie.joint_tasks,
    "verloop_samen": delen_verloop.joint_trend,
    "ondertekening": delen.signatures,
    "uitleg": delen.explanation,
}
#: what only a professional's copy may hold
PROFESSIONAL = {
    **GEZAMENLIJK,
    "bellen": delen_bellen.for_professionals,
    "status": delen_professional.status,
    "uitslag": delen_professional.outcomes,
    "indruk": delen_professional.impressions,
    "personen": delen_professional.people,
    "cijfers": delen_professional.numbers,
    "slotcheck": delen_professional.closing_check,
    "open": delen_professional.still_open,
    "alleen_te_vragen": delen_professional.alone,
    "maatregelen": delen_eerst.orders,
    "vooraf": delen_eerst.beforehand,
    "hoofdstukken": delen_hoofdstuk.everything,
    "nog_nodig": delen_evaluatie.still_needed,
    "evaluatie": delen_evaluatie.reviews,
    "verloop": delen_verloop.trend,
    "incidenten": incident.section,
    "meldcode": delen_meldcode.followed,
    "kopieen": delen_kopieen.who_has_which,
    "antwoorden": delen_professional.answers,
    "ondertekening": delen_professional.signature,
}


#: what fills a section of the copy of a person who is not on the joint plan
APART = {
    "uitleg": delen.explanation,
    "eigen_taken": delen_eigen.own_tasks,
    "bellen": delen_bellen.whom_to_call,
    "ondertekening": delen_eigen.signature,
}
#: what fills a section of the copy of somebody of the network
TAAK = {
    "netwerktaak": delen_eigen.network_task,
    "bellen": delen_bellen.whom_to_call,
    "ondertekening": delen_eigen.signature,
}
#: for each kind of reader what may fill a section; private pages are no section of these
BOUWERS = {VAKMENS: PROFESSIONAL, SAMEN: GEZAMENLIJK, PERSOON: APART, NETWERK: TAAK}
PRIVE = "eigen"


def make_copy(
    d: Dossier,
    o: Omgeving,
    voor: Lezer,
    *,
    kenmerk: str,
    voorlopig: bool = False,
    indruk_eerst: bool = False,
    eigen: Eigendeel = "niet",
) -> Document:
    """The document for this recipient. ``kenmerk`` is the copy's own random id; the date is ``o.vandaag``.

    For a person *eigen* says whether the private pages come too (``mee``) or alone (``apart``). Without them the
    copy of who is on the joint plan is what everyone reads, byte for byte. With *indruk_eerst* (on the screen of
    whoever asks the questions) a level waits for the first impression.
    """
    wakker = ordered(awake(d))
    soort = sort_of_copy(d, voor)
    blokken = (
        ()
        if eigen == "apart"
        else tuple(
            _sections(_known(d, wakker, o, voor), o, soort, voorlopig=voorlopig, indruk_eerst=indruk_eerst)
        )
    )
    if eigen != "niet":
        blokken = (*blokken, *_private_pages(d, wakker, o, voor, los=eigen == "apart"))
    kleuren = o.sjabloon.kleuren
    return Document(
        titel=o.sjabloon.titel,
        ondertitel=_subtitle(d, o, voor, voorlopig=voorlopig, los=eigen == "apart"),
        kenmerk=kenmerk,
        datum=spoken_date(o.vandaag),
        datum_iso=o.vandaag.isoformat(),
        blokken=blokken,
        voettekst=o.sjabloon.voettekst,
        merk=". ".join(
            zin
            for zin, geldt in (
                (o.zin("niet_uitreiken"), soort == VAKMENS),
                (o.zin("voorlopig_merk"), voorlopig),
            )
            if geldt
        ),
        huisstijl=Huisstijl(
            o.sjabloon.eigenaar, kleuren.accent, kleuren.tekst, kleuren.vlak, kleuren.waarschuwing
        ),
        logo=o.logo,
    )


def sort_of_copy(d: Dossier, voor: Lezer) -> str:
    """Which copy this reader gets: a person of the joint plan gets what everyone reads."""
    return SAMEN if reads_the_plan(awake(d), voor) else kind_of(voor)


def reads_as(d: Dossier, voor: Lezer) -> Lezer:
    """As whom this reader reads the plan: who is on the joint plan as everyone, the owner of an own plan as itself."""
    return SAMEN if sort_of_copy(d, voor) == SAMEN and owner(awake(d)) != voor else voor


def parts(d: Dossier, voor: Lezer, eigen: Eigendeel = "niet") -> tuple[Dossier, ...]:
    """What this copy is built from: the plan as this reader may know it, the private pages, or both."""
    wakker = ordered(awake(d))
    plan = () if eigen == "apart" else (reduce_to(wakker, voor),)
    return plan if eigen == "niet" else (*plan, reduce_private(wakker, voor, jong=young(d, voor)))


def has_private(d: Dossier, voor: Lezer) -> bool:
    """Whether this person has private pages."""
    return is_person(voor) and bool(reduce_private(ordered(awake(d)), voor, jong=young(d, voor)).waarden)


def _known(d: Dossier, wakker: Dossier, o: Omgeving, voor: Lezer) -> Dossier:
    """What this reader may know, with the versions of the plan that this reader knows of."""
    deel = reduce_to(wakker, voor)
    return deel if voor == VAKMENS else replace(deel, versies=versions_for(d, o, reads_as(d, voor)))


def _subtitle(d: Dossier, o: Omgeving, voor: Lezer, *, voorlopig: bool, los: bool) -> str:
    als = reads_as(d, voor)
    kop = o.zin(f"ondertitel_{kind_of(als)}") + (f" {o.zin('voorlopig')}" if voorlopig else "")
    return kop if los else f"{kop}. {version_text(d, o, als)}"


def _private_pages(d: Dossier, wakker: Dossier, o: Omgeving, voor: Lezer, *, los: bool) -> Iterator[Blok]:
    """Own items on pages of their own, with a version of their own; nothing at all where there is none."""
    deel = reduce_private(wakker, voor, jong=young(d, voor))
    for _, sectie in o.sjabloon.in_order():
        if isinstance(sectie, Extrasectie) or sectie.bron != PRIVE or not deel.waarden:
            continue
        blokken = tuple(delen_eigen.private(deel, o, sectie, voor))
        if blokken:
            yield from () if los else (Bladzijde(),)
            yield Kop(sectie.titel, 1)
            yield Alinea(version_text(d, o, voor, eigen=True))
            yield from delen.intro(sectie)
            yield from blokken


def _sections(
    deel: Dossier, o: Omgeving, soort: str, *, voorlopig: bool, indruk_eerst: bool
) -> Iterator[Blok]:
    bouwers = BOUWERS[soort]
    for id_, sectie in o.sjabloon.in_order():
        if isinstance(sectie, Extrasectie):
            yield from _headed(sectie.titel, tuple(extra.section(deel, o, id_, sectie, soort)))
            continue
        bouw = bouwers.get(sectie.bron)
        if soort not in sectie.zichtbaar_voor or bouw is None:
            continue
        if voorlopig and sectie.bron == "ondertekening":
            continue  # what is not settled is never signed, not on paper either
        if indruk_eerst and bouw is delen_professional.outcomes:
            bouw = delen_professional.outcomes_after_impression
        yield from _headed(sectie.titel, tuple(bouw(deel, o, sectie)))


def _headed(titel: str, blokken: tuple[Blok, ...]) -> Iterator[Blok]:
    """A section without anything in it has no heading either."""
    if blokken:
        yield Kop(titel, 1)
        yield from blokken
