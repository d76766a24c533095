"""At the keyboard: the terminal as the one who answers, and what is said when the conversation stops."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.app.vraag_af import Controle, into, run
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.ask import ask, can_draw
from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.faults import Mislukt, Onderbroken
from veiligheidsplan.cli.gevaar import show_danger
from veiligheidsplan.cli.kluis import in_sentences
from veiligheidsplan.cli.onderbreken import ignore_stops
from veiligheidsplan.cli.overzicht import choose_line
from veiligheidsplan.cli.pauze import show_neutral, wipe
from veiligheidsplan.cli.screens import say, show
from veiligheidsplan.cli.slot import check_of, hold_locked
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.overzicht import Overzichtsregel
from veiligheidsplan.plan.stap import Beweging, Reactie, Stap, Zichtkant

#: the option of ``hervat`` that asks again who is there
NIEUWE_ZITTING = "--nieuwe-zitting"


@dataclass(frozen=True, slots=True)
class Tafel:
    """One sitting with one dossier: the cabinet, what surrounds it, and the screen. A ``Gesprekspartner``."""

    kast: Dossierkast
    id: str
    o: Omgeving
    eenvoudig: bool = False
    map_: Path | None = None
    beeld: Beeld = field(default_factory=Beeld)

    def __post_init__(self) -> None:
        self.beeld.eenvoudig = self.eenvoudig or not can_draw()

    def answer(self, stap: Stap, controle: Controle | None = None) -> Reactie:
        """The person's answer to this step, or what they did instead."""
        uit = ask(stap, controle=controle, vandaag=self.o.vandaag, beeld=self.beeld)
        if not isinstance(uit, Beweging) and stap.soort != "mededeling":
            self.beeld.bewaard = True  # the engine saves it before it asks anything else
        return uit

    def choose(self, regels: tuple[Overzichtsregel, ...], nu: str | None) -> str | None:
        """The step to jump to from the overview."""
        return choose_line(self.beeld, regels, nu)

    def switched(self, kant: Zichtkant) -> None:
        """The other view comes now; nothing of this one stays in sight."""
        if kant != self.beeld.kant:
            wipe(self.beeld)
        self.beeld.switched(kant)

    def tell(self, zin: str) -> None:
        """One line, above the next question."""
        self.beeld.meldingen.append(zin)

    def danger(self) -> None:
        """*Nu gevaar*: whom to call."""
        show_danger(self.beeld)

    def joined(self) -> None:
        """*Iemand erbij*: at once a page that says nothing."""
        self.beeld.company()
        show_neutral(self.beeld)

    def lock(self) -> None:
        """*Slot*: returns when unlocked."""
        wipe(self.beeld)
        hold_locked(self.beeld, check_of(self.map_))

    def menu(self, stap: Stap) -> str | None:
        """The code that was chosen in a menu outside the conversation; ``None`` for *terug*."""
        while True:
            uit = self.answer(stap)
            if not isinstance(uit, Beweging):
                return str(uit)
            if uit.soort == "stoppen":
                raise KeyboardInterrupt
            if uit.soort == "nu_gevaar":
                self.danger()
            elif uit.soort == "slot":
                self.lock()
            else:
                self.beeld.wacht = (
                    None if uit.soort == "terug" else uit
                )  # for the engine, at its next question
                return None

    def result(self, tekst: str) -> None:
        """A result such as the path of a copy: on the screen now, and on stdout."""
        if self.beeld.eenvoudig:
            show(tekst)
        else:
            self.tell(tekst)
            self.beeld.daarna.append(tekst)

    def page(self, titel: str, tekst: str) -> None:
        """A text to read, such as a plan; on stdout where nobody reads a screen."""
        if self.beeld.eenvoudig:
            say()
            say(titel)
            show(tekst)
        else:
            from veiligheidsplan.cli.venster import read

            soort, uit = read(self.beeld, titel, [("", tekst)])
            if soort == "daad" and uit not in ("uitleg", "notitie", "terug"):
                self.beeld.wacht = Beweging(uit)

    def einde(self) -> None:
        """How to go on another day, when the screen of the sitting has closed."""
        if self.beeld.eenvoudig:
            say_go_on(self)
        else:
            self.beeld.klaar = True

    def converse(self, d: Dossier, *, hervat: bool = False, naar: str | None = None) -> Dossier:
        """Go on with the conversation to its end; every answer is durable before the next question.

        *hervat*: we come back to it, so who is there is asked first. *naar*: begin at this step.
        """
        self.beeld.bewaard = self.beeld.bewaard or hervat
        return run(d, self.o, self, into(self.kast, self.id), hervat=hervat, naar=naar)

    @property
    def go_on(self) -> str:
        """The command that goes on with this dossier, ready to copy."""
        return resume_command(self.id, self.map_, eenvoudig=self.eenvoudig, opdracht=self.beeld.opdracht)


def resume_command(id_: str, map_: Path | None, *, eenvoudig: bool = False, opdracht: str = "hervat") -> str:
    """``veiligheidsplan hervat …`` with the folder that was named."""
    return _command(opdracht, id_, map_, *(["--eenvoudig"] if eenvoudig else []))


def show_command(id_: str, map_: Path | None) -> str:
    """``veiligheidsplan toon …``, likewise."""
    return _command("toon", id_, map_)


def copy_command(id_: str, map_: Path | None) -> str:
    """``veiligheidsplan exporteer … --voorlopig``, likewise: what was agreed so far, for everyone who takes part."""
    return _command("exporteer", id_, map_, "--voor", "gezamenlijk", "--voorlopig", "--naar", "voorlopig.pdf")


def _command(opdracht: str, id_: str, map_: Path | None, *rest: str) -> str:
    map_delen = [] if map_ is None else ["--map", str(map_)]
    delen = ["veiligheidsplan", opdracht, id_, *map_delen, *rest]
    return subprocess.list2cmdline(delen) if os.name == "nt" else shlex.join(delen)


@contextmanager
def seated(t: Tafel) -> Iterator[None]:
    """Inside it the dossier is open here alone. Stopping loses no answer and says how to go on."""
    t.kast.hold(t.id)
    try:
        with _drawn(t):
            yield
    except (KeyboardInterrupt, EOFError):
        raise stopped(t) from None
    except OSError as fout:
        if fout.errno != errno.EIO:  # EIO: the terminal itself is gone
            raise
        raise stopped(t) from None
    except BevindingenFout as fout:
        raise Mislukt(f"\n{in_sentences(fout)}\nGa daarna verder met: {t.go_on}") from None
    finally:
        t.kast.let_go(t.id)


@contextmanager
def _drawn(t: Tafel) -> Iterator[None]:
    """The second screen of a full terminal; what must stay is said again when it closes."""
    try:
        with _screen(t.beeld):
            yield
    finally:
        for regel in t.beeld.daarna:
            show(regel)
    if t.beeld.klaar:
        say_go_on(t)


def _screen(b: Beeld) -> AbstractContextManager[None]:
    if b.eenvoudig:
        return nullcontext()
    from veiligheidsplan.cli.volscherm import full_screen

    return full_screen(b)


def stopped(t: Tafel) -> Onderbroken:
    """The last lines of a sitting that was stopped: nothing of them depends on what was said."""
    ignore_stops()
    return Onderbroken("\n" + "\n".join([f"Elk antwoord is bewaard. Ga verder met: {t.go_on}", *_also(t)]))


def _also(t: Tafel) -> list[str]:
    if t.beeld.opdracht != "hervat":
        return []
    return [
        f"Zijn er dan andere mensen bij? Zet er dan achter: {NIEUWE_ZITTING}",
        f"Wat nu is afgesproken, op papier: {copy_command(t.id, t.map_)}",
    ]


def say_go_on(t: Tafel) -> None:
    """The last lines of a sitting."""
    say("Elk antwoord is bewaard. Later verdergaan kan met:")
    say_command(t.go_on)
    for regel in _also(t):
        say_command(regel, inspringen="")


def say_command(opdracht: str, *, inspringen: str = "  ") -> None:
    """A command on a line of its own, never broken, so that it can be copied."""
    sys.stderr.write(f"{inspringen}{clean(opdracht, regels=False)}\n")
    sys.stderr.flush()
