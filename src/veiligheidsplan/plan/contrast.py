"""Whether colours can be read on each other (*contrast*), by the formula of WCAG 2: 4.5 to 1 for text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from veiligheidsplan.bevinding import Bevinding

MINSTE = 4.5
WIT = "#ffffff"
#: how much of a text's or warning's colour is left where it is drawn soft, and where it is a ground
_ZACHT, _GROND = 0.72, 0.07
_HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")
Rgb = tuple[float, float, float]


def contrast(een: str, ander: str) -> float:
    """The ratio of two colours ``#rrggbb``, from 1 to 21."""
    licht, donker = sorted((_luminance(_rgb(een)), _luminance(_rgb(ander))), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def pairs(kleuren: Mapping[str, str]) -> tuple[tuple[str, str, str, str], ...]:
    """What is drawn on what: (colour's key, its colour, what it stands on, that colour)."""
    accent, tekst, vlak, nood = (kleuren[k] for k in ("accent", "tekst", "vlak", "waarschuwing"))
    zacht, roze = _mixed(tekst, _ZACHT), _mixed(nood, _GROND)
    return (
        ("accent", accent, "wit", WIT),
        ("accent", accent, "vlak", vlak),
        ("tekst", tekst, "wit", WIT),
        ("tekst", tekst, "vlak", vlak),
        ("tekst", zacht, "wit (zachte tekst)", WIT),
        ("tekst", zacht, "vlak (zachte tekst)", vlak),
        ("tekst", tekst, "de grond van een waarschuwing", roze),
        ("waarschuwing", nood, "wit", WIT),
        ("waarschuwing", nood, "de grond van een waarschuwing", roze),
    )


def contrast_findings(
    kleuren: Mapping[str, object], pad: tuple[str | int, ...], genoemd: Mapping[str, object]
) -> Iterator[Bevinding]:
    """The pairs that cannot be read; each at the colour of the pair that stands in the file."""
    heel = {k: v for k, v in kleuren.items() if isinstance(v, str) and _HEX.match(v)}
    if not genoemd or not {"accent", "tekst", "vlak", "waarschuwing"} <= heel.keys():
        return
    gezien: set[tuple[str, str]] = set()
    for naam, kleur, op, grond in pairs(heel):
        ander = "vlak" if op.startswith("vlak") else naam
        verhouding = contrast(kleur, grond)
        if verhouding >= MINSTE or not {naam, ander} & genoemd.keys() or (naam, op.split(" ")[0]) in gezien:
            continue
        gezien.add((naam, op.split(" ")[0]))
        plek = naam if naam in genoemd else ander
        yield Bevinding(
            "VP628",
            f"«{naam}» {kleur} op {op} {grond} heeft contrast {_spoken(verhouding)};"
            " 4,5 is nodig om het te kunnen lezen.",
            pad=(*pad, plek),
            suggestie=f"Maak «{naam}» donkerder" + (" of «vlak» lichter." if op.startswith("vlak") else "."),
        )


def _spoken(verhouding: float) -> str:
    """«4,4»: rounded down, so that what is too low never reads as enough."""
    tienden = int(verhouding * 10)
    return f"{tienden // 10},{tienden % 10}"


def _rgb(kleur: str) -> Rgb:
    return (int(kleur[1:3], 16) / 255, int(kleur[3:5], 16) / 255, int(kleur[5:7], 16) / 255)


def _mixed(kleur: str, deel: float) -> str:
    """As the drawing of a PDF mixes a colour with white."""
    return "#" + "".join(f"{round(255 * (1 - deel * (1 - k))):02x}" for k in _rgb(kleur))


def _luminance(rgb: Rgb) -> float:
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in rgb)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
