"""Dezelfde inhoud geeft dezelfde bytes: in een ander proces, een andere map, tijdzone, taal, volgorde en umask."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.export.soorten import SOORTEN, made

HIER = Path(__file__).parents[2]
# One process makes all kinds, in an order of its own: what was made before may leave no trace.
_OPDRACHT = """
import hashlib, os, sys
os.umask(int(sys.argv[1], 8))
from tests.export.soorten import SOORTEN, made
for naam in sorted(SOORTEN, key=lambda n: hashlib.md5((sys.argv[2] + n).encode()).digest()):
    print(hashlib.sha256(made(naam)).hexdigest(), naam)
"""
OMGEVINGEN = {
    "a": {"PYTHONHASHSEED": "1", "TZ": "UTC", "SOURCE_DATE_EPOCH": "0", "LC_ALL": "C", "umask": "077"},
    "b": {"PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland", "SOURCE_DATE_EPOCH": "1700000000", "LC_ALL": "C.UTF-8",
          "umask": "000", "PYTHONOPTIMIZE": "1"},
}  # fmt: skip


@cache
def elsewhere(naam: str, map_: Path) -> dict[str, str]:
    """The hash of every kind, made by another process in another folder."""
    eigen = dict(OMGEVINGEN[naam])
    umask = eigen.pop("umask")
    omgeving = os.environ | eigen | {"PYTHONPATH": str(HIER)}
    uit = subprocess.run(
        [sys.executable, "-c", _OPDRACHT, umask, naam],
        cwd=map_, env=omgeving, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return {regel[65:]: regel[:64] for regel in uit.stdout.splitlines()}


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elders")


@pytest.mark.parametrize("omgeving", OMGEVINGEN)
def test_elk_soort_document_is_elders_byte_voor_byte_gelijk(omgeving: str, map_: Path) -> None:
    """Geen klok, map, taal, tijdzone, hashzaad, rechten of eerder document laat een spoor na."""
    assert elsewhere(omgeving, map_) == {n: hashlib.sha256(made(n)).hexdigest() for n in SOORTEN}
