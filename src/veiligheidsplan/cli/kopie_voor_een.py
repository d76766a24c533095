"""A copy for one person, at the keyboard: for whom, whether that is safe, and whether the private pages come too.

On the werkscherm alone: who can be chosen, and what is asked about them, is not for the room.
"""

from __future__ import annotations

from pathlib import Path

from veiligheidsplan.app.exporteer import handed
from veiligheidsplan.cli import lezers, meegeven
from veiligheidsplan.cli.kopie_schrijven import written_or_told
from veiligheidsplan.cli.screens import columns
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.export import as_lines
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.kopie import Eigendeel, has_private, make_copy
from veiligheidsplan.plan.lezer import GEZAMENLIJK, PROFESSIONAL, Lezer, handle, readers_of
from veiligheidsplan.plan.stap import Keuze, Stap
from veiligheidsplan.plan.weggelaten import left_out

_NIET = "terug"


def copy_for_one(t: Tafel, d: Dossier, naar: Path) -> Dossier:
    """Ask for whom and how, and do that. Going back at any question makes nothing."""
    if t.beeld.kant != "werkscherm":
        t.tell("Een kopie voor één persoon maakt u op het werkscherm, als niemand meekijkt.")
        return d
    lezer = _ask(t, "Voor wie is de kopie?", _people(t, d))
    if lezer in (None, _NIET):
        return d
    hoe = meegeven.ask_how(t.menu, lezers.called(d, t.o, lezer))
    if hoe is None:
        return d
    if hoe == "niet":
        t.tell("Er is geen kopie gemaakt. Dat staat in het dossier.")
        return t.kast.write(t.id, d, [handed(lezer, None, "niet")])
    eigen = meegeven.ask_private(t.menu) if has_private(d, t.o, lezer) else "niet"
    if eigen is None or not meegeven.confirm_texts(t.menu, t.tell, d, t.o, lezer, eigen=eigen):
        return d
    weg = left_out(d, t.o, lezer, eigen=eigen)
    if weg:
        t.page("Wat niet op deze kopie komt", "\n".join(f"- {regel}" for regel in weg))
    if hoe in ("getoond", "voorgelezen"):
        return _show(t, d, lezer, hoe, eigen)
    return written_or_told(t, d, lezer, naar, lezers.called(d, t.o, lezer), eigen=eigen, hoe=hoe)


def _people(t: Tafel, d: Dossier) -> tuple[Keuze, ...]:
    wie = (p for p in readers_of(d) if p not in (PROFESSIONAL, GEZAMENLIJK))
    return (*(Keuze(p, f"{lezers.called(d, t.o, p)} ({handle(p)})") for p in wie), Keuze(_NIET, "Nu niet"))


def _show(t: Tafel, d: Dossier, lezer: Lezer, hoe: str, eigen: Eigendeel) -> Dossier:
    """Nothing is written: the text stands on the screen, to be read or read aloud."""
    tekst = "\n".join(as_lines(make_copy(d, t.o, lezer, kenmerk="-", eigen=eigen), columns()))
    t.page(lezers.called(d, t.o, lezer), tekst)
    return t.kast.write(t.id, d, [handed(lezer, None, hoe)])


def _ask(t: Tafel, tekst: str, keuzes: tuple[Keuze, ...]) -> str | None:
    return t.menu(Stap("menu/kopie", "keuze", tekst, "Kopie voor één persoon", keuzes=keuzes))
