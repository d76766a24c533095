"""Before a copy goes out: can this reader have it safely, may the private pages come too, and is each text right?

``Vraag`` is who asks: the menu of a sitting, or the terminal alone. Without a person there is no question, and the
careful answer holds: no private pages.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar, get_args

from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kopie import Eigendeel, has_private
from veiligheidsplan.plan.lezer import PROFESSIONAL, Lezer, is_person
from veiligheidsplan.plan.model import kind_of
from veiligheidsplan.plan.nazien import Vondst, doubtful
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.stap import Keuze, Stap
from veiligheidsplan.plan.woorden import in_a_row

T = TypeVar("T")
Vraag = Callable[[Stap], str | None]
Zeg = Callable[[str], None]
HOE = (
    Keuze("papier", "Ja, op papier"),
    Keuze("telefoon", "Ja, als bestand op een telefoon of computer"),
    Keuze("getoond", "Alleen laten zien, niet meegeven"),
    Keuze("voorgelezen", "Alleen voorlezen, niet meegeven"),
    Keuze("niet", "Nee, deze lezer krijgt geen kopie"),
)
EIGEN = (
    Keuze("niet", "Nee, laat de privébladen weg"),
    Keuze("mee", "Ja, na de rest van het plan"),
    Keuze("apart", "Ja, als los document zonder de rest van het plan"),
    Keuze("kaart", "Nee, alleen een kaart voor in een tas, waarop niet staat waar zij over gaat"),
    Keuze("kaart_met_seintje", "Nee, alleen zo'n kaart, ook met het afgesproken woord"),
)
JA = "ja"


def ask_how(vraag: Vraag, wie: str) -> str | None:
    """How this reader can have the copy; ``None``: not now."""
    tekst = f"Kan {wie} deze kopie veilig hebben? Denk ook aan wie haar kan vinden."
    return vraag(Stap("menu/meegeven", "keuze", tekst, "Kopie", keuzes=HOE))


def ask_private(vraag: Vraag) -> Eigendeel | None:
    """Whether the private pages come too; ``None``: not now."""
    tekst = (
        "Er zijn privébladen van deze persoon. Is het veilig om ze mee te geven, ook als een ander ze vindt?"
    )
    antwoord = vraag(Stap("menu/eigen", "keuze", tekst, "Kopie", keuzes=EIGEN))
    return next((deel for deel in get_args(Eigendeel) if deel == antwoord), None)


def confirm_texts(
    vraag: Vraag | None, zeg: Zeg, d: Dossier, o: Omgeving, voor: Lezer, *, eigen: Eigendeel = "niet"
) -> bool:
    """Show each text that needs a second look, and ask. Without a person it is said where they stand, not what."""
    gezien = doubtful(d, o, voor, eigen=eigen)
    if not gezien:
        return True
    for regel in _lines(o, gezien, tonen=vraag is not None):
        zeg(regel)
    if vraag is None:
        return True
    keuzes = (Keuze(JA, "Ja, dit mag weten wie de kopie vindt"), Keuze("nee", "Nee, maak nu geen kopie"))
    return vraag(Stap("menu/nazien", "keuze", "Kan dit zo op de kopie?", "Kopie", keuzes=keuzes)) == JA


def _lines(o: Omgeving, gezien: tuple[Vondst, ...], *, tonen: bool) -> Iterator[str]:
    for v in gezien:
        lijkt = in_a_row([o.zin(zin) for zin in v.lijkt_op])
        tekst = f": «{v.tekst}»" if tonen else ""
        yield f"Let op, {_place(o, v)} lijkt op {lijkt}{tekst}."


def _place(o: Omgeving, v: Vondst) -> str:
    soort = kind_of(v.onderwerp)
    veld = o.sjabloon.teksten.get(soort, {}).get(v.veld)
    kop = o.sjabloon.zinnen.get(f"sectie_{soort}", soort)
    return f"bij «{kop}», «{veld.label}»," if veld else f"bij «{kop}»"


def asker(wachtzin_bestand: Path | None) -> Vraag | None:
    """Who asks: the terminal, where a person sits at it."""
    if wachtzin_bestand is not None or not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    from veiligheidsplan.cli.ask import ask
    from veiligheidsplan.plan.stap import Beweging

    def vraag(stap: Stap) -> str | None:
        uit = ask(stap)
        return None if isinstance(uit, Beweging) else str(uit)

    return vraag


def how_given(
    vraag: Vraag | None,
    d: Dossier,
    o: Omgeving,
    lezer: Lezer,
    wie: str,
    hoe: str | None,
    eigen: Eigendeel | None,
) -> tuple[str | None, Eigendeel]:
    """How it is given, and whether with private pages: as was typed, else as a person says, else without."""
    if vraag is None or hoe is not None or lezer == PROFESSIONAL or not is_person(lezer):
        return hoe, eigen or "niet"
    hoe = _said(ask_how(vraag, wie))
    if hoe == "niet" or not has_private(d, o, lezer):
        return hoe, "niet"
    return hoe, _said(ask_private(vraag))


def _said(antwoord: T | None) -> T:
    if antwoord is None:
        raise Mislukt("Er is geen kopie gemaakt.")
    return antwoord
