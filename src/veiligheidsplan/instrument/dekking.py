"""Coverage (*dekking*): what the tests of an instrument reach together, in the words of a trainer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.scenario import Gevaluitkomst
from veiligheidsplan.instrument.uitslag import Uitslag
from veiligheidsplan.instrument.voorwaarde import Voorwaarde
from veiligheidsplan.instrument.vraag import Getalvraag, Meerkeuzevraag, Schaalvraag
from veiligheidsplan.instrument.vragenlijst import truth

#: what is counted, in this order, with its Dutch plural
SOORTEN = ("vragen", "antwoorden", "voorwaarden", "niveaus", "signalen", "schalen")

#: kind, and what exactly: ids, and for a condition which way
Doel = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing that a case can reach, and the sentence that says so."""

    doel: Doel
    tekst: str

    @property
    def soort(self) -> str:
        return self.doel[0]


@dataclass(frozen=True, slots=True)
class Dekking:
    """All that can be reached, and what no case reached, in file order."""

    punten: tuple[Punt, ...]
    open: tuple[Punt, ...]

    @property
    def procent(self) -> int:
        """Rounded down, so that 100 means everything."""
        return 100 * (len(self.punten) - len(self.open)) // len(self.punten) if self.punten else 100

    def count(self, soort: str) -> tuple[int, int]:
        """How many of a kind were reached, and how many there are."""
        alle = sum(punt.soort == soort for punt in self.punten)
        return alle - sum(punt.soort == soort for punt in self.open), alle


def coverage(instrument: Instrument, uitkomsten: Sequence[Gevaluitkomst]) -> Dekking:
    """What these cases reach. A case with impossible answers reaches nothing."""
    gezien = {doel for uitkomst in uitkomsten for doel in _reached(instrument, uitkomst)}
    punten = tuple(_points(instrument))
    return Dekking(punten, tuple(punt for punt in punten if punt.doel not in gezien))


def _points(instrument: Instrument) -> Iterator[Punt]:
    for id_, vraag in instrument.vragen.items():
        yield Punt(("vragen", id_), f"De vraag «{id_}» kreeg in geen geval een antwoord: {vraag.tekst}")
    for id_ in instrument.vragen:
        for waarde, tekst in _answers(instrument, id_):
            yield Punt(("antwoorden", id_, waarde), f"Het antwoord «{tekst}» op «{id_}» kwam niet voor.")
    for naam, _ in _conditions(instrument):
        for uitkomst, woord in (("waar", "waar"), ("onwaar", "niet waar")):
            yield Punt(
                ("voorwaarden", naam, uitkomst), f"De voorwaarde bij «{naam}» was in geen geval {woord}."
            )
    for schaal_id, schaal in instrument.schalen.items():
        for niveau in schaal.grenzen:
            tekst = f"De schaal «{schaal_id}» kwam in geen geval op niveau «{niveau}»."
            yield Punt(("niveaus", schaal_id, niveau), tekst)
    for id_ in instrument.signalen:
        yield Punt(("signalen", id_), f"Het signaal «{id_}» ging in geen geval af.")
    for id_ in instrument.schalen:
        yield Punt(("schalen", id_), f"In geen geval ontbrak er een antwoord voor de schaal «{id_}».")


def _reached(instrument: Instrument, uitkomst: Gevaluitkomst) -> Iterator[Doel]:
    uitslag, geval = uitkomst.uitslag, uitkomst.geval
    if uitslag is None:
        return
    for id_, waarde in geval.antwoorden.items():
        gegeven = list(_given(instrument, id_, waarde))
        if gegeven and id_ not in uitslag.niet_van_toepassing:
            yield "vragen", id_
            yield from (("antwoorden", id_, een) for een in gegeven)
    for naam, voorwaarde in _conditions(instrument):
        waar = truth(instrument, voorwaarde, geval.antwoorden, geval.gegevens)
        if waar is not None:
            yield "voorwaarden", naam, "waar" if waar else "onwaar"
    yield from (("signalen", id_) for id_ in uitslag.signalen)
    yield from _scales(uitslag)


def _scales(uitslag: Uitslag) -> Iterator[Doel]:
    for id_, schaal in uitslag.schalen.items():
        if schaal.niveau is not None:
            yield "niveaus", id_, schaal.niveau
        if schaal.ontbrekend:
            yield "schalen", id_


def _conditions(instrument: Instrument) -> Iterator[tuple[str, Voorwaarde]]:
    for deel_id, deel in instrument.onderdelen.items():
        if deel.toon_als is not None:
            yield deel_id, deel.toon_als
        for id_, vraag in deel.vragen.items():
            if vraag.toon_als is not None:
                yield id_, vraag.toon_als


def _answers(instrument: Instrument, id_: str) -> Iterable[tuple[str, str]]:
    """What must be answered once: each choice, both ends of a scale, each step of a number."""
    vraag = instrument.vragen[id_]
    if isinstance(vraag, Schaalvraag):
        return [(str(eind), str(eind)) for eind in (vraag.van, vraag.tot)]
    if isinstance(vraag, Getalvraag):
        return [(str(stap), f"{stap} of meer") for stap in vraag.punten_vanaf or ()]
    keuzes = [(code, antwoord.tekst or code) for code, antwoord in instrument.antwoorden_van(id_).items()]
    if isinstance(vraag, Meerkeuzevraag) and vraag.geen_van_deze:
        keuzes.append(("geen_van_deze", "geen van deze"))
    return keuzes


def _given(instrument: Instrument, id_: str, waarde: Any) -> Iterator[str]:
    """The same for what a case answers; nothing for an answer that is missing."""
    vraag = instrument.vragen[id_]
    if waarde is None or waarde in ("weet_niet", "wil_niet_zeggen", "niet_gevraagd"):
        return
    if isinstance(vraag, Getalvraag):
        stappen = [stap for stap in vraag.punten_vanaf or () if stap <= int(waarde)]
        yield str(max(stappen)) if stappen else "lager"
    elif isinstance(vraag, Meerkeuzevraag):
        codes = [waarde] if isinstance(waarde, str) else list(waarde)
        yield from codes or ["geen_van_deze"]
    else:
        yield str(waarde)
