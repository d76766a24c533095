"""Prints the code block of the README that follows the mark ``<!-- ci: NAME -->``."""

from __future__ import annotations

import re
import sys
from pathlib import Path


def main(naam: str, bestand: str) -> int:
    """Exit code 1 when the mark is not there."""
    tekst = Path(bestand).read_text(encoding="utf-8")
    gevonden = re.search(rf"<!-- ci: {re.escape(naam)} -->\n```sh\n(.*?)```", tekst, re.DOTALL)
    if gevonden is None:
        sys.stderr.write(f"{bestand} heeft geen blok «{naam}»\n")
        return 1
    sys.stdout.write(gevonden[1])
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
