"""The answers file of ``instrument scoor``: what it holds, and where its mistakes are."""

from __future__ import annotations

from datetime import date

import pytest

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.loading.antwoordenbestand import read_antwoorden, read_antwoorden_text
from veiligheidsplan.loading.bronkaart import place


def faults(tekst: str) -> list[tuple[str, int, int]]:
    with pytest.raises(BevindingenFout) as fout:
        read_antwoorden_text(tekst, "a.yaml")
    return [(b.code, b.plaats.regel, b.plaats.kolom) for b in fout.value.bevindingen if b.plaats]


def test_een_code_een_lijst_een_getal_een_datum_en_een_tekst_zijn_antwoorden() -> None:
    gelezen = read_antwoorden_text(
        "antwoorden: {a: ja, b: [x, y], c: 5, d: 2026-01-01, e: 'Er was ruzie.', f: geen_van_deze, g: []}\n"
        "gegevens: {leeftijd: 4, zwanger: nee}\n",
        "a.yaml",
    )
    assert gelezen.antwoorden == {
        "a": "ja", "b": ["x", "y"], "c": 5, "d": date(2026, 1, 1), "e": "Er was ruzie.", "f": "geen_van_deze", "g": [],
    }  # fmt: skip
    assert gelezen.gegevens == {"leeftijd": 4, "zwanger": "nee"}


def test_een_vraag_zonder_iets_erachter_heeft_geen_antwoord() -> None:
    assert read_antwoorden_text("antwoorden:\n  a:\n  b: ja\n", "a.yaml").antwoorden == {"b": "ja"}


@pytest.mark.parametrize("tekst", ["antwoorden: {}\n", "antwoorden:\n", "antwoorden:\n  a:\n"])
def test_een_bestand_zonder_een_enkel_antwoord_is_geen_fout(tekst: str) -> None:
    assert read_antwoorden_text(tekst, "a.yaml").antwoorden == {}


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("antwoord: {a: ja}\n", [("VP121", 1, 1), ("VP122", 1, 1)]),
        ("antwoorden: ja\n", [("VP123", 1, 13)]),
        ("antwoorden: [a]\n", [("VP123", 1, 13)]),
        ("antwoorden: {a: no}\n", [("VP113", 1, 17)]),
        ("antwoorden: {a: true}\n", [("VP123", 1, 17)]),
        ("antwoorden: {a: {b: c}}\n", [("VP123", 1, 17)]),
        ("antwoorden: {a: [1]}\n", [("VP123", 1, 18)]),
        ("antwoorden: {A: ja}\n", [("VP125", 1, 14)]),
        ("antwoorden: {a: ja}\ngegevens: {leeftijd: -1}\n", [("VP128", 2, 22)]),
        ("antwoorden: {a: ja}\ngegevens: {leeftijd: vier}\n", [("VP123", 2, 22)]),
        ("antwoorden: {a: ja}\ngegevens: {zwanger: misschien}\n", [("VP124", 2, 21)]),
        ("antwoorden: {a: ja}\ngegevens: {lengte: 3}\n", [("VP121", 2, 12)]),
        ("antwoorden: {a: ja, a: nee}\n", [("VP110", 1, 21)]),
        ("- a\n", [("VP123", 1, 1)]),
    ],
)
def test_een_fout_staat_op_haar_plaats(tekst: str, verwacht: list[tuple[str, int, int]]) -> None:
    assert sorted(faults(tekst)) == sorted(verwacht)


def test_een_bevinding_van_het_scoren_krijgt_de_regel_van_haar_antwoord() -> None:
    kaart = read_antwoorden_text("antwoorden:\n  a: ja\n  b: nee\n", "a.yaml").kaart
    onmogelijk = Bevinding("VP201", "Dit antwoord kan niet.", pad=("antwoorden", "b"))
    [bij_waarde] = place([onmogelijk], kaart)
    [bij_sleutel] = place([onmogelijk], kaart, op_sleutel=frozenset({"VP201"}))
    assert (str(bij_waarde.plaats), str(bij_sleutel.plaats)) == ("a.yaml:3:6", "a.yaml:3:3")


def test_een_bestand_dat_er_niet_is_geeft_een_bevinding() -> None:
    with pytest.raises(BevindingenFout) as fout:
        read_antwoorden("bestaat/niet.yaml")
    assert [b.code for b in fout.value.bevindingen] == ["VP101"]
