"""What the storage tests share: a vault that opens without a slow derivation, and cheap passphrases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from veiligheidsplan.storage.kluis import Kluis
from veiligheidsplan.storage.seal_wachtzin import Kosten

NU = datetime(2026, 12, 7, 10, 30, tzinfo=UTC)
GOEDKOOP = Kosten(rondes=1, geheugen=64, banen=1)
WACHTZIN = "vier fietsen bij de sloot"


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    """The place of a vault that does not exist yet."""
    return tmp_path / "map" / "kluis.db"


@pytest.fixture
def kluis(pad: Path) -> Iterator[Kluis]:
    """An open vault with a random key."""
    with Kluis.met_willekeurige_sleutel(pad) as open_kluis:
        yield open_kluis
