"""Lang werk laat in een echte terminal zien hoe ver het is; een pijp krijgt daar niets van."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

pexpect = pytest.importorskip("pexpect", reason="pexpect is er niet")
if sys.platform == "win32":
    pytest.skip("Windows heeft geen pseudo-terminal zoals deze", allow_module_level=True)

#: twaalf stappen van ruim een tiende seconde: samen meer dan één seconde
_WERK = """\
import time
from veiligheidsplan.cli.verdeel import do_all
do_all(lambda n: time.sleep(0.15), range(12), "Nakijken", kernen=1)
print("klaar")
"""


def test_na_een_seconde_staat_er_een_balk_met_hoeveel_er_klaar_is() -> None:
    omgeving = {**os.environ, "TERM": "xterm-256color"}
    terminal = pexpect.spawn(
        sys.executable, ["-c", _WERK], encoding="utf-8", dimensions=(24, 80), timeout=20, env=omgeving
    )
    terminal.expect(pexpect.EOF)
    getoond = [int(n) for n in re.findall(r"(\d+) van 12", terminal.before)]
    assert getoond, terminal.before
    assert getoond == sorted(getoond)
    assert 5 <= getoond[0] < 12  # de eerste seconde is er niets te zien, en daarna nooit «0 van 12»
    assert terminal.before.rstrip().endswith("klaar")


def test_een_pijp_krijgt_geen_balk() -> None:
    klaar = subprocess.run([sys.executable, "-c", _WERK], capture_output=True, text=True, check=True)
    assert klaar.stdout == "klaar\n"
    assert klaar.stderr == ""
