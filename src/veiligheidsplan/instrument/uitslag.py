"""The outcome (*uitslag*) of scoring one instrument; its JSON is that of ``instrument scoor``."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainSerializer


def number_to_json(waarde: Fraction | None) -> int | float | None:
    """A whole score is an integer in JSON, another a number."""
    if waarde is None:
        return None
    return int(waarde) if waarde.denominator == 1 else float(waarde)


#: an exact score
Score = Annotated[Fraction, PlainSerializer(number_to_json, return_type=Any)]


class Schaaluitslag(BaseModel):
    """The outcome of one scale. ``score`` and ``niveau`` are ``None`` while they are not one value."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    score: Score | None
    laagst: Score | None
    hoogst: Score | None
    niveau: str | None
    niveau_laagst: str | None
    niveau_hoogst: str | None
    ontbrekend: tuple[str, ...] = ()
    beslissend: tuple[str, ...] = ()
    exact: bool = True


class Uitslag(BaseModel):
    """The outcome of an instrument for one set of answers. ``model_dump(mode="json")`` is the published JSON."""

    model_config = ConfigDict(frozen=True)

    instrument: str
    versie: str
    schalen: dict[str, Schaaluitslag]
    signalen: tuple[str, ...] = ()
    signalen_mogelijk: tuple[str, ...] = ()
    eindniveau: str | None
    eindniveau_hoogst: str | None
    niet_van_toepassing: tuple[str, ...] = ()
