"""«instrument test --vergelijk» en «instrument verschil»: wat er veranderde, en wat dat met de uitkomst doet."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from veiligheidsplan.cli.start import main

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git staat niet op deze computer")
BASIS = (Path(__file__).parents[1] / "loading" / "basis.yaml").read_text(encoding="utf-8")
GEVALLEN = """\
- naam: Alles rustig
  antwoorden: {ruzie: nee, gevoel: 0}
  verwacht: {eindniveau: gewoon}
- naam: Ruzie zonder slaan
  antwoorden: {ruzie: ja, slaan: nee}
  verwacht: {schalen: {ernst: {score: 1}}}
"""


def git(map_: Path, *opdracht: str) -> None:
    naam = ("-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.invalid")
    subprocess.run(["git", *naam, *opdracht], cwd=map_, check=True, capture_output=True)


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Een repository met het voorbeeld en twee gevallen op de tak «main»; u staat in haar bovenste map."""
    doel = tmp_path / "voorbeeld"
    (doel / "tests").mkdir(parents=True)
    (doel / "instrument.yaml").write_text(BASIS, encoding="utf-8")
    (doel / "tests" / "gevallen.yaml").write_text(GEVALLEN, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "een")
    monkeypatch.chdir(tmp_path)
    return doel


def change(map_: Path, *paren: tuple[str, str], bestand: str = "instrument.yaml") -> None:
    tekst = (map_ / bestand).read_text(encoding="utf-8")
    for oud, nieuw in paren:
        assert oud in tekst, oud
        tekst = tekst.replace(oud, nieuw, 1)
    (map_ / bestand).write_text(tekst, encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *meer: str) -> tuple[int, str]:
    code = main(["instrument", "test", "voorbeeld", "--vergelijk", "main", *meer])
    return code, capsys.readouterr().out


HOGER = ("verhoogd: 1}", "verhoogd: 2}")


def test_zonder_wijziging_staat_er_dat_er_niets_veranderde(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, tekst = run(capsys)
    assert code == 0
    assert tekst.endswith(
        "Vergeleken met «main»: versie 1.0.0, nu 1.0.0.\n"
        "Er is niets veranderd aan het instrument.\n"
        "Alle 2 gevallen in de tests komen op hetzelfde uit.\n"
    )


def test_een_andere_grens_zonder_hoofdversie_wordt_geweigerd_met_aantal_en_voorbeeld(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ruzie zonder slaan gaat van verhoogd naar gewoon: dat is één van de drie manieren, elf keer het gevoel."""
    change(map_, HOGER, ("versie: 1.0.0", "versie: 1.1.0"))
    code, tekst = run(capsys)
    assert code == 1
    assert (
        "De schaal «ernst», de grenzen: «{gewoon: 0, verhoogd: 1}» werd «{gewoon: 0, verhoogd: 2}»." in tekst
    )
    assert (
        "Gevallen die anders uitkomen: 1 van 2.\n  Ruzie zonder slaan\n    eindniveau: verhoogd → gewoon\n"
        in tekst
    )
    assert "Het eindniveau wordt anders bij 33,3% van de antwoordenreeksen (11 van 33):" in tekst
    assert "  verhoogd → gewoon: 33,3%\n    bijvoorbeeld ruzie: ja, slaan: nee\n" in tekst
    assert "fout[VP411]" in tekst
    assert "voorbeeld/instrument.yaml:3:9" in tekst
    assert "Schrijf versie 2.0.0, of maak de wijziging ongedaan." in tekst


def test_met_een_hoofdversie_staat_alles_er_ook_en_is_het_goed(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(map_, HOGER, ("versie: 1.0.0", "versie: 2.0.0"))
    code, tekst = run(capsys)
    assert (code, "11 van 33" in tekst, "fout[" in tekst) == (0, True, False)


def test_een_signaal_dat_verschijnt_is_een_andere_uitkomst(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(
        map_,
        ("    niveau: verhoogd\n", "    niveau: verhoogd\n  laag: {als: {vraag: gevoel, hoogstens: 1}}\n"),
        ("versie: 1.0.0", "versie: 1.1.0"),
    )
    code, tekst = run(capsys)
    assert code == 1
    assert "Nieuw signaal «laag»." in tekst
    assert "Het signaal «laag» wordt anders bij 18,2% van de antwoordenreeksen (6 van 33):" in tekst
    assert "  gaat niet af → gaat af: 18,2%\n    bijvoorbeeld gevoel: 0\n" in tekst
    assert "Het eindniveau blijft bij alle antwoordenreeksen (33) hetzelfde." in tekst


def test_een_id_die_verdwijnt_vraagt_een_hoofdversie_en_wijst_op_vervangt(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(map_, ("      sinds:\n", "      vanaf:\n"), ("versie: 1.0.0", "versie: 1.1.0"))
    code, tekst = run(capsys)
    assert (code, "fout[VP412]: De vraag «sinds» is weg." in tekst) == (1, True)
    assert "«vervangt: {sinds: vanaf}»" in tekst
    change(map_, ("versie: 1.1.0\n", "versie: 1.1.0\nvervangt: {sinds: vanaf}\n"))
    code, tekst = run(capsys)
    assert (code, "De vraag «sinds» heet nu «vanaf»." in tekst) == (0, True)


@pytest.mark.parametrize(
    ("paar", "zin"),
    [
        (("  verhoogd: {titel: Verhoogd}\n", "  verhoogd: {titel: Ernstig}\n"), None),
        (
            (
                "    nee: {tekst: Nee, punten: 0}\n",
                "    nee: {tekst: Nee, punten: 0}\n    soms: {tekst: Soms}\n",
            ),
            None,
        ),
        (("        tot: 10\n", "        tot: 9\n"), "het hoogste getal: «10» werd «9»"),
        (
            ("        tot: 10\n", "        tot: 10\n        weet_niet: false\n"),
            "of «weet niet» een antwoord is",
        ),
        (("    ontbrekend: ongeldig\n", "    ontbrekend: nul\n"), "wat een ontbrekend antwoord doet"),
        (("  welzijn:\n    telt: [gevoel]\n    ontbrekend: ongeldig\n", ""), "De schaal «welzijn» is weg."),
    ],
)
def test_wat_er_minder_kan_vraagt_een_hoofdversie_en_wat_er_bij_komt_niet(
    map_: Path, capsys: pytest.CaptureFixture[str], paar: tuple[str, str], zin: str | None
) -> None:
    change(map_, paar, ("versie: 1.0.0", "versie: 1.1.0"))
    code, tekst = run(capsys)
    assert code == (0 if zin is None else 1), tekst
    if zin is not None:
        assert "fout[VP412]" in tekst
        assert zin in tekst


def test_een_punt_dat_alleen_de_score_raakt_is_ook_een_andere_uitkomst(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(
        map_,
        ("        tot: 10\n", "        tot: 10\n        omgekeerd: true\n"),
        ("versie: 1.0.0", "versie: 1.0.1"),
    )
    code, tekst = run(capsys)
    assert code == 1
    assert "Het eindniveau blijft bij alle antwoordenreeksen (33) hetzelfde." in tekst
    assert "De schaal «welzijn» wordt anders bij 90,9% van de antwoordenreeksen (30 van 33):" in tekst


@pytest.mark.parametrize(
    ("versie", "code", "uit"),
    [("0.9.0", "VP413", 1), ("1.0.0", "VP414", 1), ("1.0.0-proef", "VP413", 1), ("1.0.1", None, 0)],
)
def test_een_andere_tekst_vraagt_een_hogere_versie(
    map_: Path, capsys: pytest.CaptureFixture[str], versie: str, code: str | None, uit: int
) -> None:
    change(map_, ("Is er ruzie?", "Is er vaak ruzie?"), ("versie: 1.0.0", f"versie: {versie}"))
    gekregen, tekst = run(capsys)
    assert gekregen == uit
    assert (f"[{code}]" in tekst) if code else ("fout[" not in tekst and "waarschuwing[" not in tekst)


def test_een_nieuwe_vraag_met_alleen_het_derde_getal_is_een_waarschuwing(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vraag = "      beeld: {tekst: Wat ziet u?, type: tekst}\nschalen:\n"
    change(map_, ("schalen:\n", vraag), ("versie: 1.0.0", "versie: 1.0.1"))
    code, tekst = run(capsys)
    assert (code, "waarschuwing[VP415]" in tekst, "Schrijf versie 1.1.0" in tekst) == (0, True, True)
    assert "Bij alle antwoordenreeksen (33) blijft de uitkomst dezelfde" in tekst


def test_een_geval_dat_iets_anders_verwacht_is_een_andere_uitkomst(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Dezelfde antwoorden, en in de test staat een andere score: dat valt op, ook als het instrument hetzelfde is."""
    change(map_, ("{score: 1}", "{score: 2}"), bestand="tests/gevallen.yaml")
    code, tekst = run(capsys)
    assert code == 1
    assert "verwacht › schalen › ernst › score: 1 → 2" in tekst
    assert "fout[VP411]" in tekst


def test_een_geval_weghalen_verbergt_niets(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(map_, HOGER)
    change(
        map_, (GEVALLEN.split("- naam: Ruzie")[1], ""), ("- naam: Ruzie", ""), bestand="tests/gevallen.yaml"
    )
    _, tekst = run(capsys)
    assert "  Ruzie zonder slaan (uit de oude tests)\n    eindniveau: verhoogd → gewoon\n" in tekst


def test_een_nieuw_instrument_is_goed_en_een_kapotte_oude_versie_houdt_niets_tegen(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(map_, map_.parent / "nieuw")
    change(map_.parent / "nieuw", ("id: voorbeeld", "id: nieuw"))
    assert main(["instrument", "test", "nieuw", "--vergelijk", "main"]) == 0
    tekst = capsys.readouterr().out
    assert "Niet vergeleken met «main».\n\nwaarschuwing[VP423]" in tekst
    change(map_, ("eindniveau: ernst", "eindniveau: nergens"))
    git(map_, "commit", "-qam", "fout")
    (map_ / "instrument.yaml").write_text(BASIS, encoding="utf-8")
    code, tekst = run(capsys)
    assert (code, "waarschuwing[VP424]" in tekst, "main:voorbeeld/instrument.yaml" in tekst) == (
        0,
        True,
        True,
    )


def test_een_revisie_die_er_niet_is_houdt_wel_tegen(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for naam in ("mian", "--upload-pack=x"):
        assert main(["instrument", "test", "voorbeeld", f"--vergelijk={naam}"]) == 1
        assert "fout[VP422]" in capsys.readouterr().out


def test_zonder_pad_wordt_wat_met_het_programma_meekomt_niet_vergeleken(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (map_.parent / "instrumenten").mkdir()
    assert main(["instrument", "test", "--vergelijk", "main", "--json"]) == 0
    instrumenten = json.loads(capsys.readouterr().out)["instrumenten"]
    assert instrumenten
    assert all(instrument["vergelijking"] is None for instrument in instrumenten)


def test_json_heeft_alles_met_getallen_die_heel_blijven(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(map_, HOGER)
    code, tekst = run(capsys, "--json")
    deel = json.loads(tekst)["instrumenten"][0]["vergelijking"]
    assert code == 1
    assert (deel["versie_oud"], deel["vraagt"], deel["uitkomst_anders"]) == ("1.0.0", "major", True)
    (wijziging,) = deel["wijzigingen"]
    assert (wijziging["wat"], wijziging["id"], wijziging["veld"]) == ("schaal", "ernst", "grenzen")
    eind = deel["effect"]["eindniveau"]
    assert (eind["vastgesteld"], eind["alle"], eind["anders"]) == (True, "33", "11")
    assert eind["verschuivingen"][0]["voorbeeld"] == {
        "antwoorden": {"ruzie": "ja", "slaan": "nee"},
        "gegevens": {},
    }
    assert deel["gevallen"]["verschillen"][0]["verschillen"][0] == {
        "pad": ["eindniveau"],
        "van": "verhoogd",
        "naar": "gewoon",
    }
    assert deel["bevindingen"][0]["code"] == "VP411"


def test_junit_heeft_een_geval_voor_de_vergelijking(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def case() -> ElementTree.Element:
        wortel = ElementTree.fromstring(run(capsys, "--formaat", "junit")[1])  # noqa: S314
        (geval,) = [g for g in wortel.iter("testcase") if g.get("name") == "vergeleken met main"]
        return geval

    assert case().find("failure") is None
    change(map_, HOGER)
    fout = case().find("failure")
    assert fout is not None
    assert "11 van 33" in str(fout.text)


def test_markdown_en_github_zijn_te_tonen_bij_een_pull_request(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    change(map_, HOGER, ("titel: Thuis", "titel: '<img src=x> | **vet**'"))
    code, tekst = run(capsys, "--formaat", "markdown")
    assert code == 1
    assert "| eindniveau | verhoogd | gewoon | 33,3% | ruzie: ja, slaan: nee |" in tekst
    assert "> **Fout VP411:**" in tekst
    assert "<img" not in tekst.replace("\\<img", "")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "samenvatting.md"))
    code, tekst = run(capsys, "--formaat", "github")
    assert (code, "title=VP411" in tekst) == (1, True)
    assert "Vergeleken met main" in (tmp_path / "samenvatting.md").read_text(encoding="utf-8")


def verschil(capsys: pytest.CaptureFixture[str], *woorden: str) -> tuple[int, str]:
    code = main(["instrument", "verschil", *woorden])
    uit = capsys.readouterr()
    return code, uit.out + uit.err


def test_verschil_tussen_twee_mappen_bestanden_of_revisies_zegt_hetzelfde(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(map_, map_.parent / "oud" / "voorbeeld")
    change(map_, HOGER)
    verwacht = "Het eindniveau wordt anders bij 33,3% van de antwoordenreeksen (11 van 33):"
    for oud in (
        "oud/voorbeeld",
        "oud/voorbeeld/instrument.yaml",
        "main:voorbeeld",
        "HEAD:voorbeeld/instrument.yaml",
    ):
        code, tekst = verschil(capsys, oud, "voorbeeld")
        assert (code, verwacht in tekst) == (0, True), tekst
    code, tekst = verschil(capsys, "main:voorbeeld", "voorbeeld", "--json")
    assert json.loads(tekst)["effect"]["eindniveau"]["anders"] == "11"
    code, tekst = verschil(capsys, "voorbeeld", "main:voorbeeld", "--formaat", "markdown")
    assert "| eindniveau | gewoon | verhoogd |" in tekst


def test_verschil_met_iets_dat_er_niet_is_krijgt_een_zin(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for oud, code in (
        ("main:nergens", "VP423"),
        ("nergens/", "VP101"),
        ("-x:voorbeeld", ""),
        ("--upload-pack=x:voorbeeld", ""),
        (":voorbeeld", "VP422"),
        ("mian:voorbeeld", "VP422"),
        ("nergens", "VP191"),
    ):
        gekregen, tekst = verschil(capsys, oud, "voorbeeld")
        assert gekregen in (1, 2), oud
        assert code in tekst, tekst
        assert "Traceback" not in tekst


def test_woorden_van_een_trainer_sturen_geen_scherm(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Een tekst met opmaak, een accolade of een procentteken staat er zoals zij is."""
    change(map_, ("Is er ruzie?", '"Is er {ruzie} 100% [bold]?"'), ("versie: 1.0.0", "versie: 1.0.1"))
    code, tekst = run(capsys)
    assert code == 0
    assert "werd «Is er {ruzie} 100% [bold]?»" in tekst
