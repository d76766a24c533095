"""Measures (*maat*) taken from blocks before they are drawn: column shares, and how much text there is."""

from __future__ import annotations

from ...plan.document import Alinea, Blok, Kader, Kop, Lijst, Tabel, Velden


def fill(cellen: tuple[str, ...], aantal: int) -> tuple[str, ...]:
    """A row made as long as the table is wide."""
    return cellen + ("",) * (aantal - len(cellen))


def widths(blok: Tabel, aantal: int) -> list[float]:
    """Shares of the width: by the longest text in a column, within bounds so that no column starves."""
    rijen = [fill(blok.koppen, aantal), *(fill(r, aantal) for r in blok.rijen)]
    return [float(max(7, min(32, max(len(r[n]) for r in rijen)))) for n in range(aantal)]


def length(blok: Blok) -> int:
    """About how much text a block holds."""
    match blok:
        case Kader():
            return sum(length(b) for b in blok.blokken)
        case Lijst():
            return sum(40 + len(p) for p in blok.punten)
        case Velden():
            return sum(60 + len(w) for _, w in blok.rijen)
        case Tabel():
            return sum(60 + sum(map(len, r)) for r in blok.rijen)
        case Alinea() | Kop():
            return 40 + len(blok.tekst) + 60 * blok.tekst.count("\n")
        case _:
            return 300
