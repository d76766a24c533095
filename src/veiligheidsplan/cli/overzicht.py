"""The overview (*overzicht*): all questions of this view by section, to jump to one. No screen of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.plan.overzicht import Overzichtsregel, Regelstaat

STAAT: Final[dict[Regelstaat, str]] = {
    "beantwoord": "beantwoord",
    "open": "nog open",
    "niet_gevraagd": "niet gevraagd",
    "weet_niet": "weet niet",
    "wil_niet_zeggen": "wil niet zeggen",
    "overgeslagen": "overgeslagen",
    "gelezen": "gelezen",
    "slapend": "telt nu niet mee",
}
SLAAPT: Final = "Deze vraag geldt nu niet. Het antwoord is wel bewaard."


@dataclass(frozen=True, slots=True)
class Genummerd:
    """A line with its number in the whole overview, which does not change while one searches."""

    nummer: int
    regel: Overzichtsregel

    @property
    def staat(self) -> str:
        """The answer in words, or why there is none."""
        r = self.regel
        if r.antwoord is None:
            return STAAT[r.staat]
        return f"{r.antwoord} ({STAAT[r.staat]})" if r.staat == "slapend" else r.antwoord

    @property
    def zin(self) -> str:
        """«12. Woont Noor hier? Ja», on one line; a text that has no end gets one before what is said of it."""
        vraag, staat = clean(self.regel.tekst, regels=False).rstrip(), self.staat
        if not vraag.endswith((".", "?", "!", ":")):
            vraag, staat = f"{vraag}.", staat[:1].upper() + staat[1:]
        return f"{self.nummer}. {vraag} {clean(staat, regels=False)}"


def numbered(regels: tuple[Overzichtsregel, ...]) -> tuple[Genummerd, ...]:
    """The lines with their numbers."""
    return tuple(Genummerd(n, r) for n, r in enumerate(regels, 1))


def matching(regels: tuple[Genummerd, ...], gezocht: str) -> list[Genummerd]:
    """The lines that hold every word that was typed, in the question, the answer or the section."""
    woorden = gezocht.casefold().split()
    return [g for g in regels if all(w in f"{g.zin} {g.regel.sectie}".casefold() for w in woorden)]


def choose_line(b: Beeld, regels: tuple[Overzichtsregel, ...], nu: str | None) -> str | None:
    """The step to go to; ``None`` goes back to where we were. Another movement waits in ``b.wacht``."""
    alle = numbered(regels)
    sprong, b.sprong = b.sprong, None
    if sprong is not None and 1 <= sprong <= len(alle) and alle[sprong - 1].regel.staat != "slapend":
        return alle[sprong - 1].regel.stap
    if b.eenvoudig:
        from veiligheidsplan.cli.overzicht_eenvoudig import choose_plain

        return choose_plain(b, alle, nu)
    from veiligheidsplan.cli.overzicht_venster import choose_full

    return choose_full(b, alle, nu)
