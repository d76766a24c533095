"""The overview (*overzicht*): every step of one view with its answer in words, the list from which one jumps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from veiligheidsplan.plan.afname_stand import asleep
from veiligheidsplan.plan.beantwoord import answered
from veiligheidsplan.plan.dossier import Afname, Dossier
from veiligheidsplan.plan.duiding import spoken
from veiligheidsplan.plan.gesprek import places, view_of
from veiligheidsplan.plan.omgeving import Omgeving
from veiligheidsplan.plan.plek import Plek
from veiligheidsplan.plan.stap import Stap, Waarde, Zichtkant
from veiligheidsplan.plan.woorden import spoken_date

Plekken = Callable[[Dossier, Omgeving, Zichtkant], Iterator[Plek]]

#: ``gelezen`` is a notice that was read; ``slapend`` an answer that is kept and does not count, because the question
#: does not apply now (there is no step to jump to)
Regelstaat = Literal[
    "beantwoord",
    "open",
    "niet_gevraagd",
    "weet_niet",
    "wil_niet_zeggen",
    "overgeslagen",
    "gelezen",
    "slapend",
]
_ONBEKEND: tuple[Regelstaat, ...] = ("niet_gevraagd", "weet_niet", "wil_niet_zeggen")


@dataclass(frozen=True, slots=True)
class Overzichtsregel:
    """One line of the overview: ``stap`` is the id to jump to; ``antwoord`` is the present answer in words.

    A line that is ``slapend`` is shown for what it says and cannot be chosen.
    """

    stap: str
    sectie: str
    tekst: str
    antwoord: str | None
    staat: Regelstaat


def overview(d: Dossier, o: Omgeving, kant: Zichtkant) -> tuple[Overzichtsregel, ...]:
    """Every step of this view, and after the questions of an instrument its sleeping answers."""
    return overview_of(view_of(d, kant), o, kant)


def overview_of(
    deel: Dossier, o: Omgeving, kant: Zichtkant, plekken: Plekken = places
) -> tuple[Overzichtsregel, ...]:
    """As ``overview``, for what this view may know already; *plekken*: of another part than the conversation."""
    regels = [_line(deel, o, plek.maak()) for plek in plekken(deel, o, kant)]
    getoond = {r.stap.rsplit("/", 1)[0] for r in regels}
    slapend = [r for a in deel.afnamen.values() if f"afname:{a.id}" in getoond for r in _sleeping(deel, o, a)]
    return (*regels, *slapend)


def in_words(o: Omgeving, stap: Stap, waarde: Waarde) -> str | None:
    """An answer to this step as one would say it; ``None`` where there is none."""
    if waarde is None:
        return None
    teksten = {k.code: k.tekst for k in (*stap.keuzes, *stap.bijzonder)}
    if isinstance(waarde, tuple):
        return ", ".join(teksten.get(c, c) for c in waarde) or o.zin("niemand_of_niets")
    if isinstance(waarde, date):
        return spoken_date(waarde)
    if stap.soort in ("keuze", "meerkeuze"):
        return teksten.get(str(waarde), str(waarde))
    if stap.soort == "tijd" and waarde not in teksten:
        return f"{str(waarde).replace(':', '.')} {o.zin('uur')}"
    return teksten.get(str(waarde), str(waarde)) if stap.soort != "tekst" else str(waarde)


def _line(deel: Dossier, o: Omgeving, stap: Stap) -> Overzichtsregel:
    klaar = answered(deel, stap)
    if stap.soort == "mededeling":
        return Overzichtsregel(
            stap.id, stap.sectie, stap.tekst.split("\n")[0], None, "gelezen" if klaar else "open"
        )
    antwoord = in_words(o, stap, stap.standaard) if klaar else None
    return Overzichtsregel(stap.id, stap.sectie, stap.tekst, antwoord, _state(stap, klaar=klaar))


def _state(stap: Stap, *, klaar: bool) -> Regelstaat:
    if not klaar:
        return "open"
    for code in _ONBEKEND:
        if stap.standaard == code and any(k.code == code for k in (*stap.keuzes, *stap.bijzonder)):
            return code
    return "overgeslagen" if stap.standaard is None else "beantwoord"


def _sleeping(deel: Dossier, o: Omgeving, afname: Afname) -> Iterator[Overzichtsregel]:
    i, slapend = afname.instrument, asleep(deel, afname)
    for vraag in (v for v in i.vragen if v in slapend):
        titel = i.onderdelen[i.onderdeel_van[vraag]].titel or i.titel
        antwoord = spoken(o, i, vraag, afname.geldend[vraag])
        yield Overzichtsregel(
            f"afname:{afname.id}/{vraag}", titel, i.vragen[vraag].tekst, antwoord, "slapend"
        )
