"""Files as they were at another git revision (*revisie*): read straight from the repository, nothing is checked out.

Git is started with a fixed list of arguments, never through a shell. What a person typed goes in once, as the name of
a commit that git must know; from there on only the number of that commit is used.
"""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst, Plaats
from veiligheidsplan.loading.limits import MAX_BYTES
from veiligheidsplan.loading.verslag import short

BESTAND: Final = "instrument.yaml"
#: seconds that one question to git may take
_WACHT: Final = 60
#: a name that git reads as one revision: no option, no range, no search, no path
_REVISIE: Final = re.compile(r"(?!-)[^\s:?*\[\\\x00-\x20\x7f]{1,200}\Z")
#: git gives these to the programs that it starts itself; here they would point at another place
_VREEMD: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")
_GEWOON: Final = ("100644", "100755")
_GEEN_GIT: Final = (
    "Installeer git, of vergelijk twee mappen met «veiligheidsplan instrument verschil OUD NIEUW»."
)
_GEEN_REPOSITORY: Final = (
    "Typ de opdracht in de map die git bijhoudt, of vergelijk twee mappen met "
    "«veiligheidsplan instrument verschil OUD NIEUW»."
)


@dataclass(frozen=True, slots=True)
class Toen:
    """An instrument at a revision: its text and its tests, each with the name that findings call it."""

    naam: str
    instrument: bytes
    tests: tuple[tuple[str, bytes], ...]
    verplaatst: bool = False


class Revisie:
    """One revision of the repository around a folder. Raises ``BevindingenFout`` where there is none."""

    def __init__(self, map_: Path, revisie: str) -> None:
        self.revisie = revisie
        self._map = map_
        if not _REVISIE.match(revisie) or ".." in revisie:
            raise _no_revision(
                f"«{short(revisie)}» is geen naam van een revisie.",
                "Schrijf de naam van een tak, een label of het nummer van een vastlegging, bijvoorbeeld «main».",
            )
        #: where the folder is within the repository, with a slash behind it; empty at its top
        self.plek = os.fsdecode(self._ask("rev-parse", "--show-prefix")).rstrip("\n")
        self._nummer = self._resolve()

    def read(self, bestand: str) -> Toen:
        """The instrument that stood in *bestand* (a name in the folder) then; also where its folder was elsewhere."""
        heel = self.plek + bestand
        if self._list([heel]):
            return self._read(heel)
        elders = self._elsewhere(bestand)
        if elders is None:
            raise BevindingenFout([self._not_there(bestand)])
        return self._read(elders, verplaatst=True)

    def read_path(self, pad: str) -> Toen:
        """The instrument at a path as a person writes it, from the folder or from the top of the repository."""
        for begin in dict.fromkeys((self.plek, "")):
            heel = posixpath.normpath(begin + pad.replace("\\", "/"))
            for kandidaat in (heel, f"{heel}/{BESTAND}".removeprefix("./")):
                if not heel.startswith(("..", "/")) and self._list([kandidaat]):
                    return self._read(kandidaat)
        raise BevindingenFout(
            [
                Bevinding(
                    "VP423",
                    f"In de revisie «{short(self.revisie)}» staat geen instrument op «{short(pad)}».",
                    suggestie="Schrijf de plek zoals zij toen was, bijvoorbeeld main:instrumenten/voorbeeld.",
                )
            ]
        )

    def _read(self, heel: str, *, verplaatst: bool = False) -> Toen:
        map_, bestand = posixpath.split(heel)
        voor = f"{map_}/tests/" if map_ else "tests/"
        tests = self._list([voor]) if bestand == BESTAND else {}
        namen = sorted(naam for naam in tests if naam.endswith(".yaml"))
        nummers = [self._list([heel])[heel], *(tests[naam] for naam in namen)]
        eerste, *rest = self._contents(nummers, heel)
        gevonden = tuple((self.name_of(naam), blok) for naam, blok in zip(namen, rest, strict=True))
        return Toen(self.name_of(heel), eerste, gevonden, verplaatst)

    def name_of(self, pad: str) -> str:
        """How findings call a file at this revision."""
        return f"{self.revisie}:{pad}"

    def _resolve(self) -> str:
        uit = self._git("rev-parse", "--verify", "--quiet", f"{self.revisie}^{{commit}}")
        nummer = uit.stdout.decode("ascii", "replace").strip()
        if uit.returncode == 0 and re.fullmatch(r"[0-9a-f]{40,64}", nummer):
            return nummer
        ondiep = self._git("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        raise _no_revision(
            f"Git kent hier geen revisie «{short(self.revisie)}».",
            "Deze kopie van de repository heeft niet de hele geschiedenis. Haal die op met"
            " «git fetch --unshallow», of zet in de CI «fetch-depth: 0» (GitHub) of «GIT_DEPTH: 0» (GitLab)."
            if ondiep
            else "Controleer de naam met «git log» of «git branch --all», en haal de tak zo nodig op met"
            " «git fetch».",
        )

    def _elsewhere(self, bestand: str) -> str | None:
        """Such a file in the only other folder of the same name then."""
        eigen = self._map.absolute().name
        if bestand != BESTAND or not eigen:
            return None
        eind = f"/{eigen}/{bestand}"
        gevonden = [naam for naam in self._files(("-r",), ()) if f"/{naam}".endswith(eind)]
        return gevonden[0] if len(gevonden) == 1 else None

    def _list(self, paden: Sequence[str]) -> dict[str, str]:
        """Plain files at these places: name -> the number of their content."""
        return self._files((), paden)

    def _files(self, opties: Sequence[str], paden: Sequence[str]) -> dict[str, str]:
        uit = self._ask("ls-tree", "-z", "--full-tree", *opties, self._nummer, "--", *paden)
        regels = (os.fsdecode(regel).split("\t", 1) for regel in uit.split(b"\0") if regel)
        delen = ((kop.split(" "), naam) for kop, naam in regels)
        return {naam: kop[2] for kop, naam in delen if kop[0] in _GEWOON}

    def _contents(self, nummers: Sequence[str], wat: str) -> list[bytes]:
        """The contents of some files, in one question."""
        vraag = "".join(f"{nummer}\n" for nummer in nummers).encode("ascii")
        maten = self._ask("cat-file", "--batch-check=%(objectsize)", vraag=vraag).split()
        if any(not maat.isdigit() or int(maat) > MAX_BYTES for maat in maten):
            raise BevindingenFout(
                [
                    Bevinding(
                        "VP424",
                        f"De revisie «{short(self.revisie)}» heeft een bestand dat te groot is of ontbreekt.",
                        Ernst.WAARSCHUWING,
                        plaats=Plaats(self.name_of(wat), 1, 1),
                        suggestie="Vergelijk met een andere revisie.",
                    )
                ]
            )
        uit = self._ask("cat-file", "--batch=%(objectsize)", vraag=vraag)
        blokken = []
        for _ in nummers:
            maat, _, uit = uit.partition(b"\n")
            blokken.append(uit[: int(maat)])
            uit = uit[int(maat) + 1 :]
        return blokken

    def _not_there(self, bestand: str) -> Bevinding:
        return Bevinding(
            "VP423",
            f"Dit instrument was er nog niet in de revisie «{short(self.revisie)}».",
            Ernst.WAARSCHUWING,
            plaats=Plaats(str(self._map / bestand), 1, 1),
            suggestie="Is het nieuw, dan is dat goed. Heette het anders, vergelijk dan met"
            f" «veiligheidsplan instrument verschil {self.revisie}:OUDE_MAP {self._map}».",
        )

    def _ask(self, *opdracht: str, vraag: bytes = b"") -> bytes:
        uit = self._git(*opdracht, vraag=vraag)
        if uit.returncode == 0:
            return uit.stdout
        raise _no_git(*_reason(uit.stderr))

    def _git(self, *opdracht: str, vraag: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in _VREEMD}
        omgeving |= {
            "LC_ALL": "C",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_LITERAL_PATHSPECS": "1",
        }
        try:
            return subprocess.run(  # noqa: S603 - a fixed list, and no shell
                [_program(), "--no-pager", "-C", str(self._map), *opdracht],
                input=vraag,
                capture_output=True,
                env=omgeving,
                timeout=_WACHT,
                check=False,
            )
        except FileNotFoundError:
            raise _no_git("Git is op deze computer niet gevonden.", _GEEN_GIT) from None
        except subprocess.TimeoutExpired:
            raise _no_git("Git antwoordt niet binnen een minuut.", "Probeer het later nog eens.") from None
        except (OSError, ValueError):
            raise _no_git("Git kan hier niet worden gestart.", _GEEN_GIT) from None


def _program() -> str:
    """The git of the user: from the search path, never one that lies in the folder with someone's files."""
    for map_ in os.get_exec_path():
        if os.path.isabs(map_) and (gevonden := shutil.which(os.path.join(map_, "git"))):
            return gevonden
    raise FileNotFoundError("git")


def _reason(fout: bytes) -> tuple[str, str]:
    """Why git refused, in Dutch: its own words are English."""
    if b"dubious ownership" in fout:
        return (
            "Git vertrouwt deze map niet, omdat zij van een andere gebruiker is.",
            "Voer «git config --global --add safe.directory MAP» uit, met de map van de repository.",
        )
    if b"not a git repository" in fout:
        return "Deze map hoort niet bij een git-repository.", _GEEN_REPOSITORY
    if b"cannot change to" in fout:
        return "Deze map is er niet.", "Controleer de naam van de map."
    return "Git kan deze repository niet lezen.", "Controleer de repository met «git fsck»."


def _no_git(uitleg: str, suggestie: str) -> BevindingenFout:
    return BevindingenFout([Bevinding("VP421", uitleg, suggestie=suggestie)])


def _no_revision(uitleg: str, suggestie: str) -> BevindingenFout:
    return BevindingenFout([Bevinding("VP422", uitleg, suggestie=suggestie)])
