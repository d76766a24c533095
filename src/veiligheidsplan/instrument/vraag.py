"""Questions (*vragen*): six kinds, each a frozen model. A new kind is a class here and a line in ``SOORTEN``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from veiligheidsplan.instrument.model import Getal, Gezelschap, Id, Model
from veiligheidsplan.instrument.voorwaarde import Voorwaarde

Aangesprokene = Literal["kind_4_7", "kind_8_11", "kind_12_17"]


class Antwoord(Model):
    """One possible answer (*antwoord*) of a choice: what is read aloud, and its points (none: it has 0)."""

    tekst: str | None = None
    punten: Getal | None = None


Antwoorden = dict[Id, Antwoord]


class _Vraag(Model):
    """What every kind of question has; see instrument-format.md."""

    tekst: str
    tekst_voor: dict[Aangesprokene, str] = Field(default_factory=dict)
    hulp: str | None = None
    periode: Literal["nu", "maand", "jaar", "ooit"] | None = None
    niet_in_bijzijn: tuple[Gezelschap, ...] | None = None
    zichtbaar_voor: tuple[str, ...] = ("professional",)
    leefdomein: str | None = None
    bronnen: tuple[Id, ...] = ()
    reden: str | None = None
    kort: bool = False
    voorinvullen: bool = True
    verplicht: bool = True
    weet_niet: bool = True
    wil_niet_zeggen: bool = True
    toon_als: Voorwaarde | None = None


class Keuzevraag(_Vraag):
    """One answer of a list is chosen."""

    type: Literal["keuze"] = "keuze"
    antwoorden: Antwoorden | Id
    gewicht: Getal | None = None


class Meerkeuzevraag(_Vraag):
    """Several answers may be chosen; their points add up."""

    type: Literal["meerkeuze"]
    antwoorden: Antwoorden | Id
    geen_van_deze: bool = False
    gewicht: Getal | None = None


class Schaalvraag(_Vraag):
    """A whole number between ``van`` and ``tot``; its value (or its mirror) is its points."""

    type: Literal["schaal"]
    van: int
    tot: int
    omgekeerd: bool = False
    uitersten: dict[int, str] = Field(default_factory=dict)
    gewicht: Getal | None = None


class Getalvraag(_Vraag):
    """A whole number; points by steps (``punten_vanaf``), or none."""

    type: Literal["getal"]
    van: int = 0
    tot: int | None = None
    punten_vanaf: dict[int, Getal] | None = None
    gewicht: Getal | None = None


class Datumvraag(_Vraag):
    """An ISO date; never scored."""

    type: Literal["datum"]


class Tekstvraag(_Vraag):
    """Free text; never scored."""

    type: Literal["tekst"]


SOORTEN: dict[str, type[_Vraag]] = {
    "keuze": Keuzevraag,
    "meerkeuze": Meerkeuzevraag,
    "schaal": Schaalvraag,
    "getal": Getalvraag,
    "datum": Datumvraag,
    "tekst": Tekstvraag,
}


def kind_of_question(waarde: Any) -> str:
    """The ``type`` of a raw question or a model; ``keuze`` where it says nothing."""
    soort = waarde.get("type", "keuze") if isinstance(waarde, dict) else waarde.type
    return str(soort)


Vraag = Annotated[
    Annotated[Keuzevraag, Tag("keuze")]
    | Annotated[Meerkeuzevraag, Tag("meerkeuze")]
    | Annotated[Schaalvraag, Tag("schaal")]
    | Annotated[Getalvraag, Tag("getal")]
    | Annotated[Datumvraag, Tag("datum")]
    | Annotated[Tekstvraag, Tag("tekst")],
    Discriminator(kind_of_question),
]
