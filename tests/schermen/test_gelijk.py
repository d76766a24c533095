"""Aan tafel, teken voor teken: wat alleen is gezegd, verandert geen scherm."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any, cast

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from tests.plan.alleen_gedaan import SAMEN, gemeente
from tests.plan.omgeving import omgeving
from tests.plan.spel import Genoeg, Logboek
from tests.plan.test_aan_tafel import GEHEIM, base, joint, rich, solo_session, written
from tests.plan.test_aan_tafel_breed import pair
from veiligheidsplan.app.gesprekspartner import Controle
from veiligheidsplan.app.vraag_af import run
from veiligheidsplan.cli.tafel import Tafel, stopped
from veiligheidsplan.plan import aan_tafel
from veiligheidsplan.plan.dossier import Dossier
from veiligheidsplan.plan.omgeving import Omgeving
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
    meest: int = 32

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
        if self.teller > self.meest:
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
    return "2" if stap.id.startswith(("afname:", "loop/deel")) or stap.id.endswith("_2") else "1"


def wrong(stap: Stap) -> str:
    """Something that this question refuses, or nothing where it takes anything."""
    fout = {
        "datum": "31 februari 2026\n1-1-2020\n",
        "tijd": "25.00\n",
        "getal": "duizend\n",
        "schaal": "99\n",
    }
    return fout.get(stap.soort, "99\n" if stap.soort in ("keuze", "meerkeuze") else "")


def words_of(stap: Stap, n: int) -> str:
    """The same, in words."""
    anders = {3: "overzicht", 5: "terug", 7: "gevaar", 9: "ga naar 4", 11: "erbij"}.get(n % 13)
    voor = {2: "uitleg\n", 4: "notitie\n", 6: wrong(stap)}.get(n % 9, "")
    if anders is not None:
        return f"{voor}{anders}\n"
    if stap.soort == "mededeling" or stap.standaard is not None:
        return voor + "\n"
    typen = {"schaal": "5", "getal": "3", "datum": "morgen", "tijd": "20.00", "tekst": "Een zin"}
    antwoord = typen.get(stap.soort, _second(stap))
    return f"{voor}{antwoord}\n" + ("\n" if stap.meer_regels else "")


def shown(
    d: Dossier, *, vol: bool, o: Omgeving | None = None, hervat: bool = False, meest: int = 32
) -> tuple[list[str], int]:
    """All that the terminal got in a conversation at the table, to the last line, and how many questions there were."""
    o = o or omgeving()
    tafel = Tafel(cast("Any", None), "x", o, eenvoudig=not vol)
    tafel.beeld.eenvoudig = not vol
    scherm, log = Tafelscherm(tafel, vol, meest=meest), Logboek()
    with suppress(Genoeg, EOFError):  # where the screen is another one, the keys may not fit it
        run(d, o, scherm, log.write, hervat=hervat)
    getoond = scherm.beeld.getvalue()
    einde = stopped(tafel).bericht.splitlines()
    return [*(_pages(getoond) if vol else getoond.splitlines()), *einde], scherm.teller


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


# -- everything that a professional can do alone ----------------------------------------------------------------------


def _broad(zaad: int, *, vol: bool, meest: int) -> None:
    """The same keys at two dossiers: one of them also holds solo sessions in every part of the program."""
    r = Random(zaad)  # noqa: S311
    zonder, met = pair(r, r.choice([SAMEN, (*SAMEN, "persoon:3")]), tolk=r.choice(["geen", "ander"]))
    hervat = r.random() < 0.5
    a, aantal = shown(zonder, vol=vol, o=gemeente(), hervat=hervat, meest=meest)
    b, _ = shown(met, vol=vol, o=gemeente(), hervat=hervat, meest=meest)
    assert a == b
    assert aantal >= meest
    assert GEHEIM not in str(b)


@settings(max_examples=3, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.integers(0, 1_000_000))
def test_ook_na_hoofdstukken_meldcode_voorvallen_en_correcties_is_elk_scherm_gelijk(zaad: int) -> None:
    """Met eigen vragen van een gemeente, een vorige ronde, een tolk, fouten, sprongen, hervatten, de laatste regels."""
    _broad(zaad, vol=False, meest=80)


def test_ook_in_een_volle_terminal_is_dan_elk_scherm_gelijk() -> None:
    _broad(4, vol=True, meest=24)
