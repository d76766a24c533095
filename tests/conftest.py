"""Wat voor elke proef geldt."""

from __future__ import annotations

import signal

import pytest


@pytest.fixture(autouse=True)
def _te_onderbreken() -> None:
    """Whoever starts the tests in the background leaves Ctrl-C ignored, and every program that a test starts inherits
    that: then nothing here could be interrupted."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
