"""Any walk through the conversation that ends in the same answers gives the same score and the same plan."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.omgeving import events, example, omgeving, with_values
from tests.plan.spel import Genoeg, play
from veiligheidsplan.export.json import render
from veiligheidsplan.instrument.antwoorden import Ontbreekt, read_all
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.vragenlijst import after, state_of
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import from_bytes
from veiligheidsplan.plan.gesprek import next_step, steps
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.oordeel import judge
from veiligheidsplan.plan.overzicht import overview
from veiligheidsplan.plan.slapend import sleepers
from veiligheidsplan.plan.stap import Beweging, Reactie, Stap

sys.path.insert(0, str(Path(__file__).parent.parent / "eigenschappen"))
import toeval

AFNAME = "directe-veiligheid:1"


def answers_of_example() -> dict[str, Any]:
    """What was answered to each step of the example, by step id; the worker is alone with it."""
    d = whole()
    meer = {f"gesprek/meer_persoon_{n}": "ja" for n in (2, 3)}  # not asked any more about who has a name
    return meer | {s.id: s.standaard for s in steps(d, omgeving()) if s.soort != "mededeling"}


def whole() -> Dossier:
    d = fold(events(list(example())))
    d = with_values(d, ("zitting:1", "setting", "niemand"), ("zitting:1", "verder", "zelf"))
    d = with_values(d, ("wens:persoon:2@overleg:1", "samen", "niet_gevraagd"))
    assert next_step(d, omgeving()) is None
    return d


@cache
def plain() -> Dossier:
    """The answers of the example, straight on, by the worker alone."""
    return restored(fold(events(list(example())[:1])), answers_of_example())


def other(r: Random, stap: Stap) -> Reactie:
    """Some answer that fits, for a while."""
    match stap.soort:
        case "keuze":
            return r.choice(stap.keuzes).code
        case "meerkeuze":
            return tuple(k.code for k in stap.keuzes if r.random() < 0.4) or tuple(
                k.code for k in stap.keuzes[:1]
            )
        case "schaal" | "getal":
            return r.randint(stap.van or 0, stap.tot or 9)
        case "datum":
            return omgeving().vandaag
        case "tijd":
            return "09:15"
        case "tekst":
            return f"iets anders {r.random()}"
        case _:
            return None


#: another answer here would open other questions for good, end the session, make a person who stays, or words of
#: Veilig Thuis that stay
VAST = ("setting", "verder", "meer_persoon", "naam", "zwanger", "voorwaarde:1/")


def walked(zaad: int) -> Dossier:
    """The example, walked with backs, jumps, other answers and interruptions, until all answers are the same again."""
    r, doel = Random(zaad), answers_of_example()  # noqa: S311
    d = fold(events(list(example())[:1]))
    stappen = [0]

    def kies(stap: Stap) -> Reactie:
        stappen[0] += 1
        wild = stappen[0] < 120
        if wild and r.random() < 0.08:
            raise Genoeg  # interrupted: the next one starts from the log
        if wild and r.random() < 0.15:
            return Beweging("terug")
        if wild and r.random() < 0.08:
            return Beweging("naar", r.choice(list(doel)))
        if stap.id.endswith("/setting"):
            return "niemand" if stap.id.startswith("zitting") else doel.get(stap.id, "alleen")
        if wild and r.random() < 0.25 and not any(v in stap.id for v in VAST):
            return other(r, stap)
        return wanted(stap, doel, r)

    while next_step(d, omgeving()) is not None or stappen[0] < 120:
        oud = d.volgnummer
        d, _, log = play(d, kies)
        gelezen = [from_bytes(g.to_bytes()) for g in log.gebeurtenissen]
        assert oud + len(gelezen) == d.volgnummer
        if next_step(d, omgeving()) is None:
            break
    return restored(d, doel)


def wanted(stap: Stap, doel: dict[str, Any], r: Random) -> Reactie:
    """The answer of the example, where it can be given now."""
    waarde = doel.get(stap.id)
    mag = (
        (waarde is None and not stap.verplicht)
        or stap.soort not in ("keuze", "meerkeuze")
        or {k.code for k in (*stap.keuzes, *stap.bijzonder)} >= set(_codes(waarde))
    )
    return waarde if stap.id in doel and mag else other(r, stap)


def _codes(waarde: Any) -> tuple[str, ...]:
    return waarde if isinstance(waarde, tuple) else (waarde,)


def restored(d: Dossier, doel: dict[str, Any]) -> Dossier:
    """Every answer that still differs is corrected by a jump, in the order of the conversation."""
    for _ in range(6):
        verschil = [s for s in steps(d, omgeving()) if s.id in doel and s.standaard != doel[s.id]]
        if not verschil and next_step(d, omgeving()) is None:
            return d
        for stap in verschil:
            d = answer_one(d, stap.id, doel)
        while (open_ := next_step(d, omgeving())) is not None:
            d = answer_one(d, open_.id, doel)
    raise AssertionError([(s.id, s.standaard, doel.get(s.id)) for s in verschil])


def answer_one(d: Dossier, id_: str, doel: dict[str, Any]) -> Dossier:
    gedaan: list[int] = []

    def kies(stap: Stap) -> Reactie:
        if gedaan or stap.id != id_:
            raise Genoeg
        gedaan.append(1)
        return wanted(stap, doel, Random(0))  # noqa: S311

    return play(d, kies, naar=id_)[0]


def copies(d: Dossier) -> list[bytes]:
    return [
        render(make_copy(d, omgeving(), voor, kenmerk="0a1b2c3d"))  # type: ignore[arg-type]
        for voor in ("gezamenlijk", "professional")
    ]


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 10_000))
def test_elke_wandeling_die_op_dezelfde_antwoorden_eindigt_geeft_dezelfde_score_en_hetzelfde_plan(
    zaad: int,
) -> None:
    """Terug, springen, onderbreken en iets anders antwoorden laten geen spoor na in score of plan."""
    gewoon = restored(
        fold(events(list(example())[:1])), answers_of_example() | {"zitting:1/setting": "niemand"}
    )
    d = walked(zaad)
    assert judge(d, d.afnamen[AFNAME]) == judge(gewoon, gewoon.afnamen[AFNAME])
    assert copies(d) == copies(gewoon)


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 300), st.integers(0, 10_000))
def test_na_elke_gebeurtenis_geeft_het_logboek_dezelfde_stand_en_dezelfde_volgende_vraag(
    n: int, zaad: int
) -> None:
    """Alles in één keer gelezen, of stuk voor stuk: dossier, volgende vraag en overzicht zijn gelijk."""
    log = events(list(example()))[:n]
    knip = Random(zaad).randint(0, len(log))  # noqa: S311
    heel = fold(from_bytes(g.to_bytes()) for g in log)
    stuk = fold(log[knip:], fold(log[:knip]))
    assert heel == stuk
    for kant in ("werkscherm", "aan_tafel"):
        assert next_step(heel, omgeving(), kant) == next_step(stuk, omgeving(), kant)  # type: ignore[arg-type]
        assert overview(heel, omgeving(), kant) == overview(stuk, omgeving(), kant)  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 100_000))
def test_wat_er_bij_een_antwoord_verandert_is_wat_er_uit_alle_antwoorden_volgt(zaad: int) -> None:
    """Toevallige instrumenten en antwoorden: alleen bijwerken wat verandert geeft hetzelfde als alles opnieuw."""
    r = Random(zaad)  # noqa: S311
    ruw = toeval.instrument(r)
    instrument = Instrument.model_validate(ruw)
    feiten = read_all(instrument, {}, toeval.gegevens(r))[1]
    antwoorden: dict[str, Any] = {}
    stand = state_of(instrument, {}, feiten)
    for _ in range(4):
        for vraag, waarde in read_all(instrument, toeval.answers(r, ruw))[0].items():
            antwoorden[vraag] = waarde
            stand = after(stand, vraag, waarde)
            opnieuw = state_of(instrument, antwoorden, feiten)
            assert (stand.getoond, dict(stand.antwoorden)) == (opnieuw.getoond, dict(opnieuw.antwoorden))
        weg = r.choice(list(instrument.vragen))
        antwoorden.pop(weg, None)
        stand = after(stand, weg, Ontbreekt.GEEN_ANTWOORD)
        assert stand.getoond == state_of(instrument, antwoorden, feiten).getoond


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10_000))
def test_verbergen_en_weer_tonen_verliest_niets(zaad: int) -> None:
    """Een ander antwoord dat vragen, afspraken en acties laat slapen, en dan weer het oude: alles is er weer."""
    r, doel, d = Random(zaad), answers_of_example(), plain()  # noqa: S311
    poorten = [
        f"afname:{AFNAME}/bang",
        f"afname:{AFNAME}/laatste_geweld",
        "gesprek/meer_afspraak_1",
        "gesprek/meer_actie_2",
        "actie:1/wie",
        "actie:3/wie",
        "cijfer:persoon:1/waarde",
    ]
    anders = d
    for id_ in r.sample(poorten, 4):
        stap = next((s for s in steps(anders, omgeving()) if s.id == id_), None)
        if stap is not None:
            anders = answer_one(anders, id_, {id_: other(r, stap)})
    terug = restored(anders, doel)
    assert copies(terug) == copies(d)
    assert [s for s in sleepers(terug) if s not in sleepers(d)] == []
