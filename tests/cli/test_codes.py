"""Elke code die het programma kan geven, heeft een uitleg en een test die haar echt laat zien."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from veiligheidsplan.cli.instrument_uitleg import codes

WORTEL = Path(__file__).parents[2]
BRON = WORTEL / "src" / "veiligheidsplan"
MUSEUM = WORTEL / "tests" / "fouten"
CODE = re.compile(r"VP\d{3}\Z")
#: een lijst met titels, en een lijst van codes die op een sleutel staan: daar wordt niets gegeven
GEEN_BRON = {"loading/codes.py"}
#: codes van een instrument zonder zaal in het museum, en de test die ze laat zien
ELDERS = {
    "VP101": "tests/loading/test_yaml_source.py",
    "VP102": "tests/loading/test_yaml_source.py",
    "VP181": "tests/loading/test_scenarios.py",
    "VP191": "tests/loading/test_finder.py",
    "VP192": "tests/loading/test_finder.py",
    "VP331": "tests/app/test_valideer.py",
    "VP349": "tests/app/test_codes_bereikt.py",
}


@cache
def given_codes() -> dict[str, str]:
    """Elke code die ergens wordt gegeven -> een bestand waar dat gebeurt. Een vergelijking of een lijst telt niet."""
    gevonden: dict[str, str] = {}
    for bestand in sorted(BRON.rglob("*.py")):
        naam = str(bestand.relative_to(BRON))
        if naam not in GEEN_BRON:
            for code in _constants(ast.parse(bestand.read_text(encoding="utf-8"))):
                gevonden.setdefault(code, naam)
    return gevonden


def _constants(knoop: ast.AST) -> Iterator[str]:
    if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and CODE.match(knoop.value):
        yield knoop.value
    for kind in ast.iter_child_nodes(knoop):
        if not isinstance(kind, ast.Set | ast.Compare):
            yield from _constants(kind)


def mentions(code: str) -> list[str]:
    """De tests die een code noemen."""
    return [
        str(bestand.relative_to(WORTEL))
        for bestand in sorted((WORTEL / "tests").rglob("*.py"))
        if bestand != Path(__file__) and code in bestand.read_text(encoding="utf-8")
    ]


def test_elke_code_die_wordt_gegeven_heeft_een_uitleg() -> None:
    assert sorted(given_codes().keys() - codes().keys()) == []


def test_geen_uitleg_gaat_over_een_code_die_nooit_wordt_gegeven() -> None:
    assert sorted(codes().keys() - given_codes().keys()) == []


@pytest.mark.parametrize("code", sorted(given_codes()))
def test_een_code_heeft_een_zaal_in_het_museum_of_een_test_die_haar_laat_zien(code: str) -> None:
    """Over een instrument (VP1 tot en met VP3) een zaal; over iets anders een test die de code noemt."""
    if code in ELDERS:
        assert code in (WORTEL / ELDERS[code]).read_text(encoding="utf-8")
    elif code[2] in "123":
        zalen = [zaal for zaal in MUSEUM.glob(f"{code}_*") if (zaal / "verwacht.txt").is_file()]
        assert zalen
        assert all(f"[{code}]" in (zaal / "verwacht.txt").read_text(encoding="utf-8") for zaal in zalen)
    else:
        assert mentions(code), f"geen test laat {code} zien; zij wordt gegeven in {given_codes()[code]}"


def test_elke_zaal_in_het_museum_gaat_over_een_code_die_er_is() -> None:
    assert {zaal.name[:5] for zaal in MUSEUM.iterdir() if zaal.is_dir()} <= given_codes().keys()
