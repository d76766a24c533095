"""How cost grows: 30, 300 and 3,000 questions in one instrument, and 10, 100 and 1,000 files; at most twice per piece.

``python -m bench.groei`` prints the milliseconds per question of each step, and per file.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from bench.verzonnen import instrument_text, write_instruments

from veiligheidsplan.app.valideer import validate
from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.instrument.controle_bereik import check_reach
from veiligheidsplan.instrument.controle_taal import check_language
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.loading import load_instrument_text
from veiligheidsplan.loading.yaml_source import collecting_paused

DOEL = 2.0
VRAGEN = (30, 300, 3000)
BESTANDEN = (10, 100, 1000)


def per_question(vragen: int) -> dict[str, float]:
    """CPU milliseconds per question of each step, for so many questions in all."""
    keren = max(1, 300 // vragen)
    teksten = [instrument_text(f"groei-{n}", n, vragen) for n in range(keren)]
    geladen = [load_instrument_text(tekst, "groei") for tekst in teksten]
    stappen: dict[str, Callable[[int], object]] = {
        "laden": lambda n: load_instrument_text(teksten[n], "groei"),
        "bewijzen": lambda n: _paused(check_reach, geladen[n]),
        "taal": lambda n: _paused(check_language, geladen[n]),
    }
    return {naam: _milliseconds(stap, range(keren)) / keren / vragen for naam, stap in stappen.items()}


def _paused(controle: Callable[[Instrument], Iterable[Bevinding]], instrument: Instrument) -> None:
    with collecting_paused():  # as ``validate`` does
        list(controle(instrument))


def per_file(aantal: int) -> float:
    """CPU milliseconds per file, everything that ``valideer`` does."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        mappen = write_instruments(Path(tijdelijk), aantal, vragen=9)
        return _milliseconds(partial(validate, vandaag=date(2026, 11, 24)), mappen) / aantal


def _milliseconds(stap: Callable[[Any], object], waarvan: Any) -> float:
    begin = time.process_time()
    for een in waarvan:
        stap(een)
    return (time.process_time() - begin) * 1000


def meet() -> dict[str, Any]:
    """The worst growth per piece, smallest to largest, of loading, proving, language, and files."""
    vragen = {n: per_question(n) for n in VRAGEN}
    bestanden = {n: per_file(n) for n in BESTANDEN}
    groei = {naam: vragen[VRAGEN[-1]][naam] / vragen[VRAGEN[0]][naam] for naam in vragen[VRAGEN[0]]}
    groei["bestanden"] = bestanden[BESTANDEN[-1]] / bestanden[BESTANDEN[0]]
    return {
        "naam": "groei: kosten per vraag bij 3.000 tegen 30, en per bestand bij 1.000 tegen 10",
        "verhouding": max(groei.values()),
        "doel": DOEL,
        "onderdelen": {
            "groei": {naam: round(keer, 2) for naam, keer in groei.items()},
            "ms_per_vraag": {n: {k: round(v, 3) for k, v in stap.items()} for n, stap in vragen.items()},
            "ms_per_bestand": {n: round(ms, 2) for n, ms in bestanden.items()},
        },
    }


if __name__ == "__main__":
    print(json.dumps(meet(), indent=2))
