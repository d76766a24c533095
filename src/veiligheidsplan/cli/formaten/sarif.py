"""SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from veiligheidsplan.bevinding import Bevinding, Ernst, Plaats
from veiligheidsplan.cli.formaten.plek import fingerprints, in_repository, message, whole
from veiligheidsplan.cli.formaten.sarif_regels import rules
from veiligheidsplan.cli.render import in_order
from veiligheidsplan.cli.start import version

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_NIVEAU = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning"}
#: in a SARIF text ``[a](b)`` is a link and ``{0}`` a placeholder; what a person wrote is neither
_LINK = re.compile(r"\](?=\()")
_PLEK = re.compile(r"\{(?=\d+\})")


def render(bevindingen: Sequence[Bevinding]) -> str:
    """One run with one result per finding, and one rule per code with its whole explanation."""
    geordend = in_order(bevindingen)
    codes = sorted({b.code for b in geordend})
    driver = {
        "name": "veiligheidsplan",
        "version": version(),
        "semanticVersion": version(),
        "language": "nl-NL",
        "rules": rules(geordend),
    }
    ronde = {
        "tool": {"driver": driver},
        "language": "nl-NL",
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(b, m, codes.index(b.code)) for b, m in zip(geordend, fingerprints(geordend), strict=True)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [ronde]}, indent=2) + "\n"


def plain(tekst: str) -> str:
    """*tekst* with nothing in it that SARIF would read as a link or a placeholder."""
    return _PLEK.sub("{ ", _LINK.sub("] ", tekst))


def _result(bevinding: Bevinding, merk: str, index: int) -> dict[str, Any]:
    uitkomst: dict[str, Any] = {
        "ruleId": bevinding.code,
        "ruleIndex": index,
        "level": _NIVEAU[bevinding.ernst],
        "message": {"text": plain(message(bevinding))},
        "partialFingerprints": {"veiligheidsplan/v1": merk},
        # GitHub refuses a whole file for one result without a place
        "locations": [_location(bevinding.plaats or Plaats(".", 1, 1))],
    }
    if bevinding.verwant:
        uitkomst["relatedLocations"] = [
            {"id": i, **_location(v.plaats), "message": {"text": plain(whole(v.uitleg))}}
            for i, v in enumerate(bevinding.verwant)
        ]
    return uitkomst


def _location(plaats: Plaats) -> dict[str, Any]:
    gebied = {"startLine": max(plaats.regel, 1), "startColumn": max(plaats.kolom, 1)}
    if plaats.eind_regel is not None and plaats.eind_kolom is not None:
        gebied |= {"endLine": plaats.eind_regel, "endColumn": plaats.eind_kolom}
    return {"physicalLocation": {"artifactLocation": _address(plaats.bestand), "region": gebied}}


def _address(bestand: str) -> dict[str, str]:
    """Relative to the top of the repository, which SARIF users call ``%SRCROOT%``; else a ``file:`` address."""
    pad = in_repository(bestand)
    if Path(pad).is_absolute():
        return {"uri": Path(pad).as_uri()}
    return {"uri": quote(pad), "uriBaseId": "%SRCROOT%"}
