"""What is shipped: the paths and plain values that the tests in this folder look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from veiligheidsplan.loading.yaml_source import read_file

WORTEL = Path(__file__).resolve().parents[2]
INSTRUMENTEN = sorted(pad.parent for pad in (WORTEL / "instrumenten").glob("*/instrument.yaml"))
REGIO = WORTEL / "regio"
PAGINAS = sorted((WORTEL / "docs" / "voor-professionals").glob("*.md"))


def read_values(pad: Path) -> Any:
    """The plain values of a shipped YAML file; a finding in one of ours is a failing test."""
    return read_file(pad).checked().waarde


def texts(waarde: Any, sleutels: frozenset[str], pad: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """``(place, text)`` of every text below one of *sleutels*, in file order."""
    if isinstance(waarde, dict):
        for sleutel, kind in waarde.items():
            hier = (*pad, str(sleutel))
            if sleutel in sleutels:
                yield from _leaves(kind, hier)
            else:
                yield from texts(kind, sleutels, hier)
    elif isinstance(waarde, list):
        for n, kind in enumerate(waarde):
            yield from texts(kind, sleutels, (*pad, str(n)))


def _leaves(waarde: Any, pad: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(waarde, str):
        yield ".".join(pad), waarde
    elif isinstance(waarde, dict):
        for sleutel, kind in waarde.items():
            yield from _leaves(kind, (*pad, str(sleutel)))


def sentences(tekst: str) -> list[str]:
    """The sentences of a text, without their final mark."""
    return [zin.strip() for zin in re.split(r"[.!?:](?:\s+|$)", tekst) if zin.strip()]


def phone_numbers(tekst: str) -> set[str]:
    """Everything in a text that looks like a Dutch service number: 112, 113, 0800-…, 0900-…."""
    return set(re.findall(r"\b11[0-9]\b|\b0[89]00-?\s?[0-9]{4}\b", tekst))


def paragraphs(pagina: str) -> list[str]:
    """The paragraphs and list items of a Markdown page, each on one line; no code, tables or marks."""
    zonder_code = re.sub(r"```.*?```", "", pagina, flags=re.DOTALL)
    regels = [regel for regel in zonder_code.splitlines() if not regel.startswith("|")]
    begin = r"\n\s*\n|\n\s*(?=[-#>] |#+ |\d+\. )"
    delen = re.split(begin, "\n".join(regels))
    return [
        re.sub(r"^(?:[-#>]+|\d+\.)\s+", "", re.sub(r"\s+", " ", deel)).replace("**", "") for deel in delen
    ]
