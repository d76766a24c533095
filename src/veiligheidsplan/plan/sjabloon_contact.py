"""Whether the contacts of a municipality can stand beside the numbers of the region, and never instead of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.plan.regio import Nummers
from veiligheidsplan.plan.sjabloon_tekst import Bezwaar, never_asked, objections

MEESTE = 8
#: days after which a number is looked at again
TERMIJN = timedelta(days=183)
_NUMMER = re.compile(r"(?:\+31[\s-]?|0|14\s?0)\d(?:[\s-]?\d){1,9}\Z")


def check_contacts(contacten: object) -> Iterator[Bevinding]:
    """Whether each has a number that can be called, and words that may stand on a plan."""
    if not isinstance(contacten, list):
        return
    if len(contacten) > MEESTE:
        yield Bevinding(
            "VP619",
            f"Hier staan {len(contacten)} contacten; hoogstens {MEESTE} past naast de nummers van de regio.",
            pad=("contacten",),
            suggestie="Kies wie een gezin echt belt.",
        )
    for n, contact in enumerate(contacten):
        if isinstance(contact, Mapping):
            yield from _contact(("contacten", n), contact)


def _contact(pad: tuple[str | int, ...], contact: Mapping[str, object]) -> Iterator[Bevinding]:
    for deel in ("naam", "wanneer"):
        tekst = contact.get(deel)
        if isinstance(tekst, str):
            yield from (
                Bevinding(b.code, b.uitleg, pad=(*pad, deel), suggestie=b.tip)
                for b in (*objections(tekst, titel=deel == "naam"), *_hidden(tekst))
            )
    nummer = contact.get("nummer")
    if isinstance(nummer, str) and not _NUMMER.match(nummer):
        yield Bevinding(
            "VP624",
            f"«{nummer[:30]}» is geen telefoonnummer.",
            pad=(*pad, "nummer"),
            suggestie="Schrijf bijvoorbeeld: nummer: '024 000 00 00' of '14 024'.",
        )


def _hidden(tekst: str) -> Iterator[Bezwaar]:
    """A place where somebody hides is no contact: its name alone says where."""
    if nooit := never_asked(tekst):
        yield nooit


def check_clash(contacten: object, nummers: Nummers) -> Iterator[Bevinding]:
    """Whether one stands in for a service of the region: there is one number for everyone."""
    namen = {_plain(n.naam): n for n in nummers.nummers.values()}
    for n, contact in enumerate(contacten if isinstance(contacten, list) else ()):
        if not isinstance(contact, Mapping):
            continue
        naam, nummer = _plain(contact.get("naam")), _digits(contact.get("nummer"))
        zelfde = next((r for k, r in namen.items() if k in naam), None) or next(
            (r for r in nummers.nummers.values() if _digits(r.nummer) == nummer), None
        )
        if zelfde is not None:
            yield Bevinding(
                "VP634",
                f"«{zelfde.naam}» staat al op het plan, met het nummer van de regio: {zelfde.nummer}.",
                pad=("contacten", n, "naam"),
                suggestie="Haal dit contact weg. Klopt het nummer niet? Zeg het tegen de regio.",
            )


def check_age(contacten: object, vandaag: date) -> Iterator[Bevinding]:
    """Whether somebody looked at each number lately."""
    for n, contact in enumerate(contacten if isinstance(contacten, list) else ()):
        if isinstance(contact, Mapping):
            yield from _age(("contacten", n, "gecontroleerd_op"), contact.get("gecontroleerd_op"), vandaag)


def _age(pad: tuple[str | int, ...], dag: object, vandaag: date) -> Iterator[Bevinding]:
    if isinstance(dag, date) and dag > vandaag:
        yield Bevinding(
            "VP632",
            "Deze dag is nog niet geweest.",
            pad=pad,
            suggestie="Schrijf de dag waarop u het nummer nakeek.",
        )
    elif isinstance(dag, date) and vandaag - dag > TERMIJN:
        yield Bevinding(
            "VP632",
            f"Dit nummer is {(vandaag - dag).days} dagen geleden nagekeken.",
            Ernst.WAARSCHUWING,
            pad,
            suggestie="Bel het nummer of kijk bij de bron, en zet er dan de dag van vandaag bij.",
        )


def _plain(tekst: object) -> str:
    """Only the letters and digits, without accents: «V e i l i g - Thuis» is Veilig Thuis too."""
    letters = unicodedata.normalize("NFKD", str(tekst or "")).casefold()
    return "".join(t for t in letters if t.isalnum())


def _digits(nummer: object) -> str:
    kaal = re.sub(r"\D", "", str(nummer or ""))
    return "0" + kaal[2:] if str(nummer or "").strip().startswith("+31") else kaal
