"""Validating the region's files: each by itself, and against each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.loading import finder
from veiligheidsplan.loading.bestand import load_source
from veiligheidsplan.loading.yaml_source import Bron, read_file
from veiligheidsplan.plan.monitor import Monitor
from veiligheidsplan.plan.regio import Contacten, Gemeenten, Nummers
from veiligheidsplan.plan.regio_controle import check_contacten, check_gemeenten, check_nummers, review

M = TypeVar("M", bound=BaseModel)
#: these are about a key, the others about what stands behind it
OP_SLEUTEL = frozenset({"VP651", "VP652", "VP653", "VP654"})


def validate_regio(map_: Path | None, vandaag: date) -> tuple[Bevinding, ...]:
    """Every fault and warning of the files in *map_*, or of those that the program uses from here."""
    gevonden: list[Bevinding] = []
    bronnen = {
        naam: _source(map_, naam, gevonden) for naam in ("gemeenten", "nummers", "contacten", *_chosen(map_))
    }
    gemeenten = _model(bronnen["gemeenten"], Gemeenten, gevonden)
    nummers = _model(bronnen["nummers"], Nummers, gevonden)
    contacten = _model(bronnen["contacten"], Contacten, gevonden)
    monitor = _model(bronnen.get("monitormomenten"), Monitor, gevonden)
    if gemeenten is not None:
        gevonden += _placed(bronnen["gemeenten"], check_gemeenten(gemeenten, nummers, vandaag))
    if nummers is not None:
        gevonden += _placed(bronnen["nummers"], check_nummers(nummers, vandaag))
    if contacten is not None and gemeenten is not None:
        gevonden += _placed(bronnen["contacten"], check_contacten(contacten, gemeenten, vandaag))
    if monitor is not None:
        bevindingen = review(monitor.herzien_voor, vandaag)
        gevonden += _placed(bronnen.get("monitormomenten"), bevindingen)
    return tuple(gevonden)


def _chosen(map_: Path | None) -> tuple[str, ...]:
    """Without moments of its own a folder keeps ours: that file may be left out."""
    eigen = map_ is None or (map_ / "monitormomenten.yaml").exists()
    return ("monitormomenten",) if eigen else ()


def _source(map_: Path | None, naam: str, gevonden: list[Bevinding]) -> Bron | None:
    try:
        return read_file(finder.find_regio(naam) if map_ is None else map_ / f"{naam}.yaml")
    except BevindingenFout as fout:
        gevonden.extend(fout.bevindingen)
        return None


def _model(bron: Bron | None, model: type[M], gevonden: list[Bevinding]) -> M | None:
    if bron is None:
        return None
    try:
        return load_source(bron, model)
    except BevindingenFout as fout:
        gevonden.extend(fout.bevindingen)
        return None


def _placed(bron: Bron | None, bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    return [] if bron is None else [bron.kaart.place(b, sleutel=b.code in OP_SLEUTEL) for b in bevindingen]
