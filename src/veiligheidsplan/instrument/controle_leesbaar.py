"""Whether a text can be followed at level B1: its sentences, its words, and a readability formula.

The formula (Flesch-Douma, see ``lettergrepen``) says little about few words: one long word sinks a sentence of
five. Measured on the shipped instruments and on the samples in ``tests/instrument/taal/``: sentences at A2 and B1
of at least ten words score 61 and more, those at C1 16 and less. 45 lies between, with room on both sides; below
ten words only a score that no B1 sentence of that length came near counts. A formula is no proof of B1: sentence
length and a list of words stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from veiligheidsplan.instrument.controle_jargon import MOEILIJK
from veiligheidsplan.instrument.lettergrepen import reading_ease, syllables

#: a longer sentence is hard to follow when it is read aloud
MEESTE_WOORDEN = 20
#: from this number of words on -> the least reading ease of a sentence
MINSTE_GEMAK = ((10, 45), (7, 20))
#: a text of this many words in several sentences needs this reading ease as a whole
TEKST_WOORDEN, TEKST_GEMAK = 30, 55
#: a word of so many syllables is long
LANG = 4
#: the end of a sentence; after a closing quotation mark only where a new sentence begins
_EINDE = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][»”\"')])\s+(?=[A-Z«“\"0-9])")
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def check_readable(zinnen: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """VP325 (a long sentence), VP326 (hard words) and VP327 (hard to read), each at most once for a text."""
    woorden = [_WOORD.findall(zin) for zin in zinnen]
    hard = next((i for i, zin in enumerate(woorden) if _is_hard(zin)), None)
    lang = next((i for i, zin in enumerate(zinnen) if len(zin.split()) > MEESTE_WOORDEN), None)
    if hard is not None:
        yield _hard(f"Deze zin is moeilijk: «{short(zinnen[hard])}»", [woorden[hard]])
    elif _is_hard_text(woorden):
        yield _hard("Deze tekst is moeilijk", [zin for zin in woorden if zin])
    if lang is not None and lang != hard:
        aantal = len(zinnen[lang].split())
        yield (
            "VP325",
            f"Deze zin heeft {aantal} woorden; boven {MEESTE_WOORDEN} is zij moeilijk te volgen:"
            f" «{short(zinnen[lang])}»",
            "Maak er twee zinnen van.",
        )
    if moeilijk := dict.fromkeys(w for zin in woorden for woord in zin if (w := woord.lower()) in MOEILIJK):
        yield _jargon(list(moeilijk))


def _is_hard(zin: Sequence[str]) -> bool:
    for vanaf, gemak in MINSTE_GEMAK:
        if len(zin) >= vanaf:
            return reading_ease([zin]) < gemak
    return False


def _is_hard_text(woorden: Sequence[Sequence[str]]) -> bool:
    vol = [zin for zin in woorden if zin]
    return len(vol) > 1 and sum(map(len, vol)) >= TEKST_WOORDEN and reading_ease(vol) < TEKST_GEMAK


def _hard(wat: str, zinnen: list[list[str]]) -> tuple[str, str, str]:
    """The score, and why: the longest words, and how many words stand in one sentence."""
    lang = sorted(
        dict.fromkeys(w for zin in zinnen for w in zin if syllables(w) >= LANG), key=syllables, reverse=True
    )
    redenen = ["lange woorden als " + listing(lang[:3])] if lang else []
    if (meest := max(map(len, zinnen))) > MEESTE_WOORDEN:
        redenen.append(f"{meest} woorden in één zin")
    door = f", door {' en '.join(redenen)}" if redenen else ""
    return (
        "VP327",
        f"{wat} (leesgemak {round(reading_ease(zinnen))} op een schaal tot 100{door}).",
        "Gebruik kortere woorden en kortere zinnen. Lees de zin hardop: zou u dit zo zeggen?",
    )


def _jargon(woorden: list[str]) -> tuple[str, str, str]:
    zijn = "is" if len(woorden) == 1 else "zijn"
    beter = listing([MOEILIJK[woord] for woord in woorden])
    return ("VP326", f"{listing(woorden)} {zijn} voor veel mensen moeilijk.", f"Schrijf {beter}.")


def sentences(tekst: str) -> tuple[str, ...]:
    """The sentences of a text, each on one line. A point within a number or an address ends nothing."""
    return tuple(zin for deel in _EINDE.split(tekst) if (zin := " ".join(deel.split())))


def short(zin: str) -> str:
    """A piece of a text that is not too long for a message."""
    return zin if len(zin) <= 70 else zin[:69] + "…"


def listing(woorden: Sequence[str]) -> str:
    """«a», «b» en «c»."""
    tussen = [f"«{woord}»" for woord in woorden]
    return " en ".join([", ".join(tussen[:-1]), tussen[-1]] if len(tussen) > 1 else tussen)
