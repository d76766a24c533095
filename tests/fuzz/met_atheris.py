"""Fuzzing led by coverage: ``python -m tests.fuzz.met_atheris [DOEL …] [--seconden N] [--map MAP]``.

Each target runs in a process of its own, in turn; what it finds stays in *map*. Exit code 1 when something was found,
2 when atheris is not there. A finding is had again with ``python -m tests.fuzz.met_atheris DOEL --bestand PAD``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

#: megabytes that one process may take; the program itself stays far below
_GEHEUGEN = 1500


def main(args: list[str]) -> int:
    """Run the targets and report."""
    keuze = _parser().parse_args(args)
    from tests.fuzz.doelen import DOELEN

    if keuze.bestand:
        DOELEN[keuze.doelen[0]](Path(keuze.bestand).read_bytes())
        _say("geen fout")
        return 0
    if not available():
        _say("atheris is er niet voor deze Python: pip install atheris")
        return 2
    doelen = keuze.doelen or list(DOELEN)
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(keuze.map or tijdelijk)
        codes = [run(doel, max(1, keuze.seconden // len(doelen)), map_ / doel) for doel in doelen]
    return int(any(codes))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.met_atheris")
    parser.add_argument("doelen", nargs="*")
    parser.add_argument("--seconden", type=int, default=60)
    parser.add_argument("--map")
    parser.add_argument("--bestand")
    return parser


def _say(zin: str) -> None:
    sys.stdout.write(zin + "\n")
    sys.stdout.flush()


def available() -> bool:
    """Whether atheris can be imported here."""
    from importlib.util import find_spec

    return find_spec("atheris") is not None


def run(doel: str, seconden: int, map_: Path) -> int:
    """Fuzz one target in a process of its own; its exit code."""
    from tests.fuzz.zaden import seeds

    zaden = map_ / "zaden"
    zaden.mkdir(parents=True, exist_ok=True)
    for i, tekst in enumerate(seeds(doel)):
        (zaden / f"goed{i}").write_text(tekst, encoding="utf-8")
    _say(f"{doel}: {seconden} s …")
    code = subprocess.run(
        [
            sys.executable, "-m", "tests.fuzz.met_atheris_proces", doel, f"-max_total_time={seconden}", "-timeout=60",
            f"-rss_limit_mb={_GEHEUGEN}", "-max_len=40000", f"-artifact_prefix={map_}{os.sep}",
            "-verbosity=0", "-print_final_stats=1", str(zaden),
        ],
        check=False,
    ).returncode  # fmt: skip
    _say(f"{doel}: {'niets gevonden' if code == 0 else f'iets gevonden, zie {map_}'}")
    return code


def mutator(doel: str, meeste: int, zaad: int, inhoud: bytes) -> bytes:
    """Half of the time nodes of a file that is still YAML, else bytes."""
    from tests.fuzz.muteer import mutate, mutate_bytes
    from tests.fuzz.zaden import seeds

    rng = Random(zaad)  # noqa: S311 - to have it again, not to hide
    if rng.random() < 0.05:
        inhoud = rng.choice(seeds(doel)).encode()
    if rng.random() < 0.6:
        return mutate(inhoud.decode("utf-8", "replace"), rng)[:meeste]
    return mutate_bytes(inhoud, rng)[:meeste]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
