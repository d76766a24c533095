"""The vendored typefaces (*lettertypen*): registered when first needed, and which of them can draw a character.

Subsets of Noto Sans (SIL Open Font License): Latin, Greek and Cyrillic in two weights; to fall back on, signs and
scripts that need no shaping. No system font and no Helvetica is ever used.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase import pdfmetrics

from .letter import Letter

GEWOON = "Veiligheidsplan"
VET = "Veiligheidsplan-Vet"
TERUGVAL = (
    "Veiligheidsplan-Wiskunde",
    "Veiligheidsplan-Tekens",
    "Veiligheidsplan-Symbolen",
    "Veiligheidsplan-Ethiopisch",
    "Veiligheidsplan-Georgisch",
    "Veiligheidsplan-Armeens",
)
# Needs shaping and an order of its own: never drawn letter by letter, so no font to fall back on.
ARABISCH = "Veiligheidsplan-Arabisch"

_MAP = Path(__file__).parent / "fonts"
_BESTANDEN = {
    GEWOON: "NotoSans-Regular.ttf",
    VET: "NotoSans-Bold.ttf",
    TERUGVAL[0]: "NotoSansMath-Regular.ttf",
    TERUGVAL[1]: "NotoSansSymbols2-Regular.ttf",
    TERUGVAL[2]: "NotoSansSymbols-Regular.ttf",
    TERUGVAL[3]: "NotoSansEthiopic-Regular.ttf",
    TERUGVAL[4]: "NotoSansGeorgian-Regular.ttf",
    TERUGVAL[5]: "NotoSansArmenian-Regular.ttf",
    ARABISCH: "NotoSansArabic-Regular.ttf",
}


def file_of(naam: str) -> Path:
    """Where the font called *naam* lies."""
    return _MAP / _BESTANDEN[naam]


#: fonts of a template by name, each with the font of the program that it stands in for
_EIGEN: dict[str, tuple[Letter, str]] = {}


def adopt_font(naam: str, inhoud: bytes, thuis: str, kijk: Callable[[bytes], None]) -> None:
    """Make a font of a template known. Raises whatever *kijk* or reportlab has against it."""
    if naam in _EIGEN:
        return
    kijk(inhoud)
    letter = Letter(naam, BytesIO(inhoud), shapable=False)
    letter.face.makeSubset(sorted(letter.face.charToGlyph))
    pdfmetrics.registerFont(letter)
    _EIGEN[naam] = (letter, thuis)


def home_of(naam: str) -> str:
    """The font of the program that *naam* stands in for; itself, for one of the program."""
    return _EIGEN[naam][1] if naam in _EIGEN else naam


@cache
def font(naam: str) -> Letter:
    """The font called *naam*, known to reportlab from now on; a second call costs nothing."""
    if naam in _EIGEN:
        return _EIGEN[naam][0]
    letter = Letter(naam, str(file_of(naam)), shapable=False)
    pdfmetrics.registerFont(letter)
    return letter


@cache
def register() -> None:
    """Make the two fonts of every document known to reportlab."""
    font(GEWOON)
    font(VET)


@cache
def coverage(naam: str) -> frozenset[int]:
    """The code points that font *naam* has a glyph for."""
    return frozenset(code for code, glyph in font(naam).face.charToGlyph.items() if glyph)


@cache
def font_for(teken: str, naam: str) -> str | None:
    """The first font that can draw *teken*: *naam* itself, then the fallbacks; ``None`` when none can."""
    code = ord(teken)
    return next((f for f in (naam, home_of(naam), *TERUGVAL) if code in coverage(f)), None)
