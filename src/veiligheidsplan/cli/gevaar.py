"""*Nu gevaar*: whom to call, at once. Nothing to type, nothing about the household, no passphrase; it never fails."""

from __future__ import annotations

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.beeld import Beeld

#: what is said when even the file with numbers cannot be read
ZONDER_BESTAND = ("Is er nu gevaar? Bel 112.",)


def danger_lines() -> tuple[str, ...]:
    """112, and the first three numbers that are for everyone, from ``regio/nummers.yaml``."""
    from veiligheidsplan.app.nummers import numbers_to_call

    try:
        nummers = numbers_to_call().for_household()[:3]
    except (BevindingenFout, OSError):
        return ZONDER_BESTAND
    if not nummers:
        return ZONDER_BESTAND
    return (
        f"Is er nu gevaar? Bel {nummers[0].nummer}.",
        *(f"{n.naam}: {n.nummer}. {n.wanneer}" for n in nummers),
    )


def show_danger(b: Beeld) -> None:
    """Show the numbers until Enter. Every answer was saved before."""
    kop, *regels = danger_lines()
    if b.eenvoudig:
        from veiligheidsplan.cli.plain import read_line
        from veiligheidsplan.cli.screens import say

        say()
        for regel in (kop, *regels):
            say(regel)
        read_line("Druk op Enter om verder te gaan. ")
        return
    from veiligheidsplan.cli.venster import read

    read(b, "", [("vraag", kop), ("", ""), *(("", r) for r in regels)], daden=False)
