"""Validating an instrument: loading, the check of its content, and its tests; all findings at their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from veiligheidsplan.app.gevallen_nakijken import check_cases
from veiligheidsplan.app.personen import find_in_folder
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.instrument.controle import OP_SLEUTEL, check, faults
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.loading.bronkaart import Bronkaart, place
from veiligheidsplan.loading.models import inspect_instrument, inspect_instrument_text
from veiligheidsplan.loading.scenarios import load_gevallen
from veiligheidsplan.loading.vertalingen import check_folder
from veiligheidsplan.loading.yaml_source import collecting_paused


def validate(pad: Path, vandaag: date) -> tuple[Bevinding, ...]:
    """Every fault and warning of the instrument in a file or folder, and of the tests beside it."""
    with collecting_paused():  # what is made for one file is gone again at its end
        return _validate(pad, vandaag)


def _validate(pad: Path, vandaag: date) -> tuple[Bevinding, ...]:
    instrument, gevonden, kaart = inspect_instrument(pad)
    map_ = pad if pad.is_dir() else pad.parent
    if instrument is None:
        return (*gevonden, *find_in_folder(map_))
    return (
        *gevonden,
        *place_content(check(instrument, vandaag=vandaag), kaart),
        *_tests(instrument, map_),
        *check_folder(instrument, map_),
        *find_in_folder(map_),
    )


def validate_text(tekst: str | bytes, naam: str, vandaag: date) -> tuple[Bevinding, ...]:
    """The same for a text that stands in no folder and has no tests beside it; findings call it *naam*."""
    instrument, gevonden, kaart = inspect_instrument_text(tekst, naam)
    if instrument is None:
        return tuple(gevonden)
    return (*gevonden, *place_content(check(instrument, vandaag=vandaag), kaart))


def load_valid(pad: Path) -> Instrument:
    """The instrument, ready for an interview; ``BevindingenFout`` with its faults, of loading or of content."""
    instrument, gevonden, kaart = inspect_instrument(pad)
    if instrument is None:
        raise BevindingenFout(gevonden)
    if fout := faults(instrument):
        raise BevindingenFout(place_content(fout, kaart))
    return instrument


def place_content(bevindingen: Iterable[Bevinding], kaart: Bronkaart) -> tuple[Bevinding, ...]:
    """Findings of the check at their lines."""
    return place(bevindingen, kaart, op_sleutel=OP_SLEUTEL)


def _tests(instrument: Instrument, map_: Path) -> Iterator[Bevinding]:
    try:
        yield from check_cases(instrument, load_gevallen(instrument, map_))
    except BevindingenFout as fout:
        yield from fout.bevindingen
