"""Fails when a test was skipped: on this machine everything that a test needs is there.

    geen_test_overgeslagen.py UITSLAG.xml…           0 when every test ran in at least one of the runs
    geen_test_overgeslagen.py --namen UITSLAG.xml    the skipped tests as pytest wants them, one a line

A test of file rights means nothing for root, who may do everything: that one runs a second time as another user.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET


def skipped(bestand: str) -> tuple[set[str], set[str]]:
    """The tests that ran and those that did not, as ``path::name``."""
    gelopen, over = set(), set()
    for geval in ET.parse(bestand).iter("testcase"):  # noqa: S314 - written by pytest a moment ago
        naam = f"{(geval.get('classname') or '').replace('.', '/')}.py::{geval.get('name')}"
        (over if geval.find("skipped") is not None else gelopen).add(naam)
    return gelopen, over


def main(args: list[str]) -> int:
    """Exit code 1 with the names of the tests that never ran, or when no test ran."""
    if args[0] == "--namen":
        sys.stdout.writelines(f"{naam}\n" for naam in sorted(skipped(args[1])[1]))
        return 0
    gelopen: set[str] = set()
    over: set[str] = set()
    for bestand in args:
        wel, niet = skipped(bestand)
        gelopen, over = gelopen | wel, over | niet
    over -= gelopen
    sys.stdout.writelines(f"overgeslagen: {naam}\n" for naam in sorted(over))
    sys.stdout.write(f"{len(gelopen)} passed, 0 failed, {len(over)} skipped\n")
    return 1 if over or not gelopen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
