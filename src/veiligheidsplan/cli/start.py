"""The entry point: finds the command that is asked for and imports that one alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from veiligheidsplan.cli.help import group_help
from veiligheidsplan.cli.register import PROGRAMMA, REGISTER, Groep, Opdracht

HULP = "Van gesprek naar ondertekend veiligheidsplan."


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv* (default that of the process); returns the exit code, see ``faults``."""
    from veiligheidsplan.cli import faults, streams

    # nothing that happens to be installed beside the program gets to see what it reads, and no time to look for it
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    streams.prepare()
    return faults.guard(lambda: dispatch(list(sys.argv[1:] if argv is None else argv)))


def dispatch(args: list[str]) -> int:
    """The exit code of the command that *args* begin with; wrong use raises ``Gebruiksfout``."""
    pad = PROGRAMMA
    keuzes: dict[str, Opdracht] | dict[str, Opdracht | Groep] = REGISTER
    hulp = HULP
    while True:
        woord = args[0] if args else ""
        if not woord or woord in ("--help", "-h"):
            sys.stdout.write(group_help(pad, hulp, keuzes))
            return 0 if woord else 2
        if woord == "--versie" and pad == PROGRAMMA:
            sys.stdout.write(f"{PROGRAMMA} {version()}\n")
            return 0
        gekozen = keuzes.get(woord)
        if gekozen is None:
            return _unknown(woord, pad, list(keuzes))
        pad, args = f"{pad} {woord}", args[1:]
        if isinstance(gekozen, Opdracht):
            from veiligheidsplan.cli.command import run

            return run(pad, gekozen, args)
        keuzes, hulp = gekozen.opdrachten, gekozen.hulp


def version() -> str:
    """The version of the installed package."""
    from importlib import metadata

    return metadata.version(PROGRAMMA)


def _unknown(woord: str, pad: str, bekend: list[str]) -> int:
    from veiligheidsplan.bevinding import nearest
    from veiligheidsplan.cli.clean import clean
    from veiligheidsplan.cli.faults import Gebruiksfout

    soort = "optie" if woord.startswith("-") else "opdracht"
    if soort == "optie":
        bekend = ["--help", "--versie"] if pad == PROGRAMMA else ["--help"]
    lijkt = nearest(woord, bekend)
    tip = f"Bedoelde u «{lijkt}»?" if lijkt else f"Kies uit: {', '.join(bekend)}."
    raise Gebruiksfout(f"De {soort} «{clean(woord, regels=False)}» bestaat niet. {tip}", pad)


if __name__ == "__main__":
    sys.exit(main())
