"""Onderbroken na elke vraag: met Ctrl-C en met kill -9. Wie hervat, krijgt dezelfde volgende vraag en geen oude."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="pexpect is er niet")
if sys.platform == "win32":
    pytest.skip("Windows heeft geen pseudo-terminal zoals deze", allow_module_level=True)

from bestuurder import KORT, Antwoorden, Gezien, Terminal, wachtzin_bestand


class Onderbreker:
    """A whole conversation in which every question is met by a program that was just started."""

    def __init__(self, map_: Path) -> None:
        self.opties = ("--map", str(map_ / "kluis"), "--wachtzin-bestand", str(wachtzin_bestand(map_)))
        self.gezien: list[Gezien] = []
        self.schermen: list[str] = []

    def ctrl_c(self) -> Onderbreker:
        """Ctrl-C at each question; after ``hervat`` the same one comes, and only then is it answered."""
        antwoorden = Antwoorden(KORT)
        term, vraag = self._begin("nieuw")
        while vraag.sleutel != "menu/afronden":
            term.typ("\x03")
            assert term.code() == 130, term.scherm
            self.schermen.append(term.scherm)
            term, opnieuw = self._begin("hervat", vraag.sleutel)
            assert opnieuw == vraag, f"Voor de onderbreking: {vraag}. Erna: {opnieuw}"
            vraag = self._next(term, vraag, antwoorden)
        term.typ("\x03")
        assert term.code() == 130
        return self

    def kill(self) -> Onderbreker:
        """``kill -9`` as soon as an answer was followed by the next question."""
        antwoorden = Antwoorden(KORT)
        term, vraag = self._begin("nieuw")
        while vraag.sleutel != "menu/afronden":
            vraag = self._next(term, vraag, antwoorden)
            term.proces.kill(signal.SIGKILL)
            assert term.code() == 128 + signal.SIGKILL
            term, opnieuw = self._begin("hervat", vraag.sleutel)
            assert opnieuw == vraag, f"Voor kill -9: {vraag}. Erna: {opnieuw}"
        term.typ("\x03")
        assert term.code() == 130
        return self

    def _begin(self, opdracht: str, verwacht: str = "") -> tuple[Terminal, Gezien]:
        term = Terminal(opdracht, "--eenvoudig", *self.opties)
        vraag = term.vraag()
        # each time one comes back the company is asked for, and the way to the werkscherm leads past the table
        while vraag is not None and vraag.sleutel.startswith("loop/") and vraag.sleutel != verwacht:
            term.antwoord(vraag, str(KORT[vraag.sleutel]))
            vraag = term.vraag()
        assert vraag is not None, term.scherm
        return term, vraag

    def _next(self, term: Terminal, vraag: Gezien, antwoorden: Antwoorden) -> Gezien:
        self.gezien.append(vraag)
        term.antwoord(vraag, antwoorden.op(vraag))
        volgende = term.vraag()
        assert volgende is not None, term.scherm
        return volgende


@pytest.fixture(scope="module")
def ronden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Onderbreker]]]:
    """Both rounds at the same time: each is mostly waiting for a program that starts."""
    with ThreadPoolExecutor(2) as samen:
        yield {
            "ctrl_c": samen.submit(lambda: Onderbreker(tmp_path_factory.mktemp("c")).ctrl_c()),
            "kill": samen.submit(lambda: Onderbreker(tmp_path_factory.mktemp("k")).kill()),
        }


@pytest.fixture(scope="module")
def zonder_onderbreking(tmp_path_factory: pytest.TempPathFactory) -> list[Gezien]:
    """The questions of the same conversation when nobody disturbs it."""
    map_ = tmp_path_factory.mktemp("z")
    opties = ("--map", str(map_ / "kluis"), "--wachtzin-bestand", str(wachtzin_bestand(map_)))
    term = Terminal("nieuw", "--eenvoudig", *opties)
    gezien = term.doorloop(Antwoorden(KORT))
    assert term.code() == 0
    return gezien[:-1]


@pytest.mark.parametrize("hoe", ["ctrl_c", "kill"])
def test_na_elke_onderbreking_komt_dezelfde_vraag_en_nooit_een_beantwoorde(
    ronden: dict[str, Future[Onderbreker]], zonder_onderbreking: list[Gezien], hoe: str
) -> None:
    """Ongeveer vijftig keer gestopt en hervat: precies dezelfde vragen, in dezelfde volgorde, elk één keer."""
    ronde = ronden[hoe].result()
    assert len(ronde.gezien) > 40
    assert ronde.gezien == zonder_onderbreking


def test_ctrl_c_noemt_bij_elke_vraag_de_opdracht_om_verder_te_gaan(
    ronden: dict[str, Future[Onderbreker]],
) -> None:
    """Met de map die is genoemd, en zonder één woord uit een antwoord."""
    ronde = ronden["ctrl_c"].result()
    namen = [KORT[s] for s in ("dossier/alias", "persoon/naam", "medewerker/naam", "regie/mandaathouder")]
    for scherm in ronde.schermen:
        slot = scherm[scherm.rindex("Elk antwoord is bewaard.") :]
        assert "Ga verder met: veiligheidsplan hervat " in slot
        assert f"--map {ronde.opties[1]}" in slot
        assert not [naam for naam in namen if naam in slot]
        assert "Traceback" not in scherm
