"""Voor en rond het gesprek: het eerste scherm, de wachtzin, de herstelsleutel, en een kluis die niet wil."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="pexpect is er niet")
if sys.platform == "win32":
    pytest.skip("Windows heeft geen pseudo-terminal zoals deze", allow_module_level=True)

from bestuurder import KORT, PROGRAMMA, WACHTZIN, Antwoorden, Terminal, schoon, wachtzin_bestand

HERSTELSLEUTEL = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){8}\b")
NUMMERS = ("Bel 112", "Veilig Thuis: 0800-2000")


def opties(map_: Path, wachtzin: str = WACHTZIN) -> tuple[str, ...]:
    """A vault below *map_*, and the passphrase that a script gives."""
    return ("--map", str(map_ / "kluis"), "--wachtzin-bestand", str(wachtzin_bestand(map_, wachtzin)))


def begin(map_: Path, tot: str = "persoon/naam") -> Terminal:
    """A conversation up to this question, which is not answered."""
    term = Terminal("nieuw", "--eenvoudig", *opties(map_))
    antwoorden = Antwoorden(KORT)
    while (vraag := term.vraag()) is not None and vraag.sleutel != tot:
        term.antwoord(vraag, antwoorden.op(vraag))
    assert vraag is not None, term.scherm
    return term


def test_112_en_veilig_thuis_staan_er_voor_de_wachtzin_en_voor_elke_naam(tmp_path: Path) -> None:
    """Het eerste wat in beeld komt; pas daarna wordt om een wachtzin gevraagd. Het zegt ook voor wie dit scherm is."""
    term = Terminal("nieuw", "--eenvoudig", "--map", str(tmp_path / "kluis"))
    term.wacht_op("Nieuwe wachtzin: ")
    assert all(n in schoon(term.scherm) for n in NUMMERS)
    assert "Is iets alleen voor u? Dan staat dat er boven." in schoon(term.scherm)
    assert not (tmp_path / "kluis").exists()
    term.typ("\x03")
    assert term.code() == 130


def test_het_eerste_scherm_komt_ook_als_de_kluis_niet_open_kan(tmp_path: Path) -> None:
    """De kluis is beschadigd: eerst de nummers, dan één zin, uitkomst 1."""
    begin(tmp_path).proces.close(force=True)
    (tmp_path / "kluis" / "kluis.db").write_bytes(b"geen kluis" * 500)
    for rest in (tmp_path / "kluis").glob("kluis.db-*"):
        rest.unlink()
    term = Terminal("nieuw", "--eenvoudig", *opties(tmp_path))
    assert term.code() == 1
    assert all(n in schoon(term.scherm) for n in NUMMERS)
    assert "is beschadigd of is geen kluis." in schoon(term.scherm)
    assert "VP7" not in term.scherm


def test_een_wachtzin_wordt_twee_keer_getypt_en_de_herstelsleutel_een_keer_getoond(tmp_path: Path) -> None:
    """Te kort of niet gelijk: opnieuw. Daarna de herstelsleutel, die wacht tot hij is opgeschreven."""
    term = Terminal("nieuw", "--map", str(tmp_path / "kluis"))
    for zin, melding in (("kort", "Deze is te kort."), (WACHTZIN, ""), (WACHTZIN[:-1], "niet gelijk.")):
        term.wacht_op("wachtzin" if melding != "niet gelijk." else "nog een keer: ")
        term.wacht_op(": ") if melding != "niet gelijk." else None
        term.typ(zin + "\n")
        term.wacht_op(melding)
    term.wacht_op("Nieuwe wachtzin: ")
    term.typ(WACHTZIN + "\n")
    term.wacht_op("nog een keer: ")
    term.typ(WACHTZIN + "\n")
    term.wacht_op("Druk op Enter als u de sleutel hebt opgeschreven.")
    assert len(set(HERSTELSLEUTEL.findall(term.scherm))) == 1
    assert WACHTZIN not in term.scherm
    voor = len(term.scherm)
    term.typ("\n")
    term.wacht_op("Hoe is dit gesprek?")
    assert not HERSTELSLEUTEL.findall(term.scherm[voor:])
    term.typ("\x03")
    assert term.code() == 130


def test_een_andere_wachtzin_geeft_een_zin_en_uitkomst_1(tmp_path: Path) -> None:
    """Getypt of uit een bestand, bij elke opdracht die de kluis opent."""
    begin(tmp_path).proces.close(force=True)
    getypt = Terminal("hervat", "--map", str(tmp_path / "kluis"))
    getypt.wacht_op("Uw wachtzin: ")
    getypt.typ("heel iets anders\n")
    assert getypt.code() == 1
    schermen = [getypt.scherm]
    for opdracht in (("hervat",), ("lijst",), ("toon",), ("vaststellen",)):
        term = Terminal(*opdracht, *opties(tmp_path, "heel iets anders"))
        assert term.code() == 1
        schermen.append(term.scherm)
    for scherm in schermen:
        assert schoon(scherm).count("Deze wachtzin past niet op de kluis.") == 1
        assert "heel iets anders" not in scherm


def test_met_de_herstelsleutel_komt_er_een_nieuwe_wachtzin_en_is_alles_er_nog(tmp_path: Path) -> None:
    """Zoals overgetypt van papier: kleine letters, spaties. Een typfout wordt genoemd; de oude wachtzin is oud."""
    term = begin(tmp_path)
    (sleutel,) = set(HERSTELSLEUTEL.findall(term.scherm))
    term.typ("\x03")
    term.code()
    map_ = ("--map", str(tmp_path / "kluis"))
    papier = tmp_path / "papier.txt"
    papier.write_text(sleutel[:-1] + ("0" if sleutel[-1] != "0" else "1") + "\n")
    nieuw = str(wachtzin_bestand(tmp_path / "nieuw", "een heel nieuwe zin"))
    fout = Terminal(
        "dossier", "herstel", *map_, "--herstelsleutel-bestand", str(papier), "--wachtzin-bestand", nieuw
    )
    assert fout.code() == 1
    assert "In de herstelsleutel zit een typfout" in fout.scherm
    goed = Terminal("dossier", "herstel", *map_, "--wachtzin-bestand", nieuw)
    goed.wacht_op("Herstelsleutel: ")
    goed.typ(sleutel.lower().replace("-", " ") + "\n")
    assert goed.code() == 0
    assert sleutel.lower()[:9] not in goed.scherm.lower()
    lijst = Terminal("lijst", *map_, "--wachtzin-bestand", nieuw)
    assert lijst.code() == 0
    assert "kievit" in lijst.scherm
    assert Terminal("lijst", *opties(tmp_path)).code() == 1


def test_een_tweede_venster_op_hetzelfde_dossier_hoort_dat_en_verandert_niets(tmp_path: Path) -> None:
    """Het eerste gaat gewoon door; na het einde van het eerste kan het andere wel."""
    een = begin(tmp_path)
    twee = Terminal("hervat", "--eenvoudig", *opties(tmp_path))
    assert twee.code() == 1
    assert "open in een ander venster, met uw eigen sleutel. Hier is niets veranderd." in schoon(twee.scherm)
    een.typ("Noor\n")
    vraag = een.vraag()
    assert vraag is not None
    assert vraag.sleutel == "persoon/soort"
    een.typ("\x03")
    assert een.code() == 130
    drie = Terminal("hervat", "--eenvoudig", *opties(tmp_path))
    assert drie.vraag() == vraag
    drie.proces.close(force=True)


@pytest.mark.parametrize("nummer", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("weergave", [("--eenvoudig",), ()])
def test_wie_het_programma_stopt_van_buiten_verliest_geen_antwoord(
    tmp_path: Path, nummer: signal.Signals, weergave: tuple[str, ...]
) -> None:
    """Het venster sluit of het systeem stopt: uitkomst 130, de opdracht om verder te gaan, en alles staat er."""
    begin(tmp_path).proces.close(force=True)
    term = Terminal("hervat", *weergave, *opties(tmp_path))
    term.wacht_op("Hoe heet deze persoon?")
    term.wacht_op("Uw antwoord")
    if (
        not weergave
    ):  # a full screen is ready when it shows what is typed; before that its keys are not its own
        term.typ("Q")
        term.wacht_op("Q")
    term.proces.kill(nummer)
    assert term.code() == 130
    assert "Ga verder met: veiligheidsplan hervat " in schoon(term.scherm)
    assert "Traceback" not in term.scherm
    verder = Terminal("hervat", "--eenvoudig", *opties(tmp_path))
    vraag = verder.vraag()
    assert vraag is not None
    assert vraag.sleutel == "persoon/naam"
    verder.proces.close(force=True)


def test_een_ingedrukt_gehouden_ctrl_c_bederft_de_laatste_zin_niet(tmp_path: Path) -> None:
    """Tien keer achter elkaar: toch de opdracht om verder te gaan, en geen traceback."""
    term = begin(tmp_path)
    for _ in range(10):
        term.proces.kill(signal.SIGINT)
        time.sleep(0.003)
    assert term.code() == 130
    assert schoon(term.scherm).count("Ga verder met: veiligheidsplan hervat ") == 1
    assert "Traceback" not in term.scherm


def fill(pad: Path) -> None:
    """Write until the disk is full."""
    with pad.open("wb", buffering=0) as bestand:
        try:
            while True:
                bestand.write(bytes(4096))
        except OSError:
            return


def run(*opdracht: str, invoer: str = "< /dev/null") -> tuple[int, str]:
    """The program without a terminal; *invoer* is what the shell puts on stdin."""
    zin = f"exec '{PROGRAMMA}' {' '.join(opdracht)} {invoer}"
    klaar = subprocess.run(["sh", "-c", zin], capture_output=True, text=True, timeout=60, check=False)
    return klaar.returncode, klaar.stdout + klaar.stderr


@pytest.mark.parametrize("invoer", ["< /dev/null", "<&-"])
def test_zonder_toetsenbord_stopt_het_gesprek_met_130_en_is_het_begin_bewaard(
    tmp_path: Path, invoer: str
) -> None:
    """Invoer uit /dev/null of helemaal geen invoer: één zin, geen traceback."""
    code, tekst = run("nieuw", *opties(tmp_path), invoer=invoer)
    assert code == 130
    assert "Ga verder met: veiligheidsplan hervat " in tekst
    assert "Traceback" not in tekst


@pytest.mark.parametrize("invoer", ["< /dev/null", "<&-"])
def test_zonder_toetsenbord_is_er_geen_wachtzin_te_typen(tmp_path: Path, invoer: str) -> None:
    """Verkeerd gebruik (2), met de optie die wel werkt."""
    code, tekst = run("nieuw", "--map", str(tmp_path / "kluis"), invoer=invoer)
    assert code == 2
    assert "Geef --wachtzin-bestand PAD." in tekst


def test_een_map_waarin_niet_geschreven_mag_worden_geeft_een_zin(tmp_path: Path) -> None:
    """Nieuw in een bestand in plaats van een map, en in een map op een schijf die alleen te lezen is."""
    bestand = tmp_path / "bestand"
    bestand.write_text("x")
    code, tekst = run("nieuw", "--map", str(bestand), *opties(tmp_path)[2:])
    assert code == 1
    assert "mag niet lezen of schrijven op deze plek" in tekst
    dicht = tmp_path / "dicht"
    dicht.mkdir(mode=0o500)
    if os.geteuid() == 0:  # root may write anywhere, but not on a disk that is for reading only
        ro = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(dicht)], capture_output=True, check=False
        )
        if ro.returncode != 0:
            pytest.skip("een schijf die alleen te lezen is, kan hier niet worden gemaakt")
    try:
        code, tekst = run("nieuw", "--map", str(dicht / "kluis"), *opties(tmp_path)[2:])
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", "-l", str(dicht)], check=False)
    assert code == 1
    assert "mag niet lezen of schrijven op deze plek" in tekst


def test_een_kluis_die_tijdens_het_gesprek_verdwijnt_wordt_meteen_gemeld(tmp_path: Path) -> None:
    """De schijf is losgeraakt: het volgende antwoord telt niet als bewaard."""
    term = begin(tmp_path)
    shutil.rmtree(tmp_path / "kluis")
    term.typ("Noor\n")
    assert term.code() == 1
    assert "Lezen of schrijven op de schijf lukte niet" in schoon(term.scherm)
    assert "Traceback" not in term.scherm


def test_een_volle_schijf_verliest_niets_wat_al_bewaard_was(tmp_path: Path) -> None:
    """Op een schijf van een paar blokken: één zin, uitkomst 1; na opruimen komt de vraag die niet is bewaard."""
    schijf = tmp_path / "schijf"
    schijf.mkdir()
    vast = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(schijf)], capture_output=True, check=False
    )
    if vast.returncode != 0:
        pytest.skip("een kleine schijf maken kan alleen root")
    try:
        wachtzin = str(wachtzin_bestand(tmp_path))
        term = Terminal("nieuw", "--eenvoudig", "--map", str(schijf), "--wachtzin-bestand", wachtzin)
        antwoorden = Antwoorden(KORT)
        vol = schijf / "vol"
        vraag = term.vraag()
        while vraag is not None and vraag.sleutel != "persoon/woont_hier":
            laatste = vraag
            if vraag.sleutel == "persoon/soort":
                fill(vol)
            term.antwoord(vraag, antwoorden.op(vraag))
            vraag = term.vraag()
        assert vraag is None, "de schijf liep niet vol"
        assert term.code() == 1
        assert "De schijf is vol; het laatste is niet bewaard." in schoon(term.scherm)
        assert "Ga daarna verder met: veiligheidsplan hervat " in schoon(term.scherm)
        vol.unlink()
        verder = Terminal("hervat", "--eenvoudig", "--map", str(schijf), "--wachtzin-bestand", wachtzin)
        assert verder.vraag() == laatste
        verder.proces.close(force=True)
    finally:
        subprocess.run(["umount", "-l", str(schijf)], check=False)


def test_een_wachtzin_die_te_vroeg_wordt_getypt_komt_niet_op_het_scherm(tmp_path: Path) -> None:
    """Wie al typt voordat de vraag er staat, laat zijn wachtzin niet zien; daarna werkt het toetsenbord gewoon."""
    kluis = tmp_path / "kluis"
    begin(tmp_path).proces.close(force=True)
    term = Terminal("hervat", "--eenvoudig", "--map", str(kluis), echo=True)
    term.wacht_op("dan al bewaard.\r\n")
    term.typ(WACHTZIN + "\n")
    term.wacht_op("Uw wachtzin: ")
    assert WACHTZIN not in term.scherm
    term.typ(WACHTZIN + "\n")
    assert term.vraag() is not None
    assert WACHTZIN not in term.scherm
    assert term.proces.getecho()
    term.proces.close(force=True)
