"""Which typeface design tokens ask for: its name only, since nobody may take a font without a licence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

_MEESTE: Final = 4
_NAAM: Final = ("fontfamily", "lettertype", "typeface")
#: what a browser chooses itself, and no typeface that somebody has a file of
_SOORTEN: Final = frozenset(
    (
        "serif",
        "sans-serif",
        "monospace",
        "cursive",
        "fantasy",
        "math",
        "emoji",
        "inherit",
        "initial",
        "unset",
        "revert",
    )
)


def families(tokens: Mapping[str, Any], resolve: Callable[[Any], Any]) -> tuple[tuple[str, str], ...]:
    """The first real family of every token about a typeface, each once, with the token that asks for it."""
    uit: dict[str, str] = {}
    for naam, waarde in tokens.items():
        if any(woord in _plain(naam) for woord in _NAAM):
            gevonden = _first(resolve(waarde))
        else:
            heel = resolve(waarde)  # a token for a whole text: family, size and weight in one
            gevonden = _first(resolve(heel.get("fontFamily"))) if isinstance(heel, Mapping) else None
        if gevonden and gevonden not in uit:
            uit[gevonden] = naam
        if len(uit) == _MEESTE:
            break
    return tuple(uit.items())


def _plain(naam: str) -> str:
    return "".join(t for t in naam.lower() if t.isalnum())


def _first(waarde: object) -> str | None:
    return next(_names(waarde), None)


def _names(waarde: object) -> Iterator[str]:
    for deel in waarde if isinstance(waarde, list) else [waarde]:
        for stuk in deel.split(",") if isinstance(deel, str) else ():
            naam = "".join(t for t in stuk.strip().strip("'\"").strip() if t.isprintable())[:60]
            laag = naam.lower()
            if laag and laag not in _SOORTEN and not laag.startswith(("ui-", "system-ui", "-", "var(", "{")):
                yield naam
