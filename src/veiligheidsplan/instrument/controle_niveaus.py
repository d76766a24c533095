"""Levels that no answers give: named nowhere, or always passed over by a sign with a higher level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.bereik import Bereik, Schaalbereik
from veiligheidsplan.instrument.formule import denial
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.voorwaarde import Schaaltoets


def check_levels(instrument: Instrument, bereik: Bereik) -> Iterator[Bevinding]:
    """VP206 for a level that no scale names, nor a sign that can fire."""
    genoemd = {niveau for schaal in instrument.schalen.values() for niveau in schaal.grenzen}
    if genoemd != instrument.niveaus.keys():
        genoemd |= _given_by_signs(instrument, bereik)
    for niveau in instrument.niveaus:
        if niveau not in genoemd:
            yield Bevinding(
                "VP206",
                f"Geen antwoorden leiden tot het niveau «{niveau}»: geen schaal en geen signaal komt eraan.",
                pad=("niveaus", niveau),
                suggestie="Geef het een grens in een schaal, of haal het weg.",
            )


def check_final_levels(
    instrument: Instrument, bereik: Bereik, schalen: Mapping[str, Schaalbereik]
) -> Iterator[Bevinding]:
    """VP311 for a level that the deciding scale or a sign gives, and that never is the final level."""
    if instrument.eindniveau is None:
        return
    gezien = bereik.steekproef.final_levels() if bereik.steekproef else set()
    if gezien == instrument.niveaus.keys():
        return
    eind = schalen.get(instrument.eindniveau) or bereik.scale(instrument.eindniveau)
    gegeven = eind.niveaus | _given_by_signs(instrument, bereik)
    for niveau in instrument.niveaus:
        if niveau not in gegeven or niveau in gezien:
            continue
        if not any(bereik.possible(a, _ends_at(instrument, a, niveau)) for a in bereik.gevallen):
            yield Bevinding(
                "VP311",
                f"Het niveau «{niveau}» is met volledige antwoorden nooit het eindniveau:"
                " er is dan altijd een signaal met een hoger niveau.",
                Ernst.WAARSCHUWING,
                pad=("niveaus", niveau),
                suggestie="Kijk of de signalen bij de grenzen van de schaal passen.",
            )


def _given_by_signs(instrument: Instrument, bereik: Bereik) -> set[str]:
    return {s.niveau for id_, s in instrument.signalen.items() if s.niveau and bereik.can_fire(id_)}


def _ends_at(instrument: Instrument, a: Aanvulling, niveau: str) -> int:
    """The formula *this is the final level*, when everything is answered."""
    rang = list(instrument.niveaus)
    eind = instrument.eindniveau or ""
    grenzen = instrument.schalen[eind].grenzen

    def reaches(n: str) -> list[int]:
        bron = [a.signalen[id_] for id_, s in instrument.signalen.items() if s.niveau == n]
        if n in grenzen:
            bron.append(a.formula(Schaaltoets(schaal=eind, minstens=grenzen[n])))
        return bron

    hoger = [f for n in rang[rang.index(niveau) + 1 :] for f in reaches(n)]
    zelf = a.formules.any_of(reaches(niveau))
    return a.formules.all_of([zelf, denial(a.formules, a.formules.any_of(hoger))])
