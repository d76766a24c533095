"""The template (*sjabloon*) of a plan.

Its sections, the words of its questions, and which instruments it uses. All data.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from veiligheidsplan.instrument.model import Id, Model
from veiligheidsplan.plan.sjabloon_eigen import Contact, Extrasectie, Lettertypen, Logo, Openingen

#: who reads a copy: the kinds of reader for whom a section can stand on it
Lezersoort = Literal["professional", "gezamenlijk", "persoon", "netwerk", "kind"]
#: the sector whose reporting code a template follows that names none
MELDCODE = "lokaal-team"


class Veldtekst(Model):
    """The words of one field.

    The question as it is said, the label in a document, help, and the words of its answers.
    """

    vraag: str
    label: str
    hulp: str | None = None
    keuzes: dict[str, str] = Field(default_factory=dict)


class Sectie(Model):
    """A section of the document.

    ``bron`` names what fills it; ``zichtbaar_voor`` may narrow what the model allows, never widen it.
    """

    titel: str
    bron: Literal[
        "status",
        "kort",
        "uitslag",
        "indruk",
        "personen",
        "afspraken",
        "acties",
        "cijfers",
        "cijfers_samen",
        "slotcheck",
        "bellen",
        "vervolg",
        "regie",
        "open",
        "alleen_te_vragen",
        "vooraf",
        "maatregelen",
        "incidenten",
        "hoofdstukken",
        "voorwaarden",
        "ladder",
        "akkoord",
        "krachten",
        "antwoorden",
        "uitleg",
        "ondertekening",
        "meldcode",
        "eigen_taken",
        "eigen",
        "netwerktaak",
        "kind_begin",
        "kind_doen",
        "kind_zelf",
        "kind_mis",
        "kind_boos",
        "kind_helpers",
        "kind_bellen",
        "kind_vervolg",
        "nog_nodig",
        "evaluatie",
        "verloop",
        "taken_samen",
        "verloop_samen",
        "kopieen",
    ]
    inleiding: str | None = None
    zichtbaar_voor: tuple[Lezersoort, ...] = ("professional",)


class Instrumentkeuze(Model):
    """Which instruments a household gets: one at the table now, the deeper ones later by the professional."""

    nu: Id
    later: tuple[Id, ...] = ()


class Thema(Model):
    """What a professional may note about a household; one that ``stopt_samen`` asks for an expert first."""

    titel: str
    stopt_samen: bool = False


class Maatregelsoort(Model):
    """A kind of order (*maatregel*), and how many days it usually lasts: outside of that the dates are questioned.

    With ``plan_klaar`` the plan must be established before it ends.
    """

    titel: str
    dagen: tuple[int, int] | None = None
    plan_klaar: bool = False


class Kleuren(Model):
    """House style colours, ``#rrggbb``."""

    accent: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#1d4f73"
    tekst: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#1a1a1a"
    vlak: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#eef3f7"
    waarschuwing: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] = "#8a1c1c"


class DirectBinnen(Model):
    """Within how many hours an action for the safety of now must be done: whose choice that is, and of what kind."""

    uren: Annotated[int, Field(ge=1, le=24 * 31)]
    eigenaar: str
    soort_keuze: Literal["redactioneel", "richtlijn"]
    toelichting: str = ""


class Tekenen(Model):
    """Which other professionals may sign the joint copy, by role, and whether in the order of that list.

    The worker who makes the copy always signs first: that signature says what may still be added.
    """

    volgorde: Literal["vrij", "vast"] = "vrij"
    rollen: dict[Id, str] = Field(default_factory=dict)


class Sjabloon(Model):
    """One ``sjabloon.yaml``, format version 1."""

    formaat: Literal[1]
    id: Id
    eigenaar: str
    versie: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    titel: str
    instrumenten: Instrumentkeuze
    meldcode: Id = MELDCODE
    kleuren: Kleuren = Kleuren()
    leefdomeinen: Annotated[dict[Id, str], Field(min_length=1)]
    themas: Annotated[dict[Id, Thema], Field(min_length=1)]
    maatregelen: Annotated[dict[Id, Maatregelsoort], Field(min_length=1)]
    tekenen: Tekenen = Tekenen()
    #: what protects one person, such as an alarm button; and kinds of data with the grounds that may carry them
    beschermingen: dict[Id, Maatregelsoort] = Field(default_factory=dict)
    gegevens: dict[Id, str] = Field(default_factory=dict)
    gronden: dict[Id, str] = Field(default_factory=dict)
    #: languages in which somebody may write down an agreement, by their code (BCP 47)
    talen: dict[Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")], str] = Field(
        default_factory=dict
    )
    #: without it nothing is said about the time of an action
    direct_binnen: DirectBinnen | None = None
    secties: Annotated[dict[Id, Sectie], Field(min_length=1)]
    voettekst: str = ""
    zinnen: dict[str, str]  # fixed sentences by id
    teksten: dict[Id, dict[Id, Veldtekst]]  # onderwerp -> veld -> words
    #: what a municipality may fill; nothing, where a template says nothing of it
    openingen: Openingen = Openingen()
    logo: Logo | None = None
    lettertypen: Lettertypen | None = None
    contacten: tuple[Contact, ...] = ()
    #: sections with words and questions of their own, and whose they are: answers are kept under that name
    extra_secties: dict[Id, Extrasectie] = Field(default_factory=dict)
    ruimte: Id = "regio"
    #: the order of all sections, by id; empty: as they stand in the file, the extra ones last
    volgorde: tuple[Id, ...] = ()

    def in_order(self) -> tuple[tuple[str, Sectie | Extrasectie], ...]:
        """Every section with its id, in the order of the document."""
        alle: dict[str, Sectie | Extrasectie] = {**self.secties}
        for id_, sectie in self.extra_secties.items():
            alle.setdefault(id_, sectie)  # one of the region's own is never replaced
        return tuple((id_, alle[id_]) for id_ in self.volgorde or alle)
