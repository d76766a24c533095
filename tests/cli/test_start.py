"""Het begin van het programma: snel, in het Nederlands, met een duidelijk antwoord op verkeerd gebruik."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from veiligheidsplan.cli.register import REGISTER, Groep, Opdracht
from veiligheidsplan.cli.start import main

#: Engelse woorden die typer en click uit zichzelf tonen
ENGELS = (
    "usage", "options", "arguments", "commands", "show this", "error", "missing", "invalid", "no such",
    "required", "default:", "try ", "exit", "aborted", "env var", "did you mean",
)  # fmt: skip


def alle_opdrachten() -> list[tuple[str, Opdracht]]:
    """Elke opdracht met de woorden die men ervoor typt."""
    lijst: list[tuple[str, Opdracht]] = []
    for naam, wat in REGISTER.items():
        if isinstance(wat, Groep):
            lijst += [(f"{naam} {onder}", opdracht) for onder, opdracht in wat.opdrachten.items()]
        else:
            lijst.append((naam, wat))
    return lijst


@pytest.mark.parametrize("args", [["--help"], ["instrument", "--help"], ["dossier", "--help"]])
def test_de_uitleg_noemt_elke_opdracht_en_eindigt_met_een_voorbeeld(
    args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """«veiligheidsplan --help» en de uitleg van een groep noemen alles wat in het register staat."""
    assert main(args) == 0
    tekst = capsys.readouterr().out
    groep = REGISTER.get(args[0])
    opdrachten = groep.opdrachten if isinstance(groep, Groep) else REGISTER
    for naam in opdrachten:
        assert f"\n  {naam} " in tekst
    assert tekst.splitlines()[-2] == "Voorbeeld:"
    assert tekst.splitlines()[-1].startswith("  veiligheidsplan ")


@pytest.mark.parametrize(("woorden", "opdracht"), alle_opdrachten(), ids=lambda w: str(w)[:24])
def test_elke_opdracht_heeft_nederlandse_uitleg_met_een_voorbeeld(
    woorden: str, opdracht: Opdracht, capsys: pytest.CaptureFixture[str]
) -> None:
    """De uitleg begint met «Gebruik:», eindigt met een voorbeeld en bevat geen Engels van een bibliotheek."""
    assert callable(getattr(import_module(opdracht.module), opdracht.functie))
    assert main([*woorden.split(), "--help"]) == 0
    tekst = capsys.readouterr().out
    assert tekst.startswith(f"Gebruik: veiligheidsplan {woorden} [OPTIES]")
    assert f"Voorbeeld:\n  veiligheidsplan {woorden}" in tekst
    assert "--help" in tekst
    for woord in ENGELS:
        assert woord not in tekst.lower()
    assert max(map(len, tekst.splitlines())) <= 80


def test_help_laadt_geen_zware_bibliotheek() -> None:
    """Na «veiligheidsplan --help» is geen enkele bibliotheek van buiten geladen."""
    code = (
        "import sys; from veiligheidsplan.cli.start import main; main(['--help']);"
        "zwaar = {'typer','pydantic','rich','yaml','reportlab','questionary','prompt_toolkit','pyhanko',"
        "'cryptography','click'};"
        "print('GELADEN', sorted(zwaar & set(sys.modules)))"
    )
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert uit.stdout.splitlines()[-1] == "GELADEN []"


@pytest.mark.parametrize(
    ("args", "melding"),
    [
        (["nieuwe"], "De opdracht «nieuwe» bestaat niet. Bedoelde u «nieuw»?"),
        (["xyz"], "De opdracht «xyz» bestaat niet. Kies uit: nieuw, hervat,"),
        (["--version"], "De optie «--version» bestaat niet. Bedoelde u «--versie»?"),
        (["instrument", "scor"], "De opdracht «scor» bestaat niet. Bedoelde u «scoor»?"),
        (["\x1b[2J\u202e"], "De opdracht «» bestaat niet."),
    ],
)
def test_een_verkeerde_opdracht_geeft_code_2_en_een_tip(
    args: list[str], melding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """De melding noemt wat niet bestaat en de naaste goede naam."""
    assert main(args) == 2
    fout = capsys.readouterr().err
    assert fout.startswith(f"Fout: {melding}")
    assert "Uitleg: veiligheidsplan" in fout


def test_zonder_opdracht_komt_de_uitleg_en_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    """Wie alleen «veiligheidsplan» typt, ziet wat er kan."""
    assert main([]) == 2
    assert "Opdrachten:" in capsys.readouterr().out


def test_versie_is_die_van_het_pakket(capsys: pytest.CaptureFixture[str]) -> None:
    """«--versie» geeft één regel met naam en versie."""
    from importlib.metadata import version

    assert main(["--versie"]) == 0
    assert capsys.readouterr().out == f"veiligheidsplan {version('veiligheidsplan')}\n"
