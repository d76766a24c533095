"""A copy (*kopie*): a document for one recipient, built from what that recipient may know and from the template."""

from __future__ import annotations

from collections.abc import Iterator

from veiligheidsplan.plan import (
    delen,
    delen_bellen,
    delen_eerst,
    delen_hoofdstuk,
    delen_kort,
    delen_meldcode,
    delen_professional,
    extra,
    incident,
)
from veiligheidsplan.plan.document import Blok, Document, Huisstijl, Kop
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Ontvanger
from veiligheidsplan.plan.sjabloon_eigen import Extrasectie
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.versie import version_text
from veiligheidsplan.plan.woorden import spoken_date
from veiligheidsplan.plan.zichtbaarheid import ordered, reduce_to

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
    "incidenten": incident.section,
    "meldcode": delen_meldcode.followed,
    "antwoorden": delen_professional.answers,
    "ondertekening": delen_professional.signature,
}


def make_copy(
    d: Dossier,
    o: Omgeving,
    voor: Ontvanger,
    *,
    kenmerk: str,
    voorlopig: bool = False,
    indruk_eerst: bool = False,
) -> Document:
    """The document for this recipient. ``kenmerk`` is the copy's own random id; the date is ``o.vandaag``.

    With *indruk_eerst* (on the screen of whoever asks the questions) a level waits for the first impression.
    """
    deel = reduce_to(ordered(awake(d)), voor)
    professional = voor == "professional"
    kleuren = o.sjabloon.kleuren
    return Document(
        titel=o.sjabloon.titel,
        ondertitel=_subtitle(d, o, voor, voorlopig=voorlopig),
        kenmerk=kenmerk,
        datum=spoken_date(o.vandaag),
        datum_iso=o.vandaag.isoformat(),
        blokken=tuple(_sections(deel, o, voor, voorlopig=voorlopig, indruk_eerst=indruk_eerst)),
        voettekst=o.sjabloon.voettekst,
        merk=". ".join(
            zin
            for zin, geldt in ((o.zin("niet_uitreiken"), professional), (o.zin("voorlopig_merk"), voorlopig))
            if geldt
        ),
        huisstijl=Huisstijl(
            o.sjabloon.eigenaar, kleuren.accent, kleuren.tekst, kleuren.vlak, kleuren.waarschuwing
        ),
        logo=o.logo,
    )


def _subtitle(d: Dossier, o: Omgeving, voor: Ontvanger, *, voorlopig: bool) -> str:
    soort = o.zin(f"ondertitel_{voor}") + (f" {o.zin('voorlopig')}" if voorlopig else "")
    return f"{soort}. {version_text(d, o, voor)}"


def _sections(
    deel: Dossier, o: Omgeving, voor: Ontvanger, *, voorlopig: bool, indruk_eerst: bool
) -> Iterator[Blok]:
    bouwers = PROFESSIONAL if voor == "professional" else GEZAMENLIJK
    for id_, sectie in o.sjabloon.in_order():
        if isinstance(sectie, Extrasectie):
            yield from _headed(sectie.titel, tuple(extra.section(deel, o, id_, sectie, voor)))
            continue
        bouw = bouwers.get(sectie.bron)
        if voor not in sectie.zichtbaar_voor or bouw is None:
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
