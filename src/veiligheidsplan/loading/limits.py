"""Limits on what is read: far above any real file, far below what hurts a laptop.

The depth limit is a matter of safety: 100,000 nested lists crash CPython inside PyYAML's C loader.
"""

from __future__ import annotations

from typing import Final

#: bytes of one file
MAX_BYTES: Final = 2 * 1024 * 1024
#: blocks and lists within each other
MAX_DIEPTE: Final = 64
#: values in one file, with every alias written out
MAX_KNOPEN: Final = 200_000
#: digits of one number
MAX_CIJFERS: Final = 15
#: findings of one file; a file with more is not a file with typing errors
MAX_BEVINDINGEN: Final = 200
