"""What was said alone in a review changes nothing at the table and nothing on a joint copy, not even a version."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.omgeving import NU, example, omgeving
from tests.plan.spel import Genoeg, any_answer, play
from veiligheidsplan.app.stel_vast import establish
from veiligheidsplan.plan import aan_tafel
from veiligheidsplan.plan.afname import start_instrument
from veiligheidsplan.plan.document import Verloop
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.gebeurtenis import Feit, stamp
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.plan.kopie import make_copy
from veiligheidsplan.plan.overzicht import overview
from veiligheidsplan.plan.stap import Beweging, Reactie, Stap
from veiligheidsplan.plan.verschil import sentences
from veiligheidsplan.plan.zichtbaarheid import reduce_to

GEHEIM = "zwaluwstaart"
TAKEN = ("actie:1", "actie:2", "actie:3", "afspraak:1", "afspraak:2")


def written(dagen: list[tuple[int, list[Feit]]]) -> Dossier:
    """The example household, and after it these facts on these days; ``plan_vastgesteld`` is made on the spot."""
    d = fold([stamp(f, door="kim", tijd=NU) for f in example()])
    for dag, feiten in dagen:
        for f in feiten:
            feit = establish(d, omgeving()) if f.soort == "plan_vastgesteld" else f
            d = fold([stamp(feit, door="kim", tijd=NU + timedelta(days=dag))], d)
    return d


VAST = Feit("plan_vastgesteld", {})


def review(n: int) -> list[Feit]:
    """A review, begun alike in both, in a joint session."""
    z = f"zitting:{n + 1}"
    inhoud = {"nummer": n, "dag": "2027-03-08", "sinds": "2026-12-07", "nu": f"directe-veiligheid:{n + 9}"}
    return [
        value_given("gesprek", "zitting", n + 1, z),
        Feit("evaluatie_begonnen", {**inhoud, "taken": list(TAKEN)}),
        value_given(z, "setting", "samen", z),
        value_given(z, "aanwezig", ("persoon:1", "persoon:2"), z),
        value_given(z, "opening", "nu", z),
    ]


def together(data: st.DataObject, n: int) -> list[Feit]:
    """What both of them heard: of a task, and a number."""
    z, feiten = f"zitting:{n + 1}", []
    for t in data.draw(st.lists(st.sampled_from(TAKEN), max_size=3, unique=True)):
        feiten.append(value_given(f"taak:{n}:{t}", "gedaan", data.draw(st.sampled_from(["ja", "nee"])), z))
        feiten.append(value_given(f"taak:{n}:{t}", "verder", "blijft", z))
    if data.draw(st.booleans()):
        c = "cijfer:persoon:2@samen"
        feiten += [value_given(c, "waarde", data.draw(st.integers(0, 10)), z)]
        feiten += [value_given(c, "over", "gezin", z), value_given(c, "setting", "samen", z)]
    return feiten


def alone(n: int) -> list[list[Feit]]:
    """Each of what may be said or written alone in this review, and what no reader but a professional may know of."""
    plekken: list[tuple[str, str, Any]] = [
        (f"geweld:{n}:persoon:1", "sinds", "meer"),
        (f"geweld:{n}:persoon:1", "waarom", GEHEIM),
        (f"geweld:{n}:persoon:2@samen", "sinds", "gestopt"),
        (f"geweld:{n}:medewerker", "sinds", "gelijk"),
        (f"taakverslag:{n}:actie:1@persoon:1", "gedaan", "nee"),
        (f"taakverslag:{n}:afspraak:2@medewerker", "waarom", GEHEIM),
        (f"taak:{n}:actie:1", "reden", GEHEIM),
        (f"evaluatie:{n}", "vast", "ja"),
        (f"evaluatie:{n}", "meldcode", "later"),
        (f"evaluatie:{n}", "opnieuw", ["partnergeweld:1"]),
        ("cijfer:persoon:1", "waarde", 1),
        ("cijfer:persoon:1", "setting", "alleen"),
        ("cijfer:persoon:1", "over", "gezin"),
        ("persoon:2", "mogelijke_pleger", "ja"),
        ("slot:persoon:1", "vannacht", "nee"),
        ("voorwaarde:2", "status", "nee"),
        ("incident:1", "wat", GEHEIM),
        (f"indruk:directe-veiligheid:{n + 9}", "niveau", "direct_gevaar"),
        ("gesprek", f"nog_nodig:{n}", None),
    ]
    waarden = [[value_given(o, v, w, "zitting:90", GEHEIM)] for o, v, w in plekken]
    instrument = f"directe-veiligheid:{n + 9}"
    antwoord = {"afname": instrument, "vraag": "bang", "waarde": "ja", "bijzijn": ["persoon:1"]}
    begonnen = start_instrument(Dossier(), omgeving(), instrument)
    apart = [
        value_given("gesprek", "zitting", 90),
        value_given("zitting:90", "setting", "alleen"),
        value_given("zitting:90", "aanwezig", ("persoon:1",)),
        begonnen,
        Feit("antwoord_gegeven", {**antwoord, "zitting": "zitting:90"}),
        value_given("gesprek", "zitting", n + 1),
    ]
    return [*waarden, apart]


def stories(data: st.DataObject) -> tuple[Dossier, Dossier]:
    """Two dossiers with the same joint facts over some reviews; the second has more that was said alone."""
    zonder: list[tuple[int, list[Feit]]] = [(0, [VAST])]
    met: list[tuple[int, list[Feit]]] = [(0, [VAST])]
    rondes = data.draw(st.integers(1, 3))
    for n in range(1, rondes + 1):
        samen = [*review(n), *together(data, n)]
        open_ = n == rondes and data.draw(st.booleans())
        geheim = [f for g in data.draw(st.lists(st.sampled_from(alone(n)), max_size=5)) for f in g]
        slot = [] if open_ else [VAST]
        zonder.append((90 * n, [*samen, *slot]))
        met.append((90 * n, [*samen, *geheim, *slot, *data.draw(st.sampled_from([[], slot]))]))
    return written(zonder), written(met)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_twee_evaluaties_die_alleen_verschillen_in_wat_alleen_is_gezegd_geven_dezelfde_kopie(
    data: st.DataObject,
) -> None:
    """Hetzelfde document, dus dezelfde bytes: ook de versie, de datum en het verloop; voor Noor en Sem zelf ook."""
    zonder, met = stories(data)
    for voor in ("gezamenlijk", "persoon:2"):
        een, twee = (make_copy(d, omgeving(), voor, kenmerk="0a1b2c3d") for d in (zonder, met))
        assert een == twee
        assert GEHEIM not in str(twee)
    delen = [reduce_to(d, "gezamenlijk") for d in (zonder, met)]
    assert sentences(delen[0], delen[1], omgeving()) == ()


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_aan_tafel_is_van_een_evaluatie_alleen_te_zien_wat_samen_is_gezegd(data: st.DataObject) -> None:
    """Elk scherm van het hele gesprek: dezelfde vragen, dezelfde voorstellen, hetzelfde overzicht."""
    zonder, met = stories(data)
    assert aan_tafel.at_table(met) == aan_tafel.at_table(zonder)
    a, b = screens(met), screens(zonder)
    assert a == b
    assert GEHEIM not in str(a)
    assert not any(isinstance(s, Stap) and s.id.startswith(("geweld", "taakverslag")) for s in a)


def screens(d: Dossier) -> list[object]:
    gezien: list[object] = []
    teller = iter(range(10_000))

    def kies(stap: Stap) -> Reactie:
        gezien.append(stap)
        n = next(teller)
        if stap.id.startswith("loop/"):
            raise Genoeg
        if n % 7 == 3:
            return Beweging("overzicht")
        if n % 11 == 5:
            return Beweging("terug")
        return "nee" if "/meer_" in stap.id else any_answer(stap)

    na, speler, _ = play(d, kies)
    return [*gezien, *speler.wat, *speler.overzichten, overview(na, omgeving(), "aan_tafel")]


def test_wat_er_met_een_taak_gebeurt_telt_pas_als_er_samen_over_is_gesproken() -> None:
    """De professional besluit alleen dat iets blijft: op de kopie staat niets, en de versie gaat niet omhoog."""
    zonder = written([(0, [VAST]), (90, [*review(1), VAST])])
    alleen = value_given("taak:1:actie:1", "verder", "blijft", "zitting:90")
    met = written([(0, [VAST]), (90, [*review(1), VAST]), (91, [alleen, VAST])])
    een, twee = (make_copy(d, omgeving(), "gezamenlijk", kenmerk="0a1b2c3d") for d in (zonder, met))
    assert een == twee


@pytest.mark.parametrize("wie", ["persoon:1", "persoon:2"])
def test_wie_van_het_gezamenlijke_plan_gaat_verdwijnt_ook_uit_het_verloop(wie: str) -> None:
    samen = [
        value_given(f"cijfer:{wie}@samen", v, w)
        for v, w in (("waarde", 5), ("over", "gezin"), ("setting", "samen"))
    ]
    dagen = [(0, [*samen, VAST]), (90, [*review(1), *samen, VAST])]
    naam = {"persoon:1": "Noor", "persoon:2": "Sem"}[wie]
    kopie = make_copy(written(dagen), omgeving(), "gezamenlijk", kenmerk="x")
    assert f"naam='{naam} over het hele gezin'" in str(kopie)
    eraf = written([*dagen, (91, [value_given(wie, "op_plan", "nee")])])
    over = make_copy(eraf, omgeving(), "gezamenlijk", kenmerk="x").blokken
    assert not [b for b in over if isinstance(b, Verloop)], "ook niet als «iemand»"
