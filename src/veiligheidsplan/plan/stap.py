"""One step (*stap*) of the conversation: what is asked now, in what form. A prompt is one view of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Stapsoort = Literal["keuze", "meerkeuze", "schaal", "getal", "datum", "tijd", "tekst", "mededeling"]
#  what an answer to a step can be: code, codes, whole number, date, «HH:MM», text; ``None`` only where not
# ``verplicht``
Waarde = str | int | date | tuple[str, ...] | None

#: which of the two views is on the screen: what anyone in the room may see, or what the professional works with
Zichtkant = Literal["aan_tafel", "werkscherm"]
Bewegingsoort = Literal[
    "terug", "overzicht", "wissel", "iemand_erbij", "nu_gevaar", "slot", "stoppen", "naar", "verder"
]


@dataclass(frozen=True, slots=True)
class Beweging:
    """What a person did instead of answering (*beweging*). ``naar`` is a step id, for ``soort`` *naar* only.

    *wissel* goes to the other view; *slot* locks the screen; *verder* goes to the first open step.
    """

    soort: Bewegingsoort
    naar: str | None = None


@dataclass(frozen=True, slots=True)
class MetToelichting:
    """An answer with a note of the professional at it (*toelichting*), for professionals only."""

    waarde: Waarde
    toelichting: str


#: what comes back from a screen for one step
Reactie = Waarde | Beweging | MetToelichting


@dataclass(frozen=True, slots=True)
class Keuze:
    """One possible answer: the code that is stored, and the words on screen."""

    code: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Stap:
    """What is asked now.

    ``id`` is stable over interruptions. ``pad`` is where the answer stands in an answers file. ``sectie`` is the
    heading; ``inleiding`` is shown once before the first step of a section. For ``keuze`` the extra answers
    *weet niet* and *wil niet zeggen* are already among ``keuzes``; for other kinds they are in ``bijzonder``.
    ``mededeling`` shows ``tekst`` and waits for Enter; its value is ``None``.
    """

    id: str
    soort: Stapsoort
    tekst: str
    sectie: str
    pad: tuple[str | int, ...] = ()
    inleiding: str | None = None
    hulp: str | None = None
    keuzes: tuple[Keuze, ...] = ()
    bijzonder: tuple[Keuze, ...] = ()
    van: int | None = None
    tot: int | None = None
    uitersten: tuple[tuple[int, str], ...] = ()
    verplicht: bool = True
    geen_van_deze: bool = False
    standaard: Waarde = None
    meer_regels: bool = False
    nummer: tuple[int, int] | None = None  # (3, 8): question 3 of 8
    #: «is there another?»: in an answers file the answer is ja when ``pad`` exists there
    volgt_uit_bestand: bool = False
    #: a date before today is a slip of the pen
    niet_voor_vandaag: bool = False
    #: it asks when something happened: a date that has not come yet does not fit
    al_geweest: bool = False
    #: may stand on a screen that anyone in the room can read. Default deny
    tafel: bool = False
    #: where ``standaard`` comes from, in words («uit de vorige ronde»); ``None``: this is its own earlier answer
    herkomst: str | None = None
    #: the note that stands at this answer now
    toelichting: str | None = None
