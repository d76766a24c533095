"""A typed line read as the answer to a question with fixed answers: numbers, words or codes."""

from __future__ import annotations

from collections.abc import Sequence

from veiligheidsplan.cli.antwoord import chosen_value, exclusive_of, options_of
from veiligheidsplan.cli.typed import Weigering, find_choice
from veiligheidsplan.plan.stap import Keuze, Stap, Waarde


def read_choice(stap: Stap, regel: str) -> Waarde | Weigering:
    """The value of *regel* («2», «1, 3», «weet ik niet»); ``None`` for nothing where nothing is allowed."""
    opties = options_of(stap)
    if not regel and not stap.verplicht:
        return None
    codes = _codes(regel, opties, meer=stap.soort == "meerkeuze")
    if isinstance(codes, Weigering):
        return codes
    if len(codes) > 1 and set(codes) & exclusive_of(stap):
        alleen = next(k.tekst for k in opties if k.code in codes and k.code in exclusive_of(stap))
        return Weigering(f"«{alleen}» kan niet samen met een ander antwoord.")
    return chosen_value(stap, codes)


def which_number(aantal: int) -> str:
    """Which numbers can be typed."""
    return "Typ 1, of een woord." if aantal == 1 else f"Typ een nummer van 1 tot en met {aantal}."


def _codes(regel: str, opties: Sequence[Keuze], *, meer: bool) -> tuple[str, ...] | Weigering:
    geheel = find_choice(opties, regel)
    if geheel is not None and not _is_number(regel):
        return (geheel.code,)
    delen = regel.replace(",", " ").split() if meer else [regel]
    if meer and not all(_is_number(d) for d in delen):
        delen = [d.strip() for d in regel.split(",")]
    gekozen = []
    for deel in delen:
        keuze = _pick(deel, opties)
        if keuze is None:
            return Weigering(which_number(len(opties)))
        gekozen.append(keuze.code)
    if not gekozen:
        return Weigering("Er is nog geen antwoord gekozen.")
    return tuple(k.code for k in opties if k.code in gekozen)


def _is_number(tekst: str) -> bool:
    return tekst.isascii() and tekst.isdigit()


def _pick(deel: str, opties: Sequence[Keuze]) -> Keuze | None:
    if _is_number(deel) and len(deel) < 5:
        return opties[int(deel) - 1] if 1 <= int(deel) <= len(opties) else None
    return find_choice(opties, deel) if deel else None
