"""At the keyboard: the terminal as the one who answers, and what is said when the conversation stops."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.vraag_af import Controle, into, run
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.ask import ask
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.faults import Mislukt, Onderbroken
from veiligheidsplan.cli.kluis import in_sentences
from veiligheidsplan.cli.onderbreken import ignore_stops
from veiligheidsplan.cli.screens import say
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stap import Stap, Waarde


@dataclass(frozen=True, slots=True)
class Tafel:
    """One sitting with one dossier: the cabinet, what surrounds it, and how questions are shown."""

    kast: Dossierkast
    id: str
    o: Omgeving
    eenvoudig: bool = False
    map_: Path | None = None

    def answer(self, stap: Stap, controle: Controle | None = None) -> Waarde:
        """The person's answer to this step."""
        return ask(stap, controle=controle, eenvoudig=self.eenvoudig, vandaag=self.o.vandaag)

    def converse(self, d: Dossier) -> Dossier:
        """Go on with the conversation to its end; every answer is durable before the next question."""
        return run(d, self.o, self, into(self.kast, self.id))

    @property
    def go_on(self) -> str:
        """The command that goes on with this dossier, ready to copy."""
        return resume_command(self.id, self.map_, eenvoudig=self.eenvoudig)


def resume_command(id_: str, map_: Path | None, *, eenvoudig: bool = False) -> str:
    """``veiligheidsplan hervat …`` with the folder that was named."""
    return _command("hervat", id_, map_, *(["--eenvoudig"] if eenvoudig else []))


def show_command(id_: str, map_: Path | None) -> str:
    """``veiligheidsplan toon …``, likewise."""
    return _command("toon", id_, map_)


def _command(opdracht: str, id_: str, map_: Path | None, *rest: str) -> str:
    map_delen = [] if map_ is None else ["--map", str(map_)]
    delen = ["veiligheidsplan", opdracht, id_, *map_delen, *rest]
    return subprocess.list2cmdline(delen) if os.name == "nt" else shlex.join(delen)


@contextmanager
def seated(t: Tafel) -> Iterator[None]:
    """Inside it the dossier is open here alone. Stopping loses no answer and says how to go on."""
    t.kast.hold(t.id)
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        raise _stopped(t) from None
    except OSError as fout:
        if fout.errno != errno.EIO:  # EIO: the terminal itself is gone
            raise
        raise _stopped(t) from None
    except BevindingenFout as fout:
        raise Mislukt(f"\n{in_sentences(fout)}\nGa daarna verder met: {t.go_on}") from None
    finally:
        t.kast.let_go(t.id)


def _stopped(t: Tafel) -> Onderbroken:
    ignore_stops()
    return Onderbroken(f"\nElk antwoord is bewaard. Ga verder met: {t.go_on}")


def say_go_on(t: Tafel) -> None:
    """The last line of a sitting."""
    say("Elk antwoord is bewaard. Later verdergaan kan met:")
    say_command(t.go_on)


def say_command(opdracht: str) -> None:
    """A command on a line of its own, never broken, so that it can be copied."""
    sys.stderr.write(f"  {clean(opdracht, regels=False)}\n")
    sys.stderr.flush()
