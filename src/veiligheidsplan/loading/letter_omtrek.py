"""The outline (*omtrek*) of a letter as points: read from a font that nobody knows, and written anew.

Nothing of the file is copied: no programme for the letter, no parts in parts. What is written is one flat outline.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from veiligheidsplan.loading.letter_sfnt import Bron, Kapot, u16

#: more than any letter needs, few enough to be drawn at once
MEESTE_PUNTEN: Final = 5000
_MEESTE_DELEN, _DIEPTE = 64, 6
#: so that the way between any two points fits in two bytes
_VERST: Final = 16_383
_OP, _X_KORT, _Y_KORT, _HERHAAL, _X_ZELFDE, _Y_ZELFDE = 1, 2, 4, 8, 16, 32
_WOORDEN, _IS_XY, _SCHAAL, _MEER, _TWEE_SCHALEN, _MATRIX, _SCHAAL_PLEK = 1, 2, 8, 32, 64, 128, 2048

Punt = tuple[int, int, bool]


@dataclass(frozen=True, slots=True)
class Omtrek:
    """Points ``(x, y, on the curve)`` and the last point of each contour."""

    punten: tuple[Punt, ...] = ()
    einden: tuple[int, ...] = ()

    @property
    def vak(self) -> tuple[int, int, int, int]:
        """The box around all points: left, bottom, right, top."""
        xs, ys = [p[0] for p in self.punten], [p[1] for p in self.punten]
        return (min(xs), min(ys), max(xs), max(ys)) if self.punten else (0, 0, 0, 0)

    def written(self) -> bytes:
        """The outline as the ``glyf`` table holds it; no bytes for nothing to draw."""
        if not self.punten:
            return b""
        x = y = 0
        uit = [struct.pack(f">h4h{len(self.einden)}HH", len(self.einden), *self.vak, *self.einden, 0)]
        uit.append(bytes(int(op) for _, _, op in self.punten))
        stappen_x, stappen_y = [], []
        for px, py, _ in self.punten:
            stappen_x.append(px - x)
            stappen_y.append(py - y)
            x, y = px, py
        uit.append(struct.pack(f">{2 * len(self.punten)}h", *stappen_x, *stappen_y))
        return b"".join(uit)


def outline(bron: Bron, glyf: int) -> Omtrek:
    """The whole outline of a glyph. Raises ``Kapot`` or ``struct.error`` for what cannot be drawn."""
    return _outline(bron, glyf, 0, [_MEESTE_DELEN])


def _outline(bron: Bron, glyf: int, diepte: int, over: list[int]) -> Omtrek:
    data = bron.outline(glyf)
    if not data:
        return Omtrek()
    (aantal,) = struct.unpack_from(">h", data)
    uit = _simple(data, aantal) if aantal >= 0 else _composite(bron, data, diepte, over)
    if len(uit.punten) > MEESTE_PUNTEN or any(abs(x) > _VERST or abs(y) > _VERST for x, y, _ in uit.punten):
        raise Kapot
    return uit


def _simple(data: bytes, aantal: int) -> Omtrek:
    einden = struct.unpack_from(f">{aantal}H", data, 10)
    if any(a >= b for a, b in pairwise(einden)):
        raise Kapot
    punten = einden[-1] + 1 if einden else 0
    if not 0 < punten <= MEESTE_PUNTEN:
        if punten:
            raise Kapot
        return Omtrek()
    plek = 10 + 2 * aantal
    vlaggen, plek = _flags(data, plek + 2 + u16(data, plek), punten)
    xs, plek = _steps(data, plek, vlaggen, _X_KORT, _X_ZELFDE)
    ys, _ = _steps(data, plek, vlaggen, _Y_KORT, _Y_ZELFDE)
    return Omtrek(tuple((x, y, bool(v & _OP)) for x, y, v in zip(xs, ys, vlaggen, strict=True)), einden)


def _flags(data: bytes, plek: int, punten: int) -> tuple[list[int], int]:
    uit: list[int] = []
    while len(uit) < punten:
        if plek >= len(data):
            raise Kapot
        vlag, keer = data[plek], 1
        plek += 1
        if vlag & _HERHAAL:
            if plek >= len(data):
                raise Kapot
            keer += data[plek]
            plek += 1
        uit += [vlag] * keer
    if len(uit) > punten:
        raise Kapot
    return uit, plek


def _steps(data: bytes, plek: int, vlaggen: list[int], kort: int, zelfde: int) -> tuple[list[int], int]:
    """One coordinate of every point: the steps from point to point added up."""
    uit, waarde = [], 0
    for vlag in vlaggen:
        if vlag & kort:
            if plek >= len(data):
                raise Kapot
            waarde += data[plek] if vlag & zelfde else -data[plek]
            plek += 1
        elif not vlag & zelfde:
            waarde += struct.unpack_from(">h", data, plek)[0]
            plek += 2
        uit.append(waarde)
    return uit, plek


def _composite(bron: Bron, data: bytes, diepte: int, over: list[int]) -> Omtrek:
    """A letter of parts, such as é of e and its accent: the parts themselves, each in its place."""
    punten: list[Punt] = []
    einden: list[int] = []
    plek, vlag = 10, _MEER
    while vlag & _MEER:
        over[0] -= 1
        if over[0] < 0 or diepte >= _DIEPTE or len(punten) > MEESTE_PUNTEN:
            raise Kapot
        vlag, glyf = struct.unpack_from(">HH", data, plek)
        wat = ("hh" if vlag & _IS_XY else "HH") if vlag & _WOORDEN else ("bb" if vlag & _IS_XY else "BB")
        een, twee = struct.unpack_from(">" + wat, data, plek + 4)
        plek += 8 if vlag & _WOORDEN else 6
        matrix, plek = _matrix(data, plek, vlag)
        deel = _outline(bron, glyf, diepte + 1, over)
        gedraaid = [_turned(p, matrix) for p in deel.punten]
        if vlag & _IS_XY:
            dx, dy = _turned((een, twee, True), matrix)[:2] if vlag & _SCHAAL_PLEK else (een, twee)
        elif een < len(punten) and twee < len(gedraaid):
            dx, dy = punten[een][0] - gedraaid[twee][0], punten[een][1] - gedraaid[twee][1]
        else:
            raise Kapot
        einden += [len(punten) + einde for einde in deel.einden]
        punten += [(x + dx, y + dy, op) for x, y, op in gedraaid]
    return Omtrek(tuple(punten), tuple(einden))


def _matrix(data: bytes, plek: int, vlag: int) -> tuple[tuple[float, float, float, float], int]:
    """How a part is made larger or turned: numbers of two bytes, 16384 for one."""
    aantal = 1 if vlag & _SCHAAL else 2 if vlag & _TWEE_SCHALEN else 4 if vlag & _MATRIX else 0
    m = [w / 16_384 for w in struct.unpack_from(f">{aantal}h", data, plek)]
    vier = {0: [1.0, 0.0, 0.0, 1.0], 1: [*m, 0.0, 0.0, *m], 2: [*m[:1], 0.0, 0.0, *m[1:]], 4: m}[aantal]
    return (vier[0], vier[1], vier[2], vier[3]), plek + 2 * aantal


def _turned(punt: Punt, m: tuple[float, float, float, float]) -> Punt:
    x, y, op = punt
    return punt if m == (1.0, 0.0, 0.0, 1.0) else (round(x * m[0] + y * m[2]), round(x * m[1] + y * m[3]), op)
