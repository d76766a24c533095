"""Lezen wat er in een andere git-revisie stond: met echte repository's, en met alles wat er niet is."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from veiligheidsplan.bevinding import Bevinding, BevindingenFout
from veiligheidsplan.loading.limits import MAX_BYTES
from veiligheidsplan.loading.revisie import Revisie

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git staat niet op deze computer")


def git(map_: Path, *opdracht: str) -> str:
    naam = ("-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.invalid")
    uit = subprocess.run(["git", *naam, *opdracht], cwd=map_, check=True, capture_output=True, text=True)
    return uit.stdout


@pytest.fixture
def bron(tmp_path: Path) -> Path:
    """Een repository met één instrument en twee tests, en een map die nog van niets weet."""
    wortel = tmp_path / "bron"
    map_ = wortel / "instrumenten" / "voorbeeld"
    (map_ / "tests" / "dieper").mkdir(parents=True)
    (map_ / "instrument.yaml").write_text("eerste\n", encoding="utf-8")
    (map_ / "tests" / "b.yaml").write_text("tests b\n", encoding="utf-8")
    (map_ / "tests" / "a.yaml").write_text("tests a\n", encoding="utf-8")
    (map_ / "tests" / "dieper" / "c.yaml").write_text("niet\n", encoding="utf-8")
    git(wortel, "init", "-q", "-b", "main")
    git(wortel, "add", "-A")
    git(wortel, "commit", "-qm", "een")
    (map_ / "instrument.yaml").write_text("tweede\n", encoding="utf-8")
    return map_


def finding(map_: Path, revisie: str, bestand: str = "instrument.yaml") -> Bevinding:
    with pytest.raises(BevindingenFout) as fout:
        Revisie(map_, revisie).read(bestand)
    (bevinding,) = fout.value.bevindingen
    assert bevinding.suggestie
    return bevinding


def test_het_instrument_en_zijn_tests_zoals_zij_toen_waren(bron: Path) -> None:
    toen = Revisie(bron, "main").read("instrument.yaml")
    assert (toen.naam, toen.instrument) == ("main:instrumenten/voorbeeld/instrument.yaml", b"eerste\n")
    assert toen.tests == (
        ("main:instrumenten/voorbeeld/tests/a.yaml", b"tests a\n"),
        ("main:instrumenten/voorbeeld/tests/b.yaml", b"tests b\n"),
    )


def test_de_werkmap_blijft_zoals_zij_was(bron: Path) -> None:
    voor = git(bron, "status", "--porcelain", "--branch")
    Revisie(bron, "HEAD").read("instrument.yaml")
    assert git(bron, "status", "--porcelain", "--branch") == voor
    assert (bron / "instrument.yaml").read_text(encoding="utf-8") == "tweede\n"


@pytest.mark.parametrize("naam", ["main", "HEAD", "refs/heads/main", "main^0", "v1"])
def test_een_tak_een_label_en_een_nummer_zijn_een_revisie(bron: Path, naam: str) -> None:
    git(bron, "tag", "-a", "v1", "-m", "label")
    assert Revisie(bron, naam).read("instrument.yaml").instrument == b"eerste\n"
    nummer = git(bron, "rev-parse", "HEAD").strip()
    assert Revisie(bron, nummer[:10]).read("instrument.yaml").instrument == b"eerste\n"


VIJANDIG = [
    *(
        "--upload-pack=touch gekraakt",
        "-x",
        "--output=gekraakt",
        "--exec=touch gekraakt",
        "--",
        "ext::sh -c x",
    ),
    *(
        "",
        " ",
        "main\nHEAD",
        "main HEAD",
        "main..HEAD",
        "HEAD...main",
        ":/een",
        "main:instrumenten",
        "HEAD^{/een}\0",
    ),
    *("*", "x" * 300, "@{upstream}"),
]


@pytest.mark.parametrize("naam", VIJANDIG)
def test_wat_geen_revisie_is_krijgt_een_zin_en_doet_niets(bron: Path, naam: str) -> None:
    voor = sorted(p.name for p in bron.rglob("*"))
    assert finding(bron, naam).code == "VP422"
    assert sorted(p.name for p in bron.rglob("*")) == voor


@pytest.mark.parametrize("naam", [n for n in VIJANDIG if n != "@{upstream}"])
def test_wat_geen_revisie_is_komt_niet_eens_bij_git(
    bron: Path, naam: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Ook zonder git is het antwoord hetzelfde: de naam zelf wordt geweigerd."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert finding(bron, naam).code == "VP422"


def test_een_revisie_die_er_niet_is_krijgt_een_zin(bron: Path) -> None:
    bevinding = finding(bron, "mian")
    assert (bevinding.code, "git fetch" in str(bevinding.suggestie)) == ("VP422", True)
    assert "unshallow" not in str(bevinding.suggestie)


def test_in_een_ondiepe_kopie_zegt_de_zin_hoe_de_geschiedenis_erbij_komt(bron: Path, tmp_path: Path) -> None:
    git(bron, "commit", "-qam", "twee")
    kopie = tmp_path / "kopie"
    git(tmp_path, "clone", "-q", "--depth", "1", (tmp_path / "bron").as_uri(), str(kopie))
    bevinding = finding(kopie / "instrumenten" / "voorbeeld", "HEAD~1")
    assert bevinding.code == "VP422"
    assert "git fetch --unshallow" in str(bevinding.suggestie)
    assert "fetch-depth: 0" in str(bevinding.suggestie)


def test_buiten_een_repository_en_zonder_git_staat_wat_wel_kan(
    bron: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    los = tmp_path / "los"
    los.mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    buiten = finding(los, "main")
    assert (buiten.code, "hoort niet bij een git-repository" in buiten.uitleg) == ("VP421", True)
    assert buiten.suggestie is not None
    assert "Installeer" not in buiten.suggestie
    monkeypatch.setenv("PATH", str(los))
    zonder = finding(bron, "main")
    assert (zonder.code, "niet gevonden" in zonder.uitleg) == ("VP421", True)
    assert "instrument verschil" in str(zonder.suggestie)


def test_een_bestand_dat_er_toen_niet_was_is_een_waarschuwing(bron: Path) -> None:
    nieuw = bron.parent / "nieuw"
    nieuw.mkdir()
    bevinding = finding(nieuw, "main")
    assert (bevinding.code, bevinding.ernst) == ("VP423", "waarschuwing")


def test_een_map_die_is_verplaatst_wordt_gevonden_aan_haar_naam(bron: Path) -> None:
    git(bron.parent.parent, "mv", "instrumenten", "vragenlijsten")
    map_ = bron.parent.parent / "vragenlijsten" / "voorbeeld"
    toen = Revisie(map_, "main").read("instrument.yaml")
    assert (toen.verplaatst, toen.instrument) == (True, b"eerste\n")
    assert toen.naam == "main:instrumenten/voorbeeld/instrument.yaml"
    assert len(toen.tests) == 2


def test_met_twee_mappen_van_dezelfde_naam_wordt_er_niet_gegokt(bron: Path) -> None:
    wortel = bron.parent.parent
    shutil.copytree(bron, wortel / "archief" / "voorbeeld")
    git(wortel, "add", "-A")
    git(wortel, "commit", "-qm", "twee")
    nieuw = wortel / "elders" / "voorbeeld"
    nieuw.mkdir(parents=True)
    assert finding(nieuw, "main").code == "VP423"


def test_een_verwijzing_of_een_te_groot_bestand_wordt_niet_gelezen(bron: Path) -> None:
    """Een symbolische verwijzing is geen instrument; een groot bestand wordt niet eens opgehaald."""
    bestand = bron / "instrument.yaml"
    bestand.write_bytes(b"x" * (MAX_BYTES + 1))
    git(bron, "commit", "-qam", "groot")
    assert finding(bron, "main").code == "VP424"
    bestand.unlink()
    bestand.symlink_to("/etc/passwd")
    git(bron, "commit", "-qam", "verwijzing")
    assert finding(bron, "main").code == "VP423"


def test_namen_met_vreemde_tekens_zijn_gewone_namen(bron: Path) -> None:
    """Een spatie, een sterretje, een dubbele punt of een letter met een accent in een map doet niets bijzonders."""
    wortel = bron.parent.parent
    for naam in ("één map", "*", ":(top)", "-x", "a\tb"):
        map_ = wortel / naam
        shutil.copytree(bron, map_)
        (map_ / "instrument.yaml").write_text(naam, encoding="utf-8")
    git(wortel, "add", "-A")
    git(wortel, "commit", "-qm", "twee")
    for naam in ("één map", "*", ":(top)", "-x", "a\tb"):
        assert Revisie(wortel / naam, "main").read("instrument.yaml").instrument.decode() == naam


def test_een_pad_wordt_gelezen_vanaf_de_map_en_vanaf_de_bovenkant(bron: Path) -> None:
    """Zowel de map als het bestand, ook met streepjes van Windows; buiten de repository is er niets."""
    wortel = bron.parent.parent
    for map_, pad in (
        (wortel, "instrumenten/voorbeeld"),
        (wortel, "./instrumenten/voorbeeld/instrument.yaml"),
        (bron.parent, "voorbeeld/"),
        (bron.parent, "instrumenten\\voorbeeld"),
        (bron, "."),
    ):
        assert Revisie(map_, "main").read_path(pad).instrument == b"eerste\n", pad
    for pad in ("../../etc", "/etc/passwd", "nergens", "", "instrumenten"):
        with pytest.raises(BevindingenFout) as fout:
            Revisie(wortel, "main").read_path(pad)
        assert fout.value.bevindingen[0].code == "VP423", pad


def test_wat_git_zelf_meegeeft_aan_een_haak_wijst_niet_naar_een_andere_plek(
    bron: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert Revisie(bron, "main").read("instrument.yaml").instrument == b"eerste\n"
    assert "GIT_DIR" in os.environ


def test_een_git_die_in_de_map_zelf_ligt_wordt_nooit_gestart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wie een map van een ander krijgt, voert geen programma uit dat daarin ligt."""
    vals = tmp_path / "git"
    vals.write_text("#!/bin/sh\ntouch gestart\n")
    vals.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    with pytest.raises(BevindingenFout) as fout:
        Revisie(tmp_path, "main")
    assert [b.code for b in fout.value.bevindingen] == ["VP421"]
    assert not (tmp_path / "gestart").exists()
