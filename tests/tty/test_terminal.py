"""Dezelfde vragen in een echte terminal (een pseudo-tty), zoals een mens ze ziet."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="pexpect is er niet")
if sys.platform == "win32":
    pytest.skip("Windows heeft geen pseudo-terminal zoals deze", allow_module_level=True)

STUURT = Path(__file__).with_name("vraag_alles.py")
OMLAAG, ENTER, TAB = "\x1b[B", "\r", "\t"
TOETSEN = [
    ("Druk op Enter", ENTER),
    ("Is er nu gevaar", OMLAAG + OMLAAG + ENTER),
    ("Welke vormen", OMLAAG + " " + ENTER),
    ("Welk cijfer", "7" + ENTER),
    ("Wanneer", "vrijdag" + ENTER),
    ("Hoe laat", "14.30" + ENTER),
    ("Wat ziet u", "een" + ENTER + "twee" + TAB),
    ("Welke gemeente", "nummer 39" + ENTER),
]
ANTWOORDEN = [None, "nee", ["ja"], 7, "2026-11-27", "14:30", "een\ntwee", "g39"]


class Terminal:
    """Een programma in een pseudo-terminal van 24 regels van 80 tekens; stdout gaat naar een bestand."""

    def __init__(self, uit: Path, *opties: str, **omgeving: str) -> None:
        self.uit = uit
        opdracht = f"exec {sys.executable} {STUURT} {' '.join(opties)} > {uit}"
        basis = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
        self.proces = pexpect.spawn(
            "/bin/sh",
            ["-c", opdracht],
            dimensions=(24, 80),
            env={**basis, "TERM": "xterm-256color", **omgeving},
            encoding="utf-8",
            timeout=20,
        )
        self.scherm = ""

    def wacht_op(self, tekst: str) -> None:
        """Wacht tot deze tekst op het scherm verschijnt."""
        self.proces.expect_exact(tekst)
        self.scherm += self.proces.before + self.proces.after

    def typ(self, toetsen: str) -> None:
        """Druk op deze toetsen."""
        self.proces.send(toetsen)

    def code(self) -> int:
        """Wacht op het einde; de uitkomst is de code."""
        self.proces.expect(pexpect.EOF)
        self.scherm += self.proces.before
        self.proces.close()
        return int(self.proces.exitstatus)

    def antwoorden(self) -> object:
        """Wat er op stdout kwam."""
        return json.loads(self.uit.read_text())


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[type[Terminal]]:
    """Een terminal die na de test wordt gesloten."""
    open_: list[Terminal] = []

    class Open(Terminal):
        def __init__(self, *opties: str, **omgeving: str) -> None:
            super().__init__(tmp_path / "uit.json", *opties, **omgeving)
            open_.append(self)

    yield Open  # type: ignore[misc]
    for een in open_:
        een.proces.close(force=True)


def doorloop(term: Terminal) -> None:
    """Typ elk antwoord zodra de vraag er staat; de terminal bewaart toetsen die te vroeg komen."""
    for tekst, toetsen in TOETSEN:
        term.wacht_op(tekst)
        term.typ(toetsen)


def test_elke_soort_vraag_werkt_in_een_echte_terminal(terminal: type[Terminal]) -> None:
    """Met pijltjes, spatiebalk en letters, in een venster van 80 bij 24."""
    term = terminal()
    doorloop(term)
    assert term.code() == 0
    assert term.antwoorden() == ANTWOORDEN
    assert "Vraag 1 van 6" in term.scherm


def test_een_terminal_die_niet_antwoordt_krijgt_geen_engelse_waarschuwing(terminal: type[Terminal]) -> None:
    """Deze terminal zegt nooit waar de cursor staat; na drie seconden wachten staat er niets bij de vraag."""
    term = terminal()
    term.wacht_op("Druk op Enter")
    time.sleep(3)
    term.typ(ENTER)
    term.wacht_op("Is er nu gevaar")
    term.typ("\x03")
    assert term.code() == 130
    assert "WARNING" not in term.scherm


def test_no_color_geeft_geen_kleur_en_geen_vet(terminal: type[Terminal]) -> None:
    """Met NO_COLOR komt er geen opmaakcode op het scherm, ook geen vette letters."""
    term = terminal(NO_COLOR="1")
    doorloop(term)
    assert term.code() == 0
    assert term.antwoorden() == ANTWOORDEN
    opmaak = set(re.findall(r"\x1b\[([0-9;]*)m", term.scherm)) - {"", "0"}
    assert opmaak == set()


def test_een_leeg_no_color_telt_niet(terminal: type[Terminal]) -> None:
    """Een lege NO_COLOR is hetzelfde als geen NO_COLOR: de vraag is vet."""
    term = terminal(NO_COLOR="")
    doorloop(term)
    assert term.code() == 0
    assert re.search(r"\x1b\[[0-9;]*1m", term.scherm)


def test_een_domme_terminal_krijgt_de_eenvoudige_weergave(terminal: type[Terminal]) -> None:
    """Met TERM=dumb komen er genummerde antwoorden en geen enkele stuurcode."""
    term = terminal(TERM="dumb")
    regels = ["", "2", "1", "7", "vrijdag", "14.30", "een\ntwee\n", "40"]
    for (tekst, _), regel in zip(TOETSEN, regels, strict=True):
        term.wacht_op(tekst)
        term.typ(regel + "\n")
    assert term.code() == 0
    assert term.antwoorden() == ANTWOORDEN
    assert "\x1b" not in term.scherm
    assert "2. Nee" in term.scherm


@pytest.mark.parametrize("opties", [(), ("--eenvoudig",)])
@pytest.mark.parametrize("na", range(len(TOETSEN)))
def test_ctrl_c_bij_elke_vraag_stopt_met_code_130(
    terminal: type[Terminal], na: int, opties: tuple[str, ...]
) -> None:
    """Onderbreken kan overal; er komt één Nederlandse zin en geen traceback."""
    term = terminal(*opties)
    regels = ["", "2", "1", "7", "vrijdag", "14.30", "een\ntwee\n", "40"]
    for n in range(na):
        term.wacht_op(TOETSEN[n][0])
        term.typ(regels[n] + "\n" if opties else TOETSEN[n][1])
    term.wacht_op(TOETSEN[na][0])
    # the prompt itself follows the question; a Ctrl-C before it is the same to the person
    term.typ("\x03")
    assert term.code() == 130
    assert "Onderbroken." in term.scherm
    assert "Traceback" not in term.scherm


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elke terminal kapt op een eigen plek af")
def test_een_geplakte_regel_die_de_terminal_afkapt_wordt_gezegd(terminal: type[Terminal]) -> None:
    """Vijfduizend letters op één regel: de terminal geeft het begin door, en dat staat er dan bij."""
    term = terminal("--eenvoudig")
    for (tekst, _), regel in zip(TOETSEN[:6], ["", "2", "1", "7", "vrijdag", "14.30"], strict=True):
        term.wacht_op(tekst)
        term.typ(regel + "\n")
    term.wacht_op("Een lege regel sluit af.")
    term.wacht_op("Uw antwoord: ")
    term.typ("een zin " * 625 + "\n\n")
    term.wacht_op("deze regel was te lang")
    term.wacht_op("Welke gemeente")
    term.typ("40\n")
    assert term.code() == 0
    assert len(str(term.antwoorden()[6])) > 4000  # type: ignore[index]
