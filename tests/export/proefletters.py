"""Lettertypen om mee te proeven: de eigen Noto onder een andere naam, kleiner gemaakt of op één plek veranderd."""

from __future__ import annotations

import struct
from functools import cache

from veiligheidsplan.export.pdf.lettertype import GEWOON, VET, file_of
from veiligheidsplan.loading.letter_bouw import Letterbeeld, build
from veiligheidsplan.loading.letter_keuring import NODIG
from veiligheidsplan.loading.letter_omtrek import Omtrek, outline
from veiligheidsplan.loading.letter_sfnt import characters, directory, open_source
from veiligheidsplan.loading.letterbestand import convert
from veiligheidsplan.plan.document import Letters


@cache
def noto(vet: bool = False) -> bytes:
    """Het bestand zoals een leverancier het geeft."""
    return file_of(VET if vet else GEWOON).read_bytes()


@cache
def letterbeelden(vet: bool = False) -> dict[int, Letterbeeld]:
    """Alleen de letters die een plan nodig heeft."""
    bron = open_source(directory(noto(vet)))
    glyfen = characters(bron.tabellen["cmap"], NODIG) or {}
    return {c: Letterbeeld(outline(bron, g), bron.advance(g)) for c, g in glyfen.items()}


def klein(
    anders: dict[int, Letterbeeld | None] | None = None, *, vet: bool = False, eenheid: int = 1000
) -> bytes:
    """Een klein, heel lettertype; *anders* vervangt een letter of haalt haar weg."""
    alle = {**letterbeelden(vet), **(anders or {})}
    return build({c: b for c, b in alle.items() if b is not None}, eenheid, "Proef", 700 if vet else 400, 0)


def spits(breed: int = 500, hoog: int = 700) -> Letterbeeld:
    """Een driehoek in plaats van een letter."""
    return Letterbeeld(Omtrek(((20, 0, True), (breed - 20, 0, True), (breed // 2, hoog, True)), (2,)), breed)


def rows(bestand: bytes) -> dict[bytes, tuple[int, int, int]]:
    """Van elke tabel: de plek van haar regel, haar begin en haar lengte."""
    uit = {}
    for n in range(struct.unpack_from(">H", bestand, 4)[0]):
        tag, _, begin, lengte = struct.unpack_from(">4s3L", bestand, 12 + 16 * n)
        uit[tag] = (12 + 16 * n, begin, lengte)
    return uit


def put(bestand: bytes, tabel: bytes, plek: int, waarde: bytes) -> bytes:
    """Hetzelfde bestand met andere bytes op *plek* in een tabel."""
    begin = rows(bestand)[tabel][1] + plek
    return bestand[:begin] + waarde + bestand[begin + len(waarde) :]


def renamed(bestand: bytes, tabel: bytes, naar: bytes) -> bytes:
    """Hetzelfde bestand waarin een tabel anders heet."""
    plek = rows(bestand)[tabel][0]
    return bestand[:plek] + naar + bestand[plek + 4 :]


@cache
def letters() -> Letters:
    """Een lettertype met driehoeken voor A en a, zodat te zien is welk lettertype tekende."""
    delen = [
        convert(klein({ord("a"): spits(400, 500), ord("A"): spits(600)}, vet=vet), naam, gewicht)
        for vet, naam, gewicht in ((False, "Huisstijl", 400), (True, "Huisstijl-Vet", 700))
    ]
    gewoon, vet = (deel[1] for deel in delen)
    assert isinstance(gewoon, bytes)
    assert isinstance(vet, bytes)
    return Letters(gewoon, vet)
