"""Wat de tests van npm gebruiken, staat vast met een controlegetal, en zonder adres van een winkel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HUIS = Path(__file__).parents[2]
MAP = HUIS / ".ci" / "npm"


def lock() -> dict[str, Any]:
    inhoud: dict[str, Any] = json.loads((MAP / "package-lock.json").read_text(encoding="utf-8"))
    return inhoud


def test_het_slotbestand_noemt_geen_enkel_adres() -> None:
    assert "://" not in (MAP / "package-lock.json").read_text(encoding="utf-8")


def test_elk_pakket_heeft_een_controlegetal() -> None:
    pakketten = {naam: p for naam, p in lock()["packages"].items() if naam}
    assert len(pakketten) > 10
    assert all(p["integrity"].startswith("sha512-") for p in pakketten.values())


def test_het_slotbestand_hoort_bij_de_gekozen_versies() -> None:
    gekozen = json.loads((MAP / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {n: lock()["packages"][f"node_modules/{n}"]["version"] for n in gekozen} == gekozen
