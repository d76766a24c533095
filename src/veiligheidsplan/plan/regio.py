"""What the region knows (*regio*): municipalities and numbers, as frozen data. Nothing regional stands in Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from veiligheidsplan.instrument.model import Id, Model

Voor = Literal["iedereen", "wie_hulp_zoekt", "kind", "wie_geweld_gebruikt", "professional"]


class Nummer(Model):
    """A phone number that may be called, with its source and the day on which it was checked."""

    naam: str
    nummer: str
    wanneer: str
    #: the same for a child, who is said *je*
    wanneer_jij: str | None = None
    voor: tuple[Voor, ...] = ("iedereen",)
    gratis: bool | None = None
    altijd_open: bool | None = None
    bron: str
    gecontroleerd_op: date

    def said(self, *, jij: bool) -> str:
        """When to call, in the words for this reader."""
        return self.wanneer_jij if jij and self.wanneer_jij else self.wanneer


class Nummers(Model):
    """``regio/nummers.yaml``."""

    formaat: Literal[1]
    herzien_voor: date | None = None
    #: after so many days a number is looked at again
    herzien_na: Annotated[int, Field(ge=1)] = 183
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


class Dienst(Model):
    """Who does something (*dienst*), with where that stands. ``nummer`` is an id of ``nummers.yaml``.

    ``bekend`` is false for what stands for *not known* or *not the regional one*: nothing to call.
    """

    naam: str
    nummer: Id | None = None
    bekend: bool = True
    bron: str
    gecontroleerd_op: date


class Afwijking(Model):
    """What is otherwise in one municipality for one subject: which service, and why in a sentence."""

    dienst: Id
    uitleg: str = ""


class Gemeente(Model):
    """One municipality: what is otherwise, and other facts about it."""

    naam: str
    afwijkingen: dict[Id, Afwijking] = Field(default_factory=dict)
    bijzonder: tuple[str, ...] = ()


class Elders(Model):
    """A municipality that one might look for here, and what holds there."""

    naam: str
    uitleg: str


class Onbevestigd(Model):
    """What is not known for certain: the question, about which municipalities and subjects, who finds out."""

    wat: str
    gemeenten: tuple[Id, ...] | Literal["alle"]
    onderwerpen: tuple[Id, ...] = ()
    eigenaar: str
    sinds: date


@dataclass(frozen=True, slots=True)
class Bediening:
    """Who serves one municipality for one subject."""

    dienst: Dienst
    uitleg: str = ""

    @property
    def bekend(self) -> bool:
        return self.dienst.bekend


class Gemeenten(Model):
    """``regio/gemeenten.yaml``: who serves which municipality for which subject; ``standaard`` where none differs."""

    formaat: Literal[1]
    herzien_voor: date
    herzien_na: Annotated[int, Field(ge=1)] = 365
    regio: str
    bron: str
    aantal_gemeenten: int
    onderwerpen: Annotated[dict[Id, str], Field(min_length=1)]
    diensten: Annotated[dict[Id, Dienst], Field(min_length=1)]
    standaard: dict[Id, Afwijking]
    gemeenten: Annotated[dict[Id, Gemeente], Field(min_length=1)]
    niet_in_deze_regio: dict[Id, Elders] = Field(default_factory=dict)
    onbevestigd: dict[Id, Onbevestigd] = Field(default_factory=dict)

    def serves(self, gemeente: str, onderwerp: str) -> Bediening:
        """Who does *onderwerp* in *gemeente*; both must stand in the file."""
        regel = self.gemeenten[gemeente].afwijkingen.get(onderwerp) or self.standaard[onderwerp]
        return Bediening(self.diensten[regel.dienst], regel.uitleg)

    def behind_number(self, gemeente: str, nummer: str) -> Dienst | None:
        """The service of this municipality that answers this number of the region, where one stands for all of it."""
        diensten = (self.serves(gemeente, onderwerp).dienst for onderwerp in self.onderwerpen)
        gevonden = {d.naam: d for d in diensten if d.bekend and d.nummer == nummer}
        return next(iter(gevonden.values())) if len(gevonden) == 1 else None

    def asks(self, gemeente: str, onderwerp: str) -> Onbevestigd | None:
        """The open question about this subject here, if somebody asked it."""
        return next(
            (
                v
                for v in self.onbevestigd.values()
                if onderwerp in v.onderwerpen and (v.gemeenten == "alle" or gemeente in v.gemeenten)
            ),
            None,
        )


class Leeftijdsregel(Model):
    """A rule that depends on age in whole years, both ends included; ``soort`` says whose rule it is."""

    titel: str
    voor: str
    minstens: Annotated[int, Field(ge=0)] | None = None
    hoogstens: Annotated[int, Field(ge=0)] | None = None
    gevolg: str
    behalve: str | None = None
    soort: Literal["wet", "dienst", "keuze"]
    bron: str | None = None
    reden: str | None = None

    def holds_at(self, leeftijd: int) -> bool:
        """Whether it is about somebody of this age."""
        van, tot = self.minstens, self.hoogstens
        return (van is None or van <= leeftijd) and (tot is None or leeftijd <= tot)


class Leeftijdsregels(Model):
    """``regio/leeftijdsregels.yaml``."""

    formaat: Literal[1]
    herzien_voor: date
    regels: Annotated[dict[Id, Leeftijdsregel], Field(min_length=1)]

    def for_age(self, leeftijd: int) -> tuple[Leeftijdsregel, ...]:
        """What the law or a service says at this age, in file order. Choices of our own about words stay out."""
        return tuple(r for r in self.regels.values() if r.soort != "keuze" and r.holds_at(leeftijd))


class Contactpersoon(Model):
    """A fixed contact of a municipality: work details, never anything about a resident."""

    naam: str
    telefoon: str | None = None
    e_mail: Annotated[str | None, Field(alias="e-mail")] = None


class Contactlijst(Model):
    """The contacts of one municipality; who keeps the list, and when everything on it was last looked at."""

    eigenaar: str
    gecontroleerd_op: date | None = None
    personen: dict[Id, Contactpersoon] = Field(default_factory=dict)


class Contacten(Model):
    """``regio/contacten.yaml``: for professionals only, never on a plan."""

    formaat: Literal[1]
    herzien_voor: date
    herzien_na: Annotated[int, Field(ge=1)] = 183
    rollen: Annotated[dict[Id, str], Field(min_length=1)]
    contacten: dict[Id, Contactlijst]
