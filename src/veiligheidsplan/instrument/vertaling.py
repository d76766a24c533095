"""Translations (*vertalingen*) of an instrument: what there is to translate, what is missing or stale, and reading one.

A translation keeps the Dutch sentence (``nl``) beside its own words, so that *stale* is exact: the Dutch of today is
another sentence. It is a reading aid: the Dutch text counts, and a translation that nobody checked says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from pydantic import Field

from veiligheidsplan.bevinding import Bevinding, Ernst, nearest
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.model import Id, Model

Pad = tuple[str | int, ...]
#: from this number on, missing texts are one finding together: the file has only just begun
VEEL_ONTBREEKT: Final = 10
#: BCP 47: language, and where needed script and region (``en``, ``ar``, ``sr-Latn``, ``pt-BR``)
TAAL_PATROON: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?\Z")
_VAN_RECHTS: Final = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_NUMMER: Final = re.compile(r"[0-9](?:[ -]?[0-9]){2,}")


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


def check_translation(instrument: Instrument, vertaling: Vertaling) -> Iterator[Bevinding]:
    """VP341-VP347: what a reader of this translation would miss or misread. Paths begin at ``teksten`` or a key."""
    yield from _head(instrument, vertaling)
    bron = source_texts(instrument)
    vreemd = dict(_unknown_places(bron, vertaling))
    # a misspelt id is one mistake: what is meant is not missing as well
    bedoeld = {pad for pad in vreemd.values() if pad is not None}
    yield from _missing(bron, vertaling, bedoeld)
    yield from (_unknown(pad, goed) for pad, goed in vreemd.items())
    for pad, stuk in vertaling.teksten.items():
        if pad in bron and stuk.vertaling:
            yield from _text(pad, stuk, bron[pad], vertaling)


def _head(instrument: Instrument, vertaling: Vertaling) -> Iterator[Bevinding]:
    if vertaling.instrument != instrument.id:
        yield Bevinding(
            "VP346",
            f"Deze vertaling is van «{vertaling.instrument}», en staat bij «{instrument.id}».",
            pad=("instrument",),
            suggestie="Zet het bestand in de map van zijn eigen instrument.",
        )
    elif vertaling.versie != instrument.versie:
        yield Bevinding(
            "VP346",
            f"Deze vertaling is gemaakt bij versie {vertaling.versie}; het instrument heeft nu versie"
            f" {instrument.versie}.",
            Ernst.WAARSCHUWING,
            pad=("versie",),
            suggestie="Werk haar bij met «veiligheidsplan instrument vertaal», en kijk wat er anders is.",
        )
    if vertaling.status == "gecontroleerd" and (mist := _unproven_check(vertaling)):
        yield Bevinding(
            "VP344",
            f"Deze vertaling heet gecontroleerd, maar {mist}.",
            pad=("status",),
            suggestie="Schrijf bij «gecontroleerd_door» en «datum» wie haar nakeek en wanneer, of maak er concept van.",
        )


def _unproven_check(vertaling: Vertaling) -> str | None:
    wie = _plain(vertaling.gecontroleerd_door or "")
    if not wie:
        return "er staat niet bij door wie"
    if wie == _plain(vertaling.vertaler):
        return "door de vertaler zelf; een ander moet haar nakijken"
    return "er staat geen datum bij" if vertaling.datum is None else None


def _missing(bron: Mapping[Pad, str], vertaling: Vertaling, bedoeld: set[Pad]) -> Iterator[Bevinding]:
    weg = [
        pad
        for pad in bron
        if (not (stuk := vertaling.teksten.get(pad)) or not stuk.vertaling)
        and not any(pad[:n] in bedoeld for n in range(1, len(pad) + 1))
    ]
    tip = "Werk het bestand bij met «veiligheidsplan instrument vertaal», en vul de vertaling in."
    if len(weg) > VEEL_ONTBREEKT:
        uitleg = f"Van de {len(bron)} teksten hebben er {len(weg)} nog geen vertaling; dit is de eerste."
        yield Bevinding("VP341", uitleg, Ernst.WAARSCHUWING, pad=("teksten", *weg[0]), suggestie=tip)
        return
    for pad in weg:
        uitleg = f"De tekst «{_short(bron[pad])}» heeft nog geen vertaling."
        yield Bevinding("VP341", uitleg, Ernst.WAARSCHUWING, pad=("teksten", *pad), suggestie=tip)


def _unknown_places(bron: Mapping[Pad, str], vertaling: Vertaling) -> Iterator[tuple[Pad, Pad | None]]:
    """The first key on each path that the instrument does not have, and the place that is likely meant."""
    takken = {pad[:n] for pad in bron for n in range(len(pad) + 1)}
    for pad in vertaling.teksten:
        if pad in bron:
            continue
        n = next((n for n in range(1, len(pad) + 1) if pad[:n] not in takken), len(pad))
        broers = [str(tak[-1]) for tak in takken if len(tak) == n and tak[:-1] == pad[: n - 1]]
        goed = nearest(str(pad[n - 1]), sorted(broers))
        yield pad[:n], None if goed is None or pad[:n] in takken else (*pad[: n - 1], goed)


def _unknown(pad: Pad, goed: Pad | None) -> Bevinding:
    return Bevinding(
        "VP343",
        f"Het instrument heeft geen tekst op de plaats «{_short(path_name(pad))}».",
        pad=("teksten", *pad),
        suggestie=f"Bedoelt u «{goed[-1]}»?"
        if goed
        else "Haal dit stuk weg, of gebruik de id van het instrument.",
    )


def _text(pad: Pad, stuk: Vertaald, nl: str, vertaling: Vertaling) -> Iterator[Bevinding]:
    nagekeken = vertaling.status == "gecontroleerd"
    zwaar = Ernst.FOUT if nagekeken else Ernst.WAARSCHUWING
    hier = ("teksten", *pad)
    if stale(stuk, nl):
        yield Bevinding(
            "VP342",
            f"De Nederlandse tekst is veranderd; nu staat er «{_short(nl)}».",
            zwaar,
            pad=(*hier, "was" if stuk.was is not None else "nl"),
            suggestie="Maak de vertaling opnieuw. Zet bij «nl» de tekst van nu, en haal «was» weg.",
        )
    vertaald = stuk.vertaling or ""
    if len(nl.split()) > 1 and _plain(vertaald) == _plain(nl):
        yield Bevinding(
            "VP345",
            "De vertaling is hetzelfde als het Nederlands.",
            Ernst.WAARSCHUWING,
            pad=(*hier, "vertaling"),
            suggestie="Vertaal de tekst, of haal de vertaling weg tot zij er is.",
        )
    over = numbers(vertaald)
    if weg := [nummer for kaal, nummer in numbers(nl).items() if kaal not in over]:
        yield Bevinding(
            "VP347",
            f"Het nummer {weg[0]} uit het Nederlands staat niet in de vertaling.",
            zwaar,
            pad=(*hier, "vertaling"),
            suggestie="Schrijf het nummer in de vertaling zoals het in het Nederlands staat.",
        )


def stale(stuk: Vertaald, nl: str) -> bool:
    """Whether the Dutch of today is another sentence than the one that was translated; spaces do not count."""
    return _spaces(stuk.nl) != _spaces(nl) or (stuk.was is not None and _spaces(stuk.was) != _spaces(nl))


def numbers(tekst: str) -> dict[str, str]:
    """The numbers of three digits and more (``112``, ``0800-2000``): bare digits of any script -> as written."""
    westers = "".join(str(unicodedata.digit(t)) if t.isdigit() else t for t in tekst)
    return {re.sub(r"\D", "", m[0]): tekst[m.start() : m.end()] for m in _NUMMER.finditer(westers)}


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
    if vertaling.status == "gecontroleerd" and _unproven_check(vertaling) is None:
        return f"Leeshulp ({vertaling.taal}), nagekeken door {vertaling.gecontroleerd_door}. De Nederlandse tekst telt."
    return f"Leeshulp ({vertaling.taal}): een concept dat niet is nagekeken. De Nederlandse tekst telt."


def right_to_left(taal: str) -> bool:
    """Whether a language is written from right to left; another script than its own says otherwise."""
    delen = taal.split("-")
    return delen[0] in _VAN_RECHTS and "Latn" not in delen


def path_name(pad: Pad) -> str:
    """A path as people write it: «onderdelen.nu.titel»."""
    return ".".join(str(deel) for deel in pad)


def _short(tekst: str) -> str:
    tekst = _spaces(tekst)
    return tekst if len(tekst) <= 60 else tekst[:59] + "…"


def _spaces(tekst: str) -> str:
    return " ".join(tekst.split())


def _plain(tekst: str) -> str:
    return _spaces(tekst).casefold()
