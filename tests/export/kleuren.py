"""What colour each text of a page has, and what colour lies under it: a small painter of fills and places.

Only what our own pages use: transforms, filled rectangles, fill colour and text. Enough to measure every contrast.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

Rgb = tuple[float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_WIT: Rgb = (1, 1, 1)


@dataclass(frozen=True)
class Getekend:
    """A piece of text: on which page, where, in which colour, on which ground."""

    blad: int
    plek: tuple[float, float]
    kleur: Rgb
    grond: Rgb

    @property
    def contrast(self) -> float:
        """By the formula of WCAG 2."""
        licht, donker = sorted((_luminance(self.kleur), _luminance(self.grond)), reverse=True)
        return (licht + 0.05) / (donker + 0.05)


def _luminance(rgb: Rgb) -> float:
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in rgb)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip


def drawn(pdf: bytes) -> Iterator[Getekend]:
    """Every text operator of every page."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        for nummer, blad in enumerate(doc.pages, 1):
            yield from _page(nummer, blad)


def _page(nummer: int, blad: pikepdf.Page) -> Iterator[Getekend]:
    ctm: Matrix = (1, 0, 0, 1, 0, 0)
    kleur: Rgb = (0, 0, 0)
    stapel: list[tuple[Matrix, Rgb]] = []
    vlakken: list[tuple[float, float, float, float, Rgb]] = []
    open_: list[tuple[float, float, float, float]] = []
    regel: Matrix = ctm
    for stap in pikepdf.parse_content_stream(blad):
        naam = str(stap.operator)
        getal = [float(d) for d in stap.operands] if naam in ("cm", "rg", "g", "re", "Tm", "Td") else []
        if naam == "q":
            stapel.append((ctm, kleur))
        elif naam == "Q":
            ctm, kleur = stapel.pop()
        elif naam == "cm":
            ctm = _times(tuple(getal), ctm)  # type: ignore[arg-type]
        elif naam in ("rg", "g"):
            kleur = tuple(getal * (3 if naam == "g" else 1))  # type: ignore[assignment]
        elif naam == "re":
            x, y = ctm[0] * getal[0] + ctm[4], ctm[3] * getal[1] + ctm[5]
            open_.append((x, y, x + ctm[0] * getal[2], y + ctm[3] * getal[3]))
        elif naam in ("f", "f*", "B", "B*"):
            vlakken += [(*vak, kleur) for vak in open_]
            open_ = []
        elif naam in ("S", "n", "s"):
            open_ = []
        elif naam == "BT":
            regel = (1, 0, 0, 1, 0, 0)
        elif naam == "Tm":
            regel = tuple(getal)  # type: ignore[assignment]
        elif naam == "Td":
            regel = _times((1, 0, 0, 1, getal[0], getal[1]), regel)
        elif naam in ("Tj", "TJ"):
            plek = _times(regel, ctm)[4:]
            # The last ground that holds the foot of the first letter is what lies under it.
            onder = [
                k for x0, y0, x1, y1, k in vlakken if x0 <= plek[0] + 1 <= x1 and y0 <= plek[1] + 2 <= y1
            ]
            yield Getekend(nummer, plek, kleur, onder[-1] if onder else _WIT)
