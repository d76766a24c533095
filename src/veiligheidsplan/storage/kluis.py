"""The vault (*kluis*): what ``app`` uses, with its doors and its keys; :mod:`.dossiers` has what lies in it.

Expected faults are ``BevindingenFout`` with a VP7xx code (:mod:`.storingen`); nothing is lost by any of them.
A vault belongs to one thread. On Windows the rights of the user's own folder protect the file, on other
systems it is made readable for its owner only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.storage import kluis_openen
from veiligheidsplan.storage.dossiers import report_wiped
from veiligheidsplan.storage.opslag import Houderregel, Sleutelregel
from veiligheidsplan.storage.overdracht import Aanbod, Overdraagbaar, Verhouding
from veiligheidsplan.storage.seal_sleutelhouder import houder_id, read_openbaar, write_openbaar
from veiligheidsplan.storage.seal_wachtzin import STANDAARD, Kosten

__all__ = ["BESTANDSNAAM", "Aanbod", "Kluis", "Sleutelhouder", "Verhouding"]

BESTANDSNAAM = kluis_openen.BESTANDSNAAM


@dataclass(frozen=True, slots=True)
class Sleutelhouder:
    """Who can open a dossier: id, kind (see ``Houderregel``), the public key as text, and whether it is
    you.
    """

    id: str
    soort: str
    openbaar: str
    ik: bool


class Kluis(Overdraagbaar):
    """An open vault. Make one with :meth:`maak`, :meth:`open`, … ; close with :meth:`sluit` or ``with``."""

    @classmethod
    def maak(cls, pad: Path, wachtzin: str, nu: datetime, *, kosten: Kosten = STANDAARD) -> tuple[Self, str]:
        """A new vault in the file *pad*, and its recovery key, which is shown once. VP702, VP712, VP716."""
        opslag, ring, herstelsleutel = kluis_openen.create(pad, wachtzin, nu, kosten)
        return cls(opslag, ring), herstelsleutel

    @classmethod
    def open(cls, pad: Path, wachtzin: str) -> Self:
        """The vault at *pad*. VP701 for another passphrase; VP711, VP713, VP714, VP716."""
        return cls(*kluis_openen.open_wachtzin(pad, wachtzin))

    @classmethod
    def open_met_herstelsleutel(
        cls, pad: Path, herstelsleutel: str, nieuwe_wachtzin: str | None = None, *, kosten: Kosten = STANDAARD
    ) -> Self:
        """The same by recovery key (VP703 typing mistake, VP704 another vault's), with a new passphrase if
        given.
        """
        opslag, ring = kluis_openen.open_herstel(pad, herstelsleutel)
        if nieuwe_wachtzin is not None:
            try:
                ring = kluis_openen.renew_wachtzin(opslag, ring, nieuwe_wachtzin, kosten)
            except BaseException:
                opslag.close()
                raise
        return cls(opslag, ring)

    @classmethod
    def open_van_collega(cls, pad: Path, eigen: Kluis, van: str) -> Self:
        """A colleague's store with the keys of one's own vault; *van* is the colleague's public key as
        text.
        """
        return cls(*kluis_openen.open_other(pad, eigen._ring, read_openbaar(van)))

    @classmethod
    def met_willekeurige_sleutel(cls, pad: Path) -> Self:
        """For ``--voorbeeld`` only: opens or makes a vault whose key lies beside it, in a file for the
        owner only.
        """
        return cls(*kluis_openen.open_or_create_example(pad))

    @staticmethod
    def zet_terug(back_up: Path, naar: Path) -> None:
        """Put a back-up in the place *naar*, where nothing may stand yet (VP712)."""
        kluis_openen.restore(back_up, naar)

    def back_up(self, naar: Path) -> None:
        """A whole sealed copy in the new file *naar* (VP712), while work goes on."""
        self._opslag.back_up(naar)

    def sluit(self) -> None:
        """Close; the keys are dropped."""
        self._sessies.clear()
        self._opslag.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sluit()

    @property
    def gemaakt_op(self) -> datetime | None:
        """When this vault was made (sealed, not in clear)."""
        return self._ring.gemaakt_op

    @property
    def openbare_sleutel(self) -> str:
        """One's own public key as text, to give to a colleague."""
        return write_openbaar(self._ring.paar.openbaar)

    def wijzig_wachtzin(self, nieuw: str, *, kosten: Kosten = STANDAARD) -> None:
        """Another passphrase (VP702). Old back-ups still open with the old one."""
        self._ring = kluis_openen.renew_wachtzin(self._opslag, self._ring, nieuw, kosten)

    def vernieuw_herstelsleutel(self) -> str:
        """Another recovery key, shown once; the old one opens this vault no longer, though it opens old
        back-ups.
        """
        self._ring, herstelsleutel = kluis_openen.renew_herstel(self._opslag, self._ring)
        return herstelsleutel

    def sleutelhouders(self, dossier_id: str) -> tuple[Sleutelhouder, ...]:
        """Who can open this dossier."""
        bekend = {houder.id: houder for houder in self._opslag.houders()}
        return tuple(self._houder(id_, bekend.get(id_)) for id_ in sorted(self._opslag.sleutels(dossier_id)))

    def _houder(self, id_: str, regel: Houderregel | None) -> Sleutelhouder:
        if regel is None:
            return Sleutelhouder(id_, "onbekend", "", id_ == self._ring.paar.id)
        return Sleutelhouder(id_, regel.soort, write_openbaar(regel.openbaar), id_ == self._ring.paar.id)

    def geef_sleutel(self, dossier_id: str, openbare_sleutel_tekst: str) -> Sleutelhouder:
        """Let a colleague open this dossier (VP705 for a mistake in the text). Returns who that is."""
        openbaar = read_openbaar(openbare_sleutel_tekst)
        zegel = self._session(dossier_id).zegel
        regel = {h.id: h for h in self._opslag.houders()}.get(houder_id(openbaar))
        if regel is None:
            regel = Houderregel(houder_id(openbaar), "collega", openbaar)
            self._opslag.replace_houders((), (regel,))
        self._opslag.write_sleutel(Sleutelregel(dossier_id, regel.id, self._ring.wrap(zegel, openbaar)))
        return self._houder(regel.id, regel)

    def neem_sleutel(self, dossier_id: str, houder: str) -> tuple[Bevinding, ...]:
        """Take a holder's key of this dossier away (VP709, VP707). It cannot undo what they have read or
        copied.
        """
        self._sessies.pop(dossier_id, None)
        return report_wiped(self._opslag.remove_sleutel(dossier_id, houder))
