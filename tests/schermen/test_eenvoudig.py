"""De eenvoudige weergave, regel voor regel: elk woord bij elke soort vraag, en hoe zo'n woord een antwoord wordt."""

from __future__ import annotations

import io
import re
import sys
from datetime import date
from typing import get_args

import pytest

from veiligheidsplan.cli.ask import ask
from veiligheidsplan.cli.beeld import Beeld
from veiligheidsplan.cli.overzicht import choose_line
from veiligheidsplan.cli.toetsen import BEDIENING, read_text, read_word
from veiligheidsplan.plan.overzicht import Overzichtsregel
from veiligheidsplan.plan.stap import Beweging, Keuze, MetToelichting, Reactie, Stap, Stapsoort

JA_NEE = (Keuze("ja", "Ja"), Keuze("nee", "Nee"))
WOORDEN = [(w, b.daad) for b in BEDIENING for w in b.woorden if b.daad not in ("uitleg", "notitie")]


def stap(soort: Stapsoort, **meer: object) -> Stap:
    """A question of this kind."""
    keuzes = {"keuzes": JA_NEE} if soort in ("keuze", "meerkeuze") else {}
    return Stap("s/1", soort, "Vraag?", "Deel", **{**keuzes, **meer})  # type: ignore[arg-type]


def typ(monkeypatch: pytest.MonkeyPatch, b: Beeld, vraag: Stap, regels: str) -> Reactie:
    """Type these lines at the question."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(regels))
    return ask(vraag, vandaag=date(2026, 11, 24), beeld=b)


@pytest.mark.parametrize("soort", get_args(Stapsoort))
def test_elk_woord_werkt_bij_elke_soort_vraag(soort: Stapsoort, monkeypatch: pytest.MonkeyPatch) -> None:
    """«terug» is terug, ook met een hoofdletter en ook halverwege een tekst van meer regels."""
    for woord, daad in WOORDEN:
        assert typ(monkeypatch, Beeld(), stap(soort), f"{woord.capitalize()}\n") == Beweging(daad)  # type: ignore[arg-type]
    lang = stap("tekst", meer_regels=True)
    b = Beeld()
    assert typ(monkeypatch, b, lang, "een\nterug\n") == Beweging("terug")
    assert typ(monkeypatch, b, lang, "twee\n\n") == "een\ntwee"


def test_een_woord_wordt_een_antwoord_met_een_punt_ervoor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """«.gevaar» is het antwoord «gevaar»; «...» en «.nl» blijven wat zij zijn; na «gevaar» wordt dat ook gezegd."""
    b = Beeld()
    assert typ(monkeypatch, b, stap("tekst"), "gevaar\n") == Beweging("nu_gevaar")
    assert typ(monkeypatch, b, stap("tekst"), ".gevaar\n") == "gevaar"
    assert "Was gevaar uw antwoord? Typ dan .gevaar" in capsys.readouterr().err
    assert [read_text(r) for r in (".terug", "..terug", "...", ".nl", "terug naar huis")] == [
        "terug", ".terug", "...", ".nl", "terug naar huis",
    ]  # fmt: skip
    assert read_word("terug naar huis") is None


def test_uitleg_noemt_elk_woord_en_een_notitie_komt_bij_het_antwoord(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Geen vraag kwijt: na uitleg en notitie komt gewoon het antwoord."""
    uit = typ(monkeypatch, Beeld(), stap("keuze", hulp="Zo is het."), "uitleg\nnotitie\nZij keek weg.\n\n1\n")
    assert uit == MetToelichting("ja", "Zij keek weg.")
    gezegd = capsys.readouterr().err
    assert "Zo is het." in gezegd
    assert all(f"Typ {b.woorden[0]}." in gezegd for b in BEDIENING)


def test_aan_tafel_staat_er_geen_notitie_en_geen_concept_van_daarvoor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wat half getypt is voordat iemand erbij kwam, komt alleen op het werkscherm terug."""
    b = Beeld(kant="aan_tafel")
    lang = stap("tekst", meer_regels=True, toelichting="Hij dreigt.")
    assert typ(monkeypatch, b, lang, "zwaluw\nerbij\n") == Beweging("iemand_erbij")
    b.company()
    capsys.readouterr()
    assert typ(monkeypatch, b, lang, "iets\n\n") == "iets"
    gezegd = capsys.readouterr().err
    assert "zwaluw" not in gezegd
    assert "dreigt" not in gezegd
    b.switched("werkscherm")
    assert typ(monkeypatch, b, lang, "erbij\n") == Beweging("iemand_erbij")
    assert "zwaluw" in capsys.readouterr().err


REGELS = (
    Overzichtsregel("a/1", "Begin", "Hoe heet u?", "Kim", "beantwoord"),
    Overzichtsregel("a/2", "Begin", "Hoe oud?", None, "open"),
    Overzichtsregel("b/1", "Zorg", "Is er zorg?", "Ja", "slapend"),
)


@pytest.mark.parametrize(
    ("regels", "keuze"),
    [("2\n", "a/2"), ("\n", None), ("heet\n1\n", "a/1"), ("3\n9\nterug\n", None), ("ga naar 2\n", "a/2")],
)
def test_het_overzicht_is_een_genummerde_lijst(
    regels: str, keuze: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Een nummer gaat erheen, een woord zoekt, Enter gaat terug; wat nu niet geldt, zegt dat."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(regels))
    assert choose_line(Beeld(), REGELS, "a/2") == keuze
    gezegd = capsys.readouterr().err
    assert "2. Hoe oud? nog open. Hier bent u nu." in gezegd
    assert "Deel: Zorg." in gezegd


def test_ga_naar_een_nummer_gaat_daar_meteen_heen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ook bij een vraag naar een getal; de lijst komt dan niet eerst."""
    b = Beeld()
    assert typ(monkeypatch, b, stap("getal"), "ga naar 1\n") == Beweging("overzicht")
    assert choose_line(b, REGELS, None) == "a/1"


def test_een_gevaar_in_het_overzicht_gaat_voor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Het woord in het overzicht is het antwoord op de vraag waar men vandaan kwam."""
    b = Beeld()
    monkeypatch.setattr(sys, "stdin", io.StringIO("erbij\n"))
    assert choose_line(b, REGELS, None) is None
    assert typ(monkeypatch, b, stap("keuze"), "") == Beweging("iemand_erbij")


def test_geen_regel_bevat_een_teken_dat_een_schermlezer_spelt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Geen streepjes als lijn, geen blokhaken, geen pijlen: woorden, cijfers en leestekens."""
    for soort in get_args(Stapsoort):
        vraag = stap(soort, van=0, tot=10) if soort in ("schaal", "getal") else stap(soort)
        typ(monkeypatch, Beeld(), vraag, "uitleg\nterug\n")
    assert not re.search(r"[^\w\s.,:;?!()«»'/-]|--|\x1b", capsys.readouterr().err)


def test_een_antwoord_met_meer_regels_lijkt_nooit_op_een_ander_antwoord(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Een afspraak van twee regels is één keuze op één regel, ook als haar tweede regel met een nummer begint."""
    keuzes = (Keuze("a", "Sem belt.\n2. Sem komt langs."), Keuze("b", "Noor belt."))
    vraag = Stap("s/1", "meerkeuze", "Wat helpt?", "Deel", keuzes=keuzes)
    assert typ(monkeypatch, Beeld(), vraag, "1\n") == ("a",)
    regels = capsys.readouterr().err.splitlines()
    assert "1. Sem belt. 2. Sem komt langs." in regels
    assert [r for r in regels if r.startswith("2.")] == ["2. Noor belt."]
    assert regels[-1].endswith("Dat is: Sem belt. 2. Sem komt langs.")


def test_is_er_maar_een_antwoord_dan_staat_er_geen_reeks_van_een_tot_en_met_een(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vraag = Stap("s/1", "keuze", "Begint het gesprek?", "Deel", keuzes=(Keuze("nog_niet", "Nog niet"),))
    assert typ(monkeypatch, Beeld(), vraag, "2\n1\n") == "nog_niet"
    gezegd = capsys.readouterr().err
    assert "Typ 1, of een woord." in gezegd
    assert "tot en met 1" not in gezegd


def test_een_datum_die_er_al_staat_wordt_gezegd_en_niet_gespeld(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typ(monkeypatch, Beeld(), stap("datum", standaard=date(2026, 12, 7)), "\n") == date(2026, 12, 7)
    assert "Nu staat er: maandag 7 december 2026 (eerder gekozen)." in capsys.readouterr().err


def test_in_het_overzicht_staat_na_elke_tekst_een_leesteken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """«Het gaat over: Wonen. Nog open», en na een vraagteken gewoon het antwoord."""
    regels = (
        Overzichtsregel("a/1", "Begin", "Is hier een zorg? Het gaat over: Wonen", None, "open"),
        Overzichtsregel("a/2", "Begin", "Hoe heet u?", "Kim", "beantwoord"),
    )
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert choose_line(Beeld(), regels, None) is None
    gezegd = capsys.readouterr().err
    assert "1. Is hier een zorg? Het gaat over: Wonen. Nog open" in gezegd
    assert "2. Hoe heet u? Kim" in gezegd
