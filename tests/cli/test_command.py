"""Wat typer weigert, staat er in het Nederlands: wat er mist, wat niet kan, en wat wel kan."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Annotated

import pytest
import typer

from veiligheidsplan.cli import faults
from veiligheidsplan.cli.command import run, translate
from veiligheidsplan.cli.opties import Formaat, Json, Map
from veiligheidsplan.cli.register import Opdracht

OPDRACHT = Opdracht("veiligheidsplan_proef", "Een proef.", "veiligheidsplan proef D-1")


def commando(
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="Het dossier.")],
    map_: Map = None,
    formaat: Formaat = "tekst",
    json: Json = False,
    getal: Annotated[int, typer.Option("--getal", metavar="GETAL", min=0, max=10)] = 3,
    twee: Annotated[tuple[int, int] | None, typer.Option("--twee", metavar="N M")] = None,
) -> None:
    """A command with every kind of parameter."""
    typer.echo(f"{dossier} {map_} {formaat} {json} {getal}")


@pytest.fixture(autouse=True)
def _proefopdracht(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("veiligheidsplan_proef")
    module.commando = commando  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "veiligheidsplan_proef", module)


def start(*args: str) -> int:
    """Voer de proefopdracht uit zoals het programma dat doet."""
    return faults.guard(lambda: run("veiligheidsplan proef", OPDRACHT, list(args)))


@pytest.mark.parametrize(
    ("args", "melding"),
    [
        ([], "Er ontbreekt een argument: DOSSIER."),
        (["a", "b"], "Dit hoort niet bij deze opdracht: «b»."),
        (["a", "--getal", "x"], "De waarde bij --getal kan niet. Geef een heel getal van 0 tot en met 10."),
        (["a", "--getal", "11"], "De waarde bij --getal kan niet. Geef een heel getal van 0 tot en met 10."),
        (["a", "--formaat", "jso"], "De waarde bij --formaat kan niet. Kies uit: tekst, json"),
        (["a", "--jso"], "De optie «--jso» bestaat niet. Bedoelde u «--json»?"),
        (["a", "--xyzzy"], "De optie «--xyzzy» bestaat niet."),
        (["a", "--map"], "Achter --map hoort een waarde."),
        (["a", "--twee"], "Achter --twee horen 2 waarden: N M."),
        (["a", "--twee", "1"], "Achter --twee horen 2 waarden: N M."),
        (["a", "--twee", "1", "x"], "De waarde bij --twee kan niet. Geef 2 waarden: N M."),
        (["a", "--json=1"], "Achter --json hoort geen waarde."),
    ],
)
def test_verkeerd_gebruik_geeft_code_2_met_nederlandse_melding(
    args: list[str], melding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Elke weigering van typer heeft eigen Nederlandse woorden en verwijst naar de uitleg."""
    assert start(*args) == 2
    fout = capsys.readouterr().err
    assert fout.startswith(f"Fout: {melding}")
    assert fout.endswith("Uitleg: veiligheidsplan proef --help\n")


def test_goed_gebruik_geeft_de_waarden_door(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """De map komt uit de omgeving als zij niet op de regel staat."""
    monkeypatch.setenv("VEILIGHEIDSPLAN_MAP", "/ergens")
    assert start("D-1", "--json", "--getal", "7") == 0
    assert capsys.readouterr().out == "D-1 /ergens tekst True 7\n"


def test_de_uitleg_noemt_argumenten_keuzes_omgeving_en_standaard(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """De uitleg van een opdracht zegt van elke optie wat zij doet en wat er zonder haar gebeurt."""
    assert start("--help") == 0
    tekst = " ".join(capsys.readouterr().out.split())
    for deel in (
        "Gebruik: veiligheidsplan proef [OPTIES] DOSSIER",
        "DOSSIER Het dossier.",
        "--map PAD",
        "[of de omgevingsvariabele VEILIGHEIDSPLAN_MAP]",
        "Kies uit: tekst, json",
        "[standaard: tekst]",
        "--help Laat deze uitleg zien.",
        "Voorbeeld: veiligheidsplan proef D-1",
    ):
        assert deel in tekst


def test_een_map_die_u_niet_mag_openen_wordt_zo_genoemd() -> None:
    """De eigen woorden van typer zijn Engels; de reden gaat niet verloren."""
    fout = typer.BadParameter("Directory '/x' is not readable.")
    assert translate(fout) == "Wat u opgaf bij deze opdracht, mag u op deze computer niet openen."
