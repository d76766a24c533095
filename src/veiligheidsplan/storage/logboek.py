"""One dossier's log as sealed records: what is written, and what an examination of the chain finds.

Pure apart from the nonces: records and bytes in, records, events and findings out.

The store puts a *stand* (state) before the caller's kopblad and seals them together: last sequence number,
last hash, and which payloads were destroyed on purpose. So a log that was cut off shows, and so does a
payload that somebody took away, or put back, without our writing it down. What cannot show here is the
whole dossier, kopblad and all, put back to what it was earlier: for that a back-up must be laid beside it.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.storage.ketting import HASHLENGTE, afdruk, begin, link
from veiligheidsplan.storage.opslag import Record
from veiligheidsplan.storage.seal import Dossierzegel, ZegelFout
from veiligheidsplan.storage.storingen import finding

_KOP = struct.Struct(f">Q{HASHLENGTE}sI")


class Gelezen(NamedTuple):
    """One event as read: its sequence number (from 1), and its bytes, or ``None`` when destroyed or
    unreadable.
    """

    volgnummer: int
    inhoud: bytes | None


class Vondst(NamedTuple):
    """One fault of a log: which code, at which event, and how many are missing there."""

    code: str
    volgnummer: int
    aantal: int = 0


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a log stands: last sequence number, its hash, and the numbers of destroyed payloads."""

    laatste: int
    hash: bytes
    vernietigd: frozenset[int] = frozenset()

    def pack(self, kopblad: bytes) -> bytes:
        """The bytes to seal: the state, then the caller's kopblad."""
        nummers = b"".join(nummer.to_bytes(8, "big") for nummer in sorted(self.vernietigd))
        return _KOP.pack(self.laatste, self.hash, len(self.vernietigd)) + nummers + kopblad


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """What was found: every event that could be read, the kopblad and state if they could, and all faults."""

    gelezen: tuple[Gelezen, ...]
    stand: Stand | None
    kopblad: bytes | None
    bevindingen: tuple[Bevinding, ...]
    #: of each finding its code, the event that it is about (0: none), and how many are missing
    vondsten: tuple[Vondst, ...] = ()
    #: the hash after each event that was read, as the chain stands in the store
    hashes: tuple[tuple[int, bytes], ...] = ()


def open_kopblad(zegel: Dossierzegel, verzegeld: bytes) -> tuple[Stand, bytes]:
    """The state and the caller's kopblad. Raises :class:`ZegelFout`."""
    vol = zegel.open_kopblad(verzegeld)
    if len(vol) < _KOP.size:
        raise ZegelFout
    laatste, hash_, aantal = _KOP.unpack_from(vol)
    eind = _KOP.size + 8 * aantal
    nummers = vol[_KOP.size : eind]
    if len(nummers) != 8 * aantal:
        raise ZegelFout
    vernietigd = frozenset(
        int.from_bytes(nummers[plek : plek + 8], "big") for plek in range(0, len(nummers), 8)
    )
    return Stand(laatste, hash_, vernietigd), vol[eind:]


def write(
    zegel: Dossierzegel,
    stand: Stand,
    gebeurtenissen: Sequence[bytes],
    vernietig: frozenset[int] = frozenset(),
) -> tuple[tuple[Record, ...], Stand]:
    """The records of *gebeurtenissen* after *stand*, and the state after them with *vernietig* destroyed
    too.
    """
    records = []
    vorige = stand.hash
    for volgnummer, inhoud in enumerate(gebeurtenissen, stand.laatste + 1):
        verzegeld = zegel.seal_gebeurtenis(volgnummer, vorige, inhoud)
        records.append(Record(volgnummer, vorige, afdruk(verzegeld), verzegeld))
        vorige = link(zegel.dossier, volgnummer, vorige, records[-1].afdruk)
    return tuple(records), Stand(stand.laatste + len(records), vorige, stand.vernietigd | vernietig)


def examine(zegel: Dossierzegel, kopblad: bytes, records: Sequence[Record]) -> Onderzoek:
    """Read everything that can be read, and name every record that is gone, changed, moved, forged or cut
    off.
    """
    onderzoek = _Onderzoeker(zegel)
    try:
        onderzoek.stand, onderzoek.kopblad = open_kopblad(zegel, kopblad)
    except ZegelFout:
        onderzoek.report("VP723")
    for record in records:
        onderzoek.take(record)
    onderzoek.finish()
    return Onderzoek(
        tuple(onderzoek.gelezen),
        onderzoek.stand,
        onderzoek.kopblad,
        tuple(onderzoek.bevindingen.values()),
        tuple(onderzoek.vondsten),
        tuple(onderzoek.hashes),
    )


class _Onderzoeker:
    """One walk along the chain."""

    def __init__(self, zegel: Dossierzegel) -> None:
        self.zegel = zegel
        self.stand: Stand | None = None
        self.kopblad: bytes | None = None
        self.gelezen: list[Gelezen] = []
        self.bevindingen: dict[tuple[str, int], Bevinding] = {}
        self.vondsten: list[Vondst] = []
        self.hashes: list[tuple[int, bytes]] = []
        self.laatste = 0
        self.hash = begin(zegel.dossier)

    def report(self, code: str, volgnummer: int = 0, aantal: int = 0) -> None:
        waarden = {"dossier": self.zegel.dossier, "volgnummer": volgnummer, "aantal": aantal}
        if (code, volgnummer) not in self.bevindingen:
            self.bevindingen[code, volgnummer] = finding(code, **waarden)
            self.vondsten.append(Vondst(code, volgnummer, aantal))

    def take(self, record: Record) -> None:
        nummer = record.volgnummer
        if self.stand and not 1 <= nummer <= self.stand.laatste:
            self.report("VP725", nummer)
        gaaf, inhoud = self._open(record)
        if nummer != self.laatste + 1:
            self.report("VP721", self.laatste + 1)
        elif record.vorige != self.hash:
            # Past het zegel van deze bij wat zij als vorige noemt, dan is de vorige veranderd; anders
            # deze zelf.
            self.report("VP722", max(1, nummer - 1) if gaaf else nummer)
        self.gelezen.append(Gelezen(nummer, inhoud))
        self.laatste = nummer
        self.hash = link(self.zegel.dossier, max(0, nummer), record.vorige, record.afdruk)
        self.hashes.append((nummer, self.hash))

    def _open(self, record: Record) -> tuple[bool, bytes | None]:
        """Whether the seal proves this record, and its content."""
        nummer = record.volgnummer
        gewist = self.stand is not None and nummer in self.stand.vernietigd
        if record.verzegeld is None:
            if self.stand and not gewist:
                self.report("VP726", nummer)
            return False, None
        try:
            if afdruk(record.verzegeld) != record.afdruk:
                raise ZegelFout
            inhoud = self.zegel.open_gebeurtenis(max(0, nummer), record.vorige, record.verzegeld)
        except ZegelFout:
            self.report("VP722", nummer)
            return False, None
        if gewist:
            self.report("VP727", nummer)
            return True, None
        return True, inhoud

    def finish(self) -> None:
        if self.stand is None:
            return
        if self.laatste < self.stand.laatste:
            self.report("VP724", self.laatste, self.stand.laatste - self.laatste)
        elif self.laatste == self.stand.laatste and self.hash != self.stand.hash and not self.bevindingen:
            self.report("VP729")
