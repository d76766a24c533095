"""De samenvatting van een stap op GitHub: alles wat er is gevonden, ook voorbij de tien die GitHub toont."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veiligheidsplan.bevinding import Bevinding, Ernst, Plaats
from veiligheidsplan.cli.formaten import samenvatting
from veiligheidsplan.cli.start import main

BASIS = (Path(__file__).parents[1] / "loading" / "basis.yaml").read_text(encoding="utf-8")


class Lezer(HTMLParser):
    """Leest de tekens op en de tekst per cel."""

    def __init__(self, tekst: str) -> None:
        super().__init__()
        self.tekens: set[str] = set()
        self.kenmerken: list[object] = []
        self.cellen: list[str] = []
        self.in_cel = False
        self.feed(tekst)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tekens.add(tag)
        self.kenmerken += attrs
        if tag == "td":
            self.cellen.append("")
            self.in_cel = True

    def handle_endtag(self, tag: str) -> None:
        self.in_cel = self.in_cel and tag != "td"

    def handle_data(self, data: str) -> None:
        if self.in_cel:
            self.cellen[-1] += data


def test_alle_bevindingen_staan_erin_ook_als_het_er_meer_dan_tien_zijn() -> None:
    """Vijftien bevindingen geven vijftien rijen met code, plaats, uitleg en wat te doen, en een telling."""
    veel = [
        Bevinding("VP141", f"Nummer {i}.", plaats=Plaats("a.yaml", i, 1), suggestie="Doe dit.")
        for i in range(1, 16)
    ]
    tekst = samenvatting.findings(veel, "Nagekeken (1)")
    assert tekst.startswith("<h2>Nagekeken (1): 15 fouten</h2>\n")
    lezer = Lezer(tekst)
    assert lezer.cellen[:4] == [
        "fout VP141 Deze verwijzing leidt nergens heen",
        "a.yaml:1",
        "Nummer 1.",
        "Doe dit.",
    ]
    assert len(lezer.cellen) == 4 * 15


@given(
    st.text() | st.sampled_from(["<script>", "a\n\n# kop", "[x](y)", "</td></table>", "&lt;", "| a | b |"])
)
def test_een_tekst_van_een_ander_is_nooit_opmaak(tekst: str) -> None:
    """HTML, Markdown en lege regels in een tekst blijven tekst: de tabel blijft één blok."""
    uit = samenvatting.findings([Bevinding("VP141", tekst, Ernst.WAARSCHUWING, suggestie=tekst)], "Kop")
    lezer = Lezer(uit)
    assert lezer.tekens <= {"h2", "table", "tr", "th", "td"}
    assert not lezer.kenmerken
    tabel = uit[uit.index("<table>") : uit.index("</table>")]
    assert "\n\n" not in tabel
    assert "\r" not in tabel


def test_wat_niet_past_wordt_geteld() -> None:
    """GitHub neemt een miljoen bytes; wat daar niet bij kan, staat als getal onderaan."""
    lang = [Bevinding("VP141", "é" * 200_000)] * 5
    tekst = samenvatting.findings(lang, "Kop")
    assert len(tekst.encode()) < 1_000_000
    assert tekst.endswith("<p>En nog 3; die staan in de uitvoer van deze stap.</p>\n\n")


@pytest.fixture
def stap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Een instrument met een fout en met een test, en het bestand van GitHub voor de samenvatting."""
    (tmp_path / "voorbeeld" / "tests").mkdir(parents=True)
    (tmp_path / "voorbeeld" / "instrument.yaml").write_text(BASIS, encoding="utf-8")
    (tmp_path / "voorbeeld" / "tests" / "a.yaml").write_text(
        "- {naam: 'Rustig, of niet', antwoorden: {ruzie: nee}, verwacht: {eindniveau: verhoogd}}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "stap.md"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "stap.md"


def test_twee_opdrachten_in_een_stap_staan_onder_elkaar(
    stap: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nakijken en testen schrijven allebei, de tweede onder de eerste; andere vormen schrijven niets."""
    main(["instrument", "valideer", "voorbeeld", "--formaat", "sarif"])
    main(["instrument", "test", "voorbeeld", "--formaat", "junit"])
    assert not stap.exists()
    main(["instrument", "valideer", "voorbeeld", "--formaat", "github"])
    main(["instrument", "test", "voorbeeld", "--formaat", "github"])
    tekst = stap.read_text(encoding="utf-8")
    koppen = [
        "Instrumenten nagekeken (1): ",
        "Tests van instrumenten",
        "Anders dan verwacht",
        "Nog niet bereikt",
    ]
    plekken = [tekst.index(f"<h2>{kop}") for kop in koppen]
    assert plekken == sorted(plekken)
    assert "Rustig, of niet" in tekst
    capsys.readouterr()


def test_een_geval_dat_anders_is_staat_op_zijn_regel(stap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """De melding noemt het geval, wat er verwacht werd en wat er kwam; te weinig bereikt is ook een melding."""
    assert main(["instrument", "test", "voorbeeld", "--formaat", "github", "--minimaal", "90"]) == 1
    geval, dekking = capsys.readouterr().out.splitlines()
    assert geval == (
        "::error file=voorbeeld/tests/a.yaml,line=1,col=10,title=anders dan verwacht%3A Rustig%2C of niet::"
        "  eindniveau (regel 1)%0A    verwacht: verhoogd%0A    gekregen: gewoon"
    )
    assert dekking.startswith("::error file=voorbeeld/instrument.yaml,line=1,col=1,title=instrument test::")
    assert "minder dan de 90%25 die moet" in dekking


def test_een_instrument_zonder_tests_of_met_een_fout_geeft_ook_een_melding(
    stap: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Zonder gevallen: een melding bij het instrument. Niet te laden: de fout zelf, op haar plek."""
    (tmp_path / "voorbeeld" / "tests" / "a.yaml").unlink()
    assert main(["instrument", "test", "voorbeeld", "--formaat", "github"]) == 1
    assert "geen tests gevonden" in capsys.readouterr().out
    (tmp_path / "voorbeeld" / "instrument.yaml").write_text("a: [\n", encoding="utf-8")
    assert main(["instrument", "test", "voorbeeld", "--formaat", "github"]) == 1
    assert "title=VP105 Het bestand is geen YAML" in capsys.readouterr().out


def test_een_samenvatting_die_niet_kan_worden_geschreven_houdt_niets_tegen(
    stap: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """De meldingen komen er dan nog steeds."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(stap / "bestaat" / "niet.md"))
    assert main(["instrument", "test", "voorbeeld", "--formaat", "github"]) == 1
    assert "::error" in capsys.readouterr().out
