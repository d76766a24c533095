"""The file of the SQLite store: making, opening, copying, and leaving no old bytes behind."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from veiligheidsplan.storage.storingen import fault, translate_faults

SCHEMAVERSIE = 1
WACHTTIJD = 5.0
"""Seconds to wait for another process that is writing before saying so (VP717)."""
_APPLICATIE = 0x56504C4E  # "VPLN", in de kop van het bestand: zo is een andere database geen kluis
_PAKKET = 0x5650504B  # "VPPK": een pakket met één dossier, dat nooit als kluis wordt geopend

# Zonder rowid: een oplopend rijnummer zou verraden in welke volgorde dossiers zijn gemaakt.
_SCHEMA = """
CREATE TABLE sleutelhouder (
  id TEXT NOT NULL PRIMARY KEY, soort TEXT NOT NULL, openbaar BLOB NOT NULL, gesloten BLOB, vertrouwd BLOB
) WITHOUT ROWID;
CREATE TABLE dossier (
  id TEXT NOT NULL PRIMARY KEY, laatste INTEGER NOT NULL, kopblad BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE sleutel (
  dossier TEXT NOT NULL REFERENCES dossier ON DELETE CASCADE, houder TEXT NOT NULL, verpakt BLOB NOT NULL,
  PRIMARY KEY (dossier, houder)
) WITHOUT ROWID;
CREATE TABLE gebeurtenis (
  dossier TEXT NOT NULL REFERENCES dossier ON DELETE CASCADE, volgnummer INTEGER NOT NULL,
  vorige BLOB NOT NULL, afdruk BLOB NOT NULL, verzegeld BLOB,
  PRIMARY KEY (dossier, volgnummer)
) WITHOUT ROWID;
CREATE TABLE slot (
  dossier TEXT NOT NULL PRIMARY KEY REFERENCES dossier ON DELETE CASCADE,
  door TEXT NOT NULL, sinds REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE opruimen (nodig INTEGER NOT NULL);
INSERT INTO opruimen VALUES (0);
"""


def create_file(pad: Path) -> sqlite3.Connection:
    """A new, empty store: folder 0700 if we make it, file 0600 before a byte is in it. VP712 if it exists."""
    with translate_faults(pad):
        make_folder(pad.parent)
        make_private(pad)
        try:
            db = _connect(pad)
            _prepare(db)
            _make_tables(db, _APPLICATIE)
        except BaseException:
            pad.unlink(missing_ok=True)  # half begonnen is erger dan niet begonnen
            raise
        _sync_folder(pad.parent)
        return db


def create_package() -> sqlite3.Connection:
    """A new, empty package in memory; :func:`copy_file` writes it."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    _make_tables(db, _PAKKET)
    return db


def _make_tables(db: sqlite3.Connection, applicatie: int) -> None:
    kenmerk = f"PRAGMA application_id={applicatie}; PRAGMA user_version={SCHEMAVERSIE};"
    db.executescript(f"BEGIN; {kenmerk} {_SCHEMA} COMMIT;")


def open_file(pad: Path) -> sqlite3.Connection:
    """An existing store. VP711 missing, VP713 not a vault, VP714 of a newer version, VP716 no access."""
    with translate_faults(pad):
        if not pad.exists():
            raise fault("VP711", pad=pad)
        db = _connect(pad)
        try:
            _recognise(db, pad)
            _prepare(db)
            if db.execute("SELECT 1 FROM opruimen WHERE nodig").fetchone():
                wipe(db)
        except BaseException:
            db.close()
            raise
        return db


def file_identity(pad: Path) -> tuple[int, int] | None:
    """Which file stands at *pad* now; ``None`` when there is none (any more)."""
    try:
        stand = os.stat(pad)
    except OSError:
        return None
    return stand.st_dev, stand.st_ino


def make_folder(map_: Path) -> None:
    """A folder for its owner only, unless it was there already."""
    try:
        map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise fault("VP716", pad=map_) from None  # ergens in het pad staat een bestand waar een map hoort


def make_private(pad: Path) -> None:
    """A new empty file that only its owner can read."""
    os.close(os.open(pad, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _connect(pad: Path, toegang: str = "rw") -> sqlite3.Connection:
    uri = f"{pad.absolute().as_uri()}?mode={toegang}"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=WACHTTIJD)
    db.text_factory = _to_text
    return db


def _recognise(db: sqlite3.Connection, pad: Path, *, pakket: bool = False) -> None:
    """Look before anything is written: a database of another program must stay as it is. *pakket*: may be one."""
    soort = db.execute("PRAGMA application_id").fetchone()[0]
    if soort == _PAKKET and not pakket:
        raise fault("VP736", pad=pad)
    if soort not in (_APPLICATIE, _PAKKET):
        raise fault("VP713", pad=pad)
    if db.execute("PRAGMA user_version").fetchone()[0] > SCHEMAVERSIE:
        raise fault("VP714", pad=pad)


def _prepare(db: sqlite3.Connection) -> None:
    # temp_store: nooit een tijdelijk bestand elders op de schijf.
    # fullfsync: op macOS is een gewone fsync niet genoeg om een stroomstoring te overleven.
    for regel in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "trusted_schema=OFF",
        "fullfsync=ON",
        "checkpoint_fullfsync=ON",
    ):
        db.execute(f"PRAGMA {regel}")


def _to_text(inhoud: bytes) -> str:
    """Damaged text must become a finding further on, not an error of the library here."""
    return inhoud.decode("utf-8", "replace")


def wipe(db: sqlite3.Connection) -> bool:
    """Leave no destroyed bytes in free space or in the WAL; ``False`` when another process stood in the way.

    ``secure_delete`` zeroes what is deleted, but a page that was split keeps copies of cells that moved away
    (measured: 5 of 58 destroyed payloads left pieces). Only rewriting the file gets rid of those. What a disk
    itself still holds in old blocks is beyond a program: that takes an encrypted disk.
    """
    try:
        db.execute("VACUUM")
        db.execute("UPDATE opruimen SET nodig = 0")
        bezet: int = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if bezet:
            db.execute("UPDATE opruimen SET nodig = 1")
    except sqlite3.Error:
        return False  # het vernietigen zelf is al bewaard; wie hierna opent, ruimt op
    return not bezet


def copy_file(bron: sqlite3.Connection, naar: Path) -> None:
    """A whole copy of the store in *naar*, without the slots. VP712 if it exists; a half copy is taken
    away.
    """
    with translate_faults(naar):
        make_folder(naar.parent)
        make_private(naar)
        try:
            with closing(_connect(naar)) as doel:
                bron.backup(doel)
                doel.execute("PRAGMA journal_mode=DELETE")  # één bestand, zonder -wal ernaast
                doel.execute("PRAGMA secure_delete=ON")
                doel.execute("DELETE FROM slot")
            with naar.open("rb+") as bestand:
                os.fsync(bestand.fileno())
        except BaseException:
            naar.unlink(missing_ok=True)
            raise
        _sync_folder(naar.parent)


def restore_file(back_up: Path, naar: Path) -> None:
    """Copy a back-up, opened for reading only and looked through first, to *naar*. VP711-VP714, VP716."""
    with translate_faults(back_up):
        if not back_up.exists():
            raise fault("VP711", pad=back_up)
        with closing(_connect(back_up, "ro")) as bron:
            _recognise(bron, back_up)
            if bron.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise fault("VP713", pad=back_up)
            copy_file(bron, naar)


def snapshot(pad: Path) -> sqlite3.Connection:
    """A vault, back-up or package as it stands now, copied to memory: nothing is written in it or beside it.

    VP711, VP713, VP714, VP716. Its tables must be ours to the letter: a foreign file could hold a view that
    never ends.
    """
    with translate_faults(pad):
        if not pad.exists():
            raise fault("VP711", pad=pad)
        # Zonder -wal ernaast schrijft niemand erin, en dan lukt lezen ook waar schrijven niet mag.
        wal = pad.with_name(pad.name + "-wal").exists()
        geheugen = sqlite3.connect(":memory:", isolation_level=None)
        geheugen.text_factory = _to_text
        with closing(_connect(pad, "ro" if wal else "ro&immutable=1")) as bron:
            _recognise(bron, pad, pakket=True)
            if bron.execute("PRAGMA integrity_check").fetchone()[0] != "ok" or _tables(bron) != _own_tables():
                raise fault("VP713", pad=pad)
            bron.backup(geheugen)
        return geheugen


def _tables(db: sqlite3.Connection) -> set[tuple[object, ...]]:
    return set(db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def _own_tables() -> set[tuple[object, ...]]:
    with closing(create_package()) as db:
        return _tables(db)


def _sync_folder(map_: Path) -> None:
    """Make the name of a new file as durable as its content; Windows does so itself."""
    if os.name == "posix":
        deel = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(deel)
        finally:
            os.close(deel)
