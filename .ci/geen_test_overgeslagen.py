"""Fails when a test was skipped: on this machine everything that a test needs is there."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET  # our own file, just written by pytest


def main(bestand: str) -> int:
    """Exit code 1 with the names of the skipped tests, or when no test ran."""
    gevallen = list(ET.parse(bestand).iter("testcase"))  # noqa: S314 - written by pytest a moment ago
    over = [g for g in gevallen if g.find("skipped") is not None]
    for geval in over:
        reden = geval.find("skipped")
        tekst = reden.get("message") if reden is not None else ""
        sys.stdout.write(f"overgeslagen: {geval.get('classname')}::{geval.get('name')}: {tekst}\n")
    sys.stdout.write(f"{len(gevallen)} tests, {len(over)} overgeslagen\n")
    return 1 if over or not gevallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
