"""Making or updating the translation of an instrument; what was done before stays."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.loading import laad_instrument
from veiligheidsplan.loading.vertalingen import as_text, language_file, read_translation, update


@dataclass(frozen=True, slots=True)
class Vertaalwerk:
    """What was written where: how many texts there are, are translated, changed since, and are gone."""

    bestand: Path
    bestond: bool
    alle: int
    klaar: int
    verouderd: int
    vervallen: int


def update_translation(instrument_pad: Path, taal: str, vertaler: str) -> Vertaalwerk:
    """Write ``vertalingen/<taal>.yaml`` beside the instrument; raises ``BevindingenFout`` where that cannot be."""
    instrument = laad_instrument(instrument_pad)
    bestand = language_file(instrument_pad.parent, taal)
    oud = None
    if bestond := bestand.exists():
        gelezen = read_translation(bestand)
        if gelezen.vertaling is None:
            raise BevindingenFout(gelezen.bevindingen)
        oud = gelezen.vertaling
    nieuw = update(instrument, oud, taal, vertaler)
    _write(bestand, as_text(nieuw))
    stukken = nieuw.teksten.values()
    return Vertaalwerk(
        bestand,
        bestond,
        len(nieuw.teksten),
        sum(bool(stuk.vertaling) for stuk in stukken),
        sum(stuk.was is not None for stuk in stukken),
        len(nieuw.vervallen),
    )


def _write(bestand: Path, tekst: str) -> None:
    """The whole file or the old one: half a translation is work lost."""
    tijdelijk = bestand.with_suffix(".nieuw")
    try:
        bestand.parent.mkdir(exist_ok=True)
        tijdelijk.write_text(tekst, encoding="utf-8", newline="\n")
        os.replace(tijdelijk, bestand)
    except OSError:
        raise BevindingenFout(
            [
                Bevinding(
                    "VP349",
                    f"De vertaling kan niet worden geschreven: {bestand}.",
                    suggestie="Kijk of u in deze map mag schrijven.",
                )
            ]
        ) from None
