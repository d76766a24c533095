"""Het hele gesprek in een venster van 80 bij 24, met de pijltjes, en een venster dat halverwege smaller wordt."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="pexpect is er niet")
if sys.platform == "win32" or shutil.which("tmux") is None:
    pytest.skip("zonder tmux is er geen scherm om naar te kijken", allow_module_level=True)

from bestuurder import KORT, Antwoorden, Terminal, wachtzin_bestand
from vol_scherm import Scherm


@pytest.fixture
def opties(tmp_path: Path) -> tuple[str, ...]:
    """A vault of its own, and a passphrase that a script gives."""
    return ("--map", str(tmp_path / "kluis"), "--wachtzin-bestand", str(wachtzin_bestand(tmp_path)))


@pytest.fixture
def open_schermen() -> Iterator[list[Scherm]]:
    """What is put in here is closed after the test."""
    schermen: list[Scherm] = []
    yield schermen
    for scherm in schermen:
        scherm.sluit()


def test_in_80_bij_24_staat_elke_vraag_in_beeld_en_loopt_geen_regel_over(
    tmp_path: Path, opties: tuple[str, ...], open_schermen: list[Scherm]
) -> None:
    """Elke vraag is gevonden op het scherm zelf; geen regel is breder dan het venster; aan het eind komt de kopie."""
    scherm = Scherm(tmp_path, "nieuw", "--naar", str(tmp_path), *opties)
    open_schermen.append(scherm)
    scherm.doorloop(Antwoorden(KORT))
    assert len(scherm.gezien) > 50
    for beeld in scherm.schermen:
        assert max(len(regel.rstrip()) for regel in beeld.splitlines()) <= 80, beeld
    scherm.antwoord(scherm.gezien[-1], "Maak de kopie voor iedereen die meedoet")
    scherm.wacht(lambda beeld: "Kopie voor iedereen die meedoet:" in beeld, "het pad van de kopie")
    assert len(list(tmp_path.glob("document-*.pdf"))) == 1
    menu = scherm.wacht(lambda beeld: "Klaar voor nu" in beeld and "Enter: kiezen." in beeld, "het menu")
    assert "Wat wilt u nu doen?" in menu
    klaar = re.search(r"(\d+)\. Klaar voor nu", menu)
    assert klaar
    scherm.typ(klaar[1])
    scherm.toets("Enter")
    assert scherm.einde() == 0


def test_een_venster_dat_halverwege_smaller_wordt_verliest_geen_vraag(
    tmp_path: Path, opties: tuple[str, ...], open_schermen: list[Scherm]
) -> None:
    """Van 100 naar 60 kolommen midden in een lijst en midden in een zin: het gesprek gaat gewoon door."""
    scherm = Scherm(tmp_path, "nieuw", *opties, kolommen=100, rijen=30)
    open_schermen.append(scherm)
    scherm.doorloop(Antwoorden(KORT), tot="persoon/soort")
    scherm.maat(60, 20)
    antwoorden = Antwoorden(KORT)
    scherm.antwoord(scherm.gezien[-1], antwoorden.op(scherm.gezien[-1]))
    vraag = scherm.vraag(scherm.gezien[-1])
    assert vraag.sleutel == "persoon/leeftijd"
    scherm.typ("3")
    scherm.maat(90, 24)
    scherm.typ("4")
    scherm.toets("Enter")
    assert scherm.vraag(vraag).sleutel == "persoon/woont_hier"
    scherm.toets("C-c")
    assert scherm.einde() == 130


def test_met_no_color_komt_er_geen_enkele_opmaak_in_beeld(
    tmp_path: Path, opties: tuple[str, ...], open_schermen: list[Scherm]
) -> None:
    """Ook geen vet: elk teken staat er gewoon, en de woorden zeggen alles."""
    scherm = Scherm(tmp_path, "nieuw", *opties, NO_COLOR="1")
    open_schermen.append(scherm)
    scherm.doorloop(Antwoorden(KORT), tot="indruk/niveau")
    opmaak = set(re.findall(r"\x1b\[([0-9;]*)m", scherm.lees("-e"))) - {"", "0", "39", "49"}
    assert opmaak == set()


def test_met_kleur_is_de_vraag_vet(
    tmp_path: Path, opties: tuple[str, ...], open_schermen: list[Scherm]
) -> None:
    """Zonder NO_COLOR is er wel opmaak: zo zegt de vorige toets iets."""
    scherm = Scherm(tmp_path, "nieuw", *opties)
    open_schermen.append(scherm)
    scherm.doorloop(Antwoorden(KORT), tot="persoon/naam")
    assert re.search(r"\x1b\[(0;)?1m", scherm.lees("-e"))


@pytest.mark.parametrize(
    ("extra", "omgeving"),
    [((), {"TERM": "dumb"}), (("--eenvoudig",), {}), (("--eenvoudig",), {"NO_COLOR": "1"})],
)
def test_de_eenvoudige_weergave_gebruikt_geen_enkele_stuurcode(
    opties: tuple[str, ...], extra: tuple[str, ...], omgeving: dict[str, str]
) -> None:
    """Met TERM=dumb komt zij vanzelf; met --eenvoudig ook op een terminal die meer kan."""
    term = Terminal("nieuw", *extra, *opties, **omgeving)
    antwoorden = Antwoorden(KORT)
    while (vraag := term.vraag()) is not None and vraag.sleutel != "indruk/niveau":
        term.antwoord(vraag, antwoorden.op(vraag))
    term.typ("\x03")
    assert term.code() == 130
    assert "\x1b" not in term.scherm
    assert "─" not in term.scherm
