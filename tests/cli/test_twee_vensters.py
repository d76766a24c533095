"""Twee echte processen op één dossier: het tweede hoort wie het open heeft en sinds wanneer, en overschrijft niets."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.storage.kluis import BESTANDSNAAM, Kluis

PROGRAMMA = [sys.executable, "-m", "veiligheidsplan.cli.start"]
SINDS = re.compile(
    r"is sinds (vandaag|gisteren) \d\d:\d\d open in een ander venster, met uw eigen sleutel\."
    r" Hier is niets veranderd\. Ga daar verder, of sluit het daar; daarna kan het hier\."
)
#: every command that writes in one dossier
SCHRIJFT = {
    "hervat": ["hervat", "--eenvoudig"],
    "vaststellen": ["vaststellen"],
    "exporteer": ["exporteer", "--voor", "gezamenlijk", "--naar", "kopie.pdf"],
    "dossier wis": ["dossier", "wis", "--nummer", "2"],
    "dossier overdragen": ["dossier", "overdragen", "--aan", "collega.txt", "--naar", "p.dossier"],
    "dossier overdragen --terugnemen": ["dossier", "overdragen", "--terugnemen"],
}
MELDING = re.compile(
    "ergens anders veranderd; uw laatste invoer is niet bewaard|is sinds|wordt op dit moment gebruikt"
)


@pytest.fixture
def id_(tmp_path: Path) -> str:
    """Een dossier in een kluis, en de openbare sleutel van een collega."""
    with Kluis.met_willekeurige_sleutel(tmp_path / "collega.db") as collega:
        (tmp_path / "collega.txt").write_text(collega.openbare_sleutel, encoding="utf-8")
    with Kluis.met_willekeurige_sleutel(tmp_path / "kluis" / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        id_, d = kast.begin("regio/veiligheidsplan@1.0.0")
        kast.write(id_, d, [value_given("dossier", "alias", "kievit")])
    return id_


def start(map_: Path, woorden: list[str], id_: str) -> subprocess.Popen[str]:
    """De opdracht als los proces, met een toetsenbord waar nog niets van komt."""
    return subprocess.Popen(
        [*PROGRAMMA, *woorden, id_, "--map", "kluis"],
        cwd=map_,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


@contextmanager
def open_conversation(map_: Path, id_: str) -> Iterator[subprocess.Popen[str]]:
    """Een gesprek dat open staat en op een antwoord wacht."""
    proces = start(map_, SCHRIJFT["hervat"], id_)
    assert proces.stdout is not None
    gezien = ""
    while "Typ het nummer" not in gezien and "Uw antwoord" not in gezien:
        teken = proces.stdout.read(1)
        assert teken, gezien
        gezien += teken
    try:
        yield proces
    finally:
        proces.kill()
        proces.communicate()


def finish(proces: subprocess.Popen[str]) -> tuple[int, str]:
    """Uitkomst en alles wat er stond, op één regel."""
    tekst, _ = proces.communicate(timeout=120)
    assert "Traceback" not in tekst
    return proces.returncode, " ".join(tekst.split())


def log(map_: Path, id_: str) -> list[str]:
    """De soorten gebeurtenissen; de hele keten wordt daarbij nagegaan."""
    with Kluis.met_willekeurige_sleutel(map_ / "kluis" / BESTANDSNAAM) as kluis:
        return [g.soort if g else "weg" for g in Dossierkast(kluis).events(id_)]


def test_zolang_een_gesprek_open_is_schrijft_geen_andere_opdracht(tmp_path: Path, id_: str) -> None:
    """Elke opdracht: uitkomst 1 en één duidelijke zin; geen kopie, geen pakket, en het logboek is gelijk."""
    with open_conversation(tmp_path, id_):
        voor = log(tmp_path, id_)
        anderen = {naam: start(tmp_path, woorden, id_) for naam, woorden in SCHRIJFT.items()}
        for naam, proces in anderen.items():
            code, tekst = finish(proces)
            assert code == 1, (naam, tekst)
            assert len(SINDS.findall(tekst)) == 1, (naam, tekst)
        assert log(tmp_path, id_) == voor
    assert not (tmp_path / "kopie.pdf").exists()
    assert not (tmp_path / "p.dossier").exists()


def test_lezen_kan_wel_terwijl_een_ander_venster_open_is(tmp_path: Path, id_: str) -> None:
    """Toon en lijst houden niemand op."""
    with open_conversation(tmp_path, id_):
        assert finish(start(tmp_path, ["toon"], id_))[0] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent geen kill -9")
@pytest.mark.parametrize("naam", ["hervat", "vaststellen", "exporteer", "dossier wis", "dossier overdragen"])
def test_na_kill_9_van_het_eerste_kan_het_tweede_meteen(tmp_path: Path, id_: str, naam: str) -> None:
    """Wie vastliep, houdt niets dicht; het dossier is heel."""
    with open_conversation(tmp_path, id_) as een:
        een.kill()
        een.wait()
        code, tekst = finish(start(tmp_path, SCHRIJFT[naam], id_))
    assert code == (130 if naam == "hervat" else 0), tekst
    assert "open in een ander venster" not in tekst
    assert log(tmp_path, id_)[0] == "dossier_begonnen"


@pytest.mark.parametrize(
    ("naam", "soort"),
    [("exporteer", "kopie_gemaakt"), ("dossier overdragen", "overgedragen"), ("dossier wis", "gewist")],
)
def test_vier_processen_tegelijk_verliezen_niets_en_wie_niet_kon_hoort_het(
    tmp_path: Path, id_: str, naam: str, soort: str
) -> None:
    """Zoveel gebeurtenissen als opdrachten die lukten; elke andere: uitkomst 1 en één zin."""
    with Kluis.met_willekeurige_sleutel(tmp_path / "kluis" / BESTANDSNAAM) as kluis:
        kast = Dossierkast(kluis)
        kast.write(id_, kast.read(id_), [value_given("actie:1", "wat", f"nummer {n}") for n in range(4)])
    woorden = {
        n: [
            w.replace("kopie.pdf", f"kopie{n}.pdf").replace("p.dossier", f"p{n}.dossier")
            for w in SCHRIJFT[naam]
        ]
        for n in range(4)
    }
    uitkomsten = [finish(p) for p in [start(tmp_path, w, id_) for w in woorden.values()]]
    gelukt = [code for code, _ in uitkomsten].count(0)
    assert gelukt >= 1
    for code, tekst in uitkomsten:
        assert code in (0, 1), tekst
        assert code == 0 or MELDING.search(tekst) or "geen antwoord dat kan worden gewist" in tekst, tekst
    verwacht = (
        1 if naam == "dossier overdragen" else gelukt
    )  # again for the same colleague: the same package once more
    assert log(tmp_path, id_).count(soort) == verwacht
    kopieen = list(tmp_path.glob("kopie*.pdf")) + list(tmp_path.glob("p*.dossier"))
    assert len(kopieen) == (0 if naam == "dossier wis" else gelukt)


RENNER = """
import sys
from pathlib import Path
from veiligheidsplan.app.dossierkast import Dossierkast
from veiligheidsplan.bevinding import BevindingenFout
from veiligheidsplan.plan.gesprek import value_given
from veiligheidsplan.storage.kluis import Kluis
kast = Dossierkast(Kluis.met_willekeurige_sleutel(Path(sys.argv[1])))
d = kast.read(sys.argv[2])
print(d.volgnummer, flush=True)
sys.stdin.readline()
try:
    kast.write(sys.argv[2], d, [value_given("actie:1", "wat", sys.argv[3])])
except BevindingenFout as fout:
    print([b.code for b in fout.bevindingen])
else:
    print("bewaard")
"""


def test_twee_die_van_dezelfde_stand_uitgaan_en_tegelijk_schrijven(tmp_path: Path, id_: str) -> None:
    """Allebei lazen zij gebeurtenis 2, zonder het dossier vast te houden: de een is bewaard, de ander hoort VP732."""
    bestand = str(tmp_path / "kluis" / BESTANDSNAAM)
    processen = [
        subprocess.Popen(
            [sys.executable, "-c", RENNER, bestand, id_, wie],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for wie in ("keuken", "kantoor")
    ]
    for proces in processen:
        assert proces.stdout is not None
        assert proces.stdout.readline() == "2\n"
    for proces in processen:
        assert proces.stdin is not None
        proces.stdin.write("nu\n")
        proces.stdin.flush()
    uit = sorted(proces.communicate(timeout=60)[0].strip() for proces in processen)
    assert uit == ["['VP732']", "bewaard"]
    assert log(tmp_path, id_) == ["dossier_begonnen", "waarde_gegeven", "waarde_gegeven"]


def test_een_collega_in_dezelfde_kluis_wordt_bij_de_sleutel_genoemd(tmp_path: Path, id_: str) -> None:
    """Wie met een eigen sleutel in de gedeelde kluis zit: de melding noemt die sleutel, niet «uw eigen»."""
    bestand = tmp_path / "kluis" / BESTANDSNAAM
    with (
        Kluis.met_willekeurige_sleutel(tmp_path / "collega.db") as collega,
        Kluis.met_willekeurige_sleutel(bestand) as kluis,
    ):
        wie = kluis.geef_sleutel(id_, collega.openbare_sleutel)
        with Kluis.open_van_collega(bestand, collega, kluis.openbare_sleutel) as gedeeld:
            Dossierkast(gedeeld).hold(id_)
            code, tekst = finish(start(tmp_path, SCHRIJFT["vaststellen"], id_))
    assert code == 1
    assert f"open bij een collega (sleutel {wie.id})" in tekst
