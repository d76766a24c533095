"""A font file built from outlines that were checked: only what a document needs, with names that say nothing."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from veiligheidsplan.loading.letter_omtrek import Omtrek

_KOP: Final = 12
_VET: Final = 700


@dataclass(frozen=True, slots=True)
class Letterbeeld:
    """What one character looks like: its outline and how far the pen goes on."""

    omtrek: Omtrek
    breed: int


def build(letters: Mapping[int, Letterbeeld], eenheid: int, naam: str, gewicht: int, recht: int) -> bytes:
    """The file: a glyph for each code point, in that order. *recht*: the permissions (``fsType``) of the source."""
    codes = sorted(letters)
    glyfen = [Letterbeeld(Omtrek(), max(eenheid // 2, 1)), *(letters[c] for c in codes)]
    omtrekken = [g.omtrek.written() for g in glyfen]
    omtrekken = [o + b"\0" * (-len(o) % 4) for o in omtrekken]
    vakken = [g.omtrek.vak for g in glyfen if g.omtrek.punten] or [(0, 0, 0, 0)]
    vak = (*(min(v[n] for v in vakken) for n in (0, 1)), *(max(v[n] for v in vakken) for n in (2, 3)))
    breed = [g.breed for g in glyfen]
    return _file(
        {
            "OS/2": _os2(letters, codes, vak, gewicht, recht),
            "cmap": _cmap(codes),
            "glyf": b"".join(omtrekken),
            "head": struct.pack(
                ">LLLLHHQQ4hHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, eenheid, 0, 0, *vak,
                int(gewicht >= _VET), 6, 2, 1, 0,
            ),
            "hhea": struct.pack(
                ">L3hH11hH", 0x10000, vak[3], vak[1], 0, max(breed), 0, 0, vak[2], 1, *[0] * 7, len(glyfen)
            ),
            "hmtx": b"".join(struct.pack(">Hh", g.breed, g.omtrek.vak[0]) for g in glyfen),
            "loca": struct.pack(f">{len(glyfen) + 1}L", 0, *accumulate(map(len, omtrekken))),
            "maxp": struct.pack(
                ">L14H", 0x10000, len(glyfen), max(len(g.omtrek.punten) for g in glyfen),
                max(len(g.omtrek.einden) for g in glyfen), 0, 0, 1, *[0] * 8,
            ),
            "name": _name(naam),
            "post": struct.pack(">LLhhLLLLL", 0x30000, 0, -eenheid // 10, max(eenheid // 20, 1), *[0] * 5),
        }
    )  # fmt: skip


def _os2(
    letters: Mapping[int, Letterbeeld], codes: Sequence[int], vak: Sequence[int], gewicht: int, recht: int
) -> bytes:
    hoog = letters[ord("H")].omtrek.vak[3] if ord("H") in letters else vak[3]
    klein = letters[ord("x")].omtrek.vak[3] if ord("x") in letters else hoog
    selectie = 0x20 if gewicht >= _VET else 0x40
    gemiddeld = sum(letters[c].breed for c in codes) // max(len(codes), 1)
    return struct.pack(
        ">HhHHH11h10s4L4s3H3hHHLLhhHHH", 4, gemiddeld, gewicht, 5, recht, *[0] * 11, bytes(10), 3, 0, 0, 0,
        b"NONE", selectie, codes[0], codes[-1], vak[3], vak[1], 0, max(vak[3], 0), max(-vak[1], 0), 1, 0,
        klein, hoog, 0, 0x20, 1,
    )  # fmt: skip


def _cmap(codes: Sequence[int]) -> bytes:
    """Format 4: a segment for every run of code points, whose glyphs follow each other too."""
    runs: list[list[int]] = []
    for glyf, code in enumerate(codes, 1):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code, (glyf - code) & 0xFFFF])
    runs.append([0xFFFF, 0xFFFF, 1])
    n = len(runs)
    macht = 1 << (n.bit_length() - 1)
    deel = struct.pack(
        f">7H{n}HH{3 * n}H", 4, 16 + 8 * n, 0, 2 * n, 2 * macht, macht.bit_length() - 1, 2 * (n - macht),
        *(r[1] for r in runs), 0, *(r[0] for r in runs), *(r[2] for r in runs), *[0] * n,
    )  # fmt: skip
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + deel


def _name(naam: str) -> bytes:
    teksten = [
        (n, t.encode("utf-16-be")) for n, t in ((1, naam), (2, "Regular"), (3, naam), (4, naam), (6, naam))
    ]
    begin = [0, *accumulate(len(t) for _, t in teksten)]
    rijen = b"".join(
        struct.pack(">6H", 3, 1, 0x409, n, len(t), plek) for (n, t), plek in zip(teksten, begin, strict=False)
    )
    return struct.pack(">HHH", 0, len(teksten), 6 + len(rijen)) + rijen + b"".join(t for _, t in teksten)


def _sum(data: bytes) -> int:
    heel = data + b"\0" * (-len(data) % 4)
    return int(sum(struct.unpack(f">{len(heel) // 4}L", heel))) & 0xFFFFFFFF


def _file(tabellen: Mapping[str, bytes]) -> bytes:
    n = len(tabellen)
    macht = 1 << (n.bit_length() - 1)
    kop = struct.pack(">LHHHH", 0x10000, n, 16 * macht, macht.bit_length() - 1, 16 * (n - macht))
    plek, rijen, delen = _KOP + 16 * n, [], []
    for naam, inhoud in sorted(tabellen.items()):
        rijen.append(struct.pack(">4sLLL", naam.encode("ascii"), _sum(inhoud), plek, len(inhoud)))
        delen.append(inhoud + b"\0" * (-len(inhoud) % 4))
        plek += len(delen[-1])
    return kop + b"".join(rijen) + b"".join(delen)
