"""``veiligheidsplan instrument uitleg CODE``: what a code means, with a wrong and a right example.

Each code has one text file in ``uitleg/``; nothing else says what a code means to a trainer.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

import typer

from veiligheidsplan.bevinding import nearest
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.screens import show

Code = Annotated[
    str | None,
    typer.Argument(metavar="CODE", help="De code tussen haken, bijvoorbeeld VP206. Zonder code: alle codes."),
]
_MAP = files("veiligheidsplan.cli") / "uitleg"


def commando(code: Code = None) -> int:
    """Show the explanation of one code, or the list of all."""
    bekend = codes()
    if code is None:
        show("\n".join(f"{naam}  {titel}" for naam, titel in bekend.items()))
        return 0
    naam = code.strip("[]").upper()
    if naam not in bekend:
        lijkt = nearest(naam, bekend)
        tip = f" Bedoelt u {lijkt}?" if lijkt else ""
        raise Mislukt(
            f"De code «{code}» bestaat niet.{tip} «veiligheidsplan instrument uitleg» noemt alle codes."
        )
    show(f"{naam}  {explanation(naam)}".rstrip("\n"))
    return 0


def codes() -> dict[str, str]:
    """Every code with its title, sorted."""
    namen = sorted(deel.name.removesuffix(".txt") for deel in _MAP.iterdir() if deel.name.endswith(".txt"))
    return {naam: explanation(naam).split("\n", 1)[0] for naam in namen}


def explanation(code: str) -> str:
    """The whole text of a code that exists."""
    return (_MAP / f"{code}.txt").read_text(encoding="utf-8")
