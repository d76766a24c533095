"""At the keyboard: the terminal as the one who answers, and what is said when the person stops."""

from __future__ import annotations

from datetime import date

from veiligheidsplan.app.dossierkast import VERLOPEN_NA, Dossierkast
from veiligheidsplan.app.vraag_af import Controle, into, run
from veiligheidsplan.cli.ask import ask
from veiligheidsplan.cli.faults import Onderbroken
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.gebeurtenis import Feit
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stap import Stap, Waarde


class Toetsenbord:
    """Answers come from a person in a terminal."""

    def __init__(self, *, eenvoudig: bool, vandaag: date) -> None:
        self._eenvoudig = eenvoudig
        self._vandaag = vandaag

    def answer(self, stap: Stap, controle: Controle) -> Waarde:
        return ask(stap, controle=controle, eenvoudig=self._eenvoudig, vandaag=self._vandaag)


def converse(kast: Dossierkast, id_: str, d: Dossier, o: Omgeving, *, eenvoudig: bool) -> Dossier:
    """Go on with the conversation to its end. Stopping loses nothing and says how to go on."""
    schrijf = into(kast, id_)

    def write(staat: Dossier, feiten: tuple[Feit, ...]) -> Dossier:
        kast.kluis.houd_vast(id_, kast.klok(), VERLOPEN_NA)
        return schrijf(staat, feiten)

    kast.kluis.houd_vast(id_, kast.klok(), VERLOPEN_NA)
    try:
        return run(d, o, Toetsenbord(eenvoudig=eenvoudig, vandaag=o.vandaag), write)
    except (KeyboardInterrupt, EOFError) as einde:
        raise Onderbroken(f"\nAlles is bewaard. Ga verder met: veiligheidsplan hervat {id_}") from einde
    finally:
        kast.kluis.laat_los(id_)
