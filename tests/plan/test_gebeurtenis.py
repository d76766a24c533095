"""Events: what is written is what is read, years later too."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from veiligheidsplan.loading import laad_instrument
from veiligheidsplan.loading.finder import built_in
from veiligheidsplan.plan.dossier import fold
from veiligheidsplan.plan.gebeurtenis import VERSIES, Feit, OnbekendeGebeurtenis, from_bytes, stamp

NU = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)


def test_wat_is_opgeschreven_wordt_precies_zo_gelezen() -> None:
    """Een waarde met aanhalingstekens, emoji en een nieuwe regel komt hetzelfde terug."""
    tekst = 'Zij zei: "nee" {naam} \n 🙂 \x1b[2J'
    gebeurtenis = stamp(
        Feit("waarde_gegeven", {"onderwerp": "actie:1", "veld": "wat", "waarde": tekst}), door="Kim", tijd=NU
    )
    assert from_bytes(gebeurtenis.to_bytes()) == gebeurtenis


def test_een_bewaard_instrument_houdt_de_volgorde_van_zijn_niveaus() -> None:
    """De volgorde van de niveaus is hun ernst: door elkaar zou een hoog niveau laag lijken."""
    instrument = laad_instrument(built_in("instrumenten") / "directe-veiligheid")
    inhoud = {
        "afname": "directe-veiligheid:1",
        "instrument": instrument.model_dump(mode="json", by_alias=True, exclude_unset=True),
    }
    gelezen = fold([from_bytes(stamp(Feit("instrument_begonnen", inhoud), door="", tijd=NU).to_bytes())])
    terug = gelezen.afnamen["directe-veiligheid:1"].instrument
    assert list(terug.niveaus) == list(instrument.niveaus) == ["niet_gezien", "zorgen", "direct_gevaar"]
    assert list(terug.vragen) == list(instrument.vragen)
    assert list(terug.signalen) == list(instrument.signalen)
    assert terug == instrument


@pytest.mark.parametrize("soort", ["onbekend", "waarde_gegeven"])
def test_een_gebeurtenis_van_een_nieuwer_programma_wordt_niet_half_gelezen(soort: str) -> None:
    ruw = {"soort": soort, "versie": 99, "door": "", "tijd": NU.isoformat(), "inhoud": {}}
    with pytest.raises(OnbekendeGebeurtenis):
        from_bytes(json.dumps(ruw).encode())


def test_een_tijd_zonder_tijdzone_kan_niet_in_het_logboek() -> None:
    with pytest.raises(ValueError, match="tijdzone"):
        stamp(Feit("plan_vastgesteld", {}), door="", tijd=datetime(2026, 12, 7))  # noqa: DTZ001


def test_elke_soort_gebeurtenis_heeft_een_bewaard_voorbeeld_van_elke_versie() -> None:
    """De voorbeelden in tests/plan/gebeurtenissen/ blijven altijd leesbaar."""
    from pathlib import Path

    map_ = Path(__file__).parent / "gebeurtenissen"
    for soort, versie in VERSIES.items():
        for v in range(1, versie + 1):
            assert from_bytes((map_ / f"{soort}_{v}.json").read_bytes()).soort == soort
