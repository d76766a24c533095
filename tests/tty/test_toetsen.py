"""Elke toets bij elke soort vraag, in een echte terminal (tmux), op beide schermen, klein en groot."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="pexpect is er niet")
if sys.platform == "win32" or shutil.which("tmux") is None:
    pytest.skip("zonder tmux is er geen scherm om naar te kijken", allow_module_level=True)

from vol_scherm import Scherm

from veiligheidsplan.cli.toetsen import BEDIENING

STELT = str(Path(__file__).with_name("vraag_alles_toetsen.py"))
BEWEGINGEN = [b for b in BEDIENING if b.daad not in ("uitleg", "notitie")]
#: what stands on the page of each question, and the keys that answer it
VRAGEN = [
    ("Bel 112 bij direct gevaar.", "", "Enter"),
    ("Is er nu gevaar?", "2", "Enter"),
    ("Welke vormen?", "1 ", "Enter"),
    ("Welk cijfer?", "7", "Enter"),
    ("Wanneer?", "vrijdag", "Enter"),
    ("Hoe laat?", "14.30", "Enter"),
    ("Wat ziet u?", "een", "Tab"),
    ("Welke gemeente?", "nummer 39", "Enter"),
]
ANTWOORDEN = [None, "nee", ["ja"], 7, "2026-11-27", "14:30", "een", "g39"]
#: one of these proves that what was begun is still there when the question comes back
BEGONNEN = {"Wanneer?": "vrijdag", "Hoe laat?": "14.30", "Wat ziet u?": "een", "Welke gemeente?": "nummer 39"}


class Toetsen(Scherm):
    """All kinds of question in one program; ``kwam`` is what came back from the screen, in order."""

    def __init__(self, map_: Path, kant: str, *opties: str, **maat: int) -> None:
        self.uit = map_ / "kwam.jsonl"
        self.uit.touch()
        super().__init__(map_, STELT, str(self.uit), kant, *opties, programma=sys.executable, **maat)

    def kwam(self, aantal: int) -> list[object]:
        """What came back, once there is this much of it."""
        self.wacht(lambda _: len(self.uit.read_text().splitlines()) >= aantal, f"{aantal} antwoorden")
        return [json.loads(regel) for regel in self.uit.read_text().splitlines()]

    def staat(self, tekst: str) -> str:
        """Wait for the whole page with this text: its bottom line is drawn last."""
        return self.wacht(lambda beeld: tekst in beeld and "F6 erbij" in beeld, tekst)


@pytest.fixture
def scherm(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Toetsen]:
    """A terminal of the size and the view that the test asks."""
    kant, kolommen, rijen = request.param
    gemaakt = Toetsen(tmp_path, kant, kolommen=kolommen, rijen=rijen)
    yield gemaakt
    gemaakt.sluit()


@pytest.mark.parametrize(
    "scherm",
    [("werkscherm", 80, 24), ("aan_tafel", 80, 24), ("werkscherm", 200, 60), ("aan_tafel", 200, 60)],
    indirect=True,
    ids=lambda p: f"{p[0]} {p[1]} bij {p[2]}",
)
def test_elke_toets_werkt_bij_elke_soort_vraag_en_wat_half_getypt_is_blijft(
    scherm: Toetsen, request: pytest.FixtureRequest
) -> None:
    """Acht soorten, zeven bewegingen, functietoets of Ctrl; halverwege een ander venster; dan het antwoord."""
    kant = str(request.node.callspec.params["scherm"][0])
    verwacht: list[object] = []
    for nummer, (tekst, getypt, klaar) in enumerate(VRAGEN):
        scherm.staat(tekst)
        if getypt:
            scherm.typ(getypt)
        if tekst in BEGONNEN:
            scherm.staat(BEGONNEN[tekst])
        for n, beweging in enumerate(BEWEGINGEN):
            toets = beweging.f.upper() if (n + nummer) % 2 else f"C-{beweging.ctrl[-1]}"
            scherm.toets(toets)
            if beweging.daad == "stoppen" and getypt and tekst in ("Wanneer?", "Hoe laat?", "Wat ziet u?"):
                scherm.staat("nog niet is bewaard")
                scherm.toets(toets)
            verwacht.append({"soort": beweging.daad, "naar": None})
            scherm.kwam(len(verwacht))
            beeld = scherm.staat(BEGONNEN.get(tekst, tekst))
            assert tekst in beeld
        scherm.toets("F1")
        scherm.staat("Deze toetsen werken overal:")
        scherm.toets("F1")
        scherm.staat(tekst)
        if nummer == 3:
            scherm.maat(60, 20)
            scherm.staat(tekst)
        scherm.toets(klaar)
        verwacht.append(ANTWOORDEN[nummer])
        assert scherm.kwam(len(verwacht)) == verwacht
    assert scherm.einde() == 0
    naam = "Werkscherm" if kant == "werkscherm" else "Aan tafel"
    assert naam not in scherm.lees(), "het tweede scherm van de terminal is verlaten: er staat niets meer"


@pytest.mark.parametrize("scherm", [("werkscherm", 80, 24)], indirect=True)
def test_een_notitie_komt_bij_het_antwoord_en_staat_er_bij_terugkomen(scherm: Toetsen) -> None:
    """F4, typen, Tab: terug bij de vraag met de notitie erbij; het antwoord draagt haar."""
    scherm.staat("Bel 112 bij direct gevaar.")
    scherm.toets("F4")
    scherm.staat("Bij een mededeling hoort geen notitie.")
    scherm.toets("Enter")
    scherm.staat("Is er nu gevaar?")
    scherm.toets("F4")
    scherm.staat("Alleen professionals lezen die.")
    scherm.typ("Zij keek weg.")
    scherm.toets("F6")  # even in the middle of a note
    scherm.kwam(2)
    scherm.staat("Is er nu gevaar?")
    scherm.toets("F4")
    scherm.staat("Zij keek weg.")
    scherm.toets("Tab")
    scherm.staat("Notitie: Zij keek weg.")
    scherm.typ("1")
    scherm.toets("Enter")
    assert scherm.kwam(3)[1:] == [
        {"soort": "iemand_erbij", "naar": None},
        {"waarde": "ja", "toelichting": "Zij keek weg."},
    ]


@pytest.mark.parametrize("scherm", [("aan_tafel", 80, 24)], indirect=True)
def test_aan_tafel_komt_er_geen_notitie_in_beeld(scherm: Toetsen) -> None:
    """F4 zegt waar het wel kan, bij elke vraag met dezelfde woorden; de regel met toetsen noemt F4 niet."""
    scherm.staat("Bel 112 bij direct gevaar.")
    scherm.toets("Enter")
    assert "F4" not in scherm.staat("Is er nu gevaar?")
    scherm.toets("F4")
    scherm.staat("Een notitie maakt u op uw eigen scherm. Druk op F5.")


@pytest.mark.parametrize("kant", ["werkscherm", "aan_tafel"])
@pytest.mark.parametrize("maat", [(80, 24), (200, 60)], ids=["80 bij 24", "200 bij 60"])
def test_in_de_eenvoudige_weergave_werkt_elk_woord_bij_elke_soort_vraag(
    tmp_path: Path, kant: str, maat: tuple[int, int]
) -> None:
    """Acht soorten, zeven woorden en de uitleg, in een echte terminal die halverwege een andere maat krijgt."""
    scherm = Toetsen(tmp_path, kant, "eenvoudig", kolommen=maat[0], rijen=maat[1])
    verwacht: list[object] = []
    try:
        for nummer, (tekst, getypt, _) in enumerate(VRAGEN):
            laatste = "40. Gemeente" if tekst == "Welke gemeente?" else tekst  # a list longer than the window
            scherm.wacht(lambda beeld, t=laatste: t in beeld, tekst)  # type: ignore[misc]
            for n, beweging in enumerate(BEWEGINGEN):
                scherm.typ(beweging.woorden[(n + nummer) % len(beweging.woorden)])
                scherm.toets("Enter")
                verwacht.append({"soort": beweging.daad, "naar": None})
                assert scherm.kwam(len(verwacht)) == verwacht
            scherm.typ("uitleg")
            scherm.toets("Enter")
            scherm.wacht(lambda beeld: "Typ terug. Terug naar de vraag hiervoor." in beeld, "de uitleg")
            if nummer == 3:
                scherm.maat(60, 20)
            scherm.typ({"nummer 39": "40"}.get(getypt, getypt.strip()))
            scherm.toets("Enter", *(["Enter"] if tekst == "Wat ziet u?" else []))
            verwacht.append(ANTWOORDEN[nummer])
            assert scherm.kwam(len(verwacht)) == verwacht
        assert scherm.einde() == 0
        beeld = scherm.lees()
        assert max(len(regel.rstrip()) for regel in beeld.splitlines()) <= 60
    finally:
        scherm.sluit()
