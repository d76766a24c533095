"""The real template, instruments and region, on a fixed day: what every test of the plan rests on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

from veiligheidsplan.app.gesprek_uit_bestand import facts_from
from veiligheidsplan.app.omgeving import example_path, load_omgeving
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, Gebeurtenis, stamp
from veiligheidsplan.plan.omgeving import Omgeving

VANDAAG = date(2026, 12, 7)
NU = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)


@cache
def omgeving() -> Omgeving:
    """As shipped, on 7 December 2026."""
    return load_omgeving(VANDAAG)


def events(feiten: list[Feit]) -> list[Gebeurtenis]:
    """Stamped by an invented worker at a fixed time."""
    return [stamp(f, door="Kim de Vries", tijd=NU) for f in feiten]


@cache
def example() -> tuple[Feit, ...]:
    """The facts of the built-in example household."""
    begin = Feit("dossier_begonnen", {"sjabloon": omgeving().sjabloonkenmerk})
    return (begin, *facts_from(read_plan_file(example_path("gezin")).waarde, omgeving()))


def example_dossier() -> Dossier:
    """The built-in example household, after its whole conversation."""
    return fold(events(list(example())))


def with_values(d: Dossier, *waarden: tuple[str, str, object]) -> Dossier:
    """The same dossier after more answers: (onderwerp, veld, waarde) each."""
    feiten = [Feit("waarde_gegeven", {"onderwerp": o, "veld": v, "waarde": w}) for o, v, w in waarden]
    return fold(events(feiten), d)
