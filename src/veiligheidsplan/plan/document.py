"""Neutral blocks (*blokken*) of a document: what is said, never how it is drawn.

A ``Document`` is made for one recipient by ``plan.kopie``; whatever that recipient may not know is not in it
any more. Every
text here is plain text: a renderer escapes it and never interprets markup, links or files in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Bandsoort = Literal["ouder", "samen", "uit_elkaar", "anders"]
Toon = Literal["gewoon", "nadruk", "waarschuwing"]


class Tweetalig(str):
    """A Dutch text with what it says in another language beside it: ``taal`` is its code (BCP 47).

    It is the Dutch text wherever only a text is asked for. The translation is always beside it, never instead of it.
    """

    __slots__ = ("taal", "vertaling")
    taal: str
    vertaling: str

    def __new__(cls, tekst: str, taal: str, vertaling: str) -> Tweetalig:
        nieuw = super().__new__(cls, tekst)
        nieuw.taal, nieuw.vertaling = taal, vertaling
        return nieuw


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading; ``niveau`` 1 to 3 (the document's own title is not a block)."""

    tekst: str
    niveau: int = 1


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph. Newlines in user text are kept as line breaks."""

    tekst: str
    toon: Toon = "gewoon"


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list; ``genummerd`` for the three actions and the like."""

    punten: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True, slots=True)
class Velden:
    """Label and value, one under the other: a description list (drawn as a two-column table)."""

    rijen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with a header row; ``bijschrift`` says what it shows."""

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    bijschrift: str


@dataclass(frozen=True, slots=True)
class Kader:
    """A framed group of blocks that stays together where it can: an action, whom to call."""

    titel: str
    blokken: tuple[Blok, ...]
    toon: Toon = "gewoon"


@dataclass(frozen=True, slots=True)
class Niveauschaal:
    """A graphic scale for the professional: all levels from least to most, the certain and the possible part.

    ``laagst`` and ``hoogst`` are indexes into ``niveaus``: the level is at least the one and at most the other.
    ``alternatief`` says the same in words (alt text).
    """

    niveaus: tuple[str, ...]
    laagst: int
    hoogst: int
    alternatief: str


@dataclass(frozen=True, slots=True)
class Cijferbalk:
    """Veiligheidscijfers 0-10 side by side: (label, cijfer) each; ``alternatief`` says the same in words."""

    cijfers: tuple[tuple[str, int], ...]
    alternatief: str


@dataclass(frozen=True, slots=True)
class Handtekeningvak:
    """A place for a signature.

    ``veld`` is a neutral field name (``partij-1``) for a digital one, or ``None`` for wet ink. ``rol`` is the title of
    a professional's role, if that says who signs there.
    """

    bijschrift: str
    veld: str | None = None
    rol: str = ""


@dataclass(frozen=True, slots=True)
class Invulveld:
    """A question on paper with room for an answer in ink (*invulveld*).

    ``keuzes`` get a box to tick each; ``schaal`` are values to circle, in order, with the words at its two ends;
    ``regels`` are empty lines to write on. ``uitleg`` is said under the question.
    """

    vraag: str
    nummer: str = ""
    uitleg: tuple[str, ...] = ()
    keuzes: tuple[str, ...] = ()
    schaal: tuple[str, ...] = ()
    uitersten: tuple[str, str] = ("", "")
    regels: int = 0


Plaatjesnaam = Literal["huis", "mensen", "hand", "stop", "rust", "hart", "telefoon", "kalender"]


@dataclass(frozen=True, slots=True)
class Plaatje:
    """A small picture with a sentence beside it. ``alternatief`` says what it shows, for who cannot see it."""

    beeld: Plaatjesnaam
    alternatief: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """What follows begins on a new page: it can be kept apart from what stands before it."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One moment of a trend: between ``laagst`` and ``hoogst`` on the scale; both ``None`` where it is not known.

    ``tekst`` says it in words: «4», «2 tot 6», «weet niet».
    """

    laagst: float | None
    hoogst: float | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Merk:
    """One mark of a scale: the value, and its words."""

    waarde: float
    tekst: str


@dataclass(frozen=True, slots=True)
class Verloop:
    """One line of a trend: of one person in one setting, or of one instrument. Never a mean of more.

    ``punten`` has one for each of ``momenten``. ``merken`` are the marks of the scale, from least to most.
    ``breuken`` are the moments from which another version holds: no line crosses them. ``alternatief`` says all of it
    in words.
    """

    naam: str
    momenten: tuple[str, ...]
    punten: tuple[Punt, ...]
    merken: tuple[Merk, ...]
    alternatief: str
    breuken: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mens:
    """A person in a genogram: name, what stands under it, the row from 0 at the top, and whether it is a child."""

    naam: str
    onder: str
    rij: int
    kind: bool


@dataclass(frozen=True, slots=True)
class Band:
    """What one person is of another, by their places in ``Genogram.mensen``; ``woord`` says it in Dutch."""

    van: int
    met: int
    soort: Bandsoort
    woord: str


@dataclass(frozen=True, slots=True)
class Genogram:
    """Who is what of whom. ``mensen`` stand row by row, from left to right; ``alternatief`` says every relation."""

    mensen: tuple[Mens, ...]
    banden: tuple[Band, ...]
    alternatief: str


@dataclass(frozen=True, slots=True)
class InTaal:
    """Blocks in another language than the document's own: ``taal`` as in BCP 47 (``en``, ``ar``)."""

    taal: str
    blokken: tuple[Blok, ...]


Blok = (
    InTaal
    | Kop
    | Alinea
    | Lijst
    | Velden
    | Tabel
    | Kader
    | Niveauschaal
    | Cijferbalk
    | Verloop
    | Genogram
    | Handtekeningvak
    | Invulveld
    | Plaatje
    | Bladzijde
)


@dataclass(frozen=True, slots=True)
class Letters:
    """The typeface of a template: two whole TrueType files, checked and built anew by who read them."""

    gewoon: bytes = field(repr=False)
    vet: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """House style tokens.

    Colours as ``#rrggbb`` that hold contrast 4.5:1 on white, and the owner's name for the footer.
    """

    eigenaar: str = ""
    accent: str = "#1d4f73"
    tekst: str = "#1a1a1a"
    vlak: str = "#eef3f7"
    waarschuwing: str = "#8a1c1c"
    letters: Letters | None = None  # for our own script; without it, and for other scripts, the program's


@dataclass(frozen=True, slots=True)
class Beeld:
    """A picture (*beeld*): plain pixels, three bytes (red, green, blue) each, row by row from the top.

    Nothing of the file that it came from is left. ``tekst`` says what it shows, for who cannot see it.
    """

    breedte: int
    hoogte: int
    rgb: bytes = field(repr=False)
    tekst: str


@dataclass(frozen=True, slots=True)
class Document:
    """One copy for one recipient.

    ``kenmerk`` is the copy's own random id; ``datum`` is text as printed (7 december 2026).
    """

    titel: str
    kenmerk: str
    datum: str
    datum_iso: str
    blokken: tuple[Blok, ...]
    ondertitel: str = ""
    voettekst: str = ""
    merk: str = ""  # printed on every page, e.g. «Niet uitreiken»
    taal: str = "nl-NL"
    huisstijl: Huisstijl = Huisstijl()
    logo: Beeld | None = None
    groot: bool = False  # large type, for a child
    kaart: bool = False  # a card to cut out: no head, no footer, no page number
