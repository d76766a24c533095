"""The typeface of a template (*eigen letter*): made known to reportlab, or left aside where it cannot be used.

Who reads a template has checked the file; here it is tried once more before a page is drawn with it, since a plan
must come whatever was handed over. Latin text is drawn with it; all else keeps the typefaces of the program.
"""

from __future__ import annotations

import struct
from dataclasses import fields
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from reportlab.lib.styles import ParagraphStyle

from ...bevinding import Bevinding, Ernst
from ...plan.document import Document, Letters
from .lettertype import GEWOON, VET, adopt_font, font

if TYPE_CHECKING:
    from .opmaak import Opmaak

#: more characters than any checked file holds: a table that says more would keep a reader busy for hours
_MEESTE_TEKENS: Final = 5000


@lru_cache(maxsize=16)
def names_of(letters: Letters | None) -> dict[str, str]:
    """The font that stands in for each of the program's two; empty where there is none that can be used."""
    if letters is None:
        return {}
    uit: dict[str, str] = {}
    for thuis, inhoud in ((GEWOON, letters.gewoon), (VET, letters.vet)):
        naam = f"{thuis}-eigen-{sha256(inhoud).hexdigest()[:32]}"
        try:
            adopt_font(naam, inhoud, thuis, _try_out)
        except (
            Exception
        ):  # reportlab on bytes that nobody checked: the plan comes in the program's own letters
            return {}
        uit[thuis] = naam
    return uit if font(uit[GEWOON]).face.name != font(uit[VET]).face.name else {}


def _try_out(inhoud: bytes) -> None:
    """Look at the size of the table of characters before reportlab walks through it."""
    aantal = struct.unpack_from(">H", inhoud, 4)[0]
    rijen = [struct.unpack_from(">4s3L", inhoud, 12 + 16 * n) for n in range(aantal)]
    plek = next(begin for tag, _, begin, _ in rijen if tag == b"cmap")
    kop = struct.unpack_from(">HHHHL", inhoud, plek)
    vorm, _, _, dubbel = struct.unpack_from(">4H", inhoud, plek + kop[4])
    if kop[:4] != (0, 1, 3, 1) or vorm != 4:
        raise ValueError
    n = dubbel // 2
    einden = struct.unpack_from(f">{n}H", inhoud, plek + kop[4] + 14)
    begins = struct.unpack_from(f">{n}H", inhoud, plek + kop[4] + 16 + 2 * n)
    if sum(max(e - b, 0) + 1 for b, e in zip(begins, einden, strict=True)) > _MEESTE_TEKENS:
        raise ValueError


def wear(opmaak: Opmaak, letters: Letters | None) -> Opmaak:
    """The same look in this typeface."""
    namen = names_of(letters)
    return (
        type(opmaak)(**{f.name: _worn(getattr(opmaak, f.name), namen) for f in fields(opmaak)})
        if namen
        else opmaak
    )


def _worn(deel: Any, namen: dict[str, str]) -> Any:
    if isinstance(deel, ParagraphStyle):
        eigen = {
            "fontName": namen.get(deel.fontName, deel.fontName),
            "bulletFontName": namen.get(deel.bulletFontName, deel.bulletFontName),
        }
        return ParagraphStyle(deel.name, parent=deel, **eigen)
    if isinstance(deel, dict):
        return {naam: _worn(stijl, namen) for naam, stijl in deel.items()}
    return tuple(_worn(stijl, namen) for stijl in deel) if isinstance(deel, tuple) else deel


def unusable(document: Document) -> tuple[Bevinding, ...]:
    """VP649 where the typeface of the house style cannot be used: the plan comes in the program's own."""
    letters = document.huisstijl.letters
    if letters is None or names_of(letters):
        return ()
    return (
        Bevinding(
            "VP649",
            "Het lettertype van het sjabloon is niet te gebruiken. Het document staat nu in het gewone lettertype.",
            Ernst.WAARSCHUWING,
            suggestie="Kijk het sjabloon na met: veiligheidsplan sjabloon valideer.",
        ),
    )
