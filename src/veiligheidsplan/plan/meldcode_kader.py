"""The framework of one sector for the reporting code (*meldcode*): order, words and norms. All data, none in Python."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from veiligheidsplan.instrument.model import Id, Model

#: the five steps of the code; which comes first and how each is called stands in the sector file
STAPPEN = ("signalen", "overleg", "gesprek", "wegen", "beslissen")
Stapid = Literal["signalen", "overleg", "gesprek", "wegen", "beslissen"]
#: what a dossier itself may say that asks to weigh reporting
FEITEN = ("signaal_gezien", "signaal_niet_uitgesloten", "hoogste_niveau", "onthulling")


class Meldcodestap(Model):
    """A step: its title, what to do in it, and the id of its source."""

    titel: str
    uitleg: str
    bron: Id


class Afweging(Model):
    """A consideration (*afweging*) per person at risk.

    ``na`` is the step after which it comes. Answers in ``melden_bij`` point to ``norm``; with those in ``open_bij``
    the norm is not ruled out; after those in ``afsluiten_bij`` the later considerations are not needed.
    """

    na: Stapid
    label: str
    vraag: str
    hulp: str | None = None
    antwoorden: Annotated[dict[str, str], Field(min_length=2)]  # «weet_niet» is one of them: no id of its own
    melden_bij: tuple[str, ...] = ()
    open_bij: tuple[str, ...] = ()
    afsluiten_bij: tuple[str, ...] = ()
    norm: Id | None = None
    bron: Id


class Norm(Model):
    """A professional norm to report."""

    tekst: str
    bron: Id


class Uitzondering(Model):
    """With one of these themes the step may wait or be left out."""

    stap: Stapid
    themas: tuple[Id, ...]
    tekst: str
    bron: Id


class Meldcode(Model):
    """One ``regio/meldcode/<sector>.yaml``, format version 1."""

    formaat: Literal[1]
    id: Id
    titel: str
    eigenaar: str
    gecontroleerd_op: date
    herzien_voor: date | None = None
    bronnen: Annotated[dict[Id, str], Field(min_length=1)]
    stappen: Annotated[dict[Id, Meldcodestap], Field(min_length=1)]
    afwegingen: Annotated[dict[Id, Afweging], Field(min_length=1)]
    normen: Annotated[dict[Id, Norm], Field(min_length=1)]
    feiten: dict[Id, Id]
    uitzonderingen: dict[Id, Uitzondering] = Field(default_factory=dict)
    redenen: Annotated[dict[Id, str], Field(min_length=1)]

    def only_elsewhere(self, stap: str) -> frozenset[str]:
        """The reasons that belong to an exception at another step than this one."""
        return frozenset(
            id_ for id_, uitzondering in self.uitzonderingen.items() if uitzondering.stap != stap
        )
