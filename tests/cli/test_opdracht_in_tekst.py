"""Wat iemand in een instrument schrijft, wordt in het logboek van een server nooit een opdracht aan die server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from veiligheidsplan.bevinding import Plaats
from veiligheidsplan.cli.clean import clean
from veiligheidsplan.cli.formaten.github import annotation
from veiligheidsplan.cli.start import main

OPDRACHT = re.compile(r"^\s*::|##\[", re.MULTILINE)
KWAAD = '"::error::Weg ##[add-path]x\\n::stop-commands::y"'


@pytest.fixture
def kwaad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Een nieuw instrument met een opdracht als titel, als vraag en als naam van een test die niet klopt."""
    monkeypatch.chdir(tmp_path)
    assert main(["instrument", "nieuw", "kwaad"]) == 0
    bestand = tmp_path / "instrumenten/kwaad/instrument.yaml"
    tekst = bestand.read_text(encoding="utf-8")
    for regel in (
        "tekst: Is er thuis vaak ruzie?",
        "titel: Thuis",
        "titel: Onrust",
        "titel: Verhoogd risico",
    ):
        assert regel in tekst
        tekst = tekst.replace(regel, f"{regel.split(':')[0]}: {KWAAD}")
    bestand.write_text(tekst, encoding="utf-8")
    geval = f"- naam: {KWAAD}\n  antwoorden: {{ruzie: ja}}\n  verwacht: {{eindniveau: hoog}}\n"
    (tmp_path / "instrumenten/kwaad/tests/kwaad.yaml").write_text(geval, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("antwoorden: {ruzie: ja}\n", encoding="utf-8")
    return "instrumenten/kwaad"


@pytest.mark.parametrize(
    "opdracht",
    [
        ["valideer"],
        ["test"],
        ["toon"],
        ["simuleer"],
        ["scoor", "--antwoorden", "a.yaml"],
        ["test", "--formaat", "markdown"],
    ],
    ids=" ".join,
)
def test_op_een_server_van_github_begint_geen_regel_van_een_ander_een_opdracht(
    kwaad: str, opdracht: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    capsys.readouterr()
    main(["instrument", opdracht[0], kwaad, *opdracht[1:]])
    uit = "".join(capsys.readouterr())
    assert "error" in uit or opdracht[0] == "valideer"
    assert not OPDRACHT.search(uit), uit


def test_thuis_blijft_een_tekst_zoals_zij_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert clean("::error::x ##[a]") == "::error::x ##[a]"


def test_de_naam_van_een_test_blijft_op_een_regel(kwaad: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["instrument", "test", kwaad])
    assert "ANDERS  ::error::Weg ##[add-path]x ::stop-commands::y\n" in capsys.readouterr().out


def test_de_naam_van_een_map_stuurt_ook_bij_de_vorm_van_github_geen_terminal() -> None:
    regel = annotation("error", Plaats("kw\x1b[31maad\u202e/i.yaml", 1, 1), "t", "x")
    assert regel.rstrip("\n").isprintable()
    assert regel.startswith("::error file=")
