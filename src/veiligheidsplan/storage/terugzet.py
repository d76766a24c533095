"""Whether a log was put back (*teruggezet*): against what somebody wrote down of it, or against an older back-up.

A log that was put back to an earlier moment, kopblad and all, is whole in itself. Only something from outside shows
it: a mark (*kenmerk*) that somebody kept, or a back-up, whose log must be the beginning of the one that is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from veiligheidsplan.bevinding import Bevinding, BevindingenFout, Ernst
from veiligheidsplan.storage.kluis_openen import locate
from veiligheidsplan.storage.logboek import Onderzoek, examine
from veiligheidsplan.storage.opslag import Opslag, Record
from veiligheidsplan.storage.overdracht import Overdraagbaar
from veiligheidsplan.storage.seal import ZegelFout
from veiligheidsplan.storage.sleutelring import Sleutelring
from veiligheidsplan.storage.sqlite import SqliteOpslag
from veiligheidsplan.storage.storingen import fault, finding

#: bytes of the hash in a mark: beyond what can be made to fit, and short enough to write down
_LENGTE = 8
_KENMERK = re.compile(r"([1-9][0-9]{0,8})-([0-9a-f]{16})\Z")


def mark(onderzoek: Onderzoek) -> str:
    """The mark of a log as it is now: how many events, and a part of the last hash. Says nothing of its content."""
    nummer, hash_ = onderzoek.hashes[-1]
    return f"{nummer}-{hash_[:_LENGTE].hex()}"


def compare_mark(dossier: str, onderzoek: Onderzoek, kenmerk: str) -> tuple[Bevinding, ...]:
    """Whether the log that has this mark is the beginning of the one here. VP751 for no mark; VP752, VP753."""
    gelezen = _KENMERK.match(kenmerk.strip().lower())
    if gelezen is None:
        raise fault("VP751")
    nummer = int(gelezen[1])
    laatste = onderzoek.hashes[-1][0] if onderzoek.hashes else 0
    if nummer > laatste:
        return (finding("VP752", dossier=dossier, volgnummer=laatste, aantal=nummer - laatste),)
    past = any(n == nummer and h[:_LENGTE].hex() == gelezen[2] for n, h in onderzoek.hashes)
    return () if past else (finding("VP753", dossier=dossier, volgnummer=nummer),)


def compare_back_up(kluis: Overdraagbaar, pad: Path, dossier: str | None = None) -> tuple[Bevinding, ...]:
    """Every dossier of a back-up (or the one named) that is not the beginning of what is here.

    VP752 put back, VP753 other events, VP754 no longer here, VP755 the back-up's own log is not whole; what
    nobody of this vault wrapped a key for is not ours, and is left alone.
    """
    opslag, ring = kluis._opslag, kluis._ring
    with closing(SqliteOpslag.snapshot(locate(pad))) as daar:
        gevonden = tuple(_compare_all(opslag, ring, daar, dossier))
        if dossier is not None and dossier not in {d for d, *_ in daar.kopbladen(ring.paar.id)}:
            gevonden = (finding("VP756", Ernst.WAARSCHUWING, dossier=dossier), *gevonden)
    return gevonden


def _compare_all(opslag: Opslag, ring: Sleutelring, daar: Opslag, alleen: str | None) -> Iterator[Bevinding]:
    for dossier, verpakt, _ in daar.kopbladen(ring.paar.id):
        if verpakt is None or (alleen is not None and dossier != alleen):
            continue
        try:
            zegel = ring.unwrap(dossier, verpakt)
        except ZegelFout:
            continue
        kopblad, records = daar.read(dossier)
        if examine(zegel, kopblad, records).bevindingen:
            yield finding("VP755", dossier=dossier)
        else:
            yield from _compare(dossier, _records(opslag, dossier), records)


def _compare(dossier: str, hier: Sequence[Record] | None, daar: Sequence[Record]) -> Iterator[Bevinding]:
    if hier is None:
        yield finding("VP754", dossier=dossier)
        return
    for een, ander in zip(hier, daar, strict=False):
        if (een.volgnummer, een.vorige, een.afdruk) != (ander.volgnummer, ander.vorige, ander.afdruk):
            yield finding("VP753", dossier=dossier, volgnummer=ander.volgnummer)
            return
    if len(hier) < len(daar):
        yield finding("VP752", dossier=dossier, volgnummer=len(hier), aantal=len(daar) - len(hier))


def _records(opslag: Opslag, dossier: str) -> tuple[Record, ...] | None:
    try:
        return opslag.read(dossier)[1]
    except BevindingenFout as fout:
        if [b.code for b in fout.bevindingen] == ["VP731"]:
            return None
        raise
