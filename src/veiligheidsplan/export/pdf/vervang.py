"""What no font here can draw (*vervang*): a word in its place, and the list of those words for the professional."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from ...plan.document import Document, Handtekeningvak, InTaal
from ..schoon import clean

TEKEN = "[teken]"
PLAATJE = "[plaatje]"
_SCHRIFTEN = {
    "ARABIC": "Arabisch", "BENGALI": "Bengaals", "BURMESE": "Birmaans", "CHEROKEE": "Cherokee", "CJK": "Chinees",
    "DEVANAGARI": "Devanagari", "GUJARATI": "Gujarati", "GURMUKHI": "Gurmukhi", "HANGUL": "Koreaans",
    "HEBREW": "Hebreeuws", "HIRAGANA": "Japans", "KANNADA": "Kannada", "KATAKANA": "Japans", "KHMER": "Khmer",
    "LAO": "Lao", "MALAYALAM": "Malayalam", "MONGOLIAN": "Mongools", "MYANMAR": "Birmaans", "SINHALA": "Singalees",
    "SYRIAC": "Syrisch", "TAMIL": "Tamil", "TELUGU": "Telugu", "THAI": "Thais", "TIBETAN": "Tibetaans",
    "TIFINAGH": "Tifinagh",
}  # fmt: skip


@lru_cache(maxsize=512)
def word_for(teken: str) -> str:
    """The word that stands in a document for *teken*: which writing it is, a picture, or just a sign."""
    naam = unicodedata.name(teken, "").replace("-", " ").split(" ")[0]
    if naam in _SCHRIFTEN and unicodedata.category(teken)[0] in "LMN":
        return f"[{_SCHRIFTEN[naam]} schrift]"
    # Skin tones and the like are modifiers of a picture.
    return PLAATJE if unicodedata.category(teken) == "So" or ord(teken) >= 0x1F000 else TEKEN


def replace_runs(delen: list[tuple[bool, str]]) -> str:
    """Runs of (can be drawn, text) as one text: a word for what cannot, once for a whole sentence of it."""
    uit: list[tuple[bool, str]] = []
    for kan, tekst in delen:
        deel = (True, tekst) if kan else (False, word_for(tekst[0]))
        if (
            len(uit) > 1
            and not kan
            and uit[-2] == deel
            and not any(t.isalnum() or t == "\n" for t in uit[-1][1])
        ):
            uit.pop()
        elif not uit or uit[-1] != deel:
            uit.append(deel)
    return "".join(tekst for _, tekst in uit)


def replaced(document: Document) -> tuple[str, ...]:
    """The words that stand in the PDF of *document* for what cannot be drawn, sorted; empty when all is drawn."""
    from .lettertype import GEWOON
    from .schrift import font_of
    from .tekst import SILENT

    gezien = (set(SILENT.sub("", clean(tekst))) for tekst in _texts(document))
    return tuple(
        sorted({word_for(t) for tekens in gezien for t in tekens if t != "\n" and not font_of(t, GEWOON)})
    )


def _texts(waarde: Any) -> Iterator[str]:
    """Every text in a document or a part of it that is drawn."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from _texts(deel)
    elif isinstance(waarde, Handtekeningvak):
        yield waarde.bijschrift
    elif isinstance(waarde, InTaal):
        yield from _texts(waarde.blokken)
    elif is_dataclass(waarde) and not isinstance(waarde, type):
        for veld in fields(waarde):
            if veld.name not in ("rgb", "taal", "alternatief"):
                yield from _texts(getattr(waarde, veld.name))
