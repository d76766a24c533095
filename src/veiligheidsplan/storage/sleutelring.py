"""The key ring (*sleutelring*) of who opened the vault: their own pair, and the keys that they trust.

Own keys (*vaste sleutels*) are the passphrase's and the recovery key's: every new dossier is wrapped for
these. The list is sealed by each of them for itself. The table in the store is not believed: whoever could
add a row there would otherwise be given the key of every dossier made from then on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from veiligheidsplan.storage.opslag import Houderregel
from veiligheidsplan.storage.seal import Dossierzegel, ZegelFout
from veiligheidsplan.storage.seal_sleutelhouder import (
    Sleutelpaar,
    houder_id,
    open_own,
    seal_own,
    trust,
    unwrap,
    wrap,
)


@dataclass(frozen=True, slots=True)
class Sleutelring:
    """``vast`` holds public keys, our own among them; ``gemaakt_op`` is when the vault was made."""

    paar: Sleutelpaar
    vast: tuple[bytes, ...]
    gemaakt_op: datetime | None = None
    _gedeeld: dict[bytes, bytes] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._gedeeld.update(trust(self.paar, {self.paar.openbaar, *self.vast}))

    @classmethod
    def read(cls, paar: Sleutelpaar, regel: Houderregel) -> Sleutelring:
        """The ring of *paar*, from what it sealed for itself. Raises :class:`ZegelFout`."""
        if regel.vertrouwd is None or regel.openbaar != paar.openbaar:
            raise ZegelFout
        inhoud = json.loads(open_own(paar, "vertrouwd", regel.vertrouwd))
        vast = tuple(bytes.fromhex(sleutel) for sleutel in inhoud["vast"])
        return cls(paar, vast, datetime.fromisoformat(inhoud["gemaakt_op"]) if inhoud["gemaakt_op"] else None)

    def row(self, soort: str, paar: Sleutelpaar | None = None, gesloten: bytes | None = None) -> Houderregel:
        """The row of one of the own keys (default our own), with this list sealed for it."""
        eigen = paar or self.paar
        gemaakt = self.gemaakt_op.isoformat() if self.gemaakt_op else None
        lijst = json.dumps({"gemaakt_op": gemaakt, "vast": [sleutel.hex() for sleutel in self.vast]})
        return Houderregel(
            eigen.id, soort, eigen.openbaar, gesloten, seal_own(eigen, "vertrouwd", lijst.encode())
        )

    def wrap_all(self, zegel: Dossierzegel) -> dict[str, bytes]:
        """The dossier's key wrapped for each of the own keys, by holder id."""
        return {houder_id(sleutel): self.wrap(zegel, sleutel) for sleutel in self.vast}

    def wrap(self, zegel: Dossierzegel, voor: bytes) -> bytes:
        """The dossier's key wrapped for one public key."""
        return wrap(zegel.sleutel, zegel.dossier, self.paar, voor)

    def unwrap(self, dossier: str, verpakt: bytes) -> Dossierzegel:
        """The seal of a dossier. Raises :class:`ZegelFout`."""
        return Dossierzegel(dossier, unwrap(verpakt, dossier, self.paar, self._gedeeld))


def replace_vast(ring: Sleutelring, weg: Iterable[bytes], erbij: bytes) -> Sleutelring:
    """The same ring with own keys *weg* out and *erbij* in."""
    oud = set(weg)
    return Sleutelring(ring.paar, (*(s for s in ring.vast if s not in oud), erbij), ring.gemaakt_op)
