"""Whether what the region knows is whole: every municipality once, every subject answered, everything looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from veiligheidsplan.bevinding import Bevinding, Ernst, nearest
from veiligheidsplan.plan.regio import Contacten, Gemeenten, Nummers, Onbevestigd

Pad = tuple[str | int, ...]
_NUMMER = re.compile(r"11[23]|14 ?0\d{2,3}|0\d{2,3}[- ]?\d{4,7}|0\d(?:[ -]?\d){8}")
#: without both a household at risk has nobody to call
_NODIG = {"112": "het noodnummer"}


def check_gemeenten(g: Gemeenten, nummers: Nummers | None, vandaag: date) -> Iterator[Bevinding]:
    """The municipalities, and who serves them."""
    if len(g.gemeenten) != g.aantal_gemeenten:
        yield Bevinding(
            "VP651",
            f"Er staan {len(g.gemeenten)} gemeenten; deze regio heeft er {g.aantal_gemeenten}.",
            pad=("gemeenten",),
            suggestie="Kijk welke ontbreekt of teveel is.",
        )
    for id_ in g.gemeenten.keys() & g.niet_in_deze_regio.keys():
        yield Bevinding(
            "VP652",
            f"«{g.gemeenten[id_].naam}» staat ook bij «niet_in_deze_regio».",
            pad=("gemeenten", id_),
            suggestie="Een gemeente hoort bij één van de twee. Kijk in de bron welke.",
        )
    yield from _same_names(g)
    yield from _references(g, nummers)
    yield from _answered(g)
    yield from review(g.herzien_voor, vandaag)
    yield from _age(
        ("diensten",), {id_: d.gecontroleerd_op for id_, d in g.diensten.items()}, g.herzien_na, vandaag
    )


def check_nummers(n: Nummers, vandaag: date) -> Iterator[Bevinding]:
    """The numbers: each can be called, and the one for danger is there for everyone."""
    for id_, nummer in n.nummers.items():
        if not _NUMMER.fullmatch(nummer.nummer):
            yield Bevinding(
                "VP655",
                f"«{nummer.nummer[:30]}» lijkt geen telefoonnummer.",
                pad=("nummers", id_, "nummer"),
                suggestie="Schrijf bijvoorbeeld: nummer: 0800-2000.",
            )
        if not nummer.bron.strip():
            yield Bevinding(
                "VP655",
                "Bij dit nummer staat geen bron.",
                pad=("nummers", id_, "bron"),
                suggestie="Schrijf waar het nummer staat.",
            )
    iedereen = {r.nummer for r in n.for_household()}
    for nummer_, wat in _NODIG.items():
        if nummer_ not in iedereen:
            yield Bevinding(
                "VP655",
                f"{nummer_}, {wat}, is er niet voor iedereen.",
                pad=("nummers",),
                suggestie="Zet het erbij met: voor: [iedereen].",
            )
    if n.herzien_voor is not None:
        yield from review(n.herzien_voor, vandaag)
    yield from _age(
        ("nummers",), {id_: r.gecontroleerd_op for id_, r in n.nummers.items()}, n.herzien_na, vandaag
    )


def check_contacten(c: Contacten, gemeenten: Gemeenten, vandaag: date) -> Iterator[Bevinding]:
    """The fixed contacts: a list for each municipality, and nobody on it that nobody checked."""
    for id_ in gemeenten.gemeenten.keys() - c.contacten.keys():
        yield Bevinding(
            "VP653",
            f"De lijst van «{id_}» ontbreekt.",
            pad=("contacten",),
            suggestie=f"Schrijf: {id_}: {{eigenaar: …, personen: {{}}}}.",
        )
    for id_ in c.contacten.keys() - gemeenten.gemeenten.keys():
        yield _unknown(("contacten", id_), id_, tuple(gemeenten.gemeenten), "gemeente")
    for id_, lijst in c.contacten.items():
        for rol in lijst.personen.keys() - c.rollen.keys():
            yield _unknown(("contacten", id_, "personen", rol), rol, tuple(c.rollen), "rol")
        if lijst.personen and lijst.gecontroleerd_op is None:
            yield Bevinding(
                "VP656",
                "Niemand schreef op wanneer deze lijst is nagekeken.",
                Ernst.WAARSCHUWING,
                ("contacten", id_),
                suggestie="Kijk de lijst na en schrijf: gecontroleerd_op met de dag van vandaag.",
            )
        elif lijst.gecontroleerd_op is not None:
            yield from _age(("contacten",), {id_: lijst.gecontroleerd_op}, c.herzien_na, vandaag)
    yield from review(c.herzien_voor, vandaag)


def review(herzien_voor: date, vandaag: date) -> Iterator[Bevinding]:
    """Whether the whole file is due."""
    if vandaag >= herzien_voor:
        yield Bevinding(
            "VP656",
            f"Dit bestand moest vóór {herzien_voor.isoformat()} opnieuw bekeken zijn.",
            Ernst.WAARSCHUWING,
            ("herzien_voor",),
            suggestie="Kijk alles na bij de bron, en kies dan een nieuwe dag.",
        )


def _age(pad: Pad, dagen: dict[str, date], termijn: int, vandaag: date) -> Iterator[Bevinding]:
    """What was looked at too long ago, or on a day that has not come yet. *termijn* is in days."""
    for id_, dag in dagen.items():
        if dag > vandaag:
            yield Bevinding(
                "VP656",
                "Deze dag is nog niet geweest.",
                pad=(*pad, id_, "gecontroleerd_op"),
                suggestie="Schrijf de dag waarop iemand keek.",
            )
        elif vandaag - dag > timedelta(days=termijn):
            yield Bevinding(
                "VP656",
                f"«{id_}» is {(vandaag - dag).days} dagen geleden nagekeken; na {termijn} dagen is het weer tijd.",
                Ernst.WAARSCHUWING,
                (*pad, id_, "gecontroleerd_op"),
                suggestie="Kijk bij de bron, en zet er dan de dag van vandaag bij.",
            )


def _same_names(g: Gemeenten) -> Iterator[Bevinding]:
    gezien: dict[str, str] = {}
    for id_, gemeente in g.gemeenten.items():
        naam = " ".join(gemeente.naam.casefold().split())
        if naam in gezien:
            yield Bevinding(
                "VP651",
                f"«{gemeente.naam}» staat er twee keer.",
                pad=("gemeenten", id_),
                suggestie=f"Haal deze weg: zij staat al bij «{gezien[naam]}».",
            )
        gezien[naam] = id_


def _references(g: Gemeenten, nummers: Nummers | None) -> Iterator[Bevinding]:
    for plek, regels in (
        (("standaard",), g.standaard),
        *((("gemeenten", id_, "afwijkingen"), m.afwijkingen) for id_, m in g.gemeenten.items()),
    ):
        for onderwerp, regel in regels.items():
            if onderwerp not in g.onderwerpen:
                yield _unknown((*plek, onderwerp), onderwerp, tuple(g.onderwerpen), "onderwerp")
            if regel.dienst not in g.diensten:
                yield _unknown((*plek, onderwerp, "dienst"), regel.dienst, tuple(g.diensten), "dienst")
    for id_, dienst in g.diensten.items():
        if nummers is not None and dienst.nummer is not None and dienst.nummer not in nummers.nummers:
            yield _unknown(("diensten", id_, "nummer"), dienst.nummer, tuple(nummers.nummers), "nummer")
    for id_, vraag in g.onbevestigd.items():
        yield from _open_references(g, id_, vraag)


def _open_references(g: Gemeenten, id_: str, vraag: Onbevestigd) -> Iterator[Bevinding]:
    for n, onderwerp in enumerate(vraag.onderwerpen):
        if onderwerp not in g.onderwerpen:
            yield _unknown(
                ("onbevestigd", id_, "onderwerpen", n), onderwerp, tuple(g.onderwerpen), "onderwerp"
            )
    for n, gemeente in enumerate(vraag.gemeenten if isinstance(vraag.gemeenten, tuple) else ()):
        if gemeente not in g.gemeenten:
            yield _unknown(("onbevestigd", id_, "gemeenten", n), gemeente, tuple(g.gemeenten), "gemeente")


def _answered(g: Gemeenten) -> Iterator[Bevinding]:
    """Every subject has an answer in every municipality; where that is «not known», somebody looks for it."""
    for onderwerp in g.onderwerpen:
        if onderwerp not in g.standaard:
            zonder = [m.naam for m in g.gemeenten.values() if onderwerp not in m.afwijkingen]
            if zonder:
                yield Bevinding(
                    "VP653",
                    f"Wie «{onderwerp}» doet, staat er niet voor: {', '.join(zonder)}.",
                    pad=("standaard",),
                    suggestie=f"Schrijf: {onderwerp}: {{dienst: onbekend}} als u het niet zeker weet.",
                )
            continue
        for id_, gemeente in g.gemeenten.items():
            regel = gemeente.afwijkingen.get(onderwerp) or g.standaard[onderwerp]
            dienst = g.diensten.get(regel.dienst)
            if dienst is not None and not dienst.bekend and g.asks(id_, onderwerp) is None:
                eigen = onderwerp in gemeente.afwijkingen
                yield Bevinding(
                    "VP654",
                    f"Wie «{onderwerp}» doet in {gemeente.naam} is niet bekend, en niemand zoekt het uit.",
                    pad=("gemeenten", id_, "afwijkingen", onderwerp) if eigen else ("standaard", onderwerp),
                    suggestie="Zet de vraag bij «onbevestigd», met een eigenaar en een dag.",
                )


def _unknown(pad: Pad, naam: str, bekend: tuple[str, ...], wat: str) -> Bevinding:
    lijkt = nearest(naam, bekend)
    tip = f"Bedoelt u «{lijkt}»?" if lijkt else f"Kies uit: {', '.join(bekend)}."
    return Bevinding("VP657", f"Er is geen {wat} «{naam[:40]}».", pad=pad, suggestie=tip)
