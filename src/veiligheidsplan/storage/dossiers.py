"""The dossiers in a vault: sealing and a store joined; callers see bytes, ids and sequence numbers.

A dossier id is 80 random bits in groups, safe in a file name. Every change is durable when its method
returns.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst
from veiligheidsplan.storage.ketting import begin
from veiligheidsplan.storage.logboek import Gelezen, Onderzoek, Stand, Vondst, examine, open_kopblad, write
from veiligheidsplan.storage.opslag import Opslag
from veiligheidsplan.storage.seal import Dossierzegel, ZegelFout
from veiligheidsplan.storage.sleutelring import Sleutelring
from veiligheidsplan.storage.sleuteltekst import base32, group
from veiligheidsplan.storage.storingen import fault, finding


@dataclass(slots=True)
class _Sessie:
    """A dossier's key and state, kept while the vault is open: a next answer costs no key derivation."""

    zegel: Dossierzegel
    stand: Stand


class Dossiers:
    """The dossiers that the holder of *ring* can open in *opslag*."""

    def __init__(self, opslag: Opslag, ring: Sleutelring) -> None:
        self._opslag = opslag
        self._ring = ring
        self._door = f"{ring.paar.id}/{secrets.token_hex(16)}"
        self._sessies: dict[str, _Sessie] = {}

    def nieuw_dossier(self, eerste: Sequence[bytes], kopblad: bytes) -> str:
        """A new dossier with its first events (numbers from 1) and kopblad. Returns its id."""
        dossier = group(base32(secrets.token_bytes(10))).lower()
        zegel = Dossierzegel.new(dossier)
        records, stand = write(zegel, Stand(0, begin(dossier)), eerste)
        self._opslag.create_dossier(
            dossier, self._ring.wrap_all(zegel), records, zegel.seal_kopblad(stand.pack(kopblad))
        )
        self._sessies[dossier] = _Sessie(zegel, stand)
        return dossier

    def voeg_toe(self, dossier_id: str, gebeurtenissen: Sequence[bytes], kopblad: bytes, na: int) -> int:
        """Append events after number *na* and rewrite the kopblad; durable on return. Returns the last
        number.

        VP732 when the dossier is no longer at *na* (another process was first): nothing is written.
        """
        sessie = self._session_at(dossier_id, na)
        records, stand = write(sessie.zegel, sessie.stand, gebeurtenissen)
        self._opslag.append(dossier_id, na, records, sessie.zegel.seal_kopblad(stand.pack(kopblad)))
        sessie.stand = stand
        return stand.laatste

    def vernietig(
        self, dossier_id: str, volgnummer: int, gewist: bytes, kopblad: bytes
    ) -> tuple[Bevinding, ...]:
        """Destroy one payload and append the event *gewist* that says by whom and why, in one transaction.

        VP734 when there is nothing to destroy. Returns VP735 (a warning) when old bytes could not be wiped
        yet.
        """
        self._sessies.pop(dossier_id, None)
        sessie = self._session(dossier_id)
        (record,), stand = write(sessie.zegel, sessie.stand, (gewist,), frozenset({volgnummer}))
        verzegeld = sessie.zegel.seal_kopblad(stand.pack(kopblad))
        del self._sessies[dossier_id]
        return report_wiped(
            self._opslag.destroy(dossier_id, volgnummer, sessie.stand.laatste, record, verzegeld)
        )

    def verwijder(self, dossier_id: str) -> tuple[Bevinding, ...]:
        """Remove a whole dossier with its keys. Back-ups keep theirs. Returns as :meth:`vernietig`."""
        self._sessies.pop(dossier_id, None)
        return report_wiped(self._opslag.remove_dossier(dossier_id))

    def lees(self, dossier_id: str) -> tuple[Gelezen, ...]:
        """All events in order, each ``(volgnummer, bytes | None)``, after checking the whole chain.
        VP721-VP729.
        """
        onderzoek = self._examine(dossier_id)
        if onderzoek.bevindingen:
            raise BevindingenFout(onderzoek.bevindingen)
        return onderzoek.gelezen

    def red(self, dossier_id: str) -> tuple[tuple[Gelezen, ...], tuple[Bevinding, ...]]:
        """What can still be read of a damaged dossier, and what is wrong with it."""
        onderzoek = self._examine(dossier_id)
        return onderzoek.gelezen, onderzoek.bevindingen

    def onderzoek(self, dossier_id: str) -> Onderzoek:
        """The whole examination: what could be read, and every fault. VP706, VP728, VP731 when nothing can.

        The store's own counter too: one that was changed does not touch a word, and stops all writing.
        """
        nummer = -1
        for _ in range(3):  # wie er net tussendoor schreef, is geen knoeier
            gevonden = self._examine(dossier_id)
            nummer = gevonden.stand.laatste if gevonden.stand else -1
            if gevonden.stand is None or gevonden.bevindingen or self._opslag.teller(dossier_id) == nummer:
                return gevonden
        bevinding = finding("VP758", dossier=dossier_id, volgnummer=nummer)
        return replace(gevonden, bevindingen=(bevinding,), vondsten=(Vondst("VP758", nummer),))

    def controleer(self, dossier_id: str) -> tuple[Bevinding, ...]:
        """Every fault of this dossier; empty when it is whole."""
        try:
            return self._examine(dossier_id).bevindingen
        except BevindingenFout as fout:
            return fout.bevindingen

    def kopblad(self, dossier_id: str) -> bytes:
        """The kopblad as last written."""
        verzegeld = self._opslag.kopblad(dossier_id)
        return self._open_kopblad(self._zegel(dossier_id), verzegeld)[1]

    def kopbladen(self, gebreken: list[Bevinding] | None = None) -> Iterator[tuple[str, bytes]]:
        """``(dossier id, kopblad)`` of every dossier that we hold a key of, in order of id; one query.

        A damaged one does not hide the rest: its finding goes in *gebreken*, or without that list is raised
        at the end, after all others.
        """
        gevonden: list[Bevinding] = [] if gebreken is None else gebreken
        for dossier, verpakt, verzegeld in self._opslag.kopbladen(self._ring.paar.id):
            if verpakt is None:
                continue
            try:
                yield dossier, self._open_kopblad(self._zegel(dossier, verpakt), verzegeld)[1]
            except BevindingenFout as fout:
                gevonden.extend(fout.bevindingen)
        if gebreken is None and gevonden:
            raise BevindingenFout(gevonden)

    def alle(self) -> Iterator[tuple[str, bool]]:
        """Every dossier in the store by id, and whether we hold a key of it."""
        for dossier, verpakt, _ in self._opslag.kopbladen(self._ring.paar.id):
            yield dossier, verpakt is not None

    def houd_vast(self, dossier_id: str, nu: datetime, verlopen_na: timedelta) -> None:
        """Say that this dossier is open here; call again as a heartbeat. VP733 if it is open elsewhere.

        Another's claim that was not renewed for *verlopen_na* no longer counts.
        """
        self._opslag.claim(dossier_id, self._door, nu.timestamp(), verlopen_na.total_seconds())

    def kijk_of_vrij(self, dossier_id: str, nu: datetime, verlopen_na: timedelta) -> None:
        """VP733 if this dossier is open elsewhere, without taking it."""
        self._opslag.check_slot(dossier_id, self._door, nu.timestamp(), verlopen_na.total_seconds())

    def laat_los(self, dossier_id: str) -> None:
        """Say that this dossier is no longer open here."""
        self._opslag.release(dossier_id, self._door)

    def _examine(self, dossier: str) -> Onderzoek:
        kopblad, records = self._opslag.read(dossier)
        zegel = self._zegel(dossier)
        onderzoek = examine(zegel, kopblad, records)
        if onderzoek.stand is not None and not onderzoek.bevindingen:
            self._sessies[dossier] = _Sessie(zegel, onderzoek.stand)
        return onderzoek

    def _session_at(self, dossier: str, na: int) -> _Sessie:
        sessie = self._session(dossier)
        if sessie.stand.laatste != na:
            self._sessies.pop(dossier)
            sessie = self._session(dossier)
            if sessie.stand.laatste != na:
                raise fault("VP732", dossier=dossier)
        return sessie

    def _session(self, dossier: str) -> _Sessie:
        if dossier not in self._sessies:
            zegel = self._zegel(dossier)
            stand, _ = self._open_kopblad(zegel, self._opslag.kopblad(dossier))
            self._sessies[dossier] = _Sessie(zegel, stand)
        return self._sessies[dossier]

    def _zegel(self, dossier: str, verpakt: bytes | None = None) -> Dossierzegel:
        if dossier in self._sessies:
            return self._sessies[dossier].zegel
        eigen = self._opslag.sleutels(dossier).get(self._ring.paar.id) if verpakt is None else verpakt
        if eigen is None:
            raise fault("VP706", dossier=dossier)
        try:
            return self._ring.unwrap(dossier, eigen)
        except ZegelFout:
            raise fault("VP728", dossier=dossier) from None

    def _open_kopblad(self, zegel: Dossierzegel, verzegeld: bytes) -> tuple[Stand, bytes]:
        try:
            return open_kopblad(zegel, verzegeld)
        except ZegelFout:
            raise fault("VP723", dossier=zegel.dossier) from None


def report_wiped(schoon: bool) -> tuple[Bevinding, ...]:
    return () if schoon else (finding("VP735", Ernst.WAARSCHUWING),)
