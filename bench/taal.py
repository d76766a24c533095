"""All that ``instrument valideer`` does for a folder, language with it, against the bare loader; see ``laden``.

``python -m bench.taal [AANTAL]``
"""

from __future__ import annotations

import json
import sys
from datetime import date
from functools import partial
from typing import Any

from bench.laden import against_bare

from veiligheidsplan.app.valideer import validate

DOEL = 3.0


def meet(aantal: int = 300) -> dict[str, Any]:
    """Loaded, proven and read."""
    werk = partial(validate, vandaag=date(2026, 11, 24))
    return against_bare(werk, "alles met taal", DOEL, aantal, ronden=1)


if __name__ == "__main__":
    print(json.dumps(meet(*(int(a) for a in sys.argv[1:2])), indent=2))
