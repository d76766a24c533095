"""Putting out a JSON Schema: on stdout, or in a file that is not another one."""

from __future__ import annotations

import sys
from pathlib import Path

from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.screens import say


def put_out(schema: str, naar: Path | None) -> int:
    """Print the schema, or write it; bytes and not text, so that every shell keeps them."""
    inhoud = schema.encode("utf-8")
    if naar is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(inhoud)
        sys.stdout.buffer.flush()
        return 0
    _write(naar, inhoud)
    say(f"Het schema staat in {naar}.")
    return 0


def _write(naar: Path, inhoud: bytes) -> None:
    """Write a new file, or a schema of ours anew; anything else that stands there stays."""
    try:
        if naar.exists() and b"json-schema.org" not in naar.read_bytes()[:200]:
            raise Mislukt(f"«{naar}» bestaat al en is geen schema. Kies een andere naam.")
        naar.parent.mkdir(parents=True, exist_ok=True)
        naar.write_bytes(inhoud)
    except (OSError, ValueError) as fout:
        raise Mislukt(f"In «{naar}» kan niet worden geschreven. Kies een andere naam of map.") from fout
