"""Annotations for GitHub Actions: one workflow command a line."""

from __future__ import annotations

from collections.abc import Sequence

from veiligheidsplan.bevinding import Bevinding, Ernst, Plaats
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.formaten.plek import in_repository, message, title
from veiligheidsplan.cli.render import in_order

_SOORT = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning"}


def render(bevindingen: Sequence[Bevinding]) -> str:
    """``::error file=…,line=…,col=…,title=…::…``; nothing in a finding can start a command of its own."""
    return "".join(
        annotation(_SOORT[b.ernst], b.plaats, title(b.code), message(b)) for b in in_order(bevindingen)
    )


def annotation(soort: str, plaats: Plaats | None, titel: str, tekst: str) -> str:
    """One line: *soort* is ``error`` or ``warning``. Without an end, since GitHub would show it at the end."""
    velden = {}
    if plaats is not None:
        bestand = clean(in_repository(plaats.bestand), regels=False)
        velden = {"file": bestand, "line": str(plaats.regel), "col": str(plaats.kolom)}
    velden["title"] = titel
    eigenschappen = ",".join(f"{naam}={_property(waarde)}" for naam, waarde in velden.items())
    return f"::{soort} {eigenschappen}::{_data(tekst)}\n"


def _data(tekst: str) -> str:
    return tekst.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(tekst: str) -> str:
    return _data(tekst).replace(":", "%3A").replace(",", "%2C")
