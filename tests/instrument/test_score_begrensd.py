"""Very large or tangled instruments: the work stays bounded, and what is not known exactly is never made smaller."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from test_score_regels import build

from veiligheidsplan.instrument import scoor, uitputting
from veiligheidsplan.instrument import score as score_module
from veiligheidsplan.instrument.aanvulling import Aanvulling
from veiligheidsplan.instrument.bereik import Bereik
from veiligheidsplan.instrument.controle_bereik import check_reach
from veiligheidsplan.instrument.klassen import TeVeel
from veiligheidsplan.instrument.score import STAPPEN_SCHALEN, STAPPEN_SIGNALEN
from veiligheidsplan.instrument.uitputting import Doel
from veiligheidsplan.instrument.verzameling import MEESTE_STAPPEN, Teller
from veiligheidsplan.instrument.vragenlijst import state_of

BAND: dict[str, Any] = {
    "methode": "som", "ontbrekend": "bandbreedte", "grenzen": {"niet_verhoogd": 0, "verhoogd": 3, "hoog": 6}
}  # fmt: skip
BREUKEN: dict[str, Any] = {
    f"v{i}": {"type": "schaal", "van": 0, "tot": 10, "gewicht": f"{i * i + 1}.{7919 * (i + 3) % 99991:05d}"}
    for i in range(40)
}


class _Telling(Teller):
    """Remembers all steps of one scoring together."""

    samen = 0

    def count(self, stappen: int = 1) -> None:
        type(self).samen += min(stappen, max(self.over, 0))  # the last one is refused, not done
        super().count(stappen)


def test_acht_schalen_die_ieder_te_veel_werk_zijn_delen_samen_een_hoeveelheid_werk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(uitputting, "Teller", _Telling)
    monkeypatch.setattr(_Telling, "samen", 0)
    grenzen = {"niet_verhoogd": 0, "verhoogd": 1000, "hoog": 2000}
    instrument = build(BREUKEN, {f"s{i}": {**BAND, "grenzen": grenzen} for i in range(8)})
    uitslag = scoor(instrument, {})
    assert not any(schaal.exact for schaal in uitslag.schalen.values())
    assert 0 < _Telling.samen <= STAPPEN_SCHALEN


def test_honderd_schalen_en_tekens_die_te_veel_werk_zijn_doen_niet_meer_dan_de_vaste_hoeveelheid(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Conditions cross, weights fit no grid, and each sign joins two scales: nothing of it adds work."""
    monkeypatch.setattr(uitputting, "Teller", _Telling)
    monkeypatch.setattr(_Telling, "samen", 0)
    grenzen = {"niet_verhoogd": 0, "verhoogd": 1000, "hoog": 2000}
    schalen = {f"s{i}": {**BAND, "grenzen": grenzen} for i in range(50)}
    tekens = {
        f"t{i}": {"als": {"alle": [{"schaal": f"s{i}", "minstens": 900}, {"schaal": "s0", "hoogstens": 800}]}}
        for i in range(50)
    }
    uitslag = scoor(build(BREUKEN, schalen, tekens), {})
    assert not any(schaal.exact for schaal in uitslag.schalen.values())
    assert uitslag.signalen_mogelijk == tuple(tekens)
    assert 0 < _Telling.samen <= STAPPEN_SCHALEN + STAPPEN_SIGNALEN


def test_waar_aan_tafel_niet_alles_precies_is_zegt_nakijken_dat_vooraf() -> None:
    """One scale is within the work of a proof and not within that of an answer at the table."""
    vragen = {f"v{i}": {"type": "schaal", "van": 0, "tot": 10} for i in range(16)}
    schalen = {"top": {**BAND, "methode": "hoogste"}, "som": BAND, "samen": {**BAND, "telt": ["top", "som"]}}
    instrument = build(vragen, schalen)
    ruim = [id_ for id_, schaal in scoor(instrument, {}).schalen.items() if not schaal.exact]
    gemeld = [b.pad[1] for b in check_reach(instrument) if b.code == "VP307"]
    assert ruim == gemeld == ["samen"]
    assert Bereik(instrument).scale("samen").exact


def test_een_kopie_met_andere_punten_krijgt_haar_eigen_score() -> None:
    """What was worked out for the first is not used for the second."""

    def lijst(punten: int) -> dict[str, Any]:
        return {"jn": {"ja": {"tekst": "Ja", "punten": punten}, "nee": {"tekst": "Nee", "punten": 0}}}

    vragen = {"a": {"antwoorden": "jn"}, "b": {"antwoorden": "jn"}}
    een, ander = (build(vragen, {"s": BAND}, antwoordlijsten=lijst(punten)) for punten in (1, 5))
    assert scoor(een, {}).schalen["s"].hoogst == 2
    kopie = een.model_copy(update={"antwoordlijsten": ander.antwoordlijsten})
    assert scoor(kopie, {}).schalen["s"].hoogst == 10
    assert scoor(een, {}).schalen["s"].hoogst == 2


def test_een_teken_op_een_schaal_die_te_veel_werk_is_begint_niet_opnieuw(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begonnen: list[str] = []

    def begin(aanvulling: Aanvulling, wortels: list[str], formule: int, hoogstens: int) -> Doel:
        begonnen.extend(wortels)
        raise TeVeel

    monkeypatch.setattr(score_module, "Doel", begin)
    tekens = {f"t{i}": {"als": {"schaal": "s", "minstens": i + 1}} for i in range(5)}
    uitslag = scoor(build({"a": {}, "b": {}}, {"s": BAND}, tekens), {})
    assert begonnen == ["s"]
    assert uitslag.signalen_mogelijk == tuple(tekens)


def test_kruisende_voorwaarden_op_zestig_vragen_tellen_mee_als_werk() -> None:
    """Thirty pairs that decide together: every half pair that is remembered makes the condition twice as long."""
    paren = [
        {"alle": [{"vraag": f"v{i}", "is": "ja"}, {"vraag": f"v{59 - i}", "is": "ja"}]} for i in range(30)
    ]
    vragen: dict[str, Any] = {f"v{i}": {} for i in range(60)} | {"w": {"toon_als": {"een_van": paren}}}
    aanvulling = Aanvulling(state_of(build(vragen, {"s": BAND}), {}, {}))
    with pytest.raises(TeVeel):
        Doel(aanvulling, ["s"], aanvulling.has_score("s")).extremes()
    assert aanvulling.formules.werk < 3 * MEESTE_STAPPEN


def test_grenzen_die_exact_bekend_zijn_blijven_exact_als_alleen_beslissend_te_veel_werk_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """b and c are never both shown, so at most 1 + 2 = 3 points; taken apart from each other it would be 5."""

    def te_veel(*_: object) -> set[int]:
        raise TeVeel

    monkeypatch.setattr(score_module, "decisive", te_veel)
    vragen = {
        "a": {},
        "b": {"toon_als": {"vraag": "a", "is": "ja"}, "gewicht": 2},
        "c": {"toon_als": {"vraag": "a", "is": "nee"}, "gewicht": 2},
    }
    schaal = scoor(build(vragen, {"s": BAND}), {}).schalen["s"]
    assert (schaal.laagst, schaal.hoogst, schaal.exact) == (Fraction(0), Fraction(3), False)
    assert schaal.beslissend == ("a", "b", "c")


def _estimated(
    monkeypatch: pytest.MonkeyPatch, vereist_toon: dict[str, Any], antwoorden: dict[str, Any]
) -> Any:
    monkeypatch.setattr(uitputting, "Teller", lambda: Teller(0))
    vragen = {"a": {}, "b": {"toon_als": vereist_toon}}
    instrument = build(
        vragen,
        {"s": {**BAND, "vereist": ["b"]}},
        {"laag": {"als": {"schaal": "s", "hoogstens": 2}, "niveau": "verhoogd"}},
        eindniveau="s",
    )
    return scoor(instrument, antwoorden)


def test_een_schatting_geeft_geen_score_waar_een_vereiste_vraag_niet_getoond_wordt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    uitslag = _estimated(monkeypatch, {"vraag": "a", "is": "ja"}, {"a": "nee"})
    assert uitslag.schalen["s"].hoogst is None
    assert uitslag.signalen == ()
    assert uitslag.eindniveau_hoogst == "hoog"


def test_een_schatting_meldt_het_hoogste_niveau_als_er_misschien_geen_score_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With a unanswered b may be hidden; then there is no score, and no level can be ruled out."""
    uitslag = _estimated(monkeypatch, {"vraag": "a", "is": "ja"}, {})
    assert uitslag.schalen["s"].exact is False
    assert uitslag.signalen == ()
    assert uitslag.signalen_mogelijk == ("laag",)
    assert uitslag.eindniveau_hoogst == "hoog"


def test_vijfentwintig_schalen_die_elk_de_twee_voor_zich_tellen_komen_klaar() -> None:
    """Their parts are counted along a hundred thousand ways; the highest score is a Fibonacci number."""
    schalen: dict[str, Any] = {"s0": {**BAND, "telt": ["a"]}, "s1": {**BAND, "telt": ["s0"]}}
    for i in range(2, 25):
        schalen[f"s{i}"] = {**BAND, "telt": [f"s{i - 1}", f"s{i - 2}"]}
    uitslag = scoor(build({"a": {}}, schalen), {}).schalen
    assert (uitslag["s24"].laagst, uitslag["s24"].hoogst) == (0, 75025)
    assert uitslag["s10"].exact
    assert not uitslag["s24"].exact
