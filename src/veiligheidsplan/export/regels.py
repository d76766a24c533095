"""Plain lines (*regels*) for a screen or a pipe: no colour, no box, one fact a line; strings only, nothing printed."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable
from typing import Any

from ..plan.document import (
    Alinea,
    Bladzijde,
    Blok,
    Cijferbalk,
    Document,
    Genogram,
    Handtekeningvak,
    InTaal,
    Invulveld,
    Kader,
    Kop,
    Lijst,
    Niveauschaal,
    Plaatje,
    Tabel,
    Tweetalig,
    Velden,
    Verloop,
)
from .schoon import beside, clean, clean_line


def as_lines(document: Document, breedte: int = 80) -> list[str]:
    """*document* as lines of at most *breedte* columns (20 or more); wide characters count for two."""
    breedte = max(20, breedte)
    uit = wrap(document.titel.upper(), breedte)
    for tekst in (document.ondertitel, document.merk):
        uit += wrap(tekst, breedte)
    uit += ["", *_blocks(document.blokken, breedte), ""]
    # on a screen a plan is no copy yet, so it has no id
    kenmerk = f"Kenmerk {document.kenmerk}" if document.kenmerk.strip("-") else ""
    voet = [kenmerk, document.datum, document.voettekst]
    return uit + wrap(", ".join(t for t in voet if t.strip()), breedte)


def columns(tekst: str) -> int:
    """How many columns *tekst* takes on a terminal."""
    return sum(
        0
        if unicodedata.combining(t) or t in "\u200c\u200d"
        else 2
        if unicodedata.east_asian_width(t) in "WF"
        else 1
        for t in tekst
    )


def wrap(tekst: str, breedte: int, begin: str = "", vervolg: str | None = None) -> list[str]:
    """Cleaned *tekst* wrapped; its own newlines kept, *begin* before the first line and *vervolg* before the others."""
    vervolg = " " * columns(begin) if vervolg is None else vervolg
    if isinstance(tekst, Tweetalig):  # the translation under it, as far in
        return wrap(str(tekst), breedte, begin, vervolg) + wrap(tekst.vertaling, breedte, vervolg)
    uit: list[str] = []
    for regel in clean(tekst).strip().split("\n"):
        smal = max(4, breedte - columns(begin) - max(0, columns(regel) - len(regel)))
        for deel in textwrap.wrap(regel, smal) or ([""] if uit else []):
            uit.append((vervolg if uit else begin) + deel)
    return uit


def _blocks(blokken: tuple[Blok, ...], breedte: int) -> list[str]:
    uit: list[str] = []
    for blok in blokken:
        if uit:
            uit.append("")
        uit += _REGELS[type(blok)](blok, breedte)
    return uit


def _heading(blok: Kop, breedte: int) -> list[str]:
    regels = wrap(blok.tekst, breedte)
    return [*regels, ("=" if blok.niveau == 1 else "-") * max((columns(r) for r in regels), default=0)]


def _paragraph(blok: Alinea, breedte: int) -> list[str]:
    return wrap(blok.tekst, breedte, "Let op: " if blok.toon == "waarschuwing" else "", "")


def _list(blok: Lijst, breedte: int) -> list[str]:
    uit = []
    for nummer, punt in enumerate(blok.punten, 1):
        uit += wrap(punt, breedte, f"{nummer}. " if blok.genummerd else "- ")
    return uit


def _fields(blok: Velden, breedte: int) -> list[str]:
    return [
        r
        for naam, waarde in blok.rijen
        for r in wrap(waarde, breedte, clean_line(beside(naam), 120) + ": ", "  ")
    ]


def _table(blok: Tabel, breedte: int) -> list[str]:
    """One cell a line with its column's name: a table of columns cannot be read aloud."""
    uit = wrap(blok.bijschrift, breedte)
    for nummer, rij in enumerate(blok.rijen, 1):
        uit.append(f"Rij {nummer} van {len(blok.rijen)}")
        koppen = blok.koppen + ("",) * (len(rij) - len(blok.koppen))
        for kop, cel in zip(koppen, rij, strict=False):
            uit += wrap(cel, breedte, f"  {clean_line(beside(kop), 120)}: " if kop else "  ", "    ")
    return uit


def _frame(blok: Kader, breedte: int) -> list[str]:
    inhoud = _blocks(blok.blokken, breedte - 2)
    return wrap(blok.titel, breedte) + [("  " + r).rstrip() for r in inhoud]


def _figure(blok: Niveauschaal | Cijferbalk | Verloop, breedte: int) -> list[str]:
    return wrap(blok.alternatief, breedte)


def _signature(blok: Handtekeningvak, breedte: int) -> list[str]:
    return wrap(blok.bijschrift, breedte, "Handtekening: ")


def _answer_room(blok: Invulveld, breedte: int) -> list[str]:
    uit = wrap(f"{blok.nummer} {blok.vraag}".strip(), breedte)
    uit += [r for tekst in blok.uitleg for r in wrap(tekst, breedte, "  ")]
    uit += [r for keuze in blok.keuzes for r in wrap(keuze, breedte, "  [ ] ")]
    uit += wrap(" ".join(blok.schaal), breedte, "  ") if blok.schaal else []
    uit += wrap("; ".join(u for u in blok.uitersten if u), breedte, "  ") if any(blok.uitersten) else []
    return uit + ["  " + "_" * min(40, breedte - 2)] * blok.regels


def _language(blok: InTaal, breedte: int) -> list[str]:
    return _blocks(blok.blokken, breedte)


_REGELS: dict[type[Any], Callable[[Any, int], list[str]]] = {
    Kop: _heading,
    Alinea: _paragraph,
    Lijst: _list,
    Velden: _fields,
    Tabel: _table,
    Kader: _frame,
    InTaal: _language,
    Niveauschaal: _figure,
    Cijferbalk: _figure,
    Verloop: _figure,
    Handtekeningvak: _signature,
    Invulveld: _answer_room,
    Genogram: lambda blok, breedte: wrap(blok.alternatief, breedte),
    Plaatje: lambda blok, breedte: wrap(blok.tekst, breedte),
    Bladzijde: lambda _, breedte: ["-" * breedte],
}
