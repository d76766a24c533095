"""Hostile files through the real command: one Dutch finding or more, exit code 1, soon, and in little memory."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from veiligheidsplan.app.beproef import try_instrument
from veiligheidsplan.app.valideer import validate
from veiligheidsplan.loading.limits import MAX_BYTES

BASIS = Path(__file__).with_name("basis.yaml").read_text(encoding="utf-8")
#: megabytes at the highest point; starting the program takes some 35 of them
MEESTE_MB = 200
#: seconds; ordinary is under two, and a busy machine takes longer
RUIM = 90

#: the program itself, that tells at the end how much memory it had at most
METER = """
import sys
from veiligheidsplan.cli.start import main
code = main(sys.argv[2:])
try:
    regels = open("/proc/self/status").read().splitlines()
    piek = next(int(r.split()[1]) * 1024 for r in regels if r.startswith("VmHWM"))
except OSError:
    import resource
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
open(sys.argv[1], "w").write(str(piek))
sys.exit(code)
"""
ENGELS = re.compile(
    r"Traceback|\b(error|expected|invalid|failed|cannot|could not|unexpected|recursion|Errno|not found)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Uitkomst:
    """What the command said, and its memory at the highest point."""

    code: int
    uit: str
    fout: str
    mb: float

    @property
    def codes(self) -> set[str]:
        return set(re.findall(r"\[(VP\d+)\]", self.uit + self.fout))


@pytest.fixture
def draai(tmp_path: Path) -> Callable[..., Uitkomst]:
    """Runs the program in a folder of its own."""

    def run(*args: str) -> Uitkomst:
        piek = tmp_path / "piek.txt"
        klaar = subprocess.run(
            [sys.executable, "-c", METER, str(piek), *args], capture_output=True, timeout=RUIM, cwd=tmp_path
        )
        uit, fout = (b.decode("utf-8", "replace") for b in (klaar.stdout, klaar.stderr))
        return Uitkomst(klaar.returncode, uit, fout, int(piek.read_text()) / 1e6)

    return run


def refused(uitkomst: Uitkomst, *codes: str) -> None:
    """Exit code 1, these codes, Dutch, and little memory."""
    assert uitkomst.code == 1, uitkomst
    assert uitkomst.codes >= set(codes), uitkomst
    gezegd = re.sub(r"(?m)^ *\d* \|.*$|«[^»]*»", "", uitkomst.uit + uitkomst.fout)
    assert not ENGELS.search(gezegd), gezegd
    assert len(gezegd) < 100_000
    assert uitkomst.mb < MEESTE_MB


def rest(begin: str, stuk: str) -> str:
    """As much of *stuk* behind *begin* as just fits in the largest file."""
    return begin + stuk * ((MAX_BYTES - len(begin) - 1) // len(stuk))


LACHEN = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 40))
#: name -> text or bytes, the code that must be among the findings
VIJANDIG: dict[str, tuple[str | bytes, str]] = {
    "verwijzingen_keer_verwijzingen": (LACHEN, "VP109"),
    "verwijzing_naar_zichzelf": (BASIS + "zelf: &z [*z]\n", "VP109"),
    "sleutel_die_zichzelf_is": ("? &a [*a]\n: 1\n", "VP109"),
    "honderdduizend_haken": ("[" * 100_000, "VP108"),
    "honderdduizend_accolades": ("{a: " * 100_000, "VP108"),
    "honderdduizend_streepjes": ("- " * 100_000, "VP108"),
    "honderdduizend_vraagtekens": ("? " * 100_000, "VP108"),
    "diep_met_inspringen": ("".join(" " * i + "a:\n" for i in range(1900)), "VP108"),
    "alleen_haken_zo_groot_als_kan": (rest("", "["), "VP108"),
    "heel_lange_tekst": (rest("titel: ", "x"), "VP122"),
    "heel_lange_tekst_in_blok": (rest("titel: |\n", "  x\n"), "VP122"),
    "heel_lange_tekst_in_codes": (rest('titel: "', "\\u00e9")[:-6] + '"', "VP122"),
    "heel_lange_sleutel": (rest('"', "k")[:-4] + '": 1', "VP105"),
    "heel_veel_korte_regels": (rest("", "- 1\n"), "VP109"),
    "net_niet_te_veel_regels": ("- 1\n" * 199_990, "VP123"),
    "net_niet_te_veel_sleutels": ("".join(f"a{i}: 1\n" for i in range(99_000)), "VP121"),
    "heel_veel_lege_regels": (rest("", "\n"), "VP106"),
    "heel_veel_opmerkingen": (rest("", "# x\n"), "VP106"),
    "heel_veel_ankers": ("".join(f"- &a{i} 1\n" for i in range(100_000)), "VP123"),
    "heel_veel_tags": ("- !x 1\n" * 190_000, "VP112"),
    "heel_veel_valkuilen": ("- no\n" * 190_000, "VP113"),
    "heel_veel_dubbele_sleutels": (("a" * 1000 + ": 1\n") * 2000, "VP110"),
    "heel_veel_onzichtbare_tekens": (rest("a: ", "\x07"), "VP104"),
    "dubbele_sleutel": (BASIS + "id: anders\n", "VP110"),
    "tag_van_python": ('id: !!python/object/apply:os.system ["exit 7"]\n', "VP112"),
    "tag_van_bytes": ("id: !!binary aGFsbG8=\n", "VP112"),
    "samenvoegen": ("a: &a {b: 1}\nc: {<<: *a}\n", "VP111"),
    "getal_van_5000_cijfers": ("formaat: " + "9" * 5000 + "\n", "VP114"),
    "breuk_van_5000_cijfers": ("formaat: 0." + "9" * 5000 + "\n", "VP114"),
    "macht_zonder_einde": ("formaat: 1e999999999\n", "VP113"),
    "oneindig": ("formaat: .inf\n", "VP113"),
    "geen_getal": ("formaat: .nan\n", "VP113"),
    "getal_met_dubbele_punten": ("formaat: " + "1:" * 5000 + "1\n", "VP113"),
    "ja_en_nee_van_1_1": ("a: no\nb: On\nc: 12:30\nd: 0123\ne: 1_000\nno: x\n", "VP113"),
    "utf16_met_bom": (BASIS.encode("utf-16"), "VP103"),
    "utf16_zonder_bom": (BASIS.encode("utf-16-le"), "VP103"),
    "utf16_be_zonder_bom": (BASIS.encode("utf-16-be"), "VP103"),
    "utf32": (BASIS.encode("utf-32"), "VP103"),
    "latin1": (BASIS.replace("Thuis", "Thüis").encode("latin-1"), "VP103"),
    "geen_utf8_halverwege": (BASIS.encode()[:300] + b"\xff\xfe\xc0\x80" + BASIS.encode()[300:], "VP103"),
    "half_teken_aan_het_eind": (BASIS.encode() + b"# \xe2\x82", "VP103"),
    "bom": (b"\xef\xbb\xbf" + BASIS.encode(), "VP103"),
    "bom_halverwege": (BASIS.replace("Thuis", "Th\ufeffuis"), "VP104"),
    "tabs": (BASIS.replace("  ", "\t"), "VP105"),
    "nul": (BASIS.replace("Thuis", "Th\0uis"), "VP104"),
    "alleen_nullen": (b"\0" * (MAX_BYTES - 1), "VP103"),
    "besturing_van_het_scherm": (BASIS.replace("Thuis", "Th\x1b]0;x\x07\x1b[2Juis"), "VP104"),
    "schrijfrichting": (BASIS.replace("Thuis", "Th\u202euis"), "VP104"),
    "half_paar_in_code": ('titel: "\\ud800"\n', "VP105"),
    "leeg": (b"", "VP106"),
    "twee_documenten": (BASIS + "---\n" + BASIS, "VP107"),
}  # fmt: skip


@pytest.mark.parametrize("naam", VIJANDIG)
def test_een_vijandig_instrument_is_een_fout_in_het_nederlands(
    naam: str, tmp_path: Path, draai: Callable[..., Uitkomst]
) -> None:
    inhoud, code = VIJANDIG[naam]
    (tmp_path / "a.yaml").write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode("utf-8"))
    refused(draai("instrument", "valideer", "a.yaml"), code)


#: those that are heaviest, or that reach furthest, for the other kinds of files
ZWAAR = (
    "verwijzingen_keer_verwijzingen", "honderdduizend_haken", "heel_lange_tekst", "heel_veel_korte_regels",
    "net_niet_te_veel_regels", "net_niet_te_veel_sleutels", "heel_veel_valkuilen", "getal_van_5000_cijfers",
    "utf16_met_bom", "geen_utf8_halverwege", "nul",
)  # fmt: skip


@pytest.fixture
def instrument(tmp_path: Path) -> Path:
    """A good instrument in its folder."""
    map_ = tmp_path / "voorbeeld"
    (map_ / "tests").mkdir(parents=True)
    (map_ / "instrument.yaml").write_text(BASIS, encoding="utf-8")
    return map_


def put(pad: Path, naam: str) -> None:
    inhoud, _ = VIJANDIG[naam]
    pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode("utf-8"))


@pytest.mark.parametrize("naam", ZWAAR)
def test_een_vijandig_bestand_met_gevallen_is_een_fout(
    naam: str, instrument: Path, draai: Callable[..., Uitkomst]
) -> None:
    put(instrument / "tests" / "kwaad.yaml", naam)
    refused(draai("instrument", "test", "voorbeeld"))


@pytest.mark.parametrize("naam", ZWAAR)
def test_een_vijandig_bestand_met_antwoorden_is_een_fout(
    naam: str, instrument: Path, tmp_path: Path, draai: Callable[..., Uitkomst]
) -> None:
    put(tmp_path / "antwoorden.yaml", naam)
    refused(draai("instrument", "scoor", str(instrument), "--antwoorden", "antwoorden.yaml"))


@pytest.mark.parametrize("naam", ZWAAR)
def test_een_vijandig_sjabloon_is_een_fout(naam: str, tmp_path: Path, draai: Callable[..., Uitkomst]) -> None:
    put(tmp_path / "sjabloon.yaml", naam)
    uitkomst = draai(
        "nieuw",
        "--voorbeeld",
        "--sjabloon",
        str(tmp_path / "sjabloon.yaml"),
        "--map",
        str(tmp_path / "kluis"),
    )
    assert "VP" in uitkomst.uit + uitkomst.fout
    refused(uitkomst)


@pytest.mark.parametrize("begin", [b"titel: '", b"- a\n- b\n"], ids=["tekst", "regels"])
def test_een_bestand_van_een_gigabyte_wordt_geweigerd_zonder_het_te_lezen(
    begin: bytes, tmp_path: Path, draai: Callable[..., Uitkomst]
) -> None:
    with (tmp_path / "groot.yaml").open("wb") as bestand:
        bestand.write(begin)
        bestand.truncate(1024**3)  # takes no room on disk
    uitkomst = draai("instrument", "valideer", "groot.yaml")
    refused(uitkomst, "VP102")
    assert uitkomst.mb < 80


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="dit systeem heeft geen pijpen met een naam")
class TestPijp:
    """A pipe in the place of a file."""

    def test_waar_niemand_in_schrijft_is_een_fout(
        self, tmp_path: Path, draai: Callable[..., Uitkomst]
    ) -> None:
        os.mkfifo(tmp_path / "pijp.yaml")
        uitkomst = draai("instrument", "valideer", "pijp.yaml")
        refused(uitkomst, "VP101")
        assert "pijp" in uitkomst.uit

    def test_zonder_einde_wordt_niet_uitgelezen(self, tmp_path: Path, draai: Callable[..., Uitkomst]) -> None:
        os.mkfifo(tmp_path / "pijp.yaml")
        with subprocess.Popen(["sh", "-c", "yes x > pijp.yaml"], cwd=tmp_path) as schrijver:
            try:
                refused(draai("instrument", "valideer", "pijp.yaml"), "VP102")
            finally:
                schrijver.kill()

    def test_met_een_instrument_erin_wordt_gewoon_gelezen(
        self, tmp_path: Path, draai: Callable[..., Uitkomst]
    ) -> None:
        """Also where the other program takes its time."""
        os.mkfifo(tmp_path / "pijp.yaml")
        (tmp_path / "bron.txt").write_text(BASIS, encoding="utf-8")
        with subprocess.Popen(
            ["sh", "-c", "(head -c 100 bron.txt; sleep 0.5; tail -c +101 bron.txt) > pijp.yaml"], cwd=tmp_path
        ) as schrijver:
            uitkomst = draai("instrument", "valideer", "pijp.yaml")
            schrijver.wait()
        assert uitkomst.code == 0, uitkomst


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="dit systeem heeft geen /dev/zero")
@pytest.mark.parametrize("apparaat", ["/dev/zero", "/dev/null", "/dev/urandom"])
def test_een_apparaat_is_geen_bestand(apparaat: str, draai: Callable[..., Uitkomst]) -> None:
    refused(draai("instrument", "valideer", apparaat), "VP101")


def test_een_map_een_kring_en_een_naam_die_niet_kan(tmp_path: Path, draai: Callable[..., Uitkomst]) -> None:
    """A folder where the file should be, links in a circle, names of a thousand letters: one sentence each."""
    (tmp_path / "map" / "instrument.yaml").mkdir(parents=True)
    (tmp_path / "leeg").mkdir()
    namen = [
        "map/instrument.yaml",
        "leeg",
        "x" * 5000,
        "x" * 5000 + ".yaml",
        "bestaat-niet.yaml",
        "\u202e.yaml",
        "a\nb.yaml",
    ]
    if hasattr(os, "symlink") and sys.platform != "win32":
        (tmp_path / "kring.yaml").symlink_to("kring.yaml")
        namen.append("kring.yaml")
    for naam in namen:
        uitkomst = draai("instrument", "valideer", naam)
        refused(uitkomst)
        assert uitkomst.uit + uitkomst.fout


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root mag elk bestand lezen")
def test_een_bestand_of_map_zonder_recht_is_een_fout(
    tmp_path: Path, instrument: Path, draai: Callable[..., Uitkomst]
) -> None:
    dicht = tmp_path / "dicht.yaml"
    dicht.write_text(BASIS)
    dicht.chmod(0)
    uitkomst = draai("instrument", "valideer", "dicht.yaml")
    refused(uitkomst, "VP101")
    assert "U mag het niet openen" in uitkomst.uit
    (instrument / "tests").chmod(0)
    try:
        for opdracht in ("valideer", "test"):
            uitkomst = draai("instrument", opdracht, "voorbeeld")
            refused(uitkomst, "VP101")
            assert "een map waarin u niet mag kijken" in uitkomst.uit
        instrument.chmod(0)
        refused(draai("instrument", "valideer", "voorbeeld"))
    finally:
        instrument.chmod(0o700)
        (instrument / "tests").chmod(0o700)


def test_een_bestand_dat_verandert_of_verdwijnt_terwijl_het_gelezen_wordt(instrument: Path) -> None:
    """Whole, half, no YAML, a folder, gone: whatever stands there at that moment, it is findings and nothing else."""
    bestand, tests = instrument / "instrument.yaml", instrument / "tests"
    klaar = threading.Event()

    def change() -> None:
        beurt = 0
        while not klaar.is_set():
            beurt += 1
            bestand.write_text(BASIS[: (beurt * 97) % len(BASIS)] if beurt % 3 else BASIS, encoding="utf-8")
            (tests / "a.yaml").write_text(
                "- naam: x\n  verwacht: {}\n" if beurt % 2 else "[", encoding="utf-8"
            )
            if beurt % 5 == 0:
                bestand.unlink()
                shutil.rmtree(tests, ignore_errors=True)
                tests.mkdir(exist_ok=True)

    dader = threading.Thread(target=change)
    dader.start()
    try:
        for _ in range(150):
            assert isinstance(validate(instrument, date(2026, 11, 24)), tuple)
            try_instrument(instrument)
    finally:
        klaar.set()
        dader.join()
