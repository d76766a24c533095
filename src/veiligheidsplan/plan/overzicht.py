"""The overview (*overzicht*): every step of one view with its answer in words, the list from which one jumps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: ``gelezen`` is a notice that was read; ``later`` an answer that was put off; ``slapend`` an answer that is kept
#: and does not count, because the question does not apply now (there is no step to jump to)
Regelstaat = Literal[
    "beantwoord",
    "open",
    "niet_gevraagd",
    "weet_niet",
    "wil_niet_zeggen",
    "overgeslagen",
    "gelezen",
    "slapend",
]


@dataclass(frozen=True, slots=True)
class Overzichtsregel:
    """One line of the overview: ``stap`` is the id to jump to; ``antwoord`` is the present answer in words.

    A line that is ``slapend`` is shown for what it says and cannot be chosen.
    """

    stap: str
    sectie: str
    tekst: str
    antwoord: str | None
    staat: Regelstaat
