"""Dutch words for values: dates as they are said, names in a row, and filling an opening in a fixed text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def spoken_date(dag: date, *, met_dag: bool = False) -> str:
    """«7 december 2026», or «maandag 7 december 2026»."""
    tekst = f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
    return f"{DAGEN[dag.weekday()]} {tekst}" if met_dag else tekst


def spoken_iso(tekst: str | None, *, met_dag: bool = False) -> str:
    """As ``spoken_date`` for a stored ISO date; empty for ``None``."""
    return spoken_date(date.fromisoformat(tekst), met_dag=met_dag) if tekst else ""


def in_a_row(delen: Sequence[str]) -> str:
    """«Noor, Sam en Bo»."""
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}" if delen else ""


def fill(tekst: str, waarden: Mapping[str, str]) -> str:
    """Fill ``{naam}`` openings of a fixed text in one pass: what is filled in is never read again as an opening."""
    return re.sub(r"\{([a-z_]+)\}", lambda m: waarden.get(m.group(1), m.group(0)), tekst)


def visible(tekst: str) -> bool:
    """Whether a reader sees anything of it: spaces, control characters and invisible signs are nothing."""
    return any(unicodedata.category(teken)[0] not in "CZ" for teken in tekst)
