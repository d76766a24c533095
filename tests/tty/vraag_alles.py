"""Stelt elke soort vraag in een echte terminal en schrijft de antwoorden als één regel JSON naar stdout."""

from __future__ import annotations

import json
import sys
from datetime import date

from veiligheidsplan.cli import faults, streams
from veiligheidsplan.cli.ask import ask
from veiligheidsplan.plan.stap import Keuze, Stap

JA_NEE = (Keuze("ja", "Ja"), Keuze("nee", "Nee"), Keuze("weet_niet", "Weet ik niet"))
VEEL = tuple(Keuze(f"g{n}", f"Gemeente nummer {n} met een lange naam die doorloopt") for n in range(40))
VRAGEN = (
    Stap("1", "mededeling", "Bel 112 bij direct gevaar.", "Begin"),
    Stap("2", "keuze", "Is er nu gevaar?", "Nu", keuzes=JA_NEE, nummer=(1, 6), hulp="Uitleg bij gevaar."),
    Stap("3", "meerkeuze", "Welke vormen?", "Nu", keuzes=JA_NEE, geen_van_deze=True, nummer=(2, 6)),
    Stap("4", "schaal", "Welk cijfer?", "Nu", van=0, tot=10, nummer=(3, 6)),
    Stap("5", "datum", "Wanneer?", "Nu", nummer=(4, 6)),
    Stap("6", "tijd", "Hoe laat?", "Nu", nummer=(5, 6)),
    Stap("7", "tekst", "Wat ziet u?", "Nu", meer_regels=True, nummer=(6, 6)),
    Stap("8", "keuze", "Welke gemeente?", "Waar", keuzes=VEEL),
)


def main() -> int:
    """Exit code as the program gives it."""
    antwoorden = []
    for vraag in VRAGEN:
        waarde = ask(vraag, vandaag=date(2026, 11, 24), eenvoudig="--eenvoudig" in sys.argv)
        antwoorden.append(waarde.isoformat() if isinstance(waarde, date) else waarde)
    sys.stdout.write(json.dumps(antwoorden) + "\n")
    return 0


if __name__ == "__main__":
    streams.prepare()
    sys.exit(faults.guard(main))
