"""Many files over all cores: the same results in the same order, and every way in which that can be broken off."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from veiligheidsplan.app.beproef import try_instrument
from veiligheidsplan.app.valideer import validate
from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.cli.faults import Mislukt
from veiligheidsplan.cli.verdeel import do_all
from veiligheidsplan.loading.finder import built_in

NU = {"eerst": 0.0, "genoeg": 0.0, "kernen": 2}


def double(getal: int) -> int:
    return getal * 2


def with_process(getal: int) -> tuple[int, int]:
    return getal, os.getpid()


def slow(seconden: float) -> float:
    time.sleep(seconden)
    return seconden


def die(getal: int) -> int:
    if getal == 7:
        os._exit(9)
    return getal


def refuse(getal: int) -> int:
    if getal == 7:
        raise BevindingenFout([Bevinding("VP101", "Dit is zeven.")])
    return getal


@pytest.fixture
def mappen(tmp_path: Path) -> list[Path]:
    """Good instruments with their tests, and some with a mistake, by turns."""
    uit = []
    for i in range(6):
        map_ = tmp_path / f"nummer-{i}" / "directe-veiligheid"
        shutil.copytree(built_in("instrumenten") / "directe-veiligheid", map_)
        bestand = map_ / "instrument.yaml"
        if i % 3 == 1:
            bestand.write_text(bestand.read_text(encoding="utf-8") + f"fout_{i}: 1\n", encoding="utf-8")
        if i % 3 == 2:
            (map_ / "tests" / "meer.yaml").write_text(
                "- naam: Niets\n  verwacht: {eindniveau: direct_gevaar}\n"
            )
        uit.append(map_)
    return uit


def test_de_uitkomsten_staan_in_de_volgorde_van_de_vragen() -> None:
    assert do_all(double, range(100), "Rekenen", **NU) == [2 * i for i in range(100)]
    assert do_all(double, [], "Rekenen", **NU) == []


def test_er_werken_echt_andere_processen_mee() -> None:
    uit = do_all(with_process, range(40), "Rekenen", **NU)
    assert [getal for getal, _ in uit] == list(range(40))
    assert {proces for _, proces in uit} - {os.getpid()}


def test_voor_een_paar_bestanden_wordt_niemand_anders_gevraagd() -> None:
    assert {proces for _, proces in do_all(with_process, range(200), "Rekenen", kernen=2)} == {os.getpid()}


def test_nakijken_over_meer_kernen_geeft_hetzelfde_als_over_een(mappen: list[Path]) -> None:
    werk = partial(validate, vandaag=date(2026, 11, 24))
    samen = do_all(werk, mappen, "Nakijken", **NU)
    assert samen == [werk(map_) for map_ in mappen]
    assert any(b.code == "VP121" for deel in samen for b in deel)


def test_testen_over_meer_kernen_geeft_hetzelfde_met_de_plaats_van_elk_geval(mappen: list[Path]) -> None:
    samen, alleen = do_all(try_instrument, mappen, "Testen", **NU), [try_instrument(m) for m in mappen]
    assert samen == alleen
    plaatsen = [[g.uitkomst.geval.plaats for g in proef.gevallen] for proef in samen]
    assert plaatsen == [[g.uitkomst.geval.plaats for g in proef.gevallen] for proef in alleen]
    assert any(proef.mislukt for proef in samen)


def test_wat_gevonden_is_gaat_heel_van_proces_naar_proces() -> None:
    with pytest.raises(BevindingenFout) as fout:
        do_all(refuse, range(40), "Rekenen", **NU)
    assert [b.code for b in fout.value.bevindingen] == ["VP101"]
    assert pickle.loads(pickle.dumps(fout.value)).bevindingen == fout.value.bevindingen  # noqa: S301 - our own


def test_een_helper_die_omvalt_is_een_duidelijke_zin() -> None:
    with pytest.raises(Mislukt, match=r"Het nakijken is niet af: .* bij «[1-7]»"):
        do_all(die, range(40), "Rekenen", **NU)


ROEP = """
from tests.cli import test_verdeel as t
from veiligheidsplan.cli.faults import guard
from veiligheidsplan.cli.verdeel import do_all
import sys
if __name__ == "__main__":
    print("begonnen", flush=True)
    sys.exit(guard(lambda: len(do_all(t.slow, [0.01, *[30.0] * 40], "Wachten", eerst=0.0, genoeg=0.0, kernen=2))))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C naar een groep kan alleen zo op Unix")
@pytest.mark.parametrize("stop", ["SIGINT", "SIGKILL"])
def test_ctrl_c_stopt_meteen_met_130_en_laat_geen_proces_achter(stop: str, tmp_path: Path) -> None:
    """To the whole group, as a terminal does; and where only the first process is killed, the others go too."""
    (tmp_path / "roep.py").write_text(ROEP)
    omgeving = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, "roep.py"], cwd=tmp_path, env=omgeving, start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as proces:  # fmt: skip
        try:
            assert proces.stdout is not None
            assert proces.stdout.readline() == "begonnen\n"
            wait_for(lambda: len(children(proces.pid)) >= 2)
            kinderen = children(proces.pid)
            if stop == "SIGINT":
                os.killpg(proces.pid, signal.SIGINT)
            else:
                proces.kill()
            _, fout = proces.communicate(timeout=25)
            assert proces.returncode == (130 if stop == "SIGINT" else -signal.SIGKILL)
            assert "Traceback" not in fout
            wait_for(lambda: not any(alive(kind) for kind in kinderen))
        finally:
            proces.kill()


def wait_for(waar: object, seconden: float = 20) -> None:
    """Until it is so; raises when it never is."""
    einde = time.monotonic() + seconden
    while not waar():  # type: ignore[operator]
        assert time.monotonic() < einde
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    lijst = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,stat="], capture_output=True, text=True, check=True
    ).stdout
    rijen = [rij.split() for rij in lijst.splitlines()]
    return [int(kind) for kind, ouder, stand in rijen if int(ouder) == pid and not stand.startswith("Z")]


def alive(pid: int) -> bool:
    uit = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return bool(uit) and not uit.startswith("Z")


VERDEELD = """
import sys
from veiligheidsplan.cli import verdeel
from veiligheidsplan.cli.start import main
if __name__ == "__main__":
    verdeel.cores = lambda: int(sys.argv[1])
    verdeel.do_all.__kwdefaults__.update(eerst=0.0, genoeg=0.0)
    sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("args", [("valideer", "--json"), ("test",)])
def test_de_opdracht_zelf_zegt_met_en_zonder_helpers_hetzelfde(
    args: tuple[str, ...], mappen: list[Path], tmp_path: Path
) -> None:
    """Byte for byte, in a pipe, where no bar is drawn."""
    (tmp_path / "verdeeld.py").write_text(VERDEELD)
    alleen, samen = (
        subprocess.run(
            [sys.executable, str(tmp_path / "verdeeld.py"), kernen, "instrument", *args, *map(str, mappen)],
            capture_output=True,
            check=False,
        )
        for kernen in ("1", "2")
    )
    assert (alleen.returncode, alleen.stdout, alleen.stderr) == (1, samen.stdout, b"")
    assert (samen.returncode, samen.stderr) == (1, b"")
