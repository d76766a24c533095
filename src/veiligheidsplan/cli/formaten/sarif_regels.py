"""The rules (*reportingDescriptors*) of a SARIF run: what ``instrument uitleg`` says of each code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.cli.formaten.plek import explained

#: GitHub shows no more of a full description
_LANGST = 1000
_NIVEAU = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning"}


def rules(bevindingen: Sequence[Bevinding]) -> list[dict[str, Any]]:
    """One rule per code among *bevindingen*, sorted by code."""
    ernst = {b.code: b.ernst for b in bevindingen}
    return [_rule(code, ernst[code]) for code in sorted(ernst)]


def _rule(code: str, ernst: Ernst) -> dict[str, Any]:
    titel, _, rest = explained(code).partition("\n")
    rest = rest.strip() or titel
    return {
        "id": code,
        "shortDescription": {"text": titel},
        "fullDescription": {"text": rest.split("\n\n", 1)[0].replace("\n", " ")[:_LANGST]},
        "help": {"text": rest, "markdown": rest},
        "defaultConfiguration": {"level": _NIVEAU[ernst]},
        "properties": {"tags": ["instrument"], "problem.severity": _NIVEAU[ernst]},
    }
