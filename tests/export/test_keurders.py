"""Anderen keuren mee: qpdf, de keuring van pikepdf (PDF/A-2b) en die van PDFBox (PDF/A-1b)."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import pdfa

from tests.export.proefletters import letters
from tests.export.soorten import SOORTEN, made, without_fields
from tests.export.voorbeeld import blokken, document
from veiligheidsplan.export import render
from veiligheidsplan.plan.document import Alinea

_JAVA = Path("/usr/share/java")
_POTTEN = (
    "preflight",
    "pdfbox2",
    "fontbox2",
    "xmpbox",
    "commons-logging",
    "commons-io",
    "javax.activation",
    "jaxb-api",
)
_GEEN_PREFLIGHT = not shutil.which("java") or any(not (_JAVA / f"{p}.jar").exists() for p in _POTTEN)
# What pikepdf does not know: the extension schema that PDF/A asks for PDF/UA's own property, and level A.
_ONTERECHT = (
    "XMP namespace pdfaExtension=", "XMP namespace pdfaSchema=", "XMP namespace pdfaProperty=",
    "XMP property pdfaExtension:schemas is not permitted", "XMP property pdfuaid:part is not permitted",
    "pdfaid:conformance is 'A', expected 'B'",
)  # fmt: skip


def bare(naam: str) -> bytes:
    """A kind of document with its places to sign on paper only."""
    maak = SOORTEN[naam]()
    return render(replace(maak, blokken=without_fields(maak.blokken)))


def findings(pdf: bytes) -> list[str]:
    """What pikepdf's own validator says against a file, less its known false alarms."""
    rapport = pdfa.validate_written(io.BytesIO(pdf), "2b")
    return [str(f) for f in rapport.findings if not f.message.startswith(_ONTERECHT)]


@pytest.mark.parametrize("naam", SOORTEN)
def test_pikepdf_keurt_elk_document_zonder_velden_goed_als_pdfa_2b(naam: str) -> None:
    """Een keuring die alles weigert wat zij niet kent: er blijft niets over."""
    assert findings(bare(naam)) == []


def test_pikepdf_weigert_alleen_om_velden_wat_velden_heeft() -> None:
    """Een exemplaar met plaatsen om digitaal te tekenen: elke bevinding gaat over het formulier."""
    over = findings(made("kort"))
    assert over
    assert [f for f in over if "AcroForm" not in f and "Widget" not in f and "/Sig" not in f] == []


@pytest.mark.skipif(_GEEN_PREFLIGHT, reason="java of PDFBox preflight is hier niet geïnstalleerd")
def test_pdfbox_keurt_een_1b_van_dezelfde_inhoud_goed(tmp_path: Path) -> None:
    """Dezelfde bytes met «1.4», deel 1 en niveau B: een ander programma vindt er niets op aan te merken."""
    rij = (*without_fields(blokken()), Alinea("Ŵélčömé → ✓ ሰላም Ελλάδα Привет €"))
    heel = document(blokken=rij)
    inhoud = _as_1b(render(heel))
    (tmp_path / "1b.pdf").write_bytes(inhoud)
    eigen = replace(heel, huisstijl=replace(heel.huisstijl, letters=letters()))
    (tmp_path / "eigen.pdf").write_bytes(_as_1b(render(eigen)))
    (tmp_path / "fout.pdf").write_bytes(inhoud.replace(b"/OutputIntents", b"/OutputIntentz"))
    klassen = ":".join(str(_JAVA / f"{p}.jar") for p in _POTTEN)
    opdracht = ["java", "-Xshare:auto", "-cp", klassen, "org.apache.pdfbox.preflight.Validator_A1b"]
    uit = {
        naam: subprocess.run(
            [*opdracht, str(tmp_path / naam)], capture_output=True, text=True, check=False
        ).stdout
        for naam in ("1b.pdf", "eigen.pdf", "fout.pdf")
    }
    assert "is a valid PDF/A-1b file" in uit["1b.pdf"], uit["1b.pdf"]
    assert "is a valid PDF/A-1b file" in uit["eigen.pdf"], uit["eigen.pdf"]
    assert "is not a valid PDF/A-1b file" in uit["fout.pdf"]


def _as_1b(inhoud: bytes) -> bytes:
    for van, naar in (
        (b"%PDF-1.7", b"%PDF-1.4"),
        (b":part>2<", b":part>1<"),
        (b"conformance>A", b"conformance>B"),
    ):
        assert inhoud.count(van) == 1
        inhoud = inhoud.replace(van, naar)
    return inhoud


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is hier niet geïnstalleerd")
def test_qpdf_vindt_in_geen_enkel_soort_een_fout(tmp_path: Path) -> None:
    """Nog een programma leest elk bestand van begin tot eind zonder klacht."""
    for naam in SOORTEN:
        (tmp_path / "a.pdf").write_bytes(made(naam))
        uit = subprocess.run(
            ["qpdf", "--check", tmp_path / "a.pdf"], capture_output=True, text=True, check=False
        )
        assert uit.returncode == 0, naam + uit.stdout + uit.stderr
