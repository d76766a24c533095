"""Peak memory of a whole interview with PDF and signature: the built-in example, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from typing import Any

METER = """
import resource, sys
from veiligheidsplan.cli.start import main
code = main(["nieuw", "--voorbeeld", "--map", sys.argv[1]])
piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(piek if sys.platform == "darwin" else piek * 1024, file=sys.stderr)
sys.exit(code)
"""


def meet() -> dict[str, Any]:
    """Peak resident memory in MB (10^6 bytes); two PDFs are made and signed."""
    with tempfile.TemporaryDirectory() as map_:
        klaar = subprocess.run(
            [sys.executable, "-c", METER, map_], check=True, capture_output=True, text=True
        )
    piek = int(klaar.stderr.strip().rsplit("\n", 1)[-1])
    return {
        "naam": "geheugen: heel gesprek met pdf en handtekening",
        "waarde": piek / 1e6,
        "eenheid": "MB",
        "doel": 120,
    }
