"""Accounts (*verslagen*): who said what about one question, and which of it counts.

What somebody said alone, and what the professional saw or read, counts before what was said jointly: a joint answer
never replaces or lowers it. Accounts that count and contradict each other make the question missing, so that a sign
is not ruled out, until the professional chooses with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from veiligheidsplan.instrument.antwoorden import Antwoordwaarde, Ontbreekt

#: no person gave it: an observation or a file of the professional
PROFESSIONAL = "professional"
SAMEN = "samen:"
ALLEEN = "alleen:"
ONTBREEKT = ("weet_niet", "wil_niet_zeggen", "niet_gevraagd")


@dataclass(frozen=True, slots=True)
class Antwoordregel:
    """One account: the latest answer to a question from one source (``bron``), with who was there and a note."""

    waarde: Any
    volgnummer: int
    tijd: datetime
    van: tuple[str, ...] = ()
    bijzijn: tuple[str, ...] = ()
    zitting: str | None = None
    toelichting: str | None = None
    bron: str = PROFESSIONAL
    #: the answer as the instrument reads it, and this line without when, by whom and why: made once, by the fold
    gelezen: Antwoordwaarde = field(default=Ontbreekt.GEEN_ANTWOORD, compare=False)
    bloot: Antwoordregel | None = field(default=None, compare=False)

    @property
    def ontbreekt(self) -> bool:
        """*Weet niet*, *wil niet zeggen*, *niet gevraagd*: an account that says nothing."""
        return self.waarde is None or (isinstance(self.waarde, str) and self.waarde in ONTBREEKT)


@dataclass(frozen=True, slots=True)
class Gekozen:
    """The professional's choice between accounts, with its reason; ``waarde`` ``None`` takes a choice back."""

    waarde: Any
    reden: str
    volgnummer: int


def source_of(bijzijn: Iterable[str], setting: str | None, zitting: str | None) -> str:
    """Whose account an answer is: a person alone, a company together, or the professional."""
    erbij = sorted(bijzijn)
    if setting == "niemand":
        return PROFESSIONAL
    if setting == "samen" or len(erbij) > 1:
        return SAMEN + ("+".join(erbij) if len(erbij) > 1 else str(zitting))
    if erbij:
        return erbij[0]
    return PROFESSIONAL if setting is None else f"{ALLEEN}{zitting}"


def is_joint(bron: str) -> bool:
    """Whether it was said where more people were, or may have been."""
    return bron.startswith(SAMEN)


def counting(verslagen: Mapping[str, Antwoordregel]) -> tuple[Antwoordregel, ...]:
    """The accounts that count: what was said alone or seen by the professional; else the latest joint one."""
    if len(verslagen) == 1:
        return tuple(r for r in verslagen.values() if not r.ontbreekt)
    gezegd = [r for r in verslagen.values() if not r.ontbreekt]
    alleen = tuple(r for r in gezegd if not is_joint(r.bron))
    return alleen or tuple(sorted(gezegd, key=lambda r: r.volgnummer)[-1:])


def contradict(verslagen: Mapping[str, Antwoordregel]) -> bool:
    """Whether the accounts that count do not say the same."""
    regels = counting(verslagen)
    return any(r.waarde != regels[0].waarde for r in regels[1:])


def latest(verslagen: Mapping[str, Antwoordregel]) -> Antwoordregel:
    """The account that was given last."""
    return max(verslagen.values(), key=lambda r: r.volgnummer)


def chosen(verslagen: Mapping[str, Antwoordregel], keuze: Gekozen | None) -> Gekozen | None:
    """The choice, while it holds: a newer account makes it void."""
    if keuze is None or keuze.waarde is None or keuze.volgnummer < latest(verslagen).volgnummer:
        return None
    return keuze


def effective(verslagen: Mapping[str, Antwoordregel], keuze: Gekozen | None) -> Any:
    """The answer that counts; ``None`` when the accounts contradict each other and nobody chose."""
    if not contradict(verslagen):
        regels = counting(verslagen)
        return regels[0].waarde if regels else latest(verslagen).waarde
    gekozen = chosen(verslagen, keuze)
    return gekozen.waarde if gekozen else None
