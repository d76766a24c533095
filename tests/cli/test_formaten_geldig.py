"""De vormen voor CI tegen hun schema, of tegen de regels van wie ze leest; met alles wat het museum vindt."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from veiligheidsplan.bevinding import Bevinding, Ernst, Plaats, Verwant
from veiligheidsplan.cli.formaten import for_machine
from veiligheidsplan.cli.start import main

HIER = Path(__file__).parent
MUSEUM = HIER.parent / "fouten"
SCHEMA = HIER / "schema"
EIGEN = HIER.parents[1] / "schema"

#: wat is uitgegeven verandert niet meer: een andere vorm krijgt een nieuw nummer en een nieuw bestand
UITGEGEVEN = {
    "bevindingen-1.schema.json": "80acebb5035db5b482b516d49b96119da93d4c0b206f2624c670f58faf9363b0",
    "proefverslag-1.schema.json": "c77171804c9b5466a3c50b3aa977b53f642e3f8ce18ba3fafc8405015c6f4f3b",
}
TEKST = st.text(max_size=40) | st.sampled_from(
    [
        "a\n::error::b",
        "100%",
        "%0A",
        "%250A",
        "a,b:c=d",
        "::",
        "##[error]x",
        "[x](y) {0}",
        "<b>|</td>",
        "\udcff",
    ]
)
PLAATS = st.builds(
    Plaats,
    TEKST.filter(lambda t: t.strip() and "\0" not in t),
    st.integers(1, 9),
    st.integers(1, 9),
    st.none() | st.integers(9, 12),
    st.none() | st.integers(9, 12),
)
BEVINDING = st.builds(
    Bevinding,
    st.sampled_from(["VP141", "VP206", "VP301"]),
    TEKST,
    st.sampled_from(Ernst),
    st.lists(TEKST | st.integers(0, 9), max_size=3).map(tuple),
    st.none() | PLAATS,
    st.none() | TEKST,
    st.lists(st.builds(Verwant, PLAATS, TEKST), max_size=2).map(tuple),
)
LIJST = st.lists(BEVINDING, max_size=5)


@pytest.fixture
def museum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Alle bevindingen van het museum in een vorm, gezien vanuit een map van een repository."""
    for pad in MUSEUM.glob("*/instrument.yaml"):
        doel = tmp_path / "repo" / pad.parent.name / "voorbeeld"
        doel.mkdir(parents=True)
        shutil.copy(pad, doel)
    (tmp_path / "repo" / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "repo" / "VP105_tab")

    def run(vorm: str) -> str:
        assert main(["instrument", "valideer", "../*/voorbeeld", "--formaat", vorm]) == 1
        return capsys.readouterr().out

    return run


@cache
def checker(pad: Path) -> Any:
    """Wat tegen een schema keurt."""
    schema = json.loads(pad.read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def test_alles_uit_het_museum_is_sarif_volgens_het_schema(museum: Any, tmp_path: Path) -> None:
    """check-jsonschema keurt de uitvoer met alle codes goed, en een uitvoer zonder tekst bij een uitkomst af."""
    inhoud = json.loads(museum("sarif"))
    assert len(inhoud["runs"][0]["tool"]["driver"]["rules"]) > 60
    assert check_jsonschema(inhoud, tmp_path) == 0
    del inhoud["runs"][0]["results"][0]["message"]
    assert check_jsonschema(inhoud, tmp_path) == 1


def check_jsonschema(inhoud: Any, tmp_path: Path) -> int:
    """De uitkomst van het echte programma. Het schema heeft een uitdrukking die alleen Python zo leest."""
    bestand = tmp_path / "uit.sarif"
    bestand.write_text(json.dumps(inhoud), encoding="utf-8")
    opdracht = ["-m", "check_jsonschema", "--regex-variant", "python", "--schemafile"]
    klaar = subprocess.run(
        [sys.executable, *opdracht, str(SCHEMA / "sarif-2.1.0.json"), str(bestand)], capture_output=True
    )
    return klaar.returncode


def test_de_json_van_het_museum_past_op_het_uitgegeven_schema(museum: Any) -> None:
    """``bevindingen-1.schema.json`` beschrijft de uitvoer precies: een sleutel erbij of eraf past niet."""
    inhoud = json.loads(museum("json"))
    checker(EIGEN / "bevindingen-1.schema.json").validate(inhoud)
    assert inhoud["fouten"] > 60
    inhoud["bevindingen"][0]["extra"] = 1
    with pytest.raises(jsonschema.ValidationError):
        checker(EIGEN / "bevindingen-1.schema.json").validate(inhoud)


def test_het_verslag_van_tests_past_op_het_uitgegeven_schema(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``schema/proefverslag-1.schema.json``: met een geval dat goed is, een dat anders is, en een map die stuk is."""
    basis = (HIER.parent / "loading" / "basis.yaml").read_text(encoding="utf-8")
    for id_, instrument in (("voorbeeld", basis), ("stuk", "a: [\n")):
        (tmp_path / id_ / "tests").mkdir(parents=True)
        (tmp_path / id_ / "instrument.yaml").write_text(instrument, encoding="utf-8")
    (tmp_path / "voorbeeld" / "tests" / "a.yaml").write_text(
        "- {naam: Goed, verwacht: {signalen: []}}\n"
        "- {naam: Anders, antwoorden: {ruzie: nee}, verwacht: {eindniveau: hoog, signalen: [teken]}}\n"
        "- {naam: Kan niet, antwoorden: {ruzie: misschien}, verwacht: {signalen: []}}\n",
        encoding="utf-8",
    )
    assert main(["instrument", "test", str(tmp_path), "--json"]) == 1
    inhoud = json.loads(capsys.readouterr().out)
    checker(EIGEN / "proefverslag-1.schema.json").validate(inhoud)
    assert len(inhoud["instrumenten"]) == 2


@pytest.mark.parametrize("naam", sorted(UITGEGEVEN))
def test_een_uitgegeven_schema_verandert_niet(naam: str) -> None:
    """Wie de uitvoer leest, moet erop kunnen rekenen; een wijziging is een nieuw bestand met een nieuw nummer."""
    schema = (EIGEN / naam).read_bytes()
    assert hashlib.sha256(schema).hexdigest() == UITGEGEVEN[naam]
    jsonschema.Draft7Validator.check_schema(json.loads(schema))


def test_het_museum_heeft_voor_gitlab_overal_een_kenmerk_en_een_bestand_in_de_repository(
    museum: Any, tmp_path: Path
) -> None:
    """Elk kenmerk komt één keer voor; elk pad begint bij de repository en bestaat daar."""
    inhoud = json.loads(museum("gitlab"))
    check_gitlab(inhoud)
    assert all((tmp_path / "repo" / melding["location"]["path"]).is_file() for melding in inhoud)


def check_gitlab(inhoud: Any) -> None:
    """De regels van GitLab (handleiding *Code Quality report format*, en het schema in zijn code)."""
    assert isinstance(inhoud, list)
    for melding in inhoud:
        assert set(melding) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert isinstance(melding["description"], str)
        assert melding["check_name"]
        assert re.fullmatch("[0-9a-f]{64}", melding["fingerprint"])
        assert melding["severity"] in {"info", "minor", "major", "critical", "blocker"}
        plek = melding["location"]
        assert set(plek) == {"path", "lines"}
        assert not plek["path"].startswith("./")
        assert "\\" not in plek["path"]
        assert type(plek["lines"]["begin"]) is int
        assert plek["lines"]["begin"] >= 1
    assert len({melding["fingerprint"] for melding in inhoud}) == len(inhoud)


def test_github_leest_uit_het_museum_precies_wat_er_is_gevonden(museum: Any, tmp_path: Path) -> None:
    """Elke regel is één opdracht met een bestand, en geen tekst is onderweg veranderd."""
    regels = museum("github").splitlines()
    gevonden = json.loads(museum("json"))["bevindingen"]
    assert len(regels) == len(gevonden) > 60
    for regel, bevinding in zip(regels, gevonden, strict=True):
        opdracht, velden, tekst = read_command(regel)
        assert opdracht == {"fout": "error", "waarschuwing": "warning"}[bevinding["ernst"]]
        assert (tmp_path / "repo" / velden["file"]).is_file()
        assert velden["line"] == str(bevinding["plaats"]["regel"])
        assert tekst.startswith(bevinding["uitleg"].replace("\t", " ").splitlines()[0][:20])


def read_command(regel: str) -> tuple[str, dict[str, str], str]:
    """Lees een opdracht zoals de runner van GitHub (``ActionCommand.TryParseV2``): knippen, en dan terugzetten."""
    regel = regel.lstrip()
    assert regel.startswith("::")
    kop, scheiding, tekst = regel[2:].partition("::")
    assert scheiding
    naam, _, eigenschappen = kop.partition(" ")
    velden = {}
    for paar in filter(None, eigenschappen.strip().split(",")):
        sleutel, _, waarde = paar.partition("=")
        velden[sleutel] = put_back(waarde, ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","))
    return naam, velden, put_back(tekst, ("%0D", "\r"), ("%0A", "\n"))


def put_back(tekst: str, *paren: tuple[str, str]) -> str:
    for van, naar in (*paren, ("%25", "%")):
        tekst = tekst.replace(van, naar)
    return tekst


@settings(max_examples=40, deadline=None)
@given(LIJST)
def test_wat_er_ook_in_een_bevinding_staat_de_vormen_blijven_geldig(bevindingen: list[Bevinding]) -> None:
    """Vijandige teksten en bestandsnamen: geldige SARIF, JSON en code quality, en één GitHub-opdracht per bevinding."""
    checker(SCHEMA / "sarif-2.1.0.json").validate(json.loads(for_machine("sarif")(bevindingen)))
    checker(EIGEN / "bevindingen-1.schema.json").validate(
        json.loads(for_machine("json")(zonder_leeg(bevindingen)))
    )
    check_gitlab(json.loads(for_machine("gitlab")(bevindingen)))
    regels = for_machine("github")(bevindingen).split("\n")[:-1]
    assert len(regels) == len(bevindingen)
    for regel in regels:
        opdracht, velden, tekst = read_command(regel)
        assert opdracht in {"error", "warning"}
        assert set(velden) <= {"file", "line", "col", "title"}
        regel.encode("utf-8")
        assert "\x1b" not in tekst


def zonder_leeg(bevindingen: list[Bevinding]) -> list[Bevinding]:
    """Een bevinding zonder uitleg bestaat bij ons niet; het schema van de JSON zegt dat ook."""
    return [b for b in bevindingen if b.uitleg]


@given(TEKST, TEKST)
def test_github_krijgt_uitleg_en_bestandsnaam_terug_zoals_ze_waren(uitleg: str, naam: str) -> None:
    """Knippen en terugzetten zoals de runner geeft de tekst zelf, ook met %, ::, komma's en regeleinden."""
    schoon = "".join(teken for teken in uitleg if teken.isprintable() or teken == "\n")
    bestand = "map/" + "".join(teken for teken in naam if teken.isalnum() or teken in ",:%= ") + "x.yaml"
    (regel,) = for_machine("github")([Bevinding("VP141", schoon, plaats=Plaats(bestand, 1, 1))]).splitlines()
    _, velden, tekst = read_command(regel)
    assert tekst == schoon
    assert velden["file"] == bestand
