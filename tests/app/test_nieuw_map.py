"""Een nieuwe map voor een instrument: heel en zonder fouten, of er is niets."""

from __future__ import annotations

import errno
import os
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from veiligheidsplan.app import nieuw_map
from veiligheidsplan.app.beproef import try_instrument
from veiligheidsplan.app.nieuw_map import (
    LANGSTE_ID,
    make_folder,
    one_line,
    refusal_of_id,
    suggest_id,
    texts_of,
    title_of,
)
from veiligheidsplan.app.valideer import validate
from veiligheidsplan.loading import laad_instrument

VANDAAG = date(2026, 11, 24)
VOLGEND_JAAR = date(2027, 11, 24)
IDS = st.from_regex(r"[a-z][a-z0-9_-]{0,40}", fullmatch=True)


@settings(max_examples=30, deadline=None)
@given(IDS, st.text(max_size=400), st.text(max_size=40))
@example("null", "'", '"')
@example("true", "a: b # c", "{{titel}}")
@example("no", "- x", "&anker *ster")
@example("weet_niet", "👨‍👩‍👧 ‮om\x1b[31m\x00", "!!tag")
@example("a" * LANGSTE_ID, "x" * 5000, "null")
def test_elke_nieuwe_map_is_zonder_fouten_en_de_tests_bereiken_alles(
    id_: str, titel: str, eigenaar: str
) -> None:
    titel, eigenaar = one_line(titel) or title_of(id_), one_line(eigenaar) or "Een regio"
    if refusal_of_id(id_):
        id_ += "-lijst"
    with tempfile.TemporaryDirectory() as basis:
        doel = Path(basis) / "instrumenten" / id_
        make_folder(doel, texts_of(id_, titel, eigenaar, VOLGEND_JAAR))
        assert validate(doel, VANDAAG) == ()
        proef = try_instrument(doel)
        assert (proef.fouten, proef.mislukt) == ((), 0)
        assert proef.dekking is not None
        assert proef.dekking.procent == 100
        instrument = laad_instrument(doel)
        assert (instrument.id, instrument.titel, instrument.eigenaar) == (id_, titel, eigenaar)


@pytest.mark.parametrize("schijf_vol_bij", [0, 1, 2])
def test_op_een_volle_schijf_blijft_er_niets_half_staan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schijf_vol_bij: int
) -> None:
    """Ook de map «instrumenten» die er eerst niet was, is weer weg."""
    echt, keren = os.fsync, iter(range(9))

    def full(bestand: int) -> None:
        if next(keren) == schijf_vol_bij:
            raise OSError(errno.ENOSPC, "vol")
        echt(bestand)

    monkeypatch.setattr(nieuw_map.os, "fsync", full)
    with pytest.raises(OSError, match="vol"):
        make_folder(tmp_path / "een" / "twee" / "proef", texts_of("proef", "Proef", "Regio", VOLGEND_JAAR))
    assert list(tmp_path.iterdir()) == []


def test_een_map_een_bestand_of_een_lege_verwijzing_die_er_al_is_wordt_nooit_overschreven(
    tmp_path: Path,
) -> None:
    teksten = texts_of("proef", "Proef", "Regio", VOLGEND_JAAR)
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_text("van mij")
    (tmp_path / "wijst").symlink_to(tmp_path / "nergens")
    for naam in ("map", "bestand", "wijst"):
        with pytest.raises(FileExistsError):
            make_folder(tmp_path / naam, teksten)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bestand", "map", "wijst"]
    assert (tmp_path / "bestand").read_text() == "van mij"


@pytest.mark.parametrize(
    ("getypt", "voorstel"),
    [
        ("Rust thuis", "rust-thuis"),
        ("Éénouder_gezin!", "eenouder_gezin"),
        ("2024-check", "check"),
        ("---", None),
        ("安全", None),
        ("../ergens", "ergens"),
    ],
)
def test_een_id_die_niet_kan_krijgt_een_voorstel_dat_wel_kan(getypt: str, voorstel: str | None) -> None:
    assert suggest_id(getypt) == voorstel
    weigering = refusal_of_id(getypt)
    assert weigering is not None
    assert voorstel is None or refusal_of_id(voorstel) is None


@given(st.text(max_size=60))
def test_een_voorstel_voor_een_id_kan_altijd(getypt: str) -> None:
    voorstel = suggest_id(getypt)
    assert voorstel is None or refusal_of_id(voorstel) is None


def test_een_pad_een_te_lange_id_en_een_naam_die_windows_niet_kent_worden_geweigerd() -> None:
    for pad in ("a/b", "../a", "a\\b", "/a"):
        assert "--naar" in str(refusal_of_id(pad))
    assert "hoogstens 80" in str(refusal_of_id("a" * 81))
    assert "Windows" in str(refusal_of_id("nul"))
    assert refusal_of_id("nul-meting") is None
