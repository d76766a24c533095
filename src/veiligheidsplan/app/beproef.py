"""Trying an instrument (*beproef*): its tests are loaded, run and placed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from veiligheidsplan.app.vergelijk import Vergelijkverslag, compare_with_revision
from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Plaats
from veiligheidsplan.instrument.dekking import Dekking, coverage
from veiligheidsplan.instrument.scenario import Gevaluitkomst, run_case
from veiligheidsplan.loading.models import laad_instrument
from veiligheidsplan.loading.scenarios import Geval, load_gevallen


@dataclass(frozen=True, slots=True)
class Gevalverslag:
    """The outcome of one case, where it stands, where each difference is expected, and its faults in place."""

    uitkomst: Gevaluitkomst
    plaats: Plaats
    plekken: tuple[Plaats, ...]
    fouten: tuple[Bevinding, ...]


@dataclass(frozen=True, slots=True)
class Proef:
    """One instrument that was tried. ``fouten``: why it, or a file with tests, could not be loaded.

    ``vergelijking``: with what it was at a git revision, where that was asked.
    """

    bestand: Path
    id: str
    gevallen: tuple[Gevalverslag, ...] = ()
    dekking: Dekking | None = None
    fouten: tuple[Bevinding, ...] = ()
    vergelijking: Vergelijkverslag | None = None

    @property
    def mislukt(self) -> int:
        """How many cases are otherwise than expected."""
        return sum(not geval.uitkomst.goed for geval in self.gevallen)


def try_instrument(pad: Path, revisie: str | None = None) -> Proef:
    """Run the tests beside the instrument in a file or folder; with *revisie* also compare with that git revision."""
    proef = _try(pad)
    if revisie is None or proef.fouten:
        return proef
    return replace(proef, vergelijking=compare_with_revision(pad, revisie))


def _try(pad: Path) -> Proef:
    map_ = pad if pad.is_dir() else pad.parent
    try:
        instrument = laad_instrument(pad)
        gevallen = load_gevallen(instrument, map_)
    except BevindingenFout as fout:
        return Proef(pad, map_.name, fouten=fout.bevindingen)
    verslagen = tuple(_report(geval, run_case(instrument, geval)) for geval in gevallen)
    dekking = coverage(instrument, [verslag.uitkomst for verslag in verslagen])
    return Proef(pad, instrument.id, verslagen, dekking)


def _report(geval: Geval, uitkomst: Gevaluitkomst) -> Gevalverslag:
    plekken = (geval.kaart.nearest((geval.index, "verwacht", *v.pad)) for v in uitkomst.verschillen)
    fouten = (b.op(geval.kaart.nearest((geval.index, *b.pad))) for b in uitkomst.fouten)
    return Gevalverslag(uitkomst, geval.plaats, tuple(plekken), tuple(fouten))
