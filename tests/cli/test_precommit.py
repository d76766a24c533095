"""De haken voor pre-commit, met het echte pre-commit en een echte git, in een map voor even.

De uitgegeven haken installeren zich met «language: python» van het netwerk. Hier staat een kopie ervan in een eigen
repository met «language: system», zodat er niets van buiten nodig is; verder is alles zoals bij een trainer.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

WORTEL = Path(__file__).parents[2]
HAKEN = WORTEL / ".pre-commit-hooks.yaml"
BASIS = (WORTEL / "tests" / "loading" / "basis.yaml").read_text(encoding="utf-8")
GOED = "- {naam: Rustig, antwoorden: {ruzie: nee}, verwacht: {eindniveau: gewoon}}\n"
INSTRUMENT = "instrumenten/voorbeeld/instrument.yaml"
TEST = "instrumenten/voorbeeld/tests/a.yaml"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is er niet")


class Trainer:
    """Iemand met een eigen repository, die bestanden schrijft en vastlegt."""

    def __init__(self, map_: Path, huis: Path) -> None:
        self.map = map_
        self.omgeving = os.environ | {
            "PRE_COMMIT_HOME": str(huis / "pre-commit"),
            "HOME": str(huis),
            "GIT_CONFIG_NOSYSTEM": "1",
            "PYTHONUTF8": "1",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }
        for weg in [
            naam for naam in self.omgeving if naam.startswith("GIT_") and naam != "GIT_CONFIG_NOSYSTEM"
        ]:
            del self.omgeving[weg]
        map_.mkdir()
        self.run("git", "init", "-q", "-b", "main")
        for sleutel, waarde in (("name", "Sanne"), ("email", "sanne@voorbeeld.nl"), ("gpgsign", "false")):
            self.run("git", "config", f"{'commit' if sleutel == 'gpgsign' else 'user'}.{sleutel}", waarde)

    def run(self, *opdracht: str) -> str:
        """Doe een opdracht die moet lukken."""
        klaar = self.start(*opdracht)
        assert klaar.returncode == 0, klaar.stdout
        return klaar.stdout

    def start(self, *opdracht: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            opdracht,
            cwd=self.map,
            env=self.omgeving,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def write(self, pad: str, inhoud: str) -> None:
        """Schrijf een bestand en zet het klaar."""
        (self.map / pad).parent.mkdir(parents=True, exist_ok=True)
        (self.map / pad).write_text(inhoud, encoding="utf-8")
        self.run("git", "add", pad)

    def commit(self) -> tuple[bool, str]:
        """Leg vast wat klaarstaat: of het lukte, en wat er op het scherm kwam."""
        klaar = self.start("git", "commit", "-m", "een wijziging")
        return klaar.returncode == 0, klaar.stdout


@pytest.fixture
def trainer(tmp_path: Path) -> Trainer:
    """Een repository met onze haken en één goed instrument, al vastgelegd."""
    haken = yaml.safe_load(HAKEN.read_text(encoding="utf-8"))
    for haak in haken:
        haak["language"] = "system"
        haak["entry"] = haak["entry"].replace(
            "veiligheidsplan", f"'{sys.executable}' -m veiligheidsplan.cli.start", 1
        )
    bron = Trainer(tmp_path / "haken", tmp_path)
    bron.write(".pre-commit-hooks.yaml", yaml.safe_dump(haken))
    bron.run("git", "commit", "-qm", "haken")
    ik = Trainer(tmp_path / "regio", tmp_path)
    instelling = {
        "repos": [
            {
                "repo": str(bron.map),
                "rev": bron.run("git", "rev-parse", "HEAD").strip(),
                "hooks": [{"id": haak["id"]} for haak in haken],
            }
        ]
    }
    ik.write(".pre-commit-config.yaml", yaml.safe_dump(instelling))
    ik.write(INSTRUMENT, BASIS)
    ik.write(TEST, GOED)
    ik.run("git", "commit", "-qm", "begin")
    ik.run(sys.executable, "-m", "pre_commit", "install")
    return ik


def test_de_haken_zijn_geldig_en_doen_hetzelfde_als_de_opdrachten(tmp_path: Path) -> None:
    """pre-commit keurt het bestand goed; beide haken kijken naar dezelfde bestanden en draaien één keer."""
    klaar = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(HAKEN)], capture_output=True
    )
    assert klaar.returncode == 0, klaar.stdout
    haken = yaml.safe_load(HAKEN.read_text(encoding="utf-8"))
    assert [haak["entry"].split()[-1] for haak in haken] == ["valideer", "test"]
    assert {haak["language"] for haak in haken} == {"python"}
    assert len({haak["files"] for haak in haken}) == 1


def test_een_goede_wijziging_wordt_vastgelegd(trainer: Trainer) -> None:
    """Een nieuwe zin in een vraag: nagekeken, getest en vastgelegd."""
    trainer.write(INSTRUMENT, BASIS.replace("Sinds wanneer?", "Wanneer begon het?"))
    goed, scherm = trainer.commit()
    assert goed, scherm
    assert scherm.count("Passed") == 2


def test_een_fout_houdt_het_vastleggen_tegen_met_onze_woorden(trainer: Trainer) -> None:
    """De code, de plek en de tip staan op het scherm; er is niets vastgelegd."""
    trainer.write(INSTRUMENT, BASIS.replace("antwoorden: ja_nee", "antwoorden: ja_ne", 1))
    goed, scherm = trainer.commit()
    assert not goed
    assert "fout[VP141]: Er is geen antwoordlijst met de id «ja_ne»." in scherm
    assert f"--> {INSTRUMENT}:" in scherm
    assert "tip: Bedoelt u «ja_nee»?" in scherm
    assert trainer.run("git", "rev-list", "--count", "HEAD").strip() == "1"


def test_een_waarschuwing_houdt_niets_tegen_behalve_met_streng(trainer: Trainer) -> None:
    """Met «args: [--streng]» in de instelling telt een waarschuwing als nee."""
    nieuw = BASIS.replace("Sinds wanneer?", "Wanneer begon het?")
    trainer.write(INSTRUMENT, nieuw)
    goed, scherm = trainer.commit()
    assert goed, scherm
    instelling = yaml.safe_load((trainer.map / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    instelling["repos"][0]["hooks"][0]["args"] = ["--streng"]
    trainer.write(".pre-commit-config.yaml", yaml.safe_dump(instelling))
    trainer.write(INSTRUMENT, nieuw + "# een opmerking\n")
    goed, scherm = trainer.commit()
    assert not goed
    assert "waarschuwing[VP309]" in scherm


def test_een_gewijzigde_test_laat_haar_instrument_nakijken_en_testen(trainer: Trainer) -> None:
    """Alleen het bestand met tests is gewijzigd; het verhaal dat niet klopt, houdt het vastleggen tegen."""
    trainer.write(TEST, GOED.replace("eindniveau: gewoon", "eindniveau: verhoogd"))
    goed, scherm = trainer.commit()
    assert not goed
    assert "ANDERS  Rustig" in scherm
    assert "verwacht: verhoogd" in scherm


def test_drie_bestanden_van_een_instrument_geven_een_keer_nakijken(trainer: Trainer) -> None:
    """Instrument, test en nog een test tegelijk: één instrument bekeken, en niet drie."""
    trainer.write(INSTRUMENT, BASIS.replace("antwoorden: ja_nee", "antwoorden: ja_ne", 1))
    trainer.write(TEST, GOED + "# erbij\n")
    trainer.write("instrumenten/voorbeeld/tests/b.yaml", GOED)
    scherm = trainer.commit()[1]
    assert "1 instrument bekeken." in scherm
    assert (
        scherm.count("fout[VP141]: Er is geen antwoordlijst met de id «ja_ne».") == 2
    )  # nakijken, en testen


def test_een_vertaling_hoort_bij_haar_instrument(trainer: Trainer) -> None:
    """Het instrument is stuk zonder dat het nu wordt vastgelegd; de vertaling laat het toch nakijken."""
    trainer.write(INSTRUMENT, "formaat: 1\n")
    trainer.run("git", "commit", "-qnm", "zonder haken")
    trainer.write("instrumenten/voorbeeld/vertalingen/en.yaml", "x: y\n")
    goed, scherm = trainer.commit()
    assert not goed
    assert "fout[VP122]" in scherm


def test_wat_niet_wordt_vastgelegd_houdt_niets_tegen(trainer: Trainer) -> None:
    """Een half instrument waar u nog aan werkt, en een wijziging van een leesmij: geen haak gaat af."""
    (trainer.map / "instrumenten" / "half").mkdir()
    (trainer.map / "instrumenten" / "half" / "instrument.yaml").write_text("formaat: 1\n")
    trainer.write("instrumenten/voorbeeld/LEESMIJ.md", "Voor wie dit is.\n")
    goed, scherm = trainer.commit()
    assert goed, scherm
    assert scherm.count("no files to check") == 2


def test_een_instrument_dat_weg_is_terwijl_zijn_tests_wijzigen_wordt_gezien(trainer: Trainer) -> None:
    """Het bestand is weggehaald en een test is gewijzigd: dat het instrument er niet is, wordt gezegd."""
    trainer.run("git", "rm", "-q", INSTRUMENT)
    trainer.write(TEST, GOED + "# erbij\n")
    goed, scherm = trainer.commit()
    assert not goed
    assert "fout[VP101]" in scherm


def test_een_heel_instrument_weghalen_mag(trainer: Trainer) -> None:
    """De map is helemaal weg: er is niets meer om na te kijken."""
    trainer.run("git", "rm", "-rq", "instrumenten/voorbeeld")
    goed, scherm = trainer.commit()
    assert goed, scherm
