"""Codes die nergens anders werden bereikt: elk met het kleinste wat haar laat zien."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from veiligheidsplan.app.omgeving import example_path, load_for, load_omgeving
from veiligheidsplan.app.talen import load_language
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.cli.start import main
from veiligheidsplan.instrument import scoor
from veiligheidsplan.loading import laad_instrument
from veiligheidsplan.loading.finder import built_in
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.loading.sjabloon import load_sjabloon
from veiligheidsplan.plan.dossier import Dossier

VANDAAG = date(2026, 11, 24)
SJABLOON = built_in("sjablonen") / "regio" / "veiligheidsplan" / "sjabloon.yaml"


def test_antwoorden_die_geen_reeks_zijn_geven_vp405() -> None:
    instrument = laad_instrument(built_in("instrumenten") / "directe-veiligheid")
    with pytest.raises(BevindingenFout) as fout:
        scoor(instrument, ["ja"])  # type: ignore[arg-type]
    assert [b.code for b in fout.value.bevindingen] == ["VP405"]


@pytest.mark.parametrize(
    ("inhoud", "code"), [("- ja\n", "VP506"), ("dossier: {alias: a}\n", "VP507"), ("formaat: 2\n", "VP507")]
)
def test_een_bestand_met_antwoorden_zegt_bovenaan_wat_het_is(tmp_path: Path, inhoud: str, code: str) -> None:
    (tmp_path / "a.yaml").write_text(inhoud, encoding="utf-8")
    with pytest.raises(BevindingenFout) as fout:
        read_plan_file(tmp_path / "a.yaml")
    assert [b.code for b in fout.value.bevindingen] == [code]
    assert fout.value.bevindingen[0].plaats is not None


def test_een_onbekend_voorbeeld_geeft_vp508_met_wat_er_wel_is() -> None:
    with pytest.raises(BevindingenFout) as fout:
        example_path("gezn")
    assert [(b.code, b.suggestie) for b in fout.value.bevindingen] == [("VP508", "Bedoelt u «gezin»?")]


def test_een_vragenlijst_buiten_het_sjabloon_geeft_vp505(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    goed = example_path("gezin").read_text(encoding="utf-8")
    bestand = tmp_path / "antwoorden.yaml"
    bestand.write_text(goed.replace("  directe-veiligheid:\n", "  onbekende-lijst:\n", 1), encoding="utf-8")
    wachtzin = tmp_path / "wachtzin"
    wachtzin.write_text("de bakker fietst om zes uur\n", encoding="utf-8")
    plek = ["--naar", str(tmp_path / "plan.pdf"), "--map", str(tmp_path / "m")]
    main(["nieuw", "--antwoorden", str(bestand), *plek, "--wachtzin-bestand", str(wachtzin)])
    assert "VP505" in capsys.readouterr().err


def test_een_sjabloon_zonder_een_tekst_geeft_vp601(tmp_path: Path) -> None:
    regel = "    gemeente: {vraag: 'In welke gemeente speelt dit?', label: Gemeente}\n"
    goed = SJABLOON.read_text(encoding="utf-8")
    assert regel in goed
    (tmp_path / "sjabloon.yaml").write_text(goed.replace(regel, ""), encoding="utf-8")
    with pytest.raises(BevindingenFout) as fout:
        load_sjabloon(tmp_path / "sjabloon.yaml")
    assert "VP601" in [b.code for b in fout.value.bevindingen]


@pytest.mark.parametrize(
    ("kenmerk", "code"), [("gemeente/weg@1.0.0", "VP611"), ("regio/veiligheidsplan@0.0.1", "VP612")]
)
def test_een_sjabloon_dat_weg_of_veranderd_is_wordt_gezegd_en_houdt_niets_tegen(
    kenmerk: str, code: str
) -> None:
    _, gezegd = load_for(Dossier(sjabloon=kenmerk), VANDAAG)
    assert gezegd[0].code == code


def test_een_taal_zonder_vaste_teksten_geeft_vp613() -> None:
    with pytest.raises(BevindingenFout) as fout:
        load_language(load_omgeving(VANDAAG), "am")
    assert [b.code for b in fout.value.bevindingen] == ["VP613"]


def test_een_vertaling_die_niet_te_schrijven_is_geeft_vp349(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Waar de map «vertalingen» hoort, staat een bestand."""
    map_ = tmp_path / "directe-veiligheid"
    map_.mkdir()
    bron = built_in("instrumenten") / "directe-veiligheid" / "instrument.yaml"
    (map_ / "instrument.yaml").write_text(bron.read_text(encoding="utf-8"), encoding="utf-8")
    (map_ / "vertalingen").write_text("", encoding="utf-8")
    assert main(["instrument", "vertaal", str(map_), "en"]) == 1
    assert "VP349" in capsys.readouterr().err
