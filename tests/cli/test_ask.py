"""Elke soort vraag, in een volle terminal (nagespeelde toetsen) en in de eenvoudige weergave."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from datetime import date
from typing import get_args

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from veiligheidsplan.bevinding import Bevinding, Ernst
from veiligheidsplan.cli.ask import ask
from veiligheidsplan.cli.keuzelijst import FILTER_VANAF
from veiligheidsplan.plan.stap import Keuze, Reactie, Stap, Stapsoort, Waarde

VANDAAG = date(2026, 11, 24)
OMLAAG, ENTER, CTRL_C, CTRL_D, TAB = "\x1b[B", "\r", "\x03", "\x04", "\t"
JA_NEE = (Keuze("ja", "Ja"), Keuze("nee", "Nee"), Keuze("weet_niet", "Weet ik niet"))
VORMEN = (Keuze("dreigen", "Dreigen"), Keuze("slaan", "Slaan"), Keuze("schoppen", "Schoppen"))
WEET_NIET = (Keuze("weet_niet", "Weet ik niet"),)


def stap(soort: Stapsoort, **meer: object) -> Stap:
    """Een vraag van deze soort, met antwoorden die erbij passen."""
    basis: dict[str, object] = {
        "keuze": {"keuzes": JA_NEE},
        "meerkeuze": {"keuzes": VORMEN, "geen_van_deze": True, "bijzonder": WEET_NIET},
        "schaal": {
            "van": 0,
            "tot": 10,
            "bijzonder": WEET_NIET,
            "uitersten": ((0, "onveilig"), (10, "veilig")),
        },
    }.get(soort, {"bijzonder": () if soort == "mededeling" else WEET_NIET})  # type: ignore[assignment]
    return Stap("s/1", soort, "Vraag?", "Sectie", **{**basis, **meer})  # type: ignore[arg-type]


def toetsen(wat: Stap, invoer: str, controle: Callable[[Waarde], Bevinding | None] | None = None) -> Reactie:
    """Speel toetsen na in een volle terminal; de uitkomst is het antwoord."""
    with create_pipe_input() as pijp:
        pijp.send_text(invoer)
        return ask(wat, controle=controle, vandaag=VANDAAG, io=(pijp, DummyOutput()))


def regels(
    monkeypatch: pytest.MonkeyPatch,
    wat: Stap,
    invoer: str,
    controle: Callable[[Waarde], Bevinding | None] | None = None,
) -> Reactie:
    """Typ regels in de eenvoudige weergave; de uitkomst is het antwoord."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(invoer))
    return ask(wat, controle=controle, vandaag=VANDAAG, eenvoudig=True)


ANTWOORDEN = [
    ("keuze", {}, OMLAAG + ENTER, "1\n", "ja"),
    ("keuze", {}, "2" + ENTER, "nee\n", "nee"),
    ("keuze", {}, "n" + ENTER, "NEE\n", "nee"),
    ("keuze", {}, "2\n", "2\n", "nee"),  # een Enter die al getypt was voordat de lijst er stond
    ("keuze", {}, "j" + ENTER, "1\n", "ja"),  # de j van «ja» is geen pijl omlaag
    ("keuze", {"verplicht": False}, ENTER, "\n", None),
    ("meerkeuze", {}, OMLAAG + " " + OMLAAG + OMLAAG + " " + ENTER, "1, 3\n", ("dreigen", "schoppen")),
    ("meerkeuze", {}, "3 1 " + ENTER, "3 1\n", ("dreigen", "schoppen")),
    ("meerkeuze", {}, "1 4 " + ENTER, "4\n", ()),  # «geen van deze» wist het eerste kruisje
    ("meerkeuze", {}, "5 " + ENTER, "weet ik niet\n", "weet_niet"),
    ("meerkeuze", {"verplicht": False}, ENTER, "\n", None),
    ("schaal", {}, "7" + ENTER, "7\n", 7),
    ("schaal", {}, "weet ik niet" + ENTER, "weet ik niet\n", "weet_niet"),
    ("getal", {"van": 0}, "12" + ENTER, "12\n", 12),
    ("datum", {}, "morgen" + ENTER, "morgen\n", date(2026, 11, 25)),
    ("tijd", {}, "14.30" + ENTER, "14.30\n", "14:30"),
    ("tekst", {}, "Een zin" + ENTER, "Een zin\n", "Een zin"),
    ("tekst", {"verplicht": False}, ENTER, "\n", None),
    ("tekst", {"meer_regels": True}, f"een{ENTER}twee{TAB}", "een\ntwee\n\n", "een\ntwee"),
    ("tekst", {"meer_regels": True}, f"een\n{TAB}", "een\n\n", "een"),
    ("mededeling", {}, ENTER, "\n", None),
]


@pytest.mark.parametrize(("soort", "meer", "getoetst", "getypt", "antwoord"), ANTWOORDEN)
def test_dezelfde_vraag_krijgt_hetzelfde_antwoord_met_toetsen_en_met_regels(
    soort: Stapsoort,
    meer: dict[str, object],
    getoetst: str,
    getypt: str,
    antwoord: Waarde,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """De volle terminal en de eenvoudige weergave geven dezelfde waarde."""
    assert toetsen(stap(soort, **meer), getoetst) == antwoord
    assert regels(monkeypatch, stap(soort, **meer), getypt) == antwoord


def test_er_is_voor_elke_soort_vraag_een_geval() -> None:
    """Een nieuwe soort vraag heeft hier een geval, of deze test faalt."""
    assert {geval[0] for geval in ANTWOORDEN} == set(get_args(Stapsoort))


@pytest.mark.parametrize("soort", get_args(Stapsoort))
@pytest.mark.parametrize(("toets", "fout"), [(CTRL_C, KeyboardInterrupt), (CTRL_D, EOFError)])
def test_stoppen_komt_bij_elke_soort_vraag_bij_de_aanroeper(
    soort: Stapsoort, toets: str, fout: type[BaseException]
) -> None:
    """Ctrl-C en Ctrl-D worden niet ingeslikt en geven geen antwoord."""
    with pytest.raises(fout):
        toetsen(stap(soort), toets)


@pytest.mark.parametrize("soort", get_args(Stapsoort))
def test_zonder_invoer_stopt_de_eenvoudige_weergave(
    soort: Stapsoort, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Invoer uit /dev/null geeft het einde van de invoer, geen antwoord."""
    with pytest.raises(EOFError):
        regels(monkeypatch, stap(soort), "")


@pytest.mark.parametrize("soort", ["keuze", "meerkeuze", "schaal", "getal", "datum", "tijd", "tekst"])
def test_alleen_enter_is_nooit_een_antwoord_op_een_verplichte_vraag(
    soort: Stapsoort, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Driemaal Enter en dan stoppen: er is geen antwoord gegeven."""
    with pytest.raises(KeyboardInterrupt):
        toetsen(stap(soort), ENTER * 3 + CTRL_C)
    with pytest.raises(EOFError):
        regels(monkeypatch, stap(soort), "\n\n\n")


@pytest.mark.parametrize("eerder", ["ja", "bestaat_niet_meer", 7, ("ja",)])
def test_een_eerder_antwoord_staat_klaar_en_enter_houdt_het(
    eerder: Waarde, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Een antwoord dat er niet meer bij hoort, staat nergens en laat niets vastlopen."""
    past = eerder in ("ja", ("ja",))
    if past:
        assert toetsen(stap("keuze", standaard=eerder), ENTER) == "ja"
    else:
        with pytest.raises(KeyboardInterrupt):
            toetsen(stap("keuze", standaard=eerder), ENTER + CTRL_C)
    assert toetsen(stap("keuze", standaard=eerder), "2" + ENTER) == "nee"
    assert regels(monkeypatch, stap("keuze", standaard=eerder), "2\n") == "nee"
    assert ("1. Ja (eerder gekozen)" in capsys.readouterr().err) is past


@pytest.mark.parametrize(
    ("soort", "eerder"),
    [("keuze", "nee"), ("meerkeuze", ("dreigen", "slaan")), ("meerkeuze", ()), ("schaal", 7), ("schaal", "weet_niet"),
     ("getal", 0), ("datum", VANDAAG), ("tijd", "14:30"), ("tekst", "Oud")],
)  # fmt: skip
def test_bij_elke_soort_vraag_houdt_enter_het_eerdere_antwoord(
    soort: Stapsoort, eerder: Waarde, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Terug en dan Enter: het antwoord blijft zoals het was, in beide weergaven."""
    vraag = stap(soort, standaard=eerder)
    assert toetsen(vraag, ENTER) == eerder
    assert regels(monkeypatch, vraag, "\n") == eerder


@pytest.mark.parametrize(
    ("soort", "eerder"), [("keuze", "nee"), ("schaal", 7), ("datum", VANDAAG), ("tekst", "Oud")]
)
def test_een_antwoord_uit_de_vorige_ronde_telt_pas_na_een_tweede_enter(
    soort: Stapsoort, eerder: Waarde, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Eén Enter vraagt of het nog klopt; de tweede zegt ja."""
    vraag = stap(soort, standaard=eerder, herkomst="uit de vorige ronde")
    with pytest.raises(KeyboardInterrupt):
        toetsen(vraag, ENTER + CTRL_C)
    with pytest.raises(EOFError):
        regels(monkeypatch, vraag, "\n")
    assert toetsen(vraag, ENTER + ENTER) == eerder
    assert regels(monkeypatch, vraag, "\n\n") == eerder
    uit = capsys.readouterr().err
    assert "(uit de vorige ronde)" in uit
    assert "Klopt het nog? Druk dan nog eens op Enter." in " ".join(uit.split())


def test_een_eerdere_tekst_staat_er_al_en_mag_blijven(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wat er te lezen staat, mag met Enter worden bevestigd."""
    assert toetsen(stap("tekst", standaard="Oud"), "er" + ENTER) == "Ouder"
    assert regels(monkeypatch, stap("tekst", standaard="Oud"), "\n") == "Oud"
    assert toetsen(stap("datum", standaard=VANDAAG), ENTER) == VANDAAG


def test_een_lange_lijst_wordt_korter_door_te_typen() -> None:
    """Van veertig gemeenten blijft na «nij» alleen Nijmegen over."""
    namen = [f"Gemeente {n}" for n in range(40)] + ["Nijmegen"]
    lang = stap("keuze", keuzes=tuple(Keuze(f"g{n}", naam) for n, naam in enumerate(namen)))
    assert len(lang.keuzes) > FILTER_VANAF
    assert toetsen(lang, "nij" + ENTER) == "g40"
    assert toetsen(lang, "gemeente 3\x7f7" + ENTER) == "g7"
    with pytest.raises(KeyboardInterrupt):
        toetsen(lang, "xyz" + ENTER + CTRL_C)


def test_geen_van_deze_kan_niet_samen_met_een_ander_antwoord(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """«1, 4» wordt niet aangenomen; daarna «1» wel."""
    assert regels(monkeypatch, stap("meerkeuze"), "1, 4\n1\n") == ("dreigen",)
    assert "«Geen van deze» kan niet samen met een ander antwoord." in capsys.readouterr().err


def test_een_fout_van_de_controle_vraagt_opnieuw_en_een_waarschuwing_mag_worden_bevestigd(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Een fout blijft een fout; na een waarschuwing is hetzelfde antwoord nog eens geven genoeg."""

    def controle(waarde: Waarde) -> Bevinding | None:
        if waarde == "fout":
            return Bevinding("X1", "dit kan niet.", suggestie="Probeer iets anders.")
        return Bevinding("X2", "dit lijkt een nummer.", Ernst.WAARSCHUWING) if waarde == "123" else None

    assert regels(monkeypatch, stap("tekst"), "fout\nfout\n123\n123\n", controle) == "123"
    uit = capsys.readouterr().err
    assert uit.count("Let op: dit kan niet.") == 2
    assert uit.count("Let op: dit lijkt een nummer. Klopt het toch?") == 1
    assert toetsen(stap("tekst"), "123" + ENTER + ENTER, controle) == "123"


def test_uitleg_komt_op_verzoek(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """«?» laat de hulp zien en is zelf geen antwoord."""
    for soort, antwoord in (("keuze", "1\n"), ("tekst", "zin\n")):
        assert regels(monkeypatch, stap(soort, hulp="Zo bedoelen wij het."), "?\n" + antwoord)  # type: ignore[arg-type]
        assert "Zo bedoelen wij het." in capsys.readouterr().err
    assert toetsen(stap("keuze", hulp="Uitleg"), "?" + ENTER + "1" + ENTER) == "ja"
    assert toetsen(stap("tekst", hulp="Uitleg"), "?" + ENTER + ENTER + "zin" + ENTER) == "zin"


def test_de_kop_noemt_het_scherm_de_sectie_en_het_nummer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wie onderbroken wordt, ziet waar hij is; tekst van een instrument stuurt de terminal niet."""
    vraag = stap("tekst", nummer=(3, 8), inleiding="Nu over \x1b[31mveiligheid.")
    regels(monkeypatch, vraag, "x\n")
    uit = capsys.readouterr().err
    assert "Werkscherm: alleen voor u. Sectie. Vraag 3 van 8." in uit
    assert "Nu over veiligheid." in uit
    assert "\x1b" not in uit


def test_vragen_staan_niet_op_stdout(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stdout is voor uitkomsten; het gesprek loopt over stderr."""
    regels(monkeypatch, stap("keuze"), "x\n1\n")
    toetsen(stap("keuze"), "1" + ENTER)
    assert capsys.readouterr().out == ""
