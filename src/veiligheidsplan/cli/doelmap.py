"""Where a copy is written: a warning when that place is synchronised, shared or can be carried away.

Looks at the path, at what stands in the folders above it, and at what the system says of the disk. Nothing is
opened, nothing is sent, and a place that cannot be looked at is no reason to stop.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath

#: the start of the name of a folder, in small letters -> the service that keeps it in step
_MAPPEN = {
    "onedrive": "OneDrive",
    "skydrive": "OneDrive",
    "sharepoint": "SharePoint",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mijn drive": "Google Drive",
    "drivefs": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "cloudstorage": "een clouddienst",
    "pcloud": "pCloud",
    "synologydrive": "Synology Drive",
    "box sync": "Box",
    "stack": "STACK",
    "proton drive": "Proton Drive",
    "syncthing": "Syncthing",
}
#: the start of the name of something that a service leaves in the folder that it keeps in step
_MERKTEKENS = {
    ".dropbox": "Dropbox",
    ".nextcloudsync": "Nextcloud",
    ".sync_": "Nextcloud",
    "._sync_": "Nextcloud",
    ".owncloudsync": "ownCloud",
    ".owncloud": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
    ".stfolder": "Syncthing",
    ".synologyworkingdirectory": "Synology Drive",
    ".seafile-data": "Seafile",
    ".icloud": "iCloud",
}
_OMGEVING = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_LOS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_NETWERK = ("nfs", "cifs", "smb", "afpfs", "webdav", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd", "9p", "davfs")
_GEDEELD = ("public", "openbaar", "shared", "gedeeld", "gvfs")
_WINDOWS_LOS, _WINDOWS_NETWERK = 2, 4


def warning(pad: Path) -> str | None:
    """One sentence about the folder in which *pad* would come, or ``None`` when nothing was seen."""
    plek = _folder(pad)
    dienst = synchronised(plek)
    if dienst:
        return (
            f"Deze map wordt gelijk gehouden met {dienst}. De kopie kan daardoor ook op een ander apparaat komen, "
            "en blijft daar als u haar hier weghaalt. Kies liever een andere map."
        )
    if _removable(plek):
        return "Deze map staat op een losse schijf of stick. Wie die vindt, leest de kopie. Kies liever een andere map."
    if _shared(plek):
        return "Deze map is ook voor anderen. Zij kunnen de kopie lezen. Kies liever een andere map."
    return None


def synchronised(plek: Path) -> str | None:
    """Which service keeps this folder, or one above it, in step with other devices."""
    for map_ in (plek, *plek.parents):
        for begin, dienst in _MAPPEN.items():
            if _named(map_.name, begin):
                return dienst
        if dienst_ := _marked(map_):
            return dienst_
    for naam in _OMGEVING:
        wortel = os.environ.get(naam)
        if wortel and _within(plek, Path(wortel)):
            return "OneDrive"
    return "iCloud" if _in_icloud(plek, Path.home()) else None


def _folder(pad: Path) -> Path:
    with suppress(OSError, RuntimeError, ValueError):
        pad = pad.expanduser().resolve()
        return pad if pad.is_dir() else pad.parent
    return pad.parent


def _named(naam: str, begin: str) -> bool:
    """«OneDrive», «OneDrive - Gemeente», «Dropbox (Werk)»; not «stackelberg»."""
    klein = naam.casefold()
    return klein.startswith(begin) and not klein[len(begin) : len(begin) + 1].isalpha()


def _marked(map_: Path) -> str | None:
    with suppress(OSError, ValueError), os.scandir(map_) as inhoud:
        for naam in _some(inhoud):
            for begin, dienst in _MERKTEKENS.items():
                if naam.casefold().startswith(begin):
                    return dienst
    return None


def _some(inhoud: Iterable[os.DirEntry[str]]) -> Iterator[str]:
    """Hidden names only, and never more than a folder of that size deserves."""
    for n, iets in enumerate(inhoud):
        if n > 5000:
            return
        if iets.name.startswith("."):
            yield iets.name


def _in_icloud(plek: Path, thuis: Path) -> bool:
    """On a Mac the desktop and the documents can be in iCloud while they stand in their own place."""
    wolk = thuis / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    return any(_within(plek, thuis / naam) and (wolk / naam).exists() for naam in ("Desktop", "Documents"))


def _within(plek: Path, wortel: Path) -> bool:
    with suppress(OSError, ValueError):
        return plek.is_relative_to(wortel.resolve())
    return False


def _removable(plek: Path) -> bool:
    if sys.platform == "win32":
        return _windows_drive(plek) == _WINDOWS_LOS
    tekst = f"{plek.as_posix()}/"
    return tekst.startswith(_LOS) and not _start_disk(plek)


def _start_disk(plek: Path) -> bool:
    """On a Mac the own disk stands among the volumes too."""
    with suppress(OSError, ValueError):
        return os.stat(plek).st_dev == os.stat("/").st_dev
    return False


def _shared(plek: Path) -> bool:
    if str(plek).startswith(("\\\\", "//")) or any(deel.casefold() in _GEDEELD for deel in plek.parts):
        return True
    if sys.platform == "win32":
        return _windows_drive(plek) == _WINDOWS_NETWERK
    return _on_network(plek) or _open_to_others(plek)


def _on_network(plek: Path) -> bool:
    """What Linux says of the disk on which this folder stands."""
    with suppress(OSError, UnicodeDecodeError):
        regels = [r.split() for r in Path("/proc/mounts").read_text().splitlines()]
        beste = max(
            (r for r in regels if _within(plek, Path(_spaces(r[1])))), key=lambda r: len(r[1]), default=None
        )
        return beste is not None and beste[2].startswith(_NETWERK)
    return False


def _spaces(tekst: str) -> str:
    return tekst.replace("\\040", " ")


def _open_to_others(plek: Path) -> bool:
    """Whether anyone on this computer may write here, as in a folder for temporary files."""
    with suppress(OSError, ValueError):
        return bool(plek.stat().st_mode & 0o002)
    return False


def _windows_drive(plek: PurePath) -> int:
    """What Windows calls the disk; 0 where it cannot be asked."""
    if sys.platform == "win32":
        import ctypes

        with suppress(OSError, AttributeError):
            return int(ctypes.windll.kernel32.GetDriveTypeW(plek.anchor))
    return 0
