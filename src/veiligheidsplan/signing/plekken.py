"""The reserved places (*plekken*) of a PDF: which there are, in what order they may be signed, and which one is meant.

A name says nothing of anybody: ``partij-2``, or ``partij-3-na-2`` where the template wants a fixed order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pyhanko.sign import fields

from ..bevinding import Bevinding, BevindingenFout
from .bouw import value

_NAAM = re.compile(r"(partij-([1-9]\d{0,2}))(?:-na-([1-9]\d{0,2}))?", re.ASCII)
_LANGST = 60


@dataclass(frozen=True, slots=True)
class Plek:
    """A place: the whole name of its field, its short name, after which place it comes, and whose role it is for."""

    veld: str
    kort: str
    na: str | None
    rol: str
    ondertekend: bool

    @property
    def titel(self) -> str:
        """As a person reads it: «partij-2 (Procesregisseur)»."""
        return f"{self.kort} ({self.rol})" if self.rol else self.kort


def places(lezer: Any) -> tuple[Plek, ...]:
    """Every signature field of a document that pyHanko opened, in the order of the form."""
    return tuple(
        _place(naam, veld.get_object(), ondertekend=waarde is not None)
        for naam, waarde, veld in fields.enumerate_sig_fields(lezer)
    )


def visible(tekst: object) -> str:
    """Text of a file that nobody vouches for, as it may be printed: short, and without control characters."""
    return "".join(t for t in str(tekst) if t.isprintable())[:_LANGST]


def matches(plek: Plek, gezocht: str) -> bool:
    """Whether *gezocht* means this place: its name, its short name, or its role."""
    woord = _word(gezocht)
    return woord in {plek.veld.casefold(), plek.kort.casefold()} or (
        bool(plek.rol) and woord == _word(plek.rol)
    )


def choose(plekken: Iterable[Plek], als: str | None) -> Plek:
    """The place that is meant by *als*; without it the only one that is open.

    :class:`BevindingenFout`: there is no such place (VP812), it is signed (VP813), it must wait for
    another one (VP819), or more than one is open and none was named (VP820).
    """
    alle = tuple(plekken)
    open_ = [p for p in alle if not p.ondertekend]
    vrij = f"Deze plekken zijn nog vrij: {', '.join(p.titel for p in open_)}." if open_ else _GEEN
    gevonden = open_ if als is None else [p for p in alle if matches(p, als)]
    if not gevonden:
        raise _fout("VP812", "Op deze plek kan in dit document niet worden ondertekend.", vrij)
    if len(gevonden) > 1:
        nog = [p for p in gevonden if not p.ondertekend]
        if als is None or len(nog) != 1:
            raise _fout(
                "VP820", "Er is meer dan één plek om te ondertekenen.", f"{vrij} Kies er een met --als."
            )
        gevonden = nog
    plek = gevonden[0]
    if plek.ondertekend:
        raise _fout(
            "VP813", "Op deze plek staat al een handtekening.", f"Kies een plek die nog vrij is. {vrij}"
        )
    if (eerst := waits_for(plek, alle)) is not None:
        raise _fout(
            "VP819",
            f"Deze plek komt na «{eerst}», en daar is nog niet ondertekend.",
            "Stuur het bestand eerst naar wie daar tekent.",
        )
    return plek


def waits_for(plek: Plek, alle: Iterable[Plek]) -> str | None:
    """The place that must be signed before this one and is not; ``None`` when this one may be signed."""
    if plek.na is None:
        return None
    eerder = next((p for p in alle if p.kort == plek.na), None)
    return None if eerder is not None and eerder.ondertekend else plek.na


def _place(naam: str, veld: Any, *, ondertekend: bool) -> Plek:
    delen = _NAAM.fullmatch(naam)
    rol = visible(value(veld, "/TU", "")).partition(", ")[2] if delen else ""
    kort = delen[1] if delen else visible(naam)
    return Plek(naam, kort, f"partij-{delen[3]}" if delen and delen[3] else None, rol, ondertekend)


def _word(tekst: str) -> str:
    return re.sub(r"[\s_]+", " ", tekst).strip().casefold()


_GEEN = "Dit document heeft geen vrije plek."


def _fout(code: str, uitleg: str, suggestie: str) -> BevindingenFout:
    return BevindingenFout([Bevinding(code, uitleg, suggestie=suggestie)])
