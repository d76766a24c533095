"""What all forms share about one finding: its place in the repository, its words, its mark."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.cli.clean import clean

_REGELNUMMER = re.compile(r"\b(regels?) \d+")


def in_repository(bestand: str) -> str:
    """The path of *bestand* as a CI system wants it: from the top of the git repository, with forward slashes.

    The repository is the one around the working folder; without one the working folder itself is the top. A
    file outside it keeps its whole path.
    """
    pad = whole(bestand).replace("\\", "/")
    top = _top(Path.cwd())
    for vol, wortel in ((os.path.abspath(pad), top), (os.path.realpath(pad), top.resolve())):
        if Path(vol).is_relative_to(wortel):
            return Path(vol).relative_to(wortel).as_posix()
    return Path(os.path.abspath(pad)).as_posix()


def _top(werk: Path) -> Path:
    """The nearest folder above *werk* with ``.git`` in it: a folder, or a file in a worktree."""
    return next((map_ for map_ in (werk, *werk.parents) if (map_ / ".git").exists()), werk)


def whole(tekst: str) -> str:
    """*tekst* without lone surrogates (a file name that is no text), which no JSON or URI can hold."""
    return tekst.encode("utf-8", "replace").decode("utf-8")


def message(bevinding: Bevinding) -> str:
    """What is wrong and what to do, in one text that cannot steer a terminal."""
    delen = (bevinding.uitleg, bevinding.suggestie)
    return clean(whole(" ".join(deel for deel in delen if deel)))


@cache
def explained(code: str) -> str:
    """The whole text of ``instrument uitleg``, its title first; the code alone where nothing explains it."""
    from veiligheidsplan.cli.instrument_uitleg import explanation

    try:
        return explanation(code)
    except OSError:
        return f"{code}\n"


def title(code: str) -> str:
    """The code with its short title."""
    titel = explained(code).split("\n", 1)[0]
    return code if titel == code else f"{code} {titel}"


def fingerprints(bevindingen: Sequence[Bevinding]) -> list[str]:
    """One stable mark per finding, without line numbers and places in a list: a line or a case added above
    changes nothing."""
    gezien: dict[str, int] = {}
    merken = []
    for b in bevindingen:
        sleutels = "/".join(stap for stap in b.pad if isinstance(stap, str))
        bestand = in_repository(b.plaats.bestand) if b.plaats else ""
        delen = (b.code, bestand, sleutels, _REGELNUMMER.sub(r"\1", b.uitleg))
        merk = hashlib.sha256("\0".join(delen).encode("utf-8", "replace")).hexdigest()
        gezien[merk] = gezien.get(merk, 0) + 1
        merken.append(
            merk if gezien[merk] == 1 else hashlib.sha256(f"{merk}{gezien[merk]}".encode()).hexdigest()
        )
    return merken
