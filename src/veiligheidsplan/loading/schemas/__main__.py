"""Write the schemas that are not released yet: ``python -m veiligheidsplan.loading.schemas schema``.

With ``--opnieuw`` the two of the plan are written anew, with words for new fields: only before they are released.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Final

from veiligheidsplan.loading.schemas.uitgave import ALLE, PLANSOORTEN, schema_text

#: the released files, each with the check number (SHA-256) of its content; tested in tests/cli
LIJST: Final = "uitgegeven.sha256"
OPNIEUW: Final = "--opnieuw"


def main(map_: str, *opties: str) -> int:
    """Write each schema that folder *map_* does not have, and put it on the list. What is there stays as it is."""
    if OPNIEUW in opties:
        _words()
        for uitgave in PLANSOORTEN.values():
            _take_back(Path(map_), uitgave.bestand)
    for soort, uitgave in ALLE.items():
        bestand = Path(map_) / uitgave.bestand
        if not bestand.exists():
            inhoud = schema_text(soort).encode("utf-8")
            bestand.write_bytes(inhoud)
            with (Path(map_) / LIJST).open("a", encoding="utf-8", newline="\n") as lijst:
                lijst.write(f"{hashlib.sha256(inhoud).hexdigest()}  {uitgave.bestand}\n")
    return 0


def _take_back(map_: Path, bestand: str) -> None:
    """Off the disk and off the list, as if it never was."""
    (map_ / bestand).unlink(missing_ok=True)
    lijst = map_ / LIJST
    regels = lijst.read_text(encoding="utf-8").splitlines() if lijst.exists() else []
    over = "".join(f"{regel}\n" for regel in regels if not regel.endswith(f"  {bestand}"))
    lijst.write_text(over, encoding="utf-8", newline="\n")


def _words() -> None:
    """A line in the file with words for every field that the model has now."""
    from veiligheidsplan.loading import finder
    from veiligheidsplan.loading.schemas import planwoorden
    from veiligheidsplan.loading.sjabloon import load_sjabloon

    sjabloon = load_sjabloon(finder.built_in("sjablonen") / "regio" / "veiligheidsplan")
    planwoorden.words_path().write_text(planwoorden.filled_up(sjabloon), encoding="utf-8", newline="\n")
    planwoorden.raw_words.cache_clear()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
