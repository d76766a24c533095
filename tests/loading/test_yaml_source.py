"""Text to values: the rules of YAML 1.2, the limits, and the same outcome with and without libyaml."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from veiligheidsplan.loading import yaml_parser, yaml_source
from veiligheidsplan.loading.limits import MAX_BYTES
from veiligheidsplan.loading.yaml_scalar import Valkuil, resolve
from veiligheidsplan.loading.yaml_source import read_file, read_yaml

BEIDE = pytest.mark.parametrize("puur", [False, True], ids=["libyaml", "python"])


def codes(tekst: str | bytes, *, puur: bool = False) -> list[str]:
    return [b.code for b in read_yaml(tekst, "x.yaml", puur=puur).bevindingen]


def places(tekst: str | bytes, *, puur: bool = False) -> list[tuple[str, int, int]]:
    bron = read_yaml(tekst, "x.yaml", puur=puur)
    return [(b.code, b.plaats.regel, b.plaats.kolom) for b in bron.bevindingen if b.plaats]


@BEIDE
@pytest.mark.parametrize(
    ("woord", "waarde"),
    [
        ("ja", "ja"),
        ("nee", "nee"),
        ("y", "y"),
        ("12", 12),
        ("-3", -3),
        ("+3", 3),
        ("0", 0),
        ("0.1", Decimal("0.1")),
        (".5", Decimal("0.5")),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2027-07-01", date(2027, 7, 1)),
        ("1.2.0", "1.2.0"),
        ("doi:10.1016/j.x", "doi:10.1016/j.x"),
        ("'12'", "12"),
        ('"no"', "no"),
        ("'2027-07-01'", "2027-07-01"),
    ],
)
def test_een_woord_wordt_gelezen_zoals_yaml_1_2_zegt(woord: str, waarde: Any, puur: bool) -> None:
    bron = read_yaml(f"a: {woord}\n", "x.yaml", puur=puur)
    assert (bron.waarde["a"], type(bron.waarde["a"]), bron.bevindingen) == (waarde, type(waarde), ())


@BEIDE
@pytest.mark.parametrize(
    "woord",
    ["no", "Yes", "ON", "off", "12:30", "190:20:30", "0123", "1_000", "1_0.5", "0b1", "0x1F", "0o17", ".inf", "-.INF",
     ".nan", "1e3", "1.5e-3", "2026-02-30", "2026-1-5 10:00:00", "="],
)  # fmt: skip
def test_een_valkuil_van_yaml_1_1_is_een_fout_met_het_advies_van_aanhalingstekens(
    woord: str, puur: bool
) -> None:
    [bevinding] = read_yaml(f"a:\n  - {woord}\n", "x.yaml", puur=puur).bevindingen
    assert bevinding.code == "VP113"
    assert (bevinding.plaats.regel, bevinding.plaats.kolom) == (2, 5)
    assert "aanhalingstekens" in bevinding.suggestie


@BEIDE
@pytest.mark.parametrize("sleutel", ["no", "12:30", "0123"])
def test_een_valkuil_als_sleutel_is_een_fout_op_de_sleutel(sleutel: str, puur: bool) -> None:
    assert places(f"a: 1\n{sleutel}: 2\n", puur=puur) == [("VP113", 2, 1)]


@given(st.text(alphabet="0123456789+-.:_eExboTZ nulyofar~=", max_size=12))
@settings(max_examples=300)
def test_wat_yaml_1_1_anders_leest_dan_wij_is_altijd_een_valkuil(woord: str) -> None:
    """Held against PyYAML's own table of YAML 1.1: what is no text there, we refuse or read alike."""
    woord = woord.strip()
    tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, woord, (True, False))
    try:
        waarde = resolve(woord)
    except Valkuil:
        return
    soort = {
        "tag:yaml.org,2002:int": int,
        "tag:yaml.org,2002:float": Decimal,
        "tag:yaml.org,2002:bool": bool,
        "tag:yaml.org,2002:null": type(None),
        "tag:yaml.org,2002:timestamp": date,
    }.get(tag, str)
    if soort is str and isinstance(waarde, Decimal):
        soort = Decimal  # «+.5»: a number in 1.2, text for PyYAML
    assert type(waarde) is soort


@BEIDE
@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("a: 1\nb: 2\na: 3\n", [("VP110", 3, 1)]),
        ("1: a\n+1: b\n", [("VP110", 2, 1)]),
        ("a: {<<: {b: 1}}\n", [("VP111", 1, 5)]),
        ("a: !!binary aGk=\n", [("VP112", 1, 4)]),
        ("a: !eigen {b: 1}\n", [("VP112", 1, 4)]),
        ("a: ! 5\n", [("VP112", 1, 4)]),
        ("a: &x ! 5\n", [("VP112", 1, 4)]),
        ('a: "\\e[31m"\n', [("VP104", 1, 4)]),
        ('a: "\\u202e"\n', [("VP104", 1, 4)]),
        ("a: " + "9" * 5000 + "\n", [("VP114", 1, 4)]),
        ("a: 0." + "9" * 5000 + "\n", [("VP114", 1, 4)]),
        ("? [a, b]\n: 1\n", [("VP115", 1, 3)]),
        ("? {a: b}\n: 1\n", [("VP115", 1, 3)]),
        ("true: 1\n", [("VP115", 1, 1)]),
        ("2026-01-01: 1\n", [("VP115", 1, 1)]),
        ("a: 1\n---\nb: 2\n", [("VP107", 2, 1)]),
        ("", [("VP106", 1, 1)]),
        ("# niets\n", [("VP106", 1, 1)]),
        ("a: *b\n", [("VP105", 1, 4)]),
        ("a: b: c\n", [("VP105", 1, 5)]),
        ("a:\n\tb: 1\n", [("VP105", 2, 1)]),
        ("a: &x [*x]\n", [("VP109", 1, 4)]),
        ("a: \x00\n", [("VP104", 1, 4)]),
        ("a: x\u2028y\n", [("VP104", 1, 5)]),
    ],
)  # fmt: skip
def test_wat_yaml_toestaat_en_hier_niet_kan_is_een_fout_op_zijn_plaats(
    tekst: str, verwacht: list[tuple[str, int, int]], puur: bool
) -> None:
    assert places(tekst, puur=puur) == verwacht


@BEIDE
def test_alle_fouten_komen_in_een_keer(puur: bool) -> None:
    assert codes("a: no\na: 12:30\nb: !!str x\nc: 1_000\n", puur=puur) == [
        "VP110",
        "VP113",
        "VP113",
        "VP112",
        "VP113",
    ]


def test_een_dubbele_sleutel_wijst_naar_beide_plaatsen() -> None:
    [bevinding] = read_yaml("a: 1\nb: 2\na: 3\n", "x.yaml").bevindingen
    assert str(bevinding.plaats) == "x.yaml:3:1"
    assert [str(v.plaats) for v in bevinding.verwant] == ["x.yaml:1:1"]
    assert bevinding.plaats.regeltekst == "a: 3"


@BEIDE
@pytest.mark.parametrize("begin", ["[", "- ", "{a: ", "? ", "[{a: "])
def test_honderdduizend_haakjes_of_streepjes_zijn_een_fout_en_geen_ramp(begin: str, puur: bool) -> None:
    assert codes(begin * 100_000, puur=puur) == ["VP108"]


def test_diepte_zestig_kan_nog_en_zeventig_niet_meer() -> None:
    assert codes("[" * 60 + "]" * 60) == []
    assert codes("[" * 70 + "]" * 70) == ["VP108"]


@BEIDE
@pytest.mark.parametrize("diep", [63, 64, 65, 66, 200])
def test_de_grens_van_de_diepte_is_overal_dezelfde(diep: int, puur: bool) -> None:
    """Sixty-four lists in each other, the innermost empty, can be; with something in it, or one more, cannot."""
    assert codes("[" * diep + "]" * diep, puur=puur) == ([] if diep <= 64 else ["VP108"])
    assert codes("[" * diep + "1" + "]" * diep, puur=puur) == ([] if diep < 64 else ["VP108"])
    assert codes("- " * diep + "1", puur=puur) == ([] if diep < 64 else ["VP108"])
    blok = "".join(" " * i + "a:\n" for i in range(diep - 1))
    assert codes(blok + " " * diep + "b: 1", puur=puur) == ([] if diep < 64 else ["VP108"])


def test_verwijzingen_die_samen_te_diep_gaan_zijn_een_fout() -> None:
    tekst = "a: &a " + "[" * 40 + "x" + "]" * 40 + "\nb: " + "[" * 40 + "*a" + "]" * 40
    assert codes(tekst) == ["VP108"]


STEIL = st.lists(
    st.sampled_from(["- ", "? ", "a: ", "[", "{", "\n", "\n ", "\n- ", "\n  ", ": ", "\n? "]),
    min_size=1,
    max_size=60,
)


@given(STEIL.map("".join))
@settings(max_examples=400)
def test_wat_niet_diep_kan_zijn_is_het_ook_niet(tekst: str) -> None:
    """The bound that lets a text be read without counting: real depth is never more than it says."""
    grens = tekst.count("[") + tekst.count("{") + 2 * max(map(len, tekst.split("\n")))
    teller = Teller(tekst)
    with contextlib.suppress(yaml.YAMLError, yaml_parser.TeDiep):
        teller.get_single_node()
    assert teller.meest <= grens + 1
    assert teller.knopen <= 3 * len(tekst) + 1


class Teller(yaml_parser._PureParser):
    """The pure parser, that remembers how deep it was."""

    meest = 0

    def descend_resolver(self, ouder: Any, index: object) -> None:
        super().descend_resolver(ouder, index)
        self.meest = max(self.meest, self.diepte)


def test_een_miljard_keer_lachen_met_verwijzingen_is_een_fout() -> None:
    tekst = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 40))
    assert codes(tekst) == ["VP109"]


def test_een_gewone_verwijzing_mag() -> None:
    bron = read_yaml("a: &x [1, 2]\nb: *x\n", "x.yaml")
    assert (bron.waarde, bron.bevindingen) == ({"a": [1, 2], "b": [1, 2]}, ())


def test_te_veel_waarden_is_een_fout() -> None:
    assert codes("[" + "1," * 200_001 + "]") == ["VP109"]


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"\xff\xfea\x00:\x00 \x001\x00", "VP103"),
        (b"\xfe\xff\x00a\x00:", "VP103"),
        (b"a\x00:\x00 \x001\x00", "VP103"),
        (b"a: caf\xe9\n", "VP103"),
        (b"\xef\xbb\xbfa: 1\n", "VP103"),
        (b"a: \x1b[31m\n", "VP104"),
    ],
)
def test_andere_tekens_dan_gewone_utf8_zijn_een_fout(inhoud: bytes, code: str) -> None:
    assert codes(inhoud) == [code]


def test_na_een_bom_wordt_er_verder_gezocht() -> None:
    assert codes(b"\xef\xbb\xbfa: no\n") == ["VP103", "VP113"]


def test_een_bestand_van_een_gigabyte_wordt_geweigerd_zonder_het_te_lezen(tmp_path: Path) -> None:
    groot = tmp_path / "groot.yaml"
    with groot.open("wb") as bestand:
        bestand.truncate(1024**3)  # takes no room on disk
    assert [b.code for b in read_file(groot).bevindingen] == ["VP102"]
    assert codes(b"a" * (MAX_BYTES + 1)) == ["VP102"]


@pytest.mark.parametrize("naam", ["bestaat-niet.yaml", ".", "a\0b", "x" * 5000, "bestaat-niet.yaml/onder"])
def test_een_bestand_dat_niet_te_lezen_is_geeft_een_fout_in_het_nederlands(naam: str, tmp_path: Path) -> None:
    [bevinding] = read_file(os.path.join(tmp_path, naam), "x.yaml").bevindingen
    assert bevinding.code == "VP101"
    assert bevinding.uitleg.startswith("Dit bestand kan niet worden gelezen.")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="dit systeem heeft geen /dev/zero")
def test_een_apparaat_is_geen_bestand() -> None:
    assert [b.code for b in read_file("/dev/zero").bevindingen] == ["VP101"]


def test_de_kaart_wijst_waarde_en_sleutel_aan() -> None:
    kaart = read_yaml("a:\n  - b: één\n    'c': [1, 22]\n", "x.yaml").kaart
    assert str(kaart.value(("a", 0, "b"))) == "x.yaml:2:8"
    assert str(kaart.key(("a", 0, "c"))) == "x.yaml:3:5"
    plaats = kaart.value(("a", 0, "c", 1))
    assert (plaats.regel, plaats.kolom, plaats.eind_kolom) == (3, 14, 16)
    assert kaart.value(("a", 7)) is None
    assert str(kaart.nearest(("a", 0, "zoek"))) == "x.yaml:2:5"


def test_na_het_lezen_staat_het_opruimen_van_geheugen_weer_zoals_het_stond() -> None:
    assert gc.isenabled()
    read_yaml("a: [", "x.yaml")
    assert gc.isenabled()
    gc.disable()
    try:
        read_yaml("a: 1", "x.yaml")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_libyaml_doet_wat_wij_ervan_verwachten() -> None:
    """The private parser that speed rests on: it calls our three methods and keeps places."""
    if yaml_parser.CParser is None:
        pytest.skip("deze PyYAML heeft geen libyaml; de terugval wordt gebruikt")
    knoop = yaml_parser.compose("a: [b, 'c']\n")
    [(sleutel, rij)] = knoop.value
    assert (sleutel.tag, sleutel.style, rij.start_mark.column, rij.value[1].style) == (None, "", 3, "'")


def test_zonder_libyaml_werkt_alles_ook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_parser, "CParser", None)
    assert yaml_source.read_yaml("{tekst: Sinds wanneer?, type: datum}", "x").waarde == {
        "tekst": "Sinds wanneer?",
        "type": "datum",
    }


STUKKEN = st.sampled_from(
    ["a: ", "b: ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "x", "nee", "no", "12", "1.5", "'x'", '"y"',
     "# z", "?", ": ", "wat nu?", "!", "&k ", "*k", "|\n", ">\n", "é", "\t", "---\n", "2026-01-01", "\\", "%"]
)  # fmt: skip


@given(st.lists(STUKKEN, max_size=25).map("".join))
@settings(max_examples=400)
def test_beide_lezers_geven_hetzelfde_of_weigeren_beide(tekst: str) -> None:
    """Values and findings are the same. Only what they call a mistake may differ, in a text that both refuse."""
    snel, puur = read_yaml(tekst, "x"), read_yaml(tekst, "x", puur=True)
    if {"VP105", "VP106", "VP107"} & {b.code for b in (*snel.bevindingen, *puur.bevindingen)}:
        assert snel.bevindingen
        assert puur.bevindingen
    elif "?" in tekst:  # an empty key has no place that readers agree on
        snel_codes, puur_codes = ([b.code for b in bron.bevindingen] for bron in (snel, puur))
        assert (snel.waarde, snel_codes) == (puur.waarde, puur_codes)
    else:
        assert (snel.waarde, snel.bevindingen) == (puur.waarde, puur.bevindingen)


@BEIDE
@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("a: x\t\n", "x"),
        ("a:\tx\n", "x"),
        ("a: x\ty\n", "x\ty"),
        ("a: x\t# weg\n", "x"),
        ("a: [x\t, y]\n", ["x", "y"]),
        ("a: x\n  \ty\n", "x y"),
        ("a: x\t\n\n  y\n", "x\ny"),
    ],
)
def test_een_tab_achter_of_in_een_tekst_mag_zoals_in_yaml_1_2(tekst: str, waarde: Any, puur: bool) -> None:
    bron = read_yaml(tekst, "x", puur=puur)
    assert (bron.waarde, bron.bevindingen) == ({"a": waarde}, ())


@BEIDE
@pytest.mark.parametrize(
    "tekst", ["%---\n---\na: 1\n", "%ANDERS x\n---\na: 1\n", "a:\n  - b\n\t- c\n", "\ta: 1\n"]
)
def test_een_onbekende_opdracht_en_een_tab_vooraan_zijn_bij_beide_lezers_een_fout(
    tekst: str, puur: bool
) -> None:
    assert codes(tekst, puur=puur) == ["VP105"]


@BEIDE
@pytest.mark.parametrize(("tekst", "eind"), [("!a: a: ", 6), ("- !a b:   ", 7), ("!x {a: b}  ", 10)])
def test_een_tag_is_een_fout_met_een_plaats_tot_het_laatste_teken(tekst: str, eind: int, puur: bool) -> None:
    """One fault for one tag, also where it stands before the first key; spaces behind it do not count."""
    [bevinding] = read_yaml(tekst, "x", puur=puur).bevindingen
    assert bevinding.code == "VP112"
    assert bevinding.plaats is not None
    assert bevinding.plaats.eind_kolom == eind


ENGELS = (
    "expected",
    "found",
    "while",
    "token",
    "mapping",
    "sequence",
    "character",
    "allowed",
    "block",
    "Error",
    "input",
)


@given(st.one_of(st.binary(max_size=200), st.lists(STUKKEN, max_size=25).map("".join), st.text(max_size=60)))
@settings(max_examples=400)
def test_wat_er_ook_in_een_bestand_staat_de_woorden_zijn_nederlands(inhoud: bytes | str) -> None:
    lees: Callable[[bool], Any] = lambda puur: read_yaml(inhoud, "x", puur=puur)  # noqa: E731 - twice the same
    for bevinding in (*lees(False).bevindingen, *lees(True).bevindingen):
        assert bevinding.plaats is not None
        woorden = (bevinding.uitleg + " " + (bevinding.suggestie or "")).replace("tokens", "")
        assert not [w for w in ENGELS if f" {w} " in f" {woorden} "]
