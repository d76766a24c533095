"""What the checks of references need to know of an instrument (*feiten*), from plain values that may still
be wrong.

``None`` stands for *not known, because something else is wrong there*: no check says anything about that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from veiligheidsplan.instrument.vraag import SOORTEN, Antwoord
from veiligheidsplan.loading.verslag import Spoor

_ANTWOORD: Final = Antwoord.model_fields.keys()


def block(waarde: Any) -> dict[str, Any]:
    """The block, or an empty one where something else stands."""
    return waarde if waarde.__class__ is dict else {}


def items(waarde: Any) -> list[Any]:
    """The list, or an empty one where something else stands."""
    return waarde if waarde.__class__ is list else []


@dataclass(slots=True)
class Vraagfeit:
    """One question: its kind, its answers by code, whether it is scored, its place in the file and in the
    order."""

    soort: str | None
    antwoorden: dict[str, Any] | None
    scoort: bool | None
    onderdeel: str
    spoor: Spoor
    volgorde: int
    rauw: dict[str, Any]


class Feiten:
    """The questions, onderdelen, scales and levels of one instrument, by id."""

    def __init__(self, instrument: dict[str, Any]) -> None:
        self.instrument = instrument
        self.niveaus = {naam: rang for rang, naam in enumerate(block(instrument.get("niveaus")))}
        self.bronnen = block(instrument.get("bronnen"))
        self.schalen = block(instrument.get("schalen"))
        self.onderdelen = block(instrument.get("onderdelen"))
        self.vragen: dict[str, Vraagfeit] = {}
        self._lijsten = block(instrument.get("antwoordlijsten"))
        self._scorend = {naam: _has_points(lijst) for naam, lijst in self._lijsten.items()}
        for deel, inhoud in self.onderdelen.items():
            pad: Spoor = (((None, "onderdelen"), deel), "vragen")
            for naam, rauw in block(block(inhoud).get("vragen")).items():
                self.vragen.setdefault(naam, self._question(deel, (pad, naam), rauw))

    def _question(self, deel: str, spoor: Spoor, rauw: Any) -> Vraagfeit:
        rauw = block(rauw)
        soort = rauw.get("type", "keuze")
        soort = soort if soort.__class__ is str and soort in SOORTEN else None
        antwoorden: dict[str, Any] | None = None
        scoort: bool | None = None
        if soort in ("keuze", "meerkeuze"):
            antwoorden, scoort = self._answers(rauw.get("antwoorden"))
        elif soort is not None:
            scoort = soort == "schaal" or (soort == "getal" and bool(rauw.get("punten_vanaf")))
            if not scoort and not rauw.keys() <= SOORTEN[soort].model_fields.keys():
                scoort = None
        return Vraagfeit(soort, antwoorden, scoort, deel, spoor, len(self.vragen), rauw)

    def _answers(self, antwoorden: Any) -> tuple[dict[str, Any] | None, bool | None]:
        if antwoorden.__class__ is dict:
            return antwoorden, _has_points(antwoorden)
        if antwoorden.__class__ is str and antwoorden in self._lijsten:
            lijst = self._lijsten[antwoorden]
            return (lijst if lijst.__class__ is dict else None), self._scorend[antwoorden]
        return None, None

    @cached_property
    def telbaar(self) -> set[str]:
        """What a scale may count: onderdelen, questions and scales."""
        return {*self.onderdelen, *self.vragen, *self.schalen}

    @property
    def lijsten(self) -> dict[str, Any]:
        """The shared answer lists."""
        return self._lijsten

    def questions_of(self, deel: str) -> list[str]:
        """The ids of the questions of an onderdeel, in file order."""
        return [naam for naam in block(block(self.onderdelen.get(deel)).get("vragen")) if naam in self.vragen]


def _has_points(antwoorden: Any) -> bool | None:
    """Whether one of the answers has points; not known where a list or an answer has another shape."""
    if antwoorden.__class__ is not dict:
        return None
    if any(block(a).get("punten") is not None for a in antwoorden.values()):
        return True
    vreemd = any(a.__class__ is not dict or not a.keys() <= _ANTWOORD for a in antwoorden.values())
    return None if vreemd else False
