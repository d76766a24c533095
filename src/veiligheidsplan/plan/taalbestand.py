"""Fixed texts in another language (*taalbestand*), and the dictionary that comes of them. Texts are data.

A file maps a Dutch text as it stands in the template to its translation. A text that was changed since is another key:
so an old translation is never shown beside a new sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, Final, Literal

from pydantic import Field

from veiligheidsplan.instrument.model import Model
from veiligheidsplan.plan.woorden import DAGEN, MAANDEN, fill

_OPENING: Final = re.compile(r"\{([a-z_]+)\}")
_DATUM: Final = re.compile(
    rf"(?:({'|'.join(DAGEN)}) )?(\d{{1,2}}) ({'|'.join(MAANDEN)}) (\d{{4}})(?:, (\d\d)\.(\d\d) uur)?",
    re.ASCII,
)
_ZONDER_LETTERS: Final = re.compile(r"[^\W\d_]")
#: what an opening can hold, by its name
_VORM: Final = {
    "nummer": r"\d{1,4}",
    "versie": r"\d+\.\d+\.\d+",
    "datum": rf"(?:(?:{'|'.join(DAGEN)}) )?\d{{1,2}} (?:{'|'.join(MAANDEN)}) \d{{4}}",
}
_IETS: Final = r".{1,300}?"
#: a sentence with fewer letters of its own («{door} over {over}») could be anything that a person wrote
_EIGEN_LETTERS: Final = 5


class Kalender(Model):
    """How a day is said. ``datum`` has the openings dag, nummer, maand and jaar; ``tijd`` has uur and minuut."""

    dagen: Annotated[tuple[str, ...], Field(min_length=7, max_length=7)]
    maanden: Annotated[tuple[str, ...], Field(min_length=12, max_length=12)]
    met_dag: str
    datum: str
    tijd: str


class Taalbestand(Model):
    """One ``vertalingen/<taal>.yaml`` beside a template."""

    formaat: Literal[1]
    taal: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    naam: str
    status: Literal["concept", "gecontroleerd"]
    vertaler: str
    gecontroleerd_door: str | None = None
    datum: date | None = None
    kalender: Kalender
    teksten: dict[str, str]

    @property
    def approved(self) -> bool:
        """Whether a named reader, who is not the translator, approved it on a day."""
        wie = " ".join((self.gecontroleerd_door or "").split()).casefold()
        zelf = " ".join(self.vertaler.split()).casefold()
        return self.status == "gecontroleerd" and bool(wie) and wie != zelf and self.datum is not None


@dataclass(frozen=True)
class Woordenboek:
    """The translations of one language: of the template, of instruments beside it, and how days are said."""

    bestand: Taalbestand
    teksten: Mapping[str, str] = field(default_factory=dict)

    @property
    def taal(self) -> str:
        """The code of the language."""
        return self.bestand.taal

    def translation(self, tekst: str) -> str | None:
        """What this fixed text says in the other language, line by line; ``None`` for what a person wrote."""
        heel = self._one(tekst)
        if heel is not None:
            return heel
        regels = [self._line(regel) for regel in tekst.split("\n")]
        gezegd = [regel for regel in regels if regel is not None]
        return "\n".join(gezegd) if gezegd else None

    def _line(self, regel: str) -> str | None:
        regel = regel.strip()
        return self._one(regel) or self._date(regel) or self._pattern(regel) or self._label(regel)

    def _one(self, tekst: str) -> str | None:
        return self.teksten.get(" ".join(tekst.split())) or None

    def _date(self, tekst: str) -> str | None:
        gevonden = _DATUM.fullmatch(tekst)
        if gevonden is None:
            return None
        dag, nummer, maand, jaar, uur, minuut = gevonden.groups()
        k = self.bestand.kalender
        waarden = {"nummer": nummer, "maand": k.maanden[MAANDEN.index(maand)], "jaar": jaar}
        if dag:
            waarden["dag"] = k.dagen[DAGEN.index(dag)]
        gezegd = fill(k.met_dag if dag else k.datum, waarden)
        return f"{gezegd}, {fill(k.tijd, {'uur': uur, 'minuut': minuut})}" if uur else gezegd

    def _pattern(self, tekst: str) -> str | None:
        """A sentence with openings; what fills them is translated where it can be, and stays as it is elsewhere."""
        for patroon, vertaling in self._patterns:
            gevonden = patroon.fullmatch(tekst)
            if gevonden is not None:
                gevuld = gevonden.groupdict().items()
                waarden = {n: self._one(w) or self._date(w) or self._pattern(w) or w for n, w in gevuld}
                return fill(vertaling, waarden)
        return None

    def _label(self, tekst: str) -> str | None:
        """«Noodnummer: 112»: a fixed word with something that is the same in every language."""
        kop, dubbel, rest = tekst.rpartition(": ")
        vertaling = self._one(kop)
        if not dubbel or vertaling is None or _ZONDER_LETTERS.search(rest):
            return None
        return f"{vertaling}: {rest}"

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The sentence with the most words of its own first: «Actie 2, voor …» is not «Actie {nummer}»."""
        open_ = [nl for nl in self.teksten if _is_pattern(nl)]
        open_.sort(key=lambda nl: len(_OPENING.sub("", nl)), reverse=True)
        return tuple((_as_pattern(nl), self.teksten[nl]) for nl in open_)


def openings(teksten: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """What the texts with openings look like when something fills them."""
    return tuple(_as_pattern(nl) for nl in sorted(teksten) if _is_pattern(nl))


def _is_pattern(nl: str) -> bool:
    return bool(_OPENING.search(nl)) and sum(map(str.isalpha, _OPENING.sub("", nl))) >= _EIGEN_LETTERS


def _as_pattern(nl: str) -> re.Pattern[str]:
    """A sentence with openings as an expression; each opening takes at least one character, on one line."""
    gezien: set[str] = set()
    uit = ""
    einde = 0
    for opening in _OPENING.finditer(nl):
        naam = opening[1]
        uit += re.escape(nl[einde : opening.start()])
        uit += rf"(?P={naam})" if naam in gezien else rf"(?P<{naam}>{_VORM.get(naam, _IETS)})"
        gezien.add(naam)
        einde = opening.end()
    return re.compile(uit + re.escape(nl[einde:]))
