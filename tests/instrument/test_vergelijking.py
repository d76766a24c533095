"""Twee versies van een instrument naast elkaar: wat er veranderde, en wat dat van de versie vraagt."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from veiligheidsplan.instrument.instrument import Instrument
from veiligheidsplan.instrument.telling import count_answer_sets, count_levels, distribution
from veiligheidsplan.instrument.vergelijking import compare
from veiligheidsplan.instrument.vergelijking_effect import GEEN_EFFECT, effect
from veiligheidsplan.instrument.vergelijking_gevallen import Gevallenvergelijking
from veiligheidsplan.instrument.vergelijking_versie import (
    Vergelijking,
    judge,
    next_version,
    number,
    order_of,
    share,
    share_of,
)

JA_NEE = {"ja": {"tekst": "Ja", "punten": "1"}, "nee": {"tekst": "Nee", "punten": "0"}}


def make(vragen: dict[str, Any], **meer: Any) -> Instrument:
    """Een instrument met deze vragen, één schaal en drie niveaus."""
    return Instrument.model_validate(
        {
            "formaat": 1, "id": "voorbeeld", "versie": "1.0.0", "titel": "T", "soort": "risicotaxatie",
            "status": "concept", "validatie": "niet_gevalideerd", "per": "huishouden", "eigenaar": "E",
            "verantwoording": "V", "niveaus": {n: {"titel": n} for n in ("gewoon", "verhoogd", "hoog")},
            "onderdelen": {"deel": {"titel": "Deel", "vragen": vragen}},
            "schalen": {"som": {"ontbrekend": "bandbreedte", "grenzen": {"gewoon": 0, "verhoogd": 2, "hoog": 4}}},
            "eindniveau": "som", **meer,
        }
    )  # fmt: skip


def yes_no(aantal: int) -> dict[str, Any]:
    return {f"v{n}": {"tekst": "?", "antwoorden": JA_NEE} for n in range(aantal)}


def findings(oud: Instrument, nieuw: Instrument, hoogstens: int = 100_000) -> list[tuple[str, str]]:
    wijzigingen = compare(oud, nieuw)
    v = Vergelijking(oud, nieuw, wijzigingen, effect(oud, nieuw, hoogstens), Gevallenvergelijking(0, ()))
    return [(b.code, b.ernst.value) for b in judge(v)]


def test_vier_vragen_met_ja_of_nee_geven_zestien_reeksen_verdeeld_als_een_driehoek() -> None:
    instrument = make(yes_no(4))
    assert count_answer_sets(instrument) == 16
    assert distribution(instrument, "som") == {
        Fraction(n): aantal for n, aantal in enumerate((1, 4, 6, 4, 1))
    }
    assert count_levels(instrument) == {"gewoon": 5, "verhoogd": 10, "hoog": 1}


def test_een_telling_blijft_heel_ook_als_zij_groter_is_dan_een_kommagetal_kan_zijn() -> None:
    """Honderdtwintig vragen: 2 tot de macht 120 reeksen, en precies één daarvan heeft nul punten."""
    instrument = make(yes_no(120))
    verdeling = distribution(instrument, "som")
    assert verdeling is not None
    assert (verdeling[Fraction(0)], sum(verdeling.values())) == (1, 2**120)


def test_een_getal_zonder_einde_telt_tot_en_met_de_laatste_grens() -> None:
    """Van 0, met een trede vanaf 3: 0, 1, 2 en «3 of meer» zijn vier antwoorden; met een einde op 9 tien."""
    vraag: dict[str, Any] = {"tekst": "?", "type": "getal", "punten_vanaf": {0: 0, 3: 2}}
    assert count_levels(make({"v": vraag})) == {"gewoon": 3, "verhoogd": 1}
    assert count_levels(make({"v": {**vraag, "tot": 9}})) == {"gewoon": 3, "verhoogd": 7}


def test_wat_te_groot_is_wordt_niet_geteld_en_niet_geraden() -> None:
    """Met te weinig stappen: geen getal, en een waarschuwing in plaats van een oordeel."""
    oud, nieuw = (
        make(yes_no(30)),
        make({**yes_no(30), "v3": {"tekst": "?", "antwoorden": JA_NEE, "gewicht": 2}}),
    )
    assert count_levels(oud, hoogstens=50) is None
    assert effect(oud, nieuw, hoogstens=50).eindniveau.deel is None
    hoger = nieuw.model_copy(update={"versie": "1.1.0"})
    assert findings(oud, hoger, hoogstens=50) == [("VP416", "waarschuwing")]
    assert findings(oud, hoger) == [("VP411", "fout")]


def test_een_vraag_die_anders_heet_is_dezelfde_vraag() -> None:
    oud = make(yes_no(3))
    vragen = {("nieuw" if naam == "v1" else naam): vraag for naam, vraag in yes_no(3).items()}
    nieuw = make(vragen, vervangt={"v1": "tussen", "tussen": "nieuw"}, versie="1.1.0")
    assert [w.tekst for w in compare(oud, nieuw)] == ["De vraag «v1» heet nu «nieuw»."]
    assert not effect(oud, nieuw).anders
    assert findings(oud, nieuw) == []


def test_vragen_in_een_andere_volgorde_veranderen_geen_uitkomst_en_in_een_kring_wordt_niets_beweerd() -> None:
    """Twee versies waarin de vragen elkaar omgekeerd tonen, hebben samen geen volgorde."""
    v0 = {"tekst": "?", "antwoorden": JA_NEE}
    oud = make({"a": v0, "b": {**v0, "toon_als": {"vraag": "a", "is": "ja"}}})
    assert not effect(make({"a": v0, "b": v0}), make({"b": v0, "a": v0})).anders
    kring = make({"b": v0, "a": {**v0, "toon_als": {"vraag": "b", "is": "ja"}}})
    assert effect(oud, kring).eindniveau.alle is None


def test_een_antwoord_dat_maar_een_versie_kent_telt_niet_mee() -> None:
    nieuw = {"v0": {"tekst": "?", "antwoorden": {**JA_NEE, "soms": {"tekst": "Soms", "punten": "9"}}}}
    gevonden = effect(make(yes_no(1)), make(nieuw))
    assert (gevonden.eindniveau.alle, gevonden.anders) == (2, False)


def test_een_getal_dat_in_een_versie_een_einde_heeft_telt_daarna_nog_een_keer() -> None:
    """Bij ja tonen beide het getal: 0, 1 en 2. Bij nee alleen de nieuwe: 0, 1, 2 en «3 of meer». Samen zeven."""
    getal = {"tekst": "?", "type": "getal", "punten_vanaf": {0: 0}}
    vraag = {"a": {"tekst": "?", "antwoorden": JA_NEE}}
    oud = make({**vraag, "g": {**getal, "tot": 2, "toon_als": {"vraag": "a", "is": "ja"}}})
    assert effect(oud, make({**vraag, "g": getal})).eindniveau.alle == 7


def test_niveaus_in_een_andere_volgorde_vragen_een_hoofdversie() -> None:
    oud = make(yes_no(2), schalen={}, eindniveau=None)
    nieuw = oud.model_copy(update={"niveaus": dict(reversed(oud.niveaus.items())), "versie": "1.1.0"})
    assert findings(oud, nieuw) == [("VP412", "fout")]


def test_versies_gaan_op_volgorde_en_een_proefversie_komt_voor_haar_versie() -> None:
    op_volgorde = ["0.9.9", "1.0.0-1", "1.0.0-2", "1.0.0-10", "1.0.0-rc", "1.0.0-rc.1", "1.0.0", "1.0.10", "1.2.0", "10.0.0"]  # fmt: skip # noqa: E501
    assert all(order_of(een) < order_of(ander) for een, ander in pairwise(op_volgorde))
    assert [next_version("1.2.3", stap) for stap in (1, 2, 3)] == ["1.2.4", "1.3.0", "2.0.0"]


@pytest.mark.parametrize(
    ("deel", "zin"),
    [
        (Fraction(0), "geen"),
        (Fraction(1), "alle"),
        (Fraction(1, 8), "12,5%"),
        (Fraction(1, 4), "25%"),
        (Fraction(1, 48_000), "ongeveer 1 op de 48.000"),
        (Fraction(10**9 - 1, 10**9), "meer dan 99,9%"),
        (None, "een onbekend deel"),
    ],
)
def test_een_deel_heet_nooit_niets_of_alles_als_het_dat_niet_is(deel: Fraction | None, zin: str) -> None:
    assert share(deel) == zin
    assert "antwoordenreeksen" in share_of(deel)


def test_een_groot_getal_blijft_leesbaar() -> None:
    assert (number(61152952320), number(10**40)) == ("61.152.952.320", "ongeveer 10^40")


def test_zonder_wijziging_is_er_niets_te_tellen() -> None:
    assert (GEEN_EFFECT.anders, GEEN_EFFECT.vastgesteld) == (False, True)
    assert compare(make(yes_no(2)), make(yes_no(2))) == ()
