"""Comparing (*vergelijk*) two versions of an instrument: of two files, or of a file and a git revision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst, Plaats, Verwant
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vergelijking import compare
from veiligheidsplan.instrument.vergelijking_effect import GEEN_EFFECT, effect
from veiligheidsplan.instrument.vergelijking_gevallen import compare_cases
from veiligheidsplan.instrument.vergelijking_versie import Vergelijking, judge
from veiligheidsplan.instrument.vergelijking_woorden import PATCH
from veiligheidsplan.loading.bronkaart import Bronkaart
from veiligheidsplan.loading.finder import find_instrument
from veiligheidsplan.loading.models import BESTAND, inspect_instrument, inspect_instrument_text
from veiligheidsplan.loading.revisie import Revisie, Toen
from veiligheidsplan.loading.scenarios import Geval, load_gevallen, read_gevallen


@dataclass(frozen=True, slots=True)
class Vergelijkverslag:
    """Two versions compared; without ``vergelijking`` there was nothing to compare with, and ``bevindingen`` say why.

    ``oud``: where the older version came from. ``elders``: it stood in another folder then.
    """

    oud: str
    vergelijking: Vergelijking | None
    bevindingen: tuple[Bevinding, ...]
    elders: str | None = None

    @property
    def goed(self) -> bool:
        """Whether nothing stands in the way."""
        return all(b.ernst is not Ernst.FOUT for b in self.bevindingen)


@dataclass(frozen=True, slots=True)
class _Versie:
    instrument: Instrument
    gevallen: tuple[Geval, ...]
    kaart: Bronkaart


def compare_with_revision(pad: Path, revisie: str) -> Vergelijkverslag:
    """The instrument in a file or folder now, and what it was at a git revision."""
    bestand = pad / BESTAND if pad.is_dir() else pad
    try:
        nieuw = _now(bestand)
        toen = Revisie(bestand.parent, revisie).read(bestand.name)
        oud = _then(toen, bestand)
    except BevindingenFout as fout:
        return Vergelijkverslag(revisie, None, fout.bevindingen)
    return _report(revisie, oud, nieuw, toen.naam if toen.verplaatst else None)


def compare_sources(oud: str, nieuw: str) -> Vergelijkverslag:
    """Two versions as a person names them: a path, an id, or ``REVISIE:pad``. Raises ``BevindingenFout``."""
    return _report(oud, _source(oud), _source(nieuw), None)


def _source(naam: str) -> _Versie:
    if not Path(naam).exists() and ":" in naam:
        revisie, _, pad = naam.partition(":")
        toen = Revisie(Path.cwd(), revisie).read_path(pad)
        return _then(toen, None)
    bestand = find_instrument(Path(naam) if Path(naam).exists() else naam)
    return _now(bestand)


def _now(bestand: Path) -> _Versie:
    instrument, gevonden, kaart = inspect_instrument(bestand)
    if instrument is None:
        raise BevindingenFout(gevonden)
    return _Versie(instrument, load_gevallen(instrument, bestand.parent), kaart)


def _then(toen: Toen, bestand: Path | None) -> _Versie:
    """The older version; one that cannot be read is a warning where it stands in the way of a newer one."""
    instrument, gevonden, kaart = inspect_instrument_text(toen.instrument, toen.naam)
    if instrument is None:
        raise BevindingenFout(gevonden if bestand is None else [_unreadable(toen, bestand, gevonden)])
    gevallen: list[Geval] = []
    for naam, tekst in toen.tests:
        try:
            gevallen += read_gevallen(tekst, naam, instrument)
        except BevindingenFout:
            continue  # tests that could not be run then say nothing about what was expected
    return _Versie(instrument, tuple(gevallen), kaart)


def _unreadable(toen: Toen, bestand: Path, gevonden: Sequence[Bevinding]) -> Bevinding:
    eerste = next((b for b in gevonden if b.plaats is not None), None)
    verwant = (Verwant(eerste.plaats, eerste.uitleg),) if eerste is not None and eerste.plaats else ()
    return Bevinding(
        "VP424",
        f"De oudere versie van dit instrument ({toen.naam}) is niet te laden, dus is er niets om mee te vergelijken.",
        Ernst.WAARSCHUWING,
        plaats=Plaats(str(bestand), 1, 1),
        suggestie="Vergelijk met een revisie waarin het instrument nog goed was.",
        verwant=verwant,
    )


def _report(naam: str, oud: _Versie, nieuw: _Versie, elders: str | None) -> Vergelijkverslag:
    wijzigingen = compare(oud.instrument, nieuw.instrument)
    telt = any(w.vraagt > PATCH for w in wijzigingen)
    vergelijking = Vergelijking(
        oud.instrument,
        nieuw.instrument,
        wijzigingen,
        effect(oud.instrument, nieuw.instrument) if telt else GEEN_EFFECT,
        compare_cases(oud.instrument, nieuw.instrument, oud.gevallen, nieuw.gevallen),
    )
    bevindingen = tuple(nieuw.kaart.place(b) for b in judge(vergelijking))
    return Vergelijkverslag(naam, vergelijking, bevindingen, elders)
