"""The check of a translation: what is missing, stale, unknown, not checked, still Dutch, or has another number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from veiligheidsplan.bevinding import Bevinding, Ernst, nearest
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vertaling import (
    Pad,
    Vertaald,
    Vertaling,
    lacks_check,
    path_name,
    plain,
    short_text,
    source_texts,
    stale,
)

#: from this number on, missing texts are one finding together: the file has only just begun
VEEL_ONTBREEKT: Final = 10
_NUMMER: Final = re.compile(r"[0-9](?:[ -]?[0-9]){2,}")


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
    if vertaling.status == "gecontroleerd" and (mist := lacks_check(vertaling)):
        yield Bevinding(
            "VP344",
            f"Deze vertaling heet gecontroleerd, maar {mist}.",
            pad=("status",),
            suggestie="Schrijf bij «gecontroleerd_door» en «datum» wie haar nakeek en wanneer, of maak er concept van.",
        )


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
        uitleg = f"De tekst «{short_text(bron[pad])}» heeft nog geen vertaling."
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
        f"Het instrument heeft geen tekst op de plaats «{short_text(path_name(pad))}».",
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
            f"De Nederlandse tekst is veranderd; nu staat er «{short_text(nl)}».",
            zwaar,
            pad=(*hier, "was" if stuk.was is not None else "nl"),
            suggestie="Maak de vertaling opnieuw. Zet bij «nl» de tekst van nu, en haal «was» weg.",
        )
    vertaald = stuk.vertaling or ""
    if len(nl.split()) > 1 and plain(vertaald) == plain(nl):
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


def numbers(tekst: str) -> dict[str, str]:
    """The numbers of three digits and more (``112``, ``0800-2000``): bare digits of any script -> as written."""
    westers = "".join(str(unicodedata.digit(t)) if t.isdigit() else t for t in tekst)
    return {re.sub(r"\D", "", m[0]): tekst[m.start() : m.end()] for m in _NUMMER.finditer(westers)}
