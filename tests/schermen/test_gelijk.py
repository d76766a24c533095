"""Aan tafel, teken voor teken: wat alleen is gezegd, verandert geen scherm."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from tests.plan.omgeving import omgeving
from tests.plan.spel import Genoeg, Logboek
from tests.plan.test_aan_tafel import GEHEIM, base, joint, rich, solo_session, written
from veiligheidsplan.app.gesprekspartner import Controle
from veiligheidsplan.app.vraag_af import run
from veiligheidsplan.cli.tafel import Tafel
from veiligheidsplan.plan import aan_tafel
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.overzicht import Overzichtsregel
from veiligheidsplan.plan.stap import Reactie, Stap, Zichtkant

F1, F2, F3, F4, F6, F7 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[17~", "\x1b[18~"
ENTER, TAB = "\r", "\t"
#: the last that is written when a page is painted: the cursor is shown
KLAAR = "\x1b[?12l\x1b[?25h"


@dataclass
class Tafelscherm:
    """A person at the real screens: every byte that the terminal got is in ``beeld``."""

    tafel: Tafel
    vol: bool
    beeld: io.StringIO = field(default_factory=io.StringIO)
    teller: int = 0

    def _doe(self, toetsen: str, wat: Callable[[], Any]) -> Any:
        """One thing on the screen, with these keys (or lines) typed at it."""
        if not self.vol:
            invoer, sys.stdin = sys.stdin, io.StringIO(toetsen)
            try:
                with redirect_stderr(self.beeld):
                    return wat()
            finally:
                sys.stdin = invoer
        with create_pipe_input() as pijp:
            uitvoer = Vt100_Output(self.beeld, lambda: Size(rows=60, columns=80), term="xterm")
            self.tafel.beeld.io = (pijp, uitvoer)
            pijp.send_text(toetsen)
            pijp.close()
            return wat()

    def answer(self, stap: Stap, controle: Controle) -> Reactie:
        self.teller += 1
        if self.teller > 32:
            raise Genoeg
        toetsen = keys_of(stap, self.teller) if self.vol else words_of(stap, self.teller)
        uit: Reactie = self._doe(toetsen, lambda: self.tafel.answer(stap, controle))
        return uit

    def choose(self, regels: tuple[Overzichtsregel, ...], nu: str | None) -> str | None:
        toetsen = F3 if self.vol else "zorg\n\n"
        uit: str | None = self._doe(toetsen, lambda: self.tafel.choose(regels, nu))
        return uit

    def switched(self, kant: Zichtkant) -> None:
        self._doe("", lambda: self.tafel.switched(kant))

    def tell(self, zin: str) -> None:
        self.tafel.tell(zin)

    def danger(self) -> None:
        self._doe(ENTER if self.vol else "\n", self.tafel.danger)

    def joined(self) -> None:
        self._doe(ENTER if self.vol else "\n", self.tafel.joined)

    def lock(self) -> None:
        raise AssertionError("hier drukt niemand op slot")


def keys_of(stap: Stap, n: int) -> str:
    """Now and then another key than the answer, always the same one for the same question."""
    anders = {3: F3, 5: F2, 7: F7, 11: F6}.get(n % 13)
    voor = {2: F1 + F1, 4: F4 if stap.soort != "mededeling" else ""}.get(n % 9, "")
    if anders is not None:
        return voor + anders
    if stap.soort == "mededeling" or stap.standaard is not None:
        return voor + (TAB if stap.meer_regels else ENTER)
    typen = {
        "schaal": "5",
        "getal": "3",
        "datum": "morgen",
        "tijd": "20.00",
        "tekst": "Een zin",
        "meerkeuze": "1 ",
    }
    return voor + typen.get(stap.soort, _second(stap)) + (TAB if stap.meer_regels else ENTER)


def _second(stap: Stap) -> str:
    """«Nee» to what an instrument asks, the overview at the end of the table, and one agreement and one action."""
    return "2" if stap.id.startswith(("afname:", "loop/")) or stap.id.endswith("_2") else "1"


def words_of(stap: Stap, n: int) -> str:
    """The same, in words."""
    anders = {3: "overzicht", 5: "terug", 7: "gevaar", 11: "erbij"}.get(n % 13)
    voor = {2: "uitleg\n", 4: "notitie\n"}.get(n % 9, "")
    if anders is not None:
        return f"{voor}{anders}\n"
    if stap.soort == "mededeling" or stap.standaard is not None:
        return voor + "\n"
    typen = {"schaal": "5", "getal": "3", "datum": "morgen", "tijd": "20.00", "tekst": "Een zin"}
    antwoord = typen.get(stap.soort, _second(stap))
    return f"{voor}{antwoord}\n" + ("\n" if stap.meer_regels else "")


def shown(d: Dossier, *, vol: bool) -> tuple[list[str], int]:
    """All that the terminal got in a conversation at the table, and how many questions there were."""
    tafel = Tafel(cast("Any", None), "x", omgeving(), eenvoudig=not vol)
    tafel.beeld.eenvoudig = not vol
    scherm, log = Tafelscherm(tafel, vol), Logboek()
    with suppress(Genoeg, EOFError):  # where the screen is another one, the keys may not fit it
        run(d, omgeving(), scherm, log.write)
    getoond = scherm.beeld.getvalue()
    return (_pages(getoond) if vol else getoond.splitlines()), scherm.teller


def _pages(getoond: str) -> list[str]:
    """Every page as it was first painted; how often it was painted again after a key is a matter of time."""
    bladen = getoond.split("\x1b[?1049h")[1:]
    assert all(KLAAR in blad for blad in bladen)
    return [blad.split(KLAAR)[0] for blad in bladen]


@cache
def without(*, vol: bool) -> tuple[list[str], int]:
    """What the table sees when nothing was said alone."""
    return shown(written([*base(), *joint()]), vol=vol)


@settings(max_examples=3, deadline=None)
@given(st.data())
def test_twee_dossiers_die_alleen_verschillen_in_wat_alleen_is_gezegd_geven_dezelfde_schermen(
    data: st.DataObject,
) -> None:
    """Elk teken, elke kleur en elke regel: vragen, uitleg, overzicht, terug, iemand erbij, nu gevaar, de teller."""
    _same_screens(data, vol=True)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_ook_de_eenvoudige_weergave_is_dan_regel_voor_regel_gelijk(data: st.DataObject) -> None:
    """Hetzelfde gesprek, in getypte woorden."""
    _same_screens(data, vol=False)


def _same_screens(data: st.DataObject, *, vol: bool) -> None:
    alleen = [f for n in range(1, data.draw(st.integers(1, 3)) + 1) for f in solo_session(data, n)]
    met, aantal = shown(written([*base(), *alleen, *joint()]), vol=vol)
    assert (met, aantal) == without(vol=vol)
    assert aantal > 30
    assert GEHEIM not in str(met)
    assert "Werkscherm" not in str(met)


@pytest.mark.parametrize("vol", [True, False], ids=["volle terminal", "eenvoudig"])
def test_een_lek_is_op_het_scherm_te_zien(vol: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """De eigenschap kan falen: laat de tafel alles horen, en de schermen verschillen."""
    gelijk = without(vol=vol)
    assert shown(written(rich()), vol=vol) == gelijk
    monkeypatch.setattr(aan_tafel, "_heard", lambda *_: True)
    assert shown(written(rich()), vol=vol) != gelijk


def test_de_titel_van_het_venster_wordt_nooit_gezet() -> None:
    """Een titel blijft staan in de taakbalk, ook als het scherm leeg is."""
    bladen, _ = shown(written(rich()), vol=True)
    assert len(bladen) > 10
    assert "\x1b]" not in "".join(bladen)
