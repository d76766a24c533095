"""Markdown (CommonMark, with tables): for a mail or a wiki. User text is escaped: never markup, link or HTML."""

from __future__ import annotations

import re
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
from .schoon import clean, clean_line

# Every character that can start markup anywhere. «:», «.» and «@» break autolinks of GitHub's flavour.
_TEKEN = re.compile(r"([\\`*_{}\[\]()<>#+\-!|~&$^=\"'])")
_ADRES = re.compile(r"(?i)(https?|ftp|mailto|www)([:.])")
_BEGIN = re.compile(r"^(\s*\d{1,9})([.)])")


def escape(tekst: str) -> str:
    """One line of user text that CommonMark shows as it was typed; a translation behind a stroke."""
    if isinstance(tekst, Tweetalig):
        return f"{escape(str(tekst))} / {escape(tekst.vertaling)}"
    tekst = _TEKEN.sub(r"\\\1", clean_line(tekst, 30_000))
    tekst = _ADRES.sub(r"\1\\\2", tekst).replace("@", "&#64;")
    return _BEGIN.sub(r"\1\\\2", tekst)


def _text(tekst: str) -> str:
    """User text with its newlines as hard line breaks; a translation under it."""
    if isinstance(tekst, Tweetalig):
        return "\\\n".join(deel for deel in (_text(str(tekst)), _text(tekst.vertaling)) if deel)
    return "\\\n".join(escape(regel) for regel in clean(tekst).strip().split("\n") if regel.strip())


def render(document: Document) -> bytes:
    """*document* as UTF-8 Markdown with one newline at the end."""
    kop = [f"# {escape(document.titel)}"]
    kop += [f"**{escape(t)}**" for t in (document.merk,) if t.strip()]
    kop += [escape(t) for t in (document.ondertitel,) if t.strip()]
    voet = " · ".join(
        escape(t) for t in (f"Kenmerk {document.kenmerk}", document.datum, document.voettekst) if t.strip()
    )
    delen = [*kop, *_blocks(document.blokken, 2), "---", voet]
    return ("\n\n".join(d for d in delen if d) + "\n").encode("utf-8")


def _blocks(blokken: tuple[Blok, ...], niveau: int) -> list[str]:
    uit = []
    for blok in blokken:
        if isinstance(blok, Kop):
            niveau = max(1, min(3, blok.niveau)) + 1
            uit.append("#" * niveau + " " + escape(blok.tekst))
        elif isinstance(blok, Kader):
            uit += ["#" * min(6, niveau + 1) + " " + escape(blok.titel)] if blok.titel.strip() else []
            uit += _blocks(blok.blokken, min(6, niveau + 1))
        elif isinstance(blok, InTaal):
            uit += _blocks(blok.blokken, niveau)
        else:
            uit.append(_SCHRIJF[type(blok)](blok))
    return uit


def _paragraph(blok: Alinea) -> str:
    tekst = _text(blok.tekst)
    return (
        tekst if blok.toon == "gewoon" or not tekst else "\\\n".join(f"**{r}**" for r in tekst.split("\\\n"))
    )


def _list(blok: Lijst) -> str:
    tekens = [f"{n}. " if blok.genummerd else "- " for n in range(1, len(blok.punten) + 1)]
    return "\n".join(
        t + _text(p).replace("\n", "\n" + " " * len(t)) for t, p in zip(tekens, blok.punten, strict=True)
    )


def _fields(blok: Velden) -> str:
    return "\n".join(f"- **{escape(naam)}:** {escape(waarde)}" for naam, waarde in blok.rijen)


def _table(blok: Tabel) -> str:
    aantal = max([len(blok.koppen), *(len(r) for r in blok.rijen)])
    if not aantal:
        return ""
    rijen = [blok.koppen, *blok.rijen]
    regels = ["| " + " | ".join(escape(c) for c in (*r, *("",) * (aantal - len(r)))) + " |" for r in rijen]
    regels.insert(1, "|" + " --- |" * aantal)
    return (escape(blok.bijschrift) + "\n\n" if blok.bijschrift.strip() else "") + "\n".join(regels)


def _signature(blok: Handtekeningvak) -> str:
    return f"Handtekening {escape(blok.bijschrift)}: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_"


def _answer_room(blok: Invulveld) -> str:
    """A question for paper: a list of answers to tick, a row of values, or room to write."""
    kop = f"**{escape(f'{blok.nummer} {blok.vraag}'.strip())}**"
    regels = ["\\\n".join((kop, *(escape(u) for u in blok.uitleg)))]
    regels += ["\n".join(f"- \\[ \\] {escape(k)}" for k in blok.keuzes)] if blok.keuzes else []
    regels += [" ".join(escape(w) for w in blok.schaal)] if blok.schaal else []
    regels += ["; ".join(escape(u) for u in blok.uitersten if u)] if any(blok.uitersten) else []
    return "\n\n".join([*regels, *["\\_" * 40] * blok.regels])


def _figure(blok: Niveauschaal | Cijferbalk | Verloop) -> str:
    return escape(blok.alternatief)


_SCHRIJF: dict[type[Any], Callable[[Any], str]] = {
    Alinea: _paragraph,
    Lijst: _list,
    Velden: _fields,
    Tabel: _table,
    Niveauschaal: _figure,
    Cijferbalk: _figure,
    Verloop: _figure,
    Handtekeningvak: _signature,
    Invulveld: _answer_room,
    Genogram: lambda blok: _text(blok.alternatief),
    Plaatje: lambda blok: f"**{escape(blok.tekst)}**",
    Bladzijde: lambda _: "---",
}
