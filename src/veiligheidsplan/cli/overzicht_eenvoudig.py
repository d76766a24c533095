"""The overview in the plain mode: a numbered list; a number goes there, a word searches."""

from __future__ import annotations

from collections.abc import Sequence

from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.keuzeregel import which_number
from veiligheidsplan.cli.overzicht import SLAAPT, Genummerd, matching
from veiligheidsplan.cli.plain import read_line
from veiligheidsplan.cli.screens import say
from veiligheidsplan.cli.toetsen import explain_words, movement, read_word

VRAAG = "Typ het nummer van de vraag, een woord om te zoeken, of Enter om terug te gaan: "


def choose_plain(b: Beeld, alle: tuple[Genummerd, ...], nu: str | None) -> str | None:
    """The step to go to; ``None`` goes back."""
    _show(alle, nu)
    while True:
        regel = read_line(VRAAG).strip()
        woord = read_word(regel)
        if not regel or woord == "terug":
            return None
        if woord == "uitleg":
            for zin in explain_words(b.kant, vrij=False):
                say(zin)
        elif woord == "overzicht" or woord == "notitie":
            _show(alle, nu)
        elif woord is not None and not isinstance(woord, int):
            b.wacht = movement(woord)
            return None
        elif isinstance(woord, int) or (regel.isascii() and regel.isdigit() and len(regel) < 6):
            gekozen = _pick(alle, woord if isinstance(woord, int) else int(regel))
            if gekozen is not None:
                return gekozen
        elif gevonden := matching(alle, regel):
            _show(gevonden, nu)
        else:
            say("Er is geen vraag gevonden.")


def _pick(alle: tuple[Genummerd, ...], nummer: int) -> str | None:
    if not 1 <= nummer <= len(alle):
        say(which_number(len(alle)))
        return None
    regel = alle[nummer - 1].regel
    if regel.staat == "slapend":
        say(SLAAPT)
        return None
    return regel.stap


def _show(regels: Sequence[Genummerd], nu: str | None) -> None:
    say()
    say("Overzicht.")
    sectie = ""
    for g in regels:
        if g.regel.sectie != sectie:
            sectie = g.regel.sectie
            say(f"Deel: {sectie}.")
        say(g.zin + (". Hier bent u nu." if g.regel.stap == nu else ""))
