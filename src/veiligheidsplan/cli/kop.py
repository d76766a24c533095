"""Where we are (*kop*): the view, the section, how far, and whether it is saved; and the help at a question."""

from __future__ import annotations

from typing import Final

from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.toetsen import explain_keys, explain_words, is_free_text
from veiligheidsplan.plan.stap import Stap, Zichtkant

#: what the header calls each view. At the table nothing may suggest that there is more than what one sees
ZICHT: Final[dict[Zichtkant, str]] = {"aan_tafel": "Aan tafel", "werkscherm": "Werkscherm: alleen voor u"}


def status(b: Beeld, stap: Stap) -> list[str]:
    """The parts of the status line."""
    delen = [ZICHT[b.kant], stap.sectie]
    if stap.nummer:
        delen.append(f"Vraag {stap.nummer[0]} van {stap.nummer[1]}")
    if b.bewaard:
        delen.append("Bewaard" if b.eenvoudig else "bewaard")
    return [deel for deel in delen if deel]


def header(b: Beeld, stap: Stap) -> str:
    """The status line of a full terminal."""
    return " · ".join(status(b, stap))


def help_lines(b: Beeld, stap: Stap, *, woorden: bool = False) -> list[str]:
    """The help at this question, and every key (or every word, for the plain mode)."""
    regels = [stap.hulp or "Bij deze vraag is geen aparte uitleg.", ""]
    if stap.soort == "mededeling":
        regels = []
    if woorden:
        return [*regels, *explain_words(b.kant, vrij=is_free_text(stap))]
    return [*regels, "Deze toetsen werken overal:", *explain_keys(b.kant)]
