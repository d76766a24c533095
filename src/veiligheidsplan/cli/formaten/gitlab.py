"""A code quality report for GitLab."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.cli.formaten.plek import fingerprints, in_repository, message
from veiligheidsplan.cli.render import in_order

_ERNST = {Ernst.FOUT: "major", Ernst.WAARSCHUWING: "minor"}


def render(bevindingen: Sequence[Bevinding]) -> str:
    """A JSON list; a finding without a place stands at line 1 of «.», since GitLab wants one."""
    geordend = in_order(bevindingen)
    merken = fingerprints(geordend)
    return json.dumps([_entry(b, m) for b, m in zip(geordend, merken, strict=True)], indent=2) + "\n"


def _entry(bevinding: Bevinding, merk: str) -> dict[str, Any]:
    plaats = bevinding.plaats
    return {
        "description": message(bevinding),
        "check_name": bevinding.code,
        "fingerprint": merk,
        "severity": _ERNST[bevinding.ernst],
        "location": {
            "path": in_repository(plaats.bestand) if plaats else ".",
            "lines": {"begin": max(plaats.regel, 1) if plaats else 1},
        },
    }
