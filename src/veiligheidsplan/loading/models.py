"""Values to an ``Instrument``, or every fault that keeps it from being one, in one run."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.loading.afleiding import shape_of_model
from veiligheidsplan.loading.bronkaart import Bronkaart
from veiligheidsplan.loading.modelvorm import Block
from veiligheidsplan.loading.verslag import Spoor, Verslag, short
from veiligheidsplan.loading.verwijzingen import check_references
from veiligheidsplan.loading.yaml_source import Bron, collecting_paused, read_file, read_yaml

#: the file of an instrument within its folder
BESTAND: Final = "instrument.yaml"
#: an empty list here is something else than no list: it counts nothing, or keeps nobody away
_LEEG_TELT: Final = frozenset({"telt", "niet_in_bijzijn"})
VERSIE: Final = r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?"

M = TypeVar("M", bound=BaseModel)
Uitkomst = tuple[Instrument | None, list[Bevinding], Bronkaart]


def laad_instrument(pad: str | Path) -> Instrument:
    """The instrument in a file, or in the folder that holds its ``instrument.yaml``.

    Raises ``BevindingenFout`` with every fault *when loading*, an unreadable file among them, and nothing
    else.
    """
    with collecting_paused():  # the nodes are gone again before collecting starts
        return _or_raise(inspect_instrument(pad))


def load_instrument_text(tekst: str, naam: str) -> Instrument:
    """The instrument in a text, such as one stored in a dossier; findings call it *naam*. Raises
    ``BevindingenFout``."""
    with collecting_paused():
        return _or_raise(inspect_instrument_text(tekst, naam))


def inspect_instrument(pad: str | Path) -> Uitkomst:
    """The instrument or ``None``, the faults, and the map of places, so that other checks can follow."""
    bestand = Path(pad)
    if _is_folder(bestand):
        bestand = bestand / BESTAND
    map_naam = bestand.absolute().parent.name if bestand.name == BESTAND else None
    return _inspect(read_file(bestand), map_naam)


def inspect_instrument_text(tekst: str | bytes, naam: str) -> Uitkomst:
    """The same for a text that stands in no folder: its ``id`` is not compared with one."""
    return _inspect(read_yaml(tekst, naam), None)


def _is_folder(pad: Path) -> bool:
    try:
        return pad.is_dir()
    except (OSError, ValueError):
        return False


def _or_raise(uitkomst: Uitkomst) -> Instrument:
    instrument, bevindingen, _ = uitkomst
    if instrument is None:
        raise BevindingenFout(bevindingen)
    return instrument


def _inspect(bron: Bron, map_naam: str | None) -> Uitkomst:
    verslag = Verslag(bron.kaart, bron.bevindingen)
    if bron.waarde is None:
        return None, verslag.bevindingen, bron.kaart
    with collecting_paused():
        instrument_shape()(bron.waarde, None, verslag)
        if isinstance(bron.waarde, dict):
            verslag.seal()
            _check_folder(bron.waarde.get("id"), map_naam, verslag)
            check_references(bron.waarde, verslag)
        return _build(Instrument, bron.waarde, verslag), verslag.bevindingen, bron.kaart


@cache
def instrument_shape() -> Block:
    """The shape of an instrument, with the words for what a trainer often writes otherwise."""
    blok = shape_of_model(Instrument, _LEEG_TELT)
    blok.velden["versie"] = version
    return blok


def version(waarde: Any, spoor: Spoor, verslag: Verslag) -> Any:
    """A semantic version."""
    if waarde.__class__ is not str or not re.fullmatch(VERSIE, waarde):
        verslag.fault(
            "VP127",
            spoor,
            f"Een versie bestaat uit drie hele getallen met punten ertussen; hier staat «{short(waarde)}».",
            "Schrijf bijvoorbeeld 1.0.0.",
        )
    return waarde


def _check_folder(id_: Any, map_naam: str | None, verslag: Verslag) -> None:
    if map_naam is not None and id_.__class__ is str and id_ != map_naam:
        verslag.fault(
            "VP143",
            (None, "id"),
            f"De id is «{short(id_)}», en de map heet «{short(map_naam)}».",
            "Geef de map en de id dezelfde naam.",
        )


def _build(model: type[M], waarde: Any, verslag: Verslag) -> M | None:
    """The object; ``None`` where there are findings. What the model refuses and no shape saw is a finding
    too."""
    if verslag.stuk:
        return None
    try:
        return model.model_validate(waarde)
    except ValidationError as fout:
        for deel in fout.errors(include_url=False, include_context=False, include_input=False):
            spoor: Spoor = None
            for stap in deel["loc"]:
                spoor = (spoor, stap)
            verslag.fault(
                "VP123", spoor, "Hier hoort iets anders te staan.", "Vergelijk dit met de handleiding."
            )
        return None
