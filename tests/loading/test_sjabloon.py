"""A template may change words, never safety: every attempt is refused with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading.finder import built_in
from veiligheidsplan.loading.sjabloon import (
    VASTE_ZINNEN,
    VEILIGHEIDSSECTIES,
    VOOR_PROFESSIONALS,
    load_sjabloon,
)

GOED = (built_in("sjablonen") / "regio" / "veiligheidsplan" / "sjabloon.yaml").read_text("utf-8")
SRC = Path(__file__).parents[2] / "src" / "veiligheidsplan"


def faults(tekst: str, map_: Path) -> list[tuple[str, str]]:
    """(code, the line it points at) of every fault."""
    pad = map_ / "sjabloon.yaml"
    pad.write_text(tekst, "utf-8")
    with pytest.raises(BevindingenFout) as fout:
        load_sjabloon(pad)
    return [(b.code, (b.plaats.regeltekst or "").strip() if b.plaats else "") for b in fout.value.bevindingen]


def test_het_sjabloon_van_de_regio_is_heel(tmp_path: Path) -> None:
    pad = tmp_path / "sjabloon.yaml"
    pad.write_text(GOED, "utf-8")
    assert load_sjabloon(pad).id == "veiligheidsplan"


@pytest.mark.parametrize(
    "bron",
    [
        "status",
        "uitslag",
        "slotcheck",
        "indruk",
        "personen",
        "open",
        "alleen_te_vragen",
        "antwoorden",
        "cijfers",
    ],
)
def test_wat_alleen_voor_professionals_is_kan_niet_ruimer(bron: str, tmp_path: Path) -> None:
    ruimer = GOED.replace(
        f"    bron: {bron}\n", f"    bron: {bron}\n    zichtbaar_voor: [professional, gezamenlijk]\n"
    )
    assert ("VP602", "zichtbaar_voor: [professional, gezamenlijk]") in faults(ruimer, tmp_path)


@pytest.mark.parametrize("bron", VEILIGHEIDSSECTIES)
def test_een_sectie_voor_de_veiligheid_kan_niet_weg(bron: str, tmp_path: Path) -> None:
    zonder = re.sub(rf"(bron: {bron}\n(?:    .*\n|      .*\n)*?)    zichtbaar_voor: .*\n", r"\1", GOED)
    assert zonder != GOED
    assert "VP603" in [code for code, _ in faults(zonder, tmp_path)]


@pytest.mark.parametrize("bron", VOOR_PROFESSIONALS[len(VEILIGHEIDSSECTIES) :])
def test_wat_een_professional_moet_zien_kan_niet_weg(bron: str, tmp_path: Path) -> None:
    zonder = GOED.replace(f"    bron: {bron}\n", "    bron: regie\n")
    assert zonder != GOED
    assert "VP603" in [code for code, _ in faults(zonder, tmp_path)]


def test_een_fout_in_de_vorm_verbergt_geen_fout_in_de_veiligheid(tmp_path: Path) -> None:
    """Een onbekende sleutel, een sectie die te ruim is en een zin die ontbreekt: alle drie in één keer."""
    tekst = GOED.replace(
        "    bron: uitslag\n", "    bron: uitslag\n    zichtbaar_voor: [gezamenlijk]\n    kleur: rood\n"
    )
    tekst = tekst.replace("  weet_niet: Weet niet\n", "")
    assert {code for code, _ in faults(tekst, tmp_path)} >= {"VP121", "VP602", "VP604"}


def test_elke_zin_die_het_programma_gebruikt_staat_in_de_lijst_die_verplicht_is() -> None:
    """Anders kan een sjabloon zonder die zin worden geladen, en breekt het gesprek af."""
    gebruikt = {
        zin
        for pad in SRC.rglob("*.py")
        for zin in re.findall(r"\bo\.zin\(\"([a-z_]+)\"\)", pad.read_text("utf-8"))
    }
    assert gebruikt
    assert gebruikt <= VASTE_ZINNEN


@pytest.mark.parametrize(
    "tekst",
    ["", "[]", "teksten: 3", "secties: {a: b}", "secties: {a: {bron: [x]}}", "zinnen: []\nsecties: [1]"],
)
def test_een_leeg_of_vreemd_sjabloon_geeft_bevindingen(tekst: str, tmp_path: Path) -> None:
    assert faults(tekst, tmp_path)
