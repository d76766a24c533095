"""Which way text runs (*richting*): the Unicode bidirectional algorithm, and what must stay in its own order.

A telephone number or a date with strokes in an Arabic sentence would come out with its parts turned round. Such a piece
is one character to the algorithm, and runs from left to right inside.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Final

_RECHTS: Final = frozenset({"R", "AL", "AN"})
_STERK: Final = {"L": 0, "R": 1, "AL": 1}
_JOINERS: Final = "\u200c\u200d"
#: numbers with their separators, and what is written in another alphabet around them (an address on the web)
_EEN_GEHEEL: Final = re.compile(r"\+?\d[\d./:\-\u2013 ]*\d")
#: stands for one such piece: for private use, so never in a cleaned text, and left to right
_PLAATS: Final = 0xE000
_MEESTE: Final = 0x1800


@dataclass(frozen=True, slots=True)
class Teken:
    """One piece of a line: a character, or a number as a whole; ``niveau`` odd runs from right to left."""

    tekst: str
    niveau: int


def runs_right(tekst: str) -> bool:
    """Whether anything in *tekst* runs from right to left, or belongs to a script that does (an Arabic comma)."""
    return not tekst.isascii() and any(
        "\u0600" <= t <= "\u077f" or unicodedata.bidirectional(t) in _RECHTS for t in tekst
    )


def base_level(regel: str) -> int:
    """1 for a line that begins from the right, by its first strong character; 0 for any other."""
    return next((_STERK[s] for t in regel if (s := unicodedata.bidirectional(t)) in _STERK), 0)


def levels(regel: str, basis: int) -> list[Teken]:
    """The pieces of one line in the order in which they are read, each with its level."""
    gehelen: list[str] = []

    def keep(gevonden: re.Match[str]) -> str:
        if len(gehelen) >= _MEESTE:
            return gevonden[0]
        gehelen.append(gevonden[0])
        return chr(_PLAATS + len(gehelen) - 1)

    kort = _EEN_GEHEEL.sub(keep, regel)
    zonder = "".join(t for t in kort if t not in _JOINERS)
    niveaus = iter(_resolve(zonder, basis))
    uit: list[Teken] = []
    for teken in kort:
        if teken in _JOINERS:  # joins its neighbours, so it is where they are
            uit.append(Teken(teken, uit[-1].niveau if uit else basis))
            continue
        plek = ord(teken) - _PLAATS
        geheel = gehelen[plek] if 0 <= plek < len(gehelen) else teken
        uit.append(Teken(geheel, next(niveaus)))
    return uit


def _resolve(tekst: str, basis: int) -> list[int]:
    """The level of every character."""
    from bidi import algorithm as bidi

    staat: Any = bidi.get_empty_storage()
    staat["base_level"], staat["base_dir"] = basis, "LR"[basis]
    bidi.get_embedding_levels(tekst, staat)
    bidi.explicit_embed_and_overrides(staat)
    bidi.resolve_weak_types(staat)
    bidi.resolve_neutral_types(staat, False)
    bidi.resolve_implicit_levels(staat, False)
    niveaus = [int(teken["level"]) for teken in staat["chars"]]
    # what the algorithm takes out (rule X9) was cleaned away before; never fewer levels than characters
    return niveaus + [basis] * (len(tekst) - len(niveaus))


def visual_order(niveaus: list[int]) -> list[int]:
    """The places of these runs from left to right (rule L2)."""
    volgorde = list(range(len(niveaus)))
    for niveau in range(max(niveaus, default=0), 0, -1):
        begin = 0
        while begin < len(volgorde):
            einde = begin
            while einde < len(volgorde) and niveaus[volgorde[einde]] >= niveau:
                einde += 1
            volgorde[begin:einde] = reversed(volgorde[begin:einde])
            begin = max(einde, begin + 1)
    return volgorde
