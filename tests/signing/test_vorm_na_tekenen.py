"""Na drie handtekeningen is een plan nog toegankelijk en te bewaren: dezelfde keurders, hetzelfde oordeel."""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from tests.export.structuur import check
from tests.export.test_keurders import findings
from tests.signing.organisatie import key_file
from tests.signing.plan import NU, UUR, WACHTZIN, identiteit, leeg
from veiligheidsplan.signing.sign import sign
from veiligheidsplan.signing.verify import verify

VELDEN = ("partij-1", "partij-2", "partij-3")


@cache
def drie() -> bytes:
    """Three signatures: two made here (EC), one of an organisation (RSA) with its chain."""
    pdf = sign(leeg(*VELDEN), identiteit(), WACHTZIN, veld="partij-1", nu=NU)
    pdf = sign(pdf, identiteit("Wijkteam"), WACHTZIN, veld="partij-2", nu=NU + UUR)
    return sign(pdf, key_file(soort="rsa3072"), WACHTZIN, veld="partij-3", nu=NU + 2 * UUR)


def test_de_keuring_van_pikepdf_vindt_na_drie_handtekeningen_niets_wat_er_niet_over_een_veld_gaat() -> None:
    voor, na = findings(leeg(*VELDEN)), findings(drie())
    assert verify(drie()).goed
    # dat de eerste handtekening iets vastlegt (DocMDP), mag in PDF/A-2; de keuring kent het alleen niet
    veld = ("AcroForm", "Widget", "/Sig", "permissions (/Perms) are not supported")
    assert [f for f in voor if not any(w in f for w in veld)] == []
    assert [f for f in na if not any(w in f for w in veld)] == []


def test_de_eigen_controle_van_pdf_ua_en_pdf_a_vindt_voor_en_na_niets() -> None:
    assert check(leeg(*VELDEN)) == check(drie()) == []


def test_versie_catalogus_en_metadata_blijven_en_elk_lettertype_zit_erin() -> None:
    with pikepdf.open(io.BytesIO(drie())) as na, pikepdf.open(io.BytesIO(leeg(*VELDEN))) as voor:
        assert na.pdf_version == "1.7"
        assert set(na.Root.keys()) - set(voor.Root.keys()) == {"/Perms"}
        assert na.Root.Metadata.read_bytes() == voor.Root.Metadata.read_bytes()
        beschrijvingen = [
            o for o in na.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
        ]
        assert len(beschrijvingen) >= 4
        assert all("/FontFile2" in b for b in beschrijvingen)


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is hier niet geïnstalleerd")
def test_qpdf_leest_het_van_begin_tot_eind(tmp_path: Path) -> None:
    (tmp_path / "drie.pdf").write_bytes(drie())
    uit = subprocess.run(["qpdf", "--check", str(tmp_path / "drie.pdf")], capture_output=True, check=False)
    assert uit.returncode == 0, uit.stdout + uit.stderr
