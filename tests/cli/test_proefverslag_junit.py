"""JUnit van «instrument test», tegen het schema van Jenkins en zoals GitLab het leest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from veiligheidsplan.app.beproef import Gevalverslag, Proef
from veiligheidsplan.bevinding import Bevinding, Plaats
from veiligheidsplan.cli.proefverslag_junit import as_junit
from veiligheidsplan.cli.start import main
from veiligheidsplan.instrument.scenario import Gevaluitkomst
from veiligheidsplan.loading.bronkaart import Bronkaart
from veiligheidsplan.loading.scenarios import Geval

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schema" / "junit-10.xsd"))
BASIS = (Path(__file__).parents[1] / "loading" / "basis.yaml").read_text(encoding="utf-8")


def read(tekst: str) -> etree._Element:
    """De uitvoer, gelezen zoals een server dat doet, en goedgekeurd door het schema."""
    wortel = etree.fromstring(tekst.encode("ascii"))
    SCHEMA.assertValid(wortel)
    return wortel


def proef(*namen: str, fouten: tuple[Bevinding, ...] = ()) -> Proef:
    """Een instrument met gevallen van deze namen, die alle anders zijn dan verwacht."""
    kaart = Bronkaart("a.yaml", "", None)
    gevallen = (Geval(naam, {}, {}, {}, i, kaart) for i, naam in enumerate(namen))
    plek = Plaats("a.yaml", 1, 1)
    fout = Bevinding("VP401", "dat kan niet")
    verslagen = tuple(
        Gevalverslag(Gevaluitkomst(g, None, fouten=(fout,)), plek, (), (fout,)) for g in gevallen
    )
    return Proef(Path("x"), "x", verslagen, fouten=fouten)


def test_goed_anders_niet_te_laden_leeg_en_te_weinig_bereikt_passen_alle_op_het_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Vijf soorten uitkomsten in één verslag; de tellingen boven en per instrument kloppen met wat er staat."""
    gevallen = {
        "goed": "- {naam: Café rustig, antwoorden: {ruzie: nee}, verwacht: {eindniveau: gewoon}}\n",
        "anders": "- {naam: Anders, antwoorden: {ruzie: nee}, verwacht: {eindniveau: verhoogd}}\n",
        "kapot": "- {naam: Kapot, verwacht: {eindnivo: gewoon}}\n",
        "leeg": None,
    }
    for id_, inhoud in gevallen.items():
        (tmp_path / id_ / "tests").mkdir(parents=True)
        tekst = BASIS.replace("id: voorbeeld", f"id: {id_}")
        (tmp_path / id_ / "instrument.yaml").write_text(tekst, encoding="utf-8")
        if inhoud:
            (tmp_path / id_ / "tests" / "a.yaml").write_text(inhoud, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["instrument", "test", ".", "--formaat", "junit", "--minimaal", "90"]) == 1
    wortel = read(capsys.readouterr().out)
    telling = {s.get("name"): (s.get("tests"), s.get("failures"), s.get("errors")) for s in wortel}
    assert telling == {
        "anders": ("2", "2", "0"),
        "goed": ("2", "1", "0"),
        "kapot": ("1", "0", "1"),
        "leeg": ("2", "1", "1"),
    }
    assert (wortel.get("tests"), wortel.get("failures"), wortel.get("errors")) == ("7", "4", "2")
    assert wortel.xpath("//testsuite[@name='goed']/testcase/@name")[0] == "Café rustig"
    assert wortel.xpath("//testsuite[@name='anders']/@file") == ["anders/instrument.yaml"]
    (verschil,) = wortel.xpath("//testcase[@name='Anders']/failure/text()")
    assert "anders/tests/a.yaml:1:" in verschil


def test_twee_gevallen_met_dezelfde_naam_blijven_er_twee() -> None:
    """GitLab houdt per naam één geval over; het tweede krijgt daarom een nummer."""
    namen = read(as_junit([proef("Gelijk", "Gelijk", "Gelijk (2)", "Gelijk")], None)).xpath(
        "//testcase/@name"
    )
    assert namen == ["Gelijk", "Gelijk (2)", "Gelijk (2) (2)", "Gelijk (3)"]


@given(st.lists(st.text(min_size=1, max_size=20), max_size=4), st.text())
def test_geen_naam_en_geen_fout_breekt_de_xml(namen: list[str], uitleg: str) -> None:
    """Tekens die XML niet kent worden een vervangteken, de rest komt heel aan; alles in ASCII."""
    fout = (Bevinding("VP105", uitleg),) if not namen else ()
    wortel = read(as_junit([proef(*namen, fouten=fout)], None))
    assert len(wortel.xpath("//testcase")) == max(len(namen), 1)
