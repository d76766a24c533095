"""A new folder (*nieuwe map*) for an instrument, that passes every check at once. It is there whole, or not at all."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
import unicodedata
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Final

from veiligheidsplan.instrument.model import ID_PATROON
from veiligheidsplan.loading.yaml_scalar import Valkuil, quoted, resolve

#: the files of a new folder: where each comes, and which text it has (not named as YAML: the openings are none)
BESTANDEN: Final = {
    "instrument.yaml": "instrument.txt",
    "tests/verhalen.yaml": "verhalen.txt",
    "LEESMIJ.md": "leesmij.txt",
}
#: a folder of this name cannot be made on Windows
_WINDOWS: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))}
)
#: longer than this, the path of a file in it is too long for Windows
LANGSTE_ID: Final = 80
_LANGSTE_TITEL: Final = 300
_OPENING: Final = re.compile(r"\{\{(\w+)\}\}")
_NIET_IN_TEKST: Final = ("C", "Zl", "Zp")
#: these join letters or the parts of one emoji
_VERBINDERS: Final = "\u200c\u200d"


def refusal_of_id(id_: str) -> str | None:
    """Why *id_* cannot be the id of a new instrument, with what can; ``None`` when it can."""
    if "/" in id_ or "\\" in id_:
        return "Een id is geen pad. Geef alleen de id, en noem de map bij --naar."
    if not ID_PATROON.match(id_):
        voorstel = suggest_id(id_)
        tip = f" Schrijf bijvoorbeeld «{voorstel}»." if voorstel else ""
        return (
            "Een id begint met een kleine letter, en heeft daarna alleen kleine letters, cijfers, _ en -."
            + tip
        )
    if len(id_) > LANGSTE_ID:
        return f"Deze id is te lang: een id heeft hoogstens {LANGSTE_ID} tekens."
    if id_ in _WINDOWS:
        return f"Een map met de naam «{id_}» kan op Windows niet bestaan. Kies bijvoorbeeld «{id_}-lijst»."
    return None


def suggest_id(tekst: str) -> str | None:
    """The id that is nearest to what was typed: «Veilig thuis?» is ``veilig-thuis``."""
    kaal = unicodedata.normalize("NFKD", tekst[:LANGSTE_ID]).encode("ascii", "ignore").decode("ascii").lower()
    goed = re.sub(r"[^a-z0-9_]+", "-", kaal).strip("-_").lstrip("0123456789-_")
    return goed if ID_PATROON.match(goed) and goed not in _WINDOWS else None


def title_of(id_: str) -> str:
    """A title for who gives none: ``rust-thuis`` is «Rust thuis»."""
    woorden = re.sub(r"[-_]+", " ", id_).strip()
    return woorden[:1].upper() + woorden[1:]


def one_line(tekst: str) -> str:
    """A title fit for a file: one line, nothing invisible that a file may not hold, not without end."""
    schoon = "".join(
        " " if unicodedata.category(t).startswith(_NIET_IN_TEKST) and t not in _VERBINDERS else t
        for t in tekst
    )
    return " ".join(schoon.split())[:_LANGSTE_TITEL].rstrip()


def texts_of(id_: str, titel: str, eigenaar: str, herzien_voor: date) -> dict[str, str]:
    """The whole text of each file, by its place in the folder."""
    vul = {
        "id": _scalar(id_),
        "titel": quoted(titel),
        "eigenaar": quoted(eigenaar),
        "herzien_voor": str(herzien_voor),
    }
    map_ = files("veiligheidsplan.app") / "nieuw_instrument"
    uit = {}
    for plek, naam in BESTANDEN.items():
        hier = vul if plek.endswith(".yaml") else {**vul, "titel": _plain_markdown(titel)}
        uit[plek] = _fill((map_ / naam).read_text(encoding="utf-8"), hier)
    return uit


def _fill(tekst: str, vul: dict[str, str]) -> str:
    """Each opening once: what is filled in is never looked at again."""
    return _OPENING.sub(lambda gat: vul[gat[1]], tekst)


def make_folder(doel: Path, teksten: dict[str, str]) -> None:
    """Write *teksten* as the new folder *doel*: first beside it, then moved there in one step.

    Raises ``FileExistsError`` where something is, and ``OSError`` where the disk refuses; then nothing is left.
    """
    if os.path.lexists(doel):
        raise FileExistsError(errno.EEXIST, "bestaat al", str(doel))
    nieuw = _make_parents(doel.parent)
    try:
        bouw = Path(tempfile.mkdtemp(prefix=".nieuw-", dir=doel.parent))
        try:
            for plek, tekst in teksten.items():
                _write(bouw / plek, tekst)
            bouw.chmod(0o755)
            bouw.rename(doel)
        except BaseException:
            shutil.rmtree(bouw, ignore_errors=True)
            raise
    except BaseException:
        for map_ in nieuw:
            _remove_empty(map_)
        raise


def _make_parents(map_: Path) -> list[Path]:
    """Make the folder above; which folders are new, the deepest first."""
    if map_.exists() and not map_.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "geen map", str(map_))
    ontbreekt = [plek for plek in (map_, *map_.parents) if not plek.exists()]
    map_.mkdir(parents=True, exist_ok=True)
    return ontbreekt


def _remove_empty(map_: Path) -> None:
    try:
        map_.rmdir()
    except OSError:
        return  # somebody else put something there meanwhile: it stays


def _write(bestand: Path, tekst: str) -> None:
    bestand.parent.mkdir(parents=True, exist_ok=True)
    with bestand.open("x", encoding="utf-8", newline="\n") as uit:
        uit.write(tekst)
        uit.flush()
        os.fsync(uit.fileno())


def _scalar(id_: str) -> str:
    """An id as YAML: between quotes where it would be no text, such as ``null``."""
    try:
        return id_ if resolve(id_) == id_ else quoted(id_)
    except Valkuil:
        return quoted(id_)


def _plain_markdown(tekst: str) -> str:
    """The title as text in Markdown, not as markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|&!])", r"\\\1", tekst)
