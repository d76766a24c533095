"""The outcome (*uitkomst*) of a check: plain values, without a library behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ..bevinding import Bevinding

Certificaatsoort = Literal["zelf gemaakt", "vertrouwd", "onbekende uitgever"]
Dekking = Literal["het hele bestand", "tot aan een latere handtekening", "onduidelijk"]
Oordeel = Literal["goed", "niet af", "niet goed"]


@dataclass(frozen=True, slots=True)
class Tijdstempel:
    """What a time service says: when, who it is, whether its stamp fits, and whether your organisation trusts it."""

    moment: datetime
    dienst: str
    klopt: bool
    vertrouwd: bool


@dataclass(frozen=True, slots=True)
class Handtekening:
    """One signature as found.

    ``naam`` is the certificate's common name: what the signer calls himself. ``moment`` is the time that the signer's
    computer gave, or ``None``. ``intact``: the signed bytes are unchanged and the key fits. ``schoon``: after it
    nothing was added but signatures. ``certificaat`` says what is known of the issuer. ``daarna`` says in words what
    was added or changed after it.
    """

    veld: str
    rol: str
    naam: str
    moment: datetime | None
    tijdstempel: Tijdstempel | None
    certificaat: Certificaatsoort
    uitgever: str
    geldig_van: datetime
    geldig_tot: datetime
    vingerafdruk: str
    intact: bool
    schoon: bool
    geldig: bool
    dekking: Dekking
    daarna: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Controle:
    """The result: ``goed`` only when all is proven; ``bevindingen``: what is not; ``toelichting``: what it means.

    ``oordeel`` tells a document that still waits for signatures (*niet af*) from one that was changed (*niet goed*).
    """

    oordeel: Oordeel
    handtekeningen: tuple[Handtekening, ...]
    open_velden: tuple[str, ...]
    bevindingen: tuple[Bevinding, ...]
    toelichting: tuple[str, ...]

    @property
    def goed(self) -> bool:
        """Whether everything is proven."""
        return self.oordeel == "goed"
