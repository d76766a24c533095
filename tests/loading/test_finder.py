"""Where instruments, templates and regional files come from, and that a name is never a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading.finder import (
    built_in,
    find_instrument,
    find_instrument_by_id,
    find_regio,
    find_roots,
    find_sjabloon,
    list_instrumenten,
)


def make(map_: Path, id_: str) -> Path:
    bestand = map_ / "instrumenten" / id_ / "instrument.yaml"
    bestand.parent.mkdir(parents=True)
    bestand.write_text("formaat: 1\n", encoding="utf-8")
    return bestand


def code(fout: pytest.ExceptionInfo[BevindingenFout]) -> str:
    return fout.value.bevindingen[0].code


def test_de_genoemde_map_gaat_voor_de_werkmap_en_die_voor_de_ingebouwde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    genoemd, werk = make(tmp_path / "genoemd", "zelfde"), make(tmp_path / "werk", "zelfde")
    alleen_werk = make(tmp_path / "werk", "ander")
    monkeypatch.chdir(tmp_path / "werk")
    assert find_instrument("zelfde", tmp_path / "genoemd") == genoemd
    assert find_instrument("zelfde", tmp_path / "genoemd" / "instrumenten") == genoemd
    assert find_instrument("zelfde") == werk
    assert find_instrument("ander", tmp_path / "genoemd") == alleen_werk
    assert find_roots("instrumenten")[-1] == built_in("instrumenten")


def test_een_pad_op_de_opdrachtregel_is_een_bestand_of_zijn_map(tmp_path: Path) -> None:
    bestand = make(tmp_path, "iets")
    assert find_instrument(str(bestand)) == bestand
    assert find_instrument(str(bestand.parent)) == bestand
    assert find_instrument(bestand.parent) == bestand


def test_een_onbekende_naam_krijgt_de_naam_die_erop_lijkt(tmp_path: Path) -> None:
    make(tmp_path, "partnergeweld_kort")
    with pytest.raises(BevindingenFout) as fout:
        find_instrument("partnergeweld_kor", tmp_path)
    assert code(fout) == "VP191"
    assert fout.value.bevindingen[0].suggestie == "Bedoelt u «partnergeweld_kort»?"


@pytest.mark.parametrize(
    "naam", ["../iets", "/etc/passwd", "a/b", "..", "A", "", "a\0b", "a\\b", "iets.yaml"]
)
def test_een_naam_uit_een_bestand_is_nooit_een_pad(naam: str, tmp_path: Path) -> None:
    make(tmp_path, "iets")
    with pytest.raises(BevindingenFout) as fout:
        find_instrument_by_id(naam, tmp_path / "instrumenten")
    assert code(fout) == "VP192"


@pytest.mark.parametrize("naam", ["../../x", "regio/../x", "a/..", "een", "a/b/c"])
def test_een_sjabloon_is_eigenaar_en_naam_en_nooit_een_pad(naam: str) -> None:
    with pytest.raises(BevindingenFout) as fout:
        find_sjabloon(naam)
    assert code(fout) in ("VP191", "VP192")


def test_een_sjabloon_en_een_regionaal_bestand_worden_gevonden(tmp_path: Path) -> None:
    sjabloon = tmp_path / "sjablonen" / "gemeente" / "plan" / "sjabloon.yaml"
    nummers = tmp_path / "regio" / "bellen.yaml"
    for bestand in (sjabloon, nummers):
        bestand.parent.mkdir(parents=True)
        bestand.write_text("a: 1\n", encoding="utf-8")
    assert find_sjabloon("gemeente/plan", tmp_path) == sjabloon
    assert find_regio("bellen", tmp_path) == nummers
    with pytest.raises(BevindingenFout) as fout:
        find_regio("belen", tmp_path)
    assert fout.value.bevindingen[0].suggestie == "Bedoelt u «bellen»?"


def test_de_lijst_noemt_ieder_instrument_een_keer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    genoemd = make(tmp_path / "genoemd", "zelfde")
    make(tmp_path / "werk", "zelfde")
    monkeypatch.chdir(tmp_path / "werk")
    assert list_instrumenten(tmp_path / "genoemd")["zelfde"] == genoemd
