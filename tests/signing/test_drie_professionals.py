"""Drie professionals tekenen één plan, in drie sessies op twee computers, en een vierde controleert het.

Alles met echte opdrachten in echte processen. De vierde gebruikt dit programma, ``pdfsig`` en pyHanko's eigen opdracht.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from tests.cli.test_onderteken import PARTIJEN, VOORBEELD
from tests.export.structuur import check

WACHTZIN = "de bakker fietst om zes uur\n"
NAMEN = ("Kim de Vries", "Lou Visser", "Mo Smit")


class Computer:
    """A computer of its own: its home, its store, its working folder."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        for deel in ("thuis", "gegevens", "werk"):
            (map_ / deel).mkdir(parents=True)
        schoon = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "VEILIGHEIDSPLAN_"))}
        self.omgeving = {
            **schoon, "HOME": str(map_ / "thuis"), "XDG_DATA_HOME": str(map_ / "gegevens"), "NO_COLOR": "1",
        }  # fmt: skip

    def run(self, *opdracht: str, invoer: str = "") -> subprocess.CompletedProcess[str]:
        """One command of this program, as a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "veiligheidsplan.cli.start", *opdracht],
            cwd=self.map / "werk", env=self.omgeving, input=invoer, capture_output=True, text=True, check=False,
            timeout=120,
        )  # fmt: skip


@pytest.fixture(scope="module")
def getekend(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Computer]:
    """Het plan met drie handtekeningen, en de computer van wie het maakte."""
    wijkteam, gemeente = (Computer(tmp_path_factory.mktemp(naam)) for naam in ("wijkteam", "gemeente"))
    (wijkteam.map / "werk" / "a.yaml").write_text(VOORBEELD.read_text("utf-8") + PARTIJEN, "utf-8")
    klaar = wijkteam.run(
        "nieuw", "--antwoorden", "a.yaml", "--naar", "uit", "--wachtzin-bestand", "-", invoer=WACHTZIN
    )
    assert "Kopie voor iedereen" in klaar.stdout, klaar.stderr
    (kopie,) = (wijkteam.map / "werk" / "uit").glob("document-*.pdf")
    werk = gemeente.map / "werk"
    shutil.copy(kopie, werk / "plan.pdf")  # een stick van de ene naar de andere computer
    (werk / "lou").write_text(f"{NAMEN[1]}\n", "utf-8")
    (werk / "mo").write_text(f"{NAMEN[2]}\n", "utf-8")
    sessie = ("--wachtzin-bestand", "-")
    lou = gemeente.run(
        "onderteken",
        "plan.pdf",
        "--als",
        "procesregisseur",
        "--naam-bestand",
        "lou",
        *sessie,
        invoer=WACHTZIN,
    )
    assert lou.returncode == 0, lou.stderr
    mo = gemeente.run(
        "onderteken", lou.stdout.strip(), "--als", "casusregisseur", "--naam-bestand", "mo", "--naar", "eind.pdf",
        "--map", "kluis-van-mo", *sessie, invoer=WACHTZIN,
    )  # fmt: skip
    assert mo.returncode == 0, mo.stderr
    assert not (wijkteam.map / "werk" / "uit" / "eind.pdf").exists()
    return werk / "eind.pdf", wijkteam


def test_de_vierde_leest_dat_het_goed_is_en_wie_er_tekende(
    getekend: tuple[Path, Computer], tmp_path: Path
) -> None:
    vierde = Computer(tmp_path / "vierde")
    uit = vierde.run("controleer", str(getekend[0]))
    assert uit.returncode == 0, uit.stdout
    assert uit.stdout.startswith("Goed: het bestand is gelijk aan wat is ondertekend.")
    assert all(f"{naam}, in orde." in uit.stdout for naam in NAMEN)
    data = json.loads(vierde.run("controleer", str(getekend[0]), "--json").stdout)
    assert [h["naam"] for h in data["handtekeningen"]] == list(NAMEN)
    assert len({h["vingerafdruk"] for h in data["handtekeningen"]}) == 3
    assert not list((vierde.map / "gegevens").iterdir())  # controleren maakt niets aan


def test_wie_het_plan_maakte_ziet_dat_dit_nieuwer_is_en_daarna_de_laatste_versie(
    getekend: tuple[Path, Computer],
) -> None:
    pdf, wijkteam = getekend
    opdracht = ("controleer", str(pdf), "--dossier", "waterlelie", "--wachtzin-bestand", "-")
    assert "nieuwer" in wijkteam.run(*opdracht, invoer=WACHTZIN).stdout
    assert "laatste versie die het dossier kent" in wijkteam.run(*opdracht, invoer=WACHTZIN).stdout


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig (poppler-utils) is hier niet geïnstalleerd")
def test_pdfsig_noemt_alle_drie_geldig(getekend: tuple[Path, Computer]) -> None:
    uit = subprocess.run(["pdfsig", str(getekend[0])], capture_output=True, text=True, check=False).stdout
    assert uit.count("Signature is Valid") == 3
    assert uit.count("Total document signed") == 1
    assert all(naam in uit for naam in NAMEN)


def test_de_opdrachtregel_van_pyhanko_komt_tot_hetzelfde(
    getekend: tuple[Path, Computer], tmp_path: Path
) -> None:
    """Wie de drie certificaten vertrouwt, leest dat elke handtekening geldig is en dat er verder niets veranderde."""
    lezer = PdfFileReader(io.BytesIO(getekend[0].read_bytes()))
    opties: list[str] = []
    for n, sig in enumerate(lezer.embedded_signatures):
        (tmp_path / f"{n}.cer").write_bytes(sig.signer_cert.dump())
        opties += ["--trust", str(tmp_path / f"{n}.cer")]
    pyhanko = Path(sys.executable).with_name("pyhanko")
    opdracht = [
        str(pyhanko),
        "sign",
        "validate",
        "--no-revocation-check",
        "--trust-replace",
        "--pretty-print",
    ]
    klaar = subprocess.run(
        [*opdracht, *opties, str(getekend[0])], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    assert klaar.stdout.count("The signature is judged VALID.") == 3, klaar.stdout


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is hier niet geïnstalleerd")
def test_het_bestand_blijft_een_heel_en_toegankelijk_document(getekend: tuple[Path, Computer]) -> None:
    """De eigen controle van de structuur, en die van qpdf, na drie handtekeningen."""
    assert check(getekend[0].read_bytes()) == []
    assert getekend[0].read_bytes().startswith(b"%PDF-1.7")
    assert (
        subprocess.run(["qpdf", "--check", str(getekend[0])], capture_output=True, check=False).returncode
        == 0
    )


@pytest.mark.skipif(
    not shutil.which("pdffonts"), reason="pdffonts (poppler-utils) is hier niet geïnstalleerd"
)
def test_elk_lettertype_zit_in_het_bestand_en_de_stempels_zijn_te_lezen(
    getekend: tuple[Path, Computer],
) -> None:
    tabel = subprocess.run(["pdffonts", str(getekend[0])], capture_output=True, text=True, check=True).stdout
    regels = tabel.splitlines()[2:]
    assert regels
    assert all(" yes " in regel for regel in regels), tabel
    tekst = subprocess.run(
        ["pdftotext", str(getekend[0]), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert tekst.count("Digitaal ondertekend door") == 3
    assert "bewijst niet wie heeft getekend" in " ".join(tekst.split())
