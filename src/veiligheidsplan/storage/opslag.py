"""What a store (*opslag*) is: ids, sequence numbers and bytes. A store cannot read, and knows no question
or plan.

Every store passes the same contract test (``tests/storage/contract.py``). All methods raise
``BevindingenFout`` with a VP7xx code for expected faults. A method that returned has made its change
durable, wholly or not at all. Ids are random; nothing that a store sees in clear tells a name, a subject or
a date. The one exception is the *slot* (who has a dossier open now), which holds a heartbeat and is gone
when the dossier is closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Record:
    """One sealed event. ``vorige`` and ``afdruk`` are 32 bytes; ``verzegeld`` is ``None`` once destroyed."""

    volgnummer: int
    vorige: bytes
    afdruk: bytes
    verzegeld: bytes | None


@dataclass(frozen=True, slots=True)
class Houderregel:
    """A key holder's row: public key (32 bytes), the private key sealed, and the sealed list of trusted keys.

    ``soort`` is ``wachtzin`` (passphrase), ``herstel`` (recovery key), ``bestand`` (key file of the
    example) or ``collega``; a colleague has a public key only.
    """

    id: str
    soort: str
    openbaar: bytes
    gesloten: bytes | None = None
    vertrouwd: bytes | None = None


class Sleutelregel(NamedTuple):
    """A dossier's key, wrapped for one holder."""

    dossier: str
    houder: str
    verpakt: bytes


class Kopbladregel(NamedTuple):
    """A sealed kopblad with the dossier's key wrapped for the holder who asked, or ``None`` without one."""

    dossier: str
    verpakt: bytes | None
    kopblad: bytes


class Opslag(Protocol):
    """A store. *na* is the last sequence number the caller knows; when the store is further, VP732 and no
    change.
    """

    def houders(self) -> tuple[Houderregel, ...]:
        """All key holders."""

    def replace_houders(
        self, weg: Iterable[str], erbij: Iterable[Houderregel], sleutels: Iterable[Sleutelregel] = ()
    ) -> None:
        """Drop holders *weg* with their wrapped keys of the dossiers in *sleutels*; write *erbij* and
        *sleutels*.
        """

    def create_dossier(
        self, dossier: str, sleutels: Mapping[str, bytes], records: Sequence[Record], kopblad: bytes
    ) -> None:
        """A new dossier with its wrapped keys (by holder id), first records (from 1, gapless) and kopblad."""

    def append(self, dossier: str, na: int, records: Sequence[Record], kopblad: bytes) -> None:
        """Append records *na*+1, … and rewrite the kopblad, in one transaction."""

    def destroy(self, dossier: str, volgnummer: int, na: int, record: Record, kopblad: bytes) -> bool:
        """Destroy one payload and append *record*, in one transaction; then wipe.

        ``False`` when old bytes may still stand in free space (someone else was reading); the store wipes
        them later. VP734 when there is no such payload.
        """

    def catch_up(
        self, dossier: str, na: int, records: Sequence[Record], kopblad: bytes, weg: Iterable[int]
    ) -> bool:
        """Append what another copy of the same log has more, and destroy the payloads *weg* that were destroyed
        there, in one transaction; as for :meth:`append` and :meth:`destroy`, but what is gone already may be
        named.
        """

    def read(self, dossier: str, vanaf: int = 1) -> tuple[bytes, tuple[Record, ...]]:
        """The sealed kopblad and the records from *vanaf* on, in order, of one moment. VP731 for an unknown
        dossier.
        """

    def teller(self, dossier: str) -> int:
        """The last sequence number as the store keeps it, to refuse a writer who is behind. VP731 when unknown."""

    def kopblad(self, dossier: str) -> bytes:
        """The sealed kopblad of one dossier."""

    def kopbladen(self, houder: str) -> Iterator[Kopbladregel]:
        """Every kopblad with the key wrapped for *houder*, in one query, in order of id."""

    def sleutels(self, dossier: str) -> dict[str, bytes]:
        """The wrapped keys of one dossier by holder id."""

    def write_sleutel(self, sleutel: Sleutelregel) -> None:
        """Add or replace one wrapped key."""

    def remove_sleutel(self, dossier: str, houder: str) -> bool:
        """Remove one wrapped key and wipe; as for :meth:`destroy`. VP709 when absent, VP707 for the last
        one.
        """

    def remove_dossier(self, dossier: str) -> bool:
        """Remove a whole dossier with its keys and wipe; as for :meth:`destroy`."""

    def claim(self, dossier: str, door: str, nu: float, verlopen_na: float) -> None:
        """Take or renew the slot of a dossier (*door*: holder id, a slash, random token; seconds). VP733 if
        another's is not stale.
        """

    def check_slot(self, dossier: str, door: str, nu: float, verlopen_na: float) -> None:
        """VP733 as for :meth:`claim`, without taking the slot."""

    def release(self, dossier: str, door: str) -> None:
        """Give the slot back, if it is ours."""

    def back_up(self, naar: Path) -> None:
        """A whole copy in a new file, consistent while others write. VP712 if the file exists."""

    def close(self) -> None:
        """Close; idempotent."""
