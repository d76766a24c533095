"""Witnesses: what one set of answers shows is what the walk over all answers says, for thousands of formulas."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.verzonnen import instrument_text

from veiligheidsplan.instrument.bereik import Bereik
from veiligheidsplan.instrument.controle_bereik import check_reach
from veiligheidsplan.instrument.getuigen import Getuigen
from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.uitputting import Doel
from veiligheidsplan.loading import load_instrument_text

RONDING = """
  deel:
    titel: Deel van ernst
    telt: [deel_0]
    methode: gemiddelde
    vereist: [vraag_2]
    vermenigvuldig: 3
    deel_door: 2
    afronden: 0.1
    ontbrekend: bandbreedte
  keren:
    titel: Keren
    telt: [deel_1]
    methode: aantal
    ontbrekend: bandbreedte
  top:
    titel: Top
    telt: [deel, keren]
    methode: hoogste
    ontbrekend: bandbreedte
eindniveau:"""


def instrument(nummer: int) -> Instrument:
    tekst = instrument_text("x", nummer, 9).replace("\neindniveau:", RONDING)
    return load_instrument_text(tekst, "x")


@pytest.mark.parametrize("nummer", range(6))
def test_elke_score_van_een_getuige_is_een_score_die_volledige_antwoorden_geven(nummer: int) -> None:
    """For every scale, whatever its rule: the walk over all answers reaches the same score."""
    een = instrument(nummer)
    bereik = Bereik(een)
    (a,) = bereik.gevallen
    for id_ in een.schalen:
        scores = {*Getuigen(a).scores(id_)} - {None}
        assert scores
        uiterst = bereik.scale(id_)
        for score in scores:
            assert score is not None
            assert uiterst.laagst is not None
            assert uiterst.hoogst is not None
            assert uiterst.laagst <= score <= uiterst.hoogst
            assert score in Doel(a, [id_], a.has_score(id_)).scores([score])


@pytest.mark.parametrize("nummer", range(6))
def test_aantal_telt_alleen_wat_meer_dan_nul_punten_heeft(nummer: int) -> None:
    een = instrument(nummer)
    (a,) = Bereik(een).gevallen
    getuigen = Getuigen(a)
    rijen = [getuigen.points(a.nummer[vraag]) for vraag in a.telt["keren"][0]]
    for punten, score in zip(zip(*rijen, strict=True), getuigen.scores("keren"), strict=True):
        assert score == len([p for p in punten if p])


def test_een_schaal_die_een_vraag_vereist_maakt_geen_niveau_onbereikbaar() -> None:
    """The question is always shown; no sign tests the scale. Once this gave VP311 for the least level."""
    basis = (Path(__file__).parents[1] / "loading" / "basis.yaml").read_text(encoding="utf-8")
    tekst = basis.replace("telt: [ruzie, slaan]\n", "telt: [ruzie, slaan]\n    vereist: [ruzie]\n")
    assert list(check_reach(load_instrument_text(tekst, "x"))) == []


@pytest.mark.parametrize("nummer", range(6))
def test_wat_een_getuige_waar_maakt_kan_volgens_het_bewijs_waar_worden(nummer: int) -> None:
    een = instrument(nummer)
    for a in (*Bereik(een).gevallen, *Bereik(een)._onderweg):
        getuigen = Getuigen(a)
        formules = {*a.toon, *a.signalen.values()} - {0, 1}
        for formule in formules:
            schalen = [s for s, n in a.schaalnummer.items() if n in a.formules.variables(formule)]
            if getuigen.show(formule):
                assert Doel(a, schalen, formule).possible()


@pytest.mark.parametrize("nummer", range(8))
def test_met_en_zonder_getuigen_vindt_de_controle_hetzelfde(
    nummer: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    een = instrument(nummer)
    met = list(check_reach(een))
    monkeypatch.setattr(Getuigen, "show", lambda _self, _formule: False)
    assert met == list(check_reach(een))
