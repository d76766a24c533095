"""The three streams of the process: no text may crash on a terminal that cannot show it."""

from __future__ import annotations

import codecs
import io
import sys

#: signs of ours that have a plain look-alike; any other letter loses its accent or becomes «?»
_PLAIN = {
    "…": "...", "–": "-", "—": "-", "•": "*", "›": ">", "«": '"', "»": '"', "‘": "'", "’": "'",
    "“": '"', "”": '"', "→": "->", "✓": "v", "✗": "x", "€": "EUR", "≥": ">=", "≤": "<=", "─": "-",
    "\u00a0": " ", "\ufffd": "?",
}  # fmt: skip


def prepare() -> None:
    """Make output replace what the terminal cannot show, and input accept bytes that are no text."""
    codecs.register_error("veiligheidsplan", replace_plain)
    for stroom, fouten in (
        (sys.stdout, "veiligheidsplan"),
        (sys.stderr, "veiligheidsplan"),
        (sys.stdin, "replace"),
    ):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors=fouten)


def replace_plain(fout: UnicodeError) -> tuple[str, int]:
    """Codec error handler: «…» becomes «...», «é» becomes «e», anything else «?»."""
    if not isinstance(fout, UnicodeEncodeError):
        raise fout
    import unicodedata

    uit = ""
    for teken in fout.object[fout.start : fout.end]:
        basis = unicodedata.normalize("NFKD", teken).encode("ascii", "ignore").decode("ascii")
        uit += _PLAIN.get(teken) or basis or ("" if unicodedata.combining(teken) else "?")
    return uit, fout.end
