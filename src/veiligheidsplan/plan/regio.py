"""What the region knows (*regio*): municipalities and numbers, as frozen data. Nothing regional stands in Python."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from veiligheidsplan.instrument.model import Id, Model

Voor = Literal["iedereen", "wie_hulp_zoekt", "kind", "wie_geweld_gebruikt", "professional"]


class Nummer(Model):
    """A phone number that may be called, with its source and the day on which it was checked."""

    naam: str
    nummer: str
    wanneer: str
    voor: tuple[Voor, ...] = ("iedereen",)
    gratis: bool | None = None
    altijd_open: bool | None = None
    bron: str
    gecontroleerd_op: date


class Nummers(Model):
    """``regio/nummers.yaml``."""

    formaat: Literal[1]
    herzien_voor: date | None = None
    nummers: Annotated[dict[Id, Nummer], Field(min_length=1)]
    #: whom to call at a sign: number ids, for every sign and for some by the sign's id
    bij_signaal: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _known(self) -> Self:
        onbekend = sorted({n for rij in self.bij_signaal.values() for n in rij} - self.nummers.keys())
        if onbekend:
            raise ValueError(f"bij_signaal noemt een nummer dat er niet is: {', '.join(onbekend)}")
        return self

    def for_sign(self, signaal: str) -> tuple[Nummer, ...]:
        """Whom to call at this sign: its own numbers, else those for every sign, else the first two for everyone."""
        rij = self.bij_signaal.get(signaal) or self.bij_signaal.get("elk")
        return tuple(self.nummers[n] for n in rij) if rij else self.for_household()[:2]

    def for_household(self) -> tuple[Nummer, ...]:
        """The numbers that may stand on a joint copy: for everyone, in file order."""
        return tuple(n for n in self.nummers.values() if "iedereen" in n.voor)


class Gemeente(Model):
    """One municipality; other keys belong to the routing per subject and are kept as they are."""

    model_config = ConfigDict(frozen=True, extra="allow")

    naam: str


class Gemeenten(Model):
    """``regio/gemeenten.yaml``."""

    model_config = ConfigDict(frozen=True, extra="allow")

    formaat: Literal[1]
    gemeenten: Annotated[dict[Id, Gemeente], Field(min_length=1)]
