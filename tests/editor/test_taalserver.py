"""De echte taalserver van de YAML-uitbreiding vult aan, legt uit en onderstreept met ons schema, in het Nederlands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from taalserver import Taalserver, reason_to_skip

HUIS = Path(__file__).parents[2]
WAAROM_NIET = reason_to_skip()
pytestmark = pytest.mark.skipif(WAAROM_NIET is not None, reason=WAAROM_NIET or "")

MET_REGEL = (HUIS / "instrumenten" / "directe-veiligheid" / "instrument.yaml").read_text(encoding="utf-8")
GOED = MET_REGEL.partition("\n")[2]
VRAAG = """\
onderdelen:
  thuis:
    vragen:
      ruzie:
        tekst: Is er vaak ruzie?
        """


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taalserver]:
    """Eén server voor alle tests, ingesteld zoals de handleiding zegt: elk patroon met zijn schema."""
    schemas = {
        "instrument.yaml": HUIS / "schema" / "instrument-1.schema.json",
        "tests/*.yaml": HUIS / "schema" / "instrument-tests-1.schema.json",
    }
    lopend = Taalserver(tmp_path_factory.mktemp("werk"), schemas)
    yield lopend
    lopend.close()


def test_in_een_vraag_biedt_de_editor_de_sleutels_aan_met_uitleg(server: Taalserver) -> None:
    aanbod = server.complete(VRAAG + "|")
    assert {"antwoorden", "hulp", "toon_als", "periode", "type"} <= aanbod.keys()
    assert not {"tekst", "van", "omgekeerd", "geen_van_deze"} & aanbod.keys(), "er al, of van een ander type"
    hulp = aanbod["hulp"]["documentation"]["value"]
    assert hulp.startswith("Extra uitleg die verschijnt als de professional erom vraagt.")
    assert "```yaml\nhulp: Denk aan slaan of duwen.\n```" in hulp


def test_bij_een_vraag_van_type_schaal_biedt_de_editor_andere_sleutels_aan(server: Taalserver) -> None:
    aanbod = server.complete(VRAAG + "type: schaal\n        |")
    assert {"van", "tot", "omgekeerd", "uitersten"} <= aanbod.keys()
    assert not {"antwoorden", "punten_vanaf"} & aanbod.keys()


@pytest.mark.parametrize(
    ("begin", "woorden"),
    [
        ("soort: |", ["veiligheidscheck", "risicotaxatie", "leefdomeinen", "afweging", "zelfscan"]),
        (VRAAG + "type: |", ["keuze", "meerkeuze", "schaal", "getal", "datum", "tekst"]),
        (VRAAG + "kort: |", ["true", "false"]),
        (VRAAG + "periode: |", ["nu", "maand", "jaar", "ooit"]),
        ("niet_in_bijzijn:\n  - |", ["mogelijke_pleger", "kind", "iedereen"]),
        ("schalen:\n  ernst:\n    ontbrekend: |", ["bandbreedte", "naar_rato", "ongeldig", "nul"]),
    ],
)
def test_achter_een_sleutel_biedt_de_editor_precies_de_vaste_woorden_aan(
    server: Taalserver, begin: str, woorden: list[str]
) -> None:
    aanbod = server.complete(begin)
    assert list(aanbod) == woorden
    assert all(str(deel["documentation"]).rstrip().endswith((".", "?")) for deel in aanbod.values()), (
        "elk met uitleg"
    )


def test_in_een_voorwaarde_biedt_de_editor_aan_waar_zij_mee_kan_beginnen(server: Taalserver) -> None:
    """Een schaal toetsen kan alleen bij een signaal, en de doelgroep kijkt alleen naar gegevens."""
    alles = {"vraag", "gegeven", "alle", "een_van", "niet"}
    assert server.complete(VRAAG + "toon_als:\n          |").keys() == alles
    assert server.complete("signalen:\n  keel:\n    als:\n      |").keys() == alles | {"schaal"}
    assert server.complete("doelgroep:\n  sluit_in:\n    |").keys() == alles - {"vraag"}


def test_na_een_gegeven_biedt_de_editor_de_toetsen_aan_die_erbij_passen(server: Taalserver) -> None:
    begin = "doelgroep:\n  sluit_in:\n    gegeven: "
    assert server.complete(begin + "leeftijd\n    |").keys() == {
        "is",
        "in",
        "minstens",
        "hoogstens",
        "beantwoord",
    }
    assert server.complete(begin + "zwanger\n    |").keys() == {"is", "in", "beantwoord"}
    assert list(server.complete(begin + "zwanger\n    is: |")) == ["ja", "nee"]


def test_onder_vragen_zet_de_editor_een_nieuwe_vraag_neer(server: Taalserver) -> None:
    (aanbod,) = server.complete("onderdelen:\n  thuis:\n    vragen:\n      |").values()
    assert aanbod["insertText"] == "${1:id_van_de_vraag}:\n  tekst: $2\n  antwoorden: $3"


def test_in_een_geval_biedt_de_editor_de_delen_van_de_uitslag_aan(server: Taalserver) -> None:
    aanbod = server.complete("- naam: Rustig\n  verwacht:\n    |", "tests/rustig.yaml")
    assert {"schalen", "signalen", "eindniveau"} <= aanbod.keys()
    assert "Het niveau dat nu minstens geldt." in aanbod["eindniveau"]["documentation"]["value"]


@pytest.mark.parametrize(
    ("plek", "zinnen"),
    [
        (
            "soort: risico|taxatie",
            ["Waar het instrument voor is.", "`zelfscan`: Iemand vult zelf in hoe het gaat."],
        ),
        (VRAAG + "ty|pe: schaal", ["Soort vraag", "`getal`: Een heel getal, zoals een aantal keren."]),
        (VRAAG + "toon_als: {vra|ag: ruzie, is: ja}", ["De id van een vraag die eerder komt."]),
        (
            "schalen:\n  ernst:\n    ontbre|kend: nul",
            ["Wat een open antwoord doet", "Onbekend lijkt dan op nee."],
        ),
    ],
)
def test_met_de_muis_op_een_woord_staat_er_wat_het_betekent(
    server: Taalserver, plek: str, zinnen: list[str]
) -> None:
    getoond = server.hover(plek)
    assert all(zin in getoond for zin in zinnen), getoond
    assert "null" not in getoond


def test_een_goed_bestand_krijgt_geen_enkele_streep(server: Taalserver) -> None:
    assert server.problems(GOED) == []
    gevallen = (HUIS / "instrumenten/partnergeweld/tests/optellen.yaml").read_text(encoding="utf-8")
    gevallen = gevallen.partition("\n")[2]
    assert server.problems(gevallen, "tests/optellen.yaml") == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "woord", "zin"),
    [
        ("titel:", "titell:", "titell", "Deze sleutel kan hier niet."),
        ("soort: veiligheidscheck", "soort: risico", "risico", "Kies uit: veiligheidscheck, risicotaxatie, "),
        ("formaat: 1", "formaat: '1'", "'1'", "Schrijf 1."),
        ("per: huishouden", "per: [huishouden]", "[huishouden]", "Kies uit: huishouden"),
        (
            "antwoorden: ja_is_zorg",
            "antwoorden: ja_is_zorg\n        omgekeerd: true",
            "omgekeerd",
            "kan niet bij type keuze",
        ),
        (
            "antwoorden: ja_is_zorg",
            "antwoorden: Ja/Nee",
            "Ja/Nee",
            "Een id of code begint met een kleine letter.",
        ),
        (
            "antwoorden: ja_is_zorg",
            "antwoorden: ja_is_zorg\n        gewicht: '3'",
            "'3'",
            "Hier hoort een getal",
        ),
    ],
)
def test_de_editor_onderstreept_precies_het_woord_dat_fout_is(
    server: Taalserver, oud: str, nieuw: str, woord: str, zin: str
) -> None:
    assert oud in GOED
    gevonden = server.problems(GOED.replace(oud, nieuw, 1))
    assert any(w == woord and zin in gezegd for w, gezegd in gevonden), gevonden


def test_wat_ontbreekt_onderstreept_de_editor_bij_wat_eromheen_staat(server: Taalserver) -> None:
    zonder, aantal = re.subn(r"(?m)^    ontbrekend: \w+\n", "", GOED, count=1)
    assert aantal == 1
    ((woord, zin),) = server.problems(zonder)
    assert zin == "«ontbrekend» ontbreekt. Voeg een regel toe: ontbrekend: …"
    assert re.search(rf"(?m)^  {woord}:", GOED)


def test_een_id_die_een_getal_is_ziet_de_editor(server: Taalserver) -> None:
    ((woord, zin),) = server.problems(GOED + "\nvervangt: {1: lichamelijk}\n")
    assert (woord, zin[:16]) == ("1", "Een id of code b")


def test_de_regel_bovenaan_een_meegeleverd_instrument_wijst_naar_het_schema(tmp_path: Path) -> None:
    """Zonder enige instelling: de map van een trainer met daarin het schema en een instrument."""
    (tmp_path / "schema").mkdir()
    schema = tmp_path / "schema" / "instrument-1.schema.json"
    schema.write_bytes((HUIS / "schema" / schema.name).read_bytes())
    lopend = Taalserver(tmp_path)
    naam = "directe-veiligheid/instrument.yaml"
    try:
        assert lopend.problems(MET_REGEL, naam) == []
        ((woord, zin),) = lopend.problems(MET_REGEL.replace("status: concept", "status: klaar", 1), naam)
        assert (woord, zin) == ("klaar", "Kies uit: concept, vastgesteld, ingetrokken.")
    finally:
        lopend.close()


def test_bij_een_bestand_met_antwoorden_helpt_de_editor_mee(tmp_path: Path) -> None:
    """Met de regel bovenaan: vaste woorden worden aangeboden, en een vergissing staat op haar plaats."""
    schema = HUIS / "schema" / "plan-antwoorden-1.schema.json"
    kop = f"# yaml-language-server: $schema={schema.as_uri()}\nformaat: 1\n"
    lopend = Taalserver(tmp_path)
    naam = "antwoorden.yaml"
    try:
        assert lopend.problems(kop + "zitting:\n  setting: samen\n", naam) == []
        ((woord, zin),) = lopend.problems(kop + "zitting:\n  setting: same\n", naam)
        assert (woord, zin) == ("same", "Kies uit: niemand, alleen, samen, telefoon.")
        assert {"alias", "gemeente"} <= lopend.complete(kop + "dossier:\n  |", naam).keys()
    finally:
        lopend.close()
