"""Wat voor elke proef geldt."""

from __future__ import annotations

import signal

# Whoever starts the tests in the background (a shell, a CI) leaves Ctrl-C ignored, and every program that a test starts
# would inherit that: then nothing here could be interrupted.
signal.signal(signal.SIGINT, signal.default_int_handler)
