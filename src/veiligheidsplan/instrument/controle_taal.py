"""Warnings about words: double and leading questions, blame, double negatives, and language harder than B1.

These are signs, not proofs: a person decides. Imported only when an instrument is validated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.instrument.controle_leesbaar import check_readable, sentences, short
from veiligheidsplan.instrument.controle_woorden import (
    BESCHULDIGEND,
    BEWERING,
    DEELZIN,
    DUBBEL,
    NIET_ON,
    ONTKENNING,
    SPOOR_BESCHULDIGEND,
    SPOOR_DUBBEL,
    SPOOR_STUREND,
    SPOOR_VERWIJT,
    STUREND,
    VERWIJT,
    VRIJSPRAAK,
    ZONDER,
)
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vraag import Antwoord, Vraag

Pad = tuple[str | int, ...]
#: code, what was found, what to do
Opmerking = tuple[str, str, str]


class Tekst(NamedTuple):
    """A text of an instrument and where it stands; *vraag*: it asks something."""

    pad: Pad
    tekst: str
    vraag: bool = False


def check_language(instrument: Instrument) -> Iterator[Bevinding]:
    """VP321-VP327 for every text that people hear or that says what to do."""
    for pad, tekst, vraag in read_aloud(instrument):
        for code, uitleg, suggestie in remarks(tekst, vraag):
            yield Bevinding(code, uitleg, Ernst.WAARSCHUWING, pad=pad, suggestie=suggestie)


def read_aloud(instrument: Instrument) -> Iterator[Tekst]:
    """Every text that is read aloud, shown to people, or acted upon; not the reasons and the sources."""
    if instrument.doelgroep is not None:
        yield from _maybe(("doelgroep", "uitleg"), instrument.doelgroep.uitleg)
    for lijst_id, lijst in instrument.antwoordlijsten.items():
        yield from _answers(("antwoordlijsten", lijst_id), lijst)
    for id_, niveau in instrument.niveaus.items():
        yield from _maybe(("niveaus", id_, "titel"), niveau.titel)
        yield from _maybe(("niveaus", id_, "advies"), niveau.advies)
    for deel_id, deel in instrument.onderdelen.items():
        pad: Pad = ("onderdelen", deel_id)
        yield from _maybe((*pad, "titel"), deel.titel)
        yield from _maybe((*pad, "inleiding"), deel.inleiding)
        for id_, vraag in deel.vragen.items():
            yield from _of_question((*pad, "vragen", id_), vraag)
    for id_, signaal in instrument.signalen.items():
        yield from _maybe(("signalen", id_, "melding"), signaal.melding)
        yield from _maybe(("signalen", id_, "handeling"), signaal.handeling)


def _of_question(pad: Pad, vraag: Vraag) -> Iterator[Tekst]:
    yield Tekst((*pad, "tekst"), vraag.tekst, vraag=True)
    for wie, tekst in vraag.tekst_voor.items():
        yield Tekst((*pad, "tekst_voor", wie), tekst, vraag=True)
    yield from _maybe((*pad, "hulp"), vraag.hulp)
    if vraag.type in ("keuze", "meerkeuze") and not isinstance(vraag.antwoorden, str):
        yield from _answers((*pad, "antwoorden"), vraag.antwoorden)
    for waarde, tekst in vraag.uitersten.items() if vraag.type == "schaal" else ():
        yield Tekst((*pad, "uitersten", waarde), tekst)


def _answers(pad: Pad, antwoorden: dict[str, Antwoord]) -> Iterator[Tekst]:
    for code, antwoord in antwoorden.items():
        yield from _maybe((*pad, code, "tekst"), antwoord.tekst)


def _maybe(pad: Pad, tekst: str | None) -> Iterator[Tekst]:
    if tekst:
        yield Tekst(pad, tekst)


@lru_cache(maxsize=20_000)
def remarks(tekst: str, vraag: bool = False) -> tuple[Opmerking, ...]:
    """What there is to say about one text. The same text comes back in many instruments, and is read once."""
    if " " not in tekst and len(tekst) < 12:
        return tuple(check_readable((tekst,)))
    zinnen = sentences(tekst)
    return (
        *(_question(tekst, zinnen) if vraag else ()),
        *_spoken(tekst, zinnen),
        *check_readable(zinnen),
    )


def _question(tekst: str, zinnen: tuple[str, ...]) -> Iterator[Opmerking]:
    klein = tekst.lower()
    vragen = [zin for zin in zinnen if zin.endswith("?")]
    kan = len(vragen) > 1 or _has(klein, SPOOR_DUBBEL)
    dubbel = next((m for zin in vragen or zinnen if (m := DUBBEL.search(zin))), None) if kan else None
    if len(vragen) > 1 or dubbel:
        waarom = f"door «{short(dubbel[0])}»" if dubbel else "met twee vraagtekens"
        yield (
            "VP321",
            f"Dit lijken twee vragen in één, {waarom}: bij «nee» weet u niet op welke.",
            "Maak er twee vragen van.",
        )
    if _has(klein, SPOOR_STUREND) and (found := _first(STUREND, vragen or zinnen)):
        yield ("VP322", f"«{found[0]}» stuurt naar een antwoord.", found[1])
    if found := _first((BEWERING,), vragen):
        yield ("VP322", f"«{found[0]}» is een bewering met een vraagteken, en stuurt.", found[1])
    if _has(klein, SPOOR_VERWIJT) and (found := _first(VERWIJT, zinnen)):
        yield _blame(found)


def _spoken(tekst: str, zinnen: tuple[str, ...]) -> Iterator[Opmerking]:
    if _has(tekst.lower(), SPOOR_BESCHULDIGEND):
        vrij = [zin for zin in zinnen if not VRIJSPRAAK.search(zin)]
        if found := _first(BESCHULDIGEND, vrij):
            yield _blame(found)
    if not ONTKENNING.search(tekst):
        return
    for zin in zinnen:
        if NIET_ON.search(zin) or _denies_twice(zin):
            yield (
                "VP324",
                f"Twee ontkenningen in één zin zijn moeilijk te volgen: «{short(zin)}»",
                "Zeg het zonder «niet» of «geen», of met één daarvan.",
            )
            return


def _denies_twice(zin: str) -> bool:
    return any(
        len(ONTKENNING.findall(deel)) + len(ZONDER.findall(deel)) > 1
        for deel in (DEELZIN.split(zin) if len(ONTKENNING.findall(zin)) > 1 or ZONDER.search(zin) else ())
    )


def _has(klein: str, sporen: tuple[str, ...]) -> bool:
    """Whether a pattern has a chance at all: looking for a piece of text is far cheaper than a pattern."""
    return any(spoor in klein for spoor in sporen)


def _first(
    patronen: tuple[tuple[re.Pattern[str], str], ...], zinnen: Sequence[str]
) -> tuple[str, str] | None:
    """The words that the first pattern finds, fit for a sentence, and what to do."""
    for patroon, anders in patronen:
        for zin in zinnen:
            if gevonden := patroon.search(zin):
                return short(gevonden[0].strip(" ,;:.")), anders
    return None


def _blame(found: tuple[str, str]) -> Opmerking:
    return ("VP323", f"«{found[0]}» kan klinken als een verwijt.", found[1])
