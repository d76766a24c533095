"""What any bytes may do to the program: give an outcome, or findings at places that exist. Nothing else.

Each target takes bytes, so that hypothesis and atheris share them. It raises where the promise is broken.
"""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from types import FrameType

from veiligheidsplan.app.valideer import validate_text
from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst
from veiligheidsplan.instrument import scoor
from veiligheidsplan.instrument.dekking import coverage
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.scenario import run_case
from veiligheidsplan.loading import load_instrument_text
from veiligheidsplan.loading.antwoordenbestand import read_antwoorden_text
from veiligheidsplan.loading.bestand import load_source
from veiligheidsplan.loading.models import inspect_instrument_text
from veiligheidsplan.loading.scenarios import read_gevallen
from veiligheidsplan.loading.yaml_source import Bron, read_yaml
from veiligheidsplan.plan.sjabloon import Sjabloon

VOORBEELDEN = Path(__file__).parents[1] / "loading"
VANDAAG = date(2026, 11, 24)
#: nobody waits this long for one small file; far more than the slowest machine needs
HANGT = 120
_EINDE = re.compile(r"\r\n|\r|\n")


class Hangt(Exception):
    """One input took longer than anybody waits."""


@contextmanager
def no_hang() -> Iterator[None]:
    """Raises ``Hangt`` where the work takes longer than ``HANGT`` seconds (not on Windows, not in a thread)."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def te_lang(_nummer: int, _plek: FrameType | None) -> None:
        raise Hangt

    oud = signal.signal(signal.SIGALRM, te_lang)
    signal.setitimer(signal.ITIMER_REAL, HANGT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, oud)


def check_findings(bevindingen: Iterable[Bevinding], inhoud: bytes, naam: str) -> None:
    """Every finding stands at a line and a column of the file, and so does every related place."""
    regels = _EINDE.split(inhoud.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
    for bevinding in bevindingen:
        for plaats in (bevinding.plaats, *(v.plaats for v in bevinding.verwant)):
            if plaats is None or plaats.bestand != naam:
                raise AssertionError(f"geen plaats in het bestand: {bevinding}")
            if (
                not 1 <= plaats.regel <= len(regels)
                or not 1 <= plaats.kolom <= len(regels[plaats.regel - 1]) + 1
            ):
                raise AssertionError(f"de plaats ligt buiten het bestand: {bevinding}")


def instrument(inhoud: bytes) -> None:
    """Loading and every proof. The text as a file and as words gives the same."""
    with no_hang():
        geladen, bij_laden, _ = inspect_instrument_text(inhoud, "i")
        gevonden = validate_text(inhoud, "i", VANDAAG)
    check_findings(gevonden, inhoud, "i")
    if (geladen is None) != any(b.ernst is Ernst.FOUT for b in bij_laden):
        raise AssertionError("een instrument met fouten, of geen instrument zonder fout")
    if geladen is not None:
        with no_hang():
            scoor(geladen, {}).model_dump(mode="json")


def gevallen(inhoud: bytes) -> None:
    """A file with tests of the example instrument: read, run, and what they reach."""
    voorbeeld = example()
    with no_hang():
        try:
            geladen = read_gevallen(inhoud, "t", voorbeeld)
        except BevindingenFout as fout:
            check_findings(fout.bevindingen, inhoud, "t")
            return
        uitkomsten = [run_case(voorbeeld, geval) for geval in geladen]
        coverage(voorbeeld, uitkomsten)
    for geval, uitkomst in zip(geladen, uitkomsten, strict=True):
        plekken = (b.op(geval.kaart.nearest((geval.index, *b.pad))) for b in uitkomst.fouten)
        check_findings(plekken, inhoud, "t")


def antwoorden(inhoud: bytes) -> None:
    """A file with answers to the example instrument, scored."""
    with no_hang():
        try:
            gegeven = read_antwoorden_text(inhoud, "a")
        except BevindingenFout as fout:
            check_findings(fout.bevindingen, inhoud, "a")
            return
        try:
            scoor(example(), gegeven.antwoorden, gegeven.gegevens).model_dump(mode="json")
        except BevindingenFout as fout:
            geplaatst = [gegeven.kaart.place(b, sleutel=b.code == "VP401") for b in fout.bevindingen]
            check_findings(geplaatst, inhoud, "a")


def sjabloon(inhoud: bytes) -> None:
    """A template."""
    with no_hang():
        try:
            load_source(read_yaml(inhoud, "s"), Sjabloon)
        except BevindingenFout as fout:
            check_findings(fout.bevindingen, inhoud, "s")


def lezers(inhoud: bytes) -> None:
    """With and without libyaml the same values and findings, or both refuse."""
    with no_hang():
        snel, puur = read_yaml(inhoud, "y"), read_yaml(inhoud, "y", puur=True)
    check_findings((*snel.bevindingen, *puur.bevindingen), inhoud, "y")
    if {"VP105", "VP106", "VP107"} & {b.code for b in (*snel.bevindingen, *puur.bevindingen)}:
        gelijk = bool(snel.bevindingen) and bool(puur.bevindingen)
    else:
        gelijk = (snel.waarde, seen(snel, inhoud)) == (puur.waarde, seen(puur, inhoud))
    if not gelijk:
        raise AssertionError(f"de lezers verschillen: {snel.bevindingen} en {puur.bevindingen}")


def seen(bron: Bron, inhoud: bytes | str) -> object:
    """The findings; of a text with a question mark without places: an empty key has none that readers agree on."""
    vraagteken = b"?" if isinstance(inhoud, bytes) else "?"
    return [b.code for b in bron.bevindingen] if vraagteken in inhoud else bron.bevindingen  # type: ignore[operator]


@cache
def example() -> Instrument:
    """The instrument that answers and tests are held against."""
    return load_instrument_text((VOORBEELDEN / "basis.yaml").read_text(encoding="utf-8"), "basis")


DOELEN: Mapping[str, Callable[[bytes], None]] = {
    "instrument": instrument,
    "gevallen": gevallen,
    "antwoorden": antwoorden,
    "sjabloon": sjabloon,
    "lezers": lezers,
}
