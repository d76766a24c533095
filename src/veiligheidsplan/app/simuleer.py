"""Simulating an instrument (*simuleer*): profiles are drawn from one seed, and what holds for any answers is proven."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.profiel import Profiel
from veiligheidsplan.instrument.simulatie import Simulatie, simulate
from veiligheidsplan.instrument.simulatie_invloed import Invloed, influence
from veiligheidsplan.instrument.simulatie_zeker import Zekerheid, fewest_answers


@dataclass(frozen=True, slots=True)
class Simulatieverslag:
    """Everything of one run; the same *zaad* (seed) gives the same report."""

    instrument: Instrument
    zaad: int
    simulaties: tuple[Simulatie, ...]
    zeker: dict[str, Zekerheid | None]
    invloed: dict[str, Invloed]


def run_simulation(
    instrument: Instrument,
    profielen: Sequence[Profiel],
    aantal: int,
    zaad: int,
    voortgang: Callable[[int, int], None] = lambda _gedaan, _alles: None,
) -> Simulatieverslag:
    """Simulate each profile. *voortgang* hears how much is done, over all profiles together."""

    def part(nummer: int) -> Callable[[int, int], None]:
        return lambda gedaan, alles: voortgang(nummer * alles + gedaan, alles * len(profielen))

    simulaties = tuple(
        simulate(instrument, profiel, aantal, _chance(f"{zaad}:{profiel.naam}"), part(nummer))
        for nummer, profiel in enumerate(profielen)
    )
    zeker = fewest_answers(instrument, {}, _chance(str(zaad)))
    return Simulatieverslag(instrument, zaad, simulaties, zeker, influence(instrument))


def _chance(zaad: str) -> Random:
    """A source of chance of its own, so that one profile more changes nothing for the others."""
    return Random(zaad)  # noqa: S311 - a simulation has to be repeatable; nothing secret depends on it
