"""The keys and the words (*toetsen*) that work at every step: the same ones in both views and both terminals.

Function keys, with Ctrl and a letter for a keyboard or a terminal that keeps its function keys to itself. Not
used: Ctrl with C, D, H, I, J, M, Z and V (they stop, delete, are Tab and Enter, or paste), with A, F, M (an old
console of Windows keeps them), with B (tmux) or S and Q (they can freeze a terminal); F10 to F12 (menu, full
screen); Esc and Alt (a lone Esc is only known after a moment, Alt and Enter is full screen).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from veiligheidsplan.cli.clean import width
from veiligheidsplan.plan.stap import Beweging, Bewegingsoort, Stap, Zichtkant

Daad = (
    Bewegingsoort | Literal["uitleg", "notitie"]
)  # help and note are dealt with on the screen, the rest by the engine


@dataclass(frozen=True, slots=True)
class Bediening:
    """One thing that a person can always do: its two keys, its words in the plain mode, and what it does."""

    daad: Daad
    f: str
    ctrl: str
    woorden: tuple[str, ...]
    kort: str
    wat: str

    @property
    def toetsnaam(self) -> str:
        """«F2 of Ctrl-T»."""
        return f"{self.f.upper()} of Ctrl-{self.ctrl[-1].upper()}"


BEDIENING: Final[tuple[Bediening, ...]] = (
    Bediening("uitleg", "f1", "c-u", ("uitleg", "hulp", "help"), "uitleg", "Uitleg bij deze vraag."),
    Bediening("terug", "f2", "c-t", ("terug",), "terug", "Terug naar de vraag hiervoor."),
    Bediening("overzicht", "f3", "c-o", ("overzicht",), "overzicht", "Alle vragen, om ergens heen te gaan."),
    Bediening("notitie", "f4", "c-n", ("notitie",), "notitie", "Een notitie bij dit antwoord."),
    Bediening("wissel", "f5", "c-k", ("scherm",), "scherm", "Naar het andere scherm."),
    Bediening(
        "iemand_erbij",
        "f6",
        "c-e",
        ("erbij",),
        "erbij",
        "Er komt iemand bij. Het scherm wordt meteen leeg.",
    ),
    Bediening("nu_gevaar", "f7", "c-g", ("gevaar",), "112", "Er is nu gevaar. U ziet wie u belt."),
    Bediening("slot", "f8", "c-l", ("slot",), "slot", "Het scherm op slot. Verder gaat met uw wachtzin."),
    Bediening("stoppen", "f9", "c-x", ("stop", "stoppen"), "stop", "Stoppen. Alles is bewaard."),
)
#: the first word of each deed
WOORD: Final[dict[Daad, str]] = {b.daad: b.woorden[0] for b in BEDIENING}
#: which names stay on the bottom line when the window is narrow: the first ones stay longest
_VOORRANG: Final = (
    "iemand_erbij", "nu_gevaar", "terug", "stoppen", "uitleg", "overzicht", "wissel", "slot", "notitie",
)  # fmt: skip
DOEL: Final[tuple[str, ...]] = ("ga naar", "naar")


def key_line(kolommen: int, kant: Zichtkant) -> str:
    """The bottom line: as many keys as fit, in the order of the keyboard."""
    past: set[str] = set()
    for daad in _VOORRANG:
        if daad == "notitie" and kant == "aan_tafel":
            continue
        if width(_line(past | {daad}, " ")) < kolommen:
            past.add(daad)
    ruim = _line(past, "  ")
    return ruim if width(ruim) < kolommen else _line(past, " ")


def _line(daden: set[str], tussen: str) -> str:
    return tussen.join(f"{b.f.upper()} {b.kort}" for b in BEDIENING if b.daad in daden)


def explain_keys(kant: Zichtkant) -> list[str]:
    """Every key with what it does, one a line."""
    regels = [f"{b.toetsnaam}: {b.wat}" for b in _shown(kant)]
    return [*regels, "Ctrl-C: meteen stoppen. Alles is bewaard, behalve wat u nu half hebt getypt."]


def _shown(kant: Zichtkant) -> list[Bediening]:
    """A note is made on the werkscherm alone."""
    return [b for b in BEDIENING if kant == "werkscherm" or b.daad != "notitie"]


def explain_words(kant: Zichtkant, *, vrij: bool) -> list[str]:
    """Every word of the plain mode with what it does, one a line; *vrij* adds how to give one as an answer."""
    regels = [f"Typ {b.woorden[0]}. {b.wat}" for b in _shown(kant)]
    regels.append("Typ ga naar en een nummer uit het overzicht. U gaat naar die vraag.")
    if vrij:
        regels.append("Is zo'n woord uw antwoord? Typ er dan een punt voor, zoals .terug")
    return regels


def word_line(kant: Zichtkant) -> str:
    """All words in one sentence, for the first question of a sitting."""
    woorden = ", ".join(b.woorden[0] for b in _shown(kant))
    return f"Bij elke vraag kunt u ook een woord typen: {woorden}."


def read_word(regel: str) -> Daad | int | None:
    """What a typed line asks for: a deed, the number of a line of the overview, or ``None`` for an answer."""
    woord = _fold(regel)
    for b in BEDIENING:
        if woord in b.woorden or (woord == "?" and b.daad == "uitleg"):
            return b.daad
    for begin in DOEL:
        rest = woord.removeprefix(begin).strip()
        if woord.startswith(begin + " ") and rest.isascii() and rest.isdigit() and len(rest) < 6:
            return int(rest)
    return None


def read_text(regel: str) -> str:
    """A typed line as an answer: a point before a word of ours is taken away."""
    return regel.strip()[1:] if regel.lstrip().startswith(".") and _is_ours(regel.strip()[1:]) else regel


def _is_ours(tekst: str) -> bool:
    return read_word(tekst) is not None or (tekst.startswith(".") and _is_ours(tekst[1:]))


def _fold(regel: str) -> str:
    return " ".join(regel.casefold().split())


def is_free_text(stap: Stap) -> bool:
    """Whether a person may type any words here, so also one of ours."""
    return stap.soort == "tekst"


def movement(daad: Daad) -> Beweging:
    """The deed as a movement for the engine."""
    if daad in ("uitleg", "notitie"):
        raise ValueError(daad)
    return Beweging(daad)  # type: ignore[arg-type]  # what is left is a Bewegingsoort
