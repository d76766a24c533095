"""Write the schemas that are not released yet: ``python -m veiligheidsplan.loading.schemas schema``."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Final

from veiligheidsplan.loading.schemas.uitgave import SOORTEN, schema_text

#: the released files, each with the check number (SHA-256) of its content; tested in tests/loading/schemas
LIJST: Final = "uitgegeven.sha256"


def main(map_: str) -> int:
    """Write each schema that folder *map_* does not have, and put it on the list. What is there stays as it is."""
    for soort, uitgave in SOORTEN.items():
        bestand = Path(map_) / uitgave.bestand
        if not bestand.exists():
            inhoud = schema_text(soort).encode("utf-8")
            bestand.write_bytes(inhoud)
            with (Path(map_) / LIJST).open("a", encoding="utf-8", newline="\n") as lijst:
                lijst.write(f"{hashlib.sha256(inhoud).hexdigest()}  {uitgave.bestand}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
