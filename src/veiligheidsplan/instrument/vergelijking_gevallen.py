"""The tests of two versions of an instrument (*gevallen*), each scored by both: which come out otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.scenario import Geval
from veiligheidsplan.instrument.score import scoor
from veiligheidsplan.instrument.uitslag import Schaaluitslag, Uitslag
from veiligheidsplan.instrument.vergelijking_paren import renamed

Kant = Literal["oud", "nieuw"]
_BREED = ("laagst", "hoogst", "niveau_laagst", "niveau_hoogst")


@dataclass(frozen=True, slots=True)
class Uitkomstverschil:
    """One field of the outcome, before and after."""

    pad: tuple[str, ...]
    van: Any
    naar: Any


@dataclass(frozen=True, slots=True)
class Gevalverschil:
    """One case of which the outcome is otherwise, or that can be answered in one version only (``kan_niet``: why)."""

    geval: Geval
    uit: Kant
    verschillen: tuple[Uitkomstverschil, ...] = ()
    kan_niet: str | None = None
    verwacht: tuple[Uitkomstverschil, ...] = ()

    @property
    def anders(self) -> bool:
        """Whether this case shows that an outcome changed."""
        return bool(self.verschillen or self.verwacht)


@dataclass(frozen=True, slots=True)
class Gevallenvergelijking:
    """All cases of both versions: how many there are, and those that say something."""

    aantal: int
    verschillen: tuple[Gevalverschil, ...]

    @property
    def anders(self) -> tuple[Gevalverschil, ...]:
        return tuple(v for v in self.verschillen if v.anders)


def compare_cases(
    oud: Instrument, nieuw: Instrument, gevallen_oud: Sequence[Geval], gevallen_nieuw: Sequence[Geval]
) -> Gevallenvergelijking:
    """Every case of the new tests, and every case of the old ones that asks something else."""
    vroeger = {geval.naam: geval for geval in gevallen_oud}
    naam_nu = renamed(oud, nieuw)
    alle: dict[str, tuple[Geval, Kant]] = {}
    for geval in gevallen_nieuw:
        alle.setdefault(_key(geval, {}), (geval, "nieuw"))
    for geval in gevallen_oud:
        alle.setdefault(_key(geval, naam_nu), (geval, "oud"))
    verschillen = []
    for sleutel, (geval, uit) in alle.items():
        toen = vroeger.get(geval.naam) if uit == "nieuw" else None
        verwacht = (
            tuple(_expected(toen.verwacht, geval.verwacht))
            if toen is not None and _key(toen, naam_nu) == sleutel
            else ()
        )
        verschil = _compare(oud, nieuw, naam_nu, geval, uit, verwacht)
        if verschil.anders or verschil.kan_niet:
            verschillen.append(verschil)
    return Gevallenvergelijking(len(alle), tuple(verschillen))


def _key(geval: Geval, naam_nu: Mapping[str, str]) -> str:
    antwoorden = {naam_nu.get(naam, naam): antwoord for naam, antwoord in geval.antwoorden.items()}
    return repr((sorted(antwoorden.items()), sorted(geval.gegevens.items())))


def _compare(
    oud: Instrument,
    nieuw: Instrument,
    naam_nu: Mapping[str, str],
    geval: Geval,
    uit: Kant,
    verwacht: tuple[Uitkomstverschil, ...],
) -> Gevalverschil:
    toen_heette = {nu: toen for toen, nu in naam_nu.items()} if uit == "nieuw" else {}
    nu_heet = naam_nu if uit == "oud" else {}
    toen = _score(oud, geval, toen_heette)
    nu = _score(nieuw, geval, nu_heet)
    if isinstance(toen, str) or isinstance(nu, str):
        kant, reden = ("oude", toen) if isinstance(toen, str) else ("nieuwe", nu)
        return Gevalverschil(geval, uit, (), f"in de {kant} versie: {reden}", verwacht)
    return Gevalverschil(geval, uit, tuple(_differences(toen, nu)), None, verwacht)


def _score(instrument: Instrument, geval: Geval, namen: Mapping[str, str]) -> Uitslag | str:
    """The outcome; a question that this version does not have is left out. Otherwise why these answers cannot be."""
    antwoorden = {namen.get(naam, naam): antwoord for naam, antwoord in geval.antwoorden.items()}
    bekend = {naam: a for naam, a in antwoorden.items() if naam in instrument.vragen}
    try:
        return scoor(instrument, bekend, geval.gegevens)
    except BevindingenFout as fout:
        return "; ".join(f"«{b.pad[-1]}»: {b.uitleg}" for b in fout.bevindingen)


def _differences(toen: Uitslag, nu: Uitslag) -> Iterator[Uitkomstverschil]:
    for veld in ("eindniveau", "eindniveau_hoogst"):
        yield from _field((veld,), getattr(toen, veld), getattr(nu, veld))
    for veld in ("signalen", "signalen_mogelijk"):
        was, is_ = getattr(toen, veld), getattr(nu, veld)
        if set(was) != set(is_):
            yield Uitkomstverschil((veld,), was, is_)
    for id_, schaal in nu.schalen.items():
        if id_ in toen.schalen:
            yield from _scale(id_, toen.schalen[id_], schaal)


def _scale(id_: str, toen: Schaaluitslag, nu: Schaaluitslag) -> Iterator[Uitkomstverschil]:
    yield from _field(("schalen", id_, "score"), toen.score, nu.score)
    yield from _field(("schalen", id_, "niveau"), toen.niveau, nu.niveau)
    if toen.score is None or nu.score is None:
        for veld in _BREED:
            yield from _field(("schalen", id_, veld), getattr(toen, veld), getattr(nu, veld))


def _field(pad: tuple[str, ...], was: Any, is_: Any) -> Iterator[Uitkomstverschil]:
    if was != is_:
        yield Uitkomstverschil(pad, was, is_)


def _expected(
    toen: Mapping[str, Any], nu: Mapping[str, Any], pad: tuple[str, ...] = ()
) -> Iterator[Uitkomstverschil]:
    """Fields of *verwacht* that both versions of one case name, with another value."""
    for veld in toen:
        if veld not in nu:
            continue
        was, is_ = toen[veld], nu[veld]
        if isinstance(was, Mapping) and isinstance(is_, Mapping):
            yield from _expected(was, is_, (*pad, str(veld)))
        elif isinstance(was, list) and isinstance(is_, list):
            if sorted(map(str, was)) != sorted(map(str, is_)):
                yield Uitkomstverschil((*pad, str(veld)), was, is_)
        elif was != is_:
            yield Uitkomstverschil((*pad, str(veld)), was, is_)
