"""Annotations for GitHub Actions: one workflow command a line."""

from __future__ import annotations

from collections.abc import Sequence

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.cli.formaten import message, relative
from veiligheidsplan.cli.render import in_order

_SOORT = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning"}


def render(bevindingen: Sequence[Bevinding]) -> str:
    """``::error file=…,line=…,col=…,title=…::…``; nothing in a finding can start a command of its own."""
    return "".join(_line(b) + "\n" for b in in_order(bevindingen))


def _line(bevinding: Bevinding) -> str:
    velden = {}
    plaats = bevinding.plaats
    if plaats is not None:
        velden = {"file": relative(plaats.bestand), "line": str(plaats.regel), "col": str(plaats.kolom)}
    velden["title"] = bevinding.code
    eigenschappen = ",".join(f"{naam}={_property(waarde)}" for naam, waarde in velden.items())
    return f"::{_SOORT[bevinding.ernst]} {eigenschappen}::{_data(message(bevinding))}"


def _data(tekst: str) -> str:
    return tekst.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(tekst: str) -> str:
    return _data(tekst).replace(":", "%3A").replace(",", "%2C")
