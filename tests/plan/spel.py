"""A person at a screen, played by a test: answers from a script, moves when told, and keeps what was seen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from tests.plan.omgeving import NU, omgeving
from veiligheidsplan.app.gesprekspartner import Controle
from veiligheidsplan.app.vraag_af import run
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, Gebeurtenis, stamp
from veiligheidsplan.plan.overzicht import Overzichtsregel
from veiligheidsplan.plan.stap import Reactie, Stap, Waarde, Zichtkant

Kies = Callable[[Stap], Reactie]


class Genoeg(Exception):
    """The test has seen enough."""


@dataclass
class Speler:
    """A ``Gesprekspartner``. ``kies`` gives what comes back for a step."""

    kies: Kies
    gezien: list[Stap] = field(default_factory=list)
    wat: list[str] = field(default_factory=list)
    kant: Zichtkant = "aan_tafel"
    sprong: str | None = None
    overzichten: list[tuple[Overzichtsregel, ...]] = field(default_factory=list)

    def answer(self, stap: Stap, controle: Controle) -> Reactie:
        self.gezien.append(stap)
        return self.kies(stap)

    def choose(self, regels: tuple[Overzichtsregel, ...], nu: str | None) -> str | None:
        self.overzichten.append(regels)
        return self.sprong

    def switched(self, kant: Zichtkant) -> None:
        self.kant = kant
        self.wat.append(kant)

    def tell(self, zin: str) -> None:
        self.wat.append(zin)

    def danger(self) -> None:
        self.wat.append("gevaar")

    def joined(self) -> None:
        self.wat.append("erbij")

    def lock(self) -> None:
        self.wat.append("slot")


@dataclass
class Logboek:
    """Writes in memory; every event that was written stays."""

    gebeurtenissen: list[Gebeurtenis] = field(default_factory=list)
    tijd: datetime = NU

    def write(self, d: Dossier, feiten: tuple[Feit, ...]) -> Dossier:
        nieuw = [stamp(f, door="Kim", tijd=self.tijd) for f in feiten]
        self.gebeurtenissen.extend(nieuw)
        return fold(nieuw, d)


def play(d: Dossier, kies: Kies, **opties: object) -> tuple[Dossier, Speler, Logboek]:
    """The conversation until the script has seen enough, or to its end."""
    speler, log = Speler(kies), Logboek()
    laatste = [d]

    def write(d: Dossier, feiten: tuple[Feit, ...]) -> Dossier:
        laatste[0] = log.write(d, feiten)
        return laatste[0]

    with suppress(Genoeg, KeyboardInterrupt):
        run(d, omgeving(), speler, write, **opties)  # type: ignore[arg-type]
    return laatste[0], speler, log


def script(*reacties: Reactie) -> Kies:
    """These, one after the other; then it is enough."""
    rij = list(reacties)

    def kies(stap: Stap) -> Reactie:
        if not rij:
            raise Genoeg
        return rij.pop(0)

    return kies


def any_answer(stap: Stap) -> Waarde:
    """An answer that fits any step: the present one, else the first that is possible."""
    if stap.standaard is not None:
        return stap.standaard
    match stap.soort:
        case "mededeling":
            return None
        case "keuze":
            return stap.keuzes[0].code
        case "meerkeuze":
            return () if stap.geen_van_deze else (stap.keuzes[0].code,)
        case "schaal" | "getal":
            return stap.van or 0
        case "datum":
            return omgeving().vandaag
        case "tijd":
            return "20:00"
        case _:
            return f"tekst bij {stap.id}"
