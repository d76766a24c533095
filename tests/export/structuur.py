"""The structural check of a tagged PDF, for tests everywhere: ``assert check(pdf) == []``. See ``keuring``."""

from __future__ import annotations

from tests.export.keuring import check, reading_order

__all__ = ["check", "reading_order"]
