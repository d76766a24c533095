"""Een vraag op papier: de woorden staan er, de ruimte voor een pen ook, en een computer leest haar zonder vakjes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.export.inhoud import paginatekst
from tests.export.structuur import check
from tests.export.voorbeeld import document
from veiligheidsplan.export import as_lines, render
from veiligheidsplan.plan.document import Invulveld, Kop

VELDEN = (
    Kop("Op dit moment"),
    Invulveld("Slaapt iedereen goed?", "1", ("Denk aan vannacht.",), ("Ja", "Nee", "Weet niet")),
    Invulveld(
        "Hoe rustig is het thuis?",
        "2",
        (),
        ("Weet niet",),
        tuple(map(str, range(11))),
        ("heel druk", "heel rustig"),
    ),
    Invulveld("Wat helpt?", "3", (), (), regels=3),
    Invulveld(
        "Waar gaat het over?", "", (), tuple(f"Een antwoord met veel woorden, nummer {n}" for n in range(60))
    ),
)


def test_elke_vraag_staat_met_haar_antwoorden_in_een_sluitende_pdf() -> None:
    """Koppen, lijsten en figuren sluiten, ook als een vraag over een blad heen loopt."""
    pdf = render(document(blokken=VELDEN))
    assert check(pdf) == []
    tekst = " ".join("\n".join(paginatekst(pdf)).split())
    for woord in ("1 Slaapt iedereen goed?", "Denk aan vannacht.", "Weet niet", "heel rustig", "nummer 59"):
        assert woord in tekst


def test_een_vraag_blijft_bij_haar_eerste_antwoorden() -> None:
    """Onderaan een blad staat nooit een vraag zonder ruimte voor een antwoord."""
    for boven in range(26):
        vulling = tuple(Invulveld("Vul.", regels=1) for _ in range(boven))
        bladen = paginatekst(
            render(document(blokken=(*vulling, Invulveld("Hoe laat?", keuzes=("Vroeg", "Laat")))))
        )
        blad = next(b for b in bladen if "Hoe laat?" in b)
        assert "Vroeg" in blad
        assert "Laat" in blad


def test_op_een_scherm_en_in_markdown_staat_dezelfde_vraag() -> None:
    """Een vakje is een haak, een schaal is een rij, een lege regel is een streep."""
    regels = as_lines(document(blokken=VELDEN[:4]), 60)
    assert "1 Slaapt iedereen goed?" in regels
    assert "  [ ] Ja" in regels
    assert "  0 1 2 3 4 5 6 7 8 9 10" in regels
    assert regels.count("  " + "_" * 40) == 3
    assert r"- \[ \] Ja" in render(document(blokken=VELDEN[:2]), "markdown").decode()


def test_een_leeg_formulier_noemt_geen_kenmerk() -> None:
    """Zonder kenmerk staat er geen half woord onderaan."""
    pdf = render(document(blokken=VELDEN[:2], kenmerk=""))
    assert "Kenmerk" not in "\n".join(paginatekst(pdf))


@pytest.mark.parametrize("vraag", ["x" * 5000, "<b>vet</b>", "\u202egevaar", "%s {naam}"])
def test_elke_tekst_in_een_vraag_geeft_een_pdf(vraag: str) -> None:
    """Ook wat niemand zo zou typen."""
    veld = Invulveld(vraag, vraag, (vraag,), (vraag,), (vraag,), (vraag, vraag), 2)
    assert check(render(document(blokken=(veld,)))) == []


def test_qpdf_vindt_geen_fout_in_een_formulier(tmp_path: Path) -> None:
    """Een andere lezer opent het bestand zonder klacht."""
    import shutil

    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is hier niet")
    bestand = tmp_path / "formulier.pdf"
    bestand.write_bytes(render(document(blokken=VELDEN)))
    assert subprocess.run(["qpdf", "--check", bestand], capture_output=True, check=False).returncode == 0
