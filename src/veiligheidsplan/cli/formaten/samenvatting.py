"""The summary of a step on GitHub (*samenvatting*): one table of HTML, so that no text in it is Markdown."""

from __future__ import annotations

import html
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from veiligheidsplan.bevinding import Bevinding, Plaats
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.formaten.plek import in_repository, title, whole
from veiligheidsplan.cli.render import count_line, in_order

#: GitHub refuses more than 1 MiB of summary per step
_MEESTE_BYTES = 900_000


def findings(bevindingen: Sequence[Bevinding], kop: str) -> str:
    """A heading with the count, and a row per finding: what, where, and what to do."""
    rijen = [
        (f"{b.ernst.value} {title(b.code)}", place(b.plaats), b.uitleg, b.suggestie or "")
        for b in in_order(bevindingen)
    ]
    return table(f"{kop}: {count_line(bevindingen)}", ("Wat", "Waar", "Uitleg", "Wat te doen"), rijen)


def place(plaats: Plaats | None) -> str:
    """``file:line``, from the top of the repository."""
    return f"{in_repository(plaats.bestand)}:{plaats.regel}" if plaats else ""


def table(kop: str, koppen: Sequence[str], rijen: Sequence[Sequence[str]]) -> str:
    """A heading and a table; the rows that do not fit are counted in a last line."""
    delen = [f"<h2>{_text(kop)}</h2>\n"]
    if not rijen:
        return delen[0] + "\n"
    delen.append(f"<table>\n{_row('th', koppen)}")
    lengte = 0
    over = len(rijen)
    for rij in rijen:
        regel = _row("td", rij)
        lengte += len(regel.encode())
        if lengte > _MEESTE_BYTES:
            break
        delen.append(regel)
        over -= 1
    slot = f"<p>En nog {over}; die staan in de uitvoer van deze stap.</p>\n" if over else ""
    return "".join([*delen, "</table>\n", slot, "\n"])


def append(tekst: str) -> None:
    """Add *tekst* to the summary of this step, where there is one. What GitHub cannot take stops no check."""
    bestand = os.environ.get("GITHUB_STEP_SUMMARY")
    if not bestand:
        return
    try:
        with Path(bestand).open("a", encoding="utf-8", newline="\n") as stroom:
            stroom.write(tekst)
    except OSError:
        return


def _row(soort: str, cellen: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{soort}>{_text(cel)}</{soort}>' for cel in cellen)}</tr>\n"


def _text(tekst: str) -> str:
    return html.escape(clean(whole(tekst), regels=False))
