"""Checking a PDF's signatures (*controleer*), offline, and what the outcome means in plain Dutch."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from veiligheidsplan.signing.verify import Controle, verify


def check_pdf(pdf: bytes) -> Controle:
    """The outcome for these bytes; never raises for any input."""
    return verify(pdf)
