"""Syllables (*lettergrepen*) of Dutch words, and the reading ease of a text after Flesch and Douma.

The one place that knows pyphen (nl_NL patterns). Its 0.2 MB of patterns are read at the first word that needs
them, and each word is counted once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

_KLINKERS = "aeiouyáàäâéèëêíìïîóòöôúùüû"
_KLINKER = re.compile(f"[{_KLINKERS}]")
#: patterns for breaking lines never leave one letter alone, so they miss «o-ver» and «radi-o»; these two count it
_BEGIN = re.compile(rf"[{_KLINKERS}](?:[^\W{_KLINKERS}]|[bcdfgkptv][lr]|ch)[{_KLINKERS}]")
_EIND = re.compile(r"(?:[iu][oa]|eo)\Z")
#: a longer run of letters is no word; it is cut off before it is counted
_LANGSTE = 60


@lru_cache(maxsize=50_000)
def syllables(woord: str) -> int:
    """How many syllables a word has when it is read aloud; at least 1. *woord* is one word, of any case."""
    woord = woord.casefold()[:_LANGSTE]
    if len(_KLINKER.findall(woord)) < 2:
        return 1
    grepen = 1 + sum(1 for plek in _positions()(woord) if 0 < plek < len(woord))
    return grepen + bool(_BEGIN.match(woord)) + bool(_EIND.search(woord))


def reading_ease(zinnen: Sequence[Sequence[str]]) -> float:
    """Flesch-Douma over sentences of words: 206.84 − 77 × syllables/word − 0.93 × words/sentence.

    About 100 is very easy, 0 very hard; it may be lower or higher. There must be a word.
    """
    woorden = [woord for zin in zinnen for woord in zin]
    grepen = sum(map(syllables, woorden))
    return 206.84 - 77 * grepen / len(woorden) - 0.93 * len(woorden) / len(zinnen)


@cache
def _positions() -> Callable[[str], list[int]]:
    import pyphen

    return pyphen.Pyphen(lang="nl_NL").positions  # type: ignore[no-any-return]
