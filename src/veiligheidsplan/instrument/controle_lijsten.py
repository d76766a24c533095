"""Faults in answer lists: one answer is no choice, and two that read the same cannot be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vraag import Antwoord

Pad = tuple[str | int, ...]


def check_lists(instrument: Instrument) -> Iterator[Bevinding]:
    """VP204 and VP205, for shared lists and for lists that stand with a question."""
    for pad, antwoorden in _lists(instrument):
        if len(antwoorden) == 1:
            yield Bevinding(
                "VP204",
                f"De antwoordlijst bij «{pad_name(pad)}» heeft maar één antwoord; dan valt er niets te kiezen.",
                pad=pad,
                suggestie="Schrijf er minstens één antwoord bij.",
            )
        yield from _same_text(pad, antwoorden)


def pad_name(pad: Pad) -> str:
    """How a sentence calls the list: by its own id, or by that of its question."""
    return str(pad[-2] if pad[-1] == "antwoorden" else pad[-1])


def _lists(instrument: Instrument) -> Iterator[tuple[Pad, dict[str, Antwoord]]]:
    for id_, lijst in instrument.antwoordlijsten.items():
        yield ("antwoordlijsten", id_), lijst
    for deel_id, deel in instrument.onderdelen.items():
        for id_, vraag in deel.vragen.items():
            antwoorden = getattr(vraag, "antwoorden", None)
            if isinstance(antwoorden, dict):
                yield ("onderdelen", deel_id, "vragen", id_, "antwoorden"), antwoorden


def _same_text(pad: Pad, antwoorden: dict[str, Antwoord]) -> Iterator[Bevinding]:
    gezien: dict[str, str] = {}
    for code, antwoord in antwoorden.items():
        tekst = re.sub(r"[\s.!,;:]+", " ", antwoord.tekst or code).strip().casefold()
        eerder = gezien.setdefault(tekst, code)
        if eerder != code:
            yield Bevinding(
                "VP205",
                f"De antwoorden «{eerder}» en «{code}» hebben dezelfde tekst.",
                pad=(*pad, code, *(("tekst",) if antwoord.tekst is not None else ())),
                suggestie="Maak de teksten verschillend, of haal er één weg.",
            )
