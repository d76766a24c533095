"""Handing over (*overdracht*): one dossier in a package, and taking it in from a package, a back-up or a store.

A package is a small store with one dossier: the sealed events as they are, the kopblad, and the key wrapped for
one colleague. What is taken in is never believed before its whole chain was examined, and a log that is here
already is only ever made longer: both must begin with the same records.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, Self

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.storage.dossiers import Dossiers, report_wiped
from veiligheidsplan.storage.kluis_openen import locate
from veiligheidsplan.storage.logboek import Stand, examine, write
from veiligheidsplan.storage.opslag import Record
from veiligheidsplan.storage.seal import Dossierzegel
from veiligheidsplan.storage.seal_sleutelhouder import houder_id, read_openbaar, write_openbaar
from veiligheidsplan.storage.sleutelring import Sleutelring
from veiligheidsplan.storage.sqlite import SqliteOpslag
from veiligheidsplan.storage.storingen import fault

#: how the copy in a file relates to what is here
Verhouding = Literal["nieuw", "nieuwer", "gelijk", "ouder"]
_DOSSIER = re.compile(r"[0-9a-z]{4}(?:-[0-9a-z]{4}){3}\Z")
_SLEUTEL = 32


class Aanbod(NamedTuple):
    """A dossier in a file that we hold a key of, and the public key (text) of who wrapped that key."""

    dossier: str
    van: str


@dataclass(frozen=True, slots=True)
class _Log:
    """A whole log that was examined, with its key."""

    zegel: Dossierzegel
    stand: Stand
    records: tuple[Record, ...]


class Overdraagbaar(Dossiers):
    """A vault's dossiers, that can be packed for a colleague and taken in from one."""

    @classmethod
    def open_kopie(cls, pad: Path, eigen: Overdraagbaar, van: str) -> Self:
        """A store, back-up or package in memory, with the keys of our own vault; *van* is whom we believe."""
        ring = Sleutelring(eigen._ring.paar, (*eigen._ring.vast, read_openbaar(van)))
        return cls(SqliteOpslag.snapshot(locate(pad)), ring)

    def bekijk(self, pad: Path) -> tuple[Aanbod, ...]:
        """What lies in a file for us. Nothing is proven yet: who wrapped it is for a person to compare."""
        ik = self._ring.paar.id
        with closing(SqliteOpslag.snapshot(locate(pad))) as bron:
            return tuple(
                Aanbod(dossier, write_openbaar(verpakt[:_SLEUTEL]))
                for dossier, verpakt, _ in bron.kopbladen(ik)
                if verpakt is not None and len(verpakt) > _SLEUTEL and _DOSSIER.match(dossier)
            )

    def is_eigen(self, openbare_sleutel_tekst: str) -> bool:
        """Whether this public key is one of our own. VP705 for a mistake in it."""
        return read_openbaar(openbare_sleutel_tekst) in {self._ring.paar.openbaar, *self._ring.vast}

    def pak_in(self, dossier_id: str, openbare_sleutel_tekst: str, naar: Path) -> None:
        """Write one dossier for one colleague in the new file *naar* (VP712), after examining it (VP721-VP729)."""
        openbaar = read_openbaar(openbare_sleutel_tekst)
        kopblad, records = self._opslag.read(dossier_id)
        zegel = self._zegel(dossier_id)
        _check(zegel, kopblad, records)
        sleutels = {houder_id(openbaar): self._ring.wrap(zegel, openbaar)}
        with closing(SqliteOpslag.package(naar)) as pakket:
            pakket.create_dossier(dossier_id, sleutels, records, kopblad)
            pakket.back_up(naar)

    def vergelijk(self, bron: Overdraagbaar, dossier_id: str) -> Verhouding:
        """How the dossier in *bron*, examined, relates to ours. VP737 when both went on in another way."""
        return _compare(dossier_id, bron._whole(dossier_id).records, self._records(dossier_id))

    def neem_over(
        self, bron: Overdraagbaar, dossier_id: str, gebeurtenissen: Sequence[bytes], kopblad: bytes
    ) -> tuple[Bevinding, ...]:
        """Take the dossier of *bron* in, with these events after it. For ``nieuw`` and ``nieuwer`` only.

        VP732 when ours changed meanwhile, VP737 as for :meth:`vergelijk`; then nothing is written. Returns VP735
        when bytes that were destroyed there could not be wiped here yet.
        """
        log = bron._whole(dossier_id)
        hier = self._records(dossier_id)
        if _compare(dossier_id, log.records, hier) not in ("nieuw", "nieuwer"):
            raise fault("VP732", dossier=dossier_id)
        eigen = _Log(log.zegel, log.stand, ()) if hier is None else self._whole(dossier_id)
        nieuw, stand = write(log.zegel, log.stand, gebeurtenissen, eigen.stand.vernietigd)
        verzegeld = log.zegel.seal_kopblad(stand.pack(kopblad))
        self._sessies.pop(dossier_id, None)
        records = (*log.records, *nieuw)
        if hier is None:
            self._opslag.create_dossier(dossier_id, self._ring.wrap_all(log.zegel), records, verzegeld)
            return ()
        na = len(hier)
        weg = [r.volgnummer for r in hier if r.verzegeld is not None and r.volgnummer in stand.vernietigd]
        return report_wiped(self._opslag.catch_up(dossier_id, na, records[na:], verzegeld, weg))

    def _whole(self, dossier: str) -> _Log:
        kopblad, records = self._opslag.read(dossier)
        zegel = self._zegel(dossier)
        return _Log(zegel, _check(zegel, kopblad, records), records)

    def _records(self, dossier: str) -> tuple[Record, ...] | None:
        try:
            return self._opslag.read(dossier)[1]
        except BevindingenFout as fout:
            if [b.code for b in fout.bevindingen] == ["VP731"]:
                return None
            raise


def _check(zegel: Dossierzegel, kopblad: bytes, records: Sequence[Record]) -> Stand:
    onderzoek = examine(zegel, kopblad, records)
    if onderzoek.bevindingen or onderzoek.stand is None:
        raise BevindingenFout(onderzoek.bevindingen)
    return onderzoek.stand


def _compare(dossier: str, daar: Sequence[Record], hier: Sequence[Record] | None) -> Verhouding:
    if hier is None:
        return "nieuw"
    for een, ander in zip(hier, daar, strict=False):
        if (een.volgnummer, een.vorige, een.afdruk) != (ander.volgnummer, ander.vorige, ander.afdruk):
            raise fault("VP737", dossier=dossier, volgnummer=een.volgnummer)
    if len(daar) == len(hier):
        return "gelijk"
    return "nieuwer" if len(daar) > len(hier) else "ouder"
