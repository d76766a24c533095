"""What a municipality puts on the regional template: openings that it fills, and sections of its own.

A template that is ``gebaseerd_op`` another one holds nothing else; whatever it does not name is the region's.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from veiligheidsplan.instrument.model import Id, Model
from veiligheidsplan.plan.regio import Voor

Ontvanger = Literal["professional", "gezamenlijk"]
Vraagsoort = Literal["keuze", "meerkeuze", "schaal", "getal", "datum", "tijd", "tekst"]
Versie = Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
Kleur = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Logo(Model):
    """The picture on the first page: a file in the template's own folder, and what it shows in words."""

    bestand: str
    tekst: str


class Lettertypen(Model):
    """The typeface of the pages: TrueType files in the template's own folder, one for running text and a bold one."""

    gewoon: str
    vet: str


class Contact(Model):
    """Somebody of the municipality who may be called, with where the number stands and when it was checked.

    Default deny: who says nothing about ``voor`` reaches professionals only.
    """

    naam: str
    nummer: str
    wanneer: str
    voor: tuple[Voor, ...] = ("professional",)
    bron: str
    gecontroleerd_op: date


class ExtraVraag(Model):
    """A question of the municipality's own: never obligatory, never scored, for professionals unless it says more."""

    vraag: str
    label: str
    soort: Vraagsoort
    hulp: str | None = None
    keuzes: dict[Id, str] = Field(default_factory=dict)
    van: int | None = None
    tot: int | None = None
    zichtbaar_voor: tuple[Ontvanger, ...] = ("professional",)


class Extrasectie(Model):
    """A section of the municipality's own, with text, questions, or both."""

    titel: str
    inleiding: str | None = None
    zichtbaar_voor: tuple[Ontvanger, ...] = ("professional",)
    vragen: dict[Id, ExtraVraag] = Field(default_factory=dict)

    def joint(self, vraag: ExtraVraag) -> bool:
        """Whether an answer may stand on the copy that everyone reads: the section and the question must say so."""
        return "gezamenlijk" in self.zichtbaar_voor and "gezamenlijk" in vraag.zichtbaar_voor


class Openingen(Model):
    """What the region leaves open (*openingen*), by name. What does not stand here is fixed."""

    #: sentences by id
    zinnen: tuple[Id, ...] = ()
    #: sections whose title, or whose introduction, may be the municipality's
    titels: tuple[Id, ...] = ()
    inleidingen: tuple[Id, ...] = ()
    #: sections that may stand elsewhere; the others keep their order
    vrije_secties: tuple[Id, ...] = ()
    #: kinds of extra question whose answer may stand on the joint copy
    soorten_gezamenlijk: tuple[Vraagsoort, ...] = ()


class Sectietekst(Model):
    """Words of the municipality for a section of the region."""

    titel: str | None = None
    inleiding: str | None = None


class Eigenkleuren(Model):
    """The colours that the municipality chooses; the others stay the region's."""

    accent: Kleur | None = None
    tekst: Kleur | None = None
    vlak: Kleur | None = None
    waarschuwing: Kleur | None = None


class Eigeninstrumenten(Model):
    """Which instruments a professional can fill in later. The one about now is the region's."""

    later: tuple[Id, ...]


class Gemeentesjabloon(Model):
    """The ``sjabloon.yaml`` of a municipality, format version 1."""

    formaat: Literal[1]
    id: Id
    eigenaar: str
    gemeente: Id
    versie: Versie
    gebaseerd_op: str
    titel: str | None = None
    logo: Logo | None = None
    kleuren: Eigenkleuren = Eigenkleuren()
    lettertypen: Lettertypen | None = None
    voettekst: str | None = None
    contacten: tuple[Contact, ...] = ()
    zinnen: dict[Id, str] = Field(default_factory=dict)
    secties: dict[Id, Sectietekst] = Field(default_factory=dict)
    extra_secties: dict[Id, Extrasectie] = Field(default_factory=dict)
    volgorde: tuple[Id, ...] = ()
    instrumenten: Eigeninstrumenten | None = None
