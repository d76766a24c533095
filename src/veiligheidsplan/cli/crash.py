"""The crash log: versions, type names and places in code. Never a message, answer, name or variable."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from types import TracebackType

_PACKAGES = (
    "veiligheidsplan", "typer", "pydantic", "rich", "PyYAML", "prompt_toolkit",
    "reportlab", "pyHanko", "cryptography",
)  # fmt: skip
_OURS = Path(__file__).resolve().parents[1]


def write_log(fout: BaseException) -> str | None:
    """Write the log under a random neutral name (mode 0600); its path, or ``None`` when that failed."""
    try:
        map_ = state_folder()
        map_.mkdir(mode=0o700, parents=True, exist_ok=True)
        pad = map_ / f"verslag-{secrets.token_hex(6)}.txt"
        vlaggen = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(pad, vlaggen, 0o600), "w", encoding="utf-8", errors="replace") as bestand:
            bestand.write(describe(fout))
    except Exception:
        # a log that fails may not hide the message about what went wrong
        return None
    return str(pad)


def state_folder() -> Path:
    """The platform's folder for state that may be thrown away."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "veiligheidsplan" / "verslagen"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "veiligheidsplan"
    basis = os.environ.get("XDG_STATE_HOME", "")
    return (Path(basis) if os.path.isabs(basis) else Path.home() / ".local" / "state") / "veiligheidsplan"


def describe(fout: BaseException) -> str:
    """The text of the log."""
    regels = ["veiligheidsplan: verslag van een programmafout, zonder antwoorden, namen of meldingen", ""]
    regels += [f"python {'.'.join(map(str, sys.version_info[:3]))} op {sys.platform}"]
    regels += [f"{naam} {_version(naam)}" for naam in _PACKAGES]
    for schakel in _chain(fout):
        regels += ["", f"{type(schakel).__module__}.{type(schakel).__qualname__}"]
        regels += [f"  {plek}" for plek in _places(schakel.__traceback__)]
    return "\n".join(regels) + "\n"


def _version(naam: str) -> str:
    try:
        return metadata.version(naam)
    except Exception:
        return "niet gevonden"


def _chain(fout: BaseException | None) -> Iterator[BaseException]:
    gezien: set[int] = set()
    while fout is not None and id(fout) not in gezien and len(gezien) < 10:
        gezien.add(id(fout))
        yield fout
        fout = fout.__cause__ or fout.__context__


def _places(spoor: TracebackType | None) -> Iterator[str]:
    while spoor is not None:
        code = spoor.tb_frame.f_code
        yield f"{_module_path(code.co_filename)}:{spoor.tb_lineno}:{code.co_name}"
        spoor = spoor.tb_next


def _module_path(bestand: str) -> str:
    """The path from our package or a library's folder on; one elsewhere could hold a name: left out."""
    pad = Path(bestand)
    if pad.is_relative_to(_OURS):
        return f"veiligheidsplan/{pad.relative_to(_OURS).as_posix()}"
    for map_ in ("site-packages", "dist-packages"):
        if map_ in pad.parts:
            return "/".join(pad.parts[pad.parts.index(map_) + 1 :])
    bibliotheek = Path(os.__file__).parent
    return (
        f"python/{pad.relative_to(bibliotheek).as_posix()}" if pad.is_relative_to(bibliotheek) else "(elders)"
    )
