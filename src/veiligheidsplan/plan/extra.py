"""Questions of a municipality's own (*eigen vragen*): asked last, never obligatory, never scored.

An answer is kept under a name that says who may read it: ``extra`` or ``extra_samen``. So an answer that was given
for professionals stays that, whatever a later version of the template says.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from veiligheidsplan.plan.document import Alinea, Blok, Velden
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.model import EXTRA, EXTRA_SAMEN
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.sjabloon_eigen import Extrasectie, ExtraVraag
from veiligheidsplan.plan.stap import Keuze, Stap, Zichtkant
from veiligheidsplan.plan.vraagstap import present_value
from veiligheidsplan.plan.woorden import spoken_iso

#: the answers with which one can always go past a question of this kind
_BIJZONDER = ("weet_niet", "wil_niet_zeggen")


class Eigenvraag(NamedTuple):
    """One question with where it belongs: ``onderwerp`` and ``veld`` are where its answer is kept."""

    onderwerp: str
    veld: str
    sectie: str
    vraag: ExtraVraag
    samen: bool


def own_questions(o: Omgeving) -> Iterator[Eigenvraag]:
    """Every question of the municipality's own, in the order of the template."""
    for id_, sectie in o.sjabloon.extra_secties.items():
        yield from _of_section(o, id_, sectie)


def _of_section(o: Omgeving, id_: str, sectie: Extrasectie) -> Iterator[Eigenvraag]:
    for veld, vraag in sectie.vragen.items():
        samen = sectie.joint(vraag) and vraag.soort in o.sjabloon.openingen.soorten_gezamenlijk
        onderwerp = f"{EXTRA_SAMEN if samen else EXTRA}:{o.sjabloon.ruimte}.{id_}"
        yield Eigenvraag(onderwerp, veld, id_, vraag, samen)


def questions(d: Dossier, o: Omgeving, kant: Zichtkant) -> Iterator[Plek]:
    """Their places in the conversation: at the table those whose answer everyone may read, and no others."""
    eerste = True
    for e in own_questions(o):
        inleiding = o.zin("iedereen_leest") if e.samen and eerste else None
        eerste = eerste and not e.samen
        yield Plek(f"{e.onderwerp}/{e.veld}", partial(_step, d, o, e, inleiding), e.samen)


def _step(d: Dossier, o: Omgeving, e: Eigenvraag, inleiding: str | None) -> Stap:
    vraag, gegeven = e.vraag, d.waarden.get(e.onderwerp, {}).get(e.veld)
    keuzes = tuple(Keuze(code, tekst) for code, tekst in vraag.keuzes.items())
    onbekend = tuple(Keuze(code, o.zin(code)) for code in _BIJZONDER if code not in vraag.keuzes)
    alle = (*keuzes, *onbekend) if vraag.soort == "keuze" else keuzes
    return Stap(
        id=f"{e.onderwerp}/{e.veld}",
        soort=vraag.soort,
        tekst=vraag.vraag,
        sectie=o.sjabloon.extra_secties[e.sectie].titel,
        pad=("extra", e.sectie, e.veld),
        inleiding=inleiding,
        hulp=vraag.hulp,
        keuzes=alle,
        bijzonder=() if vraag.soort in ("keuze", "tekst") else onbekend,
        van=vraag.van,
        tot=vraag.tot,
        verplicht=False,
        geen_van_deze=vraag.soort == "meerkeuze",
        standaard=present_value(vraag.soort, gegeven.waarde, alle) if gegeven else None,
        meer_regels=vraag.soort == "tekst",
        tafel=e.samen,
        toelichting=gegeven.toelichting if gegeven else None,
    )


def section(d: Dossier, o: Omgeving, id_: str, sectie: Extrasectie, voor: str) -> Iterator[Blok]:
    """What stands in the document: the words, and what was answered. ``d`` is what this reader may know."""
    if voor not in sectie.zichtbaar_voor:
        return
    rijen = tuple(
        (e.vraag.label, gezegd)
        for e in _of_section(o, id_, sectie)
        if (e.samen or voor == "professional") and (gezegd := said(d, o, e))
    )
    if sectie.inleiding and (rijen or not sectie.vragen):
        yield Alinea(sectie.inleiding)
    if rijen:
        yield Velden(rijen)


def said(d: Dossier, o: Omgeving, e: Eigenvraag) -> str:
    """An answer in words; empty where nothing was said, or where the question does not know this answer any more."""
    waarde: Any = d.waarde(e.onderwerp, e.veld)
    if waarde is None:
        return ""
    if isinstance(waarde, tuple):
        return ", ".join(_word(o, e, w) for w in waarde) or o.zin("niemand_of_niets")
    if e.vraag.soort == "tekst":
        return str(waarde)
    if isinstance(waarde, str) and waarde in _BIJZONDER:
        return _word(o, e, waarde)
    if e.vraag.soort == "datum":
        return spoken_iso(str(waarde), met_dag=True)
    if e.vraag.soort == "tijd":
        return f"{str(waarde).replace(':', '.')} {o.zin('uur')}"
    return _word(o, e, str(waarde)) if e.vraag.soort == "keuze" else str(waarde)


def _word(o: Omgeving, e: Eigenvraag, code: str) -> str:
    if code in e.vraag.keuzes:
        return e.vraag.keuzes[code]
    return o.zin(code) if code in _BIJZONDER else o.zin("niet_ingevuld")


def sample_answer(vraag: ExtraVraag, vandaag: str) -> object:
    """An answer that fits, for the invented household of ``sjabloon toon``."""
    match vraag.soort:
        case "keuze":
            return next(iter(vraag.keuzes))
        case "meerkeuze":
            return tuple(vraag.keuzes)[:2]
        case "schaal" | "getal":
            return vraag.van if vraag.van is not None else 1
        case "datum":
            return vandaag
        case "tijd":
            return "10:00"
        case _:
            return "Een antwoord in gewone woorden."
