"""De handleiding voor gemeenten wordt gedaan zoals zij er staat: van een lege map tot een PDF met logo en kleuren.

``WERK_HANDLEIDING_BIJ=1 pytest tests/cli/test_voor_gemeenten.py`` schrijft de uitvoer in de bladzijde opnieuw.
"""

from __future__ import annotations

import io
import os
import re
import shlex
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image
from tests.export.structuur import check

from veiligheidsplan.cli.start import main

BLADZIJDE = Path(__file__).parents[2] / "docs" / "voor-gemeenten" / "index.md"
BLOK = re.compile(
    r"^`(?P<pad>[\w./-]+)`\n\n```json\n(?P<inhoud>.*?)^```$"
    r"|^`(?P<logo>[\w./-]+)`: zet hier uw logo$"
    r"|^`(?P<waar>[\w./-]+)`: maak van `(?P<oud>[^`]+)` nu `(?P<nieuw>[^`]+)`$"
    r"|^```console\n\$ veiligheidsplan (?P<opdracht>[^\n]+)\n(?P<uitvoer>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
GROEN = (0, 89, 76)


@pytest.fixture
def gedaan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[Path, str]:
    """De map na alle stappen, en de bladzijde met de uitvoer die er nu echt kwam."""
    monkeypatch.chdir(tmp_path)

    def follow(blok: re.Match[str]) -> str:
        if not blok["opdracht"]:
            do(blok)
            return blok[0]
        assert main(shlex.split(blok["opdracht"])) == 0, capsys.readouterr()
        uit = capsys.readouterr()
        return f"```console\n$ veiligheidsplan {blok['opdracht']}\n{uit.out}{uit.err}```"

    return tmp_path, BLOK.sub(follow, BLADZIJDE.read_text(encoding="utf-8"))


def do(blok: re.Match[str]) -> None:
    """Maak een bestand, zet een logo neer, of verander één plek; een wijziging die niet kan, faalt."""
    if blok["pad"]:
        Path(blok["pad"]).write_text(blok["inhoud"], encoding="utf-8")
    elif blok["logo"]:
        Path(blok["logo"]).parent.mkdir()
        Image.new("RGB", (300, 100), GROEN).save(blok["logo"])
    else:
        tekst = Path(blok["waar"]).read_text(encoding="utf-8")
        assert tekst.count(blok["oud"]) == 1, blok["oud"]
        Path(blok["waar"]).write_text(tekst.replace(blok["oud"], blok["nieuw"]), encoding="utf-8")


def test_wie_de_bladzijde_volgt_krijgt_wat_zij_belooft(gedaan: tuple[Path, str]) -> None:
    _, tekst = gedaan
    if os.environ.get("WERK_HANDLEIDING_BIJ"):
        BLADZIJDE.write_text(tekst, encoding="utf-8")
    assert tekst == BLADZIJDE.read_text(encoding="utf-8")


def test_de_pdf_van_de_bladzijde_heeft_logo_kleuren_vraag_en_volgorde(gedaan: tuple[Path, str]) -> None:
    """Het logo heeft tekst, de eigen sectie staat na de afspraken, de vraag voor professionals nergens."""
    inhoud = (gedaan[0] / "proef.pdf").read_bytes()
    assert check(inhoud) == []
    tekst = "\n".join(b.extract_text() for b in pypdf.PdfReader(io.BytesIO(inhoud)).pages)
    plekken = [
        tekst.index(t)
        for t in ("Wat we nu afspreken", "Hulp in uw buurt", "Wie dit plan bewaakt", "Wie u kunt bellen")
    ]
    assert plekken == sorted(plekken)
    assert "Team Oost" in tekst
    assert "Weken wachten" not in tekst
    assert "In Tiel is dat Veilig Thuis Gelderland-Zuid" in " ".join(tekst.split())
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        beelden = [
            o.read_bytes()[:3]
            for o in pdf.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        ]
        alt = [str(o["/Alt"]) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
        bladen = b"".join(b"\n" + p.Contents.read_bytes() for p in pdf.pages)
    assert beelden == [bytes(GROEN)]
    assert "Het logo van Tiel" in alt
    assert re.search(rb"\n0 \.34902 \.298039 rg", bladen), "de kleur van de gemeente"


def test_de_vraag_voor_professionals_staat_op_de_kopie_voor_professionals(gedaan: tuple[Path, str]) -> None:
    lezer = pypdf.PdfReader(gedaan[0] / "proef-intern.pdf")
    tekst = "\n".join(b.extract_text() for b in lezer.pages)
    assert "Weken wachten" in tekst
    assert "Wie doet wat in Tiel" in tekst
