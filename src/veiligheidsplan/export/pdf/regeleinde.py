"""The end of a drawn line (*regeleinde*): a space in the file wherever the text has one.

reportlab drops the space at which it breaks a line. Who reads the structure aloud or copies the text would get two
words as one, and could not tell that from a long word that had to be cut.
"""

from __future__ import annotations

import re
from typing import Any

# A string with what follows it, or a line end without one: so an end inside a text is not taken for one.
_EINDE = re.compile(r"(\((?:[^\\)]|\\.)*)\)( Tj +T\*)?|T\*", re.S)


def _line_text(regel: Any) -> str:
    """The text of one line of a laid-out paragraph, of either kind that reportlab has."""
    if isinstance(regel, tuple):
        return " ".join(regel[1])
    return "".join(getattr(deel, "text", "") for deel in regel.words)


def breaks(bron: str, regels: list[Any]) -> list[bool]:
    """For each of *regels* whether a space follows it in *bron*; nothing is claimed where a line is not found."""
    uit: list[bool] = []
    plek = 0
    for regel in regels:
        tekst = " ".join(_line_text(regel).split())
        gevonden = bron.find(tekst, plek) if tekst else -1
        if gevonden >= 0:
            plek = gevonden + len(tekst)
        uit.append(gevonden >= 0 and bron[plek : plek + 1] == " ")
    return uit


def join_lines(code: str, spaties: list[bool]) -> str:
    """The drawing *code* of a paragraph with a space at the end of each line that asks for one."""
    wens = iter(spaties)

    def end(gevonden: re.Match[str]) -> str:
        if gevonden[1] and not gevonden[2]:
            return gevonden[0]
        return f"{gevonden[1]} ) Tj T*" if next(wens, False) and gevonden[1] else gevonden[0]

    return _EINDE.sub(end, code) if any(spaties) else code
