"""Werkt het ook op Windows? Wat daar niet bestaat, wordt hier geblokkeerd of nagezocht."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import veiligheidsplan.cli
from veiligheidsplan.cli.toetsen import BEDIENING

MAP = Path(veiligheidsplan.cli.__file__).parent.parent
#: modules that Python has on POSIX systems only
ALLEEN_POSIX = ("termios", "fcntl", "tty", "pty", "pwd", "grp", "resource", "readline", "curses", "syslog")
#: the lock of a store and the echo of a terminal are the two places that ask which system it is first
VRAAGT_EERST = ("storage/levend.py", "cli/stil.py")
ONZE = sorted(p for p in MAP.rglob("*.py") if p.relative_to(MAP).as_posix() not in VRAAGT_EERST)
#: parts of os and signal that Windows lacks
ONTBREEKT = {
    "os": {"fork", "getuid", "geteuid", "setsid", "getpgid", "killpg", "ttyname", "openpty", "mkfifo", "uname"},
    "signal": {"SIGHUP", "SIGKILL", "SIGQUIT", "SIGWINCH", "SIGTSTP", "SIGUSR1", "alarm", "pause", "SIGALRM"},
    "time": {"tzset"},
}  # fmt: skip

GEBLOKKEERD = """
import sys, types
import getpass, shutil, subprocess, tempfile  # Python's own know how to do without, each on its own system
import veiligheidsplan.storage
sys.modules["msvcrt"] = types.ModuleType("msvcrt")
hier, sys.platform = sys.platform, "win32"
import veiligheidsplan.storage.levend  # the one place of ours that asks the system for a lock
sys.platform = hier
del sys.modules["msvcrt"]
for naam in {namen!r}:
    sys.modules[naam] = None
from veiligheidsplan.cli import (ask, beeld, gesprek, hervat, nieuw, onderbreken, overzicht, overzicht_eenvoudig,
    pauze, plain, screens, slot, tafel, toetsen, wachtzin)
from veiligheidsplan.cli.gevaar import show_danger
import io
sys.stdin = io.StringIO("\\n")
show_danger(beeld.Beeld(eenvoudig=True))
"""


def test_zonder_de_modules_die_windows_mist_laadt_alles_en_werkt_de_eenvoudige_weergave() -> None:
    """termios, fcntl en de andere zijn geblokkeerd; «nu gevaar» laat gewoon 112 zien."""
    klaar = subprocess.run(
        [sys.executable, "-c", GEBLOKKEERD.format(namen=ALLEEN_POSIX)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    assert "Bel 112" in klaar.stderr


@pytest.mark.parametrize("pad", ONZE, ids=lambda p: p.relative_to(MAP).as_posix())
def test_geen_onderdeel_van_het_programma_noemt_iets_dat_windows_niet_heeft(pad: Path) -> None:
    """Geen import van een POSIX-module en geen naam van os, signal of time die daar ontbreekt."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    gevonden = []
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Import):
            gevonden += [a.name for a in knoop.names if a.name.split(".")[0] in ALLEEN_POSIX]
        elif isinstance(knoop, ast.ImportFrom) and (knoop.module or "").split(".")[0] in ALLEEN_POSIX:
            gevonden.append(knoop.module or "")
        elif isinstance(knoop, ast.Attribute) and isinstance(knoop.value, ast.Name):
            ontbreekt = knoop.attr in ONTBREEKT.get(knoop.value.id, ())
            gevonden += [f"{knoop.value.id}.{knoop.attr}"] if ontbreekt else []
    assert gevonden == []


@pytest.mark.parametrize("naam", ["hide_typing", "show_typing"])
def test_op_windows_blijft_de_echo_van_het_scherm_met_rust(naam: str) -> None:
    """Zonder termios, op Windows, gebeurt er niets en gaat er niets stuk."""
    code = (
        "import sys, io; from veiligheidsplan.cli import stil; sys.platform = 'win32'\n"
        f"sys.modules['termios'] = None; sys.stdin = io.StringIO(); sys.stdin.isatty = lambda: True; stil.{naam}()"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr


def test_elke_toets_is_er_een_die_de_console_van_windows_doorgeeft() -> None:
    """F1 tot en met F9 en Ctrl met een letter; niet de letters die stoppen, plakken, wissen of Enter zijn."""
    from prompt_toolkit.keys import KEY_ALIASES, Keys

    bekend = {k.value for k in Keys} | set(KEY_ALIASES)
    for b in BEDIENING:
        assert {b.f, b.ctrl} <= bekend
        assert b.f in {f"f{n}" for n in range(1, 10)}
        assert b.ctrl[-1] not in "cdhijmzvafmbsq"
    assert len({b.f for b in BEDIENING} | {b.ctrl for b in BEDIENING}) == 2 * len(BEDIENING)
