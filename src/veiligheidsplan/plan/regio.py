"""What the region knows (*regio*): municipalities and numbers, as frozen data. Nothing regional stands in Python."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

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
