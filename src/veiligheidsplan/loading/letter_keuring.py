"""Whether a typeface can carry a plan: every letter that Dutch needs, to be seen, and about as large as a letter is."""

from __future__ import annotations

import string
from collections.abc import Mapping
from itertools import combinations
from typing import Final

from veiligheidsplan.loading.letter_bouw import Letterbeeld

#: without these a plan in Dutch cannot be read
NODIG: Final = tuple(
    map(
        ord,
        " " + string.ascii_letters + string.digits + "éèëêïöüáóíúçÉËÏÖÜÁÓÍ€–…«»‘’“”'\"" + ".,:;!?()-/%+&@*",
    )
)
#: letters in our own script and the signs around them: all that is ever taken from a file
WIL: Final = tuple(
    code
    for eerste, laatste in (
        (0x20, 0x7E), (0xA0, 0x24F), (0x1E00, 0x1EFF), (0x2010, 0x2015), (0x2018, 0x2022), (0x2026, 0x2026),
        (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2122, 0x2122),
    )
    for code in range(eerste, laatste + 1)
    if code not in (0xAD, 0x2011)
)  # fmt: skip
_EENHEID: Final = (16, 16_384)
#: in parts of the size of a letter: widths, and how far a letter may reach beyond its line and its own width
_SMALST, _BREEDST, _BOVEN, _ONDER, _OPZIJ = 0.05, 2.0, 1.3, 0.5, 0.5
_METING: Final = "Vraag de leverancier om een ander bestand; dit past niet in de regels van het plan."


def objection(letters: Mapping[int, Letterbeeld], eenheid: int) -> tuple[str, str, str] | None:
    """A code, a sentence and what to do, for what keeps a plan from being read."""
    if not _EENHEID[0] <= eenheid <= _EENHEID[1]:
        return ("VP647", f"De maat van dit lettertype is {eenheid}; van 16 tot 16384 kan.", _METING)
    weg = [chr(code) for code in NODIG if code not in letters]
    if weg:
        shown = " ".join("spatie" if t == " " else t for t in weg[:12]) + (" …" if len(weg) > 12 else "")
        return (
            "VP645",
            f"In dit lettertype ontbreken tekens die een plan nodig heeft: {shown}",
            "Kies een lettertype met alle letters en leestekens van het Nederlands.",
        )
    scheef = [chr(code) for code in NODIG if not _fits(letters[code], eenheid)]
    if scheef:
        woord = " ".join("spatie" if t == " " else t for t in scheef[:12])
        return ("VP647", f"Deze tekens zijn veel te smal, te breed, te hoog of te laag: {woord}", _METING)
    return _digits(letters)


def _fits(beeld: Letterbeeld, eenheid: int) -> bool:
    """Whether a letter keeps to its own place: nobody reads letters that lie over each other or over another line."""
    links, onder, rechts, boven = (maat / eenheid for maat in beeld.omtrek.vak)
    breed = beeld.breed / eenheid
    hoog = not beeld.omtrek.punten or boven - onder > 0.01
    return (
        _SMALST <= breed <= _BREEDST
        and hoog
        and boven <= _BOVEN
        and onder >= -_ONDER
        and links >= -_OPZIJ
        and rechts <= breed + _OPZIJ
    )


def _digits(letters: Mapping[int, Letterbeeld]) -> tuple[str, str, str] | None:
    """A telephone number must be read as it is: no two digits may look the same."""
    for een, ander in combinations(string.digits, 2):
        if letters[ord(een)].omtrek == letters[ord(ander)].omtrek:
            return (
                "VP647",
                f"De cijfers {een} en {ander} zien er hetzelfde uit. Een telefoonnummer is dan niet te lezen.",
                "Kies een lettertype met tien verschillende cijfers.",
            )
    return None
