"""Een logo: alleen een gewoon PNG- of JPEG-bestand in de eigen map, en daarvan alleen de beeldpunten."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from veiligheidsplan.bevinding import Bevinding
from veiligheidsplan.loading.beeld import MAX_BYTES, dimensions, load_picture
from veiligheidsplan.plan.document import Beeld


def picture(
    soort: str = "PNG", maat: tuple[int, int] = (60, 20), kleur: str = "#005f3c", vorm: str = "RGB"
) -> bytes:
    uit = io.BytesIO()
    Image.new(vorm, maat, kleur).save(uit, soort)
    return uit.getvalue()


def load(map_: Path, inhoud: bytes, naam: str = "logo.png") -> Beeld | Bevinding:
    (map_ / naam).write_bytes(inhoud)
    return load_picture(map_, naam, "Het logo")


@pytest.mark.parametrize(
    ("soort", "naam"), [("PNG", "logo.png"), ("JPEG", "logo.jpg"), ("JPEG", "logo.JPEG")]
)
def test_een_gewoon_logo_wordt_gelezen(soort: str, naam: str, tmp_path: Path) -> None:
    beeld = load(tmp_path, picture(soort), naam)
    assert isinstance(beeld, Beeld)
    assert (beeld.breedte, beeld.hoogte, len(beeld.rgb)) == (60, 20, 3600)


def test_wat_doorzichtig_is_wordt_wit(tmp_path: Path) -> None:
    beeld = load(tmp_path, picture(vorm="RGBA", kleur="#00000000"))
    assert isinstance(beeld, Beeld)
    assert set(beeld.rgb) == {255}


def test_van_een_bestand_blijven_alleen_de_beeldpunten(tmp_path: Path) -> None:
    """Hetzelfde beeld met en zonder een geheime tekst erin is daarna gelijk."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "Kerkstraat 12")
    uit = io.BytesIO()
    Image.new("RGB", (60, 20), "#005f3c").save(uit, "PNG", pnginfo=info)
    assert load(tmp_path, uit.getvalue()) == load(tmp_path, picture())


def test_een_groot_logo_wordt_kleiner(tmp_path: Path) -> None:
    beeld = load(tmp_path, picture(maat=(1600, 400)))
    assert isinstance(beeld, Beeld)
    assert (beeld.breedte, beeld.hoogte) == (800, 200)


@pytest.mark.parametrize(
    "naam",
    [
        "../geheim.png",
        "/etc/passwd",
        "C:\\logo.png",
        "beeld\\logo.png",
        "a/b/c.png",
        "logo.svg",
        "logo.png\x00.txt",
        "logo",
        "-rf.png",
        ".png",
        "",
        "https://voorbeeld.invalid/logo.png",
        "beeld/../../geheim.png",
        "x" * 200 + ".png",
    ],
)
def test_een_naam_die_ergens_anders_heen_wijst_wordt_niet_gelezen(naam: str, tmp_path: Path) -> None:
    (tmp_path / "geheim.png").write_bytes(picture())
    map_ = tmp_path / "een" / "map"
    map_.mkdir(parents=True)
    gezien = load_picture(map_, naam, "Het logo")
    assert isinstance(gezien, Bevinding)
    assert gezien.code == "VP625"


@pytest.mark.skipif(os.name == "nt", reason="een koppeling maken mag op Windows niet zomaar")
def test_een_koppeling_naar_buiten_en_een_pijp_worden_niet_gelezen(tmp_path: Path) -> None:
    map_ = tmp_path / "map"
    map_.mkdir()
    (tmp_path / "geheim.png").write_bytes(picture())
    (map_ / "logo.png").symlink_to(tmp_path / "geheim.png")
    os.mkfifo(map_ / "pijp.png")
    gezien = [load_picture(map_, n, "Het logo") for n in ("logo.png", "pijp.png")]
    assert [b.code for b in gezien if isinstance(b, Bevinding)] == ["VP625", "VP625"]


def test_een_bom_van_beeldpunten_wordt_aan_de_kop_herkend(tmp_path: Path) -> None:
    """Een klein bestand dat zegt 30.000 bij 30.000 punten te zijn, wordt niet uitgepakt."""
    kop = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    blok = b"IHDR" + kop
    bom = (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + blok + struct.pack(">I", zlib.crc32(blok)) + b"\0" * 40
    )
    gezien = load(tmp_path, bom)
    assert isinstance(gezien, Bevinding)
    assert gezien.code == "VP627"


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"", "VP626"),
        (b"<svg onload='x'/>", "VP626"),
        (b"GIF89a" + b"\0" * 50, "VP626"),
        (picture()[:50], "VP626"),
        (picture()[:-30], "VP626"),
        (b"\xff\xd8\xff" + b"\0" * 50, "VP626"),
        (picture() + b"x" * MAX_BYTES, "VP627"),
        (picture(maat=(4, 4)), "VP627"),
    ],
)
def test_wat_geen_heel_beeld_van_een_gewone_maat_is_wordt_geweigerd(
    inhoud: bytes, code: str, tmp_path: Path
) -> None:
    gezien = load(tmp_path, inhoud)
    assert isinstance(gezien, Bevinding)
    assert gezien.code == code


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plek=st.integers(0, 400), waarde=st.integers(0, 255), jpeg=st.booleans())
def test_een_beschadigd_beeld_geeft_een_beeld_of_een_bevinding(
    plek: int, waarde: int, jpeg: bool, tmp_path: Path
) -> None:
    inhoud = bytearray(picture("JPEG" if jpeg else "PNG"))
    inhoud[plek % len(inhoud)] = waarde
    gezien = load(tmp_path, bytes(inhoud))
    assert isinstance(gezien, Beeld) or gezien.code in ("VP626", "VP627")


@given(st.binary(max_size=200))
def test_de_maat_van_willekeurige_bytes_is_een_maat_of_niets(inhoud: bytes) -> None:
    for kop in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"):
        maat = dimensions(kop + inhoud)
        assert maat is None or all(m >= 0 for m in maat)
