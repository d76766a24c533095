"""The instrument (*instrument*): a frozen model of one ``instrument.yaml``; the loader checked the references."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field

from veiligheidsplan.instrument.model import Getal, Gezelschap, Id, Model
from veiligheidsplan.instrument.voorwaarde import Alle, Voorwaarde, Vraagtoets, leaves
from veiligheidsplan.instrument.vraag import Antwoord, Antwoorden, Vraag

Bijzijn = tuple[Gezelschap, ...]


class Bron(Model):
    """A source: what a question or rule rests on."""

    titel: str | None = None
    jaar: int | None = None
    vindplaats: str | None = None


class Doelgroep(Model):
    """For whom the instrument is meant; enforced when it is chosen."""

    sluit_in: Voorwaarde | None = None
    sluit_uit: Voorwaarde | None = None
    uitleg: str | None = None


class Niveau(Model):
    """A level (*niveau*); the mapping runs from least to most serious."""

    titel: str | None = None
    advies: str | None = None


class Onderdeel(Model):
    """A part of the instrument: a title, an introduction, and questions."""

    titel: str | None = None
    inleiding: str | None = None
    toon_als: Voorwaarde | None = None
    wijze: Literal["gesprek", "waarneming", "dossier"] = "gesprek"
    niet_in_bijzijn: Bijzijn | None = None
    vragen: dict[Id, Vraag] = Field(default_factory=dict)


class Schaal(Model):
    """A scale: what it counts, how, what missing answers do, and from which score each level holds."""

    titel: str | None = None
    telt: tuple[Id, ...] | None = None
    methode: Literal["som", "gemiddelde", "hoogste", "aantal"] = "som"
    ontbrekend: Literal["bandbreedte", "naar_rato", "ongeldig", "nul"]
    hoogstens_ontbrekend: Annotated[int, Field(ge=0)] = 0
    vereist: tuple[Id, ...] = ()
    vermenigvuldig: Annotated[Decimal, Field(gt=0)] | None = None
    deel_door: Annotated[int, Field(gt=0)] | None = None
    afronden: Literal["heel", "0.1"] | None = None
    grenzen: dict[Id, Getal] = Field(default_factory=dict)


class Signaal(Model):
    """A critical sign: a floor under the final level. For the professional, never said in front of others."""

    als: Voorwaarde
    niveau: Id | None = None
    melding: str | None = None
    handeling: str | None = None
    stopt_gezamenlijk: bool = False


class Instrument(Model):
    """One instrument, format version 1. See ``docs/voor-trainers/`` and ``instrument-format.md``."""

    formaat: Literal[1]
    id: Id
    versie: Annotated[str, Field(pattern=r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$")]
    titel: str
    soort: Literal["veiligheidscheck", "risicotaxatie", "leefdomeinen", "afweging", "zelfscan"]
    status: Literal["concept", "vastgesteld", "ingetrokken"]
    validatie: Literal["niet_gevalideerd", "inhoudsvalide", "gevalideerd"]
    licentie: str | None = None
    per: Literal["huishouden", "volwassene", "kind", "persoon"]
    doelgroep: Doelgroep | None = None
    eigenaar: str
    herzien_voor: date | None = None
    verantwoording: str
    niet_in_bijzijn: Bijzijn | None = None
    bronnen: dict[Id, Bron] = Field(default_factory=dict)
    antwoordlijsten: dict[Id, Antwoorden] = Field(default_factory=dict)
    niveaus: dict[Id, Niveau] = Field(default_factory=dict)
    onderdelen: dict[Id, Onderdeel]
    schalen: dict[Id, Schaal] = Field(default_factory=dict)
    eindniveau: Id | None = None
    signalen: dict[Id, Signaal] = Field(default_factory=dict)
    vervangt: dict[Id, Id] = Field(default_factory=dict)

    @cached_property
    def vragen(self) -> dict[str, Vraag]:
        """All questions by id, in file order."""
        return {id_: vraag for deel in self.onderdelen.values() for id_, vraag in deel.vragen.items()}

    @cached_property
    def onderdeel_van(self) -> dict[str, str]:
        """Question id -> id of its onderdeel."""
        return {vraag: id_ for id_, deel in self.onderdelen.items() for vraag in deel.vragen}

    @cached_property
    def toon_als(self) -> dict[str, Voorwaarde | None]:
        """Question id -> its whole condition: that of its onderdeel and its own, joined with ``alle``."""
        return dict(self._conditions())

    @cached_property
    def voorwaarden(self) -> tuple[Voorwaarde, ...]:
        """Every condition that there is: of the questions (see ``toon_als``), then of the signs."""
        toon = [voorwaarde for voorwaarde in self.toon_als.values() if voorwaarde is not None]
        return (*toon, *(signaal.als for signaal in self.signalen.values()))

    @cached_property
    def afhangers(self) -> dict[str, tuple[str, ...]]:
        """Question id -> the later questions whose whole condition names it, in file order."""
        uit: dict[str, list[str]] = {}
        for id_, voorwaarde in self.toon_als.items():
            for vraag in {t.vraag for t in leaves(voorwaarde) if isinstance(t, Vraagtoets)}:
                uit.setdefault(vraag, []).append(id_)
        return {vraag: tuple(lijst) for vraag, lijst in uit.items()}

    @cached_property
    def plaatsen(self) -> dict[str, int]:
        """Question id -> its place in the file, from 0."""
        return {id_: n for n, id_ in enumerate(self.vragen)}

    @cached_property
    def bewaard(self) -> dict[Any, Any]:
        """What was worked out from this instrument alone and can be used again; see ``aanvulling``."""
        return {}

    def _conditions(self) -> Iterator[tuple[str, Voorwaarde | None]]:
        for deel in self.onderdelen.values():
            for id_, vraag in deel.vragen.items():
                delen = tuple(v for v in (deel.toon_als, vraag.toon_als) if v is not None)
                yield id_, (Alle(alle=delen) if len(delen) > 1 else delen[0] if delen else None)

    def antwoorden_van(self, id_: str) -> dict[str, Antwoord]:
        """The possible answers of a choice question (its own or the shared list); empty for other kinds."""
        antwoorden = getattr(self.vragen[id_], "antwoorden", {})
        return self.antwoordlijsten[antwoorden] if isinstance(antwoorden, str) else antwoorden

    def bijzijn_van(self, id_: str) -> Bijzijn:
        """In whose presence a question is not asked: the nearest of question, onderdeel, instrument, kind."""
        return self.bijzijn[id_]

    @cached_property
    def bijzijn(self) -> dict[str, Bijzijn]:
        """Question id -> in whose presence it is not asked."""
        return {id_: self._nearest_bijzijn(id_) for id_ in self.vragen}

    def _nearest_bijzijn(self, id_: str) -> Bijzijn:
        for bron in (self.vragen[id_], self.onderdelen[self.onderdeel_van[id_]], self):
            if bron.niet_in_bijzijn is not None:
                return bron.niet_in_bijzijn
        return ("mogelijke_pleger", "kind") if self.soort == "risicotaxatie" else ()
