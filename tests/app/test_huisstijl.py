"""Kleuren uit design tokens: in elke vorm die een gemeente heeft, en nooit een kleur die niet te lezen is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veiligheidsplan.app.huisstijl import read_house_style, with_colours
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.loading.sjabloon import inspect_sjabloon
from veiligheidsplan.plan.contrast import contrast

VORMEN: dict[str, Any] = {
    "plat": {"voorbeeld.kleur.primair": "#00594c"},
    "plat, zoals in een stijlblad": {"--voorbeeld-primair": "#00594C"},
    "genest met value": {"voorbeeld": {"primair": {"value": "#00594c"}}},
    "genest met $value": {"voorbeeld": {"primair": {"$value": "#00594c", "$type": "color"}}},
    "een verwijzing": {"a": {"groen": {"$value": "#00594c"}}, "b": {"primair": {"$value": "{a.groen}"}}},
    "een verwijzing met .value": {
        "a": {"groen": {"value": "#00594c"}},
        "primair": {"value": "{a.groen.value}"},
    },
    "rgb": {"primair": {"value": "rgb(0, 89, 76)"}},
    "acht cijfers": {"primair": {"value": "#00594cff"}},
    "de vorm van 2025": {
        "primair": {"$value": {"colorSpace": "srgb", "components": [0, 0.35, 0.3], "hex": "#00594c"}}
    },
}


def write(map_: Path, tokens: Any) -> Path:
    pad = map_ / "tokens.json"
    pad.write_text(tokens if isinstance(tokens, str) else json.dumps(tokens), "utf-8")
    return pad


@pytest.mark.parametrize("tokens", VORMEN.values(), ids=VORMEN.keys())
def test_elke_gewone_vorm_van_tokens_geeft_de_kleur(tokens: Any, tmp_path: Path) -> None:
    uit = read_house_style(write(tmp_path, tokens), {})
    assert uit.kleuren["accent"][0] == "#00594c"
    assert uit.bevindingen == ()
    assert uit.blok == "kleuren:\n  accent: '#00594c'\n"


def test_een_kleur_die_niet_te_lezen_is_zegt_op_wat_en_hoe_ver(tmp_path: Path) -> None:
    """Geel op wit heeft contrast 1,0; de bevinding noemt het paar."""
    uit = read_house_style(write(tmp_path, {"primair": "#ffff00"}), {})
    assert {b.code for b in uit.bevindingen} == {"VP628"}
    assert "«accent» #ffff00 op wit #ffffff heeft contrast 1,0" in uit.bevindingen[0].uitleg


def test_een_mens_kiest_zelf_een_ander_token(tmp_path: Path) -> None:
    pad = write(tmp_path, {"merk": {"primair": "#00594c", "blauw": "#1d4f73"}})
    assert read_house_style(pad, {"accent": "merk.blauw"}).kleuren["accent"] == ("#1d4f73", "merk.blauw")
    with pytest.raises(BevindingenFout) as fout:
        read_house_style(pad, {"accent": "merk.blauws"})
    assert fout.value.bevindingen[0].suggestie == "Bedoelt u «merk.blauw»?"


@pytest.mark.parametrize(
    "tokens",
    [
        "",
        "geen json",
        "[]",
        "3",
        '{"a": "{b}", "b": "{a}"}',
        '{"primair": "#00594c80"}',
        "[" * 100_000,
        '{"a": {"$value": null}}',
    ],
)
def test_een_bestand_zonder_kleuren_geeft_een_bevinding(tokens: str, tmp_path: Path) -> None:
    with pytest.raises(BevindingenFout) as fout:
        read_house_style(write(tmp_path, tokens), {})
    assert {b.code for b in fout.value.bevindingen} <= {"VP633", "VP106"}


_REGEL = st.sampled_from(
    ["formaat: 1", "# kleuren: niet deze", "secties:", "  acties: {inleiding: x}", "", "titel: kleuren"]
)


@given(st.lists(_REGEL, max_size=8), st.lists(_REGEL, max_size=8), st.booleans())
def test_alleen_de_kleuren_van_een_sjabloon_veranderen(voor: list[str], na: list[str], vlak: bool) -> None:
    """Wat ervoor en erna staat, ook elke opmerking, blijft letter voor letter."""
    oud = "kleuren: {accent: '#1d4f73'}\n" if vlak else "kleuren:\n  accent: '#1d4f73'\n  tekst: '#000000'\n"
    begin, eind = ("".join(f"{r}\n" for r in deel) for deel in (voor, ["einde: x", *na]))
    nieuw = "kleuren:\n  accent: '#00594c'\n"
    assert with_colours(begin + oud + eind, nieuw) == begin + nieuw + eind


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_contrast_is_van_1_tot_21_en_welke_kleur_boven_ligt_maakt_niet_uit(een: str, ander: str) -> None:
    assert 1 <= contrast(een, ander) == contrast(ander, een) <= 21.0001


def test_het_contrast_klopt_met_waarden_die_bekend_zijn() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") < 4.5


def test_het_sjabloon_van_de_regio_is_te_lezen() -> None:
    """De kleuren die iedereen krijgt die niets kiest."""
    from veiligheidsplan.loading.finder import find_sjabloon
    from veiligheidsplan.plan.contrast import contrast_findings

    sjabloon = inspect_sjabloon(find_sjabloon("regio/veiligheidsplan")).sjabloon
    assert sjabloon is not None
    kleuren = sjabloon.kleuren.model_dump()
    assert list(contrast_findings(kleuren, (), kleuren)) == []


LETTERS: dict[str, tuple[Any, tuple[tuple[str, str], ...]]] = {
    "een rij namen": (
        {"tekst": {"font-family": {"$value": "'Voorbeeld Sans', Arial, sans-serif"}}},
        (("Voorbeeld Sans", "tekst.font-family"),),
    ),
    "een lijst": (
        {"kop": {"fontFamily": {"value": ["Voorbeeld Kop", "serif"]}}},
        (("Voorbeeld Kop", "kop.fontFamily"),),
    ),
    "een verwijzing": (
        {"a": {"font": {"family": "Voorbeeld"}}, "b": {"lettertype": "{a.font.family}"}},
        (("Voorbeeld", "a.font.family"),),
    ),
    "een hele tekst": (
        {"tekst": {"$value": {"fontFamily": "Voorbeeld", "fontSize": "16px"}}},
        (("Voorbeeld", "tekst"),),
    ),
    "alleen een soort": ({"font-family": "system-ui, sans-serif"}, ()),
    "geen letters": ({"fontFamily": 3, "x": {"fontFamily": {"value": None}}}, ()),
    "een teken dat het scherm stuurt": (
        {"font-family": "Voor\x1b[31mbeeld"},
        (("Voor[31mbeeld", "font-family"),),
    ),
}


@pytest.mark.parametrize(("tokens", "letters"), LETTERS.values(), ids=LETTERS.keys())
def test_tokens_noemen_het_lettertype_bij_zijn_naam(
    tokens: Any, letters: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    assert read_house_style(write(tmp_path, {"primair": "#00594c", **tokens}), {}).letters == letters
