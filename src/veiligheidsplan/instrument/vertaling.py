"""Translations (*vertalingen*) of an instrument: what there is to translate, what is missing or stale, and reading one.

A translation keeps the Dutch sentence (``nl``) beside its own words, so that *stale* is exact: the Dutch of today is
another sentence. It is a reading aid: the Dutch text counts, and a translation that nobody checked says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from pydantic import Field

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.model import Id, Model

Pad = tuple[str | int, ...]
#: BCP 47: language, and where needed script and region (``en``, ``ar``, ``sr-Latn``, ``pt-BR``)
TAAL_PATROON: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?\Z")
_VAN_RECHTS: Final = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)


class Vertaald(Model):
    """One text: the Dutch that was translated, the translation, and for a text that changed the Dutch that *was*."""

    nl: str
    vertaling: str | None = None
    was: str | None = None
    opmerking: str | None = None


class Vertaling(Model):
    """One ``vertalingen/<taal>.yaml``. ``datum`` is the day of translation, or of the check once it was checked."""

    taal: str
    instrument: Id
    versie: str
    status: Literal["concept", "gecontroleerd"]
    vertaler: str
    gecontroleerd_door: str | None = None
    datum: date | None = None
    teksten: dict[Pad, Vertaald] = Field(default_factory=dict)
    vervallen: dict[str, Vertaald] = Field(default_factory=dict)


class Leeshulp(NamedTuple):
    """An instrument in other words (*leeshulp*), what to say about it first, and which texts are still Dutch."""

    instrument: Instrument
    mededeling: str
    nog_nederlands: tuple[Pad, ...]
    van_rechts: bool


def source_texts(instrument: Instrument) -> dict[Pad, str]:
    """Every Dutch text that people meet, by its path in the instrument, in file order."""
    return {pad: tekst for pad, tekst in _walk(instrument) if tekst and tekst.strip()}


def _walk(instrument: Instrument) -> Iterator[tuple[Pad, str | None]]:
    yield ("titel",), instrument.titel
    if instrument.doelgroep is not None:
        yield ("doelgroep", "uitleg"), instrument.doelgroep.uitleg
    for lijst, antwoorden in instrument.antwoordlijsten.items():
        yield from _answers(("antwoordlijsten", lijst), antwoorden)
    for id_, niveau in instrument.niveaus.items():
        yield ("niveaus", id_, "titel"), niveau.titel
        yield ("niveaus", id_, "advies"), niveau.advies
    for deel_id, deel in instrument.onderdelen.items():
        pad: Pad = ("onderdelen", deel_id)
        yield (*pad, "titel"), deel.titel
        yield (*pad, "inleiding"), deel.inleiding
        for id_, vraag in deel.vragen.items():
            yield from _question((*pad, "vragen", id_), vraag)
    for id_, schaal in instrument.schalen.items():
        yield ("schalen", id_, "titel"), schaal.titel
    for id_, signaal in instrument.signalen.items():
        yield ("signalen", id_, "melding"), signaal.melding
        yield ("signalen", id_, "handeling"), signaal.handeling


def _question(pad: Pad, vraag: Any) -> Iterator[tuple[Pad, str | None]]:
    yield (*pad, "tekst"), vraag.tekst
    for wie, tekst in vraag.tekst_voor.items():
        yield (*pad, "tekst_voor", wie), tekst
    yield (*pad, "hulp"), vraag.hulp
    antwoorden = getattr(vraag, "antwoorden", None)
    if isinstance(antwoorden, dict):
        yield from _answers((*pad, "antwoorden"), antwoorden)
    for waarde, tekst in getattr(vraag, "uitersten", {}).items():
        yield (*pad, "uitersten", waarde), tekst


def _answers(pad: Pad, antwoorden: Mapping[str, Any]) -> Iterator[tuple[Pad, str | None]]:
    for code, antwoord in antwoorden.items():
        yield (*pad, code, "tekst"), antwoord.tekst


def stale(stuk: Vertaald, nl: str) -> bool:
    """Whether the Dutch of today is another sentence than the one that was translated; spaces do not count."""
    return _spaces(stuk.nl) != _spaces(nl) or (stuk.was is not None and _spaces(stuk.was) != _spaces(nl))


def lacks_check(vertaling: Vertaling) -> str | None:
    """Why a translation was not checked by another person on a day, as the end of a sentence; ``None`` if it was."""
    wie = plain(vertaling.gecontroleerd_door or "")
    if not wie:
        return "er staat niet bij door wie"
    if wie == plain(vertaling.vertaler):
        return "door de vertaler zelf; een ander moet haar nakijken"
    return "er staat geen datum bij" if vertaling.datum is None else None


def translate(instrument: Instrument, vertaling: Vertaling) -> Leeshulp:
    """The instrument in the other language; a text without a translation of the Dutch of today stays Dutch."""
    bron = source_texts(instrument)
    goed = {
        pad: stuk.vertaling
        for pad, nl in bron.items()
        if (stuk := vertaling.teksten.get(pad)) and stuk.vertaling and not stale(stuk, nl)
    }
    ruw = instrument.model_dump(by_alias=True, exclude_unset=True)
    for pad, tekst in goed.items():
        plek: Any = ruw
        for deel in pad[:-1]:
            plek = plek[deel]
        plek[pad[-1]] = tekst
    return Leeshulp(
        Instrument.model_validate(ruw),
        notice(vertaling),
        tuple(pad for pad in bron if pad not in goed),
        right_to_left(vertaling.taal),
    )


def notice(vertaling: Vertaling) -> str:
    """What whoever reads a translation must know first, in Dutch."""
    if vertaling.status == "gecontroleerd" and lacks_check(vertaling) is None:
        return f"Leeshulp ({vertaling.taal}), nagekeken door {vertaling.gecontroleerd_door}. De Nederlandse tekst telt."
    return f"Leeshulp ({vertaling.taal}): een concept dat niet is nagekeken. De Nederlandse tekst telt."


def right_to_left(taal: str) -> bool:
    """Whether a language is written from right to left; another script than its own says otherwise."""
    delen = taal.split("-")
    return delen[0] in _VAN_RECHTS and "Latn" not in delen


def path_name(pad: Pad) -> str:
    """A path as people write it: «onderdelen.nu.titel»."""
    return ".".join(str(deel) for deel in pad)


def short_text(tekst: str) -> str:
    """A text on one line, not too long for a message."""
    tekst = _spaces(tekst)
    return tekst if len(tekst) <= 60 else tekst[:59] + "…"


def _spaces(tekst: str) -> str:
    return " ".join(tekst.split())


def plain(tekst: str) -> str:
    """For comparing: spaces and capitals do not count."""
    return _spaces(tekst).casefold()
