"""Measures (*maat*) taken from blocks before they are drawn: column shares, and how much text there is."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from ...plan.document import Alinea, Blok, InTaal, Kader, Kop, Lijst, Tabel, Velden

_CELRAND = 15.0  # the padding of a cell, left and right


def fill(cellen: tuple[str, ...], aantal: int) -> tuple[str, ...]:
    """A row made as long as the table is wide."""
    return cellen + ("",) * (aantal - len(cellen))


def widths(blok: Tabel, aantal: int, kop: ParagraphStyle, cel: ParagraphStyle, breedte: float) -> list[float]:
    """Column widths: by the longest text, but never narrower than the longest word where all words fit."""
    rijen = [(fill(blok.koppen, aantal), kop), *((fill(r, aantal), cel) for r in blok.rijen)]
    wens = [float(max(7, min(32, max(len(r[n]) for r, _ in rijen)))) for n in range(aantal)]
    woord = [max(_longest_word(r[n], stijl) for r, stijl in rijen) + _CELRAND for n in range(aantal)]
    if sum(woord) > breedte:
        return _shortened(woord, breedte)
    vast: set[int] = set()
    while True:  # a column that would cut a word gets its word; the others share what is left
        rest = breedte - sum(woord[n] for n in vast)
        deel = sum(w for n, w in enumerate(wens) if n not in vast)
        maten = [woord[n] if n in vast else wens[n] * rest / deel for n in range(aantal)]
        krap = {n for n in range(aantal) if n not in vast and maten[n] < woord[n]}
        if not krap:
            return maten
        vast |= krap


def _shortened(woord: list[float], breedte: float) -> list[float]:
    """Where not every longest word fits: only the widest columns give way, so one long name cuts no other word."""
    over, grens = breedte, 0.0
    for nog, maat in zip(range(len(woord), 0, -1), sorted(woord), strict=True):
        grens = over / nog
        if maat > grens:
            break
        over -= maat
    return [min(w, grens) for w in woord]


def label_share(namen: Iterable[str], stijl: ParagraphStyle, breedte: float) -> float:
    """The share of the width that the labels of a description list take: enough for the longest, at most 45 %."""
    langste = max((stringWidth(n[:80], stijl.fontName, stijl.fontSize) for n in namen), default=0.0)
    return max(0.3, min(0.45, (float(langste) + 12) / breedte))


def _longest_word(tekst: str, stijl: ParagraphStyle) -> float:
    woorden = tekst[:2000].split()
    return float(max((stringWidth(w, stijl.fontName, stijl.fontSize) for w in woorden), default=0.0))


def length(blok: Blok) -> int:
    """About how much text a block holds."""
    match blok:
        case Kader() | InTaal():
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
