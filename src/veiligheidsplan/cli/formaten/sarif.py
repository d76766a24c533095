"""SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from veiligheidsplan.bevinding import Bevinding, Ernst, Plaats
from veiligheidsplan.cli.formaten import fingerprints, message, relative
from veiligheidsplan.cli.render import in_order
from veiligheidsplan.cli.start import version

_NIVEAU = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning"}


def render(bevindingen: Sequence[Bevinding]) -> str:
    """One run with one result per finding."""
    geordend = in_order(bevindingen)
    codes = sorted({b.code for b in geordend})
    inhoud = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "veiligheidsplan",
                        "version": version(),
                        "rules": [{"id": code} for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(b, m) for b, m in zip(geordend, fingerprints(geordend), strict=True)],
            }
        ],
    }
    return json.dumps(inhoud, indent=2) + "\n"


def _result(bevinding: Bevinding, merk: str) -> dict[str, Any]:
    uitkomst: dict[str, Any] = {
        "ruleId": bevinding.code,
        "level": _NIVEAU[bevinding.ernst],
        "message": {"text": message(bevinding)},
        "partialFingerprints": {"veiligheidsplan/v1": merk},
        "locations": [_location(bevinding.plaats)] if bevinding.plaats else [],
    }
    if bevinding.verwant:
        uitkomst["relatedLocations"] = [
            {**_location(v.plaats), "message": {"text": v.uitleg}} for v in bevinding.verwant
        ]
    return uitkomst


def _location(plaats: Plaats) -> dict[str, Any]:
    gebied = {"startLine": max(plaats.regel, 1), "startColumn": max(plaats.kolom, 1)}
    if plaats.eind_regel is not None and plaats.eind_kolom is not None:
        gebied |= {"endLine": plaats.eind_regel, "endColumn": plaats.eind_kolom}
    adres = quote(relative(plaats.bestand))
    return {"physicalLocation": {"artifactLocation": {"uri": adres}, "region": gebied}}
