"""Een eigen lettertype: alleen heel TrueType uit de eigen map, met elke letter die een plan nodig heeft."""

from __future__ import annotations

import os
import struct
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFile
from tests.export.proefletters import klein, letterbeelden, noto, put, renamed, rows, spits

from veiligheidsplan.loading.letter_bouw import Letterbeeld
from veiligheidsplan.loading.letter_keuring import NODIG
from veiligheidsplan.loading.letter_omtrek import Omtrek, outline
from veiligheidsplan.loading.letter_sfnt import characters, directory, open_source
from veiligheidsplan.loading.letterbestand import MAX_BYTES, convert, load_letters
from veiligheidsplan.plan.document import Letters

BEIDE = {"gewoon": "letters/gewoon.ttf", "vet": "letters/vet.ttf"}


def load(
    map_: Path, gewoon: bytes, vet: bytes | None = None
) -> tuple[Letters | None, list[tuple[str, object]]]:
    """Wat er van twee bestanden komt: de letters, en van elke bevinding de code en de plek."""
    (map_ / "letters").mkdir(exist_ok=True)
    (map_ / "letters" / "gewoon.ttf").write_bytes(gewoon)
    (map_ / "letters" / "vet.ttf").write_bytes(klein(vet=True) if vet is None else vet)
    letters, gezien = load_letters(map_, BEIDE)
    assert all(b.uitleg.endswith((".", "…")) or b.code in ("VP645", "VP647") for b in gezien)
    assert all(b.suggestie for b in gezien)
    return letters, [(b.code, b.pad[-1]) for b in gezien]


def test_een_gewoon_en_een_vet_bestand_worden_gelezen(tmp_path: Path) -> None:
    letters, gezien = load(tmp_path, noto(), noto(True))
    assert gezien == []
    assert letters is not None
    assert letters.gewoon != letters.vet


def test_de_letters_zijn_gelijk_aan_die_van_het_bestand() -> None:
    """Elke omtrek en elke breedte, ook van letters die uit delen bestaan, gelezen door een ander programma."""
    uit = convert(noto(), "Huisstijl", 400)
    assert isinstance(uit[1], bytes)
    oud, nieuw = TTFontFile(BytesIO(noto()), validate=0), TTFontFile(BytesIO(uit[1]), validate=0)
    assert set(NODIG) <= set(nieuw.charToGlyph)
    assert {c: round(oud.charWidths[c], 6) for c in NODIG} == {
        c: round(nieuw.charWidths[c], 6) for c in NODIG
    }
    bronnen = [(b, characters(b.tabellen["cmap"], NODIG) or {}) for b in map(_source, (noto(), uit[1]))]
    een, ander = ([outline(b, g[c]) for c in NODIG] for b, g in bronnen)
    assert een == ander


def _source(inhoud: bytes):  # type: ignore[no-untyped-def]
    return open_source(directory(inhoud))


def test_van_een_bestand_blijven_alleen_de_letters() -> None:
    """Geen naam van de maker, geen programma voor de letter, geen tabel die niemand kent."""
    uit = convert(noto(), "Huisstijl", 400)[1]
    assert isinstance(uit, bytes)
    assert sorted(rows(uit)) == [
        b"OS/2", b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name", b"post",
    ]  # fmt: skip
    assert "Noto".encode("utf-16-be") in noto()
    assert "Noto".encode("utf-16-be") not in uit


def test_hetzelfde_bestand_geeft_dezelfde_bytes() -> None:
    een = convert(klein(), "Huisstijl", 400)
    convert.cache_clear()
    assert convert(klein(), "Huisstijl", 400) == een


CMAP_SYMBOOL = put(klein(), b"cmap", 4, struct.pack(">HH", 3, 0))
SOORTEN: dict[str, tuple[bytes, str]] = {
    "PostScript-letters": (b"OTTO" + klein()[4:], "VP642"),
    "voor websites": (b"wOF2" + bytes(60), "VP642"),
    "voor websites, de oude soort": (b"wOFF" + bytes(60), "VP642"),
    "een verzameling": (b"ttcf" + bytes(60), "VP642"),
    "variabel": (renamed(klein(), b"post", b"fvar"), "VP642"),
    "zonder TrueType-letters": (renamed(klein(), b"glyf", b"CFF "), "VP642"),
    "leeg": (b"", "VP643"),
    "een tekst": (b"geen lettertype", "VP643"),
    "afgebroken": (klein()[:-2000], "VP643"),
    "alleen een kop": (klein()[:20], "VP643"),
    "zonder maten": (renamed(klein(), b"hmtx", b"hxxx"), "VP643"),
    "een letter buiten het bestand": (put(klein(), b"loca", 8, b"\xff" * 4), "VP643"),
    "mag niet in een document": (put(klein(), b"OS/2", 8, b"\0\x02"), "VP644"),
    "mag niet in delen": (put(klein(), b"OS/2", 8, b"\x01\x04"), "VP644"),
    "mag alleen als beeld": (put(klein(), b"OS/2", 8, b"\x02\x00"), "VP644"),
    "zegt niet of het mag": (renamed(klein(), b"OS/2", b"OS/3"), "VP644"),
    "zonder é": (klein({ord("é"): None}), "VP645"),
    "zonder euro": (klein({ord("€"): None}), "VP645"),
    "een onzichtbare letter": (klein({ord("n"): Letterbeeld(Omtrek(), 500)}), "VP645"),
    "alleen symbolen": (CMAP_SYMBOOL, "VP646"),
    "een maat van nul": (put(klein(), b"head", 18, b"\0\0"), "VP647"),
    "een letter zonder breedte": (klein({ord("e"): Letterbeeld(spits().omtrek, 0)}), "VP647"),
    "een letter over drie regels": (klein({ord("e"): spits(500, 3000)}), "VP647"),
    "een letter over haar buren": (klein({ord("e"): Letterbeeld(spits(2400).omtrek, 500)}), "VP647"),
    "een spatie zonder breedte": (klein({0x20: Letterbeeld(Omtrek(), 0)}), "VP647"),
    "een zeven als een een": (klein({ord("7"): letterbeelden()[ord("1")]}), "VP647"),
    "te groot": (klein() + bytes(MAX_BYTES), "VP641"),
}  # fmt: skip


@pytest.mark.parametrize(("inhoud", "code"), SOORTEN.values(), ids=SOORTEN.keys())
def test_een_bestand_dat_niet_kan_krijgt_een_code_op_zijn_plek(
    inhoud: bytes, code: str, tmp_path: Path
) -> None:
    assert load(tmp_path, inhoud) == (None, [(code, "gewoon")])


def test_beide_bestanden_worden_in_een_keer_bekeken(tmp_path: Path) -> None:
    _, gezien = load(tmp_path, b"x", put(klein(vet=True), b"OS/2", 8, b"\0\x02"))
    assert gezien == [("VP643", "gewoon"), ("VP644", "vet")]


def test_twee_keer_dezelfde_letter_is_geen_vet(tmp_path: Path) -> None:
    assert load(tmp_path, klein(), klein()) == (None, [("VP648", "vet")])


@pytest.mark.parametrize("recht", [0, 4, 8, 6, 12], ids=lambda r: f"fsType {r}")
def test_wat_in_een_document_mag_wordt_gelezen(recht: int) -> None:
    """Vrij, alleen bekijken, ook bewerken; in oude bestanden telt het ruimste van twee."""
    assert isinstance(convert(put(klein(), b"OS/2", 8, struct.pack(">H", recht)), "x", 400)[1], bytes)


@pytest.mark.parametrize("eenheid", [1000, 2048])
def test_de_maat_van_een_lettertype_maakt_niet_uit(eenheid: int) -> None:
    assert isinstance(convert(klein(eenheid=eenheid), "x", 400)[1], bytes)


def test_een_vakje_in_plaats_van_een_letter_telt_niet_als_letter() -> None:
    """Wat eruitziet als het vakje voor «onbekend teken», komt uit het lettertype van het programma."""
    bron = open_source(directory(noto()))
    doos = bron.outline(0)
    code = next(c for c in (0x14B, 0x111, 0x259, 0x3B) if _length(c) >= len(doos))
    begin, _ = _place_of(noto(), code)
    zonder = convert(put(noto(), b"glyf", begin, doos), "x", 400)[1]
    assert isinstance(zonder, bytes)
    assert code in TTFontFile(BytesIO(noto()), validate=0).charToGlyph
    assert code not in TTFontFile(BytesIO(zonder), validate=0).charToGlyph


def _length(code: int) -> int:
    begin, einde = _place_of(noto(), code)
    return einde - begin


def _place_of(bestand: bytes, code: int) -> tuple[int, int]:
    bron = open_source(directory(bestand))
    glyf = (characters(bron.tabellen["cmap"], [code]) or {})[code]
    return bron.plekken[glyf], bron.plekken[glyf + 1]


@pytest.mark.parametrize(
    "naam",
    [
        "", "/dev/zero", "../x.ttf", "a/../../x.ttf", "C:\\x.ttf", "letters/x.ttf\0", "letters/x.svg", "x y.ttf",
        "weg.ttf", "a/b/c.ttf",
    ],
)  # fmt: skip
def test_alleen_een_bestand_in_de_eigen_map_wordt_gelezen(naam: str, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "x.ttf").write_bytes(klein())
    letters, gezien = load_letters(tmp_path / "map", {"gewoon": naam, "vet": naam})
    assert letters is None
    assert [b.code for b in gezien] == ["VP640", "VP640"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="dit systeem heeft geen pijpen")
def test_een_link_naar_buiten_en_een_pijp_worden_niet_gelezen(tmp_path: Path) -> None:
    map_ = tmp_path / "map"
    map_.mkdir()
    (tmp_path / "geheim.ttf").write_bytes(klein())
    (map_ / "link.ttf").symlink_to(tmp_path / "geheim.ttf")
    os.mkfifo(map_ / "pijp.ttf")
    _, gezien = load_letters(map_, {"gewoon": "link.ttf", "vet": "pijp.ttf"})
    assert [b.code for b in gezien] == ["VP640", "VP640"]


CODES = {f"VP64{n}" for n in range(2, 8)}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(st.data())
def test_een_vijandig_bestand_geeft_letters_of_een_bevinding_en_nooit_iets_anders(
    data: st.DataObject,
) -> None:
    """Bytes veranderd op een plek naar keuze, vooral in de tabellen: wat eruit komt, kan altijd getekend worden."""
    heel = bytearray(klein())
    regels = rows(bytes(heel))
    for _ in range(data.draw(st.integers(1, 4))):
        _, begin, lengte = data.draw(st.sampled_from([(0, 0, 12 + 16 * len(regels)), *regels.values()]))
        plek = begin + data.draw(st.integers(0, min(lengte, 400) - 1))
        stuk = data.draw(
            st.sampled_from([b"\xff\xff", b"\0\0", b"\x7f\xff", b"\x80"]) | st.binary(min_size=1, max_size=4)
        )
        heel[plek : plek + len(stuk)] = stuk
    einde = data.draw(st.none() | st.integers(0, len(heel)))
    _usable(bytes(heel[:einde]))


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"\0\1\0\0", b"true", b"\0\1\0\0\0\x09"]))
def test_willekeurige_bytes_zijn_nooit_een_lettertype(ruis: bytes, kop: bytes) -> None:
    assert convert(kop + ruis, "Huisstijl", 400)[0] in CODES


def _usable(inhoud: bytes) -> None:
    uit = convert.__wrapped__(inhoud, "Huisstijl", 400)
    if isinstance(uit[1], bytes):
        lezer = TTFontFile(BytesIO(uit[1]), validate=0)
        assert lezer.makeSubset(sorted(lezer.charToGlyph))
        assert lezer.name == b"Huisstijl"
    else:
        assert uit[0] in CODES


def test_een_letter_die_uit_zichzelf_bestaat_is_beschadigd() -> None:
    """Een deel dat naar zichzelf wijst, of naar zichzelf en nog eens: er komt een einde aan."""
    bestand = klein()
    begin, _ = _place_of(bestand, ord("H"))
    bron = open_source(directory(bestand))
    glyf = (characters(bron.tabellen["cmap"], [ord("H")]) or {})[ord("H")]
    deel = struct.pack(">h4h", -1, 0, 0, 0, 0) + struct.pack(">HHbb", 0x22, glyf, 0, 0) * 3
    assert convert(put(bestand, b"glyf", begin, deel), "x", 400)[0] == "VP643"
