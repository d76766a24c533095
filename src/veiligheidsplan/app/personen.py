"""Whether the tests of an instrument, or its LEESMIJ, hold something of a real person: also in a comment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.instrument.controle_personen import check_person, find_persons, warn
from veiligheidsplan.loading.bronkaart import Bronkaart
from veiligheidsplan.loading.naast import yaml_files
from veiligheidsplan.loading.text_source import decode, read_bytes
from veiligheidsplan.loading.yaml_source import read_yaml


def find_in_folder(map_: Path) -> Iterator[Bevinding]:
    """VP331 for each line in ``tests/*.yaml`` and ``LEESMIJ.md`` that looks personal, at its place."""
    for bestand in yaml_files(map_ / "tests"):
        yield from _in_file(bestand, alleen_zeker=False)
    leesmij = map_ / "LEESMIJ.md"
    if leesmij.is_file():
        yield from _in_file(leesmij, alleen_zeker=True)


def _in_file(bestand: Path, *, alleen_zeker: bool) -> Iterator[Bevinding]:
    inhoud = read_bytes(bestand, str(bestand))
    tekst = None if isinstance(inhoud, Bevinding) else decode(inhoud, str(bestand)).tekst
    if tekst is None:
        return
    kaart = Bronkaart(str(bestand), tekst, None)
    for nummer, regel in enumerate(tekst.splitlines()):
        for vondst in find_persons(regel, alleen_zeker=alleen_zeker):
            yield warn(vondst).op(kaart.at(nummer, vondst.begin, vondst.eind))
    if "\\" in tekst and bestand.suffix == ".yaml":
        yield from _escaped(tekst, str(bestand))


def _escaped(tekst: str, naam: str) -> Iterator[Bevinding]:
    """What a line does not show, because a letter is written as its number."""
    bron = read_yaml(tekst, naam)
    for pad, waarde in _texts(bron.waarde, ()):
        gevonden = check_person(waarde, pad)
        plaats = bron.kaart.nearest(pad)
        if gevonden is not None and next(find_persons(plaats.regeltekst or ""), None) is None:
            yield gevonden.op(plaats)


def _texts(waarde: Any, pad: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from _texts(deel, (*pad, sleutel))
    elif isinstance(waarde, list):
        for i, deel in enumerate(waarde):
            yield from _texts(deel, (*pad, i))
    elif isinstance(waarde, str):
        yield pad, waarde
