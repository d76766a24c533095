"""De meldcode uit een bestand met antwoorden: dezelfde motor, en elke fout op haar plaats."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.plan.omgeving import events, omgeving
from veiligheidsplan.app.gesprek_uit_bestand import facts_from
from veiligheidsplan.app.omgeving import example_path
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.plan import meldcode
from veiligheidsplan.plan.dossier import fold
from veiligheidsplan.plan.kopie import make_copy

GEVOLGD: dict[str, Any] = {
    "personen": ["noor"],
    "stappen": {
        "signalen": {"stand": "gedaan", "wie": "Kim", "wanneer": "vandaag"},
        "gesprek": {"stand": "overgeslagen", "waarom": "eer"},
    },
    "afwegingen": {"noor": {"gevaar": {"antwoord": "structureel", "waarom": "Het herhaalt zich."}}},
    "besluiten": {"noor": {"melden": "ja", "melden_waarom": "Het is de norm.", "hulp": "ja"}},
    "meldingen": {
        "noor": {"wanneer": "vandaag", "contact": "medewerker", "besproken": "ja", "overname": "nog_niet"}
    },
}


def with_code(blok: dict[str, Any]) -> dict[str, Any]:
    waarden = copy.deepcopy(read_plan_file(example_path("gezin")).waarde)
    return {**waarden, "meldcode": blok}


def test_een_meldcode_in_het_bestand_staat_daarna_in_het_dossier() -> None:
    d = fold(events(facts_from(with_code(GEVOLGD), omgeving())))
    stand = meldcode.stage(d, omgeving())
    assert [s.staat for s in stand.stappen] == ["gedaan", "open", "overgeslagen", "open", "open"]
    assert [(w.persoon, w.melden, w.hulp) for w in stand.wegingen] == [("persoon:1", "ja", "ja")]
    assert ("open_waken", "persoon:1") in meldcode.findings(d, omgeving())
    assert "Het herhaalt zich." not in str(make_copy(d, omgeving(), "gezamenlijk", kenmerk="1"))


@pytest.mark.parametrize(
    ("waar", "blok", "code"),
    [
        (("meldcode", "personen"), {"personen": ["nor"]}, "VP501"),
        (("meldcode", "personen"), {}, "VP503"),
        (
            ("meldcode", "stappen", "overlegg"),
            {
                "personen": ["noor"],
                "stappen": {"wegen": {"stand": "gedaan"}, "overlegg": {"stand": "gedaan"}},
            },
            "VP504",
        ),
        (
            ("meldcode", "afwegingen", "noor", "gevaar", "antwoord"),
            {"personen": ["noor"], "afwegingen": {"noor": {"gevaar": {"antwoord": "misschien"}}}},
            "VP501",
        ),
    ],
)
def test_een_fout_in_de_meldcode_van_een_bestand_staat_op_haar_plaats(
    waar: tuple[str, ...], blok: dict[str, Any], code: str
) -> None:
    with pytest.raises(BevindingenFout) as fout:
        facts_from(with_code(blok), omgeving())
    gevonden = [(b.code, b.pad) for b in fout.value.bevindingen]
    assert any(c == code and pad[: len(waar)] == waar for c, pad in gevonden), gevonden
