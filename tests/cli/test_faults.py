"""Elke uitkomst heeft een eigen code en één melding; een verslag bevat nooit iets van een gezin."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.cli.faults import Gebruiksfout, Mislukt, Onderbroken, guard, outcome

GEHEIM = "Roos-van-der-Geheim"


def gooi(fout: BaseException) -> int:
    """Doe een opdracht na die met *fout* eindigt; de uitkomst is de code."""

    def opdracht() -> int:
        antwoord = GEHEIM
        raise fout if antwoord else ValueError

    return guard(opdracht)


@pytest.mark.parametrize(
    ("fout", "code", "melding"),
    [
        (BevindingenFout([Bevinding("VP1", "dit klopt niet")]), 1, "fout[VP1]: dit klopt niet\n\n1 fout\n"),
        (Mislukt("De wachtzin klopt niet."), 1, "De wachtzin klopt niet.\n"),
        (Gebruiksfout("Kies één van beide.", "veiligheidsplan x"), 2, "Fout: Kies één van beide.\nUitleg: "),
        (Onderbroken("Bewaard. Ga verder met: veiligheidsplan hervat"), 130, "\nBewaard. Ga verder met: "),
        (KeyboardInterrupt(), 130, "\nOnderbroken.\n"),
        (EOFError(), 130, "\nOnderbroken: er kwam geen invoer meer.\n"),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "De schijf is vol. Maak ruimte vrij"),
        (PermissionError(errno.EACCES, "Permission denied", "/x"), 1, "U hebt geen toegang tot dit"),
        (FileNotFoundError(errno.ENOENT, "No such file", "/x"), 1, "Dit bestand of deze map bestaat niet: "),
        (OSError(errno.EIO, "Input/output error"), 1, "Lezen of schrijven lukt niet (systeemcode EIO)."),
        (SystemExit(0), 0, ""),
    ],
    ids=lambda w: type(w).__name__ if isinstance(w, BaseException) else None,
)  # fmt: skip
def test_elke_uitkomst_heeft_een_code_en_een_nederlandse_melding(
    fout: BaseException, code: int, melding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Een fout geeft 1, verkeerd gebruik 2, onderbreken 130; de melding staat op stderr."""
    assert gooi(fout) == code
    uit = capsys.readouterr()
    assert uit.out == ""
    assert uit.err.startswith(melding)
    assert "No such" not in uit.err
    assert "denied" not in uit.err


def test_een_programmafout_geeft_code_3_en_een_verslag_zonder_geheimen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Het verslag noemt versies, soort fout en plaats in de code; nooit een melding, variabele of naam."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["veiligheidsplan", GEHEIM])
    oorzaak = ValueError(f"antwoord {GEHEIM}")
    fout = RuntimeError(f"kapot bij {GEHEIM}")
    fout.__cause__ = oorzaak
    assert gooi(fout) == 3
    melding = capsys.readouterr().err
    (verslag,) = (tmp_path / "veiligheidsplan").iterdir()
    tekst = verslag.read_text(encoding="utf-8")
    assert str(verslag) in melding
    assert melding.count("\n") == 1
    for woord in (GEHEIM, "kapot", "antwoord "):
        assert woord not in tekst + melding
    assert "builtins.RuntimeError" in tekst
    assert "builtins.ValueError" in tekst
    assert "veiligheidsplan/cli/faults.py:" in tekst
    assert "pydantic " in tekst
    assert str(Path.home()) not in tekst
    assert os.name == "nt" or verslag.stat().st_mode & 0o777 == 0o600


def test_een_verslag_dat_niet_kan_worden_bewaard_verbergt_de_fout_niet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Staat er een bestand waar de map zou komen, dan blijft er één zin en code 3."""
    (tmp_path / "veiligheidsplan").write_text("in de weg")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert gooi(RuntimeError(GEHEIM)) == 3
    melding = capsys.readouterr().err
    assert melding == (
        "Er ging iets mis in het programma zelf. Een verslag daarvan kon niet worden bewaard.\n"
    )


def test_wie_de_uitvoer_sluit_krijgt_geen_foutmelding() -> None:
    """«veiligheidsplan … | head -1» eindigt stil, ook als er nog veel te schrijven was."""
    code = (
        "import sys; from veiligheidsplan.cli.faults import guard\n"
        "def opdracht():\n    for _ in range(5000): print('x' * 999, flush=True)\n    return 0\n"
        "sys.exit(guard(opdracht))"
    )
    proces = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert proces.stdout is not None
    assert proces.stderr is not None
    proces.stdout.readline()
    proces.stdout.close()
    fout = proces.stderr.read()
    proces.stderr.close()
    assert proces.wait(20) == 1
    assert fout == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="dit systeem heeft geen /dev/full")
def test_een_volle_schijf_bij_het_schrijven_geeft_een_zin() -> None:
    """Uitvoer naar een volle schijf geeft code 1 en een zin, geen traceback."""
    with open("/dev/full", "w") as vol:
        uit = subprocess.run(
            [sys.executable, "-m", "veiligheidsplan.cli.start", "--help"],
            stdout=vol,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert uit.returncode == 1
    assert uit.stderr == "De schijf is vol. Maak ruimte vrij en probeer het opnieuw.\n"


def test_een_terminal_zonder_accenten_krijgt_leesbare_tekst() -> None:
    """Op een ASCII-terminal wordt «één» «een» en loopt niets vast."""
    uit = subprocess.run(
        [sys.executable, "-m", "veiligheidsplan.cli.start", "nieuwë"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert uit.returncode == 2
    assert uit.stderr.startswith('Fout: De opdracht "nieuwe" bestaat niet. Bedoelde u "nieuw"?')


@pytest.mark.skipif(sys.platform == "win32", reason="Windows heeft geen pseudo-terminal zoals deze")
@pytest.mark.parametrize(
    "fout",
    [
        Mislukt("Dit bestand is er niet. " * 8),
        Gebruiksfout("Kies er één van de twee, en niet allebei. " * 5, "veiligheidsplan x"),
        FileNotFoundError(errno.ENOENT, "No such file", "/een map/met een lange naam" * 6),
    ],
)
def test_een_lange_melding_breekt_op_een_terminal_niet_midden_in_een_woord(
    fout: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Geen regel is langer dan het scherm, en dezelfde woorden staan er in dezelfde volgorde."""
    _, in_een_bestand = outcome(fout)
    kant, terminal = os.openpty()
    with open(terminal, "w", encoding="utf-8") as scherm:
        monkeypatch.setattr(sys, "stderr", scherm)
        monkeypatch.setenv("COLUMNS", "80")
        _, op_het_scherm = outcome(fout)
    os.close(kant)
    assert op_het_scherm.split() == in_een_bestand.split()
    assert max(map(len, op_het_scherm.split("\n"))) < 80 < max(map(len, in_een_bestand.split("\n")))
    assert op_het_scherm.endswith("\n")


def test_de_opdracht_om_verder_te_gaan_blijft_op_een_terminal_op_een_regel(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Wie onderbroken is, kopieert de opdracht; een regeleinde erin zou haar breken."""
    opdracht = "veiligheidsplan hervat 123e4567-e89b-12d3-a456-426614174000 --map /een/map/met/een/lange/naam"
    kant, terminal = os.openpty()
    with open(terminal, "w", encoding="utf-8") as scherm:
        monkeypatch.setattr(sys, "stderr", scherm)
        monkeypatch.setenv("COLUMNS", "60")
        _, op_het_scherm = outcome(Onderbroken(f"Alles is bewaard. Ga verder met: {opdracht}"))
    os.close(kant)
    assert opdracht in op_het_scherm
