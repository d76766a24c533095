"""A copy (*kopie*): a document for one recipient, built from what that recipient may know and from the template."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final, Literal

from veiligheidsplan.plan import delen, delen_eigen, delen_professional, extra, kaart
from veiligheidsplan.plan.delen_kind import Kind
from veiligheidsplan.plan.document import Alinea, Bladzijde, Blok, Document, Huisstijl, Kop
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.eigen_plan import owner
from veiligheidsplan.plan.kopie_bouwers import BOUWERS, KIND, PRIVE
from veiligheidsplan.plan.leeftijd import ZELF, band, is_child, young
from veiligheidsplan.plan.lezer import GEZAMENLIJK, NETWERK, PERSOON, PROFESSIONAL, Lezer, is_person
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.rondes import versions_for
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.sjabloon_eigen import Extrasectie
from veiligheidsplan.plan.slapend import awake
from veiligheidsplan.plan.versie import version_text
from veiligheidsplan.plan.woorden import spoken_date
from veiligheidsplan.plan.zichtbaarheid import ordered, reads_the_plan, reduce_private, reduce_to

Eigendeel = Literal["niet", "mee", "apart", "kaart", "kaart_met_seintje"]
#: a pocket card instead of pages; with the sign that was agreed on only when the person asks for it
KAARTEN: tuple[Eigendeel, ...] = ("kaart", "kaart_met_seintje")
#: who is not on the plan cannot have it changed
_VOETTEKST: Final = {KIND: "kind_voettekst", PERSOON: "blad_voettekst", NETWERK: "blad_voettekst"}
Bouw = Callable[[Dossier, Omgeving, Sectie], Iterator[Blok]]


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
    copy of an adult who is on the joint plan is what everyone reads, byte for byte. With *indruk_eerst* (on the
    screen of whoever asks the questions) a level waits for the first impression. ``kaart``: a pocket card alone.
    """
    if eigen in KAARTEN:
        met = eigen == "kaart_met_seintje"
        return kaart.pocket_card(_private(d, o, voor), o, kaart.worker_on_card(d), met_seintje=met)
    soort, los = sort_of_copy(d, voor), eigen == "apart"
    blokken: list[Blok] = []
    if not los:
        bouwers = _builders(d, o, voor, indruk_eerst, met_eigen=eigen == "mee")
        blokken += _sections(_known(d, o, voor), o, soort, bouwers, voorlopig=voorlopig)
    if eigen != "niet":
        blokken += _private_pages(d, o, voor, los=los)
    if los and not voorlopig:
        blokken.append(delen_eigen.worker_signs(d, o))
    kleuren = o.sjabloon.kleuren
    merken = ((o.zin("niet_uitreiken"), soort == PROFESSIONAL), (o.zin("voorlopig_merk"), voorlopig))
    return Document(
        titel=o.zin("kind_titel") if soort == KIND else o.sjabloon.titel,
        ondertitel=_subtitle(d, o, voor, voorlopig=voorlopig, eigen=eigen),
        kenmerk=kenmerk,
        datum=spoken_date(o.vandaag),
        datum_iso=o.vandaag.isoformat(),
        blokken=tuple(blokken),
        voettekst=o.zin(_VOETTEKST[soort]) if soort in _VOETTEKST else o.sjabloon.voettekst,
        merk=". ".join(zin for zin, geldt in merken if geldt),
        huisstijl=Huisstijl(
            o.sjabloon.eigenaar, kleuren.accent, kleuren.tekst, kleuren.vlak, kleuren.waarschuwing, o.letters
        ),
        logo=o.logo,
        groot=soort == KIND and band(d, o, voor) != ZELF,
    )


def sort_of_copy(d: Dossier, voor: Lezer) -> str:
    """Which copy this reader gets: a child one of its own, an adult of the joint plan what everyone reads."""
    if is_person(voor) and is_child(d, voor):
        return KIND
    return GEZAMENLIJK if reads_the_plan(awake(d), voor) else kind_of(voor)


def reads_as(d: Dossier, voor: Lezer) -> Lezer:
    """As whom this reader reads the plan: who is on the joint plan as everyone, the owner of an own plan as itself."""
    wakker = awake(d)
    return GEZAMENLIJK if reads_the_plan(wakker, voor) and owner(wakker) != voor else voor


def parts(d: Dossier, o: Omgeving, voor: Lezer, eigen: Eigendeel = "niet") -> tuple[Dossier, ...]:
    """What this copy is built from: the plan as this reader may know it, the private pages, or both."""
    plan = () if eigen in ("apart", *KAARTEN) else (reduce_to(ordered(awake(d)), voor),)
    return plan if eigen == "niet" else (*plan, _private(d, o, voor))


def has_private(d: Dossier, o: Omgeving, voor: Lezer) -> bool:
    """Whether this person has private pages."""
    return is_person(voor) and bool(_private(d, o, voor).waarden)


def _private(d: Dossier, o: Omgeving, voor: Lezer) -> Dossier:
    return reduce_private(ordered(awake(d)), voor, jong=young(d, o, voor))


def _known(d: Dossier, o: Omgeving, voor: Lezer) -> Dossier:
    """What this reader may know, with the versions of the plan that this reader knows of."""
    deel = reduce_to(ordered(awake(d)), voor)
    return deel if voor == PROFESSIONAL else replace(deel, versies=versions_for(d, o, reads_as(d, voor)))


def _subtitle(d: Dossier, o: Omgeving, voor: Lezer, *, voorlopig: bool, eigen: Eigendeel) -> str:
    """For whom it is: with private pages never «for everyone», so that nobody hands it to another by mistake."""
    als = reads_as(d, voor)
    soort = KIND if sort_of_copy(d, voor) == KIND else kind_of(als if eigen == "niet" else voor)
    kop = o.zin(f"ondertitel_{soort}") + (f" {o.zin('voorlopig')}" if voorlopig else "")
    return kop if eigen == "apart" else f"{kop}. {version_text(d, o, als)}"


def _private_pages(d: Dossier, o: Omgeving, voor: Lezer, *, los: bool) -> Iterator[Blok]:
    """Own items on pages of their own, with a version of their own; nothing at all where there is none."""
    deel = _private(d, o, voor)
    for _, sectie in o.sjabloon.in_order():
        if isinstance(sectie, Extrasectie) or sectie.bron != PRIVE or not deel.waarden:
            continue
        kind = sort_of_copy(d, voor) == KIND
        blokken = tuple(delen_eigen.private(deel, o, voor, jij=kind))
        if blokken:
            yield from () if los else (Bladzijde(),)
            yield Kop(o.zin("kind_eigen") if kind else sectie.titel, 1)
            yield Alinea(version_text(d, o, voor, eigen=True))
            yield from (Alinea(o.zin("kind_eigen_uitleg")),) if kind else delen.intro(sectie)
            yield from blokken


def _builders(
    d: Dossier, o: Omgeving, voor: Lezer, indruk_eerst: bool, *, met_eigen: bool
) -> dict[str, Bouw]:
    """What fills each section of this reader's copy, by its source.

    Words for who gets very angry stand only beside the child's own approach: what a professional wrote down of a child,
    or heard from a sister, changes nothing on its copy.
    """
    soort = sort_of_copy(d, voor)
    bouwers: dict[str, Bouw] = dict(BOUWERS[soort])
    if soort == KIND:
        boos = met_eigen and bool(_private(d, o, voor).onderwerpen("eigen_aanpak"))
        kind = Kind(voor, band(d, o, voor), boos, d.waarde(voor, "leeftijd"))
        return {bron: partial(bouw, kind=kind) for bron, bouw in BOUWERS[soort].items()}
    if indruk_eerst and soort == PROFESSIONAL:
        bouwers["uitslag"] = delen_professional.outcomes_after_impression
    return bouwers


def _sections(
    deel: Dossier, o: Omgeving, soort: str, bouwers: dict[str, Bouw], *, voorlopig: bool
) -> Iterator[Blok]:
    for id_, sectie in o.sjabloon.in_order():
        if isinstance(sectie, Extrasectie):
            yield from _headed(sectie.titel, tuple(extra.section(deel, o, id_, sectie, soort)))
            continue
        bouw = bouwers.get(sectie.bron)
        if soort not in sectie.zichtbaar_voor or bouw is None:
            continue
        if voorlopig and sectie.bron == "ondertekening":
            continue  # what is not settled is never signed, not on paper either
        yield from _headed(sectie.titel, tuple(bouw(deel, o, sectie)))


def _headed(titel: str, blokken: tuple[Blok, ...]) -> Iterator[Blok]:
    """A section without anything in it has no heading either."""
    if blokken:
        yield Kop(titel, 1)
        yield from blokken
