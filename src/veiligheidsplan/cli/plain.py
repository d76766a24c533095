"""The plain mode, fit for a screen reader: numbered answers, typed lines, one fact a line, no redraw."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

from veiligheidsplan.cli.ask import (
    chosen_value,
    earlier,
    exclusive_of,
    options_of,
    typed_default,
)
from veiligheidsplan.cli.screens import say
from veiligheidsplan.cli.typed import Weigering, bounds, find_choice, read_typed
from veiligheidsplan.plan.stap import Keuze, Stap, Waarde


def answer(stap: Stap, vandaag: date | None) -> Waarde:
    """Ask until there is an answer."""
    if stap.soort == "mededeling":
        read_line("Druk op Enter om verder te gaan. ")
        return None
    if stap.soort in ("keuze", "meerkeuze"):
        return _choose(stap)
    return _type(stap, vandaag)


def read_line(uitnodiging: str) -> str:
    """One typed line; the invitation goes to stderr, so that stdout stays for results."""
    sys.stderr.write(uitnodiging)
    sys.stderr.flush()
    if sys.stdin is None:
        raise EOFError
    regel = sys.stdin.readline()
    if not regel:
        raise EOFError
    return regel.rstrip("\r\n")


def _choose(stap: Stap) -> Waarde:
    opties = options_of(stap)
    oud = earlier(stap)
    for nummer, keuze in enumerate(opties, 1):
        say(f"{nummer}. {keuze.tekst}" + (" (eerder gekozen)" if keuze.code in oud else ""))
    hoe = "de nummers, met een komma ertussen" if stap.soort == "meerkeuze" else "het nummer"
    if not stap.verplicht:
        hoe += ", of niets"
    while True:
        regel = read_line(f"Typ {hoe}{_help_hint(stap)}: ").strip()
        if regel == "?" and stap.hulp:
            say(stap.hulp)
            continue
        if not regel and not stap.verplicht:
            return None
        codes = _codes(regel, opties, meer=stap.soort == "meerkeuze")
        if isinstance(codes, Weigering):
            say(codes.uitleg)
        elif len(codes) > 1 and set(codes) & exclusive_of(stap):
            alleen = next(k.tekst for k in opties if k.code in codes and k.code in exclusive_of(stap))
            say(f"«{alleen}» kan niet samen met een ander antwoord.")
        else:
            return chosen_value(stap, codes)


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
            return Weigering(f"Typ een nummer van 1 tot en met {len(opties)}.")
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


def _type(stap: Stap, vandaag: date | None) -> Waarde:
    standaard = typed_default(stap)
    for regel in explain(stap):
        say(regel)
    if standaard:
        say(f"Nu staat er: {standaard}. Enter laat het zo.")
    uitnodiging = f"Uw antwoord{_help_hint(stap)}: "
    while True:
        tekst = _lines(uitnodiging) if stap.meer_regels else read_line(uitnodiging)
        if tekst.strip() == "?" and stap.hulp:
            say(stap.hulp)
            continue
        waarde = read_typed(stap, tekst if tekst.strip() else standaard, vandaag)
        if not isinstance(waarde, Weigering):
            return waarde
        say(waarde.uitleg)


def _lines(uitnodiging: str) -> str:
    regels = [read_line(uitnodiging)]
    while regels[-1].strip() and regels != ["?"]:
        regels.append(read_line(""))
    return "\n".join(regels)


def _help_hint(stap: Stap) -> str:
    return " (? voor uitleg)" if stap.hulp else ""


def explain(stap: Stap) -> list[str]:
    """How this kind is typed, one fact a line."""
    regels = [f"{waarde} is: {tekst}." for waarde, tekst in stap.uitersten]
    if stap.soort in ("getal", "schaal"):
        regels.append(f"Typ een heel getal{bounds(stap)}.")
    elif stap.soort == "datum":
        regels.append("Typ een datum zoals 7 december 2026 of 7-12-2026, of: vandaag, morgen, vrijdag.")
    elif stap.soort == "tijd":
        regels.append("Typ een tijd zoals 14.30.")
    elif stap.meer_regels:
        regels.append("U mag meer regels typen. Een lege regel sluit af.")
    if stap.bijzonder:
        regels.append("U kunt ook typen: " + ", of: ".join(k.tekst.lower() for k in stap.bijzonder) + ".")
    if not stap.verplicht:
        regels.append("Niets typen en Enter slaat deze vraag over.")
    return regels
