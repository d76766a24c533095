"""A copy in two languages (*tweetalig*): every fixed text with its translation beside it, the Dutch always first.

It is made of a finished document, so what a reader may see was decided before: a translation adds words, never facts.
What a person wrote stays as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, Final, TypeVar

from veiligheidsplan.plan.document import Alinea, Bladzijde, Blok, Document, Handtekeningvak, Kop, Tweetalig
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.taalbestand import Woordenboek, openings
from veiligheidsplan.plan.woorden import fill, spoken_date

T = TypeVar("T")
#: what is no text for a reader: kinds, names of fields, ids
_GEEN_TEKST: Final = frozenset(
    {"toon", "veld", "kenmerk", "datum_iso", "taal", "huisstijl", "logo", "nummer"}
)


def in_two_languages(document: Document, o: Omgeving, w: Woordenboek) -> Document:
    """The document with the other language beside it.

    A translation that no named reader approved is a reading aid: it says so on every page, and nobody can sign it.
    """
    uit = _beside(document, w)
    if w.bestand.approved:
        wie, dag = w.bestand.gecontroleerd_door or "", w.bestand.datum or date.min
        zin = fill(o.zin("vertaling_nagekeken"), {"wie": wie, "datum": spoken_date(dag)})
        return replace(uit, blokken=(Alinea(_text(zin, w)), *uit.blokken))
    merk = ". ".join(deel for deel in (o.zin("leeshulp_merk"), document.merk) if deel)
    kop = Alinea(_text(o.zin("leeshulp"), w), "waarschuwing")
    return replace(uit, merk=merk, blokken=(kop, *_unsigned(uit.blokken)))


def _unsigned(blokken: tuple[Blok, ...]) -> Iterator[Blok]:
    """Without places to sign; a chapter that was about nothing else goes with them."""
    hoofdstuk: list[Blok] = []
    for blok in (*blokken, Kop("")):
        if isinstance(blok, Kop | Bladzijde):
            over = [b for b in hoofdstuk if not isinstance(b, Handtekeningvak)]
            if len(over) == len(hoofdstuk) or not all(isinstance(b, Kop | Alinea) for b in over):
                yield from over
            hoofdstuk = []
        hoofdstuk.append(blok)


def untranslated(document: Document, w: Woordenboek, vast: frozenset[str]) -> tuple[str, ...]:
    """The lines with a fixed text on this document that the language does not have, in order, each once.

    A line counts when all of it, or one sentence of it, is a fixed text or a fixed text with its openings filled.
    """
    gezien: dict[str, None] = {}
    patronen = openings(vast)
    for tekst in _texts(document):
        for regel in tekst.split("\n"):
            stukken = (regel, *regel.split(". "))
            bekend = any(s in vast or any(p.fullmatch(s) for p in patronen) for s in map(_spaced, stukken))
            if bekend and w.translation(tekst) is None and w.translation(regel) is None:
                gezien.setdefault(regel)
    return tuple(gezien)


def _spaced(tekst: str) -> str:
    return " ".join(tekst.split())


def _beside(deel: T, w: Woordenboek) -> T:
    velden = {
        f.name: _value(getattr(deel, f.name), w)
        for f in fields(deel)  # type: ignore[arg-type]
        if f.name not in _GEEN_TEKST
    }
    return replace(deel, **velden)  # type: ignore[type-var]


def _value(waarde: Any, w: Woordenboek) -> Any:
    if isinstance(waarde, str):
        return _text(waarde, w)
    if isinstance(waarde, tuple):
        return tuple(_value(deel, w) for deel in waarde)
    return _beside(waarde, w) if is_dataclass(waarde) and not isinstance(waarde, type) else waarde


def _text(tekst: str, w: Woordenboek) -> str:
    """A text that has a translation of its own (an agreement that somebody translated) keeps it."""
    if isinstance(tekst, Tweetalig) or not tekst.strip():
        return tekst
    vertaling = w.translation(tekst)
    return tekst if vertaling is None or vertaling == tekst else Tweetalig(tekst, w.taal, vertaling)


def _texts(deel: Any) -> list[str]:
    if isinstance(deel, str):
        return [deel]
    if isinstance(deel, tuple):
        return [t for onder in deel for t in _texts(onder)]
    if is_dataclass(deel) and not isinstance(deel, type):
        namen = (f.name for f in fields(deel) if f.name not in _GEEN_TEKST)
        return [t for naam in namen for t in _texts(getattr(deel, naam))]
    return []
