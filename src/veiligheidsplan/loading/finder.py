"""Where instruments, templates and regional files are: a named folder first, then the working directory,
then built in."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import Literal

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.instrument.model import ID_PATROON
from veiligheidsplan.loading.verslag import short, suggest

Soort = Literal["instrumenten", "sjablonen", "regio"]
_BESTAND = "instrument.yaml"


def find_roots(soort: Soort, map_: str | Path | None = None) -> tuple[Path, ...]:
    """The folders of a kind that exist, first the one that goes before.

    *map_* is what the user named: the folder itself (``…/instrumenten``) or the one that holds it.
    """
    kandidaten: list[Path] = []
    if map_ is not None:
        kandidaten += [Path(map_) / soort, Path(map_)]
    kandidaten += [Path.cwd() / soort, built_in(soort)]
    bestaand = dict.fromkeys(k for k in kandidaten if _is_dir(k))
    if map_ is not None and Path(map_) in bestaand and Path(map_) / soort in bestaand:
        del bestaand[Path(map_)]
    return tuple(bestaand)


def built_in(soort: Soort) -> Path:
    """The folder that travels with the program: inside the installed package, or at the top of a checkout."""
    pakket = Path(str(files("veiligheidsplan")))
    in_wiel = pakket / "gegevens" / soort
    return in_wiel if in_wiel.is_dir() else pakket.parent.parent / soort


def find_instrument(id_of_pad: str | Path, map_: str | Path | None = None) -> Path:
    """The ``instrument.yaml`` that a person named on the command line, by id or by path.

    A folder with an instrument in the working directory goes before an id. Raises ``BevindingenFout`` where
    there is none. For a name from a file use ``find_instrument_by_id``.
    """
    pad = Path(id_of_pad)
    if looks_like_path(id_of_pad) or (_is_dir(pad) and (pad / _BESTAND).is_file()):
        return pad / _BESTAND if _is_dir(pad) else pad
    return find_instrument_by_id(str(id_of_pad), map_)


def find_instrument_by_id(id_: str, map_: str | Path | None = None) -> Path:
    """The ``instrument.yaml`` of the first root that has *id_*; never a path. Raises ``BevindingenFout``."""
    _refuse_path(id_)
    for wortel in find_roots("instrumenten", map_):
        bestand = wortel / id_ / _BESTAND
        if bestand.is_file():
            return bestand
    raise _not_found(f"Er is geen instrument met de id «{short(id_)}».", id_, list(list_instrumenten(map_)))


def list_instrumenten(map_: str | Path | None = None) -> dict[str, Path]:
    """Every instrument by id, each from the root that goes first; sorted by id."""
    gevonden: dict[str, Path] = {}
    for wortel in find_roots("instrumenten", map_):
        for bestand in wortel.glob(f"*/{_BESTAND}"):
            gevonden.setdefault(bestand.parent.name, bestand)
    return dict(sorted(gevonden.items()))


def find_sjabloon(naam: str, map_: str | Path | None = None) -> Path:
    """The ``sjabloon.yaml`` of template ``eigenaar/naam``; raises ``BevindingenFout``."""
    delen = naam.split("/")
    if len(delen) != 2:
        raise _not_found(
            "De naam van een sjabloon is eigenaar/naam, bijvoorbeeld regio/veiligheidsplan.", naam, []
        )
    for deel in delen:
        _refuse_path(deel)
    bekend = []
    for wortel in find_roots("sjablonen", map_):
        bestand = wortel.joinpath(*delen) / "sjabloon.yaml"
        if bestand.is_file():
            return bestand
        bekend += [f"{b.parent.parent.name}/{b.parent.name}" for b in wortel.glob("*/*/sjabloon.yaml")]
    raise _not_found(f"Er is geen sjabloon met de naam «{short(naam)}».", naam, sorted(set(bekend)))


def find_regio(naam: str, map_: str | Path | None = None) -> Path:
    """The regional file *naam* (``nummers`` for ``nummers.yaml``); raises ``BevindingenFout``."""
    return _in_regio(naam, "*.yaml", map_, "Er is geen regionaal bestand «{naam}».")


def find_meldcode(sector: str, map_: str | Path | None = None) -> Path:
    """The reporting code (*meldcode*) of a sector, ``regio/meldcode/<sector>.yaml``; raises ``BevindingenFout``."""
    return _in_regio(sector, "meldcode/*.yaml", map_, "Er is geen meldcode voor de sector «{naam}».")


def _in_regio(naam: str, vorm: str, map_: str | Path | None, weg: str) -> Path:
    _refuse_path(naam)
    bekend = []
    for wortel in find_roots("regio", map_):
        bestand = wortel / vorm.replace("*", naam)
        if bestand.is_file():
            return bestand
        bekend += [b.stem for b in wortel.glob(vorm)]
    raise _not_found(weg.replace("{naam}", short(naam)), naam, sorted(set(bekend)))


def looks_like_path(naam: str | Path) -> bool:
    """Whether a word on the command line is meant as a path: a ``Path``, a separator, a dot, or an ending
    ``.yaml``."""
    if isinstance(naam, Path):
        return True
    scheiders = [os.sep, "/", *([os.altsep] if os.altsep else [])]
    return any(s in naam for s in scheiders) or naam.startswith(".") or naam.endswith((".yaml", ".yml"))


def _refuse_path(naam: str) -> None:
    if not ID_PATROON.match(naam):
        raise BevindingenFout(
            [
                Bevinding(
                    "VP192",
                    f"«{short(naam)}» is geen naam: een naam heeft kleine letters, cijfers, _ en -,"
                    " en begint met een letter.",
                    suggestie="Schrijf alleen de naam, zonder map.",
                )
            ]
        )


def _not_found(uitleg: str, naam: str, bekend: list[str]) -> BevindingenFout:
    return BevindingenFout([Bevinding("VP191", uitleg, suggestie=suggest(naam, bekend))])


def _is_dir(pad: Path) -> bool:
    try:
        return pad.is_dir()
    except (OSError, ValueError):
        return False
