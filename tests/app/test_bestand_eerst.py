"""An answers file may leave out everything that is checked beforehand, and may hold all of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan.omgeving import events, omgeving
from veiligheidsplan.app.gesprek_uit_bestand import facts_from
from veiligheidsplan.app.omgeving import example_path
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.volledigheid import lacking

NIEUW = ("eigen", "vooraf", "themas", "maatregelen", "overleg", "wens")


def example_file(**anders: Any) -> dict[str, Any]:
    """The example without what is checked beforehand, and with these blocks."""
    waarden = {k: v for k, v in read_plan_file(example_path("gezin")).waarde.items() if k not in NIEUW}
    zitting = {k: v for k, v in waarden["zitting"].items() if k in ("setting", "aanwezig")}
    return {**waarden, "zitting": zitting, **anders}


def dossier(waarden: dict[str, Any]) -> Dossier:
    return fold(events(facts_from(waarden, omgeving())))


def test_een_bestand_van_voor_deze_vragen_werkt_nog_en_begint_niets_aan_tafel() -> None:
    d = dossier(example_file())
    assert d.waarde("afspraak:1", "wat")
    assert d.waarde("zitting:1", "opening") is None


def test_een_bestand_kan_verboden_thema_s_en_een_tolk_noemen() -> None:
    """Personen met de sleutel uit het bestand, datums ook in woorden."""
    verbod = {"soort": "huisverbod", "voor": "sem", "tegenover": ["noor", "bo"], "van": "vandaag"}
    nu = example_file()["instrumenten"]["directe-veiligheid"]
    d = dossier(
        example_file(
            instrumenten={"directe-veiligheid": {**nu, "antwoorden": {"gewond": "nee"}}},
            themas=["dwingende_controle"],
            maatregelen=[{**verbod, "tot": "over 9 dagen", "contact_mag": "ja", "waar_staat": "Onder 4."}],
            zitting={"setting": "alleen", "aanwezig": ["noor"], "tolk": "ander", "tolk_wie": "bo"},
            vooraf={"noor": {"veilig": "ja", "kamer": "niemand", "leest_mee": ["post"]}},
        )
    )
    assert d.waarde("maatregel:1", "tegenover") == ("persoon:1", "persoon:3")
    assert d.waarde("maatregel:1", "tot") == "2026-12-16"
    assert d.waarde("zitting:1", "tolk_wie") == "persoon:3"
    assert any(zin.startswith("Een kind vertaalt.") for zin in lacking(d, omgeving()))


@pytest.mark.parametrize(
    ("blok", "waarde"),
    [
        ("themas", ["onbekend"]),
        ("maatregelen", [{"soort": "onbekend"}]),
        ("vooraf", {"noor": {"veilig": "misschien"}}),
        ("overleg", [{"met": "de buren"}]),
        ("eigen", {"bezoek": "ja", "hond": "ja"}),
    ],
)
def test_een_antwoord_dat_niet_bestaat_wordt_genoemd_op_zijn_plaats(blok: str, waarde: Any) -> None:
    with pytest.raises(BevindingenFout) as fout:
        facts_from(example_file(**{blok: waarde}), omgeving())
    assert [b.pad[0] for b in fout.value.bevindingen if b.pad] == [blok]
