"""What a step offers to answer and what stands there already, the same for every terminal."""

from __future__ import annotations

from datetime import date
from typing import Final

from veiligheidsplan.cli.typed import in_words
from veiligheidsplan.plan.stap import Keuze, Stap, Stapsoort, Waarde

#: the choice «none of these»; its answer is the empty tuple, never this code
GEEN: Final = Keuze("geen_van_deze", "Geen van deze")
#: answered by choosing; every other kind is answered by typing
KIEZEN: Final[frozenset[Stapsoort]] = frozenset({"keuze", "meerkeuze"})


def options_of(stap: Stap) -> tuple[Keuze, ...]:
    """All that can be chosen: the answers, none of these, and the special answers."""
    if stap.soort == "keuze":
        return (*stap.keuzes, *stap.bijzonder)
    return (*stap.keuzes, *((GEEN,) if stap.geen_van_deze else ()), *stap.bijzonder)


def exclusive_of(stap: Stap) -> frozenset[str]:
    """The choices that stand alone: none of these, and the special answers."""
    return frozenset({GEEN.code, *(k.code for k in stap.bijzonder)})


def chosen_value(stap: Stap, codes: tuple[str, ...]) -> Waarde:
    """The value that belongs to what was chosen; nothing chosen is ``None``."""
    if not codes:
        return None
    if stap.soort == "keuze" or codes[0] in {k.code for k in stap.bijzonder}:
        return codes[0]
    return () if codes == (GEEN.code,) else codes


def earlier(stap: Stap) -> tuple[str, ...]:
    """The codes of an earlier answer that can still be chosen; one of another version is left out."""
    oud = stap.standaard
    codes = (oud,) if isinstance(oud, str) else oud if isinstance(oud, tuple) else ()
    if oud == () and stap.geen_van_deze:
        codes = (GEEN.code,)
    bekend = {k.code for k in options_of(stap)}
    return tuple(c for c in codes if c in bekend)


def typed_default(stap: Stap) -> str:
    """An earlier answer as text to edit; of a special answer its words. Empty for one that no longer fits."""
    for keuze in stap.bijzonder:
        if keuze.code == stap.standaard:
            return keuze.tekst
    waarde = stap.standaard
    if isinstance(waarde, date):
        return f"{waarde.day}-{waarde.month}-{waarde.year}"
    if waarde is None or isinstance(waarde, tuple):
        return ""
    if stap.soort in ("getal", "schaal"):
        return str(waarde) if isinstance(waarde, int) and _within(stap, waarde) else ""
    return str(waarde).replace(":", ".") if stap.soort == "tijd" else str(waarde)


def _within(stap: Stap, getal: int) -> bool:
    return (stap.van is None or getal >= stap.van) and (stap.tot is None or getal <= stap.tot)


def in_answer_words(stap: Stap, waarde: Waarde) -> str:
    """An answer as a person reads it; nothing for «left open»."""
    if waarde is None:
        return ""
    teksten = {k.code: k.tekst for k in options_of(stap)}
    if waarde == ():
        return GEEN.tekst
    if isinstance(waarde, tuple):
        return ", ".join(teksten.get(c, c) for c in waarde)
    if isinstance(waarde, str) and (stap.soort in KIEZEN or waarde in teksten):
        return teksten.get(waarde, "")
    return in_words(waarde) if stap.soort in ("datum", "tijd") else str(waarde)


def origin(stap: Stap) -> str:
    """Where the answer that stands there comes from: «(eerder gekozen)», or «(uit de vorige ronde)»."""
    return f"({stap.herkomst})" if stap.herkomst else "(eerder gekozen)"


def must_confirm(stap: Stap, waarde: Waarde) -> bool:
    """Whether this is an answer of an earlier round, which counts only when a person says that it still holds."""
    return stap.herkomst is not None and waarde is not None and waarde == stap.standaard


def confirm_question(stap: Stap) -> str:
    """What is asked before an answer of an earlier round is taken over."""
    return f"Dit antwoord komt {stap.herkomst}. Klopt het nog? Druk dan nog eens op Enter."
