"""Aan tafel, met alles wat een professional alleen kan doen: meldcode, voorvallen, verboden, hoofdstukken."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.plan.alleen_gedaan import GEHEIM, HUIS, SAMEN, alone, gemeente, shared, sits, worked
from tests.plan.omgeving import events
from veiligheidsplan.plan import aan_tafel, gesprek, zitting
from veiligheidsplan.plan.aan_tafel import at_table
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Gebeurtenis, from_bytes
from veiligheidsplan.plan.gesprek import next_step, steps, value_given
from veiligheidsplan.plan.model import VELDEN, kind_of

OOK = ("incident", "maatregel", "overleg", "wens", "vooraf", "meldcode")
NOOIT_AAN_TAFEL = sorted(
    {*aan_tafel.ALLEEN_WERKSCHERM, *OOK} - {"eigen_plan"}
)  # that one closes the plan: safe


def pair(r: Random, erbij: tuple[str, ...] = SAMEN, **zitting: str) -> tuple[Dossier, Dossier]:
    """Two dossiers: the second also holds one to three sessions alone, and what was done since this one began."""
    gelijk = shared(r)
    met = gelijk
    for nummer in range(2, 3 + r.randint(0, 1)):
        met = alone(met, r, nummer)
    begin = events(sits(9, erbij, **zitting))
    return fold(begin, gelijk), worked(fold(begin, met), gemeente(), r, 8)


def difference(zaad: int) -> Dossier:
    """What was done alone is not known at the table, not even that it was done. The fuller of the two dossiers."""
    r = Random(zaad)  # noqa: S311
    erbij = r.choice([SAMEN, (*SAMEN, "persoon:3"), ("persoon:2", "persoon:5"), ()])
    zonder, met = pair(r, erbij, **r.choice([{}, {"tolk": "ander", "tolk_wie": "persoon:4"}]))
    assert met.volgnummer > zonder.volgnummer + 20
    assert at_table(met) == at_table(zonder)
    assert GEHEIM not in str(at_table(met))
    return met


@settings(max_examples=3, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.integers(100, 1_000_000))
def test_van_alles_wat_alleen_is_gedaan_komt_niets_aan_tafel(zaad: int) -> None:
    """Ook niet dat het er is: wat de tafel weet, is tot op de letter hetzelfde."""
    difference(zaad)


def test_het_verschil_is_breed_anders_bewijst_het_niets() -> None:
    """In zes zaden komt bijna elk soort onderwerp voor dat alleen de professional schrijft."""
    gezien: set[str] = set()
    archief = keuzes = vast = 0
    for zaad in range(6):
        met = difference(zaad)
        gezien |= {kind_of(o) for o in met.waarden}
        archief += len(met.gearchiveerd)
        keuzes += sum(len(a.verslagen[v]) > 1 for a in met.afnamen.values() for v in a.verslagen)
        vast += len(met.vaststellingen)
    assert {"incident", "meldcode", "maatregel", "vooraf", "overleg", "extra", "slot"} <= gezien
    assert len(gezien) > 35
    assert min(archief, keuzes, vast) > 2, (archief, keuzes, vast)


@pytest.mark.parametrize("soort", NOOIT_AAN_TAFEL)
def test_van_dit_soort_onderwerp_weet_de_tafel_niets_ook_niet_van_wat_iedereen_mag_lezen(soort: str) -> None:
    """Dat een hoofdstuk open is, zou al iets zeggen."""
    d = fold(events(sits(1, SAMEN)), shared(Random(1)))  # noqa: S311
    onderwerp = f"{soort}:1"
    velden = [value_given(onderwerp, veld, "ja") for veld in VELDEN[soort]]
    assert velden
    assert at_table(fold(events(velden), d)) == at_table(d)


def test_het_huis_van_deze_proeven_heeft_mensen_op_het_plan_en_mensen_van_wie_niemand_mag_weten() -> None:
    assert {op_plan for _, _, op_plan in HUIS.values()} == {"ja", "nee"}


@settings(max_examples=3, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.integers(0, 1_000_000))
def test_een_logboek_met_alles_erin_geeft_gelezen_van_schijf_dezelfde_stand_en_dezelfde_vraag(
    zaad: int,
) -> None:
    """Waar men ook stopt: wie hervat krijgt dezelfde volgende vraag, en nummers van wie eruit ging blijven vrij."""
    r = Random(zaad)  # noqa: S311
    log: list[Gebeurtenis] = []
    basis = shared(r)
    d = alone(basis, r, 2, 60, log)
    gelezen = [from_bytes(g.to_bytes()) for g in log]
    for knip in r.sample(range(len(log)), 3):
        half, gehervat = fold(log[:knip], basis), fold(gelezen[:knip], basis)
        assert half == gehervat
        for kant in ("werkscherm", "aan_tafel"):
            assert next_step(half, gemeente(), kant) == next_step(gehervat, gemeente(), kant)  # type: ignore[arg-type]
        assert fold(gelezen[knip:], gehervat) == d
    assert not [p for o in d.gearchiveerd for p in steps(d, gemeente()) if p.id.startswith(f"{o}/")]


@cache
def three() -> tuple[tuple[Dossier, Dossier], ...]:
    """Three pairs; in each fuller one Sem is noted as a possible source of danger."""
    sem = events([value_given("persoon:2", "mogelijke_pleger", "ja")])
    paren = [pair(Random(zaad), (*SAMEN, "persoon:3")) for zaad in (1, 3, 4)]  # noqa: S311
    return tuple((zonder, fold(sem, met)) for zonder, met in paren)


def same_table(zonder: Dossier, met: Dossier) -> bool:
    """Whether everything that the table knows, and every step of it, is the same."""
    o = gemeente()
    return at_table(met) == at_table(zonder) and list(steps(met, o, "aan_tafel")) == list(
        steps(zonder, o, "aan_tafel")
    )


def _who_is_known_to_be_dangerous(d: Dossier) -> frozenset[str]:
    gevaar = any(d.waarde(p, "mogelijke_pleger") == "ja" for p in zitting.present(d))
    return frozenset({"iedereen", "mogelijke_pleger"} if gevaar else {"iedereen"})


@pytest.mark.parametrize(
    ("module", "naam", "anders"),
    [
        (aan_tafel, "_heard", lambda *_: True),
        (aan_tafel, "_passes", lambda *_: True),
        (aan_tafel, "may_pass", lambda *_: True),
        (aan_tafel, "on_plan", lambda *_: True),
        (aan_tafel, "ALLEEN_WERKSCHERM", frozenset()),
        (aan_tafel, "_bare", lambda g: g),
        (zitting, "company", _who_is_known_to_be_dangerous),
        (gesprek, "view_of", lambda d, _: d),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_elke_regel_die_iets_weglaat_is_nodig(
    module: Any, naam: str, anders: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Een regel minder streng, en in een van drie dossiers is aan tafel te zien dat er alleen is gesproken."""
    assert all(same_table(*paar) for paar in three())
    monkeypatch.setattr(module, naam, anders)
    try:
        gelijk = all(same_table(*paar) for paar in three())
    except (KeyError, ValueError, IndexError, AttributeError):
        gelijk = False
    assert not gelijk
