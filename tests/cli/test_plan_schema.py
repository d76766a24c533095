"""«plan schema»: het schema van een plan als JSON en van een bestand met antwoorden, uit het model zelf."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plan.omgeving import events, example_dossier, omgeving, with_values

from veiligheidsplan.app.exporteer import export
from veiligheidsplan.app.omgeving import example_path
from veiligheidsplan.app.stel_vast import establish
from veiligheidsplan.cli.start import main
from veiligheidsplan.loading.planbestand import read_plan_file
from veiligheidsplan.loading.schemas import PLANSOORTEN, schema_text
from veiligheidsplan.loading.schemas.planvelden import field
from veiligheidsplan.loading.schemas.planwoorden import filled_up, raw_words, words_path
from veiligheidsplan.plan import meldcode_vragen
from veiligheidsplan.plan.afname import start_instrument
from veiligheidsplan.plan.dossier import Dossier, fold
from veiligheidsplan.plan.evaluatie import begin
from veiligheidsplan.plan.gesprek import check, places
from veiligheidsplan.plan.hoofdstukken import HOOFDSTUKKEN
from veiligheidsplan.plan.model import VELDEN
from veiligheidsplan.plan.stap import Stap

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is hier niet geïnstalleerd")

SCHEMA = Path(__file__).parents[2] / "schema"
HERSTEL = (
    "Het model van het plan is veranderd. Zolang dit schema niet is uitgegeven: voer uit"
    " «python -m veiligheidsplan.loading.schemas schema --opnieuw», lees de nieuwe woorden en bewaar alles."
    " Is het wel uitgegeven? Verhoog dan «versie» in src/veiligheidsplan/loading/schemas/uitgave.py."
)
ANTWOORDEN = json.loads(schema_text("antwoorden"))
PLAN = json.loads(schema_text("plan"))
#: subjects that no answers file has: an incident has its own command, the rest is how the conversation went
NIET_IN_BESTAND = {"gesprek", "incident", "hoofdstukken"}


def faults(schema: Any, waarde: Any) -> list[tuple[tuple[Any, ...], str]]:
    """(place, message) of everything the schema refuses."""
    gevonden = jsonschema.Draft7Validator(schema).iter_errors(waarde)
    return [(tuple(f.absolute_path), f.message) for f in gevonden]


def example() -> Any:
    return copy.deepcopy(read_plan_file(example_path("gezin")).waarde)


@pytest.mark.parametrize("soort", PLANSOORTEN)
def test_de_opdracht_geeft_precies_het_uitgegeven_schema(
    soort: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    bestand = SCHEMA / PLANSOORTEN[soort].bestand
    assert main(["plan", "schema", "--soort", soort]) == 0
    assert bestand.exists(), HERSTEL
    assert capfdbinary.readouterr().out == bestand.read_bytes(), HERSTEL


@pytest.mark.parametrize("schema", [PLAN, ANTWOORDEN], ids=["plan", "antwoorden"])
def test_het_schema_is_zelf_een_geldig_schema_en_verwijst_alleen_naar_zichzelf(schema: Any) -> None:
    jsonschema.Draft7Validator.check_schema(schema)
    verwijzingen = json.dumps(schema).split('"$ref": "')[1:]
    assert {v.split('"')[0].removeprefix("#/definitions/") for v in verwijzingen} <= schema[
        "definitions"
    ].keys()


def test_elk_veld_van_het_model_heeft_woorden_en_geen_woord_gaat_over_een_veld_dat_er_niet_is() -> None:
    velden = {(s, v) for s, namen in VELDEN.items() for v in namen}
    woorden = {(s, v) for s, namen in raw_words().items() for v in namen}
    assert woorden == velden, HERSTEL
    assert filled_up(omgeving().sjabloon) == words_path().read_text(encoding="utf-8"), HERSTEL


def test_elke_soort_van_het_model_staat_in_het_schema_van_de_antwoorden() -> None:
    """Een nieuwe sectie zonder plaats in het bestand wordt hier gevonden."""
    los = {"themas", "acties", "meldcode", "evaluatie", "taak"}
    soorten = {soort for soort, velden in VELDEN.items() if velden}
    assert soorten - NIET_IN_BESTAND - los == ANTWOORDEN["definitions"].keys()


def test_het_voorbeeld_en_een_heel_leeg_bestand_passen() -> None:
    assert faults(ANTWOORDEN, example()) == []
    assert faults(ANTWOORDEN, {"formaat": 1}) == []


FOUT: list[tuple[tuple[Any, ...], Any]] = [
    (("formaat",), 2),
    (("dosier",), {}),
    (("dossier", "alias"), 5),
    (("personen", "noor", "soort"), "volwasene"),
    (("personen", "noor", "leeftijd"), 121),
    (("personen", "noor", "leeftijd"), "oud"),
    (("personen", "noor", "adres"), "Dorpsstraat"),
    (("personen", "bo", "op_plan"), True),
    (("zitting", "setting"), "samen met anderen"),
    (("zitting", "aanwezig"), "noor"),
    (("acties", 0, "wanneer"), "volgende week"),
    (("acties", 0, "tijd"), "acht uur"),
    (("acties", 1, "direct"), "misschien"),
    (("cijfers", "noor", "waarde"), 11),
    (("cijfers", "noor", "setting"), "apart"),
    (("slotcheck", "noor", "vannacht"), "hopelijk"),
    (("instrumenten", "directe-veiligheid", "oordeel", "besluit"), "oneens"),
    (("instrumenten", "directe-veiligheid", "antwoorden", "bang"), {"ja": 1}),
    (("afspraken",), "Sem slaapt elders."),
    (("meldcode",), {"stappen": {"bellen": {}}}),
    (("meldcode",), {"meldingen": {"noor": {"overname": "half"}}}),
]


@pytest.mark.parametrize(("pad", "waarde"), FOUT, ids=lambda w: str(w)[:30])
def test_een_fout_in_een_bestand_met_antwoorden_wordt_op_haar_plaats_geweigerd(
    pad: tuple[Any, ...], waarde: Any
) -> None:
    """Met precies één fout erin is er op één plaats iets mis: daar, of bij het blok met de vreemde sleutel."""
    bestand = example()
    blok = bestand
    for deel in pad[:-1]:
        blok = blok[deel]
    bekend = pad[-1] in blok if isinstance(blok, dict) else True
    blok[pad[-1]] = waarde
    (fout,) = faults(ANTWOORDEN, bestand)
    verwacht = pad if bekend else pad[:-1]
    assert fout[0] == verwacht or fout[0][: len(pad)] == pad


def test_een_verplicht_veld_dat_ontbreekt_wordt_gemist() -> None:
    bestand = example()
    del bestand["acties"][0]["anders"]
    ((plek, bericht),) = faults(ANTWOORDEN, bestand)
    assert plek == ("acties", 0)
    assert "anders" in bericht


def resolve(pad: tuple[Any, ...]) -> bool:
    """Whether the schema of the answers file has a place for this path."""
    deel: Any = ANTWOORDEN
    for sleutel in pad:
        deel = _deref(deel)
        if isinstance(sleutel, str) and sleutel in deel.get("properties", {}):
            deel = deel["properties"][sleutel]
        elif isinstance(sleutel, int) and "items" in deel:
            deel = deel["items"]
        elif isinstance(deel.get("additionalProperties"), dict):
            deel = deel["additionalProperties"]
        else:
            return False
    return True


def _deref(deel: Any) -> Any:
    return ANTWOORDEN["definitions"][deel["$ref"].rsplit("/", 1)[1]] if "$ref" in deel else deel


def opened() -> Dossier:
    """The example with every chapter open, every list with an item, an order, and a whole reporting code."""
    d = example_dossier()
    lijsten = ["maatregel", "afspraak", "actie", *(h.soort for h in HOOFDSTUKKEN if h.vorm == "lijst")]
    return with_values(
        d,
        ("hoofdstukken", "gekozen", [h.code for h in HOOFDSTUKKEN]),
        *(("gesprek", f"meer_{soort}_1", "ja") for soort in lijsten),
        ("gesprek", "meer_actie_3", "nee"),
        ("zitting:1", "tolk", "ander"),
        ("meldcode:1", "personen", ["persoon:1", "persoon:3"]),
        ("meldstap:1:gesprek", "stand", "overgeslagen"),
        ("meldstap:1:overleg", "stand", "gedaan"),
        ("meldbesluit:1:persoon:1", "melden", "ja"),
        ("oordeel:directe-veiligheid:1", "besluit", "lager"),
    )


def reviewed() -> Dossier:
    """The same in a review: one thing said of it together, one alone, one taken out of the plan."""
    d = fold(events([establish(opened(), omgeving())]), opened())
    d = fold(events([start_instrument(d, omgeving(), "partnergeweld:1", over="persoon:1")]), d)
    d = fold(events(list(begin(d, omgeving()))), d)
    return with_values(
        d,
        ("zitting:2", "setting", "alleen"),
        ("zitting:2", "aanwezig", ["persoon:1"]),
        ("taak:1:actie:1", "gedaan", "ja"),
        ("taak:1:actie:1", "verder", "vervalt"),
        ("taakverslag:1:actie:2@persoon:1", "gedaan", "nee"),
        ("geweld:1:persoon:1", "sinds", "minder"),
    )


def all_steps(d: Dossier) -> Iterator[Stap]:
    for bron in (places, meldcode_vragen.places):
        yield from (p.maak() for p in bron(d, omgeving(), "werkscherm"))


def test_voor_elke_vraag_van_het_gesprek_is_er_een_plaats_in_het_schema() -> None:
    alle = (*all_steps(opened()), *all_steps(reviewed()))
    stappen = [s for s in alle if s.pad and not s.volgt_uit_bestand]
    assert len(stappen) > 100
    assert [s.pad for s in stappen if not resolve(s.pad)] == []


KANDIDATEN = [
    "",
    "ja",
    "nee",
    "weet_niet",
    "later",
    "vandaag",
    "2026-12-07",
    "14:30",
    "een tekst",
    0,
    5,
    10,
    121,
    None,
]


@pytest.mark.parametrize("soort", sorted({s for s in VELDEN if VELDEN[s]} - NIET_IN_BESTAND))
def test_het_schema_weigert_niets_dat_het_gesprek_aanneemt(soort: str) -> None:
    """Elk antwoord dat de vraag goedkeurt, past ook op het schema van dat veld; en er is er minstens één."""
    d = reviewed() if soort in ("evaluatie", "taak", "taakverslag", "geweld") else opened()
    o, aangenomen = omgeving(), 0
    for stap in all_steps(d):
        onderwerp, veld = stap.id.rsplit("/", 1)
        if onderwerp.split(":")[0] != soort or veld not in VELDEN[soort]:
            continue
        codes = [k.code for k in (*stap.keuzes, *stap.bijzonder)]
        lijsten: list[Any] = [codes[:1], codes] if stap.soort == "meerkeuze" else []
        goed = [w for w in [*KANDIDATEN, *codes, *lijsten] if check(d, o, stap, _typed(stap, w)) is None]
        aangenomen += len(goed)
        assert [w for w in goed if faults(field(soort, veld), w)] == []
    assert aangenomen


def _typed(stap: Stap, waarde: Any) -> Any:
    """A list as the engine takes it. A day stands in the file as text."""
    if isinstance(waarde, list):
        return tuple(waarde)
    if stap.soort == "datum" and waarde in ("vandaag", "2026-12-07"):
        return omgeving().vandaag
    return waarde


@settings(max_examples=15, deadline=None)
@given(
    wat=st.text(min_size=1, max_size=60),
    cijfer=st.integers(0, 10) | st.just("niet_gevraagd"),
    besluit=st.sampled_from(["eens", "hoger", "lager", "later", None]),
    leeg=st.booleans(),
)
def test_elk_plan_als_json_past_op_het_schema(wat: str, cijfer: Any, besluit: Any, leeg: bool) -> None:
    d = with_values(
        Dossier() if leeg else opened(),
        ("afspraak:1", "wat", wat),
        ("cijfer:persoon:1", "waarde", cijfer),
        ("slot:persoon:1", "vannacht", "nee"),
        *(() if leeg else (("oordeel:directe-veiligheid:1", "besluit", besluit),)),
        ("incident:1", "wat", wat),
    )
    for voor in ("professional", "gezamenlijk"):
        inhoud = export(d, omgeving(), voor, "json", kenmerk="0a1b2c3d").inhoud
        assert faults(PLAN, json.loads(inhoud)) == []


def test_een_plan_met_een_vreemd_blok_of_zonder_kenmerk_past_niet() -> None:
    plan = json.loads(export(example_dossier(), omgeving(), "gezamenlijk", "json", kenmerk="0a1b2c3d").inhoud)
    vreemd = copy.deepcopy(plan)
    vreemd["blokken"][0]["tekst"] = 5
    assert [plek for plek, _ in faults(PLAN, vreemd)] == [("blokken", 0, "tekst")]
    vreemd["blokken"][0] = {"soort": "vreemd"}
    assert [plek for plek, _ in faults(PLAN, vreemd)] == [("blokken", 0, "soort")]
    del plan["kenmerk"]
    assert [plek for plek, _ in faults(PLAN, plan)] == [()]


def test_het_schema_gaat_naar_een_bestand_en_nooit_over_een_ander_bestand_heen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doel = tmp_path / "schema" / "plan-antwoorden-1.schema.json"
    assert main(["plan", "schema", "--soort", "antwoorden", "--naar", str(doel)]) == 0
    assert doel.read_text(encoding="utf-8") == schema_text("antwoorden")
    ander = tmp_path / "antwoorden.yaml"
    ander.write_text("formaat: 1\n", encoding="utf-8")
    assert main(["plan", "schema", "--naar", str(ander)]) == 1
    assert ander.read_text(encoding="utf-8") == "formaat: 1\n"
    assert "bestaat al en is geen schema" in capsys.readouterr().err


def test_een_soort_die_er_niet_is_wordt_geweigerd(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "schema", "--soort", "instrument"]) == 2
    assert "antwoorden" in capsys.readouterr().err


def test_een_nieuw_veld_verandert_het_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """Het schema komt uit het model: een veld dat erbij komt, staat er meteen in."""
    nieuw = {**VELDEN["regie"], "procesregisseur": replace(VELDEN["regie"]["mandaathouder"])}
    monkeypatch.setitem(VELDEN, "regie", nieuw)
    velden = json.loads(schema_text("antwoorden"))["definitions"]["regie"]["properties"]
    assert list(velden)[-1] == "procesregisseur"
