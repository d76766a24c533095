"""Echte opdrachten rond het oordeel: bevestigen met twee kluizen, vaststellen, corrigeren, een voorval, voorlopig.

Elke opdracht draait als eigen proces, met de antwoorden op de standaardinvoer.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAMMA = (sys.executable, "-m", "veiligheidsplan.cli.start")
NUMMERS = ("112", "0800-2000")


class Kluis:
    """Someone with a vault of their own."""

    def __init__(self, map_: Path, wachtzin: str) -> None:
        map_.mkdir(exist_ok=True)
        self.map, self.zin = map_ / "kluis", map_ / "wachtzin.txt"
        self.zin.write_text(wachtzin + "\n", "utf-8")

    def doe(self, *woorden: str, typ: str = "", code: int = 0, alleen_uit: bool = False) -> str:
        opties = ("--map", str(self.map), "--wachtzin-bestand", str(self.zin))
        uit = subprocess.run(
            [*PROGRAMMA, *woorden, *opties],
            input=typ, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip
        alles = uit.stdout + uit.stderr
        assert "Traceback" not in alles, alles
        assert uit.returncode == code, alles
        return uit.stdout if alleen_uit else alles

    def sleutel(self, naar: Path) -> Path:
        naar.write_text(self.doe("dossier", "sleutel", "--openbaar", alleen_uit=True), "utf-8")
        return naar


@pytest.fixture(scope="module")
def antwoorden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example household in which the professional proposes a lower level, with a name for the second person."""
    from veiligheidsplan.app.omgeving import example_path

    tekst = example_path("gezin").read_text("utf-8")
    lager = "oordeel:\n      besluit: lager\n      niveau: zorgen\n      reden: Hij zit vast.\n      tweede: Nour\n"
    nieuw, aantal = re.subn(r"oordeel:\n +besluit: eens\n", lager, tekst)
    assert aantal == 1
    bestand = tmp_path_factory.mktemp("gezin") / "gezin.yaml"
    bestand.write_text(nieuw, "utf-8")
    return bestand


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory, antwoorden: Path) -> Path:
    """Kim with the dossier, and Nour with an empty vault and access to it."""
    map_ = tmp_path_factory.mktemp("samen")
    kim, nour = (
        Kluis(map_ / "kim", "vier fietsen bij de sloot"),
        Kluis(map_ / "nour", "zes zwanen op het ijs"),
    )
    kim.doe("nieuw", "--antwoorden", str(antwoorden), "--naar", str(map_ / "kopieen"))
    kim.sleutel(map_ / "kim.txt")
    kim.doe("dossier", "sleutel", "--geef", str(nour.sleutel(map_ / "nour.txt")))
    return map_


@pytest.fixture
def map_(begin: Path, tmp_path: Path) -> Path:
    shutil.copytree(begin, tmp_path / "s")
    return tmp_path / "s"


def kim(map_: Path) -> Kluis:
    return Kluis(map_ / "kim", "vier fietsen bij de sloot")


def bevestig(map_: Path, typ: str, code: int = 0) -> str:
    nour = Kluis(map_ / "nour", "zes zwanen op het ijs")
    van = ("--kluis-van", str(map_ / "kim" / "kluis"), "--sleutel-van", str(map_ / "kim.txt"))
    return nour.doe("dossier", "bevestig", "--eenvoudig", *van, typ=typ, code=code)


def test_een_antwoordenbestand_kan_niet_bevestigen(map_: Path) -> None:
    """In het bestand staat «tweede: Nour». Het hoogste niveau blijft gelden, en dat staat er."""
    tekst = kim(map_).doe("toon")
    assert "Niveau: Direct gevaar" in tekst
    assert "geldt pas als de tweede persoon" in " ".join(tekst.split())


def test_de_tweede_persoon_ziet_de_reden_en_bevestigt_met_een_eigen_sleutel(map_: Path) -> None:
    gezien = bevestig(map_, "1\nNour Bakker\n")
    for deel in ("Hij zit vast.", "Ernstige signalen", "bevestigd. Het lagere niveau geldt nu."):
        assert deel in gezien
    tekst = " ".join(kim(map_).doe("toon").split())
    assert "Niveau: Zorgen over de veiligheid nu" in tekst
    assert "Nour Bakker bevestigde dit op" in tekst
    assert "Er wacht in dit dossier geen lager niveau" in bevestig(map_, "", code=1)


def test_nee_zeggen_verandert_niets(map_: Path) -> None:
    assert "Het hogere niveau blijft gelden" in bevestig(map_, "2\n")
    assert "Niveau: Direct gevaar" in kim(map_).doe("toon")


def test_de_naam_van_wie_het_voorstelde_kan_niet(map_: Path) -> None:
    assert "Een tweede persoon bevestigt zelf" in bevestig(map_, "1\nkim  de Vries\n", code=1)
    assert "Niveau: Direct gevaar" in kim(map_).doe("toon")


def test_wie_het_voorstelde_kan_niet_zelf_bevestigen(map_: Path) -> None:
    uit = kim(map_).doe("dossier", "bevestig", "--eenvoudig", typ="1\nNour\n", code=1)
    assert "met uw eigen sleutel gedaan" in uit
    assert "Niveau: Direct gevaar" in kim(map_).doe("toon")


def test_zonder_toegang_tot_het_dossier_kan_niemand_bevestigen(map_: Path) -> None:
    """Een derde kluis, waaraan Kim geen sleutel gaf, ziet het dossier niet eens."""
    derde = Kluis(map_ / "derde", "acht eenden in de regen")
    derde.sleutel(map_ / "derde.txt")
    van = ("--kluis-van", str(map_ / "kim" / "kluis"), "--sleutel-van", str(map_ / "kim.txt"))
    uit = derde.doe("dossier", "bevestig", "--eenvoudig", *van, typ="1\nNour\n", code=1)
    assert "Hij zit vast." not in uit


def test_een_verbeterd_antwoord_laat_de_bevestiging_vervallen(map_: Path) -> None:
    bevestig(map_, "1\nNour\n")
    uit = kim(map_).doe("corrigeer", "--eenvoudig", typ="1\n1\nbang voor\n", code=130)
    nummer = re.findall(r"^(\d+)\. Bent u bang voor", uit, re.MULTILINE)[-1]
    uit = kim(map_).doe("corrigeer", "--eenvoudig", typ=f"1\n1\n{nummer}\n3\nVerkeerd getypt.\n", code=130)
    assert "hoort bij ronde 2" in uit
    assert "Verbeterd." in uit
    tekst = " ".join(kim(map_).doe("toon").split())
    assert "Nour bevestigde" not in tekst
    assert "Verbeterd: Verkeerd getypt." in tekst
    assert "ronde 2 in gesprek, ronde 1 is vastgesteld" in kim(map_).doe("lijst")


def test_corrigeren_laat_niets_zien_als_er_iemand_meeleest(map_: Path) -> None:
    uit = kim(map_).doe("corrigeer", "--eenvoudig", typ="2\n")
    assert "Noor" not in uit
    assert "Er is niets veranderd" in uit


def test_iemand_uit_het_plan_halen_vraagt_een_reden_en_maakt_zichtbaar_wat_blijft_liggen(map_: Path) -> None:
    uit = kim(map_).doe("corrigeer", "--eenvoudig", typ="1\n2\n2\n\nHij woont nu elders.\n3\n")
    assert "uit het plan gehaald" in uit
    assert "Iemand die niet meer bij dit plan hoort, zou nog iets doen" in " ".join(
        kim(map_).doe("toon").split()
    )


def test_vaststellen_zonder_toetsenbord_houdt_nooit_tegen(map_: Path) -> None:
    assert "Er is daarna niets veranderd" in kim(map_).doe("vaststellen")
    leeg = Kluis(map_ / "leeg", "tien bomen langs de weg")
    leeg.doe("nieuw", "--eenvoudig", typ="", code=130)
    uit = leeg.doe("vaststellen", "--reden", "niet_aanwezig")
    assert "Het plan is vastgesteld." in uit
    assert "Zo lost u dit op: kies «" in uit
    assert "Iemand was er niet bij" in leeg.doe("toon")
    assert "Kies uit: later," in " ".join(leeg.doe("vaststellen", "--reden", "Sem sliep", code=2).split())


@pytest.mark.parametrize("voor", ["gezamenlijk", "professional"])
def test_een_voorlopige_kopie_kan_ook_van_een_dossier_waar_bijna_niets_in_staat(
    tmp_path: Path, voor: str
) -> None:
    """Gestopt bij de tweede vraag: de nummers staan erop, «Voorlopig» op elke bladzijde, en geen handtekening."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf is er niet")
    leeg = Kluis(tmp_path / "leeg", "tien bomen langs de weg")
    leeg.doe("nieuw", "--eenvoudig", typ="1\nreiger\n", code=130)
    for formaat in ("pdf", "markdown", "json"):
        doel = tmp_path / f"kopie.{formaat}"
        leeg.doe("exporteer", leeg.doe("lijst").split()[0], "--voor", voor, "--voorlopig", "--formaat", formaat,
                 "--naar", str(doel))  # fmt: skip
        if formaat == "pdf":
            lezer = pypdf.PdfReader(doel)
            tekst = [p.extract_text() for p in lezer.pages]
            assert all("Voorlopig" in t for t in tekst)
            assert not lezer.get_fields()
            alles = " ".join(tekst)
        else:
            alles = doel.read_text("utf-8").replace("\\-", "-")
        assert "oorlopig" in alles
        assert all(nummer in alles for nummer in NUMMERS), formaat


def test_een_voorval_is_in_een_minuut_opgeschreven_en_staat_op_geen_kopie_voor_bewoners(map_: Path) -> None:
    """De nummers eerst, dan wat er gebeurde, dan de meldcode en welke vragen nu verstandig zijn."""
    typ = "vandaag\n21.30\nHij stond voor de deur.\n\n2\n2\n1\n2\n2\n1\n1\nIk belde Noor.\n\n2\n"
    uit = kim(map_).doe("incident", "--eenvoudig", typ=typ + "9\n", code=130)
    assert uit.index("Bel 112") < uit.index("Op welke dag was het?")
    assert "Loop de meldcode opnieuw na" in " ".join(uit.split())
    assert "Directe veiligheid, korte ronde" in uit
    assert "Hij stond voor de deur." in kim(map_).doe("toon")
    doel = map_ / "g.json"
    kim(map_).doe("exporteer", kim(map_).doe("lijst").split()[0], "--voor", "gezamenlijk", "--formaat", "json",
                  "--naar", str(doel))  # fmt: skip
    assert "voor de deur" not in doel.read_text("utf-8")
    assert "vastgesteld" in kim(map_).doe("lijst")
    assert "ronde 2" not in kim(map_).doe("lijst")


def test_een_half_voorval_is_ook_bewaard_en_gaat_verder(map_: Path) -> None:
    uit = kim(map_).doe("incident", "--eenvoudig", typ="gisteren\n\nEr was ruzie.\n\n", code=130)
    assert "Ga verder met: veiligheidsplan incident" in uit
    uit = kim(map_).doe("incident", "--eenvoudig", typ="1\n", code=130)
    assert "nog niet af" in uit
    assert "Wie waren erbij?" in uit
    assert "Er was ruzie." in kim(map_).doe("toon")


def test_een_voorval_van_morgen_bestaat_niet(map_: Path) -> None:
    assert "Let op: deze dag is nog niet geweest.\n" in kim(map_).doe(
        "incident", "--eenvoudig", typ="morgen\n", code=130
    )
