"""Writes the reference page of the command line (*naslag*) from ``--help`` itself, so that it cannot be wrong."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from veiligheidsplan.cli.register import PROGRAMMA, REGISTER, Groep
from veiligheidsplan.cli.start import dispatch

KOP = """# De opdrachtregel

*Deze bladzijde is gemaakt uit `--help`. Wijzig haar niet met de hand:
`python -m veiligheidsplan.cli.naslag docs/naslag/opdrachtregel.md`.*

De uitkomst (*exit code*) van elke opdracht: 0 goed (waarschuwingen mogen, behalve met `--streng`);
1 een fout, een *nee* of iets wat niet lukte; 2 verkeerd gebruik; 3 een fout in het programma zelf;
130 onderbroken, met alles bewaard.
"""


def reference() -> str:
    """The whole page: one heading and one help text per command."""
    delen = [KOP]
    for woorden in commands():
        titel = " ".join([PROGRAMMA, *woorden])
        delen.append(f"## {titel}\n\n```text\n{_help(woorden)}```\n")
    return "\n".join(delen)


def commands() -> Iterator[list[str]]:
    """The words of the program itself, of every group and of every command."""
    yield []
    for naam, wat in REGISTER.items():
        if isinstance(wat, Groep):
            yield [naam]
            yield from ([naam, onder] for onder in wat.opdrachten)
        else:
            yield [naam]


def _help(woorden: list[str]) -> str:
    uit = io.StringIO()
    with contextlib.redirect_stdout(uit):
        dispatch([*woorden, "--help"])
    return uit.getvalue()


def main(pad: str) -> int:
    """Write the page to *pad*."""
    Path(pad).write_text(reference(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
