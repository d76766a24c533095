"""The SQLite store: one file, WAL, every change in its own durable transaction. See :mod:`.opslag` for the
contract.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from veiligheidsplan.storage.levend import Levensteken
from veiligheidsplan.storage.opslag import Houderregel, Kopbladregel, Record, Sleutelregel
from veiligheidsplan.storage.slot import taken
from veiligheidsplan.storage.sqlite_bestand import (
    copy_file,
    create_file,
    create_package,
    file_identity,
    open_file,
    snapshot,
    wipe,
)
from veiligheidsplan.storage.storingen import fault, translate_faults

_NIEUW_RECORD = "INSERT INTO gebeurtenis VALUES (?, ?, ?, ?, ?)"
_NIEUWE_SLEUTEL = "INSERT OR REPLACE INTO sleutel VALUES (?, ?, ?)"


class SqliteOpslag:
    """An :class:`~veiligheidsplan.storage.opslag.Opslag` in one file. Made with :meth:`create` or
    :meth:`open`.
    """

    def __init__(self, pad: Path, db: sqlite3.Connection) -> None:
        self.pad = pad
        self._db = db
        self._levensteken = Levensteken(pad)
        self._bestand = file_identity(pad)

    @classmethod
    def create(cls, pad: Path) -> SqliteOpslag:
        """A new store at *pad*. VP712 if something is there."""
        return cls(pad, create_file(pad))

    @classmethod
    def open(cls, pad: Path) -> SqliteOpslag:
        """The store at *pad*. VP711, VP713, VP714, VP716."""
        return cls(pad, open_file(pad))

    @classmethod
    def package(cls, pad: Path) -> SqliteOpslag:
        """A new store in memory, that :meth:`back_up` writes to *pad* as a package of one dossier."""
        return cls(pad, create_package())

    @classmethod
    def snapshot(cls, pad: Path) -> SqliteOpslag:
        """The store, back-up or package at *pad* as it is now, in memory: the file itself stays as it is."""
        return cls(pad, snapshot(pad))

    def close(self) -> None:
        self._levensteken.close()
        with translate_faults(self.pad):
            self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with translate_faults(self.pad):
            # IMMEDIATE: het slot meteen, zodat lezen en schrijven in één transactie niet halverwege botsen.
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
                if file_identity(self.pad) != self._bestand:
                    # SQLite schrijft rustig door in een bestand dat geen naam meer heeft.
                    raise fault("VP718", pad=self.pad)
            except BaseException:
                if self._db.in_transaction:  # bij een volle schijf heeft SQLite soms zelf al teruggedraaid
                    self._db.execute("ROLLBACK")
                raise

    def houders(self) -> tuple[Houderregel, ...]:
        with translate_faults(self.pad):
            rijen = self._db.execute(
                "SELECT id, soort, openbaar, gesloten, vertrouwd FROM sleutelhouder ORDER BY id"
            )
            return tuple(
                Houderregel(_text(i, self), _text(s, self), _bytes(o, self), _maybe(g, self), _maybe(v, self))
                for i, s, o, g, v in rijen
            )

    def replace_houders(
        self, weg: Iterable[str], erbij: Iterable[Houderregel], sleutels: Iterable[Sleutelregel] = ()
    ) -> None:
        alle, oud = tuple(sleutels), tuple(weg)
        dossiers = sorted({sleutel.dossier for sleutel in alle})
        nieuw = tuple(erbij)
        bekend = {houder.id for houder in self.houders()}
        vervangt = bool(alle) or not bekend.isdisjoint({*oud, *(houder.id for houder in nieuw)})
        with self._transaction() as db:
            for id_ in oud:
                db.execute("DELETE FROM sleutelhouder WHERE id = ?", (id_,))
                db.executemany(
                    "DELETE FROM sleutel WHERE dossier = ? AND houder = ?", ((d, id_) for d in dossiers)
                )
            db.executemany(
                "INSERT OR REPLACE INTO sleutelhouder VALUES (?, ?, ?, ?, ?)",
                ((h.id, h.soort, h.openbaar, h.gesloten, h.vertrouwd) for h in nieuw),
            )
            db.executemany(_NIEUWE_SLEUTEL, alle)
            if vervangt:
                db.execute("UPDATE opruimen SET nodig = 1")
        if vervangt:
            wipe(self._db)

    def create_dossier(
        self, dossier: str, sleutels: Mapping[str, bytes], records: Sequence[Record], kopblad: bytes
    ) -> None:
        with self._transaction() as db:
            db.execute("INSERT INTO dossier VALUES (?, ?, ?)", (dossier, len(records), kopblad))
            db.executemany(
                _NIEUWE_SLEUTEL, ((dossier, houder, verpakt) for houder, verpakt in sleutels.items())
            )
            db.executemany(_NIEUW_RECORD, _rows(dossier, 0, records))

    def append(self, dossier: str, na: int, records: Sequence[Record], kopblad: bytes) -> None:
        with self._transaction() as db:
            self._append(db, dossier, na, records, kopblad)

    def destroy(self, dossier: str, volgnummer: int, na: int, record: Record, kopblad: bytes) -> bool:
        with self._transaction() as db:
            self._append(db, dossier, na, (record,), kopblad)
            weg = db.execute(
                "UPDATE gebeurtenis SET verzegeld = NULL"
                " WHERE dossier = ? AND volgnummer = ? AND volgnummer <= ? AND verzegeld IS NOT NULL",
                (dossier, volgnummer, na),
            )
            if not weg.rowcount:
                raise fault("VP734", dossier=dossier, volgnummer=volgnummer)
            db.execute("UPDATE opruimen SET nodig = 1")
        return wipe(self._db)

    def catch_up(
        self, dossier: str, na: int, records: Sequence[Record], kopblad: bytes, weg: Iterable[int]
    ) -> bool:
        with self._transaction() as db:
            self._append(db, dossier, na, records, kopblad)
            geraakt = db.executemany(
                "UPDATE gebeurtenis SET verzegeld = NULL WHERE dossier = ? AND volgnummer = ?",
                [(dossier, nummer) for nummer in weg],
            ).rowcount
            if geraakt > 0:
                db.execute("UPDATE opruimen SET nodig = 1")
        return wipe(self._db) if geraakt > 0 else True

    def _append(
        self, db: sqlite3.Connection, dossier: str, na: int, records: Sequence[Record], kopblad: bytes
    ) -> None:
        geraakt = db.execute(
            "UPDATE dossier SET laatste = ?, kopblad = ? WHERE id = ? AND laatste = ?",
            (na + len(records), kopblad, dossier, na),
        )
        if not geraakt.rowcount:
            bestaat = db.execute("SELECT 1 FROM dossier WHERE id = ?", (dossier,)).fetchone()
            raise fault("VP732" if bestaat else "VP731", dossier=dossier)
        db.executemany(_NIEUW_RECORD, _rows(dossier, na, records))

    def read(self, dossier: str, vanaf: int = 1) -> tuple[bytes, tuple[Record, ...]]:
        with translate_faults(self.pad):
            # Kopblad en gebeurtenissen van één moment: anders lijkt een ander die schrijft op geknoei.
            self._db.execute("BEGIN")
            try:
                kopblad = self.kopblad(dossier)
                rijen = self._db.execute(
                    "SELECT volgnummer, vorige, afdruk, verzegeld FROM gebeurtenis"
                    " WHERE dossier = ? AND volgnummer >= ? ORDER BY volgnummer",
                    (dossier, vanaf),
                ).fetchall()
            finally:
                self._db.execute("ROLLBACK")
            return kopblad, tuple(
                Record(_number(n, self), _damaged(v), _damaged(a), None if z is None else _damaged(z))
                for n, v, a, z in rijen
            )

    def teller(self, dossier: str) -> int:
        with translate_faults(self.pad):
            rij = self._db.execute("SELECT laatste FROM dossier WHERE id = ?", (dossier,)).fetchone()
        if rij is None:
            raise fault("VP731", dossier=dossier)
        return _number(rij[0], self)

    def kopblad(self, dossier: str) -> bytes:
        with translate_faults(self.pad):
            rij = self._db.execute("SELECT kopblad FROM dossier WHERE id = ?", (dossier,)).fetchone()
            if rij is None:
                raise fault("VP731", dossier=dossier)
            return _damaged(rij[0])

    def kopbladen(self, houder: str) -> Iterator[Kopbladregel]:
        with translate_faults(self.pad):
            rijen = self._db.execute(
                "SELECT d.id, s.verpakt, d.kopblad FROM dossier d"
                " LEFT JOIN sleutel s ON s.dossier = d.id AND s.houder = ? ORDER BY d.id",
                (houder,),
            )
            for dossier, verpakt, kopblad in rijen:
                yield Kopbladregel(
                    _text(dossier, self), None if verpakt is None else _damaged(verpakt), _damaged(kopblad)
                )

    def sleutels(self, dossier: str) -> dict[str, bytes]:
        with translate_faults(self.pad):
            self.kopblad(dossier)
            rijen = self._db.execute("SELECT houder, verpakt FROM sleutel WHERE dossier = ?", (dossier,))
            return {_text(houder, self): _damaged(verpakt) for houder, verpakt in rijen}

    def write_sleutel(self, sleutel: Sleutelregel) -> None:
        self.kopblad(sleutel.dossier)
        with self._transaction() as db:
            db.execute(_NIEUWE_SLEUTEL, sleutel)

    def remove_sleutel(self, dossier: str, houder: str) -> bool:
        with self._transaction() as db:
            over = {rij[0] for rij in db.execute("SELECT houder FROM sleutel WHERE dossier = ?", (dossier,))}
            if houder not in over:
                raise fault("VP709", dossier=dossier, houder=houder)
            if len(over) == 1:
                raise fault("VP707", dossier=dossier)
            db.execute("DELETE FROM sleutel WHERE dossier = ? AND houder = ?", (dossier, houder))
            db.execute("UPDATE opruimen SET nodig = 1")
        return wipe(self._db)

    def remove_dossier(self, dossier: str) -> bool:
        with self._transaction() as db:
            if not db.execute("DELETE FROM dossier WHERE id = ?", (dossier,)).rowcount:
                raise fault("VP731", dossier=dossier)
            db.execute("UPDATE opruimen SET nodig = 1")
        return wipe(self._db)

    def claim(self, dossier: str, door: str, nu: float, verlopen_na: float) -> None:
        self._levensteken.show(door)
        with self._transaction() as db:
            if not db.execute("SELECT 1 FROM dossier WHERE id = ?", (dossier,)).fetchone():
                raise fault("VP731", dossier=dossier)
            self.check_slot(dossier, door, nu, verlopen_na)
            db.execute("INSERT OR REPLACE INTO slot VALUES (?, ?, ?)", (dossier, door, nu))

    def check_slot(self, dossier: str, door: str, nu: float, verlopen_na: float) -> None:
        with translate_faults(self.pad):
            rij = self._db.execute("SELECT door, sinds FROM slot WHERE dossier = ?", (dossier,)).fetchone()
        # Een tijd in de toekomst (een klok die is teruggezet) mag een dossier niet voor altijd dichthouden.
        vers = rij is not None and rij[0] != door and abs(nu - rij[1]) < verlopen_na
        if vers and self._levensteken.lives(_text(rij[0], self)):
            raise taken(dossier, door, rij[0], nu, rij[1])

    def release(self, dossier: str, door: str) -> None:
        with self._transaction() as db:
            db.execute("DELETE FROM slot WHERE dossier = ? AND door = ?", (dossier, door))

    def back_up(self, naar: Path) -> None:
        copy_file(self._db, naar)


def _rows(
    dossier: str, na: int, records: Sequence[Record]
) -> Iterator[tuple[str, int, bytes, bytes, bytes | None]]:
    for volgnummer, record in enumerate(records, na + 1):
        if record.volgnummer != volgnummer:
            raise ValueError("records must follow each other without a gap")
        yield dossier, record.volgnummer, record.vorige, record.afdruk, record.verzegeld


def _bytes(waarde: object, opslag: SqliteOpslag) -> bytes:
    """SQLite keeps any type in any column, so a damaged page can hand us another one."""
    if not isinstance(waarde, bytes):
        raise fault("VP713", pad=opslag.pad)
    return waarde


def _damaged(waarde: object) -> bytes:
    """Of one dossier: another type there opens no seal, so that dossier is named, and hides no other."""
    return waarde if isinstance(waarde, bytes) else b""


def _maybe(waarde: object, opslag: SqliteOpslag) -> bytes | None:
    return None if waarde is None else _bytes(waarde, opslag)


def _text(waarde: object, opslag: SqliteOpslag) -> str:
    if not isinstance(waarde, str):
        raise fault("VP713", pad=opslag.pad)
    return waarde


def _number(waarde: object, opslag: SqliteOpslag) -> int:
    if not isinstance(waarde, int):
        raise fault("VP713", pad=opslag.pad)
    return waarde
