"""The copy of a child (*kopie voor een kind*): short sentences, large, with pictures, as if a parent reads along.

``d`` is what this child may know. The words are the template's, one set for each age band; what people agreed
stands in their own words. Nothing that somebody said alone is here, also not what the child said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from veiligheidsplan.plan.delen import label, owner
from veiligheidsplan.plan.delen_bellen import numbers_for
from veiligheidsplan.plan.delen_eigen import worker_signs
from veiligheidsplan.plan.document import Alinea, Blok, Lijst, Plaatje, Plaatjesnaam, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.keuzes import MEDEWERKER
from veiligheidsplan.plan.leeftijd import BANDEN, ZELF
from veiligheidsplan.plan.lezer import Lezer
from veiligheidsplan.plan.namen import helper, told
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.sjabloon import Sectie
from veiligheidsplan.plan.woorden import fill, spoken_iso

Blokken = Iterator[Blok]
_KINDERTELEFOON = "kindertelefoon"


@dataclass(frozen=True, slots=True)
class Kind:
    """For which child: by id, with its age band; ``boos`` beside the child's own approach (*eigen aanpak*)."""

    wie: Lezer
    band: str
    boos: bool
    leeftijd: int | None


def begin(d: Dossier, o: Omgeving, sectie: Sectie, kind: Kind) -> Blokken:
    yield from _said(o, kind, "huis", "kind_begin_boos" if kind.boos else "kind_begin")


def what_we_do(d: Dossier, o: Omgeving, sectie: Sectie, kind: Kind) -> Blokken:
    """What others do, as it was agreed with everyone."""
    punten = tuple(_task(d, o, t, kind) for t in _tasks(d) if d.waarde(t, "wie") != kind.wie)
    if punten:
        yield from _said(o, kind, "mensen", "kind_doen")
        yield Lijst(punten)


def what_you_do(d: Dossier, o: Omgeving, sectie: Sectie, kind: Kind) -> Blokken:
    punten = tuple(_when_too(d, o, t, kind) for t in _tasks(d) if d.waarde(t, "wie") == kind.wie)
    if punten:
        yield from _said(o, kind, "hand", "kind_zelf")
        yield Lijst(punten)


def when_it_goes_wrong(d: Dossier, o: Omgeving, sectie: Sectie, kind: Kind) -> Blokken:
    yield from _said(o, kind, "stop", "kind_mis", stappen=True)


def when_angry(d: Dossier, o: Omgeving, sectie: Sectie, kind: Kind) -> Blokken:
    """For a child with an own approach: help to stop, without a name for what it did."""
    if kind.boos:
        yield from _said(o, kind, "rust", "kind_boos", stappen=True)


def who_helps(d: Dossier, o: Omgeving, sectie: Sectie, kind: Kind) -> Blokken:
    punten = tuple(helper(d, n) for n in d.onderwerpen("netwerk") if d.waarde(n, "naam"))
    if punten:
        yield from _said(o, kind, "hart", "kind_helpers")
        yield Lijst(punten)


def whom_to_call(d: Dossier, o: Omgeving, sectie: Sectie, kind: Kind) -> Blokken:
    """112 first, then who is there for children, as far as this age may call, and the worker."""
    nood = numbers_for(o, "iedereen", jij=True)[:1]
    regel = o.leeftijdsregels.regels.get(_KINDERTELEFOON) if o.leeftijdsregels is not None else None
    mag = regel is not None and kind.leeftijd is not None and regel.holds_at(kind.leeftijd)
    voor_kind = tuple(r for r in numbers_for(o, "kind", jij=True) if r not in nood) if mag else ()
    naam, telefoon = d.waarde(MEDEWERKER, "naam"), d.waarde(MEDEWERKER, "telefoon")
    werker = ((f"{naam}: {telefoon}", o.zin("kind_werker")),) if naam and telefoon else ()
    yield from _said(o, kind, "telefoon", "kind_bellen")
    yield Velden((*nood, *voor_kind, *werker))


def when_we_talk(d: Dossier, o: Omgeving, sectie: Sectie, kind: Kind) -> Blokken:
    dag = _moment(d, o, "vervolg", "contact_datum", "contact_tijd")
    if dag:
        yield from _said(o, kind, "kalender", "kind_vervolg")
        yield Alinea(dag, "nadruk")
        hoe = d.waarde("vervolg", "contact_hoe") if kind.band == ZELF else None
        yield from (Alinea(str(hoe)),) if hoe else ()


def signature(d: Dossier, o: Omgeving, sectie: Sectie, kind: Kind) -> Blokken:
    """The worker's alone: a child is not asked to sign for its own safety."""
    yield worker_signs(d, o)


def _tasks(d: Dossier) -> Iterator[str]:
    return (t for soort in ("actie", "afspraak") for t in d.onderwerpen(soort) if d.waarde(t, "wat"))


def _task(d: Dossier, o: Omgeving, taak: str, kind: Kind) -> str:
    return told(owner(d, o, taak), _when_too(d, o, taak, kind))


def _when_too(d: Dossier, o: Omgeving, taak: str, kind: Kind) -> str:
    """What it is; for who can read a date also when, and at sixteen what if it does not work.

    «Ik kom morgen» is not true any more tomorrow.
    """
    wat = str(d.waarde(taak, "wat"))
    if kind.band == BANDEN[0]:
        return wat
    tot = spoken_iso(d.waarde(taak, "tot"), met_dag=True)
    dag = _moment(d, o, taak, "wanneer", "tijd") or (fill(o.zin("tot_en_met"), {"datum": tot}) if tot else "")
    anders = d.waarde(taak, "anders") if kind.band == ZELF else None
    staart = f"\n{label(o, 'actie', 'anders')}: {anders}" if anders else ""
    return f"{wat}{f' ({dag})' if dag else ''}{staart}"


def _moment(d: Dossier, o: Omgeving, onderwerp: str, dag: str, tijd: str) -> str:
    gezegd, uur = spoken_iso(d.waarde(onderwerp, dag), met_dag=True), d.waarde(onderwerp, tijd)
    return f"{gezegd}, {str(uur).replace(':', '.')} {o.zin('uur')}" if gezegd and uur else gezegd


def _said(o: Omgeving, kind: Kind, beeld: Plaatjesnaam, zin: str, *, stappen: bool = False) -> Blokken:
    """The words of this age, with a picture for who is not sixteen yet; one line of the sentence is one step."""
    tekst = o.zin(f"{zin}_{kind.band}")
    if kind.band != ZELF:
        eerste, *rest = tekst.split("\n")
        yield Plaatje(beeld, o.zin(f"plaatje_{beeld}"), eerste)
        tekst = "\n".join(rest)
    regels = tuple(r for r in tekst.split("\n") if r)
    if stappen and regels:
        yield Lijst(regels)
    elif regels:
        yield Alinea("\n".join(regels))
