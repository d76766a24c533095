"""Sign and check: PDF bytes in, PDF bytes or a *Controle* out. Knows no plan, no file and no network.

The parts import pyHanko (some 0.4 s), so import them where they are used: ``signing.identity``, ``signing.sign``,
``signing.verify``.
"""

from __future__ import annotations

import logging

# pyHanko logs what it finds odd, in English, with a traceback, on stderr. Our findings say it in Dutch; whoever
# configures logging still gets it.
for _naam in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_naam).addHandler(logging.NullHandler())
