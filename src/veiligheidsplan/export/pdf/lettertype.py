"""The vendored typefaces (*lettertypen*): registered once per process, and which of them can draw a character.

Subsets of Noto Sans (SIL Open Font License): Latin, Greek and Cyrillic in two weights, and a few arrows, check
marks and mathematical signs to fall back on. No system font and no Helvetica is ever used.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

GEWOON = "Veiligheidsplan"
VET = "Veiligheidsplan-Vet"
TERUGVAL = ("Veiligheidsplan-Wiskunde", "Veiligheidsplan-Tekens")

_MAP = Path(__file__).parent / "fonts"
_BESTANDEN = {
    GEWOON: "NotoSans-Regular.ttf",
    VET: "NotoSans-Bold.ttf",
    TERUGVAL[0]: "NotoSansMath-Regular.ttf",
    TERUGVAL[1]: "NotoSansSymbols2-Regular.ttf",
}


@cache
def register() -> None:
    """Make the vendored fonts known to reportlab; a second call costs nothing."""
    for naam, bestand in _BESTANDEN.items():
        pdfmetrics.registerFont(TTFont(naam, str(_MAP / bestand), shapable=False))


@cache
def coverage(naam: str) -> frozenset[int]:
    """The code points that font *naam* has a glyph for."""
    register()
    return frozenset(code for code, glyph in pdfmetrics.getFont(naam).face.charToGlyph.items() if glyph)


@cache
def font_for(teken: str, naam: str) -> str | None:
    """The first font that can draw *teken*: *naam* itself, then the fallbacks; ``None`` when none can."""
    code = ord(teken)
    return next((f for f in (naam, *TERUGVAL) if code in coverage(f)), None)
