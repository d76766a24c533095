"""The look (*opmaak*): measures and paragraph styles made from the tokens of a house style."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from ...plan.document import Huisstijl, Toon
from .eigenletter import wear
from .lettertype import GEWOON, VET

BREEDTE, HOOGTE = A4
MARGE = 60.0
MARGE_BOVEN = 58.0
MARGE_ONDER = 66.0
KOLOM = BREEDTE - 2 * MARGE
_GROOT = 1.45  # 16 points for running text
RAND = 14.0  # padding inside a frame (Kader)


def _stijl(naam: str, grootte: float, regel: float, kleur: Color, **extra: object) -> ParagraphStyle:
    waarden: dict[str, object] = {
        "fontName": GEWOON,
        "fontSize": grootte,
        "leading": regel,
        "textColor": kleur,
        "splitLongWords": 1,
        "allowWidows": 0,
        "allowOrphans": 0,
        "spaceAfter": 6,
        "bulletFontName": GEWOON,
    }
    return ParagraphStyle(naam, **(waarden | extra))


@dataclass(frozen=True)
class Opmaak:
    """All styles and colours of one document."""

    accent: Color
    tekst: Color
    zacht: Color
    vlak: Color
    lijn: Color
    waarschuwing: Color
    waarschuwing_vlak: Color
    titel: ParagraphStyle
    ondertitel: ParagraphStyle
    koppen: tuple[ParagraphStyle, ...]
    alineas: dict[Toon, ParagraphStyle]
    kader_titels: dict[Toon, ParagraphStyle]
    label: ParagraphStyle
    cel: ParagraphStyle
    celkop: ParagraphStyle
    bijschrift: ParagraphStyle
    klein: ParagraphStyle
    klein_midden: ParagraphStyle
    klein_rechts: ParagraphStyle
    invulvraag: ParagraphStyle
    invuluitleg: ParagraphStyle
    cijfer: ParagraphStyle
    cirkel: ParagraphStyle
    merk: ParagraphStyle

    def bar(self, toon: Toon) -> Color:
        """The colour of the bar beside a frame."""
        return self.waarschuwing if toon == "waarschuwing" else self.accent

    def ground(self, toon: Toon) -> Color:
        """The colour behind a frame."""
        return self.waarschuwing_vlak if toon == "waarschuwing" else self.vlak


def _mix(kleur: Color, deel: float) -> Color:
    """*kleur* with white mixed in: 1 is the colour itself, 0 is white."""
    return Color(*(1 - deel * (1 - k) for k in (kleur.red, kleur.green, kleur.blue)))


@lru_cache(maxsize=32)
def make(stijl: Huisstijl, groot: bool = False) -> Opmaak:
    """The look that belongs to a house style; *groot* for a child: every letter and line half as large again."""
    gewoon = wear(_make(stijl), stijl.letters)
    if not groot:
        return gewoon
    delen = {f.name: _larger(getattr(gewoon, f.name)) for f in fields(gewoon)}
    return Opmaak(**(delen | {"klein": gewoon.klein, "merk": gewoon.merk}))


def _larger(deel: Any) -> Any:
    """A style, or several, half as large again; a colour stays what it is."""
    if isinstance(deel, ParagraphStyle):
        maten = {"fontSize": deel.fontSize * _GROOT, "leading": deel.leading * _GROOT}
        return ParagraphStyle(f"{deel.name}-groot", parent=deel, spaceAfter=deel.spaceAfter + 3, **maten)
    if isinstance(deel, dict):
        return {naam: _larger(stijl) for naam, stijl in deel.items()}
    return tuple(map(_larger, deel)) if isinstance(deel, tuple) else deel


def _make(stijl: Huisstijl) -> Opmaak:
    accent, inkt, nood = HexColor(stijl.accent), HexColor(stijl.tekst), HexColor(stijl.waarschuwing)
    zacht = _mix(inkt, 0.72)
    basis = _stijl("alinea", 11, 16, inkt)
    kopregel = {"fontName": VET, "keepWithNext": 1, "allowOrphans": 1}
    return Opmaak(
        accent=accent,
        tekst=inkt,
        zacht=zacht,
        vlak=HexColor(stijl.vlak),
        lijn=_mix(accent, 0.35),
        waarschuwing=nood,
        waarschuwing_vlak=_mix(nood, 0.07),
        titel=_stijl("titel", 25, 31, accent, fontName=VET, spaceAfter=2, allowOrphans=1),
        ondertitel=_stijl("ondertitel", 13, 19, zacht, spaceAfter=10),
        koppen=(
            _stijl("kop1", 16, 21, accent, spaceBefore=20, spaceAfter=6, **kopregel),
            _stijl("kop2", 13, 18, inkt, spaceBefore=14, spaceAfter=4, **kopregel),
            _stijl("kop3", 11.5, 16, zacht, spaceBefore=10, spaceAfter=3, **kopregel),
        ),
        alineas={
            "gewoon": basis,
            "nadruk": _stijl("nadruk", 12, 17.5, inkt, fontName=VET),
            "waarschuwing": _stijl("waarschuwing", 11, 16, nood, fontName=VET),
        },
        kader_titels={
            "gewoon": _stijl("kader", 12.5, 17, accent, spaceAfter=4, **kopregel),
            "nadruk": _stijl("kader-nadruk", 13.5, 18, accent, spaceAfter=4, **kopregel),
            "waarschuwing": _stijl("kader-waarschuwing", 12.5, 17, nood, spaceAfter=4, **kopregel),
        },
        label=_stijl("label", 10, 16, zacht, fontName=VET, rightIndent=8),
        cel=_stijl("cel", 10.5, 15, inkt),
        celkop=_stijl("celkop", 10.5, 15, white, fontName=VET),
        bijschrift=_stijl("bijschrift", 10, 14, zacht, spaceAfter=4, keepWithNext=1, allowOrphans=1),
        klein=_stijl("klein", 9, 12, inkt),
        klein_midden=_stijl("klein-midden", 9, 12, inkt, alignment=1),
        klein_rechts=_stijl("klein-rechts", 9, 12, inkt, alignment=2),
        invulvraag=_stijl("invulvraag", 11, 15, inkt, **(kopregel | {"spaceBefore": 10, "spaceAfter": 2})),
        invuluitleg=_stijl("invuluitleg", 9, 12, zacht, spaceAfter=3, keepWithNext=1, allowOrphans=1),
        cijfer=_stijl("cijfer", 12, 15, inkt, fontName=VET),
        cirkel=_stijl("cirkel", 11, 14, inkt, fontName=VET, alignment=1),
        merk=_stijl("merk", 11, 14, nood, fontName=VET, alignment=2),
    )
