"""Conditions (*voorwaarden*): one test on a question, a gegeven or a scale, combined with alle, een_van, niet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, cast

from pydantic import Discriminator, Field, Tag

from veiligheidsplan.instrument.model import Getal, Model

#: what a value is compared with: an answer code, or a number
Waarde = str | int | Decimal
Maat = Literal["is", "in", "bevat", "minstens", "hoogstens", "beantwoord"]
MATEN: tuple[Maat, ...] = ("is", "in", "bevat", "minstens", "hoogstens", "beantwoord")
_VELDEN: tuple[tuple[Maat, str], ...] = tuple(
    (maat, f"{maat}_" if maat in ("is", "in") else maat) for maat in MATEN
)


class _Toets(Model):
    """A leaf: exactly one of the tests is given; the loader refuses none or two."""

    is_: Waarde | None = Field(default=None, alias="is")
    in_: tuple[Waarde, ...] | None = Field(default=None, alias="in")
    minstens: Getal | None = None
    hoogstens: Getal | None = None
    beantwoord: Literal[True] | None = None

    @cached_property
    def maat(self) -> Maat:
        """Which test this is."""
        velden = self.__dict__
        for maat, veld in _VELDEN:
            if velden.get(veld) is not None:
                return maat
        raise ValueError("een toets zonder maat")  # the loader never lets this through

    @cached_property
    def maatwaarde(self) -> Any:
        """What the test compares with."""
        maat = self.maat
        return getattr(self, {"is": "is_", "in": "in_"}.get(maat, maat))


class Vraagtoets(_Toets):
    """A test on the answer to an earlier question."""

    vraag: str
    bevat: str | None = None


class Gegeventoets(_Toets):
    """A test on a fact of the case (*gegeven*): leeftijd (whole years), thuiswonend, zwanger (ja/nee).

    ``beantwoord`` is true while the fact is known, and never unknown.
    """

    gegeven: Literal["leeftijd", "thuiswonend", "zwanger"]


class Schaaltoets(Model):
    """A test on the score of a scale; only in ``als`` of a sign."""

    schaal: str
    minstens: Getal | None = None
    hoogstens: Getal | None = None

    @property
    def maat(self) -> Maat:
        return "minstens" if self.minstens is not None else "hoogstens"

    @property
    def maatwaarde(self) -> Decimal:
        waarde = self.minstens if self.minstens is not None else self.hoogstens
        if waarde is None:
            raise ValueError("een schaaltoets zonder maat")
        return waarde


class Alle(Model):
    """True when every part is true."""

    alle: tuple[Voorwaarde, ...]


class EenVan(Model):
    """True when at least one part is true."""

    een_van: tuple[Voorwaarde, ...]


class Niet(Model):
    """True when the part is false."""

    niet: Voorwaarde


_SLEUTELS = ("vraag", "gegeven", "schaal", "alle", "een_van", "niet")


def kind_of_condition(waarde: Any) -> str | None:
    """Which kind of condition a raw mapping (or a model) is, by its key; ``None`` if it is none."""
    for sleutel in _SLEUTELS:
        if (sleutel in waarde) if isinstance(waarde, dict) else hasattr(waarde, sleutel):
            return sleutel
    return None


Voorwaarde = Annotated[
    Annotated[Vraagtoets, Tag("vraag")]
    | Annotated[Gegeventoets, Tag("gegeven")]
    | Annotated[Schaaltoets, Tag("schaal")]
    | Annotated[Alle, Tag("alle")]
    | Annotated[EenVan, Tag("een_van")]
    | Annotated[Niet, Tag("niet")],
    Discriminator(kind_of_condition),
]
for _model in (Alle, EenVan, Niet):
    _model.model_rebuild()

Toets = Vraagtoets | Gegeventoets | Schaaltoets


def leaves(voorwaarde: Voorwaarde | None) -> Iterator[Toets]:
    """Every leaf of a condition, in file order."""
    # asked very often: a plain look at the type is much quicker than ``match`` is on these classes
    if voorwaarde is None:
        return
    if type(voorwaarde) is Alle:
        for deel in voorwaarde.alle:
            yield from leaves(deel)
    elif type(voorwaarde) is EenVan:
        for deel in voorwaarde.een_van:
            yield from leaves(deel)
    elif type(voorwaarde) is Niet:
        yield from leaves(voorwaarde.niet)
    else:
        yield cast("Toets", voorwaarde)
