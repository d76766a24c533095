"""Moments for looking back (*monitormomenten*): what a region keeps to, as data with an owner and a day.

Which intervals are wise was not found in a source everywhere: then it stands there as not confirmed. They are
suggested with the day of the next review, and never filled in by themselves.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from veiligheidsplan.instrument.model import Id, Model


class Onzeker(Model):
    """What is not known for certain, who finds out, and since when it stands here."""

    wat: str
    eigenaar: str
    sinds: date


class Moment(Model):
    """So many months after the first plan, with where that stands, or that it is not confirmed."""

    titel: str
    maanden: Annotated[int, Field(ge=1, le=120)]
    bron: str | None = None
    onbevestigd: Onzeker | None = None


class Stabiel(Model):
    """In how many reviews in a row violence must be said to have stopped: whose choice that is."""

    evaluaties: Annotated[int, Field(ge=1, le=10)]
    eigenaar: str
    sinds: date
    toelichting: str


class Monitor(Model):
    """``regio/monitormomenten.yaml``."""

    formaat: Literal[1]
    herzien_voor: date
    eigenaar: str
    momenten: Annotated[dict[Id, Moment], Field(min_length=1)]
    stabiel: Stabiel | None = None

    @model_validator(mode="after")
    def _founded(self) -> Self:
        los = sorted(id_ for id_, m in self.momenten.items() if not m.bron and m.onbevestigd is None)
        if los:
            raise ValueError(f"zonder bron of onbevestigd: {', '.join(los)}")
        return self

    @property
    def stabiel_na(self) -> int:
        """How many reviews in a row; 0 when the region says nothing of it."""
        return self.stabiel.evaluaties if self.stabiel else 0


def coming(m: Monitor, begin: date, vandaag: date) -> tuple[tuple[Moment, date], ...]:
    """The moments that are still to come, with their day, the first one first."""
    alle = [(moment, after_months(begin, moment.maanden)) for moment in m.momenten.values()]
    return tuple(sorted((p for p in alle if p[1] > vandaag), key=lambda p: p[1]))


def after_months(dag: date, maanden: int) -> date:
    """The same day so many months later; the last day of that month where it has no such day."""
    maand = dag.month - 1 + maanden
    jaar, maand = dag.year + maand // 12, maand % 12 + 1
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))
